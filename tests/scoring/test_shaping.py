"""A rubric being shaped: bands as steps, weights that come to a hundred, and what another version makes of a score."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.language import Language
from simulator.domain.rubric import Rubric, Scorer
from simulator.scoring import rescored, score
from simulator.scoring.gates import gates
from simulator.scoring.shaping import (
    Steps,
    bands_of,
    blind_gates,
    renormalised,
    steps_of,
    switched,
    weight_sum,
    with_gate,
    with_level,
    with_scorer,
    with_steps,
    with_weight,
)
from tests.rehearsed import good_run
from tests.stream import default_rubric

RUBRIC = default_rubric()


def criterion(rubric: Rubric, id: str):
    return next(each for each in rubric.criteria if each.id == id)


@pytest.mark.parametrize("each", RUBRIC.criteria, ids=lambda each: each.id)
def test_bands_and_steps_say_the_same(each):
    for bands in (each.bands, *each.bands_by_language.values()):
        if bands:
            again = bands_of(steps_of(bands))
            assert {(band.level, frozenset(band.any_of)) for band in again} == {
                (band.level, frozenset(band.any_of)) for band in bands
            }


@given(
    cuts=st.lists(st.floats(-1e3, 1e3), min_size=1, max_size=8, unique=True).map(sorted),
    levels=st.lists(st.integers(1, 5), min_size=9, max_size=9),
    value=st.floats(-2e3, 2e3),
)
def test_every_value_lies_in_exactly_one_band_of_any_steps(cuts, levels, value):
    steps = Steps(tuple(cuts), tuple(levels[: len(cuts) + 1]))
    bands = bands_of(steps)
    holding = [band.level for band in bands if band.holds(value)]
    below = sum(cut <= value for cut in cuts)
    assert holding == [steps.levels[below]]
    assert len({band.level for band in bands}) == len(bands)


def test_cuts_must_rise():
    with pytest.raises(ValueError, match="rise"):
        bands_of(Steps((1.0, 1.0), (1, 2, 3)))
    with pytest.raises(ValueError, match="rise"):
        bands_of(Steps((1.0,), (1, 2, 3)))


def test_a_cut_can_be_added_and_taken_away():
    steps = Steps((10.0, 20.0), (1, 3, 5))
    split = steps.split(1, 15.0).relevelled(2, 4)
    assert split == Steps((10.0, 15.0, 20.0), (1, 3, 4, 5))
    assert split.joined(1) == steps
    assert bands_of(steps.split(1, 15.0)) == bands_of(steps), "two ranges of one level are one band"


def test_dimensions_weigh_what_their_criteria_do():
    changed = with_weight(RUBRIC, "D1", 7.0)
    assert {each.id: each.weight for each in changed.dimensions}["D"] == 14
    assert weight_sum(changed) == 102
    off = switched(changed, "D1", False)
    assert {each.id: each.weight for each in off.dimensions}["D"] == 7
    assert criterion(off, "D1").weight == 7, "kept for the day it is switched on again"
    assert switched(off, "D1", True) == changed


@given(st.lists(st.floats(0, 50), min_size=25, max_size=25), st.sets(st.integers(0, 24), max_size=20))
def test_renormalised_weights_are_tenths_that_come_to_a_hundred(weights, off):
    rubric = RUBRIC
    for number, (each, weight) in enumerate(zip(RUBRIC.criteria, weights, strict=True)):
        rubric = with_weight(rubric, each.id, round(weight, 2))
        if number in off:
            rubric = switched(rubric, each.id, False)
    before = weight_sum(rubric)
    made = renormalised(rubric)
    if not before:
        assert made == rubric
        return
    assert weight_sum(made) == 100
    for old, new in zip(rubric.marked, made.marked, strict=True):
        assert abs(new.weight - 100 * old.weight / before) < 0.1 + 1e-9
        assert new.weight == round(new.weight, 1)
    assert abs(sum(each.weight for each in made.dimensions) - 100) < 1e-9


def test_a_criterion_that_is_off_is_left_out_and_the_rest_is_brought_to_a_hundred():
    card = score(good_run().log(), RUBRIC, provisional=False)
    off = score(good_run().log(), switched(RUBRIC, "C1", False), provisional=False)
    assert "C1" not in {mark.criterion for mark in off.marks}
    assert sum(mark.weight for mark in off.marks) == pytest.approx(100)
    assert len(off.marks) == len(card.marks) - 1


def test_a_gate_says_what_it_is_held_against_and_may_be_off():
    card = score(good_run().log(), with_gate(RUBRIC, "G4", least=99.0), provisional=False)
    gate = {each.id: each for each in card.gates}["G4"]
    assert (gate.passed, gate.why, gate.least) == (False, "total_low", 99.0)
    off = with_gate(with_gate(RUBRIC, "G4", least=99.0), "G4", enabled=False)
    assert "G4" not in {each.id for each in gates(off, {}, {}, {}, None)}


def test_a_gate_that_looks_at_nothing_is_told():
    assert blind_gates(RUBRIC) == {}
    assert blind_gates(switched(RUBRIC, "F1", False)) == {"G1": "F1"}
    assert blind_gates(with_gate(switched(RUBRIC, "F1", False), "G1", enabled=False)) == {}


CHANGES: dict[str, Callable[[Rubric], Rubric]] = {
    "nothing": lambda rubric: rubric,
    "bands": lambda rubric: with_steps(rubric, "C1", None, Steps((0.5, 0.99), (1, 3, 5))),
    "bands of a language": lambda rubric: with_steps(rubric, "E1", Language.ZH, Steps((249.0, 251.0), (1, 5, 2))),
    "weight": lambda rubric: renormalised(with_weight(rubric, "A1", 30.0)),
    "off": lambda rubric: switched(rubric, "B1", False),
    "points": lambda rubric: with_level(rubric, 4, points=70.0),
    "gate": lambda rubric: with_gate(rubric, "G2", least=90.0),
    "to a person": lambda rubric: with_scorer(rubric, "C1", Scorer.HUMAN),
    "to the machine": lambda rubric: with_scorer(rubric, "B3", Scorer.AUTO),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("profile", [None, "beginner"])
def test_what_was_measured_gives_the_same_scorecard_as_the_log(change, profile):
    log = good_run().log()
    rubric = replace(CHANGES[change](RUBRIC), version="2")
    card = score(log, RUBRIC, provisional=False, profile=profile)
    anew = score(log, rubric, provisional=False, profile=profile)
    assert rescored(card, RUBRIC, rubric, language=log.language, profile=profile) == anew
    assert rescored(anew, rubric, RUBRIC, language=log.language, profile=profile) == (None if change == "off" else card)


def test_a_profile_a_rubric_does_not_know_changes_nothing():
    log = good_run().log()
    card = score(log, RUBRIC, provisional=False, profile="beginner")
    plain = replace(RUBRIC, profiles=())
    again = rescored(card, RUBRIC, plain, language=log.language, profile="beginner")
    assert again == score(log, plain, provisional=False)
