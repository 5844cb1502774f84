"""The queue: every scored session once, the least sure first, page by page, narrowed as it is asked for."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from simulator.domain.assessing import Stage
from simulator.domain.judgement import Measurement, WhyNone
from simulator.domain.queue import Order, Queued, Wanted
from simulator.domain.scenario import Scenario
from simulator.domain.session import Mode
from simulator.storage.content import FolderLibrary
from simulator.storage.store import SqliteStore
from tests.storage.conftest import header_of
from tests.storage.test_store import card, override

EVERYTHING = frozenset(Stage)
LONG_AGO = "2000-01-01T00:00:00+00:00"


class Evening:
    """Scores sessions into a store."""

    def __init__(self, store: SqliteStore, scenario: Scenario, library: FolderLibrary) -> None:
        self.store, self.scenario, self.library = store, scenario, library

    def scored(
        self, id: str, trainee: str = "小雨", *, minute: int = 0, level: int | None = 3, scenario: str = "S01",
        paper: str | None = None, provisional: bool = False,
    ) -> str:  # fmt: skip
        header = header_of(id, self.store.trainee(trainee).id, f"2026-11-23T08:{minute:02}:00+00:00")
        header = replace(header, scenario=scenario)
        if paper is not None:
            header = replace(header, mode=Mode.EXAM, paper=paper)
        self.store.begin(header, replace(self.scenario, id=scenario))
        self.store.save_scorecard(replace(card(header, self.library, level), provisional=provisional))
        return id

    def ids(self, **wanted: object) -> list[str]:
        return [each.session for each in self.store.queue(Wanted(**wanted), 100)]  # type: ignore[arg-type]


@pytest.fixture
def evening(store: SqliteStore, scenario: Scenario, library: FolderLibrary) -> Evening:
    return Evening(store, scenario, library)


def test_the_least_sure_comes_first_and_of_equals_what_waited_longest(evening: Evening) -> None:
    evening.scored("sure-later", minute=9)
    evening.scored("sure", minute=5)
    evening.scored("provisional", minute=7, provisional=True)
    evening.scored("nothing", minute=8, level=None)
    assert evening.ids() == ["nothing", "provisional", "sure", "sure-later"]
    assert evening.ids(order=Order.NEWEST) == ["sure-later", "nothing", "provisional", "sure"]
    (first, second, *_) = evening.store.queue(Wanted(), 10)
    assert first.doubt is not None and first.doubt.total_missing and first.total is None
    assert second.doubt is not None and second.doubt.provisional


def test_a_suspected_red_line_comes_before_everything_until_somebody_decides(
    evening: Evening, store: SqliteStore, library: FolderLibrary
) -> None:
    evening.scored("nothing", level=None)
    evening.scored("suspected", minute=9)
    header = store.session("suspected").header
    made = card(header, library)
    waits = Measurement(value=None, why_none=WhyNone.NEEDS_CONFIRMATION, detail=("r1", "r2"))
    marks = [replace(each, level=None, measurement=waits) if each.criterion == "F1" else each for each in made.marks]
    store.save_scorecard(replace(made, marks=tuple(marks)))
    assert evening.ids() == ["suspected", "nothing"]
    row = store.queued("suspected")
    assert row is not None and row.doubt is not None and row.doubt.suspects == 2


def test_a_signature_takes_a_session_out_and_a_later_word_puts_it_back(evening: Evening, store: SqliteStore) -> None:
    evening.scored("one")
    evening.scored("two", minute=1)
    store.sign("one", "王老师")
    assert evening.ids() == ["two"]
    assert evening.ids(stages=frozenset({Stage.SIGNED})) == ["one"]
    progress = store.progress(Wanted(), LONG_AGO)
    assert (progress.signed, progress.left, progress.whole) == (1, 1, 2)
    assert store.progress(Wanted(), "2999-01-01T00:00:00+00:00").signed == 0
    store.judge("one", override(4))
    assert evening.ids() == ["one", "two"]
    row = store.queued("one")
    assert row is not None and row.stage is Stage.TO_REVIEW and row.signers == ()


def test_it_is_narrowed_by_class_scenario_paper_and_name(evening: Evening, store: SqliteStore) -> None:
    evening.scored("rain-1")
    evening.scored("rain-2", minute=1, scenario="S03")
    evening.scored("li", "Li Lei", minute=2)
    evening.scored("exam", "Li Lei", minute=3, paper="E0001")
    morning = store.make_class("早班")
    store.put_in_class(morning.id, [store.trainee("Li Lei").id])
    assert evening.ids(in_class=morning.id) == ["li", "exam"]
    assert evening.ids(scenario="S03") == ["rain-2"]
    assert evening.ids(paper="E0001") == ["exam"]
    assert evening.ids(name="lei") == ["li", "exam"]
    assert evening.ids(name="ＬＥＩ", paper="E0001") == ["exam"]
    assert evening.ids(name="雨", in_class=morning.id) == []
    assert evening.ids(name="%") == []
    assert store.queued_scenarios() == ("S01", "S03")
    assert store.queued_papers() == ("E0001",)
    assert store.progress(Wanted(in_class=morning.id), LONG_AGO).left == 2
    counted = store.class_count(morning.id)
    assert (counted.sessions, counted.signed) == (2, 0)
    assert counted.mean == pytest.approx(60.0)
    store.erase("exam")
    assert evening.ids(paper="E0001") == [] and store.queued("exam") is None


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("many_trainees", [False, True])
def test_pages_follow_each_other_without_a_gap_and_back_again(
    evening: Evening, store: SqliteStore, monkeypatch: pytest.MonkeyPatch, order: Order, many_trainees: bool
) -> None:
    monkeypatch.setattr("simulator.storage.queue_tables.FEW", 0 if many_trainees else 400)
    for number in range(23):
        evening.scored(f"s-{number:02}", f"学员{number % 4}", minute=number // 3, level=3 if number % 2 else None)
        if number % 5 == 0:
            store.sign(f"s-{number:02}", "王老师")
    for wanted in (Wanted(stages=EVERYTHING, order=order), Wanted(name="学员", order=order)):
        seen: list[Queued] = []
        while page := store.queue(wanted, 4, after=seen[-1] if seen else None):
            seen.extend(page)
        assert len(seen) == len({each.session for each in seen}) == (23 if wanted.stages == EVERYTHING else 18)
        assert seen == list(store.queue(wanted, 100))
        assert store.before(wanted, seen[0]) is None
        for one, other in pairwise(seen):
            assert store.before(wanted, other) == one


def test_a_place_is_kept_although_the_session_has_left(evening: Evening, store: SqliteStore) -> None:
    for number in range(3):
        evening.scored(f"s-{number}", minute=number)
    middle = store.queue(Wanted(), 3)[1]
    store.sign(middle.session, "王老师")
    assert [each.session for each in store.queue(Wanted(), 1, after=middle)] == ["s-2"]
    before = store.before(Wanted(), middle)
    assert before is not None and before.session == "s-0"


def test_what_is_scored_again_moves(evening: Evening, store: SqliteStore, library: FolderLibrary) -> None:
    evening.scored("a", provisional=True)
    evening.scored("b", minute=1)
    assert evening.ids() == ["a", "b"]
    store.save_scorecard(replace(card(store.session("a").header, library), provisional=False))
    store.save_scorecard(replace(card(store.session("b").header, library, None), provisional=False))
    assert evening.ids() == ["b", "a"]


def test_sessions_of_before_the_queue_are_taken_in(evening: Evening, store: SqliteStore) -> None:
    evening.scored("old", level=None)
    evening.scored("old-signed", minute=1)
    store.sign("old-signed", "王老师")
    with store._writing() as db:
        db.execute("UPDATE queue SET doubt = '', place = '9999.99 x ' || session")
        db.execute("INSERT INTO queue_due SELECT session FROM queue")
    row = store.queued("old")
    assert row is not None and row.doubt is None
    assert store.take_in(1).sessions == 1
    left = store.take_in(10)
    assert not left.anything
    row = store.queued("old")
    assert row is not None and row.doubt is not None and row.doubt.total_missing
    assert evening.ids(stages=frozenset({Stage.SIGNED})) == ["old-signed"]
