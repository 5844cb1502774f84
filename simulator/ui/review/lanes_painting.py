"""Draws what stands on the lanes of the timeline."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from simulator.domain.units import Seconds, Span
from simulator.review import CHAT_BIN
from simulator.review.lanes import Colour
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets.swatch import ink_on

MOST_POINTS = 600
"""A curve is thinned to this many points before it is drawn."""
TONES = {Colour.BAD: Tone.BAD, Colour.WARN: Tone.WARN, Colour.GOOD: Tone.GOOD, Colour.NEUTRAL: Tone.INFO}
Across = Callable[[Seconds], float]
"""Where a moment stands, from the left."""


def paint_curve(
    painter: QPainter, theme: Theme, room: QRectF, across: Across, points: Sequence[tuple[Seconds, float]], tone: Tone
) -> None:
    """A line from nothing at the foot of the room to its highest value at the top."""
    if len(points) < 2:
        return
    step = max(1, len(points) // MOST_POINTS)
    thinned = [*points[:-1:step], points[-1]]
    high = max(value for _, value in points)
    if high <= 0:
        return
    line = QPolygonF([QPointF(across(at), room.bottom() - room.height() * value / high) for at, value in thinned])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour(tone), 1.8))
    painter.drawPolyline(line)


def paint_stretch(
    painter: QPainter, theme: Theme, room: QRectF, across: Across, span: Span, ground: QColor, words: str
) -> None:
    """A filled stretch with its name where there is room for it."""
    bar = QRectF(across(span.start), room.top(), max(2.0, across(span.end) - across(span.start)), room.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(bar, 3, 3)
    font = theme.font(11)
    metrics = QFontMetricsF(font)
    if words and bar.width() > metrics.horizontalAdvance(words[:2]) + 14:
        painter.setPen(ink_on(ground))
        painter.setFont(font)
        inside = bar.adjusted(5, 0, -5, 0)
        cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)


def paint_chat(painter: QPainter, theme: Theme, room: QRectF, across: Across, bins: Sequence[int]) -> None:
    """A bar for the comments of each stretch of time."""
    high = max(bins, default=0)
    if not high:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(Tone.MUTED))
    for number, count in enumerate(bins):
        if count:
            left, right = across(number * CHAT_BIN), across((number + 1) * CHAT_BIN)
            height = max(2.0, room.height() * count / high)
            painter.drawRect(QRectF(left + 0.5, room.bottom() - height, max(1.5, right - left - 1.5), height))


def paint_speech(
    painter: QPainter, theme: Theme, room: QRectF, across: Across, speech: Sequence[Span], silences: Sequence[Span]
) -> None:
    """Speech filled, long silences hatched and outlined."""
    painter.setPen(Qt.PenStyle.NoPen)
    good = QColor(theme.colour(Tone.GOOD))
    good.setAlpha(150)
    painter.setBrush(good)
    for span in speech:
        left = across(span.start)
        painter.drawRect(QRectF(left, room.top(), max(1.0, across(span.end) - left), room.height()))
    for span in silences:
        paint_hatched(painter, theme, room, across, span, Tone.WARN)


def paint_hatched(painter: QPainter, theme: Theme, room: QRectF, across: Across, span: Span, tone: Tone) -> None:
    colour = theme.colour(tone)
    left = across(span.start)
    bar = QRectF(left, room.top(), max(2.0, across(span.end) - left), room.height())
    painter.setPen(QPen(colour, 1))
    painter.setBrush(QBrush(colour, Qt.BrushStyle.BDiagPattern))
    painter.drawRect(bar)


def paint_mark(painter: QPainter, theme: Theme, at: QPointF, size: float, colour: Colour, *, here: bool) -> None:
    """A dot is good, a triangle a warning, a diamond bad, a ring for the instructor to judge."""
    tone = theme.colour(TONES[colour])
    painter.setPen(QPen(theme.colour(theme.tokens.text if here else theme.tokens.panel), 1.6 if here else 1.0))
    painter.setBrush(tone)
    half = size / 2
    match colour:
        case Colour.BAD:
            corners = [QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0)]
            painter.drawPolygon(QPolygonF([at + corner * 1.15 for corner in corners]))
        case Colour.WARN:
            corners = [QPointF(0, -half), QPointF(half, half * 0.8), QPointF(-half, half * 0.8)]
            painter.drawPolygon(QPolygonF([at + corner * 1.1 for corner in corners]))
        case Colour.GOOD:
            painter.drawEllipse(at, half * 0.9, half * 0.9)
        case Colour.NEUTRAL:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tone, 2))
            painter.drawEllipse(at, half * 0.75, half * 0.75)
            if here:
                painter.setPen(QPen(theme.colour(theme.tokens.text), 1))
                painter.drawEllipse(at, half * 1.1, half * 1.1)
