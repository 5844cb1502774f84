"""The run of show to plan: order, lengths, and which product each part is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QSpinBox, QWidget

from simulator.domain.scenario import Scenario, Segment
from simulator.domain.units import Seconds
from simulator.ui.amounts import clock
from simulator.ui.check.standing import Kind, Standing
from simulator.ui.theme import VERY_LARGE, Theme, Tone
from simulator.ui.widgets import Button, Label, Panel, row

SHORTEST_S, LONGEST_S, STEP_S = 10, 7200, 10
NOBODY = ""
"""The product of a part that is about none."""


def fitted(parts: tuple[Segment, ...], length: Seconds) -> tuple[Segment, ...]:
    """The same parts, each stretched alike, so that they last ``length`` together; in steps of ten seconds."""
    whole = sum(part.length for part in parts)
    if not parts or whole <= 0:
        return parts
    ends = [0.0]
    for part in parts:
        ends.append(ends[-1] + part.length)
    marks = [round(end / whole * length / STEP_S) * STEP_S for end in ends]
    marks[-1] = round(length)
    made = [max(SHORTEST_S, after - before) for before, after in pairwise(marks)]
    made[made.index(max(made))] += round(length) - sum(made)
    return tuple(replace(part, length=float(each)) for part, each in zip(parts, made, strict=True))


NAME = 1
"""The column of a part's name."""


