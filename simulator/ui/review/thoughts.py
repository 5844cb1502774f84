"""Taking back and saying again: two buttons that say what they would do, and the way to the signed versions."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simulator.domain.said import Steps
from simulator.ui.plain import shown
from simulator.ui.review.said_words import briefly
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Label, LinkButton, column, row

ROOM = 30
"""Characters on a button; the whole is told beside it."""


class ThoughtsLine(QWidget):
    """Hidden while there is nothing to take back, say again or look up."""

    undo_asked = Signal()
    redo_asked = Signal()
    versions_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = row(6)
        self.undo = LinkButton("")
        self.undo.clicked.connect(self.undo_asked)
        self.redo = LinkButton("")
        self.redo.clicked.connect(self.redo_asked)
        self.versions = LinkButton("")
        self.versions.clicked.connect(self.versions_asked)
        for button in (self.undo, self.redo, self.versions):
            button.setMaximumHeight(theme.px(24))
            button.hide()
        line.addWidget(self.undo)
        line.addWidget(self.redo)
        line.addStretch()
        line.addWidget(self.versions)
        self.back = Label("", "small", tone=Tone.INFO, wrap=True)
        self.back.hide()
        lines = column(2)
        lines.addWidget(self.back)
        lines.addLayout(line)
        self.setLayout(lines)

    def show_steps(self, steps: Steps) -> None:
        for button, step, words, key in (
            (self.undo, steps.undo, self.tr("Undo {what}"), "Ctrl+Z"),
            (self.redo, steps.redo, self.tr("Redo {what}"), "Ctrl+Shift+Z"),
        ):
            button.setVisible(step is not None)
            if step is not None:
                whole = words.format(what=briefly(step.word))
                button.say(f"{whole} ({key})", shown(whole, ROOM))

    def show_versions(self, count: int, altered: bool) -> None:
        """How many were signed, and whether something was changed by hand since."""
        self.versions.setVisible(count > 0)
        words = self.tr("%n signed version(s)", "", count)
        self.versions.say(f"✗ {words}" if altered else words)

    def tell_back(self, count: int) -> None:
        """Something that was being typed is there again."""
        self.back.setVisible(count > 0)
        self.back.say(self.tr("%n draft(s) from before are back.", "", count))
