"""A pose is read off five points; a look is known only by the look that was calibrated."""

from math import cos, radians, sin

import pytest

from simulator.perception.face import Face, Neutral, Pose, looks_at_camera, neutral_of, pose_of

HEAD = ((-31.0, 0.0, 0.0), (31.0, 0.0, 0.0), (0.0, 35.0, 25.0), (-25.0, 65.0, 5.0), (25.0, 65.0, 5.0))
"""Eyes, nose and corners of the mouth of a usual head, in mm: across, down, out."""


def seen(yaw: float = 0, pitch: float = 0, roll: float = 0, size: float = 1.0) -> Face:
    """The head's points, turned by degrees: to the right of the picture, down, clockwise."""
    a, b, c = radians(yaw), radians(pitch), radians(roll)
    points = []
    for across, down, out in HEAD:
        x, z = across * cos(a) + out * sin(a), out * cos(a) - across * sin(a)
        y = down * cos(b) + z * sin(b)
        points.append((size * (x * cos(c) - y * sin(c)) + 300, size * (x * sin(c) + y * cos(c)) + 200))
    first, second, nose, left, right = points
    return Face(240, 150, 120, 150, 0.9, (first, second, nose, left, right))


def pose(yaw: float = 0, pitch: float = 0, roll: float = 0, size: float = 1.0) -> Pose:
    found = pose_of(seen(yaw, pitch, roll, size))
    assert found is not None
    return found


def test_a_straight_face_turns_nowhere():
    assert pose().turn == pytest.approx(0, abs=1e-9)
    assert pose().nod == pytest.approx(35 / 65)


def test_leaning_the_head_or_coming_closer_is_no_turn():
    for roll in (-25, 10, 25):
        assert pose(roll=roll).turn == pytest.approx(0, abs=1e-9)
        assert pose(12, 5, roll=roll).turn == pytest.approx(pose(12, 5).turn)
    assert pose(12, 5, size=2.5).turn == pytest.approx(pose(12, 5).turn)


@pytest.mark.parametrize("usual", [(0, 0), (-9, 6), (8, -8)])
def test_a_look_is_within_some_fifteen_degrees_of_the_calibrated_one(usual):
    """Whatever the host's own straight look measures as: a camera above, a screen beside, a crooked nose."""
    neutral = neutral_of([pose(*usual)] * 10)
    assert neutral is not None
    yaw, pitch = usual
    for away in (-12, 0, 12):
        assert looks_at_camera(pose(yaw + away, pitch), neutral)
        assert looks_at_camera(pose(yaw, pitch + away), neutral)
    for away in (-26, 26):
        assert not looks_at_camera(pose(yaw + away, pitch), neutral)
        assert not looks_at_camera(pose(yaw, pitch + away), neutral)


def test_a_head_that_moves_or_is_hardly_seen_calibrates_nothing():
    assert neutral_of([pose()] * 4) is None
    assert neutral_of([pose(yaw) for yaw in (-20, -10, 0, 10, 20, -20, -10, 0, 10, 20)]) is None


def test_one_blink_of_the_finder_does_not_spoil_a_calibration():
    looks = [pose(1)] * 9 + [Pose(0.2, 0.5)]
    assert neutral_of(looks) == Neutral(round(pose(1).turn, 4), round(pose(1).nod, 4), 10)


def test_points_in_one_place_have_no_pose():
    face = seen()
    same = (face.points[0],) * 5
    assert pose_of(Face(0, 0, 1, 1, 0.9, same)) is None
    upside_down = (*face.points[:2], face.points[2], face.points[0], face.points[1])
    assert pose_of(Face(0, 0, 1, 1, 0.9, upside_down)) is None
