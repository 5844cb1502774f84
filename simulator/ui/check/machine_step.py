"""What this PC can carry: room on its disk, and the quality it records in, measured."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from simulator.ui.check.standing import Kind, Standing
from simulator.ui.jobs import Job, Jobs
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Button, Label, Panel, row

if TYPE_CHECKING:
    from simulator.live.studio import Studio

GIGABYTE = 10**9
WARN_BYTES = 2 * GIGABYTE
"""Below this the session may be ended by a full disk."""
REFUSED_BYTES = 1 * GIGABYTE
"""Below this no recording is begun."""


class MachineStep(Panel):
    """Disk and processor, each with its verdict and what follows from it."""

    def __init__(self, studio: Studio, theme: Theme, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("What this PC can carry"))
        self._studio = studio
        self._jobs = jobs
        self._free: int | None = None
        self._measuring: Job | None = None
        self._measured = False
        self.body.addWidget(Label(self.tr("Disk"), "strong"))
        self.disk = Label("", "title", wrap=True)
        self.disk_verdict = Label("", wrap=True)
        self.body.addWidget(self.disk)
        self.body.addWidget(self.disk_verdict)
        self.body.addSpacing(theme.px(12))
        self.body.addWidget(Label(self.tr("Processor and recording quality"), "strong"))
        self.quality = Label("", "title", wrap=True)
        self.why = Label("", wrap=True)
        self.tried = Label("", "small", wrap=True)
        self.body.addWidget(self.quality)
        self.body.addWidget(self.why)
        self.body.addWidget(self.tried)
        self.again = Button(self.tr("Measure again"))
        self.again.clicked.connect(self._on_again)
        line = row()
        line.addWidget(self.again)
        line.addStretch()
        self.body.addSpacing(theme.px(8))
        self.body.addLayout(line)
        self.body.addStretch()

    def measure(self) -> None:
        """Try the encoder and load what the first seconds on air would wait for, unless that was done. Aside."""
        self._begin(lambda: self._studio.prepare())

    def show_disk(self) -> None:
        """Ask how much room there is."""
        free = self._free = self._studio.free_bytes()
        self.disk.say(self.tr("{size} GB free").format(size=f"{free / GIGABYTE:.1f}"))
        if free < REFUSED_BYTES:
            words, tone = (
                self.tr("Too little: no recording is begun under 1 GB. Make room, or go unrecorded."),
                Tone.BAD,
            )
        elif free < WARN_BYTES:
            words, tone = self.tr("Little: the recording may have to end early. Make room."), Tone.WARN
        else:
            words, tone = self.tr("Enough for the session."), Tone.GOOD
        self.disk_verdict.say(words)
        self.disk_verdict.set_tone(tone)

    def standing(self) -> Standing:
        if self._free is not None and self._free < REFUSED_BYTES:
            return Standing(
                Kind.MEND,
                self.tr("The disk is full: make room."),
                self.tr("Under 1 GB no recording is begun: choose to go unrecorded, or going live is refused."),
            )
        if self._measuring is not None:
            return Standing(Kind.WAITING, self.tr("Measuring the processor …"))
        if self._free is not None and self._free < WARN_BYTES:
            return Standing(
                Kind.MEND,
                self.tr("Under 2 GB free: make room."),
                self.tr("The recording may end before the session does."),
            )
        return Standing(Kind.FINE, self.tr("Disk and processor are fine."))

    # ------------------------------------------------------------------ measuring

    def _on_again(self) -> None:
        self.show_disk()
        self._begin(lambda: self._studio.measure_again())

    def _begin(self, work: Callable[[], object]) -> None:
        if self._measuring is not None:
            return
        self.again.setEnabled(False)
        self.quality.say(self.tr("Measuring …"))
        self._measuring = self._jobs.start(lambda _job: work(), in_turn=True)
        self._measuring.ended.connect(self._on_measured)

    def _on_measured(self) -> None:
        self._measuring = None
        self.again.setEnabled(True)
        self._show_quality()

    def _show_quality(self) -> None:
        self.quality.say(self.tr("Ready to record"))
