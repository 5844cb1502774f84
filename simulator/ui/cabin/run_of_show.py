"""The run of show with its clock."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from simulator.domain.scenario import Segment
from simulator.domain.units import Seconds
from simulator.ui.models import ROW, SegmentLine, SegmentModel, SegmentState
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Panel, shown

LINE_PX = 28
MOST_LINES = 6
"""More segments than this scroll inside their panel, the current one in sight."""
COMPACT_LINES = 2
"""The same where text is very large."""


class SegmentDelegate(QStyledItemDelegate):
    """Paints a segment: tick or number, name, time; the current one on a raised ground with a bar."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self._theme.px(LINE_PX))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = index.data(ROW)
        if not isinstance(line, SegmentLine):
            return
        theme = self._theme
        room = QRectF(option.rect)
        current = line.state is SegmentState.CURRENT
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(theme.tokens.hover))
            painter.drawRoundedRect(room, 8, 8)
            painter.setBrush(theme.colour(Tone.BAD))
            painter.drawRoundedRect(QRectF(room.left(), room.top() + 3, 3, room.height() - 6), 1.5, 1.5)
        inner = room.adjusted(8, 0, -6, 0)
        small = theme.font(12)
        time_width = QFontMetrics(small).horizontalAdvance(line.time)
        painter.setFont(small)
        painter.setPen(theme.colour(Tone.PLAIN if current else Tone.MUTED))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, line.time)
        mark = "✓" if line.state is SegmentState.DONE else str(line.number)
        painter.setPen(theme.colour(Tone.GOOD if line.state is SegmentState.DONE else Tone.MUTED))
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, mark)
        name_font = theme.font(14, bold=current)
        words = inner.adjusted(theme.px(20), 0, -time_width - 10, 0)
        painter.setFont(name_font)
        painter.setPen(theme.colour(Tone.PLAIN))
        name = QFontMetrics(name_font).elidedText(
            shown(line.segment.name, 80), Qt.TextElideMode.ElideRight, int(words.width())
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()


class RunOfShow(Panel):
    """Where the host is in the plan, and how long there."""

    def __init__(self, theme: Theme, plan: tuple[Segment, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._plan = plan
        self._second: tuple[str, Seconds, int] | None = ("", 0.0, -1)
        self.model = SegmentModel(self)
        self._view = QListView()
        self._view.setModel(self.model)
        self._view.setItemDelegate(SegmentDelegate(theme, self._view))
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setAccessibleName(self.tr("Run of show"))
        self._view.setFixedHeight(
            theme.px(LINE_PX) * min(COMPACT_LINES if theme.compact else MOST_LINES, max(1, len(plan))) + 2
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.body.setSpacing(6)
        self.body.addWidget(self._view)

    def follow(self, current: tuple[Segment, Seconds] | None, now: Seconds) -> None:
        """Asked many times a second; what is shown changes once a second."""
        second = None if current is None else (current[0].id, current[1], int(max(0.0, now - current[1])))
        if second == self._second:
            return
        self._second = second
        self.model.follow(self._plan, current, now)
        here = self.model.current
        if here is None:
            self.set_title(self.tr("Run of show"))
            return
        title = self.tr("Run of show · {number} of {all}")
        self.set_title(title.format(number=here.number, all=len(self._plan)))
        self._view.scrollTo(self.model.index(here.number - 1))
