"""A data folder of before the queue: its sessions stand in it after the step, and what was signed stays signed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from simulator.domain.assessing import Stage
from simulator.domain.queue import Source, Wanted
from simulator.domain.scenario import Scenario
from simulator.domain.session import Ending, Mode
from simulator.storage.content import FolderLibrary
from simulator.storage.store import SqliteStore
from tests.storage.conftest import header_of
from tests.storage.test_search_all import comment
from tests.storage.test_store import card

NEW = ("queue", "queue_due", "comment_lines", "comment_words", "comments_due", "class_members", "classes")


def taken_back(path: Path) -> None:
    """The database as it was before the steps of classes and queue."""
    with closing(sqlite3.connect(path)) as db, db:
        for table in NEW:
            db.execute(f"DROP TABLE {table}")
        gone = db.execute("DELETE FROM _sqlite_migrations WHERE name LIKE '0010_%'").rowcount
        version = db.execute("PRAGMA user_version").fetchone()[0]
        db.execute(f"PRAGMA user_version={version - gone}")


def test_old_sessions_come_into_queue_and_search(tmp_path: Path, library: FolderLibrary, scenario: Scenario) -> None:
    store = SqliteStore(tmp_path, library)
    rain = store.trainee("小雨").id
    for id, mode in (("practice", Mode.PRACTICE), ("exam", Mode.EXAM), ("exam-signed", Mode.EXAM)):
        header = replace(header_of(id, rain), mode=mode, paper=None if mode is Mode.PRACTICE else "E0001")
        store.begin(header, scenario)
        store.append(id, [comment(1, 5.0, "多少钱一箱")])
        store.save_scorecard(card(header, library))
        store.end(id, Ending.SCORED)
    store.begin(header_of("never-scored", rain), scenario)
    store.close()
    taken_back(tmp_path / "bolian.db")
    with closing(sqlite3.connect(tmp_path / "bolian.db")) as db, db:
        db.execute(
            """INSERT INTO judgement_words (session, kind, at_utc, instructor, body, scorecard)
               VALUES ('exam-signed', 'signature', '2026-11-23T09:00:00+00:00', '王老师', '{}', NULL)"""
        )
        db.execute("UPDATE sessions SET signed = 1 WHERE id = 'exam-signed'")
    store = SqliteStore(tmp_path, library)
    try:
        stages = {each.session: each.stage for each in store.queue(Wanted(stages=frozenset(Stage)), 10)}
        assert stages == {"practice": Stage.TO_REVIEW, "exam": Stage.TO_REVIEW, "exam-signed": Stage.SIGNED}
        assert store.search("多少", Source.WRITTEN, 10) == ()
        while (left := store.take_in(3)).anything:
            assert left.sessions + left.comments > 0
        assert len(store.search("多少", Source.WRITTEN, 10)) == 3
        assert {each.session: each.stage for each in store.queue(Wanted(stages=frozenset(Stage)), 10)} == stages
        store.sign("exam", "王老师")
        row = store.queued("exam")
        assert row is not None and row.stage is Stage.SECOND, "what is signed from now on needs two"
        store.ask_second(False)
        store.ask_second(True)
        row = store.queued("exam-signed")
        assert row is not None and row.stage is Stage.SIGNED, "what one signature was enough for stays"
        assert store.session("exam-signed").signed
    finally:
        store.close()
