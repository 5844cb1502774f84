"""The three moments a review begins with, chosen by rule.

1. Everything that went badly, or well, is weighed: its criteria are measured again as if it had gone otherwise, by the
   rubric's own formulas. What that makes of the total is what it is worth; where one alone moves no level, its part of
   what all of its kind together would.
2. A gate that would open goes first, then points, then viewers lost to it (the causes in the log), then the earlier.
   Of one kind the second counts half, so that not all three say the same.
3. The two that cost most come first; the third is the strongest that went well, where it brought half a point or more,
   else the next that cost most.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from simulator.domain.compliance import RulePack
from simulator.domain.crowd import (
    CardClicked,
    CartFilled,
    CommentsUnseen,
    Followed,
    Liked,
    OrderCancelled,
    OrderPaid,
    OrderPlaced,
    OrderRefunded,
    QuestionsAbandoned,
    QuestionsResolved,
    Reason,
    RoomCounted,
    RoomHashed,
    StockChanged,
    ViewersEntered,
    ViewersLeft,
)
from simulator.domain.events import PictureMeasured
from simulator.domain.judgement import Confirmation, Scorecard
from simulator.domain.key_moments import WENT_WELL, KeyMoment, KeyMoments, MomentKind
from simulator.domain.rubric import Rubric
from simulator.domain.session import REACTION, SessionLog
from simulator.domain.taxonomy import Taxonomy
from simulator.domain.units import Seconds, Span
from simulator.metrics.credit import credited
from simulator.metrics.honesty import confirmed
from simulator.review.missed import TOUCHES, Candidate, missed
from simulator.review.went_well import went_well
from simulator.review.worth import Edit, Scales, Worth

CHOSEN = 3
WORST = 2
STRONG = 0.5
"""Points of the total that something must have brought to be shown as what to do again."""
AGAIN = 0.5
"""What a second moment of one kind counts."""
LEAST = 0.05
"""Points below which a moment that lost no viewers is none: half of what a total shows."""
APART: Seconds = 8.0
"""Moments that begin closer together are one; the heavier stands for both."""
NEAR: Seconds = 1.0
"""A cause so close to a moment is of it."""
UNREAD = (
    CardClicked, CartFilled, CommentsUnseen, Followed, Liked, OrderCancelled, OrderPaid, OrderPlaced, OrderRefunded,
    PictureMeasured, QuestionsAbandoned, QuestionsResolved, RoomCounted, RoomHashed, StockChanged, ViewersEntered,
    ViewersLeft,
)  # fmt: skip
NOBODYS = frozenset({Reason.ARRIVAL, Reason.BURST, Reason.CHANCE, Reason.PEERS})


def key_moments(
    log: SessionLog,
    rubric: Rubric,
    rules: RulePack,
    taxonomy: Taxonomy,
    card: Scorecard,
    confirmations: Sequence[Confirmation] = (),
) -> KeyMoments:
    """Choose them; the same log, rubric and words of instructors give the same.

    ``log`` is the one the session is marked by, ``card`` what the rubric made of it.
    """
    counts = lean(credited(confirmed(log, confirmations)).log)
    scales = Scales(counts, rubric, card)
    crowd = Crowd(log)
    found: list[KeyMoment] = []
    ordered = sorted((*missed(counts, rules, taxonomy), *went_well(counts)), key=lambda each: each.kind)
    for kind, some in groupby(ordered, key=lambda each: each.kind):
        alike = list(some)
        edits = [Edit(each.drop, each.add) for each in alike]
        bars = kind is MomentKind.RED_LINE
        weighed = scales.weigh(edits, TOUCHES[kind], well=kind in WENT_WELL, each_bars=bars)
        for candidate, worth in zip(alike, weighed, strict=True):
            found.append(_moment(candidate, worth, crowd))
    return KeyMoments(moments=chosen(found), looked_at=len(found))


def lean(log: SessionLog) -> SessionLog:
    """The log without what no metric of ``TOUCHES`` reads: most of it, and it is gone through for every moment."""
    return replace(log, events=tuple(event for event in log.events if not isinstance(event, UNREAD)))


def chosen(found: Iterable[KeyMoment]) -> tuple[KeyMoment, ...]:
    """The three among all that were weighed."""
    weighed = list(found)
    bad = [each for each in weighed if not each.good and (each.gates or each.points >= LEAST or each.left)]
    good = [each for each in weighed if each.good and each.points >= STRONG]
    taken: list[KeyMoment] = []
    best = _next(good, [])
    for _ in range(WORST if best is not None else CHOSEN):
        worst = _next(bad, taken)
        if worst is not None:
            taken.append(worst)
    while len(taken) < CHOSEN and (best := _next(good, taken)) is not None:
        taken.append(best)
    while len(taken) < CHOSEN and (worst := _next(bad, taken)) is not None:
        taken.append(worst)
    return tuple(sorted(taken, key=lambda each: each.good))


def _next(among: Iterable[KeyMoment], taken: Sequence[KeyMoment]) -> KeyMoment | None:
    """The heaviest that says something else than those already taken."""
    kinds = [each.kind for each in taken]
    free = [
        each
        for each in among
        if each not in taken and all(abs(each.span.start - other.span.start) >= APART for other in taken)
    ]

    def weight(each: KeyMoment) -> tuple[int, float, float, Seconds]:
        share: float = AGAIN ** kinds.count(each.kind)
        gained = each.orders if each.good else each.left
        return (-len(each.gates), -round(share * each.points, 6), -share * gained, each.span.start)

    return min(free, key=weight, default=None)


def _moment(candidate: Candidate, worth: Worth, crowd: Crowd) -> KeyMoment:
    return KeyMoment(
        kind=candidate.kind,
        span=candidate.span,
        quote=candidate.quote,
        subject=candidate.subject,
        product=candidate.product,
        also=candidate.also,
        missing=candidate.missing,
        stakes=worth.stakes,
        gates=worth.gates,
        left=crowd.lost(candidate),
        orders=crowd.orders(candidate.span),
        instead=candidate.instead,
        drop=candidate.drop,
        add=candidate.add,
    )


class Crowd:
    """Who left and who ordered because of what, by the causes that the log's own events carry."""

    def __init__(self, log: SessionLog) -> None:
        self._left = [
            (event.cause.since, event.count)
            for event in log.only(ViewersLeft)
            if event.cause.since is not None and event.cause.reason not in NOBODYS
        ]
        self._orders = [event.cause.since for event in log.only(OrderPlaced) if event.cause.since is not None]
        self._gave_up = [(event.at, event.topic, event.count) for event in log.only(QuestionsAbandoned)]

    def lost(self, candidate: Candidate) -> int:
        """Viewers who left because of a moment; of a question, those who gave up waiting for its topic meanwhile."""
        if candidate.kind is MomentKind.QUESTION:
            topics = {getattr(event, "topic", None) for event in candidate.add}
            return sum(count for at, topic, count in self._gave_up if _within(candidate.span, at) and topic in topics)
        if candidate.kind in (MomentKind.OPENING, MomentKind.CLOSING, MomentKind.OPERATION):
            return 0  # a long stretch in which many things were said: none of them is this
        return sum(count for since, count in self._left if _within(candidate.span, since))

    def orders(self, span: Span) -> int:
        return sum(_within(span, since) for since in self._orders)


def _within(span: Span, at: Seconds) -> bool:
    """Whether a moment belongs to a stretch; the room takes in what is said a little later."""
    return span.start - NEAR <= at <= span.end + REACTION + NEAR
