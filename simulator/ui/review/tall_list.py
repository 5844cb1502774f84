"""A list of rows of different heights that lays out only what is in sight, however many rows there are."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

UNITS = 256
"""Steps of the scroll bar for a row: where a row begins is a whole number of them."""
WHEEL_PX = 60
"""For one turn of the wheel."""
Index = QModelIndex | QPersistentModelIndex


class TallList(QAbstractItemView):
    """Rows below each other. The scroll bar counts rows, not pixels, so nobody need know how high all of them are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._top = 0
        """The row at the upper edge."""
        self._above = 0
        """How many pixels of it are out of sight."""
        self._hover = -1
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(UNITS)
        self.verticalScrollBar().valueChanged.connect(self._on_bar)

    # ------------------------------------------------------------------ rows and where they are

    @property
    def _count(self) -> int:
        model = self.model()
        return 0 if model is None else model.rowCount()

    def _height(self, row: int) -> int:
        return max(1, self.itemDelegate().sizeHint(QStyleOptionViewItem(), self.model().index(row, 0)).height())

    def _in_sight(self) -> Iterator[tuple[int, QRect]]:
        """The rows that are seen, each with its place."""
        y, row, count = -self._above, self._top, self._count
        width, high = self.viewport().width(), self.viewport().height()
        while row < count and y < high:
            height = self._height(row)
            yield row, QRect(0, y, width, height)
            y += height
            row += 1

    def _up_from(self, row: int, pixels: int) -> tuple[int, int]:
        """The row and the pixels of it that lie above a place so many pixels above the top of ``row``."""
        while row > 0 and pixels > 0:
            row -= 1
            pixels -= self._height(row)
        return row, max(0, -pixels)

    def _last_top(self) -> tuple[int, int]:
        """Where the upper edge is when the last row ends at the lower one."""
        return self._up_from(self._count, self.viewport().height())

    def _stand(self, row: int, above: int) -> None:
        """Put the upper edge there, as far down as there is anything."""
        last = self._last_top()
        self._top, self._above = min((max(0, row), max(0, above)), last)
        bar = self.verticalScrollBar()
        bar.blockSignals(True)
        bar.setValue(self._value(self._top, self._above))
        bar.blockSignals(False)
        self.viewport().update()

    def _value(self, row: int, above: int) -> int:
        part = above / self._height(row) if row < self._count else 0.0
        return round(UNITS * (row + part))

    def _on_bar(self, value: int) -> None:
        row, part = divmod(value, UNITS)
        if row < self._count:
            self._stand(row, round(part / UNITS * self._height(row)))

    def scroll_by(self, pixels: int) -> None:
        """Go down by so many pixels, or up."""
        row, above = self._top, self._above + pixels
        if above < 0:
            row, above = self._up_from(row, -above)
        while row < self._count - 1 and above >= (height := self._height(row)):
            above -= height
            row += 1
        self._stand(row, above)

    # ------------------------------------------------------------------ what a view must answer

    def visualRect(self, index: Index) -> QRect:
        """Of a row in sight; of another an empty one on its side."""
        row = index.row()
        if row < self._top:
            return QRect(0, -1, self.viewport().width(), 0)
        return next(
            (place for number, place in self._in_sight() if number == row),
            QRect(0, self.viewport().height(), self.viewport().width(), 0),
        )

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = next((row for row, place in self._in_sight() if place.contains(point)), -1)
        return self.model().index(row, 0) if row >= 0 else QModelIndex()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        row = index.row()
        if not 0 <= row < self._count:
            return
        high, height = self.viewport().height(), self._height(row)
        if hint is QAbstractItemView.ScrollHint.PositionAtCenter:
            self._stand(*self._up_from(row, max(0, (high - height) // 2)))
            return
        if row < self._top or (row == self._top and self._above) or height >= high:
            self._stand(row, 0)
            return
        seen = next((place for number, place in self._in_sight() if number == row), None)
        if seen is None or seen.bottom() >= high:
            self._stand(*self._up_from(row, high - height))

    def moveCursor(self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        moves = QAbstractItemView.CursorAction
        count, now = self._count, self.currentIndex().row()
        page = max(1, sum(1 for _ in self._in_sight()) - 1)
        steps = {
            moves.MoveUp: (now - 1, -1),
            moves.MovePrevious: (now - 1, -1),
            moves.MoveLeft: (now, 1),
            moves.MoveRight: (now, 1),
            moves.MoveDown: (now + 1, 1),
            moves.MoveNext: (now + 1, 1),
            moves.MovePageUp: (max(0, now - page), 1),
            moves.MovePageDown: (min(count - 1, now + page), -1),
            moves.MoveHome: (0, 1),
            moves.MoveEnd: (count - 1, -1),
        }
        row, step = steps.get(action, (now, 1))
        while 0 <= row < count:
            index = self.model().index(row, 0)
            if self.model().flags(index) & Qt.ItemFlag.ItemIsSelectable:
                return index
            row += step
        return self.currentIndex()

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return 0

    def isIndexHidden(self, _index: Index) -> bool:
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        rows = [row for row, place in self._in_sight() if place.intersects(rect)]
        if rows:
            first, last = self.model().index(rows[0], 0), self.model().index(rows[-1], 0)
            self.selectionModel().select(QItemSelection(first, last), command)

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    # ------------------------------------------------------------------ what changes

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self.reset()

    def reset(self) -> None:
        self._hover = -1
        super().reset()
        self.lay_out()

    def lay_out(self) -> None:
        """Rows or their heights changed."""
        self.updateGeometries()
        self._stand(self._top, self._above)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        row, above = self._last_top()
        bar = self.verticalScrollBar()
        bar.blockSignals(True)
        bar.setRange(0, self._value(row, above))
        bar.setPageStep(UNITS * max(1, sum(1 for _ in self._in_sight()) - 1))
        bar.blockSignals(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    # ------------------------------------------------------------------ mouse and painting

    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels = event.pixelDelta().y() or round(event.angleDelta().y() / 120 * WHEEL_PX)
        before = (self._top, self._above)
        self.scroll_by(-pixels)
        event.setAccepted(before != (self._top, self._above))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point_at(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(-1)

    def _point_at(self, row: int) -> None:
        if row != self._hover:
            self._hover = row
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        chosen, plain = self.selectionModel(), option.state
        for row, place in self._in_sight():
            if not event.rect().intersects(place):
                continue
            index = self.model().index(row, 0)
            option.rect = place
            option.state = plain
            if chosen is not None and chosen.isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if row == self._hover:
                option.state |= QStyle.StateFlag.State_MouseOver
            self.itemDelegate().paint(painter, option, index)
