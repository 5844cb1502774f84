"""What stands over the picture on the phone: host, viewers, toasts, the product card, the caption."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QLinearGradient, QPainter, QPen, QTextLayout, QTextOption

from simulator.domain.scenario import Product
from simulator.ui.theme import Theme
from simulator.ui.widgets import shown
from simulator.ui.widgets.swatch import paint_swatch

GROUND = QColor(12, 14, 18, 178)
INK = QColor("#ffffff")
FAINT = QColor("#d5d9e2")
UNSURE = QColor("#aab0bd")
"""The caption's unconfirmed tail."""
GOLD = QColor("#ffc466")
CARD, CARD_INK, CARD_FAINT, CARD_PRICE = QColor("#ffffff"), QColor("#171a21"), QColor("#5a6273"), QColor("#c8202b")


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFace:
    """The product card on show, worded."""

    product: Product
    title: str
    state: str
    price: str
    before: str
    """The price it replaces, struck through; "" where there is none."""
    action: str
    sold_out: bool = False
    """Nobody can buy: the button is grey."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneFace:
    """Everything written on the phone, worded; equal faces need no new painting."""

    host: str = ""
    likes: str = ""
    online: str = ""
    closings: tuple[str, ...] = ()
    """Lucky bag, countdown and coupon with the time left."""
    toast: str = ""
    """Who buys."""
    news: str = ""
    """How many came in, or follow."""
    hearts: int = 0
    """All likes so far: what is added rises as hearts."""
    card: CardFace | None = None
    caption: str = ""
    tail: str = ""
    """Not confirmed yet."""
    demonstrating: str = ""
    stuck: str = ""
    """Says that viewers see a picture that stands still; the phone then keeps the one it shows."""


def pill_width(text: str, font: QFont) -> float:
    """How wide a pill with this text is."""
    return QFontMetricsF(font).horizontalAdvance(text) + 20


def pill(painter: QPainter, text: str, font: QFont, right: float, top: float, ink: QColor, ground: QColor) -> QRectF:
    """A rounded text that ends at ``right``; returns where it stands."""
    room = QRectF(0, top, pill_width(text, font), QFontMetricsF(font).height() + 8)
    room.moveRight(right)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(room, room.height() / 2, room.height() / 2)
    painter.setPen(ink)
    painter.setFont(font)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
    return room


def paint_top(painter: QPainter, theme: Theme, room: QRectF, face: PhoneFace, most: float | None = None) -> None:
    """The host at the left, viewers and what closes soon at the right; below each other on a narrow phone.

    The host takes ``most`` pixels of the width.
    """
    bold, small = theme.font(14, bold=True), theme.font(12)
    right = room.right()
    avatar = theme.px(30)
    height = avatar + 14
    widest = (room.width() if most is None else most) - avatar - 30
    free = room.width() - avatar - 30
    beside = min(widest, free - 10 - (pill_width(face.online, small) if face.online else 0.0))
    narrow = beside < max(QFontMetricsF(small).horizontalAdvance(face.likes), QFontMetricsF(bold).height() * 3)
    name, likes = (
        QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, widest if narrow else beside)
        for text, font in ((shown(face.host, 60), bold), (face.likes, small))
    )
    width = max(QFontMetricsF(bold).horizontalAdvance(name), QFontMetricsF(small).horizontalAdvance(likes))
    ground = QRectF(room.left(), room.top(), avatar + 12 + width + 18, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(GROUND)
    painter.drawRoundedRect(ground, height / 2, height / 2)
    painter.setBrush(GOLD)
    circle = QRectF(ground.left() + 7, ground.top() + 7, avatar, avatar)
    painter.drawEllipse(circle)
    painter.setPen(CARD_INK)
    painter.setFont(theme.font(15, bold=True))
    painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, name[:1])
    painter.setPen(INK)
    painter.setFont(bold)
    words = QRectF(circle.right() + 8, ground.top() + 3, width + 6, height / 2 - 1)
    painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
    painter.setPen(FAINT)
    painter.setFont(small)
    words.translate(0, height / 2 - 4)
    painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, likes)
    top = ground.bottom() + 10
    if face.online:
        online = pill(painter, face.online, small, right, top if narrow else room.top() + 8, INK, GROUND)
        top = max(top, online.bottom() + 6)
    for closing in face.closings:
        top = pill(painter, closing, theme.font(13), right, top, GOLD, GROUND).bottom() + 6
    if face.demonstrating:
        pill(painter, face.demonstrating, theme.font(13, bold=True), right, top, INK, QColor(200, 32, 43, 220))


def paint_toast(painter: QPainter, theme: Theme, left: float, bottom: float, widest: float, text: str) -> float:
    """Somebody buys; returns the height it took."""
    font = theme.font(13, bold=True)
    metrics = QFontMetricsF(font)
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, widest - 24)
    height = metrics.height() + 10
    room = QRectF(left, bottom - height, metrics.horizontalAdvance(text) + 24, height)
    ground = QLinearGradient(room.topLeft(), room.topRight())
    ground.setColorAt(0, QColor("#b3282f"))
    ground.setColorAt(1, QColor("#96500c"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(room, 10, 10)
    painter.setPen(INK)
    painter.setFont(font)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
    return height


def paint_news(painter: QPainter, theme: Theme, left: float, bottom: float, widest: float, text: str) -> float:
    """Viewers came in, or follow; returns the height it took."""
    font = theme.font(12)
    metrics = QFontMetricsF(font)
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, widest - 20)
    height = metrics.height() + 6
    room = QRectF(left, bottom - height, metrics.horizontalAdvance(text) + 20, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(GROUND)
    painter.drawRoundedRect(room, height / 2, height / 2)
    painter.setPen(GOLD)
    painter.setFont(font)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
    return height


def card_height(theme: Theme) -> float:
    return float(theme.px(80))


def paint_card(painter: QPainter, theme: Theme, room: QRectF, card: CardFace) -> None:
    """The product on show."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(CARD)
    painter.drawRoundedRect(room, 12, 12)
    side = room.height() - 16
    paint_swatch(
        painter, theme, QRectF(room.left() + 8, room.top() + 8, side, side), card.product.colour, card.product.link_no
    )
    action_font = theme.font(14, bold=True)
    action_width = QFontMetricsF(action_font).horizontalAdvance(card.action) + 26
    action = QRectF(0, 0, action_width, theme.px(32))
    action.moveCenter(QPointF(room.right() - 10 - action_width / 2, room.center().y()))
    left = room.left() + side + 18
    widest = max(
        QFontMetricsF(theme.font(14, bold=True)).horizontalAdvance(shown(card.title, 80)),
        QFontMetricsF(theme.font(12)).horizontalAdvance(card.state),
    )
    beside = left + widest + 8 <= action.left()
    if not beside:  # the words get the whole width, the button stands beside the price
        action.setHeight((room.height() - 14) / 3)
        action.moveBottom(room.bottom() - 7)
    price_font, before_font = theme.font(18, bold=True), theme.font(12)
    priced = left + QFontMetricsF(price_font).horizontalAdvance(card.price)
    if beside or priced + 4 <= action.left():  # on the smallest cards the price is worth more than the button
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(CARD_FAINT if card.sold_out else CARD_PRICE)
        painter.drawRoundedRect(action, action.height() / 2, action.height() / 2)
        painter.setPen(INK)
        painter.setFont(action_font)
        painter.drawText(action, Qt.AlignmentFlag.AlignCenter, card.action)
    right = action.left() - 8 if beside else room.right() - 10
    line = QRectF(left, room.top() + 7, right - left, (room.height() - 14) / 3)
    for text, font, ink in (
        (card.title, theme.font(14, bold=True), CARD_INK),
        (card.state, theme.font(12), CARD_FAINT),
    ):
        painter.setPen(ink)
        painter.setFont(font)
        words = QFontMetricsF(font).elidedText(shown(text, 80), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        line.translate(0, line.height())
    painter.setPen(CARD_PRICE)
    painter.setFont(price_font)
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, card.price)
    if card.before:
        before_font.setStrikeOut(True)
        line.setLeft(line.left() + QFontMetricsF(price_font).horizontalAdvance(card.price) + 8)
        painter.setPen(CARD_FAINT)
        painter.setFont(before_font)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, card.before)


