import pytest

from simulator.domain.compliance import Severity
from simulator.domain.desk import DemonstrationMarked
from simulator.domain.judgement import Confirmation, Judgement, Override, Result, Scorecard
from simulator.domain.rubric import Rubric, Scorer
from simulator.scoring import Standing, judged_marks, result, score
from tests.rehearsed import good_run
from tests.stream import Stream, default_rubric


@pytest.fixture(scope="module")
def rubric() -> Rubric:
    return default_rubric()


def override(criterion: str, level: int, instructor: str = "王老师", machine: int | None = None) -> Override:
    return Override(
        criterion=criterion,
        level=level,
        machine_level=machine,
        reason="看了录像",
        instructor=instructor,
        at_utc="2026-11-23T10:00:00Z",
    )


def judged(*overrides: Override, confirmations: tuple[Confirmation, ...] = ()) -> Judgement:
    return Judgement(session="s", overrides=overrides, confirmations=confirmations)


def gates(counted: Result) -> dict[str, bool | None]:
    return {gate.id: gate.passed for gate in counted.gates}


def test_without_an_instructor_the_machine_s_levels_count(rubric):
    card = score(good_run().log(), rubric, provisional=False)
    counted = result(card, judged(), rubric)
    assert counted.total == card.total
    assert counted.levels == tuple((mark.criterion, mark.level) for mark in card.marks)
    assert counted.passed is True


def test_an_instructor_s_level_counts_and_the_machine_s_is_kept(rubric):
    card = score(good_run().log(), rubric, provisional=False)
    counted = result(card, judged(override("A1", 2), override("A1", 3), override("B3", 4)), rubric)
    assert dict(counted.levels)["A1"] == 3
    assert dict(counted.levels)["B3"] == 4
    marks = {each.mark.criterion: each for each in judged_marks(card, judged(override("A1", 2), override("A1", 3)))}
    assert marks["A1"].mark.level == 5
    assert [each.level for each in marks["A1"].earlier] == [2]
    assert marks["B3"].override is None


def test_the_total_takes_in_what_the_instructor_marked(rubric):
    card = score(good_run().log(), rubric, provisional=False)
    human = [mark.criterion for mark in card.marks if mark.scorer in (Scorer.HYBRID, Scorer.HUMAN)]
    counted = result(card, judged(*(override(criterion, 1) for criterion in human)), rubric)
    assert card.total is not None
    # E3 is a trend: nobody marks its 2 of 100.
    assert counted.total == pytest.approx((79 * card.total + 19 * 20) / 98)


def test_an_instructor_can_bring_a_short_session_to_a_total(rubric):
    card = score(Stream(length=60).talks(0, 50).pins(0).prices(10).log(), rubric, provisional=False)
    assert card.total is None
    assert result(card, judged(), rubric).passed is None
    everything = judged(*(override(mark.criterion, 3) for mark in card.marks))
    assert result(card, everything, rubric).total == pytest.approx(60)
    assert result(card, everything, rubric).passed is True


def test_levels_that_bar_a_pass_bar_it_for_instructors_too(rubric):
    card = score(good_run().log(), rubric, provisional=False)
    counted = result(card, judged(override("B2", 1)), rubric)
    assert gates(counted)["G3"] is False
    assert counted.passed is False


def test_one_shut_gate_is_enough_even_while_another_is_open(rubric):
    stream = good_run().breaks("r9", "medical_claims", Severity.S4, 200)
    card = score(stream.log(), rubric, provisional=False)
    assert result(card, judged(), rubric).passed is None
    assert result(card, judged(override("B2", 1)), rubric).passed is False


def test_a_level_for_red_lines_does_not_settle_an_unconfirmed_one(rubric):
    card = score(good_run().breaks("r9", "medical_claims", Severity.S4, 200).log(), rubric, provisional=False)
    assert gates(result(card, judged(override("F1", 5)), rubric))["G1"] is None


def test_confirmations_reach_the_result_through_the_card_they_were_scored_with(rubric):
    log = good_run().breaks("r9", "medical_claims", Severity.S4, 200).log()
    stands = Confirmation(finding="r9", stands=True, reason="听过", instructor="王老师", at_utc="2026-11-23T10:00:00Z")
    judgement = judged(confirmations=(stands,))
    card = score(log, rubric, provisional=False, confirmations=judgement.confirmations)
    assert gates(result(card, judgement, rubric))["G1"] is False
    assert result(card, judgement, rubric).passed is False


