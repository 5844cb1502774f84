"""The bar over the cabin: where we are, how the machine is doing, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simulator.domain.machine import Device, Fault
from simulator.domain.units import Seconds
from simulator.media_port import Health
from simulator.metrics.machine import DISK_LOW, LATE_CAPTION, SLOW_FPS
from simulator.ui.amounts import NOTHING, clock
from simulator.ui.cabin.vitals_pill import VitalsPill
from simulator.ui.sentences import fault
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Bar, Button, ElidedPill, Label, Pill, PrimaryButton, shown

ROOMY_UP_TO = 1.02
"""The largest text at which all of it fits beside each other in English on 1366 pixels."""


class TopBar(Bar):
    """Scenario, recording clock, time left, health, pause, and the red button."""

    pause_pressed = Signal()
    off_air_pressed = Signal()

    def __init__(self, theme: Theme, scenario: str, *, exam: bool = False, parent: QWidget | None = None) -> None:
        """An ``exam`` says so, and has no pause."""
        super().__init__(parent)
        self._roomy = theme.scale <= ROOMY_UP_TO
        self._stopped = False
        """The recording ended before the stream."""
        self.line.setSpacing(9)
        if self._roomy:
            self.line.addWidget(Label(self.tr("Live cabin"), "brand"))
            self.line.addWidget(Pill(shown(scenario, 24)))
        else:  # large text leaves room only for what must be seen: clock, health, the ways out
            self.line.setSpacing(6)
            self.line.setContentsMargins(12, 7, 12, 7)
        self.exam = Pill(self.tr("EXAM"), Tone.BAD)
        self.line.addWidget(self.exam)
        self.exam.setVisible(exam)
        self.clock = Label("", "strong", tone=Tone.BAD)
        self.line.addWidget(self.clock)
        self.left = Pill()
        self.line.addWidget(self.left)
        self.line.addStretch()
        self.faults = ElidedPill("", Tone.BAD)
        self.fps = Pill()
        self.caption = Pill()
        self.dropped = Pill()
        self.disk = Pill("", Tone.WARN)
        for pill in (self.faults, self.disk, self.fps, self.caption, self.dropped):
            self.line.addWidget(pill)
        self.vitals = VitalsPill(short=not self._roomy)
        self.line.addWidget(self.vitals)
        self.pause = Button(self.tr("Pause"), "Space")
        self.pause.clicked.connect(self.pause_pressed)
        self.line.addWidget(self.pause)
        self.pause.setVisible(not exam)
        self.off_air = PrimaryButton(self.tr("Off air and score"), "F10")
        if not self._roomy:
            self.off_air.say(self.tr("Off air and score"), self.tr("Off air"))
        self.off_air.clicked.connect(self.off_air_pressed)
        self.line.addWidget(self.off_air)

    def follow(self, now: Seconds, planned: Seconds, *, paused: bool) -> None:
        """Show the session clock."""
        if now < 0:
            self.clock.say(self.tr("● live in {seconds} s").format(seconds=int(-now) + 1))
        else:
            running = self.tr("● LIVE {time}") if self._stopped else self.tr("● REC {time}")
            state = self.tr("▮▮ PAUSED {time}") if paused else running
            self.clock.say(state.format(time=clock(now)))
        left = planned - max(0.0, now)
        over = left < 0
        self.left.say((self.tr("over by {time}") if over else self.tr("left {time}")).format(time=clock(abs(left))))
        self.left.set_tone(Tone.WARN if over else Tone.PLAIN)
        self.pause.say(self.tr("Resume") if paused else self.tr("Pause"))

    def show_health(self, health: Health) -> None:
        """Show how the devices are doing; what was not measured is a dash."""
        fps, delay = health.camera_fps, health.caption_delay
        self._stopped = any(name == Device.RECORDER and kind != Fault.SLOW for name, kind in health.faults)
        self.fps.say(self.tr("camera {fps} fps").format(fps=NOTHING if fps is None else f"{fps:.0f}"))
        self.fps.set_tone(Tone.BAD if fps is not None and fps < SLOW_FPS else Tone.PLAIN)
        self.caption.say(self.tr("captions {delay} s").format(delay=NOTHING if delay is None else f"{delay:.1f}"))
        self.caption.set_tone(Tone.WARN if delay is not None and delay > LATE_CAPTION else Tone.PLAIN)
        self.dropped.say(self.tr("dropped {count}").format(count=health.dropped_frames))
        self.dropped.set_tone(Tone.WARN if health.dropped_frames else Tone.PLAIN)
        free = health.free_bytes
        # What needs the host goes first; the figures that give way are in the details of the machine.
        low = free is not None and free < DISK_LOW
        self.disk.setVisible(low and (self._roomy or not health.faults))
        for pill in (self.fps, self.caption, self.dropped):
            pill.setVisible(self._roomy and not low and not health.faults)
        if low and free is not None:
            self.disk.say(self.tr("⚠ disk: {free} GB left").format(free=f"{free / 1e9:.1f}"))
        self.vitals.show_health(health)
        self.faults.setVisible(bool(health.faults))
        self.faults.say("⚠ " + " · ".join(fault(device, kind) for device, kind in health.faults))
