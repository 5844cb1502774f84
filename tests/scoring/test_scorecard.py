from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.domain.compliance import Severity
from simulator.domain.findings import PriceVerdict
from simulator.domain.judgement import Confirmation, Scorecard, WhyNone
from simulator.domain.rubric import Profile, Rubric
from simulator.scoring import score
from simulator.scoring.weights import total_of, weights
from tests.rehearsed import good_run
from tests.stream import Stream, default_rubric


@pytest.fixture(scope="module")
def rubric() -> Rubric:
    return default_rubric()


def levels(card: Scorecard) -> dict[str, int | None]:
    return {mark.criterion: mark.level for mark in card.marks}


def gate(card: Scorecard, id: str) -> tuple[bool | None, str]:
    return next((each.passed, each.why) for each in card.gates if each.id == id)


def word(finding: str, stands: bool) -> Confirmation:
    return Confirmation(finding=finding, stands=stands, reason="听过", instructor="老师", at_utc="2026-11-23T10:00:00Z")


def test_a_good_run_from_first_word_to_score(rubric):
    card = score(good_run().log(), rubric, provisional=False)
    assert levels(card) == {
        "A1": 5, "A2": 5, "A3": 5, "A4": 5,
        "B1": 4, "B2": 5, "B3": None, "B4": None,
        "C1": 5, "C2": 5, "C3": 5, "C4": None,
        "D1": 5, "D2": 5, "D3": 4,
        "E1": 5, "E2": 5, "E3": None, "E4": 5, "E5": None,
        "F1": 5, "F2": 3, "F3": 5, "F4": 5, "F5": None,
    }  # fmt: skip
    # 79 of 100 can be scored by the machine; B1 (7) and D3 (4) are one level short, F2 (3) two.
    assert card.scored_weight == pytest.approx(79)
    assert card.total == pytest.approx((79 * 100 - (7 + 4) * 20 - 3 * 40) / 79)
    assert dict(card.dimensions)["A"] == 100
    assert dict(card.dimensions)["D"] == pytest.approx((5 * 100 + 3 * 100 + 4 * 80) / 12)
    assert [each.passed for each in card.gates] == [True, True, True, True, None]
    assert gate(card, "G5")[1] == "practice_score"


def test_every_level_points_at_its_evidence(rubric):
    card = score(good_run().log(), rubric, provisional=False)
    bare = {mark.criterion for mark in card.marks if mark.level is not None and not mark.measurement.evidence}
    # Nothing can be shown where nothing was found, or where the whole recording is the evidence.
    assert bare == {"E2", "E4", "F1"}


def test_scoring_twice_gives_the_same_card(rubric):
    assert repr(score(good_run().log(), rubric, provisional=True)) == repr(
        score(good_run().log(), rubric, provisional=True)
    )


def test_the_band_moves_uncertain_criteria_one_level(rubric):
    card = score(good_run().log(), rubric, provisional=False)
    assert card.low is not None and card.total is not None and card.high is not None
    assert card.low <= card.total <= card.high
    misheard = good_run()
    misheard.events = [
        replace(event, words=tuple(replace(each, confidence=0.5) for each in event.words))
        if hasattr(event, "words")
        else event
        for event in misheard.events
    ]
    doubtful = score(misheard.log(), rubric, provisional=False)
    assert doubtful.total == card.total
    assert doubtful.low is not None and doubtful.low < card.low


def test_too_little_scored_gives_no_total(rubric):
    card = score(Stream(length=60).talks(0, 50).pins(0).prices(10).log(), rubric, provisional=True)
    assert card.scored_weight < 70
    assert card.total is card.low is card.high is None
    assert gate(card, "G4") == (None, "total_unmeasured")
    assert dict(card.dimensions)["B"] is not None
    assert card.provisional


def test_a_session_nobody_spoke_in_has_no_marks_but_says_why(rubric):
    card = score(Stream().log(), rubric, provisional=False)
    assert set(levels(card).values()) == {None}
    assert all(mark.measurement.why_none is not None for mark in card.marks)
    assert dict(card.dimensions)["A"] is None
    assert gate(card, "G1") == (None, "s4_unmeasured")
    assert gate(card, "G2") == (None, "dimension_f_unmeasured")
    assert gate(card, "G3") == (None, "b2_unmeasured")


