"""What two hearings of a session come to."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.domain.events import HostSpoke, WentOffAir
from simulator.domain.session import Transcript
from simulator.domain.units import Span
from simulator.live.second_hearing import whole
from simulator.ports import DeviceError
from tests.stream import Stream

FILE = Path("session.mkv")


def phrase(start: float, engine: str) -> HostSpoke:
    return HostSpoke(at=start + 2, said=Span(start, start + 2), text="好", words=(), engine=engine)


def hearing(engine: str, *starts: float, heard: float | None = None) -> Transcript:
    phrases = tuple(phrase(start, engine) for start in starts)
    return Transcript(engine=engine, final=engine == "whisper", phrases=phrases, heard=heard)


LOG = Stream().add(WentOffAir(at=600.0)).log()


def test_a_whole_recording_takes_the_place_of_what_was_heard_live() -> None:
    heard = hearing("whisper", 1, 300, 590, heard=LOG.length)
    assert whole(heard, hearing("vosk", 1, 595), LOG, FILE) == heard


def test_behind_the_end_of_a_short_recording_stands_what_was_heard_live() -> None:
    heard = hearing("whisper", 1, 100, heard=120.0)
    joined = whole(heard, hearing("vosk", 2, 101, 118, 130, 400), LOG, FILE)
    assert [(each.engine, each.said.start) for each in joined.phrases] == [
        ("whisper", 1),
        ("whisper", 100),
        ("vosk", 130),
        ("vosk", 400),
    ]
    assert joined.cut_short(LOG.length)


def test_a_silent_recording_costs_nothing_that_was_heard() -> None:
    with pytest.raises(DeviceError) as caught:
        whole(hearing("whisper", heard=600.0), hearing("vosk", 1), LOG, FILE)
    assert caught.value.code == "recording_silent"
    nothing = hearing("whisper", heard=600.0)
    assert whole(nothing, hearing("vosk"), LOG, FILE) == nothing
    assert whole(nothing, None, LOG, FILE) == nothing
