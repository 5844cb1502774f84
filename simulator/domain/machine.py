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
