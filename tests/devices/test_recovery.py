"""What a kill leaves of a recording is made whole at the next start."""

import contextlib
import signal
import subprocess
import sys
from pathlib import Path

import av
import numpy as np
import pytest

from simulator.devices.recording_file import Encoding, RecordingFile
from simulator.devices.recovery import PART, final_of, part_of, recover, unfinished
from simulator.domain.machine import Fault
from simulator.media_port import SoundBlock, VideoFrame
from simulator.ports import DeviceError
from tests.avsync import sound_of
from tests.media_files import tone, write_video

ROOT = Path(__file__).parents[2]
RECORDING_CHILD = """
import sys
from pathlib import Path

import numpy as np

from simulator.devices.clock import SystemClock
from simulator.devices.pace import wait_until
from simulator.devices.pyav_recorder import PyAvRecorder, Space
from simulator.media_port import (SoundBlock, VideoFrame)
from threading import Event

clock = SystemClock()
recorder = PyAvRecorder(Path(sys.argv[1]), clock, space=Space(0, 0))
noise = np.random.default_rng(1).integers(0, 60, (360, 640, 3), dtype=np.uint8)
begin = clock.now()
for number in range(1800):
    at = number / 30
    wait_until(begin + at, clock, Event())
    recorder.picture(VideoFrame(at, np.roll(noise, number, axis=1)))
    recorder.sound(SoundBlock(at, np.zeros(1600, np.float32), 48_000))
    if number % 3 == 0:
        print(at, flush=True)
"""


def pictures_of(path: Path) -> list[float]:
    """When each picture of a file is shown, as far as it can be unpacked."""
    shown: list[float] = []
    with av.open(str(path)) as container, contextlib.suppress(av.error.FFmpegError):
        shown += [round(frame.time, 3) for frame in container.decode(video=0)]
    return shown


def reach(path: Path) -> tuple[float, float]:
    """How far picture and sound of a file can be played."""
    with av.open(str(path)) as container:
        pictures = [frame.time for frame in container.decode(container.streams.video[0])]
    start, samples, rate_hz = sound_of(path)
    return pictures[-1], start + len(samples) / rate_hz


def test_a_recording_killed_at_any_moment_plays_up_to_its_last_two_seconds(tmp_path):
    final = tmp_path / "session.mkv"
    child = subprocess.Popen([sys.executable, "-c", RECORDING_CHILD, str(final)], cwd=ROOT, stdout=subprocess.PIPE)
    assert child.stdout is not None
    told = 0.0
    for line in child.stdout:
        told = float(line)
        if told >= 3.6:
            break
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    assert unfinished(tmp_path) == (part_of(final),)
    before = reach(part_of(final))
    recovered = recover(part_of(final))
    assert recovered.path == final
    assert unfinished(tmp_path) == ()
    assert [file.name for file in tmp_path.iterdir()] == ["session.mkv"]
    assert min(reach(final)) > told - 2.0
    assert reach(final) == pytest.approx(before, abs=0.05)
    assert recovered.seconds == pytest.approx(max(before), abs=0.1)
    with av.open(str(final)) as container:
        assert container.duration == pytest.approx(recovered.seconds * av.time_base, rel=0.02)


def test_any_beginning_of_a_recording_is_mended_or_left_alone(tmp_path):
    whole = write_video(tmp_path / "whole.mkv", [k / 30 for k in range(90)], sound=tone(3.0, 48_000)).read_bytes()
    mended = 0
    for size in range(0, len(whole), len(whole) // 40):
        part = tmp_path / f"{size}{PART}"
        part.write_bytes(whole[:size])
        try:
            recovered = recover(part)
        except DeviceError as error:
            assert (error.fault, error.code) == (Fault.UNREADABLE, "recording_not_mended")
            assert part.read_bytes() == whole[:size]
        else:
            mended += 1
            assert recovered.path == final_of(part)
            assert not part.exists()
            with av.open(str(recovered.path)) as container:
                assert sum(1 for _ in container.decode()) > 0
    assert mended > 30
    assert list(tmp_path.glob("*mending*")) == []


def test_mending_again_after_a_crash_between_the_last_two_steps_gives_the_same_file(tmp_path):
    part = tmp_path / f"twice{PART}"
    write_video(tmp_path / "made.mkv", [0.0, 0.1, 0.2], sound=tone(0.5, 48_000)).replace(part)
    kept = part.read_bytes()
    first = recover(part).path.read_bytes()
    part.write_bytes(kept)
    assert recover(part).path.stat().st_size == len(first)


def test_the_first_pictures_are_kept_though_the_file_does_not_tell_when_to_unpack_them(tmp_path):
    made = RecordingFile(tmp_path / "made.mkv", Encoding(preset="veryfast"), pictures=True)
    noise = np.random.default_rng(1).integers(0, 60, (90, 160, 3), dtype=np.uint8)
    for number in range(90):
        made.picture(VideoFrame(number / 30, np.roll(noise, number, axis=1)))
        made.sound(SoundBlock(number / 30, np.zeros(1600, np.float32), 48_000))
    made.close()
    part = tmp_path / f"cut{PART}"
    whole = (tmp_path / "made.mkv").read_bytes()
    part.write_bytes(whole[: len(whole) * 3 // 4])
    with av.open(str(part)) as cut:
        assert next(cut.demux(video=0)).dts is None, "else this would show nothing"
    before = pictures_of(part)
    assert before[0] == 0.0 and len(before) > 30
    mended = recover(part).path
    assert pictures_of(mended)[: len(before)] == before
    with av.open(str(mended)) as container:
        assert next(container.demux(video=0)).is_keyframe
