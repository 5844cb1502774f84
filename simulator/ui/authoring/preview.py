"""What would come of a scenario: what its trainee reads, and what its audience does before four different hosts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from simulator.audience.hosts import BASELINES
from simulator.audience.rollouts import Stage, rollouts
from simulator.audience.surprises import planned
from simulator.domain.scenario import Product, Scenario, Trigger
from simulator.domain.taxonomy import Taxonomy
from simulator.ui.amounts import clock, money
from simulator.ui.authoring.options import option
from simulator.ui.jobs import Job, Jobs
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Button, Label, Panel, row

ROLLOUTS = 12
"""Audiences each host stands before: enough to see how far luck goes, done in seconds."""
TICK_S = 1.0
SEED = 1
COUNTED = ("entered", "comments", "orders", "net_gmv")
SPREAD = (10, 90)
"""Per cent: four of five audiences lie between."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a host comes to: the median and where four of five lie, by counter."""

    host: str
    figures: tuple[tuple[float, float, float], ...]


def expected(scenario: Scenario, taxonomy: Taxonomy, job: Job) -> tuple[Expected, ...]:
    """Every baseline host before the same audiences. Raise InterruptedError when it was called off."""
    stage = Stage(scenario, taxonomy, SEED)
    found: list[Expected] = []
    for place, (name, host) in enumerate(BASELINES.items()):
        played = host(scenario, scenario.length)
        values: list[list[float]] = []
        for number in range(1, ROLLOUTS + 1):
            if job.is_cancelled():
                raise InterruptedError
            # Not compiled: compiling takes a minute on a weak machine, tells no progress and cannot be stopped.
            outcome = rollouts(stage, played, [number], until=scenario.length, tick_s=TICK_S, fast=False)
            values.append([float(outcome.last(counter)[0]) for counter in COUNTED])
            job.progress((place * ROLLOUTS + number) / (len(BASELINES) * ROLLOUTS))
        low, middle, high = np.percentile(np.array(values), [SPREAD[0], 50, SPREAD[1]], axis=0)
        found.append(Expected(name, tuple(zip(low.tolist(), middle.tolist(), high.tolist(), strict=True))))
    return tuple(found)


