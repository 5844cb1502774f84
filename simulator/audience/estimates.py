"""Means of paired differences with their intervals, shares by sampled orders, and what such figures rest on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import combinations
from math import comb, cos, hypot, pi, sin, sqrt

import numpy as np

from simulator.audience.philox import Domain, Luck
from simulator.audience.quantile import Counts, Floats

LEVELS = (0.80, 0.95)
SPREAD = 1.2816
"""Normal deviations that 80 of 100 cases lie within."""


class Assumption(StrEnum):
    """What a figure rests on, to be said beside it."""

    MODEL_EFFECTS = "model_effects"
    """The effect is the model's, as good as its calibration."""
    ASSUMED_PRESET = "assumed_preset"
    """The crowd is a teaching choice, not measured in a room of one's own."""
    OPEN_LOOP = "open_loop"
    """The host goes on as in the log, whatever this audience asks."""
    OPEN_LOOP_DIFFERS = "open_loop_differs"
    """A host who answers what this audience asks would do more than a tenth better or worse."""
    NO_CLOSED_LOOP = "no_closed_loop"
    """The session has no answers, or does not tell when the host spoke: he cannot be played as one who answers."""
    STOCK_BINDING = "stock_binding"
    """Goods ran out: doing better need not sell more."""
    COARSE_TICK = "coarse_tick"
    """Played in longer ticks than live."""
    SINGLE_LUCK = "single_luck"
    """One audience only: the session's own."""
    OTHER_AUDIENCES = "other_audiences"
    """Played before other audiences from the beginning on, not from this session's own moment."""
    CONTINUES_AS_BEFORE = "continues_as_before"
    """The host goes on as in the last minute."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean of paired differences, with the intervals that hold it in 80 and 95 of 100 cases."""

    mean: float
    error: float
    """Standard error."""
    pairs: int
    low80: float
    high80: float
    low95: float
    high95: float

    @property
    def detectable(self) -> bool:
        """Whether zero lies outside the 95 % interval."""
        return self.low95 > 0 or self.high95 < 0


def estimate(differences: Floats, grain: float = 0.0) -> Estimate:
    """The mean of differences and its t intervals; of a single one nothing is known but itself.

    ``grain`` is the least step the outcome is made of, such as the price of one order: that no pair shows one more or
    less does not mean that none ever would, so the error is never less than one such step in all pairs makes it.
    """
    many = differences.size
    mean = float(differences.mean())
    error = hypot(float(differences.std(ddof=1)) / sqrt(many), grain / many) if many > 1 else float("inf")
    inner, outer = (error * t_quantile(level, many - 1) if error else 0.0 for level in LEVELS)
    return Estimate(mean, error, many, mean - inner, mean + inner, mean - outer, mean + outer)


@cache
def t_quantile(level: float, freedom: int) -> float:
    """What Student's t stays within, either way, with probability ``level``; by halving, to twelve digits."""
    if freedom < 1:
        return float("inf")
    low, high = 0.0, pi / 2
    while high - low > 1e-12:
        middle = (low + high) / 2
        low, high = (middle, high) if _within(middle, freedom) < level else (low, middle)
    return sqrt(freedom) * sin(low) / cos(low)


def _within(angle: float, freedom: int) -> float:
    """P(|t| < sqrt(freedom) * tan(angle)): the finite sums for whole degrees of freedom (Abramowitz, Stegun 26.7)."""
    square = cos(angle) ** 2
    odd = freedom % 2
    term = cos(angle) if odd else 1.0
    total = 0.0
    for k in range(1 + odd, freedom, 2):
        total += term
        term *= square * k / (k + 1)
    return 2 / pi * (angle + sin(angle) * total) if odd else sin(angle) * total


def share_band(share: float, many: int, spread: float = SPREAD) -> tuple[float, float]:
    """Where a share 0..1 seen in ``many`` lies, by Wilson; ``spread`` normal deviations either way (80 of 100)."""
    middle = share + spread**2 / (2 * many)
    reach = spread * sqrt(share * (1 - share) / many + spread**2 / (4 * many**2))
    whole = 1 + spread**2 / many
    return max(0.0, (middle - reach) / whole), min(1.0, (middle + reach) / whole)


def resampled(count: int, times: int, seed: int) -> list[Counts]:
    """``times`` samples of ``count`` out of ``count`` with replacement, the same for the same seed."""
    luck = Luck(seed)
    cells = np.arange(count)
    return [(luck.pairs(turn, cells, 0, Domain.LOOKING_BACK)[0] * count).astype(np.int64) for turn in range(times)]


def shapley(
    players: int, worth: Callable[[frozenset[int]], Floats], orders: int, seed: int
) -> tuple[Sequence[Floats], bool]:
    """What each player adds on average over the orders in which they may come in, and whether over all of them.

    ``orders`` are drawn where that meets fewer sets of players than there are. A set is valued once.
    """
    valued = cache(worth)
    if 2**players <= players * orders:
        return [_exact(player, players, valued) for player in range(players)], True
    luck = Luck(seed)
    shares: list[Floats] = [np.zeros_like(valued(frozenset())) for _ in range(players)]
    for turn in range(orders):
        keys = luck.pairs(turn, np.arange(players), 1, Domain.LOOKING_BACK)[0]
        present: frozenset[int] = frozenset()
        for player in np.argsort(keys).tolist():
            joined = present | {player}
            shares[player] += (valued(joined) - valued(present)) / orders
            present = joined
    return shares, False


def _exact(player: int, players: int, worth: Callable[[frozenset[int]], Floats]) -> Floats:
    others = [other for other in range(players) if other != player]
    share: Floats = np.zeros_like(worth(frozenset()))
    for size in range(players):
        for some in combinations(others, size):
            added = worth(frozenset(some) | {player}) - worth(frozenset(some))
            share += added / (players * comb(players - 1, size))
    return share
