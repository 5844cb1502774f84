"""The rubric on the table: a published version to look at, or a draft whose every change is kept and can be undone."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from simulator.domain.marked import RubricDraft, RubricVersion
from simulator.domain.rubric import Rubric
from simulator.domain.units import Text
from simulator.mark_port import MarkStore
from simulator.ports import Mendable
from simulator.ui.models.history import History

MOST_STEPS = 200
"""How many changes can be taken back."""


class Drafting(QObject):
    """Holds what is shown and edited; every change is kept at once, as the draft of its author."""

    opened = Signal()
    """Another rubric lies on the table."""
    changed = Signal()
    """The draft was changed, or a change taken back."""
    shelved = Signal()
    """Versions or drafts came or went."""
    failed = Signal(object)
    """A ``Mendable``."""

    def __init__(self, store: MarkStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.version: RubricVersion | None = None
        self.draft: RubricDraft | None = None
        self._rubric: Rubric | None = None
        self._history: History[Rubric] = History(MOST_STEPS)

    @property
    def rubric(self) -> Rubric | None:
        return self._rubric

    @property
    def editable(self) -> bool:
        return self.draft is not None

    @property
    def can_undo(self) -> bool:
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        return self._history.can_redo

    @property
    def base(self) -> Rubric | None:
        """The version the draft began from; None where a version is looked at, or it is not here any more."""
        if self.draft is None:
            return None
        id, _, version = self.draft.based_on.rpartition("@")
        return next(
            (
                each.rubric
                for each in self._store.rubric_versions()
                if (each.rubric.id, each.rubric.version) == (id, version)
            ),
            None,
        )

    # ------------------------------------------------------------------ opening

    def open_version(self, version: RubricVersion) -> None:
        """Look at a published version."""
        self._open(version.rubric, version, None)

    def open_draft(self, draft: RubricDraft) -> None:
        """Go on with a draft."""
        self._open(draft.rubric, None, draft)

    def begin(self, version: RubricVersion, author: str) -> None:
        """Go on with the author's draft of this rubric, or begin one from this version."""
        rubric = version.rubric
        for draft in self._store.rubric_drafts():
            if draft.rubric.id == rubric.id and draft.author == author:
                self.open_draft(draft)
                return
        self._keep_as_draft(rubric, author, (rubric.id, rubric.version))

    def copy(self, version: RubricVersion, author: str, name: Text) -> None:
        """Begin a rubric of its own from a version."""
        taken = {each.rubric.id for each in self._store.rubric_versions()}
        taken |= {each.rubric.id for each in self._store.rubric_drafts()}
        id = next(f"centre-{number}" for number in range(1, len(taken) + 2) if f"centre-{number}" not in taken)
        rubric = version.rubric
        self._keep_as_draft(replace(rubric, id=id, name=name), author, (rubric.id, rubric.version))

    # ------------------------------------------------------------------ changing

    def change(self, rubric: Rubric) -> None:
        """Make this the draft."""
        if self.draft is None or self._rubric is None or rubric == self._rubric:
            return
        self._history.change(self._rubric)
        self._set(rubric)

    def undo(self) -> None:
        if self._rubric is not None and self.can_undo:
            self._set(self._history.undo(self._rubric))

    def redo(self) -> None:
        if self._rubric is not None and self.can_redo:
            self._set(self._history.redo(self._rubric))

    # ------------------------------------------------------------------ ending

    def publish(self, note: str) -> Rubric | None:
        """Make the draft the next version of its rubric; None where that failed."""
        draft, rubric = self.draft, self._rubric
        if draft is None or rubric is None:
            return None
        try:
            published = self._store.publish_rubric(rubric, draft.author, note)
        except Mendable as error:
            self.failed.emit(error)
            return None
        self.shelved.emit()
        return published

    def discard(self) -> None:
        """Throw the draft away."""
        if self.draft is not None and self._rubric is not None:
            self._store.drop_rubric_draft(self._rubric.id, self.draft.author)
            self.draft, self._rubric = None, None
            self.shelved.emit()

    # ------------------------------------------------------------------ inside

    def _open(self, rubric: Rubric, version: RubricVersion | None, draft: RubricDraft | None) -> None:
        self._rubric, self.version, self.draft = rubric, version, draft
        self._history.clear()
        self.opened.emit()

    def _keep_as_draft(self, rubric: Rubric, author: str, based_on: tuple[str, str]) -> None:
        try:
            draft = self._store.keep_rubric_draft(rubric, author, based_on)
        except Mendable as error:
            self.failed.emit(error)
            return
        self.shelved.emit()
        self.open_draft(draft)

    def _set(self, rubric: Rubric) -> None:
        assert self.draft is not None
        id, _, version = self.draft.based_on.rpartition("@")
        try:
            self.draft = self._store.keep_rubric_draft(rubric, self.draft.author, (id, version))
        except Mendable as error:
            self.failed.emit(error)
        self._rubric = rubric
        self.changed.emit()
