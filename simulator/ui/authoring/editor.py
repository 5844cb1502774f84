"""A draft on the table: its parts at the left, their fields in the middle, what is wrong at the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.domain.draft import Field, Kind, Steps
from simulator.ui.authoring.drafting import Drafting
from simulator.ui.authoring.flaw_list import FlawList
from simulator.ui.authoring.form_page import FormPage
from simulator.ui.authoring.outline import Outline
from simulator.ui.theme import Theme
from simulator.ui.widgets import Button, ElidedLabel, PrimaryButton, row

OUTLINE_PX, FLAWS_PX = 250, 270
WIDENING = 0.45
"""How much of the growth of large text the two sides take in width."""


class ScenarioEditor(QWidget):
    """Everything is kept as it is typed."""

    list_asked = Signal()
    preview_asked = Signal()
    publish_asked = Signal()

    def __init__(self, drafting: Drafting, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafting = drafting
        self._language = language
        self.all = Button(self.tr("All scenarios"), "Alt+L")
        self.title = ElidedLabel("", "strong")
        self.undo = Button(self.tr("Undo"), "Ctrl+Z")
        self.redo = Button(self.tr("Redo"), "Ctrl+Y")
        self.preview = Button(self.tr("Preview"), "Alt+P")
        self.publish = PrimaryButton(self.tr("Publish …"))
        self.outline = Outline(drafting, theme)
        self.page = FormPage(drafting, theme, language)
        self.flaws = FlawList(drafting)
        wider = 1 + (theme.scale - 1) * WIDENING
        self.outline.setFixedWidth(round(OUTLINE_PX * wider))
        self.flaws.setFixedWidth(round(FLAWS_PX * wider))
        top = row(8)
        top.addWidget(self.all)
        top.addWidget(self.title, 1)
        for button in (self.undo, self.redo, self.preview, self.publish):
            top.addWidget(button)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.outline)
        line.addWidget(self.page, 1)
        line.addWidget(self.flaws)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(top)
        whole.addLayout(line, 1)
        self.setFocusProxy(self.outline)
        self._connect()

    def _connect(self) -> None:
        drafting = self._drafting
        self.all.clicked.connect(self.list_asked)
        self.undo.clicked.connect(drafting.undo)
        self.redo.clicked.connect(drafting.redo)
        self.preview.clicked.connect(self.preview_asked)
        self.publish.clicked.connect(self.publish_asked)
        self.outline.chosen.connect(self._on_chosen)
        self.page.open_asked.connect(self.outline.rebuild)
        self.flaws.asked.connect(self.go_to)
        drafting.opened.connect(self._on_opened)
        drafting.reshaped.connect(self._on_reshaped)
        drafting.changed.connect(self._show_state)
        drafting.checked.connect(self._show_state)

    def go_to(self, steps: Steps) -> None:
        """Open the part in which this place stands, and go to its field."""
        self.outline.choose(self.outline.part_of(steps))
        self.page.focus_at(steps)

    def _on_opened(self) -> None:
        self.outline.rebuild(())
        self._show_state()

    def _on_reshaped(self) -> None:
        """The same part as before, where it is still there."""
        self.outline.rebuild(self.page.steps)
        self._show_state()

    def _on_chosen(self, steps: Steps) -> None:
        field = self._field(steps)
        if field.kind is Kind.ROWS and (not steps or not isinstance(steps[-1], int)):
            self.page.show_rows(steps)
        else:
            self.page.show_group(field, steps)

    def _field(self, steps: Steps) -> Field:
        """The field at this place; a row is described by its list."""
        field = self._drafting.workshop.form
        for step in steps:
            if isinstance(step, str):
                field = field.field(step)
        return field

    def _show_state(self) -> None:
        drafting = self._drafting
        draft = drafting.draft
        if draft is None:
            return
        self.title.say(f"{draft.text(('id',))}  {draft.text(('title', self._language))}")
        self.undo.setEnabled(drafting.can_undo)
        self.redo.setEnabled(drafting.can_redo)
        self.publish.setEnabled(not drafting.flaws)
        self.publish.setToolTip(self.tr("Mend the mistakes first.") if drafting.flaws else "")
