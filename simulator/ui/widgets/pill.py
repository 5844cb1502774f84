"""A short fact in a rounded ground."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.ui.plain import tip
from simulator.ui.theme import Tone
from simulator.ui.widgets.labels import ElidedLabel, Label


class Pill(Label):
    """A short fact: a scenario, a frame rate, a state."""

    def __init__(self, text: str = "", tone: Tone = Tone.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(text, "pill", tone=tone, parent=parent)


class ElidedPill(ElidedLabel):
    """As wide as its words where there is room, else cut with an ellipsis; all of it is in its tooltip."""

    def __init__(self, text: str = "", tone: Tone = Tone.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__("", "pill", tone=tone, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.say(text)

    def say(self, text: str) -> None:
        super().say(text)
        if self.toolTip() != (words := tip(self.whole)):
            self.setToolTip(words)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        # A pixel more: what was rounded down would cut a letter off.
        return QSize(self._ground() + self.fontMetrics().horizontalAdvance(self.whole) + 1, super().sizeHint().height())

    def _room(self) -> int:
        return self.width() - self._ground()

    def _ground(self) -> int:
        """What the ground takes beside the words."""
        return super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())
