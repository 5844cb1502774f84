"""A session's log and phrases fetched whole, in one step of the database.

A row at a time, other threads may take the interpreter between two rows, and a window that reads, or a thread beside
one, waits for it some ten thousand times. So the database hands out one text, and the interpreter is free meanwhile.
"""

from __future__ import annotations

from sqlite_utils import Database

_ROW, _FIELD = "\x1e", "\x1f"
"""Characters JSON never has bare."""


def written(db: Database, session: str) -> tuple[tuple[str, str], ...]:
    """Kind and body of each event, in order; those of one moment as they were written."""
    rows = _texts(
        db,
        "SELECT kind || char(31) || body AS text FROM events WHERE session = ? ORDER BY at, seq LIMIT -1",
        [session],
    )
    parts = [row.partition(_FIELD) for row in rows]
    return tuple([(kind, body) for kind, _, body in parts])


def phrases(db: Database, session: str, *, final: bool) -> tuple[str, ...]:
    """The body of each phrase of a transcript, in order."""
    query = "SELECT body AS text FROM phrases WHERE session = ? AND final = ? ORDER BY seq LIMIT -1"
    return tuple(_texts(db, query, [session, int(final)]))


def _texts(db: Database, query: str, values: list[str | int]) -> list[str]:
    """The ``text`` of all rows of a query; LIMIT keeps SQLite from leaving out that query's order."""
    (whole,) = db.execute(f"SELECT group_concat(text, char(30)) FROM ({query})", values).fetchone()
    return [] if whole is None else whole.split(_ROW)
