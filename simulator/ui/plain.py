"""Text from outside, made fit for a screen."""

from __future__ import annotations

import html
import unicodedata

LONGEST = 400
"""Characters of one text that are shown; laying out a wrapped text of 1,000,000 takes seconds."""
MARKS = 3
"""Combining marks on one letter that are shown; more would cover the lines above and below."""
DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Controls that would turn the text around them."""


def shown(text: str, limit: int = LONGEST) -> str:
    """``text`` as it may stand on screen: one line, no control or direction characters, cut with an ellipsis."""
    kept: list[str] = []
    marks = 0
    for letter in text[: 4 * limit]:
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
    line = " ".join("".join(kept).split())
    return line if len(line) <= limit and len(text) <= 4 * limit else line[: limit - 1] + "…"


def escaped(text: str) -> str:
    """``text`` for a button or a menu, where an ampersand would mark a key."""
    return shown(text, 80).replace("&", "&&")


def tip(text: str) -> str:
    """A tooltip that shows ``text`` as it is, even where it looks like markup."""
    return f"<qt>{html.escape(shown(text))}</qt>" if text else ""
