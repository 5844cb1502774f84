"""What was heard: the transcript, and beside it what the second hearing changed, where there was one."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from simulator.domain.judgement import Judgement
from simulator.live.marking import Hearings
from simulator.ui.review.changes import ChangesView
from simulator.ui.review.spoken import TranscriptView
from simulator.ui.theme import Theme
from simulator.ui.widgets import TabButton, row


class HeardView(QWidget):
    """Two views on one page; the switch between them shows only where there is something to compare."""

    def __init__(
        self, theme: Theme, transcript: TranscriptView, changes: ChangesView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.changes = changes
        self._pages = QStackedWidget()
        self._switch = QWidget()
        self._group = QButtonGroup(self)
        line = row(6)
        self.said, self.changed = TabButton(self.tr("What was said")), TabButton(self.tr("What changed"))
        bold = QFontMetrics(theme.font(bold=True))  # the chosen one is bold, and keeps its width
        for button, page in ((self.said, transcript), (self.changed, changes)):
            self._pages.addWidget(page)
            self._group.addButton(button)
            button.setMinimumWidth(bold.horizontalAdvance(button.text()) + theme.px(34))
            button.clicked.connect(lambda _checked=False, page=page: self._pages.setCurrentWidget(page))
            line.addWidget(button)
        line.addStretch()
        self.said.setChecked(True)
        self._switch.setLayout(line)
        self._switch.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._switch)
        layout.addWidget(self._pages, 1)

    def show_hearings(self, hearings: Hearings | None, judgement: Judgement) -> None:
        """Offer the comparison, where the session was heard twice."""
        if hearings is not None:
            self.changes.show_hearings(hearings, judgement)
            self._switch.show()
