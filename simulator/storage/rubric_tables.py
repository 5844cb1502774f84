"""Rubrics in the database: published versions, which never change, and the drafts of new ones."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlite_utils import Database

from simulator.domain.marked import RubricDraft, RubricVersion
from simulator.domain.rubric import Rubric
from simulator.ports import ContentError
from simulator.storage.content import kept_rubric_of, rubric_of
from simulator.storage.rubric_writing import written

_kept = lru_cache(maxsize=64)(kept_rubric_of)
"""A rubric is read from its text once: marking 1,000 sessions asks for it 1,000 times."""
_VERSION = "seq, id, version, source, added_utc, note, published_by, retired_utc, body"


def newest(db: Database, id: str) -> Rubric:
    """The newest version in force, or the newest of all where every one was retired. Raise ContentError for none."""
    query = "SELECT body FROM rubrics WHERE id = ? ORDER BY retired_utc IS NOT NULL, seq DESC LIMIT 1"
    return _first(db, query, [id])


def of_version(db: Database, id: str, version: str) -> Rubric:
    """The version a scorecard was made with. Raise ContentError when it is not here."""
    return _first(db, "SELECT body FROM rubrics WHERE id = ? AND version = ?", [id, version])


def text_of(db: Database, id: str, version: str) -> str:
    """The file of a version as it was published. Raise ContentError when it is not here."""
    row = db.execute("SELECT body FROM rubrics WHERE id = ? AND version = ?", [id, version]).fetchone()
    if row is None:
        raise ContentError("rubric_unknown", id=f"{id}@{version}")
    return str(row[0])


def versions(db: Database) -> tuple[RubricVersion, ...]:
    """All, by rubric in the order these came, the newest version of each first."""
    rows = db.execute(
        f"""SELECT {_VERSION}, EXISTS (SELECT 1 FROM scorecards AS c WHERE c.rubric = r.id AND c.version = r.version)
            FROM rubrics AS r ORDER BY (SELECT min(seq) FROM rubrics WHERE id = r.id), seq DESC"""
    ).fetchall()
    return tuple(_version(row) for row in rows)


def add(db: Database, text: str, *, note: str = "", author: str = "") -> Rubric:
    """Publish a rubric file as the newest of its id. Raise ContentError when it is wrong or its version is taken."""
    rubric = rubric_of(text, "rubric")
    taken = db.execute("SELECT 1 FROM rubrics WHERE id = ? AND version = ?", [rubric.id, rubric.version]).fetchone()
    if taken:
        raise ContentError("rubric_version_taken", id=rubric.id, version=rubric.version)
    _insert(db, rubric, "edited", text, note, author)
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
        _insert(db, rubric, "shipped", text, "", "")


def retire(db: Database, id: str, version: str, retired: bool) -> None:
    """Take a version out of force, or put it back: what was marked by it stays. Raise ContentError for none."""
    text_of(db, id, version)
    moment = _now() if retired else None
    db.execute("UPDATE rubrics SET retired_utc = ? WHERE id = ? AND version = ?", [moment, id, version])


# ------------------------------------------------------------------------------------ drafts


def drafts(db: Database) -> tuple[RubricDraft, ...]:
    """All, the one touched last first."""
    rows = db.execute(
        "SELECT body, author, based_on, kept_utc FROM rubric_drafts ORDER BY kept_utc DESC, id"
    ).fetchall()
    return tuple(
        RubricDraft(rubric=_kept(body, "draft"), author=author, based_on=based_on, kept_utc=kept_utc)
        for body, author, based_on, kept_utc in rows
    )


def keep_draft(db: Database, rubric: Rubric, author: str, based_on: tuple[str, str]) -> RubricDraft:
    """Keep what an author made of a rubric so far, in place of what they had before."""
    before = db.execute("SELECT body FROM rubric_drafts WHERE id = ? AND author = ?", [rubric.id, author]).fetchone()
    base = str(before[0]) if before is not None else text_of(db, *based_on)
    moment = _now()
    db.execute(
        "INSERT OR REPLACE INTO rubric_drafts (id, author, based_on, kept_utc, body) VALUES (?, ?, ?, ?, ?)",
        [rubric.id, author, "@".join(based_on), moment, written(rubric, base)],
    )
    return RubricDraft(rubric=rubric, author=author, based_on="@".join(based_on), kept_utc=moment)


def drop_draft(db: Database, id: str, author: str) -> None:
    db.execute("DELETE FROM rubric_drafts WHERE id = ? AND author = ?", [id, author])


def draft_text(db: Database, id: str, author: str) -> str:
    """Raise ContentError when there is none."""
    row = db.execute("SELECT body FROM rubric_drafts WHERE id = ? AND author = ?", [id, author]).fetchone()
    if row is None:
        raise ContentError("rubric_unknown", id=id)
    return str(row[0])


def publish(db: Database, rubric: Rubric, author: str, note: str) -> Rubric:
    """Make an author's draft the newest version of its rubric. Raise ContentError with every mistake it has."""
    numbered = replace(rubric, version=next_version(db, rubric.id))
    added = add(db, written(numbered, draft_text(db, rubric.id, author)), note=note, author=author)
    drop_draft(db, rubric.id, author)
    return added


def next_version(db: Database, id: str) -> str:
    """The number of the version that would follow: the last figure of the newest, one higher."""
    taken = [str(row[0]) for row in db.execute("SELECT version FROM rubrics WHERE id = ? ORDER BY seq DESC", [id])]
    version = taken[0] if taken else "0"
    while version in taken or version == "0":
        figures = list(re.finditer(r"\d{1,9}", version))
        if not figures:
            version += ".1"
            continue
        last = figures[-1]
        version = f"{version[: last.start()]}{int(last[0]) + 1}{version[last.end() :]}"
    return version


# ------------------------------------------------------------------------------------ inside


def _insert(db: Database, rubric: Rubric, source: str, text: str, note: str, author: str) -> None:
    db.execute(
        """INSERT INTO rubrics (id, version, source, added_utc, body, note, published_by)
           VALUES (?, ?, ?, ?, ?, ?, ?)""",
        [rubric.id, rubric.version, source, _now(), text, note, author],
    )


def _version(row: tuple[Any, ...]) -> RubricVersion:
    _seq, id, _version, source, added, note, author, retired, body, used = row
    return RubricVersion(
        rubric=_kept(body, id),
        shipped=source == "shipped",
        added_utc=added,
        note=note,
        author=author,
        retired=retired is not None,
        used=bool(used),
    )


def _first(db: Database, query: str, values: list[str]) -> Rubric:
    row = db.execute(query, values).fetchone()
    if row is None:
        raise ContentError("rubric_unknown", id="@".join(values))
    return _kept(str(row[0]), values[0])


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
