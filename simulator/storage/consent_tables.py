"""What trainees answered when asked to be recorded; an answer is never rewritten, only followed by another."""

from __future__ import annotations

from sqlite_utils import Database

from simulator.domain.consent import Consent

_COLUMNS = "id, trainee, version, agreed, days, given_utc"


def keep(db: Database, consent: Consent) -> None:
    """Write an answer down."""
    db.execute(
        f"INSERT INTO consents ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",
        [consent.id, consent.trainee, consent.version, int(consent.agreed), consent.days, consent.given_utc],
    )


def newest(db: Database, trainee: str) -> Consent | None:
    """The last answer of this trainee."""
    row = db.execute(
        f"SELECT {_COLUMNS} FROM consents WHERE trainee = ? ORDER BY seq DESC LIMIT 1", [trainee]
    ).fetchone()
    return None if row is None else _consent(row)


def every(db: Database) -> dict[str, Consent]:
    """All answers, by id."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM consents").fetchall()
    return {row[0]: _consent(row) for row in rows}


def _consent(row: tuple[str, str, str, int, int | None, str]) -> Consent:
    id, trainee, version, agreed, days, given_utc = row
    return Consent(id=id, trainee=trainee, version=version, agreed=bool(agreed), days=days, given_utc=given_utc)
