"""What a device that works may still be telling: silence where a switch is off, pictures that move again."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from simulator.domain.machine import Fault
from simulator.domain.units import Seconds
from simulator.media_port import SoundBlock, VideoFrame

SILENT_FOR: Seconds = 1.0
"""Ours: a host's own pauses are never this quiet, and whoever is told after a sentence can say it again."""
SILENCE = 10 ** (-80 / 20)
"""A peak below -80 dBFS, three steps of 16 bits: quieter than the noise of any open microphone."""
SOUND = 2 * SILENCE
"""A peak that ends the silence: a little louder, so that what hovers about the edge is not told again and again."""
AWAY: Seconds = 0.5
"""After a hole this long the microphone was opened anew: what it was before says nothing of it now."""
MOVING_FOR: Seconds = 0.5
"""How long a camera that froze must give new pictures before it counts as back."""
STILL_AFTER: Seconds = 0.25
"""Pictures that stay the same for this long are not moving."""


class SilenceWatch:
    """Whether a microphone that gives blocks gives any sound in them."""

    def __init__(self) -> None:
        self._silent_since: Seconds | None = None
        self._muted = False
        self._end: Seconds | None = None

    def __call__(self, block: SoundBlock) -> Fault | None:
        """Take the next block; ``Fault.MUTED`` while there was nothing but silence for a second, as heard."""
        if self._end is not None and block.at - self._end > AWAY:
            self._silent_since, self._muted = None, False
        self._end = block.at + len(block.samples) / block.rate_hz
        peak = float(np.max(np.abs(block.samples))) if len(block.samples) else 0.0
        if peak >= (SOUND if self._muted else SILENCE):
            self._silent_since, self._muted = None, False
            return None
        if self._silent_since is None:
            self._silent_since = block.at
        self._muted = self._muted or self._end - self._silent_since >= SILENT_FOR
        return Fault.MUTED if self._muted else None


class MotionWatch:
    """Whether pictures move again after they froze.

    A lost camera that is opened anew may give its last picture once more, for ever: one picture proves nothing, and
    the noise of a working one makes every picture differ from the last.
    """

    def __init__(self) -> None:
        self._last: NDArray[np.uint8] | None = None
        self._moving_since: Seconds | None = None
        self._moved_at: Seconds = 0.0

    def moves(self, frame: VideoFrame) -> bool:
        """Take the next picture; True once new ones came for half a second."""
        last, self._last = self._last, frame.pixels
        if last is None:
            return False
        if last.shape != frame.pixels.shape or not np.array_equal(last, frame.pixels):
            if self._moving_since is None:
                self._moving_since = frame.at
            self._moved_at = frame.at
        elif frame.at - self._moved_at > STILL_AFTER:
            self._moving_since = None
        return self._moving_since is not None and frame.at - self._moving_since >= MOVING_FOR
