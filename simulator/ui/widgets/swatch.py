"""A square of a product's colour, for where there is no picture."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from simulator.ui.theme import Theme, contrast


def ink_on(colour: QColor) -> QColor:
    """Black or white, whichever reads better on ``colour``."""
    name = colour.name()
    return QColor("#ffffff") if contrast("#ffffff", name) >= contrast("#000000", name) else QColor("#000000")


def paint_swatch(painter: QPainter, theme: Theme, room: QRectF, colour: str, number: int) -> None:
    """Draw a product's square with its link number."""
    ground = QColor(colour) if QColor.isValidColorName(colour) else theme.colour(theme.tokens.line)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(room, 8, 8)
    painter.setPen(ink_on(ground))
    painter.setFont(theme.font(16, bold=True))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(number))


class Swatch(QWidget):
    """A product's square with its link number."""

    def __init__(self, theme: Theme, colour: str, number: int, size: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._colour = colour
        self._number = number
        self.setFixedSize(theme.px(size), theme.px(size))
        self.setAccessibleName(self.tr("Link {number}").format(number=number))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_swatch(painter, self._theme, QRectF(self.rect()), self._colour, self._number)
