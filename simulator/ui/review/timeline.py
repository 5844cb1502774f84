"""The lanes of a session under the video: a click or a key anywhere goes there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
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
from simulator.domain.units import Seconds, Span
from simulator.review import CHAT_BIN, EvidenceMark, Lanes
from simulator.ui.amounts import clock, count, money
from simulator.ui.plain import shown
from simulator.ui.review.lanes_painting import (
    paint_chat,
    paint_curve,
    paint_hatched,
    paint_mark,
    paint_speech,
    paint_stretch,
)
from simulator.ui.review.lettering import tip
from simulator.ui.sentences import device
from simulator.ui.theme import Theme, Tone
from simulator.ui.translations import ScreenLanguage

TICKS = (5, 10, 15, 30, 60, 120, 300, 600, 900, 1800)
"""Seconds between the times written on the axis, the first that leaves room."""
REACH_PX = 9
"""A click this near to a mark of evidence means that mark."""
LONG_SKIP: Seconds = 30.0


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the timeline: its name, its height against others, how it is drawn, what it says at a moment."""

    name: str
    height: float
    paint: Callable[[QPainter, QRectF], None]
    tell: Callable[[Seconds], str]


class Timeline(QWidget):
    """Lanes over the session clock with a cursor."""

    sought = Signal(float)
    """Seconds in the session."""

    def __init__(self, theme: Theme, language: ScreenLanguage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._lanes: Lanes | None = None
        self._scenario: Scenario | None = None
        self._taxonomy: Taxonomy | None = None
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
        self._lanes, self._scenario, self._taxonomy = lanes, scenario, taxonomy
        self._rows = self._worded(lanes)
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
        evidence = self.tr("Evidence")
        strip = next((room for row, room in self._strips() if row.name == evidence), None)
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

    # ------------------------------------------------------------------ the lanes

    def _worded(self, lanes: Lanes) -> tuple[Lane, ...]:
        theme, across = self._theme, self.across
        sales = [(at, float(each.hundredths)) for at, each in lanes.sales]
        if sales:
            sales.append((lanes.length, sales[-1][1]))
        rows = [
            Lane(
                self.tr("Viewers"),
                1.5,
                lambda p, r: paint_curve(p, theme, r, across, [(at, float(n)) for at, n in lanes.viewers], Tone.INFO),
                self._tell_viewers,
            ),
            Lane(
                self.tr("Sales"),
                1.3,
                lambda p, r: paint_curve(p, theme, r, across, sales, Tone.WARN),
                self._tell_sales,
            ),
            Lane(self.tr("Explained"), 1.0, self._paint_products, self._tell_product),
            Lane(
                self.tr("Chat"),
                1.0,
                lambda p, r: paint_chat(p, theme, r, across, lanes.chat),
                self._tell_chat,
            ),
            Lane(
                self.tr("Speech"),
                0.8,
                lambda p, r: paint_speech(p, theme, r, across, lanes.speech, lanes.silences),
                self._tell_speech,
            ),
            Lane(self.tr("Evidence"), 1.0, self._paint_evidence, lambda _: ""),
        ]
        if lanes.incidents:
            rows.append(Lane(self.tr("Incidents"), 0.9, self._paint_incidents, self._tell_incident))
        if lanes.gaps:
            rows.append(Lane(self.tr("Devices"), 0.8, self._paint_gaps, self._tell_gap))
        return tuple(rows)

    def _paint_products(self, painter: QPainter, room: QRectF) -> None:
        assert self._lanes is not None and self._scenario is not None
        known = {product.id: product for product in self._scenario.products}
        for each in self._lanes.products:
            product = known.get(each.product)
            ground = QColor(product.colour) if product is not None else QColor()
            if not ground.isValid():
                ground = self._theme.colour(self._theme.tokens.muted)
            words = each.product if product is None else product.name
            paint_stretch(painter, self._theme, room, self.across, each.span, ground, shown(words, 60))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(Tone.INFO))
        for span in self._lanes.demonstrations:
            left = self.across(span.start)
            painter.drawRect(QRectF(left, room.bottom() - 1, max(3.0, self.across(span.end) - left), 3))

    def _paint_evidence(self, painter: QPainter, room: QRectF) -> None:
        assert self._lanes is not None
        size = self._theme.px(11)
        for mark in self._lanes.marks:
            place = QPointF(self.across(mark.span.start), room.center().y())
            paint_mark(painter, self._theme, place, size, mark.colour, here=False)

    def _paint_incidents(self, painter: QPainter, room: QRectF) -> None:
        assert self._lanes is not None
        for each in self._lanes.incidents:
            tone = Tone.WARN if each.handled is None else Tone.GOOD if each.handled else Tone.BAD
            sign = "" if each.handled is None else "✓ " if each.handled else "✗ "
            words = sign + self._incident_name(each.kind)
            paint_stretch(painter, self._theme, room, self.across, each.span, self._theme.colour(tone), words)

    def _paint_gaps(self, painter: QPainter, room: QRectF) -> None:
        assert self._lanes is not None
        for gap in self._lanes.gaps:
            paint_hatched(painter, self._theme, room, self.across, gap.span, Tone.BAD)

    def _incident_name(self, kind: str) -> str:
        known = self._taxonomy.incidents.get(kind) if self._taxonomy is not None else None
        return shown(kind, 40) if known is None else known.name[self._language.of_texts]

    # ------------------------------------------------------------------ what a lane says at a moment

    def _tell_viewers(self, at: Seconds) -> str:
        assert self._lanes is not None
        known = [online for when, online in self._lanes.viewers if when <= at]
        return self.tr("%n viewer(s) online", "", known[-1]) if known else ""

    def _tell_sales(self, at: Seconds) -> str:
        assert self._lanes is not None
        known = [amount for when, amount in self._lanes.sales if when <= at]
        return self.tr("{amount} sold so far").format(amount=money(known[-1])) if known else ""

    def _tell_product(self, at: Seconds) -> str:
        assert self._lanes is not None and self._scenario is not None
        found = next((each for each in self._lanes.products if _inside(each.span, at)), None)
        if found is None:
            return ""
        names = {product.id: product.name for product in self._scenario.products}
        words = shown(names.get(found.product, found.product), 60)
        demonstrated = any(_inside(span, at) for span in self._lanes.demonstrations)
        return f"{words} · {self.tr('shown on camera')}" if demonstrated else words

    def _tell_chat(self, at: Seconds) -> str:
        assert self._lanes is not None
        number = int(at // CHAT_BIN)
        comments = self._lanes.chat[number] if number < len(self._lanes.chat) else 0
        words = self.tr("%n comment(s) in {seconds} s", "", comments)
        return words.format(seconds=count(round(CHAT_BIN)))

    def _tell_speech(self, at: Seconds) -> str:
        assert self._lanes is not None
        silence = next((span for span in self._lanes.silences if _inside(span, at)), None)
        if silence is not None:
            return self.tr("silent for {seconds} s").format(seconds=f"{silence.length:.1f}")
        return self.tr("speaking") if any(_inside(span, at) for span in self._lanes.speech) else ""

    def _tell_incident(self, at: Seconds) -> str:
        assert self._lanes is not None
        found = next((each for each in self._lanes.incidents if _inside(each.span, at)), None)
        if found is None:
            return ""
        states = {None: self.tr("still open at the end"), True: self.tr("dealt with"), False: self.tr("not dealt with")}
        return f"{self._incident_name(found.kind)} · {states[found.handled]}"

    def _tell_gap(self, at: Seconds) -> str:
        assert self._lanes is not None
        found = next((gap for gap in self._lanes.gaps if _inside(gap.span, at)), None)
        return "" if found is None else self.tr("{device} was away").format(device=device(found.device))


def _inside(span: Span, at: Seconds) -> bool:
    return span.start <= at < span.end
