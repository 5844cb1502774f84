"""The timeline under the video: what happened along the session clock, lane by lane."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.crowd import (
    CommentPosted,
    CommentsUnseen,
    IncidentClosed,
    IncidentOpened,
    OrderPaid,
    OrderPlaced,
    RoomCounted,
    Way,
)
from simulator.domain.desk import IncidentDecided
from simulator.domain.judgement import Scorecard
from simulator.domain.machine import Device
from simulator.domain.session import SessionLog
from simulator.domain.units import Money, Seconds, Span
from simulator.metrics.machine import MachineStretch, stretches
from simulator.metrics.presenting import demonstrations, explained
from simulator.metrics.seen import faces_seen, held, looks
from simulator.metrics.speaking import lost, silences, voiced

CHAT_BIN: Seconds = 10.0
"""Comments are counted over stretches this long."""


class Colour(StrEnum):
    """What a mark's level says at a glance; never the only sign of it."""

    BAD = "bad"
    WARN = "warn"
    GOOD = "good"
    NEUTRAL = "neutral"
    """No level: for the instructor to judge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceMark:
    """A moment behind a criterion's level."""

    span: Span
    criterion: str
    level: int | None
    colour: Colour
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductStretch:
    """While a product was explained."""

    span: Span
    product: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentStretch:
    """A surprise, from its opening to its end."""

    span: Span
    incident: str
    kind: str
    handled: bool | None
    """None while it was open when the stream ended."""
    choice: int | None
    """The numbered choice that was taken, from 0."""
    lead: Seconds | None = None
    """From its opening to the first right step; None where there was none or it was not noted."""
    by: Way | None = None
    """What ended it; None where that was not noted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceGap:
    """While a device was away."""

    span: Span
    device: Device


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """All lanes of a session, in seconds on its clock."""

    length: Seconds
    viewers: tuple[tuple[Seconds, int], ...]
    """Viewers online, once a second."""
    sales: tuple[tuple[Seconds, Money], ...]
    """Sales so far, at every paid order."""
    products: tuple[ProductStretch, ...]
    chat: tuple[int, ...]
    """Comments in each stretch of ``CHAT_BIN`` seconds, those that went by unseen with them."""
    speech: tuple[Span, ...]
    silences: tuple[Span, ...]
    demonstrations: tuple[Span, ...]
    marks: tuple[EvidenceMark, ...]
    incidents: tuple[IncidentStretch, ...]
    gaps: tuple[DeviceGap, ...]
    faces: tuple[Span, ...] = ()
    """While a face was in the picture."""
    looks: tuple[Span, ...] = ()
    """While the host looked at the camera; nothing where that was not calibrated."""
    held: tuple[Span, ...] = ()
    """While something was held close before the camera."""
    machine: tuple[MachineStretch, ...] = ()
    """How the machine did, ten seconds at a time; nothing where it was not measured."""


def lanes(log: SessionLog, scorecard: Scorecard | None = None) -> Lanes:
    """The lanes of a session; without a scorecard there are no evidence marks yet."""
    return Lanes(
        length=log.length,
        viewers=tuple((event.at, event.online) for event in log.only(RoomCounted)),
        sales=_sales(log),
        products=tuple(ProductStretch(span=span, product=product) for span, product in explained(log)),
        chat=_chat(log),
        speech=voiced(log),
        silences=silences(log) or (),
        demonstrations=demonstrations(log),
        marks=evidence_marks(scorecard) if scorecard else (),
        incidents=_incidents(log),
        gaps=tuple(DeviceGap(span=span, device=device) for device in Device for span in lost(log, device)),
        faces=faces_seen(log),
        looks=looks(log),
        held=held(log),
        machine=stretches(log),
    )


def evidence_marks(scorecard: Scorecard) -> tuple[EvidenceMark, ...]:
    """Every moment behind every level, in the order of time: what previous and next evidence step through."""
    marks = [
        EvidenceMark(
            span=evidence.span,
            criterion=mark.criterion,
            level=mark.level,
            colour=colour_of(mark.level),
            quote=evidence.quote,
        )
        for mark in scorecard.marks
        for evidence in mark.measurement.evidence
    ]
    return tuple(sorted(marks, key=lambda mark: (mark.span, mark.criterion)))


def colour_of(level: int | None) -> Colour:
    """Levels 3 to 5 are good, 2 a warning, 1 bad."""
    if level is None:
        return Colour.NEUTRAL
    return Colour.GOOD if level >= 3 else Colour.WARN if level == 2 else Colour.BAD


def next_evidence(marks: tuple[EvidenceMark, ...], at: Seconds) -> EvidenceMark | None:
    """The first moment that begins after ``at``."""
    return next((mark for mark in marks if mark.span.start > at), None)


def previous_evidence(marks: tuple[EvidenceMark, ...], at: Seconds) -> EvidenceMark | None:
    """The last moment that begins before ``at``."""
    return next((mark for mark in reversed(marks) if mark.span.start < at), None)


def _sales(log: SessionLog) -> tuple[tuple[Seconds, Money], ...]:
    prices: dict[str, Money] = {}
    so_far = Money(0, log.scenario.currency)
    points = [(0.0, so_far)]
    for event in log.only(OrderPlaced, OrderPaid):
        if isinstance(event, OrderPlaced):
            prices[event.order] = event.price
        else:
            so_far += prices[event.order]
            points.append((event.at, so_far))
    return tuple(points)


def _chat(log: SessionLog) -> tuple[int, ...]:
    """A comment in the countdown, or after the last whole stretch, counts in the nearest one."""
    bins = [0] * max(1, -int(-log.length // CHAT_BIN))
    for event in log.only(CommentPosted, CommentsUnseen):
        number = min(max(int(event.at // CHAT_BIN), 0), len(bins) - 1)
        bins[number] += 1 if isinstance(event, CommentPosted) else event.count
    return tuple(bins)


def _incidents(log: SessionLog) -> tuple[IncidentStretch, ...]:
    closed = {event.incident: event for event in log.only(IncidentClosed)}
    taken = {event.incident: event.choice for event in log.only(IncidentDecided)}
    found: list[IncidentStretch] = []
    for opened in log.only(IncidentOpened):
        ended = closed.get(opened.incident)
        found.append(
            IncidentStretch(
                span=Span(opened.at, ended.at if ended else log.length),
                incident=opened.incident,
                kind=opened.kind,
                handled=ended.handled if ended else None,
                choice=taken.get(opened.incident),
                lead=ended.lead if ended else None,
                by=ended.by if ended else None,
            )
        )
    return tuple(found)
