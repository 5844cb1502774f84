"""What is settled before a session, and what it leaves behind."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from simulator.media_port import Health
from simulator.ports import Heard


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """What is settled before going live; a seed of None draws one."""

    scenario: str
    trainee: str
    camera: str | None
    microphone: str | None
    seed: int | None = None
    record: bool = True
    assisted: bool = False
    """The program pins and hands out coupons by what the host says."""
    second: str | None = None
    """Name of the second host."""
    desk_person: str | None = None
    """Name of who works the control desk; None where the host does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """What a session left behind once its devices were let go."""

    recording: Path | None
    rest: Heard
    """Phrases that were recognised after going off air."""
    health: Health
