"""A table of two sessions: what it is about, how it stands in either, and the difference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from simulator.domain.units import Seconds
from simulator.ui.models import ROW
from simulator.ui.plain import shown, tip
from simulator.ui.theme import Theme, Tone

Index = QModelIndex | QPersistentModelIndex
LINE_PX, TWO_LINES_PX = 30, 46
LONGEST_TEXT = 160


class Column(IntEnum):
    """What stands beside each other."""

    ABOUT = 0
    ONE = 1
    TWO = 2
    DIFFERENCE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRow:
    """A line; a heading has only what it is about, and perhaps figures."""

    about: str
    one: str = ""
    two: str = ""
    difference: str = ""
    tone: Tone = Tone.PLAIN
    """Of the difference; its words say the same."""
    heading: bool = False
    at_one: Seconds | None = None
    """Where a click on the first session's figure goes."""
    at_two: Seconds | None = None
    tips: tuple[str, str, str] = ("", "", "")
    """More on what it is about, on the first, on the second."""


class PairModel(QAbstractTableModel):
    """Lines in the order they are shown."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[PairRow] = []
        self._names = ("", "")
        self.has_difference = True

    @property
    def rows(self) -> tuple[PairRow, ...]:
        return tuple(self._rows)

    def name_sides(self, one: str, two: str) -> None:
        """What the two sessions are called."""
        self._names = (one, two)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, Column.ONE, Column.TWO)

    def replace(self, rows: Sequence[PairRow]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        if parent is not None and parent.isValid():
            return 0
        return len(Column) if self.has_difference else len(Column) - 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("What"), *self._names, self.tr("Difference"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row, column = self._rows[index.row()], Column(index.column())
        match role:
            case _ if role == ROW:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return shown((row.about, row.one, row.two, row.difference)[column], LONGEST_TEXT)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.told(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                more = (*row.tips, "")[column]
                return tip(more) if more else None
            case Qt.ItemDataRole.ForegroundRole:
                tone = row.tone if column is Column.DIFFERENCE else Tone.MUTED if row.heading else Tone.PLAIN
                return self._theme.colour(tone)
            case Qt.ItemDataRole.FontRole:
                font: QFont = self._theme.font(13, bold=row.heading or column is Column.DIFFERENCE)
                return font
            case _:
                return None

    def told(self, row: PairRow, column: Column) -> str:
        """A cell with what it belongs to, for who does not see the table."""
        if column is Column.ABOUT:
            return shown(row.about, LONGEST_TEXT)
        name = self.headerData(column, Qt.Orientation.Horizontal)
        words = (row.about, row.one, row.two, row.difference)[column] or self.tr("nothing")
        return shown(f"{row.about}, {name}: {words}", 2 * LONGEST_TEXT)


class PairTable(QTableView):
    """A click on a session's figure goes to its moment; Enter brings both there."""

    chosen = Signal(object, int)
    """A ``PairRow``, and the column."""

    def __init__(
        self, theme: Theme, name: str, *, tall: bool = False, difference: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.pairs = PairModel(theme, self)
        self.pairs.has_difference = difference
        self.setModel(self.pairs)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(tall)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(theme.px(20))
        self.verticalHeader().setDefaultSectionSize(theme.px(TWO_LINES_PX if tall else LINE_PX))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(theme.px(40))
        for column in Column:
            if column < self.pairs.columnCount():
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        if difference:
            head.setSectionResizeMode(Column.DIFFERENCE, QHeaderView.ResizeMode.ResizeToContents)
            for column in (Column.ONE, Column.TWO):
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.clicked.connect(self._on_chosen)

    def show_rows(self, rows: Sequence[PairRow], one: str, two: str) -> None:
        """Show lines; ``one`` and ``two`` name the sessions."""
        self.pairs.name_sides(one, two)
        self.pairs.replace(rows)
        if rows:
            self.setCurrentIndex(self.pairs.index(0, 0))

    def event(self, event: QEvent) -> bool:
        """Left and right go from cell to cell here, whatever they do on the page."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._on_chosen(index)
        else:
            super().keyPressEvent(event)

    def _on_chosen(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, PairRow):
            self.chosen.emit(row, index.column())
