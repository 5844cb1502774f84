"""A moment of a review as a change of what the host of a session did: what the room would have met instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from simulator.audience.act_names import kind_of, reaches, subject_of
from simulator.audience.replay import Playback
from simulator.audience.whatif import Change
from simulator.domain.desk import IncidentDecided
from simulator.domain.events import Event, VoiceStarted, VoiceStopped
from simulator.domain.findings import IncidentHandled
from simulator.domain.key_moments import KeyMoment, MomentKind
from simulator.domain.units import Seconds, Span

SAME: Seconds = 2.0
"""A finding of the live hearing this close to one of the second hearing, of its kind and subject, is the same."""
EDGE: Seconds = 1.0
"""How far a voice detector's edges may lie from a silence's."""


def otherwise(moment: KeyMoment, playback: Playback) -> Change | None:
    """What to play; None where the model has no ear for it, or the room never met what would be left out.

    A session is marked by its second hearing, and its audience met what was heard live.
    """
    if moment.kind is MomentKind.SILENCE:
        return _spoken(moment.span, playback)
    events = playback.host.events
    drop: list[Event] = []
    for event in moment.drop:
        if moment.kind is MomentKind.SOLVED and not isinstance(event, IncidentHandled | IncidentDecided):
            continue  # what else was said then told of the goods, too
        met = _met(event, [each for each in events if each not in drop]) if reaches(event) else None
        if met is not None:
            drop.append(met)
    add = tuple(event for event in moment.add if reaches(event) and event.at < playback.length)
    if moment.kind is MomentKind.WRONG_PRICE:
        # What was not met live cannot be put right either; the right price comes when the wrong one did.
        add = tuple(replace(event, at=drop[0].at) for event in add) if drop else ()
    return Change(tuple(drop), add) if drop or add else None


def _met(event: Event, among: Sequence[Event]) -> Event | None:
    """The same event as the room met it."""
    if event in among:
        return event
    alike = [
        each
        for each in among
        if type(each) is type(event) and (kind_of(each), subject_of(each)) == (kind_of(event), subject_of(event))
    ]
    near = [each for each in alike if abs(_when(each) - _when(event)) <= SAME]
    return min(near, key=lambda each: abs(_when(each) - _when(event)), default=None)


def _when(event: Event) -> Seconds:
    said = getattr(event, "said", None)
    return said.start if isinstance(said, Span) else event.at


def _spoken(span: Span, playback: Playback) -> Change | None:
    """The host goes on speaking; None where nobody knows when he spoke."""
    voice = [event for event in playback.host.events if isinstance(event, VoiceStarted | VoiceStopped)]
    if not voice:
        return None
    start, end = max(span.start - EDGE, 0.0), min(span.end + EDGE, playback.length)
    drop = tuple(event for event in voice if start <= event.at <= end)
    add: list[Event] = []
    if not playback.speaking(start):
        add.append(VoiceStarted(at=max(span.start, 0.0)))
    last = drop[-1] if drop else None
    if isinstance(last, VoiceStopped) and span.end < playback.length - EDGE:
        add.append(VoiceStopped(at=span.end))
    return Change(drop, tuple(add)) if drop or add else None
