"""Paints the chat over the picture: newest below, waiting questions outlined and counting."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption

from simulator.domain.units import Seconds
from simulator.ui.models import ChatLine, ChatModel, Waiting
from simulator.ui.models.chat import state_words
from simulator.ui.theme import Theme
from simulator.ui.widgets import shown

LONGEST_NAME = 16
LONGEST_COMMENT = 120
MOST_TEXT_LINES = 2
GROUND = QColor(12, 14, 18, 178)
"""Dark enough behind white type on any picture: contrast 4.5:1 even over white."""
NAME_INK = QColor("#a9d0ff")
INK = QColor("#ffffff")
ASKING = QColor("#5aa9ff")
PINNED = QColor("#ffb547")
CHOSEN = QColor("#ffffff")
FAINT = QColor("#c3c9d6")
"""What a muted viewer wrote, struck through."""
KEPT_LAYOUTS = 64
BETWEEN = 6
"""Pixels between two bubbles."""


def units(text: str) -> int:
    """The length of a text as Qt counts it: in UTF-16, where an emoji is two."""
    return len(text.encode("utf-16-le")) // 2


class ChatBubbles:
    """Lays out each comment once and paints the newest that fit."""

    def __init__(self, theme: Theme, chat: ChatModel) -> None:
        self._theme = theme
        self._chat = chat
        self._laid: dict[tuple[str, str, int, bool], tuple[QTextLayout, float, float]] = {}
        self._places: list[tuple[QRectF, str]] = []

    def comment_at(self, point: QPointF) -> str | None:
        """The id of the comment painted there."""
        return next((comment for place, comment in self._places if place.contains(point)), None)

    def dress(self, theme: Theme) -> None:
        """Take other sizes; nothing happens where they are the same."""
        if theme != self._theme:
            self._theme = theme
            self._laid.clear()

    def height_of(self, lines: int) -> float:
        """The height of so many bubbles of one text line each."""
        one = QFontMetricsF(self._theme.font(14)).height() + self._theme.px(8)
        return lines * (one + BETWEEN)

    @property
    def counts(self) -> bool:
        """Whether a second that passes changes what is painted."""
        return any(line.waiting is Waiting.OPEN for line in self._chat.rows)

    def paint(self, painter: QPainter, room: QRectF, now: Seconds) -> None:
        """Paint from the bottom of ``room`` upwards; a pinned comment keeps the top, the chosen one is never out."""
        self._places = []
        painter.save()
        painter.setClipRect(room.adjusted(-3, -3, 3, 3))
        top = room.top()
        pinned = self._chat.pinned
        number = self._chat.cursor_row
        if pinned is not None and number is not None:
            wanted = self._height(pinned, room.width(), now) + self._height(self._chat.rows[number], room.width(), now)
            if wanted + BETWEEN > room.height() and not self._chat.rows[number].pinned:
                pinned = None  # where there is no room for both, the chosen one is seen
        if pinned is not None:
            top += self._paint_line(painter, pinned, QPointF(room.left(), top), room.width(), now) + BETWEEN
        bottom = room.bottom()
        for line in self._lines_up(room.width(), bottom - top, now):
            height = self._height(line, room.width(), now)
            if bottom - height < top:
                break
            self._paint_line(painter, line, QPointF(room.left(), bottom - height), room.width(), now)
            bottom -= height + BETWEEN
        painter.restore()

    # ------------------------------------------------------------------ inside

    def _lines_up(self, width: float, height: float, now: Seconds) -> list[ChatLine]:
        """The lines from the lowest up: the newest lowest, or held so that the chosen one is at the top."""
        rows = self._chat.rows
        cursor = self._chat.cursor_row
        if cursor is None or rows[cursor].pinned:
            return [line for line in reversed(rows) if not line.pinned]
        below, used = cursor, 0.0
        for number in range(cursor, len(rows)):
            if rows[number].pinned:
                continue
            used += self._height(rows[number], width, now) + BETWEEN
            if used - BETWEEN > height and number > cursor:
                break
            below = number
        return [line for line in reversed(rows[: below + 1]) if not line.pinned]

    def _suffix(self, line: ChatLine, now: Seconds) -> str:
        if line.waiting is Waiting.OPEN and not line.muted:
            waited = int(max(0.0, now - line.comment.at))
            return QCoreApplication.translate("ChatBubbles", "waiting {seconds} s").format(seconds=waited)
        state = state_words(line)
        return "✓ " + state if state and line.waiting is Waiting.ANSWERED and not line.muted else state

    def _height(self, line: ChatLine, width: float, now: Seconds) -> float:
        return self._layout(line, width, now)[2] + self._theme.px(8)

    def _layout(self, line: ChatLine, width: float, now: Seconds) -> tuple[QTextLayout, float, float]:
        suffix = self._suffix(line, now)
        key = (line.comment.id, suffix, int(width), line.muted)
        if key not in self._laid:
            while len(self._laid) >= KEPT_LAYOUTS:
                del self._laid[next(iter(self._laid))]
            self._laid[key] = self._laid_out(line, suffix, width - self._theme.px(24))
        return self._laid[key]

    def _laid_out(self, line: ChatLine, suffix: str, width: float) -> tuple[QTextLayout, float, float]:
        name = shown(line.comment.viewer.name, LONGEST_NAME)
        name += ": " if name.isascii() else "："
        tail = f"  {suffix}" if suffix else ""
        # What the suffix takes is kept free, so that a long comment never pushes it out of sight.
        room = MOST_TEXT_LINES * width - QFontMetricsF(self._theme.font(12)).horizontalAdvance(tail)
        for share in (1.0, 0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3):
            words = QFontMetricsF(self._theme.font(14)).elidedText(
                name + shown(line.comment.text, LONGEST_COMMENT), Qt.TextElideMode.ElideRight, share * room
            )
            layout, widest, height, fits = self._broken(words, name, tail, width, line.muted)
            if fits:
                break
        return layout, widest, height

    def _broken(
        self, words: str, name: str, tail: str, width: float, muted: bool
    ) -> tuple[QTextLayout, float, float, bool]:
        """Break words into lines: the layout, its widest line, its height, and whether all of it fits."""
        font, small = self._theme.font(14), self._theme.font(12)
        struck = self._theme.font(14)
        struck.setStrikeOut(muted)
        layout = QTextLayout(words + tail, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        layout.setTextOption(option)
        layout.setFormats(
            [
                self._range(0, units(name), font, NAME_INK),
                self._range(units(name), units(words) - units(name), struck, FAINT if muted else INK),
                self._range(units(words), units(tail), small, INK),
            ]
        )
        layout.setCacheEnabled(True)
        layout.beginLayout()
        height, widest, end = 0.0, 0.0, 0
        for _ in range(MOST_TEXT_LINES):
            text_line = layout.createLine()
            if not text_line.isValid():
                break
            text_line.setLineWidth(width)
            text_line.setPosition(QPointF(0, height))
            height += text_line.height()
            widest = max(widest, text_line.naturalTextWidth())
            end = text_line.textStart() + text_line.textLength()
        layout.endLayout()
        return layout, widest, height, end >= units(words + tail)

    @staticmethod
    def _range(start: int, length: int, font: QFont, ink: QColor) -> QTextLayout.FormatRange:
        style = QTextCharFormat()
        style.setFont(font)
        style.setForeground(ink)
        made = QTextLayout.FormatRange()
        made.start = start
        made.length = length
        made.format = style
        return made

    def _paint_line(self, painter: QPainter, line: ChatLine, at: QPointF, width: float, now: Seconds) -> float:
        layout, text_width, text_height = self._layout(line, width, now)
        height = text_height + self._theme.px(8)
        bubble = QRectF(at.x(), at.y(), min(width, text_width + self._theme.px(24)), height)
        self._places.append((bubble, line.comment.id))
        if line.waiting is Waiting.OPEN:
            painter.setPen(QPen(ASKING, 2))
        elif line.pinned:
            painter.setPen(QPen(PINNED, 1.5))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(GROUND)
        painter.drawRoundedRect(bubble.adjusted(1, 1, -1, -1), 10, 10)
        if line.comment.id == self._chat.cursor:  # an arrow too: never by an edge alone
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(CHOSEN, 3))
            painter.drawRoundedRect(bubble.adjusted(1.5, 1.5, -1.5, -1.5), 10, 10)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(CHOSEN)
            middle, size = bubble.center().y(), self._theme.px(5)
            left = bubble.left() + 1
            painter.drawPolygon(
                [QPointF(left, middle - size), QPointF(left + size, middle), QPointF(left, middle + size)]
            )
        painter.save()
        painter.setClipRect(bubble, Qt.ClipOperation.IntersectClip)
        layout.draw(painter, QPointF(bubble.x() + self._theme.px(12), bubble.y() + self._theme.px(4)))
        painter.restore()
        return height
