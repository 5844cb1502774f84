import pytest

from simulator.domain.judgement import Mark, Measurement, WhyNone
from simulator.domain.language import Language
from simulator.domain.rubric import Criterion
from simulator.scoring.levels import level_of, levels_around, mark_of
from tests.stream import default_rubric


@pytest.fixture(scope="module")
def criteria() -> dict[str, Criterion]:
    return {criterion.id: criterion for criterion in default_rubric().criteria}


def around(criterion: Criterion, value: float, by_ear: float | None = None) -> tuple[int, int]:
    level = criterion.level_of(value, Language.ZH)
    return levels_around(criterion, Measurement(value=value), level, Language.ZH, by_ear)


def test_the_same_rate_is_another_level_in_another_language(criteria):
    assert level_of(criteria["E1"], Measurement(value=200), Language.ZH) == 3
    assert level_of(criteria["E1"], Measurement(value=200), Language.EN) == 2


def marked(criterion: Criterion, value: float | None) -> Mark:
    why = WhyNone.NO_SPEECH if value is None else None
    return mark_of(criterion, Measurement(value=value, why_none=why), 4.0, Language.ZH)


def test_a_hybrid_criterion_gets_a_proposal_that_counts_nowhere(criteria):
    mark = marked(criteria["B3"], 0.9)
    assert (mark.level, mark.proposed, mark.machine) == (None, 5, 5)
    assert mark.measurement == Measurement(value=0.9, why_none=WhyNone.UNCONFIRMED)
    nothing = marked(criteria["B3"], None)
    assert (nothing.proposed, nothing.measurement.why_none) == (None, WhyNone.NO_SPEECH)


def test_what_only_people_judge_gets_no_word_from_the_machine(criteria):
    mark = marked(criteria["E5"], 3)
    assert (mark.level, mark.proposed, mark.measurement.why_none) == (None, None, WhyNone.NEEDS_INSTRUCTOR)


def test_cuts_that_no_source_bears_out_mark_nobody(criteria):
    mark = marked(criteria["E3"], 2.4)
    assert (mark.level, mark.proposed, mark.measurement.value) == (None, None, 2.4)
    assert mark.measurement.why_none is WhyNone.TREND_ONLY


def test_what_the_machine_decides_counts_at_once(criteria):
    assert marked(criteria["A1"], 4).level == 4
    assert marked(criteria["D2"], 5).level == 5


def test_an_uncorrected_wrong_price_caps_accuracy_at_two(criteria):
    gentle = Measurement(value=0.1, detail=("orange/origin",))
    priced = Measurement(value=0.1, detail=("wrong_price", "orange/price"))
    assert level_of(criteria["B2"], gentle, Language.ZH) == 4
    assert level_of(criteria["B2"], priced, Language.ZH) == 2


def test_a_value_far_from_every_cut_is_sure(criteria):
    assert around(criteria["B1"], 0.67) == (3, 3)


def test_a_value_near_a_cut_may_belong_to_the_other_side(criteria):
    assert around(criteria["B1"], 0.76) == (3, 4)  # the cut is 0.75
    assert around(criteria["B1"], 0.74) == (3, 4)
    assert around(criteria["B1"], 0.75) == (3, 4)


def test_where_lower_is_better_the_sides_are_the_other_way_round(criteria):
    assert around(criteria["A3"], 0.031) == (4, 5)
    assert around(criteria["A3"], 0.029) == (4, 5)


def test_whole_counts_on_their_cuts_are_sure(criteria):
    assert around(criteria["A1"], 3) == (3, 3)
    assert around(criteria["F1"], 1) == (1, 1)


def test_poor_hearing_makes_what_rests_on_words_uncertain(criteria):
    assert around(criteria["B1"], 0.67, by_ear=0.69) == (2, 4)
    assert around(criteria["B1"], 0.67, by_ear=0.7) == (3, 3)
    assert around(criteria["B1"], 0.99, by_ear=0.5) == (4, 5)
    assert around(criteria["A3"], 0.08, by_ear=0.5) == (3, 3)
