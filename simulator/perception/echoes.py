"""What the microphone heard of a comment that the system's voice read out: no word of the host's."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from simulator.domain.crowd import CommentPosted
from simulator.domain.desk import ReadAloud
from simulator.domain.events import EchoHeard, Event, HostSpoke, Word
from simulator.domain.language import Language
from simulator.domain.units import Seconds, Span
from simulator.perception.sounds import Sounds
from simulator.perception.wording import Reader

BEFORE: Seconds = 0.3
"""How far a recogniser's word times may be early."""
STARTING: Seconds = 1.0
"""How long a voice may take to begin, a recogniser's word times being late included (ours)."""
FASTEST = {Language.ZH: 0.12, Language.EN: 0.2}
SLOWEST = {Language.ZH: 0.32, Language.EN: 0.5}
"""Seconds a character or a word takes to be read; a host who quotes the comment after hearing it is later."""
MISSED = 0.7
"""What it costs that a token was left out, or put in; one that agrees is worth 1, one quite different costs 1."""
ALIKE = 2.5
"""So much agreement is no chance: three characters or words, one of them heard a little wrong (ours)."""
ALONE = 1.5
"""Enough where the voice was stopped at once and nothing else was said in the phrase (ours)."""
REMEMBERED = 400
"""Comments of which one may still be read: only the newest open questions are."""
READINGS = 12
"""Readings that may still be heard in a phrase that comes late."""


@dataclass(slots=True)
class _Reading:
    """A comment being read."""

    comment: str
    tokens: tuple[str, ...]
    begins: Seconds
    ends: Seconds
    heard: int = 0
    """Tokens whose echo was found: each is heard once, what comes again is quoted."""


@dataclass(frozen=True, slots=True)
class _Token:
    """A token as it was heard."""

    text: str
    word: int
    at: Seconds


class Echoes:
    """Takes the events of a session in order, and parts what was heard into the host's words and echoes."""

    def __init__(self, reader: Reader, sounds: Sounds) -> None:
        self._reader = reader
        self._sounds = sounds
        self._comments: dict[str, str] = {}
        self._readings: deque[_Reading] = deque(maxlen=READINGS)

    def take(self, event: Event) -> None:
        match event:
            case CommentPosted():
                self._comments[event.id] = event.text
                if len(self._comments) > REMEMBERED:
                    del self._comments[next(iter(self._comments))]
            case ReadAloud() if event.comment in self._comments:
                tokens = self._reader.tokens(self._comments[event.comment])
                self._readings.append(_Reading(event.comment, tokens, event.at, event.at + event.length))

    def apart(self, spoke: HostSpoke) -> tuple[HostSpoke | EchoHeard, ...]:
        """The phrase in its parts, in order; as it is where nothing in it is an echo."""
        words = spoke.words or (Word(spoke.text, spoke.said, None),)
        owner: list[str | None] = [None] * len(words)
        for reading in self._readings:
            if reading.begins - BEFORE < spoke.said.end and spoke.said.start < reading.ends + STARTING:
                for place in self._echo(reading, words, owner):
                    owner[place] = reading.comment
        if not any(owner):
            return (spoke,)
        return tuple(_parts(spoke, words, owner))

    def _echo(self, reading: _Reading, words: Sequence[Word], owner: Sequence[str | None]) -> range:
        """Which words are the echo of this reading."""
        heard = [
            token
            for number, word in enumerate(words)
            if owner[number] is None
            for token in self._tokens(number, word)
            if reading.begins - BEFORE <= token.at <= reading.ends + STARTING
        ]
        if not heard or reading.heard >= len(reading.tokens):
            return range(0)
        agreement = self._agreement(reading, heard)
        worth, (first, last), (begun, done) = _best(agreement)
        alone = (
            begun <= 1 and first == 0 and last == len(heard) - 1 and len({each.word for each in heard}) == len(words)
        )
        if worth < ALIKE and not (alone and worth >= ALONE):
            return range(0)
        reading.heard += done + 1
        return range(heard[first].word, heard[last].word + 1)

    def _tokens(self, number: int, word: Word) -> list[_Token]:
        tokens = self._reader.tokens(word.text)
        step = word.said.length / max(1, len(tokens))
        return [_Token(text, number, word.said.start + place * step) for place, text in enumerate(tokens)]

    def _agreement(self, reading: _Reading, heard: Sequence[_Token]) -> NDArray[np.float32]:
        """What each token still to be read is worth beside each that was heard, -1..1; -1 at the wrong time."""
        language = self._reader.language
        read = reading.tokens[reading.heard :]
        if language is Language.ZH:
            alike = 1 - self._sounds.costs_between(read, [token.text for token in heard])
        else:
            alike = np.array([[fuzz.ratio(one, token.text) / 100 for token in heard] for one in read], dtype=np.float32)
        for row in range(len(read)):
            place = reading.heard + row
            earliest = reading.begins - BEFORE + place * FASTEST[language]
            latest = reading.begins + STARTING + (place + 1) * SLOWEST[language]
            for column, token in enumerate(heard):
                if not earliest <= token.at <= latest:
                    alike[row, column] = 0.0
        return 2 * alike - 1


