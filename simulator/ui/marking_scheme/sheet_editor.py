"""The middle: a rubric's name, its criteria with their bands, or its levels and gates."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from simulator.domain.language import Language
from simulator.domain.rubric import Criterion, Rubric
from simulator.domain.units import Text
from simulator.scoring.shaping import Steps, blind_gates, renormalised, weight_sum, with_name, with_steps
from simulator.ui.marking_scheme.band_editor import BandEditor
from simulator.ui.marking_scheme.criteria import CriteriaModel, CriteriaTable
from simulator.ui.marking_scheme.drafting import Drafting
from simulator.ui.marking_scheme.levels import LevelsAndGates
from simulator.ui.marking_scheme.past import Past
from simulator.ui.marking_scheme.values import roomy
from simulator.ui.plain import shown
from simulator.ui.theme import Theme, Tone
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import Button, Label, Panel, TabButton, column, row

LONGEST_NAME = 60
WHOLE = 100.0


class SheetEditor(QWidget):
    """Shows what is on the table, and turns what is done to it into changes of the draft."""

    def __init__(
        self, theme: Theme, language: ScreenLanguage, drafting: Drafting, past: Past, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._drafting = drafting
        self._past = past
        self._theme = theme
        self._language = language.of_texts
        self._criterion = ""
        self.names = {"zh": QLineEdit(), "en": QLineEdit()}
        for code, name in (("zh", self.tr("Name in Chinese")), ("en", self.tr("Name in English"))):
            box = self.names[code]
            box.setMaxLength(LONGEST_NAME)
            box.setAccessibleName(name)
            box.setPlaceholderText(name)
            box.editingFinished.connect(self._on_name)
        self.undo = Button(self.tr("Undo"))
        self.undo.setToolTip("Ctrl+Z")
        self.undo.clicked.connect(drafting.undo)
        self.redo = Button(self.tr("Redo"))
        self.redo.setToolTip("Ctrl+Y")
        self.redo.clicked.connect(drafting.redo)
        self.criteria_tab = TabButton(self.tr("Criteria"))
        self.levels_tab = TabButton(self.tr("Levels and gates"))
        self.profile = QComboBox()
        self.profile.setAccessibleName(self.tr("Whose weights"))
        self.profile.activated.connect(lambda _: self.show_rubric())
        self.sum = Label("", "strong")
        self.renormalise = Button(self.tr("Bring to 100"))
        self.renormalise.clicked.connect(self._on_renormalise)
        self.model = CriteriaModel(theme, language, self)
        self.model.edited.connect(drafting.change)
        self.table = CriteriaTable(self.model, theme)
        self.table.criterion_chosen.connect(self._on_criterion)
        self.bands = BandEditor(theme, language)
        self.bands.edited.connect(self._on_bands)
        self.levels = LevelsAndGates(theme, language)
        self.levels.edited.connect(drafting.change)
        self._pages = QStackedWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        head = row(6)
        for box in self.names.values():
            head.addWidget(box, 1)
        head.addWidget(self.undo)
        head.addWidget(self.redo)
        tools = row(6)
        for number, button in enumerate((self.criteria_tab, self.levels_tab)):
            button.clicked.connect(lambda _=False, number=number: self._pages.setCurrentIndex(number))
            roomy(button, self._theme)
            tools.addWidget(button)
        self.criteria_tab.setChecked(True)
        tools.addStretch()
        tools.addWidget(self.profile)
        tools.addWidget(self.sum)
        tools.addWidget(self.renormalise)
        table = Panel()
        table.body.setContentsMargins(8, 4, 8, 4)
        table.body.addWidget(self.table)
        criteria = QWidget()
        inside = column(8)
        inside.addWidget(table, 1)
        inside.addWidget(self.bands)
        criteria.setLayout(inside)
        self._pages.addWidget(criteria)
        self._pages.addWidget(self.levels)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addLayout(tools)
        whole.addWidget(self._pages, 1)

    # ------------------------------------------------------------------ showing

    def show_rubric(self) -> tuple[str, ...]:
        """Show what is on the table; returns what still stands against publishing it."""
        rubric, editable = self._drafting.rubric, self._drafting.editable
        if rubric is None:
            return ()
        for code, box in self.names.items():
            if box.text() != rubric.name[code]:
                box.setText(rubric.name[code])
            box.setEnabled(editable)
        self.undo.setEnabled(self._drafting.can_undo)
        self.redo.setEnabled(self._drafting.can_redo)
        self.undo.setVisible(editable)
        self.redo.setVisible(editable)
        self._show_profiles(rubric)
        profile = self.profile.currentData()
        self.model.show_rubric(rubric, editable, profile)
        whole = weight_sum(rubric)
        self.sum.say(self.tr("Sum {sum}").format(sum=f"{whole:g}"))
        self.sum.set_tone(Tone.GOOD if whole == WHOLE else Tone.BAD)
        self.sum.setVisible(profile is None)
        self.renormalise.setVisible(editable and profile is None)
        self.renormalise.setEnabled(whole != WHOLE and whole > 0)
        self.levels.show_rubric(rubric, editable)
        if self.model.row_of(self._criterion) < 0:
            self._criterion = rubric.criteria[0].id
        if self.table.currentIndex().row() < 0:
            self.table.choose(self._criterion)
        self.show_values()
        return self._mistakes(rubric, whole)

    def show_values(self) -> None:
        """The chosen criterion, with the values of past sessions as far as these were read."""
        rubric = self._drafting.rubric
        criterion = None if rubric is None else _criterion(rubric, self._criterion)
        if rubric is not None and criterion is not None:
            usual = _criterion(self._drafting.base, criterion.id) if self._drafting.base is not None else None
            self.bands.show_criterion(rubric, criterion, self._drafting.editable, self._past.values, usual)

    def _show_profiles(self, rubric: Rubric) -> None:
        known = [self.profile.itemData(number) for number in range(self.profile.count())]
        wanted = [None, *(each.id for each in rubric.profiles)]
        if known == wanted:
            return
        chosen = self.profile.currentData()
        self.profile.clear()
        self.profile.addItem(self.tr("Weights for everybody"), None)
        for each in rubric.profiles:
            self.profile.addItem(self.tr("Weights: {profile}").format(profile=shown(each.id, 20)), each.id)
        self.profile.setCurrentIndex(max(0, self.profile.findData(chosen)))
        self.profile.setVisible(bool(rubric.profiles))

    def _mistakes(self, rubric: Rubric, whole: float) -> tuple[str, ...]:
        found = []
        if whole != WHOLE:
            found.append(self.tr("The weights come to {sum}, not 100.").format(sum=f"{whole:g}"))
        for gate, criterion in blind_gates(rubric).items():
            words = self.tr("Gate {gate} looks at {criterion}, which is off: switch off the gate too.")
            found.append(words.format(gate=gate, criterion=criterion))
        if bool(rubric.name.zh) != bool(rubric.name.en):
            found.append(self.tr("Give the name in both languages."))
        return tuple(found)

    # ------------------------------------------------------------------ changing

    def _on_criterion(self, criterion: str) -> None:
        self._criterion = criterion
        self.show_values()

    def _on_name(self) -> None:
        rubric = self._drafting.rubric
        if rubric is not None:
            name = Text(*(shown(self.names[code].text(), LONGEST_NAME) for code in ("zh", "en")))
            self._drafting.change(with_name(rubric, name))

    def _on_renormalise(self) -> None:
        if self._drafting.rubric is not None:
            self._drafting.change(renormalised(self._drafting.rubric))

    def _on_bands(self, spoken: Language | None, steps: Steps) -> None:
        rubric = self._drafting.rubric
        if rubric is not None:
            self._drafting.change(with_steps(rubric, self._criterion, spoken, steps))


def _criterion(rubric: Rubric, id: str) -> Criterion | None:
    return next((each for each in rubric.criteria if each.id == id), None)
