"""The session's time line: the clock since going live, standing still in a pause."""

from __future__ import annotations

from simulator.domain.units import Seconds
from simulator.media_port import Clock


class TimeLine:
    """Turns clock time into session time; read by every thread, changed only by the session's own."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._zero: Seconds | None = None
        self._paused_for: Seconds = 0.0
        self._paused_since: Seconds | None = None

    @property
    def running(self) -> bool:
        return self._zero is not None and self._paused_since is None

    @property
    def zero(self) -> Seconds | None:
        """Going live, on the clock."""
        return self._zero

    @property
    def now(self) -> Seconds:
        """Seconds since going live, pauses left out; 0 before."""
        if self._zero is None:
            return 0.0
        until = self._clock.now() if self._paused_since is None else self._paused_since
        return until - self._zero - self._paused_for

    def start(self, zero: Seconds | None = None) -> None:
        """Go live, now or at ``zero`` on the clock."""
        self._zero = self._clock.now() if zero is None else zero

    def pause(self) -> None:
        if self._paused_since is None:
            self._paused_since = self._clock.now()

    def resume(self) -> Seconds:
        """End a pause; how long it was."""
        if self._paused_since is None:
            return 0.0
        length = self._clock.now() - self._paused_since
        self._paused_for += length
        self._paused_since = None
        return length

    def session_time(self, at: Seconds) -> Seconds | None:
        """Clock time as session time; None before going live and for anything taken in a pause."""
        zero, since = self._zero, self._paused_since
        if zero is None or (since is not None and at >= since):
            return None
        moment = at - zero - self._paused_for
        return moment if moment >= 0 else None
