"""Where the parts of the phone stand, and how each is painted: for the cabin, and for films of past sessions."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from simulator.domain.units import Seconds
from simulator.ui.cabin.chat_bubbles import BETWEEN, ChatBubbles
from simulator.ui.cabin.layers import Part
from simulator.ui.cabin.overlays import (
    PhoneFace,
    caption_room,
    card_height,
    paint_caption,
    paint_card,
    paint_news,
    paint_toast,
    paint_top,
)
from simulator.ui.theme import Theme

CHAT_FROM = 0.53
"""Chat and toasts begin this far down the phone: above it is the face."""
CHAT_WIDE = 0.78
"""Of the width between the margins; the right edge is left to the hearts, and to the goods a host holds up."""
FEWEST_LINES = 2
"""Bubbles that are always shown, however large the text."""
INSET = 14


def placed(part: Part, look: Theme, size: QSizeF, face: PhoneFace, bubbles: ChatBubbles, column: float = 0.0) -> QRectF:
    """Where a part stands on a phone of this size, from its corner.

    Where it is no phone but a picture between two columns, ``column`` is how wide each is, in pixels.
    """
    if column > 0:
        return _placed_beside(part, look, size, face, column)
    phone = QRectF(0, 0, size.width(), size.height())
    inner = phone.adjusted(INSET, INSET, -INSET, -INSET)
    bottom = phone.bottom() - caption_room(look) - 10
    if part is Part.CAPTION:
        return QRectF(0, phone.bottom() - caption_room(look), phone.width(), caption_room(look))
    if part is Part.TOP:
        return QRectF(inner.left(), inner.top(), inner.width(), phone.height() * (CHAT_FROM - 0.1))
    if part is Part.CARD:
        height = card_height(look)
        return QRectF(inner.left(), bottom - height, inner.width(), height)
    if face.card is not None:
        bottom -= card_height(look) + 12
    toast, news = float(look.px(36)), float(look.px(30))
    top = min(phone.height() * CHAT_FROM, bottom - bubbles.height_of(FEWEST_LINES) - toast - news)
    wide = inner.width() * CHAT_WIDE
    if part is Part.TOAST:
        return QRectF(inner.left(), top, wide, toast)
    if part is Part.NEWS:
        return QRectF(inner.left(), top + toast, wide, news)
    # What toasts leave free is the chat's.
    free = 0.0 if not face.toast and not face.news else toast + (news if face.news else 0.0)
    return QRectF(inner.left(), top + free, wide, bottom - top - free)


def _placed_beside(part: Part, look: Theme, size: QSizeF, face: PhoneFace, column: float) -> QRectF:
    """Chat and toasts in the left column, viewers and card in the right one; captions stay in the picture."""
    whole = QRectF(0, 0, size.width(), size.height())
    inner = whole.adjusted(INSET, INSET, -INSET, -INSET)
    wide = column - 2 * INSET
    top, toast, news = (float(look.px(each)) for each in (52, 36, 30))
    if part is Part.CAPTION:
        return QRectF(column, inner.bottom() - caption_room(look), size.width() - 2 * column, caption_room(look))
    if part is Part.TOP:
        return QRectF(inner.left(), inner.top(), inner.width(), top + toast)
    if part is Part.CARD:
        return QRectF(inner.right() - wide, inner.bottom() - card_height(look), wide, card_height(look))
    begins = inner.top() + top
    if part is Part.TOAST:
        return QRectF(inner.left(), begins, wide, toast)
    if part is Part.NEWS:
        return QRectF(inner.left(), begins + (toast if face.toast else 0.0), wide, news)
    free = (toast if face.toast else 0.0) + (news if face.news else 0.0)
    return QRectF(inner.left(), begins + free, wide, inner.bottom() - begins - free)


def hearts_room(size: QSizeF, chat: QRectF, column: float = 0.0) -> QRectF:
    """Where likes rise on a phone of this size: beside the chat; between two columns at the right of the picture."""
    if column > 0:
        left = size.width() - column - INSET
        return QRectF(left - 3 * INSET, size.height() * (1 - CHAT_FROM), 3 * INSET, size.height() * CHAT_FROM)
    left = chat.right() + 8
    top = size.height() * (CHAT_FROM - 0.12)
    return QRectF(left, top, size.width() - INSET - left, chat.bottom() - top)


def shows(part: Part, face: PhoneFace, chat_lines: int) -> bool:
    """Whether there is anything of a part."""
    return {
        Part.CHAT: chat_lines > 0,
        Part.NEWS: bool(face.news),
        Part.TOAST: bool(face.toast),
        Part.CARD: face.card is not None,
        Part.CAPTION: bool(face.caption or face.tail),
        Part.TOP: True,
    }[part]


def paint_part(
    canvas: QPainter,
    part: Part,
    look: Theme,
    size: QSizeF,
    face: PhoneFace,
    bubbles: ChatBubbles,
    place: QRectF,
    now: Seconds,
    column: float = 0.0,
) -> None:
    """Paint a part at its place, which ``placed`` told with the same ``column``."""
    bottom = place.bottom() - BETWEEN
    if part is Part.CHAT:
        bubbles.paint(canvas, place, now)
    elif part is Part.NEWS:
        paint_news(canvas, look, place.left(), bottom, place.width(), face.news)
    elif part is Part.TOAST:
        paint_toast(canvas, look, place.left(), bottom, place.width(), face.toast)
    elif part is Part.CARD and face.card is not None:
        paint_card(canvas, look, place, face.card)
    elif part is Part.CAPTION:
        paint_caption(canvas, look, QRectF(0, 0, size.width(), size.height()), face.caption, face.tail)
    elif part is Part.TOP:
        paint_top(canvas, look, place, face, column - 2 * INSET if column > 0 else None)
        if face.stuck:
            paint_toast(canvas, look, place.left(), place.bottom(), place.width(), face.stuck)
