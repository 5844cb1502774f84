"""A signature holds a result fast; whatever is changed by hand afterwards is found, by name."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.domain.events import WentLive, WentOffAir
from simulator.domain.judgement import Note, Withdrawal
from simulator.domain.said import Altered, SealState, SignedVersion
from simulator.domain.scenario import Scenario
from simulator.domain.session import Ending, SessionHeader
from simulator.ports import StoreError
from simulator.storage.content import FolderLibrary
from simulator.storage.seals import KEY_FILE
from simulator.storage.store import SqliteStore
from tests.storage.test_signatures import old_database
from tests.storage.test_store import card, override

AT = "2026-11-23T10:00:00+00:00"
NOTE = Note(at=3.0, text="听这里", instructor="李老师", at_utc=AT)


@pytest.fixture
def session(store: SqliteStore, header: SessionHeader, scenario: Scenario, library: FolderLibrary) -> str:
    """Two versions: level 4 signed, then level 5 by another instructor, signed."""
    store.begin(header, scenario)
    store.append(header.id, [WentLive(at=0.0), WentOffAir(at=60.0)])
    store.save_scorecard(card(header, library))
    store.end(header.id, Ending.SCORED)
    store.judge(header.id, override(4))
    store.sign(header.id, "王老师")
    store.judge(header.id, NOTE)
    store.judge(header.id, replace(override(5), instructor="李老师"))
    store.sign(header.id, "李老师")
    return header.id


def versions(store: SqliteStore, session: str) -> tuple[SignedVersion, ...]:
    return store.resting(session).versions(store.seal_key())


def test_every_version_stays_with_what_led_to_it(store: SqliteStore, session: str) -> None:
    first, second = versions(store, session)
    assert (first.state, second.state) == (SealState.INTACT, SealState.INTACT)
    assert (first.number, first.by, second.number, second.by) == (1, "王老师", 2, "李老师")
    assert [each.word for each in first.said] == [override(4)]
    assert [each.word for each in second.said] == [NOTE, replace(override(5), instructor="李老师")]
    assert first.total is not None and second.total is not None
    assert second.before == first.total < second.total
    assert store.session(session).total == second.total


def test_a_signed_result_is_fixed_until_the_next_is_signed(store: SqliteStore, session: str) -> None:
    fixed = store.session(session)
    store.judge(session, override(1))
    after = store.session(session)
    assert (after.total, after.passed) == (fixed.total, fixed.passed), "what was signed counts"
    assert not after.signed
    now = store.result(session)
    assert now is not None and now.total is not None and fixed.total is not None and now.total < fixed.total
    assert [each.state for each in versions(store, session)] == [SealState.INTACT] * 2
    store.sign(session, "王老师")
    assert store.session(session).total == now.total
    assert [each.state for each in versions(store, session)] == [SealState.INTACT] * 3


def test_taking_back_after_a_signature_is_a_change_too(store: SqliteStore, session: str) -> None:
    store.take_back(session, Withdrawal(word=3, stands=False, instructor="李老师", at_utc=AT))
    assert store.judgement(session).signed_by is None
    store.sign(session, "李老师")
    third = versions(store, session)[-1]
    assert third.state is SealState.INTACT
    assert third.before is not None and third.total is not None and third.total < third.before


def edited(folder: Path, *statements: str) -> None:
    """By hand, as with any SQLite editor: the triggers are dropped first."""
    with closing(sqlite3.connect(folder / "bolian.db")) as other:
        for trigger in ("judgement_words_stay", "scorecards_stay"):
            other.execute(f"DROP TRIGGER {trigger}")
        for statement in statements:
            assert other.execute(statement).rowcount > 0, statement
        other.commit()


HAND = {
    "total of the list": ("UPDATE sessions SET total = 99", {2: {Altered.TOTAL}}),
    "a reason": (
        "UPDATE judgement_words SET body = replace(body, '看了两遍', '看了三遍') WHERE id = 1",
        {1: {Altered.WORDS}, 2: {Altered.WORDS}},
    ),
    "a level": (
        "UPDATE judgement_words SET body = json_set(body, '$.level', 1) WHERE id = 4",
        {2: {Altered.WORDS, Altered.TOTAL}},
    ),
    "who said it": (
        "UPDATE judgement_words SET instructor = '赵老师' WHERE id = 3",
        {2: {Altered.WORDS}},
    ),
    "who signed": (
        "UPDATE judgement_words SET instructor = '赵老师' WHERE id = 5",
        {2: {Altered.SIGNATURE}},
    ),
    "the signed total": (
        "UPDATE judgement_words SET body = json_set(body, '$.total', 99.0) WHERE id = 5",
        {2: {Altered.SIGNATURE, Altered.TOTAL}},
    ),
    "a note taken out": (
        "DELETE FROM judgement_words WHERE id = 3",
        {2: {Altered.WORDS}},
    ),
    "a version taken out": (
        "DELETE FROM judgement_words WHERE id = 2",
        {1: {Altered.WORDS, Altered.CHAIN}},
    ),
    "the scorecard": (
        "UPDATE scorecards SET body = json_set(body, '$.marks[1].level', 5)",
        {1: {Altered.SCORECARD}, 2: {Altered.SCORECARD, Altered.WORDS, Altered.TOTAL}},
    ),
    "the log": (
        "UPDATE events SET body = json_set(body, '$.at', 59.0) WHERE kind = 'WentOffAir'",
        {1: {Altered.LOG}, 2: {Altered.LOG}},
    ),
}


@pytest.mark.parametrize("what", HAND)
def test_what_was_edited_by_hand_is_found(store: SqliteStore, session: str, tmp_path: Path, what: str) -> None:
    statement, wrong = HAND[what]
    edited(tmp_path / "data", statement)
    found = {each.number: set(each.altered) for each in versions(store, session) if each.state is SealState.ALTERED}
    assert found == wrong


def test_a_result_signed_anew_with_another_key_is_not_passed_off_as_ours(
    store: SqliteStore, session: str, tmp_path: Path
) -> None:
    (tmp_path / "data" / KEY_FILE).write_bytes(bytes(32))
    states = {each.state for each in versions(store, session)}
    assert states == {SealState.FOREIGN}
    (tmp_path / "data" / KEY_FILE).write_bytes(b"short")
    with pytest.raises(StoreError) as caught:
        store.seal_key()
    assert caught.value.code == "seal_key_damaged"


def test_the_key_is_for_its_owner_only(store: SqliteStore, session: str, tmp_path: Path) -> None:
    del session
    path = tmp_path / "data" / KEY_FILE
    assert len(path.read_bytes()) == 32 and store.seal_key() == path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0


def test_at_another_centre_the_digests_fit_and_the_seal_cannot_be_checked(
    store: SqliteStore, session: str, tmp_path: Path, library: FolderLibrary
) -> None:
    file = tmp_path / "s.bolian"
    store.export_session(session, file, recording=False)
    there = SqliteStore(tmp_path / "there", library)
    there.import_session(file)
    assert [each.state for each in versions(there, session)] == [SealState.FOREIGN] * 2
    assert there.session(session).total == store.session(session).total
    (tmp_path / "there" / KEY_FILE).write_bytes(store.seal_key())
    assert [each.state for each in versions(there, session)] == [SealState.INTACT] * 2
    there.close()


def test_signatures_of_before_are_told_apart(
    tmp_path: Path, header: SessionHeader, scenario: Scenario, library: FolderLibrary
) -> None:
    old_database(tmp_path / "old", card(header, library, level=3), card(header, library, level=4), scenario, library)
    store = SqliteStore(tmp_path / "old", library)
    (only,) = versions(store, header.id)
    assert (only.state, only.total, only.by) == (SealState.UNSEALED, None, "王老师")
    store.sign(header.id, "李老师")
    assert [each.state for each in versions(store, header.id)] == [SealState.UNSEALED, SealState.INTACT]
    store.close()


def test_without_a_signature_there_is_nothing_to_check(
    store: SqliteStore, header: SessionHeader, scenario: Scenario
) -> None:
    store.begin(header, scenario)
    assert versions(store, header.id) == ()


def test_a_log_that_was_hashed_before_is_held_fast_just_the_same(store: SqliteStore, session: str) -> None:
    seal = store.packed_session(session).seal()
    assert seal == store.resting(session).log()
    store.sign(session, "王老师", None, seal)
    store.sign(session, "王老师")
    *_, given, read = (each.signature for each in store.said(session) if each.word is None)
    assert given is not None and read is not None and given.log == read.log == seal
    assert {each.state for each in versions(store, session)} == {SealState.INTACT}
    store.sign(session, "王老师", None, "0" * 64)
    assert versions(store, session)[-1].altered == (Altered.LOG,), "not what was shown"
