"""Transcripts in the database, and their words in the index."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlite_utils import Database

from simulator.domain.events import HostSpoke
from simulator.domain.session import Transcript
from simulator.storage.event_codec import decoded, encoded
from simulator.storage.searching import query_of, spaced


@dataclass(frozen=True, slots=True)
class PhraseFound:
    """A phrase of some session in which the words searched for were said."""

    session: str
    phrase: HostSpoke


def save(db: Database, session: str, transcript: Transcript, made_utc: str | None = None) -> None:
    """Keep it in place of an earlier one of its kind (live or final); the same again changes nothing.

    It was made now unless said otherwise.
    """
    if of_kind(db, session, final=transcript.final) == transcript:
        return
    final = int(transcript.final)
    _forget_words(db, "session = ? AND final = ?", [session, final])
    db.execute("DELETE FROM transcripts WHERE session = ? AND final = ?", [session, final])
    db.execute(
        "INSERT INTO transcripts (session, final, engine, made_utc, heard) VALUES (?, ?, ?, ?, ?)",
        [session, final, transcript.engine, made_utc or _now(), transcript.heard],
    )
    for seq, phrase in enumerate(transcript.phrases):
        cursor = db.execute(
            "INSERT INTO phrases (session, final, seq, body) VALUES (?, ?, ?, ?)",
            [session, final, seq, encoded(phrase)],
        )
        db.execute("INSERT INTO phrase_words (rowid, words) VALUES (?, ?)", [cursor.lastrowid, spaced(phrase.text)])


def newest(db: Database, session: str) -> Transcript | None:
    """The final one where there is one, else the live one."""
    return of_kind(db, session, final=True) or of_kind(db, session, final=False)


def of_kind(db: Database, session: str, *, final: bool) -> Transcript | None:
    """The one made of the whole recording, or the one heard live."""
    row = db.execute(
        "SELECT final, engine, heard FROM transcripts WHERE session = ? AND final = ?", [session, int(final)]
    ).fetchone()
    if row is None:
        return None
    bodies = db.execute(
        "SELECT body FROM phrases WHERE session = ? AND final = ? ORDER BY seq", [session, row[0]]
    ).fetchall()
    phrases = tuple(decoded(HostSpoke, body) for (body,) in bodies)
    return Transcript(engine=row[1], final=final, phrases=phrases, heard=row[2])


def phrases_with(db: Database, words: str, limit: int) -> tuple[PhraseFound, ...]:
    """Phrases in which these words follow each other, newest session first, at most ``limit``."""
    query = query_of(words)
    if not query:
        return ()
    rows = db.execute(
        """SELECT p.session, p.body FROM phrase_words AS w
           JOIN phrases AS p ON p.id = w.rowid JOIN sessions AS s ON s.id = p.session
           WHERE phrase_words MATCH ?
           ORDER BY s.began_utc DESC, p.session, p.final DESC, p.seq LIMIT ?""",
        [query, limit],
    ).fetchall()
    return tuple(PhraseFound(session, decoded(HostSpoke, body)) for session, body in rows)


def forget(db: Database, session: str) -> None:
    """Take the session's words out of the index; the phrases go with the session.

    Until the index is merged its pages still hold the words: see ``erasing.tidied``.
    """
    _forget_words(db, "session = ?", [session])


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _forget_words(db: Database, where: str, values: list[str | int]) -> None:
    db.execute(f"DELETE FROM phrase_words WHERE rowid IN (SELECT id FROM phrases WHERE {where})", values)
