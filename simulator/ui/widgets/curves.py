"""Small curves over the session's time, each on its own scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.domain.units import Seconds
from simulator.ui.theme import Theme, Tone

NAME_PX = 12
MOST_POINTS = 240
"""A curve is thinned to this many points before it is drawn."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A line over time; drawn solid or dashed, so that two are told apart without colour."""

    name: str
    tone: Tone
    points: Sequence[tuple[Seconds, float]]
    dashed: bool = False


class Curves(QWidget):
    """Curves over a common time line; nothing is drawn before there are two points."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._curves: tuple[Curve, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(theme.px(32))

    def show_curves(self, curves: Sequence[Curve]) -> None:
        self._curves = tuple(curves)
        self.setAccessibleName(", ".join(f"{curve.name} {curve.points[-1][1]:g}" for curve in curves if curve.points))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(64))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(1, 3, -1, -3)
        painter.setPen(QPen(self._theme.colour(self._theme.tokens.line), 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        # The names stand above: not every curve leaves the corner free.
        self._paint_names(painter, room)
        room.setTop(min(room.bottom() - 1, room.top() + QFontMetricsF(self._theme.font(NAME_PX)).height() + 2))
        end = max((curve.points[-1][0] for curve in self._curves if curve.points), default=0.0)
        for curve in self._curves:
            if len(curve.points) < 2 or end <= 0:
                continue
            step = max(1, len(curve.points) // MOST_POINTS)
            points = [*curve.points[:-1:step], curve.points[-1]]
            high = max(value for _, value in points) or 1.0
            line = QPolygonF(
                [
                    QPointF(room.left() + room.width() * at / end, room.bottom() - room.height() * value / high)
                    for at, value in points
                ]
            )
            pen = QPen(self._theme.colour(curve.tone), 2)
            if curve.dashed:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawPolyline(line)

    def _paint_names(self, painter: QPainter, room: QRectF) -> None:
        """Which line is which, in the top left corner."""
        font = self._theme.font(NAME_PX)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        left, middle = room.left(), room.top() + metrics.height() / 2
        for curve in self._curves:
            pen = QPen(self._theme.colour(curve.tone), 2)
            if curve.dashed:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(QPointF(left, middle), QPointF(left + 18, middle))
            painter.drawText(QPointF(left + 24, room.top() + metrics.ascent()), curve.name)
            left += 24 + metrics.horizontalAdvance(curve.name) + 16
