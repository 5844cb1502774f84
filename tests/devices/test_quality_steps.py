"""An encoder that cannot keep up works less, in the same track, and says so; it never goes back."""

from __future__ import annotations

import threading
from pathlib import Path

import av
import numpy as np
import pytest

from simulator.devices.clock import HandClock
from simulator.devices.pyav_recorder import CROWDED_FOR, PyAvRecorder
from simulator.devices.recording_file import Encoding, RecordingFile
from simulator.media_port import SoundBlock, VideoFrame

ROOM = 10**12


def shown(number: int) -> VideoFrame:
    """A picture that tells its number by its grey."""
    return VideoFrame(number / 30, np.full((96, 160, 3), 40 + number % 180, np.uint8))


def silence(number: int) -> SoundBlock:
    return SoundBlock(number / 30, np.zeros(1600, np.float32), 48_000)


def numbers(path: Path) -> list[int]:
    """Which pictures a file shows, by their time; fails where one shows another's grey."""
    found: list[int] = []
    with av.open(str(path)) as container:
        for frame in container.decode(video=0):
            number = round(frame.time * 30)
            luma = float(frame.to_ndarray(format="gray").mean())
            assert luma == pytest.approx(40 + number % 180, abs=4), number
            found.append(number)
    return found


@pytest.mark.parametrize("preset", ["veryfast", "superfast"])
def test_a_lowered_quality_goes_on_in_the_same_track_and_is_sought_both_ways(tmp_path, preset):
    file = RecordingFile(tmp_path / "lowered.mkv", Encoding(preset=preset), pictures=True)
    for number in range(180):
        if number == 97:
            assert file.lower()
            assert not file.lower()
        file.picture(shown(number))
        file.sound(silence(number))
    file.close()
    assert numbers(file.path) == list(range(180))
    with av.open(str(file.path)) as container:
        for place in (5.0, 1.0, 4.0, 2.0):  # one decoder, back and forth across the change
            container.seek(round(place * 1e6))
            frame = next(container.decode(video=0))
            assert frame.time == pytest.approx(place, abs=0.02)
            expected = 40 + round(frame.time * 30) % 180
            assert float(frame.to_ndarray(format="gray").mean()) == pytest.approx(expected, abs=4)


class SlowFile(RecordingFile):
    """Waits to be let on with each picture, as a slow encoder does."""

    gate = threading.Semaphore(0)

    def picture(self, frame: VideoFrame) -> None:
        self.gate.acquire()
        super().picture(frame)


def test_a_queue_that_stays_over_half_lowers_the_quality_twice_and_never_back(tmp_path, monkeypatch):
    monkeypatch.setattr("simulator.devices.pyav_recorder.RecordingFile", SlowFile)
    monkeypatch.setattr(SlowFile, "gate", threading.Semaphore(0))
    clock = HandClock()
    recorder = PyAvRecorder(tmp_path / "slow.mkv", clock, free=lambda _: ROOM, most_pictures=10)
    seen: list[str | None] = []
    number = 0

    def fill() -> None:
        nonlocal number
        while recorder.health().queued < 10:
            recorder.picture(VideoFrame(number / 1000, shown(number).pixels))
            number += 1

    def write_one() -> None:
        """Let the writer write one, and wait until it did and looked at the queue."""
        written = recorder.health().written
        SlowFile.gate.release()
        while recorder.health().written == written:
            threading.Event().wait(0.001)

    fill()
    for _ in range(12):
        write_one()
        fill()
        clock.time += CROWDED_FOR / 2 + 0.01
        seen.append(recorder.health().quality)
    for _ in range(1000):
        SlowFile.gate.release()
    recorder.close()
    steps = list(dict.fromkeys(seen))
    assert steps == ["veryfast", "ultrafast", "ultrafast ½"]
    assert seen == sorted(seen, key=steps.index)
    with av.open(str(tmp_path / "slow.mkv")) as container:
        assert len(list(container.decode(video=0))) == recorder.health().written
