"""The data folder: ``bolian.db``, and ``recordings/`` beside it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from simulator.assets import assets_folder
from simulator.domain.agreement import Judged, Pair, Population, Sample
from simulator.domain.compliance import RulePack
from simulator.domain.consent import Consent
from simulator.domain.events import Event, HostSpoke
from simulator.domain.scenario import Scenario
from simulator.domain.session import Ending, SessionHeader, SessionLog, Trainee, Transcript
from simulator.ports import ContentError, SessionEntry, StoreError
from simulator.storage import (
    agreement_tables,
    consent_tables,
    heard_tables,
    rubric_tables,
    rule_tables,
    search_tables,
    session_archive,
    session_members,
    session_tables,
    trainee_tables,
    transcript_tables,
    voice_files,
)
from simulator.storage.content import FolderLibrary
from simulator.storage.database import open_database, translated
from simulator.storage.event_codec import encoded, event_row
from simulator.storage.folder_lock import FolderLock
from simulator.storage.list_shelf import ListShelf
from simulator.storage.network_share import remote_kind
from simulator.storage.privacy_shelf import PrivacyShelf
from simulator.storage.queue_shelf import QueueShelf
from simulator.storage.review_shelf import SESSION_ID
from simulator.storage.standing_shelf import StandingShelf
from simulator.storage.transcript_tables import PhraseFound


class SqliteStore(QueueShelf, StandingShelf, PrivacyShelf, ListShelf):
    """Fulfils ``Store``. Opens the folder at birth, making it when new.

    ``library`` holds the rubric to take over; by default what comes with the program.
    Lives on the thread that made it. Every call is one transaction.
    """

    def __init__(self, folder: Path, library: FolderLibrary | None = None) -> None:
        self._folder = _usable(folder)
        path = self._folder / "bolian.db"
        self._lock = FolderLock(self._folder)
        self._mine: set[str] = set()
        self._closed = False
        try:
            super().__init__(open_database(path), path)
            try:
                self._take_rubric(library or FolderLibrary(assets_folder()))
            except BaseException:
                self._db.conn.close()
                raise
        except BaseException:
            self._lock.close()
            raise

    # -------------------------------------------------------------------------------- people

    def trainees(self) -> tuple[Trainee, ...]:
        """All, by name."""
        with self._reading() as db:
            rows = db.execute("SELECT id, name FROM trainees ORDER BY key").fetchall()
        return tuple(Trainee(id, name) for id, name in rows)

    def trainee(self, name: str) -> Trainee:
        """The trainee with this name, entered when new; case and width of letters make no difference."""
        with self._writing() as db:
            return trainee_tables.named(db, name)

    def keep_consent(self, consent: Consent) -> None:
        """What a trainee answered when asked to be recorded."""
        with self._writing(durable=True) as db:
            consent_tables.keep(db, consent)

    def consent(self, trainee: str) -> Consent | None:
        """The last answer of this trainee (``Trainee.id``); None where nobody asked yet."""
        with self._reading() as db:
            return consent_tables.newest(db, trainee)

    def consents(self) -> dict[str, Consent]:
        """Every answer, by id."""
        with self._reading() as db:
            return consent_tables.every(db)

    # -------------------------------------------------------------------------------- a session on air

    def begin(self, header: SessionHeader, scenario: Scenario) -> None:
        if not SESSION_ID.fullmatch(header.id):
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

    def end(self, session: str, ending: Ending) -> None:
        with self._writing() as db:
            db.execute("UPDATE sessions SET ending = ? WHERE id = ?", [ending.value, session])
            if ending is not Ending.ON_AIR:
                heard_tables.forget(db, session)
                search_tables.ended(db, session)

    # -------------------------------------------------------------------------------- what was said

    def keep_heard(self, session: str, phrases: Sequence[HostSpoke], unfinished: HostSpoke | None) -> None:
        """Keep what was heard just now, and of what is unfinished the newest: the room reacts later, if at all."""
        with self._writing() as db:
            heard_tables.keep(db, session, phrases, unfinished)

    def heard_live(self, session: str) -> tuple[HostSpoke, ...]:
        """What was heard of a session that has not ended, at its arrival; what was unfinished stands last."""
        with self._reading() as db:
            return heard_tables.of_session(db, session)

    def save_transcript(self, session: str, transcript: Transcript) -> None:
        """Keep it in place of an earlier one of its kind (live or final)."""
        with self._writing() as db:
            transcript_tables.save(db, session, transcript)

    def transcript(self, session: str) -> Transcript | None:
        """The final one where there is one, else the live one."""
        with self._reading() as db:
            return transcript_tables.newest(db, session)

    def live_transcript(self, session: str) -> Transcript | None:
        """What was heard while on air, whatever was heard since."""
        with self._reading() as db:
            return transcript_tables.of_kind(db, session, final=False)

    def phrases_with(self, words: str, limit: int = 200) -> tuple[PhraseFound, ...]:
        """Phrases in which these words follow each other, newest session first; signs and case do not count."""
        with self._reading() as db:
            return transcript_tables.phrases_with(db, words, limit)

    # -------------------------------------------------------------------------------- looking back

    def log(self, session: str) -> SessionLog:
        """As it was written while on air, with the scenario as it was then."""
        with self._reading() as db:
            return session_tables.packed(db, session).log()

    def cut_off(self) -> tuple[SessionEntry, ...]:
        """Sessions a crash left on air, newest first; what this store itself put on air is not among them."""
        entries = self._entries("WHERE s.ending = 'on_air' ORDER BY s.began_utc DESC", [])
        return tuple(entry for entry in entries if entry.header.id not in self._mine)

    # -------------------------------------------------------------------------------- carrying a session elsewhere

    def export_session(self, session: str, path: Path, *, recording: bool) -> None:
        """Write the session with all that was said of it into one file. Raise ContentError, StoreError."""
        entry = self.session(session)
        with self._reading() as db:
            texts = session_members.members_of(db, entry.header.id)
            texts |= voice_files.members(self.recording_path(entry.header.id), self.said(entry.header.id))
        session_archive.write_archive(
            path, entry.header.id, entry.header.app_version, texts, entry.recording if recording else None
        )

    def import_session(self, path: Path) -> SessionEntry:
        """Take in a session from such a file; nothing here is changed. Raise ContentError, StoreError."""
        archive = session_archive.read_archive(path, frozenset(session_members.MEMBERS))
        if not SESSION_ID.fullmatch(archive.session):
            raise ContentError("archive_unreadable", file=str(path))
        final = self.recording_path(archive.session)
        if final.exists():
            raise ContentError("session_already_here", id=archive.session)
        coming = final.with_name(final.name + ".coming")
        coming.unlink(missing_ok=True)
        sounds = {name: text for name, text in archive.texts.items() if name not in session_members.MEMBERS}
        try:
            if archive.recording is not None:
                session_archive.copy_recording(path, archive.recording, coming)
            with self._writing(durable=True) as db:
                entered = session_members.put(db, archive.texts, str(path))
                if entered != archive.session:
                    raise ContentError("archive_tampered", file=str(path), member=session_members.SESSION)
                self._bring_sounds(archive.session, sounds, str(path))
                if archive.recording is not None:
                    with translated(final):
                        coming.replace(final)
        except BaseException:
            for each in sounds:
                final.with_name(f"{final.stem}.{each}").unlink(missing_ok=True)
            raise
        finally:
            coming.unlink(missing_ok=True)
        return self.session(archive.session)

    def _bring_sounds(self, session: str, sounds: dict[str, bytes], file: str) -> None:
        """Put the sounds of spoken notes beside the recording. Raise ContentError for one that no word names."""
        spoken = voice_files.spoken(self.said(session))
        for member, sound in sounds.items():
            try:
                id = voice_files.sound_of(member, sound)
                if id not in spoken:
                    raise ValueError("nobody's sound")
            except ValueError as error:
                raise ContentError("archive_wrong", [str(error)], file=file, member=member) from error
            path = self.voice_path(session, id)
            with translated(path):
                path.write_bytes(sound)

    # -------------------------------------------------------------------------------- settings of this folder

    def setting(self, key: str, default: Any = None) -> Any:
        with self._reading() as db:
            row = db.execute("SELECT value FROM settings WHERE key = ?", [key]).fetchone()
        return default if row is None else json.loads(row[0])

    def keep_setting(self, key: str, value: Any) -> None:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
        with self._writing() as db:
            db.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", [key, text])

    # -------------------------------------------------------------------------------- how far marks are agreed on

    def populations(self) -> tuple[Population, ...]:
        with self._reading() as db:
            agreement_tables.catch_up(db)
            return agreement_tables.populations(db)

    def judged(self, sample: Sample, criterion: str) -> Judged:
        with self._reading() as db:
            agreement_tables.catch_up(db)
            return agreement_tables.judged(db, sample, criterion)

    def signed(self, sample: Sample) -> int:
        with self._reading() as db:
            return agreement_tables.signed(db, sample)

    def pairs(self, sample: Sample, criterion: str | None = None) -> Iterator[Pair]:
        with self._reading() as db:
            agreement_tables.catch_up(db)
            yield from agreement_tables.pairs(db, sample, criterion)

    # -------------------------------------------------------------------------------- the end

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

    def _take_rubric(self, library: FolderLibrary) -> None:
        text = library.rubric_text()
        with self._writing() as db:
            rubric_tables.take_shipped(db, text)


def _usable(folder: Path) -> Path:
    kind = remote_kind(folder)
    if kind is not None:
        raise StoreError("network_share", path=str(folder), kind=kind)
    if folder.exists() and not folder.is_dir():
        raise StoreError("folder_is_file", path=str(folder))
    with translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return folder.resolve()
