"""What the crowd did every few seconds, and what drove it: what the timeline tells of a place on it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.domain.crowd import Reason
from simulator.domain.findings import QuestionAnswered
from simulator.domain.scenario import Topic
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds, Span
from simulator.review.causes import Movement, movements

CHANGE_BIN: Seconds = 5.0
"""Fine enough to tell one thing the host did from the next, coarse enough to count (ours)."""
NEAR: Seconds = 3.0
"""An answer this near to the moment that set viewers going is that answer."""
TOLD = (Movement.LEFT, Movement.JOINED, Movement.ORDERED, Movement.CANCELLED, Movement.REFUSED)
"""What can be told of a place on the lanes of viewers and sales."""
BY_ANSWER = (Reason.ANSWERED, Reason.UNANSWERED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """One reason of a change, and how many it moved."""

    reason: Reason
    count: int
    since: Seconds | None
    """What set most of them going; None where there is no such moment."""
    topic: Topic | None = None
    """What the question was on, where an answer moved them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceChange:
    """What viewers did in one stretch of ``CHANGE_BIN`` seconds, the biggest reason first."""

    bin: int
    movement: Movement
    whys: tuple[Why, ...]

    @property
    def count(self) -> int:
        return sum(why.count for why in self.whys)


def audience_changes(log: SessionLog) -> tuple[AudienceChange, ...]:
    """Every change of the audience that has a cause, by time and movement."""
    answers = sorted(((answer.at, answer.topic) for answer in log.only(QuestionAnswered)), key=lambda pair: pair[0])
    found: dict[tuple[int, Movement], list[Why]] = defaultdict(list)
    for at, movement, count, cause in movements(log):
        if count and movement in TOLD:
            topic = _topic(cause.since, answers) if cause.reason in BY_ANSWER else None
            why = Why(reason=cause.reason, count=count, since=cause.since, topic=topic)
            found[max(int(at // CHANGE_BIN), 0), movement].append(why)
    return tuple(
        AudienceChange(bin=bin, movement=movement, whys=_gathered(whys))
        for (bin, movement), whys in sorted(found.items())
    )


def changed_within(found: Sequence[AudienceChange], span: Span) -> tuple[AudienceChange, ...]:
    """The changes of all stretches that reach into the span, one for each movement, the biggest movement first."""
    end = max(span.start, span.end - 1e-6)
    first = bisect_left(found, int(span.start // CHANGE_BIN), key=lambda change: change.bin)
    last = bisect_right(found, int(end // CHANGE_BIN), key=lambda change: change.bin)
    whys: dict[Movement, list[Why]] = defaultdict(list)
    for change in found[first:last]:
        whys[change.movement] += change.whys
    made = [
        AudienceChange(bin=int(span.start // CHANGE_BIN), movement=movement, whys=_gathered(each))
        for movement, each in whys.items()
    ]
    return tuple(sorted(made, key=lambda change: (-change.count, change.movement)))


def _gathered(whys: Iterable[Why]) -> tuple[Why, ...]:
    """One for each reason and topic, with the moment that moved most of them."""
    counts: dict[tuple[Reason, Topic | None], int] = defaultdict(int)
    origins: dict[tuple[Reason, Topic | None], dict[Seconds, int]] = defaultdict(lambda: defaultdict(int))
    for why in whys:
        counts[why.reason, why.topic] += why.count
        if why.since is not None:
            origins[why.reason, why.topic][why.since] += why.count
    made = [
        Why(
            reason=reason,
            topic=topic,
            count=count,
            since=min(moments, key=lambda at: (-moments[at], at)) if (moments := origins[reason, topic]) else None,
        )
        for (reason, topic), count in counts.items()
    ]
    return tuple(sorted(made, key=lambda why: (-why.count, why.reason, -1 if why.topic is None else why.topic)))


def _topic(since: Seconds | None, answers: Sequence[tuple[Seconds, Topic | None]]) -> Topic | None:
    """What the answer was on that moved them; None where it cannot be told."""
    if since is None:
        return None
    place = bisect_left(answers, since, key=lambda answer: answer[0])
    near = [answers[number] for number in (place - 1, place) if 0 <= number < len(answers)]
    near = [(abs(at - since), topic) for at, topic in near if abs(at - since) <= NEAR]
    return min(near, key=lambda pair: pair[0])[1] if near else None
