"""The steps of the check page, one under the other, with how each stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simulator.ui.check.standing import MARKS, TONES, Kind, Standing
from simulator.ui.theme import Theme
from simulator.ui.widgets import Label, TabButton, column

RAIL_PX = 280


class Rail(QWidget):
    """A button for each step; under it what is fine, what to do, or what going on without means."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(round(RAIL_PX * (1 + (theme.scale - 1) * 0.5)))
        self._names = tuple(names)
        self.buttons: list[TabButton] = []
        self._words: list[Label] = []
        lines = column(3)
        for number, name in enumerate(names):
            button = TabButton(name, f"Alt+{number + 1}")
            button.setStyleSheet("text-align: left;")
            button.clicked.connect(lambda _checked=False, number=number: self.chosen.emit(number))
            words = Label("", "small", wrap=True)
            words.setContentsMargins(theme.px(8), 0, 0, theme.px(6))
            self.buttons.append(button)
            self._words.append(words)
            lines.addWidget(button)
            lines.addWidget(words)
        lines.addStretch()
        self.setLayout(lines)

    def show_step(self, number: int) -> None:
        """Fill the button of the step that is open."""
        self.buttons[number].setChecked(True)

    def show_standings(self, standings: Sequence[Standing]) -> None:
        """Say how each step stands."""
        for button, name, label, standing in zip(self.buttons, self._names, self._words, standings, strict=True):
            button.say(f"{MARKS[standing.kind]} {name}")
            words = standing.words
            if standing.consequence and standing.kind is Kind.WITHOUT:
                words = standing.consequence
            label.say(words)
            label.set_tone(TONES[standing.kind])
            label.updateGeometry()  # words of two lines where there was one
            button.setAccessibleDescription(words)
