"""Moments that went well, each with what would be missing had they not."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.domain.crowd import CommentPosted, IncidentClosed, IncidentOpened, Way
from simulator.domain.desk import DemonstrationMarked, IncidentDecided
from simulator.domain.events import Event
from simulator.domain.findings import (
    CorrectionMade,
    ElementHeard,
    FactTold,
    IncidentHandled,
    PriceTold,
    PriceVerdict,
    QuestionAnswered,
    StatementMade,
)
from simulator.domain.key_moments import MomentKind
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds, Span
from simulator.metrics.hands import own
from simulator.metrics.interaction import counted
from simulator.metrics.proving import AN_ACT
from simulator.metrics.speaking import text_within
from simulator.review.missed import PER_KIND, Candidate

GOOD_ANSWER = 0.7
"""The least quality of an answer to do again (the rubric's level 4 for correctness)."""
SOON: Seconds = 20.0
"""And how soon it came (the rubric's level 5 for response time)."""
AFTER: Seconds = 60.0
"""How long after a surprise words still belong to it (``metrics.handling``)."""


def went_well(log: SessionLog) -> tuple[Candidate, ...]:
    """All that went well in the log that counts, at most ``PER_KIND`` of a kind."""
    return (*_answered(log), *_solved(log), *_shown(log), *_corrected(log))


def _answered(log: SessionLog) -> Iterator[Candidate]:
    """Answers that came soon and were right, a passage once however many it served."""
    served: dict[int, tuple[QuestionAnswered, list[CommentPosted]]] = {}
    for question in counted(log):
        answer, comment = question.answer, question.comment
        if answer is None or comment.incident is not None or answer.quality < GOOD_ANSWER:
            continue
        if answer.said.start - comment.at <= SOON:
            served.setdefault(id(answer), (answer, []))[1].append(comment)
    best = sorted(served.values(), key=lambda each: (-sum(comment.priority for comment in each[1]), each[0].said.start))
    for answer, comments in best[:PER_KIND]:
        yield Candidate(
            kind=MomentKind.ANSWERED,
            span=Span(min(comments[0].at, answer.said.start), answer.said.end),
            quote=answer.quote or comments[0].text,
            subject=comments[0].category,
            product=comments[0].product,
            also=sum(comment.stands_for for comment in comments) - 1,
            drop=(answer,),
        )


def _solved(log: SessionLog) -> Iterator[Candidate]:
    """Surprises that ended well by the host's own word or choice."""
    opened = {event.incident: event for event in log.only(IncidentOpened)}
    for end in log.only(IncidentClosed):
        begun = opened.get(end.incident)
        if begun is None or not end.handled or end.by not in (Way.SPEECH, Way.CHOICE, Way.ANSWER, Way.DESK, None):
            continue
        during = Span(begun.at, max(end.at, begun.at + AFTER))
        words = [
            event
            for event in log.only(IncidentHandled, ElementHeard, PriceTold, StatementMade, QuestionAnswered, FactTold)
            if during.start <= event.said.start <= during.end and not _of_another(event, end.incident)
        ]
        handled = [event for event in words if isinstance(event, IncidentHandled)]
        chosen = [event for event in own(log.only(IncidentDecided)) if event.incident == end.incident]
        if not (handled or chosen or words):
            continue
        yield Candidate(
            kind=MomentKind.SOLVED,
            span=Span(begun.at, end.at),
            quote=handled[0].quote if handled else "",
            subject=begun.kind,
            drop=(*words, *chosen, end),
        )


def _of_another(event: Event, incident: str) -> bool:
    return isinstance(event, IncidentHandled) and event.incident != incident


def _shown(log: SessionLog) -> Iterator[Candidate]:
    acts = [act for act in own(log.only(DemonstrationMarked)) if act.at - act.since >= AN_ACT]
    for act in acts[:PER_KIND]:
        span = Span(act.since, act.at)
        yield Candidate(kind=MomentKind.SHOWN, span=span, quote=text_within(log, span), drop=(act,))


def _corrected(log: SessionLog) -> Iterator[Candidate]:
    """Slips that the host put right in so many words; without that, the right price told after it goes too."""
    for event in log.only(CorrectionMade):
        again = [
            told
            for told in log.only(PriceTold)
            if told.verdict is PriceVerdict.RIGHT and told.said.overlaps(event.said)
        ]
        yield Candidate(
            kind=MomentKind.CORRECTED,
            span=Span(event.replaces.start, event.said.end),
            quote=event.quote,
            subject=event.what,
            product=event.product,
            drop=(event, *again),
        )
