"""Where two assessors differ, and what of that both have settled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from simulator.domain.assessing import Difference, FindingDifference, LevelDifference, Opinion, name_key, together
from simulator.domain.judgement import Confirmation, Judgement, Override
from simulator.scoring.result import JudgedMark, judged_marks

W = TypeVar("W", Override, Confirmation)


def differences(one: Opinion, other: Opinion, said: Judgement) -> tuple[Difference, ...]:
    """Breaches first, then criteria in the order of the scorecard signed last.

    ``said`` holds the words of all: what both settled counts until one of the two speaks of it again. Where breaches
    differ, so may the machine's levels that follow from them: criteria neither assessor touched are left out then.
    """
    names = (one.assessor, other.assessor)
    found: list[Difference] = [*_findings(one, other, said, names)]
    apart = bool(found)
    marks = [_marks(each) for each in (one, other)]
    for criterion, mark in marks[1].items():
        pair = (marks[0].get(criterion), mark)
        levels = tuple(None if each is None else each.level for each in pair)
        touched = any(each is not None and each.override is not None for each in pair)
        if levels[0] == levels[1] or (apart and not touched):
            continue
        first, second = (None if each is None else each.override for each in pair)
        found.append(
            LevelDifference(
                criterion=criterion,
                levels=(levels[0], levels[1]),
                reasons=("" if first is None else first.reason, "" if second is None else second.reason),
                machine=mark.mark.machine,
                joint=_joint([each for each in said.overrides if each.criterion == criterion], names),
            )
        )
    return tuple(found)


def finding_key(word: Confirmation) -> str:
    """What a word on a breach is about, however breaches are numbered: its pattern, and when it was said."""
    return word.finding if word.broken is None else f"{word.broken.pattern}@{word.broken.said.start:.0f}"


def _findings(one: Opinion, other: Opinion, said: Judgement, names: tuple[str, str]) -> list[FindingDifference]:
    last = [{finding_key(word): word for word in each.judgement.confirmations} for each in (one, other)]
    found = []
    for key in dict.fromkeys([*last[0], *last[1]]):
        pair = (last[0].get(key), last[1].get(key))
        if pair[0] is not None and pair[1] is not None and pair[0].stands == pair[1].stands:
            continue
        spoken = pair[1] or pair[0]
        assert spoken is not None
        about = [word for word in said.confirmations if finding_key(word) == key]
        found.append(FindingDifference(finding=spoken.finding, said=pair, joint=_joint(about, names)))
    return found


def _marks(opinion: Opinion) -> dict[str, JudgedMark]:
    return {each.mark.criterion: each for each in judged_marks(opinion.scorecard, opinion.judgement)}


def _joint(words: Sequence[W], names: tuple[str, str]) -> W | None:
    """The last word of both together, unless one of them spoke alone since."""
    alone = {name_key(name) for name in names}
    for word in reversed(words):
        if name_key(word.instructor) == name_key(together(names)):
            return word
        if name_key(word.instructor) in alone:
            return None
    return None
