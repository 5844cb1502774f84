"""The page of the marking scheme, and of others made like it: a bar, and views beside each other as tabs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from simulator.ui.theme import Theme
from simulator.ui.widgets import Bar, Button, Label, TabButton


class MarkingSchemePage(QWidget):
    """Holds the views that instructors shape and question the marks with; ``add_tab`` puts one beside the others.

    A view may have signals that ask for another page, as this one has them: they are passed on. Alt+1, Alt+2 … choose
    a tab, Esc goes home.
    """

    home_asked = Signal()
    review_asked = Signal(str)
    """This session, by id, wants to be looked at."""
    moment_asked = Signal(str, float)
    """The same, at a moment."""
    path_asked = Signal(str)
    """A trainee's path over time (``Trainee.id``)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.tabs: list[TabButton] = []
        self.bar = Bar()
        if not theme.roomy:
            self.bar.line.setContentsMargins(12, 7, 12, 7)
            self.bar.line.setSpacing(6)
        self.title = Label(self.tr("Marking scheme"), "brand")
        self.bar.line.addWidget(self.title)
        self.bar.line.addSpacing(8)
        self.bar.line.addStretch()
        self.home = Button(self.tr("Home"), "Esc")
        self.home.clicked.connect(self.home_asked)
        self.bar.line.addWidget(self.home)
        self._views = QStackedWidget()
        self.views: list[QWidget] = []
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self._views, 1)

    def add_tab(self, view: QWidget, title: str) -> None:
        """Put a view beside the others; the first one is shown."""
        number = len(self.tabs)
        button = TabButton(title)
        button.setMinimumWidth(QFontMetrics(self._theme.font(bold=True)).horizontalAdvance(title) + self._theme.px(28))
        button.clicked.connect(lambda: self.show_tab(number))
        self.bar.line.insertWidget(2 + number, button)
        self.tabs.append(button)
        self._views.addWidget(view)
        self.views.append(view)
        for name in ("review_asked", "moment_asked", "path_asked"):
            asked = getattr(view, name, None)
            if asked is not None:
                asked.connect(getattr(self, name))
        key = QShortcut(QKeySequence(f"Alt+{number + 1}"), self)
        key.activated.connect(lambda: self.show_tab(number))
        if number == 0:
            self.show_tab(0)
        for each in self.tabs:
            each.setVisible(len(self.tabs) > 1)

    def show_tab(self, number: int) -> None:
        self.tabs[number].setChecked(True)
        self._views.setCurrentIndex(number)
        self.setFocusProxy(self.views[number])
        self.views[number].setFocus()

    @property
    def view(self) -> QWidget | None:
        """The view that is shown."""
        return self._views.currentWidget()

    def closeEvent(self, event: QCloseEvent) -> None:
        for view in self.views:
            view.close()
        super().closeEvent(event)
