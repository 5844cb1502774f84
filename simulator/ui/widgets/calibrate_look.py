"""Two seconds of looking into the camera, so that looks can be told afterwards."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from simulator.live.looking import Calibrating, CalibrationState
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.labels import Label
from simulator.ui.widgets.panel import column, row

STEPS = 100
PROGRESS_PX = 6


class CalibrateLook(QWidget):
    """A button, how far it is, and what came out."""

    asked = Signal()

    def __init__(self, theme: Theme, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Button(self.tr("Calibrate my look"), key)
        self.button.setAccessibleDescription(self.tr("Look into the camera for two seconds"))
        self.button.clicked.connect(self.asked)
        self.words = Label("", "small", wrap=True)
        self.progress = QProgressBar()
        self.progress.setRange(0, STEPS)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(theme.px(PROGRESS_PX))
        self.progress.setAccessibleName(self.tr("Calibration"))
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # nothing jumps when it begins
        self.progress.setSizePolicy(policy)
        beside = column(2)
        beside.addWidget(self.words)
        beside.addWidget(self.progress)
        line = row(10)
        line.addWidget(self.button)
        line.addLayout(beside, 1)
        self.setLayout(line)
        self.show_state(Calibrating(CalibrationState.NONE))

    def show_state(self, now: Calibrating) -> None:
        """Show how it goes, or went."""
        words, tone = {
            CalibrationState.NONE: (self.tr("Not calibrated: looking at the camera is not measured."), Tone.MUTED),
            CalibrationState.RUNNING: (self.tr("Look straight into the camera …"), Tone.INFO),
            CalibrationState.DONE: (self.tr("✓ Calibrated: looking at the camera is measured."), Tone.GOOD),
            CalibrationState.NO_FACE: (self.tr("No face was found. Mend light and place, and try again."), Tone.WARN),
            CalibrationState.MOVED: (self.tr("The head moved too much. Keep still for two seconds."), Tone.WARN),
            CalibrationState.BLIND: (self.tr("The model that finds faces is not installed."), Tone.WARN),
        }[now.state]
        running = now.state is CalibrationState.RUNNING
        self.words.say(words)
        self.words.set_tone(tone)
        self.progress.setVisible(running)
        self.progress.setValue(round(STEPS * now.progress))
        self.button.setEnabled(not running and now.state is not CalibrationState.BLIND)
