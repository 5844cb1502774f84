"""Single pictures of a recording: those that were on screen, and none where there were none."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from simulator.devices.stills import SIZE, stills_of
from tests.media_files import tone, write_sound, write_video


def brightness(jpeg: bytes) -> float:
    """Of the right half of a picture that ``write_video`` made."""
    pixels = cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_GRAYSCALE)
    return float(pixels[:, pixels.shape[1] * 3 // 4].mean())


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    return write_video(tmp_path / "r.mkv", [number / 10 for number in range(100)], sound=tone(10.0, 48_000))


def test_each_moment_has_the_picture_that_was_on_screen(recording: Path) -> None:
    found = stills_of(recording, (0.0, 3.25, 7.9, 3.25))
    assert list(found) == [0.0, 3.25, 7.9]
    for at, number in ((0.0, 0), (3.25, 32), (7.9, 79)):
        assert brightness(found[at]) == pytest.approx((number * 10 % 100) * 255 / 219, abs=6)


def test_beyond_the_end_there_is_none(recording: Path) -> None:
    assert list(stills_of(recording, (9.0, 60.0))) == [9.0]


def test_pictures_are_small(tmp_path: Path) -> None:
    large = write_video(tmp_path / "l.mkv", [0.0, 0.1], size=(1280, 720))
    pixels = cv2.imdecode(np.frombuffer(stills_of(large, (0.0,))[0.0], np.uint8), cv2.IMREAD_COLOR)
    assert pixels.shape[:2] == (SIZE[1], SIZE[0])


def test_a_report_goes_on_without_pictures(tmp_path: Path) -> None:
    noise = tmp_path / "noise.mkv"
    noise.write_bytes(bytes(range(256)) * 40)
    sound = write_sound(tmp_path / "s.wav", [tone(1.0, 16_000)], 16_000)
    for file in (noise, sound, tmp_path / "missing.mkv"):
        assert stills_of(file, (0.0,)) == {}


def test_it_can_be_given_up(recording: Path) -> None:
    with pytest.raises(InterruptedError):
        stills_of(recording, (0.0, 1.0), lambda: True)
