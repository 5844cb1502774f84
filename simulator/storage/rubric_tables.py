"""Rubrics in the database: every version stays, the newest counts."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlite_utils import Database

from simulator.domain.rubric import Rubric
from simulator.ports import ContentError
from simulator.storage.content import rubric_of


def newest(db: Database, id: str) -> Rubric:
    """Raise ContentError when there is none."""
    return _first(db, "SELECT body FROM rubrics WHERE id = ? ORDER BY seq DESC LIMIT 1", [id])


def of_version(db: Database, id: str, version: str) -> Rubric:
    """The version a scorecard was made with. Raise ContentError when it is not here."""
    return _first(db, "SELECT body FROM rubrics WHERE id = ? AND version = ?", [id, version])


def add(db: Database, text: str) -> Rubric:
    """Keep an edited rubric as the newest of its id. Raise ContentError when it is wrong or its version is taken."""
    rubric = rubric_of(text, "rubric")
    taken = db.execute("SELECT 1 FROM rubrics WHERE id = ? AND version = ?", [rubric.id, rubric.version]).fetchone()
    if taken:
        raise ContentError("rubric_version_taken", id=rubric.id, version=rubric.version)
    _insert(db, rubric, "edited", text)
    return rubric


def bring(db: Database, source: str, text: str) -> None:
    """Keep a rubric that a session brought along, behind all others: it never becomes the newest. Raise ContentError.

    One that is here in the same version stays; with other content it is refused, for marks depend on it.
    """
    rubric = rubric_of(text, "rubric")
    kept = db.execute("SELECT body FROM rubrics WHERE id = ? AND version = ?", [rubric.id, rubric.version]).fetchone()
    if kept is not None:
        if kept[0] != text:
            raise ContentError("rubric_version_taken", id=rubric.id, version=rubric.version)
        return
    db.execute(
        """INSERT INTO rubrics (seq, id, version, source, added_utc, body)
           VALUES ((SELECT coalesce(min(seq), 1) - 1 FROM rubrics), ?, ?, ?, ?, ?)""",
        [rubric.id, rubric.version, source, datetime.now(UTC).isoformat(timespec="seconds"), text],
    )


def take_shipped(db: Database, text: str) -> None:
    """Take over the rubric that came with the program, unless somebody here edited theirs."""
    rubric = rubric_of(text, "rubrics/default.json")
    kept = db.execute("SELECT version, source FROM rubrics WHERE id = ?", [rubric.id]).fetchall()
    if all(source == "shipped" and version != rubric.version for version, source in kept):
        _insert(db, rubric, "shipped", text)


def _insert(db: Database, rubric: Rubric, source: str, text: str) -> None:
    db.execute(
        "INSERT INTO rubrics (id, version, source, added_utc, body) VALUES (?, ?, ?, ?, ?)",
        [rubric.id, rubric.version, source, datetime.now(UTC).isoformat(timespec="seconds"), text],
    )


def _first(db: Database, query: str, values: list[str]) -> Rubric:
    row = db.execute(query, values).fetchone()
    if row is None:
        raise ContentError("rubric_unknown", id=values[0])
    return rubric_of(row[0], values[0])
