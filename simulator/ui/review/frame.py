"""The frame of the review room: what stands where, before there is anything to stand there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from simulator.ui.review.tabs import Tabs
from simulator.ui.theme import Theme
from simulator.ui.widgets import Panel, column

RIGHT_PX, RIGHT_LARGE_PX, RIGHT_VERY_LARGE_PX = 470, 412, 330
"""How wide the right side is, before text is made larger: there all must give way a little."""


class Frame:
    """A bar on top, the picture's side at the left, and at the right a box of pages.

    It is laid out from the outside in: whatever is put somewhere stands on the page already, and is dressed once.
    """

    def __init__(self, page: QWidget, theme: Theme, bar: QWidget, waiting: QWidget) -> None:
        self._whole = QVBoxLayout(page)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(bar)
        body = QHBoxLayout()
        self._whole.addLayout(body, 1)
        body.setContentsMargins(14, 12, 14, 12)
        body.setSpacing(14)
        self.left = column(8)
        body.addLayout(self.left, 1)
        side = QWidget(page)
        body.addWidget(side)
        side.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        wide = RIGHT_PX if theme.roomy else RIGHT_VERY_LARGE_PX if theme.very_large else RIGHT_LARGE_PX
        side.setFixedWidth(theme.px(wide))
        self._right = QVBoxLayout(side)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.setSpacing(8)
        self.box = Panel(parent=side)
        self.box.body.setContentsMargins(10, 8, 8, 8)
        self.box.body.addWidget(waiting, 0, Qt.AlignmentFlag.AlignTop)
        self._right.addWidget(self.box, 1)

    def put_under_bar(self, strip: QWidget, *, below: bool = False) -> None:
        """Under the bar, or ``below`` what is there already."""
        self._whole.insertWidget(self._whole.count() - 1 if below else 1, strip)

    def fill_right(self, above: Sequence[QWidget], pages: Tabs, below: Sequence[QWidget]) -> None:
        """Panels over the pages and their buttons, and under them."""
        for number, panel in enumerate(above):
            self._right.insertWidget(number, panel)
        self._right.insertLayout(len(above), pages.bar)
        self.box.body.addWidget(pages, 1)
        for panel in below:
            self._right.addWidget(panel)
