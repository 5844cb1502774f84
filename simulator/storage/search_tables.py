"""Searching what was said and written in all sessions; viewers' comments in the word index, as transcripts are."""

from __future__ import annotations

import sys
from typing import Any

from sqlite_utils import Database

from simulator.domain.crowd import CommentPosted
from simulator.domain.events import HostSpoke
from simulator.domain.queue import Hit, Source
from simulator.storage.event_codec import decoded
from simulator.storage.searching import query_of, spaced

AT_ONCE = 500
"""Comments taken into the index when a session ends; of more, the rest waits until nothing else is to do."""
_ABOUT = "s.id, t.name, s.scenario, s.began_utc"
_SAID = f"""SELECT p.id, p.body, {_ABOUT} FROM phrase_words AS w
    CROSS JOIN phrases AS p ON p.id = w.rowid JOIN sessions AS s ON s.id = p.session
    JOIN trainees AS t ON t.id = s.trainee
    WHERE w.words MATCH ? AND w.rowid < ? AND (p.final = 1 OR NOT EXISTS
        (SELECT 1 FROM transcripts AS f WHERE f.session = p.session AND f.final = 1))
    ORDER BY w.rowid DESC LIMIT ?"""
"""What was heard live is left out where the whole recording was heard since."""
_WRITTEN = f"""SELECT l.id, e.body, {_ABOUT} FROM comment_words AS w
    CROSS JOIN comment_lines AS l ON l.id = w.rowid JOIN events AS e ON e.session = l.session AND e.seq = l.seq
    JOIN sessions AS s ON s.id = l.session JOIN trainees AS t ON t.id = s.trainee
    WHERE w.words MATCH ? AND w.rowid < ? ORDER BY w.rowid DESC LIMIT ?"""


def hits(db: Database, words: str, source: Source, most: int, before: int | None = None) -> tuple[Hit, ...]:
    """Moments in which these words follow each other, the newest kept first; those ``before`` a hit's place."""
    query = query_of(words)
    if not query:
        return ()
    rows = db.execute(
        _SAID if source is Source.SAID else _WRITTEN, [query, sys.maxsize if before is None else before, most]
    ).fetchall()
    return tuple(_hit(row, source) for row in rows)


def _hit(row: tuple[Any, ...], source: Source) -> Hit:
    place, body, session, trainee, scenario, began_utc = row
    if source is Source.SAID:
        phrase = decoded(HostSpoke, body)
        at, text = phrase.said.start, phrase.text
    else:
        comment = decoded(CommentPosted, body)
        at, text = comment.at, comment.text
    return Hit(
        place=place,
        source=source,
        session=session,
        trainee=trainee,
        scenario=scenario,
        began_utc=began_utc,
        at=at,
        text=text,
    )


# ------------------------------------------------------------------------------------ comments in the index


def ended(db: Database, session: str) -> None:
    """Take a session's comments into the index, now that no more come."""
    known = db.execute("SELECT coalesce(max(seq), -1) FROM comment_lines WHERE session = ?", [session]).fetchone()[0]
    db.execute("INSERT OR REPLACE INTO comments_due VALUES (?, ?)", [session, known + 1])
    take_in(db, AT_ONCE, session)


def take_in(db: Database, most: int, session: str | None = None) -> None:
    """Take at most so many comments into the index, of this session or of any that wait."""
    while most > 0:
        row = db.execute(
            f"SELECT session, seq FROM comments_due {'WHERE session = ?' if session else ''} LIMIT 1",
            [session] if session else [],
        ).fetchone()
        if row is None:
            return
        due, first = row
        comments = db.execute(
            """SELECT seq, json_extract(body, '$.text') FROM events
               WHERE session = ? AND seq >= ? AND kind = 'CommentPosted' ORDER BY seq LIMIT ?""",
            [due, first, most],
        ).fetchall()
        for seq, text in comments:
            cursor = db.execute("INSERT INTO comment_lines (session, seq) VALUES (?, ?)", [due, seq])
            db.execute("INSERT INTO comment_words (rowid, words) VALUES (?, ?)", [cursor.lastrowid, spaced(text)])
        if len(comments) < most:
            db.execute("DELETE FROM comments_due WHERE session = ?", [due])
        else:
            db.execute("UPDATE comments_due SET seq = ? WHERE session = ?", [comments[-1][0] + 1, due])
        most -= len(comments) + 1  # a session without comments costs something too


def forget(db: Database, session: str) -> None:
    """Take the session's comments out of the index; the lines go with the session."""
    taken = db.execute(
        "DELETE FROM comment_words WHERE rowid IN (SELECT id FROM comment_lines WHERE session = ?)", [session]
    ).rowcount
    if taken:
        db.execute("INSERT INTO comment_words (comment_words) VALUES ('optimize')")
