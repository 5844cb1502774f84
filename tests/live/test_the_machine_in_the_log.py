"""What the machine does beside a session is in its log, and moves nobody in the room."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from simulator.devices.clock import HandClock
from simulator.domain.events import Event
from simulator.domain.machine import (
    Device,
    DeviceFailed,
    DiskLow,
    Fault,
    PicturesDropped,
    QualityLowered,
    VitalsMeasured,
)
from simulator.live.booking import Booking
from simulator.live.studio import Studio
from simulator.media_port import RecorderHealth, SoundBlock, VideoFrame
from tests.deviceless import studio_in

MACHINE = (DeviceFailed, DiskLow, PicturesDropped, QualityLowered, VitalsMeasured)


class ScriptedRecorder:
    """Writes nothing; its health is set by hand."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.state = RecorderHealth(free_bytes=3 * 10**9, quality="veryfast")

    def picture(self, frame: VideoFrame) -> None: ...

    def sound(self, block: SoundBlock) -> None: ...

    def health(self) -> RecorderHealth:
        return self.state

    def close(self) -> Path:
        return self.path


def on_air(folder: Path, *, troubled: bool) -> tuple[Event, ...]:
    """Thirty-five seconds on air; troubled: the disk runs short, the quality is lowered, the recording stops."""
    clock = HandClock()
    studio: Studio = studio_in(folder, clock)
    recorder = ScriptedRecorder(folder / "recording.mkv")
    studio.equipment = replace(
        studio.equipment, recorder=lambda *_: recorder, processor=lambda: clock.now() * (0.9 if troubled else 0.1)
    )
    try:
        session = studio.go_live(Booking(scenario="S01", trainee="小雨", camera=None, microphone=None, seed=7))
        session.desk.pin_product(session.scenario.products[0].id)
        for beat in range(350):
            clock.time += 0.1
            if troubled and beat == 150:
                recorder.state = replace(recorder.state, free_bytes=19 * 10**8, quality="ultrafast", dropped=7)
            if troubled and beat in (200, 280):  # slow for a moment, stopped for good
                recorder.state = replace(recorder.state, fault=Fault.SLOW if beat == 200 else Fault.DISK_FULL)
            studio.beat(0.033)
            studio.attend()
            session.tick()
        session.go_off_air()
        studio.end()
        return studio.store.log(session.header.id).events
    finally:
        studio.close_devices()
        studio.store.close()


def test_a_short_disk_a_lowered_quality_and_the_vitals_are_kept(tmp_path: Path) -> None:
    events = on_air(tmp_path / "a", troubled=True)
    (low,) = (event for event in events if isinstance(event, DiskLow))
    (lowered,) = (event for event in events if isinstance(event, QualityLowered))
    assert low.free_bytes == 19 * 10**8
    (stopped,) = (event for event in events if isinstance(event, DeviceFailed))
    assert (stopped.device, stopped.fault, round(stopped.at)) == (Device.RECORDER, Fault.DISK_FULL, 28)
    assert (lowered.was, lowered.now) == ("veryfast", "ultrafast")
    vitals = [event for event in events if isinstance(event, VitalsMeasured)]
    assert [round(event.at) for event in vitals] == [10, 20, 30]
    assert [event.quality for event in vitals] == ["veryfast", "ultrafast", "ultrafast"]
    assert [event.dropped for event in vitals] == [0, 7, 0]
    assert all(event.cpu is not None and abs(event.cpu - 0.9) < 0.01 for event in vitals)
    assert all(event.camera_fps is None and event.caption_delay is None for event in vitals)


def test_a_troubled_machine_moves_nobody_in_the_room(tmp_path: Path) -> None:
    def room(events: tuple[Event, ...]) -> list[Event]:
        return [event for event in events if not isinstance(event, MACHINE)]

    troubled, fine = on_air(tmp_path / "a", troubled=True), on_air(tmp_path / "b", troubled=False)
    assert room(troubled) == room(fine)
    assert len(troubled) > len(fine) > 40
