"""The lanes of a session under the video: a click or a key anywhere goes there; drag, wheel and keys zoom and pan."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from simulator.domain.judgement import Note
from simulator.domain.scenario import Scenario
from simulator.domain.taxonomy import Taxonomy
from simulator.domain.units import Seconds, Span
from simulator.review import EvidenceMark, Lanes
from simulator.ui.amounts import clock
from simulator.ui.plain import shown, tip
from simulator.ui.review.lane_rows import Lane, LaneRows
from simulator.ui.review.scale import STEP, Scale, View
from simulator.ui.review.timeline_still import EDGE_PX, Still, paint_cursor, paint_names, paint_span
from simulator.ui.theme import Theme, Tone
from simulator.ui.translations import ScreenLanguage

REACH_PX = 9
"""A click this near to a mark of evidence means that mark."""
HOVER_PX = 6
"""What the pointer covers to either side."""
DRAG_PX = 5
"""A press that moves less than this is a click."""
LONG_SKIP: Seconds = 30.0
UNIT_PX, UNIT_LARGE_PX = 19, 15
"""The height of a lane of height 1, at 100 %; of one where text is so large that all must give way a little."""
MOST_UNITS = 10.0
"""Where text is large more lanes than this get no more height: they share it."""


class Timeline(QWidget):
    """Lanes over the session clock with a cursor, and a span that is gone round in."""

    sought = Signal(float)
    """Seconds in the session."""
    span_chosen = Signal(object)
    """A ``Span`` that was dragged over; None where it was let go of."""
    zoomed = Signal(bool)
    """Whether less than the whole session is shown now."""

    def __init__(self, theme: Theme, language: ScreenLanguage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language.of_texts
        self._lanes: Lanes | None = None
        self._drawn: LaneRows | None = None
        self._rows: tuple[Lane, ...] = ()
        self._notes: tuple[Note, ...] = ()
        self._categories: Mapping[str, str] = {}
        self._at: Seconds = 0.0
        self._span: Span | None = None
        self._begins: Seconds | None = None
        self._pressed: QPointF | None = None
        self._pans: QPointF | None = None
        self._room: QRectF | None = None
        self.view = View()
        self._still = Still(theme, self)
        high = QSizePolicy.Policy.Expanding if theme.very_large else QSizePolicy.Policy.Fixed  # a page of its own
        self.setSizePolicy(QSizePolicy.Policy.Expanding, high)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Timeline"))

    # ------------------------------------------------------------------ what it is told

    def show_session(self, lanes: Lanes, scenario: Scenario, taxonomy: Taxonomy) -> None:
        """Show these lanes; those with nothing on them are left out. The zoom stays."""
        self._lanes = lanes
        self.view.fit_to(lanes.length)
        if self._drawn is not None:
            self._drawn.deleteLater()
        self._drawn = LaneRows(self._theme, self._language, lanes, scenario, taxonomy, self)
        self._drawn.words.categories.update(self._categories)
        self._take_rows()

    def name_categories(self, names: Mapping[str, str]) -> None:
        """What the rules a host may break are called, by id."""
        self._categories = names
        if self._drawn is not None:
            self._drawn.words.categories.update(names)

    def show_notes(self, notes: tuple[Note, ...]) -> None:
        """Flags on a lane of their own."""
        if notes != self._notes:
            self._notes = notes
            self._take_rows()

    def show_span(self, span: Span | None, begins: Seconds | None = None) -> None:
        """Mark the span that is gone round in, or where one begins whose end was not set yet."""
        self._span, self._begins = span, begins
        self.update()

    def follow(self, at: Seconds) -> None:
        """Move the cursor; what is shown goes with it when it runs out at the right."""
        if at == self._at:
            return
        was_seen = self.view.span.start <= self._at <= self.view.span.end
        before, self._at = self.across(self._at), at
        self.setAccessibleDescription(clock(at))
        if was_seen and not self.view.span.start <= at <= self.view.span.end:
            self.view.reveal(at)
            self.update()
            return
        for x in (before, self.across(at)):
            self.update(QRectF(x - 3, 0, 6, self.height()).toAlignedRect())

    def zoom(self, factor: float, around: Seconds | None = None) -> None:
        """Show less (over 1) or more of the session; around the cursor where it is in sight, unless said otherwise."""
        if around is None:
            seen = self.view.span
            around = self._at if seen.start <= self._at <= seen.end else (seen.start + seen.end) / 2
        self.view.zoom_by(factor, around)
        self._on_view()

    def fit(self) -> None:
        """Show the whole session."""
        self.view.fit()
        self._on_view()

    def pan(self, by: Seconds) -> None:
        """Go on by so many seconds."""
        self.view.pan_by(by)
        self._on_view()

    def _on_view(self) -> None:
        self.zoomed.emit(not self.view.is_whole)
        self.update()

    def _take_rows(self) -> None:
        if self._drawn is not None:
            self._drawn.show_notes(self._notes)
            self._rows = self._drawn.rows()
        self._room = None
        self._still.forget()
        self.updateGeometry()
        self.update()

    @property
    def lane_names(self) -> tuple[str, ...]:
        return tuple(row.name for row in self._rows)

    def sizeHint(self) -> QSize:
        rows = sum(row.height for row in self._rows) or 6.5
        if self._theme.roomy:
            high = self._theme.px(UNIT_PX) * rows
        else:
            high = self._theme.px(UNIT_LARGE_PX) * min(rows, MOST_UNITS)
        return QSize(self._theme.px(560), round(high + self._axis + 12))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self.sizeHint().height())

    # ------------------------------------------------------------------ where things stand

    @property
    def _axis(self) -> float:
        return QFontMetricsF(self._theme.font(11)).height() + 4

    @property
    def room(self) -> QRectF:
        """Where the lanes stand, without their names and the axis."""
        if self._room is None:
            metrics = QFontMetricsF(self._theme.font(12))
            names = max((metrics.horizontalAdvance(row.name) for row in self._rows), default=0.0)
            left = round(names + 26)
            width, height = max(20.0, self.width() - left - 16), max(20.0, self.height() - 12 - self._axis)
            self._room = QRectF(left, 8, width, height)
        return self._room

    @property
    def scale(self) -> Scale:
        room, span = self.room, self.view.span
        return Scale(span.start, room.left(), room.width() / span.length)

    def across(self, at: Seconds) -> float:
        """Where a moment stands, from the left."""
        return self.scale(at)

    def moment_at(self, x: float) -> Seconds:
        """The moment that stands there, within what is shown."""
        span = self.view.span
        length = self._lanes.length if self._lanes is not None else 0.0
        return min(max(self.scale.moment(x), span.start), span.end, length)

    def strips(self) -> list[tuple[Lane, QRectF]]:
        """The lanes, each with its place."""
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
        strip = next((room for row, room in self.strips() if row.evidence), None)
        if self._lanes is None or strip is None or not strip.top() <= point.y() <= strip.bottom():
            return None
        scale = self.scale
        near = [(abs(scale(mark.span.start) - point.x()), mark.span.start, mark) for mark in self._lanes.marks]
        near = [each for each in near if each[0] <= REACH_PX]
        return min(near, key=lambda each: each[:2])[2] if near else None

    # ------------------------------------------------------------------ mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._lanes is None:
            return
        point = event.position()
        on_axis = point.y() > self.room.bottom()
        if event.button() is Qt.MouseButton.MiddleButton or (event.button() is Qt.MouseButton.LeftButton and on_axis):
            self._pans = point
            self._pressed = point if on_axis else None
        elif event.button() is Qt.MouseButton.LeftButton:
            self._pressed = point
            mark = self._mark_near(point)
            self.sought.emit(self.moment_at(point.x()) if mark is None else mark.span.start)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._pans is not None:
            self.pan((self._pans.x() - point.x()) / self.scale.per_second)
            if self._pressed is not None and abs(point.x() - self._pressed.x()) >= DRAG_PX:
                self._pressed = None
            self._pans = point
        elif self._pressed is not None and abs(point.x() - self._pressed.x()) >= DRAG_PX:
            self.show_span(self._dragged(point))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        panned, self._pans = self._pans, None
        point = event.position()
        if pressed is None or self._lanes is None:
            return
        if panned is not None:  # a click on the axis
            self.sought.emit(self.moment_at(point.x()))
        elif abs(point.x() - pressed.x()) >= DRAG_PX:
            self._pressed = pressed
            span = self._dragged(point)
            self._pressed = None
            self.span_chosen.emit(span)

    def _dragged(self, point: QPointF) -> Span:
        assert self._pressed is not None
        ends = sorted((self.moment_at(self._pressed.x()), self.moment_at(point.x())))
        return Span(*ends)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        if self._lanes is None:
            event.ignore()
        elif turned.x() or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.pan(-(turned.x() or turned.y()) / 120 * 0.15 * self.view.span.length)
        elif turned.y():
            self.zoom(STEP ** (turned.y() / 120), self.moment_at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        length = self._lanes.length if self._lanes is not None else 0.0
        key = Qt.Key(event.key())
        places = {
            Qt.Key.Key_Home: 0.0,
            Qt.Key.Key_End: length,
            Qt.Key.Key_PageUp: self._at - LONG_SKIP,
            Qt.Key.Key_PageDown: self._at + LONG_SKIP,
        }
        at = places.get(key)
        quarter = {Qt.Key.Key_Left: -0.25, Qt.Key.Key_Right: 0.25}.get(key)
        if at is not None:
            self.sought.emit(min(max(at, 0.0), length))
        elif quarter is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.pan(quarter * self.view.span.length)
        elif key is Qt.Key.Key_Escape and (self._span is not None or self._begins is not None):
            self.span_chosen.emit(None)
        else:
            super().keyPressEvent(event)

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
        near = Span(self.scale.moment(point.x() - HOVER_PX), self.scale.moment(point.x() + HOVER_PX))
        row = next((each for each, strip in self.strips() if strip.top() <= point.y() <= strip.bottom()), None)
        return " · ".join(part for part in (clock(at), row.tell(at, near) if row is not None else "") if part)

    # ------------------------------------------------------------------ painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._room = None
        self._still.forget()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = self.room
        paint_names(painter, self._theme, [(row.name, strip) for row, strip in self.strips()])
        if self._lanes is not None:
            painter.save()
            beside = EDGE_PX if self.view.is_whole else 1
            painter.setClipRect(QRectF(room.left() - beside, 0, room.width() + 2 * beside, self.height()))
            self._still.draw(painter, room, self.view, self.strips(), self.devicePixelRatioF(), self.height())
            paint_span(painter, self._theme, room, self.scale, self._span, self._begins)
            paint_cursor(painter, self._theme, room, self.across(self._at))
            painter.restore()
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._theme.colour(Tone.INFO))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
