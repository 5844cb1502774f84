"""All wordings of a scenario, looked for in a phrase at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

from simulator.domain.language import Language
from simulator.perception.sounds import SoundBook, Sounds
from simulator.perception.wording import Phrase, Reader
from simulator.perception.words import makes_sense_otherwise

SURE_ENGLISH = 78.0
"""RapidFuzz ratio from which an English wording of three or more words is heard (measured on recogniser output)."""
SHORT_CONFIDENCE = 0.6
"""Confidence a two-character word needs when only its sound agrees."""
_ENDINGS = frozenset({"", "s", "es", "'s", "d", "ed", "ing"})
SURE_WORD = 75.0
"""RapidFuzz ratio of two words that recognisers confuse: cart and card (ours)."""
_FUNCTION_WORDS = frozenset(
    {"a", "an", "the", "in", "on", "and", "of", "to", "for", "with", "it", "is", "are", "at", "by", "we", "you", "your"}
)
_DENIALS = frozenset({"no", "not", "never", "cannot", "without"})
_ENDS = re.compile(r"[。！？!?;；]|\.\s")
_PARTS = re.compile(r"[，,、：:]")
_HAN = re.compile(r"[㐀-鿿]")


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a wording was heard, in recognised characters; ``strength`` 0..1 is how much of it agreed."""

    wording: str
    start: int
    end: int
    strength: float
    exact: bool


@dataclass(frozen=True, slots=True)
class Hits:
    """What a book found in one phrase."""

    by_wording: Mapping[str, tuple[Hit, ...]]

    def of(self, wording: str) -> tuple[Hit, ...]:
        return self.by_wording.get(wording, ())

    def best(self, wordings: Iterable[str]) -> Hit | None:
        """The surest hit of any of these; of equals the longest, then the first."""
        found = [hit for wording in wordings for hit in self.of(wording)]
        return min(found, key=lambda hit: (-hit.strength, hit.start - hit.end, hit.start)) if found else None

    def apart(self, wordings: Iterable[str]) -> list[Hit]:
        """Hits of any of these that do not overlap, the longest first taken, in spoken order."""
        kept: list[Hit] = []
        for hit in sorted(self._all(wordings), key=lambda hit: (hit.start - hit.end, -hit.strength)):
            if not any(hit.start < other.end and other.start < hit.end for other in kept):
                kept.append(hit)
        return sorted(kept, key=lambda hit: hit.start)

    def _all(self, wordings: Iterable[str]) -> Iterator[Hit]:
        for wording in wordings:
            yield from self.of(wording)


