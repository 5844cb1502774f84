"""Open questions read out by the system's voice, never over the host."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtTextToSpeech import QTextToSpeech

from simulator.domain.crowd import CommentPosted
from simulator.domain.desk import ReadAloud
from simulator.domain.events import Event, VoiceStarted, VoiceStopped
from simulator.domain.language import Language
from simulator.domain.units import Seconds
from simulator.ui.plain import shown

BREATH: Seconds = 0.7
"""How long the host must have been silent: a shorter pause is a breath (ours)."""
PER_PIECE = {Language.ZH: 0.32, Language.EN: 0.5}
"""Seconds a character or a word takes at the slowest: what is read is over by then."""
LONGEST = 80
"""Characters of a comment that are read."""
TOO_OLD: Seconds = 20.0
"""A question that waited longer has been seen, or is not waited for any more (ours)."""
LOCALES = {Language.ZH: QLocale(QLocale.Language.Chinese), Language.EN: QLocale(QLocale.Language.English)}


def engines() -> tuple[str, ...]:
    """The voices this system has; Qt's own stand-in for tests is none."""
    return tuple(name for name in QTextToSpeech.availableEngines() if name != "mock")


class ReadingAloud(QObject):
    """Reads the newest open question when nobody speaks; off until it is switched on.

    At most one question waits, and a newer one takes its place: an old one read late would hold up the show.
    """

    failed = Signal()
    """The system's voice does not work, or does not know the language."""

    def __init__(
        self,
        language: Language,
        post: Callable[[Event], None],
        parent: QObject | None = None,
        *,
        engine: str | None = None,
    ) -> None:
        """``engine`` names a voice of Qt; None takes the system's."""
        super().__init__(parent)
        self._language = language
        self._post = post
        self._engine = engine
        self._voice: QTextToSpeech | None = None
        self._waiting: CommentPosted | None = None
        self._silent_since: Seconds | None = float("-inf")
        """None while the host speaks."""
        self.on = False

    @property
    def available(self) -> bool:
        return self._engine is not None or bool(engines())

    def switch(self, on: bool) -> None:
        """Begin to read, or stop at once."""
        self.on = on and self.available
        self._waiting = None
        if self.on and self._voice is None:
            self._open()
        elif not self.on:
            self._hush()

    def take(self, event: Event) -> None:
        match event:
            case VoiceStarted():
                self._silent_since = None
                self._hush()
            case VoiceStopped():
                self._silent_since = event.at
            case CommentPosted():
                if self.on and event.wants_answer:
                    self._waiting = event

    def follow(self, now: Seconds, open_questions: Sequence[CommentPosted]) -> None:
        """Read what waits if it is still open and nobody speaks."""
        waiting, voice = self._waiting, self._voice
        if not self.on or waiting is None or voice is None:
            return
        if now - waiting.at > TOO_OLD or all(each.id != waiting.id for each in open_questions):
            self._waiting = None
        elif self._silent_since is not None and now - self._silent_since >= BREATH and not self.reading:
            self._waiting = None
            text = shown(waiting.text, LONGEST)
            length = 1.0 + PER_PIECE[self._language] * self._language.length(text)
            voice.say(text)
            self._post(ReadAloud(at=now, comment=waiting.id, length=length))

    @property
    def reading(self) -> bool:
        voice = self._voice
        states = (QTextToSpeech.State.Speaking, QTextToSpeech.State.Synthesizing)
        return voice is not None and voice.state() in states

    def close(self) -> None:
        """Say no more, because the page goes."""
        self.on = False
        self._hush()

    def _open(self) -> None:
        voice = QTextToSpeech(self._engine, self) if self._engine is not None else QTextToSpeech(self)
        voice.stateChanged.connect(self._on_state)
        self._voice = voice
        locale = LOCALES[self._language]
        known = next((each for each in voice.availableLocales() if each.language() == locale.language()), None)
        if voice.state() == QTextToSpeech.State.Error or known is None:
            self._give_up()
        else:
            voice.setLocale(known)

    def _on_state(self, state: QTextToSpeech.State) -> None:
        if state == QTextToSpeech.State.Error and self.on:
            self._give_up()

    def _give_up(self) -> None:
        self.on = False
        self.failed.emit()

    def _hush(self) -> None:
        if self.reading and self._voice is not None:
            self._voice.stop()
