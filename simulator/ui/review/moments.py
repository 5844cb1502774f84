"""Lists of moments: a time, who and what, and a line below; one click goes there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from simulator.domain.units import Seconds
from simulator.ui.amounts import clock
from simulator.ui.models.rows import ROW, RowsModel
from simulator.ui.plain import shown, tip
from simulator.ui.review.lettering import Laid, Stress, laid_out
from simulator.ui.theme import Theme, Tone

LONGEST_TEXT = 1200
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Marked:
    """Letters of a moment's text that stand out, with a word on why."""

    start: int
    end: int
    tip: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A row: what happened, when, and where a click goes (None: nowhere)."""

    at: Seconds | None
    text: str
    name: str = ""
    marked: tuple[Marked, ...] = ()
    below: str = ""
    tone: Tone = Tone.MUTED
    """Of the line below."""
    share: float | None = None
    """0..1, drawn as a bar behind the row."""
    heading: bool = False


class MomentModel(RowsModel[Moment]):
    """Moments in the order they are shown."""

    def text_of(self, row: Moment) -> str:
        time = "" if row.at is None else clock(row.at)
        name = f"{row.name}:" if row.name else ""
        return " ".join(part for part in (time, name, row.text, row.below) if part)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        row = self.row(index.row()) if index.isValid() else None
        return Qt.ItemFlag.ItemIsEnabled if row is not None and row.heading else super().flags(index)


class MomentDelegate(QStyledItemDelegate):
    """Paints moments, each as high as its text."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._laid: dict[tuple[Moment, int], tuple[Laid, Laid | None]] = {}
        self.current: int | None = None
        """The row that is playing."""

    def forget(self) -> None:
        """Texts or widths changed."""
        self._laid.clear()

    def _time_width(self) -> float:
        return QFontMetricsF(self._theme.font(12)).horizontalAdvance("0:00:00") + 8

    def _left(self, row: Moment) -> float:
        return 8.0 if row.heading else 12.0 + self._time_width()

    def _layout(self, row: Moment) -> tuple[Laid, Laid | None]:
        width = int(self._view.viewport().width() - self._left(row) - 12)
        key = (row, width)
        if key not in self._laid:
            name = shown(row.name, LONGEST_NAME)
            prefix = f"{name}  " if name else ""
            text = shown(row.text, LONGEST_TEXT)
            whole = text == row.text  # else letters were left out and the places would be wrong
            stresses = [Stress(0, len(prefix), self._theme.colour(Tone.INFO), bold=True)] if prefix else []
            for each in row.marked if whole else ():
                bad = self._theme.colour(Tone.BAD)
                stresses.append(
                    Stress(each.start + len(prefix), each.end + len(prefix), bad, underline=True, bold=True)
                )
            font = self._theme.font(13 if row.heading else 14, bold=row.heading)
            ink = self._theme.colour(Tone.MUTED if row.heading else Tone.PLAIN)
            main = laid_out(prefix + text, font, ink, max(60, width), stresses)
            below = None
            if row.below:
                small = self._theme.font(12)
                below = laid_out(shown(row.below), small, self._theme.colour(row.tone), max(60, width))
            self._laid[key] = (main, below)
        return self._laid[key]

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row = index.data(ROW)
        if not isinstance(row, Moment):
            return QSize()
        main, below = self._layout(row)
        return QSize(60, round(main.height + (below.height + 2 if below else 0)) + 12)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW)
        if not isinstance(row, Moment):
            return
        colours = self._theme.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(option.rect).adjusted(1, 1, -1, -1)
        playing = index.row() == self.current
        state = option.state
        if playing or state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
            painter.setBrush(self._theme.colour(colours.hover))
            painter.setPen(QPen(self._theme.colour(Tone.INFO), 1.5) if chosen else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(room, 8, 8)
        if row.share is not None:
            left = room.left() + self._left(row)
            bar = QRectF(left, room.bottom() - 4, (room.right() - 12 - left) * min(1.0, row.share), 3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(row.tone if row.tone is not Tone.MUTED else Tone.INFO))
            painter.drawRoundedRect(bar, 1.5, 1.5)
        if playing:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(Tone.INFO))
            painter.drawRoundedRect(QRectF(room.left(), room.top() + 4, 3, room.height() - 8), 1.5, 1.5)
        main, below = self._layout(row)
        top = room.top() + 5
        if row.at is not None and not row.heading:
            painter.setFont(self._theme.font(12))
            painter.setPen(self._theme.colour(Tone.MUTED))
            painter.drawText(
                QRectF(room.left() + 8, top, self._time_width(), main.layout.lineAt(0).height()),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                clock(row.at),
            )
        left = room.left() + self._left(row) - 1
        main.layout.draw(painter, QPointF(left, top))
        if below is not None:
            below.layout.draw(painter, QPointF(left, top + main.height + 2))
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """A tooltip over letters that stand out."""
        row = index.data(ROW)
        if event.type() is not QEvent.Type.ToolTip or not isinstance(row, Moment):
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), tip(self.tip_at(row, option.rect.topLeft(), event.pos())), view)
        return True

    def tip_at(self, row: Moment, corner: QPoint, point: QPoint) -> str:
        """What there is to say of the letters of ``row`` under ``point``; all of it where no letters are."""
        if not row.marked:
            return ""
        main, _ = self._layout(row)
        x = point.x() - corner.x() - self._left(row)
        y = point.y() - corner.y() - 6
        prefix = len(f"{shown(row.name, LONGEST_NAME)}  ") if row.name else 0
        for number in range(main.layout.lineCount()):
            line = main.layout.lineAt(number)
            if line.y() <= y < line.y() + line.height():
                place = line.xToCursor(x) - prefix
                return next((each.tip for each in row.marked if each.start <= place <= each.end), "")
        return ""


class MomentList(QListView):
    """A list of moments; a click or Enter goes to one."""

    chosen = Signal(float)
    """Seconds in the session."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.moments = MomentModel(self)
        self.setModel(self.moments)
        self.delegate = MomentDelegate(theme, self)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)

    def show_moments(self, moments: Sequence[Moment]) -> None:
        self.delegate.forget()
        self.moments.replace(moments)
        self.scheduleDelayedItemsLayout()

    def follow(self, number: int | None) -> None:
        """Mark the row that is playing, and keep it in sight."""
        if number == self.delegate.current:
            return
        before, self.delegate.current = self.delegate.current, number
        for each in (before, number):
            if each is not None:
                self.update(self.moments.index(each))
        if number is not None and self.isVisible() and not self.underMouse():
            self.scrollTo(self.moments.index(number), QAbstractItemView.ScrollHint.EnsureVisible)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.delegate.forget()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.delegate.current is not None:
            self.scrollTo(self.moments.index(self.delegate.current), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _on_chosen(self, index: QModelIndex) -> None:
        row = self.moments.row(index.row())
        if row is not None and row.at is not None:
            self.chosen.emit(row.at)
