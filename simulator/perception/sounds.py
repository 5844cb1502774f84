"""Chinese wordings found by sound: toneless syllables, weighted by what recognisers confuse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.perception.numbers import HAN_NUMERALS
from simulator.perception.syllables import syllable, toned_syllable

SURE_FROM_4 = 0.70
"""Share of a wording of 4 or more characters that must sound alike (measured on recogniser output)."""
SURE_AT_3 = 0.86
EQUAL_CHARACTERS = 0.66
"""Share of equal characters that also makes a hit, from 4 characters."""
SURE_WORDING = 0.75
"""The same for wordings that are no names: 先别下单 is not 链接下单 (ours)."""
HALVES_FROM = 8
"""From so many characters two syllables of a wording may agree by half only, else one: 的是一号链接 is not 点击一号链接
(ours)."""
LONG = 6
SURE_WITH_GAP = 0.85
"""A wording of so many characters may lack one, or have one too many, when all else agrees (ours)."""
GAP = 0.9
"""Cost of a syllable too many or too few."""
FIXED_WRONG = 3.0
"""Cost of another number in a number's place, or of a denial left out: these must agree."""
DENIALS = frozenset("不没无别勿未")
CONFUSABLE = 0.2
HALF = 0.6
"""Cost where only the initial, or only the final, agrees."""

_INITIALS = ("zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcsyw")
_CONFUSED_INITIALS = ({"zh", "z"}, {"ch", "c"}, {"sh", "s"}, {"n", "l", "r"}, {"f", "h"})


@dataclass(frozen=True, slots=True)
class SoundHit:
    """Where a wording was heard, in tokens, and how much of it agreed (1 is all)."""

    wording: int
    start: int
    end: int
    strength: float
    exact: bool


