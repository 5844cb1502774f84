"""The fields of one group, with what is wrong below each; and the rows of a list, to be added, moved and taken away."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from simulator.domain.draft import Field, Kind, Steps, plain
from simulator.ui.authoring.drafting import Drafting
from simulator.ui.authoring.fields import editor, first_field
from simulator.ui.authoring.labels import hint, label
from simulator.ui.authoring.options import option
from simulator.ui.plain import shown
from simulator.ui.sentences_mistakes import mistake
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Button, Label, Panel, column, row

LABEL_PX = 190
TITLES = ("name", "cue", "temptation", "kind", "criterion", "at_s", "value", "from_days", "id")
"""What a row is called by: the first of these that it has."""


def row_title(drafting: Drafting, steps: Steps) -> str:
    """A row of a list in few words: its number, and what it is called."""
    draft, number = drafting.draft, steps[-1]
    assert draft is not None and isinstance(number, int)
    name = next((name for name in TITLES if draft.text((*steps, name))), "")
    if not name:
        return str(number + 1)
    here, value = (*steps, name), draft.text((*steps, name))
    known = next((each.title for each in drafting.workshop.names(draft, here) if each.id == value), None)
    words = option(here, value) if known is None else shown(known[drafting.language], 60)
    return f"{number + 1}  {words}"


class FormPage(QScrollArea):
    """One group of fields at a time."""

    open_asked = Signal(tuple)
    """The page of this list or row."""

    def __init__(self, drafting: Drafting, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafting = drafting
        self._theme = theme
        self._language = language
        self.steps: Steps = ()
        self.editors: dict[Steps, QWidget] = {}
        self._faults: dict[Steps, Label] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        drafting.checked.connect(self.show_flaws)

    def show_group(self, field: Field, steps: Steps) -> None:
        """Show the fields of a group or of a row; lists within it have pages of their own."""
        self._fresh(steps)
        if steps and not field.needed and field.kind is Kind.GROUP:
            self._column.addWidget(self._group(field, steps))
            self._finish()
            return
        panel = Panel(self._title(steps))
        if steps and isinstance(steps[-1], int):
            panel.body.addLayout(self._row_buttons(steps))
        form = self._form()
        panel.body.addLayout(form)
        own = [each for each in field.fields if each.kind not in (Kind.GROUP, Kind.ROWS)]
        for each in self._shown(own, steps):
            self._add(form, each, (*steps, each.name))
        self._column.addWidget(panel)
        for each in field.fields:
            if each.kind is Kind.GROUP and (steps or _plain_pair(each)):
                self._column.addWidget(self._group(each, (*steps, each.name)))
        self._finish()

    def show_rows(self, steps: Steps) -> None:
        """Show a list: what its rows are, and a way to add one."""
        self._fresh(steps)
        panel = Panel(label(steps))
        if words := hint(steps):
            panel.body.addWidget(Label(words, "small", wrap=True))
        self._faults[steps] = self._fault(panel)
        draft = self._drafting.draft
        assert draft is not None
        for number in range(draft.count(steps)):
            here = (*steps, number)
            button = Button(row_title(self._drafting, here))
            button.setProperty("role", "choice")
            button.clicked.connect(lambda _=False, here=here: self.open_asked.emit(here))
            panel.body.addWidget(button)
        add = Button(self.tr("Add one"), "Alt+A")
        add.clicked.connect(lambda: self._add_row(steps))
        line = row()
        line.addWidget(add)
        line.addStretch()
        panel.body.addLayout(line)
        self._column.addWidget(panel)
        self.add = add
        self._finish()

    def show_flaws(self) -> None:
        """Say below each field what is wrong with it; what lies deeper is told by the nearest field around it."""
        told: dict[Steps, list[str]] = {}
        for flaw in self._drafting.flaws:
            place = next((each for each in _around(flaw.steps) if each in self._faults), None)
            if place is not None:
                rest = flaw.path if flaw.steps != place and plain(flaw.steps) != plain(place) else ""
                told.setdefault(place, []).append(
                    f"{rest}: {mistake(flaw.code, flaw.found)}" if rest else mistake(flaw.code, flaw.found)
                )
        for steps, words in self._faults.items():
            words.say("; ".join(told.get(steps, ())[:6]))
            words.setVisible(steps in told)

    def focus_at(self, steps: Steps) -> None:
        """Go to the field at this place, or to the nearest around it."""
        for each in _around(steps):
            if each in self.editors:
                self.ensureWidgetVisible(self.editors[each])
                self.editors[each].setFocus()
                return
        inside = self.widget()
        first = first_field(inside) if inside is not None else None
        if first is not None:
            first.setFocus()

    # ------------------------------------------------------------------ inside

    def _fresh(self, steps: Steps) -> None:
        self.steps = steps
        self.editors, self._faults = {}, {}
        self._inside = QWidget()
        self._inside.setObjectName("column")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(10)

    def _finish(self) -> None:
        """Put the page in place whole: one that grows there is squeezed until the next turn of the event loop."""
        self._column.addStretch()
        before = self.takeWidget()
        if before is not None:
            before.hide()
            before.deleteLater()  # its button may be what is being clicked
        self.show_flaws()
        self.setWidget(self._inside)
        self._inside.show()
        self._column.activate()

    def _title(self, steps: Steps) -> str:
        if not steps:
            return self.tr("About the scenario")
        if isinstance(steps[-1], int) and self._drafting.draft is not None:
            return f"{label(steps[:-1])} · {row_title(self._drafting, steps)}"
        return label(steps)

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setSpacing(8)
        form.setRowWrapPolicy(
            QFormLayout.RowWrapPolicy.DontWrapRows if self._theme.roomy else QFormLayout.RowWrapPolicy.WrapAllRows
        )
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        return form

    def _shown(self, fields: list[Field], steps: Steps) -> Iterator[Field]:
        """All of them; the scenario's own page has the first lines first."""
        yield from sorted(fields, key=lambda each: each.name == "about") if not steps else fields

    def _add(self, form: QFormLayout, field: Field, steps: Steps) -> None:
        draft = self._drafting.draft
        assert draft is not None
        named = self._drafting.workshop.names(draft, steps)
        words = label(steps)
        made = editor(
            field,
            steps,
            draft.value(steps),
            named,
            self._theme,
            self._language,
            lambda value: self._drafting.fill(steps, value),
        )
        made.setAccessibleName(words)
        self.editors[steps] = made
        beside = column(2)
        beside.addWidget(made)
        if about := hint(steps):
            made.setAccessibleDescription(about)
            beside.addWidget(Label(about, "small", wrap=True))
        fault = Label("", "small", tone=Tone.BAD, wrap=True)
        fault.hide()
        beside.addWidget(fault)
        self._faults[steps] = fault
        name = Label(
            words if field.needed or field.kind is Kind.YES_NO else self.tr("{name} (may be empty)").format(name=words),
            wrap=True,
        )
        name.setFixedWidth(self._theme.px(LABEL_PX))
        form.addRow(name, beside)

    def _group(self, field: Field, steps: Steps) -> Panel:
        """Fields of a group within this one; one that may be missing is switched on first."""
        draft = self._drafting.draft
        assert draft is not None
        panel = Panel(label(steps))
        if words := hint(steps):
            panel.body.addWidget(Label(words, "small", wrap=True))
        there = field.needed or draft.value(steps) is not None
        if not field.needed:
            switch = QCheckBox(self.tr("There is one"))
            switch.setChecked(there)
            switch.setAccessibleName(f"{label(steps)}: {self.tr('There is one')}")
            switch.toggled.connect(lambda on: self._switch(field, steps, on))
            self.editors[steps] = switch
            panel.body.addWidget(switch)
        self._faults[steps] = self._fault(panel)
        if there:
            form = self._form()
            panel.body.addLayout(form)
            for each in field.fields:
                if each.kind not in (Kind.GROUP, Kind.ROWS):
                    self._add(form, each, (*steps, each.name))
        return panel

    def _fault(self, panel: Panel) -> Label:
        fault = Label("", "small", tone=Tone.BAD, wrap=True)
        fault.hide()
        panel.body.addWidget(fault)
        return fault

    def _switch(self, field: Field, steps: Steps, on: bool) -> None:
        draft = self._drafting.draft
        if draft is not None:
            first = next(each for each in field.fields if each.kind in (Kind.NUMBER, Kind.WHOLE, Kind.PRICE))
            self._drafting.reshape(draft.put(steps, {first.name: field.field(first.name).usual or 1} if on else None))
            self.focus_at(steps)

    def _row_buttons(self, steps: Steps) -> QGridLayout:
        """Beside each other; in two lines where text is large."""
        line = QGridLayout()
        line.setSpacing(8)
        across = 4 if self._theme.roomy else 2
        number = steps[-1]
        assert isinstance(number, int)
        rows = steps[:-1]
        for place, (words, act) in enumerate(
            (
                (self.tr("Up"), lambda: self._move(rows, number, -1)),
                (self.tr("Down"), lambda: self._move(rows, number, 1)),
                (self.tr("Copy"), lambda: self._copy(rows, number)),
                (self.tr("Take away"), lambda: self._drop(rows, number)),
            )
        ):
            button = Button(words)
            button.clicked.connect(act)
            line.addWidget(button, place // across, place % across)
        line.setColumnStretch(across, 1)
        return line

    def _add_row(self, steps: Steps) -> None:
        draft = self._drafting.draft
        assert draft is not None
        self._drafting.reshape(draft.add(steps, self._drafting.workshop.row(draft, steps)))
        self.open_asked.emit((*steps, draft.count(steps)))

    def _move(self, rows: Steps, number: int, by: int) -> None:
        draft = self._drafting.draft
        assert draft is not None
        place = min(draft.count(rows) - 1, max(0, number + by))
        self._drafting.reshape(draft.move(rows, number, by))
        self.open_asked.emit((*rows, place))

    def _copy(self, rows: Steps, number: int) -> None:
        draft = self._drafting.draft
        assert draft is not None
        fresh = self._drafting.workshop.row(draft, rows)
        own = {name: fresh[name] for name in ("id", "link_no") if name in fresh}
        self._drafting.reshape(draft.add(rows, {**draft.value((*rows, number)), **own}, number + 1))
        self.open_asked.emit((*rows, number + 1))

    def _drop(self, rows: Steps, number: int) -> None:
        draft = self._drafting.draft
        assert draft is not None
        self._drafting.reshape(draft.drop(rows, number))
        self.open_asked.emit(rows)


def _plain_pair(field: Field) -> bool:
    """A wording in two languages: it stands on the page of what it names."""
    return {each.name for each in field.fields} == {"zh", "en"}


def _around(steps: Steps) -> Iterator[Steps]:
    """This place, and those around it."""
    for length in range(len(steps), 0, -1):
        yield steps[:length]
