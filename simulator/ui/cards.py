"""How lists look whose rows are cards: two lines, and a word at the right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from simulator.ui.models.rows import ROW, RowsModel
from simulator.ui.plain import shown
from simulator.ui.theme import Theme, Tone

CARD_PX = 54


class Cards:
    """Paints two lines on a card with something at its right."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def ground(self, painter: QPainter, option: QStyleOptionViewItem) -> QRectF:
        """Draw the card's ground; returns the room for its words."""
        room = QRectF(option.rect).adjusted(1, 2, -1, -2)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.tokens
        painter.setPen(QPen(self._theme.colour(Tone.INFO if chosen else colours.line), 1.5 if chosen else 1))
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(self._theme.colour(colours.hover if chosen or hovered else colours.raised))
        painter.drawRoundedRect(room, 8, 8)
        return room.adjusted(12, 5, -12, -5)

    def right(
        self, painter: QPainter, room: QRectF, text: str, font: QFont, tone: Tone, column: Iterable[str] = ()
    ) -> QRectF:
        """Draw a word at the right, in the middle; returns the room left of it.

        ``column`` are words this place may have in other rows: as wide as the widest of them it is in all.
        """
        painter.setFont(font)
        painter.setPen(self._theme.colour(tone))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        wide = max(map(QFontMetricsF(font).horizontalAdvance, (text, *column)))
        return room.adjusted(0, 0, -wide - 10, 0)

    def lines(self, painter: QPainter, room: QRectF, first: str, second: str, note: str = "") -> None:
        """Draw a strong and a small line; ``note`` stands small at the end of the first, where there is room."""
        if note:
            self._note(painter, room, first, note)
        half = QRectF(room.left(), room.top(), room.width(), room.height() / 2)
        for text, font, tone in (
            (first, self._theme.font(14, bold=True), Tone.PLAIN),
            (second, self._theme.font(12), Tone.MUTED),
        ):
            painter.setFont(font)
            painter.setPen(self._theme.colour(tone))
            words = QFontMetricsF(font).elidedText(shown(text, 120), Qt.TextElideMode.ElideRight, half.width())
            painter.drawText(half, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
            half.translate(0, half.height())

    def _note(self, painter: QPainter, room: QRectF, first: str, note: str) -> None:
        font = self._theme.font(12)
        taken = QFontMetricsF(self._theme.font(14, bold=True)).horizontalAdvance(first) + 12
        left = room.adjusted(taken, 0, 0, -room.height() / 2)
        if left.width() < QFontMetricsF(font).horizontalAdvance(note):
            return
        painter.setFont(font)
        painter.setPen(self._theme.colour(Tone.INFO))
        painter.drawText(left, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, note)


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a card; lists add what it is about."""

    title: str
    about: str
    state: str
    tone: Tone


C = TypeVar("C", bound=Card)


class CardModel(RowsModel[C]):
    """Rows that are cards, told as what stands on them."""

    def text_of(self, row: C) -> str:
        return ", ".join(part for part in (row.title, row.about, row.state) if part)


class CardDelegate(QStyledItemDelegate):
    """Paints a ``Card``."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards = Cards(theme)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self._theme.px(CARD_PX))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        card = index.data(ROW)
        if not isinstance(card, Card):
            return
        painter.save()
        room = self._cards.ground(painter, option)
        room = self._cards.right(painter, room, card.state, self._theme.font(12), card.tone)
        self._cards.lines(painter, room, card.title, card.about)
        painter.restore()
