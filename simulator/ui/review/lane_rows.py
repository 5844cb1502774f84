"""The lanes of the timeline: how each is drawn, and what it says at a moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from simulator.domain.judgement import Note
from simulator.domain.scenario import Scenario
from simulator.domain.taxonomy import Taxonomy
from simulator.domain.units import Seconds, Span
from simulator.metrics.machine import Condition
from simulator.review import Lanes
from simulator.review.lanes import Colour
from simulator.ui.plain import shown
from simulator.ui.review.lane_words import LaneWords
from simulator.ui.review.lanes_painting import (
    Curve,
    Stretches,
    apart,
    paint_counts,
    paint_curve,
    paint_flag,
    paint_hatched,
    paint_mark,
    paint_stretch,
    paint_stretches,
)
from simulator.ui.review.scale import Scale
from simulator.ui.theme import Theme, Tone

QUIETEST, LOUDEST = -50.0, -5.0
"""What the lane of loudness reaches from and to; speech on air is about -23 LUFS (EBU R 128)."""
BROKEN = {1: Colour.NEUTRAL, 2: Colour.WARN, 3: Colour.WARN, 4: Colour.BAD}
"""How marks of broken rules look, by severity."""
UPWARDS = (Colour.NEUTRAL, Colour.GOOD, Colour.WARN, Colour.BAD)
"""What is worse is drawn over what is better."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the timeline: its name, its height against others, how it is drawn, what it says at a moment."""

    name: str
    height: float
    paint: Callable[[QPainter, QRectF, Scale], None]
    tell: Callable[[Seconds, Span], str]
    """Of a moment, and the stretch about it that the pointer covers."""
    evidence: bool = False


