"""Who looked at which session, and which are held while an appeal is open; the log is only added to."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlite_utils import Database

from simulator.domain.privacy import Access, Act, Hold

_LISTED = """SELECT a.instructor, a.session, t.name, a.act, a.at_utc, c.at_utc, a.detail FROM access_log AS a
    LEFT JOIN access_log AS c ON a.act = 'opened' AND c.visit = a.visit AND c.act = 'closed'
    LEFT JOIN sessions AS s ON s.id = a.session LEFT JOIN trainees AS t ON t.id = s.trainee
    WHERE a.act <> 'closed' AND (?1 = '' OR a.session = ?1) ORDER BY a.seq DESC LIMIT ?2"""


def note(db: Database, visit: str, instructor: str, session: str, act: Act, detail: str = "") -> None:
    """Write down that this was done now."""
    db.execute(
        "INSERT INTO access_log (visit, at_utc, instructor, session, act, detail) VALUES (?, ?, ?, ?, ?, ?)",
        [visit, _now(), instructor, session, act.value, detail],
    )


def listed(db: Database, session: str, most: int) -> tuple[Access, ...]:
    """The newest first; of one session, or of all where none is named."""
    return tuple(
        Access(
            instructor=instructor,
            session=id,
            trainee=trainee,
            act=Act(act),
            from_utc=at_utc,
            until_utc=until,
            detail=detail,
        )
        for instructor, id, trainee, act, at_utc, until, detail in db.execute(_LISTED, [session, most]).fetchall()
    )


def hold(db: Database, session: str, by: str, reason: str) -> None:
    """Let nobody erase the session; a second hold replaces the first."""
    db.execute("INSERT OR REPLACE INTO appeal_holds VALUES (?, ?, ?, ?)", [session, by, _now(), reason])


def release(db: Database, session: str) -> None:
    db.execute("DELETE FROM appeal_holds WHERE session = ?", [session])


def holds(db: Database) -> dict[str, Hold]:
    """Those that stand, by session."""
    rows = db.execute("SELECT session, held_by, at_utc, reason FROM appeal_holds ORDER BY at_utc").fetchall()
    return {row[0]: Hold(session=row[0], by=row[1], at_utc=row[2], reason=row[3]) for row in rows}


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
