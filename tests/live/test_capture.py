"""A capture thread hands on what its device gives, tells once of its failing and once of its return."""

import threading
from collections.abc import Iterator

import numpy as np
import pytest

from simulator.devices.clock import SystemClock
from simulator.devices.file_camera import FileCamera
from simulator.devices.file_microphone import FileMicrophone
from simulator.devices.pace import Pace
from simulator.devices.scripted import ScriptedCamera, ScriptedMicrophone
from simulator.domain.machine import Device, DeviceFailed, DeviceReturned, Fault
from simulator.live.capture import CaptureThread, Source
from simulator.media_port import SoundBlock, VideoFrame
from simulator.ports import ContentError, DeviceError
from tests.media_files import tone, write_sound, write_video

LOST = DeviceError(Fault.LOST, "camera_lost")
FROZEN = DeviceError(Fault.FROZEN, "camera_frozen")


def picture(at: float) -> VideoFrame:
    return VideoFrame(at, np.zeros((2, 2, 3), np.uint8))


def pictures(start: float, count: int) -> list[VideoFrame]:
    return [picture(start + k / 30) for k in range(count)]


def moving(start: float, count: int) -> list[VideoFrame]:
    return [VideoFrame(frame.at, frame.pixels + number % 250) for number, frame in enumerate(pictures(start, count))]


def sound(at: float, seconds: float = 0.1) -> SoundBlock:
    return SoundBlock(at, np.zeros(round(seconds * 48_000), np.float32), 48_000)


class Watching:
    """Opens the devices it is given, one after the other, and waits until all of them were used up."""

    def __init__(self, *sources: Source | Exception) -> None:
        self._sources: Iterator[Source | Exception] = iter(sources)
        self.used_up = threading.Event()
        self.items: list[VideoFrame | SoundBlock] = []
        self.threads: set[int] = set()
        self.events: list[DeviceFailed | DeviceReturned] = []
        self.capture: CaptureThread = CaptureThread(
            Device.CAMERA,
            self.open,
            [self.take],
            self.events.append,
            lambda: 42.0,
            on_end=self.used_up.set,
            reopen_every=0.0,
        )

    def open(self) -> Source:
        source = next(self._sources, None)
        if source is None:
            self.used_up.set()
            raise DeviceError(Fault.MISSING, "camera_missing")
        if isinstance(source, Exception):
            raise source
        return source

    def take(self, item: VideoFrame | SoundBlock) -> None:
        self.threads.add(threading.get_ident())
        self.items.append(item)

    def run(self) -> "Watching":
        self.capture.start()
        assert self.used_up.wait(30)
        assert self.capture.stop(30)
        return self

    @property
    def told(self) -> list[str]:
        return [event.fault.value if isinstance(event, DeviceFailed) else "returned" for event in self.events]


def test_items_come_in_order_on_the_threads_own_and_the_device_is_closed():
    camera = ScriptedCamera(pictures(0.0, 5))
    seen = Watching(camera).run()
    assert [item.at for item in seen.items] == pytest.approx([k / 30 for k in range(5)])
    assert threading.get_ident() not in seen.threads and len(seen.threads) == 1
    assert camera.closed
    assert seen.capture.count == 5
    assert seen.capture.latest is seen.items[-1]


def test_a_lost_camera_is_told_once_and_its_return_once_at_session_time():
    missing = DeviceError(Fault.MISSING, "camera_missing")
    seen = Watching(ScriptedCamera([*pictures(0.0, 3), LOST]), missing, missing, ScriptedCamera(pictures(9.0, 3))).run()
    assert seen.told == ["lost", "returned", "lost"]
    assert all(event.at == 42.0 for event in seen.events)
    assert len(seen.items) == 6
    assert seen.capture.gaps == 1


def test_a_frozen_camera_must_move_for_a_while_before_it_counts_as_returned():
    still_frozen = ScriptedCamera([*pictures(10.0, 61), FROZEN])
    seen = Watching(ScriptedCamera([picture(0.0), FROZEN]), still_frozen).run()
    assert seen.told == ["frozen"]
    seen = Watching(ScriptedCamera([picture(0.0), FROZEN]), ScriptedCamera(moving(10.0, 90))).run()
    assert seen.told == ["frozen", "returned", "lost"]
    assert len(seen.items) == 91  # what it gives meanwhile is handed on all the same


def test_a_device_that_does_not_open_raises_where_it_is_waited_for_and_is_tried_again():
    busy = DeviceError(Fault.BUSY, "camera_busy")
    seen = Watching(busy, ScriptedCamera(pictures(0.0, 2)))
    seen.run()
    with pytest.raises(DeviceError) as raised:
        seen.capture.wait_open()
    assert raised.value is busy
    assert seen.told == ["busy", "returned", "lost"]


