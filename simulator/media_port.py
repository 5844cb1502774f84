"""What the simulator needs of clocks, cameras, microphones, meters and recorders, and how they are doing.

The part of the ports that deals with streams; adapters in ``devices`` fulfil these protocols.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from simulator.domain.machine import Fault, VitalsMeasured
from simulator.domain.units import Seconds
from simulator.perception.face import Face


class Clock(Protocol):
    def now(self) -> Seconds:
        """Seconds on a clock that never goes back; its zero means nothing."""


@dataclass(frozen=True, slots=True)
class VideoFrame:
    """A picture and when it was taken."""

    at: Seconds
    """On the clock, not the session."""
    pixels: NDArray[np.uint8]
    """Height x width x 3, blue green red."""


@dataclass(frozen=True, slots=True)
class SoundBlock:
    """Samples and when the first of them was heard."""

    at: Seconds
    """On the clock; on the session's time line once it left the capture thread."""
    samples: NDArray[np.float32]
    """Mono, -1..1."""
    rate_hz: int


class Camera(Protocol):
    """Open from birth."""

    def read(self) -> VideoFrame:
        """Wait for the next picture, a second at most. Raise DeviceError if none comes."""

    def close(self) -> None: ...


class Microphone(Protocol):
    """Open from birth."""

    exact: bool
    """Blocks follow each other without a gap on a clock that is right (a file): they need no resampling."""

    def read(self) -> SoundBlock:
        """Wait for the next block, a second at most. Raise DeviceError if none comes, EOFError at the end of a file."""

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class DeviceName:
    """A device as the user picks it: ``address`` is "camera:0", "mic:NAME" or "file:PATH"."""

    address: str
    label: str


class VoiceFile(Protocol):
    """A spoken note on its way to the disk; open from birth."""

    def write(self, block: SoundBlock) -> None:
        """Sound that follows the last block. Raise DeviceError when it cannot be written."""

    def close(self) -> None:
        """Write what is left. Raise DeviceError when it cannot be."""


class Recorder(Protocol):
    """Picture and sound into one file, on its own thread, never blocking who hands them over."""

    path: Path

    def picture(self, frame: VideoFrame) -> None:
        """Hand over a picture; ``at`` is session time. Dropped, and counted, when the queue is full."""

    def sound(self, block: SoundBlock) -> None:
        """Hand over 48 kHz sound that follows the last block; ``at`` is session time. Never dropped."""

    def health(self) -> RecorderHealth: ...

    def close(self) -> Path:
        """Flush, close and give the file its final name; returns it."""


@dataclass(frozen=True, slots=True)
class RecorderHealth:
    """How recording goes."""

    written: int = 0
    dropped: int = 0
    queued: int = 0
    fault: Fault | None = None
    free_bytes: int | None = None
    quality: str | None = None
    """The encoder's preset now."""


@dataclass(frozen=True, slots=True)
class EncodingTried:
    """A way to pack pictures, and what it cost here."""

    preset: str
    """x264's trade of work against size: "veryfast", "superfast", "ultrafast"."""
    width: int
    height: int
    cost: Seconds
    """Processor time for one noisy picture; 30 of them are recorded a second."""


class EncodingReason(StrEnum):
    """Why this one."""

    WITHIN = "within"
    """The best of those that cost no more than the budget."""
    LEAST = "least"
    """None was within the budget: the one that costs least."""


@dataclass(frozen=True, slots=True)
class EncodingChoice:
    """The quality this machine records in, and what was measured to find it."""

    tried: tuple[EncodingTried, ...]
    """Best first; after the first within the budget none was tried."""
    chosen: EncodingTried
    why: EncodingReason
    budget: Seconds


class FaceFinder(Protocol):
    def find(self, frame: VideoFrame) -> tuple[Face, ...]:
        """The faces in the picture, the largest first."""


@dataclass(frozen=True, slots=True)
class LoudnessNow:
    """What a loudness meter shows (EBU Tech 3341); each is None in silence."""

    momentary_lufs: float | None
    short_term_lufs: float | None
    integrated_lufs: float | None
    range_lu: float | None
    true_peak_dbtp: float | None


class LoudnessMeter(Protocol):
    """Measures loudness by EBU R 128."""

    def take(self, block: SoundBlock) -> None:
        """Sound that follows the last block, all at the same rate."""

    def now(self) -> LoudnessNow:
        """What it shows after all that it was given."""


@dataclass(frozen=True, slots=True)
class Level:
    """How loud the microphone is now, for the meter."""

    rms_dbfs: float
    peak_dbfs: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How the devices are doing, as the top bar shows it; None is not measured."""

    camera_fps: float | None = None
    video_frames: int = 0
    dropped_frames: int = 0
    audio_gaps: int = 0
    caption_delay_p95: Seconds | None = None
    caption_delay: Seconds | None = None
    """From the last word of the newest phrase to its arrival; before it what nineteen of twenty are within."""
    unfinished_delay_p95: Seconds | None = None
    """How far behind speech captions were while unfinished; nineteen of twenty of the last minute of speech."""
    behind: Seconds = 0.0
    free_bytes: int | None = None
    faults: tuple[tuple[str, str], ...] = field(default=())
    """(device, fault) that hold now."""
    quality: str | None = None
    """What the recording is made in now: the encoder's preset, and what was lowered."""
    recent: VitalsMeasured | None = None
    """The last ten seconds that were measured."""
