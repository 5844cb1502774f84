"""What marking needs of the store: rubrics in versions, scorecards that are never rewritten, instructors' words.

The part of the port ``Store`` that instructors' work rests on; ``ports`` puts it together with the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from simulator.domain.exam import PREPARATION, ExamPaper
from simulator.domain.judgement import Judgement, Result, Scorecard, Withdrawal, Word
from simulator.domain.marked import KeptScorecard, MarkedSession, RubricDraft, RubricVersion
from simulator.domain.outcome import Outcome
from simulator.domain.rubric import Rubric
from simulator.domain.said import Said, SignedVersion
from simulator.domain.scenario import Scenario
from simulator.domain.session import SessionLog, Transcript
from simulator.domain.taxonomy import Taxonomy
from simulator.domain.units import Seconds


class Packed(Protocol):
    """A session's marks as they are stored: cheap to fetch on the store's thread, unpacked on any."""

    def unpacked(self) -> MarkedSession: ...


class PackedLog(Protocol):
    """A session's log and transcript as they are stored; may be sent to another process."""

    def unpacked(self) -> tuple[SessionLog, Transcript | None]: ...


class StoredLog(Protocol):
    """A session's log by its name: read where it is asked for, on any thread and in any process."""

    def log(self) -> SessionLog:
        """Raise StoreError, or ContentError when there is no such session."""


class Sealed(Protocol):
    """All that a session's signatures rest on, as it is stored; may be checked on any thread."""

    def versions(self, key: bytes) -> tuple[SignedVersion, ...]:
        """Every signed version, the oldest first, each held against what it was signed on."""


class MarkStore(Protocol):
    """Lives on the main thread; every call is whole or not at all. Raise StoreError."""

    def rubric(self, id: str) -> Rubric:
        """The newest version of this rubric that is in force. Raise ContentError when there is none."""

    def rubric_version(self, id: str, version: str) -> Rubric:
        """Raise ContentError when it is not here."""

    def rubric_versions(self) -> tuple[RubricVersion, ...]:
        """All that were published, by rubric, the newest version of each first."""

    def rubric_text(self, id: str, version: str) -> str:
        """The file of a version as it was published. Raise ContentError when it is not here."""

    def add_rubric(self, text: str, *, note: str = "", author: str = "") -> Rubric:
        """Publish a rubric file. Raise ContentError with every mistake, or when its version is taken."""

    def retire_rubric(self, id: str, version: str, retired: bool = True) -> None:
        """Take a version out of force, or put it back."""

    def rubric_drafts(self) -> tuple[RubricDraft, ...]:
        """All, the one touched last first."""

    def keep_rubric_draft(self, rubric: Rubric, author: str, based_on: tuple[str, str]) -> RubricDraft:
        """Keep what an author made of a rubric so far; ``based_on`` is the version (id, version) it began from."""

    def drop_rubric_draft(self, id: str, author: str) -> None: ...

    def publish_rubric(self, rubric: Rubric, author: str, note: str) -> Rubric:
        """Make an author's draft the next version of its rubric. Raise ContentError with every mistake it has."""

    def lock_exam_paper(
        self,
        scenario: Scenario,
        taxonomy: Taxonomy,
        *,
        seed: int,
        by: str = "",
        cohort: str = "",
        preparation: Seconds = PREPARATION,
    ) -> ExamPaper:
        """Make a paper, from now on unchangeable. Raise ContentError where nothing can be drawn."""

    def exam_papers(self) -> tuple[ExamPaper, ...]:
        """All, the newest first."""

    def exam_paper(self, number: str) -> ExamPaper:
        """Raise ContentError when there is none."""

    def save_scorecard(self, scorecard: Scorecard, basis: str = "") -> None:
        """Keep it as the newest beside all earlier ones; ``basis`` tells what it was made of."""

    def save_scorecards(self, scorecards: Sequence[tuple[Scorecard, str]]) -> None:
        """Keep many, with what each was made of, at once."""

    def scorecard(self, session: str) -> Scorecard | None:
        """The newest."""

    def scorecards(self, session: str) -> tuple[KeptScorecard, ...]:
        """All that were made, oldest first."""

    def counting(self, session: str) -> Scorecard | None:
        """The scorecard that counts: the one a signature holds on to, else the newest.

        Once a later word took a signature away, the newest by the same version of the rubric.
        """

    def result(self, session: str) -> Result | None:
        """What counts; None where nothing was scored."""

    def scorecard_of(self, session: str, basis: str) -> Scorecard | None:
        """The newest that was made of exactly this."""

    def digest(self, session: str) -> str:
        """A short text that changes when the log or the transcript of a session does; on any thread."""

    def marked_for(self, session: str) -> tuple[str, str | None]:
        """The rubric its scenario names, and the kind of trainee. Raise ContentError when there is no such session."""

    def packed_marks(self, sessions: Sequence[str]) -> Sequence[Packed]:
        """What counts of each of these sessions that was scored, in their order."""

    def packed_log(self, session: str) -> PackedLog:
        """May be called on any thread. Raise ContentError when there is no such session."""

    def stored_log(self, session: str) -> StoredLog:
        """By name only; may be called on any thread."""

    def keep_outcome(self, session: str, outcome: Outcome) -> None:
        """Keep what the audience made of a session apart from luck, in place of an earlier one."""

    def outcome(self, session: str) -> Outcome | None:
        """The one kept; None where none was worked out of this log by this program's model of the audience."""

    def judge(self, session: str, word: Word) -> Judgement:
        """Keep an instructor's word beside all earlier ones; returns the whole judgement."""

    def sign(self, session: str, instructor: str, scorecard: Scorecard | None = None, log: str = "") -> Judgement:
        """The instructor stands by this scorecard (else the newest), the judgement as it is now, and the log.

        ``log`` is the ``seal`` of the log as he was shown it; where it is not given the log is read and hashed now.

        The result stays what it is then, whatever is scored later; a word said later takes the signature away.
        """

    def judgement(self, session: str) -> Judgement: ...

    def said(self, session: str) -> tuple[Said, ...]:
        """Every word and signature of a session, in the order of speaking, those that were taken back too."""

    def take_back(self, session: str, word: Withdrawal) -> Judgement:
        """Take a word back, or say it again; where its sound is to go for good, it goes first."""

    def resting(self, session: str, log: str = "") -> Sealed:
        """All that its signatures rest on. Raise ContentError when there is no such session.

        ``log`` is the ``seal`` of the log as it was read a moment ago; where it is not given the log is read now.
        """

    def seal_key(self) -> bytes:
        """The key this folder's signatures are sealed with."""

    def drafts(self, session: str, instructor: str) -> Mapping[str, str]:
        """What this instructor was typing, by place."""

    def keep_draft(self, session: str, instructor: str, place: str, body: str) -> None:
        """Keep what is being typed there, in place of what was; "" forgets it."""

    def voice_path(self, session: str, id: str) -> Path:
        """Where the sound of a spoken note lies, or will (12 hexadecimal digits name it)."""

    def unfinished_voices(self, session: str) -> tuple[str, ...]:
        """The ids of sounds that were being recorded when the program ended."""
