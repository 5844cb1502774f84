"""The part of the store that an evening of marking rests on: classes, the queue, two assessors, and search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from simulator.domain.assessing import Assessing, Stage, together
from simulator.domain.classes import ClassList, Cohort, ListEntered, Member, TraineeClass
from simulator.domain.judgement import Confirmation, Joint, Judgement, Override, Scorecard
from simulator.domain.queue import ClassCount, Hit, Left, Progress, Queued, Source, Wanted
from simulator.storage import assessing_tables, class_tables, mark_tables, queue_tables, search_tables
from simulator.storage.class_lists import read_class_list
from simulator.storage.review_shelf import ReviewShelf

AT_ONCE = 200
"""Sessions looked at again at once when it is settled anew whether a second assessor is needed."""
COMMENTS = 40
"""Comments that take as long to index as a session takes to be looked at again."""


class QueueShelf(ReviewShelf):
    """Fulfils ``QueueStore`` on an open database. Every call is one transaction."""

    # -------------------------------------------------------------------------------- classes

    def classes(self) -> tuple[TraineeClass, ...]:
        """All, by name."""
        with self._reading() as db:
            return class_tables.every(db)

    def classes_of(self, trainee: str) -> tuple[TraineeClass, ...]:
        """The classes of this trainee, by name."""
        with self._reading() as db:
            return class_tables.of_trainee(db, trainee)

    def make_class(self, name: str) -> TraineeClass:
        """A new class, nobody in it. Raise ContentError where the name is empty, too long, or taken."""
        with self._writing() as db:
            return class_tables.make(db, name)

    def rename_class(self, id: str, name: str) -> None:
        """Raise ContentError where the name is empty, too long, or taken by another class."""
        with self._writing() as db:
            class_tables.rename(db, id, name)

    def drop_class(self, id: str) -> None:
        """The class goes; its trainees and their sessions stay."""
        with self._writing() as db:
            class_tables.drop(db, id)

    def members(self, id: str) -> tuple[Member, ...]:
        """Who is in this class, by name."""
        with self._reading() as db:
            return class_tables.members(db, id)

    def put_in_class(self, id: str, trainees: Sequence[str]) -> int:
        """Put trainees into a class; returns how many were not in it before."""
        with self._writing() as db:
            return class_tables.put(db, id, trainees)

    def take_from_class(self, id: str, trainee: str) -> None:
        with self._writing() as db:
            class_tables.take_out(db, id, trainee)

    def class_list(self, file: Path, into: str = "") -> ClassList:
        """Read a CSV of names; nothing is entered yet. Raise ContentError where it is no list at all."""
        return read_class_list(file, into)

    def enter_class_list(self, listed: ClassList) -> ListEntered:
        """Enter a list without mistakes, whole or not at all."""
        with self._writing() as db:
            return class_tables.enter(db, listed)

    def cohorts(self) -> tuple[Cohort, ...]:
        """Those who sat each exam paper that names whom it is for, the newest paper first."""
        with self._reading() as db:
            return class_tables.cohorts(db)

    # -------------------------------------------------------------------------------- the queue

    def queue(self, wanted: Wanted, most: int, after: Queued | None = None) -> tuple[Queued, ...]:
        """At most so many sessions, from the head or after one of them."""
        with self._reading() as db:
            return queue_tables.page(db, wanted, most, beside=after)

    def before(self, wanted: Wanted, session: Queued) -> Queued | None:
        """The one before it; None where it is the first."""
        with self._reading() as db:
            return next(iter(queue_tables.page(db, wanted, 1, beside=session, backwards=True)), None)

    def queued(self, session: str) -> Queued | None:
        """The session as it stands in the queue; None where it was not scored."""
        with self._reading() as db:
            return next(iter(queue_tables.rows_of(db, [session])), None)

    def progress(self, wanted: Wanted, since_utc: str) -> Progress:
        """How many of what is asked for, whatever its stage, were signed since then, and how many wait."""
        with self._reading() as db:
            return queue_tables.progress(db, wanted, since_utc)

    def queued_scenarios(self) -> tuple[str, ...]:
        """Ids of the scenarios there are sessions of."""
        with self._reading() as db:
            return queue_tables.scenarios(db)

    def queued_papers(self) -> tuple[str, ...]:
        """Numbers of the exam papers there are sessions of, the newest first."""
        with self._reading() as db:
            return queue_tables.papers(db)

    def class_count(self, id: str) -> ClassCount:
        """What the trainees of a class have done."""
        with self._reading() as db:
            return queue_tables.class_count(db, id)

    def take_in(self, most: int) -> Left:
        """Take at most so much of what is older than queue and search into them; returns what is left."""
        with self._writing() as db:
            due = db.execute("SELECT session FROM queue_due LIMIT ?", [most]).fetchall()
            for (session,) in due:
                mark_tables.settle(db, session)
            if len(due) < most:
                search_tables.take_in(db, COMMENTS * (most - len(due)))
            return self._left()

    def _left(self) -> Left:
        sessions, comments = (
            int(self._db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
            for table in ("queue_due", "comments_due")
        )
        return Left(sessions, comments)

    # -------------------------------------------------------------------------------- two assessors

    def second_needed(self, paper: str | None = None) -> bool:
        """Whether exam sessions of this paper need a second assessor; None is those without one."""
        with self._reading() as db:
            return queue_tables.second_needed(db, paper)

    def second_settled(self) -> dict[str, bool]:
        """Papers for which something else was settled than for all."""
        with self._reading() as db:
            return queue_tables.second_settled(db)

    def ask_second(self, needed: bool | None, paper: str | None = None) -> None:
        """Settle it for one paper (None: as for all), or for all exam sessions."""
        with self._writing() as db:
            touched = queue_tables.ask_second(db, needed, paper)
            for session in touched[:AT_ONCE]:
                mark_tables.settle(db, session)
            db.conn.executemany("INSERT OR IGNORE INTO queue_due VALUES (?)", [(each,) for each in touched[AT_ONCE:]])

    def assessing(self, session: str) -> Assessing:
        """How the marking of a session stands, and on what two assessors differ."""
        with self._reading() as db:
            return assessing_tables.of_session(db, session)

    def signed_card(self, session: str, instructor: str) -> Scorecard | None:
        """The scorecard that this instructor's standing signature holds on to."""
        with self._reading() as db:
            return assessing_tables.signed_card(db, session, instructor)

    def sign(self, session: str, instructor: str, scorecard: Scorecard | None = None, log: str = "") -> Judgement:
        """As for every session; where two assessors were needed and agree on everything, both have signed then."""
        judgement = super().sign(session, instructor, scorecard, log)
        assessing = self.assessing(session)
        if assessing.stage is Stage.TO_RECONCILE and not assessing.open:
            return self.sign_jointly(session, scorecard, log)
        return judgement

    def settle_jointly(self, session: str, word: Override | Confirmation) -> Judgement:
        """Keep what both assessors settled; its instructor becomes both. Raise ValueError where none is waited for."""
        names = self._both(session)
        joint = Joint()
        match word:
            case Override():
                joint = Joint(level=replace(word, instructor=names))
            case Confirmation():
                joint = Joint(finding=replace(word, instructor=names))
        with self._writing(durable=True) as db:
            mark_tables.say(db, session, joint)
            return mark_tables.settle(db, session)

    def sign_jointly(self, session: str, scorecard: Scorecard | None = None, log: str = "") -> Judgement:
        """Both assessors stand by the result. Raise ValueError where something is still open between them."""
        names = self._both(session)
        if self.assessing(session).open:
            raise ValueError("two assessors still differ")
        return super().sign(session, names, scorecard, log)

    def _both(self, session: str) -> str:
        opinions = self.assessing(session).opinions
        if len(opinions) < 2:
            raise ValueError("there are no two assessors")
        return together(tuple(each.assessor for each in opinions))

    # -------------------------------------------------------------------------------- search

    def search(self, words: str, source: Source, most: int, before: int | None = None) -> tuple[Hit, ...]:
        """Moments in which these words follow each other, the newest kept first; those ``before`` a hit's place."""
        with self._reading() as db:
            return search_tables.hits(db, words, source, most, before)
