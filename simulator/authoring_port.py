"""What the windows need to have scenarios written: drafts, what is wrong with them, and their publication."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from simulator.domain.draft import Draft, Field, Flaw, Named, Steps
from simulator.domain.language import Language
from simulator.domain.scenario import Scenario


class Workshop(Protocol):
    """Where scenarios are written. Everything may raise ContentError where a file cannot be read or written."""

    form: Field
    """All that can be filled in."""

    def drafts(self) -> tuple[Draft, ...]:
        """The last kept first; what cannot be read is left where it is."""

    def own(self) -> tuple[str, ...]:
        """Ids of the scenarios this centre has published."""

    def blank(self, language: Language, market: str) -> Draft:
        """A new draft with all that every scenario has, and nothing said."""

    def begin(self, scenario: str, *, fresh: bool) -> Draft:
        """A new draft of this scenario; ``fresh`` gives it an id of its own."""

    def taken_in(self, file: Path) -> tuple[Draft, tuple[str, ...]]:
        """A new draft of a file from anywhere, and the paths in it that belong to no field and were left out."""

    def keep(self, draft: Draft) -> Draft:
        """Write it down, whole or not at all."""

    def discard(self, draft: Draft) -> None: ...

    def written(self, draft: Draft) -> str:
        """The text of its file."""

    def text_of(self, scenario: str) -> str:
        """The text of a published scenario's file, as it is."""

    def flaws(self, draft: Draft) -> tuple[Flaw, ...]:
        """Everything that ``bolian content check`` would say of it, and whether its id is free."""

    def breaches(self, draft: Draft) -> tuple[Flaw, ...]:
        """Where its words break the rules of its market, heard as on air. Takes a second or two; any thread."""

    def made(self, draft: Draft) -> Scenario | None:
        """The scenario; None while its form is wrong."""

    def row(self, draft: Draft, steps: Steps) -> Mapping[str, Any]:
        """What a new row at this place begins with."""

    def names(self, draft: Draft, steps: Steps) -> tuple[Named, ...]:
        """What may be named at this place; nothing where anything may be written."""

    def publish(self, draft: Draft) -> Scenario:
        """Make it a scenario that can be chosen; an earlier version of it is put aside, not lost."""

    def withdraw(self, scenario: str) -> None:
        """Take a scenario of this centre off the list; its file is put aside, not lost."""