class LaneRows(QObject):
    """The lanes of one session, made into arrays once."""

    def __init__(
        self, theme: Theme, language: str, lanes: Lanes, scenario: Scenario, taxonomy: Taxonomy, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lanes = lanes
        self._scenario = scenario
        self.words = LaneWords(language, lanes, scenario, taxonomy, self)
        self._viewers = Curve.of([(at, float(online)) for at, online in lanes.viewers])
        self._sales = Curve.of(_steps(lanes))
        self._loudness = Curve.of(lanes.loudness)
        self._comments = np.asarray(lanes.comments, np.int64)
        self._unanswered = np.asarray(lanes.unanswered, np.int64)
        self._busiest = _busiest(self._comments)
        self._fastest = max((pace.rate for pace in lanes.paces), default=0.0)
        self._speech, self._silences = Stretches.of(lanes.speech), Stretches.of(lanes.silences)
        self._faces, self._looks = Stretches.of(lanes.faces), Stretches.of(lanes.looks)
        self._held, self._shown = Stretches.of(lanes.held), Stretches.of(lanes.demonstrations)
        self._marks = {
            colour: np.asarray([mark.span.start for mark in lanes.marks if mark.colour is colour]) for colour in UPWARDS
        }
        self._breaks = {
            colour: np.asarray([each.span.start for each in lanes.breaks if BROKEN[each.severity] is colour])
            for colour in UPWARDS
        }
        self._machine = {
            condition: Stretches.of([each.span for each in lanes.machine if each.condition is condition])
            for condition in Condition
        }
        self._gaps = Stretches.of(sorted(gap.span for gap in lanes.gaps))

    def show_notes(self, notes: tuple[Note, ...]) -> None:
        self.words.notes = notes

    def rows(self) -> tuple[Lane, ...]:
        """From top to bottom; lanes with nothing on them are left out, but for those of every session."""
        lanes, words = self._lanes, self.words
        rows = [
            (True, Lane(self.tr("Viewers"), 1.5, self._paint_viewers, words.viewers)),
            (True, Lane(self.tr("Sales"), 1.3, self._paint_sales, words.sales)),
            (bool(lanes.segments), Lane(self.tr("Run of show"), 0.9, self._paint_segments, words.segment)),
            (True, Lane(self.tr("Explained"), 0.9, self._paint_products, words.product)),
            (True, Lane(self.tr("Chat"), 1.1, self._paint_chat, words.chat)),
            (True, Lane(self.tr("Speech"), 0.7, self._paint_speech, words.speech)),
            (bool(lanes.paces), Lane(self.tr("Pace"), 0.9, self._paint_paces, words.pace)),
            (bool(lanes.loudness), Lane(self.tr("Loudness"), 0.9, self._paint_loudness, words.loudness)),
            (bool(lanes.faces or lanes.held), Lane(self.tr("Face"), 0.7, self._paint_face, words.face)),
            (bool(lanes.incidents), Lane(self.tr("Incidents"), 0.9, self._paint_incidents, words.incident)),
            (bool(lanes.breaks), Lane(self.tr("Rules"), 0.8, self._paint_breaks, words.broken)),
            (True, Lane(self.tr("Evidence"), 0.9, self._paint_evidence, lambda _at, _near: "", evidence=True)),
            (bool(words.notes), Lane(self.tr("Notes"), 0.8, self._paint_notes, words.note)),
            (bool(lanes.gaps), Lane(self.tr("Devices"), 0.7, self._paint_gaps, words.gap)),
            (bool(lanes.machine), Lane(self.tr("Machine"), 0.6, self._paint_machine, words.machine)),
        ]
        return tuple(lane for there, lane in rows if there)

    # ------------------------------------------------------------------ how a lane is drawn

    def _paint_viewers(self, painter: QPainter, room: QRectF, scale: Scale) -> None:
        paint_curve(painter, self._theme, room, scale, self._viewers, Tone.INFO)

    def _paint_sales(self, painter: QPainter, room: QRectF, scale: Scale) -> None:
        paint_curve(painter, self._theme, room, scale, self._sales, Tone.WARN)

    def _paint_segments(self, painter: QPainter, room: QRectF, scale: Scale) -> None:
        names = {segment.id: segment.name for segment in self._scenario.run_of_show}
        grounds = [self._theme.colour(tone) for tone in (self._theme.tokens.raised, self._theme.tokens.line)]
        for number, each in enumerate(self._lanes.segments):
            words = shown(names.get(each.segment, each.segment), 40)
            paint_stretch(painter, self._theme, room, scale, each.span, grounds[number % 2], words)

    def _paint_products(self, painter: QPainter, room: QRectF, scale: Scale) -> None:
        known = {product.id: product for product in self._scenario.products}
        for each in self._lanes.products:
            product = known.get(each.product)
            ground = QColor(product.colour) if product is not None else QColor()
            if not ground.isValid():
                ground = self._theme.colour(self._theme.tokens.muted)
            words = each.product if product is None else product.name
            paint_stretch(painter, self._theme, room, scale, each.span, ground, shown(words, 60))
        foot = QRectF(room.left(), room.bottom() - 1, room.width(), 3)
        paint_stretches(painter, foot, scale, self._shown, self._theme.colour(Tone.INFO), 3.0)

    def _paint_chat(self, painter: QPainter, room: QRectF, scale: Scale) -> None:
        """Comments pale, the questions among them that nobody answered over them."""
        paint_counts(painter, room, scale, self._comments, self._theme.colour(Tone.MUTED), self._busiest)
        paint_counts(painter, room, scale, self._unanswered, self._theme.colour(Tone.WARN), self._busiest)

    def _paint_speech(self, painter: QPainter, room: QRectF, scale: Scale) -> None:
        """Speech filled, long silences hatched and outlined."""
        good = QColor(self._theme.colour(Tone.GOOD))
        good.setAlpha(150)
        paint_stretches(painter, room, scale, self._speech, good)
        paint_hatched(painter, self._theme, room, scale, self._silences, Tone.WARN)

    def _paint_paces(self, painter: QPainter, room: QRectF, scale: Scale) -> None:
        """A step for each half minute of speaking, as high as it was fast."""
        painter.setPen(QPen(self._theme.colour(Tone.INFO), 2))
        for pace in self._lanes.paces:
            left, right = scale(pace.span.start), scale(pace.span.end)
            if right < room.left() or left > room.right():
                continue
            y = room.bottom() - room.height() * pace.rate / self._fastest if self._fastest else room.bottom()
            painter.drawLine(QPointF(left, y), QPointF(max(left + 2, right), y))

    def _paint_loudness(self, painter: QPainter, room: QRectF, scale: Scale) -> None:
        paint_curve(painter, self._theme, room, scale, self._loudness, Tone.GOOD, low=QUIETEST, high=LOUDEST, apart=2.5)

    def _paint_face(self, painter: QPainter, room: QRectF, scale: Scale) -> None:
        """A face is pale, a look at the camera full; a line below is something held up."""
        seen = QColor(self._theme.colour(Tone.INFO))
        for stretches, alpha in ((self._faces, 70), (self._looks, 170)):
            seen.setAlpha(alpha)
            paint_stretches(painter, room, scale, stretches, seen)
        foot = QRectF(room.left(), room.bottom() - 1, room.width(), 3)
        paint_stretches(painter, foot, scale, self._held, self._theme.colour(Tone.WARN), 3.0)

    def _paint_incidents(self, painter: QPainter, room: QRectF, scale: Scale) -> None:
        for each in self._lanes.incidents:
            tone = Tone.WARN if each.handled is None else Tone.GOOD if each.handled else Tone.BAD
            sign = "" if each.handled is None else "✓ " if each.handled else "✗ "
            words = sign + self.words.incident_name(each.kind)
            paint_stretch(painter, self._theme, room, scale, each.span, self._theme.colour(tone), words)

    def _paint_breaks(self, painter: QPainter, room: QRectF, scale: Scale) -> None:
        self._paint_marks(painter, room, scale, self._breaks)

    def _paint_evidence(self, painter: QPainter, room: QRectF, scale: Scale) -> None:
        self._paint_marks(painter, room, scale, self._marks)

    def _paint_marks(self, painter: QPainter, room: QRectF, scale: Scale, marks: dict[Colour, np.ndarray]) -> None:
        size = self._theme.px(11)
        for colour in UPWARDS:
            for number in apart(marks[colour], scale, room, size):
                place = QPointF(scale(float(marks[colour][number])), room.center().y())
                paint_mark(painter, self._theme, place, size, colour)

    def _paint_notes(self, painter: QPainter, room: QRectF, scale: Scale) -> None:
        for note in self.words.notes:
            paint_flag(painter, self._theme, QPointF(scale(note.at), room.center().y()), self._theme.px(12))

    def _paint_gaps(self, painter: QPainter, room: QRectF, scale: Scale) -> None:
        paint_hatched(painter, self._theme, room, scale, self._gaps, Tone.BAD)

    def _paint_machine(self, painter: QPainter, room: QRectF, scale: Scale) -> None:
        """A thin line where it was fine, a full bar where it was busy, a hatched one where it was in trouble."""
        line = QRectF(room.left(), room.center().y() - 1.5, room.width(), 3.0)
        paint_stretches(painter, line, scale, self._machine[Condition.FINE], self._theme.colour(Tone.GOOD))
        paint_stretches(painter, room, scale, self._machine[Condition.BUSY], self._theme.colour(Tone.WARN))
        paint_hatched(painter, self._theme, room, scale, self._machine[Condition.TROUBLE], Tone.BAD)


def _steps(lanes: Lanes) -> list[tuple[Seconds, float]]:
    """Sales as a line: money comes at once, in steps, not slopes."""
    points: list[tuple[Seconds, float]] = []
    for at, amount in lanes.sales:
        if points:
            points.append((at, points[-1][1]))
        points.append((at, float(amount.hundredths)))
    return [*points, (lanes.length, points[-1][1])] if points else []


def _busiest(counts: np.ndarray) -> float:
    """Comments a second that fill the lane: those of the busiest ten seconds, unless a single wave stands out."""
    if not counts.any():
        return 0.0
    tens = np.pad(counts, (0, -len(counts) % 10)).reshape(-1, 10).sum(axis=1) / 10
    return float(max(np.percentile(tens, 99), tens.max() / 4))
