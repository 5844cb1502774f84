"""The running streams of one take: into the recording, to the recogniser, measured."""

from __future__ import annotations

from pathlib import Path

from simulator.domain.machine import Device, DeviceFailed, Fault, PicturesDropped, QualityLowered
from simulator.domain.units import Seconds
from simulator.live.equipment import Equipment
from simulator.live.listening import Listening
from simulator.live.looking import Looking, calibrated
from simulator.live.session import LiveSession
from simulator.media_port import Recorder, RecorderHealth, VideoFrame
from simulator.perception.face import Neutral
from simulator.ports import Heard, Recogniser

DROPS_TOLD_EVERY: Seconds = 1.0


class Streams:
    """What a take's camera and microphone feed."""

    def __init__(
        self,
        session: LiveSession,
        equipment: Equipment,
        recorder: Recorder | None,
        recogniser: Recogniser | None,
        *,
        aside: bool = True,
        neutral: Neutral | None = None,
        picture_delay: Seconds = 0.0,
    ) -> None:
        """``neutral`` is how the host looks into the camera, where that was learnt before; ``picture_delay`` how much
        later than the sound this camera delivers its pictures."""
        self._session = session
        self._picture_delay = picture_delay
        self.recorder = recorder
        self.recogniser = recogniser
        self.listening = Listening(
            session.timeline, session.post, recorder, recogniser, equipment.detector(), equipment.loudness()
        )
        self.looking = Looking(session.post, equipment.faces, aside=aside, neutral=neutral)
        if neutral is not None:
            session.post(calibrated(0.0, neutral))
        self.pictures = 0
        self._dropped_told = 0
        self._told_at: Seconds = 0.0
        self._stopped = False
        self._quality = recorder.health().quality if recorder is not None else None

    def picture(self, frame: VideoFrame) -> None:
        """Take a picture whose ``at`` is clock time."""
        at = self._session.timeline.session_time(frame.at - self._picture_delay)
        if at is None:
            return
        moved = VideoFrame(at, frame.pixels)
        self.pictures += 1
        if self.recorder is not None:
            self.recorder.picture(moved)
        self.looking.take(moved)

    def tell_drops(self) -> None:
        """Put into the log, once a second, what was dropped, a quality lowered for it, and a recording that stopped."""
        if self.recorder is None or self._session.now - self._told_at < DROPS_TOLD_EVERY:
            return
        self._told_at = self._session.now
        health = self.recorder.health()
        if health.quality != self._quality and health.quality is not None:
            self._session.post(QualityLowered(at=self._session.now, was=self._quality or "", now=health.quality))
            self._quality = health.quality
        if health.fault not in (None, Fault.SLOW) and not self._stopped:  # slow is told by what it drops
            self._stopped = True
            self._session.post(DeviceFailed(at=self._session.now, device=Device.RECORDER, fault=health.fault))
        dropped = health.dropped
        if dropped > self._dropped_told:
            self._session.post(PicturesDropped(at=self._session.now, count=dropped - self._dropped_told))
            self._dropped_told = dropped

    def recorded(self) -> RecorderHealth | None:
        return self.recorder.health() if self.recorder is not None else None

    def close(self) -> tuple[Path | None, Heard]:
        """Let everything go: the recording's final path, and what was recognised last. Slow."""
        self.listening.finish()
        self.looking.close()
        recording = self.recorder.close() if self.recorder is not None else None
        rest = Heard()
        if self.recogniser is not None:
            rest = self.recogniser.finish()
            self.recogniser.close()
        return recording, rest
