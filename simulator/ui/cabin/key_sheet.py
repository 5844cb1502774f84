"""All hot keys on one sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from simulator.ui.cabin.keys import Deed, Group, KeyWords, Place, key, keys_in
from simulator.ui.widgets import Button, Label, Pill, column, row

KEYS_PX = 70
EDGE_PX = 40
SCROLL_PX = 12


class KeySheet(QDialog):
    """Opened and closed by its key, closed by Esc; the session goes on beneath."""

    def __init__(self, place: Place, parent: QWidget) -> None:
        super().__init__(parent)
        words = KeyWords(self)
        self.setWindowTitle(self.tr("All keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(Label(self.tr("All keys"), "title"))
        halves = (column(14), column(14))
        for half, groups in zip(halves, ((Group.SHELF, Group.WINDOW), (Group.CHAT, Group.SHOW)), strict=True):
            for group in groups:
                grid = QGridLayout()
                grid.setHorizontalSpacing(10)
                grid.setVerticalSpacing(4)
                grid.setColumnMinimumWidth(0, KEYS_PX)
                grid.setColumnStretch(1, 1)
                grid.addWidget(Label(words.group(group), "heading"), 0, 0, 1, 2)
                for line, hotkey in enumerate((each for each in keys_in(place) if each.group is group), start=1):
                    grid.addWidget(Pill(hotkey.printed), line, 0, Qt.AlignmentFlag.AlignRight)
                    said = Label(words.deed(hotkey.deed))
                    said.setAccessibleName(f"{hotkey.printed}: {said.whole}")
                    grid.addWidget(said, line, 1)
                half.addLayout(grid)
            half.addStretch()
        both = row(28)
        for half in halves:
            both.addLayout(half, 1)
        inside = QWidget()
        inside.setObjectName("column")
        inside.setLayout(both)
        area = QScrollArea()  # very large text makes it higher than a small screen
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("All keys"))
        layout.addWidget(area, 1)
        last = row()
        last.addStretch()
        close = Button(self.tr("Close"), "Esc")
        close.clicked.connect(self.close)
        last.addWidget(close)
        layout.addLayout(last)
        again = QShortcut(QKeySequence(key(Deed.KEY_SHEET)), self)
        again.activated.connect(self.close)
        close.setFocus()
        need, room = inside.sizeHint(), parent.window().size()
        wide, high = need.width() + 2 * EDGE_PX + SCROLL_PX, need.height() + 2 * EDGE_PX + 2 * close.sizeHint().height()
        self.resize(min(wide, room.width() - EDGE_PX), min(high, room.height() - EDGE_PX))