class PlannerStep(Panel):
    """A line for each part; what it adds up to must be the length of the session."""

    changed = Signal()

    def __init__(
        self, scenario: Scenario, theme: Theme, parts: tuple[Segment, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Plan your run of show"))
        self._scenario = scenario
        self._theme = theme
        self._length = sum(part.length for part in scenario.run_of_show)
        self._parts = parts
        self.body.addWidget(
            Label(
                self.tr("Move parts, change how long they are and what they are about. You are marked by your plan."),
                wrap=True,
            )
        )
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self.total = Label("", "strong", wrap=True)
        self.body.addWidget(self.total)
        self.fit = Button(self.tr("Make it fit"))
        self.fit.clicked.connect(lambda: self._use(fitted(self._parts, self._length)))
        self.reset = Button(self.tr("Back to the author's plan"))
        self.reset.clicked.connect(lambda: self._use(self._scenario.run_of_show))
        line = row()
        line.addWidget(self.fit)
        line.addWidget(self.reset)
        line.addStretch()
        self.body.addLayout(line)
        self.asked = Label(self._operations(), "small", wrap=True)
        self.body.addWidget(self.asked)
        self.body.addStretch()
        self._lay()

    @property
    def parts(self) -> tuple[Segment, ...]:
        """The plan as it stands, whether or not it adds up."""
        return self._parts

    @property
    def plan(self) -> tuple[Segment, ...] | None:
        """The trainee's own plan; None where it is the author's, or does not fit."""
        fits = round(sum(part.length for part in self._parts)) == round(self._length)
        return self._parts if fits and self._parts != self._scenario.run_of_show else None

    def standing(self) -> Standing:
        if round(sum(part.length for part in self._parts)) != round(self._length):
            return Standing(
                Kind.MEND,
                self.tr("The parts do not add up: make them fit."),
                self.tr("A plan that does not add up is not used: the author's stands."),
            )
        if self._parts != self._scenario.run_of_show:
            return Standing(Kind.FINE, self.tr("Your own plan."))
        return Standing(Kind.FINE, self.tr("The author's plan."))

    # ------------------------------------------------------------------ inside

    def _use(self, parts: tuple[Segment, ...]) -> None:
        self._parts = parts
        self._lay()
        self.changed.emit()

    def _lay(self) -> None:
        """Lay all lines anew; where somebody was typing stays in the same column."""
        while (old := self._grid.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, part in enumerate(self._parts):
            for place, widget in enumerate(self._line(number, part)):
                if self._theme.scale < VERY_LARGE:
                    self._grid.addWidget(widget, number, place)
                elif place == NAME:  # large text: the name has a line of its own
                    self._grid.addWidget(widget, 2 * number, place, 1, -1)
                else:
                    self._grid.addWidget(widget, 2 * number + (place > NAME), place)
        self._show_total()

    def _line(self, number: int, part: Segment) -> tuple[QWidget, ...]:
        called = self.tr("part {number}: {name}").format(number=number + 1, name=part.name)
        length = QSpinBox()
        length.setRange(SHORTEST_S, LONGEST_S)
        length.setSingleStep(STEP_S)
        length.setSuffix(self.tr(" s"))
        length.setValue(round(part.length))
        length.setAccessibleName(self.tr("Length of {part}").format(part=called))
        length.setMinimumWidth(self._theme.px(70))
        product = QComboBox()
        product.setAccessibleName(self.tr("Product of {part}").format(part=called))
        product.addItem(self.tr("no product"), NOBODY)
        for each in self._scenario.products:
            product.addItem(f"{each.link_no} {each.name}", each.id)
        product.setCurrentIndex(max(0, product.findData(part.product or NOBODY)))
        product.setFixedWidth(self._theme.px(150))
        length.valueChanged.connect(lambda value: self._change(number, lambda old: replace(old, length=float(value))))
        product.activated.connect(
            lambda _index: self._change(number, lambda old: replace(old, product=product.currentData() or None))
        )
        up, down = Button("↑"), Button("↓")
        up.setAccessibleName(self.tr("Move up {part}").format(part=called))
        down.setAccessibleName(self.tr("Move down {part}").format(part=called))
        up.setEnabled(number > 0)
        down.setEnabled(number < len(self._parts) - 1)
        up.clicked.connect(lambda: self._move(number, number - 1))
        down.clicked.connect(lambda: self._move(number, number + 1))
        return Label(str(number + 1), "small"), Label(part.name, wrap=True), product, length, up, down

    def _change(self, number: int, change: Callable[[Segment], Segment]) -> None:
        parts = list(self._parts)
        parts[number] = change(parts[number])
        self._parts = tuple(parts)
        self._show_total()
        self.changed.emit()

    def _move(self, number: int, to: int) -> None:
        parts = list(self._parts)
        parts.insert(to, parts.pop(number))
        column = 4 if to < number else 5
        row = to if self._theme.scale < VERY_LARGE else 2 * to + 1
        self._use(tuple(parts))
        place = self._grid.itemAtPosition(row, column) or self._grid.itemAtPosition(row, 9 - column)
        widget = None if place is None else place.widget()
        if widget is not None and not widget.isEnabled():
            other = self._grid.itemAtPosition(row, 9 - column)
            widget = None if other is None else other.widget()
        if widget is not None:
            widget.setFocus()

    def _show_total(self) -> None:
        whole = sum(part.length for part in self._parts)
        over = round(whole - self._length)
        words = self.tr("Together {sum} of {length}").format(sum=clock(whole), length=clock(self._length))
        if over > 0:
            words += " · " + self.tr("%n second(s) too long", "", over)
        elif over < 0:
            words += " · " + self.tr("%n second(s) too short", "", -over)
        self.total.say(words if over else words + " ✓")
        self.total.set_tone(Tone.WARN if over else Tone.GOOD)
        self.fit.setEnabled(bool(over))
        self.reset.setEnabled(self._parts != self._scenario.run_of_show)

    def _operations(self) -> str:
        """What the shop asks for at fixed times, whatever the plan is."""
        acts = {
            "pin": self.tr("put on show"),
            "unpin": self.tr("take off show"),
            "coupon": self.tr("coupon"),
            "coupon_end": self.tr("end of coupon"),
            "price": self.tr("price change"),
            "sold_out": self.tr("sold out"),
            "answer_card": self.tr("answer card"),
        }
        names = {product.id: product.name for product in self._scenario.products}
        lines = [
            f"{acts.get(each.kind, each.kind)} {names.get(each.product or '', '')} "
            f"{clock(each.window.start)}–{clock(each.window.end)}"
            for each in self._scenario.required_operations
        ]
        if not lines:
            return ""
        return self.tr("The shop asks for, whatever your plan is: {acts}").format(acts="; ".join(lines))
