"""Chance for a compiler: the draws of ``philox`` and ``quantile`` one by one, with the same results.

The quantiles sum the same terms in the same order and end where no further term can change a sum.
"""

from __future__ import annotations

import math

import numpy as np

from simulator.audience.exponential import falls
from simulator.audience.philox import ROUNDS
from simulator.audience.quantile import MARGIN, NOTHING, REACH, SOME, TERMS, Counts, Floats

_M0, _M1 = np.uint64(0xD2511F53), np.uint64(0xCD9E8D57)
_W0, _W1 = np.uint64(0x9E3779B9), np.uint64(0xBB67AE85)
_LOW, _HALF, _SPARE = np.uint64(0xFFFFFFFF), np.uint64(32), np.uint64(11)
_STEP = 2.0**-53
ABREAST = 8
"""Draws a processor may make at once."""
SURELY = 1.000001
"""An exposure so much larger is at least the chance it stands for, whatever is rounded: what misses it, misses."""


def pair(tick: int, cell: int, purpose: int, domain: int, seed: int, rollout: int) -> tuple[float, float]:
    """Two uniforms of one address: Philox4x32-10, as ``philox.Luck.pair``; plain enough to be done ``ABREAST``."""
    c0, c1 = np.uint64(tick), np.uint64(cell)
    c2, c3 = np.uint64(purpose), np.uint64(domain)
    k0, k1 = np.uint64(seed), np.uint64(rollout)
    for _ in range(ROUNDS):
        p0 = (c0 & _LOW) * _M0
        p1 = (c2 & _LOW) * _M1
        n0 = (p1 >> _HALF) ^ c1 ^ k0
        n2 = (p0 >> _HALF) ^ c3 ^ k1
        c1 = p1 & _LOW
        c3 = p0 & _LOW
        c0 = n0
        c2 = n2
        k0 = (k0 + _W0) & _LOW
        k1 = (k1 + _W1) & _LOW
    first = np.float64(np.int64(((c0 << _HALF) | c1) >> _SPARE))
    second = np.float64(np.int64(((c2 << _HALF) | c3) >> _SPARE))
    return (first + 0.5) * _STEP, (second + 0.5) * _STEP


def pairs(
    tick: int, cells: Counts, purposes: Counts, many: int, seed: int, rollout: int, first: Floats, second: Floats
) -> None:
    """``pair`` of ``many`` addresses of the room.

    Some more are drawn to make the number even, and mean nothing: the arrays are longer by ``ABREAST``.
    """
    for number in range((many + ABREAST - 1) // ABREAST * ABREAST):
        first[number], second[number] = pair(tick, cells[number], purposes[number], 0, seed, rollout)


def row(tick: int, cell: int, purpose: int, cells: int, purposes: int, seed: int, rollout: int, first: Floats) -> None:
    """The first of ``pair`` of ``ABREAST`` addresses of the room, ``cells`` and ``purposes`` apart."""
    for number in range(ABREAST):
        first[number], _ = pair(tick, cell + number * cells, purpose + number * purposes, 0, seed, rollout)


def summed(u: float, n: int, p: float, mean: float, sums: Floats) -> int:
    """The quantile by summing terms; of the Poisson law where ``n`` is negative."""
    low = 0
    if mean >= SOME:
        low = max(math.floor(mean - REACH * math.sqrt(mean) - MARGIN), 0)
        width = math.ceil(2 * REACH * math.sqrt(mean)) + 2 * MARGIN + 1
    else:
        width = math.ceil(mean + REACH * math.sqrt(mean)) + MARGIN
    if n >= 0:
        width = min(width, n - low)
    width = min(width, TERMS - 1)
    odds = p / (1.0 - p) if n >= 0 else p
    term = 1.0
    total = 1.0
    sums[0] = 1.0
    last = 0
    for place in range(1, width + 1):
        k = low + place
        if n >= 0:
            term *= (n - k + 1) / k * odds
        else:
            term *= odds / k
        total += term
        sums[place] = total
        last = place
        if k > mean and term < total * NOTHING:
            break
        # Terms fall by half or more from here on, so together they add no more than the last: often that settles it.
        if low == 0 and k >= 4.0 * mean and term < 0.01 * total:
            found = 0
            while sums[found] < u * total:
                found += 1
            if sums[found] >= u * (total + term) * SURELY:
                return found
    goal = u * total
    first = 0
    while first < last:
        middle = (first + last) >> 1
        if sums[middle] < goal:
            first = middle + 1
        else:
            last = middle
    return low + first


def binomial(u: float, n: int, p: float, sums: Floats) -> int:
    """The ``u``-quantile of Binomial(n, p)."""
    if u <= 1.0 - n * p:
        return 0
    if n <= 1 or p >= 1.0:
        return n
    if p > 0.5:
        chance = 1.0 - p
        return n - summed(1.0 - u, n, chance, n * chance, sums)
    return summed(u, n, p, n * p, sums)


def moved(u: float, n: int, exposure: float, sums: Floats) -> int:
    """How many of ``n`` move at a rate times time of ``exposure``; most often nobody, which needs no exponential."""
    if u <= 1.0 - n * exposure * SURELY:
        return 0
    return binomial(u, n, falls(exposure), sums)


def hypergeometric(u: float, good: int, bad: int, drawn: int) -> int:
    """The ``u``-quantile of how many of ``good`` are among ``drawn`` out of ``good + bad``."""
    lowest = max(0, drawn - bad)
    highest = min(good, drawn)
    if lowest == highest:
        return lowest
    everyone = good + bad
    mean = drawn * good / everyone
    spread = math.sqrt(mean * (1 - good / everyone) * (everyone - drawn) / max(everyone - 1, 1))
    start = max(lowest, math.floor(mean - REACH * spread) - MARGIN)
    stop = min(highest, math.ceil(mean + REACH * spread) + MARGIN)
    term = 1.0
    total = 1.0
    for k in range(start, stop):
        term *= (good - k) * (drawn - k) / ((k + 1) * (bad - drawn + k + 1))
        total += term
    goal = u * total
    term = 1.0
    reached = 1.0
    found = start
    for k in range(start, stop):
        if reached >= goal:
            break
        found += 1
        term *= (good - k) * (drawn - k) / ((k + 1) * (bad - drawn + k + 1))
        reached += term
    return found
