"""What counts in the end: the instructor's word over the machine's."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.domain.judgement import Judgement, Mark, Override, Result, Scorecard
from simulator.domain.rubric import Rubric
from simulator.scoring.gates import gates, passed
from simulator.scoring.weights import dimension_points, total_of

ASSESSORS = 2
"""Assessors a certificate needs for every criterion a person decides (gate G5)."""


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
        assessed_twice=_assessed_twice(marks),
    )
    return Result(levels=tuple(levels.items()), total=total, gates=outcomes, passed=passed(outcomes))


def _assessed_twice(marks: tuple[JudgedMark, ...]) -> bool:
    """Whether two people each gave every criterion that a person decides a level."""
    for each in marks:
        if each.mark.scorer.machine_proposes:
            continue
        said = (*each.earlier, *([each.override] if each.override else []))
        if len({override.instructor for override in said}) < ASSESSORS:
            return False
    return True
