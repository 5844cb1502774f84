"""What a session on air has heard, kept at its arrival: the room reacts later, and a crash may come between."""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database

from simulator.domain.events import HostSpoke
from simulator.storage.event_codec import decoded, encoded

UNFINISHED = -1
"""The number of the phrase that is not finished."""


def keep(db: Database, session: str, phrases: Sequence[HostSpoke], unfinished: HostSpoke | None) -> None:
    """Add finished phrases; of the unfinished one only the newest is kept, or none."""
    db.execute("DELETE FROM heard_live WHERE session = ? AND seq = ?", [session, UNFINISHED])
    first = db.execute("SELECT coalesce(max(seq) + 1, 0) FROM heard_live WHERE session = ?", [session]).fetchone()[0]
    rows = [(session, first + number, encoded(phrase)) for number, phrase in enumerate(phrases)]
    if unfinished is not None:
        rows.append((session, UNFINISHED, encoded(unfinished)))
    db.conn.executemany("INSERT INTO heard_live VALUES (?, ?, ?)", rows)


def of_session(db: Database, session: str) -> tuple[HostSpoke, ...]:
    """All that was heard, in the order of its arrival, the unfinished phrase last."""
    rows = db.execute("SELECT body FROM heard_live WHERE session = ? ORDER BY seq < 0, seq", [session]).fetchall()
    return tuple(decoded(HostSpoke, body) for (body,) in rows)


def forget(db: Database, session: str) -> None:
    """The session ended: all that was heard is in its log."""
    db.execute("DELETE FROM heard_live WHERE session = ?", [session])
