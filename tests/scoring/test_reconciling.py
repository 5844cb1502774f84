"""Where two assessors differ, and when that is settled."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.domain.assessing import FindingDifference, LevelDifference, Opinion, together
from simulator.domain.judgement import Confirmation, Judgement, Override, Scorecard
from simulator.scoring import score
from simulator.scoring.reconciling import differences
from tests.rehearsed import good_run
from tests.stream import default_rubric

ONE, OTHER = "王老师", "Li"
AT = "2026-11-23T10:00:00Z"


@pytest.fixture(scope="module")
def card() -> Scorecard:
    return score(good_run().log(), default_rubric(), provisional=False)


def level(criterion: str, value: int, by: str) -> Override:
    return Override(criterion=criterion, level=value, machine_level=5, reason="r", instructor=by, at_utc=AT)


def word(finding: str, stands: bool, by: str) -> Confirmation:
    return Confirmation(finding=finding, stands=stands, reason="r", instructor=by, at_utc=AT)


def opinion(card: Scorecard, by: str, *words: Override | Confirmation) -> Opinion:
    return Opinion(assessor=by, scorecard=card, judgement=whole(*words))


def whole(*words: Override | Confirmation) -> Judgement:
    return Judgement(
        session="s",
        overrides=tuple(each for each in words if isinstance(each, Override)),
        confirmations=tuple(each for each in words if isinstance(each, Confirmation)),
    )


def test_levels_are_compared_as_they_count(card: Scorecard) -> None:
    a1 = next(mark.level for mark in card.marks if mark.criterion == "A1")
    assert a1 is not None
    one = opinion(card, ONE, level("A1", a1, ONE), level("B1", 1, ONE), level("B1", 2, ONE))
    other = opinion(card, OTHER, level("B1", 2, OTHER))
    assert differences(one, other, whole()) == ()
    assert differences(one, opinion(card, OTHER), whole())[0] == LevelDifference(
        criterion="B1",
        levels=(2, next(mark.level for mark in card.marks if mark.criterion == "B1")),
        reasons=("r", ""),
        machine=next(mark.machine for mark in card.marks if mark.criterion == "B1"),
    )


def test_what_follows_from_a_breach_is_settled_with_it(card: Scorecard) -> None:
    lower = replace(
        card, marks=tuple(replace(mark, level=1) if mark.criterion == "F1" else mark for mark in card.marks)
    )
    one = opinion(lower, ONE, word("r1", True, ONE))
    other = opinion(card, OTHER, word("r1", False, OTHER))
    (only,) = differences(one, other, whole())
    assert isinstance(only, FindingDifference) and only.finding == "r1"
    apart = opinion(lower, ONE), opinion(card, OTHER)
    assert [each.criterion for each in differences(*apart, whole()) if isinstance(each, LevelDifference)] == ["F1"]


def test_a_breach_only_one_spoke_of_is_a_difference(card: Scorecard) -> None:
    (only,) = differences(opinion(card, ONE, word("r1", False, ONE)), opinion(card, OTHER), whole())
    assert isinstance(only, FindingDifference) and only.said[1] is None


def test_a_joint_word_counts_until_one_speaks_alone_again(card: Scorecard) -> None:
    mine, theirs = level("A1", 2, ONE), level("A1", 4, OTHER)
    joint = level("A1", 3, together((OTHER, ONE)))
    pair = opinion(card, ONE, mine), opinion(card, OTHER, theirs)
    assert differences(*pair, whole(mine, theirs))[0].joint is None
    assert differences(*pair, whole(mine, theirs, joint))[0].joint == joint
    assert differences(*pair, whole(mine, theirs, joint, level("A1", 1, ONE)))[0].joint is None
    assert differences(*pair, whole(mine, theirs, joint, level("A1", 1, "guest")))[0].joint == joint


def test_two_names_are_one_voice_in_any_order() -> None:
    assert together((ONE, OTHER)) == together((OTHER, ONE))
