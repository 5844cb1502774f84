"""The dimensions of a score as a radar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.ui.amounts import points
from simulator.ui.plain import tip
from simulator.ui.theme import Theme, Tone

RINGS = (0.2, 0.4, 0.6, 0.8, 1.0)
"""A level each: 20 points of 100 between them."""


@dataclass(frozen=True, slots=True)
class Spoke:
    """A dimension: its letter, its name, its points 0..100 or None."""

    letter: str
    name: str
    points: float | None


class Radar(QWidget):
    """One spoke for each dimension; one that has no points is dashed and left out of the shape."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._spokes: tuple[Spoke, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self.sizeHint())

    @property
    def spokes(self) -> tuple[Spoke, ...]:
        return self._spokes

    def show_spokes(self, spokes: Sequence[Spoke]) -> None:
        self._spokes = tuple(spokes)
        words = ", ".join(f"{each.letter} {each.name} {points(each.points)}" for each in spokes)
        self.setAccessibleName(words)
        self.setToolTip(tip(words))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(164), self._theme.px(152))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._spokes:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font, small = self._theme.font(12, bold=True), self._theme.font(12)
        metrics = QFontMetricsF(font)
        middle = QPointF(self.width() / 2, self.height() / 2)
        radius = min(self.width() / 2 - metrics.horizontalAdvance("A 100"), self.height() / 2 - metrics.height() - 2)
        ways = [-pi / 2 + 2 * pi * number / len(self._spokes) for number in range(len(self._spokes))]

        def place(way: float, share: float) -> QPointF:
            return middle + QPointF(cos(way), sin(way)) * (radius * share)

        line = self._theme.colour(self._theme.tokens.line)
        for ring in RINGS:
            painter.setPen(QPen(line, 1.4 if ring == 1.0 else 0.8))
            painter.drawPolygon(QPolygonF([place(way, ring) for way in ways]))
        for way, each in zip(ways, self._spokes, strict=True):
            style = Qt.PenStyle.SolidLine if each.points is not None else Qt.PenStyle.DotLine
            painter.setPen(QPen(line, 1, style))
            painter.drawLine(middle, place(way, 1.0))
        info = self._theme.colour(Tone.INFO)
        ground = QColor(info)
        ground.setAlpha(80)
        known = [
            (way, each.points / 100) for way, each in zip(ways, self._spokes, strict=True) if each.points is not None
        ]
        painter.setPen(QPen(info, 1.6))
        painter.setBrush(ground)
        painter.drawPolygon(QPolygonF([place(way, share) for way, share in known]))
        painter.setBrush(info)
        for way, share in known:
            painter.drawEllipse(place(way, share), 2.4, 2.4)
        for way, each in zip(ways, self._spokes, strict=True):
            self._paint_name(painter, place(way, 1.0), way, each, metrics.height())
            painter.setFont(small)

    def _paint_name(self, painter: QPainter, tip_of: QPointF, way: float, spoke: Spoke, height: float) -> None:
        value = "–" if spoke.points is None else f"{spoke.points:.0f}"
        bold, plain = self._theme.font(12, bold=True), self._theme.font(12)
        letter_width = QFontMetricsF(bold).horizontalAdvance(f"{spoke.letter} ")
        width = letter_width + QFontMetricsF(plain).horizontalAdvance(value)
        room = QRectF(0, 0, width, height)
        room.moveCenter(tip_of + QPointF(cos(way) * (width / 2 + 5), sin(way) * (height / 2 + 2)))
        painter.setFont(bold)
        painter.setPen(self._theme.colour(Tone.PLAIN))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, spoke.letter)
        painter.setFont(plain)
        painter.setPen(self._theme.colour(Tone.MUTED))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, value)
