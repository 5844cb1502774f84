"""The part of the store that says how scored sessions stand, and what they are held against."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from simulator.domain.standing import ClassQuestion, ClassSessions, Reference, Standing
from simulator.ports import ContentError
from simulator.storage import mark_tables, standing_tables
from simulator.storage.mark_shelf import MarkShelf


class StandingShelf(MarkShelf):
    """Fulfils ``StandingStore`` on an open database. Every call is one transaction."""

    def standings(self, trainee: str) -> tuple[Standing, ...]:
        """Every scored session of a trainee (``Trainee.id``), oldest first."""
        with self._reading() as db:
            return standing_tables.of_trainee(db, trainee)

    def class_sessions(self, question: ClassQuestion) -> ClassSessions:
        """The sessions of a class that are counted, with their levels, misses and broken rules."""
        with self._reading() as db:
            return standing_tables.of_class(db, question)

    def keep_broken(self, session: str, rules: Mapping[str, int], *, live: bool = False) -> None:
        """How often each category of rules was broken in a scored session, breaches that were struck left out."""
        with self._writing() as db:
            standing_tables.keep_broken(db, session, rules, live=live)

    def take_in_standings(self, most: int) -> tuple[int, int]:
        """Take in so many sessions that were scored before their standing was kept; how many were, and are left."""
        with self._writing() as db:
            sessions = standing_tables.due(db, most)
            for session in sessions:
                with suppress(ContentError):  # its rubric is gone: there is nothing to hold its levels against
                    mark_tables.settle(db, session)
                    standing_tables.heard_live(db, session)
            return len(sessions), standing_tables.no_longer_due(db, sessions)

    def reference(self, scenario: str) -> Reference | None:
        """What sessions of this scenario are held against; None where there is nothing."""
        with self._reading() as db:
            return standing_tables.reference(db, scenario)

    def name_reference(self, scenario: str, session: str | None, by: str) -> None:
        """Name the reference of a scenario, or none. Raise ContentError where the session is of another."""
        with self._writing() as db:
            standing_tables.name_reference(db, scenario, session, by)
