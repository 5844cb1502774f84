"""The part of the store that the queue rests on: classes of trainees."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from simulator.domain.classes import ClassList, Cohort, ListEntered, Member, TraineeClass
from simulator.storage import class_tables
from simulator.storage.class_lists import read_class_list
from simulator.storage.mark_shelf import MarkShelf


class QueueShelf(MarkShelf):
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
