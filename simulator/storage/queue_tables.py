"""The queue in the database: a row for every scored session, kept as its marks are, and asked for page by page."""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from simulator.domain.assessing import Stage, name_key, together
from simulator.domain.judgement import Judgement, Scorecard
from simulator.domain.queue import ClassCount, Doubt, Order, Progress, Queued, Wanted
from simulator.domain.session import Mode, SessionHeader, Trainee
from simulator.scoring.doubts import doubt
from simulator.scoring.result import result
from simulator.storage import rubric_tables
from simulator.storage.event_codec import decoded, encoded

NUMBERS = {Stage.TO_REVIEW: 0, Stage.SECOND: 1, Stage.TO_RECONCILE: 2, Stage.SIGNED: 3}
"""As stages are stored."""
STAGES = {number: stage for stage, number in NUMBERS.items()}
ONE, BOTH = 1, 2
"""How a judgement is closed: by one signature, or by that of two assessors together."""
HEAVIEST = 9999.99
FEW = 400
"""Trainees whose sessions are fetched and sorted; of more, enough stand near the head of the queue to be met there."""
SECOND, SECOND_PAPERS = "assessors.second", "assessors.second.papers"
"""Settings: whether exam sessions need a second assessor, and the papers of which something else was settled."""


# ------------------------------------------------------------------------------------ kept


@dataclass(frozen=True, slots=True)
class Signed:
    """Whose signature stands on a session."""

    signers: tuple[tuple[str, int | None], ...]
    """Name, and the scorecard that was signed, in the order of signing."""
    closed: int
    """0, ``ONE``, ``BOTH``: what the last word was, if a signature."""
    at_utc: str | None
    """When the last that stands was given."""


def signed(db: Database, session: str) -> Signed:
    """A signature stands until who gave it says another word; that of two together until anybody does."""
    rows = db.execute(
        "SELECT kind, instructor, at_utc, scorecard FROM judgement_words WHERE session = ? ORDER BY id", [session]
    ).fetchall()
    standing: dict[str, tuple[str, int | None, str]] = {}
    closed, last = 0, None
    for kind, instructor, at_utc, card in rows:
        key = name_key(instructor)
        if kind != "signature":
            closed = 0
            standing.pop(key, None)
            continue
        pair = tuple(name for name, _, _ in standing.values())[:2]
        if len(pair) == 2 and key == name_key(together(pair)):
            closed = BOTH
        else:
            standing.pop(key, None)
            standing[key] = (instructor, card, at_utc)
            closed = ONE
        last = at_utc
    return Signed(tuple(each[:2] for each in standing.values()), closed, last if standing else None)


def second_needed(db: Database, paper: str | None) -> bool:
    """Whether exam sessions of this paper need a second assessor; None is those without one."""
    return second_settled(db).get(paper or "", _for_all(db))


def needs_second(db: Database, session: str) -> bool:
    """Whether this session's result counts only once two have signed."""
    row = db.execute(
        """SELECT json_extract(s.header, '$.mode') IS 'exam', json_extract(s.header, '$.paper'), q.exempt
           FROM sessions AS s LEFT JOIN queue AS q ON q.session = s.id WHERE s.id = ?""",
        [session],
    ).fetchone()
    return row is not None and bool(row[0]) and not row[2] and second_needed(db, row[1])


def waits(db: Database, session: str) -> bool:
    """Whether a second assessor is needed, and the two have not come to one result."""
    return needs_second(db, session) and signed(db, session).closed != BOTH


def stage_of(needed: bool, signers: int, closed: int) -> Stage:
    """How far a session has come."""
    if not needed:
        return Stage.SIGNED if closed else Stage.TO_REVIEW
    if closed == BOTH:
        return Stage.SIGNED
    return (Stage.TO_REVIEW, Stage.SECOND, Stage.TO_RECONCILE)[min(signers, 2)]


def keep(db: Database, session: str, said: Judgement, card: Scorecard | None) -> None:
    """Put the session where it belongs in the queue; ``card`` is the one that counts, None where nothing was scored.

    While a second assessor is waited for, the list of sessions tells the machine's total only, and no pass.
    """
    db.execute("DELETE FROM queue_due WHERE session = ?", [session])
    row = db.execute(
        """SELECT s.header, s.trainee, s.scenario, s.began_utc, q.exempt, s.total FROM sessions AS s
           LEFT JOIN queue AS q ON q.session = s.id WHERE s.id = ?""",
        [session],
    ).fetchone()
    if row is None or card is None:
        db.execute("DELETE FROM queue WHERE session = ?", [session])
        return
    header = decoded(SessionHeader, row[0])
    exam, exempt = header.mode is Mode.EXAM, bool(row[4])
    standing = signed(db, session)
    names = [name for name, _ in standing.signers]
    needed = exam and not exempt and second_needed(db, header.paper)
    stage = stage_of(needed, len(names), standing.closed)
    rubric = rubric_tables.of_version(db, card.rubric, card.version)
    # Before both have signed, what one of them said must not show in how sure the machine is.
    apart = needed and stage in (Stage.TO_REVIEW, Stage.SECOND)
    unsure = doubt(card, Judgement(session=session) if apart else said, rubric, header.language)
    total = row[5]
    if needed and stage is not Stage.SIGNED:
        total = result(card, Judgement(session=session), rubric).total
        db.execute("UPDATE sessions SET total = ?, passed = NULL, signed = 0 WHERE id = ?", [total, session])
    db.execute(
        "INSERT OR REPLACE INTO queue VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            session, row[1], row[2], header.paper or "", row[3], NUMBERS[stage], place(unsure.weight, row[3], session),
            encoded(unsure), int(exam), int(exempt), json.dumps(names, ensure_ascii=False),
            name_key(names[0]) if names else "", standing.closed, standing.at_utc, total,
        ],
    )  # fmt: skip


