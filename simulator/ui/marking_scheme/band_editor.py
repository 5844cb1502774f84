"""Where an instructor sets the bands of the chosen criterion."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QComboBox, QGridLayout, QWidget

from simulator.domain.language import Language
from simulator.domain.rubric import Criterion, Rubric
from simulator.scoring.shaping import Steps, steps_of
from simulator.ui.amounts import NOTHING
from simulator.ui.marking_scheme.band_picture import BandPicture, counted
from simulator.ui.marking_scheme.values import HUGE, CutBox, roomy, unit_of, worded
from simulator.ui.plain import shown, tip
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import Button, ElidedLabel, Panel, TabButton, row

IN_A_LINE = 5
"""Levels that stand beside each other."""
MOST_RANGES = 10
Values = Callable[[str, Language | None], Sequence[float]]
"""What a metric came to in past sessions, in one language or all."""


class BandEditor(Panel):
    """A picture of the bands with past values beneath, and a box for every cut and level."""

    edited = Signal(object, object)
    """The spoken language (or None) and the new ``Steps``."""

    def __init__(self, theme: Theme, language: ScreenLanguage, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._screen = language.of_texts
        self._criterion: Criterion | None = None
        self._steps = Steps((), (1,))
        self._levels: tuple[int, ...] = ()
        self._built: tuple[str, tuple[int, ...]] = ("", ())
        self._editable = False
        self._spoken: Language | None = None
        self._values: Values = lambda _metric, _language: ()
        self._usual: Criterion | None = None
        self.about = ElidedLabel("", "small")
        self.spoken = {Language.ZH: TabButton(self.tr("Chinese")), Language.EN: TabButton(self.tr("English"))}
        self.add = Button(self.tr("Add a cut"))
        self.add.clicked.connect(self._on_add)
        self.remove = Button(self.tr("Remove the cut"))
        self.remove.clicked.connect(self._on_remove)
        head = row(6)
        head.addWidget(self.about, 1)
        for spoken, button in self.spoken.items():
            roomy(button, theme)
            button.clicked.connect(lambda _=False, spoken=spoken: self._speak(spoken))
            head.addWidget(button)
        head.addWidget(self.add)
        head.addWidget(self.remove)
        self.body.addLayout(head)
        self.picture = BandPicture(theme)
        self.picture.setAccessibleName(self.tr("Bands and past values"))
        self.body.addWidget(self.picture)
        self.counts = ElidedLabel("", "small")
        self.body.addWidget(self.counts)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(4)
        self.body.addLayout(self._grid)
        self.cuts: list[CutBox] = []
        self.levels: list[QComboBox] = []
        self._touched = 0

    def show_criterion(
        self, rubric: Rubric, criterion: Criterion, editable: bool, values: Values, usual: Criterion | None
    ) -> None:
        """``usual`` is the same criterion in the version the draft began from."""
        self.set_title(f"{criterion.id} {criterion.name[self._screen]}")
        if self._criterion is None or self._criterion.id != criterion.id:
            self._touched = 0
            self._spoken = next(iter(criterion.bands_by_language), None)
        self._criterion, self._editable, self._values, self._usual = criterion, editable, values, usual
        self._levels = tuple(sorted(each.level for each in rubric.levels))
        for spoken, button in self.spoken.items():
            button.setVisible(spoken in criterion.bands_by_language)
            button.setChecked(spoken is self._spoken)
        self._show()

    @property
    def steps(self) -> Steps:
        return self._steps

    # ------------------------------------------------------------------ inside

    def _speak(self, spoken: Language) -> None:
        self._spoken = spoken
        self._show()

    def _steps_in(self, criterion: Criterion) -> Steps:
        bands = criterion.bands if self._spoken is None else criterion.bands_for(self._spoken)
        return steps_of(bands)

    def _show(self) -> None:
        criterion = self._criterion
        assert criterion is not None
        self._steps = steps = self._steps_in(criterion)
        unit = unit_of(criterion, self._screen, self._spoken)
        formula = shown(criterion.formula) if self._screen == "en" else ""  # rubric files word it in English only
        self.about.say(self.tr("Unit: {unit}. {formula}").format(unit=unit or NOTHING, formula=formula))
        self.about.setToolTip(tip(self.about.whole))
        values = self._values(criterion.metric, self._spoken)
        before = () if self._usual is None else self._steps_in(self._usual).cuts
        self.picture.show_bands(criterion, steps, self._levels, values, before)
        self.counts.say(
            self.tr("%n past value(s) by level: {counts}", "", len(values)).format(counts=counted(steps, values))
            if values
            else self.tr("Nothing was measured of this yet.")
        )
        if len(self.levels) != len(steps.levels) or self._built != (criterion.id, self._levels):
            self._build()
        edges = (-HUGE, *steps.cuts, HUGE)
        for number, box in enumerate(self.cuts):
            near = 1e-10 * max(1.0, abs(steps.cuts[number]))
            box.show_value(steps.cuts[number], edges[number] + near, edges[number + 2] - near)
            box.setEnabled(self._editable)
            box.setAccessibleName(self.tr("Cut {number}, in {unit}").format(number=number + 1, unit=unit))
        for number, choice in enumerate(self.levels):
            choice.setCurrentIndex(choice.findData(steps.levels[number]))
            choice.setEnabled(self._editable)
            choice.setAccessibleName(self._range_name(number))
        self._show_tools()

    def _range_name(self, number: int) -> str:
        assert self._criterion is not None
        cuts = [worded(self._criterion, cut) for cut in self._steps.cuts]
        low = cuts[number - 1] if number else "–∞"
        high = cuts[number] if number < len(cuts) else "∞"
        return self.tr("Level from {low} to below {high}").format(low=low, high=high)

    def _show_tools(self) -> None:
        self.add.setEnabled(self._editable and len(self.levels) < MOST_RANGES)
        self.remove.setEnabled(self._editable and len(self.levels) > 2)

    def _build(self) -> None:
        """Boxes for these many ranges, five levels in a line."""
        for old in (*self.cuts, *self.levels):
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cuts, self.levels = [], []
        assert self._criterion is not None
        self._built = (self._criterion.id, self._levels)
        for number in range(len(self._steps.levels)):
            line, place = divmod(number, IN_A_LINE)
            choice = QComboBox()
            for level in self._levels:
                choice.addItem(str(level), level)
            choice.setFixedWidth(self._theme.px(48))
            choice.activated.connect(lambda _, number=number, choice=choice: self._on_level(number, choice))
            self._grid.addWidget(choice, line, 2 * place)
            self.levels.append(choice)
            if number < len(self._steps.cuts):
                box = CutBox(self._criterion)
                box.setFixedWidth(self._theme.px(64))
                box.entered.connect(lambda value, number=number: self._on_cut(number, value))
                self._grid.addWidget(box, line, 2 * place + 1)
                self.cuts.append(box)
        for place in range(2 * IN_A_LINE):
            self._grid.setColumnStretch(place, 0)
        self._grid.setColumnStretch(2 * IN_A_LINE, 1)
        order = [box for pair in zip(self.levels, [*self.cuts, None], strict=True) for box in pair if box is not None]
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def _on_cut(self, number: int, value: float) -> None:
        self._touched = number
        self.edited.emit(self._spoken, self._steps.moved(number, value))

    def _on_level(self, number: int, choice: QComboBox) -> None:
        self._touched = min(number, len(self.cuts) - 1)
        self.edited.emit(self._spoken, self._steps.relevelled(number, int(choice.currentData())))

    def _focused(self) -> int:
        """The cut that was worked on last."""
        box = QApplication.focusWidget()
        if isinstance(box, CutBox) and box in self.cuts:
            return self.cuts.index(box)
        return min(self._touched, max(0, len(self.cuts) - 1))

    def _on_add(self) -> None:
        """Cut the range above the last cut worked on in two; one part goes to the level that fits there best."""
        steps, number = self._steps, self._focused() + 1
        low = steps.cuts[number - 1]
        high = steps.cuts[number] if number < len(steps.cuts) else self.picture.span[1]
        middle = round((low + high) / 2, 4) if high > low else low + 1
        if not low < middle or (number < len(steps.cuts) and not middle < steps.cuts[number]):
            middle = (low + high) / 2
        part, level = self._fresh(number)
        self._touched = number
        self.edited.emit(self._spoken, steps.split(number, middle).relevelled(number + part, level))

    def _fresh(self, number: int) -> tuple[int, int]:
        """Which half of a range gets a level of its own (0 the lower, 1 the upper), and which level.

        One between it and its neighbour if there is any; never a neighbour's own, which would swallow the cut.
        """
        levels = self._steps.levels
        own = levels[number]
        beside = (levels[number - 1] if number else None, levels[number + 1] if number + 1 < len(levels) else None)
        options = [
            (neighbour is None or not min(own, neighbour) < level < max(own, neighbour), abs(level - own), part, level)
            for part, neighbour in enumerate(beside)
            for level in self._levels
            if level not in (own, neighbour)
        ]
        _, _, part, level = min(options)
        return part, level

    def _on_remove(self) -> None:
        if len(self._steps.cuts) > 1:
            number = self._focused()
            self._touched = max(0, number - 1)
            self.edited.emit(self._spoken, self._steps.joined(number))
