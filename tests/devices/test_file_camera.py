"""A video file stands for a camera, whatever kind of video file."""

import numpy as np
import pytest

from simulator.devices.clock import HandClock, SystemClock
from simulator.devices.file_camera import FileCamera
from simulator.devices.pace import Pace
from simulator.media_port import VideoFrame
from simulator.ports import ContentError
from tests.media_files import tone, turn, write_sound, write_video


def pictures(path, count: int, start: float = 0.0) -> list[VideoFrame]:
    camera = FileCamera(path, HandClock(), start, Pace.FAST)
    try:
        return [camera.read() for _ in range(count)]
    finally:
        camera.close()


def test_pictures_keep_their_own_times_at_a_varying_rate(tmp_path):
    times = [0.0, 0.033, 0.1, 0.15, 0.4, 0.41]
    path = write_video(tmp_path / "varying.mkv", times)
    assert [frame.at for frame in pictures(path, 6, start=100.0)] == pytest.approx([100 + t for t in times], abs=0.001)


def test_a_file_begins_again_after_its_end(tmp_path):
    path = write_video(tmp_path / "short.mkv", [0.0, 0.1, 0.2])
    frames = pictures(path, 7)
    assert [frame.at for frame in frames] == pytest.approx([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6], abs=0.002)
    assert np.array_equal(frames[0].pixels, frames[3].pixels)
    assert not np.array_equal(frames[0].pixels, frames[1].pixels)


def test_a_picture_that_stands_long_is_given_again_so_that_the_camera_does_not_seem_lost(tmp_path):
    path = write_video(tmp_path / "slides.mkv", [0.0, 3.0])
    frames = pictures(path, 7)
    assert [frame.at for frame in frames[:6]] == pytest.approx([0, 0.5, 1.0, 1.5, 2.0, 2.5], abs=0.002)
    assert np.array_equal(frames[0].pixels, frames[5].pixels)
    assert frames[6].at == pytest.approx(3.0, abs=0.002)


@pytest.mark.parametrize(
    ("degrees", "shape", "bright"),
    [
        (90, (64, 48, 3), np.s_[:20, :]),
        (180, (48, 64, 3), np.s_[:, 44:]),
        (270, (64, 48, 3), np.s_[44:, :]),
    ],
)
def test_a_phone_video_is_turned_upright(tmp_path, degrees, shape, bright):
    path = turn(write_video(tmp_path / "phone.mp4", [0.0, 0.1]), degrees)
    pixels = pictures(path, 1)[0].pixels
    assert pixels.shape == shape
    assert pixels[bright].mean() > pixels.mean() + 20


def test_a_still_picture_stands_for_a_camera(tmp_path):
    import cv2

    still = tmp_path / "still.png"
    still.write_bytes(cv2.imencode(".png", np.full((48, 64, 3), 90, np.uint8))[1].tobytes())
    frames = pictures(still, 3)
    assert [frame.at for frame in frames] == pytest.approx([0, 0.5, 1.0])
    assert frames[2].pixels.mean() == pytest.approx(90)


def test_a_truncated_mkv_gives_the_pictures_it_has_and_a_truncated_mp4_is_refused(tmp_path):
    times = [k / 30 for k in range(60)]
    for name in ("cut.mkv", "cut.mp4"):
        path = write_video(tmp_path / name, times)
        path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])
    assert len(pictures(tmp_path / "cut.mkv", 10)) == 10
    with pytest.raises(ContentError) as raised:
        FileCamera(tmp_path / "cut.mp4", HandClock(), 0.0)
    assert raised.value.code == "file_truncated"


def test_what_is_no_video_is_refused_by_name(tmp_path):
    (tmp_path / "text.mp4").write_text("words\n" * 100)
    (tmp_path / "empty.mp4").write_bytes(b"")
    write_sound(tmp_path / "sound.wav", [tone(1.0, 48_000)], 48_000)
    for name, code in (
        ("text.mp4", "file_not_media"),
        ("empty.mp4", "file_empty"),
        ("sound.wav", "file_without_picture"),
        ("missing.mp4", "file_missing"),
    ):
        with pytest.raises(ContentError) as raised:
            FileCamera(tmp_path / name, HandClock(), 0.0)
        assert (raised.value.code, raised.value.facts["file"]) == (code, str(tmp_path / name))


def test_at_live_pace_a_picture_comes_when_it_is_due(tmp_path):
    path = write_video(tmp_path / "live.mkv", [0.0, 0.05, 0.1])
    clock = SystemClock()
    camera = FileCamera(path, clock, clock.now())
    for _ in range(4):
        frame = camera.read()
        assert clock.now() >= frame.at
    camera.close()
    with pytest.raises(EOFError):
        camera.read()
