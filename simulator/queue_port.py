"""What an evening of marking needs of the store: classes, the queue, two assessors, and search.

A part of the port ``Store``; ``ports`` puts it together with the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from simulator.domain.assessing import Assessing
from simulator.domain.classes import ClassList, Cohort, ListEntered, Member, TraineeClass
from simulator.domain.judgement import Confirmation, Judgement, Override, Scorecard
from simulator.domain.queue import ClassCount, Hit, Left, Progress, Queued, Source, Wanted


class QueueStore(Protocol):
    """Lives on the main thread; every call is whole or not at all. Raise StoreError."""

    def classes(self) -> tuple[TraineeClass, ...]:
        """All, by name."""

    def classes_of(self, trainee: str) -> tuple[TraineeClass, ...]:
        """The classes of this trainee (``Trainee.id``), by name."""

    def make_class(self, name: str) -> TraineeClass:
        """A new class, nobody in it. Raise ContentError where the name is empty, too long, or taken."""

    def rename_class(self, id: str, name: str) -> None:
        """Raise ContentError where the name is empty, too long, or taken by another class."""

    def drop_class(self, id: str) -> None:
        """The class goes; its trainees and their sessions stay."""

    def members(self, id: str) -> tuple[Member, ...]:
        """Who is in this class (``TraineeClass.id``), by name."""

    def put_in_class(self, id: str, trainees: Sequence[str]) -> int:
        """Put trainees (``Trainee.id``) into a class; returns how many were not in it before."""

    def take_from_class(self, id: str, trainee: str) -> None:
        """The trainee and all that is theirs stay; only the class goes on without them."""

    def class_list(self, file: Path, into: str = "") -> ClassList:
        """Read a CSV of names; ``into`` is the class where it has no column for it. Nothing is entered yet.

        Raise ContentError where the file cannot be read as a list at all.
        """

    def enter_class_list(self, listed: ClassList) -> ListEntered:
        """Enter a list without mistakes: classes and trainees that are not here yet are made."""

    def cohorts(self) -> tuple[Cohort, ...]:
        """Those who sat each exam paper that names whom it is for, the newest paper first."""

    # -------------------------------------------------------------------------------- the queue

    def queue(self, wanted: Wanted, most: int, after: Queued | None = None) -> tuple[Queued, ...]:
        """At most so many sessions, from the head or after one of them. Sessions that were not scored are in none."""

    def before(self, wanted: Wanted, session: Queued) -> Queued | None:
        """The one before it; None where it is the first."""

    def queued(self, session: str) -> Queued | None:
        """The session as it stands in the queue; None where it was not scored."""

    def progress(self, wanted: Wanted, since_utc: str) -> Progress:
        """How many of what is asked for, whatever its stage, were signed since then, and how many wait."""

    def queued_scenarios(self) -> tuple[str, ...]:
        """Ids of the scenarios there are sessions of."""

    def queued_papers(self) -> tuple[str, ...]:
        """Numbers of the exam papers there are sessions of, the newest first."""

    def class_count(self, id: str) -> ClassCount:
        """What the trainees of a class (``TraineeClass.id``) have done."""

    def take_in(self, most: int) -> Left:
        """Take at most so much of what is older than queue and search into them; returns what is left.

        A session of the queue counts one, so do some dozens of comments: ten take some hundredths of a second.
        """

    # -------------------------------------------------------------------------------- two assessors

    def second_needed(self, paper: str | None = None) -> bool:
        """Whether exam sessions of this paper need a second assessor; None is those without one."""

    def second_settled(self) -> Mapping[str, bool]:
        """Papers for which something else was settled than for all."""

    def ask_second(self, needed: bool | None, paper: str | None = None) -> None:
        """Settle it for one paper (None: as for all), or for all exam sessions.

        Sessions signed before a second assessor could be asked for are never touched by it.
        """

    def assessing(self, session: str) -> Assessing:
        """How the marking of a session stands, and on what two assessors differ."""

    def signed_card(self, session: str, instructor: str) -> Scorecard | None:
        """The scorecard that this instructor's standing signature holds on to; None where there is none."""

    def settle_jointly(self, session: str, word: Override | Confirmation) -> Judgement:
        """Keep what both assessors settled, under both names. Raise ValueError where there are no two."""

    def sign_jointly(self, session: str, scorecard: Scorecard | None = None, log: str = "") -> Judgement:
        """Both assessors stand by the result. Raise ValueError where something is still open between them."""

    # -------------------------------------------------------------------------------- search

    def search(self, words: str, source: Source, most: int, before: int | None = None) -> tuple[Hit, ...]:
        """Moments in which these words follow each other, the newest kept first; those ``before`` a hit's place.

        Chinese by any letters, English by words; case, width and signs do not count. Nothing for no words.
        """
