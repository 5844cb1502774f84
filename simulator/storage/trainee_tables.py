"""Trainees in the database: one for each name, however it is typed."""

from __future__ import annotations

import unicodedata
import uuid
from datetime import UTC, datetime

from sqlite_utils import Database

from simulator.domain.session import Trainee


def named(db: Database, name: str) -> Trainee:
    """The trainee with this name, entered when new; case and width of letters make no difference."""
    return _entered(db, name, uuid.uuid4().hex[:12])


def brought(db: Database, id: str, name: str) -> str:
    """The id of the trainee with this name, entered under ``id`` when new and that is free."""
    taken = db.execute("SELECT 1 FROM trainees WHERE id = ?", [id]).fetchone()
    return _entered(db, name, uuid.uuid4().hex[:12] if taken else id).id


def _entered(db: Database, name: str, id: str) -> Trainee:
    shown = storable(" ".join(name.split()))
    key = unicodedata.normalize("NFKC", shown).casefold()
    row = db.execute("SELECT id, name FROM trainees WHERE key = ?", [key]).fetchone()
    if row is None:
        row = (id, shown)
        db.execute(
            "INSERT INTO trainees VALUES (?, ?, ?, ?)", [*row, key, datetime.now(UTC).isoformat(timespec="seconds")]
        )
    return Trainee(*row)


def storable(text: str) -> str:
    """Text that SQLite takes: half surrogate pairs and NUL, which no keyboard makes, become the replacement sign."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "\ufffd")
