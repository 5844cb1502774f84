"""Whole sessions in the database, fetched as they are stored and unpacked where there is time for it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from simulator.domain.scenario import Scenario
from simulator.domain.session import SessionHeader, SessionLog, Transcript
from simulator.ports import ContentError
from simulator.storage import log_tables, transcript_tables
from simulator.storage.database import apart, decoding, translated
from simulator.storage.event_codec import decoded, event_of


@dataclass(frozen=True, slots=True)
class PackedLog:
    """A session's log as it is stored, with the transcript it is scored by; may be sent to another process."""

    header: str
    scenario: str
    events: tuple[tuple[str, str], ...]
    """Kind and body of each, in order."""
    transcript: Transcript | None

    def log(self) -> SessionLog:
        """Raise CodecError when what was stored is damaged."""
        return SessionLog(
            header=decoded(SessionHeader, self.header),
            scenario=decoded(Scenario, self.scenario),
            events=tuple(event_of(kind, body) for kind, body in self.events),
        )

    def unpacked(self) -> tuple[SessionLog, Transcript | None]:
        """Raise StoreError when what was stored is damaged, or of a newer program."""
        with decoding("bolian.db"):
            return self.log(), self.transcript


@dataclass(frozen=True, slots=True)
class StoredLog:
    """A session's log by its name; to write the log itself out for another process keeps the interpreter busy."""

    path: str
    session: str

    def log(self) -> SessionLog:
        """Raise StoreError, or ContentError when there is no such session."""
        with decoding(self.path), translated(Path(self.path)), apart(Path(self.path)) as db:
            return packed(db, self.session).log()


def settled(db: Database, session: str) -> tuple[str, str]:
    """Header and scenario of a session, as they are stored. Raise ContentError when there is none."""
    row = db.execute(
        """SELECT s.header, c.body FROM sessions AS s
           JOIN scenarios AS c ON c.hash = s.scenario_hash WHERE s.id = ?""",
        [session],
    ).fetchone()
    if row is None:
        raise ContentError("session_unknown", id=session)
    return row[0], row[1]


def packed(db: Database, session: str, *, transcript: bool = False) -> PackedLog:
    """The session; with its transcript where asked for. Raise ContentError when there is none."""
    header, scenario = settled(db, session)
    heard = transcript_tables.newest(db, session) if transcript else None
    return PackedLog(header, scenario, log_tables.written(db, session), heard)


def marked_for(db: Database, session: str) -> tuple[str, str | None]:
    """The rubric its scenario names, and the kind of trainee. Raise ContentError when there is no such session."""
    row = db.execute(
        """SELECT json_extract(c.body, '$.rubric'), json_extract(c.body, '$.profile') FROM sessions AS s
           JOIN scenarios AS c ON c.hash = s.scenario_hash WHERE s.id = ?""",
        [session],
    ).fetchone()
    if row is None:
        raise ContentError("session_unknown", id=session)
    return row[0], row[1]


def digest(db: Database, session: str) -> str:
    """Changes when the transcript of a session does, or its log grows (what is in a log never changes)."""
    made = hashlib.sha256()
    counted = db.execute("SELECT count(*), max(seq) FROM events WHERE session = ?", [session]).fetchone()
    made.update(repr(tuple(counted)).encode())
    rows = db.execute(
        "SELECT t.final, t.engine, p.body FROM transcripts AS t"
        " LEFT JOIN phrases AS p ON p.session = t.session AND p.final = t.final"
        " WHERE t.session = ? AND t.final = (SELECT max(final) FROM transcripts WHERE session = t.session)"
        " ORDER BY p.seq",
        [session],
    )
    for row in rows:
        made.update(repr(row).encode())
    return made.hexdigest()
