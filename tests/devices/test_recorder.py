"""The recording: in sync, whole, on its time line, whatever fails."""

import itertools
import resource
import subprocess
import threading
from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path

import av
import numpy as np
import pytest

from simulator.devices.clock import HandClock, SystemClock
from simulator.devices.picture_fit import planes, size_for
from simulator.devices.pyav_recorder import PyAvRecorder, Space
from simulator.devices.recording_file import Encoding
from simulator.domain.machine import Fault
from simulator.live.clocked_sound import ClockedSound
from simulator.media_port import SoundBlock, VideoFrame
from simulator.ports import DeviceError
from tests.avsync import beeps, lit, measure, schedule, sound_of
from tests.media_files import tone

QUICK = Encoding(preset="ultrafast")
ROOM = 10**12
NOISE = np.random.default_rng(3).integers(0, 255, (720, 1280, 3), dtype=np.uint8)


def recorder(path: Path, **wishes: object) -> PyAvRecorder:
    return PyAvRecorder(path, SystemClock(), **{"encoding": QUICK, "wait": True, "free": lambda _: ROOM, **wishes})


def grey(at: float, luma: int = 90, size: tuple[int, int] = (160, 96)) -> VideoFrame:
    return VideoFrame(at, np.full((size[1], size[0], 3), luma, np.uint8))


def silence(at: float, seconds: float) -> SoundBlock:
    return SoundBlock(at, np.zeros(round(seconds * 48_000), np.float32), 48_000)


def frames(path: Path) -> list[av.VideoFrame]:
    with av.open(str(path)) as container:
        return list(container.decode(container.streams.video[0]))


def luma(frame: av.VideoFrame) -> float:
    return float(frame.to_ndarray(format="gray").mean())


@pytest.mark.parametrize("ppm", [300, -300])
def test_sound_and_picture_stay_together_from_a_jittering_camera_and_a_drifting_microphone(tmp_path, ppm):
    chance = np.random.default_rng(5)
    taken = np.cumsum(chance.choice([1 / 30, 1 / 30, 1 / 30, 2 / 30], 440) + chance.normal(0, 0.003, 440))
    seconds = float(taken[-1])
    events = [float(taken[np.searchsorted(taken, at)]) for at in schedule(seconds)]
    clocked, kept = ClockedSound(), recorder(tmp_path / "sync.mkv")
    rate_hz, sample = 48_000 * (1 + ppm * 1e-6), 0
    for at in taken:
        kept.picture(grey(at + chance.exponential(0.002), 235 if lit(events, at) else 40))
        while (begins := sample / rate_hz) < at:
            if abs(begins - 9.0) < 0.005:
                sample += 3_840  # 80 ms are lost
                begins = sample / rate_hz
            wobble = 0.008 * np.sin(2 * np.pi * begins / 23) + chance.normal(0, 0.003)
            block = clocked.push(SoundBlock(begins + wobble, beeps(events, begins, 480, rate_hz), 48_000))
            sample += 480
            if block is not None:
                kept.sound(block)
    sync = measure(kept.close())
    assert sync.events >= len(events) - 2
    assert abs(sync.median_ms) < 10
    assert max(-sync.least_ms, sync.most_ms) < 20


def test_every_second_begins_with_a_key_frame_at_any_rate(tmp_path):
    kept = recorder(tmp_path / "keys.mkv")
    times = [k / 30 for k in range(60)] + [2 + k / 12 for k in range(36)]
    for at in times:
        kept.picture(grey(at, 40 + round(at * 20)))
        kept.sound(silence(at, 1 / 30))
    made = frames(kept.close())
    assert [round(frame.time, 2) for frame in made if frame.key_frame] == [0, 1, 2, 3, 4]
    assert [frame.time for frame in made] == pytest.approx(times, abs=0.001)


