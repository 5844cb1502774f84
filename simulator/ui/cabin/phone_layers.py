"""What stands over the picture on the phone, from top to bottom: for the cabin, for films and for the review."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from simulator.domain.units import Seconds
from simulator.ui.cabin.chat_bubbles import ChatBubbles
from simulator.ui.cabin.overlays import (
    PhoneFace,
    caption_room,
    card_height,
    paint_caption,
    paint_card,
    paint_toast,
    paint_top,
)
from simulator.ui.theme import Theme

CHAT_SHARE = 0.42
"""Of the phone's height, at most, is chat."""


def paint_layers(
    painter: QPainter, theme: Theme, bubbles: ChatBubbles, phone: QRectF, face: PhoneFace, now: Seconds
) -> None:
    """Paint all of it into the room ``phone``."""
    inner = phone.adjusted(14, 14, -14, -14)
    paint_top(painter, theme, inner, face)
    bottom = phone.bottom() - caption_room(theme) - 10
    if face.caption or face.tail:
        paint_caption(painter, theme, phone, face.caption, face.tail)
    if face.card is not None:
        height = card_height(theme)
        paint_card(painter, theme, QRectF(inner.left(), bottom - height, inner.width(), height), face.card)
        bottom -= height + 12
    chat_top = bottom - phone.height() * CHAT_SHARE
    if face.toast:
        bottom -= paint_toast(painter, theme, inner.left(), bottom, inner.width(), face.toast) + 8
    bubbles.paint(painter, QRectF(inner.left(), chat_top, inner.width(), bottom - chat_top), now)
