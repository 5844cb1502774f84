"""Common Chinese words, so that what only sounds like a wording is not taken for it where it makes sense otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

LONGEST_DOUBTED = 4
"""Longer wordings have evidence enough of their own (ours)."""


@cache
def common_words() -> frozenset[str]:
    """Words of two and three characters: the phrases that pypinyin tells the readings of (MIT)."""
    from pypinyin.constants import PHRASES_DICT  # a third of a second: not for every start

    return frozenset(word for word in PHRASES_DICT if 2 <= len(word) <= 3)


def makes_sense_otherwise(heard: Sequence[str], start: int, end: int) -> bool:
    """Whether the characters are a word of their own, or belong to words that run over both of their edges."""
    if end - start > LONGEST_DOUBTED:
        return False
    if "".join(heard[start:end]) in common_words():
        return True
    return _runs_over(heard, start) and _runs_over(heard, end)


def _runs_over(heard: Sequence[str], edge: int) -> bool:
    """Whether a common word begins before and ends behind this edge."""
    for first, last in ((edge - 1, edge + 1), (edge - 2, edge + 1), (edge - 1, edge + 2)):
        if first >= 0 and last <= len(heard) and "".join(heard[first:last]) in common_words():
            return True
    return False
