"""What the small questions of the control desk have in common: fields, a sentence on wrong input, Enter and Esc."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from simulator.ui.theme import Tone
from simulator.ui.widgets import Button, Label, PrimaryButton, row

WIDTH = 420


class DeskDialog(QDialog):
    """Enter does it, Esc leaves it; the session goes on meanwhile."""

    def __init__(self, title: str, act: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(Label(title, "title"))
        self.fields = QFormLayout()
        self.fields.setSpacing(10)
        layout.addLayout(self.fields)
        self.wrong = Label(tone=Tone.BAD, wrap=True)
        self.wrong.hide()
        layout.addWidget(self.wrong)
        self.buttons = row()
        self.buttons.addStretch()
        self.cancel = Button(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.buttons.addWidget(self.cancel)
        self.agree = PrimaryButton(act)
        self.agree.setDefault(True)
        self.agree.clicked.connect(self.accept)
        self.buttons.addWidget(self.agree)
        layout.addLayout(self.buttons)

    def add_field(self, name: str, field: QWidget) -> None:
        """A named field in the next line."""
        field.setAccessibleName(name)
        self.fields.addRow(Label(name), field)

    def add_line(self, name: str) -> QLineEdit:
        """A line to type in; hidden where it has no name."""
        line = QLineEdit()
        self.add_field(name, line)
        line.setAccessibleName(name or self.windowTitle())
        self.fields.setRowVisible(line, bool(name))
        return line

    def add_lengths(self, name: str, lengths: Sequence[int], chosen: float) -> QComboBox:
        """A choice of lengths in seconds."""
        box = QComboBox()
        for seconds in lengths:
            minutes = seconds // 60
            words = self.tr("{count} s").format(count=seconds) if seconds < 60 else self.tr("%n min", "", minutes)
            box.addItem(words, seconds)
        box.setCurrentIndex(max(0, box.findData(int(chosen))))
        self.add_field(name, box)
        return box

    def complain(self, sentence: str, field: QLineEdit | None = None) -> None:
        """Say what is wrong, and go back to where it can be mended; an empty sentence takes it back."""
        self.wrong.say(sentence)
        self.wrong.setVisible(bool(sentence))
        if field is not None:
            field.setFocus()
            field.selectAll()
        if sentence:
            QAccessible.updateAccessibility(QAccessibleEvent(self.wrong, QAccessible.Event.Alert))
