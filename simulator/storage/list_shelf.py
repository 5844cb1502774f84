"""The part of the store that lists sessions: all, some, or one, each with how it stands."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import fields
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from simulator.domain.session import Ending, SessionHeader, Trainee
from simulator.ports import ContentError, SessionEntry
from simulator.storage import queue_tables
from simulator.storage.event_codec import NewerError, decoded
from simulator.storage.mark_shelf import MarkShelf

FEW = 8
"""For so many sessions files are looked up one by one; for more the folder is read."""
_ENTRIES = """SELECT s.header, s.ending, s.length, s.total, s.passed, s.signed, t.id, t.name, f.final, f.made_utc,
        q.stage
    FROM sessions AS s JOIN trainees AS t ON t.id = s.trainee LEFT JOIN queue AS q ON q.session = s.id
    LEFT JOIN transcripts AS f ON f.session = s.id AND f.final = 1"""


class ListShelf(MarkShelf):
    """What ``Store`` lists, on an open database. What is read grows with what is asked for."""

    def sessions(self, most: int | None = None, skip: int = 0) -> tuple[SessionEntry, ...]:
        """Newest first; at most so many, behind those that are skipped."""
        limits = [-1 if most is None else most, skip]
        return self._entries("ORDER BY s.began_utc DESC, s.rowid DESC LIMIT ? OFFSET ?", limits)

    def sessions_begun_before(self, day: str, but_for: str = "") -> tuple[SessionEntry, ...]:
        """Those that began before a day ("2026-11-27"), without those whose recording is gone and whose consent is of a
        version that ends in ``but_for``; on any thread."""
        if not but_for:
            return self._entries("WHERE s.began_utc < ? ORDER BY s.began_utc DESC", [day], self._apart)
        return self._entries(
            """WHERE s.began_utc < ? AND (s.id IN (SELECT value FROM json_each(?)) OR NOT EXISTS
                   (SELECT 1 FROM consents AS c WHERE c.id = json_extract(s.header, '$.consent')
                    AND substr(c.version, -?) = ?))
               ORDER BY s.began_utc DESC""",
            [day, self._recorded(), len(but_for), but_for],
            self._apart,
        )

    def unheard(self) -> tuple[SessionEntry, ...]:
        """Those that ended and have a recording, which was not heard again yet, newest first."""
        return self._entries(
            """WHERE s.id IN (SELECT value FROM json_each(?)) AND f.session IS NULL AND s.ending <> ?
               ORDER BY s.began_utc DESC, s.rowid DESC""",
            [self._recorded(), Ending.ON_AIR.value],
        )

    def heard_again(self) -> frozenset[str]:
        """Those with a recording that was heard again."""
        with self._reading() as db:
            rows = db.execute(
                "SELECT session FROM transcripts WHERE final = 1 AND session IN (SELECT value FROM json_each(?))",
                [self._recorded()],
            ).fetchall()
        return frozenset(row[0] for row in rows)

    def ended_sessions(
        self, scenario: str | None = None, trainee: str | None = None, most: int | None = None
    ) -> tuple[SessionEntry, ...]:
        """Those off air, newest first; of this scenario (its id), of this trainee (``Trainee.id``), at most so many."""
        asked = {"s.scenario": scenario, "s.trainee": trainee}
        which = {column: value for column, value in asked.items() if value is not None}
        rest = "".join(f" AND {column} = ?" for column in which)
        return self._entries(
            f"WHERE s.ending <> ?{rest} ORDER BY s.began_utc DESC, s.rowid DESC LIMIT ?",
            [Ending.ON_AIR.value, *which.values(), -1 if most is None else most],
        )

    def sessions_of(self, trainee: str) -> tuple[SessionEntry, ...]:
        """Those of a trainee (``Trainee.id``), newest first."""
        return self._entries("WHERE s.trainee = ? ORDER BY s.began_utc DESC, s.rowid DESC", [trainee])

    def session_counts(self) -> dict[str, int]:
        """How many sessions each trainee (``Trainee.id``) has; those without any are left out."""
        with self._reading() as db:
            return dict(db.execute("SELECT trainee, count(*) FROM sessions GROUP BY trainee").fetchall())

    def sessions_before(self, entry: SessionEntry, most: int) -> tuple[SessionEntry, ...]:
        """The last sessions of the same trainee before this one, newest first."""
        header = entry.header
        return self._entries(
            "WHERE s.trainee = ? AND s.began_utc < ? ORDER BY s.began_utc DESC LIMIT ?",
            [header.trainee, header.began_utc, most],
        )

    def session(self, id: str) -> SessionEntry:
        """By id or the unambiguous beginning of one. Raise ContentError when there is none."""
        exact = self._entries("WHERE s.id = ?", [id])
        found = exact or self._entries("WHERE ? <> '' AND substr(s.id, 1, ?) = ? LIMIT 2", [id, len(id), id])
        if not found:
            raise ContentError("session_unknown", id=id)
        if len(found) > 1:
            raise ContentError("session_ambiguous", id=id, found=", ".join(entry.header.id for entry in found))
        return found[0]

    def _entries(
        self, rest: str, values: list[Any], reading: Callable[[], AbstractContextManager[Database]] | None = None
    ) -> tuple[SessionEntry, ...]:
        recordings = self._path.parent / "recordings"
        with (reading or self._reading)() as db:
            rows = db.execute(f"{_ENTRIES} {rest}", values).fetchall()
            there = self._recordings() if len(rows) > FEW else None
            return tuple(_entry(row, recordings, there) for row in rows)

    def _recordings(self) -> set[str]:
        """The names in the folder of recordings."""
        folder = self._path.parent / "recordings"
        return {each.name for each in os.scandir(folder)} if folder.is_dir() else set()

    def _recorded(self) -> str:
        """The sessions that have a recording, as a list in JSON."""
        return json.dumps(sorted({name.split(".")[0] for name in self._recordings() if name.endswith(".mkv")}))


def _entry(row: tuple[Any, ...], recordings: Path, there: set[str] | None) -> SessionEntry:
    """One line of the list; ``there`` are the names of the files in the folder of recordings, None where they were not
    looked up together."""
    header = _header(row[0])
    names = (f"{header.id}.mkv", f"{header.id}.part.mkv")
    return SessionEntry(
        header=header,
        trainee=Trainee(row[6], row[7]),
        ending=Ending(row[1]),
        length=row[2],
        total=row[3],
        passed=None if row[4] is None else bool(row[4]),
        signed=bool(row[5]),
        recording=next((recordings / name for name in names if _is_there(recordings, name, there)), None),
        heard_utc=row[9],
        final=bool(row[8]),
        stage=None if row[10] is None else queue_tables.STAGES[row[10]],
    )


def _is_there(recordings: Path, name: str, there: set[str] | None) -> bool:
    return (recordings / name).is_file() if there is None else name in there


def _header(text: str) -> SessionHeader:
    """A session's header; what a newer program says in it beside is left out, so that the list can be shown."""
    try:
        return decoded(SessionHeader, text)
    except NewerError:
        known = {each.name for each in fields(SessionHeader)}
        told = {name: value for name, value in json.loads(text).items() if name in known}
        return decoded(SessionHeader, json.dumps(told))
