"""Counts from uniforms: the exact inverse of a distribution function, ``X = min{k : F(k) >= u}``.

Monotone in ``u``, ``n`` and ``p``, which is what lets two hosts share one audience. The mass is summed upward from
the lower end of its window (zero for means below 30, else nine standard deviations below the mean, which leaves out
less than 1e-18) by the ratio of neighbouring terms and divided by its sum: only ``+ - * /``, so no library decides.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]
Floats = NDArray[np.float64]

_FEW = 2.0
"""Means below this need a narrow window."""
_SOME = 30.0
_PLAIN = 16
"""Single draws of up to this many trials are summed without arrays."""
_REACH = 9.0
"""Half the width of the window, in standard deviations."""
_MARGIN = 15
"""Added to the reach, for the longer upper tail of small means."""
_FAINT = 0.1
"""Means below this need half the margin."""


def binomial(u: Floats, n: Counts, p: Floats) -> Counts:
    """The ``u``-quantile of Binomial(n, p), element by element."""
    mean = np.asarray(n * p, dtype=np.float64)
    open_ = (u > 1.0 - mean) & (n > 0) & (p > 0.0)
    counts = np.zeros(n.shape, dtype=np.int64)
    rows = np.flatnonzero(open_)
    if not rows.size:
        return counts
    n = n[rows]
    if int(n.max()) == 1:
        # Past the short-cut there is one value left for a single trial.
        counts[rows] = 1
        return counts
    u, p = u[rows], p[rows]
    certain = p >= 1.0
    flip = p > 0.5
    chance = np.where(flip, np.maximum(1.0 - p, 0.0), p)
    level = np.where(flip, 1.0 - u, u)
    found = _quantiles(level, n, chance, np.asarray(n * chance, dtype=np.float64))
    counts[rows] = np.where(certain, n, np.where(flip, n - found, found))
    return counts


def one_binomial(u: float, n: int, p: float) -> int:
    """The ``u``-quantile of Binomial(n, p), for one draw: the same count as ``binomial``."""
    if n <= 0 or p <= 0.0 or u <= 1.0 - n * p:
        return 0
    if p >= 1.0 or n == 1:
        return n
    if n > _PLAIN:
        return int(binomial(np.array([u]), np.array([n]), np.array([p]))[0])
    flip = p > 0.5
    chance, level = (1.0 - p, 1.0 - u) if flip else (p, u)
    odds = chance / (1.0 - chance)
    term = 1.0
    sums = [term]
    for k in range(1, n + 1):
        term *= (n - k + 1) / k * odds
        sums.append(sums[-1] + term)
    goal = level * sums[-1]
    found = sum(1 for reached in sums[:-1] if reached < goal)
    return n - found if flip else found


def poisson(u: Floats, mean: Floats) -> Counts:
    """The ``u``-quantile of Poisson(mean), element by element."""
    return _quantiles(u, None, mean, mean)


def _quantiles(u: Floats, n: Counts | None, p: Floats, mean: Floats) -> Counts:
    """Quantiles of the binomial (p <= 1/2), or of the Poisson where ``n`` is None; rows grouped by width of window."""
    if mean.size == 1 or float(mean.max()) < _FEW:
        return _summed(u, n, p, mean)
    counts = np.zeros(mean.shape, dtype=np.int64)
    group = (mean >= _FEW).astype(np.int64) + (mean >= _SOME) + (mean >= 20 * _SOME)
    for number in range(4):
        rows = np.flatnonzero(group == number)
        if rows.size:
            counts[rows] = _summed(u[rows], None if n is None else n[rows], p[rows], mean[rows])
    return counts


def _summed(u: Floats, n: Counts | None, p: Floats, mean: Floats) -> Counts:
    """Sum terms from the lower end of the window until they reach ``u`` of the whole."""
    largest = float(mean.max())
    reach = _REACH * math.sqrt(largest)
    if largest < _SOME:
        low = np.zeros(mean.shape, dtype=np.int64)
        width = math.ceil(largest + reach) + (_MARGIN if largest >= _FAINT else _MARGIN // 2)
    else:
        low = np.maximum(np.floor(mean - _REACH * np.sqrt(mean) - _MARGIN).astype(np.int64), 0)
        width = math.ceil(2 * reach) + 2 * _MARGIN + 1
    if n is not None:
        width = min(width, int(n.max()))
    if width == 0:
        return low
    k = low[:, None] + np.arange(1, width + 1)
    terms = np.empty((mean.size, width + 1))
    terms[:, 0] = 1.0
    if n is None:
        np.divide(p[:, None], k, out=terms[:, 1:])
    else:
        odds = p / (1.0 - p)
        np.multiply(np.maximum(n[:, None] - k + 1, 0) / k, odds[:, None], out=terms[:, 1:])
    np.multiply.accumulate(terms, axis=1, out=terms)
    np.add.accumulate(terms, axis=1, out=terms)
    below: Counts = (terms[:, :-1] < (u * terms[:, -1])[:, None]).sum(axis=1)
    return low + below


def hypergeometric(u: float, good: int, bad: int, drawn: int) -> int:
    """The ``u``-quantile of how many of ``good`` are among ``drawn`` out of ``good + bad``."""
    lowest, highest = max(0, drawn - bad), min(good, drawn)
    if lowest == highest:
        return lowest
    everyone = good + bad
    mean = drawn * good / everyone
    spread = math.sqrt(mean * (1 - good / everyone) * (everyone - drawn) / max(everyone - 1, 1))
    start = max(lowest, math.floor(mean - _REACH * spread) - _MARGIN)
    stop = min(highest, math.ceil(mean + _REACH * spread) + _MARGIN)
    term = 1.0
    sums = [term]
    for k in range(start, stop):
        term *= (good - k) * (drawn - k) / ((k + 1) * (bad - drawn + k + 1))
        sums.append(sums[-1] + term)
    goal = u * sums[-1]
    return start + sum(1 for reached in sums[:-1] if reached < goal)
