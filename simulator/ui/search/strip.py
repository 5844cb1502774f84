"""Over a session that was opened from a hit: the way back to the others."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.ui.plain import shown
from simulator.ui.theme import Theme
from simulator.ui.widgets import Button, ElidedLabel, row


class SearchStrip(QWidget):
    """A button, and the words that were searched for."""

    search_asked = Signal()

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = Button(self.tr("Back to the search"), "F8")
        self.back.clicked.connect(self.search_asked)
        line = row(theme.px(8))
        line.setContentsMargins(14, 4, 14, 4)
        line.addWidget(self.back)
        line.addWidget(ElidedLabel(self.tr("Found: {words}").format(words=shown(words, 60)), "small"), 1)
        self.setLayout(line)
