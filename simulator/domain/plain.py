"""Text from outside as it may stand in a window, a report or a file's name: what it says, and nothing it does."""

from __future__ import annotations

import unicodedata

MARKS = 3
"""Combining marks on one letter that are kept; more would cover the lines above and below."""
DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Controls that would turn the text around them."""


def plain(text: str) -> str:
    """``text`` in one line, without control and direction characters, or letters that Unicode does not know."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept: list[str] = []
    marks = 0
    for letter in text:
        kind = unicodedata.category(letter)
        if kind in ("Mn", "Me"):
            marks += 1
            if marks > MARKS:
                continue
        else:
            marks = 0
        if kind in ("Cc", "Zl", "Zp"):
            letter = " "
        elif kind in ("Cs", "Co", "Cn") or letter in DIRECTIONS:
            continue
        kept.append(letter)
    return " ".join("".join(kept).split())
