"""Pages that lie on each other, and the row of buttons that turns them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from simulator.ui.review.flow import Flow
from simulator.ui.theme import Theme
from simulator.ui.widgets import TabButton

COUNTED = "notes"
"""The page whose button also tells how many there are."""


class Tabs(QStackedWidget):
    """Pages by id and name; Alt and its number turns to a page. ``bar`` is the row of their buttons."""

    def __init__(
        self, theme: Theme, whole: QWidget, pages: Iterable[tuple[str, str, QWidget]], parent: QWidget | None = None
    ) -> None:
        """The keys hold on ``whole``; it stands there, too, where no ``parent`` is given."""
        super().__init__(parent or whole)
        self.buttons: dict[str, TabButton] = {}
        self.bar = Flow(spacing=6 if theme.roomy else 3)
        bold = QFontMetrics(theme.font(bold=True))  # the chosen one is bold, and keeps its width
        for number, (id, name, page) in enumerate(pages, start=1):
            button = TabButton(name)
            button.setToolTip(f"Alt+{number}")
            button.setMinimumWidth(bold.horizontalAdvance(name + ("  9" if id == COUNTED else "")) + theme.px(16))
            button.clicked.connect(lambda _checked=False, page=page: self.setCurrentWidget(page))
            QShortcut(QKeySequence(f"Alt+{number}"), whole, button.click)
            self.bar.addWidget(button)
            self.buttons[id] = button
            self.addWidget(page)
        next(iter(self.buttons.values())).setChecked(True)