class ScenarioPreview(QWidget):
    """Read it as a trainee, and play it before its audience."""

    back_asked = Signal()

    def __init__(
        self, taxonomy: Taxonomy, theme: Theme, jobs: Jobs, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._taxonomy = taxonomy
        self._theme = theme
        self._jobs = jobs
        self._language = language
        self._scenario: Scenario | None = None
        self._job: Job | None = None
        self.back = Button(self.tr("Back to the form"), "Alt+F")
        self.back.clicked.connect(self.back_asked)
        self.play = Button(self.tr("Play it before its audience"), "Alt+P")
        self.play.clicked.connect(self._on_play)
        self.stop = Button(self.tr("Stop"))
        self.stop.clicked.connect(self._on_stop)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.words = Label("", "small", wrap=True)
        self._read = QVBoxLayout()
        self._befalls = QVBoxLayout()
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(theme.px(18))
        self._lay_out()
        self._show_running(False)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("column")
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(0, 0, 6, 0)
        stack.setSpacing(10)
        room = Panel(self.tr("What its audience would do"))
        line = row(10)
        line.addWidget(self.play)
        line.addWidget(self.stop)
        line.addWidget(self.bar, 1)
        line.addStretch()
        room.body.addLayout(line)
        room.body.addWidget(self.words)
        room.body.addLayout(self._table)
        stack.addWidget(room)
        befalls = Panel(self.tr("What befalls the stream, and what sets it going"))
        befalls.body.addLayout(self._befalls)
        stack.addWidget(befalls)
        reading = Panel(self.tr("What the trainee reads"))
        reading.body.addLayout(self._read)
        stack.addWidget(reading)
        stack.addStretch()
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        top = row()
        top.addWidget(self.back)
        top.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(top)
        whole.addWidget(area, 1)

    def show_scenario(self, scenario: Scenario) -> None:
        """Show what its trainee reads; what its audience does is played when asked."""
        self._on_stop()
        self._scenario = scenario
        self.words.say(
            self.tr(
                "Four hosts of the model, none of them a person, before the same {count} audiences: the median, and "
                "where four of five lie. Incidents act as if nobody dealt with them. A model's word, not a platform's."
            ).format(count=ROLLOUTS)
        )
        _empty(self._table)
        _empty(self._read)
        for text, role in self._texts(scenario):
            self._read.addWidget(Label(text, role, wrap=True, limit=4000))
        self._say_troubles(scenario)
        for product in scenario.products:
            self._read.addWidget(Label(self._terms(product), "strong", wrap=True))
            for fact in product.facts:
                must = " " + self.tr("(must be said)") if fact.mandatory else ""
                self._read.addWidget(Label(f"· {fact.cue}{must}", wrap=True))

    def _say_troubles(self, scenario: Scenario) -> None:
        _empty(self._befalls)
        lines = self._troubles(scenario)
        for words in lines or [self.tr("Nothing befalls this stream.")]:
            self._befalls.addWidget(Label(words, wrap=True))
        if scenario.chance_incidents is not None:
            drawn = self.tr("Some of these are drawn: another session draws others, at other times.")
            self._befalls.addWidget(Label(drawn, "small", wrap=True))

    def _texts(self, scenario: Scenario) -> Sequence[tuple[str, str]]:
        def of(text: object) -> str:
            return str(getattr(text, self._language))

        at, parts = 0.0, []
        for part in scenario.run_of_show:
            parts.append((f"{clock(at)}  {part.name}", ""))
            at += part.length
        return (
            (of(scenario.title), "title"),
            (of(scenario.brief), ""),
            (self.tr("Run of show"), "strong"),
            *parts,
            (self.tr("The debrief looks for: {words}").format(words=of(scenario.debrief)), "small"),
        )

    def _troubles(self, scenario: Scenario) -> Sequence[str]:
        """What befalls the stream, and when: a line each."""
        lines = []
        for each in planned(scenario, SEED):
            kind = self._taxonomy.incidents[each.kind]
            moment = (
                clock(each.at) if each.when is Trigger.MOMENT else option(("incidents", 0, "when"), each.when.value)
            )
            lines.append(f"{moment} · {getattr(kind.name, self._language)}")
        return lines

    def _terms(self, product: Product) -> str:
        words = self.tr("{number}  {name}: {price} for {unit}, {stock} on the counter")
        return words.format(
            number=product.link_no,
            name=product.name,
            price=money(product.price),
            unit=product.unit,
            stock=f"{product.counter_stock:,}",
        )

    # ------------------------------------------------------------------ playing

    def _on_play(self) -> None:
        scenario, taxonomy = self._scenario, self._taxonomy
        if scenario is None or self._job is not None:
            return
        self._job = job = self._jobs.start(lambda job: expected(scenario, taxonomy, job), self._show_expected)
        job.progressed.connect(lambda share: self.bar.setValue(round(100 * share)))
        job.ended.connect(self._on_ended)
        self._show_running(True)

    def _on_stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_ended(self) -> None:
        self._job = None
        self._show_running(False)

    def _show_running(self, running: bool) -> None:
        self.play.setVisible(not running)
        self.stop.setVisible(running)
        self.bar.setVisible(running)
        self.bar.setValue(0)

    def _show_expected(self, found: tuple[Expected, ...]) -> None:
        _empty(self._table)
        heads = (
            self.tr("Host"), self.tr("Came"), self.tr("Comments"), self.tr("Orders"), self.tr("Net sales"),
        )  # fmt: skip
        for place, words in enumerate(heads):
            self._table.addWidget(Label(words, "small"), 0, place)
        names = {
            "silent": self.tr("silent"),
            "novice": self.tr("novice"),
            "fair": self.tr("fair"),
            "expert": self.tr("expert"),
        }
        for line, each in enumerate(found, 1):
            self._table.addWidget(Label(names.get(each.host, each.host), "strong"), line, 0)
            for place, (low, middle, high) in enumerate(each.figures, 1):
                words = f"{middle:,.0f}  ({low:,.0f}–{high:,.0f})"
                self._table.addWidget(Label(words, tone=Tone.PLAIN), line, place, Qt.AlignmentFlag.AlignLeft)

    def close(self) -> bool:
        self._on_stop()
        return super().close()


def _empty(layout: QVBoxLayout | QGridLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.deleteLater()
