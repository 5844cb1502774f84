"""Rule packs in the database: a session keeps the one it was judged by, each pack stands there once."""

from __future__ import annotations

import hashlib

from sqlite_utils import Database

from simulator.domain.compliance import RulePack
from simulator.storage.event_codec import decoded, encoded


def keep(db: Database, session: str, pack: RulePack) -> None:
    """This session is judged by this pack, whatever becomes of the file it came from."""
    put(db, session, encoded(pack))


def put(db: Database, session: str, body: str) -> None:
    """The same for a pack as it was stored. Raise CodecError when the text is none."""
    pack = decoded(RulePack, body)
    digest = hashlib.sha256(body.encode()).hexdigest()
    db.execute(
        "INSERT OR IGNORE INTO rule_packs VALUES (?, ?, ?, ?, ?)", [digest, pack.id, pack.version, pack.as_of, body]
    )
    db.execute("UPDATE sessions SET rules_hash = ? WHERE id = ?", [digest, session])


def body_of(db: Database, session: str) -> str | None:
    """The session's pack as it is stored; None for a session of before packs were kept."""
    row = db.execute(
        "SELECT p.body FROM sessions AS s JOIN rule_packs AS p ON p.hash = s.rules_hash WHERE s.id = ?", [session]
    ).fetchone()
    return None if row is None else str(row[0])


def of_session(db: Database, session: str) -> RulePack | None:
    """The pack a session was judged by."""
    body = body_of(db, session)
    return None if body is None else decoded(RulePack, body)


def forget(db: Database) -> None:
    """Remove packs that no session points to any more."""
    db.execute(
        "DELETE FROM rule_packs WHERE hash NOT IN (SELECT rules_hash FROM sessions WHERE rules_hash IS NOT NULL)"
    )
