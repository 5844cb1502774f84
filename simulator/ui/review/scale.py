"""Which stretch of a session the timeline shows, and where a moment of it stands."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.domain.units import Seconds, Span

SHORTEST: Seconds = 4.0
"""What is shown at the largest zoom: single words stand apart then."""
STEP = 1.4
"""How much one turn of the wheel, or one key, changes the zoom."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Seconds laid out from left to right."""

    start: Seconds
    left: float
    """Where ``start`` stands, in pixels."""
    per_second: float
    """Pixels."""

    def __call__(self, at: Seconds) -> float:
        return self.left + (at - self.start) * self.per_second

    def many(self, at: NDArray[np.float64]) -> NDArray[np.float64]:
        return self.left + (at - self.start) * self.per_second

    def moment(self, x: float) -> Seconds:
        return self.start + (x - self.left) / self.per_second


class View:
    """The stretch that is shown of a session of this length; never more, never less than a few seconds."""

    def __init__(self, length: Seconds = 1.0) -> None:
        self.length = max(length, 1.0)
        self.span = Span(0.0, self.length)

    def fit_to(self, length: Seconds) -> None:
        """A session of another length; what is shown stays, where it can."""
        whole = self.is_whole
        self.length = max(length, 1.0)
        if whole:
            self.fit()
        else:
            self._show(self.span.start, self.span.length)

    @property
    def is_whole(self) -> bool:
        return self.span.length >= self.length - 1e-9

    @property
    def zoom(self) -> float:
        """How many times larger than the whole."""
        return self.length / self.span.length

    def fit(self) -> None:
        """Show the whole session."""
        self.span = Span(0.0, self.length)

    def zoom_by(self, factor: float, around: Seconds) -> None:
        """Show a shorter stretch (over 1) or a longer one; ``around`` stays where it is."""
        share = min(1.0, max(0.0, (around - self.span.start) / self.span.length))
        length = min(self.length, max(min(SHORTEST, self.length), self.span.length / factor))
        self._show(around - share * length, length)

    def pan_by(self, by: Seconds) -> None:
        """Go on by this much, as far as there is anything."""
        self._show(self.span.start + by, self.span.length)

    def reveal(self, at: Seconds) -> None:
        """Go on to where this moment stands near the left, when it is out of sight."""
        if not self.span.start <= at <= self.span.end:
            self._show(at - 0.1 * self.span.length, self.span.length)

    def show(self, span: Span) -> None:
        """Show this stretch, with a little around it."""
        length = min(self.length, max(SHORTEST, 1.25 * span.length))
        self._show((span.start + span.end - length) / 2, length)

    def _show(self, start: Seconds, length: Seconds) -> None:
        start = min(max(0.0, start), self.length - length)
        self.span = Span(start, start + length)
