"""How loud the microphone is, and what to make of it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.media_port import Level
from simulator.ui.theme import Theme, Tone

FLOOR_DBFS = -60.0
"""The left end of the scale."""
QUIET_DBFS = -40.0
"""Speech below this is too quiet to be recognised reliably (20 dB under a usual -20)."""
CLIPPING_DBFS = -1.0
"""Peaks above this touch full scale."""
SILENT_DBFS = -90.0
"""Below this there are only zeros: muted."""


class Loudness(StrEnum):
    """What the meter makes of a level."""

    NONE = "none"
    MUTED = "muted"
    QUIET = "quiet"
    GOOD = "good"
    CLIPPING = "clipping"


def loudness(level: Level | None) -> Loudness:
    """What to tell a trainee about this level."""
    if level is None:
        return Loudness.NONE
    if level.peak_dbfs >= CLIPPING_DBFS:
        return Loudness.CLIPPING
    if level.rms_dbfs <= SILENT_DBFS:
        return Loudness.MUTED
    return Loudness.QUIET if level.rms_dbfs < QUIET_DBFS else Loudness.GOOD


TONES = {
    Loudness.NONE: Tone.MUTED,
    Loudness.MUTED: Tone.BAD,
    Loudness.QUIET: Tone.WARN,
    Loudness.GOOD: Tone.GOOD,
    Loudness.CLIPPING: Tone.BAD,
}


class SoundMeter(QWidget):
    """A bar from -60 to 0 dBFS with the peak as a tick."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._level: Level | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Microphone level"))

    def show_level(self, level: Level | None) -> None:
        self._level = level
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(160), 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        room = QRectF(self.rect()).adjusted(0, 2, 0, -2)
        painter.setBrush(self._theme.colour(self._theme.tokens.line))
        painter.drawRoundedRect(room, 4, 4)
        if self._level is None:
            return
        share = self._share(self._level.rms_dbfs)
        painter.setBrush(self._theme.colour(TONES[loudness(self._level)]))
        painter.drawRoundedRect(QRectF(room.left(), room.top(), room.width() * share, room.height()), 4, 4)
        painter.setBrush(self._theme.colour(Tone.PLAIN))
        peak = room.left() + (room.width() - 2) * self._share(self._level.peak_dbfs)
        painter.drawRect(QRectF(peak, room.top(), 2, room.height()))

    @staticmethod
    def _share(dbfs: float) -> float:
        return min(1.0, max(0.0, 1 - dbfs / FLOOR_DBFS))
