"""The part of the store that a review is written on: words one by one, what is still being typed, sounds, seals."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from simulator.domain.judgement import Judgement, Scorecard, Withdrawal
from simulator.domain.said import Said
from simulator.storage import mark_tables, seals, voice_files, word_tables
from simulator.storage.database import translated
from simulator.storage.mark_shelf import MarkShelf

SESSION_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


class ReviewShelf(MarkShelf):
    """Fulfils ``ReviewStore`` on an open database. Every call is one transaction."""

    def recording_path(self, session: str) -> Path:
        """Where this session's recording goes (its final name); the folder is there."""
        if not SESSION_ID.fullmatch(session):
            raise ValueError(f"{session!r} cannot name files")
        folder = self._path.parent / "recordings"
        with translated(folder):
            folder.mkdir(exist_ok=True)
        return folder / f"{session}.mkv"

    # -------------------------------------------------------------------------------- words and signatures

    def said(self, session: str) -> tuple[Said, ...]:
        """Every word and signature of a session, in the order of speaking, those that were taken back too."""
        with self._reading() as db:
            return word_tables.said(db, session)

    def take_back(self, session: str, word: Withdrawal) -> Judgement:
        """Take a word back, or say it again; where its sound is to go for good, it goes first."""
        if word.erased:
            target = self.said(session)[word.word].word
            self._forget_sounds(session, [getattr(target, "voice", "")])
        return self.judge(session, word)

    def sign(self, session: str, instructor: str, scorecard: Scorecard | None = None, log: str = "") -> Judgement:
        """The instructor stands by this scorecard and the judgement as it is now; a later word takes that away.

        The result is fixed and sealed. What was spoken and taken back is gone then, for nothing leads back to it.
        """
        key = seals.centre_key(self._path.parent)
        with self._writing(durable=True) as db:
            mark_tables.sign(db, session, instructor, scorecard, key, log)
            judgement = mark_tables.settle(db, session)
            back = voice_files.spoken(word_tables.said(db, session), holding=False)
        self._forget_sounds(session, back)
        return judgement

    def resting(self, session: str, log: str = "") -> seals.Resting:
        """All that its signatures rest on; ``versions(seal_key())`` checks them, on any thread.

        ``log`` is the digest of the log as it was read a moment ago; where it is not given the log is read now.
        """
        with self._reading() as db:
            return mark_tables.checked(db, session, log)

    def seal_key(self) -> bytes:
        """The key this folder's signatures are sealed with. Raise StoreError."""
        return seals.centre_key(self._path.parent)

    # -------------------------------------------------------------------------------- drafts

    def drafts(self, session: str, instructor: str) -> dict[str, str]:
        """What this instructor was typing, by place."""
        with self._reading() as db:
            rows = db.execute(
                "SELECT place, body FROM review_drafts WHERE session = ? AND instructor = ? ORDER BY place",
                [session, instructor],
            ).fetchall()
        return dict(rows)

    def keep_draft(self, session: str, instructor: str, place: str, body: str) -> None:
        """Keep what is being typed there, in place of what was; "" forgets it."""
        with self._writing() as db:
            if body:
                now = datetime.now(UTC).isoformat(timespec="seconds")
                db.execute(
                    "INSERT OR REPLACE INTO review_drafts VALUES (?, ?, ?, ?, ?)",
                    [session, instructor, place, _storable(body), now],
                )
            else:
                db.execute(
                    "DELETE FROM review_drafts WHERE session = ? AND instructor = ? AND place = ?",
                    [session, instructor, place],
                )

    # -------------------------------------------------------------------------------- sounds

    def voice_path(self, session: str, id: str) -> Path:
        """Where the sound of a spoken note lies, or will."""
        return voice_files.path_of(self.recording_path(session), id)

    def unfinished_voices(self, session: str) -> tuple[str, ...]:
        """The ids of sounds that were being recorded when the program ended."""
        recording = self.recording_path(session)
        with translated(recording):
            return voice_files.unfinished(recording)

    def _forget_sounds(self, session: str, ids: tuple[str, ...] | list[str]) -> None:
        for id in ids:
            if id:
                path = self.voice_path(session, id)
                with translated(path):
                    path.unlink(missing_ok=True)


def _storable(text: str) -> str:
    """Text that SQLite takes."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "\ufffd")
