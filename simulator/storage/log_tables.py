"""A session's log and phrases fetched in few steps of the database.

A row at a time, other threads may take the interpreter between two rows, and a window that reads, or a thread beside
one, waits for it some ten thousand times. So the database hands out thousands of rows as one text, and the interpreter
is free meanwhile; not all as one, for while a text is taken over the interpreter is not free.
"""

from __future__ import annotations

from sqlite_utils import Database

PIECE = 4000
"""Rows of one text: some milliseconds to take over."""
_ROW, _FIELD = "\x1e", "\x1f"
"""Characters JSON never has bare."""
_ORDERED = """SELECT NOT EXISTS (SELECT 1 FROM (SELECT at < lag(at) OVER (ORDER BY seq) AS back
              FROM events WHERE session = ?) WHERE back)"""


def written(db: Database, session: str) -> tuple[tuple[str, str], ...]:
    """Kind and body of each event, in order; those of one moment as they were written."""
    found: list[tuple[str, str]] = []
    if db.execute(_ORDERED, [session]).fetchone()[0]:  # as it was written on air: nearly always
        order, most = "seq", PIECE
    else:
        order, most = "at, seq", -1
    query = f"""SELECT kind || char(31) || body AS text, seq FROM events WHERE session = ? AND seq > ?
                ORDER BY {order} LIMIT ?"""
    last: int | None = -1
    while last is not None:
        rows, last = _texts(db, query, [session, last, most])
        parts = [row.partition(_FIELD) for row in rows]
        found += [(kind, body) for kind, _, body in parts]
        if most < 0:
            break
    return tuple(found)


def phrases(db: Database, session: str, *, final: bool) -> tuple[str, ...]:
    """The body of each phrase of a transcript, in order."""
    query = "SELECT body AS text, seq FROM phrases WHERE session = ? AND final = ? ORDER BY seq LIMIT -1"
    return tuple(_texts(db, query, [session, int(final)])[0])


def _texts(db: Database, query: str, values: list[str | int]) -> tuple[list[str], int | None]:
    """The ``text`` of all rows of a query, and their greatest ``seq``.

    LIMIT keeps SQLite from leaving out that query's order.
    """
    whole, last = db.execute(f"SELECT group_concat(text, char(30)), max(seq) FROM ({query})", values).fetchone()
    return ([] if whole is None else whole.split(_ROW)), last
