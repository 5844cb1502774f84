"""What comparing needs of the store: how scored sessions stand, class by class, and what they are held against.

A part of the port ``Store``; ``ports`` puts it together with the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from simulator.domain.standing import ClassQuestion, ClassSessions, Reference, Standing


class StandingStore(Protocol):
    """Lives on the main thread; every call is whole or not at all. Raise StoreError."""

    def standings(self, trainee: str) -> tuple[Standing, ...]:
        """Every scored session of a trainee (``Trainee.id``), oldest first."""

    def class_sessions(self, question: ClassQuestion) -> ClassSessions:
        """The sessions of a class that are counted, with their levels, misses and broken rules."""

    def keep_broken(self, session: str, rules: Mapping[str, int], *, live: bool = False) -> None:
        """How often each category of rules was broken in a scored session, breaches that were struck left out.

        ``live`` where that is by what was heard on air only.
        """

    def take_in_standings(self, most: int) -> tuple[int, int]:
        """Take in so many sessions that were scored before their standing was kept; how many were, and are left."""

    def reference(self, scenario: str) -> Reference | None:
        """What sessions of this scenario are held against: the one that was named, else the last demo pitch."""

    def name_reference(self, scenario: str, session: str | None, by: str) -> None:
        """Let this session be the reference from now on, or none (the demo pitch, where there is one)."""
