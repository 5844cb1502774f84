"""The chat as a list: who wrote what, how it stands, one line chosen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from simulator.domain.crowd import CommentPosted
from simulator.ui.models import ROW, ChatLine, ChatModel, Waiting
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import shown

LINE_PX = 30
NEAR_THE_END = 2
"""Lines from the end at which the list still follows what comes."""


class LineDelegate(QStyledItemDelegate):
    """Paints a line: name, words, and at its end whether it waits, is on top, or its writer is muted."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self._theme.px(LINE_PX))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = index.data(ROW)
        if not isinstance(line, ChatLine):
            return
        theme, tokens = self._theme, self._theme.tokens
        room = QRectF(option.rect).adjusted(2, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index == self._view.currentIndex():
            painter.setPen(theme.colour(tokens.info))
            painter.setBrush(theme.colour(tokens.hover))
            painter.drawRoundedRect(room, 6, 6)
        room.adjust(8, 0, -8, 0)
        font, small = theme.font(14), theme.font(12)
        middle = Qt.AlignmentFlag.AlignVCenter
        mark, tone = self.mark(line)
        if mark:
            painter.setFont(small)
            painter.setPen(theme.colour(tone))
            painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, mark)
            room.setRight(room.right() - QFontMetrics(small).horizontalAdvance(mark) - 10)
        name = shown(line.comment.viewer.name, 14)
        painter.setFont(font)
        painter.setPen(theme.colour(tokens.muted))
        painter.drawText(room, middle, name)
        metrics = QFontMetrics(font)
        room.setLeft(room.left() + metrics.horizontalAdvance(name) + 10)
        painter.setPen(theme.colour(tokens.text))
        words = metrics.elidedText(shown(line.comment.text, 120), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, middle, words)
        painter.restore()

    def mark(self, line: ChatLine) -> tuple[str, Tone]:
        """What stands at the end of a line."""
        if line.muted:
            return self.tr("muted"), Tone.BAD
        if line.pinned:
            return self.tr("on top"), Tone.INFO
        if line.waiting is Waiting.OPEN:
            return self.tr("waiting"), Tone.WARN
        if line.waiting is Waiting.ANSWERED:
            return "✓ " + self.tr("answered"), Tone.GOOD
        return "", Tone.PLAIN


class ChatList(QListView):
    """Follows what comes as long as nothing older is chosen."""

    def __init__(self, theme: Theme, chat: ChatModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Chat"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setModel(chat)
        self.setItemDelegate(LineDelegate(theme, self))
        chat.rowsInserted.connect(self._on_lines)
        self.scrollToBottom()

    @property
    def chosen(self) -> CommentPosted | None:
        line = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        return line.comment if isinstance(line, ChatLine) else None

    def step(self, lines: int) -> None:
        """Choose the line so many further down; up from nowhere is the newest, down from the newest is nowhere."""
        many = self.model().rowCount()
        now = self.currentIndex().row() if self.currentIndex().isValid() else many
        place = max(0, now + lines)
        if lines > 0 and now == many:
            return
        self.setCurrentIndex(self.model().index(place, 0) if place < many else QModelIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setFont(self._theme.font(14))
        painter.setPen(self._theme.colour(self._theme.tokens.muted))
        painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Nobody has written yet."))

    def _on_lines(self) -> None:
        current = self.currentIndex()
        last = self.model().rowCount() - 1
        if not current.isValid() or current.row() >= last - NEAR_THE_END:
            self.scrollToBottom()


class ListCursor:
    """The line chosen in a list is the one the keys mean."""

    def __init__(self, view: ChatList) -> None:
        self._view = view

    @property
    def chosen(self) -> CommentPosted | None:
        return self._view.chosen

    def move_cursor(self, step: int) -> None:
        self._view.step(step)
