"""How scored sessions stand, in the database: kept whenever what counts of one changes, asked for by class."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Database

from simulator.domain.judgement import Judgement, Result, Scorecard
from simulator.domain.session import Mode, SessionHeader
from simulator.domain.standing import (
    MOST_SESSIONS,
    OPEN,
    UNMEASURED,
    ClassQuestion,
    ClassSessions,
    CountedSession,
    KeptLevel,
    Reference,
    Standing,
)
from simulator.ports import ContentError
from simulator.scoring import judged_marks
from simulator.storage.event_codec import decoded, encoded

DEMO = "demo"
"""Who says the demo pitch."""
# ------------------------------------------------------------------------------------ kept


def keep(db: Database, card: Scorecard, said: Judgement, outcome: Result) -> None:
    """Put what counts of a session in place of what counted before; which rules it broke stays as it is known."""
    header, trainee, scenario, began_utc = db.execute(
        "SELECT header, trainee, scenario, began_utc FROM sessions WHERE id = ?", [card.session]
    ).fetchone()
    marks = judged_marks(card, said)
    kept = sorted(
        (
            KeptLevel(
                criterion=each.mark.criterion,
                weight=each.mark.weight,
                machine=each.mark.machine,
                counts=each.mark.level is not None,
                level=each.level,
                given=each.override is not None,
            )
            for each in marks
        ),
        key=lambda each: each.criterion,
    )
    missed = dict.fromkeys(
        f"{each.mark.criterion}:{id[1:]}" for each in marks for id in each.mark.measurement.detail if id.startswith("-")
    )
    db.execute(
        """INSERT INTO standings (session, trainee, scenario, began_utc, exam, signed, rubric, version, machine_total,
               total, passed, levels, missed, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (session) DO UPDATE SET signed = excluded.signed, rubric = excluded.rubric,
               version = excluded.version, machine_total = excluded.machine_total, total = excluded.total,
               passed = excluded.passed, levels = excluded.levels, missed = excluded.missed, body = excluded.body""",
        [
            card.session, trainee, scenario, began_utc, int(decoded(SessionHeader, header).mode is Mode.EXAM),
            int(said.signed_by is not None), card.rubric, card.version, card.total, outcome.total,
            None if outcome.passed is None else int(outcome.passed), "\n".join(map(counted, kept)), "\n".join(missed),
            encoded(KeptLevels(tuple(kept))),
        ],
    )  # fmt: skip
    db.execute("DELETE FROM standings_due WHERE session = ?", [card.session])


@dataclass(frozen=True, slots=True)
class KeptLevels:
    """All levels of a session, as they are stored."""

    levels: tuple[KeptLevel, ...]


def counted(kept: KeptLevel) -> str:
    """A level as it is counted: "B1=3"."""
    if kept.level is not None:
        return f"{kept.criterion}={kept.level}"
    return f"{kept.criterion}={UNMEASURED if kept.machine is None else OPEN}"


def keep_broken(db: Database, session: str, rules: Mapping[str, int], *, live: bool) -> None:
    """How often each category of rules was broken in a session that was scored."""
    text = "\n".join(sorted(category for category, times in rules.items() if times))
    db.execute("UPDATE standings SET rules = ?, rules_live = ? WHERE session = ?", [text, int(live), session])


def due(db: Database, most: int) -> tuple[str, ...]:
    """Sessions that were scored before their standing was kept, at most so many."""
    rows = db.execute("SELECT session FROM standings_due LIMIT ?", [most]).fetchall()
    return tuple(row[0] for row in rows)


def heard_live(db: Database, session: str) -> None:
    """Count the rules a session broke by what was heard live, where nothing better is known."""
    if db.execute("SELECT rules FROM standings WHERE session = ?", [session]).fetchone() != (None,):
        return
    rows = db.execute(
        """SELECT json_extract(body, '$.category'), count(*) FROM events
           WHERE session = ? AND kind = 'RuleBroken' GROUP BY 1""",
        [session],
    ).fetchall()
    keep_broken(db, session, {str(category): times for category, times in rows}, live=True)


def no_longer_due(db: Database, sessions: Iterable[str]) -> int:
    """These need not be asked for again; how many are left."""
    db.conn.executemany("DELETE FROM standings_due WHERE session = ?", [(session,) for session in sessions])
    return int(db.execute("SELECT count(*) FROM standings_due").fetchone()[0])


# ------------------------------------------------------------------------------------ one trainee


def of_trainee(db: Database, trainee: str) -> tuple[Standing, ...]:
    """Every scored session, oldest first."""
    rows = db.execute(
        """SELECT session, trainee, scenario, began_utc, exam, rubric, version, machine_total, total, passed, signed,
               body FROM standings WHERE trainee = ? ORDER BY began_utc, session""",
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
            levels=decoded(KeptLevels, row[11]).levels,
        )
        for row in rows
    )


# ------------------------------------------------------------------------------------ a class

_SHOWN = """s.session, s.trainee, s.scenario, s.total, s.passed, s.levels, s.missed, s.rules, s.rules_live,
    s.rubric, s.version, s.began_utc"""


def of_class(db: Database, question: ClassQuestion) -> ClassSessions:
    """The sessions of a class; what is read grows with the sessions that are counted only."""
    rows = _rows(db, question, None)
    versions = Counter((row[9], row[10]) for row in rows)
    marked = tuple(
        (*by, versions[by]) for by in sorted(versions, key=lambda each: (versions[each], each), reverse=True)
    )
    by = question.marked_by or (marked[0][:2] if marked else None)
    if by is None:
        return ClassSessions(marked_by=None)
    # Of a trainee whose last session was marked otherwise the last one by this version counts, where it is asked for.
    counting = [row for row in rows if row[9:11] == by] if question.marked_by is None else _rows(db, question, by)
    return ClassSessions(
        marked_by=by,
        marked=marked,
        sessions=tuple(_counted(row) for row in counting),
        capped=question.every and len(rows) >= MOST_SESSIONS,
    )


def _counted(row: Sequence[Any]) -> CountedSession:
    session, trainee, scenario, total, passed, levels, missed, rules, live = row[:9]
    return CountedSession(
        session,
        trainee,
        scenario,
        total,
        None if passed is None else bool(passed),
        tuple(levels.split("\n")),
        tuple(missed.split("\n")) if missed else (),
        None if rules is None else tuple(rules.split("\n")) if rules else (),
        bool(live),
    )


def _rows(db: Database, question: ClassQuestion, by: tuple[str, str] | None) -> list[Any]:
    """The sessions asked for, the newest first: by one index, and a look at each that counts."""
    words: list[str] = []
    values: list[Any] = []
    for condition, value in (
        ("scenario = ?", question.scenario),
        ("began_utc >= ?", question.since_utc),
        ("rubric = ?", None if by is None else by[0]),
        ("version = ?", None if by is None else by[1]),
        ("exam = ?", 1 if question.exams else None),
        ("signed = ?", 1 if question.signed else None),
    ):
        if value is not None:
            words.append(condition)
            values.append(value)
    who = "SELECT id AS trainee FROM trainees"
    asked: list[Any] = []
    if question.trainees is not None:
        who, asked = "SELECT value AS trainee FROM json_each(?)", [json.dumps(question.trainees)]
    if question.every:
        if question.trainees is not None:
            words.append(f"trainee IN ({who})")
        inner = f"SELECT session FROM standings WHERE {' AND '.join(words or ['1'])} ORDER BY began_utc DESC LIMIT ?"
        query, given = f"({inner}) AS c JOIN standings AS s ON s.session = c.session", [*values, *asked, MOST_SESSIONS]
    else:
        inner = f"""SELECT x.session FROM standings AS x WHERE {" AND ".join(["x.trainee = w.trainee", *words])}
            ORDER BY x.began_utc DESC LIMIT 1"""
        query, given = f"({who}) AS w JOIN standings AS s ON s.session = ({inner})", [*asked, *values]
    rows = db.execute(f"SELECT {_SHOWN} FROM {query}", given).fetchall()
    return sorted(rows, key=lambda row: (row[11], row[0]), reverse=True)


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
