"""Speech without an end cut into pieces, so that what is done to one piece takes a bounded time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from simulator.domain.events import HostSpoke, Word
from simulator.domain.language import Language
from simulator.domain.units import Span

LONGEST = {Language.ZH: 160, Language.EN: 480}
"""Characters of the longest piece (ours: half a minute of speech, three times what recognisers give at once)."""
_SENTENCE = "。！？!?；;."
_CLAUSE = "，,、：:"


def pieces(spoke: HostSpoke, language: Language) -> Iterator[HostSpoke]:
    """The phrase in pieces of at most ``LONGEST`` characters, cut behind a mark where there is one."""
    longest = LONGEST[language]
    if len(spoke.text) <= longest and sum(len(word.text) for word in spoke.words) <= longest:
        yield spoke
        return
    words = [piece for word in _words(spoke) for piece in _short(word, longest // 4)]
    current: list[Word] = []
    size = 0
    for word in words:
        if current and size + len(word.text) > longest:
            cut = _best_cut(current)
            yield _piece(spoke, current[:cut])
            current = current[cut:]
            size = sum(len(each.text) for each in current)
        current.append(word)
        size += len(word.text)
        if size > longest // 2 and word.text.rstrip()[-1:] in _SENTENCE and word.text.strip():
            yield _piece(spoke, current)
            current, size = [], 0
    if current:
        yield _piece(spoke, current)


def _words(spoke: HostSpoke) -> tuple[Word, ...]:
    return spoke.words or (Word(spoke.text, spoke.said, None),)


def _short(word: Word, longest: int) -> Iterator[Word]:
    """A word that is no word cut by length, each part with its share of the time."""
    size = len(word.text)
    if size <= longest:
        yield word
        return
    at = 0
    while at < size:
        stop = min(at + longest, size)
        if stop < size:
            stop = (
                1 + max((word.text.rfind(each, at, stop) for each in (*_SENTENCE, *_CLAUSE, " ")), default=-1) or stop
            )
            stop = stop if stop > at else min(at + longest, size)
        share = word.said.length / size
        said = Span(word.said.start + at * share, word.said.start + stop * share)
        yield Word(word.text[at:stop], said, word.confidence)
        at = stop


def _best_cut(words: list[Word]) -> int:
    """Behind the last mark in the second half, else behind the last word."""
    for marks in (_SENTENCE, _CLAUSE):
        for at in range(len(words), len(words) // 2, -1):
            if words[at - 1].text.rstrip()[-1:] in marks and words[at - 1].text.strip():
                return at
    return len(words)


def _piece(spoke: HostSpoke, words: list[Word]) -> HostSpoke:
    said = Span(words[0].said.start, max(words[0].said.start, words[-1].said.end))
    text = "".join(word.text for word in words).strip()
    return replace(spoke, said=said, text=text, words=tuple(words))
