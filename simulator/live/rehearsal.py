"""A session from files, as fast as the machine allows, with the same result as live."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from simulator.domain.units import Seconds
from simulator.live.booking import Booking, Ended
from simulator.live.session import LiveSession
from simulator.live.streams import Streams
from simulator.live.studio import Studio
from simulator.media_port import Camera, Health, VideoFrame
from simulator.ports import Mendable, Recogniser

STEP: Seconds = 0.1
TAIL: Seconds = 3.0
"""How long a session without sound goes on after the last word, so that the room can react to it."""


class MovedClock(Protocol):
    """A clock that stands until its time is set."""

    time: Seconds

    def now(self) -> Seconds: ...


class Replayed(Recogniser, Protocol):
    """A recogniser that knows beforehand what will be said."""

    end: Seconds
    """When the last word ends."""

    def advance(self, to: Seconds) -> None:
        """Let time pass without sound."""


@dataclass(slots=True)
class _Pictures:
    """Hands pictures over in step with the sound."""

    camera: Camera | None
    streams: Streams
    waiting: VideoFrame | None = None

    def up_to(self, moment: Seconds) -> None:
        while self.camera is not None:
            if self.waiting is None:
                try:
                    self.waiting = self.camera.read()
                except EOFError:
                    self.camera.close()
                    self.camera = None
                    return
            if self.waiting.at > moment:
                return
            self.streams.picture(self.waiting)
            self.waiting = None

    def close(self) -> None:
        if self.camera is not None:
            self.camera.close()


def rehearse_fast(
    studio: Studio,
    booking: Booking,
    clock: MovedClock,
    *,
    replayed: Replayed | None = None,
    progress: Callable[[Seconds], None] = lambda _: None,
) -> tuple[LiveSession, Ended]:
    """Run a booking whose camera and microphone are files; ``clock`` must stand at 0.

    Raise DeviceError, ContentError or StoreError before anything is entered in the store where that can be known.
    """
    equipment = studio.equipment
    scenario = studio.library.scenario(booking.scenario)
    microphone = camera = None
    if booking.microphone is not None:
        equipment.whole(booking.microphone)
        microphone = equipment.microphone(booking.microphone, clock, 0.0, True)
    if booking.camera is not None:
        camera = equipment.camera(booking.camera, clock, 0.0, True)
    recogniser: Recogniser | None = replayed
    if recogniser is None and microphone is not None:
        recogniser = equipment.recogniser(scenario.language)
    session = studio.open_session(booking, clock, None)
    studio.prepare()
    recorder = None
    try:
        if booking.record and (microphone is not None or camera is not None):
            recorder = studio.recorder_for(session, camera is not None, True)
    except Mendable:
        for each in (microphone, camera, recogniser):
            if each is not None:
                each.close()
        raise
    streams = Streams(session, equipment, recorder, recogniser, aside=False)
    pictures = _Pictures(camera, streams)
    session.go_live(0.0)
    end = replayed.end + TAIL if replayed is not None else 0.0
    moment = 0.0
    try:
        while True:
            if microphone is not None:
                try:
                    block = microphone.read()
                except EOFError:
                    break
                moment = block.at + len(block.samples) / block.rate_hz
                pictures.up_to(moment)
                streams.listening.take(block, exact=microphone.exact)
            elif moment < end:
                moment = round(moment + STEP, 6)
                pictures.up_to(moment)
                if replayed is not None:
                    replayed.advance(moment)
            else:
                break
            if recogniser is not None:
                session.hear(recogniser.settle())
            clock.time = moment
            session.tick()
            streams.tell_drops()
            progress(moment)
    finally:
        pictures.close()
        if microphone is not None:
            microphone.close()
    session.go_off_air()
    recorded = streams.recorded()
    recording, rest = streams.close()
    health = Health(
        video_frames=streams.pictures,
        dropped_frames=recorded.dropped if recorded is not None else 0,
        audio_gaps=streams.listening.gaps,
        faults=(("recorder", recorded.fault.value),) if recorded is not None and recorded.fault is not None else (),
    )
    return session, Ended(recording=recording, rest=rest, health=health)
