"""Play, pause, skip, rate, the next moment of evidence, and the time."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from simulator.domain.units import Seconds
from simulator.ui.amounts import clock
from simulator.ui.review.player import RATES
from simulator.ui.theme import Theme
from simulator.ui.widgets import Button, Label, PrimaryButton


class Transport(QWidget):
    """The row of controls under the video."""

    back = Signal()
    forth = Signal()
    toggled = Signal()
    rate_chosen = Signal(float)
    previous_asked = Signal()
    next_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tenths = theme.roomy
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8 if theme.roomy else 4)
        self.back_button = Button(self.tr("◀ 5 s"))
        self.back_button.setAccessibleName(self.tr("Back 5 seconds"))
        self.back_button.setToolTip(self.tr("Back 5 seconds (left arrow)"))
        self.back_button.clicked.connect(self.back)
        self.play_button = PrimaryButton("▶")
        self.play_button.clicked.connect(self.toggled)
        self.forth_button = Button(self.tr("5 s ▶"))
        self.forth_button.setAccessibleName(self.tr("Forward 5 seconds"))
        self.forth_button.setToolTip(self.tr("Forward 5 seconds (right arrow)"))
        self.forth_button.clicked.connect(self.forth)
        self.time = Label("", "strong")
        self.time.setMinimumWidth(theme.px(96))
        self.rate = QComboBox()
        self.rate.setAccessibleName(self.tr("Speed"))
        self.rate.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for rate in RATES:
            self.rate.addItem(f"{rate:g}×", rate)
        with QSignalBlocker(self.rate):
            self.rate.setCurrentIndex(RATES.index(1.0))
        self.rate.currentIndexChanged.connect(self._on_rate)
        self.previous = Button(self.tr("Previous evidence") if theme.roomy else "◀", "[")
        self.previous.setAccessibleName(self.tr("Previous evidence"))
        self.previous.setToolTip(self.tr("Previous evidence"))
        self.previous.clicked.connect(self.previous_asked)
        self.next = Button(self.tr("Next evidence") if theme.roomy else "▶", "]")
        self.next.setAccessibleName(self.tr("Next evidence"))
        self.next.setToolTip(self.tr("Next evidence"))
        self.next.clicked.connect(self.next_asked)
        for widget in (self.back_button, self.play_button, self.forth_button, self.time):
            line.addWidget(widget)
        line.addStretch()
        line.addWidget(self.rate)
        line.addWidget(self.previous)
        line.addWidget(self.next)
        self.show_playing(False)

    def show_time(self, at: Seconds, length: Seconds) -> None:
        tenths = f".{int(10 * max(0.0, at)) % 10}" if self._tenths else ""
        self.time.say(f"{clock(at)}{tenths} / {clock(length)}")

    def show_playing(self, playing: bool) -> None:
        name = self.tr("Pause") if playing else self.tr("Play")
        self.play_button.say("❚❚" if playing else "▶")
        self.play_button.setAccessibleName(name)
        self.play_button.setToolTip(self.tr("{act} (Space)").format(act=name))

    def set_playable(self, playable: bool) -> None:
        self.play_button.setEnabled(playable)
        self.rate.setEnabled(playable)

    def _on_rate(self, _index: int) -> None:
        rate = self.rate.currentData(Qt.ItemDataRole.UserRole)
        self.rate_chosen.emit(float(rate))
