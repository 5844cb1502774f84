"""Classes of trainees in the database."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import UTC, datetime

from sqlite_utils import Database

from simulator.domain.assessing import name_key
from simulator.domain.classes import LONGEST_NAME, ClassList, Cohort, ListEntered, Member, TraineeClass
from simulator.domain.session import Trainee
from simulator.ports import ContentError
from simulator.storage import trainee_tables

_CLASSES = """SELECT c.id, c.name, (SELECT count(*) FROM class_members AS m WHERE m.class = c.id) FROM classes AS c"""


def every(db: Database) -> tuple[TraineeClass, ...]:
    """All, by name."""
    return tuple(TraineeClass(*row) for row in db.execute(f"{_CLASSES} ORDER BY c.key").fetchall())


def of_trainee(db: Database, trainee: str) -> tuple[TraineeClass, ...]:
    """The classes somebody is in, by name."""
    query = f"{_CLASSES} WHERE c.id IN (SELECT class FROM class_members WHERE trainee = ?) ORDER BY c.key"
    return tuple(TraineeClass(*row) for row in db.execute(query, [trainee]).fetchall())


def make(db: Database, name: str) -> TraineeClass:
    """A new class, nobody in it. Raise ContentError where the name is empty, too long, or taken."""
    shown, key = _named(name)
    _refuse_taken(db, shown, key)
    return _made(db, shown, key)


def rename(db: Database, id: str, name: str) -> None:
    """Raise ContentError where the name is empty, too long, or taken by another class."""
    shown, key = _named(name)
    _refuse_taken(db, shown, key, but=id)
    db.execute("UPDATE classes SET name = ?, key = ? WHERE id = ?", [shown, key, id])


def drop(db: Database, id: str) -> None:
    """The class goes; its trainees and their sessions stay."""
    db.execute("DELETE FROM classes WHERE id = ?", [id])


def members(db: Database, id: str) -> tuple[Member, ...]:
    """Who is in a class, by name."""
    rows = db.execute(
        """SELECT t.id, t.name, m.since_utc FROM class_members AS m JOIN trainees AS t ON t.id = m.trainee
           WHERE m.class = ? ORDER BY t.key""",
        [id],
    ).fetchall()
    return tuple(Member(Trainee(trainee, name), since) for trainee, name, since in rows)


def put(db: Database, id: str, trainees: Iterable[str]) -> int:
    """Put trainees (ids) into a class; who is in it stays as he is. Returns how many came."""
    moment = _now()
    return sum(
        db.execute("INSERT OR IGNORE INTO class_members VALUES (?, ?, ?)", [id, trainee, moment]).rowcount
        for trainee in trainees
    )


def take_out(db: Database, id: str, trainee: str) -> None:
    db.execute("DELETE FROM class_members WHERE class = ? AND trainee = ?", [id, trainee])


def enter(db: Database, listed: ClassList) -> ListEntered:
    """Enter a list: classes and trainees that are not here yet are made. Raise ValueError where it holds mistakes."""
    if listed.mistakes:
        raise ValueError("a list with mistakes is not entered")
    known = {row[0]: row[1] for row in db.execute("SELECT key, id FROM classes")}
    before = db.execute("SELECT count(*) FROM trainees").fetchone()[0]
    classes = memberships = 0
    for class_name, name in listed.entries:
        shown, key = _named(class_name)
        if key not in known:
            known[key] = _made(db, shown, key).id
            classes += 1
        memberships += put(db, known[key], [trainee_tables.named(db, name).id])
    after = db.execute("SELECT count(*) FROM trainees").fetchone()[0]
    return ListEntered(classes=classes, trainees=after - before, memberships=memberships)


def cohorts(db: Database) -> tuple[Cohort, ...]:
    """Who sat each exam paper that names whom it is for and was scored, the newest paper first; others are left out."""
    named = db.execute(
        """SELECT number, json_extract(body, '$.cohort') FROM exam_papers
           WHERE json_extract(body, '$.cohort') <> '' ORDER BY seq DESC"""
    ).fetchall()
    found = []
    for number, cohort in named:
        rows = db.execute(
            """SELECT DISTINCT t.id, t.name, t.key FROM queue AS q JOIN trainees AS t ON t.id = q.trainee
               WHERE q.paper = ? AND q.paper <> '' ORDER BY t.key""",
            [number],
        ).fetchall()
        if rows:
            found.append(Cohort(str(cohort), number, tuple(Trainee(id, name) for id, name, _ in rows)))
    return tuple(found)


def _named(name: str) -> tuple[str, str]:
    """A name as it is kept, and its key. Raise ContentError for one that cannot be kept."""
    shown = trainee_tables.storable(" ".join(name.split()))
    if not shown:
        raise ContentError("class_nameless")
    if len(shown) > LONGEST_NAME:
        raise ContentError("class_name_long", found=shown, most=LONGEST_NAME)
    return shown, name_key(shown)


def _refuse_taken(db: Database, name: str, key: str, but: str = "") -> None:
    if db.execute("SELECT 1 FROM classes WHERE key = ? AND id <> ?", [key, but]).fetchone():
        raise ContentError("class_name_taken", id=name)


def _made(db: Database, name: str, key: str) -> TraineeClass:
    id = uuid.uuid4().hex[:12]
    db.execute("INSERT INTO classes VALUES (?, ?, ?, ?)", [id, name, key, _now()])
    return TraineeClass(id, name, 0)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
