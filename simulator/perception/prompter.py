"""Where in a script the host is, from what is heard.

Every place of the script keeps a score: how well what was heard so far would fit a host who is there. A heard
character (Chinese, by its sound) or word (English) raises the places that come next in the script and lowers the
rest; to leave lines out, or to go back, costs more the further it is. Afterwards the best place is told (Viterbi
filtering; all weights are ours). A place that was taken wrongly is given up by itself, for the right one kept its
score meanwhile.

One thing heard costs one pass over the script, whatever was heard before: what is unconfirmed keeps a row of scores
a character, so that a tail that grew costs only what it grew by.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from simulator.domain.events import HostSpoke
from simulator.domain.language import Language
from simulator.domain.units import Span
from simulator.perception.sounds import Sounds
from simulator.perception.wording import Reader

REMARK = "#"
"""A line that begins with it is shown and not spoken."""
LONGEST_LINE = {Language.ZH: 30, Language.EN: 64}
"""Characters of a line of the teleprompter; longer ones are cut behind a mark."""

AD_LIB = 0.25
"""What each thing heard costs a host who is said to stay where he is."""
MISHEARD = 0.5
"""What it costs that one thing was heard for another."""
LEFT_OUT = 0.35
"""What each character or word left out costs, up to a leap."""
LEAP, LEAP_EACH, FARTHEST = 4.0, 0.05, 12.0
"""A leap forward costs this, more for each character or word, and never more than the last."""
BACK, BACK_EACH, BACK_AT_MOST = 4.0, 0.15, 60
"""Going back costs this; further back than the last nobody goes by voice: a phrase said again is no way back."""
ALIKE = 0.6
"""How alike two sounds or two spellings must be to count as the same thing heard."""
TELLS = {Language.ZH: 1.0, Language.EN: 1.5}
"""What a thing heard in its place gains: an English word tells more than a Chinese character."""
NEAR = 30
MARGIN = 2.0
"""By how much a place further away than ``NEAR`` must be better before it is told."""

_ENDS = re.compile(r"(?<=[。！？!?；;…])|(?<=\.)(?=\s)")
_PAUSES = re.compile(r"(?<=[，,、：:])|(?<=—)")


@dataclass(frozen=True, slots=True)
class Place:
    """How far the host has come: all lines before ``line`` are behind, of that one the first ``said`` characters."""

    line: int
    said: int


def script_lines(text: str, language: Language) -> tuple[str, ...]:
    """A text as lines to be read, cut behind full stops, long ones behind commas; remarks stay whole."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        paragraph = " ".join(paragraph.split())
        if paragraph.startswith(REMARK):
            lines.append(paragraph)
        elif paragraph:
            lines.extend(_cut(paragraph, LONGEST_LINE[language]))
    return tuple(lines)


def _cut(paragraph: str, longest: int) -> Iterator[str]:
    for sentence in _ENDS.split(paragraph):
        line = ""
        pieces = _PAUSES.split(sentence) if len(sentence) > longest else [sentence]
        for piece in (part for whole in pieces for part in _short(whole, longest)):
            if line and len(line) + len(piece) > longest:
                yield line.strip()
                line = ""
            line += piece
        if line.strip():
            yield line.strip()


def _short(piece: str, longest: int) -> Iterator[str]:
    """What has no mark cut behind spaces, and without spaces anywhere, in parts of about the same length."""
    while len(piece) > longest:
        wanted = len(piece) // (len(piece) // longest + 1) + 1
        end = piece.rfind(" ", 1, wanted) + 1 or wanted
        yield piece[:end]
        piece = piece[end:]
    yield piece


