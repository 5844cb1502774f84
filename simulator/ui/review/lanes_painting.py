"""Draws what stands on the lanes of the timeline: from arrays, with a few shapes for each pixel however long it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from simulator.domain.units import Seconds, Span
from simulator.review.lanes import Colour
from simulator.ui.review.scale import Scale
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets.swatch import ink_on

TONES = {Colour.BAD: Tone.BAD, Colour.WARN: Tone.WARN, Colour.GOOD: Tone.GOOD, Colour.NEUTRAL: Tone.INFO}
STEPS = (1, 2, 5, 10, 20, 30, 60, 120, 300)
"""Seconds that a bar of counts may stand for."""
LINE = 1.6
"""Pixels of a curve's line."""
NARROWEST = 3.0
"""Pixels of a bar of counts."""
Times = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Curve:
    """Values over time, in order of time."""

    at: Times
    value: Times

    @classmethod
    def of(cls, points: Sequence[tuple[Seconds, float]]) -> Curve:
        both = np.asarray(points, np.float64).reshape(-1, 2)
        return cls(np.ascontiguousarray(both[:, 0]), np.ascontiguousarray(both[:, 1]))


@dataclass(frozen=True, slots=True)
class Stretches:
    """Stretches of time, in order and apart."""

    start: Times
    end: Times

    @classmethod
    def of(cls, spans: Sequence[Span]) -> Stretches:
        both = np.asarray([(span.start, span.end) for span in spans], np.float64).reshape(-1, 2)
        return cls(np.ascontiguousarray(both[:, 0]), np.ascontiguousarray(both[:, 1]))


def seen(scale: Scale, room: QRectF) -> Span:
    """What of the session stands in a room."""
    return Span(scale.moment(room.left()), scale.moment(room.right()))


def columns(curve: Curve, scale: Scale, room: QRectF) -> tuple[Times, Times]:
    """Where a curve runs, in pixels from the left, and its values; a point beyond either edge is kept, so that it
    goes on.

    Of more than two points a pixel the lowest and the highest of every pixel, in two columns: no peak is lost.
    """
    span = seen(scale, room)
    first = max(0, int(np.searchsorted(curve.at, span.start, "left")) - 1)
    last = int(np.searchsorted(curve.at, span.end, "right")) + 1
    at, value = curve.at[first:last], curve.value[first:last]
    across = scale.many(at)
    if len(at) <= 2 * room.width():
        return across, value
    pixel = np.floor(across)
    starts = np.flatnonzero(np.diff(pixel, prepend=pixel[0] - 1))
    low, high = np.minimum.reduceat(value, starts), np.maximum.reduceat(value, starts)
    return pixel[starts] + 0.5, np.stack([low, high], 1)


def paint_curve(
    painter: QPainter,
    theme: Theme,
    room: QRectF,
    scale: Scale,
    curve: Curve,
    tone: Tone,
    *,
    low: float = 0.0,
    high: float | None = None,
    apart: Seconds | None = None,
) -> None:
    """A line from ``low`` at the foot of the room to the highest value at its top.

    Points further than ``apart`` are not joined: there was nothing between them.
    """
    top = float(curve.value.max()) if high is None and len(curve.value) else high
    if len(curve.at) < 2 or top is None or top <= low:
        return
    across, value = columns(curve, scale, room)
    down = room.bottom() - room.height() * np.clip((value - low) / (top - low), 0.0, 1.0)
    widest = np.inf if apart is None else max(2.0, apart * scale.per_second)
    joined = np.diff(across) <= widest
    if down.ndim == 2:
        _paint_columns(painter, theme.colour(tone), across, down, joined)
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour(tone), LINE))
    for piece in np.split(np.arange(len(across)), np.flatnonzero(~joined) + 1):
        points = [QPointF(x, y) for x, y in zip(across[piece].tolist(), down[piece].tolist(), strict=True)]
        if len(points) == 1:
            painter.drawPoint(points[0])
        else:
            painter.drawPolyline(QPolygonF(points))


def _paint_columns(painter: QPainter, colour: QColor, across: Times, ends: Times, joined: NDArray[np.bool_]) -> None:
    """Of a curve with many points a pixel, a bar for each: a line through them all takes ten times as long."""
    foot, top = ends[:, 0], ends[:, 1]
    high = np.append(top[:1], np.where(joined, np.minimum(top[1:], foot[:-1]), top[1:])) - LINE / 2
    low = np.append(foot[:1], np.where(joined, np.maximum(foot[1:], top[:-1]), foot[1:])) + LINE / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    bars = zip((across - 0.5).tolist(), high.tolist(), (low - high).tolist(), strict=True)
    painter.drawRects([QRectF(x, y, 1.0, height) for x, y, height in bars])