def _best(agreement: NDArray[np.float32]) -> tuple[float, tuple[int, int], tuple[int, int]]:
    """The stretch of what was read and of what was heard that agree best: its worth, first and last of either.

    Heard first, then read. Local alignment; of equals the earliest.
    """
    rows, columns = agreement.shape
    worth = np.zeros((rows + 1, columns + 1))
    begun: dict[tuple[int, int], tuple[int, int]] = {}
    best, place = 0.0, (0, 0)
    for row in range(1, rows + 1):
        for column in range(1, columns + 1):
            ways = (
                (worth[row - 1, column - 1] + agreement[row - 1, column - 1], (row - 1, column - 1)),
                (worth[row - 1, column] - MISSED, (row - 1, column)),
                (worth[row, column - 1] - MISSED, (row, column - 1)),
            )
            value, before = max(ways, key=lambda way: way[0])
            if value <= 0:
                continue
            worth[row, column] = value
            begun[row, column] = begun.get(before, (row, column))
            if value > best + 1e-6:
                best, place = float(value), (row, column)
    if not best:
        return 0.0, (0, 0), (0, 0)
    first = begun[place]
    return best, (first[1] - 1, place[1] - 1), (first[0] - 1, place[0] - 1)


def _parts(spoke: HostSpoke, words: Sequence[Word], owner: Sequence[str | None]) -> list[HostSpoke | EchoHeard]:
    """The phrase cut where its words change hands."""
    starts = [number for number in range(len(words)) if number == 0 or owner[number] != owner[number - 1]]
    places = _places(spoke.text, words)
    parts: list[HostSpoke | EchoHeard] = []
    for start, stop in zip(starts, [*starts[1:], len(words)], strict=True):
        some = tuple(words[start:stop])
        begin = 0 if start == 0 else places[start]
        text = spoke.text[begin : places[stop] if stop < len(words) else None].strip()
        said = Span(some[0].said.start, max(word.said.end for word in some))
        comment = owner[start]
        if comment is None:
            parts.append(replace(spoke, said=said, text=text, words=some))
        else:
            parts.append(EchoHeard(at=spoke.at, said=said, text=text, words=some, engine=spoke.engine, comment=comment))
    return parts


def _places(text: str, words: Sequence[Word]) -> list[int]:
    """Where each word begins in the text; one that is not there begins where the last one ended."""
    places: list[int] = []
    end = 0
    for word in words:
        found = text.find(word.text.strip(), end)
        start = found if found >= 0 else end
        places.append(start)
        end = start + (len(word.text.strip()) if found >= 0 else 0)
    return places
