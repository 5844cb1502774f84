"""How agreement is drawn in its table: kappa with a whisker on a scale, bias with an arrow."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from simulator.domain.agreement import POOR, Agreement
from simulator.ui.models import ROW
from simulator.ui.theme import Theme, Tone
from simulator.ui.trust.model import Column, TrustRow, bias_words

ROW_PX = 30
SCALE = (-0.25, 1.0)
"""What of kappa is drawn; an interval that reaches further ends at the edge."""
SURE = 0.0
"""A bias whose interval holds this is no bias."""


class TrustDelegate(QStyledItemDelegate):
    """Draws the figures; words are the model's."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), self._theme.px(ROW_PX))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW)
        found = row.found if isinstance(row, TrustRow) else None
        column = Column(index.column())
        if column is Column.KAPPA and found is not None:
            self._ground(painter, option)
            self._kappa(painter, QRectF(option.rect).adjusted(6, 0, -6, 0), found, str(index.data()))
        elif column is Column.BIAS and found is not None and found.bias is not None:
            self._ground(painter, option)
            self._bias(painter, QRectF(option.rect).adjusted(6, 0, -4, 0), found)
        else:
            plain = QStyleOptionViewItem(option)
            plain.state &= ~QStyle.StateFlag.State_HasFocus
            if column is not Column.CRITERION:
                plain.font = self._theme.font(13)
            super().paint(painter, plain, index)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.colour(self._theme.tokens.hover))

    def _kappa(self, painter: QPainter, room: QRectF, found: Agreement, words: str) -> None:
        """The scale from below nothing to full agreement, with a mark where "poor" ends."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if found.kappa is None:
            self._write(painter, room, words, Tone.MUTED)
            painter.restore()
            return
        tone = Tone.BAD if found.flagged else Tone.GOOD
        number = f"{found.kappa:.2f}".replace("-", "−")
        flag = "⚑ " if found.flagged else ""
        width = self._theme.px(56)
        scale = QRectF(room.left(), room.top(), room.width() - width, room.height())
        self._scale(painter, scale)
        middle = scale.center().y()
        colour = self._theme.colour(tone)
        painter.setPen(QPen(colour, 2))
        if found.kappa_in is not None:
            low, high = (self._at(scale, end) for end in (found.kappa_in.low, found.kappa_in.high))
            painter.drawLine(QPointF(low, middle), QPointF(high, middle))
            for end in (low, high):
                painter.drawLine(QPointF(end, middle - 4), QPointF(end, middle + 4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(self._at(scale, found.kappa), middle), 4.5, 4.5)
        beside = QRectF(room.right() - width + 4, room.top(), width - 4, room.height())
        self._write(painter, beside, flag + number, tone if found.flagged else Tone.PLAIN, right=True)
        painter.restore()

    def _scale(self, painter: QPainter, room: QRectF) -> None:
        line = self._theme.colour(self._theme.tokens.line)
        painter.setPen(QPen(line, 1))
        painter.drawLine(QPointF(room.left(), room.center().y()), QPointF(room.right(), room.center().y()))
        for value, style in ((0.0, Qt.PenStyle.SolidLine), (1.0, Qt.PenStyle.SolidLine), (POOR, Qt.PenStyle.DashLine)):
            painter.setPen(QPen(self._theme.colour(Tone.MUTED) if value == POOR else line, 1, style))
            at = self._at(room, value)
            painter.drawLine(QPointF(at, room.top() + 5), QPointF(at, room.bottom() - 5))

    @staticmethod
    def _at(room: QRectF, value: float) -> float:
        low, high = SCALE
        share = (min(high, max(low, value)) - low) / (high - low)
        return room.left() + 2 + share * (room.width() - 8)

    def _bias(self, painter: QPainter, room: QRectF, found: Agreement) -> None:
        """An arrow up where instructors give more, down where less, a bar where neither can be told."""
        assert found.bias is not None
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ends = found.bias_in
        told = ends is not None and not ends.low <= SURE <= ends.high
        tone = Tone.WARN if told else Tone.MUTED
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(tone))
        size = self._theme.px(5)
        middle = QPointF(room.left() + size, room.center().y())
        if told:
            up = -1 if found.bias > 0 else 1
            corners = ((0, up * size), (-size, -up * size), (size, -up * size))
            painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
        else:
            painter.drawRect(QRectF(middle.x() - size, middle.y() - 1, 2 * size, 2))
        self._write(
            painter, room.adjusted(2 * size + 6, 0, 0, 0), bias_words(found), Tone.PLAIN if told else Tone.MUTED
        )
        painter.restore()

    def _write(self, painter: QPainter, room: QRectF, words: str, tone: Tone, *, right: bool = False) -> None:
        font = self._theme.font(13)
        painter.setFont(font)
        painter.setPen(self._theme.colour(tone))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        cut = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, cut)