def test_a_certificate_needs_two_people_for_every_criterion_people_decide(rubric):
    card = score(good_run().log(), rubric, provisional=False)
    human = [mark.criterion for mark in card.marks if not mark.scorer.machine_proposes]
    first = [override(criterion, 4, "王老师") for criterion in human]
    second = [override(criterion, 4, "李老师") for criterion in human]
    assert gates(result(card, judged(*first), rubric))["G5"] is None
    assert gates(result(card, judged(*first, *first), rubric))["G5"] is None
    assert gates(result(card, judged(*first, *second), rubric))["G5"] is True


def test_just_below_the_pass_mark_is_not_passed(rubric):
    card = score(good_run().log(), rubric, provisional=False)
    # All at 60 points but A1, which weighs 4, at 40.
    everything = {mark.criterion: override(mark.criterion, 3) for mark in card.marks}
    everything["A1"] = override("A1", 2)
    counted = result(card, judged(*everything.values()), rubric)
    assert counted.total == pytest.approx(59.2)
    assert gates(counted)["G4"] is False


def standing(card: Scorecard, judgement: Judgement, criterion: str) -> Standing:
    return next(each.standing for each in judged_marks(card, judgement) if each.mark.criterion == criterion)


def test_a_proposal_counts_once_somebody_confirmed_it(rubric):
    log = good_run().add(DemonstrationMarked(since=70, at=80)).log()
    card = score(log, rubric, provisional=False)
    mark = next(mark for mark in card.marks if mark.criterion == "B4")
    assert (mark.level, mark.proposed) == (None, 2)
    assert standing(card, judged(), "B4") is Standing.AWAITS
    assert dict(result(card, judged(), rubric).levels)["B4"] is None
    word = override("B4", 2, machine=2)
    assert word.confirms
    assert standing(card, judged(word), "B4") is Standing.CONFIRMED
    counted = result(card, judged(word), rubric)
    assert dict(counted.levels)["B4"] == 2
    assert card.total is not None and counted.total is not None
    assert counted.total == pytest.approx((79 * card.total + 5 * 40) / 84)


def test_what_waits_to_be_confirmed_is_told_from_what_nobody_need_look_at(rubric):
    card = score(good_run().log(), rubric, provisional=False)
    assert standing(card, judged(), "A1") is Standing.PROPOSED
    assert standing(card, judged(), "A2") is Standing.MACHINE
    assert standing(card, judged(), "E5") is Standing.OPEN
    assert standing(card, judged(override("A1", 4, machine=5)), "A1") is Standing.CHANGED
    first = {each.mark.criterion: each for each in judged_marks(card, judged())}["A1"]
    assert (first.to_confirm, first.level) == (5, 5)


def test_a_confirmation_of_what_the_machine_said_before_is_a_word_of_its_own_now(rubric):
    card = score(good_run().log(), rubric, provisional=False)
    word = override("A1", 4, machine=4)  # the machine said 4 then, and says 5 now
    assert standing(card, judged(word), "A1") is Standing.CHANGED
    assert dict(result(card, judged(word), rubric).levels)["A1"] == 4


def test_one_of_two_assessors_is_told_from_none(rubric):
    card = score(good_run().log(), rubric, provisional=False)
    human = [mark.criterion for mark in card.marks if not mark.scorer.machine_proposes]
    one = result(card, judged(*(override(criterion, 4) for criterion in human)), rubric)
    assert [gate.why for gate in one.gates if gate.id == "G5"] == ["one_assessor"]
    assert [gate.why for gate in result(card, judged(), rubric).gates if gate.id == "G5"] == ["practice_score"]


def test_gates_say_what_was_held_against_them(rubric):
    counted = result(score(good_run().log(), rubric, provisional=False), judged(override("B2", 1)), rubric)
    values = {gate.id: gate.value for gate in counted.gates}
    assert values["G3"] == 1
    assert values["G4"] == pytest.approx(counted.total, abs=0.05)
