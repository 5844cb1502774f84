"""Long phrases in pieces: what is looked at at once stays short, however long somebody speaks without a pause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from simulator.perception.wording import Phrase, View

LONGEST = 800
"""Recognised characters of a piece: three minutes of speech, and short enough for patterns that look far (ours)."""
_TAIL = 240
"""So many characters before the limit a good place to cut is looked for: a mark, else the longest pause."""
_ENDS = frozenset("。！？!?;；\n")
_BREAKS = frozenset(",，、:：")


def stretches(phrase: Phrase, longest: int = LONGEST) -> Iterator[Phrase]:
    """The phrase in stretches of at most ``longest`` recognised characters; positions stay the whole phrase's."""
    if len(phrase.raw) <= longest:
        yield phrase
        return
    start = 0
    while start < len(phrase.raw):
        end = _cut(phrase, start, longest)
        yield _piece(phrase, start, end)
        start = end


def _cut(phrase: Phrase, start: int, longest: int) -> int:
    """Where the piece from ``start`` ends."""
    limit = start + longest
    if limit >= len(phrase.raw):
        return len(phrase.raw)
    tail = range(limit - 1, max(start, limit - _TAIL), -1)
    for marks in (_ENDS, _BREAKS):
        for at in tail:
            if phrase.raw[at] in marks and not phrase.raw[at + 1 : at + 2].isdigit():
                return at + 1
    spaces = [at for at in tail if phrase.raw[at].isspace()]
    places = spaces or list(tail)
    return max(places, key=lambda at: (phrase.times[at].start - phrase.times[at - 1].end, at))


def _piece(phrase: Phrase, start: int, end: int) -> Phrase:
    first, last = _within(phrase.token_origin, start, end)
    return replace(
        phrase,
        plain=_part(phrase.plain, start, end),
        digits=_part(phrase.digits, start, end),
        numerals=_part(phrase.numerals, start, end),
        tokens=phrase.tokens[first:last],
        token_origin=phrase.token_origin[first:last],
    )


def _part(view: View, start: int, end: int) -> View:
    first, last = _within(view.origin, start, end)
    return View(view.text[first:last], view.origin[first:last])


def _within(origin: tuple[tuple[int, int], ...], start: int, end: int) -> tuple[int, int]:
    """The stretch whose recognised characters begin in ``start`` to ``end``; origins never go back."""
    return bisect_left(origin, (start,)), bisect_left(origin, (end,))
