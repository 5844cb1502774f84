"""A muted microphone is told of though it gives blocks; a camera that freezes is noticed and back in time."""

from __future__ import annotations

import threading
from collections.abc import Iterable

import numpy as np
import pytest

from simulator.devices.clock import HandClock
from simulator.devices.opencv_camera import OpenCvCamera
from simulator.devices.scripted import ScriptedMicrophone
from simulator.domain.machine import Device, DeviceFailed, DeviceReturned, Fault
from simulator.live.capture import REOPEN_EVERY, CaptureThread
from simulator.live.watchdog import MotionWatch, SilenceWatch
from simulator.media_port import SoundBlock, VideoFrame
from simulator.ports import DeviceError

SHOWN_WITHIN = 1.5
"""What the requirements allow for a microphone; the window looks every 0.1 s."""
NOTICED_WITHIN = BACK_WITHIN = 3.0


def blocks(start: float, seconds: float, dbfs: float | None) -> list[SoundBlock]:
    """Blocks of 10 ms: a square wave this loud, or exact zeros."""
    peak = 0.0 if dbfs is None else 10 ** (dbfs / 20)
    wave = np.tile(np.array([peak, -peak], np.float32), 240)
    return [SoundBlock(start + k / 100, wave, 48_000) for k in range(round(seconds * 100))]


def muted_at(sound: Iterable[SoundBlock], watch: SilenceWatch | None = None) -> float | None:
    watch = watch or SilenceWatch()
    for block in sound:
        if watch(block) is Fault.MUTED:
            return block.at + 0.01
    return None


@pytest.mark.parametrize("dbfs", [None, -90.0, -81.0])
def test_zeros_and_what_is_nearly_zero_are_told_after_a_second(dbfs):
    told = muted_at([*blocks(0.0, 3.0, -40.0), *blocks(3.0, 2.0, dbfs)])
    assert told is not None
    assert told + 1e-9 >= 4.0 and told + 0.1 <= 3.0 + SHOWN_WITHIN


def test_the_noise_of_an_open_microphone_and_a_short_silence_are_nothing():
    assert muted_at(blocks(0.0, 30.0, -79.0)) is None
    pauses = [block for k in range(20) for block in (*blocks(k, 0.9, None), *blocks(k + 0.9, 0.1, -30.0))]
    assert muted_at(pauses) is None


def test_sound_ends_it_at_once_and_what_hovers_about_the_edge_does_not():
    watch = SilenceWatch()
    assert muted_at(blocks(0.0, 1.0, None), watch) is not None
    assert [watch(block) for block in blocks(1.0, 0.3, -79.5)] == [Fault.MUTED] * 30
    assert watch(blocks(1.3, 0.01, -50.0)[0]) is None
    assert muted_at(blocks(1.31, 0.98, None), watch) is None, "a second from its own beginning, not from before"


def test_a_microphone_that_comes_back_is_listened_to_for_a_second_anew():
    watch = SilenceWatch()
    assert muted_at(blocks(0.0, 2.0, None), watch) is not None
    assert muted_at(blocks(6.0, 0.9, None), watch) is None
    assert muted_at(blocks(6.9, 0.2, None), watch) == pytest.approx(7.0, abs=0.02)


def listen(script: list[SoundBlock | DeviceError]) -> tuple[list[DeviceFailed | DeviceReturned], list[SoundBlock]]:
    """What a capture thread tells of a microphone, at the time of its blocks, and what it hands on."""
    clock, ended = HandClock(), threading.Event()
    told: list[DeviceFailed | DeviceReturned] = []
    heard: list[SoundBlock] = []
    sources = iter([ScriptedMicrophone(script)])

    def silence(block: SoundBlock) -> Fault | None:
        clock.time = block.at + 0.01
        return watch(block)

    def open_source() -> ScriptedMicrophone:
        source = next(sources, None)
        if source is None:
            ended.set()
            raise DeviceError(Fault.MISSING, "microphone_missing")
        return source

    watch = SilenceWatch()
    capture: CaptureThread[SoundBlock] = CaptureThread(
        Device.MICROPHONE,
        open_source,
        [heard.append],
        told.append,
        clock.now,
        watch=silence,
        on_end=ended.set,
        reopen_every=0.0,
    )
    capture.start()
    assert ended.wait(30)
    assert capture.stop(30)
    return told, heard