def place(weight: float, began_utc: str, session: str) -> str:
    """Sorts as text: the weightiest first, then what has waited longest."""
    return f"{HEAVIEST - min(weight, HEAVIEST):07.2f} {began_utc} {session}"


# ------------------------------------------------------------------------------------ asked for


def page(
    db: Database, wanted: Wanted, most: int, *, beside: Queued | None = None, backwards: bool = False
) -> tuple[Queued, ...]:
    """At most so many sessions that follow ``beside`` (from the head where it is None), or go before it."""
    trainees = _trainees(db, wanted)
    unsure = wanted.order is Order.UNSURE
    rising = unsure is not backwards
    key = "place" if unsure else "began_utc, session"
    found: list[list[tuple[str, ...]]] = []
    index = _index(wanted, trainees)
    for stage in sorted(wanted.stages, key=NUMBERS.__getitem__):
        words, values = _asked(wanted, stage, trainees)
        if beside is not None:
            words.append(f"({key}) {'>' if rising else '<'} ({'?' if unsure else '?, ?'})")
            values.extend([beside.place] if unsure else [beside.began_utc, beside.session])
        way = "ASC" if rising else "DESC"
        order = f"place {way}" if unsure else f"began_utc {way}, session {way}"
        rows = db.execute(
            f"SELECT {key}, session FROM queue INDEXED BY {index} WHERE {' AND '.join(words)} ORDER BY {order} LIMIT ?",
            [*values, most],
        ).fetchall()
        found.append(rows)
    merged = heapq.merge(*found, key=lambda row: row[:-1], reverse=not rising)
    sessions = [row[-1] for row, _ in zip(merged, range(most), strict=False)]
    return rows_of(db, sessions)


def rows_of(db: Database, sessions: Sequence[str]) -> tuple[Queued, ...]:
    """These sessions of the queue, in this order."""
    rows = db.execute(
        """SELECT q.session, q.trainee, t.name, s.header, s.length, s.total, q.stage, q.signers, q.doubt, q.place
           FROM json_each(?) AS j JOIN queue AS q ON q.session = j.value JOIN sessions AS s ON s.id = q.session
           JOIN trainees AS t ON t.id = q.trainee ORDER BY j.key""",
        [json.dumps(sessions)],
    ).fetchall()
    return tuple(_queued(row) for row in rows)


def progress(db: Database, wanted: Wanted, since_utc: str) -> Progress:
    """How many of what is asked for, whatever its stage, were signed since then, and how many wait still."""
    trainees = _trainees(db, wanted)
    index = "queue_trainee" if trainees is not None else _index(wanted, trainees)
    left = signed_since = 0
    for stage in (Stage.TO_REVIEW, Stage.SECOND, Stage.TO_RECONCILE):
        left += _counted(db, index, *_asked(wanted, stage, trainees))
    done = [_asked(wanted, Stage.SIGNED, trainees)]
    if wanted.but_signed_by:  # what this instructor signed first is done for them
        done.append(_asked(wanted, Stage.SECOND, trainees, mine=True))
    for words, values in done:
        signed_since += _counted(db, "queue_signed", [*words, "signed_utc >= ?"], [*values, since_utc])
    return Progress(signed=signed_since, left=left)


def scenarios(db: Database) -> tuple[str, ...]:
    """Ids of the scenarios there are sessions of; jumps from one to the next, so that their number is what it costs."""
    rows = db.execute(
        """WITH RECURSIVE each(id) AS (
               SELECT min(scenario) FROM queue
               UNION ALL SELECT (SELECT min(scenario) FROM queue WHERE scenario > each.id) FROM each
               WHERE each.id IS NOT NULL
           ) SELECT id FROM each WHERE id IS NOT NULL"""
    ).fetchall()
    return tuple(row[0] for row in rows)


def papers(db: Database) -> tuple[str, ...]:
    """Numbers of the exam papers there are sessions of, the newest first; jumps from one to the next."""
    rows = db.execute(
        """WITH RECURSIVE each(number) AS (
               SELECT max(paper) FROM queue WHERE paper <> ''
               UNION ALL SELECT (SELECT max(paper) FROM queue WHERE paper < each.number AND paper <> '') FROM each
               WHERE each.number IS NOT NULL
           ) SELECT number FROM each WHERE number IS NOT NULL"""
    ).fetchall()
    return tuple(row[0] for row in rows)


