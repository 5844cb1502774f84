"""Taking sessions and people out of the database, a little at a time, so that a window need not wait."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlite_utils import Database

from simulator.domain.privacy import Belongings
from simulator.storage import rule_tables, search_tables, transcript_tables

EVENTS_AT_ONCE = 2000
PAGES_AT_ONCE = 200
KEPT_APART = frozenset({"sessions", "trainees", "access_log"})
"""Tables whose rows are not simply a session's or a trainee's."""


def forget_some(db: Database, session: str, most: int = EVENTS_AT_ONCE) -> bool:
    """Take up to ``most`` events of the session out; once none is left, the session with all the rest: False then."""
    gone = db.execute(
        "DELETE FROM events WHERE session = ?1 AND seq IN (SELECT seq FROM events WHERE session = ?1 LIMIT ?2)",
        [session, most],
    ).rowcount
    if gone == most:
        return True
    forget_session(db, session)
    return False


def forget_session(db: Database, session: str) -> None:
    """Take a session out with its transcripts, index entries, marks and words. What else comes to be indexed of a
    session is to be forgotten here."""
    transcript_tables.forget(db, session)
    search_tables.forget(db, session)
    db.execute("DELETE FROM sessions WHERE id = ?", [session])
    for table in _tables_with(db, "session"):  # what does not go with the session by itself
        db.execute(f"DELETE FROM [{table}] WHERE session = ?", [session])
    db.execute("DELETE FROM scenarios WHERE hash NOT IN (SELECT scenario_hash FROM sessions)")
    rule_tables.forget(db)


def forget_trainee(db: Database, trainee: str, name: str) -> None:
    """Take a trainee out, whose sessions are gone, with consents, classes and settings."""
    for table in _tables_with(db, "trainee"):
        db.execute(f"DELETE FROM [{table}] WHERE trainee = ?", [trainee])
    for key in _settings_of(db, trainee, name):
        db.execute("DELETE FROM settings WHERE key = ?", [key])
    db.execute("DELETE FROM trainees WHERE id = ?", [trainee])


def tidied(db: Database) -> Iterator[None]:
    """Have the indexes of words forget what was deleted, and give free pages back; pauses after every piece."""
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%USING fts5%'").fetchall():
        pages = -PAGES_AT_ONCE  # the first one begins a merge of everything, the others go on with it
        while True:
            before = db.conn.total_changes
            with db.atomic():
                db.execute(f"INSERT INTO [{name}]([{name}], rank) VALUES ('merge', ?)", [pages])
            yield
            if db.conn.total_changes - before < 2:
                break
            pages = PAGES_AT_ONCE
    while db.execute("PRAGMA freelist_count").fetchone()[0]:
        left = db.execute("PRAGMA freelist_count").fetchone()[0]
        db.conn.executescript(f"PRAGMA incremental_vacuum({PAGES_AT_ONCE})")  # ``execute`` frees one page only
        yield
        if db.execute("PRAGMA freelist_count").fetchone()[0] >= left:
            break
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def belongings(db: Database, trainee: str, name: str, sessions: Sequence[str]) -> Belongings:
    """How much of this trainee the database holds; ``sessions`` are those the trainee hosted. Files are not counted."""
    marks = ", ".join("?" * len(sessions))

    def of_sessions(table: str, more: str = "") -> int:
        query = f"SELECT count(*) FROM {table} WHERE session IN ({marks}) {more}"
        return int(db.execute(query, list(sessions)).fetchone()[0]) if sessions else 0

    index = f"SELECT count(*) FROM phrase_words WHERE rowid IN (SELECT id FROM phrases WHERE session IN ({marks}))"
    others = [table for table in _tables_with(db, "trainee") if table not in ("consents", "level_pairs")]
    return Belongings(
        sessions=int(db.execute("SELECT count(*) FROM sessions WHERE trainee = ?", [trainee]).fetchone()[0]),
        events=of_sessions("events"),
        phrases=of_sessions("phrases"),
        index_entries=int(db.execute(index, list(sessions)).fetchone()[0]) if sessions else 0,
        scorecards=of_sessions("scorecards"),
        words=of_sessions("judgement_words"),
        notes=of_sessions("judgement_words", "AND kind = 'note'"),
        drafts=of_sessions("review_drafts"),
        consents=int(db.execute("SELECT count(*) FROM consents WHERE trainee = ?", [trainee]).fetchone()[0]),
        settings=len(_settings_of(db, trainee, name)),
        others=sum(
            int(db.execute(f"SELECT count(*) FROM [{each}] WHERE trainee = ?", [trainee]).fetchone()[0])
            for each in others
        )
        + int(db.execute("SELECT count(*) FROM trainees WHERE id = ?", [trainee]).fetchone()[0]),
    )


def shared(db: Database, trainee: str) -> tuple[str, ...]:
    """Sessions of others in which this trainee was the second host: voice and face are in their recordings."""
    rows = db.execute(
        "SELECT id FROM sessions WHERE trainee <> ?1 AND json_extract(header, '$.second') = ?1", [trainee]
    ).fetchall()
    return tuple(row[0] for row in rows)


def _settings_of(db: Database, trainee: str, name: str) -> tuple[str, ...]:
    """Keys of settings that are this trainee's, or hold nothing but the name."""
    rows = db.execute(
        "SELECT key FROM settings WHERE (substr(key, 1, 7) = 'script.' AND instr(key, ?1) > 0)"
        " OR (json_type(value) = 'text' AND json_extract(value, '$') = ?2)",
        [f".{trainee}.", name],
    ).fetchall()
    return tuple(row[0] for row in rows)


def _tables_with(db: Database, column: str) -> tuple[str, ...]:
    """Ordinary tables with this column."""
    rows = db.execute(
        """SELECT m.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c
           WHERE m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL%' AND c.name = ?""",
        [column],
    ).fetchall()
    return tuple(row[0] for row in rows if row[0] not in KEPT_APART)
