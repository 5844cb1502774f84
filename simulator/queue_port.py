"""What the queue needs of the store: classes of trainees.

The part of the port ``Store`` that an evening of marking rests on; ``ports`` puts it together with the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from simulator.domain.classes import ClassList, Cohort, ListEntered, Member, TraineeClass


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
