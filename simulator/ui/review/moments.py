"""Lists of moments: a time, who and what, and a line below; one click goes there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPen, QResizeEvent, QShowEvent, QTextLine
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
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
from simulator.ui.review.tall_list import TallList
from simulator.ui.theme import Theme, Tone

LONGEST_TEXT = 1200
LONGEST_NAME = 40
KEPT_LAYOUTS = 400
"""Rows laid out that are kept: what is in sight, and some pages around it."""


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
    words: tuple[tuple[int, Seconds], ...] = ()
    """Where each word of the text begins, and when it was said: a click on it goes there."""


class MadeMoments(Sequence[Moment]):
    """Moments that are made when they are first looked at."""

    def __init__(self, count: int, make: Callable[[int], Moment]) -> None:
        self._made: list[Moment | None] = [None] * count
        self._make = make

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, number: int) -> Moment: ...
    @overload
    def __getitem__(self, number: slice) -> list[Moment]: ...
    def __getitem__(self, number: int | slice) -> Moment | list[Moment]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        made = self._made[number]
        if made is None:
            made = self._made[number] = self._make(number)
        return made

    def __iter__(self) -> Iterator[Moment]:
        return (self[number] for number in range(len(self)))


class MomentModel(RowsModel[Moment]):
    """Moments in the order they are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._later: MadeMoments | None = None

    def replace(self, rows: Sequence[Moment]) -> None:
        """Make these the rows; those that are made later stay so."""
        if isinstance(rows, MadeMoments) or self._later is not None:
            self.beginResetModel()
            self._later = rows if isinstance(rows, MadeMoments) else None
            self._rows = [] if self._later is not None else list(rows)
            self.endResetModel()
        else:
            super().replace(rows)

    @property
    def rows(self) -> tuple[Moment, ...]:
        return super().rows if self._later is None else tuple(self._later)

    def row(self, number: int) -> Moment | None:
        if self._later is None:
            return super().row(number)
        return self._later[number] if 0 <= number < len(self._later) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        if self._later is None or (parent is not None and parent.isValid()):
            return super().rowCount(parent)
        return len(self._later)

    def text_of(self, row: Moment) -> str:
        time = "" if row.at is None else clock(row.at)
        name = f"{row.name}:" if row.name else ""
        return " ".join(part for part in (time, name, row.text, row.below) if part)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        row = self.row(index.row()) if index.isValid() else None
        return Qt.ItemFlag.ItemIsEnabled if row is not None and row.heading else super().flags(index)


class MomentDelegate(QStyledItemDelegate):
    """Paints moments, each as high as its text."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
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
            while len(self._laid) >= KEPT_LAYOUTS:
                del self._laid[next(iter(self._laid))]
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
        """What there is to say of the letters of ``row`` under ``point``; nothing where no such letters are."""
        place = self._letter_at(row, corner, point) if row.marked else None
        if place is None:
            return ""
        return next((each.tip for each in row.marked if each.start <= place <= each.end), "")

    def said_at(self, row: Moment, corner: QPoint, point: QPoint) -> Seconds | None:
        """When the word of ``row`` under ``point`` was said; the row's own moment beside its words."""
        place = self._letter_at(row, corner, point) if row.words else None
        if place is None:
            return row.at
        number = bisect_right(row.words, place, key=lambda word: word[0]) - 1
        return row.words[number][1] if number >= 0 else row.at

    def _letter_at(self, row: Moment, corner: QPoint, point: QPoint) -> int | None:
        """Which letter of the text stands under ``point``, for a row whose corner is there; None beside the text."""
        main, _ = self._layout(row)
        x = point.x() - corner.x() - self._left(row)
        y = point.y() - corner.y() - 6
        prefix = len(f"{shown(row.name, LONGEST_NAME)}  ") if row.name else 0
        for number in range(main.layout.lineCount()):
            line = main.layout.lineAt(number)
            if line.y() <= y < line.y() + line.height() and 0 <= x <= line.naturalTextWidth():
                return int(line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)) - prefix
        return None


class MomentList(TallList):
    """A list of moments; a click on a word, or Enter, goes to one."""

    chosen = Signal(float)
    """Seconds in the session."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: QPoint | None = None
        self.moments = MomentModel(self)
        self.delegate = MomentDelegate(theme, self)
        self.setItemDelegate(self.delegate)
        self.setModel(self.moments)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.clicked.connect(self._on_clicked)
        self.activated.connect(self._on_activated)

    def show_moments(self, moments: Sequence[Moment]) -> None:
        self.delegate.forget()
        self.moments.replace(moments)
        self.lay_out()

    def follow(self, number: int | None) -> None:
        """Mark the row that is playing, and keep it in sight."""
        if number == self.delegate.current:
            return
        self.delegate.current = number
        self.viewport().update()
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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        row, pressed = self.moments.row(index.row()), self._pressed
        self._pressed = None
        if row is not None and row.at is not None:
            corner = self.visualRect(index).topLeft()
            at = row.at if pressed is None else self.delegate.said_at(row, corner, pressed)
            self.chosen.emit(row.at if at is None else at)

    def _on_activated(self, index: QModelIndex) -> None:
        row = self.moments.row(index.row())
        if row is not None and row.at is not None and self._pressed is None:
            self.chosen.emit(row.at)
