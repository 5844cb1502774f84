"""How the machine is doing, in a word; its figures beneath, for whoever wants them."""

from __future__ import annotations

import os

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from simulator.live.vitals import Diagnosis, diagnose
from simulator.media_port import Health
from simulator.metrics.machine import Condition, Sign
from simulator.ui.amounts import NOTHING
from simulator.ui.theme import Tone
from simulator.ui.widgets import Button, Label, Panel

KEY = "F12"
TONES = {Condition.FINE: Tone.GOOD, Condition.BUSY: Tone.WARN, Condition.TROUBLE: Tone.BAD}
MARKS = {Condition.FINE: "●", Condition.BUSY: "▲", Condition.TROUBLE: "✕"}
"""A shape beside the colour."""
GAP_PX = 6


class VitalsPill(Button):
    """Says fine, busy or in trouble; pressed, it opens and closes the figures under it."""

    def __init__(self, parent: QWidget | None = None, *, short: bool = False) -> None:
        """A ``short`` one says so in one word."""
        super().__init__("", KEY, parent)
        self._short = short
        self._cores = os.cpu_count() or 1
        self._health, self._found = Health(), Diagnosis(Condition.FINE)
        self.details = VitalsDetails(self)
        self.details.hide()
        self.clicked.connect(self._on_clicked)

    def show_health(self, health: Health) -> None:
        found = diagnose(health, self._cores)
        words = {
            Condition.FINE: self.tr("machine fine"),
            Condition.BUSY: self.tr("machine busy"),
            Condition.TROUBLE: self.tr("machine in trouble"),
        }[found.condition]
        word = {
            Condition.FINE: self.tr("fine"),
            Condition.BUSY: self.tr("busy"),
            Condition.TROUBLE: self.tr("trouble"),
        }[found.condition]
        mark = MARKS[found.condition]
        if self.accessibleName() != f"{mark} {words}":
            self.say(f"{mark} {words}", f"{mark} {word}" if self._short else "")
        tone = str(TONES[found.condition])
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)
        if self.details.isVisible():
            self.details.show_figures(health, found, self._cores)
        self._health, self._found = health, found

    def _on_clicked(self) -> None:
        if self.details.isVisible():
            self.details.hide()
            return
        self.details.setParent(self.window())
        self.details.show_figures(self._health, self._found, self._cores)
        self.details.stand_under(self)
        self.details.show()
        self.details.raise_()


class VitalsDetails(Panel):
    """All figures of the machine, over the page; closed by its key, by Esc, or by its pill."""

    def __init__(self, pill: QWidget) -> None:
        super().__init__(self.tr("This machine"), parent=pill)
        self._pill = pill
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(4)
        self.body.addLayout(self._grid)
        self.figures: dict[str, Label] = {}
        for name, words in self._names().items():
            row = self._grid.rowCount()
            self._grid.addWidget(Label(words, "small"), row, 0)
            value = Label(NOTHING)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(value, row, 1)
            self.figures[name] = value
        self._close = Button(self.tr("Close"))
        self._close.clicked.connect(self.hide)
        self.body.addWidget(self._close)
        pill.installEventFilter(self)  # a hidden or deleted pill takes its figures with it

    def _names(self) -> dict[str, str]:
        return {
            "fps": self.tr("Camera, pictures a second"),
            "frames": self.tr("Pictures taken"),
            "dropped": self.tr("Pictures dropped"),
            "caption": self.tr("Caption delay, 95 of 100 within"),
            "behind": self.tr("Sound not yet recognised"),
            "gaps": self.tr("Gaps in the sound"),
            "cpu": self.tr("Processor, last 10 s"),
            "lateness": self.tr("Window late by, last 10 s"),
            "free": self.tr("Free disk"),
            "quality": self.tr("Recorded as"),
        }

    def show_figures(self, health: Health, found: Diagnosis, cores: int) -> None:
        """What was not measured is a dash."""
        recent = health.recent
        cpu = recent.cpu if recent is not None else None
        late = recent.lateness if recent is not None else None
        seconds, gigabytes = self.tr("{seconds} s"), self.tr("{free} GB")
        delay, free = health.caption_delay_p95, health.free_bytes
        for name, value, sign in (
            ("fps", None if health.camera_fps is None else f"{health.camera_fps:.1f}", Sign.FPS),
            ("frames", str(health.video_frames), None),
            ("dropped", str(health.dropped_frames), Sign.DROPPED),
            ("caption", None if delay is None else seconds.format(seconds=f"{delay:.1f}"), Sign.CAPTION),
            ("behind", seconds.format(seconds=f"{health.behind:.1f}"), Sign.CAPTION),
            ("gaps", str(health.audio_gaps), Sign.GAPS),
            (
                "cpu",
                None if cpu is None else self.tr("{used} of {cores} cores").format(used=f"{cpu:.2f}", cores=cores),
                Sign.CPU,
            ),
            ("lateness", None if late is None else self.tr("{late} ms").format(late=round(late * 1000)), Sign.LATENESS),
            ("free", None if free is None else gigabytes.format(free=f"{free / 1e9:.1f}"), Sign.DISK),
            ("quality", health.quality, None),
        ):
            label = self.figures[name]
            label.say(NOTHING if value is None else ("⚠ " if sign in found.signs else "") + value)
            label.set_tone(Tone.WARN if sign in found.signs else Tone.PLAIN)
        self.set_tone(TONES[found.condition])

    def stand_under(self, pill: QWidget) -> None:
        """Take a place right under the pill, inside the window."""
        window = pill.window()
        self.adjustSize()
        corner = pill.mapTo(window, QPoint(0, pill.height() + GAP_PX))
        self.move(max(0, min(corner.x(), window.width() - self.width() - GAP_PX)), corner.y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self._pill.setFocus()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._pill and event.type() == QEvent.Type.Hide:
            self.hide()
        return super().eventFilter(watched, event)
