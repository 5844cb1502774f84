"""The lanes of the timeline: how each is drawn, and what it says at a moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from simulator.domain.crowd import Way
from simulator.domain.scenario import Scenario
from simulator.domain.taxonomy import Outcome, Taxonomy
from simulator.domain.units import Seconds, Span
from simulator.metrics.machine import Condition
from simulator.review import CHAT_BIN, Lanes
from simulator.ui.amounts import count, money
from simulator.ui.plain import shown
from simulator.ui.review.lanes_painting import (
    Across,
    paint_chat,
    paint_curve,
    paint_hatched,
    paint_mark,
    paint_speech,
    paint_stretch,
)
from simulator.ui.sentences import device
from simulator.ui.theme import Theme, Tone


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the timeline: its name, its height against others, how it is drawn, what it says at a moment."""

    name: str
    height: float
    paint: Callable[[QPainter, QRectF], None]
    tell: Callable[[Seconds], str]
    evidence: bool = False


class LaneRows(QObject):
    """The lanes of one session."""

    def __init__(
        self,
        theme: Theme,
        language: str,
        lanes: Lanes,
        scenario: Scenario,
        taxonomy: Taxonomy,
        across: Across,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._lanes = lanes
        self._scenario = scenario
        self._taxonomy = taxonomy
        self._across = across

    def rows(self) -> tuple[Lane, ...]:
        """From top to bottom; lanes with nothing on them are left out."""
        theme, across, lanes = self._theme, self._across, self._lanes
        sales: list[tuple[Seconds, float]] = []
        for at, amount in lanes.sales:  # money comes at once: steps, not slopes
            if sales:
                sales.append((at, sales[-1][1]))
            sales.append((at, float(amount.hundredths)))
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
            *([Lane(self.tr("Face"), 0.8, self._paint_face, self._tell_face)] if lanes.faces or lanes.held else []),
            Lane(self.tr("Evidence"), 1.0, self._paint_evidence, lambda _: "", evidence=True),
        ]
        if lanes.incidents:
            rows.append(Lane(self.tr("Incidents"), 0.9, self._paint_incidents, self._tell_incident))
        if lanes.gaps:
            rows.append(Lane(self.tr("Devices"), 0.8, self._paint_gaps, self._tell_gap))
        if lanes.machine:
            rows.append(Lane(self.tr("Machine"), 0.6, self._paint_machine, self._tell_machine))
        return tuple(rows)

    def _paint_products(self, painter: QPainter, room: QRectF) -> None:
        known = {product.id: product for product in self._scenario.products}
        for each in self._lanes.products:
            product = known.get(each.product)
            ground = QColor(product.colour) if product is not None else QColor()
            if not ground.isValid():
                ground = self._theme.colour(self._theme.tokens.muted)
            words = each.product if product is None else product.name
            paint_stretch(painter, self._theme, room, self._across, each.span, ground, shown(words, 60))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(Tone.INFO))
        for span in self._lanes.demonstrations:
            left = self._across(span.start)
            painter.drawRect(QRectF(left, room.bottom() - 1, max(3.0, self._across(span.end) - left), 3))

    def _paint_face(self, painter: QPainter, room: QRectF) -> None:
        """A face is pale, a look at the camera full; a line below is something held up."""
        seen = QColor(self._theme.colour(Tone.INFO))
        for spans, alpha in ((self._lanes.faces, 70), (self._lanes.looks, 170)):
            seen.setAlpha(alpha)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(seen)
            for span in spans:
                left = self._across(span.start)
                painter.drawRect(QRectF(left, room.top(), max(1.0, self._across(span.end) - left), room.height()))
        painter.setBrush(self._theme.colour(Tone.WARN))
        for span in self._lanes.held:
            left = self._across(span.start)
            painter.drawRect(QRectF(left, room.bottom() - 1, max(3.0, self._across(span.end) - left), 3))

    def _paint_evidence(self, painter: QPainter, room: QRectF) -> None:
        size = self._theme.px(11)
        for mark in self._lanes.marks:
            place = QPointF(self._across(mark.span.start), room.center().y())
            paint_mark(painter, self._theme, place, size, mark.colour, here=False)

    def _paint_incidents(self, painter: QPainter, room: QRectF) -> None:
        for each in self._lanes.incidents:
            tone = Tone.WARN if each.handled is None else Tone.GOOD if each.handled else Tone.BAD
            sign = "" if each.handled is None else "✓ " if each.handled else "✗ "
            words = sign + self._incident_name(each.kind)
            paint_stretch(painter, self._theme, room, self._across, each.span, self._theme.colour(tone), words)

    def _paint_gaps(self, painter: QPainter, room: QRectF) -> None:
        for gap in self._lanes.gaps:
            paint_hatched(painter, self._theme, room, self._across, gap.span, Tone.BAD)

    def _paint_machine(self, painter: QPainter, room: QRectF) -> None:
        """A thin line where it was fine, a full bar where it was busy, a hatched one where it was in trouble."""
        for each in self._lanes.machine:
            if each.condition is Condition.TROUBLE:
                paint_hatched(painter, self._theme, room, self._across, each.span, Tone.BAD)
                continue
            busy = each.condition is Condition.BUSY
            left, right = self._across(each.span.start), self._across(each.span.end)
            high = room.height() if busy else 3.0
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(Tone.WARN if busy else Tone.GOOD))
            painter.drawRect(QRectF(left, room.center().y() - high / 2, max(1.0, right - left), high))

    def _incident_name(self, kind: str) -> str:
        known = self._taxonomy.incidents.get(kind)
        return shown(kind, 40) if known is None else known.name[self._language]

    # ------------------------------------------------------------------ what a lane says at a moment

    def _tell_viewers(self, at: Seconds) -> str:
        known = [online for when, online in self._lanes.viewers if when <= at]
        if not known:
            return ""
        online = known[-1]
        return self.tr("%n viewer(s) online", "", online)

    def _tell_sales(self, at: Seconds) -> str:
        known = [amount for when, amount in self._lanes.sales if when <= at]
        return self.tr("{amount} sold so far").format(amount=money(known[-1])) if known else ""

    def _tell_product(self, at: Seconds) -> str:
        found = next((each for each in self._lanes.products if _inside(each.span, at)), None)
        if found is None:
            return ""
        names = {product.id: product.name for product in self._scenario.products}
        words = shown(names.get(found.product, found.product), 60)
        if any(_inside(span, at) for span in self._lanes.demonstrations):
            words += " · " + self.tr("shown on camera")
        return words

    def _tell_chat(self, at: Seconds) -> str:
        number = int(at // CHAT_BIN)
        comments = self._lanes.chat[number] if number < len(self._lanes.chat) else 0
        words = self.tr("%n comment(s) in {seconds} s", "", comments)
        return words.format(seconds=count(round(CHAT_BIN)))

    def _tell_speech(self, at: Seconds) -> str:
        silence = next((span for span in self._lanes.silences if _inside(span, at)), None)
        if silence is not None:
            return self.tr("silent for {seconds} s").format(seconds=f"{silence.length:.1f}")
        return self.tr("speaking") if any(_inside(span, at) for span in self._lanes.speech) else ""

    def _tell_face(self, at: Seconds) -> str:
        lanes = self._lanes
        if any(_inside(span, at) for span in lanes.looks):
            words = self.tr("looking at the camera")
        elif any(_inside(span, at) for span in lanes.faces):
            words = self.tr("looking away") if lanes.looks else self.tr("face in the picture")
        else:
            words = self.tr("no face in the picture")
        held = self.tr("something held to the camera") if any(_inside(span, at) for span in lanes.held) else ""
        return " · ".join(part for part in (words, held) if part)

    def _tell_incident(self, at: Seconds) -> str:
        found = next((each for each in self._lanes.incidents if _inside(each.span, at)), None)
        if found is None:
            return ""
        states = {
            None: self.tr("still open at the end"),
            True: self.tr("dealt with"),
            False: self.tr("not dealt with"),
        }
        ways = {
            Way.SPEECH: self.tr("by words"),
            Way.CHOICE: self.tr("by a numbered choice"),
            Way.DESK: self.tr("at the control desk"),
            Way.ANSWER: self.tr("by answering its comment"),
            Way.TIME: self.tr("its time ran out"),
        }
        words = f"{self._incident_name(found.kind)} · {states[found.handled]}"
        if found.by is not None:
            words += f" · {ways[found.by]}"
            took = self.tr("first right step after {seconds} s")
            words += " · " + (
                self.tr("no right step") if found.lead is None else took.format(seconds=f"{found.lead:.1f}")
            )
        kind = self._taxonomy.incidents.get(found.kind)
        if kind is None or found.choice is None or not 0 <= found.choice < len(kind.choices):
            return words
        choice = kind.choices[found.choice]
        outcomes = {
            Outcome.SOLVES: self.tr("chose: {choice} (that solves it)"),
            Outcome.NOTHING: self.tr("chose: {choice} (that changes nothing)"),
            Outcome.WORSENS: self.tr("chose: {choice} (that makes it worse)"),
        }
        return words + " · " + outcomes[choice.outcome].format(choice=choice.name[self._language])

    def _tell_gap(self, at: Seconds) -> str:
        found = next((gap for gap in self._lanes.gaps if _inside(gap.span, at)), None)
        return "" if found is None else self.tr("{device} was away").format(device=device(found.device))

    def _tell_machine(self, at: Seconds) -> str:
        found = next((each.measured for each in self._lanes.machine if _inside(each.span, at)), None)
        if found is None:
            return ""
        told = [
            None
            if found.camera_fps is None
            else self.tr("{fps} pictures a second").format(fps=f"{found.camera_fps:g}"),
            self.tr("%n dropped", "", found.dropped) if found.dropped else None,
            self.tr("%n gap(s) in the sound", "", found.audio_gaps) if found.audio_gaps else None,
            None
            if found.caption_delay is None
            else self.tr("captions within {seconds} s").format(seconds=f"{found.caption_delay:.1f}"),
            None if found.cpu is None else self.tr("{cores} cores in use").format(cores=f"{found.cpu:.1f}"),
        ]
        return " · ".join(each for each in told if each is not None)


def _inside(span: Span, at: Seconds) -> bool:
    return span.start <= at < span.end
