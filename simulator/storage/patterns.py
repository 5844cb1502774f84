"""Rule patterns that people write: whether they compile, and whether hostile words can hang them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import regex

TRIAL_S = 0.5
"""Ours need up to 0.18 s of processor time for the longest trial text; one that backtracks without end needs years."""
_LENGTH = 2000
_WORD = re.compile(r"\{([a-z_]+)\}")
_NESTED = 4
_LONGEST = 40_000
"""Characters; longer ones came of lists that name each other."""
_LITERAL = re.compile(r"\\.|\[|\]|\(\?[:=!<]*|[(){}|*+?.^$]|\{\d+,?\d*\}")


def expanded(pattern: str, words: Mapping[str, str]) -> str:
    """The pattern with every ``{name}`` replaced by the pack's list of that name; lists may name other lists."""
    for _ in range(_NESTED):
        found = _WORD.sub(lambda each: f"(?:{words[each[1]]})" if each[1] in words else each[0], pattern)
        if found == pattern or len(found) > _LONGEST:
            break
        pattern = found
    return pattern


def unknown_words(pattern: str, words: Mapping[str, str]) -> list[str]:
    """Names of lists that the pattern calls for and the pack does not have."""
    return [name for name in _WORD.findall(expanded(pattern, words)) if name not in words or len(pattern) > _LONGEST]


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
