"""Who rehearses, and which scenario."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QFrame, QListView, QScrollArea, QSizePolicy, QWidget

from simulator.domain.preset import Preset
from simulator.domain.rubric import Rubric
from simulator.domain.scenario import Scenario
from simulator.ports import Mendable
from simulator.ui.cards import CARD_PX
from simulator.ui.models import ScenarioModel
from simulator.ui.setup.cards import ScenarioDelegate
from simulator.ui.setup.content_trouble import ContentTrouble
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import Label, Panel, column

LONGEST_NAME = 500
LONGEST_BRIEF = 3000
MOST_CARDS = 5
"""More scenarios than this scroll in their list."""
FEWEST_CARDS = 2
"""In sight at any size of text."""


class WhoAndWhat(Panel):
    """The trainee's name, the scenarios, and what the chosen one is about."""

    chosen = Signal()
    """Another scenario or name was chosen."""

    def __init__(self, theme: Theme, language: ScreenLanguage, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Who rehearses what"))
        self._theme = theme
        self._language = language
        self.trainee = QComboBox()
        self.trainee.setEditable(True)
        self.trainee.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.trainee.setAccessibleName(self.tr("Trainee"))
        line = self.trainee.lineEdit()
        assert line is not None
        line.setPlaceholderText(self.tr("Trainee: type or choose a name"))
        line.setMaxLength(LONGEST_NAME)
        self.trainee.editTextChanged.connect(self.chosen)
        self.body.addWidget(self.trainee)
        self.model = ScenarioModel(language, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(ScenarioDelegate(theme, language, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Scenarios"))
        self.list.selectionModel().currentChanged.connect(self._on_scenario)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.body.addWidget(self.list, 2)
        self.trouble = ContentTrouble(theme)
        self.body.addWidget(self.trouble)
        self._brief = Label(wrap=True, limit=LONGEST_BRIEF)
        self._brief.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._goals = Label(role="small", wrap=True)
        about = QWidget()
        about.setObjectName("column")
        words = column(6)
        words.addWidget(self._brief)
        words.addWidget(self._goals)
        self._room = Label(role="small", wrap=True)
        words.addWidget(self._room)
        self._assumed = column(4)
        words.addLayout(self._assumed)
        words.addStretch()
        about.setLayout(words)
        area = QScrollArea()
        area.setWidget(about)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        area.setMinimumHeight(theme.px(110 if theme.roomy else 60))
        area.setAccessibleName(self.tr("What the scenario is about"))
        self.body.addWidget(area, 1)
        self._about = area
        self._rubrics: dict[str, Rubric] = {}
        self._presets: Mapping[str, Preset] = {}

    def offer(
        self,
        scenarios: tuple[Scenario, ...],
        names: tuple[str, ...],
        rubrics: dict[str, Rubric],
        presets: Mapping[str, Preset],
    ) -> None:
        """Show these scenarios and the names of trainees known already."""
        self._rubrics = rubrics
        self._presets = presets
        self.model.replace(scenarios)
        cards = min(MOST_CARDS, max(1, len(scenarios)))
        card = self._theme.px(CARD_PX)
        self.list.setMaximumHeight(card * cards + 6)
        # Large text: what the scenario is about stays in sight too, and the list scrolls.
        self.list.setMinimumHeight(card * (cards if self._theme.roomy else min(FEWEST_CARDS, cards)) + 6)
        for name in names:
            self.trainee.addItem(name)
        self.trainee.setEditText("")

    def show_faults(self, errors: Sequence[Mendable]) -> None:
        """Some content files are wrong; where no scenario is left, that stands in place of the list."""
        left = len(self.model.rows)
        self.trouble.show_errors(errors, left=left)
        self.list.setVisible(left > 0)
        self._about.setVisible(left > 0)

    def choose(self, scenario: str | None, name: str) -> None:
        """Begin with this scenario (the first where it is unknown) and name."""
        number = self.model.number_of(scenario or "")
        if self.model.rows:
            self.list.setCurrentIndex(self.model.index(number or 0))
        self.trainee.setEditText(name)

    @property
    def scenario(self) -> Scenario | None:
        return self.model.row(self.list.currentIndex().row())

    @property
    def name(self) -> str:
        return self.trainee.currentText().strip()

    def _on_scenario(self, _now: QModelIndex, _before: QModelIndex) -> None:
        scenario = self.scenario
        if scenario is not None:
            self._brief.say(scenario.brief[self._language.of_texts])
            self._goals.say(self._goals_of(scenario))
            self._clear()
            self._show_room(scenario)
        self.chosen.emit()

    def _show_room(self, scenario: Scenario) -> None:
        """Who comes, and that this is assumed."""
        preset = self._presets.get(scenario.crowd.preset)
        self._room.setVisible(preset is not None)
        if preset is None:
            return
        name = preset.name[self._language.of_texts]
        line = self.tr("Audience: {room}, {count} a minute. Simulated on assumptions, listed below.")
        self._room.say(line.format(room=name, count=f"{scenario.crowd.entries_per_min:g}"))
        self._assumed.addSpacing(6)
        self._assumed.addWidget(Label(self.tr("{room}: what is assumed").format(room=name), "strong", wrap=True))
        for assumption in preset.assumptions:
            self._assumed.addWidget(Label("· " + assumption.text[self._language.of_texts], wrap=True))

    def _clear(self) -> None:
        while (old := self._assumed.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.deleteLater()

    def _goals_of(self, scenario: Scenario) -> str:
        rubric = self._rubrics.get(scenario.rubric)
        names = {} if rubric is None else {each.id: each.name[self._language.of_texts] for each in rubric.criteria}
        goals = [
            self.tr("{criterion} {name} at level {level}").format(
                criterion=goal.criterion, name=names.get(goal.criterion, ""), level=goal.level
            )
            for goal in scenario.goals
        ]
        return self.tr("Goals: {goals}").format(goals="; ".join(goals)) if goals else ""
