"""A logged room played again by the model: its figures at given levels, over many rollouts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil, exp, sqrt

import numpy as np
from numpy.typing import NDArray

from simulator.audience.quantile import Floats
from simulator.audience.reference import NO_TAXONOMY, UNLIMITED
from simulator.audience.rollouts import Mapper, Outcomes, Stage, rollouts
from simulator.audience.timeline import Timeline, timeline
from simulator.domain.room_log import Figure, RoomLog
from simulator.domain.scenario import Burst, Crowd, Levels, Scenario
from simulator.domain.units import Seconds

PARAMETERS = ("arrival", "leave", "click", "purchase", "comment", "ask")
"""What is fitted: multipliers on a log scale, of ``purchase`` those of the odds."""
PRIOR_SD = (0.5, 0.3, 0.4, 0.5, 0.5, 0.5)
MOMENTS = (Figure.ENTERED, Figure.ONLINE, Figure.CLICKS, Figure.ORDERS, Figure.COMMENTS, Figure.QUESTIONS)
"""By parameter, the figure whose sum tells of it; of ``ONLINE`` that is viewer-seconds."""
BLOCK: Seconds = 300.0
"""Arrivals follow the log in blocks of this length."""
LEAD: Seconds = 600.0
"""How long a room that was logged from its middle is run in."""
STAY: Seconds = 52.0
"""Viewer-seconds per entry of the reference room's novice: what arrivals are read off where a log has none."""
FOREVER: Seconds = 1e9
LEAST_PER_MIN = 0.01
_COUNTERS = {
    Figure.ENTERED: "entered",
    Figure.LEFT: "left",
    Figure.COMMENTS: "comments",
    Figure.QUESTIONS: "asked",
    Figure.CLICKS: "clicks",
    Figure.ORDERS: "orders",
    Figure.PAID: "paid",
    Figure.GMV: "gmv",
}


@dataclass(frozen=True, slots=True)
class Trial:
    """Where a log is played again: ``lead`` seconds before it, then step by step as it was."""

    log: RoomLog
    scenario: Scenario
    timeline: Timeline
    per_min: tuple[float, ...]
    """Arrivals a minute, by block."""
    lead: Seconds
    seed: int
    tick_s: Seconds
    mapper: Mapper
    effects: Levels
    """Effect sizes and branching to fit the levels by."""

    def crowd(self, x: NDArray[np.float64]) -> Crowd:
        """The crowd at these log multipliers, arrivals as in the log."""
        level = [max(rate * exp(x[0]), LEAST_PER_MIN) for rate in self.per_min]
        # A burst that does not fade is a step of the arrivals: up or down.
        bursts = tuple(
            Burst(at=self.lead + BLOCK * (number + 1), entries_per_min=after - before, fade=FOREVER)
            for number, (before, after) in enumerate(pairwise(level))
            if after != before
        )
        return replace(self.scenario.crowd, entries_per_min=level[0], bursts=bursts, levels=levels(x, self.effects))

    def played(self, x: NDArray[np.float64], numbers: Sequence[int]) -> Mapping[Figure, Floats]:
        """The figures of each step of the log, shape (rollouts, steps), at these log multipliers."""
        stage = Stage(replace(self.scenario, crowd=self.crowd(x)), NO_TAXONOMY, self.seed)
        outcomes = rollouts(
            stage, self.timeline.host, numbers,
            until=self.lead + self.log.length, tick_s=self.tick_s, every=self.log.step, mapper=self.mapper,
        )  # fmt: skip
        return _curves(outcomes, round(self.lead / self.log.step))

    def sums(self, curves: Mapping[Figure, Floats], figures: Sequence[Figure]) -> Floats:
        """Sums over the steps that the log has a number for, shape (rollouts, figures)."""
        weight = {Figure.ONLINE: self.log.step}
        return np.stack(
            [curves[each][:, known(self.log, each)].sum(axis=1) * weight.get(each, 1.0) for each in figures], axis=1
        )


def trial(
    log: RoomLog, scenario: Scenario, *, seed: int, tick_s: Seconds, mapper: Mapper, effects: Levels | None = None
) -> Trial:
    """The trial of a log in front of the products of ``scenario``: nothing runs out, and nothing is planned."""
    midway = began_midway(log)
    lead = log.step * ceil(LEAD / log.step) if midway else 0.0
    endless = tuple(
        replace(each, stock=UNLIMITED, counter_stock=UNLIMITED, counter_lag=0.0) for each in scenario.products
    )
    crowd = replace(scenario.crowd, comment_multiplier=1.0, opening_viewers=0, bursts=(), levels=None)
    room = replace(scenario, products=endless, incidents=(), crowd=crowd)
    return Trial(
        log, room, timeline(log, room, lead), arrivals(log), lead, seed, tick_s, mapper, effects or Levels(),
    )  # fmt: skip


def levels(x: NDArray[np.float64], effects: Levels) -> Levels:
    """Log multipliers as the levels of a crowd; arrivals are not among them."""
    _, leave, click, purchase, comment, ask = (exp(value) for value in x)
    return replace(effects, leave=leave, click=click, purchase=purchase, comment=comment, ask=ask, ramp_s=0.0)


def known(log: RoomLog, figure: Figure) -> NDArray[np.bool_]:
    """In which steps the log has a number."""
    return np.array([value is not None for value in log.figures[figure]])


def moments(log: RoomLog) -> tuple[Figure, ...]:
    """By parameter, the figure of this log; where orders are not counted, those that were paid stand for them."""
    paid_only = has(log, Figure.PAID) and not has(log, Figure.ORDERS)
    return tuple(Figure.PAID if each is Figure.ORDERS and paid_only else each for each in MOMENTS)


def has(log: RoomLog, figure: Figure) -> bool:
    return any(value is not None for value in log.figures.get(figure, ()))


def began_midway(log: RoomLog) -> bool:
    """Whether more were there in the first step than can have come in it: the log does not begin with the stream."""
    online, entered = (next(iter(log.figures.get(each, ())), None) for each in (Figure.ONLINE, Figure.ENTERED))
    if online is None:
        return False
    if entered is None:
        return online > 0
    return bool(online > 0.5 * entered + 3 * sqrt(entered) + 2)


def arrivals(log: RoomLog) -> tuple[float, ...]:
    """Arrivals a minute, in blocks: of the log, or read off who was there."""
    figure, each = (Figure.ENTERED, 1.0) if has(log, Figure.ENTERED) else (Figure.ONLINE, log.step / STAY)
    series = log.figures[figure]
    size = max(1, round(BLOCK / log.step))
    known_ = [value for value in series if value is not None]
    mean = sum(known_) / len(known_)
    rates = []
    for start in range(0, log.steps, size):
        block = [value for value in series[start : start + size] if value is not None]
        rates.append((sum(block) / len(block) if block else mean) * each * 60 / log.step)
    return tuple(rates)


def _curves(outcomes: Outcomes, skip: int) -> dict[Figure, Floats]:
    """Counters as figures of each step, those of the lead left out."""
    curves = {figure: _within(outcomes.curve(counter))[:, skip:] for figure, counter in _COUNTERS.items()}
    curves[Figure.ONLINE] = _within(outcomes.curve("viewer_seconds"))[:, skip:] / outcomes.every
    return curves


def _within(curve: Floats) -> Floats:
    return np.diff(curve, axis=1, prepend=0.0)
