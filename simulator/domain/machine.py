"""What the machine beside the session does: devices that fail and return, pictures that are lost."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.units import Seconds


class Device(StrEnum):
    """What can fail beside a session."""

    CAMERA = "camera"
    MICROPHONE = "microphone"
    RECOGNISER = "recogniser"
    RECORDER = "recorder"
    LOG = "log"
    """The data folder, into which the session is written down."""


class Fault(StrEnum):
    """How it failed."""

    MISSING = "missing"
    BUSY = "busy"
    BLOCKED = "blocked"
    LOST = "lost"
    FROZEN = "frozen"
    UNREADABLE = "unreadable"
    DISK_FULL = "disk_full"
    SLOW = "slow"
    MUTED = "muted"
    """It gives sound, and all of it is silence: a switch on the device or in the system is off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceFailed:
    """A device was lost; the session goes on without it."""

    at: Seconds
    device: Device
    fault: Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceReturned:
    """A lost device works again."""

    at: Seconds
    device: Device


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturesDropped:
    """Pictures that never reached the recording, since the last such event."""

    at: Seconds
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityLowered:
    """The recording goes on in a lower quality, because the machine cannot keep up."""

    at: Seconds
    was: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DiskLow:
    """The disk of the recordings runs short; the session goes on."""

    at: Seconds
    free_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VitalsMeasured:
    """How the machine did in the seconds up to here, since the last of these; None is unmeasured.

    Never an input of the audience or of a mark.
    """

    at: Seconds
    camera_fps: float | None
    pictures: int
    """Taken from the camera."""
    dropped: int
    """Never reached the recording."""
    audio_gaps: int
    caption_delay: Seconds | None
    """95th percentile, from the last word of a phrase to its arrival."""
    behind: Seconds
    """How far the recogniser was behind the sound, at worst."""
    cpu: float | None
    """Cores in use by this program and what it started."""
    lateness: Seconds | None
    """95th percentile of how late the window's timers were."""
    free_bytes: int | None
    quality: str | None
    """The encoder's preset now."""