def test_sound_is_kept_whole_and_in_place(tmp_path):
    kept, sound = recorder(tmp_path / "whole.mkv"), tone(3.0, 48_000, hz=1000)
    for first in range(0, len(sound), 4800):
        kept.picture(grey(first / 48_000))
        kept.sound(SoundBlock(first / 48_000, sound[first : first + 4800], 48_000))
    start, back, rate_hz = sound_of(kept.close())
    assert abs(start) < 0.03 and rate_hz == 48_000
    place = round((0.5 - start) * 48_000)
    similar = np.corrcoef(back[place : place + 48_000], sound[24_000:72_000])[0, 1]
    assert similar > 0.99
    assert start + len(back) / 48_000 == pytest.approx(3.0, abs=0.03)


def test_a_hole_in_the_sound_is_silence_and_what_comes_twice_is_cut(tmp_path):
    kept, loud = recorder(tmp_path / "holes.mkv"), np.ones(48_000, np.float32) * 0.5
    loud[::2] *= -1
    for at in (0.0, 2.0, 2.5):  # one second is missing, half a second is there already
        kept.sound(SoundBlock(at, loud * (1 if at < 2.5 else 0.2), 48_000))
    start, back, _ = sound_of(kept.close())

    def level(since: float, until: float) -> float:
        return float(np.abs(back[round((since - start) * 48_000) : round((until - start) * 48_000)]).max())

    assert level(1.1, 1.9) < 0.02
    assert start + len(back) / 48_000 == pytest.approx(3.5, abs=0.03)


def test_a_lost_camera_leaves_a_card_and_the_time_line(tmp_path):
    kept = recorder(tmp_path / "lost.mkv")
    for k in range(300):
        if not 60 <= k < 210:
            kept.picture(grey(k / 30, 200))
        kept.sound(silence(k / 30, 1 / 30))
    made = frames(kept.close())
    assert max(b.time - a.time for a, b in itertools.pairwise(made)) <= 1.6
    assert {round(luma(frame) / 50) for frame in made if 2.1 < frame.time < 5.4} == {1}
    assert all(luma(frame) > 150 for frame in made if frame.time < 1.9 or frame.time >= 7.0)


def test_a_lost_microphone_leaves_silence_that_goes_on_with_the_picture(tmp_path):
    kept = recorder(tmp_path / "mute.mkv")
    for k in range(150):
        kept.picture(grey(k / 30))
    start, back, _ = sound_of(kept.close())
    assert start + len(back) / 48_000 > 3.4
    assert np.abs(back).max() < 0.001


def test_without_a_camera_the_file_has_sound_and_a_card(tmp_path):
    kept = recorder(tmp_path / "sound.mkv", pictures=False)
    for k in range(50):
        kept.sound(SoundBlock(k / 10, tone(0.1, 48_000), 48_000))
    path = kept.close()
    made = frames(path)
    assert [frame.time for frame in made if frame.key_frame] == pytest.approx([0, 1, 2, 3, 4], abs=0.001)
    assert sound_of(path)[1].max() > 0.2


def test_what_comes_before_going_live_is_not_recorded(tmp_path):
    kept = recorder(tmp_path / "count.mkv")
    for k in range(-15, 30):
        kept.picture(grey(k / 30, 200))
    made = frames(kept.close())
    assert len(made) == 30 and made[0].time == 0


def test_a_picture_of_another_size_is_fitted_into_the_first_ones(tmp_path):
    kept = recorder(tmp_path / "sizes.mkv")
    kept.picture(grey(0.0, 200, (320, 180)))
    kept.picture(grey(0.1, 200, (90, 160)))
    made = frames(kept.close())
    upright = made[1].to_ndarray(format="gray")
    assert upright.shape == (180, 320)
    assert upright[:, 160].mean() > 180 and upright[:, :60].mean() < 20


