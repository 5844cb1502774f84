"""Plays a recording on the session's clock; without one, the same clock is moved by hand."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal

from simulator.domain.session import MISSED
from simulator.domain.units import Seconds
from simulator.ui.review.frames import Frames, middle_of_frame

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer, QVideoFrame, QVideoSink

RATES = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0)
NEAR: Seconds = 0.06
"""A reported position this close to the one asked for is the one asked for: the player tells the frame's."""


class Trouble(StrEnum):
    """Why a recording is not played as it should."""

    NONE = "none"
    NO_RECORDING = "no_recording"
    """The session was not recorded, or its file is gone."""
    UNREADABLE = "unreadable"
    OTHER_SESSION = "other_session"
    """The file says itself that it was recorded in another session."""
    NO_SOUND_DEVICE = "no_sound_device"
    NO_SOUND = "no_sound"
    """The recording has no sound track."""
    NO_PICTURE = "no_picture"
    """The recording has sound only."""
    CUT_SHORT = "cut_short"
    """It ends well before the session; ``ends`` tells where."""


NOT_PLAYED = (Trouble.NO_RECORDING, Trouble.UNREADABLE, Trouble.OTHER_SESSION)


class Player(QObject):
    """Where the review room is in the session; QtMultimedia is loaded only when there is a file to play."""

    moved = Signal(float)
    """Seconds in the session."""
    playing_changed = Signal(bool)
    picture = Signal(object)
    """A ``QVideoFrame``."""
    ended = Signal()
    """The recording was played to its end."""
    troubled = Signal()
    """``trouble`` changed."""

    def __init__(
        self, recording: Path | None, length: Seconds, parent: QObject | None = None, session: str = ""
    ) -> None:
        """``session`` is the id that the recording must bear, where it bears one."""
        super().__init__(parent)
        self.trouble = Trouble.NONE
        self.ends: Seconds | None = None
        """Where the recording ends; None until it was opened, or where its length is not known."""
        self._session = session
        self._length = length
        self._at: Seconds = 0.0
        self._asked: Seconds | None = None
        self._wants_play = False
        self._loaded = False
        self._frames = Frames()
        self._begins: Seconds = 0.0
        self._player: QMediaPlayer | None = None
        self._sink: QVideoSink | None = None
        self._output: QAudioOutput | None = None
        self._devices: QMediaDevices | None = None
        self._recording = recording
        if recording is None or not recording.is_file():
            self.trouble = Trouble.NO_RECORDING

    def open(self) -> None:
        """Begin to read the recording, where there is one; loading QtMultimedia takes a moment."""
        if self._recording is not None and self.trouble is Trouble.NONE and self._player is None:
            self._open(self._recording)

    @property
    def at(self) -> Seconds:
        return self._at

    @property
    def length(self) -> Seconds:
        return self._length

    @property
    def can_play(self) -> bool:
        return self._player is not None and self.trouble not in NOT_PLAYED

    @property
    def beyond(self) -> bool:
        """Whether the recording has ended before this moment of the session."""
        return self.trouble is Trouble.CUT_SHORT and self.ends is not None and self._at > self.ends

    @property
    def playing(self) -> bool:
        if self._player is None:
            return False
        from PySide6.QtMultimedia import QMediaPlayer

        return self._player.playbackState() is QMediaPlayer.PlaybackState.PlayingState

    def set_length(self, length: Seconds) -> None:
        """How long the session is, once its log was read."""
        self._length = max(length, self._length)
        self._weigh()

    def play(self) -> None:
        if self._player is not None and self.can_play and not self.beyond:
            self._wants_play = True
            self._frames.rest()
            if self._loaded:
                self._asked = None if self._asked is None or abs(self._asked - self._at) < NEAR else self._asked
                self._player.play()

    def pause(self) -> None:
        self._wants_play = False
        if self._player is not None and self.playing:
            self._player.pause()

    def toggle(self) -> None:
        if self.playing:
            self.pause()
        else:
            self.play()

    def seek(self, at: Seconds) -> None:
        """Go to a moment of the session."""
        self._frames.rest()
        self._go(at)

    def skip(self, by: Seconds) -> None:
        self.seek(self._at + by)

    def step(self, frames: int) -> None:
        """Stand still, and go one picture on (+1) or back (-1); without pictures a thirtieth of a second."""
        self.pause()
        self._go(self._frames.step(frames, self._at - self._begins) + self._begins, exactly=True)

    def begin_at(self, begins: Seconds) -> None:
        """Where the time of the file begins, on the session's clock: the player counts from there."""
        self._begins = begins
        if self._player is not None and self._loaded and self._asked is not None:
            self._place()

    def set_rate(self, rate: float) -> None:
        """Play at 0.5 to 3 times the speed; voices keep their pitch."""
        if self._player is not None:
            self._player.setPlaybackRate(rate)

    def close(self) -> None:
        """Let go of the file."""
        self._recording = None
        player, self._player = self._player, None
        if player is None:
            return
        player.disconnect(self)
        player.stop()
        player.setSource(QUrl())
        self._output = None
        player.deleteLater()

    # ------------------------------------------------------------------ inside

    def _go(self, at: Seconds, *, exactly: bool = False) -> None:
        self._at = min(max(0.0, at), max(0.0, self._length))
        self._asked = self._at
        if self._player is not None and self._loaded:
            self._place(exactly=exactly)
        self.moved.emit(self._at)

    def _open(self, recording: Path) -> None:
        from PySide6.QtMultimedia import QMediaDevices, QMediaPlayer, QVideoSink

        player = self._player = QMediaPlayer(self)
        if player.pitchCompensationAvailability() is QMediaPlayer.PitchCompensationAvailability.Available:
            player.setPitchCompensation(True)
        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._on_frame)
        player.setVideoSink(self._sink)
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._use_sound)
        self._use_sound()
        player.positionChanged.connect(self._on_position)
        player.mediaStatusChanged.connect(self._on_status)
        player.playbackStateChanged.connect(self._on_state)
        player.errorOccurred.connect(self._on_error)
        player.setSource(QUrl.fromLocalFile(str(recording.resolve())))
        self.troubled.emit()

    def _use_sound(self) -> None:
        """Play on the system's output; without one, silently."""
        from PySide6.QtMultimedia import QAudioOutput, QMediaDevices

        if self._player is None:
            return
        device = QMediaDevices.defaultAudioOutput()
        if device.isNull():
            self._player.setAudioOutput(None)  # type: ignore[arg-type]  # none is allowed; the stub forgot
            self._output = None
        elif self._output is None:
            self._output = QAudioOutput(device, self)
            self._player.setAudioOutput(self._output)
        else:
            self._output.setDevice(device)
        self._weigh()

    def _weigh(self) -> None:
        """Tell what is missing, the worst last."""
        if self._player is None or self.trouble in NOT_PLAYED:
            return
        before, self.trouble = self.trouble, Trouble.NONE
        if self._output is None:
            self.trouble = Trouble.NO_SOUND_DEVICE
        if self._loaded and not self._player.hasAudio():
            self.trouble = Trouble.NO_SOUND
        if self._loaded and not self._player.hasVideo():
            self.trouble = Trouble.NO_PICTURE
        if self.ends is not None and self.ends < self._length - MISSED:
            self.trouble = Trouble.CUT_SHORT
        if self.trouble is not before:
            self.troubled.emit()

    def _place(self, *, exactly: bool = False) -> None:
        player = self._player
        assert player is not None
        from PySide6.QtMultimedia import QMediaPlayer

        if self.beyond:
            player.pause()  # there is nothing to show, and nothing to play on with
            return
        if player.playbackState() is QMediaPlayer.PlaybackState.StoppedState:
            player.pause()  # a stopped player shows no picture
        at = self._at if exactly else middle_of_frame(self._at, player.metaData())
        player.setPosition(max(0, round(1000 * (at - self._begins))))

    def _on_frame(self, frame: QVideoFrame) -> None:
        self.picture.emit(frame)
        further = self._frames.shown(frame)
        if further is not None:
            self._go(further + self._begins, exactly=True)

    def _on_position(self, position_ms: int) -> None:
        at = position_ms / 1000 + self._begins
        if self._asked is not None:
            if abs(at - self._asked) > NEAR:
                return  # a position from before the jump
            if self.playing:
                self._asked = None
            else:
                at = self._asked
        self._at = at
        self.moved.emit(at)

    def _on_status(self) -> None:
        from PySide6.QtMultimedia import QMediaPlayer

        player = self._player
        if player is None:
            return
        status = player.mediaStatus()
        loaded = (QMediaPlayer.MediaStatus.LoadedMedia, QMediaPlayer.MediaStatus.BufferedMedia)
        if status in loaded and not self._loaded:
            if not self._is_ours(player):
                self._give_up(Trouble.OTHER_SESSION)
                return
            self._loaded = True
            self.ends = player.duration() / 1000 or None  # of about the session's clock: see ``begin_at``
            self._length = max(self._length, self.ends or 0.0)
            self._weigh()
            player.pause()  # shows the first picture
            if self._asked is not None:
                self._place()
            if self._wants_play:
                player.play()
        elif status is QMediaPlayer.MediaStatus.InvalidMedia:
            self._on_error()
        elif status is QMediaPlayer.MediaStatus.EndOfMedia:
            self.ended.emit()

    def _is_ours(self, player: QMediaPlayer) -> bool:
        """Whether the file was recorded in this session; those of before told nothing."""
        from PySide6.QtMultimedia import QMediaMetaData

        told = player.metaData().value(QMediaMetaData.Key.Title)
        return not told or not self._session or str(told) == self._session

    def _on_state(self) -> None:
        playing = self.playing
        if not playing:
            self._wants_play = False
        self.playing_changed.emit(playing)

    def _on_error(self) -> None:
        self._give_up(Trouble.UNREADABLE)

    def _give_up(self, trouble: Trouble) -> None:
        """Nothing of the file is played."""
        if self.trouble not in NOT_PLAYED:
            self.trouble = trouble
            self._wants_play = False
            self.playing_changed.emit(False)
            self.troubled.emit()
