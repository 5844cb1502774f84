"""Rollouts gathered as they come: what is kept of each is its end, and four curves in sixty steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from simulator.audience.quantile import Floats
from simulator.audience.rollouts import COUNTERS, Outcomes
from simulator.domain.units import Seconds

CURVES = ("online", "comments", "clicks", "orders")
"""Viewers as they stand; the others by the minute."""
STEPS = 60
QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)


@dataclass(frozen=True, slots=True)
class Bands:
    """One figure over time, over all rollouts: a line for each of ``QUANTILES``, shape (quantiles, steps)."""

    times: Floats
    """Seconds; for a figure by the minute the middle of its step."""
    lines: Floats


def step_of(length: Seconds, tick_s: Seconds) -> Seconds:
    """How far apart the steps of the curves are: a whole number of ticks, a second at least."""
    return round(max(1, round(max(length / STEPS, 1.0) / tick_s)) * tick_s, 6)


class Gathered:
    """The rollouts so far."""

    def __init__(self, every: Seconds) -> None:
        self._every = every
        self._ends: list[Floats] = []
        self._curves: dict[str, list[np.ndarray]] = {name: [] for name in CURVES}

    def __len__(self) -> int:
        return sum(len(end) for end in self._ends)

    def add(self, outcomes: Outcomes) -> None:
        """Take in some more."""
        self._ends.append(outcomes.counters[:, -1, : len(COUNTERS)].copy())
        for name, curves in self._curves.items():
            curves.append(outcomes.curve(name).astype(np.float32))

    def means(self) -> Mapping[str, float]:
        return self._each(lambda values: float(values.mean()))
