"""Rollouts gathered as they come: what is kept of each is its end, and four curves in sixty steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.audience.quantile import Floats
from simulator.audience.rollouts import COUNTERS, Outcomes
from simulator.domain.units import Seconds

CURVES = ("online", "comments", "clicks", "orders")
"""Viewers as they stand; the others by the minute."""
STEPS = 60
AROUND: Seconds = 30.0
"""Before and after a moment, for what is counted by the minute; a step at least."""
QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)


@dataclass(frozen=True, slots=True)
class Bands:
    """One figure over time, over all rollouts: a line for each of ``QUANTILES``, shape (quantiles, steps)."""

    times: Floats
    """Seconds; a figure by the minute is counted around each, at the ends in what there is of that."""
    lines: Floats
    end: Seconds


def step_of(length: Seconds, tick_s: Seconds) -> Seconds:
    """How far apart the steps of the curves are: a whole number of ticks, a second at least."""
    return round(max(1, round(max(length / STEPS, 1.0) / tick_s)) * tick_s, 6)


class Gathered:
    """The rollouts of ``length`` seconds so far; curves only where their step is said."""

    def __init__(self, length: Seconds, every: Seconds | None = None) -> None:
        self._length = length
        self._every = every
        self._ends: list[Floats] = []
        self._curves: dict[str, list[NDArray[np.float32]]] = {name: [] for name in CURVES}

    def __len__(self) -> int:
        return sum(len(end) for end in self._ends)

    def add(self, outcomes: Outcomes) -> None:
        """Take in some more."""
        self._ends.append(outcomes.counters[:, -1, : len(COUNTERS)].copy())
        if self._every is not None:
            for name, curves in self._curves.items():
                curves.append(outcomes.curve(name).astype(np.float32))

    def means(self) -> Mapping[str, float]:
        """By counter, at the end."""
        return self._each(lambda values: float(values.mean()))

    def deviations(self) -> Mapping[str, float | None]:
        """Standard deviations between rollouts, at the end; None where there is but one."""
        if len(self) < 2:
            return dict.fromkeys(COUNTERS)
        return self._each(lambda values: float(values.std(ddof=1)))

    def quantiles(self, counter: str) -> Mapping[str, float]:
        """Of one counter at the end: "0.05", "0.25" …"""
        values = np.concatenate(self._ends)[:, COUNTERS.index(counter)]
        found = np.quantile(values, QUANTILES)
        return {f"{level:g}": float(value) for level, value in zip(QUANTILES, found, strict=True)}

    def bands(self, curve: str) -> Bands:
        """One of ``CURVES`` over time."""
        assert self._every is not None
        values = np.concatenate(self._curves[curve]).astype(np.float64)
        times = np.minimum(self._every * np.arange(1, values.shape[1] + 1), self._length)
        if curve != "online":
            times, values = np.append(0.0, times), np.pad(values, ((0, 0), (1, 0)))
            places = np.arange(times.size)
            around = max(1, round(AROUND / self._every))
            first, last = np.maximum(places - around, 0), np.minimum(places + around, places[-1])
            values = (values[:, last] - values[:, first]) * (60.0 / (times[last] - times[first]))
        return Bands(times, np.quantile(values, QUANTILES, axis=0), self._length)

    def _each(self, of: Callable[[Floats], float]) -> dict[str, float]:
        ends = np.concatenate(self._ends)
        return {counter: of(ends[:, number]) for number, counter in enumerate(COUNTERS)}
