"""A list of frozen values that tells views only what changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from simulator.ui.plain import shown

ROW = int(Qt.ItemDataRole.UserRole)
"""The role of the frozen value itself."""
T = TypeVar("T")


class RowsModel(QAbstractListModel, Generic[T]):
    """Rows of ``T``; a subclass words a row in ``text_of``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[T] = []

    @property
    def rows(self) -> tuple[T, ...]:
        return tuple(self._rows)

    def row(self, number: int) -> T | None:
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def text_of(self, row: T) -> str:
        """The row in words, for views and screen readers."""
        return str(row)

    def replace(self, rows: Sequence[T]) -> None:
        """Make these the rows; views keep their place where the number of rows stays."""
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        for number, row in enumerate(rows):
            self.change(number, row)

    def append(self, rows: Sequence[T]) -> None:
        """Put these behind the others."""
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def change(self, number: int, row: T) -> None:
        if self._rows[number] != row:
            self._rows[number] = row
            index = self.index(number)
            self.dataChanged.emit(index, index)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return shown(self.text_of(row))
        return None
