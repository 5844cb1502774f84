"""The parts of the phone's overlay, each kept as a picture of its own: what changed is painted, the rest is copied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

MARGIN = 3
"""What an outline may stand out."""


class Part(StrEnum):
    """From the lowest to the highest."""

    CHAT = "chat"
    NEWS = "news"
    TOAST = "toast"
    CARD = "card"
    CAPTION = "caption"
    TOP = "top"


class Layers:
    """Pictures of the parts, painted when they are asked for and kept until they are stale."""

    def __init__(self) -> None:
        self._kept: dict[Part, tuple[QRectF, QPixmap]] = {}
        self.painted: Counter[Part] = Counter()
        """How often each part was painted: what a test counts."""

    def stale(self, *parts: Part) -> None:
        """These must be painted anew; without names, all."""
        for part in parts or tuple(Part):
            self._kept.pop(part, None)

    def fresh(self, part: Part) -> bool:
        return part in self._kept

    def draw(
        self, painter: QPainter, part: Part, place: QRectF, at: QPointF, ratio: float, paint: Callable[[QPainter], None]
    ) -> None:
        """Copy a part, whose own coordinates are those of ``place``, moved by ``at``."""
        kept = self._kept.get(part)
        if kept is None or kept[0] != place:
            kept = (place, self._picture(place, ratio, paint))
            self._kept[part] = kept
            self.painted[part] += 1
        painter.drawPixmap(at + place.topLeft(), kept[1])

    @staticmethod
    def _picture(place: QRectF, ratio: float, paint: Callable[[QPainter], None]) -> QPixmap:
        picture = QPixmap(QSize(max(1, round(place.width() * ratio)), max(1, round(place.height() * ratio))))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-place.topLeft())
        paint(painter)
        painter.end()
        return picture
