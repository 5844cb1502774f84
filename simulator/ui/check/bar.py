"""The bar over the check page: who is about to go live with what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from simulator.domain.session import Mode
from simulator.ui.check.chosen import Chosen
from simulator.ui.plain import shown
from simulator.ui.theme import Tone
from simulator.ui.widgets import Bar, Label, Pill


class CheckBar(Bar):
    """Scenario and trainee, the exam's number, the clock of the preparation, and the buttons at the right."""

    def __init__(
        self, chosen: Chosen, time: QWidget, buttons: Sequence[QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.line.addWidget(Label(self.tr("Before going live"), "brand"))
        if chosen.mode is Mode.EXAM:
            number = chosen.paper or (str(chosen.seed) if chosen.seed is not None else "")
            self.line.addWidget(Pill(self.tr("EXAM {number}").format(number=number).strip(), Tone.BAD))
        self.line.addWidget(Pill(shown(f"{chosen.scenario.id} {chosen.trainee}", 40)))
        self.line.addStretch()
        self.line.addWidget(time)
        for button in buttons:
            self.line.addWidget(button)
