"""How the machine does beside a session: measured every ten seconds, told to the log, and to nothing that judges."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from simulator.domain.machine import DiskLow, VitalsMeasured
from simulator.domain.units import Seconds
from simulator.media_port import Health
from simulator.metrics.machine import (
    DISK_LOW,
    EVERY,
    FULL,
    LATE_CAPTION,
    LATE_WINDOW,
    SLOW_FPS,
    Condition,
    Sign,
)

DISK_WELL = 2_200_000_000
"""From here on the warning is over, and given again the next time."""
STOPPED: Seconds = 5.0
"""A window that beats later than this did not beat at all: the machine slept."""

Told = VitalsMeasured | DiskLow


class Lateness:
    """How late a timer of the window is, from the moments it beats at."""

    def __init__(self) -> None:
        self._last: Seconds | None = None
        self._late: list[Seconds] = []

    def beat(self, at: Seconds, interval: Seconds) -> None:
        """The timer, due every ``interval``, beat ``at``, on the clock."""
        if self._last is not None and at - self._last < STOPPED:
            self._late.append(max(0.0, at - self._last - interval))
        self._last = at

    def p95(self) -> Seconds | None:
        """95th percentile since the last call; None without a beat."""
        late, self._late = self._late, []
        return percentile(late)


class Vitals:
    """Measures one session; lives on the window's thread."""

    def __init__(self, post: Callable[[Told], None], processor: Callable[[], Seconds | None]) -> None:
        """``processor`` tells the processor time that all of the program used so far."""
        self.lateness = Lateness()
        self.last: VitalsMeasured | None = None
        """What was measured last; None in the first ten seconds."""
        self._post = post
        self._processor = processor
        self._began_at: Seconds | None = None
        self._clock_at: Seconds = 0.0
        self._used: Seconds | None = None
        self._before = Health()
        self._delays_before = 0
        self._behind: Seconds = 0.0
        self._disk_low = False

    def attend(self, at: Seconds, clock: Seconds, health: Health, delays: Sequence[Seconds]) -> None:
        """Look at the devices, at session time ``at``; ``clock`` goes on through pauses, as the processor does.

        ``delays`` are those of all captions so far.
        """
        self._watch_disk(at, health.free_bytes)
        self._behind = max(self._behind, health.behind)
        if self._began_at is None:
            self._begin(at, clock, health, delays)
        elif at - self._began_at >= EVERY:
            used = self._processor()
            both = used is not None and self._used is not None and clock > self._clock_at
            self.last = VitalsMeasured(
                at=at,
                camera_fps=_rounded(health.camera_fps, 1),
                pictures=health.video_frames - self._before.video_frames,
                dropped=health.dropped_frames - self._before.dropped_frames,
                audio_gaps=health.audio_gaps - self._before.audio_gaps,
                caption_delay=_rounded(percentile(delays[self._delays_before :]), 3),
                behind=round(self._behind, 3),
                cpu=_rounded((used or 0.0) - (self._used or 0.0), 3, clock - self._clock_at) if both else None,
                lateness=_rounded(self.lateness.p95(), 4),
                free_bytes=health.free_bytes,
                quality=health.quality,
            )
            self._post(self.last)
            self._begin(at, clock, health, delays, used)

    def _begin(
        self, at: Seconds, clock: Seconds, health: Health, delays: Sequence[Seconds], used: Seconds | None = None
    ) -> None:
        self._began_at, self._clock_at, self._before = at, clock, health
        self._used = self._processor() if used is None else used
        self._delays_before = len(delays)
        self._behind = 0.0

    def _watch_disk(self, at: Seconds, free: int | None) -> None:
        if free is None:
            return
        if free < DISK_LOW and not self._disk_low:
            self._disk_low = True
            self._post(DiskLow(at=at, free_bytes=free))
        elif free >= DISK_WELL:
            self._disk_low = False


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The condition and every figure that speaks against the machine."""

    condition: Condition
    signs: frozenset[Sign] = frozenset()


def diagnose(health: Health, cores: int) -> Diagnosis:
    """What these figures say of a machine of so many cores; the bounds are ours.

    Counts that only grow (drops, gaps) speak for as long as they grew within the last ten seconds.
    """
    recent = health.recent
    bad = {Sign.FAULT: bool(health.faults), Sign.FPS: health.camera_fps is not None and health.camera_fps < SLOW_FPS}
    short = {
        Sign.DROPPED: recent is not None and recent.dropped > 0,
        Sign.GAPS: recent is not None and recent.audio_gaps > 0,
        Sign.CAPTION: max(health.caption_delay or 0.0, health.behind) > LATE_CAPTION,
        Sign.CPU: recent is not None and recent.cpu is not None and recent.cpu > FULL * cores,
        Sign.LATENESS: recent is not None and recent.lateness is not None and recent.lateness > LATE_WINDOW,
        Sign.DISK: health.free_bytes is not None and health.free_bytes < DISK_LOW,
    }
    signs = frozenset(sign for sign, holds in (bad | short).items() if holds)
    if any(bad.values()):
        return Diagnosis(Condition.TROUBLE, signs)
    return Diagnosis(Condition.BUSY if signs else Condition.FINE, signs)


def percentile(values: Sequence[Seconds]) -> Seconds | None:
    """The 95th; None of nothing."""
    return float(np.percentile(values, 95)) if values else None


def _rounded(value: float | None, digits: int, over: float = 1.0) -> float | None:
    return None if value is None else round(value / over, digits)
