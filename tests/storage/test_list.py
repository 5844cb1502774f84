"""Lists of sessions that read no more than is asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.domain.consent import Consent
from simulator.domain.privacy import MARKS_KEPT
from simulator.domain.scenario import Scenario
from simulator.domain.session import Ending, Transcript
from simulator.storage.list_shelf import FEW
from simulator.storage.store import SqliteStore
from tests.storage.conftest import header_of

MANY = FEW + 4


@pytest.fixture(autouse=True)
def many(store: SqliteStore, scenario: Scenario) -> list[str]:
    """A session a day, the newest first."""
    trainee = store.trainee("小雨").id
    for version in ("1", f"1{MARKS_KEPT}"):
        store.keep_consent(
            Consent(id=version, trainee=trainee, version=version, agreed=True, days=30, given_utc="2026-11-01")
        )
    for number in range(MANY):
        made = header_of(f"s-{number:02}", trainee, f"2026-11-{number + 1:02}T08:00:00+00:00")
        store.begin(replace(made, consent=("1", f"1{MARKS_KEPT}", None)[number % 3]), scenario)
        store.end(made.id, Ending.SCORED)
    return [f"s-{number:02}" for number in reversed(range(MANY))]


def ids(entries: object) -> list[str]:
    return [each.header.id for each in entries]  # type: ignore[attr-defined]


def test_page_by_page_is_all_of_them(store: SqliteStore, many: list[str]) -> None:
    assert ids(store.sessions()) == many
    assert [id for skip in range(0, MANY, 5) for id in ids(store.sessions(5, skip))] == many
    assert store.sessions(5, MANY) == ()
    other = store.trainee("Li Lei")
    assert store.session_counts() == {store.trainee("小雨").id: MANY}, "nobody without a session"
    assert store.sessions_of(other.id) == ()


def test_those_off_air_by_scenario_and_trainee_and_no_more_than_asked(store: SqliteStore, many: list[str]) -> None:
    store.end(many[1], Ending.ON_AIR)
    off_air = [many[0], *many[2:]]
    assert ids(store.ended_sessions()) == off_air
    assert ids(store.ended_sessions(most=3)) == off_air[:3]
    entry = store.session(many[0])
    scenario, trainee = entry.header.scenario, entry.trainee.id
    assert ids(store.ended_sessions(scenario, trainee, 2)) == off_air[:2]
    assert store.ended_sessions("S99") == store.ended_sessions(scenario, "nobody") == ()


@pytest.mark.parametrize("count", [1, FEW, FEW + 1, MANY])
def test_a_recording_is_found_however_many_are_listed(store: SqliteStore, many: list[str], count: int) -> None:
    store.recording_path(many[0]).write_bytes(b"film")
    unfinished = store.recording_path(many[1]).with_suffix(".part.mkv")
    unfinished.write_bytes(b"film")
    found = [each.recording for each in store.sessions(count)]
    assert found == [store.recording_path(many[0]), unfinished, *[None] * MANY][:count]


def test_what_waits_to_be_heard_again(store: SqliteStore, many: list[str]) -> None:
    for id in many[:3]:
        store.recording_path(id).write_bytes(b"film")
    store.save_transcript(many[0], Transcript(engine="e", final=True, phrases=()))
    store.save_transcript(many[1], Transcript(engine="e", final=False, phrases=()))
    store.save_transcript(many[4], Transcript(engine="e", final=True, phrases=()))
    store.end(many[2], Ending.ON_AIR)
    assert ids(store.unheard()) == [many[1]]
    assert store.heard_again() == {many[0]}, "without its recording nothing is said of one"


def test_old_ones_without_those_of_which_only_marks_are_left(store: SqliteStore, many: list[str]) -> None:
    assert ids(store.sessions_begun_before("2026-11-05")) == many[-4:]
    kept = "s-01"
    assert ids(store.sessions_begun_before("2026-11-05", MARKS_KEPT)) == [id for id in many[-4:] if id != kept]
    store.recording_path(kept).write_bytes(b"film")
    assert ids(store.sessions_begun_before("2026-11-05", MARKS_KEPT)) == many[-4:]
