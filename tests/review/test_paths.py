from dataclasses import replace

import pytest

from simulator.domain.standing import KeptLevel, Standing
from simulator.domain.units import Text
from simulator.review.paths import TOTAL, path
from tests.stream import default_rubric

RUBRIC = replace(default_rubric(), version="1.0")
LATER = replace(
    RUBRIC, version="1.1", dimensions=(*RUBRIC.dimensions[:-1], replace(RUBRIC.dimensions[-1], name=Text("新", "new")))
)
RUBRICS = {(each.id, each.version): each for each in (RUBRIC, LATER)}


def level(criterion: str, counts: int | None, machine: int | None, weight: float = 4.0) -> KeptLevel:
    given = counts != machine
    return KeptLevel(
        criterion=criterion, weight=weight, machine=machine, counts=machine is not None, level=counts, given=given
    )


def standing(number: int, *levels: KeptLevel, version: str = "1.0", total: float | None = None) -> Standing:
    return Standing(
        session=f"s{number}", trainee="t", scenario="S01", began_utc=f"2026-11-{number:02}T08:00:00+00:00", exam=False,
        rubric=RUBRIC.id, version=version, machine_total=total, total=total, passed=None, signed=False, levels=levels,
    )  # fmt: skip


def test_a_dimension_is_the_mean_of_its_levels_by_weight():
    (point,) = path(
        [standing(1, level("A1", 5, 3), level("A2", 3, 3, weight=12.0), level("B1", None, None))], RUBRICS
    ).points
    assert point.place("A").counts == pytest.approx((4 * 100 + 12 * 60) / 16)
    assert point.place("A").machine == pytest.approx(60)
    assert point.place("B").counts is None, "unmeasured is a gap, not nought"
    assert point.given == 1


def test_what_the_machine_only_proposes_is_no_level_of_its_own():
    proposed = KeptLevel(criterion="A1", weight=4, machine=4, counts=False, level=None, given=False)
    (point,) = path([standing(1, proposed)], RUBRICS).points
    assert point.place("A") == replace(point.place("A"), counts=None, machine=None)


def test_lines_are_cut_at_gaps_and_where_the_rubric_changes():
    sessions = [
        standing(1, level("A1", 1, 1)),
        standing(2, level("A1", 2, 2)),
        standing(3, level("A1", None, None)),
        standing(4, level("A1", 3, 3)),
        standing(5, level("A1", 4, 4), version="1.1"),
        standing(6, level("A1", 5, 5), version="1.1"),
    ]
    found = path(sessions, RUBRICS)
    assert found.stretches("A") == (((0, 20.0), (1, 40.0)), ((3, 60.0),), ((4, 80.0), (5, 100.0)))
    assert [point.new_rubric for point in found.points] == [False, False, False, False, True, False]
    assert found.mixed
    assert found.dimensions[-1].name == Text("新", "new"), "named as the newest rubric names it"
    assert found.stretches(TOTAL) == ()


def test_a_session_whose_rubric_is_not_here_is_left_out():
    found = path([standing(1, version="9"), standing(2, total=50.0)], RUBRICS)
    assert [point.standing.session for point in found.points] == ["s2"]
    assert found.stretches(TOTAL) == (((0, 50.0),),)
    assert not found.mixed
