"""What a changed rubric would make of past results."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.domain.judgement import Judgement, Override
from simulator.domain.language import Language
from simulator.domain.marked import MarkedSession
from simulator.review.rubric_preview import moved, preview, values_of
from simulator.scoring import score
from simulator.scoring.shaping import Steps, switched, with_gate, with_steps, with_weight
from tests.rehearsed import good_run
from tests.stream import default_rubric

RUBRIC = default_rubric()
CARD = score(good_run().log(), RUBRIC, provisional=False)
HEADER = good_run().log().header


def past(answered: float, *overrides: Override, language: Language = Language.ZH) -> MarkedSession:
    """The good run with another share of questions answered."""
    marks = tuple(
        replace(mark, measurement=replace(mark.measurement, value=answered), level=level_of(answered))
        if mark.criterion == "C1"
        else mark
        for mark in CARD.marks
    )
    return MarkedSession(
        header=replace(HEADER, language=language),
        trainee="小雨",
        profile=None,
        card=replace(CARD, marks=marks),
        rubric=RUBRIC,
        judgement=Judgement(session="s", overrides=overrides),
    )


def level_of(answered: float) -> int:
    return next(each for each in RUBRIC.criteria if each.id == "C1").level_of(answered, Language.ZH)


def word(criterion: str, level: int) -> Override:
    return Override(criterion=criterion, level=level, machine_level=None, reason="r", instructor="w", at_utc="2026")


STRICT = with_steps(RUBRIC, "C1", None, Steps((0.3, 0.5, 0.8, 0.95), (1, 2, 3, 4, 5)))


def test_only_sessions_whose_level_changes_move():
    found = preview([lambda: past(0.9), lambda: past(0.6), lambda: past(0.97)], STRICT)
    assert (found.looked_at, found.moved, found.crossed) == (3, 1, 0)
    assert found.levels == (("C1", 1),)
    first = found.moves[0]
    assert first.levels == (("C1", 5, 4),)
    assert first.by is not None and first.by < 0
    assert [each.moves for each in found.moves] == [True, False, False]


def test_the_same_rubric_moves_nothing():
    found = preview([lambda: past(0.9)], replace(RUBRIC, version="2"))
    assert (found.moved, found.levels) == (0, ())
    assert found.before == found.after
    assert sum(found.before) == 1


def test_an_instructor_s_level_stays_where_the_criterion_does():
    session = past(0.9, word("C1", 2))
    assert not moved(session, STRICT).moves
    off = moved(session, switched(RUBRIC, "C1", False))
    assert off is not None and off.moves
    assert "C1" not in dict(off.after.levels)


def test_results_across_the_pass_mark_come_first_and_are_counted():
    total = moved(past(0.6), RUBRIC).before.total
    higher = with_gate(RUBRIC, "G4", least=round(total, 1) + 0.1)
    found = preview([lambda: past(0.97), lambda: past(0.6)], higher)
    assert (found.moved, found.crossed, found.now_pass, found.no_longer_pass) == (1, 1, 0, 1)
    assert found.moves[0].before.passed is True and found.moves[0].after.passed is False
    back = preview([lambda: replace(past(0.6), rubric=higher)], RUBRIC)
    assert (back.now_pass, back.no_longer_pass) == (1, 0)


def test_what_was_not_measured_is_left_out_and_counted():
    without = switched(RUBRIC, "C1", False)
    card = replace(CARD, marks=tuple(mark for mark in CARD.marks if mark.criterion != "C1"))
    session = replace(past(0.9), card=card, rubric=without)
    found = preview([lambda: session, lambda: past(0.9)], with_weight(RUBRIC, "C1", 4.0))
    assert (found.looked_at, found.unmeasured) == (1, 1)


def test_it_can_be_stopped_between_two_sessions():
    asked = []

    def one() -> MarkedSession:
        asked.append(1)
        return past(0.9)

    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        preview([one, one, one], STRICT, stop)
    assert len(asked) == 1


def test_past_values_of_a_metric_and_of_one_language():
    sessions = [past(0.9), past(0.4), past(0.7, language=Language.EN)]
    assert values_of(sessions, "answer_rate") == (0.4, 0.7, 0.9)
    assert values_of(sessions, "answer_rate", Language.EN) == (0.7,)
    assert values_of(sessions, "bars_presence") == ()
