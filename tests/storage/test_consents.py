"""What trainees answered when asked to be recorded."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from simulator.domain.consent import Consent
from simulator.domain.session import SessionHeader
from simulator.storage.content import FolderLibrary
from simulator.storage.store import SqliteStore


def answer(id: str, trainee: str, agreed: bool, days: int | None = 180) -> Consent:
    return Consent(id=id, trainee=trainee, version="1", agreed=agreed, days=days, given_utc="2026-11-23T08:00:00+00:00")


def test_the_last_answer_counts_and_all_are_kept(store: SqliteStore) -> None:
    first, second = store.trainee("小雨"), store.trainee("小满")
    assert store.consent(first.id) is None
    given = [answer("a", first.id, True), answer("b", first.id, False, None), answer("c", second.id, True)]
    for each in given:
        store.keep_consent(each)
    assert store.consent(first.id) == given[1]
    assert store.consent(second.id) == given[2]
    assert store.consents() == {each.id: each for each in given}


def test_an_answer_is_never_rewritten(store: SqliteStore) -> None:
    store.keep_consent(answer("a", store.trainee("小雨").id, False))
    with pytest.raises(sqlite3.IntegrityError, match="never rewritten"):
        store._db.execute("UPDATE consents SET agreed = 1")


def test_a_session_names_the_answer_it_was_made_under(
    store: SqliteStore, header: SessionHeader, library: FolderLibrary
) -> None:
    store.keep_consent(answer("a", header.trainee, True))
    store.begin(replace(header, consent="a"), library.scenario("S01"))
    assert store.session(header.id).header.consent == "a"
