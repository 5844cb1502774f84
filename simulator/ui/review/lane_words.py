"""What a lane of the timeline says of a moment."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QObject

from simulator.domain.crowd import Way
from simulator.domain.judgement import Note
from simulator.domain.language import Language
from simulator.domain.scenario import Scenario
from simulator.domain.taxonomy import Outcome, Taxonomy
from simulator.domain.units import Seconds, Span
from simulator.review import Lanes, Movement, changed_within
from simulator.review.audience_changes import CHANGE_BIN
from simulator.review.lanes import ProductStretch, SegmentStretch
from simulator.ui.amounts import clock, count, money
from simulator.ui.plain import shown
from simulator.ui.review.why_words import WhyWords
from simulator.ui.review.wording import severity
from simulator.ui.sentences import device

OF_VIEWERS = (Movement.LEFT, Movement.JOINED)
OF_SALES = (Movement.ORDERED, Movement.CANCELLED, Movement.REFUSED)
Near = Span
"""The stretch of time that stands under the pointer."""


class LaneWords(QObject):
    """Words for the lanes of one session; each gets the moment, and the stretch about it that the pointer covers."""

    def __init__(self, language: str, lanes: Lanes, scenario: Scenario, taxonomy: Taxonomy, parent: QObject) -> None:
        super().__init__(parent)
        self._language = language
        self._lanes = lanes
        self._scenario = scenario
        self._taxonomy = taxonomy
        self._why = WhyWords(self)
        self._zh = scenario.language is Language.ZH
        self.notes: tuple[Note, ...] = ()
        self.categories: dict[str, str] = {}
        """What the rules a host may break are called, by id."""

    def incident_name(self, kind: str) -> str:
        known = self._taxonomy.incidents.get(kind)
        return shown(kind, 40) if known is None else known.name[self._language]

    def viewers(self, at: Seconds, near: Near) -> str:
        """How many there are, and why it changed here."""
        number = bisect_right(self._lanes.viewers, at, key=lambda point: point[0]) - 1
        now = self.tr("%n viewer(s) online", "", self._lanes.viewers[number][1]) if number >= 0 else ""
        return _joined(now, *self._changed(OF_VIEWERS, at, near))

    def sales(self, at: Seconds, near: Near) -> str:
        """How much was sold, and why viewers ordered here."""
        number = bisect_right(self._lanes.sales, at, key=lambda point: point[0]) - 1
        sold = self.tr("{amount} sold so far").format(amount=money(self._lanes.sales[number][1])) if number >= 0 else ""
        return _joined(sold, *self._changed(OF_SALES, at, near))

    def _changed(self, kinds: tuple[Movement, ...], at: Seconds, near: Near) -> list[str]:
        wide = Span(min(near.start, at - CHANGE_BIN / 2), max(near.end, at + CHANGE_BIN / 2))
        return [
            self._why.change(each, at) for each in changed_within(self._lanes.changes, wide) if each.movement in kinds
        ]

    def segment(self, at: Seconds, _near: Near) -> str:
        found = at_moment(self._lanes.segments, at)
        names = {segment.id: segment.name for segment in self._scenario.run_of_show}
        return "" if found is None else shown(names.get(found.segment, found.segment), 60)

    def product(self, at: Seconds, _near: Near) -> str:
        found = at_moment(self._lanes.products, at)
        if found is None:
            return ""
        names = {product.id: product.name for product in self._scenario.products}
        words = shown(names.get(found.product, found.product), 60)
        if any(_inside(span, at) for span in self._lanes.demonstrations):
            words += " · " + self.tr("shown on camera")
        return words

    def chat(self, at: Seconds, near: Near) -> str:
        """How much was written about here, and what of it was a question that nobody answered."""
        first = max(0, int(min(near.start, at - 1)))
        last = max(first + 1, int(max(near.end, at + 1)))
        words = self.tr("%n comment(s) in {seconds} s", "", sum(self._lanes.comments[first:last]))
        waiting = sum(self._lanes.unanswered[first:last])
        more = self.tr("%n question(s) never answered", "", waiting) if waiting else ""
        return _joined(words.format(seconds=count(last - first)), more)

    def pace(self, at: Seconds, _near: Near) -> str:
        found = next((each for each in self._lanes.paces if _inside(each.span, at)), None)
        if found is None:
            return ""
        words = self.tr("{rate} characters a minute") if self._zh else self.tr("{rate} words a minute")
        return words.format(rate=count(round(found.rate)))

    def loudness(self, at: Seconds, _near: Near) -> str:
        number = bisect_right(self._lanes.loudness, at, key=lambda point: point[0])
        if number >= len(self._lanes.loudness) or self._lanes.loudness[number][0] - at > 1.5:
            return ""
        unit = "LUFS" if self._lanes.in_lufs else "dBFS"
        return f"{self._lanes.loudness[number][1]:.1f} {unit}"

    def broken(self, at: Seconds, near: Near) -> str:
        """The graver of the breaches here; what was said, and what it breaks."""
        found = [each for each in self._lanes.breaks if each.span.start <= near.end and near.start <= each.span.end]
        if not found:
            return ""
        worst = min(found, key=lambda each: (-each.severity, abs(each.span.start - at)))
        name = self.categories.get(worst.category, shown(worst.category, 40))
        return _joined(f"S{worst.severity} {severity(worst.severity)}", name, shown(worst.quote, 60))

    def note(self, _at: Seconds, near: Near) -> str:
        found = [note for note in self.notes if near.start <= note.at <= near.end]
        return " / ".join(
            _joined(clock(note.at), shown(note.text, 80), shown(note.instructor, 30)) for note in found[:3]
        )

    def speech(self, at: Seconds, _near: Near) -> str:
        silence = next((span for span in self._lanes.silences if _inside(span, at)), None)
        if silence is not None:
            return self.tr("silent for {seconds} s").format(seconds=f"{silence.length:.1f}")
        return self.tr("speaking") if any(_inside(span, at) for span in self._lanes.speech) else ""

    def face(self, at: Seconds, _near: Near) -> str:
        lanes = self._lanes
        if any(_inside(span, at) for span in lanes.looks):
            words = self.tr("looking at the camera")
        elif any(_inside(span, at) for span in lanes.faces):
            words = self.tr("looking away") if lanes.looks else self.tr("face in the picture")
        else:
            words = self.tr("no face in the picture")
        held = self.tr("something held to the camera") if any(_inside(span, at) for span in lanes.held) else ""
        return " · ".join(part for part in (words, held) if part)

    def incident(self, at: Seconds, _near: Near) -> str:
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
        words = f"{self.incident_name(found.kind)} · {states[found.handled]}"
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

    def gap(self, at: Seconds, _near: Near) -> str:
        found = next((gap for gap in self._lanes.gaps if _inside(gap.span, at)), None)
        return "" if found is None else self.tr("{device} was away").format(device=device(found.device))

    def machine(self, at: Seconds, _near: Near) -> str:
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


S = TypeVar("S", bound="SegmentStretch | ProductStretch")


def at_moment(stretches: Sequence[S], at: Seconds) -> S | None:
    """The stretch that this moment lies in."""
    return next((each for each in stretches if _inside(each.span, at)), None)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _inside(span: Span, at: Seconds) -> bool:
    return span.start <= at < span.end