CAPTION_LINES = 2


def paint_caption(painter: QPainter, theme: Theme, phone: QRectF, confirmed: str, tail: str) -> None:
    """The last words, on a dark band at the bottom; the newest words are always in sight."""
    font = theme.font(16)
    metrics = QFontMetricsF(font)
    margin = 14
    width = phone.width() - 2 * margin
    between = " " if confirmed and tail else ""
    kept = metrics.elidedText(confirmed + between + tail, Qt.TextElideMode.ElideLeft, CAPTION_LINES * width * 0.92)
    sure = max(0, len(kept) - len(tail))
    layout = QTextLayout(kept, font)
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    cuts: list[tuple[int, int, float]] = []
    for _ in range(CAPTION_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        cuts.append((line.textStart(), line.textLength(), height))
        height += line.height()
    layout.endLayout()
    band = QRectF(phone.left(), phone.bottom() - height - 22, phone.width(), height + 22)
    painter.fillRect(band, QColor(0, 0, 0, 190))
    top = band.top() + 10
    painter.setFont(font)
    for start, length, offset in cuts:
        words = kept[start : start + length].rstrip()
        known = words[: max(0, sure - start)]
        unsure = words[len(known) :]
        left = phone.left() + margin + (width - metrics.horizontalAdvance(words)) / 2
        baseline = top + offset + metrics.ascent()
        painter.setPen(QPen(INK))
        painter.drawText(QPointF(left, baseline), known)
        painter.setPen(QPen(UNSURE))
        painter.drawText(QPointF(left + metrics.horizontalAdvance(known), baseline), unsure)


def caption_room(theme: Theme) -> float:
    """The height kept free for the caption."""
    return CAPTION_LINES * QFontMetricsF(theme.font(16)).height() + 22
