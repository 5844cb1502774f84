"""Rule patterns that people write: whether they compile, and whether hostile words can hang them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import regex

TRIAL_S = 0.5
"""Ours need up to 0.09 s for the longest trial text; one that backtracks without end needs years."""
_LENGTH = 2000
_LITERAL = re.compile(r"\\.|\[|\]|\(\?[:=!<]*|[(){}|*+?.^$]|\{\d+,?\d*\}")


def normalised(text: str, language: str) -> str:
    """Text as rules read it: NFKC, lower case; Chinese without spaces, English with single ones."""
    folded = unicodedata.normalize("NFKC", text).lower().replace("’", "'")
    return "".join(folded.split()) if language == "zh" else " ".join(folded.split())


def compiled(pattern: str) -> regex.Pattern[str] | None:
    """The pattern compiled, None when it is none."""
    try:
        return regex.compile(pattern)
    except (regex.error, RecursionError, OverflowError, MemoryError):
        return None


def backtracks(pattern: regex.Pattern[str]) -> bool:
    """Whether a text made of the pattern's own letters holds it up for longer than ``TRIAL_S``."""
    for text in _hostile(pattern.pattern):
        try:
            pattern.search(text, timeout=TRIAL_S)
        except TimeoutError:
            return True
    return False


def _hostile(pattern: str) -> Iterator[str]:
    """Long repetitions of what the pattern likes, with an end it does not."""
    letters = list(dict.fromkeys(each for each in _LITERAL.sub("", pattern) if not each.isspace()))[:8]
    ends = ("!", "\n")
    seeds = ["a", "1", " ", "一", "a ", "1一", *letters, "".join(letters[:2]), "".join(letters)]
    for seed in dict.fromkeys(each for each in seeds if each):
        for end in ends:
            yield seed * (_LENGTH // len(seed)) + end
