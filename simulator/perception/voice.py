"""When the host speaks, from speech probabilities."""

from __future__ import annotations

from simulator.domain.events import VoiceStarted, VoiceStopped
from simulator.domain.units import Seconds

SPEAKS_FROM = 0.5
SILENT_BELOW = 0.35
"""Between the two nothing changes, so that a wavering probability does not flicker (Silero VAD's own defaults)."""
STARTS_AFTER: Seconds = 0.1
"""A click is no voice (ours)."""
STOPS_AFTER: Seconds = 0.4
"""A gap between words is no end (the pause that ends a phrase for the recogniser)."""


class VoiceTracker:
    """Follows one stream of probabilities."""

    def __init__(self) -> None:
        self._speaking = False
        self._since: Seconds | None = None
        self._before: Seconds = 0.0

    def take(self, at: Seconds, probability: float, latency: Seconds = 0.0) -> tuple[VoiceStarted | VoiceStopped, ...]:
        """The probability of the sound that ends at ``at``; what changed can be known ``latency`` later."""
        before, self._before = self._before, at
        turns = probability < SILENT_BELOW if self._speaking else probability >= SPEAKS_FROM
        if not turns:
            self._since = None
            return ()
        if self._since is None:
            self._since = min(before, at)
        if at - self._since < (STOPS_AFTER if self._speaking else STARTS_AFTER) - 1e-9:
            return ()
        self._since = None
        self._speaking = not self._speaking
        return (VoiceStarted(at=at + latency),) if self._speaking else (VoiceStopped(at=at + latency),)
