"""The cabin in small: which part of it stands where, for whoever has not been there."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.ui.theme import Theme, Tone

HIGH_PX, WIDE_PX = 118, 300
BAR, GAP = 0.16, 0.025
"""Of the height, and of the width."""


class CabinPart(Enum):
    """What can be pointed at."""

    ALL = auto()
    SAY = auto()
    STAGE = auto()
    DESK = auto()


class CabinSketch(QWidget):
    """The three columns under their bar; the part told of has a strong edge and strong words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.part = CabinPart.ALL
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(HIGH_PX))
        self.setAccessibleName(self.tr("The cabin in small"))

    def show_part(self, part: CabinPart) -> None:
        self.part = part
        self.setAccessibleDescription("" if part is CabinPart.ALL else self._words()[part])
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDE_PX), self._theme.px(HIGH_PX))

    def _words(self) -> dict[CabinPart, str]:
        return {
            CabinPart.SAY: self.tr("What to say"),
            CabinPart.STAGE: self.tr("What viewers see"),
            CabinPart.DESK: self.tr("Control desk"),
        }

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        bar = QRectF(room.left(), room.top(), room.width(), room.height() * BAR)
        painter.setPen(QPen(self._theme.colour(self._theme.tokens.line), 1))
        painter.setBrush(self._theme.colour(self._theme.tokens.raised))
        painter.drawRoundedRect(bar, 4, 4)
        button = QRectF(bar.right() - bar.width() * 0.16, bar.top() + 3, bar.width() * 0.15, bar.height() - 6)
        painter.setBrush(self._theme.colour(self._theme.tokens.action))
        painter.drawRoundedRect(button, 3, 3)
        gap = room.width() * GAP
        left, top = room.left(), bar.bottom() + gap
        for part, share in ((CabinPart.SAY, 0.33), (CabinPart.STAGE, 0.27), (CabinPart.DESK, 0.40)):
            wide = (room.width() - 2 * gap) * share
            self._paint_part(painter, part, QRectF(left, top, wide, room.bottom() - top))
            left += wide + gap

    def _paint_part(self, painter: QPainter, part: CabinPart, room: QRectF) -> None:
        told = part is self.part
        edge = self._theme.colour(Tone.INFO if told else self._theme.tokens.line)
        painter.setPen(QPen(edge, 2 if told else 1))
        painter.setBrush(self._theme.colour(self._theme.tokens.raised))
        painter.drawRoundedRect(room, 5, 5)
        painter.setPen(self._theme.colour(Tone.PLAIN if told else Tone.MUTED))
        painter.setFont(self._theme.font(12, bold=told))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room.adjusted(4, 4, -4, -4), flags, self._words()[part])