class Prompter:
    """Follows a host through the lines of a script."""

    def __init__(self, lines: Sequence[str], language: Language) -> None:
        self.lines = tuple(lines)
        self._reader = Reader(language)
        self._ends: list[tuple[int, int]] = []
        """Of each thing to be said: its line, and the character behind it there."""
        self._first: list[int] = []
        """Of each line, and behind the last: how much is to be said before it."""
        tokens: list[str] = []
        for number, line in enumerate(self.lines):
            self._first.append(len(tokens))
            if line.startswith(REMARK):
                continue
            phrase = self._reader.phrase(HostSpoke(at=0, said=Span(0, 1), text=line, words=(), engine="script"))
            tokens += phrase.tokens
            self._ends += [(number, end) for _, end in phrase.token_origin]
        self._first.append(len(tokens))
        self._words = _Words(tokens, language)
        self._numbers = np.arange(len(tokens), dtype=np.float64)
        self._row = self._standing(0)
        self._place = 0
        self._tail: list[str] = []
        self._rows: list[NDArray[np.float64]] = []
        self.passes = 0
        """How often the script was gone through: once for each new thing heard."""

    @property
    def place(self) -> Place:
        """Where the host is now, what is unconfirmed counted in."""
        return self._at(self._place)

    def heard(self, phrase: HostSpoke) -> None:
        """Take in a finished phrase; what was unconfirmed until now is settled by it."""
        tokens = self._reader.phrase(phrase).tokens
        self._follow(tokens)
        if self._rows:
            self._row = self._rows[-1]
        self._tail, self._rows = [], []

    def follow(self, unconfirmed: str) -> None:
        """Take in what is heard of a phrase that is not finished; it may still change or go."""
        self._follow(self._reader.tokens(unconfirmed))

    def go_to(self, line: int) -> None:
        """Stand at the beginning of a line, because the host wants it so."""
        self._tail, self._rows = [], []
        self._place = self._first[max(0, min(line, len(self.lines)))]
        self._row = self._standing(self._place)

    # -------------------------------------------------------------------------------- inside

    def _follow(self, tokens: Sequence[str]) -> None:
        if not self._ends:
            return
        same = 0
        while same < min(len(tokens), len(self._tail)) and tokens[same] == self._tail[same]:
            same += 1
        if same == len(tokens) == len(self._tail):
            return
        del self._tail[same:], self._rows[same:]
        for token in tokens[same:]:
            self._rows.append(self._after(self._rows[-1] if self._rows else self._row, token))
            self._tail.append(token)
        self._place = self._best(self._rows[-1] if self._rows else self._row)

    def _standing(self, place: int) -> NDArray[np.float64]:
        row = np.full(len(self._ends) + 1, -FARTHEST)
        row[place] = 0.0
        return row

    def _after(self, row: NDArray[np.float64], token: str) -> NDArray[np.float64]:
        """The scores of all places after one more thing was heard; the best is 0."""
        self.passes += 1
        numbers, before = self._numbers, row[:-1]
        come = np.maximum.accumulate(before + LEFT_OUT * numbers) - LEFT_OUT * numbers
        np.maximum(come, np.maximum.accumulate(before + LEAP_EACH * numbers) - LEAP_EACH * numbers - LEAP, out=come)
        np.maximum(come, np.maximum.accumulate(before) - FARTHEST, out=come)
        back = np.maximum.accumulate((before - BACK_EACH * numbers)[::-1])[::-1] + BACK_EACH * numbers - BACK
        near = max(0, int(np.argmax(row)) - BACK_AT_MOST)
        np.maximum(come[near:], back[near:], out=come[near:])
        gained = self._words.gains(token)
        after = row - AD_LIB
        np.maximum(after[1:], before - MISHEARD, out=after[1:])
        np.maximum(after[1:], np.where(gained > 0, come + gained, -np.inf), out=after[1:])
        after -= after.max()
        return after

    def _best(self, row: NDArray[np.float64]) -> int:
        best = int(np.argmax(row))
        if abs(best - self._place) > NEAR:
            first = max(0, self._place - NEAR // 2)
            close = first + int(np.argmax(row[first : self._place + NEAR // 2 + 1]))
            if row[close] > row[best] - MARGIN:
                return close
        return best

    def _at(self, place: int) -> Place:
        if not self._ends:
            return Place(0, 0)
        line = bisect_right(self._first, place, hi=len(self.lines)) - 1
        if place == len(self._ends):
            return Place(len(self.lines), 0)
        # Lines of which nothing is to be said begin where the next one does: that one is meant.
        said = place - self._first[line]
        return Place(line, self._ends[place - 1][1] if said else 0)


class _Words:
    """What is to be said, and how much hearing something tells of where it stands."""

    def __init__(self, tokens: Sequence[str], language: Language) -> None:
        self._language = language
        self._vocabulary = sorted(set(tokens))
        number = {token: at for at, token in enumerate(self._vocabulary)}
        self._places = np.array([number[token] for token in tokens], dtype=np.intp)
        counts = np.bincount(self._places, minlength=len(self._vocabulary))
        # What stands everywhere tells little.
        self._weights = TELLS[language] / (1 + np.log(np.maximum(counts, 1)))
        self._sounds = Sounds()
        self._learnt = self._sounds.learn(self._vocabulary) if language is Language.ZH else None
        self._known: dict[str, NDArray[np.float64]] = {}

    def gains(self, token: str) -> NDArray[np.float64]:
        """For each place of the script: what it gains by this being heard; 0 where something else stands."""
        known = self._known.get(token)
        if known is None:
            alike = self._alike(token)
            known = self._known[token] = np.where(alike >= ALIKE, alike, 0.0) * self._weights
        return known[self._places]

    def _alike(self, token: str) -> NDArray[np.float64]:
        if self._learnt is not None:
            costs = self._sounds.costs(*self._learnt, *self._sounds.learn([token]))[:, 0]
            alike = 1.0 - 2.0 * costs.astype(np.float64)
        else:
            scores = process.cdist([token], self._vocabulary, scorer=fuzz.ratio)[0] / 100
            alike = np.where(scores >= 0.75, scores, 0.0).astype(np.float64)
        for at, each in enumerate(self._vocabulary):
            if each == token:
                alike[at] = 1.0
            elif token[:1].isdigit() or each[:1].isdigit():
                alike[at] = 0.0
        return alike