class Sounds:
    """How characters sound, and how far two sounds are apart."""

    def __init__(self) -> None:
        self._initials: dict[str, int] = {"": 0}
        self._finals: dict[str, int] = {"": 0}
        self._known: dict[str, tuple[int, int]] = {}
        self._toned: dict[str, str] = {}
        for initial in _INITIALS:
            self._initials[initial] = len(self._initials)
        self._initial_costs = self._costs(list(self._initials), _initial_cost)
        self._final_costs = np.zeros((1, 1), dtype=np.float32)

    def learn(self, characters: Sequence[str]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Initials and finals of characters, as numbers for ``cost``; -1 for what is not Chinese."""
        found = [self._sound(each) for each in characters]
        return (
            np.array([initial for initial, _ in found], dtype=np.intp),
            np.array([final for _, final in found], dtype=np.intp),
        )

    def costs(
        self,
        initials: NDArray[np.intp],
        finals: NDArray[np.intp],
        heard_initials: NDArray[np.intp],
        heard_finals: NDArray[np.intp],
    ) -> NDArray[np.float32]:
        """Distance of every sound of the first to every sound of the second, 0..1."""
        if self._final_costs.shape[0] < len(self._finals):
            self._final_costs = self._costs(list(self._finals), _final_cost)
        total = self._initial_costs[initials][..., heard_initials] + self._final_costs[finals][..., heard_finals]
        np.minimum(total, 1.0, out=total)
        total[initials < 0] = 1.0
        total[..., heard_initials < 0] = 1.0
        return total

    def costs_between(self, some: Sequence[str], others: Sequence[str]) -> NDArray[np.float32]:
        """Distance of every token to every other, 0..1; equal ones are no distance apart, whatever they are."""
        total = self.costs(*self.learn(some), *self.learn(others))
        for row, one in enumerate(some):
            total[row, [column for column, other in enumerate(others) if one == other]] = 0.0
        return total

    def toned(self, characters: Sequence[str]) -> tuple[str, ...]:
        """The syllables with their tones."""
        for each in characters:
            if each not in self._toned:
                self._toned[each] = toned_syllable(each)
        return tuple(self._toned[each] for each in characters)

    def _sound(self, character: str) -> tuple[int, int]:
        known = self._known.get(character)
        if known is None:
            if "㐀" <= character <= "鿿":
                read = syllable(character)
                initial = next((each for each in _INITIALS if read.startswith(each)), "")
                final = read[len(initial) :]
                self._finals.setdefault(final, len(self._finals))
                known = (self._initials[initial], self._finals[final])
            else:
                known = (-1, -1)
            self._known[character] = known
        return known

    @staticmethod
    def _costs(names: list[str], cost: object) -> NDArray[np.float32]:
        assert callable(cost)
        return np.array([[cost(one, other) for other in names] for one in names], dtype=np.float32)


def _initial_cost(one: str, other: str) -> float:
    if one == other:
        return 0.0
    return CONFUSABLE if any(one in group and other in group for group in _CONFUSED_INITIALS) else HALF


def _final_cost(one: str, other: str) -> float:
    if one == other:
        return 0.0
    nasal = one.endswith(("n", "ng")) and other.endswith(("n", "ng"))
    return CONFUSABLE if nasal and one.rstrip("g") == other.rstrip("g") else HALF


class SoundBook:
    """Wordings that are looked for by sound, all at once.

    ``names`` (by their number) are unlike anything else that is said: a syllable may be missing or quite wrong. In any
    other wording every syllable must agree at least by half, or 没有优惠 would be 没有优惠券.
    """

    def __init__(
        self, sounds: Sounds, wordings: Sequence[tuple[str, ...]], names: frozenset[int] = frozenset()
    ) -> None:
        self._sounds = sounds
        self._wordings = wordings
        self._names = names
        # The longest first: what goes letter by letter then ends with the first so many rows, no mask is needed.
        self._long = sorted(
            (at for at, word in enumerate(wordings) if len(word) >= 3), key=lambda at: -len(wordings[at])
        )
        self._short = [at for at, wording in enumerate(wordings) if 0 < len(wording) < 3]
        self._widest = max((len(wordings[at]) for at in self._long), default=0)
        self._lengths = np.array([len(wordings[at]) for at in self._long])
        self._at_least = [int((self._lengths > at).sum()) for at in range(self._widest)]
        """How many wordings have a letter at each place."""
        characters = sorted({each for at in self._long for each in wordings[at]})
        number = {each: at for at, each in enumerate(characters, start=1)}
        self._initials, self._finals = sounds.learn(["", *characters])
        self._codes = np.array([-1, *map(ord, characters)], dtype=np.int32)
        self._numerals = np.array([False, *(each in HAN_NUMERALS for each in characters)])
        denied = np.array([False, *(each in DENIALS for each in characters)])
        # Wordings as numbers of their characters, 0 behind their ends: what is told of two characters is told once.
        self._numbers = np.zeros((len(self._long), self._widest), dtype=np.intp)
        for row, at in enumerate(self._long):
            self._numbers[row, : len(wordings[at])] = [number[each] for each in wordings[at]]
        self._fixed_characters = self._numerals | denied
        self._fixed = self._fixed_characters[self._numbers]
        self._left_out = np.where(self._fixed, FIXED_WRONG, GAP).astype(np.float32)
        self._toned = [sounds.toned(wordings[at]) for at in self._short]
        self._named = np.array([row for row, at in enumerate(self._long) if at in names], dtype=np.intp)
        self._needed = np.where(self._lengths >= 4, SURE_FROM_4, SURE_AT_3)

    def hits(self, heard: Sequence[str]) -> list[SoundHit]:
        """Every place where a wording was heard; places of one wording do not overlap."""
        hits = self._short_hits(heard)
        if self._long and heard:
            hits.extend(self._long_hits(heard))
        return hits

    def alike(self, heard: Sequence[str], share: float, worst: float) -> list[SoundHit]:
        """Places of the same length where the whole agrees by ``share`` and no syllable is further off than ``worst``.

        Stricter than ``hits``, for wordings that accuse; wordings of one or two characters are left out.
        """
        if not self._long or not heard:
            return []
        costs, _, _ = self._costs(heard)
        rows, size = len(self._long), len(heard)
        total = np.zeros((rows, size), dtype=np.float32)
        furthest = np.zeros((rows, size), dtype=np.float32)
        for at, part in enumerate(self._at_least):
            if at < size:
                apart = costs[self._numbers[:part, at], at:]
                total[:part, : size - at] += apart
                np.maximum(furthest[:part, : size - at], apart, out=furthest[:part, : size - at])
            total[:part, max(size - at, 0) :] = np.inf
        good = (total <= (1 - share) * self._lengths[:, None] + 1e-6) & (furthest <= worst + 1e-6)
        hits: list[SoundHit] = []
        for row, start in sorted(
            zip(*np.nonzero(good), strict=True), key=lambda place: (self._long[place[0]], place[1])
        ):
            wording, first = self._long[row], int(start)
            last = first + int(self._lengths[row])
            if self._numbers_agree(self._wordings[wording], heard, first, last):
                exact = tuple(heard[first:last]) == self._wordings[wording]
                strength = 1 - float(total[row, first]) / (last - first)
                hits.append(SoundHit(wording, first, last, strength, exact))
        return hits

    def _short_hits(self, heard: Sequence[str]) -> list[SoundHit]:
        hits: list[SoundHit] = []
        toned = self._sounds.toned(heard)
        places: dict[str, list[int]] = {}
        for at, read in enumerate(toned):
            places.setdefault(read, []).append(at)
        for wanted, wording in zip(self._toned, self._short, strict=True):
            size = len(wanted)
            for start in places.get(wanted[0], ()):
                if toned[start : start + size] != wanted:
                    continue
                exact = tuple(heard[start : start + size]) == self._wordings[wording]
                if exact or (size == 2 and self._numbers_agree(self._wordings[wording], heard, start, start + size)):
                    hits.append(SoundHit(wording, start, start + size, 1.0 if exact else 0.9, exact))
        return hits

    def _costs(self, heard: Sequence[str]) -> tuple[NDArray[np.float32], NDArray[np.bool_], NDArray[np.bool_]]:
        """Distance of each known character to each heard one, where they are equal, and where a number differs."""
        initials, finals = self._sounds.learn(heard)
        costs = self._sounds.costs(self._initials, self._finals, initials, finals)
        codes = np.array([ord(each[0]) for each in heard], dtype=np.int32)
        equal = self._codes[:, None] == codes[None, :]
        costs[equal] = 0.0
        spoken_numerals = np.array([each in HAN_NUMERALS for each in heard])
        one, other = self._numerals[:, None], spoken_numerals[None, :]
        wrong = (self._fixed_characters[:, None] | other) & ~equal & ((one & other) | (costs > CONFUSABLE))
        costs[wrong] = FIXED_WRONG
        return costs, equal, wrong

    def _long_hits(self, heard: Sequence[str]) -> list[SoundHit]:
        costs, equal, wrong = self._costs(heard)
        gaps = np.array([FIXED_WRONG if each in HAN_NUMERALS else GAP for each in heard], dtype=np.float32)
        distance = self._distances(costs, gaps)
        likeness = 1 - distance / self._lengths[:, None]
        shares = self._equal_shares(equal, wrong)
        near = (likeness >= self._needed[:, None] - 1e-6).any(axis=1) | (
            (shares >= EQUAL_CHARACTERS).any(axis=1) & (self._lengths >= 4)
        )
        hits: list[SoundHit] = []
        for row in sorted(np.flatnonzero(near), key=self._long.__getitem__):
            spelt = costs[self._numbers[row]]
            hits.extend(self._places(int(row), heard, spelt, gaps, likeness[row], shares[row]))
        return hits

    def _distances(self, costs: NDArray[np.float32], gaps: NDArray[np.float32]) -> NDArray[np.float32]:
        """Smallest cost of each wording against a stretch that ends before each place (Sellers 1980)."""
        rows, size = len(self._long), costs.shape[1]
        ladder = np.concatenate([[0.0], np.cumsum(gaps)]).astype(np.float32)
        last = np.zeros((rows, size + 1), dtype=np.float32)
        result = np.zeros((rows, size + 1), dtype=np.float32)
        for at, part in enumerate(self._at_least):
            last = last[:part]
            now = last + self._left_out[:part, at, None]
            np.minimum(now[:, 1:], last[:, :-1] + costs[self._numbers[:part, at]], out=now[:, 1:])
            now -= ladder
            np.minimum.accumulate(now, axis=1, out=now)
            now += ladder
            last = result[:part] = now
        return result

    def _equal_shares(self, equal: NDArray[np.bool_], wrong: NDArray[np.bool_]) -> NDArray[np.float32]:
        """Share of equal characters of each name laid on the text from each place on; 0 where a number differs."""
        rows, size = len(self._long), equal.shape[1]
        count = np.zeros((rows, size), dtype=np.float32)
        named = self._named
        for at in range(min(self._widest, size)):
            letters = self._numbers[named, at]
            count[named, : size - at] += equal[letters, at:]
            count[named, : size - at] -= 100 * wrong[letters, at:]
        return np.asarray(count / self._lengths[:, None], dtype=np.float32)

    def _places(
        self,
        row: int,
        heard: Sequence[str],
        costs: NDArray[np.float32],
        gaps: NDArray[np.float32],
        likeness: NDArray[np.float32],
        shares: NDArray[np.float32],
    ) -> list[SoundHit]:
        wording = self._long[row]
        size = int(self._lengths[row])
        name = wording in self._names
        found: list[tuple[float, int, int]] = []
        for end in np.flatnonzero(likeness >= self._needed[row] - 1e-6):
            start, strength = self._start(costs, gaps, size, int(end), self._fixed[row])
            length = int(end) - start
            if strength < self._needed[row] - 1e-6:
                continue
            if length == size:
                apart = costs[:size, start : int(end)].diagonal()
                halves = int((apart > 2 * CONFUSABLE + 1e-6).sum())
                wording_heard = (
                    strength >= SURE_WORDING - 1e-6
                    and apart.max() <= HALF + 1e-6
                    and halves <= (1 if size < HALVES_FROM else 2)
                )
            else:
                wording_heard = size >= LONG and strength >= SURE_WITH_GAP - 1e-6
            if name or wording_heard:
                found.append((strength, start, int(end)))
        if size >= 4 and name:
            for begin in np.flatnonzero(shares >= EQUAL_CHARACTERS):
                if begin + size <= len(heard):
                    found.append((float(shares[begin]), int(begin), int(begin) + size))
        hits: list[SoundHit] = []
        for strength, first, last in sorted(found, key=lambda each: (-each[0], each[1])):
            if any(first < hit.end and hit.start < last for hit in hits):
                continue
            if self._numbers_agree(self._wordings[wording], heard, first, last):
                exact = tuple(heard[first:last]) == self._wordings[wording]
                hits.append(SoundHit(wording, first, last, strength, exact))
        return hits

    @staticmethod
    def _start(
        costs: NDArray[np.float32], gaps: NDArray[np.float32], size: int, end: int, fixed: NDArray[np.bool_]
    ) -> tuple[int, float]:
        """Where the best stretch of ``size`` ± 1 characters that ends at ``end`` begins, and its likeness."""
        best = (max(0, end - size), 0.0)
        for length in (size, size - 1, size + 1):
            start = end - length
            if start < 0 or length < 1:
                continue
            extra = gaps[start:end].tolist()
            last = [sum(extra[:at]) for at in range(length + 1)]
            for at in range(size):
                left_out = FIXED_WRONG if fixed[at] else GAP
                now = [last[0] + left_out]
                row = costs[at, start:end]
                for place in range(length):
                    now.append(
                        min(last[place] + float(row[place]), last[place + 1] + left_out, now[place] + extra[place])
                    )
                last = now
            likeness = 1 - last[-1] / size
            if likeness > best[1] + 1e-6:
                best = (start, likeness)
        return best

    @staticmethod
    def _numbers_agree(wording: Sequence[str], heard: Sequence[str], start: int, end: int) -> bool:
        """A number at the edge of a wording is not the rest of a longer one: 十斤 is not in 二十斤."""
        if wording[0] in HAN_NUMERALS and start > 0 and heard[start - 1] in HAN_NUMERALS:
            return False
        return not (wording[-1] in HAN_NUMERALS and end < len(heard) and heard[end] in HAN_NUMERALS)