def test_an_unconfirmed_red_line_is_left_open(rubric):
    stream = good_run().breaks("r9", "medical_claims", Severity.S4, 200)
    card = score(stream.log(), rubric, provisional=False)
    assert levels(card)["F1"] is None
    assert gate(card, "G1") == (None, "s4_unconfirmed")
    assert card.scored_weight == pytest.approx(74)
    mark = next(mark for mark in card.marks if mark.criterion == "F1")
    assert mark.measurement.why_none is WhyNone.NEEDS_CONFIRMATION


def test_a_confirmed_red_line_shuts_the_gate(rubric):
    log = good_run().breaks("r9", "medical_claims", Severity.S4, 200).log()
    card = score(log, rubric, provisional=False, confirmations=[word("r9", True)])
    assert levels(card)["F1"] == 1
    assert gate(card, "G1") == (False, "s4_confirmed")
    struck = score(log, rubric, provisional=False, confirmations=[word("r9", False)])
    assert levels(struck)["F1"] == 5
    assert gate(struck, "G1") == (True, "ok")


def test_a_wrong_price_left_standing_caps_accuracy(rubric):
    stream = good_run().prices(400, PriceVerdict.WRONG, price="3.99")
    card = score(stream.log(), rubric, provisional=False)
    assert levels(card)["B2"] == 2  # half a statement per product would be level 3
    assert gate(card, "G3") == (True, "ok")
    card = score(stream.misstates("origin", 200).log(), rubric, provisional=False)
    assert levels(card)["B2"] == 1
    assert gate(card, "G3") == (False, "b2_level_1")


def test_dishonesty_shuts_the_gate_of_its_dimension(rubric):
    stream = good_run()
    for number in range(6):
        stream.breaks(f"x{number}", "absolute_terms", Severity.S3, 100 + 20 * number)
    stream.events = [event for event in stream.events if getattr(event, "element", "") != "who_sells"]
    stream.events = [event for event in stream.events if getattr(event, "fact", "") not in ("shipping", "after_sales")]
    stream.breaks("r9", "medical_claims", Severity.S4, 200)
    card = score(stream.log(), rubric, provisional=False, confirmations=[word("r9", True)])
    assert gate(card, "G2") == (False, "dimension_f_low")


def test_a_profile_changes_weights_and_brings_them_back_to_a_hundred(rubric):
    beginner = weights(rubric, "beginner")
    assert sum(beginner.values()) == pytest.approx(100)
    # Beginners: A2 4 to 2, D3 4 to 2, B1 7 to 9, E4 3 to 5: still 100.
    assert beginner["B1"] == pytest.approx(9)
    export = weights(rubric, "cross_border")
    assert export["F4"] == pytest.approx(5 * 100 / (100 + 2 - 1 - 1))
    card = score(good_run().log(), rubric, provisional=False, profile="beginner")
    assert next(mark.weight for mark in card.marks if mark.criterion == "B1") == pytest.approx(9)


def test_weights_are_renormalised(rubric):
    heavy = replace(rubric, profiles=(Profile(id="heavy", changes={"A1": 104}),))
    assert weights(heavy, "heavy")["A1"] == pytest.approx(52)
    assert sum(weights(heavy, "heavy").values()) == pytest.approx(100)


def test_an_unknown_profile_is_an_error(rubric):
    with pytest.raises(KeyError):
        weights(rubric, "astronaut")


def test_seventy_of_a_hundred_is_enough_for_a_total(rubric):
    weight_of = weights(rubric)
    some: dict[str, int | None] = {
        criterion.id: 3 if criterion.dimension in "ABCD" else None for criterion in rubric.criteria
    }
    assert sum(weight_of[id] for id, level in some.items() if level) == pytest.approx(70)
    assert total_of(rubric, some, weight_of) == pytest.approx(60)
    some["A1"] = None
    assert total_of(rubric, some, weight_of) is None


def test_whatever_is_missing_from_a_log_every_mark_has_a_level_or_a_reason(rubric):
    whole = good_run().log()
    for kind in {type(event) for event in whole.events}:
        log = replace(whole, events=tuple(event for event in whole.events if not isinstance(event, kind)))
        card = score(log, rubric, provisional=False)
        assert all((mark.level is None) == (mark.measurement.why_none is not None) for mark in card.marks), kind


def test_a_session_cut_off_at_any_moment_can_be_scored(rubric):
    whole = good_run().log()
    for count in range(0, len(whole.events), 97):
        log = replace(whole, events=whole.events[:count])
        assert len(score(log, rubric, provisional=True).marks) == 25
