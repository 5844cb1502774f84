"""The cue card: what should be said, ticking itself off, with pace, pauses and fillers below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from simulator.live.shelf import Cue
from simulator.ui.cabin.wrapping import wrapped
from simulator.ui.models import ROW, CueModel
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Panel, shown

NEXT_PX, LATER_PX, TOLD_PX = 20, 16, 14
"""The line to say now is read from 1.5 m; what was said gives up its room."""
LONGEST_CUE = 160


class CueDelegate(QStyledItemDelegate):
    """Paints a fact: told ones ticked on one line, the next one large, the rest waiting."""

    def __init__(self, theme: Theme, view: QListView, model: CueModel) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._model = model

    def _style(self, cue: Cue, number: int) -> tuple[QFont, Tone]:
        if cue.told_at is not None:
            return self._theme.font(TOLD_PX), Tone.GOOD
        if number == self._model.next_number:
            return self._theme.font(NEXT_PX, bold=True), Tone.PLAIN
        return self._theme.font(LATER_PX), Tone.MUTED

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        cue = index.data(ROW)
        if not isinstance(cue, Cue):
            return QSize()
        font, _ = self._style(cue, index.row())
        metrics = QFontMetrics(font)
        width = self._view.viewport().width()
        if cue.told_at is not None:
            return QSize(width, metrics.height() + 5)
        _, height = wrapped(shown(cue.fact.cue, LONGEST_CUE), font, width - 4)
        return QSize(width, round(height) + 8)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cue = index.data(ROW)
        if not isinstance(cue, Cue):
            return
        font, tone = self._style(cue, index.row())
        room: QRect = option.rect
        painter.save()
        painter.setFont(font)
        painter.setPen(self._theme.colour(tone))
        text = shown(cue.fact.cue, LONGEST_CUE)
        if cue.told_at is not None:
            text = QFontMetrics(font).elidedText(f"✓ {text}", Qt.TextElideMode.ElideRight, room.width() - 4)
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        else:
            layout, _ = wrapped(text, font, room.width() - 4)
            layout.draw(painter, QPointF(room.left(), room.top() + 4))
        painter.restore()


class CueCard(Panel):
    """The facts of the product on show."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.model = CueModel(self)
        self._view = QListView()
        self._view.setModel(self.model)
        self._view.setItemDelegate(CueDelegate(theme, self._view, self.model))
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._view.setAccessibleName(self.tr("Cue card"))
        self._view.setMinimumHeight(theme.px(60 if theme.compact else 110))
        self._view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.body.addWidget(self._view, 1)
        # Heights depend on the width, and on which line is next: laid out once per turn of the event loop.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._lay)

    def show_cues(self, cues: tuple[Cue, ...]) -> None:
        if cues == self.model.rows:
            return
        self.model.replace(cues)
        self.set_title(self.tr("Cues · {told} of {all} said").format(told=self.model.told, all=len(cues)))
        self._later.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.start()

    def _lay(self) -> None:
        self._view.scheduleDelayedItemsLayout()
        self._view.executeDelayedItemsLayout()
        following = self.model.next_number
        if following is not None:
            # The line said last stays in sight above the next one, so that its tick is noticed.
            above = self.model.index(max(0, following - 1))
            self._view.scrollTo(above, QAbstractItemView.ScrollHint.PositionAtTop)
