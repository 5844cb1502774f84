"""What viewers saw over the picture, at the moment that plays: the phone of the cabin, painted from the log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
PHONE_FROM_PX, COLUMN_FROM_PX = 165, 125
"""How wide a phone has to be at 100 %, or else a column beside the picture: narrower ones cannot be read."""
COLUMN_PX, LARGEST_COLUMN_PX = 190, 250
"""A column in which text of 100 % fits, and what no column is wider than at 100 %."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where what viewers saw is painted, on whole pixels."""

    place: QRectF
    picture: QRectF
    column: float = 0.0
    """How wide the columns at either side of the picture are; 0: it is a phone, and all stands over the picture."""


def stand_in(room: QRectF, look: Theme) -> Stand | None:
    """An upright phone; in a room too low for one a picture between two columns; None where neither could be read."""
    height = floor(min(room.height(), room.width() * HIGH / WIDE))
    width = floor(height * WIDE / HIGH)
    phone = QRectF(floor(room.center().x() - width / 2), room.top(), width, height)
    if width >= look.px(PHONE_FROM_PX):
        return Stand(phone, phone)
    wide = floor(room.height() * HIGH / WIDE)
    column = float(min(floor((room.width() - wide) / 2), look.px(LARGEST_COLUMN_PX)))
    if column >= look.px(COLUMN_FROM_PX):
        picture = QRectF(floor(room.center().x() - wide / 2), room.top(), wide, floor(room.height()))
        return Stand(picture.adjusted(-column, 0, column, 0), picture, column)
    return None


class ViewersSight:
    """Puts picture, chat, toasts, card and likes where ``stand_in`` says."""

    def __init__(self, log: SessionLog, news: Sequence[News], theme: Theme) -> None:
        """``news`` are those of the log, gathered beforehand."""
        self._log = log
        self._news = news
        self._theme = theme
        self._phone: PastPhone | None = None
        self._fits: tuple[int, int, float, float] = (0, 0, 0.0, 0.0)
        self._at: Seconds = 0.0
        self._held: QImage | None = None

    def move_to(self, at: Seconds) -> None:
        self._at = at

    def paint(self, painter: QPainter, stand: Stand, picture: QImage | None, ratio: float) -> None:
        """Paint all but the caption; ``ratio`` is the screen's. While the stream stood still its last picture stays."""
        phone = self._fitted(stand, ratio)
        phone.move_to(max(0.0, self._at))
        layers = phone.layers()
        if phone.stuck and self._held is not None:
            picture = self._held
        self._held = picture
        if picture is not None and not picture.isNull():
            seen = QRectF(0, 0, stand.picture.width(), stand.picture.height())
            painter.drawImage(stand.picture, picture, covering(picture, seen))
        painter.drawImage(stand.place, layers, QRectF(layers.rect()))
        painter.save()
        painter.setClipRect(stand.place)
        painter.translate(QPointF(stand.place.topLeft()))
        painter.scale(1 / ratio, 1 / ratio)
        phone.paint_hearts(painter)
        painter.restore()

    def _fitted(self, stand: Stand, ratio: float) -> PastPhone:
        place = stand.place
        width, height = max(1, round(place.width() * ratio)), max(1, round(place.height() * ratio))
        fits = (width, height, ratio, stand.column)
        if self._phone is None or self._fits != fits:
            scale = max(SMALLEST_TEXT * self._theme.scale, place.width() / PHONE_PX)
            if stand.column:
                scale = max(SMALLEST_TEXT, min(SMALLEST_TEXT * self._theme.scale, stand.column / COLUMN_PX))
            self._phone = PastPhone(
                self._log, None, QSize(width, height), self._theme, scale * ratio, self._news, stand.column * ratio
            )
            self._fits = fits
        return self._phone
