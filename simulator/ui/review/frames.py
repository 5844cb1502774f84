"""Single pictures of a recording: where one lies, and how to get to the next one though they come irregularly."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from simulator.domain.units import Seconds

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaMetaData

USUAL_FPS = 30.0
TRIES = 60
"""Thirtieths of a second that a step looks ahead: cameras may have been away for a moment."""


def middle_of_frame(at: Seconds, told: QMediaMetaData) -> Seconds:
    """The player may be off by one picture when asked for the very moment one begins."""
    from PySide6.QtMultimedia import QMediaMetaData

    rate = told.value(QMediaMetaData.Key.VideoFrameRate)
    fps = float(rate) if isinstance(rate, int | float) and rate > 1 else USUAL_FPS
    return (floor(at * fps + 1e-6) + 0.5) / fps


class Frames:
    """Which picture is shown, and the step that is under way.

    A recording's pictures have the times at which they were taken, so "one on" is not "a thirtieth on": the step asks
    further and further until another picture comes.
    """

    def __init__(self) -> None:
        self._start: Seconds | None = None
        """When the picture that is shown begins."""
        self._from: Seconds | None = None
        """The picture a step forward wants to leave."""
        self._tries = 0

    def step(self, frames: int, at: Seconds) -> Seconds:
        """Where to ask for the picture before (-1) or behind (+1) the one that is shown."""
        start = at if self._start is None else self._start
        self._from = self._start if frames > 0 else None
        self._tries = 0
        return start + (1.5 if frames > 0 else -0.5) / USUAL_FPS

    def shown(self, start: Seconds | None) -> Seconds | None:
        """A picture came; where to ask next, when a step has not got anywhere yet."""
        self._start = start
        if self._from is None or start is None:
            return None
        if start > self._from + 1e-6 or self._tries >= TRIES:
            self._from = None
            return None
        self._tries += 1
        return self._from + (1.5 + self._tries) / USUAL_FPS

    def rest(self) -> None:
        """No step is under way any more."""
        self._from = None
