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
    HOST = 6
    """Of hosts who are played: whether they answer this time."""
    LOOKING_BACK = 7
    """Which rollouts, and which orders of acts, a figure about a session is made from."""


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


def round_keys(key: tuple[int, int]) -> Words:
    """The key words of each round, shape (10, 2, 1)."""
    keys = [[(word + turn * weyl) & _MASK for word, weyl in zip(key, _WEYL, strict=True)] for turn in range(ROUNDS)]
    return np.array(keys, dtype=np.uint64)[:, :, None]


def words(even: Words, odd: Words, keys: Words) -> tuple[Words, Words]:
    """Philox4x32-10 of counters given as (c0, c2) and (c1, c3), each of shape (2, length); output words likewise."""
    product = np.empty_like(even)
    high = np.empty_like(even)
    for turn in range(ROUNDS):
        np.multiply(even, _MULTIPLIERS, out=product)
        np.right_shift(product, _HALF_WORD, out=high)
        even = high[::-1] ^ odd
        np.bitwise_xor(even, keys[turn], out=even)
        odd = (product & _LOW)[::-1]
    return even, odd


class Addresses:
    """Addresses that may be drawn for at many ticks; not to be shared between threads."""

    def __init__(self, cell: ArrayLike, purpose: ArrayLike, domain: Domain = Domain.ROOM) -> None:
        cells = np.asarray(cell)
        self.even = np.empty((2, max(cells.size, np.size(purpose))), dtype=np.uint64)
        """Counter words 0 (the tick) and 2."""
        self.odd = np.empty_like(self.even)
        """Counter words 1 and 3."""
        self.even[1] = purpose
        self.odd[0] = cells
        self.odd[1] = int(domain)


class Luck:
    """All the chance of one rollout: a pure function of addresses."""

    def __init__(self, seed: int, rollout: int = 0) -> None:
        self.seed = seed & _MASK
        self.rollout = rollout & _MASK
        self._keys = round_keys((self.seed, self.rollout))
        self._rounds: list[tuple[int, int]] = [(first, second) for first, second in self._keys[:, :, 0].tolist()]

    def draw(self, tick: int, addresses: Addresses) -> tuple[Uniforms, Uniforms]:
        """Two uniforms in (0, 1), 53 bits each, for each address at this tick."""
        addresses.even[0] = tick
        even, odd = words(addresses.even, addresses.odd, self._keys)
        np.left_shift(even, _HALF_WORD, out=even)
        np.bitwise_or(even, odd, out=even)
        np.right_shift(even, _SPARE_BITS, out=even)
        uniforms = even.astype(np.float64)
        uniforms += 0.5
        uniforms *= _STEP
        return uniforms[0], uniforms[1]

    def pairs(
        self, tick: int, cell: ArrayLike, purpose: ArrayLike, domain: Domain = Domain.ROOM
    ) -> tuple[Uniforms, Uniforms]:
        """Two uniforms in (0, 1), 53 bits each, for each address."""
        return self.draw(tick, Addresses(cell, purpose, domain))

    def pair(self, tick: int, cell: int, purpose: int, domain: Domain = Domain.ROOM) -> tuple[float, float]:
        """Two uniforms in (0, 1) of one address."""
        c0, c1, c2, c3 = tick & _MASK, cell & _MASK, purpose & _MASK, int(domain)
        for k0, k1 in self._rounds:
            p0 = c0 * 0xD2511F53
            p1 = c2 * 0xCD9E8D57
            c0, c1, c2, c3 = (p1 >> 32) ^ c1 ^ k0, p1 & _MASK, (p0 >> 32) ^ c3 ^ k1, p0 & _MASK
        return (((c0 << 32 | c1) >> 11) + 0.5) * _STEP, (((c2 << 32 | c3) >> 11) + 0.5) * _STEP
