"""A large number with what it counts."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.ui.theme import Tone
from simulator.ui.widgets.labels import ElidedLabel

LARGE = 8
"""Characters that fit in large type; longer numbers are set smaller, never cut."""


class Figure(QWidget):
    """A large number over its caption; a dash where it was not measured."""

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = caption
        self._value = ElidedLabel("–", "figure")
        self._below = ElidedLabel(caption, "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._value)
        layout.addWidget(self._below)
        self.show_value(None)

    @property
    def value(self) -> str:
        return self._value.whole

    @property
    def caption(self) -> str:
        return self._below.whole

    def show_value(self, value: str | None, trend: str = "", tone: Tone = Tone.PLAIN) -> None:
        """Show a number as worded, None as a dash; ``trend`` stands behind the caption."""
        self._value.say("–" if value is None else value)
        self._value.set_role("figure" if len(self._value.whole) <= LARGE else "strong")
        self._below.say(f"{self._caption} {trend}" if trend else self._caption)
        self._below.set_tone(tone)
        self.setAccessibleName(f"{self._caption}: {self._value.whole} {trend}".strip())
