"""Pace, pauses and fillers of the last minute, as heard."""

from __future__ import annotations

from collections import deque

from PySide6.QtWidgets import QWidget

from simulator.domain.events import Event, HostSpoke, VoiceStarted, VoiceStopped
from simulator.domain.findings import FillerSaid
from simulator.domain.language import Language
from simulator.domain.rubric import Criterion
from simulator.domain.units import Seconds
from simulator.ui.theme import Theme
from simulator.ui.widgets import Label, LevelDots, column, row

WINDOW: Seconds = 60.0
"""How far back pace looks: long enough to be steady, short enough to be changed."""
PACE_METRIC = "speech_rate"


class Pace:
    """Folds what was heard into pace, pause and fillers."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._phrases: deque[HostSpoke] = deque()
        self._silent_since: Seconds | None = None
        self.fillers = 0

    def take(self, event: Event) -> None:
        match event:
            case HostSpoke():
                self._phrases.append(event)
            case FillerSaid():
                self.fillers += 1
            case VoiceStarted():
                self._silent_since = None
            case VoiceStopped():
                self._silent_since = event.at

    def rate(self, now: Seconds) -> float | None:
        """Characters (zh) or words (en) per minute of speaking in the last minute; None where nothing was heard."""
        while self._phrases and self._phrases[0].said.end < now - WINDOW:
            self._phrases.popleft()
        spoken = sum(phrase.said.length for phrase in self._phrases)
        if spoken <= 0:
            return None
        return 60 * sum(self._language.length(phrase.text) for phrase in self._phrases) / spoken

    def silence(self, now: Seconds) -> Seconds | None:
        """How long nobody has spoken now; None while somebody speaks, or before anybody did."""
        return None if self._silent_since is None else max(0.0, now - self._silent_since)


class PaceLine(QWidget):
    """The pace in words, and the level it would get from the rubric."""

    def __init__(
        self, theme: Theme, language: Language, criterion: Criterion | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.pace = Pace(language)
        self._language = language
        self._criterion = criterion
        self._words = Label(role="small", wrap=True)
        self._dots = LevelDots(theme)
        layout = column(2)
        line = row()
        line.addWidget(self._words, 1)
        line.addWidget(self._dots)
        layout.addLayout(line)
        self.setLayout(layout)
        self.show_pace(0.0)

    def show_pace(self, now: Seconds) -> None:
        rate, silence = self.pace.rate(now), self.pace.silence(now)
        number = "–" if rate is None else f"{rate:.0f}"
        parts = [
            self.tr("{rate} characters/min").format(rate=number)
            if self._language is Language.ZH
            else self.tr("{rate} words/min").format(rate=number),
            self.tr("fillers {count}").format(count=self.pace.fillers),
        ]
        if silence is not None and silence >= 1:
            parts.insert(1, self.tr("silent for {seconds} s").format(seconds=int(silence)))
        self._words.say(" · ".join(parts))
        self._dots.setVisible(self._criterion is not None)
        if self._criterion is not None:
            self._dots.set_level(None if rate is None else self._criterion.level_of(rate, self._language))
