"""Whether something is held close before the camera: goods, most of the time; a hint for whoever looks, no finding."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from simulator.domain.units import Seconds
from simulator.perception.picture import Glance, Grey

CELLS = (9, 16)
"""The picture is judged in so many rows and columns."""
LEARNING: Seconds = 10.0
"""How long the usual picture is learnt before anything can be new in it."""
USUAL_IN: Seconds = 8.0
STAYED_IN: Seconds = 60.0
"""How quickly the usual picture follows where nothing is new, and where something new stays (time constants)."""
DIFFERENT = 26.0
"""Luma from which a point is not as usual: three times the wobble of clothes and the noise of a dim room."""
COVERED = 0.5
"""The share of a cell's points that must be new."""
RELIGHTED = 18.0
"""A change of the mean brightness from which on it is the light that changed."""
SHAKEN = 0.02
"""A shift of the picture, in shares of its width, after which nothing can be told."""
LEANT = 0.6
"""A head this many widths of itself from its usual place: the whole host moved, not something in his hands."""
AS_LARGE_AS = 0.5
"""What is held covers at least this share of the face's area; hands alone do not, most of the time."""
LARGE = 0.05
"""The share of the picture that is covered where the face is covered too, or was never seen."""
STILL = 0.55
"""How much of the new cells stay the same from picture to picture while something is held up; gestures do not."""
SHOWN_FOR: Seconds = 0.8
"""What is gone sooner was not shown."""

Mask = NDArray[np.bool_]


class HeldWatch:
    """Follows one camera's pictures. All thresholds are ours.

    It learns the usual picture, and says that something is held while a large region beside the head is new, hangs
    together and keeps still. It cannot know what it is.
    """

    def __init__(self) -> None:
        self._usual: Grey | None = None
        self._usual_luma = 0.0
        self._head: tuple[float, float, float] | None = None  # centre across, centre down, width: shares
        self._since: Seconds = 0.0
        self._at: Seconds = 0.0
        self._before: Mask | None = None
        self._shown_since: Seconds | None = None

    def take(self, seen: Glance) -> bool | None:
        """Whether something is held up in this picture; None where that cannot be told."""
        usual = self._usual
        shaken = seen.shift is not None and seen.shift > SHAKEN
        if usual is None or usual.shape != seen.grey.shape or shaken or abs(seen.luma - self._usual_luma) > RELIGHTED:
            self._begin(seen)
            return None
        elapsed, self._at = max(0.0, seen.at - self._at), seen.at
        new = np.abs(seen.grey - usual) > DIFFERENT
        cells = self._region(_cells(new), seen)
        self._learn(usual, seen, new, elapsed)
        if seen.at - self._since < LEARNING or not seen.looked_for or self._leant(seen):
            self._before = self._shown_since = None
            return None
        return self._shown(seen, cells)

    def _begin(self, seen: Glance) -> None:
        self._usual, self._usual_luma = seen.grey.copy(), seen.luma
        self._since = self._at = seen.at
        self._head = self._before = self._shown_since = None

    def _learn(self, usual: Grey, seen: Glance, new: Mask, elapsed: Seconds) -> None:
        pace = np.where(new, elapsed / STAYED_IN, elapsed / USUAL_IN).astype(np.float32)
        if seen.at - self._since < LEARNING:
            pace = np.full_like(pace, elapsed / USUAL_IN * 2)
        usual += np.minimum(pace, 1.0) * (seen.grey - usual)
        self._usual_luma += min(1.0, elapsed / USUAL_IN) * (seen.luma - self._usual_luma)
        if seen.place is not None:
            left, top, wide, high = seen.place
            head = (left + wide / 2, top + high / 2, wide)
            share = min(1.0, elapsed / USUAL_IN)
            self._head = (
                head
                if self._head is None
                else (
                    self._head[0] + share * (head[0] - self._head[0]),
                    self._head[1] + share * (head[1] - self._head[1]),
                    self._head[2] + share * (head[2] - self._head[2]),
                )
            )

    def _leant(self, seen: Glance) -> bool:
        """Whether the host moved as a whole."""
        if seen.place is None or self._head is None:
            return False
        left, top, wide, high = seen.place
        across, down, usual_wide = self._head
        return max(abs(left + wide / 2 - across), abs(top + high / 2 - down)) > LEANT * usual_wide

    def _region(self, cells: Mask, seen: Glance) -> Mask:
        """The largest group of new cells that touch each other, the head's own left out."""
        if seen.place is not None:
            left, top, wide, high = seen.place
            rows, columns = CELLS
            first_row, last_row = int((top - high / 4) * rows), int((top + high) * rows)
            first, last = int((left - wide / 4) * columns), int((left + 5 * wide / 4) * columns)
            cells[max(0, first_row) : last_row + 1, max(0, first) : last + 1] = False
        largest = np.zeros_like(cells)
        left_over = {(int(row), int(column)) for row, column in np.argwhere(cells)}
        while left_over:
            group, edge = [], [left_over.pop()]
            while edge:
                row, column = edge.pop()
                group.append((row, column))
                beside = {(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)} & left_over
                left_over -= beside
                edge += sorted(beside)
            if len(group) > largest.sum():
                largest[:] = False
                largest[tuple(np.array(group).T)] = True
        return largest

    def _shown(self, seen: Glance, cells: Mask) -> bool:
        before, self._before = self._before, cells
        area = float(cells.mean())
        wanted = max(AS_LARGE_AS * seen.place[2] * seen.place[3], LARGE / 2) if seen.place is not None else LARGE
        both = (cells & before).sum() / max(1, (cells | before).sum()) if before is not None else 0.0
        if area < wanted or both < STILL:
            self._shown_since = None
            return False
        if self._shown_since is None:
            self._shown_since = seen.at
        return seen.at - self._shown_since >= SHOWN_FOR - 1e-9


def _cells(new: Mask) -> Mask:
    """Which cells are covered with what is new."""
    rows, columns = CELLS
    high, wide = new.shape[0] // rows, new.shape[1] // columns
    if not high or not wide:
        return np.zeros(CELLS, np.bool_)
    cut = new[: high * rows, : wide * columns].reshape(rows, high, columns, wide)
    covered: Mask = cut.mean(axis=(1, 3)) >= COVERED
    return covered