class Book:
    """Wordings to listen for. Chinese: by sound; English: by spelling, one and two words exactly."""

    def __init__(self, reader: Reader, sounds: Sounds, wordings: Iterable[str], names: Iterable[str] = ()) -> None:
        self._reader = reader
        forms: dict[tuple[str, ...], list[str]] = {}
        names = list(names)
        for wording in [*names, *wordings]:
            form = reader.tokens(wording)
            if form and (reader.language is Language.ZH or not _HAN.search(wording)):
                forms.setdefault(form, [])
                if wording not in forms[form]:
                    forms[form].append(wording)
        self._names = list(forms.values())
        self._forms = list(forms)
        self._called = frozenset(at for at, same in enumerate(self._names) if any(each in names for each in same))
        self._sound = SoundBook(sounds, self._forms, self._called) if reader.language is Language.ZH else None
        self._by_length: dict[int, list[int]] = {}
        for at, form in enumerate(self._forms):
            self._by_length.setdefault(len(form), []).append(at)

    def hits(self, phrase: Phrase) -> Hits:
        found: dict[str, list[Hit]] = {}
        for at, start, end, strength, exact in self._found(phrase):
            if start >= end:
                continue
            first = phrase.token_origin[start][0]
            last = max(stop for _, stop in phrase.token_origin[start:end])
            if _ENDS.search(phrase.raw, first, last):
                continue  # a wording does not run over the end of a sentence
            if not exact and self._sound is not None:
                if _PARTS.search(phrase.raw, first, last):
                    continue  # nor does what only sounds alike run over a comma
                if at not in self._called and makes_sense_otherwise(phrase.tokens, start, end):
                    continue
            if not exact and end - start <= 2 and self._sound is not None:
                confidence = phrase.confidence(first, last)
                if confidence is not None and confidence < SHORT_CONFIDENCE:
                    continue
            for wording in self._names[at]:
                found.setdefault(wording, []).append(Hit(wording, first, last, strength, exact))
        return Hits({wording: tuple(sorted(hits, key=lambda hit: hit.start)) for wording, hits in found.items()})

    def _found(self, phrase: Phrase) -> Iterator[tuple[int, int, int, float, bool]]:
        if self._sound is not None:
            for hit in self._sound.hits(phrase.tokens):
                yield hit.wording, hit.start, hit.end, hit.strength, hit.exact
            return
        for length, forms in self._by_length.items():
            if length <= 2:
                yield from self._spelled(phrase.tokens, length, forms)
            else:
                yield from self._like(phrase.tokens, length, forms)

    def _spelled(
        self, tokens: Sequence[str], length: int, forms: Sequence[int]
    ) -> Iterator[tuple[int, int, int, float, bool]]:
        for at in forms:
            form = self._forms[at]
            for start in range(len(tokens) - length + 1):
                if tokens[start : start + length - 1] != form[:-1]:
                    continue
                said, wanted = tokens[start + length - 1], form[-1]
                if said.startswith(wanted) and (
                    said == wanted or (len(wanted) > 2 and said[len(wanted) :] in _ENDINGS)
                ):
                    yield at, start, start + length, 1.0, True

    def _like(
        self, tokens: Sequence[str], length: int, forms: Sequence[int]
    ) -> Iterator[tuple[int, int, int, float, bool]]:
        places = [
            (start, start + size)
            for size in (length, length - 1, length + 1)
            for start in range(len(tokens) - size + 1)
        ]
        if not places:
            return
        scores = process.cdist(
            [" ".join(self._forms[at]) for at in forms],
            [" ".join(tokens[start:end]) for start, end in places],
            scorer=fuzz.ratio,
            score_cutoff=SURE_ENGLISH,
        )
        for row, at in enumerate(forms):
            taken: list[tuple[int, int]] = []
            wanted = sorted(each for each in self._forms[at] if each[0].isdigit())
            denies = _denies(self._forms[at])
            for column in np.argsort(-scores[row], kind="stable"):
                score = float(scores[row, column])
                if score < SURE_ENGLISH:
                    break
                start, end = places[column]
                heard = tokens[start:end]
                numbers = sorted(each for each in heard if each[0].isdigit())
                free = not any(start < stop and begin < end for begin, stop in taken)
                alike = at in self._called or _words_agree(self._forms[at], heard)
                if free and alike and numbers == wanted and denies == _denies(heard):
                    taken.append((start, end))
                    yield at, start, end, score / 100, heard == self._forms[at]


def _words_agree(wording: Sequence[str], heard: Sequence[str]) -> bool:
    """Whether words agree one by one: of those that carry meaning one may be misheard, and one or more must be right.

    "let me go" is not "let me know", though most of their letters are the same.
    """
    if len(wording) != len(heard):
        return False
    pairs = [(one, other) for one, other in zip(wording, heard, strict=True) if not {one, other} <= _FUNCTION_WORDS]
    equal = sum(one == other for one, other in pairs)
    unlike = [fuzz.ratio(one, other) for one, other in pairs if one != other]
    if not unlike:
        return True
    return len(unlike) == 1 and equal >= (1 if unlike[0] >= SURE_WORD else 3)


def _denies(tokens: Sequence[str]) -> bool:
    """Whether English words deny something: "not a medicine" is not like "is a medicine"."""
    return any(each in _DENIALS or each.endswith("n't") for each in tokens)
