"""Two small histograms over each other: results before a change, and after it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.ui.theme import Theme, Tone


class Distribution(QWidget):
    """Sessions by total in steps of ten points: outlined before, filled after; the pass mark is a line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._before: Sequence[int] = ()
        self._after: Sequence[int] = ()
        self._pass_mark: float | None = None
        self.setFixedHeight(theme.px(84))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Results by points, before and after"))

    def show_results(self, before: Sequence[int], after: Sequence[int], pass_mark: float | None) -> None:
        self._before, self._after, self._pass_mark = before, after, pass_mark
        self.setAccessibleDescription(
            self.tr("before: {before}; after: {after}").format(
                before=" ".join(map(str, before)), after=" ".join(map(str, after))
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(280), self._theme.px(84))

    def paintEvent(self, _event: QPaintEvent) -> None:
        most = max((*self._before, *self._after), default=0)
        if not most:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = self._theme.px
        room = QRectF(self.rect()).adjusted(1, px(4), -1, -px(16))
        wide = room.width() / len(self._after)
        for number, (before, after) in enumerate(zip(self._before, self._after, strict=True)):
            left = room.left() + number * wide
            high = room.height() * after / most
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(Tone.INFO))
            painter.drawRect(QRectF(left + wide * 0.2, room.bottom() - high, wide * 0.6, high))
            high = room.height() * before / most
            painter.setPen(QPen(self._theme.colour(Tone.PLAIN), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if before:
                painter.drawRect(QRectF(left + wide * 0.08, room.bottom() - high, wide * 0.84, high))
        painter.setPen(QPen(self._theme.colour(self._theme.tokens.line), 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        painter.setFont(self._theme.font(11))
        painter.setPen(self._theme.colour(Tone.MUTED))
        for points in (0, 20, 40, 60, 80, 100):
            x = room.left() + room.width() * points / 100
            words = str(points)
            wide_words = painter.fontMetrics().horizontalAdvance(words)
            left = min(max(room.left(), x - wide_words / 2), room.right() - wide_words)
            painter.drawText(QPointF(left, self.height() - px(3)), words)
        if self._pass_mark is not None:
            x = room.left() + room.width() * self._pass_mark / 100
            painter.setPen(QPen(self._theme.colour(Tone.WARN), 1.5, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, room.top() - 2), QPointF(x, room.bottom()))
