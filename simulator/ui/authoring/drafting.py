"""The scenario on the table: every change is kept at once and can be taken back; what is wrong is told soon after."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.authoring_port import Workshop
from simulator.domain.draft import Draft, Flaw, Steps
from simulator.domain.language import Language
from simulator.domain.scenario import Scenario
from simulator.ports import Mendable
from simulator.ui.models.history import History

MOST_STEPS = 300
"""How many changes can be taken back."""
CHECK_AFTER_MS = 250
"""A pause in typing after which the check runs: it takes some twenty milliseconds."""


class Drafting(QObject):
    """Holds the draft that is open."""

    opened = Signal()
    """Another draft lies on the table, or none."""
    reshaped = Signal()
    """Rows came, went or moved, or a change was taken back: fields show other things than before."""
    changed = Signal()
    """Something was filled in."""
    checked = Signal()
    """``flaws`` are those of the draft as it stands."""
    shelved = Signal()
    """Drafts or scenarios came or went."""
    failed = Signal(object)
    """A ``Mendable``."""

    def __init__(self, workshop: Workshop, language: str, parent: QObject | None = None) -> None:
        """``language`` (zh or en) is that of titles."""
        super().__init__(parent)
        self.workshop = workshop
        self.language = language
        self.draft: Draft | None = None
        self.flaws: tuple[Flaw, ...] = ()
        self._history: History[Draft] = History(MOST_STEPS)
        self._filling: Steps | None = None
        self._timer = QTimer(self, interval=CHECK_AFTER_MS, singleShot=True)
        self._timer.timeout.connect(self.check)

    @property
    def can_undo(self) -> bool:
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        return self._history.can_redo

    # ------------------------------------------------------------------ opening

    def open(self, draft: Draft | None) -> None:
        """Go on with a draft; None puts away what is open."""
        self.draft = draft
        self._history.clear()
        self._filling = None
        self.check()
        self.opened.emit()

    def begin_blank(self, language: Language, market: str) -> None:
        self._begin(lambda: self.workshop.blank(language, market))

    def begin_from(self, scenario: str, *, fresh: bool) -> None:
        """A draft of this scenario; its own next version goes on with the draft there is."""
        if not fresh:
            for each in self.workshop.drafts():
                if each.text(("id",)) == scenario:
                    self.open(each)
                    return
        self._begin(lambda: self.workshop.begin(scenario, fresh=fresh))

    def take_in(self, file: Path) -> tuple[str, ...]:
        """Begin from a file; returns the paths that were left out."""
        left_out: list[str] = []

        def begun() -> Draft:
            draft, paths = self.workshop.taken_in(file)
            left_out.extend(paths)
            return draft

        self._begin(begun)
        return tuple(left_out)

    def _begin(self, begun: Callable[[], Draft]) -> None:
        try:
            draft = begun()
        except Mendable as error:
            self.failed.emit(error)
            return
        self.shelved.emit()
        self.open(draft)

    # ------------------------------------------------------------------ changing

    def fill(self, steps: Steps, value: Any) -> None:
        """Put a value into a field; typing on in the same field is one change."""
        if self.draft is None or (made := self.draft.put(steps, value)).tree == self.draft.tree:
            return
        self._set(made, joined=self._filling == steps)
        self._filling = steps
        self.changed.emit()

    def reshape(self, made: Draft) -> None:
        """Rows came, went or moved."""
        if self.draft is None or made.tree == self.draft.tree:
            return
        self._set(made)
        self.reshaped.emit()

    def undo(self) -> None:
        if self.draft is not None and self.can_undo:
            self._show_again(self._history.undo(self.draft))

    def redo(self) -> None:
        if self.draft is not None and self.can_redo:
            self._show_again(self._history.redo(self.draft))

    def _show_again(self, draft: Draft) -> None:
        self.draft, self._filling = draft, None
        self._keep()
        self.reshaped.emit()

    def _set(self, made: Draft, *, joined: bool = False) -> None:
        assert self.draft is not None
        self._history.change(self.draft, joined=joined)
        self.draft, self._filling = made, None
        self._keep()

    def _keep(self) -> None:
        assert self.draft is not None
        try:
            self.draft = self.workshop.keep(self.draft)
        except Mendable as error:
            self.failed.emit(error)
        self._timer.start()

    # ------------------------------------------------------------------ checking and ending

    def check(self) -> None:
        """Look for what is wrong now."""
        self._timer.stop()
        try:
            self.flaws = () if self.draft is None else self.workshop.flaws(self.draft)
        except Mendable as error:
            self.failed.emit(error)
        self.checked.emit()

    def tell(self, breaches: tuple[Flaw, ...]) -> None:
        """What a longer look has found, until the draft is changed."""
        self.flaws = (*self.flaws, *breaches)
        self.checked.emit()

    def publish(self) -> Scenario | None:
        """Make the draft a scenario; None where that failed."""
        if self.draft is None:
            return None
        try:
            made = self.workshop.publish(self.draft)
        except Mendable as error:
            self.failed.emit(error)
            return None
        self.open(None)
        self.shelved.emit()
        return made

    def discard(self, draft: Draft) -> None:
        """Throw a draft away."""
        self._ended(lambda: self.workshop.discard(draft))

    def withdraw(self, scenario: str) -> None:
        """Take a scenario of this centre off the list."""
        self._ended(lambda: self.workshop.withdraw(scenario))

    def _ended(self, act: Callable[[], None]) -> None:
        try:
            act()
        except Mendable as error:
            self.failed.emit(error)
        self.shelved.emit()
