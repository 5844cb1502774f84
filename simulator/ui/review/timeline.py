"""The lanes of a session under the video: a click or a key anywhere goes there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from simulator.domain.scenario import Scenario
from simulator.domain.taxonomy import Taxonomy
from simulator.domain.units import Seconds
from simulator.review import EvidenceMark, Lanes
from simulator.ui.amounts import clock
from simulator.ui.plain import shown, tip
from simulator.ui.review.lane_rows import Lane, LaneRows
from simulator.ui.theme import Theme, Tone
from simulator.ui.translations import ScreenLanguage

TICKS = (5, 10, 15, 30, 60, 120, 300, 600, 900, 1800)
"""Seconds between the times written on the axis, the first that leaves room."""
REACH_PX = 9
"""A click this near to a mark of evidence means that mark."""
LONG_SKIP: Seconds = 30.0


class Timeline(QWidget):
    """Lanes over the session clock with a cursor."""

    sought = Signal(float)
    """Seconds in the session."""

    def __init__(self, theme: Theme, language: ScreenLanguage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language.of_texts
        self._lanes: Lanes | None = None
        self._drawn: LaneRows | None = None
        self._rows: tuple[Lane, ...] = ()
        self._notes: tuple[Seconds, ...] = ()
        self._at: Seconds = 0.0
        self._still: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Timeline"))

    def show_session(self, lanes: Lanes, scenario: Scenario, taxonomy: Taxonomy) -> None:
        """Show these lanes; those with nothing on them are left out."""
        self._lanes = lanes
        if self._drawn is not None:
            self._drawn.deleteLater()
        self._drawn = LaneRows(self._theme, self._language, lanes, scenario, taxonomy, self.across, self)
        self._rows = self._drawn.rows()
        self._still = None
        self.updateGeometry()
        self.update()

    def show_notes(self, moments: tuple[Seconds, ...]) -> None:
        """Flags on the axis."""
        self._notes = moments
        self._still = None
        self.update()

    def follow(self, at: Seconds) -> None:
        """Move the cursor."""
        if at != self._at:
            self._at = at
            self.setAccessibleDescription(clock(at))
            self.update()

    @property
    def lane_names(self) -> tuple[str, ...]:
        return tuple(row.name for row in self._rows)

    def sizeHint(self) -> QSize:
        rows = sum(row.height for row in self._rows) or 6.5
        return QSize(self._theme.px(560), round(self._theme.px(25) * rows + self._axis + 12))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self.sizeHint().height())

    # ------------------------------------------------------------------ where things stand

    @property
    def _axis(self) -> float:
        return QFontMetricsF(self._theme.font(11)).height() + 4

    @property
    def room(self) -> QRectF:
        """Where the lanes stand, without their names and the axis."""
        metrics = QFontMetricsF(self._theme.font(12))
        names = max((metrics.horizontalAdvance(row.name) for row in self._rows), default=0.0)
        left = names + 26
        return QRectF(left, 8, max(20.0, self.width() - left - 16), max(20.0, self.height() - 12 - self._axis))

    def across(self, at: Seconds) -> float:
        """Where a moment stands, from the left."""
        length = max(self._lanes.length, 1.0) if self._lanes is not None else 1.0
        room = self.room
        return room.left() + room.width() * min(max(at, 0.0), length) / length

    def moment_at(self, x: float) -> Seconds:
        """The moment that stands there."""
        length = self._lanes.length if self._lanes is not None else 0.0
        room = self.room
        return length * min(1.0, max(0.0, (x - room.left()) / room.width()))

    def _strips(self) -> list[tuple[Lane, QRectF]]:
        room = self.room
        whole = sum(row.height for row in self._rows) or 1.0
        strips: list[tuple[Lane, QRectF]] = []
        top = room.top()
        for row in self._rows:
            height = room.height() * row.height / whole
            strips.append((row, QRectF(room.left(), top, room.width(), height)))
            top += height
        return strips

    def _mark_near(self, point: QPointF) -> EvidenceMark | None:
        strip = next((room for row, room in self._strips() if row.evidence), None)
        if self._lanes is None or strip is None or not strip.top() <= point.y() <= strip.bottom():
            return None
        near = [(abs(self.across(mark.span.start) - point.x()), mark.span.start, mark) for mark in self._lanes.marks]
        near = [each for each in near if each[0] <= REACH_PX]
        return min(near, key=lambda each: each[:2])[2] if near else None

    # ------------------------------------------------------------------ mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._lanes is not None:
            mark = self._mark_near(event.position())
            self.sought.emit(self.moment_at(event.position().x()) if mark is None else mark.span.start)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self._lanes is not None:
            self.sought.emit(self.moment_at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        length = self._lanes.length if self._lanes is not None else 0.0
        places = {
            Qt.Key.Key_Home: 0.0,
            Qt.Key.Key_End: length,
            Qt.Key.Key_PageUp: self._at - LONG_SKIP,
            Qt.Key.Key_PageDown: self._at + LONG_SKIP,
        }
        at = places.get(Qt.Key(event.key()))
        if at is None:
            super().keyPressEvent(event)
        else:
            self.sought.emit(min(max(at, 0.0), length))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), tip(self.told_at(QPointF(event.pos()))), self)
            return True
        return super().event(event)

    def told_at(self, point: QPointF) -> str:
        """What the timeline has to say of a place."""
        if self._lanes is None or point.x() < self.room.left() - 4:
            return ""
        mark = self._mark_near(point)
        if mark is not None:
            level = self.tr("level {level}").format(level=mark.level) if mark.level is not None else ""
            parts = (clock(mark.span.start), mark.criterion, level, shown(mark.quote, 80))
            return " · ".join(part for part in parts if part)
        at = self.moment_at(point.x())
        row = next((each for each, strip in self._strips() if strip.top() <= point.y() <= strip.bottom()), None)
        return " · ".join(part for part in (clock(at), row.tell(at) if row is not None else "") if part)

    # ------------------------------------------------------------------ painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._still = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._still is None:
            ratio = self.devicePixelRatioF()
            self._still = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            self._still.setDevicePixelRatio(ratio)
            self._still.fill(Qt.GlobalColor.transparent)
            still = QPainter(self._still)
            still.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_still(still)
            still.end()
        painter.drawPixmap(0, 0, self._still)
        if self._lanes is not None:
            x, room = self.across(self._at), self.room
            painter.setPen(QPen(self._theme.colour(Tone.PLAIN), 1.4))
            painter.drawLine(QPointF(x, room.top() - 4), QPointF(x, room.bottom() + 3))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour(Tone.INFO), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_still(self, painter: QPainter) -> None:
        line = self._theme.colour(self._theme.tokens.line)
        for row, strip in self._strips():
            painter.setPen(self._theme.colour(Tone.MUTED))
            painter.setFont(self._theme.font(12))
            name = QRectF(8, strip.top(), strip.left() - 16, strip.height())
            painter.drawText(name, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, row.name)
            row.paint(painter, strip.adjusted(0, 3, 0, -3))
        if self._lanes is None:
            return
        room = self.room
        painter.setPen(QPen(line, 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        self._paint_axis(painter, room)

    def _paint_axis(self, painter: QPainter, room: QRectF) -> None:
        assert self._lanes is not None
        font = self._theme.font(11)
        metrics = QFontMetricsF(font)
        widest = metrics.horizontalAdvance("00:00") + 18
        length = max(self._lanes.length, 1.0)
        step = next((each for each in TICKS if room.width() * each / length >= widest), TICKS[-1])
        painter.setFont(font)
        for number in range(int(length // step) + 1):
            x = self.across(number * step)
            painter.setPen(QPen(self._theme.colour(self._theme.tokens.line), 1))
            painter.drawLine(QPointF(x, room.bottom()), QPointF(x, room.bottom() + 4))
            label = QRectF(x - widest / 2, room.bottom() + 3, widest, metrics.height())
            painter.setPen(self._theme.colour(Tone.MUTED))
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, clock(number * step))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(Tone.WARN))
        for at in self._notes:
            x = self.across(at)
            painter.drawPolygon(
                [QPointF(x, room.bottom() + 4), QPointF(x, room.bottom() - 7), QPointF(x + 8, room.bottom() - 3)]
            )
