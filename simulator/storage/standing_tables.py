"""How scored sessions stand, in the database: kept whenever what counts of one changes, asked for by class."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Database

from simulator.domain.judgement import Judgement, Result, Scorecard
from simulator.domain.session import Mode, SessionHeader
from simulator.domain.standing import (
    MOST_SESSIONS,
    ClassQuestion,
    ClassTallies,
    FlawTally,
    KeptLevel,
    LevelTally,
    Reference,
    Standing,
)
from simulator.ports import ContentError
from simulator.scoring import judged_marks
from simulator.storage.event_codec import decoded

DEMO = "demo"
"""Who says the demo pitch."""
RULES = ""
"""The source of a flaw that is a category of rules."""
SCORED, LIVE = "scored", "live"
"""Where it is known from which rules were broken."""

# ------------------------------------------------------------------------------------ kept


def keep(db: Database, card: Scorecard, said: Judgement, outcome: Result) -> None:
    """Put what counts of a session in place of what counted before."""
    session = card.session
    header, trainee, scenario, began_utc = db.execute(
        "SELECT header, trainee, scenario, began_utc FROM sessions WHERE id = ?", [session]
    ).fetchone()
    exam = decoded(SessionHeader, header).mode is Mode.EXAM
    passed = None if outcome.passed is None else int(outcome.passed)
    db.execute(
        """INSERT INTO standings (session, trainee, scenario, began_utc, exam, rubric, version, machine_total, total,
               passed, signed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (session) DO UPDATE SET rubric = excluded.rubric, version = excluded.version,
               machine_total = excluded.machine_total, total = excluded.total, passed = excluded.passed,
               signed = excluded.signed""",
        [
            session, trainee, scenario, began_utc, int(exam), card.rubric, card.version, card.total, outcome.total,
            passed, int(said.signed_by is not None),
        ],
    )  # fmt: skip
    db.execute("DELETE FROM standing_levels WHERE session = ?", [session])
    marks = judged_marks(card, said)
    db.conn.executemany(
        "INSERT INTO standing_levels VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                session,
                each.mark.criterion,
                each.mark.weight,
                each.mark.machine,
                int(each.mark.level is not None),
                each.level,
                int(each.override is not None),
            )
            for each in marks
        ],
    )
    db.execute("DELETE FROM standing_flaws WHERE session = ? AND source <> ?", [session, RULES])
    db.conn.executemany(
        "INSERT OR IGNORE INTO standing_flaws VALUES (?, ?, ?, 1)",
        [
            (session, each.mark.criterion, id[1:])
            for each in marks
            for id in each.mark.measurement.detail
            if id.startswith("-")
        ],
    )
    db.execute("DELETE FROM standings_due WHERE session = ?", [session])


def keep_broken(db: Database, session: str, rules: Mapping[str, int], source: str) -> None:
    """How often each category of rules was broken in a session that was scored."""
    known = db.execute("UPDATE standings SET rules_known = ? WHERE session = ?", [source, session]).rowcount
    if known:
        db.execute("DELETE FROM standing_flaws WHERE session = ? AND source = ?", [session, RULES])
        db.conn.executemany(
            "INSERT INTO standing_flaws VALUES (?, ?, ?, ?)",
            [(session, RULES, category, times) for category, times in rules.items() if times],
        )


def due(db: Database, most: int) -> tuple[str, ...]:
    """Sessions that were scored before their standing was kept, at most so many."""
    rows = db.execute("SELECT session FROM standings_due LIMIT ?", [most]).fetchall()
    return tuple(row[0] for row in rows)


def heard_live(db: Database, session: str) -> None:
    """Count the rules a session broke by what was heard live, where nothing better is known."""
    if db.execute("SELECT rules_known FROM standings WHERE session = ?", [session]).fetchone() != (None,):
        return
    rows = db.execute(
        """SELECT json_extract(body, '$.category'), count(*) FROM events
           WHERE session = ? AND kind = 'RuleBroken' GROUP BY 1""",
        [session],
    ).fetchall()
    keep_broken(db, session, {str(category): times for category, times in rows}, LIVE)


def no_longer_due(db: Database, sessions: Iterable[str]) -> int:
    """These need not be asked for again; how many are left."""
    db.conn.executemany("DELETE FROM standings_due WHERE session = ?", [(session,) for session in sessions])
    return int(db.execute("SELECT count(*) FROM standings_due").fetchone()[0])


# ------------------------------------------------------------------------------------ one trainee


def of_trainee(db: Database, trainee: str) -> tuple[Standing, ...]:
    """Every scored session, oldest first."""
    levels: dict[str, list[KeptLevel]] = {}
    for session, criterion, weight, machine, counts, level, given in db.execute(
        """SELECT l.session, l.criterion, l.weight, l.machine, l.counts, l.level, l.given
           FROM standings AS s JOIN standing_levels AS l ON l.session = s.session WHERE s.trainee = ?""",
        [trainee],
    ):
        levels.setdefault(session, []).append(
            KeptLevel(
                criterion=criterion,
                weight=weight,
                machine=machine,
                counts=bool(counts),
                level=level,
                given=bool(given),
            )
        )
    rows = db.execute(
        """SELECT session, trainee, scenario, began_utc, exam, rubric, version, machine_total, total, passed, signed
           FROM standings WHERE trainee = ? ORDER BY began_utc, session""",
        [trainee],
    ).fetchall()
    return tuple(
        Standing(
            session=row[0],
            trainee=row[1],
            scenario=row[2],
            began_utc=row[3],
            exam=bool(row[4]),
            rubric=row[5],
            version=row[6],
            machine_total=row[7],
            total=row[8],
            passed=None if row[9] is None else bool(row[9]),
            signed=bool(row[10]),
            levels=tuple(levels.get(row[0], ())),
        )
        for row in rows
    )


# ------------------------------------------------------------------------------------ a class


def tallies(db: Database, question: ClassQuestion) -> ClassTallies:
    """The levels, misses and broken rules of a class; what is read grows with the sessions that are counted only."""
    where, values = _asked(question)
    marked = tuple(
        (rubric, version, count)
        for rubric, version, count in db.execute(
            f"SELECT rubric, version, count(*) FROM standings WHERE {where} GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 DESC",
            values,
        ).fetchall()
    )
    by = question.marked_by or (marked[0][:2] if marked else None)
    if by is None:
        return ClassTallies(marked_by=None)
    where, values = f"{where} AND rubric = ? AND version = ?", [*values, *by]
    chosen = f"SELECT session, began_utc FROM standings WHERE {where} ORDER BY began_utc DESC LIMIT {MOST_SESSIONS}"
    if not question.every:  # of a row with the greatest moment SQLite gives the other columns as well
        chosen = f"SELECT session, max(began_utc) AS began_utc FROM standings WHERE {where} GROUP BY trainee"
    db.execute("CREATE TEMP TABLE IF NOT EXISTS chosen (session TEXT PRIMARY KEY, began_utc TEXT) WITHOUT ROWID")
    db.execute("DELETE FROM temp.chosen")
    db.execute(f"INSERT INTO temp.chosen {chosen}", values)
    sessions = db.execute(
        """SELECT s.session, s.trainee, s.scenario, s.total, s.passed, s.rules_known
           FROM temp.chosen AS c CROSS JOIN standings AS s ON s.session = c.session
           ORDER BY s.began_utc DESC, s.session DESC"""
    ).fetchall()
    levels = db.execute(
        """SELECT s.trainee, l.criterion, l.level, count(*), max(c.began_utc), c.session
           FROM temp.chosen AS c CROSS JOIN standings AS s ON s.session = c.session
           CROSS JOIN standing_levels AS l ON l.session = c.session GROUP BY 1, 2, 3"""
    ).fetchall()
    measured = db.execute(
        """SELECT s.scenario, l.criterion, count(*)
           FROM temp.chosen AS c CROSS JOIN standings AS s ON s.session = c.session
           CROSS JOIN standing_levels AS l ON l.session = c.session WHERE l.machine IS NOT NULL GROUP BY 1, 2"""
    ).fetchall()
    flaws = db.execute(
        """SELECT s.scenario, f.source, f.name, count(*), max(c.began_utc), c.session
           FROM temp.chosen AS c CROSS JOIN standings AS s ON s.session = c.session
           CROSS JOIN standing_flaws AS f ON f.session = c.session GROUP BY 1, 2, 3"""
    ).fetchall()
    known: dict[str, int] = {}
    for row in sessions:
        known[row[2]] = known.get(row[2], 0) + (row[5] is not None)
    asked_for = next((count for rubric, version, count in marked if (rubric, version) == by), 0)
    return ClassTallies(
        marked_by=by,
        marked=marked,
        chosen=tuple((row[0], row[1], row[2], row[3], None if row[4] is None else bool(row[4])) for row in sessions),
        levels=tuple(LevelTally(row[0], row[1], row[2], row[3], row[5]) for row in levels),
        flaws=tuple(FlawTally(row[0], row[1], row[2], row[3], row[5]) for row in flaws),
        measured=tuple((row[0], row[1], row[2]) for row in measured),
        rules_known=tuple(known.items()),
        rules_live=sum(row[5] == LIVE for row in sessions),
        capped=question.every and asked_for > len(sessions),
    )


def _asked(question: ClassQuestion) -> tuple[str, list[Any]]:
    """The condition that picks a class's sessions, whatever they were marked by, and its values."""
    words: list[str] = ["1"]
    values: list[Any] = []
    if question.trainees is not None:
        words.append("trainee IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(question.trainees))
    for condition, value in (("scenario = ?", question.scenario), ("began_utc >= ?", question.since_utc)):
        if value is not None:
            words.append(condition)
            values.append(value)
    words += ["exam = 1"] if question.exams else []
    words += ["signed = 1"] if question.signed else []
    return " AND ".join(words), values


# ------------------------------------------------------------------------------------ references


def reference(db: Database, scenario: str) -> Reference | None:
    """The session that was named, else the last scored demo pitch of the scenario."""
    row = db.execute(
        "SELECT session, named_by, named_utc FROM reference_sessions WHERE scenario = ?", [scenario]
    ).fetchone()
    if row is None:
        row = db.execute(
            """SELECT s.session, '', '' FROM trainees AS t JOIN standings AS s ON s.trainee = t.id
               WHERE t.key = ? AND s.scenario = ? ORDER BY s.began_utc DESC LIMIT 1""",
            [DEMO, scenario],
        ).fetchone()
    return None if row is None else Reference(session=row[0], named_by=row[1], named_utc=row[2])


def name_reference(db: Database, scenario: str, session: str | None, by: str) -> None:
    """Name a session, or none; raise ContentError where it is of another scenario, or not here."""
    db.execute("DELETE FROM reference_sessions WHERE scenario = ?", [scenario])
    if session is None:
        return
    if db.execute("SELECT 1 FROM sessions WHERE id = ? AND scenario = ?", [session, scenario]).fetchone() is None:
        raise ContentError("session_unknown", id=session)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    db.execute("INSERT INTO reference_sessions VALUES (?, ?, ?, ?)", [scenario, session, by, now])
