"""What may go wrong in the next minute or two, if the host goes on as in the last one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from simulator.audience.act_names import ActKind, kind_of
from simulator.audience.audience import TICK_S, Audience
from simulator.audience.estimates import Assumption
from simulator.audience.hosts import Answering, Host
from simulator.audience.quantile import Floats
from simulator.audience.rollouts import COUNTERS, Mapper, Stage, counted, rollouts
from simulator.audience.whatif import shifted
from simulator.domain.events import Event, VoiceStarted
from simulator.domain.findings import QuestionAnswered
from simulator.domain.units import Seconds

LAST: Seconds = 60.0
"""What "goes on as before" looks back on."""
AHEAD: Seconds = 90.0
ROLLOUTS = 200
FALL = 0.8
"""A room with fewer than this share of its viewers has fallen."""
MANY = 10
"""More viewers than this who give up waiting are many."""
SHORTEST_INTERVAL: Seconds = 2.0
QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
NOT_REPEATED = (
    ActKind.ANSWER, ActKind.LIST_PRICE, ActKind.SOLD_OUT, ActKind.RESTOCK, ActKind.COUNTER, ActKind.INCIDENT,
    ActKind.MUTE, ActKind.COMMENT_ON_TOP,
)  # fmt: skip
"""Answers follow the questions; the others are done once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """Chances, 0..1, of what may come between ``at`` and ``until``."""

    at: Seconds
    until: Seconds
    rollouts: int
    falls: float
    """At some second fewer than ``FALL`` of the viewers of now are there."""
    stock_out: Mapping[str, float]
    """By product that is in stock now: none left."""
    give_up: float
    """More than ``many`` viewers give up waiting for an answer."""
    many: int
    orders: Mapping[float, float]
    """New orders, by quantile."""
    assumptions: frozenset[Assumption]


def risk_now(
    stage: Stage,
    audience: Audience,
    acts: Sequence[Event],
    *,
    ahead: Seconds = AHEAD,
    many: int = MANY,
    numbers: Sequence[int] = range(1, ROLLOUTS + 1),
    mapper: Mapper = map,
) -> Risk:
    """Play on from where the audience stands; ``acts`` is what the host has done so far, as a host's events."""
    room, before = audience.room, counted(audience.room)
    now = audience.now
    played = rollouts(
        stage,
        continued(acts, now, ahead),
        numbers,
        until=round(now + ahead, 6),
        tick_s=TICK_S,
        every=1.0,
        start=audience.snapshot(),
        mapper=mapper,
    )

    def since(counter: str) -> Floats:
        return played.last(counter) - float(before[COUNTERS.index(counter)])

    fallen = (played.curve("online") < FALL * room.online).any(axis=1)
    ordered = since("orders")
    return Risk(
        at=now,
        until=round(now + ahead, 6),
        rollouts=len(numbers),
        falls=float(fallen.mean()),
        stock_out={
            shelf.product: float((played.shelf(number) <= 0).any(axis=1).mean())
            for number, shelf in enumerate(room.shelf)
            if shelf.stock > 0
        },
        give_up=float((since("gave_up") > many).mean()),
        many=many,
        orders={level: float(np.quantile(ordered, level)) for level in QUANTILES},
        assumptions=frozenset({Assumption.MODEL_EFFECTS, Assumption.ASSUMED_PRESET, Assumption.CONTINUES_AS_BEFORE}),
    )


def continued(acts: Sequence[Event], now: Seconds, ahead: Seconds) -> Host:
    """A host who does the acts of the last minute over and over, and answers as often as in it."""
    past = [event for event in acts if event.at < now]
    window = min(LAST, now)
    last = [event for event in past if event.at >= now - window]
    speaking = next((kind is ActKind.SPEECH for event in reversed(past) if (kind := kind_of(event)) in _VOICE), False)
    events: list[Event] = [VoiceStarted(at=now)] if speaking else []
    rounds = int(ahead / window) + 1 if window > 0 else 0
    for turn in range(1, rounds + 1):
        events += [
            shifted(event, turn * window)
            for event in last
            if kind_of(event) is not None and kind_of(event) not in NOT_REPEATED
        ]
    answers = [event for event in last if isinstance(event, QuestionAnswered) and event.topic is not None]
    return Host("continued", tuple(event for event in events if event.at < now + ahead), _answering(answers, window))


_VOICE = (ActKind.SPEECH, ActKind.SILENCE)


def _answering(answers: Sequence[QuestionAnswered], window: Seconds) -> Answering | None:
    """As often as in the window, in steps of the shortest time from one answer to the next."""
    moments = sorted({event.at for event in answers})
    if not moments:
        return None
    gaps = [later - sooner for sooner, later in pairwise(moments)]
    interval = max(SHORTEST_INTERVAL, min(gaps, default=window / 2))
    quality = sum(event.quality for event in answers) / len(answers)
    return Answering(interval, min(1.0, len(answers) * interval / window), quality)
