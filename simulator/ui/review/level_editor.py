"""Where an instructor gives a level and says why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from simulator.domain.judgement import Override
from simulator.domain.rubric import Level
from simulator.ui.amounts import when
from simulator.ui.plain import shown, tip
from simulator.ui.review.drafts import packed, unpacked
from simulator.ui.theme import Theme
from simulator.ui.widgets import Button, ElidedLabel, Label, PrimaryButton

LONGEST_REASON = 300


class LevelButton(Button):
    """One level of the row; a digit typed on any of them chooses that level, whatever else digits do on the page."""

    typed = Signal(int)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and _digit(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = _digit(event)
        if digit is None:
            super().keyPressEvent(event)
        else:
            self.typed.emit(digit)


class LevelEditor(QWidget):
    """Five levels to choose from, a reason that must be given, and what was said before."""

    given = Signal(int, str)
    """Level and reason."""
    drafted = Signal(str)
    """What is being written, to be kept; "" once there is nothing to keep."""

    def __init__(self, theme: Theme, levels: Sequence[Level], language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level: int | None = None
        self._said: tuple[Override, ...] | None = None
        self._names = {level.level: level.name[language] for level in levels}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(6)
        choice = QHBoxLayout()
        choice.setSpacing(4)
        choice.addWidget(Label(self.tr("Instructor's level"), "small"))
        self.levels: dict[int, Button] = {}
        for number, name in sorted(self._names.items()):
            button = LevelButton(str(number))
            button.setCheckable(True)
            button.setMaximumWidth(theme.px(40))
            button.setToolTip(tip(name))
            button.setAccessibleName(self.tr("Level {level}: {name}").format(level=number, name=name))
            button.clicked.connect(lambda _checked=False, level=number: self._on_chosen(level))
            button.typed.connect(self._on_typed)
            choice.addWidget(button)
            self.levels[number] = button
        self._name = ElidedLabel("", "small")
        choice.addWidget(self._name, 1)
        layout.addLayout(choice)
        why = QHBoxLayout()
        why.setSpacing(6)
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST_REASON)
        self.reason.setPlaceholderText(self.tr("Reason (needed)"))
        self.reason.setAccessibleName(self.tr("Reason for the level"))
        self.reason.textChanged.connect(self._weigh)
        self.reason.textEdited.connect(self._on_edited)
        self.reason.returnPressed.connect(self._on_save)
        self.save = PrimaryButton(self.tr("Keep"))
        self.save.clicked.connect(self._on_save)
        why.addWidget(self.reason, 1)
        why.addWidget(self.save)
        layout.addLayout(why)
        self._lines: list[Label] = []
        self._earlier = QVBoxLayout()
        self._earlier.setSpacing(2)
        layout.addLayout(self._earlier)
        self._weigh()

    def choose(self, level: int | None) -> None:
        self._level = level
        for number, button in self.levels.items():
            button.setChecked(number == level)
        self._name.say("" if level is None else self._names[level])
        self._weigh()

    def show_said(self, said: Sequence[Override]) -> None:
        """Everything instructors said of this criterion, oldest first; the last counts.

        What is being written stays, unless it was said just now.
        """
        if self._said == tuple(said):
            return
        first, self._said = self._said is None, tuple(said)
        for old in self._lines:
            self._earlier.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = []
        self.choose(said[-1].level if said else None)
        self.reason.clear()
        if not first:
            self.drafted.emit("")
        for number, word in enumerate(reversed(said)):
            line = self.tr("{level}: {reason} ({instructor}, {when})").format(
                level=word.level,
                reason=shown(word.reason, LONGEST_REASON) or self.tr("confirmed"),
                instructor=shown(word.instructor, 40),
                when=when(word.at_utc),
            )
            label = Label(line if number == 0 else self.tr("earlier {word}").format(word=line), "small", wrap=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._earlier.addWidget(label)
            self._lines.append(label)

    @property
    def said(self) -> tuple[str, ...]:
        """The lines that list what was said, the newest first."""
        return tuple(line.whole for line in self._lines)

    def restore(self, draft: str) -> bool:
        """Bring back what was being written; whether there was anything."""
        told = unpacked(draft)
        level, reason = told.get("level"), told.get("reason")
        if isinstance(level, int) and level in self._names:
            self.choose(level)
        if isinstance(reason, str):
            self.reason.setText(reason[:LONGEST_REASON])
        return bool(reason) or level in self._names

    def _on_chosen(self, level: int) -> None:
        self.choose(level)
        self._on_edited()

    def _on_typed(self, level: int) -> None:
        """By key one goes on to the reason at once."""
        if level in self.levels:
            self._on_chosen(level)
            self.reason.setFocus()

    def _on_edited(self, _text: str = "") -> None:
        self.drafted.emit(packed(level=self._level, reason=self.reason.text()))

    def _weigh(self) -> None:
        self.save.setEnabled(self._level is not None and bool(self.reason.text().strip()))

    def _on_save(self) -> None:
        if self.save.isEnabled() and self._level is not None:
            self.given.emit(self._level, self.reason.text().strip())


def _digit(event: QEvent) -> int | None:
    """The digit this key writes by itself; None for any other."""
    if not isinstance(event, QKeyEvent) or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    return int(event.text()) if event.text() in tuple("0123456789") else None
