"""Plays back a spoken note; QtMultimedia is loaded when the first one is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer


class VoicePlayer(QObject):
    """One note at a time; without a sound output it runs silently."""

    playing_changed = Signal(bool)
    unplayable = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player: QMediaPlayer | None = None

    @property
    def playing(self) -> bool:
        if self._player is None:
            return False
        from PySide6.QtMultimedia import QMediaPlayer

        return self._player.playbackState() is QMediaPlayer.PlaybackState.PlayingState

    def toggle(self, path: Path) -> None:
        """Play this sound from its beginning, or stop what plays."""
        if self.playing:
            self.stop()
            return
        from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer

        if self._player is None:
            self._player = QMediaPlayer(self)
            if not QMediaDevices.defaultAudioOutput().isNull():
                self._player.setAudioOutput(QAudioOutput(self))
            self._player.playbackStateChanged.connect(lambda _state: self.playing_changed.emit(self.playing))
            self._player.errorOccurred.connect(lambda *_: self.unplayable.emit())
        self._player.setSource(QUrl())
        self._player.setSource(QUrl.fromLocalFile(str(path.resolve())))
        self._player.play()

    def stop(self) -> None:
        if self._player is not None:
            self._player.stop()

    def close(self) -> None:
        """Let go of the file."""
        player, self._player = self._player, None
        if player is not None:
            player.disconnect(self)
            player.stop()
            player.setSource(QUrl())
            player.deleteLater()
