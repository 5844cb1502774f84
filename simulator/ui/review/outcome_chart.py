"""What each host would have sold before the same audiences, and where this session stands on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.ui.plain import tip
from simulator.ui.theme import Theme, Tone

ROW_PX = 26
AXIS_PX = 18
DOT_PX = 2.2
GOLDEN = 0.618034
"""Dots of one row are spread over its height by this step, so that none hides another; it has no meaning."""


@dataclass(frozen=True, slots=True)
class Row:
    """A host: its name, and what it sold in each audience."""

    name: str
    values: tuple[float, ...]
    own: bool
    """The acts of this session."""


class OutcomeChart(QWidget):
    """A row of dots for each host, a dot an audience; a box holds four of five, a bar stands at the middle.

    Told apart by place, name and shape: dots of the session's own acts are filled, those of the baselines rings; the
    session itself is a dashed line with its figure.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[Row, ...] = ()
        self._here = 0.0
        self._sign = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def show_rows(self, rows: Sequence[Row], here: float, sign: str, words: str) -> None:
        """``here`` is what this session sold, ``sign`` its currency, ``words`` all of it for who cannot see it."""
        self._rows, self._here, self._sign = tuple(rows), here, sign
        self.setAccessibleName(words)
        self.setToolTip(tip(words))
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self._theme.px(ROW_PX * len(self._rows) + 2 * AXIS_PX))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = self._theme.font(12)
        metrics = QFontMetricsF(small)
        left = max(metrics.horizontalAdvance(row.name) for row in self._rows) + 12
        most = max(self._here, *(max(row.values) for row in self._rows), 1.0)
        right = self.width() - 8.0
        top, high = float(self._theme.px(AXIS_PX)), float(self._theme.px(ROW_PX))

        def across(value: float) -> float:
            return left + (right - left) * max(0.0, value) / most

        painter.setFont(small)
        for number, row in enumerate(self._rows):
            self._paint_row(painter, row, QRectF(left, top + high * number, right - left, high), across)
        bottom = top + high * len(self._rows)
        self._paint_axis(painter, left, right, bottom, most, metrics)
        painter.setPen(QPen(self._theme.colour(Tone.PLAIN), 1.6, Qt.PenStyle.DashLine))
        x = across(self._here)
        painter.drawLine(QPointF(x, top - 2), QPointF(x, bottom))
        words = self.tr("this session {amount}").format(amount=self._amount(self._here))
        width = metrics.horizontalAdvance(words)
        painter.drawText(QPointF(min(max(left, x - width / 2), right - width), top - 5), words)

    def _paint_row(self, painter: QPainter, row: Row, room: QRectF, across: object) -> None:
        place = across
        assert callable(place)
        ink = self._theme.colour(Tone.INFO if row.own else Tone.MUTED)
        painter.setPen(self._theme.colour(Tone.PLAIN if row.own else Tone.MUTED))
        name = QRectF(0, room.top(), room.left() - 8, room.height())
        painter.drawText(name, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.name)
        low, middle, high = np.percentile(row.values, [10, 50, 90])
        ground = QColor(ink)
        ground.setAlpha(60)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        box = QRectF(place(low), room.top() + 5, max(place(high) - place(low), 2.0), room.height() - 10)
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QPen(ink, 1))
        painter.setBrush(ink if row.own else Qt.BrushStyle.NoBrush)
        size = DOT_PX * self._theme.scale
        for number, value in enumerate(row.values):
            down = room.top() + 6 + (room.height() - 12) * ((number * GOLDEN) % 1.0)
            painter.drawEllipse(QPointF(place(value), down), size, size)
        painter.setPen(QPen(self._theme.colour(Tone.PLAIN if row.own else Tone.MUTED), 2.4))
        painter.drawLine(QPointF(place(middle), room.top() + 3), QPointF(place(middle), room.bottom() - 3))

    def _paint_axis(
        self, painter: QPainter, left: float, right: float, bottom: float, most: float, metrics: QFontMetricsF
    ) -> None:
        painter.setPen(QPen(self._theme.colour(self._theme.tokens.line), 1))
        painter.drawLine(QPointF(left, bottom), QPointF(right, bottom))
        painter.setPen(self._theme.colour(Tone.MUTED))
        base = bottom + metrics.ascent() + 2
        painter.drawText(QPointF(left, base), self._amount(0.0))
        words = self._amount(most)
        painter.drawText(QPointF(right - metrics.horizontalAdvance(words), base), words)

    def _amount(self, value: float) -> str:
        return f"{self._sign}{value:,.0f}"
