"""What two hearings of a session come to: the one that kept up, and the one of the whole recording."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from simulator.domain.machine import Fault
from simulator.domain.session import SessionLog, Transcript
from simulator.ports import DeviceError


def whole(heard: Transcript, live: Transcript | None, log: SessionLog, recording: Path) -> Transcript:
    """What was heard again; behind the end of a recording that was cut short stands what was heard live.

    Raise DeviceError where nobody speaks in a recording though words were heard live: it was not recorded as it was
    heard, and what was heard must not be lost.
    """
    if live is None or not live.phrases:
        return heard
    if not heard.phrases:
        raise DeviceError(Fault.UNREADABLE, "recording_silent", path=str(recording))
    if not heard.cut_short(log.length):
        return heard
    assert heard.heard is not None
    last = max(heard.heard - 0.5, heard.phrases[-1].said.end)
    rest = tuple(phrase for phrase in live.phrases if phrase.said.start >= last)
    return replace(heard, phrases=(*heard.phrases, *rest))
