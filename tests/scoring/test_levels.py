import pytest

from simulator.domain.judgement import Measurement
from simulator.domain.language import Language
from simulator.domain.rubric import Criterion
from simulator.scoring.levels import level_of, levels_around
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


def test_hybrid_and_human_criteria_get_no_level_from_the_machine(criteria):
    assert level_of(criteria["B3"], Measurement(value=0.9), Language.ZH) is None
    assert level_of(criteria["E5"], Measurement(value=3), Language.ZH) is None


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