def test_a_device_that_hangs_in_opening_is_said_to_be_slow_and_left_behind():
    go = threading.Event()
    late: list[VideoFrame] = []

    def hang() -> ScriptedCamera:
        go.wait()
        return ScriptedCamera(pictures(0.0, 3))

    capture: CaptureThread[VideoFrame] = CaptureThread(Device.CAMERA, hang, [late.append], lambda _: None, lambda: 0.0)
    capture.start()
    with pytest.raises(DeviceError) as raised:
        capture.wait_open(0.01)
    assert (raised.value.fault, raised.value.code) == (Fault.SLOW, "device_slow")
    assert not capture.stop(0.01)
    go.set()
    assert capture.ended.wait(30)
    assert late == []


def test_the_end_of_a_file_is_told_and_no_failure():
    ended = threading.Event()
    events: list[DeviceFailed | DeviceReturned] = []
    microphone = ScriptedMicrophone([sound(0.0), sound(0.1)])
    capture: CaptureThread[SoundBlock] = CaptureThread(
        Device.MICROPHONE, lambda: microphone, [], events.append, lambda: 0.0, on_end=ended.set
    )
    capture.start()
    assert ended.wait(30)
    assert capture.stop(30)
    assert (events, capture.ended.is_set(), capture.fault, microphone.closed) == ([], True, None, True)


def test_a_hole_between_blocks_is_a_gap_and_their_length_is_not():
    seen = Watching(ScriptedMicrophone([sound(0.0, 0.5), sound(0.5, 0.5), sound(1.3)])).run()
    assert seen.capture.gaps == 1


def test_pictures_a_second_are_measured_and_unknown_without_two():
    rates: list[float | None] = []
    enough = threading.Event()

    def take(_: VideoFrame) -> None:
        rates.append(capture.fps())
        if len(rates) == 100:
            enough.set()

    camera = ScriptedCamera(pictures(0.0, 100))
    capture: CaptureThread[VideoFrame] = CaptureThread(
        Device.CAMERA, lambda: camera, [take], lambda _: None, lambda: 0.0
    )
    assert capture.fps() is None
    capture.start()
    assert enough.wait(30)
    assert capture.stop(30)
    assert rates[0] is None
    assert rates[-1] == pytest.approx(30)


def test_a_file_that_cannot_be_read_ends_at_once_and_is_not_tried_again(tmp_path):
    (tmp_path / "text.wav").write_text("words " * 100)
    opened = []

    def open_file() -> FileMicrophone:
        opened.append(1)
        return FileMicrophone(tmp_path / "text.wav", SystemClock(), 0.0)

    events: list[DeviceFailed | DeviceReturned] = []
    capture: CaptureThread[SoundBlock] = CaptureThread(
        Device.MICROPHONE, open_file, [], events.append, lambda: 0.0, reopen_every=0.0
    )
    capture.start()
    with pytest.raises(ContentError) as raised:
        capture.wait_open()
    assert raised.value.code == "file_not_media"
    assert capture.ended.wait(30)
    assert capture.stop(30)
    assert (len(opened), [event.fault for event in events]) == (1, [Fault.UNREADABLE])


def test_a_file_cut_off_is_heard_to_its_end_and_noticed(tmp_path):
    path = write_sound(tmp_path / "cut.wav", [tone(3.0, 48_000)], 48_000)
    path.write_bytes(path.read_bytes()[:200_000])
    events: list[DeviceFailed | DeviceReturned] = []
    blocks: list[SoundBlock] = []
    capture: CaptureThread[SoundBlock] = CaptureThread(
        Device.MICROPHONE,
        lambda: FileMicrophone(path, SystemClock(), 0.0, Pace.FAST),
        [blocks.append],
        events.append,
        lambda: 0.0,
    )
    capture.start()
    assert capture.ended.wait(30)
    assert capture.stop(30)
    assert sum(len(block.samples) for block in blocks) > 90_000
    assert [event.fault for event in events] == [Fault.UNREADABLE]
    assert capture.notice is not None and capture.notice.code == "file_cut_off"


def test_a_file_camera_runs_through_the_same_thread_until_it_is_stopped(tmp_path):
    path = write_video(tmp_path / "loop.mkv", [0.0, 0.02, 0.04])
    enough, frames = threading.Event(), []
    clock = SystemClock()

    def take(frame: VideoFrame) -> None:
        frames.append(frame)
        if len(frames) == 10:
            enough.set()

    capture: CaptureThread[VideoFrame] = CaptureThread(
        Device.CAMERA, lambda: FileCamera(path, clock, clock.now()), [take], lambda _: None, lambda: 0.0
    )
    capture.start()
    assert enough.wait(30)
    assert capture.stop(30)
    stopped_at = len(frames)
    assert [frame.at for frame in frames] == sorted(frame.at for frame in frames)
    assert len(frames) == stopped_at
