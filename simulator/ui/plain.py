"""Text from outside, made fit for a screen."""

from __future__ import annotations

import html

from simulator.domain.plain import plain

LONGEST = 400
"""Characters of one text that are shown; laying out a wrapped text of 1,000,000 takes seconds."""


def shown(text: str, limit: int = LONGEST) -> str:
    """``text`` as it may stand on screen: one line, no control or direction characters, cut with an ellipsis."""
    line = plain(text[: 4 * limit])
    return line if len(line) <= limit and len(text) <= 4 * limit else line[: limit - 1] + "…"


def escaped(text: str) -> str:
    """``text`` for a button or a menu, where an ampersand would mark a key."""
    return shown(text, 80).replace("&", "&&")


def tip(text: str) -> str:
    """A tooltip that shows ``text`` as it is, even where it looks like markup."""
    return f"<qt>{html.escape(shown(text))}</qt>" if text else ""
