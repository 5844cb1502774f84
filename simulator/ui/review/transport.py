"""Play, pause, skip, picture by picture, rate, the next moment of evidence, and the time."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from simulator.domain.units import Seconds
from simulator.ui.amounts import clock
from simulator.ui.review.player import RATES
from simulator.ui.theme import Theme
from simulator.ui.widgets import Button, Label, PrimaryButton


class Transport(QWidget):
    """The row of controls under the video, with their keys."""

    back = Signal()
    forth = Signal()
    stepped = Signal(int)
    """Pictures, -1 or +1."""
    toggled = Signal()
    rate_chosen = Signal(float)
    previous_asked = Signal()
    next_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roomy = theme.roomy
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6 if theme.roomy else 4)
        self.back_button = self._button(
            "◀ 5 s" if theme.roomy else "◀◀", "←", self.tr("Back 5 seconds"), self.tr("left arrow")
        )
        self.back_button.clicked.connect(self.back)
        self.back_step = self._button("◀❙", ",", self.tr("One picture back"), ",")
        self.back_step.clicked.connect(lambda: self.stepped.emit(-1))
        self.play_button = PrimaryButton("▶")
        self.play_button.clicked.connect(self.toggled)
        self.forth_step = self._button("❙▶", ".", self.tr("One picture on"), ".")
        self.forth_step.clicked.connect(lambda: self.stepped.emit(1))
        self.forth_button = self._button(
            "5 s ▶" if theme.roomy else "▶▶", "→", self.tr("Forward 5 seconds"), self.tr("right arrow")
        )
        self.forth_button.clicked.connect(self.forth)
        self.time = Label("", "strong")
        self.time.setMinimumWidth(theme.px(96 if theme.roomy else 48))
        self.rate = QComboBox()
        self.rate.setAccessibleName(self.tr("Speed"))
        self.rate.setToolTip(self.tr("Speed; voices keep their pitch"))
        self.rate.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for rate in RATES:
            self.rate.addItem(f"{rate:g}×", rate)
        with QSignalBlocker(self.rate):
            self.rate.setCurrentIndex(RATES.index(1.0))
        self.rate.currentIndexChanged.connect(self._on_rate)
        self.previous = Button(self.tr("Evidence ◀") if theme.roomy else "◀", "[")
        self.previous.setAccessibleName(self.tr("Previous evidence"))
        self.previous.setToolTip(self.tr("Previous evidence"))
        self.previous.clicked.connect(self.previous_asked)
        self.next = Button(self.tr("Evidence ▶") if theme.roomy else "▶", "]")
        self.next.setAccessibleName(self.tr("Next evidence"))
        self.next.setToolTip(self.tr("Next evidence"))
        self.next.clicked.connect(self.next_asked)
        for widget in (self.back_button, self.back_step, self.play_button, self.forth_step, self.forth_button):
            line.addWidget(widget)
        line.addWidget(self.time)
        line.addStretch()
        line.addWidget(self.rate)
        line.addWidget(self.previous)
        line.addWidget(self.next)
        if not theme.roomy:
            for button in (
                self.back_button,
                self.back_step,
                self.forth_step,
                self.forth_button,
                self.previous,
                self.next,
            ):
                button.setProperty("role", "key")
        if theme.very_large:  # their keys are still there
            self.back_step.hide()
            self.forth_step.hide()
        self.show_playing(False)

    def _button(self, words: str, key: str, name: str, key_name: str) -> Button:
        """A button with a key that the page listens to, so that it repeats while it is held down."""
        button = Button(words, printed=key if self._roomy else "")
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({key_name})")
        return button

    def show_time(self, at: Seconds, length: Seconds) -> None:
        if not self._roomy:  # the axis of the timeline tells how long all of it is
            self.time.say(clock(at))
            return
        self.time.say(f"{clock(at)}.{int(10 * max(0.0, at)) % 10} / {clock(length)}")

    def show_playing(self, playing: bool) -> None:
        name = self.tr("Pause") if playing else self.tr("Play")
        self.play_button.say("❚❚" if playing else "▶")
        self.play_button.setAccessibleName(name)
        self.play_button.setToolTip(self.tr("{act} (Space)").format(act=name))

    def set_playable(self, playable: bool) -> None:
        for each in (self.play_button, self.rate):
            each.setEnabled(playable)

    def _on_rate(self, _index: int) -> None:
        rate = self.rate.currentData(Qt.ItemDataRole.UserRole)
        self.rate_chosen.emit(float(rate))
