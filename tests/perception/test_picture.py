"""Light, sharpness, steadiness and standstill of pictures made for it."""

import numpy as np
import pytest

from simulator.perception.face import Face
from simulator.perception.picture import Glance, glance

CHANCE = np.random.default_rng(4)
SCENE = np.kron(CHANCE.integers(40, 220, (18, 32)), np.ones((24, 24)))[..., None].repeat(3, axis=2)
"""A wall of patches, 432 x 768."""


def camera(right: float = 0, down: float = 0, grain: float = 3, gain: float = 1.0) -> np.ndarray:
    """The scene through a camera that was moved by so many pixels."""
    top, left = 20 + round(down), 30 + round(right)
    cut = SCENE[top : top + 360, left : left + 640]
    return np.clip(cut * gain + CHANCE.normal(0, grain, cut.shape), 0, 255).astype(np.uint8)


def pair(first: np.ndarray, second: np.ndarray) -> Glance:
    return glance(0.2, second, None, glance(0.0, first, None, None))


@pytest.mark.parametrize("move", [(0, 0), (2, 0), (4, 0), (-8, 0), (0, 6), (12, -9)])
def test_a_moved_camera_is_told_by_how_far_it_moved(move):
    shift = pair(camera(), camera(*move)).shift
    assert shift is not None
    assert 640 * shift == pytest.approx(float(np.hypot(*move)), abs=1.0)


def test_a_host_who_moves_before_a_still_wall_shifts_nothing():
    first, second = camera(), camera()
    first[120:360, 200:380] = second[120:360, 240:420] = 90
    shift = pair(first, second).shift
    assert shift is not None
    assert shift < 0.003


def test_where_nothing_is_to_be_seen_nobody_can_tell():
    grey = np.clip(128 + CHANCE.normal(0, 3, (2, 360, 640, 3)), 0, 255).astype(np.uint8)
    assert pair(grey[0], grey[1]).shift is None
    assert pair(camera(), np.zeros((4, 4, 3), np.uint8)).shift is None
    assert glance(0.0, camera(), None, None).shift is None


def test_only_the_very_same_picture_is_frozen():
    first = camera()
    assert pair(first, first).frozen is True
    assert pair(first, camera()).frozen is False
    assert glance(0.0, first, None, None).frozen is None


def test_a_blurred_picture_is_less_sharp():
    sharp = camera(grain=0)
    blurred = sharp.copy().astype(float)
    for _ in range(6):
        blurred = (blurred + np.roll(blurred, 1, 0) + np.roll(blurred, 1, 1) + np.roll(blurred, (1, 1), (0, 1))) / 4
    one, other = (glance(0.0, each.astype(np.uint8), None, None) for each in (sharp, blurred))
    assert other.sharpness < one.sharpness / 3


def test_a_face_against_the_light_is_darker_than_what_is_beside_it():
    picture = camera(gain=1.1)
    picture[100:240, 260:380] = 40
    face = Face(260, 100, 120, 140, 0.9, ((290, 150), (350, 150), (320, 180), (300, 210), (340, 210)))
    seen = glance(0.0, picture, (face,), None)
    assert seen.face_luma == pytest.approx(40, abs=1)
    assert seen.beside_luma is not None and seen.beside_luma > 100
    assert seen.place == pytest.approx((260 / 640, 100 / 360, 120 / 640, 140 / 360))


def test_a_face_that_fills_or_leaves_the_picture_is_no_trouble():
    for box in ((-40, -30, 900, 600), (630, 350, 40, 40), (0, 0, 0.5, 0.5)):
        face = Face(*box, 0.9, ((1, 1), (9, 1), (5, 5), (2, 9), (8, 9)))
        seen = glance(0.0, camera(), (face,), None)
        assert seen.face_luma is None or 0 <= seen.face_luma <= 255


def test_looked_for_and_not_found_is_not_unlooked_for():
    assert glance(0.0, camera(), (), None).looked_for
    assert not glance(0.0, camera(), None, None).looked_for
