"""What this PC can carry: room on its disk, and the quality it records in, measured."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from simulator.media_port import EncodingReason, EncodingTried
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
        choice = self._studio.encoding()
        if choice is not None and choice.why is EncodingReason.LEAST:
            return Standing(
                Kind.MEND,
                self.tr("The processor is weak or busy: close other programs, measure again."),
                self.tr("Pictures may be dropped from the recording; sound is not."),
            )
        return Standing(Kind.FINE, self.tr("Disk and processor are fine."))

    # ------------------------------------------------------------------ measuring

    def _on_again(self) -> None:
        self.show_disk()
        self._begin(lambda: self._studio.try_encoder())

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
        """The quality that was chosen, why, and what the others cost."""
        choice = self._studio.encoding()
        if choice is None:
            self.quality.say(self.tr("Not measured"))
            self.why.say(self.tr("Measure again, or go live: it is then measured first."))
            return
        self.quality.say(self._named(choice.chosen))
        cost, budget = f"{1000 * choice.chosen.cost:.1f}", f"{1000 * choice.budget:.0f}"
        if choice.why is EncodingReason.WITHIN:
            words = self.tr(
                "The best quality within bounds: one picture takes {cost} ms of the processor, {budget} ms are "
                "allowed, so that picture, sound and audience run smoothly beside it."
            )
            tone = Tone.GOOD
        else:
            words = self.tr(
                "The smallest quality: one picture takes {cost} ms of the processor, more than the {budget} ms "
                "allowed. Pictures may be dropped; sound is not. Close other programs and measure again."
            )
            tone = Tone.WARN
        self.why.say(words.format(cost=cost, budget=budget))
        self.why.set_tone(tone)
        tried = " · ".join(f"{self._named(each)}: {1000 * each.cost:.1f} ms" for each in choice.tried)
        self.tried.say(self.tr("Measured with noisy pictures, best first: {tried}").format(tried=tried))

    def _named(self, tried: EncodingTried) -> str:
        return f"{tried.width} × {tried.height}, {tried.preset}"
