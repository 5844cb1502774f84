"""Chance with an address: one pair of uniforms per (seed, rollout, tick, cell, purpose, domain).

Philox4x32-10 (Salmon, Moraes, Dror, Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3"). Nothing is consumed
in sequence, so a draw that is made, skipped or batched never moves another.
"""

from __future__ import annotations

from enum import IntEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

Words = NDArray[np.uint64]
Uniforms = NDArray[np.float64]

ROUNDS = 10
_MULTIPLIERS = np.array([[0xD2511F53], [0xCD9E8D57]], dtype=np.uint64)
_WEYL = (0x9E3779B9, 0xBB67AE85)
_LOW = np.uint64(0xFFFFFFFF)
_HALF_WORD = np.uint64(32)
_SPARE_BITS = np.uint64(11)
_MASK = 0xFFFFFFFF
_STEP = 2.0**-53


class Domain(IntEnum):
    """Kinds of work with chance of their own, so that adding to one never moves another."""

    ROOM = 0
    SPOTLIGHT = 1
    TEXT = 2
    INCIDENTS = 3
    AFTER_SALES = 4
    ORDERS = 5


class Purpose(IntEnum):
    """What a draw in the room is for. Frozen: append, never renumber."""

    EXITS_AND_COMMENTS = 0
    SPLIT = 2
    """2..8: exits by destination, in the order of the model."""
    ANSWERED = 9
    TOPIC = 20
    """20..26: which topic is asked."""
    ARRIVALS = 30
    ARRIVALS_BY_SEGMENT = 31
    ARRIVALS_BY_NODE = 32
    OPENING_BY_SEGMENT = 33
    OPENING_BY_NODE = 34
    STOCK = 40
    LIKES_AND_FOLLOWS = 50


def words(counter: tuple[ArrayLike, ArrayLike, ArrayLike, ArrayLike], key: tuple[int, int]) -> Words:
    """The four output words of Philox4x32-10 for each counter, shape (4, length)."""
    c0, c1, c2, c3 = np.broadcast_arrays(*(np.atleast_1d(np.asarray(word, dtype=np.uint64)) for word in counter))
    even = np.stack((c0, c2))
    odd = np.stack((c1, c3))
    k0, k1 = key[0] & _MASK, key[1] & _MASK
    keys = np.empty((ROUNDS, 2, 1), dtype=np.uint64)
    for turn in range(ROUNDS):
        keys[turn, 0, 0] = (k0 + turn * _WEYL[0]) & _MASK
        keys[turn, 1, 0] = (k1 + turn * _WEYL[1]) & _MASK
    for turn in range(ROUNDS):
        product = even * _MULTIPLIERS
        high = product >> _HALF_WORD
        low = product & _LOW
        even = high[::-1] ^ odd
        even ^= keys[turn]
        odd = low[::-1]
    return np.stack((even[0], odd[0], even[1], odd[1]))


class Luck:
    """All the chance of one rollout: a pure function of addresses."""

    def __init__(self, seed: int, rollout: int = 0) -> None:
        self.seed = seed & _MASK
        self.rollout = rollout & _MASK

    def pairs(
        self, tick: ArrayLike, cell: ArrayLike, purpose: ArrayLike, domain: Domain = Domain.ROOM
    ) -> tuple[Uniforms, Uniforms]:
        """Two uniforms in (0, 1), 53 bits each, for each address."""
        w0, w1, w2, w3 = words((tick, cell, purpose, int(domain)), (self.seed, self.rollout))
        first = ((w0 << _HALF_WORD | w1) >> _SPARE_BITS).astype(np.float64)
        second = ((w2 << _HALF_WORD | w3) >> _SPARE_BITS).astype(np.float64)
        return (first + 0.5) * _STEP, (second + 0.5) * _STEP

    def pair(self, tick: int, cell: int, purpose: int, domain: Domain = Domain.ROOM) -> tuple[float, float]:
        """Two uniforms in (0, 1) of one address."""
        c0, c1, c2, c3 = tick & _MASK, cell & _MASK, purpose & _MASK, int(domain)
        k0, k1 = self.seed, self.rollout
        for _ in range(ROUNDS):
            p0 = c0 * 0xD2511F53
            p1 = c2 * 0xCD9E8D57
            c0, c1, c2, c3 = (p1 >> 32) ^ c1 ^ k0, p1 & _MASK, (p0 >> 32) ^ c3 ^ k1, p0 & _MASK
            k0 = (k0 + _WEYL[0]) & _MASK
            k1 = (k1 + _WEYL[1]) & _MASK
        return (((c0 << 32 | c1) >> 11) + 0.5) * _STEP, (((c2 << 32 | c3) >> 11) + 0.5) * _STEP
