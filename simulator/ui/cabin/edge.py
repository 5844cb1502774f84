"""The phone's edge: round corners and a line, laid over the picture instead of cutting each picture to shape."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from simulator.ui.theme import Theme

RADIUS = 24


class Edge:
    """Painted once for each size; then only copied."""

    def __init__(self, room: QRectF, theme: Theme, ratio: float = 1.0) -> None:
        self._line = QColor(theme.tokens.line)
        self._corners: list[tuple[QPointF, QPixmap]] = []
        self._sides: list[QRectF] = []
        if room.isEmpty():
            return
        rounded = QPainterPath()
        rounded.addRoundedRect(room, RADIUS, RADIUS)
        for x in (room.left(), room.right() - RADIUS):
            for y in (room.top(), room.bottom() - RADIUS):
                square = QPainterPath()
                square.addRect(QRectF(x, y, RADIUS, RADIUS))
                corner = QPixmap(round(RADIUS * ratio), round(RADIUS * ratio))
                corner.setDevicePixelRatio(ratio)
                corner.fill(Qt.GlobalColor.transparent)
                painter = QPainter(corner)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.translate(-x, -y)
                painter.fillPath(square.subtracted(rounded), QColor(theme.tokens.background))
                painter.setPen(QPen(self._line, 1))
                painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
                painter.end()
                self._corners.append((QPointF(x, y), corner))
        across, down = room.width() - 2 * RADIUS, room.height() - 2 * RADIUS
        self._sides = [
            QRectF(room.left() + RADIUS, room.top(), across, 1),
            QRectF(room.left() + RADIUS, room.bottom() - 1, across, 1),
            QRectF(room.left(), room.top() + RADIUS, 1, down),
            QRectF(room.right() - 1, room.top() + RADIUS, 1, down),
        ]

    def paint(self, painter: QPainter) -> None:
        for at, corner in self._corners:
            painter.drawPixmap(at, corner)
        for side in self._sides:
            painter.fillRect(side, self._line)
