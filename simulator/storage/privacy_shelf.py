"""The part of the store that keeps what is personal in bounds: who looked, what is held, what is erased and proved."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from simulator.domain.privacy import Access, Act, Belongings, Hold
from simulator.domain.session import Trainee
from simulator.ports import ContentError, StoreError
from simulator.storage import access_tables, erasing, scrubbing, seals
from simulator.storage.database import translated
from simulator.storage.review_shelf import ReviewShelf

_APART = re.compile(r"[\W_]+")
RESEARCH_KEY = "research.key"
RECEIPTS = "receipts"
"""The folder of receipts, in the data folder."""


class PrivacyShelf(ReviewShelf):
    """Fulfils ``PrivacyStore`` on an open database."""

    # -------------------------------------------------------------------------------- who looked

    def note_access(self, visit: str, instructor: str, session: str, act: Act, detail: str = "") -> None:
        """Write down that this was done now; ``visit`` ties the end of a look to its beginning."""
        with self._writing() as db:
            access_tables.note(db, visit, instructor, session, act, detail)

    def note_exported(self, visit: str, instructor: str, sessions: Sequence[str], kind: str) -> None:
        """Write down that something of these sessions was written into a file now: "pdf", "mp4" …"""
        with self._writing() as db:
            for session in sessions:
                access_tables.note(db, visit, instructor, session, Act.EXPORTED, kind)

    def accesses(self, session: str = "", most: int = 500) -> tuple[Access, ...]:
        """What was looked at, the newest first; of one session, or of all."""
        with self._reading() as db:
            return access_tables.listed(db, session, most)

    def instructors(self) -> tuple[str, ...]:
        """The names under which anything was said of any session."""
        with self._reading() as db:
            rows = db.execute("SELECT DISTINCT instructor FROM judgement_words ORDER BY instructor").fetchall()
        return tuple(row[0] for row in rows if row[0])

    def research_key(self) -> bytes:
        """The key of the codes that stand for people in exports for research. Raise StoreError."""
        return seals.kept_key(self._path.parent / RESEARCH_KEY)

    # -------------------------------------------------------------------------------- appeals

    def hold(self, session: str, by: str, reason: str) -> None:
        """Let nobody erase the session while an appeal is open. Raise ContentError when there is none."""
        with self._writing(durable=True) as db:
            if not db.execute("SELECT 1 FROM sessions WHERE id = ?", [session]).fetchone():
                raise ContentError("session_unknown", id=session)
            access_tables.hold(db, session, by, reason)
            access_tables.note(db, "", by, session, Act.HELD)

    def release(self, session: str, by: str) -> None:
        """The appeal is over."""
        with self._writing(durable=True) as db:
            access_tables.release(db, session)
            access_tables.note(db, "", by, session, Act.RELEASED)

    def holds(self) -> dict[str, Hold]:
        """Those that stand, by session."""
        with self._reading() as db:
            return access_tables.holds(db)

    # -------------------------------------------------------------------------------- erasing a little at a time

    def files_of(self, session: str) -> tuple[Path, ...]:
        """The recording, spoken notes, and what else lies beside them under the session's name."""
        recording = self.recording_path(session)
        with translated(recording):
            return tuple(sorted(recording.parent.glob(f"{recording.stem}.*")))

    def erase_some(self, session: str) -> bool:
        """Erase a piece of a session, whose files are gone already; False once nothing of it is left.

        Raise StoreError for one that is held.
        """
        with self._writing(durable=True) as db:
            if session in access_tables.holds(db):
                raise StoreError("session_held", id=session)
            there = db.execute("SELECT 1 FROM sessions WHERE id = ?", [session]).fetchone() is not None
            return there and erasing.forget_some(db, session)

    def tidied(self) -> Iterator[None]:
        """Have indexes and free pages forget what was deleted; pauses after every piece."""
        with self._reading() as db:
            yield from erasing.tidied(db)

    def erase(self, session: str) -> None:
        """Remove the session with its recording, transcripts and marks, down to the pages they stood on.

        Raise StoreError for one that is held while an appeal is open.
        """
        if session in self.holds():
            raise StoreError("session_held", id=session)
        with translated(self.recording_path(session)):
            for file in self.files_of(session):
                file.unlink()
        while self.erase_some(session):
            pass
        for _ in self.tidied():
            pass

    # -------------------------------------------------------------------------------- a person

    def hosted(self, trainee: str) -> tuple[str, ...]:
        """The sessions of this trainee, the oldest first."""
        with self._reading() as db:
            rows = db.execute("SELECT id FROM sessions WHERE trainee = ? ORDER BY began_utc", [trainee]).fetchall()
        return tuple(row[0] for row in rows)

    def shared(self, trainee: str) -> tuple[str, ...]:
        """Sessions of others in which this trainee was the second host."""
        with self._reading() as db:
            return erasing.shared(db, trainee)

    def belongings(self, trainee: Trainee, sessions: tuple[str, ...]) -> Belongings:
        """How much of a trainee is kept; ``sessions`` are (or were) those the trainee hosted."""
        with self._reading() as db:
            kept = erasing.belongings(db, trainee.id, trainee.name, sessions)
        files = [file for session in sessions for file in self.files_of(session)]
        return replace(kept, files=len(files), file_bytes=sum(file.stat().st_size for file in files))

    def forget_trainee(self, trainee: Trainee) -> None:
        """Take out a trainee whose sessions are gone. Raise StoreError where some are left."""
        with self._writing(durable=True) as db:
            if db.execute("SELECT 1 FROM sessions WHERE trainee = ?", [trainee.id]).fetchone():
                raise StoreError("trainee_has_sessions", id=trainee.id)
            erasing.forget_trainee(db, trainee.id, trainee.name)

    def stray_files(self, name: str, sessions: tuple[str, ...]) -> tuple[Path, ...]:
        """Files anywhere in the data folder that are named by a session or by the trainee, as exports are.

        Content, the database, its copies and keys are nobody's, whatever they are called. Of Latin letters a name must
        be a word of its own in the file's.
        """
        folder, sought = self._path.parent, name.casefold()
        with translated(folder):
            return tuple(
                path
                for path in sorted(folder.rglob("*"))
                if path.is_file()
                and not _nobodys(path.relative_to(folder))
                and (any(session in path.name for session in sessions) or _named(path.stem.casefold(), sought))
            )

    def backups(self) -> tuple[Path, ...]:
        """Older copies of the database, made before it was brought up to date."""
        with translated(self._path):
            return tuple(sorted((self._path.parent / "backups").glob("*.db*")))

    def search_bytes(
        self, name: str, *, anew: bool, progress: Callable[[float], None], cancelled: Callable[[], bool]
    ) -> scrubbing.Searched:
        """Search every byte of the data folder for a name; with ``anew`` the database is rewritten whole first.

        Touches no connection: slow, on any thread.
        """
        return scrubbing.scrubbed(self._path.parent, name, anew=anew, progress=progress, cancelled=cancelled)

    def keep_receipt(self, trainee: str, text: str) -> Path:
        """Keep what proves an erasure; returns where."""
        folder = self._path.parent / RECEIPTS
        with translated(folder):
            folder.mkdir(exist_ok=True)
            path = folder / f"erased-{trainee}.json"
            part = path.with_name(path.name + ".part")
            part.write_text(text, encoding="utf-8")
            part.replace(path)
        return path


def _nobodys(path: Path) -> bool:
    """Whether a file below the data folder is the program's own."""
    return path.parts[0] in ("content", "backups", RECEIPTS) or path.name.startswith("bolian.") or path.suffix == ".key"


def _named(stem: str, name: str) -> bool:
    """Whether a file is called by the name: Latin letters as whole words, others anywhere."""
    return name in _APART.split(stem) or (not name.isascii() and len(name) > 1 and name in stem)
