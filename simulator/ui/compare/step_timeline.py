"""A session's lanes on the scale of two: as long as both together, begun where its clock begins."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QWidget

from simulator.domain.units import Seconds, Span
from simulator.ui.review.scale import View
from simulator.ui.review.timeline import Timeline
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage

UNIT_PX = 19
"""The height of a lane of height 1: two timelines stand under each other."""


EDGE = 0.015
"""Of the whole, to either side."""


class CommonView(View):
    """The whole of two sessions, on the clock of one of them; it neither zooms nor pans."""

    def __init__(self, lead: Seconds = 0.0, whole: Seconds = 1.0) -> None:
        super().__init__(whole)
        edge = EDGE * self.length  # what stands at the very beginning and end is drawn whole
        self.span = Span(-lead - edge, self.length - lead + edge)

    @property
    def is_whole(self) -> bool:
        return True

    def fit_to(self, length: Seconds) -> None:
        """It stays as it was laid."""

    def fit(self) -> None:
        """It is the whole already."""

    def zoom_by(self, factor: float, around: Seconds) -> None:
        """Two sessions share one scale."""

    def _show(self, start: Seconds, length: Seconds) -> None:
        pass


class StepTimeline(Timeline):
    """A timeline whose moments stand where the other session's moments of that time stand; it shows the whole."""

    _least_left = 0.0

    def __init__(self, theme: Theme, language: ScreenLanguage, parent: QWidget | None = None) -> None:
        super().__init__(theme, language, parent)
        self.view: View = CommonView()

    def lay(self, lead: Seconds, whole: Seconds) -> None:
        """This session went live ``lead`` seconds after the common clock began, which runs for ``whole``."""
        self.view = CommonView(lead, whole)
        self._still.forget()
        self.update()

    def begin_at(self, left: float) -> None:
        """Leave so much room for names at least, so that two timelines begin at one edge."""
        self._least_left = left
        self._still.forget()
        self.update()

    def moment_at(self, x: float) -> Seconds:
        """As on every timeline; nothing of this session stands before its beginning."""
        return max(0.0, super().moment_at(x))

    def sizeHint(self) -> QSize:
        rows = sum(row.height for row in self._rows) or 6.5
        return QSize(self._theme.px(560), round(self._theme.px(UNIT_PX) * rows + self._axis + 12))

    @property
    def names_end(self) -> float:
        """Where its own lanes would begin."""
        return super().room.left()

    @property
    def room(self) -> QRectF:
        whole = QRectF(super().room)
        whole.setLeft(max(whole.left(), self._least_left))
        return whole
