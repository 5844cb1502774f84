"""A line from whoever works the control desk, as the host sees it."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.domain.desk import HostPrompted
from simulator.domain.units import Seconds
from simulator.ui.theme import Tone
from simulator.ui.widgets import Label, Panel

STAYS: Seconds = 20.0
"""How long it is shown unless another one comes."""
LONGEST = 80


class PromptNote(Panel):
    """The newest line, large enough to be read in passing, gone after a while."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Tone.INFO, parent)
        self.set_title(self.tr("From the control desk"))
        self._words = Label(role="strong", wrap=True, limit=LONGEST)
        self.body.setSpacing(4)
        self.body.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._until: Seconds = 0.0
        self.hide()

    def show_prompt(self, prompted: HostPrompted) -> None:
        self._words.say(prompted.text)
        self._until = prompted.at + STAYS
        self.show()

    def follow(self, now: Seconds) -> None:
        if not self.isHidden() and now > self._until:
            self.hide()
