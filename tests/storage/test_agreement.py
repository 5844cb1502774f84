"""Pairs of levels in the database, from words as instructors say them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.domain.agreement import Between, Pair, Population, Sample
from simulator.domain.judgement import Basis, Override, Scorecard
from simulator.domain.scenario import Scenario
from simulator.storage.store import SqliteStore
from tests.storage.conftest import header_of

RUBRIC, VERSION, ENGINE = "live-sales-default", "0.1.0", "0.5.0 whisper-base"
ALL = Sample(rubric=RUBRIC)


def word(
    criterion: str = "A1", level: int = 3, machine: int | None = 3, by: str = "王老师", **more: object
) -> Override:
    given = Override(
        criterion=criterion,
        level=level,
        machine_level=machine,
        reason="听见了",
        instructor=by,
        at_utc="2026-11-23T09:00:00+00:00",
        basis=Basis(rubric=RUBRIC, version=VERSION, engine=ENGINE, value=2.5),
    )
    return replace(given, **more)  # type: ignore[arg-type]


def card(session: str, version: str = VERSION) -> Scorecard:
    return Scorecard(
        session=session,
        rubric=RUBRIC,
        version=version,
        marks=(),
        dimensions=(),
        total=None,
        low=None,
        high=None,
        scored_weight=0,
        gates=(),
        provisional=False,
    )


@pytest.fixture
def session(store: SqliteStore, scenario: Scenario) -> str:
    return begun(store, scenario, "s-1")


def begun(store: SqliteStore, scenario: Scenario, id: str, trainee: str = "小雨", **more: str) -> str:
    store.begin(header_of(id, store.trainee(trainee).id, **more), scenario)
    store.save_scorecard(card(id))
    return id


def levels(store: SqliteStore, sample: Sample = ALL, criterion: str | None = None) -> list[tuple[object, ...]]:
    return [(pair.session, pair.criterion, pair.one, pair.other) for pair in store.pairs(sample, criterion)]


def test_a_word_beside_the_machines_level_is_a_pair(store: SqliteStore, session: str) -> None:
    store.judge(session, word(level=4))
    assert list(store.pairs(ALL)) == [
        Pair(
            session=session,
            trainee=store.trainee("小雨").id,
            scenario="S01",
            began_utc="2026-11-23T08:00:00+00:00",
            criterion="A1",
            one=3,
            other=4,
            instructor="王老师",
            first="",
            blind=False,
            value=2.5,
            after_s=3600.0,
            rubric=RUBRIC,
            version=VERSION,
            engine=ENGINE,
        )
    ]


def test_a_level_confirmed_as_it_was_is_a_pair_and_silence_is_none(store: SqliteStore, session: str) -> None:
    store.judge(session, word("A1", level=3, machine=3))
    store.sign(session, "王老师")
    assert levels(store) == [(session, "A1", 3, 3)]
    assert store.signed(ALL) == 1
    assert store.judged(ALL, "A1").extent.signed == 1
    assert store.judged(ALL, "A2").tallies == () and store.judged(ALL, "A2").extent.signed == 0


def test_without_a_level_of_the_machine_there_is_nothing_to_agree_with(store: SqliteStore, session: str) -> None:
    store.judge(session, word(machine=None))
    assert levels(store) == [] and store.populations() == ()


def test_only_an_instructors_last_word_counts(store: SqliteStore, session: str) -> None:
    for level in (5, 2, 4):
        store.judge(session, word(level=level))
    store.judge(session, word(level=1, by="李老师"))
    assert levels(store) == [(session, "A1", 3, 1), (session, "A1", 3, 4)]
    found = store.judged(ALL, "A1")
    assert sum(tally.pairs for tally in found.tallies) == 2
    assert (found.extent.sessions, found.extent.instructors, found.extent.signed) == (1, 2, 0)


def test_a_blind_word_stays_whatever_is_said_once_the_machines_level_was_seen(store: SqliteStore, session: str) -> None:
    store.judge(session, word(level=5, blind=True))
    store.judge(session, word(level=3))
    assert levels(store) == [(session, "A1", 3, 5)]
    assert levels(store, replace(ALL, blind=True)) == [(session, "A1", 3, 5)]
    assert levels(store, replace(ALL, blind=False)) == []
    assert store.judged(ALL, "A1").extent.blind == 1


def test_another_version_or_engine_is_another_population(store: SqliteStore, session: str) -> None:
    for version, engine in (("0.1.0", "0.5.0 a"), ("0.2.0", "0.5.0 a"), ("0.2.0", "0.6.0 a")):
        store.judge(session, word(basis=Basis(rubric=RUBRIC, version=version, engine=engine, value=None)))
    found = store.populations()
    assert found == (
        Population(RUBRIC, "0.2.0", "0.6.0 a"),
        Population(RUBRIC, "0.2.0", "0.5.0 a"),
        Population(RUBRIC, "0.1.0", "0.5.0 a"),
    )
    assert [each.pairs for each in found] == [1, 1, 1]
    assert len(levels(store)) == 3
    assert len(levels(store, replace(ALL, version="0.2.0"))) == 2
    assert len(levels(store, replace(ALL, version="0.2.0", engine="0.6.0 a"))) == 1
    assert levels(store, Sample(rubric="another")) == []


def test_by_scenario_and_time(store: SqliteStore, scenario: Scenario) -> None:
    for id, began in (("old", "2026-01-05T08:00:00+00:00"), ("new", "2026-11-05T08:00:00+00:00")):
        store.judge(begun(store, scenario, id, began_utc=began), word())
        store.sign(id, "王老师")
    assert levels(store, replace(ALL, since_utc="2026-06-01")) == [("new", "A1", 3, 3)]
    assert store.signed(replace(ALL, since_utc="2026-06-01")) == 1
    assert len(levels(store, replace(ALL, scenario="S01"))) == store.signed(replace(ALL, scenario="S01")) == 2
    assert levels(store, replace(ALL, scenario="S02")) == []


def test_tallies_are_by_trainee(store: SqliteStore, scenario: Scenario) -> None:
    for number, trainee in enumerate(("小雨", "小雨", "小满")):
        store.judge(begun(store, scenario, f"s{number}", trainee), word(level=4))
    found = {tally.trainee: tally.pairs for tally in store.judged(ALL, "A1").tallies}
    assert found == {store.trainee("小雨").id: 2, store.trainee("小满").id: 1}


def test_two_assessors_are_held_against_each_other_whoever_spoke_first(store: SqliteStore, session: str) -> None:
    store.judge(session, word("F1", level=4, machine=None, by="王老师"))
    store.judge(session, word("F1", level=2, machine=None, by="李老师", blind=True))
    store.judge(session, word("F1", level=5, machine=None, by="王老师"))
    between = replace(ALL, between=Between.ASSESSORS)
    (pair,) = store.pairs(between)
    assert (pair.one, pair.other, pair.first, pair.instructor, pair.blind) == (5, 2, "王老师", "李老师", True)
    assert len(list(store.pairs(replace(between, blind=True, engine="any")))) == 1
    assert list(store.pairs(replace(between, blind=False))) == []
    assert store.judged(between, "F1").tallies[0].pairs == 1


def test_a_word_that_does_not_name_its_rubric_belongs_to_that_of_the_scorecard(
    store: SqliteStore, session: str
) -> None:
    store.judge(session, word(basis=None))
    assert store.populations() == (Population(RUBRIC, VERSION, ""),)
    assert [pair.value for pair in store.pairs(ALL)] == [None]


def test_pairs_go_with_their_session(store: SqliteStore, session: str) -> None:
    store.judge(session, word())
    store.erase(session)
    assert store.populations() == ()


def test_words_kept_by_an_older_program_are_found_again(store: SqliteStore, session: str) -> None:
    from simulator.storage.migrations import STEPS

    store.judge(session, word(level=5))
    store.judge(session, word("B1", level=2, machine=4, basis=None))
    store.judge(session, word(level=4, blind=True))
    before = list(store.pairs(ALL))
    for left in (
        "TRIGGER level_pairs_wait",
        "TABLE level_pairs_due",
        "TABLE level_pairs",
        "INDEX scorecards_by_rubric",
    ):
        store._db.execute(f"DROP {left}")
    next(step for step in STEPS._migrations if step.name == "0005_agreement").fn(store._db)
    assert list(store.pairs(ALL)) == before and len(before) == 2
