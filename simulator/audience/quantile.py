"""Counts from uniforms: the exact inverse of a distribution function, ``X = min{k : F(k) >= u}``.

Monotone in ``u``, ``n`` and ``p``, which is what lets two hosts share one audience. The mass is summed upward from
the lower end of its window (zero for means below 30, else nine standard deviations below the mean, which leaves out
less than 1e-18) by the ratio of neighbouring terms and divided by its sum: only ``+ - * /``, so no library decides.
"""

from __future__ import annotations

import math
from bisect import bisect_left

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]
Floats = NDArray[np.float64]

SOME = 30.0
"""Means below this are summed from zero."""
_MANY = 600.0
"""Means from this on have windows of their own."""
_PLAIN = 40
"""Draws of up to this many trials are summed without arrays,"""
_FEW = 2
""" … where there are so few,"""
_TOGETHER = 16
""" … and so few in one array, whatever their window."""
REACH = 9.0
"""Half the width of the window, in standard deviations."""
MARGIN = 15
"""Added to the reach, for the longer upper tail of small means."""
NOTHING = 1e-17
"""A term of so little of the sum changes it no more, nor do those after it."""
TERMS = 1 << 16
"""Terms of one quantile at most: enough for means of ten million."""
_PLACES = np.arange(TERMS)
_FAINT = 0.1
"""Means below this need half the margin."""


def binomial(u: Floats, n: Counts, p: Floats) -> Counts:
    """The ``u``-quantile of Binomial(n, p), element by element."""
    counts = np.zeros(n.shape, dtype=np.int64)
    rows = (u > 1.0 - n * p).nonzero()[0]
    if not rows.size:
        return counts
    trials, chance = n[rows], p[rows]
    # Past the short-cut there is one value left for a single trial, and for a certain one.
    counts[rows] = trials
    hard = ((trials > 1) & (chance < 1.0)).nonzero()[0]
    if not hard.size:
        return counts
    if hard.size < rows.size:
        rows, trials, chance = rows[hard], trials[hard], chance[hard]
    level = u[rows]
    if rows.size <= _FEW and int(trials.max()) <= _PLAIN:
        for row, *one in zip(rows.tolist(), level.tolist(), trials.tolist(), chance.tolist(), strict=True):
            counts[row] = one_binomial(*one)
        return counts
    if np.maximum.reduce(chance) > 0.5:
        flip = chance > 0.5
        chance = np.where(flip, 1.0 - chance, chance)
        level = np.where(flip, 1.0 - level, level)
        found = _quantiles(level, trials, chance, trials * chance)
        counts[rows] = np.where(flip, trials - found, found)
    else:
        counts[rows] = _quantiles(level, trials, chance, trials * chance)
    return counts


def one_binomial(u: float, n: int, p: float) -> int:
    """The ``u``-quantile of Binomial(n, p), for one draw: the same count as ``binomial``."""
    if n <= 0 or p <= 0.0 or u <= 1.0 - n * p:
        return 0
    if p >= 1.0 or n == 1:
        return n
    flip = p > 0.5
    chance, level = (1.0 - p, 1.0 - u) if flip else (p, u)
    mean = n * chance
    if mean >= SOME:
        found = int(_summed(np.array([level]), np.array([n]), np.array([chance]), np.array([mean]), mean)[0])
        return n - found if flip else found
    odds = chance / (1.0 - chance)
    term = 1.0
    sums = [term]
    for k in range(1, n + 1):
        term *= (n - k + 1) / k * odds
        sums.append(sums[-1] + term)
        if k > mean and term < sums[-1] * NOTHING:
            break
    found = bisect_left(sums, level * sums[-1])
    return n - found if flip else found


def poisson(u: Floats, mean: Floats) -> Counts:
    """The ``u``-quantile of Poisson(mean), element by element."""
    return _quantiles(u, None, mean, mean)


def _quantiles(u: Floats, n: Counts | None, p: Floats, mean: Floats) -> Counts:
    """Quantiles of the binomial (p <= 1/2), or of the Poisson where ``n`` is None; rows grouped by width of window."""
    largest = float(np.maximum.reduce(mean))
    if largest < SOME or mean.size == 1 or (mean.size <= _TOGETHER and largest < _MANY):
        return _summed(u, n, p, mean, largest)
    counts = np.zeros(mean.shape, dtype=np.int64)
    group = (mean >= SOME).astype(np.int64) + (mean >= _MANY)
    for number in range(3):
        rows = (group == number).nonzero()[0]
        if rows.size:
            here = mean[rows]
            counts[rows] = _summed(u[rows], None if n is None else n[rows], p[rows], here, float(here.max()))
    return counts


def _summed(u: Floats, n: Counts | None, p: Floats, mean: Floats, largest: float) -> Counts:
    """Sum terms from the lower end of the window until they reach ``u`` of the whole."""
    reach = REACH * math.sqrt(largest)
    if largest < SOME:
        low = np.zeros(mean.shape, dtype=np.int64)
        width = math.ceil(largest + reach) + (MARGIN if largest >= _FAINT else MARGIN // 2)
    else:
        low = np.maximum(np.floor(mean - REACH * np.sqrt(mean) - MARGIN).astype(np.int64), 0)
        width = math.ceil(2 * reach) + 2 * MARGIN + 1
    if n is not None:
        width = min(width, int(np.maximum.reduce(n)))
    if width == 0:
        return low
    k = _PLACES[1 : width + 1] if largest < SOME else low[:, None] + _PLACES[1 : width + 1]
    terms = np.empty((mean.size, width + 1))
    terms[:, 0] = 1.0
    if n is None:
        np.divide(p[:, None], k, out=terms[:, 1:])
    else:
        # Beyond the last of n there is a term of 0, and so all after it.
        np.divide((n + 1)[:, None] - k, k, out=terms[:, 1:])
        terms[:, 1:] *= (p / (1.0 - p))[:, None]
    np.multiply.accumulate(terms, axis=1, out=terms)
    np.add.accumulate(terms, axis=1, out=terms)
    below: Counts = np.add.reduce(terms[:, :-1] < (u * terms[:, -1])[:, None], axis=1, dtype=np.int64)
    return below if largest < SOME else low + below


def hypergeometric(u: float, good: int, bad: int, drawn: int) -> int:
    """The ``u``-quantile of how many of ``good`` are among ``drawn`` out of ``good + bad``."""
    lowest, highest = max(0, drawn - bad), min(good, drawn)
    if lowest == highest:
        return lowest
    everyone = good + bad
    mean = drawn * good / everyone
    spread = math.sqrt(mean * (1 - good / everyone) * (everyone - drawn) / max(everyone - 1, 1))
    start = max(lowest, math.floor(mean - REACH * spread) - MARGIN)
    stop = min(highest, math.ceil(mean + REACH * spread) + MARGIN)
    term = 1.0
    sums = [term]
    for k in range(start, stop):
        term *= (good - k) * (drawn - k) / ((k + 1) * (bad - drawn + k + 1))
        sums.append(sums[-1] + term)
    goal = u * sums[-1]
    return start + sum(1 for reached in sums[:-1] if reached < goal)
