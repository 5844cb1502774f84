"""What the audience made of a session is kept until the log is another, and goes with the session."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.domain.events import WentLive
from simulator.domain.outcome import Difference, HostOutcome, MomentOutcome, Outcome
from simulator.storage import outcome_tables
from simulator.storage.store import SqliteStore
from tests.stream import Stream

ID = "20261123-090000-ab12"
NOTHING = Difference(0.25, -0.5, 1.0, False, 4)
OUTCOME = Outcome(
    model="m", engine="plain", tick=2.0,
    hosts=(HostOutcome(host="session", orders=(1.0, 2.0), sales=(9.9, 19.8), net=(7.0, 14.0)),),
    orders=2, sales=19.8, score=None, score_error=None, luck=75.0, luck_low=30.0, luck_high=95.0, closed_loop=None,
    assumptions=("open_loop",),
    moments=(
        MomentOutcome(
            key="question:price:12.0", at=12.0, until=132.0, orders=NOTHING, net=NOTHING, left=NOTHING, own=None,
            assumptions=("other_audiences",),
        ),
    ),
    unplayable=("opening::0.0",),
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    made = SqliteStore(tmp_path / "data")
    log = Stream().log()
    header = log.header
    trainee = made.trainee("学员")
    made.begin(replace(header, trainee=trainee.id), log.scenario)
    made.append(header.id, log.events)
    yield made
    made.close()


def test_it_comes_back_as_it_was(store: SqliteStore) -> None:
    assert store.outcome(ID) is None
    store.keep_outcome(ID, OUTCOME)
    assert store.outcome(ID) == OUTCOME
    store.keep_outcome(ID, OUTCOME)
    assert store._db["outcomes"].count == 1


def test_a_log_that_grew_has_none_any_more(store: SqliteStore) -> None:
    store.keep_outcome(ID, OUTCOME)
    store.append(ID, [WentLive(at=700.0)])
    assert store.outcome(ID) is None


def test_another_model_of_the_audience_has_none(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    store.keep_outcome(ID, OUTCOME)
    monkeypatch.setattr(outcome_tables, "MODEL", "another")
    assert store.outcome(ID) is None


def test_what_cannot_be_read_is_worked_out_anew(store: SqliteStore) -> None:
    store.keep_outcome(ID, OUTCOME)
    store._db.execute("UPDATE outcomes SET body = '{}'")
    assert store.outcome(ID) is None


def test_it_goes_with_its_session(store: SqliteStore) -> None:
    store.keep_outcome(ID, OUTCOME)
    store.erase(ID)
    assert store._db["outcomes"].count == 0
