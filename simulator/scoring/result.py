"""What counts in the end: the instructor's word over the machine's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.judgement import Judgement, Mark, Override, Result, Scorecard
from simulator.domain.rubric import Rubric
from simulator.scoring.gates import gates, passed
from simulator.scoring.weights import dimension_points, total_of


class Standing(StrEnum):
    """How the level of a criterion came about, and whether it counts."""

    MACHINE = "machine"
    """The machine's, which nobody need look at."""
    PROPOSED = "proposed"
    """The machine's: it stands and counts until an instructor changes it, and nobody has confirmed it yet."""
    AWAITS = "awaits"
    """The machine's proposal, which counts only once an instructor confirms it."""
    CONFIRMED = "confirmed"
    CHANGED = "changed"
    """An instructor's own, beside what the machine says."""
    OPEN = "open"
    """None yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedMark:
    """One criterion with the machine's level and the instructor's beside it."""

    mark: Mark
    override: Override | None
    """The last word of an instructor; None where nobody changed anything."""
    earlier: tuple[Override, ...]
    """Words it replaced, oldest first."""

    @property
    def level(self) -> int | None:
        """The level that counts."""
        return self.mark.level if self.override is None else self.override.level

    @property
    def standing(self) -> Standing:
        """An instructor's word is held against the machine's level as it is now, which may have moved since."""
        if self.override is not None:
            return Standing.CONFIRMED if self.override.level == self.mark.machine else Standing.CHANGED
        if self.mark.machine is None:
            return Standing.OPEN
        if self.mark.level is None:
            return Standing.AWAITS
        return Standing.PROPOSED if self.mark.scorer.wants_confirmation else Standing.MACHINE

    @property
    def to_confirm(self) -> int | None:
        """The level one click would confirm; None where nothing waits for that."""
        return self.mark.machine if self.standing in (Standing.PROPOSED, Standing.AWAITS) else None


def judged_marks(scorecard: Scorecard, judgement: Judgement) -> tuple[JudgedMark, ...]:
    """Every criterion in the rubric's order, the machine's mark and what instructors said of it."""
    judged: list[JudgedMark] = []
    for mark in scorecard.marks:
        said = [override for override in judgement.overrides if override.criterion == mark.criterion]
        judged.append(JudgedMark(mark=mark, override=said[-1] if said else None, earlier=tuple(said[:-1])))
    return tuple(judged)


def result(scorecard: Scorecard, judgement: Judgement, rubric: Rubric) -> Result:
    """What counts; the scorecard is the one scored with the judgement's confirmations, so that struck hits are out."""
    marks = judged_marks(scorecard, judgement)
    weight_of = {each.mark.criterion: each.mark.weight for each in marks}
    levels = {each.mark.criterion: each.level for each in marks}
    total = total_of(rubric, levels, weight_of)
    outcomes = gates(
        rubric,
        levels,
        {each.mark.criterion: each.mark.measurement for each in marks},
        dict(dimension_points(rubric, levels, weight_of)),
        total,
        assessors=_assessors(marks),
    )
    return Result(levels=tuple(levels.items()), total=total, gates=outcomes, passed=passed(outcomes))


def _assessors(marks: tuple[JudgedMark, ...]) -> int:
    """How many people each gave every criterion that people decide a level."""
    complete: set[str] | None = None
    for each in marks:
        if each.mark.scorer.machine_proposes:
            continue
        said = (*each.earlier, *([each.override] if each.override else []))
        who = {override.instructor for override in said}
        complete = who if complete is None else complete & who
    return len(complete or ())
