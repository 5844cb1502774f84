"""The bands of a criterion on the axis of its values, and where the values of past sessions fall."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.domain.rubric import Criterion
from simulator.scoring.shaping import Steps
from simulator.ui.marking_scheme.values import worded
from simulator.ui.theme import Theme, Tone

MARGIN = 0.15
"""Of the span between the outermost cuts, shown beyond them where the values have no end there."""
DOT_PX = 5
MOST_STACKED = 7
INK = 110
"""Of 255: how thick the colours lie on the ground."""


class BandPicture(QWidget):
    """A strip of levels over an axis; beneath it one dot a past session (stacked where they are alike)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._criterion: Criterion | None = None
        self._steps = Steps((), (1,))
        self._levels: Sequence[int] = (1, 2, 3, 4, 5)
        self._values: Sequence[float] = ()
        self._before: Sequence[float] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(92))

    def show_bands(
        self,
        criterion: Criterion,
        steps: Steps,
        levels: Sequence[int],
        values: Sequence[float],
        before: Sequence[float] = (),
    ) -> None:
        """``before`` are the cuts of the version in force: drawn dotted where they differ."""
        self._criterion, self._steps, self._levels = criterion, steps, levels
        self._values, self._before = values, before
        self.setAccessibleDescription(counted(steps, values))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(420), self._theme.px(92))

    @property
    def span(self) -> tuple[float, float]:
        """The values at the left and the right end of the axis."""
        cuts, values = self._steps.cuts, self._values
        known = [*cuts, *self._before, *values] or [0.0, 1.0]
        low, high = min(known), max(known)
        beyond = MARGIN * (high - low) or 0.5
        reach = (None, None) if self._criterion is None else self._criterion.reach
        left = reach[0] if reach[0] is not None else low - beyond
        right = reach[1] if reach[1] is not None else high + beyond
        right = max(right, high)
        left = min(left, low)
        return (left, right + beyond / 3 if right == high and cuts and right == max(cuts) else right)

    def x_of(self, value: float, room: QRectF) -> float:
        left, right = self.span
        share = (value - left) / (right - left) if right > left else 0.5
        return room.left() + room.width() * min(1.0, max(0.0, share))

    def tint(self, level: int) -> QColor:
        """From the colour of what is bad to that of what is good, over the levels there are."""
        order = sorted(self._levels)
        share = order.index(level) / (len(order) - 1) if level in order and len(order) > 1 else 1.0
        ends = (self._theme.colour(Tone.BAD), self._theme.colour(Tone.WARN), self._theme.colour(Tone.GOOD))
        first, second = (ends[0], ends[1]) if share < 0.5 else (ends[1], ends[2])
        part = 2 * share if share < 0.5 else 2 * share - 1
        red, green, blue = (
            round(one + (other - one) * part)
            for one, other in (
                (first.red(), second.red()),
                (first.green(), second.green()),
                (first.blue(), second.blue()),
            )
        )
        return QColor(red, green, blue, INK)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._criterion is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = self._theme.px
        whole = QRectF(self.rect()).adjusted(2, 0, -2, 0)
        strip = QRectF(whole.left(), px(2), whole.width(), px(24))
        self._paint_strip(painter, strip)
        self._paint_cuts(painter, strip)
        self._paint_dots(painter, QRectF(whole.left(), strip.bottom() + px(18), whole.width(), px(46)))

    def _paint_strip(self, painter: QPainter, strip: QRectF) -> None:
        painter.setFont(self._theme.font(12, bold=True))
        edges = (strip.left(), *(self.x_of(cut, strip) for cut in self._steps.cuts), strip.right())
        for level, left, right in zip(self._steps.levels, edges, edges[1:], strict=False):
            part = QRectF(left, strip.top(), right - left, strip.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.tint(level))
            painter.drawRect(part)
            if part.width() >= self._theme.px(10):
                painter.setPen(self._theme.colour(Tone.PLAIN))
                painter.drawText(part, Qt.AlignmentFlag.AlignCenter, str(level))

    def _paint_cuts(self, painter: QPainter, strip: QRectF) -> None:
        assert self._criterion is not None
        painter.setPen(QPen(self._theme.colour(Tone.INFO), 1, Qt.PenStyle.DotLine))
        for cut in self._before:
            if cut not in self._steps.cuts:
                x = self.x_of(cut, strip)
                painter.drawLine(QPointF(x, strip.top()), QPointF(x, self.height()))
        painter.setFont(self._theme.font(11))
        metrics = painter.fontMetrics()
        free = strip.left() - 1
        for cut in self._steps.cuts:
            x = self.x_of(cut, strip)
            painter.setPen(QPen(self._theme.colour(Tone.PLAIN), 1))
            painter.drawLine(QPointF(x, strip.top()), QPointF(x, strip.bottom() + self._theme.px(3)))
            words = worded(self._criterion, cut)
            wide = metrics.horizontalAdvance(words)
            left = min(max(strip.left(), x - wide / 2), strip.right() - wide)
            if left > free:
                painter.setPen(self._theme.colour(Tone.MUTED))
                painter.drawText(QPointF(left, strip.bottom() + self._theme.px(14)), words)
                free = left + wide + 4

    def _paint_dots(self, painter: QPainter, room: QRectF) -> None:
        painter.setPen(QPen(self._theme.colour(self._theme.tokens.line), 1))
        painter.drawLine(room.topLeft(), room.topRight())
        places = Counter(round(self.x_of(value, room) / (DOT_PX + 1)) for value in self._values)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(Tone.INFO))
        most = max(places.values(), default=1)
        step = min(DOT_PX + 1.0, (room.height() - DOT_PX) / max(1, min(most, 400)))
        for place, many in places.items():
            for number in range(many):
                y = room.top() + 3 + number * (step if most > MOST_STACKED else DOT_PX + 1)
                painter.drawEllipse(QRectF(place * (DOT_PX + 1) - DOT_PX / 2, y, DOT_PX, DOT_PX))


def counted(steps: Steps, values: Sequence[float]) -> str:
    """How many values fall on each level: "1: 4 · 2: 0 …"."""
    edges = (float("-inf"), *steps.cuts, float("inf"))
    at: Counter[int] = Counter()
    for level, low, high in zip(steps.levels, edges, edges[1:], strict=False):
        at[level] += sum(low <= value < high for value in values)
    return " · ".join(f"{level}: {at[level]}" for level in sorted(at))