def counted(counts: NDArray[np.int64], scale: Scale, room: QRectF) -> tuple[int, int, NDArray[np.int64]]:
    """Counts of seconds gathered into bars wide enough to be seen: the seconds of a bar, the first bar, the bars."""
    step = next((each for each in STEPS if each * scale.per_second >= NARROWEST), STEPS[-1])
    span = seen(scale, room)
    first = max(0, int(span.start // step))
    last = min(-(-len(counts) // step), int(span.end // step) + 1)
    if last <= first:
        return step, 0, np.zeros(0, np.int64)
    part = counts[first * step : last * step]
    padded = np.pad(part, (0, (last - first) * step - len(part)))
    return step, first, padded.reshape(-1, step).sum(axis=1)


def paint_counts(
    painter: QPainter, room: QRectF, scale: Scale, counts: NDArray[np.int64], colour: QColor, most: float
) -> None:
    """A bar for what was counted in each stretch of time; ``most`` in one second reaches the top."""
    step, first, bars = counted(counts, scale, room)
    if not len(bars) or most <= 0:
        return
    left = scale.many(np.arange(first, first + len(bars), dtype=np.float64) * step)
    width = max(1.5, step * scale.per_second - 1.0)
    high = np.clip(bars / (most * step), 0.0, 1.0) * room.height()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRects(
        [
            QRectF(x + 0.5, room.bottom() - max(2.0, h), width, max(2.0, h))
            for x, h, n in zip(left.tolist(), high.tolist(), bars.tolist(), strict=True)
            if n
        ]
    )


def merged(stretches: Stretches, scale: Scale, room: QRectF) -> tuple[Times, Times]:
    """Where the stretches stand, in pixels; those less than a pixel apart are one."""
    span = seen(scale, room)
    first = int(np.searchsorted(stretches.end, span.start, "right"))
    last = int(np.searchsorted(stretches.start, span.end, "left"))
    if last <= first:
        return np.zeros(0), np.zeros(0)
    left, right = scale.many(stretches.start[first:last]), scale.many(stretches.end[first:last])
    begins = np.flatnonzero(np.append(True, left[1:] - right[:-1] >= 1.0))
    return left[begins], right[np.append(begins[1:], len(left)) - 1]


def paint_stretches(
    painter: QPainter, room: QRectF, scale: Scale, stretches: Stretches, colour: QColor, least: float = 1.0
) -> None:
    """Filled stretches without words."""
    left, right = merged(stretches, scale, room)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRects(
        [
            QRectF(a, room.top(), max(least, b - a), room.height())
            for a, b in zip(left.tolist(), right.tolist(), strict=True)
        ]
    )


def paint_stretch(
    painter: QPainter, theme: Theme, room: QRectF, scale: Scale, span: Span, ground: QColor, words: str
) -> None:
    """A filled stretch with its name where there is room for it, in what of it is in sight."""
    bar = QRectF(scale(span.start), room.top(), max(2.0, (span.end - span.start) * scale.per_second), room.height())
    if bar.right() < room.left() or bar.left() > room.right():
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(bar, 3, 3)
    font = theme.font(11)
    metrics = QFontMetricsF(font)
    inside = bar.intersected(room).adjusted(5, 0, -5, 0)
    if words and inside.width() > metrics.horizontalAdvance(words[:2]) + 4 and metrics.height() <= room.height() + 4:
        painter.setPen(ink_on(ground))
        painter.setFont(font)
        cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)


def paint_hatched(
    painter: QPainter, theme: Theme, room: QRectF, scale: Scale, stretches: Stretches, tone: Tone
) -> None:
    """Hatched and outlined stretches."""
    colour = theme.colour(tone)
    left, right = merged(stretches, scale, room)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(QBrush(colour, Qt.BrushStyle.BDiagPattern))
    for a, b in zip(left.tolist(), right.tolist(), strict=True):
        painter.drawRect(QRectF(a, room.top(), max(2.0, b - a), room.height()))


def apart(at: Times, scale: Scale, room: QRectF, size: float) -> list[int]:
    """The numbers of marks that are drawn of those in sight: where many stand on one place, the first of them."""
    span = Span(scale.moment(room.left() - size), scale.moment(room.right() + size))
    first, last = int(np.searchsorted(at, span.start, "left")), int(np.searchsorted(at, span.end, "right"))
    if last <= first:
        return []
    places = np.floor(scale.many(at[first:last]) / max(1.0, size / 4))
    return (first + np.flatnonzero(np.diff(places, prepend=places[0] - 1))).tolist()


def paint_mark(painter: QPainter, theme: Theme, at: QPointF, size: float, colour: Colour) -> None:
    """A dot is good, a triangle a warning, a diamond bad, a ring for the instructor to judge."""
    tone = theme.colour(TONES[colour])
    painter.setPen(QPen(theme.colour(theme.tokens.panel), 1.0))
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


def paint_flag(painter: QPainter, theme: Theme, at: QPointF, size: float) -> None:
    """A note: a flag on its staff."""
    colour = theme.colour(Tone.WARN)
    painter.setPen(QPen(colour, 1.4))
    painter.drawLine(QPointF(at.x(), at.y() - size / 2), QPointF(at.x(), at.y() + size / 2))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    top = at.y() - size / 2
    painter.drawPolygon(
        QPolygonF(
            [QPointF(at.x(), top), QPointF(at.x() + size * 0.8, top + size * 0.3), QPointF(at.x(), top + size * 0.6)]
        )
    )
