"""What the machine is unsure of, until an instructor settles it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.domain.compliance import Severity
from simulator.domain.judgement import Confirmation, Judgement, Override, Scorecard
from simulator.domain.language import Language
from simulator.domain.queue import Doubt
from simulator.domain.rubric import Rubric
from simulator.scoring import score
from simulator.scoring.doubts import doubt
from tests.rehearsed import good_run
from tests.stream import default_rubric

NOTHING_SAID = Judgement(session="s")
AT = "2026-11-23T10:00:00Z"


@pytest.fixture(scope="module")
def rubric() -> Rubric:
    return default_rubric()


@pytest.fixture(scope="module")
def card(rubric: Rubric) -> Scorecard:
    return score(good_run().log(), rubric, provisional=False)


def given(criterion: str, level: int) -> Override:
    return Override(criterion=criterion, level=level, machine_level=None, reason="r", instructor="王老师", at_utc=AT)


def test_the_interval_is_the_scorecard_s_as_long_as_nobody_said_anything(card: Scorecard, rubric: Rubric) -> None:
    unsure = doubt(card, NOTHING_SAID, rubric, Language.ZH)
    assert (unsure.low, unsure.high) == (pytest.approx(card.low), pytest.approx(card.high))
    assert not unsure.total_missing and not unsure.provisional and not unsure.suspects
    assert doubt(replace(card, provisional=True), NOTHING_SAID, rubric, Language.ZH).provisional


def test_a_level_an_instructor_gave_is_not_in_doubt(card: Scorecard, rubric: Rubric) -> None:
    wide = replace(card, word_confidence=0.5)
    before = doubt(wide, NOTHING_SAID, rubric, Language.ZH)
    assert before.hard_to_hear and before.width is not None and before.width > 0
    said = replace(
        NOTHING_SAID, overrides=tuple(given(mark.criterion, 4) for mark in card.marks if mark.level is not None)
    )
    after = doubt(wide, said, rubric, Language.ZH)
    assert after.width == pytest.approx(0.0) and after.near == ()


def test_a_suspected_red_line_waits_for_a_word(rubric: Rubric) -> None:
    stream = good_run().breaks("r9", "medical_claim", Severity.S4, 300, "能治糖尿病")
    log = stream.log()
    suspected = score(log, rubric, provisional=False)
    assert doubt(suspected, NOTHING_SAID, rubric, Language.ZH).suspects == 1
    word = Confirmation(finding="r9", stands=False, reason="r", instructor="王老师", at_utc=AT)
    decided = score(log, rubric, provisional=False, confirmations=[word])
    said = replace(NOTHING_SAID, confirmations=(word,))
    assert doubt(decided, said, rubric, Language.ZH).suspects == 0


def test_without_enough_weight_the_total_is_missing(card: Scorecard, rubric: Rubric) -> None:
    bare = replace(card, marks=tuple(replace(mark, level=None) for mark in card.marks))
    unsure = doubt(bare, NOTHING_SAID, rubric, Language.ZH)
    assert unsure.total_missing and unsure.width is None and not unsure.pass_open


def test_a_pass_hangs_in_the_balance_where_the_interval_holds_the_pass_mark(card: Scorecard, rubric: Rubric) -> None:
    low = replace(card, word_confidence=0.5, marks=tuple(replace(m, level=m.level and 3) for m in card.marks))
    unsure = doubt(low, NOTHING_SAID, rubric, Language.ZH)
    assert unsure.low is not None and unsure.high is not None
    assert unsure.pass_open == (unsure.low < 60 <= unsure.high)
    assert not doubt(card, NOTHING_SAID, rubric, Language.ZH).pass_open


def test_the_gravest_doubt_weighs_most() -> None:
    doubts = [
        Doubt(low=50.0, high=70.0, suspects=1),
        Doubt(total_missing=True, provisional=True),
        Doubt(low=55.0, high=65.0, pass_open=True),
        Doubt(low=70.0, high=85.0, near=("A1",)),
        Doubt(low=70.0, high=71.0, provisional=True),
        Doubt(low=70.0, high=71.0, near=("A1", "B1")),
        Doubt(low=70.0, high=70.0),
    ]
    weights = [each.weight for each in doubts]
    assert weights == sorted(weights, reverse=True) and len(set(weights)) == len(weights)
    assert doubts[-1].weight == 0
