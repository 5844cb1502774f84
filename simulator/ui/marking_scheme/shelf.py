"""The list at the left: every rubric with its versions, and the drafts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QListView,
    QWidget,
)

from simulator.domain.marked import RubricDraft, RubricVersion
from simulator.ui.amounts import when
from simulator.ui.cards import Card, CardDelegate, CardModel
from simulator.ui.plain import shown
from simulator.ui.theme import Theme, Tone
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import Button, Panel


@dataclass(frozen=True, slots=True)
class Sheet(Card):
    """A version or a draft, as a line of the list."""

    version: RubricVersion | None = None
    draft: RubricDraft | None = None

    @property
    def key(self) -> tuple[str, str]:
        """Tells it from the others."""
        if self.draft is not None:
            return self.draft.rubric.id, f"draft {self.draft.author}"
        assert self.version is not None
        return self.version.rubric.id, self.version.rubric.version


class SheetModel(CardModel[Sheet]):
    """Drafts first, then each rubric with its versions, the newest first."""

    def show_all(self, versions: tuple[RubricVersion, ...], drafts: tuple[RubricDraft, ...], language: str) -> None:
        rows = [self._draft(each, language) for each in drafts]
        in_force: set[str] = set()
        for each in versions:
            marks_now = not each.retired and each.rubric.id not in in_force
            if marks_now:
                in_force.add(each.rubric.id)
            rows.append(self._version(each, language, marks_now))
        self.replace(rows)

    def _draft(self, draft: RubricDraft, language: str) -> Sheet:
        about = self.tr("by {author}, {when}").format(author=shown(draft.author, 14), when=when(draft.kept_utc))
        return Sheet(draft.rubric.title(language), about, self.tr("draft"), Tone.WARN, draft=draft)

    def _version(self, version: RubricVersion, language: str, in_force: bool) -> Sheet:
        number = self.tr("version {number}").format(number=version.rubric.version)
        about = f"{number} · {when(version.added_utc).split(' ')[0]}"
        if version.retired:
            state, tone = self.tr("retired"), Tone.MUTED
        elif in_force:
            state, tone = self.tr("in force"), Tone.GOOD
        else:
            state, tone = self.tr("earlier"), Tone.MUTED
        return Sheet(version.rubric.title(language), about, state, tone, version=version)


class Shelf(Panel):
    """What there is, and what can be done with the chosen one."""

    chosen = Signal(object)
    """A ``Sheet``."""
    edit_asked = Signal()
    copy_asked = Signal()
    import_asked = Signal()
    export_asked = Signal()
    retire_asked = Signal()
    discard_asked = Signal()

    def __init__(self, theme: Theme, language: ScreenLanguage, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Rubrics"))
        self._language = language.of_texts
        self._quiet = False
        self.model = SheetModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(CardDelegate(theme, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Rubrics and their versions"))
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.setFocusProxy(self.list)
        self.body.addWidget(self.list, 1)
        self.edit = Button(self.tr("Edit"))
        self.copy = Button(self.tr("Copy"))
        self.import_ = Button(self.tr("Import …"))
        self.export = Button(self.tr("Export …"))
        self.retire = Button(self.tr("Retire"))
        self.discard = Button(self.tr("Discard draft"))
        self.edit.setToolTip(self.tr("Begin a new version of this rubric"))
        self.copy.setToolTip(self.tr("Begin a rubric of your own from this version"))
        for button, signal in (
            (self.edit, self.edit_asked),
            (self.copy, self.copy_asked),
            (self.import_, self.import_asked),
            (self.export, self.export_asked),
            (self.retire, self.retire_asked),
            (self.discard, self.discard_asked),
        ):
            button.clicked.connect(signal)
        grid = QGridLayout()
        grid.setSpacing(6)
        for number, button in enumerate((self.edit, self.copy, self.import_, self.export)):
            grid.addWidget(button, number // 2, number % 2)
        grid.addWidget(self.retire, 2, 0, 1, 2)
        grid.addWidget(self.discard, 3, 0, 1, 2)
        self.body.addLayout(grid)
        self._show_buttons()

    def show_all(self, versions: tuple[RubricVersion, ...], drafts: tuple[RubricDraft, ...]) -> None:
        self._quiet = True
        self.model.show_all(versions, drafts, self._language)
        self._quiet = False
        self._show_buttons()

    def choose(self, key: tuple[str, str]) -> None:
        """Choose the line with this key, the first where there is none, and say so."""
        self.mark(key)
        if self.sheet is not None:
            self.chosen.emit(self.sheet)

    def mark(self, key: tuple[str, str]) -> None:
        """Choose the line of what is open already."""
        number = next((number for number, sheet in enumerate(self.model.rows) if sheet.key == key), 0)
        self._quiet = True
        self.list.setCurrentIndex(self.model.index(number))
        self._quiet = False
        self._show_buttons()

    @property
    def sheet(self) -> Sheet | None:
        return self.model.row(self.list.currentIndex().row())

    def _on_current(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_buttons()
        if self.sheet is not None and not self._quiet:
            self.chosen.emit(self.sheet)

    def _show_buttons(self) -> None:
        sheet = self.sheet
        version = None if sheet is None else sheet.version
        for button in (self.edit, self.copy, self.export):
            button.setEnabled(version is not None)
        self.retire.setVisible(sheet is None or sheet.draft is None)
        self.retire.setEnabled(version is not None)
        self.retire.say(self.tr("Put back in force") if version is not None and version.retired else self.tr("Retire"))
        self.discard.setVisible(sheet is not None and sheet.draft is not None)
