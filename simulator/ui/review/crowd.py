"""What the audience did and why, and what it would have done: two views on one page."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from simulator.ui.review.flow import Flow
from simulator.ui.review.outcome_view import OutcomeView
from simulator.ui.review.reasons import ReasonsView
from simulator.ui.theme import Theme
from simulator.ui.widgets import TabButton


class CrowdView(QWidget):
    """Reasons, or skill and luck."""

    def __init__(self, theme: Theme, reasons: ReasonsView, outcome: OutcomeView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = QStackedWidget()
        self._group = QButtonGroup(self)
        self.reasons = TabButton(self.tr("Why they moved"), "Alt+W")
        self.outcome = TabButton(self.tr("Skill and luck"), "Alt+L")
        bold = QFontMetrics(theme.font(bold=True))  # the chosen one is bold, and keeps its width
        line = Flow(spacing=6)
        for button, page in ((self.reasons, reasons), (self.outcome, outcome)):
            self._pages.addWidget(page)
            self._group.addButton(button)
            button.setMinimumWidth(bold.horizontalAdvance(button.text()) + theme.px(34))
            button.clicked.connect(lambda _checked=False, page=page: self._pages.setCurrentWidget(page))
            line.addWidget(button)
        self.reasons.setChecked(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(line)
        layout.addWidget(self._pages, 1)
