"""The marks against those who would have them without selling: every cheat must come out visibly worse.

Each pitch is given in a real room (same shop, same seed). "Worse" is: at least ten points of a hundred below the honest
pitch; or the criterion it games two levels lower, and the points lower too. Points are taken over whatever could be
marked, so that a cheat cannot hide behind what it left unmeasured.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from simulator.domain.judgement import Scorecard
from simulator.metrics import METRICS
from simulator.scoring import score
from simulator.scoring.weights import points_of
from tests.scoring.gaming.host import on_air
from tests.stream import default_rubric

RUBRIC = default_rubric()
VISIBLE = 10.0
Card = Callable[[str], Scorecard]


@pytest.fixture(scope="module")
def card() -> Card:
    """The scorecard of a pitch by name; a session takes seconds, so each is given once."""
    return cache(lambda name: score(on_air(name), RUBRIC, provisional=True))


def points(card: Scorecard) -> float:
    """Points over what has a level, whether or not that is enough for a total."""
    found = points_of(RUBRIC, levels(card), {mark.criterion: mark.weight for mark in card.marks})
    assert found is not None
    return found


def levels(card: Scorecard) -> dict[str, int | None]:
    return {mark.criterion: mark.level for mark in card.marks}


def passes(card: Scorecard) -> bool:
    return all(gate.passed for gate in card.gates if gate.id != "G5")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_honest_pitch_is_a_good_one(card: Card, language: str) -> None:
    honest = card(f"{language}_honest")
    assert honest.total is not None
    assert honest.total > 90
    assert passes(honest)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("cheat", "games"),
    [
        ("read_out", "B1"),
        ("read_out_and_gone", "B1"),
        ("keywords", "B1"),
        ("fillers", "A3"),
        ("unasked", "C1"),
        ("pins", "D3"),
    ],
)
def test_a_cheat_is_visibly_worse(card: Card, language: str, cheat: str, games: str) -> None:
    honest, other = card(f"{language}_honest"), card(f"{language}_{cheat}")
    lower = points(honest) - points(other)
    meant, got = levels(honest)[games], levels(other)[games]
    assert meant is not None and got is not None
    assert lower >= VISIBLE or (lower > 0 and meant - got >= 2), f"{lower:.1f} points, {games} {meant} to {got}"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("cheat", ["read_out", "read_out_and_gone"])
def test_who_reads_the_card_and_no_more_does_not_pass(card: Card, language: str, cheat: str) -> None:
    read = card(f"{language}_{cheat}")
    assert read.total is None
    assert not passes(read)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_loop_answers_nobody_and_a_rush_is_named(card: Card, language: str) -> None:
    marks = {mark.criterion: mark for mark in card(f"{language}_keywords").marks}
    assert marks["C1"].level == 1
    assert "repeated" in marks["C1"].measurement.detail
    read = {mark.criterion: mark for mark in card(f"{language}_read_out").marks}
    assert "hurried" in read["B1"].measurement.detail


def test_every_criterion_was_there_to_be_gamed() -> None:
    assert {criterion.metric for criterion in RUBRIC.criteria} == {metric.id for metric in METRICS}
