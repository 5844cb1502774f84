"""A session's lanes on the scale of two: as long as both together, begun where its clock begins."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize

from simulator.domain.units import Seconds
from simulator.ui.review.timeline import Timeline

UNIT_PX = 20
"""The height of a lane of height 1: two timelines stand under each other."""


class StepTimeline(Timeline):
    """A timeline whose moments stand where the other session's moments of that time stand."""

    _lead: Seconds = 0.0
    _whole: Seconds = 0.0
    _least_left = 0.0

    def lay(self, lead: Seconds, whole: Seconds) -> None:
        """This session went live ``lead`` seconds after the common clock began, which runs for ``whole``."""
        self._lead, self._whole = lead, whole
        self._still = None
        self.update()

    def begin_at(self, left: float) -> None:
        """Leave so much room for names at least, so that two timelines begin at one edge."""
        self._least_left = left
        self._still = None
        self.update()

    def sizeHint(self) -> QSize:
        rows = sum(row.height for row in self._rows) or 6.5
        return QSize(self._theme.px(560), round(self._theme.px(UNIT_PX) * rows + self._axis + 12))

    @property
    def names_end(self) -> float:
        """Where its own lanes would begin."""
        return super().room.left()

    @property
    def room(self) -> QRectF:
        whole = super().room
        whole.setLeft(max(whole.left(), self._least_left))
        return whole

    def across(self, at: Seconds) -> float:
        room = self.room
        length = self._lanes.length if self._lanes is not None else 0.0
        share = (min(max(at, 0.0), length) + self._lead) / max(self._whole, self._lead + length, 1.0)
        return room.left() + room.width() * share

    def moment_at(self, x: float) -> Seconds:
        """The moment of its own clock that stands there; below 0 before it went live, beyond its end after it."""
        room = self.room
        length = self._lanes.length if self._lanes is not None else 0.0
        share = min(1.0, max(0.0, (x - room.left()) / room.width()))
        return share * max(self._whole, self._lead + length) - self._lead
