"""The microphone: choose it, see how loud it is, and whether a sentence is understood."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from simulator.domain.scenario import Scenario
from simulator.domain.units import Seconds
from simulator.live.clap import picture_delay
from simulator.media_port import Level
from simulator.perception.given_sentence import ENOUGH, sentence_to_say, understood
from simulator.ui.check.clap_dialog import ClapDialog
from simulator.ui.check.device_box import DeviceBox
from simulator.ui.check.installing import tell_how_to_install
from simulator.ui.check.standing import Kind, Standing
from simulator.ui.jobs import Jobs
from simulator.ui.plain import shown
from simulator.ui.sentences import fault, hearing, sentence
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Button, Label, Panel, SoundMeter, row
from simulator.ui.widgets.sound_meter import TONES, Loudness, loudness

if TYPE_CHECKING:
    from simulator.live.studio import Studio
    from simulator.ports import Mendable

POLL_MS = 33
VERDICT_HOLDS_MS = 600
"""A verdict stays this long, so that it can be read between words."""
JUDGED: Seconds = 3.0
"""How far back the verdict on the microphone looks."""
LISTEN: Seconds = 20.0
"""How long the spoken sentence may take."""


class SoundStep(Panel):
    """The level, and a sentence of the scenario beside what was recognised of it."""

    look_again = Signal()

    def __init__(
        self,
        studio: Studio,
        theme: Theme,
        jobs: Jobs,
        scenario: Scenario,
        camera: Callable[[], str | None],
        parent: QWidget | None = None,
    ) -> None:
        """``camera`` tells the address of the camera that is chosen now."""
        super().__init__(parent=parent)
        self.set_title(self.tr("Be heard"))
        self._studio = studio
        self._theme = theme
        self._jobs = jobs
        self._camera = camera
        self._language = scenario.language
        self._given = sentence_to_say(scenario)
        self._share: float | None = None
        self._loudness = Loudness.NONE
        self._verdict_at = 0
        self._levels: deque[Level] = deque(maxlen=int(1000 * JUDGED / POLL_MS))
        self._engine = studio.hearing(scenario.language)
        self.box = DeviceBox(self.tr("Microphone"))
        self.again = Button(self.tr("Look again"))
        self.again.clicked.connect(self.look_again)
        choosing = row(10)
        choosing.addWidget(Label(self.tr("Microphone"), "small"))
        choosing.addWidget(self.box, 1)
        choosing.addWidget(self.again)
        self.body.addLayout(choosing)
        self.meter = SoundMeter(theme)
        self.level = Label("", "small")
        self.level.setMinimumWidth(theme.px(70))
        self.verdict = Label("", wrap=True)
        loud = row(10)
        loud.addWidget(self.meter, 1)
        loud.addWidget(self.level)
        self.body.addLayout(loud)
        self.body.addWidget(self.verdict)
        self.body.addSpacing(theme.px(10))
        self.body.addWidget(Label(self.tr("Say this sentence, as loud as you will speak on air:"), "strong", wrap=True))
        self.given = Label(self._given, "title", wrap=True)
        self.body.addWidget(self.given)
        self.say = Button(self.tr("Say it now"))
        self.say.clicked.connect(self._on_say)
        self.understood = Label("", "strong", wrap=True)
        line = row(10)
        line.addWidget(self.say)
        line.addWidget(self.understood, 1)
        self.body.addLayout(line)
        self.body.addWidget(Label(self.tr("Understood as:"), "small"))
        self.heard = Label("–", "title", wrap=True)
        self.body.addWidget(self.heard)
        self.body.addStretch()
        self.together = Button(self.tr("Picture and sound together …"))
        self.together.setAccessibleDescription(
            self.tr("Clap once, to see whether the picture comes later than the sound")
        )
        self.together.clicked.connect(self._on_together)
        self.delay = Label("", "small", wrap=True)
        offset = row(10)
        offset.addWidget(self.together)
        offset.addWidget(self.delay, 1)
        self.body.addLayout(offset)
        self.hearing = Label(hearing(self._engine.engine, self._engine.reason), "small", wrap=True)
        self.hearing.set_tone(Tone.WARN if self._engine.engine is None else Tone.MUTED)
        deaf = row(10)
        deaf.addWidget(self.hearing, 1)
        self.install = Button(self.tr("How to get captions …"))
        self.install.clicked.connect(lambda: tell_how_to_install(self, self._language))
        self.install.setVisible(self._engine.engine is None)
        deaf.addWidget(self.install)
        self.body.addLayout(deaf)
        self._stop_listening = QTimer(self, interval=int(1000 * LISTEN), singleShot=True)
        self._stop_listening.timeout.connect(self._on_listened)

    # ------------------------------------------------------------------ how it stands

    def standing(self) -> Standing:
        """How the microphone and the understanding stand, the most pressing thing first."""
        deaf = self.tr("Without a microphone: nothing is heard, and nothing is scored of what you say.")
        microphone, failed = self.box.address, self._failed()
        if microphone is None:
            if self.box.found:
                return Standing(Kind.WITHOUT, self.tr("No microphone chosen."), deaf)
            return Standing(Kind.MEND, self.tr("No microphone found: plug one in and press “Look again”."), deaf)
        if failed is not None:
            return Standing(Kind.MEND, fault("microphone", failed), deaf)
        if self._loudness is not Loudness.GOOD:
            faint = self.tr("The level is not right: words may be lost on the recogniser and on viewers.")
            kind = Kind.WAITING if self._loudness is Loudness.NONE else Kind.MEND
            return Standing(kind, self.verdict.whole or self.tr("Waiting for the microphone …"), faint)
        if self._engine.engine is None:
            return Standing(
                Kind.WITHOUT,
                self.tr("You are heard."),
                self.tr("No recogniser: no captions, viewers do not answer to what you say, and words are not scored."),
            )
        if self._share is None:
            untried = self.tr("Not tried: whether the recogniser understands you shows only on air.")
            return Standing(Kind.MEND, self.tr("Say the sentence."), untried)
        percent = f"{100 * self._share:.0f}"
        if self._share < ENOUGH:
            return Standing(
                Kind.MEND,
                self.tr("Understood: {percent} %. Speak nearer and clearer, and say it again.").format(percent=percent),
                self.tr("Badly understood: what you say may be scored as not said."),
            )
        return Standing(Kind.FINE, self.tr("Understood: {percent} %").format(percent=percent))

    def _failed(self) -> str | None:
        return dict(self._studio.health().faults).get("microphone")

    # ------------------------------------------------------------------ loudness

    def poll(self, passed_ms: int) -> None:
        """Show how loud it is now, and what was understood so far."""
        microphone = self.box.address
        level = self._studio.level() if microphone is not None else None
        self.meter.show_level(level)
        if level is not None:
            self._levels.append(level)
        self.level.say("" if level is None else self.tr("{level} dBFS").format(level=f"{level.rms_dbfs:.0f}"))
        self._show_verdict(level, microphone, passed_ms)
        if not self.listening:
            self.say.setEnabled(self._engine.engine is not None and microphone is not None and level is not None)
        elif self._stop_listening.isActive():
            self._show_heard()

    def _show_verdict(self, level: Level | None, microphone: str | None, passed_ms: int) -> None:
        self._verdict_at += passed_ms
        if self._verdict_at < VERDICT_HOLDS_MS and self.verdict.whole:
            return
        self._verdict_at = 0
        failed = self._failed()
        if failed is not None:
            self._loudness = Loudness.NONE
            self.verdict.say(fault("microphone", failed))
            self.verdict.set_tone(Tone.BAD)
            return
        verdict = self._loudness = loudness(self.judged(level))
        words = {
            Loudness.NONE: self.tr("No microphone chosen: nothing will be heard or scored of what you say.")
            if microphone is None
            else self.tr("Waiting for the microphone …"),
            Loudness.MUTED: self.tr("Muted: the microphone sends nothing but zeros."),
            Loudness.QUIET: self.tr("Too quiet: come closer or turn the microphone up."),
            Loudness.GOOD: self.tr("Good: you are heard."),
            Loudness.CLIPPING: self.tr("Clipping: too loud, turn the microphone down."),
        }
        self.verdict.say(words[verdict])
        self.verdict.set_tone(TONES[verdict])

    def judged(self, level: Level | None) -> Level | None:
        """The loudest of the last moments: nobody is too quiet between two words."""
        if level is None:
            self._levels.clear()
            return None
        return Level(max(each.rms_dbfs for each in self._levels), max(each.peak_dbfs for each in self._levels))

    # ------------------------------------------------------------------ picture and sound together

    def show_delay(self) -> None:
        """Show how much later than the sound the picture comes, where there are both."""
        camera, microphone = self._camera(), self.box.address
        both = camera is not None and microphone is not None
        self.together.setEnabled(both)
        if not both:
            self.delay.say("")
        elif delay := picture_delay(self._studio.store, camera, microphone):
            words = self.tr("The picture comes {ms} ms later than the sound: put right in recordings.")
            self.delay.say(words.format(ms=f"{1000 * delay:+.0f}"))
        else:
            self.delay.say(self.tr("Taken to be together; a clap shows whether they are."))

    def _on_together(self) -> None:
        camera, microphone = self._camera(), self.box.address
        if camera is not None and microphone is not None:
            dialog = ClapDialog(self._studio, self._theme, camera, microphone, self.window())
            dialog.kept.connect(self.show_delay)
            dialog.open()

    # ------------------------------------------------------------------ the sentence

    @property
    def listening(self) -> bool:
        """Whether the recogniser is being loaded or listens."""
        return self._studio.checking or self._stop_listening.isActive()

    def stop(self) -> None:
        """Listen no more."""
        if self._stop_listening.isActive():
            self._stop_listening.stop()
            self._end_check()

    def _on_say(self) -> None:
        if self._stop_listening.isActive():
            self._on_listened()
            return
        self.say.setEnabled(False)
        self.understood.say(self.tr("One moment …"))
        language = self._language
        job = self._jobs.start(
            lambda _job: self._studio.listen_check(language), self._on_listening, self._on_deaf, in_turn=True
        )
        job.ended.connect(lambda: self.say.setEnabled(True))

    def _on_listening(self, _nothing: object) -> None:
        self.understood.say(self.tr("Speak now …"))
        self.understood.set_tone(Tone.INFO)
        self.heard.say("…")
        self._share = None
        self.say.say(self.tr("Done"))
        self._stop_listening.start()

    def _on_deaf(self, error: Mendable) -> None:
        self.understood.say(sentence(error))
        self.understood.set_tone(Tone.WARN)

    def _end_check(self) -> None:
        """Let go of the recogniser, whose process may take its time."""
        self.say.say(self.tr("Say it again"))
        self._jobs.start(lambda _job: self._studio.end_check(), in_turn=True)

    def _show_heard(self) -> None:
        words = self._studio.heard()
        if not words:
            return
        self.heard.say(shown(words, 160))
        self._share = share = understood(self._given, words, self._language)
        self.understood.say(self.tr("Understood: {percent} %").format(percent=f"{100 * share:.0f}"))
        self.understood.set_tone(Tone.GOOD if share >= ENOUGH else Tone.WARN)
        if share == 1.0:
            self._on_listened()

    def _on_listened(self) -> None:
        if not self._stop_listening.isActive() and not self._studio.checking:
            return
        self._stop_listening.stop()
        words = self._studio.heard()
        if words:
            self._share = understood(self._given, words, self._language)
        else:
            self.heard.say("–")
            self.understood.say(self.tr("Nothing was heard. Check the microphone, and say it again."))
            self.understood.set_tone(Tone.WARN)
        self._end_check()
