"""Which class, which scenario, which of their sessions, and by which rubric they were marked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from simulator.domain.classes import TraineeClass
from simulator.domain.scenario import Scenario
from simulator.domain.standing import ClassQuestion
from simulator.ui.plain import shown, tip
from simulator.ui.theme import Theme
from simulator.ui.widgets import Label

DAYS = (30, 90, 365)
LAST, EVERY, EXAMS = "last", "every", "exams"


class ClassFilters(QWidget):
    """Boxes in a line."""

    changed = Signal()

    def __init__(
        self, theme: Theme, classes: Sequence[TraineeClass], scenarios: Sequence[Scenario], language: str
    ) -> None:
        super().__init__()
        self.who = QComboBox()
        self.scenario = QComboBox()
        self.which = QComboBox()
        self.since = QComboBox()
        self.marked_by = QComboBox()
        self.who.addItem(self.tr("everybody"), None)
        for each in classes:
            self.who.addItem(self.tr("{name} ({size})").format(name=shown(each.name, 30), size=each.size), each.id)
        self.scenario.addItem(self.tr("all scenarios"), None)
        for scenario in scenarios:
            self.scenario.addItem(f"{shown(scenario.id, 12)} {shown(scenario.title[language], 24)}", scenario.id)
        for words, value in (
            (self.tr("each trainee's last"), LAST),
            (self.tr("all sessions"), EVERY),
            (self.tr("exams, each one's last"), EXAMS),
        ):
            self.which.addItem(words, value)
        self.since.addItem(self.tr("all time"), None)
        for days in DAYS:
            self.since.addItem(self.tr("last %n day(s)", "", days), days)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8 if theme.roomy else 4)
        for name, box in (
            (self.tr("Class"), self.who),
            (self.tr("Scenario"), self.scenario),
            (self.tr("Sessions"), self.which),
            (self.tr("Since"), self.since),
            (self.tr("Marked by"), self.marked_by),
        ):
            box.setAccessibleName(name)
            box.setToolTip(tip(name))
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8 if theme.roomy else 4)
            box.activated.connect(self._on_chosen)
            label = Label(name, "small")
            label.setBuddy(box)
            line.addWidget(label)
            label.setVisible(theme.roomy)  # large text leaves room for the boxes only; their tips name them
            line.addWidget(box, 1)

    def choose_class(self, id: str | None) -> None:
        """Look at this class."""
        number = self.who.findData(id)
        if number >= 0:
            self.who.setCurrentIndex(number)

    @property
    def class_name(self) -> str:
        """As it stands in the box, without its size."""
        words = self.who.currentText()
        return words if self.who.currentData() is None else words.rpartition(" (")[0]

    @property
    def class_id(self) -> str | None:
        chosen = self.who.currentData()
        return None if chosen is None else str(chosen)

    def question(self, trainees: tuple[str, ...] | None, *, signed: bool) -> ClassQuestion:
        """What is chosen, of these trainees."""
        days = self.since.currentData()
        since = None if days is None else (datetime.now(UTC) - timedelta(days=days)).date().isoformat()
        which = self.which.currentData()
        by = self.marked_by.currentData()
        return ClassQuestion(
            trainees=trainees,
            scenario=self.scenario.currentData(),
            since_utc=since,
            exams=which == EXAMS,
            every=which == EVERY,
            signed=signed,
            marked_by=None if by is None else (by[0], by[1]),
        )

    def show_marked(self, marked: Sequence[tuple[str, str, int]], chosen: tuple[str, str] | None) -> None:
        """Offer the rubrics and versions there are, with how many sessions each has."""
        with QSignalBlocker(self.marked_by):
            self.marked_by.clear()
            for rubric, version, count in marked:
                words = self.tr("{rubric} {version} ({sessions})")
                self.marked_by.addItem(
                    words.format(rubric=shown(rubric, 24), version=shown(version, 12), sessions=count),
                    (rubric, version),
                )
            at = next((number for number, each in enumerate(marked) if each[:2] == chosen), -1)
            self.marked_by.setCurrentIndex(at)
        self.marked_by.setEnabled(len(marked) > 1)

    def _on_chosen(self) -> None:
        if self.sender() is not self.marked_by:
            with QSignalBlocker(self.marked_by):
                self.marked_by.setCurrentIndex(-1)  # other sessions: what most of them were marked by
        self.changed.emit()
