"""Who else takes part, and whether it is practice or an exam."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from simulator.domain.exam import Sitting
from simulator.domain.session import Mode
from simulator.ui.setup.who_and_what import LONGEST_NAME
from simulator.ui.theme import Theme
from simulator.ui.widgets import Label, column, row

NUMBER = QRegularExpression(r"[Ee]?\d{0,9}")
"""Of an audience (digits), or of a locked exam paper (E0007)."""


class People(QWidget):
    """The second host, the person at the control desk, practice or exam, and the number that sets the audience."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.others = {
            "second": self._name(theme, self.tr("Second host"), self.tr("nobody")),
            "desk": self._name(theme, self.tr("At the control desk"), self.tr("the host")),
        }
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Practice or exam"))
        self.kind.addItem(self.tr("Practice"), Mode.PRACTICE)
        self.kind.addItem(self.tr("Exam"), Mode.EXAM)
        self.kind.activated.connect(self._on_kind)
        self.sitting = QComboBox()
        self.sitting.setAccessibleName(self.tr("Which sitting"))
        self.sitting.addItem(self.tr("First sitting"), Sitting.FIRST)
        self.sitting.addItem(self.tr("Retake"), Sitting.RETAKE)
        self.seed = QLineEdit()
        self.seed.setValidator(QRegularExpressionValidator(NUMBER, self.seed))
        self.seed.setMaximumWidth(theme.px(110))
        self.seed.textChanged.connect(self.changed)
        self._about = Label("", "small")
        self._about.setBuddy(self.seed)
        others, number = row(10), row(10)
        for box in self.others.values():
            others.addWidget(Label(box.accessibleName(), "small"))
            others.addWidget(box, 1)
        for widget in (self.kind, self._about, self.seed, self.sitting):
            number.addWidget(widget)
        if theme.roomy:
            line = row(10)
            line.addLayout(others, 1)
            line.addLayout(number)
            self.setLayout(line)
        else:  # large text has room for both only under each other
            number.addStretch()
            lines = column(8)
            lines.addLayout(others)
            lines.addLayout(number)
            self.setLayout(lines)
        self._show_kind()

    def offer(self, names: tuple[str, ...], second: str, desk_person: str) -> None:
        """The names known already, and who took part last time."""
        for box, name in zip(self.others.values(), (second, desk_person), strict=True):
            box.addItems(list(names))
            box.setEditText(name)

    @property
    def second(self) -> str | None:
        return self.others["second"].currentText().strip() or None

    @property
    def desk_person(self) -> str | None:
        return self.others["desk"].currentText().strip() or None

    @property
    def mode(self) -> Mode:
        return Mode(self.kind.currentData())

    @property
    def number(self) -> int | None:
        """The number that sets the audience; None where none was given."""
        return int(self.seed.text()) if self.seed.text().isdecimal() else None

    @property
    def paper(self) -> str | None:
        """The number of a locked exam paper; None where none was given."""
        number = self.seed.text().upper()
        return number if self.mode is Mode.EXAM and len(number) > 1 and number.startswith("E") else None

    @property
    def settled(self) -> bool:
        """Whether enough was said to go on: an exam needs its number."""
        return self.mode is Mode.PRACTICE or self.number is not None or self.paper is not None

    def _name(self, theme: Theme, name: str, nobody: str) -> QComboBox:
        box = QComboBox()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setAccessibleName(name)
        box.setMinimumWidth(theme.px(110))
        line = box.lineEdit()
        assert line is not None
        line.setPlaceholderText(nobody)
        line.setMaxLength(LONGEST_NAME)
        return box

    def _on_kind(self, _index: int) -> None:
        self._show_kind()
        self.changed.emit()

    def _show_kind(self) -> None:
        exam = self.mode is Mode.EXAM
        self.sitting.setVisible(exam)
        self._about.say(self.tr("Paper number") if exam else self.tr("Audience number"))
        self.seed.setPlaceholderText(self.tr("needed") if exam else self.tr("drawn"))
        self.seed.setAccessibleName(self.tr("The same number brings the same audience"))
