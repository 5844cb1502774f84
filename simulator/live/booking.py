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
    """An assistant works the control desk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """What a session left behind once its devices were let go."""

    recording: Path | None
    rest: Heard
    """Phrases that were recognised after going off air."""
    health: Health
