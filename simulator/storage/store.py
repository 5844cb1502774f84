"""The data folder: ``bolian.db``, and ``recordings/`` beside it."""

from __future__ import annotations

import hashlib
import json
import os
import re
import sqlite3
import unicodedata
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from simulator.assets import assets_folder
from simulator.domain.compliance import RulePack
from simulator.domain.events import Event
from simulator.domain.judgement import Confirmation, Judgement, Note, Override, Scorecard
from simulator.domain.rubric import Rubric
from simulator.domain.scenario import Scenario
from simulator.domain.session import Ending, SessionHeader, SessionLog, Trainee, Transcript
from simulator.ports import ContentError, SessionEntry, StoreError
from simulator.storage import mark_tables, rubric_tables, rule_tables, transcript_tables
from simulator.storage.content import FolderLibrary
from simulator.storage.database import open_database, translated
from simulator.storage.event_codec import CodecError, decoded, encoded, event_of, event_row
from simulator.storage.folder_lock import FolderLock
from simulator.storage.network_share import remote_kind
from simulator.storage.transcript_tables import PhraseFound

_SESSION_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_ENTRIES = """SELECT s.header, s.ending, s.length, s.total, s.passed, s.signed, t.id, t.name
    FROM sessions AS s JOIN trainees AS t ON t.id = s.trainee"""


