"""What stands still on the timeline, painted once and copied from then on; and what moves over it."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from simulator.domain.units import Seconds, Span
from simulator.ui.amounts import clock
from simulator.ui.review.lane_rows import Lane
from simulator.ui.review.scale import Scale, View
from simulator.ui.theme import Theme, Tone

TICKS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800)
"""Seconds between the times written on the axis, the first that leaves room."""
AROUND = 0.5
"""How much is painted beyond either edge, in widths of what is shown: panning copies it."""
EDGE_PX = 22
"""What a mark or a time at either end of the session stands out."""
NAME_PX, SMALLEST_NAME_PX = 12.0, 10.5
"""The names of lanes at 100 %, and what they are never smaller than where lanes are low."""
LETTERS = 0.64
"""How much of a line's height its letters take."""
QUICK_MS = 14.0
"""A picture that takes longer than this is stretched while the zoom goes on, and painted anew when it rests."""
REST_MS = 90


class Still:
    """The lanes and the axis as one picture, wider than what is shown.

    Panning copies from it. Zooming paints it anew where that is quick, else stretches it and sharpens it afterwards.
    """

    def __init__(self, theme: Theme, owner: QWidget) -> None:
        self._theme = theme
        self._owner = owner
        self._picture: QPixmap | None = None
        self._covers = Span(0.0, 0.0)
        self._width = 0.0
        """Pixels that what was shown took when it was painted."""
        self._length: Seconds = 0.0
        self._stretched: Seconds = 0.0
        """What the picture was last stretched to."""
        self.cost_ms = 0.0
        """What the last painting took."""
        self.painted = 0
        """How often it was painted: what a test counts."""
        self._rest = QTimer(owner)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._sharpen)

    def forget(self) -> None:
        """Something on it changed."""
        self._picture = None

    def draw(
        self,
        painter: QPainter,
        room: QRectF,
        view: View,
        strips: Sequence[tuple[Lane, QRectF]],
        ratio: float,
        height: int,
    ) -> None:
        """Copy what is shown; paint it before where that is needed."""
        span = view.span
        same_zoom = abs(self._length - span.length) < 1e-9 * view.length and self._width == room.width()
        covered = self._covers.start <= span.start + 1e-9 and span.end <= self._covers.end + 1e-9
        if self._picture is None or (same_zoom and not covered) or (not same_zoom and self.cost_ms <= QUICK_MS):
            self._paint(room, view, strips, ratio, height)
            same_zoom = True
        assert self._picture is not None
        scale = Scale(span.start, room.left(), room.width() / span.length)
        left, right = scale(self._covers.start), scale(self._covers.end)
        if same_zoom:
            painter.drawPixmap(QPointF(round(left) - EDGE_PX, 0), self._picture)
        else:
            if span.length != self._stretched:
                self._stretched = span.length
                self._rest.start()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            edge = EDGE_PX * (right - left) / max(1.0, self._picture.deviceIndependentSize().width() - 2 * EDGE_PX)
            place = QRectF(left - edge, 0, right - left + 2 * edge, height)
            painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))

    def _sharpen(self) -> None:
        self.forget()
        self._owner.update()

    def _paint(
        self, room: QRectF, view: View, strips: Sequence[tuple[Lane, QRectF]], ratio: float, height: int
    ) -> None:
        began = time.perf_counter()
        span = view.span
        around = 0.0 if view.is_whole else AROUND * span.length
        # Whole pixels beyond either edge, so that what is copied stands where it was painted.
        per_second = room.width() / span.length
        before = min(max(0.0, span.start), around)
        after = min(max(0.0, view.length - span.end), around)
        self._covers = Span(span.start - before, span.end + after)
        width = max(1, round((self._covers.end - self._covers.start) * per_second))
        picture = QPixmap(round((width + 2 * EDGE_PX) * ratio), round(height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = Scale(self._covers.start, EDGE_PX, per_second)
        for row, strip in strips:
            inner = QRectF(EDGE_PX, strip.top() + 2, width, max(2.0, strip.height() - 4))
            row.paint(painter, inner, scale)
        foot = QRectF(EDGE_PX, room.top(), width, room.height())
        painter.setPen(QPen(self._theme.colour(self._theme.tokens.line), 1))
        painter.drawLine(foot.bottomLeft(), foot.bottomRight())
        paint_axis(painter, self._theme, foot, scale, view.length)
        painter.end()
        self._picture, self._length, self._width, self._stretched = picture, span.length, room.width(), 0.0
        self.cost_ms = 1000 * (time.perf_counter() - began)
        self.painted += 1


def paint_axis(painter: QPainter, theme: Theme, room: QRectF, scale: Scale, length: Seconds) -> None:
    """Times below the lanes."""
    font = theme.font(11)
    metrics = QFontMetricsF(font)
    widest = metrics.horizontalAdvance(clock(length)) + 18
    step = next((each for each in TICKS if scale.per_second * each >= widest), TICKS[-1])
    painter.setFont(font)
    line, ink = QPen(theme.colour(theme.tokens.line), 1), theme.colour(Tone.MUTED)
    first, last = int(max(0.0, scale.moment(room.left())) // step), int(min(length, scale.moment(room.right())) // step)
    for number in range(first, last + 1):
        x = scale(number * step)
        painter.setPen(line)
        painter.drawLine(QPointF(x, room.bottom()), QPointF(x, room.bottom() + 4))
        label = QRectF(x - widest / 2, room.bottom() + 3, widest, metrics.height())
        label.moveRight(min(label.right(), room.right() + EDGE_PX))  # neither the last time is cut off
        label.moveLeft(max(label.left(), room.left() - EDGE_PX))  # nor the first
        painter.setPen(ink)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, clock(number * step))


def paint_names(painter: QPainter, theme: Theme, names: Sequence[tuple[str, QRectF]]) -> None:
    """What the lanes are called, at their left."""
    painter.setPen(theme.colour(Tone.MUTED))
    lowest = min((strip.height() for _, strip in names), default=0.0)
    letters = LETTERS * QFontMetricsF(theme.font(NAME_PX)).height()
    smallest = SMALLEST_NAME_PX / theme.scale
    painter.setFont(theme.font(max(smallest, min(NAME_PX, NAME_PX * lowest / letters))))  # names do not touch
    for name, strip in names:
        place = QRectF(8, strip.top(), strip.left() - 16, strip.height())
        # A lane may be lower than large letters are high: they are not cut, for there is room between two names.
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, middle | Qt.TextFlag.TextDontClip, name)


def paint_cursor(painter: QPainter, theme: Theme, room: QRectF, x: float) -> None:
    """The moment that plays."""
    if room.left() - 2 <= x <= room.right() + 2:
        painter.setPen(QPen(theme.colour(Tone.PLAIN), 1.4))
        painter.drawLine(QPointF(x, room.top() - 4), QPointF(x, room.bottom() + 3))


def paint_span(
    painter: QPainter, theme: Theme, room: QRectF, scale: Scale, span: Span | None, begins: Seconds | None
) -> None:
    """The span that is gone round in: its ends as brackets, all of it tinted; a lone bracket where it only begins."""
    tone = theme.colour(Tone.INFO)
    edges: list[tuple[float, int]] = []
    if span is not None:
        left, right = scale(span.start), scale(span.end)
        ground = QColor(tone)
        ground.setAlpha(46)
        painter.fillRect(QRectF(left, room.top() - 4, right - left, room.height() + 7), ground)
        edges = [(left, 5), (right, -5)]
    elif begins is not None:
        edges = [(scale(begins), 5)]
    painter.setPen(QPen(tone, 2))
    for x, turn in edges:
        top, bottom = room.top() - 4, room.bottom() + 3
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        painter.drawLine(QPointF(x, top), QPointF(x + turn, top))
        painter.drawLine(QPointF(x, bottom), QPointF(x + turn, bottom))
