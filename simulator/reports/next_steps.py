"""The three things to do next, chosen from the scorecard by a rule that is told with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from simulator.domain.judgement import Result
from simulator.domain.rubric import Rubric
from simulator.domain.units import Text
from simulator.reports.advice import advice
from simulator.reports.advice_case import Case
from simulator.reports.dossier import Dossier, NextStep
from simulator.reports.key_steps import key_steps
from simulator.reports.wording_reports import TRAINEE
from simulator.scoring import JudgedMark
from simulator.scoring.gates import GATES_LOOK_AT

STEPS = 3


def next_steps(dossier: Dossier) -> tuple[NextStep, ...]:
    """At most three, most important first.

    Those somebody else chose, where there are some. Else the moments a review begins with, as far as they went badly;
    then the criteria that have a level below the best and are not among them: first one a shut gate looks at, then
    those whose next level up would bring the total most; of equals the lower level, then the rubric's order. Each
    stands at its most telling moment.
    """
    if dossier.steps is not None:
        return dossier.steps[:STEPS]
    criteria = dossier.criteria
    steps = list(key_steps(dossier))[:STEPS]
    for judged in wanting(dossier.marks, dossier.rubric, dossier.result):
        if len(steps) >= STEPS:
            break
        if any(each.criterion == judged.mark.criterion for each in steps):
            continue
        case = Case(judged.mark, criteria[judged.mark.criterion], dossier.log, dossier.rules, dossier.names)
        told = advice(case)
        if any(each.at == told.at and each.instead == told.instead for each in steps):
            continue  # two marks may point at the same words
        steps.append(
            NextStep(
                criterion=judged.mark.criterion,
                at=told.at,
                what=_instructor(judged) or told.what,
                said=told.said,
                asked=told.asked,
                instead=told.instead,
                gain=gain(judged, dossier.rubric, dossier.marks),
            )
        )
    return tuple(steps)


def _instructor(judged: JudgedMark) -> Text | None:
    """What an instructor gave as the reason of another level than the machine's: nobody says it better."""
    word = judged.override
    if word is None or word.confirms or not word.reason.strip():
        return None
    return Text(*(TRAINEE["teacher"][each].format(reason=word.reason) for each in ("zh", "en")))


def wanting(marks: tuple[JudgedMark, ...], rubric: Rubric, result: Result) -> Iterator[JudgedMark]:
    """Marks below the best level, the most important first, by the rule of ``next_steps``."""
    known = {criterion.id: criterion.dimension for criterion in rubric.criteria}
    shut = {GATES_LOOK_AT.get(gate.id) for gate in result.gates if gate.passed is False}
    order = {id: at for at, id in enumerate(known)}
    open_ = [each for each in marks if gain(each, rubric, marks) and each.mark.criterion in known]

    def rank(each: JudgedMark) -> tuple[bool, float, int, int]:
        id = each.mark.criterion
        bars = id in shut or known[id] in shut
        return not bars, -(gain(each, rubric, marks) or 0.0), level_of(each) or 0, order[id]

    yield from sorted(open_, key=rank)


def level_of(judged: JudgedMark) -> int | None:
    """The level that counts, else the one that is proposed."""
    return judged.mark.proposed if judged.level is None else judged.level


def gain(judged: JudgedMark, rubric: Rubric, marks: tuple[JudgedMark, ...]) -> float | None:
    """Points of the total that one level up brings; None at the top, or where there is no level."""
    level = level_of(judged)
    above = next_level(rubric, level)
    if level is None or above is None:
        return None
    scored = sum(each.mark.weight for each in marks if level_of(each) is not None)
    return judged.mark.weight * (rubric.points(above) - rubric.points(level)) / scored if scored else None


def next_level(rubric: Rubric, level: int | None) -> int | None:
    """The level above this one."""
    ladder: Mapping[int, int] = dict(pairwise(sorted(each.level for each in rubric.levels)))
    return None if level is None else ladder.get(level)