class SqliteStore:
    """Fulfils ``Store``. Opens the folder at birth, making it when new.

    ``library`` holds the rubric to take over; by default what comes with the program.
    Lives on the thread that made it. Every call is one transaction.
    """

    def __init__(self, folder: Path, library: FolderLibrary | None = None) -> None:
        self._folder = _usable(folder)
        self._path = self._folder / "bolian.db"
        self._lock = FolderLock(self._folder)
        self._mine: set[str] = set()
        self._closed = False
        try:
            self._db = open_database(self._path)
            try:
                self._take_rubric(library or FolderLibrary(assets_folder()))
            except BaseException:
                self._db.conn.close()
                raise
        except BaseException:
            self._lock.close()
            raise

    # -------------------------------------------------------------------------------- people and rubrics

    def trainees(self) -> tuple[Trainee, ...]:
        """All, by name."""
        with self._reading() as db:
            rows = db.execute("SELECT id, name FROM trainees ORDER BY key").fetchall()
        return tuple(Trainee(id, name) for id, name in rows)

    def trainee(self, name: str) -> Trainee:
        """The trainee with this name, entered when new; case and width of letters make no difference."""
        shown = _storable(" ".join(name.split()))
        key = unicodedata.normalize("NFKC", shown).casefold()
        with self._writing() as db:
            row = db.execute("SELECT id, name FROM trainees WHERE key = ?", [key]).fetchone()
            if row is None:
                row = (uuid.uuid4().hex[:12], shown)
                db.execute(
                    "INSERT INTO trainees VALUES (?, ?, ?, ?)",
                    [*row, key, datetime.now(UTC).isoformat(timespec="seconds")],
                )
        return Trainee(*row)

    def rubric(self, id: str) -> Rubric:
        """The newest version of this rubric. Raise ContentError when there is none."""
        with self._reading() as db:
            return rubric_tables.newest(db, id)

    def add_rubric(self, text: str) -> Rubric:
        """Keep an edited rubric file as the newest of its id. Raise ContentError when it is wrong, or not a new one."""
        with self._writing() as db:
            return rubric_tables.add(db, text)

    # -------------------------------------------------------------------------------- a session on air

    def begin(self, header: SessionHeader, scenario: Scenario) -> None:
        if not _SESSION_ID.fullmatch(header.id):
            raise ValueError(f"{header.id!r} cannot name files")
        body = encoded(scenario)
        digest = hashlib.sha256(body.encode()).hexdigest()
        with self._writing() as db:
            db.execute(
                "INSERT OR IGNORE INTO scenarios VALUES (?, ?, ?, ?)", [digest, scenario.id, scenario.version, body]
            )
            db.execute(
                """INSERT INTO sessions (id, scenario_hash, scenario, trainee, began_utc, header, ending)
                   VALUES (?, ?, ?, ?, ?, ?, ?)""",
                [header.id, digest, header.scenario, header.trainee, header.began_utc, encoded(header), Ending.ON_AIR],
            )
        self._mine.add(header.id)

    def keep_rules(self, session: str, rules: RulePack) -> None:
        """The rule pack this session is judged by, now and whenever it is marked again."""
        with self._writing() as db:
            rule_tables.keep(db, session, rules)

    def rules(self, session: str) -> RulePack | None:
        """The rule pack a session was judged by; None where it is older than that was kept."""
        with self._reading() as db:
            return rule_tables.of_session(db, session)

    def takes(self, trainee: str, scenario: str) -> int:
        """How many sessions this trainee has of this scenario."""
        with self._reading() as db:
            counted = db.execute(
                "SELECT count(*) FROM sessions WHERE trainee = ? AND scenario = ?", [trainee, scenario]
            ).fetchone()
        return int(counted[0])

    def append(self, session: str, events: Sequence[Event]) -> None:
        """Keep what happened: once this returns, a crash of the program cannot lose it."""
        if not events:
            return
        rows = [event_row(event) for event in events]
        last = max(at for at, _, _ in rows)
        with self._writing() as db:
            first = db.execute("SELECT coalesce(max(seq) + 1, 0) FROM events WHERE session = ?", [session]).fetchone()[
                0
            ]
            db.conn.executemany(
                "INSERT INTO events VALUES (?, ?, ?, ?, ?)",
                [(session, first + number, *row) for number, row in enumerate(rows)],
            )
            db.execute("UPDATE sessions SET length = max(length, ?) WHERE id = ?", [last, session])

    def recording_path(self, session: str) -> Path:
        """Where this session's recording goes (its final name); the folder is there."""
        if not _SESSION_ID.fullmatch(session):
            raise ValueError(f"{session!r} cannot name files")
        folder = self._folder / "recordings"
        with translated(folder):
            folder.mkdir(exist_ok=True)
        return folder / f"{session}.mkv"

    def end(self, session: str, ending: Ending) -> None:
        with self._writing() as db:
            db.execute("UPDATE sessions SET ending = ? WHERE id = ?", [ending.value, session])

    # -------------------------------------------------------------------------------- what was said

    def save_transcript(self, session: str, transcript: Transcript) -> None:
        """Keep it in place of an earlier one of its kind (live or final)."""
        with self._writing() as db:
            transcript_tables.save(db, session, transcript)

    def transcript(self, session: str) -> Transcript | None:
        """The final one where there is one, else the live one."""
        with self._reading() as db:
            return transcript_tables.newest(db, session)

    def phrases_with(self, words: str, limit: int = 200) -> tuple[PhraseFound, ...]:
        """Phrases in which these words follow each other, newest session first; signs and case do not count."""
        with self._reading() as db:
            return transcript_tables.phrases_with(db, words, limit)

    # -------------------------------------------------------------------------------- marks

    def save_scorecard(self, scorecard: Scorecard) -> None:
        """Keep it as the newest; earlier ones stay. The same one again changes nothing."""
        with self._writing(durable=True) as db:
            mark_tables.save_scorecard(db, scorecard)
            mark_tables.settle(db, scorecard.session)

    def scorecard(self, session: str) -> Scorecard | None:
        """The newest."""
        with self._reading() as db:
            return mark_tables.scorecard(db, session)

    def judge(self, session: str, word: Override | Confirmation | Note) -> Judgement:
        """Keep an instructor's word beside all earlier ones; returns the whole judgement."""
        with self._writing(durable=True) as db:
            mark_tables.say(db, session, word)
            return mark_tables.settle(db, session)

    def sign(self, session: str, instructor: str) -> Judgement:
        """The instructor stands by the judgement as it is now; a word said later takes the signature away."""
        with self._writing(durable=True) as db:
            mark_tables.sign(db, session, instructor)
            return mark_tables.settle(db, session)

    def judgement(self, session: str) -> Judgement:
        with self._reading() as db:
            return mark_tables.judgement(db, session)

    # -------------------------------------------------------------------------------- looking back

    def sessions(self) -> tuple[SessionEntry, ...]:
        """Newest first."""
        return self._entries("ORDER BY s.began_utc DESC, s.rowid DESC", [])

    def session(self, id: str) -> SessionEntry:
        """By id or the unambiguous beginning of one. Raise ContentError when there is none."""
        exact = self._entries("WHERE s.id = ?", [id])
        found = exact or self._entries("WHERE ? <> '' AND substr(s.id, 1, ?) = ? LIMIT 2", [id, len(id), id])
        if not found:
            raise ContentError("session_unknown", id=id)
        if len(found) > 1:
            raise ContentError("session_ambiguous", id=id, found=", ".join(entry.header.id for entry in found))
        return found[0]

    def log(self, session: str) -> SessionLog:
        """As it was written while on air, with the scenario as it was then."""
        with self._reading() as db:
            row = db.execute(
                """SELECT s.header, c.body FROM sessions AS s
                   JOIN scenarios AS c ON c.hash = s.scenario_hash WHERE s.id = ?""",
                [session],
            ).fetchone()
            if row is None:
                raise ContentError("session_unknown", id=session)
            rows = db.execute("SELECT kind, body FROM events WHERE session = ? ORDER BY at, seq", [session]).fetchall()
            return SessionLog(
                header=decoded(SessionHeader, row[0]),
                scenario=decoded(Scenario, row[1]),
                events=tuple(event_of(kind, body) for kind, body in rows),
            )

    def cut_off(self) -> tuple[SessionEntry, ...]:
        """Sessions a crash left on air, newest first; what this store itself put on air is not among them."""
        entries = self._entries("WHERE s.ending = ? ORDER BY s.began_utc DESC", [Ending.ON_AIR.value])
        return tuple(entry for entry in entries if entry.header.id not in self._mine)

    def erase(self, session: str) -> None:
        """Remove the session with its recording, transcripts and marks, down to the pages they stood on."""
        recording = self.recording_path(session)
        with translated(recording):
            for file in recording.parent.glob(f"{session}.*"):
                file.unlink()
        with self._writing(durable=True) as db:
            transcript_tables.forget(db, session)
            db.execute("DELETE FROM sessions WHERE id = ?", [session])
            db.execute("DELETE FROM scenarios WHERE hash NOT IN (SELECT scenario_hash FROM sessions)")
            rule_tables.forget(db)
        with self._reading() as db:
            db.execute("PRAGMA incremental_vacuum").fetchall()
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    # -------------------------------------------------------------------------------- settings of this folder

    def setting(self, key: str, default: Any = None) -> Any:
        with self._reading() as db:
            row = db.execute("SELECT value FROM settings WHERE key = ?", [key]).fetchone()
        return default if row is None else json.loads(row[0])

    def keep_setting(self, key: str, value: Any) -> None:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
        with self._writing() as db:
            db.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", [key, text])

    def close(self) -> None:
        """Fold the write-ahead log into the file and let the folder go; a second call does nothing."""
        if self._closed:
            return
        self._closed = True
        try:
            # On a full disk the log cannot be folded in: it stays beside the file, and nothing is lost.
            with suppress(sqlite3.OperationalError):
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            self._db.conn.close()
            self._lock.close()

    # -------------------------------------------------------------------------------- inside

    @contextmanager
    def _reading(self) -> Iterator[Database]:
        try:
            with translated(self._path):
                yield self._db
        except CodecError as error:
            raise StoreError("database_damaged", path=str(self._path), why=str(error)) from error

    @contextmanager
    def _writing(self, *, durable: bool = False) -> Iterator[Database]:
        """One transaction; a ``durable`` one also outlives a power cut."""
        with self._reading() as db:
            if durable:
                db.execute("PRAGMA synchronous=FULL")
            try:
                with db.atomic():
                    yield db
            finally:
                if durable:
                    db.execute("PRAGMA synchronous=NORMAL")

    def _take_rubric(self, library: FolderLibrary) -> None:
        text = library.rubric_text()
        with self._writing() as db:
            rubric_tables.take_shipped(db, text)

    def _entries(self, rest: str, values: list[Any]) -> tuple[SessionEntry, ...]:
        recordings = self._folder / "recordings"
        with self._reading() as db:
            rows = db.execute(f"{_ENTRIES} {rest}", values).fetchall()
            there = {each.name for each in os.scandir(recordings)} if rows and recordings.is_dir() else set()
            return tuple(_entry(row, recordings, there) for row in rows)


def _entry(row: tuple[Any, ...], recordings: Path, there: set[str]) -> SessionEntry:
    """One line of the list; ``there`` are the names of the files in the folder of recordings."""
    header = decoded(SessionHeader, row[0])
    names = (f"{header.id}.mkv", f"{header.id}.part.mkv")
    return SessionEntry(
        header=header,
        trainee=Trainee(row[6], row[7]),
        ending=Ending(row[1]),
        length=row[2],
        total=row[3],
        passed=None if row[4] is None else bool(row[4]),
        signed=bool(row[5]),
        recording=next((recordings / name for name in names if name in there), None),
    )


def _usable(folder: Path) -> Path:
    kind = remote_kind(folder)
    if kind is not None:
        raise StoreError("network_share", path=str(folder), kind=kind)
    if folder.exists() and not folder.is_dir():
        raise StoreError("folder_is_file", path=str(folder))
    with translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return folder.resolve()


def _storable(text: str) -> str:
    """Text that SQLite takes: half surrogate pairs and NUL, which no keyboard makes, become the replacement sign."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "\ufffd")
