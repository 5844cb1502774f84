"""What the figures are asked of: rubric version and engine, scenario, time, and whose levels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from simulator.domain.agreement import Between, Population, Sample
from simulator.domain.scenario import Scenario
from simulator.ui.plain import shown, tip
from simulator.ui.theme import Theme
from simulator.ui.widgets import Label

DAYS = (30, 90, 365)


class Filters(QWidget):
    """Four boxes in a line; ``sample`` says what they come to."""

    changed = Signal()

    def __init__(
        self, theme: Theme, populations: Sequence[Population], scenarios: Sequence[Scenario], language: str, rubric: str
    ) -> None:
        super().__init__()
        self._fallback = Sample(rubric=rubric)
        self.population = QComboBox()
        self.scenario = QComboBox()
        self.since = QComboBox()
        self.whose = QComboBox()
        for each in populations:
            self.population.addItem(
                self.tr("{rubric} {version} · {engine} ({pairs})").format(
                    rubric=shown(each.rubric, 24),
                    version=shown(each.version, 12),
                    engine=shown(each.engine, 24) or self.tr("engine not noted"),
                    pairs=each.pairs,
                ),
                Sample(rubric=each.rubric, version=each.version, engine=each.engine),
            )
        versions = list(dict.fromkeys((each.rubric, each.version) for each in populations))
        for rubric_id, version in versions:
            if len({each.engine for each in populations if (each.rubric, each.version) == (rubric_id, version)}) > 1:
                self.population.addItem(
                    self.tr("{rubric} {version} · all engines together").format(
                        rubric=shown(rubric_id, 24), version=shown(version, 12)
                    ),
                    Sample(rubric=rubric_id, version=version),
                )
        if not populations:
            self.population.addItem(shown(rubric, 24), self._fallback)
        self.scenario.addItem(self.tr("all scenarios"), None)
        for scenario in scenarios:
            self.scenario.addItem(f"{shown(scenario.id, 12)} {shown(scenario.title[language], 24)}", scenario.id)
        self.since.addItem(self.tr("all time"), None)
        for days in DAYS:
            self.since.addItem(self.tr("last %n day(s)", "", days), days)
        for words, value in (
            (self.tr("machine and instructors"), (Between.MACHINE, None)),
            (self.tr("machine and instructors, blind only"), (Between.MACHINE, True)),
            (self.tr("two instructors"), (Between.ASSESSORS, None)),
            (self.tr("two instructors, blind only"), (Between.ASSESSORS, True)),
        ):
            self.whose.addItem(words, value)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for name, box in (
            (self.tr("Agreement of"), self.whose),
            (self.tr("Marked by"), self.population),
            (self.tr("Scenario"), self.scenario),
            (self.tr("Sessions"), self.since),
        ):
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            wide = 18 if theme.roomy else 8
            box.setMinimumContentsLength(wide if box in (self.whose, self.population) else 8)
            box.setToolTip(tip(name))
            box.activated.connect(lambda _number: self.changed.emit())
            label = Label(name, "small")
            label.setBuddy(box)
            line.addWidget(label)
            label.setVisible(theme.roomy)  # large text leaves room for the boxes only; their tips name them
            line.addWidget(box, 2 if box is self.population else 1)

    @property
    def sample(self) -> Sample:
        between, blind = self.whose.currentData()
        days = self.since.currentData()
        since = None if days is None else (datetime.now(UTC) - timedelta(days=days)).date().isoformat()
        chosen: Sample = self.population.currentData()
        return replace(chosen, scenario=self.scenario.currentData(), since_utc=since, between=between, blind=blind)
