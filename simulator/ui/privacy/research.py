"""Sessions written out for research under codes in place of names; no window is needed for it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from simulator.domain.judgement import Judgement, Scorecard
from simulator.domain.privacy import Act
from simulator.domain.session import Ending
from simulator.ports import SessionEntry, Store, StoreError
from simulator.reports import research
from simulator.reports.disguise import Disguise
from simulator.reports.research import Studied


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What the store told of a session, to be written on any thread."""

    entry: SessionEntry
    card: Scorecard | None
    judgement: Judgement
    first_utc: str


class Research:
    """One export into a new folder: ``fetch`` on the store's thread, ``write`` on any, ``finish`` at the end."""

    def __init__(self, store: Store, folder: Path, sessions: Sequence[SessionEntry] = (), *, recordings: bool = False):
        """All sessions that ended where none are named. Raise StoreError, also where there is something already."""
        entries = store.sessions()
        self.entries = tuple(each for each in (sessions or entries) if each.ending is not Ending.ON_AIR)
        self._store = store
        self._folder = folder
        self._recordings = recordings
        first: dict[str, str] = {}
        for each in entries:
            first[each.header.trainee] = min(each.header.began_utc, first.get(each.header.trainee, "9"))
        self._first = first
        names = {each.id: each.name for each in store.trainees()}
        self.code = Disguise(store.research_key(), names, store.instructors())
        self._rows: list[list[object]] = []
        self._levels: list[list[object]] = []
        if folder.exists() and any(folder.iterdir()):
            raise StoreError("folder_not_empty", path=str(folder))

    def fetch(self) -> Iterator[Fetched]:
        """Session by session."""
        for entry in self.entries:
            session = entry.header.id
            yield Fetched(
                entry=entry,
                card=self._store.counting(session),
                judgement=self._store.judgement(session),
                first_utc=self._first[entry.header.trainee],
            )
            self._store.note_access("", "", session, Act.RESEARCH, "recording" if self._recordings else "texts")

    def write(self, fetched: Fetched) -> None:
        """Read a session's log and write its lines. Raise StoreError."""
        entry = fetched.entry
        log, transcript = self._store.packed_log(entry.header.id).unpacked()
        studied = Studied(
            log=log,
            transcript=transcript,
            card=fetched.card,
            judgement=fetched.judgement,
            first_utc=fetched.first_utc,
            total=entry.total,
            passed=entry.passed,
            signed=entry.signed,
        )
        self._rows.append(research.session_row(studied, self.code))
        self._levels += research.level_rows(studied, self.code)
        self._add("phrases.jsonl", research.phrase_lines(studied, self.code))
        self._add("comments.jsonl", research.comment_lines(studied, self.code))
        self._add("notes.jsonl", research.note_lines(studied, self.code))
        if self._recordings and entry.recording is not None:
            try:
                shutil.copyfile(entry.recording, self._folder / f"{self.code.session(entry.header.id)}.mkv")
            except OSError as error:
                raise _unwritable(self._folder, error) from error

    def finish(self) -> None:
        """Write the tables and what they are. Raise StoreError."""
        self._add("sessions.csv", research.table(research.SESSIONS, self._rows))
        self._add("levels.csv", research.table(research.LEVELS, self._levels))
        self._add("README.md", research.README)

    def _add(self, name: str, text: str) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with (self._folder / name).open("a", encoding="utf-8", newline="") as file:
                file.write(text)
        except OSError as error:
            raise _unwritable(self._folder, error) from error


def _unwritable(folder: Path, error: OSError) -> StoreError:
    return StoreError("file_unwritable", file=str(folder), reason=error.strerror or "")
