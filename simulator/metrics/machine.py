"""How the machine did during a session, read off its log: for whoever looks back, never for a mark."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.machine import QualityLowered, VitalsMeasured
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds, Span

EVERY: Seconds = 10.0
"""How often the machine is measured."""


class Condition(StrEnum):
    """How the machine is doing, in a word."""

    FINE = "fine"
    BUSY = "busy"
    """Something is short; nothing of the session is lost yet, or hardly."""
    TROUBLE = "trouble"
    """A device is away, or the picture looks broken."""


class Sign(StrEnum):
    """A figure that says so."""

    FAULT = "fault"
    FPS = "fps"
    DROPPED = "dropped"
    CAPTION = "caption"
    GAPS = "gaps"
    CPU = "cpu"
    LATENESS = "lateness"
    DISK = "disk"


DISK_LOW = 2_000_000_000
"""Bytes free on the disk of the recordings below which the host is warned: some hours at 8 MB a minute."""
SLOW_FPS = 15.0
"""Fewer pictures a second than this look broken. This and the bounds below are ours."""
LATE_CAPTION: Seconds = 2.0
FULL = 0.8
"""The share of all cores from which on the rest of the machine must wait."""
LATE_WINDOW: Seconds = 0.05
"""A window whose timers are this late is seen to stutter."""


@dataclass(frozen=True, slots=True)
class MachineStretch:
    """Ten seconds of the machine."""

    span: Span
    condition: Condition
    measured: VitalsMeasured


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineSummary:
    """A whole session of the machine; None is unmeasured."""

    busy: Seconds
    """Time in which something was short, or worse."""
    measured: Seconds
    pictures: int
    dropped: int
    gaps: int
    slowest_fps: float | None
    caption_delay: Seconds | None
    """The worst of the ten-second 95th percentiles."""
    behind: Seconds
    """How far the recogniser was behind, at worst."""
    cpu: float | None
    """Cores in use, on average."""
    cpu_most: float | None
    lateness: Seconds | None
    """The worst of the ten-second 95th percentiles."""
    least_free: int | None
    """Bytes on the disk of the recordings."""
    lowered: tuple[QualityLowered, ...]


def stretches(log: SessionLog) -> tuple[MachineStretch, ...]:
    """Each measurement over the time it covers."""
    found: list[MachineStretch] = []
    for each in log.only(VitalsMeasured):
        before = found[-1].span.end if found else 0.0
        found.append(MachineStretch(Span(max(before, each.at - 2 * EVERY), each.at), condition_of(each), each))
    return tuple(found)


def condition_of(vitals: VitalsMeasured) -> Condition:
    """What ten seconds say by themselves; how many cores there were is not in the log, so use of them says nothing."""
    if vitals.camera_fps is not None and vitals.camera_fps < SLOW_FPS:
        return Condition.TROUBLE
    short = (
        vitals.dropped > 0
        or vitals.audio_gaps > 0
        or max(vitals.caption_delay or 0.0, vitals.behind) > LATE_CAPTION
        or (vitals.lateness is not None and vitals.lateness > LATE_WINDOW)
        or (vitals.free_bytes is not None and vitals.free_bytes < DISK_LOW)
    )
    return Condition.BUSY if short else Condition.FINE


def summed_up(log: SessionLog) -> MachineSummary | None:
    """The session as a whole; None where nothing was measured, as in rehearsals from a file."""
    parts = stretches(log)
    if not parts:
        return None
    vitals = [each.measured for each in parts]
    used = [each.cpu for each in vitals if each.cpu is not None]
    return MachineSummary(
        busy=sum(each.span.length for each in parts if each.condition is not Condition.FINE),
        measured=sum(each.span.length for each in parts),
        pictures=sum(each.pictures for each in vitals),
        dropped=sum(each.dropped for each in vitals),
        gaps=sum(each.audio_gaps for each in vitals),
        slowest_fps=min(_known(each.camera_fps for each in vitals), default=None),
        caption_delay=max(_known(each.caption_delay for each in vitals), default=None),
        behind=max(each.behind for each in vitals),
        cpu=sum(used) / len(used) if used else None,
        cpu_most=max(used, default=None),
        lateness=max(_known(each.lateness for each in vitals), default=None),
        least_free=min((each.free_bytes for each in vitals if each.free_bytes is not None), default=None),
        lowered=tuple(log.only(QualityLowered)),
    )


def _known(values: Iterable[float | None]) -> list[float]:
    return [each for each in values if each is not None]
