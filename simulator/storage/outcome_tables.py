"""What the audience made of each session apart from luck: worked out once, kept until log or model is another."""

from __future__ import annotations

import hashlib
from contextlib import suppress

from sqlite_utils import Database

from simulator.audience.parameters import MODEL
from simulator.domain.outcome import Outcome
from simulator.storage.event_codec import CodecError, decoded, encoded


def basis(db: Database, session: str) -> str:
    """Changes when the log grows (what is in a log never changes), and with the model of the audience."""
    counted = db.execute("SELECT count(*), max(seq) FROM events WHERE session = ?", [session]).fetchone()
    return hashlib.sha256(repr((MODEL, *counted)).encode()).hexdigest()


def keep(db: Database, session: str, outcome: Outcome) -> None:
    """In place of an earlier one."""
    db.execute(
        "INSERT OR REPLACE INTO outcomes (session, basis, body) VALUES (?, ?, ?)",
        [session, basis(db, session), encoded(outcome)],
    )


def of_session(db: Database, session: str) -> Outcome | None:
    """None where none was worked out of this log by this model, or a newer program wrote it in another form."""
    row = db.execute(
        "SELECT body FROM outcomes WHERE session = ? AND basis = ?", [session, basis(db, session)]
    ).fetchone()
    if row is not None:
        with suppress(CodecError):
            return decoded(Outcome, row[0])
    return None
