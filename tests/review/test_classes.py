from dataclasses import replace

import pytest

from simulator.domain.standing import ClassSessions, CountedSession
from simulator.review.classes import overview, weak_in
from tests.stream import default_rubric

RUBRIC = default_rubric()
BY = (RUBRIC.id, RUBRIC.version)


def tallies() -> ClassSessions:
    """Two trainees: Ann with two sessions, Bo with one."""
    size, thanks, tea = "B1:orange/size", "A4:thanks", "B1:tea/origin"
    broken = ("absolute_terms",)
    return ClassSessions(
        marked_by=BY,
        marked=((*BY, 3), (RUBRIC.id, "0.9", 2)),
        sessions=(
            CountedSession("s3", "ann", "S01", 70.0, True, ("A1=4", "A4=3", "B1=5", "C1=?"), (size,), broken, False),
            CountedSession("s2", "bo", "S02", 40.0, False, ("A1=1", "B1=2", "C1=-"), (tea,), broken, True),
            CountedSession("s1", "ann", "S01", 50.0, None, ("A1=2", "A4=3", "B1=5", "C1=?"), (size, thanks), (), False),
        ),
    )


def test_levels_spread_over_every_level_of_the_rubric():
    found = overview(tallies(), RUBRIC)
    spread = next(each for each in found.spreads if each.criterion == "A1")
    assert spread.counts == ((1, 1), (2, 1), (3, 0), (4, 1), (5, 0))
    assert (spread.marked, spread.open, spread.low) == (3, 0, 2)
    assert spread.mean == pytest.approx(7 / 3)
    untold = next(each for each in found.spreads if each.criterion == "C1")
    assert (untold.mean, untold.open, untold.low_share) == (None, 3, None), "unmeasured is None, never nought"
    assert [each.criterion for each in found.spreads] == [each.id for each in RUBRIC.marked]


def test_figures_of_the_class():
    found = overview(tallies(), RUBRIC)
    assert (found.sessions, found.trainees, found.passed, found.decided) == (3, 2, 1, 2)
    assert found.mean == pytest.approx(160 / 3)
    assert found.left_out == ((RUBRIC.id, "0.9", 2),)
    assert found.rules_live == 1


def test_who_needs_most_stands_first_with_what_they_are_weakest_in():
    bo, ann = overview(tallies(), RUBRIC).needs
    assert (bo.trainee, bo.total, bo.sessions, bo.last) == ("bo", 40.0, 1, "s2")
    assert [(each.criterion, each.mean, each.session) for each in bo.weakest] == [("A1", 1.0, "s2"), ("B1", 2.0, "s2")]
    assert ann.total == 60.0
    assert ann.weakest == (), "a mean of level 3 is no weakness"
    assert ann.last == "s3"


def test_those_without_a_total_come_last():
    whole = tallies()
    open_ = replace(whole, sessions=(replace(whole.sessions[1], total=None), whole.sessions[0]))
    assert [each.trainee for each in overview(open_, RUBRIC).needs] == ["ann", "bo"]


def test_who_is_weak_in_a_criterion():
    assert [(trainee, weak.mean, weak.lowest, weak.session) for trainee, weak in weak_in(tallies(), "A1")] == [
        ("bo", 1.0, 1, "s2"),
        ("ann", 3.0, 2, "s1"),
    ]
    assert weak_in(tallies(), "C1") == ()


def test_what_goes_wrong_is_counted_by_sessions():
    found = overview(tallies(), RUBRIC)
    assert [(each.criterion, each.low) for each in found.weak] == [("A1", 2), ("B1", 1)]
    (rule,) = found.rules
    assert (rule.name, rule.sessions, rule.of) == ("absolute_terms", 2, 3)
    assert [(each.scenario, each.name, each.sessions, each.of) for each in found.facts] == [
        ("S01", "orange/size", 2, 2),
        ("S02", "tea/origin", 1, 1),
    ]
    assert [(each.source, each.name, each.share) for each in found.other] == [("A4", "thanks", 0.5)]


def test_nobody_is_nobody():
    found = overview(ClassSessions(marked_by=None), None)
    assert (found.sessions, found.mean, found.spreads, found.needs) == (0, None, (), ())


def test_what_is_not_known_of_rules_is_not_counted_as_none_broken():
    whole = tallies()
    silent = replace(whole, sessions=(replace(whole.sessions[0], rules=None), *whole.sessions[1:]))
    (rule,) = overview(silent, RUBRIC).rules
    assert (rule.sessions, rule.of, rule.session) == (1, 2, "s2")
