"""Single pictures of a recording: where one lies, and how to get to the next one though they come irregularly."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from simulator.domain.units import Seconds

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaMetaData, QVideoFrame

USUAL_FPS = 30.0
BESIDE: Seconds = 0.0015
"""Just beside the edge of a picture: players count in milliseconds."""
TRIES = 120
"""Thirtieths of a second that a step looks ahead or back: cameras may have been away for a moment."""


def middle_of_frame(at: Seconds, told: QMediaMetaData) -> Seconds:
    """The player may be off by one picture when asked for the very moment one begins."""
    from PySide6.QtMultimedia import QMediaMetaData

    rate = told.value(QMediaMetaData.Key.VideoFrameRate)
    fps = float(rate) if isinstance(rate, int | float) and rate > 1 else USUAL_FPS
    return (floor(at * fps + 1e-6) + 0.5) / fps


class Frames:
    """Which picture is shown, and the step that is under way; all in the player's own seconds.

    A recording's pictures have the times at which they were taken, so "one on" is not "a thirtieth on". The player
    shows the first picture that ends after the moment asked for, and takes each to last a thirtieth: so a step asks
    further and further until another picture comes.
    """

    def __init__(self) -> None:
        self._start: Seconds | None = None
        """When the picture that is shown begins."""
        self._end: Seconds = 0.0
        self._from: Seconds | None = None
        """The picture a step wants to leave."""
        self._onward = True
        self._tries = 0

    def step(self, frames: int, at: Seconds) -> Seconds:
        """Where to ask for the picture before (-1) or behind (+1) the one that is shown."""
        self._onward, self._tries = frames > 0, 0
        self._from = self._start
        if self._start is None:
            return at + frames / USUAL_FPS
        return self._asked(self._start)

    def shown(self, frame: QVideoFrame) -> Seconds | None:
        """A picture came; where to ask next, when a step has not got anywhere yet, or may go too far."""
        start, left = frame.startTime() / 1e6, self._from
        self._start = start if start >= 0 else None
        self._end = max(start, frame.endTime() / 1e6)
        if left is None or self._start is None:
            return None
        if abs(start - left) > BESIDE or self._tries >= TRIES:
            self._from = None
            # On a busy machine later tries may still be on their way, and would show a picture beyond this one.
            return None if self._tries == 0 else self._start + BESIDE
        self._tries += 1
        return self._asked(left)

    def rest(self) -> None:
        """No step is under way any more."""
        self._from = None

    def _asked(self, left: Seconds) -> Seconds:
        further = self._tries / USUAL_FPS
        return self._end + BESIDE + further if self._onward else max(0.0, left - BESIDE - further)
