"""What viewers saw over the picture, at the moment that plays: the phone of the cabin, painted from the log."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds
from simulator.ui.picture import covering
from simulator.ui.sharing.past_news import News
from simulator.ui.sharing.past_phone import PHONE_PX, PastPhone
from simulator.ui.theme import Theme

SMALLEST_TEXT = 0.8
"""Text on a small phone is not made smaller than this, against 100 %: it is there to be read."""
WIDE, HIGH = 9, 16


class ViewersSight:
    """An upright phone in the middle of the screen; ``paint`` puts picture, chat, toasts, card and likes on it."""

    def __init__(self, log: SessionLog, news: Sequence[News], theme: Theme) -> None:
        """``news`` are those of the log, gathered beforehand."""
        self._log = log
        self._news = news
        self._theme = theme
        self._phone: PastPhone | None = None
        self._fits: tuple[int, int, float] = (0, 0, 0.0)
        self._at: Seconds = 0.0
        self._held: QImage | None = None

    @staticmethod
    def place_in(room: QRectF) -> QRectF:
        """Where the phone stands, on whole pixels."""
        height = floor(min(room.height(), room.width() * HIGH / WIDE))
        width = floor(height * WIDE / HIGH)
        return QRectF(floor(room.center().x() - width / 2), room.top(), width, height)

    def move_to(self, at: Seconds) -> None:
        self._at = at

    def paint(self, painter: QPainter, room: QRectF, picture: QImage | None, ratio: float) -> None:
        """Paint all but the caption; ``ratio`` is the screen's. While the stream stood still its last picture stays."""
        place = self.place_in(room)
        phone = self._fitted(place, ratio)
        phone.move_to(max(0.0, self._at))
        layers = phone.layers()
        if phone.stuck and self._held is not None:
            picture = self._held
        self._held = picture
        if picture is not None and not picture.isNull():
            painter.drawImage(place, picture, covering(picture, QRectF(0, 0, place.width(), place.height())))
        painter.drawImage(place, layers, QRectF(layers.rect()))
        painter.save()
        painter.setClipRect(place)
        painter.translate(QPointF(place.topLeft()))
        painter.scale(1 / ratio, 1 / ratio)
        phone.paint_hearts(painter)
        painter.restore()

    def _fitted(self, place: QRectF, ratio: float) -> PastPhone:
        width, height = max(1, round(place.width() * ratio)), max(1, round(place.height() * ratio))
        fits = (width, height, ratio)
        if self._phone is None or self._fits != fits:
            scale = ratio * max(SMALLEST_TEXT * self._theme.scale, place.width() / PHONE_PX)
            self._phone = PastPhone(self._log, None, QSize(width, height), self._theme, scale, self._news)
            self._fits = fits
        return self._phone
