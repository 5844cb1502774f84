"""A rubric being shaped: every change gives a new one, right or not yet right; ``mistakes`` are found at publishing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from simulator.domain.language import Language
from simulator.domain.rubric import Band, Criterion, Gate, Level, Profile, Rubric, Scorer
from simulator.domain.units import Text
from simulator.scoring.gates import GATES_LOOK_AT

STEP = 0.1
"""Weights brought to 100 are whole tenths: what people can read and say."""
WHOLE = 100.0


@dataclass(frozen=True, slots=True)
class Steps:
    """Bands as somebody draws them: cuts in rising order, and the level below, between and above them."""

    cuts: tuple[float, ...]
    levels: tuple[int, ...]
    """One more than there are cuts."""

    def moved(self, number: int, value: float) -> Steps:
        """With one cut elsewhere, between its neighbours."""
        return Steps((*self.cuts[:number], value, *self.cuts[number + 1 :]), self.levels)

    def relevelled(self, number: int, level: int) -> Steps:
        return Steps(self.cuts, (*self.levels[:number], level, *self.levels[number + 1 :]))

    def split(self, number: int, value: float) -> Steps:
        """With the range ``number`` cut in two at ``value``; both halves keep its level until one is changed."""
        level = self.levels[number]
        return Steps(
            (*self.cuts[:number], value, *self.cuts[number:]), (*self.levels[:number], level, *self.levels[number:])
        )

    def joined(self, number: int) -> Steps:
        """Without the cut ``number``: the range above it joins the one below."""
        return Steps(
            self.cuts[:number] + self.cuts[number + 1 :], self.levels[: number + 1] + self.levels[number + 2 :]
        )


def steps_of(bands: tuple[Band, ...]) -> Steps:
    """The bands from the lowest value to the highest."""
    infinity = float("inf")
    ranges = sorted(
        (-infinity if low is None else low, infinity if high is None else high, band.level)
        for band in bands
        for low, high in band.any_of
    )
    return Steps(tuple(high for _, high, _ in ranges[:-1]), tuple(level for _, _, level in ranges))


def bands_of(steps: Steps) -> tuple[Band, ...]:
    """The bands of these steps; raise ValueError where cuts do not rise or there are not as many levels as ranges.

    Neighbouring ranges of one level become one.
    """
    if len(steps.levels) != len(steps.cuts) + 1 or any(low >= high for low, high in pairwise(steps.cuts)):
        raise ValueError("cuts must rise, with a level below, between and above them")
    edges = (None, *steps.cuts, None)
    ranges: list[tuple[int, float | None, float | None]] = []
    for level, (low, high) in zip(steps.levels, pairwise(edges), strict=True):
        if ranges and ranges[-1][0] == level:
            ranges[-1] = (level, ranges[-1][1], high)
        else:
            ranges.append((level, low, high))
    order = dict.fromkeys(level for level, _, _ in ranges)
    return tuple(Band(level, tuple((low, high) for each, low, high in ranges if each == level)) for level in order)


# ------------------------------------------------------------------------------------ changes


def with_name(rubric: Rubric, name: Text) -> Rubric:
    return replace(rubric, name=name)


def with_weight(rubric: Rubric, criterion: str, weight: float) -> Rubric:
    return _weighed(_changed(rubric, criterion, lambda each: replace(each, weight=weight)))


def switched(rubric: Rubric, criterion: str, on: bool) -> Rubric:
    """A criterion that is off keeps its weight for the day it is switched on, but counts for nothing."""
    return _weighed(_changed(rubric, criterion, lambda each: replace(each, enabled=on)))


def with_scorer(rubric: Rubric, criterion: str, scorer: Scorer) -> Rubric:
    return _changed(rubric, criterion, lambda each: replace(each, scorer=scorer))


def with_steps(rubric: Rubric, criterion: str, language: Language | None, steps: Steps) -> Rubric:
    """Other bands; of one language where the criterion has its own for each. Raise ValueError as ``bands_of``."""
    bands = bands_of(steps)

    def banded(each: Criterion) -> Criterion:
        if language is None:
            return replace(each, bands=bands)
        return replace(each, bands_by_language={**each.bands_by_language, language: bands})

    return _changed(rubric, criterion, banded)


def with_level(rubric: Rubric, level: int, *, name: Text | None = None, points: float | None = None) -> Rubric:
    def levelled(each: Level) -> Level:
        if each.level != level:
            return each
        return replace(each, name=name or each.name, points=each.points if points is None else points)

    return replace(rubric, levels=tuple(levelled(each) for each in rubric.levels))


def with_gate(rubric: Rubric, gate: str, *, enabled: bool | None = None, least: float | None = None) -> Rubric:
    def barred(each: Gate) -> Gate:
        if each.id != gate:
            return each
        return replace(
            each,
            enabled=each.enabled if enabled is None else enabled,
            least=each.least if least is None else least,
        )

    return replace(rubric, gates=tuple(barred(each) for each in rubric.gates))


def with_profile_weight(rubric: Rubric, profile: str, criterion: str, weight: float | None) -> Rubric:
    """Another weight of a criterion for a kind of trainee; None: the usual one."""

    def weighed(each: Profile) -> Profile:
        if each.id != profile:
            return each
        changes = {id: old for id, old in each.changes.items() if id != criterion}
        return replace(each, changes=changes if weight is None else {**changes, criterion: weight})

    return replace(rubric, profiles=tuple(weighed(each) for each in rubric.profiles))


def renormalised(rubric: Rubric) -> Rubric:
    """The weights of what is on brought to a sum of 100, in tenths, each as near its share as can be.

    By largest remainders: no weight is a tenth off its share, and the sum is exact.
    """
    on = [each for each in rubric.marked if each.weight > 0]
    whole = sum(each.weight for each in on)
    if not whole:
        return rubric
    tenths = {each.id: each.weight / whole * WHOLE / STEP for each in on}
    given = {id: int(share + 1e-9) for id, share in tenths.items()}
    missing = round(WHOLE / STEP) - sum(given.values())
    for id in sorted(tenths, key=lambda id: given[id] - tenths[id])[:missing]:
        given[id] += 1
    criteria = tuple(
        replace(each, weight=given[each.id] / 10) if each.id in given else each for each in rubric.criteria
    )
    return _weighed(replace(rubric, criteria=criteria))


def weight_sum(rubric: Rubric) -> float:
    """What the weights of what is on come to; 100 when a rubric may be published."""
    return round(sum(each.weight for each in rubric.marked), 9)


def blind_gates(rubric: Rubric) -> Mapping[str, str]:
    """Gates in force that look at something switched off, and at what."""
    there = {each.id for each in rubric.marked} | {each.dimension for each in rubric.marked}
    return {
        gate.id: GATES_LOOK_AT[gate.id]
        for gate in rubric.gates
        if gate.enabled and gate.id in GATES_LOOK_AT and GATES_LOOK_AT[gate.id] not in there
    }


# ------------------------------------------------------------------------------------ inside


def _changed(rubric: Rubric, criterion: str, change: Callable[[Criterion], Criterion]) -> Rubric:
    return replace(rubric, criteria=tuple(change(each) if each.id == criterion else each for each in rubric.criteria))


def _weighed(rubric: Rubric) -> Rubric:
    """With every dimension weighing what its criteria do."""
    sums = {
        each.id: round(sum(one.weight for one in rubric.marked if one.dimension == each.id), 9)
        for each in rubric.dimensions
    }
    return replace(rubric, dimensions=tuple(replace(each, weight=sums[each.id]) for each in rubric.dimensions))
