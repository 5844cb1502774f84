"""A short fact in a rounded ground."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from simulator.ui.theme import Tone
from simulator.ui.widgets.labels import Label


class Pill(Label):
    """A short fact: a scenario, a frame rate, a state."""

    def __init__(self, text: str = "", tone: Tone = Tone.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(text, "pill", tone=tone, parent=parent)