def test_a_switch_turned_off_and_on_is_in_the_log_and_every_block_is_handed_on():
    script = [*blocks(0.0, 1.0, -30.0), *blocks(1.0, 4.0, None), *blocks(5.0, 1.0, -30.0)]
    told, heard = listen([*script])
    assert [type(event) for event in told] == [DeviceFailed, DeviceReturned]
    failed, returned = told
    assert isinstance(failed, DeviceFailed) and failed.fault is Fault.MUTED
    assert failed.at - 1.0 <= SHOWN_WITHIN - 0.1
    assert returned.at == pytest.approx(5.01)
    assert len(heard) == len(script)


def test_a_muted_microphone_that_is_pulled_out_is_lost():
    told, _ = listen([*blocks(0.0, 2.0, None), DeviceError(Fault.LOST, "microphone_lost")])
    assert [event.fault for event in told if isinstance(event, DeviceFailed)] == [Fault.MUTED, Fault.LOST]


def test_one_new_picture_proves_nothing_and_half_a_second_of_them_does():
    def shown(at: float, number: int) -> VideoFrame:
        return VideoFrame(at, np.full((2, 2, 3), number, np.uint8))

    motion = MotionWatch()
    stale = [shown(0.0, 1), *(shown(k / 30, 2) for k in range(1, 60))]
    assert not any(motion.moves(frame) for frame in stale)
    moving = [motion.moves(shown(2 + k / 30, k)) for k in range(30)]
    assert moving.index(True) == pytest.approx(15, abs=1)


class FreezingDriver:
    """A camera of 30 pictures a second whose picture stands still for a while, on a clock that it moves itself.

    It goes on when its last picture was handed on, so that a busy machine changes nothing.
    """

    def __init__(self, clock: HandClock, frozen: tuple[float, float]) -> None:
        self.clock = clock
        self.frozen = frozen
        self.wanted = threading.Semaphore(1)

    def isOpened(self) -> bool:
        return True

    def read(self) -> tuple[bool, np.ndarray]:
        if not self.wanted.acquire(timeout=0.05):
            return False, np.zeros((0, 0, 3), np.uint8)
        self.clock.time += 1 / 30
        begin, end = self.frozen
        moment = begin if begin <= self.clock.time < end else self.clock.time
        return True, np.full((4, 4, 3), round(moment * 30) % 251, np.uint8)

    def release(self) -> None: ...


@pytest.mark.parametrize("end", [12.5, 14.0, 16.03])
def test_a_frozen_camera_is_noticed_and_is_back_within_three_seconds(end):
    clock, frozen_at = HandClock(), 10.0
    drivers: list[FreezingDriver] = []
    told: list[DeviceFailed | DeviceReturned] = []
    done = threading.Event()

    def open_capture(_: int) -> FreezingDriver:
        drivers.append(FreezingDriver(clock, (frozen_at, end)))
        return drivers[-1]

    def hand_on(_: VideoFrame) -> None:
        if clock.time > end + 5:
            done.set()
        drivers[-1].wanted.release()

    capture: CaptureThread[VideoFrame] = CaptureThread(
        Device.CAMERA,
        lambda: OpenCvCamera(0, clock, open_capture=open_capture),
        [hand_on],
        told.append,
        clock.now,
        reopen_every=0.0,
    )
    capture.start()
    assert done.wait(60)
    assert capture.stop(30)
    assert [type(event) for event in told] == [DeviceFailed, DeviceReturned]
    failed, returned = told
    assert isinstance(failed, DeviceFailed) and failed.fault is Fault.FROZEN
    assert 2.0 <= failed.at - frozen_at < NOTICED_WITHIN
    assert end < returned.at < end + BACK_WITHIN - REOPEN_EVERY
