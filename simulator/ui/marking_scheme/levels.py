"""What levels are called and worth, and the gates with their limits."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from simulator.domain.judgement import GateOutcome
from simulator.domain.rubric import Rubric
from simulator.domain.units import Text
from simulator.reports.wording import gate_name
from simulator.scoring.gates import LEASTS
from simulator.scoring.shaping import blind_gates, with_gate, with_level
from simulator.ui.plain import shown
from simulator.ui.theme import Theme, Tone
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import Label, Panel

LONGEST_NAME = 40


class LevelsAndGates(QScrollArea):
    """Two panels below each other."""

    edited = Signal(object)
    """The changed ``Rubric``."""

    def __init__(self, theme: Theme, language: ScreenLanguage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language.of_texts
        self._rubric: Rubric | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Levels and gates"))

    def show_rubric(self, rubric: Rubric, editable: bool) -> None:
        before = self._rubric
        self._rubric = rubric
        shape = None if before is None else (before.id, len(before.levels), len(before.gates))
        if shape != (rubric.id, len(rubric.levels), len(rubric.gates)):
            self._build(rubric)
        for level in rubric.levels:
            zh, en, points = self.levels[level.level]
            for box, text in ((zh, level.name.zh), (en, level.name.en)):
                if box.text() != text:
                    box.setText(text)
                box.setEnabled(editable)
            points.blockSignals(True)
            points.setValue(level.points)
            points.blockSignals(False)
            points.setEnabled(editable)
        blind = blind_gates(rubric)
        for gate in rubric.gates:
            on, least, words = self.gates[gate.id]
            on.blockSignals(True)
            on.setChecked(gate.enabled)
            on.blockSignals(False)
            on.setEnabled(editable)
            value = LEASTS.get(gate.id) if gate.least is None else gate.least
            outcome = GateOutcome(id=gate.id, passed=None, why="", least=value)
            text = gate_name(outcome, self._language) or gate.rule
            if gate.id in blind:
                text = self.tr("{gate}: what it looks at ({criterion}) is switched off").format(
                    gate=shown(text), criterion=blind[gate.id]
                )
            words.say(text)
            words.set_tone(Tone.BAD if gate.id in blind else Tone.PLAIN if gate.enabled else Tone.MUTED)
            if least is not None and value is not None:
                least.blockSignals(True)
                least.setValue(value)
                least.blockSignals(False)
                least.setEnabled(editable and gate.enabled)

    def _build(self, rubric: Rubric) -> None:
        column = QWidget()
        column.setObjectName("column")
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 6, 0)
        layout.addWidget(self._levels_panel(rubric))
        layout.addWidget(self._gates_panel(rubric))
        layout.addStretch()
        self.setWidget(column)

    def _levels_panel(self, rubric: Rubric) -> Panel:
        panel = Panel(self.tr("Levels: what they are called, and the points they are worth"))
        grid = QGridLayout()
        self.levels: dict[int, tuple[QLineEdit, QLineEdit, QDoubleSpinBox]] = {}
        for row, level in enumerate(rubric.levels):
            grid.addWidget(Label(str(level.level), "strong"), row, 0)
            zh, en, points = QLineEdit(), QLineEdit(), QDoubleSpinBox()
            points.setRange(0, 100)
            points.setDecimals(1)
            points.setKeyboardTracking(False)
            points.setAlignment(Qt.AlignmentFlag.AlignCenter)
            number = level.level
            for box, language in ((zh, self.tr("Chinese")), (en, self.tr("English"))):
                box.setMaxLength(LONGEST_NAME)
                box.setAccessibleName(
                    self.tr("Name of level {level}, {language}").format(level=number, language=language)
                )
                box.editingFinished.connect(lambda number=number: self._on_name(number))
            points.setAccessibleName(self.tr("Points of level {level}").format(level=number))
            points.valueChanged.connect(lambda value, number=number: self._on_points(number, value))
            for place, widget in enumerate((zh, en, points), 1):
                grid.addWidget(widget, row, place)
            self.levels[number] = (zh, en, points)
        panel.body.addLayout(grid)
        return panel

    def _gates_panel(self, rubric: Rubric) -> Panel:
        panel = Panel(self.tr("Gates: what bars a pass whatever the total"))
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        self.gates: dict[str, tuple[QCheckBox, QDoubleSpinBox | None, Label]] = {}
        for row, gate in enumerate(rubric.gates):
            on = QCheckBox(gate.id)
            on.setAccessibleName(self.tr("Gate {gate} in force").format(gate=gate.id))
            on.toggled.connect(lambda checked, id=gate.id: self._edit_gate(id, checked, None))
            words = Label("", wrap=True)
            grid.addWidget(on, row, 0)
            grid.addWidget(words, row, 1)
            least: QDoubleSpinBox | None = None
            if gate.id in LEASTS:
                least = QDoubleSpinBox()
                level = gate.id == "G3"
                least.setRange(1 if level else 0, len(rubric.levels) if level else 100)
                least.setDecimals(0 if level else 1)
                least.setKeyboardTracking(False)
                least.setAlignment(Qt.AlignmentFlag.AlignCenter)
                least.setAccessibleName(self.tr("Limit of gate {gate}").format(gate=gate.id))
                least.valueChanged.connect(lambda value, id=gate.id: self._edit_gate(id, None, value))
                least.setMinimumWidth(self._theme.px(72))
                grid.addWidget(least, row, 2)
            self.gates[gate.id] = (on, least, words)
        panel.body.addLayout(grid)
        return panel

    def _on_name(self, level: int) -> None:
        zh, en, _ = self.levels[level]
        if self._rubric is not None and shown(zh.text()) and shown(en.text()):
            name = Text(shown(zh.text(), LONGEST_NAME), shown(en.text(), LONGEST_NAME))
            self._emit(with_level(self._rubric, level, name=name))

    def _on_points(self, level: int, value: float) -> None:
        if self._rubric is not None:
            self._emit(with_level(self._rubric, level, points=value))

    def _edit_gate(self, gate: str, enabled: bool | None, least: float | None) -> None:
        if self._rubric is not None:
            self._emit(with_gate(self._rubric, gate, enabled=enabled, least=least))

    def _emit(self, rubric: Rubric) -> None:
        if rubric != self._rubric:
            self.edited.emit(rubric)
