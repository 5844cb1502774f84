"""A microphone pulled out in the middle of a session, and plugged in again."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import av
import pytest

from simulator.devices.clock import SystemClock
from simulator.devices.listing import microphones
from simulator.devices.pyav_recorder import PyAvRecorder, Space
from simulator.domain.crowd import RoomCounted
from simulator.domain.events import Event
from simulator.domain.machine import Device, DeviceFailed, DeviceReturned
from simulator.live.booking import Booking
from simulator.live.session import LiveSession
from simulator.live.studio import Studio
from tests.deviceless import studio_in
from tests.virtual_mic import VirtualMic

MOST_BEATS = 1200


def beat_until(studio: Studio, session: LiveSession, there: Callable[[Event], bool]) -> None:
    """Beat the drum as a window does, until such an event is in the log."""
    pause = threading.Event()
    for _ in range(MOST_BEATS):
        if any(there(event) for event in session.tick()):
            return
        studio.attend()
        pause.wait(0.05)
    pytest.fail("it did not happen")


def test_the_session_goes_on_and_says_what_was_missing(tmp_path: Path, virtual_mic: VirtualMic) -> None:
    clock = SystemClock()
    studio = studio_in(tmp_path / "data", clock)
    make = partial(PyAvRecorder, clock=clock, space=Space(to_start=0, to_go_on=0))
    studio.equipment = replace(
        studio.equipment,
        recorder=lambda path, pictures, wait: make(path, pictures=pictures, wait=wait),
    )
    address = microphones(look=True)[0].address
    session = studio.go_live(Booking(scenario="S01", trainee="小雨", camera=None, microphone=address, seed=7))
    try:
        beat_until(studio, session, lambda event: isinstance(event, RoomCounted) and event.at > 2)
        virtual_mic.unplug()
        beat_until(studio, session, lambda event: isinstance(event, DeviceFailed))
        beat_until(studio, session, lambda event: isinstance(event, RoomCounted))
        virtual_mic.plug()
        beat_until(studio, session, lambda event: isinstance(event, DeviceReturned))
        beat_until(studio, session, lambda event: isinstance(event, RoomCounted))
        session.go_off_air()
        ended, log = studio.end(), session.log
    finally:
        studio.close_devices()
        studio.store.close()
    told = [(type(event), event.device) for event in log.only(DeviceFailed, DeviceReturned)]
    assert told[0] == (DeviceFailed, Device.MICROPHONE)
    assert (DeviceReturned, Device.MICROPHONE) in told
    assert ended.recording is not None
    with av.open(str(ended.recording)) as file:
        sound = list(file.decode(audio=0))
    assert sound[-1].time == pytest.approx(log.length, abs=1.5)
