"""How scored sessions stand: kept whenever what counts of one changes, and counted by class."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.domain.judgement import Mark, Measurement, Override, Scorecard
from simulator.domain.rubric import Scorer
from simulator.domain.scenario import Scenario
from simulator.domain.session import Ending, Mode
from simulator.domain.standing import ClassQuestion
from simulator.ports import ContentError
from simulator.storage.content import FolderLibrary
from simulator.storage.store import SqliteStore
from tests.storage.conftest import header_of


def card_of(store: SqliteStore, session: str, **levels: int | None) -> Scorecard:
    """Every criterion of the rubric; those not named have level 3."""
    rubric = store.rubric("live-sales-default")
    marks = tuple(
        Mark(
            criterion=each.id,
            scorer=Scorer.AUTO,
            weight=4.0,
            level=levels.get(each.id, 3),
            measurement=Measurement(
                value=None if levels.get(each.id, 3) is None else 1.0,
                detail=("-orange/size", "orange/use") if each.id == "B1" else (),
            ),
            unit="",
        )
        for each in rubric.marked
    )
    return Scorecard(
        session=session, rubric=rubric.id, version=rubric.version, marks=marks, dimensions=(), total=60.0, low=None,
        high=None, scored_weight=100, gates=(), provisional=False,
    )  # fmt: skip


def scored(
    store: SqliteStore, scenario: Scenario, id: str, name: str, day: int, *, exam: bool = False, **levels: int | None
) -> str:
    """A scored session; returns its trainee."""
    trainee = store.trainee(name).id
    header = replace(
        header_of(id, trainee, f"2026-11-{day:02}T08:00:00+00:00"), mode=Mode.EXAM if exam else Mode.PRACTICE
    )
    store.begin(header, scenario)
    store.save_scorecard(card_of(store, id, **levels))
    store.end(id, Ending.SCORED)
    return trainee


def test_a_scorecard_is_kept_by_criterion(store: SqliteStore, scenario: Scenario) -> None:
    trainee = scored(store, scenario, "s1", "小雨", 1, A1=1, C1=None)
    (standing,) = store.standings(trainee)
    levels = {each.criterion: each for each in standing.levels}
    assert (standing.session, standing.scenario, standing.exam, standing.signed) == ("s1", "S01", False, False)
    assert (levels["A1"].level, levels["A1"].machine, levels["A1"].given) == (1, 1, False)
    assert (levels["C1"].level, levels["C1"].machine) == (None, None)
    assert standing.total == pytest.approx(store.session("s1").total)


def test_an_instructors_word_and_a_signature_change_what_is_kept(store: SqliteStore, scenario: Scenario) -> None:
    trainee = scored(store, scenario, "s1", "小雨", 1, A1=1)
    word = Override(criterion="A1", level=5, machine_level=1, reason="seen", instructor="W", at_utc="2026-11-02")
    store.judge("s1", word)
    store.sign("s1", "W")
    (standing,) = store.standings(trainee)
    kept = next(each for each in standing.levels if each.criterion == "A1")
    assert (kept.level, kept.machine, kept.given) == (5, 1, True)
    assert standing.signed


def test_the_standing_goes_with_its_session(store: SqliteStore, scenario: Scenario, tmp_path: Path) -> None:
    trainee = scored(store, scenario, "s1", "小雨", 1)
    store.keep_broken("s1", {"absolute_terms": 1})
    store.name_reference("S01", "s1", "W")
    store.erase("s1")
    assert store.standings(trainee) == ()
    assert store.reference("S01") is None
    with sqlite3.connect(tmp_path / "data" / "bolian.db") as other:
        for table in ("standings", "reference_sessions", "standings_due"):
            assert other.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
    other.close()


def test_a_class_is_each_trainees_last_session(store: SqliteStore, scenario: Scenario) -> None:
    ann = scored(store, scenario, "s1", "Ann", 1, A1=1)
    scored(store, scenario, "s2", "Ann", 2, A1=4)
    bo = scored(store, scenario, "s3", "Bo", 1, A1=2)
    scored(store, scenario, "s4", "Cy", 1, A1=5)
    found = store.class_sessions(ClassQuestion(trainees=(ann, bo)))
    assert [each.session for each in found.sessions] == ["s2", "s3"], "the newest first"
    assert [next(token for token in each.levels if token.startswith("A1")) for each in found.sessions] == [
        "A1=4",
        "A1=2",
    ]
    assert found.marked == ((*found.marked_by, 2),)  # type: ignore[misc]


def test_all_sessions_of_a_class_are_counted_together(store: SqliteStore, scenario: Scenario) -> None:
    ann = scored(store, scenario, "s1", "Ann", 1, A1=1)
    scored(store, scenario, "s2", "Ann", 2, A1=1, C1=None)
    found = store.class_sessions(ClassQuestion(trainees=(ann,), every=True))
    assert [each.session for each in found.sessions] == ["s2", "s1"]
    assert all("B1:orange/size" in each.missed for each in found.sessions)
    assert "C1=?" in found.sessions[0].levels, "not measured is no level"
    assert not found.capped


def test_exams_a_scenario_and_a_time_are_asked_for(store: SqliteStore, scenario: Scenario) -> None:
    scored(store, scenario, "s1", "Ann", 1, exam=True)
    scored(store, scenario, "s2", "Ann", 5)
    chosen = lambda **asked: [each.session for each in store.class_sessions(ClassQuestion(**asked)).sessions]  # noqa: E731
    assert chosen() == ["s2"]
    assert chosen(exams=True) == ["s1"]
    assert chosen(since_utc="2026-11-06") == []
    assert chosen(scenario="S02") == []
    assert chosen(signed=True) == []
    store.sign("s1", "W")
    assert chosen(signed=True) == [], "an exam counts once a second assessor agrees"
    store.sign("s1", "V")
    assert chosen(signed=True) == ["s1"]


def test_versions_of_a_rubric_are_not_mixed(store: SqliteStore, scenario: Scenario) -> None:
    scored(store, scenario, "s1", "Ann", 1)
    scored(store, scenario, "s2", "Bo", 1)
    text = store.rubric_text("live-sales-default", store.rubric("live-sales-default").version)
    newer = store.add_rubric(
        text.replace(f'"version": "{store.rubric("live-sales-default").version}"', '"version": "99.0.0"')
    )
    scored(store, scenario, "s3", "Cy", 1)
    found = store.class_sessions(ClassQuestion())
    assert len(found.sessions) == 2, "what most of them were marked by"
    assert (newer.id, "99.0.0", 1) in found.marked
    other = store.class_sessions(ClassQuestion(marked_by=(newer.id, "99.0.0")))
    assert [each.session for each in other.sessions] == ["s3"]


def test_broken_rules_are_kept_with_what_is_known_of_them(store: SqliteStore, scenario: Scenario) -> None:
    scored(store, scenario, "s1", "Ann", 1)
    scored(store, scenario, "s2", "Bo", 1)
    store.keep_broken("s1", {"absolute_terms": 3, "data_citation": 0})
    store.keep_broken("s1", {"absolute_terms": 2})
    store.keep_broken("nobody", {"absolute_terms": 2})
    found = store.class_sessions(ClassQuestion())
    assert {each.session: each.rules for each in found.sessions} == {"s1": ("absolute_terms",), "s2": None}
    store.save_scorecard(card_of(store, "s1", A1=2))
    again = {each.session: each.rules for each in store.class_sessions(ClassQuestion()).sessions}
    assert again["s1"] == ("absolute_terms",), "a new score forgets nothing"
    store.keep_broken("s2", {})
    assert {each.session: each.rules for each in store.class_sessions(ClassQuestion()).sessions}["s2"] == ()


def test_sessions_scored_before_are_taken_in_a_few_at_a_time(store: SqliteStore, scenario: Scenario) -> None:
    trainee = scored(store, scenario, "s1", "Ann", 1, A1=2)
    scored(store, scenario, "s2", "Ann", 2, A1=4)
    db = store._db
    with db.atomic():  # as a folder of an earlier version is after its migration
        db.execute("DELETE FROM standings")
        db.execute("INSERT INTO standings_due SELECT id FROM sessions")
    assert store.standings(trainee) == ()
    assert store.take_in_standings(1) == (1, 1)
    assert store.take_in_standings(5) == (1, 0)
    assert [each.session for each in store.standings(trainee)] == ["s1", "s2"]
    assert [each.rules_live for each in store.class_sessions(ClassQuestion()).sessions] == [True], (
        "of what was broken only the live log tells"
    )
    assert store.take_in_standings(5) == (0, 0)


def test_the_demo_pitch_is_the_reference_until_one_is_named(store: SqliteStore, scenario: Scenario) -> None:
    assert store.reference("S01") is None
    scored(store, scenario, "s1", "demo", 1)
    scored(store, scenario, "s2", "demo", 2)
    scored(store, scenario, "s3", "Ann", 1)
    found = store.reference("S01")
    assert found is not None
    assert (found.session, found.named_by) == ("s2", "")
    store.name_reference("S01", "s3", "王老师")
    named = store.reference("S01")
    assert named is not None
    assert (named.session, named.named_by) == ("s3", "王老师")
    with pytest.raises(ContentError):
        store.name_reference("S02", "s3", "王老师")
    assert store.reference("S02") is None
    store.name_reference("S01", None, "王老师")
    assert store.reference("S01") == found


def test_a_folder_of_before_is_brought_along(tmp_path: Path, library: FolderLibrary, scenario: Scenario) -> None:
    store = SqliteStore(tmp_path / "old", library)
    trainee = scored(store, scenario, "s1", "Ann", 1)
    store.close()
    path = tmp_path / "old" / "bolian.db"
    with sqlite3.connect(path) as db:
        for table in ("standings", "standings_due", "reference_sessions"):
            db.execute(f"DROP TABLE {table}")
        db.execute("DELETE FROM _sqlite_migrations WHERE name = '0014_references'")
        version = db.execute("PRAGMA user_version").fetchone()[0]
        db.execute(f"PRAGMA user_version={version - 1}")
    db.close()
    store = SqliteStore(tmp_path / "old", library)
    assert store.standings(trainee) == ()
    assert store.take_in_standings(10) == (1, 0)
    assert [each.session for each in store.standings(trainee)] == ["s1"]
    store.close()


def test_sessions_of_one_trainee_newest_first(store: SqliteStore, scenario: Scenario) -> None:
    ann = scored(store, scenario, "s1", "Ann", 1)
    scored(store, scenario, "s2", "Ann", 3)
    scored(store, scenario, "s3", "Bo", 2)
    assert [each.header.id for each in store.sessions_of(ann)] == ["s2", "s1"]


def test_what_one_of_two_assessors_said_is_not_told_yet(store: SqliteStore, scenario: Scenario) -> None:
    trainee = scored(store, scenario, "s1", "Ann", 1, exam=True, A1=1)
    word = Override(criterion="A1", level=5, machine_level=1, reason="seen", instructor="W", at_utc="2026-11-02")
    store.judge("s1", word)
    store.sign("s1", "W")

    def kept() -> tuple[int | None, bool]:
        (standing,) = store.standings(trainee)
        level = next(each for each in standing.levels if each.criterion == "A1")
        return level.level, standing.signed

    assert kept() == (1, False)
    store.judge("s1", replace(word, instructor="V", at_utc="2026-11-03"))
    store.sign("s1", "V")
    assert kept() == (5, True)
