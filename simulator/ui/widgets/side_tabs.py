"""One column with several pages, for large text on a small screen: one is in sight, the keys of all go on working."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from simulator.ui.widgets.buttons import TabButton
from simulator.ui.widgets.panel import column, row


class _Room(QWidget):
    """Holds pages beside each other, all but one outside what is seen: Qt takes no keys for hidden widgets."""

    def __init__(self, pages: Sequence[QScrollArea], parent: QWidget) -> None:
        super().__init__(parent)
        self._pages = pages
        self._current = 0
        for page in pages:
            page.setParent(self)

    def bring(self, number: int) -> None:
        self._current = number
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def minimumSizeHint(self) -> QSize:
        widths = [inside.minimumSizeHint().width() for page in self._pages if (inside := page.widget()) is not None]
        return QSize(max(widths, default=0), 0)

    def _place(self) -> None:
        for number, page in enumerate(self._pages):
            page.setGeometry((0 if number == self._current else 2 * self.width() + 9), 0, self.width(), self.height())


def _scrolling(inside: QWidget) -> QScrollArea:
    """A page that scrolls only where a full shelf and very large text leave no room."""
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


class SideTabs(QWidget):
    """Named pages of panels; a page whose panel appears, or gets the focus, comes to the front by itself."""

    def __init__(self, pages: Sequence[tuple[str, Sequence[QWidget]]], parent: QWidget | None = None) -> None:
        """``pages``: a name and the panels under each other. A page of hidden panels only has no tab."""
        super().__init__(parent)
        self._panels = [tuple(panels) for _, panels in pages]
        self.tabs: list[TabButton] = []
        line = row(6)
        made: list[QScrollArea] = []
        for number, (name, panels) in enumerate(pages):
            tab = TabButton(name)
            tab.clicked.connect(lambda _checked=False, to=number: self.show_page(to))
            line.addWidget(tab)
            self.tabs.append(tab)
            inside = QWidget()
            stack = column(12)
            for panel in panels:
                stack.addWidget(panel)
                panel.installEventFilter(self)
            if not any(panel.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Expanding for panel in panels):
                stack.addStretch()
            inside.setLayout(stack)
            inside.setObjectName("column")
            made.append(_scrolling(inside))
        line.addStretch()
        self._room = _Room(made, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(line)
        whole.addWidget(self._room, 1)
        self._before = 0
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
        self._show_tabs()
        self.show_page(0)

    @property
    def page(self) -> int:
        """The number of the page in sight."""
        return next((number for number, tab in enumerate(self.tabs) if tab.isChecked()), 0)

    def show_page(self, number: int) -> None:
        """Bring a page to the front."""
        self.tabs[number].setChecked(True)
        self._room.bring(number)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            number = next((each for each, panels in enumerate(self._panels) if watched in panels), None)
            if number is not None:
                self._on_panel(number, appeared=event.type() is QEvent.Type.ShowToParent)
        return False

    # ------------------------------------------------------------------ inside

    def _on_panel(self, number: int, *, appeared: bool) -> None:
        absent = self.tabs[number].isHidden()
        self._show_tabs()
        if appeared and absent and number != self.page:
            self._before = self.page
            self.show_page(number)
        elif not appeared and number == self.page and self.tabs[number].isHidden():
            self.show_page(self._before)

    def _show_tabs(self) -> None:
        for tab, panels in zip(self.tabs, self._panels, strict=True):
            tab.setVisible(not all(panel.isHidden() for panel in panels))

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self._room.isAncestorOf(now):
            return
        for number, panels in enumerate(self._panels):
            if any(panel is now or panel.isAncestorOf(now) for panel in panels) and number != self.page:
                self.show_page(number)
