"""The part of the store that holds rubrics, exam papers, scorecards and words, and how every part reads and writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from simulator.domain.exam import PREPARATION, ExamPaper
from simulator.domain.judgement import Judgement, Result, Scorecard, Word
from simulator.domain.marked import KeptScorecard, RubricDraft, RubricVersion
from simulator.domain.outcome import Outcome
from simulator.domain.rubric import Rubric
from simulator.domain.scenario import Scenario
from simulator.domain.taxonomy import Taxonomy
from simulator.domain.units import Seconds
from simulator.storage import exam_tables, looking_back, mark_tables, outcome_tables, rubric_tables, session_tables
from simulator.storage.database import apart, decoding, translated


class MarkShelf:
    """Fulfils ``MarkStore`` on an open database. Every call is one transaction."""

    def __init__(self, db: Database, path: Path) -> None:
        self._db = db
        self._path = path

    # -------------------------------------------------------------------------------- rubrics

    def rubric(self, id: str) -> Rubric:
        """The newest version of this rubric that is in force. Raise ContentError when there is none."""
        with self._reading() as db:
            return rubric_tables.newest(db, id)

    def rubric_version(self, id: str, version: str) -> Rubric:
        """Raise ContentError when it is not here."""
        with self._reading() as db:
            return rubric_tables.of_version(db, id, version)

    def rubric_versions(self) -> tuple[RubricVersion, ...]:
        """All that were published, by rubric, the newest version of each first."""
        with self._reading() as db:
            return rubric_tables.versions(db)

    def rubric_text(self, id: str, version: str) -> str:
        """The file of a version as it was published. Raise ContentError when it is not here."""
        with self._reading() as db:
            return rubric_tables.text_of(db, id, version)

    def add_rubric(self, text: str, *, note: str = "", author: str = "") -> Rubric:
        """Publish a rubric file as the newest of its id. Raise ContentError when it is wrong, or not a new one."""
        with self._writing(durable=True) as db:
            return rubric_tables.add(db, text, note=note, author=author)

    def retire_rubric(self, id: str, version: str, retired: bool = True) -> None:
        """Take a version out of force, or put it back. Raise ContentError when it is not here."""
        with self._writing() as db:
            rubric_tables.retire(db, id, version, retired)

    def rubric_drafts(self) -> tuple[RubricDraft, ...]:
        """All, the one touched last first."""
        with self._reading() as db:
            return rubric_tables.drafts(db)

    def keep_rubric_draft(self, rubric: Rubric, author: str, based_on: tuple[str, str]) -> RubricDraft:
        """Keep what an author made of a rubric so far, in place of what they had before."""
        with self._writing() as db:
            return rubric_tables.keep_draft(db, rubric, author, based_on)

    def drop_rubric_draft(self, id: str, author: str) -> None:
        with self._writing() as db:
            rubric_tables.drop_draft(db, id, author)

    def publish_rubric(self, rubric: Rubric, author: str, note: str) -> Rubric:
        """Make an author's draft the next version of its rubric. Raise ContentError with every mistake it has."""
        with self._writing(durable=True) as db:
            return rubric_tables.publish(db, rubric, author, note)

    # -------------------------------------------------------------------------------- exams

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
        with self._writing(durable=True) as db:
            return exam_tables.lock(db, scenario, taxonomy, seed, by, cohort, preparation)

    def exam_papers(self) -> tuple[ExamPaper, ...]:
        """All, the newest first."""
        with self._reading() as db:
            return exam_tables.papers(db)

    def exam_paper(self, number: str) -> ExamPaper:
        """Raise ContentError when there is none."""
        with self._reading() as db:
            return exam_tables.numbered(db, number)

    # -------------------------------------------------------------------------------- marks

    def save_scorecard(self, scorecard: Scorecard, basis: str = "") -> None:
        """Keep it as the newest; earlier ones stay. The same one again changes nothing."""
        self.save_scorecards([(scorecard, basis)])

    def save_scorecards(self, scorecards: Sequence[tuple[Scorecard, str]]) -> None:
        """Keep many at once, each with what it was made of."""
        with self._writing(durable=True) as db:
            for scorecard, basis in scorecards:
                mark_tables.save_scorecard(db, scorecard, basis)
                mark_tables.settle(db, scorecard.session)

    def scorecard(self, session: str) -> Scorecard | None:
        """The newest."""
        with self._reading() as db:
            return mark_tables.scorecard(db, session)

    def scorecards(self, session: str) -> tuple[KeptScorecard, ...]:
        """All that were made, oldest first."""
        with self._reading() as db:
            return mark_tables.scorecards(db, session)

    def counting(self, session: str) -> Scorecard | None:
        """The scorecard that counts; see ``mark_tables.counting``."""
        with self._reading() as db:
            return mark_tables.counting(db, session)

    def result(self, session: str) -> Result | None:
        """What counts; None where nothing was scored."""
        with self._reading() as db:
            return mark_tables.counting_result(db, session)

    def scorecard_of(self, session: str, basis: str) -> Scorecard | None:
        """The newest that was made of exactly this."""
        with self._reading() as db:
            return mark_tables.with_basis(db, session, basis)

    def digest(self, session: str) -> str:
        """Changes when the session's log or transcript does."""
        with self._apart() as db:
            return session_tables.digest(db, session)

    def marked_for(self, session: str) -> tuple[str, str | None]:
        """The rubric its scenario names, and the kind of trainee. Raise ContentError when there is no such session."""
        with self._reading() as db:
            return session_tables.marked_for(db, session)

    def packed_marks(self, sessions: Sequence[str]) -> tuple[mark_tables.PackedMarks, ...]:
        """What counts of each of these sessions that was scored, in their order."""
        with self._reading() as db:
            return mark_tables.packed(db, sessions)

    def packed_log(self, session: str) -> session_tables.PackedLog:
        """A session to be unpacked elsewhere; on any thread. Raise ContentError when there is none."""
        with self._apart() as db:
            return session_tables.packed(db, session, transcript=True)

    def stored_log(self, session: str) -> session_tables.StoredLog:
        """A session's log by its name, read where it is asked for."""
        return session_tables.StoredLog(str(self._path), session)

    def keep_outcome(self, session: str, outcome: Outcome) -> None:
        """Keep what the audience made of a session apart from luck, in place of an earlier one."""
        with self._writing() as db:
            outcome_tables.keep(db, session, outcome)

    def outcome(self, session: str) -> Outcome | None:
        """The one kept; None where none was worked out of this log by this program's model of the audience."""
        with self._reading() as db:
            return outcome_tables.of_session(db, session)

    def packed_session(self, session: str) -> looking_back.PackedSession:
        """A session for the review room; on any thread. Raise ContentError when there is none."""
        return looking_back.read_apart(str(self._path), session)

    def keep_looked_back(self, session: str, body: str) -> None:
        """Keep what was worked out of a session, in place of what was before."""
        with self._writing() as db:
            looking_back.keep(db, session, body)

    def judge(self, session: str, word: Word) -> Judgement:
        """Keep an instructor's word beside all earlier ones; returns the whole judgement."""
        with self._writing(durable=True) as db:
            mark_tables.say(db, session, word)
            return mark_tables.settle(db, session)

    def judgement(self, session: str) -> Judgement:
        with self._reading() as db:
            return mark_tables.judgement(db, session)

    # -------------------------------------------------------------------------------- inside

    @contextmanager
    def _reading(self) -> Iterator[Database]:
        with self._told():
            yield self._db

    @contextmanager
    def _apart(self) -> Iterator[Database]:
        """To read on another thread than the store's."""
        with self._told(), apart(self._path) as db:
            yield db

    @contextmanager
    def _told(self) -> Iterator[None]:
        with decoding(self._path), translated(self._path):
            yield

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
