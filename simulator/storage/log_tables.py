"""A session's log and phrases fetched in few steps of the database.

A row at a time, other threads may take the interpreter between two rows, and a window that reads, or a thread beside
one, waits for it some ten thousand times. So the database hands out thousands of rows as one text, and the interpreter
is free meanwhile; not all as one, for while a text is taken over the interpreter is not free.
"""

from __future__ import annotations

from sqlite_utils import Database

from simulator.storage.event_codec import CodecError

PIECE = 4000
"""Rows of one text: some milliseconds to take over."""
_ROW = "\x1e"
"""A character JSON never has bare."""
_ORDERED = """SELECT NOT EXISTS (SELECT 1 FROM (SELECT at < lag(at) OVER (ORDER BY seq) AS back
              FROM events WHERE session = ?) WHERE back)"""


def written(db: Database, session: str) -> tuple[tuple[str, str], ...]:
    """Kind and body of each event, in order; those of one moment as they were written.

    Raise CodecError where that cannot be told: what was stored is no log.
    """
    found: list[tuple[str, str]] = []
    if db.execute(_ORDERED, [session]).fetchone()[0]:  # as it was written on air: nearly always
        order, most = "seq", PIECE
    else:
        order, most = "at, seq", -1
    query = f"""SELECT group_concat(kind, char(30)), group_concat(body, char(30)), max(seq)
                FROM (SELECT kind, body, seq FROM events WHERE session = ? AND seq > ? ORDER BY {order} LIMIT ?)"""
    last = -1
    while True:
        kinds, bodies, last = db.execute(query, [session, last, most]).fetchone()
        if last is None:
            return tuple(found)
        found += _rows_of(kinds, bodies)
        if most < 0:
            return tuple(found)


def _rows_of(kinds: str, bodies: str) -> list[tuple[str, str]]:
    try:
        return list(zip(kinds.split(_ROW), bodies.split(_ROW), strict=True))
    except ValueError as error:
        raise CodecError("an event is not JSON") from error


def phrases(db: Database, session: str, *, final: bool) -> tuple[str, ...]:
    """The body of each phrase of a transcript, in order."""
    # LIMIT keeps SQLite from leaving out that query's order.
    query = """SELECT group_concat(body, char(30))
               FROM (SELECT body FROM phrases WHERE session = ? AND final = ? ORDER BY seq LIMIT -1)"""
    (text,) = db.execute(query, [session, int(final)]).fetchone()
    return () if text is None else tuple(text.split(_ROW))
