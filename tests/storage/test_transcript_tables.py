"""Both transcripts of a session, and a database of before the second one told when it was made."""

from __future__ import annotations

from pathlib import Path

from sqlite_utils import Migrations

from simulator.domain.scenario import Scenario
from simulator.domain.session import Ending, SessionHeader, Transcript
from simulator.storage.content import FolderLibrary
from simulator.storage.database import open_database
from simulator.storage.event_codec import encoded
from simulator.storage.migrations import STEPS
from simulator.storage.store import SqliteStore
from tests.storage.conftest import header_of
from tests.storage.test_store import phrase

LIVE = Transcript(engine="vosk", final=False, phrases=(phrase("全网最田"),))
FINAL = Transcript(engine="whisper", final=True, phrases=(phrase("全网最甜"),), heard=12.5)


def test_both_stay_and_each_is_found(store: SqliteStore, header: SessionHeader, scenario: Scenario) -> None:
    store.begin(header, scenario)
    assert store.live_transcript(header.id) is None
    store.save_transcript(header.id, LIVE)
    assert store.transcript(header.id) == store.live_transcript(header.id) == LIVE
    assert (store.session(header.id).final, store.session(header.id).heard_utc) == (False, None)
    store.save_transcript(header.id, FINAL)
    assert store.transcript(header.id) == FINAL
    assert store.live_transcript(header.id) == LIVE
    assert store.session(header.id).final


def test_the_same_transcript_again_keeps_the_moment_it_was_made(
    store: SqliteStore, header: SessionHeader, scenario: Scenario
) -> None:
    store.begin(header, scenario)
    store.save_transcript(header.id, FINAL)
    store._db.execute("UPDATE transcripts SET made_utc = '2026-01-01T00:00:00+00:00'")
    store.save_transcript(header.id, FINAL)
    assert store.session(header.id).heard_utc == "2026-01-01T00:00:00+00:00"
    store.save_transcript(header.id, Transcript(engine="whisper", final=True, phrases=LIVE.phrases))
    assert store.session(header.id).heard_utc != "2026-01-01T00:00:00+00:00"


def test_a_database_of_before_keeps_its_transcripts(tmp_path: Path, library: FolderLibrary, scenario: Scenario) -> None:
    first = Migrations("bolian")
    first._migrations = STEPS._migrations[:1]
    folder = tmp_path / "old"
    folder.mkdir()
    db = open_database(folder / "bolian.db", first)
    header = header_of("old-1", "t1")
    db.execute("INSERT INTO trainees VALUES ('t1', '小雨', '小雨', '2026-01-01')")
    db.execute("INSERT INTO scenarios VALUES ('h', 'S01', '1', ?)", [encoded(scenario)])
    db.execute(
        "INSERT INTO sessions (id, scenario_hash, scenario, trainee, began_utc, header, ending) VALUES (?,?,?,?,?,?,?)",
        ["old-1", "h", "S01", "t1", header.began_utc, encoded(header), Ending.SCORED.value],
    )
    db.execute("INSERT INTO transcripts VALUES ('old-1', 1, 'whisper')")
    db.execute("INSERT INTO phrases (session, final, seq, body) VALUES ('old-1', 1, 0, ?)", [encoded(FINAL.phrases[0])])
    db.conn.commit()
    db.conn.close()
    store = SqliteStore(folder, library)
    entry = store.session("old-1")
    assert (entry.final, entry.heard_utc) == (True, None)
    assert store.transcript("old-1") == Transcript(engine="whisper", final=True, phrases=FINAL.phrases)
    store.close()
