"""A note that is spoken: recorded by the program's own microphone, with a meter and a limit; kept even by a crash."""

from __future__ import annotations

import secrets
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from simulator.domain.units import Seconds
from simulator.live.dictation import LONGEST, Dictation
from simulator.live.equipment import Equipment
from simulator.ports import Mendable, StoreError
from simulator.ui.amounts import clock
from simulator.ui.check.device_box import MICROPHONE, NOWHERE
from simulator.ui.jobs import Job, Jobs
from simulator.ui.review.drafts import VOICE, packed, unpacked
from simulator.ui.theme import Theme
from simulator.ui.widgets import Button, Label, SoundMeter, row

if TYPE_CHECKING:
    from simulator.live.studio import Studio

METER_MS = 100


def part_of(path: Path) -> Path:
    """What the file of a spoken note is called until it is kept."""
    return path.with_name(f"{path.stem}.part.ogg")


class VoiceNote(QWidget):
    """Hidden while nobody speaks."""

    spoken = Signal(float, str, float, str)
    """Moment in the session, what names its sound, how many seconds it is, and whose it is; to be kept as a word."""
    recording_changed = Signal(bool)
    failed = Signal(object)
    """A ``Mendable``."""

    def __init__(self, studio: Studio, session: str, theme: Theme, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._session = session
        self._jobs = jobs
        self._dictation: Dictation | None = None
        self._about: tuple[Seconds, str, str] = (0.0, "", "")
        self.words = Label("", "small")
        self.meter = SoundMeter(theme)
        self.meter.setMinimumWidth(theme.px(40))
        self.stop = Button(self.tr("Keep"), printed="M")
        self.stop.clicked.connect(self.finish)
        self.discard = Button(self.tr("Discard"))
        self.discard.clicked.connect(self._on_discard)
        line = row(6)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.words)
        line.addWidget(self.meter, 1)
        line.addWidget(self.stop)
        line.addWidget(self.discard)
        self.setLayout(line)
        self._timer = QTimer(self, interval=METER_MS)
        self._timer.timeout.connect(self._on_tick)
        self.hide()

    @property
    def recording(self) -> bool:
        return self._dictation is not None

    def begin(self, at: Seconds, instructor: str) -> None:
        """Listen from now on; the note stands at ``at``."""
        if self._dictation is not None:
            return
        store, id = self._studio.store, secrets.token_hex(6)
        address = store.setting(MICROPHONE)
        microphone = address if isinstance(address, str) and address and address != NOWHERE else "mic:"
        try:
            # Written down first: after a crash this tells what the sound is that lies there.
            store.keep_draft(self._session, "", VOICE, packed(id=id, at=at, instructor=instructor))
            part = part_of(store.voice_path(self._session, id))
            self._dictation = Dictation(self._studio.equipment, self._studio.clock, microphone, part)
        except Mendable as error:
            self.failed.emit(error)
            return
        self._about = (at, id, instructor)
        self.stop.setEnabled(True)
        self.discard.setEnabled(True)
        self._on_tick()
        self.show()
        self._timer.start()
        self.recording_changed.emit(True)

    def finish(self) -> None:
        """Keep what was said."""
        dictation = self._end_listening()
        if dictation is not None:
            about = self._about
            path = self._studio.store.voice_path(self._session, about[1])
            done = partial(self._on_closed, about)
            self._jobs.start(lambda _job: closed(dictation, path), done, self._on_failed, in_turn=True)

    def close_now(self) -> None:
        """The page goes: keep what was said at once."""
        dictation = self._end_listening()
        if dictation is not None:
            about = self._about
            try:
                length = closed(dictation, self._studio.store.voice_path(self._session, about[1]))
            except Mendable as error:
                self._on_failed(error)
            else:
                self._on_closed(about, length)

    def recover(self) -> None:
        """Keep what was being said when the program ended: it lies there unfinished."""
        store = self._studio.store
        told = unpacked(store.drafts(self._session, "").get(VOICE, ""))
        for id in store.unfinished_voices(self._session):
            mine = told if told.get("id") == id else {}
            at, by = mine.get("at"), mine.get("instructor")
            about = (float(at) if isinstance(at, int | float) else 0.0, id, by if isinstance(by, str) else "")
            mending = Mending(self._studio.equipment, store.voice_path(self._session, id))
            self._jobs.start(mending.mend, partial(self._on_closed, about), self.failed.emit, in_turn=True)

    def _on_closed(self, about: tuple[Seconds, str, str], length: Seconds | None) -> None:
        at, id, by = about
        if length is not None:
            self.spoken.emit(at, id, length, by)
        self._forget_draft()

    # ------------------------------------------------------------------ inside

    def _end_listening(self) -> Dictation | None:
        dictation, self._dictation = self._dictation, None
        self._timer.stop()
        if dictation is not None:
            self.stop.setEnabled(False)
            self.discard.setEnabled(False)
            self.hide()
            self.recording_changed.emit(False)
        return dictation

    def _on_discard(self) -> None:
        dictation = self._end_listening()
        if dictation is not None:
            part = part_of(self._studio.store.voice_path(self._session, self._about[1]))
            self._jobs.start(lambda _job: thrown_away(dictation, part), self._on_thrown, in_turn=True)

    def _on_thrown(self, _nothing: object) -> None:
        self._forget_draft()

    def _on_failed(self, error: Mendable) -> None:
        self._forget_draft()
        self.failed.emit(error)

    def _forget_draft(self) -> None:
        try:
            self._studio.store.keep_draft(self._session, "", VOICE, "")
        except Mendable as error:
            self.failed.emit(error)

    def _on_tick(self) -> None:
        dictation = self._dictation
        if dictation is None:
            return
        self.meter.show_level(dictation.level)
        error = dictation.error
        if error is not None and dictation.spoken <= 0:
            self._on_discard()
            self.failed.emit(error)
        elif dictation.full or error is not None:
            self.finish()
            if error is not None:
                self.failed.emit(error)
        elif dictation.spoken > 0:
            words = self.tr("● {time} of {longest}")
            self.words.say(words.format(time=clock(dictation.spoken), longest=clock(LONGEST)))
        else:
            self.words.say(self.tr("Waiting for the microphone …"))


class Mending:
    """The unfinished sound of a note that lies at ``path``, made whole."""

    def __init__(self, equipment: Equipment, path: Path) -> None:
        self._equipment = equipment
        self._path = path

    def mend(self, _job: Job) -> Seconds | None:
        """How long it plays; None where nothing was heard, and nothing is left."""
        part = part_of(self._path)
        length = self._equipment.voice_length(part)
        try:
            if length is None:
                part.unlink(missing_ok=True)
            else:
                part.replace(self._path)
        except OSError as error:
            raise StoreError("file_unwritable", file=str(self._path), reason=error.strerror or "") from error
        return length


def closed(dictation: Dictation, path: Path) -> Seconds:
    """End a dictation and give its file its name; how long it is. Raise DeviceError, StoreError."""
    length = dictation.stop()
    try:
        part_of(path).replace(path)
    except OSError as error:
        raise StoreError("file_unwritable", file=str(path), reason=error.strerror or "") from error
    return length


def thrown_away(dictation: Dictation, part: Path) -> None:
    """End a dictation of which nothing is wanted."""
    try:
        dictation.stop()
    except Mendable:
        return  # nothing was heard: nothing is left
    finally:
        part.unlink(missing_ok=True)