def class_count(db: Database, id: str) -> ClassCount:
    """What the trainees of a class have done."""
    row = db.execute(
        """SELECT count(*), coalesce(sum(q.stage = 3), 0), avg(q.total) FROM class_members AS m
           CROSS JOIN queue AS q INDEXED BY queue_trainee ON q.trainee = m.trainee WHERE m.class = ?""",
        [id],
    ).fetchone()
    return ClassCount(sessions=row[0], signed=row[1], mean=row[2])


# ------------------------------------------------------------------------------------ the second assessor


def ask_second(db: Database, needed: bool | None, paper: str | None = None) -> tuple[str, ...]:
    """Settle it for a paper (None: as for all), or for all; returns the sessions whose stage that touches."""
    if paper is None:
        _keep_setting(db, SECOND, needed is not False)
    else:
        settled = second_settled(db)
        settled.pop(paper, None)
        _keep_setting(db, SECOND_PAPERS, settled if needed is None else {**settled, paper: needed})
    touched: list[str] = []
    for (each,) in db.execute("SELECT DISTINCT paper FROM queue WHERE exam = 1 AND exempt = 0").fetchall():
        after = second_needed(db, each)
        rows = db.execute(
            "SELECT session, stage, json_array_length(signers), closed FROM queue"
            " WHERE exam = 1 AND exempt = 0 AND paper = ?",
            [each],
        ).fetchall()
        for session, stage, signers, closed in rows:
            now = NUMBERS[stage_of(after, signers, closed)]
            if now != stage:
                db.execute("UPDATE queue SET stage = ? WHERE session = ?", [now, session])
            if now != stage or paper in (None, each):
                touched.append(session)
    return tuple(touched)


# ------------------------------------------------------------------------------------ inside


def _queued(row: tuple[Any, ...]) -> Queued:
    session, trainee, name, header_text, length, total, stage, signers, unsure, where = row
    header = decoded(SessionHeader, header_text)
    return Queued(
        session=session,
        trainee=Trainee(trainee, name),
        scenario=header.scenario,
        take=header.take,
        began_utc=header.began_utc,
        length=length,
        exam=header.mode is Mode.EXAM,
        paper=header.paper,
        total=total,
        stage=STAGES[stage],
        signers=tuple(json.loads(signers)),
        doubt=decoded(Doubt, unsure) if unsure else None,
        place=where,
    )


def _trainees(db: Database, wanted: Wanted) -> tuple[str, ...] | None:
    """Whose sessions are asked for; None where that is everybody's."""
    words, values = [], []
    if wanted.in_class is not None:
        words.append("id IN (SELECT trainee FROM class_members WHERE class = ?)")
        values.append(wanted.in_class)
    if letters := name_key(wanted.name):
        words.append("instr(key, ?) > 0")
        values.append(letters)
    if not words:
        return None
    rows: Iterable[tuple[str]] = db.execute(f"SELECT id FROM trainees WHERE {' AND '.join(words)}", values)
    return tuple(row[0] for row in rows)


def _asked(
    wanted: Wanted, stage: Stage, trainees: tuple[str, ...] | None, *, mine: bool = False
) -> tuple[list[str], list[Any]]:
    """The conditions, and their values, for one stage."""
    words: list[str] = ["stage = ?"]
    values: list[Any] = [NUMBERS[stage]]
    for condition, value in (("scenario = ?", wanted.scenario), ("paper = ? AND paper <> ''", wanted.paper)):
        if value is not None:
            words.append(condition)
            values.append(value)
    if trainees is not None:
        words.append("trainee IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(trainees))
    if stage is Stage.SECOND and wanted.but_signed_by:
        words.append("first_signer = ?" if mine else "first_signer <> ?")
        values.append(name_key(wanted.but_signed_by))
    return words, values


def _index(wanted: Wanted, trainees: tuple[str, ...] | None) -> str:
    """The index that leads there quickest: named, for without statistics SQLite guesses wrong in a large store."""
    if trainees is not None and len(trainees) <= FEW:
        return "queue_trainee"
    kind = "paper_" if wanted.paper is not None else "scenario_" if wanted.scenario is not None else ""
    return f"queue_{kind}{wanted.order.value}"


def _counted(db: Database, index: str, words: list[str], values: list[Any]) -> int:
    query = f"SELECT count(*) FROM queue INDEXED BY {index} WHERE {' AND '.join(words)}"
    return int(db.execute(query, values).fetchone()[0])


def _for_all(db: Database) -> bool:
    row = db.execute("SELECT value FROM settings WHERE key = ?", [SECOND]).fetchone()
    return row is None or json.loads(row[0]) is not False


def second_settled(db: Database) -> dict[str, bool]:
    """Papers for which something else was settled than for all."""
    row = db.execute("SELECT value FROM settings WHERE key = ?", [SECOND_PAPERS]).fetchone()
    found = {} if row is None else json.loads(row[0])
    return {str(paper): bool(needed) for paper, needed in found.items()} if isinstance(found, dict) else {}


def _keep_setting(db: Database, key: str, value: object) -> None:
    text = json.dumps(value, ensure_ascii=False)
    db.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", [key, text])
