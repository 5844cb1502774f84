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
from simulator.domain.desk import IncidentDecided, SegmentStarted
from simulator.domain.events import SoundMeasured
from simulator.domain.findings import QuestionAnswered, RuleBroken
from simulator.domain.judgement import Scorecard
from simulator.domain.machine import Device
from simulator.domain.session import SessionLog
from simulator.domain.units import Money, Seconds, Span
from simulator.metrics.delivery import Pace, paces
from simulator.metrics.machine import MachineStretch, stretches
from simulator.metrics.presenting import demonstrations, explained
from simulator.metrics.seen import faces_seen, held, looks
from simulator.metrics.spans import without
from simulator.metrics.speaking import heard_time, lost, silences, voiced
from simulator.review.audience_changes import AudienceChange, audience_changes

CHAT_BIN: Seconds = 10.0
"""Comments are counted over stretches this long."""
QUIET: Seconds = 2.0
"""A silence from here on is skipped by whoever skips silence: a breath and a look at the goods are shorter (ours)."""
REST: Seconds = 0.4
"""What is left of a skipped silence at either end, so that no word is cut (ours)."""


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
class SegmentStretch:
    """A part of the show, from its beginning to the next one's."""

    span: Span
    segment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakMark:
    """Words that break a rule and were not struck."""

    span: Span
    finding: str
    category: str
    severity: int
    """1..4"""
    quote: str


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
    comments: tuple[int, ...] = ()
    """Comments of each second, those that went by unseen with them."""
    unanswered: tuple[int, ...] = ()
    """Questions of each second that were never answered."""
    paces: tuple[Pace, ...] = ()
    """Characters (zh) or words (en) per minute in each half minute of speaking."""
    loudness: tuple[tuple[Seconds, float], ...] = ()
    """Short-term loudness in LUFS, once a second of speech; the level of speech in dBFS where that was not measured."""
    in_lufs: bool = True
    breaks: tuple[BreakMark, ...] = ()
    segments: tuple[SegmentStretch, ...] = ()
    quiet: tuple[Span, ...] = ()
    """What may be jumped over by whoever skips silence."""
    changes: tuple[AudienceChange, ...] = ()
    """What the crowd did every few seconds, and why."""


def lanes(
    log: SessionLog, scorecard: Scorecard | None = None, struck: frozenset[str] = frozenset(), *, why: bool = True
) -> Lanes:
    """The lanes of a session; without a scorecard there are no evidence marks yet. ``struck`` are findings' ids.

    Unless asked ``why``, nothing is told of what moved the crowd, which takes half of the time, and of what nobody
    answered: before a session is understood nobody knows.
    """
    speech = voiced(log)
    loudness, in_lufs = _loudness(log)
    return Lanes(
        length=log.length,
        viewers=tuple((event.at, event.online) for event in log.only(RoomCounted)),
        sales=_sales(log),
        products=tuple(ProductStretch(span=span, product=product) for span, product in explained(log)),
        chat=_chat(log),
        speech=speech,
        silences=silences(log) or (),
        demonstrations=demonstrations(log),
        marks=evidence_marks(scorecard) if scorecard else (),
        incidents=_incidents(log),
        gaps=tuple(DeviceGap(span=span, device=device) for device in Device for span in lost(log, device)),
        faces=faces_seen(log),
        looks=looks(log),
        held=held(log),
        machine=stretches(log),
        comments=_by_second(log, _written(log)),
        unanswered=_by_second(log, [(event.at, 1) for event in never_answered(log)]) if why else (),
        paces=paces(log),
        loudness=loudness,
        in_lufs=in_lufs,
        breaks=break_marks(log, struck),
        segments=_segments(log),
        quiet=quiet(log, speech),
        changes=audience_changes(log) if why else (),
    )


def never_answered(log: SessionLog) -> tuple[CommentPosted, ...]:
    """Questions that nobody answered, in order."""
    answered = {comment for answer in log.only(QuestionAnswered) for comment in answer.comments}
    return tuple(each for each in log.only(CommentPosted) if each.wants_answer and each.id not in answered)


def break_marks(log: SessionLog, struck: frozenset[str] = frozenset()) -> tuple[BreakMark, ...]:
    """The words that break a rule, in order, without those that an instructor struck (``RuleBroken.id``)."""
    marks = [
        BreakMark(
            span=broken.said,
            finding=broken.id,
            category=broken.category,
            severity=int(broken.severity),
            quote=broken.quote,
        )
        for broken in log.only(RuleBroken)
        if broken.id not in struck
    ]
    return tuple(sorted(marks, key=lambda mark: (mark.span, mark.category)))


def quiet(log: SessionLog, speech: tuple[Span, ...]) -> tuple[Span, ...]:
    """Silences that may be jumped over, a rest of each kept at its ends; none where no speech was noticed at all."""
    if not speech:
        return ()
    silent = without(heard_time(log), speech)
    return tuple(Span(each.start + REST, each.end - REST) for each in silent if each.length >= QUIET)


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
    for at, count in _written(log):
        bins[min(max(int(at // CHAT_BIN), 0), len(bins) - 1)] += count
    return tuple(bins)


def _written(log: SessionLog) -> list[tuple[Seconds, int]]:
    """When comments were written, and how many, unseen ones among them."""
    unseen = [(event.at, event.count) for event in log.only(CommentsUnseen)]
    return [*((at, 1) for at in log.times(CommentPosted)), *unseen]


def _by_second(log: SessionLog, counted: list[tuple[Seconds, int]]) -> tuple[int, ...]:
    """How many in each second of the stream; those before and after it count in the first and the last."""
    seconds = [0] * max(1, -int(-log.length // 1))
    for at, count in counted:
        seconds[min(max(int(at), 0), len(seconds) - 1)] += count
    return tuple(seconds)


def _loudness(log: SessionLog) -> tuple[tuple[tuple[Seconds, float], ...], bool]:
    measured = list(log.only(SoundMeasured))
    loud = tuple((each.at, each.short_term_lufs) for each in measured if each.short_term_lufs is not None)
    if loud:
        return loud, True
    return tuple((each.at, each.speech_dbfs) for each in measured if each.speech_dbfs is not None), False


def _segments(log: SessionLog) -> tuple[SegmentStretch, ...]:
    begun = list(log.only(SegmentStarted))
    ends = [*(max(0.0, each.at) for each in begun[1:]), log.length]
    return (
        tuple(
            SegmentStretch(span=Span(max(0.0, each.at), end), segment=each.segment)
            for each, end in zip(begun, ends, strict=True)
            if end > max(0.0, each.at)
        )
        if begun
        else ()
    )


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
