"""Camera and microphone: choose, see, hear, try a sentence."""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QGridLayout, QWidget

from simulator.domain.language import Language
from simulator.domain.units import Seconds
from simulator.media_port import DeviceName, Level
from simulator.perception.framing import Hint, hint
from simulator.ui.jobs import Jobs
from simulator.ui.plain import shown
from simulator.ui.sentences import fault, hearing
from simulator.ui.setup.picture_hints import picture_hint
from simulator.ui.setup.preview import Preview
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Button, CalibrateLook, Label, Panel, SoundMeter, row
from simulator.ui.widgets.sound_meter import TONES, Loudness, loudness

if TYPE_CHECKING:
    from simulator.live.studio import Studio

NOWHERE, CHOOSE_FILE = "none", "file"
POLL_MS = 33
VERDICT_HOLDS_MS = 600
"""A verdict stays this long, so that it can be read between words."""
JUDGED: Seconds = 3.0
"""How far back the verdict on the microphone looks."""
LISTEN: Seconds = 15.0
"""How long the spoken sentence may take."""
GIGABYTE = 10**9


class DevicesPanel(Panel):
    """The devices of the coming session, tried out live."""

    changed = Signal()
    """Other devices were chosen."""

    def __init__(self, studio: Studio, theme: Theme, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Camera and microphone"))
        self._studio = studio
        self._jobs = jobs
        self._language = Language.ZH
        self._trainee = ""
        self._wanted: dict[QComboBox, str | None] = {}
        self.camera = self._chooser(self.tr("Camera"))
        self.microphone = self._chooser(self.tr("Microphone"))
        self.mirrored = QCheckBox(self.tr("Mirrored, as I see myself"))
        self.again = Button(self.tr("Look again"))
        self.again.clicked.connect(self.look)
        grid = QGridLayout()
        grid.setSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Label(self.tr("Camera"), "small"), 0, 0)
        grid.addWidget(self.camera, 0, 1)
        grid.addWidget(self.again, 0, 2)
        grid.addWidget(Label(self.tr("Microphone"), "small"), 1, 0)
        grid.addWidget(self.microphone, 1, 1, 1, 2)
        self.body.addLayout(grid)
        self.preview = Preview(theme)
        self.mirrored.toggled.connect(self.preview.set_mirrored)
        self.body.addWidget(self.preview, 1)
        self.picture_hint = Label("", wrap=True)
        self.look_into = CalibrateLook(theme)
        self.look_into.asked.connect(lambda: self._studio.eye.calibrate(self._trainee))
        below = row(10)
        below.addWidget(self.picture_hint, 1)
        below.addWidget(self.mirrored)
        self.body.addLayout(below)
        self.body.addWidget(self.look_into)
        self.meter = SoundMeter(theme)
        self.level = Label("", "small")
        self.verdict = Label("", wrap=True)
        sound = row(10)
        sound.addWidget(self.meter, 1)
        sound.addWidget(self.level)
        self.body.addLayout(sound)
        self.body.addWidget(self.verdict)
        self.say = Button(self.tr("Say a sentence"))
        self.say.clicked.connect(self._on_say)
        self.heard = Label("", wrap=True)
        line = row(10)
        line.addWidget(self.say)
        line.addWidget(self.heard, 1)
        self.body.addLayout(line)
        self.hearing = Label("", "small", wrap=True)
        self.disk = Label("", "small", wrap=True)
        self.body.addWidget(self.hearing)
        self.body.addWidget(self.disk)
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._on_poll)
        self._verdict_at = 0
        self._hint_at = 0
        self._levels: deque[Level] = deque(maxlen=int(1000 * JUDGED / POLL_MS))
        self._stop_listening = QTimer(self, interval=int(1000 * LISTEN), singleShot=True)
        self._stop_listening.timeout.connect(self._on_listened)

    # ------------------------------------------------------------------ choosing

    def _chooser(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setMinimumContentsLength(12)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.activated.connect(lambda _index: self._on_chosen(box))
        return box

    def look(self) -> None:
        """Ask the system which devices there are; slow, so beside the window."""
        self.again.setEnabled(False)
        job = self._jobs.start(
            lambda _job: (self._studio.cameras(), self._studio.microphones()), self._on_found, self._on_not_found
        )
        job.ended.connect(lambda: self.again.setEnabled(True))
        self._jobs.start(lambda _job: self._studio.prepare(), in_turn=True)

    def remember(self, camera: str | None, microphone: str | None) -> None:
        """Choose these once they are found."""
        for box, address in ((self.camera, camera), (self.microphone, microphone)):
            self._wanted[box] = address
            self._fill(box, ())

    def _on_found(self, found: tuple[tuple[DeviceName, ...], tuple[DeviceName, ...]]) -> None:
        for box, names in zip((self.camera, self.microphone), found, strict=True):
            self._fill(box, names)
        self.changed.emit()

    def _on_not_found(self, _error: object) -> None:
        self.changed.emit()

    def _fill(self, box: QComboBox, names: tuple[DeviceName, ...]) -> None:
        """Offer these; what was wanted is chosen where it is there, else the first."""
        chosen = self._wanted[box]
        box.blockSignals(True)
        box.clear()
        for name in names:
            box.addItem(shown(name.label, 60), name.address)
        if chosen is not None and chosen.startswith("file:"):
            box.addItem(self.tr("File: {name}").format(name=shown(Path(chosen).name, 40)), chosen)
        box.addItem(self.tr("A file …"), CHOOSE_FILE)
        box.addItem(self.tr("None"), NOWHERE)
        at = box.findData(chosen)
        box.setCurrentIndex(at if at >= 0 else 0 if names else box.count() - 1)
        box.blockSignals(False)

    def _on_chosen(self, box: QComboBox) -> None:
        if box.currentData() != CHOOSE_FILE:
            self._wanted[box] = box.currentData()
            self.changed.emit()
            return
        dialog = QFileDialog(self, self.tr("A file in place of the device"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self._on_file(box, path))
        dialog.rejected.connect(lambda: box.setCurrentIndex(max(0, box.findData(self._wanted[box]))))
        dialog.open()

    def _on_file(self, box: QComboBox, path: str) -> None:
        names = tuple(
            DeviceName(box.itemData(number), box.itemText(number))
            for number in range(box.count())
            if str(box.itemData(number)).startswith(("camera:", "mic:"))
        )
        self._wanted[box] = f"file:{path}"
        self._fill(box, names)
        self.changed.emit()

    @property
    def addresses(self) -> tuple[str | None, str | None]:
        """What is chosen for camera and microphone; None is none."""
        camera, microphone = (box.currentData() for box in (self.camera, self.microphone))
        none = (None, NOWHERE, CHOOSE_FILE)
        return (None if camera in none else camera, None if microphone in none else microphone)

    # ------------------------------------------------------------------ trying out

    def set_language(self, language: Language) -> None:
        """The language that will be spoken."""
        self._language = language
        state = self._studio.hearing(language)
        self.hearing.say(hearing(state.engine, state.reason))
        self.hearing.set_tone(Tone.WARN if state.engine is None else Tone.PLAIN)
        self.say.setVisible(state.engine is not None)

    def set_trainee(self, name: str) -> None:
        """Whose look is calibrated."""
        self._trainee = name

    def start(self) -> None:
        self._poll.start()
        self._show_disk()

    def stop(self) -> None:
        self._poll.stop()
        if self._stop_listening.isActive():
            self._stop_listening.stop()
            self._end_check()

    def _show_disk(self) -> None:
        free = self._studio.free_bytes()
        if free is not None:
            self.disk.say(self.tr("Free disk space: {size} GB").format(size=f"{free / GIGABYTE:.1f}"))
            self.disk.set_tone(Tone.BAD if free < 2 * GIGABYTE else Tone.PLAIN)

    def _on_poll(self) -> None:
        camera, microphone = self.addresses
        faults = dict(self._studio.health().faults)
        if camera is None:
            without = self.tr("No camera chosen: the session is sound only.")
        elif "camera" in faults:
            without = fault("camera", faults["camera"])
        else:
            without = self.tr("Waiting for the camera …")
        self.preview.show_frame(self._studio.latest_picture() if camera is not None else None, without)
        self._show_look(camera is not None and "camera" not in faults)
        level = self._studio.level() if microphone is not None else None
        self.meter.show_level(level)
        if level is not None:
            self._levels.append(level)
        self.level.say("" if level is None else self.tr("{level} dBFS").format(level=f"{level.rms_dbfs:.0f}"))
        self._show_verdict(level, microphone, faults.get("microphone"))
        self.say.setEnabled(microphone is not None and level is not None)
        if self._stop_listening.isActive():
            self._show_heard()

    def _show_look(self, there: bool) -> None:
        """Light and framing, and how the calibration stands."""
        eye = self._studio.eye
        seen = eye.glance if there else None
        self.look_into.setVisible(there)
        self.look_into.show_state(eye.calibrating(self._trainee))
        if seen is None:
            self.picture_hint.say("")
            return
        self._hint_at += POLL_MS
        if self._hint_at >= VERDICT_HOLDS_MS or not self.picture_hint.whole:
            self._hint_at = 0
            mend = hint(seen)
            self.picture_hint.say(picture_hint(mend))
            self.picture_hint.set_tone(Tone.GOOD if mend is Hint.GOOD else Tone.WARN)

    def _show_verdict(self, level: Level | None, microphone: str | None, failed: str | None) -> None:
        self._verdict_at += POLL_MS
        if self._verdict_at < VERDICT_HOLDS_MS and self.verdict.whole:
            return
        self._verdict_at = 0
        if failed is not None:
            self.verdict.say(fault("microphone", failed))
            self.verdict.set_tone(Tone.BAD)
            return
        verdict = loudness(self._judged(level))
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

    def _judged(self, level: Level | None) -> Level | None:
        """The loudest of the last moments: nobody is too quiet between two words."""
        if level is None:
            self._levels.clear()
            return None
        return Level(max(each.rms_dbfs for each in self._levels), max(each.peak_dbfs for each in self._levels))

    def _on_say(self) -> None:
        if self._stop_listening.isActive():
            self._on_listened()
            return
        self.say.setEnabled(False)
        self.heard.say(self.tr("One moment …"))
        language = self._language
        job = self._jobs.start(
            lambda _job: self._studio.listen_check(language), self._on_listening, self._on_deaf, in_turn=True
        )
        job.ended.connect(lambda: self.say.setEnabled(True))

    def _on_listening(self, _nothing: object) -> None:
        self.heard.say(self.tr("Speak now …"))
        self.say.say(self.tr("Stop"))
        self._stop_listening.start()

    def _on_deaf(self, _error: object) -> None:
        self.heard.say(self.tr("The recogniser did not start."))

    def _end_check(self) -> None:
        """Let go of the recogniser, whose process may take its time."""
        self._jobs.start(lambda _job: self._studio.end_check(), in_turn=True)

    def _show_heard(self) -> None:
        words = self._studio.heard()
        if words:
            self.heard.say(self.tr("Heard: {words}").format(words=shown(words, 120)))

    def _on_listened(self) -> None:
        self._stop_listening.stop()
        self._show_heard()
        if not self._studio.heard():
            self.heard.say(self.tr("Nothing was heard. Check the microphone, and say it again."))
        self._end_check()
        self.say.say(self.tr("Say a sentence"))