@pytest.mark.parametrize(
    ("given", "recorded"),
    [
        ((1280, 720), (1280, 720)),
        ((3840, 2160), (1280, 720)),
        ((1080, 1920), (720, 1280)),
        ((641, 363), (640, 360)),
        ((640, 362), (640, 360)),
    ],
)
def test_pictures_are_recorded_at_their_shape_no_larger_than_720p(given, recorded):
    pixels = np.zeros((given[1], given[0], 3), np.uint8)
    size = size_for(pixels, 1280, 720)
    assert size == recorded
    assert planes(pixels, size).shape == (size[1] * 3 // 2, size[0])


def test_a_full_queue_drops_pictures_counts_them_and_keeps_all_sound(tmp_path):
    kept = recorder(tmp_path / "slow.mkv", wait=False, most_pictures=3, encoding=Encoding())
    for k in range(60):
        kept.picture(VideoFrame(k / 30, NOISE))
        kept.sound(silence(k / 30, 1 / 30))
    assert kept.health().fault is Fault.SLOW
    path = kept.close()
    health = kept.health()
    assert health.dropped > 0
    assert health.written + health.dropped == 60
    assert sum(luma(frame) > 80 for frame in frames(path)) == health.written  # the card is darker
    start, back, _ = sound_of(path)
    assert start + len(back) / 48_000 == pytest.approx(2.0, abs=0.03)


def test_handing_over_faster_than_life_waits_and_drops_nothing(tmp_path):
    kept = recorder(tmp_path / "fast.mkv", most_pictures=3)
    for k in range(90):
        kept.picture(grey(k / 30, 40 + k))
    path = kept.close()
    assert (kept.health().written, kept.health().dropped, len(frames(path))) == (90, 0, 90)


# ------------------------------------------------------------------------------------ the disk


def test_no_recording_is_begun_on_a_disk_with_too_little_room(tmp_path):
    with pytest.raises(DeviceError) as raised:
        recorder(tmp_path / "no.mkv", free=lambda _: 999_000_000)
    assert (raised.value.fault, raised.value.code) == (Fault.DISK_FULL, "disk_too_full")
    assert (raised.value.facts["needed"], raised.value.facts["free"]) == (1_000_000_000, 999_000_000)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(DeviceError) as raised:
        recorder(tmp_path / "gone" / "no.mkv")
    assert (raised.value.fault, raised.value.code) == (Fault.MISSING, "recording_unwritable")


def test_recording_ends_by_itself_with_a_whole_file_while_there_is_still_room(tmp_path):
    clock, room = HandClock(), chain([ROOM, 300_000_000], repeat(100_000_000))
    kept = PyAvRecorder(
        tmp_path / "low.mkv", clock, encoding=QUICK, wait=True, free=lambda _: next(room), space=Space()
    )
    for k in range(90):
        clock.time += 1 / 30
        kept.picture(grey(k / 30))
        kept.sound(silence(k / 30, 1 / 30))
        if kept.health().fault is not None:
            break
    path = kept.close()
    assert kept.health().fault is Fault.DISK_FULL
    with av.open(str(path)) as container:
        assert container.duration is not None and container.duration > 500_000


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 3 MB; where mounting is not allowed, files of at most 3 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    size = 3_000_000
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], capture_output=True, check=False
    )
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    if mounted.returncode:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield folder
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        if not mounted.returncode:
            subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_runs_full_ends_the_recording_and_nothing_else(small_disk):
    kept = recorder(small_disk / "full.mkv")
    handed = 0
    while kept.health().fault is None and handed < 300:
        kept.picture(VideoFrame(handed / 30, np.roll(NOISE, handed * 7, axis=1)))
        kept.sound(silence(handed / 30, 1 / 30))
        handed += 1
    written = kept.health().written
    assert kept.health().fault is Fault.DISK_FULL
    kept.picture(grey(100.0))  # the session goes on handing over
    path = kept.close()
    assert path == small_disk / "full.mkv"
    made = frames(path)
    assert made[-1].time > written / 30 - 1.5
    assert [file.name for file in small_disk.iterdir()] == ["full.mkv"]


def test_the_writer_is_gone_when_the_recording_is_closed(tmp_path):
    before = threading.active_count()
    kept = recorder(tmp_path / "gone.mkv")
    kept.picture(grey(0.0))
    kept.close()
    assert threading.active_count() == before
    assert [file.name for file in tmp_path.iterdir()] == ["gone.mkv"]
