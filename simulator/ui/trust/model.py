"""Agreement as a table: a row for each criterion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from simulator.domain.agreement import ENOUGH, POOR, Agreement, WhyNoKappa
from simulator.ui.amounts import NOTHING, percent
from simulator.ui.models import ROW
from simulator.ui.plain import shown

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """What stands beside each other."""

    CRITERION = 0
    PAIRS = 1
    KAPPA = 2
    BIAS = 3
    EXACT = 4
    ADJACENT = 5


@dataclass(frozen=True, slots=True)
class TrustRow:
    """A criterion by name; ``found`` is None until it was counted."""

    id: str
    name: str
    found: Agreement | None = None


class TrustModel(QAbstractTableModel):
    """Criteria in the rubric's order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[TrustRow] = []

    @property
    def rows(self) -> tuple[TrustRow, ...]:
        return tuple(self._rows)

    def replace(self, rows: Sequence[TrustRow]) -> None:
        """Make these the rows; the view keeps its place where they are of the same criteria."""
        if [row.id for row in rows] != [row.id for row in self._rows]:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        self._rows = list(rows)
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))

    def change(self, number: int, row: TrustRow) -> None:
        self._rows[number] = row
        self.dataChanged.emit(self.index(number, 0), self.index(number, len(Column) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section in _LEFT else Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        tips = {
            Column.KAPPA: self.tr(
                "Quadratic weighted kappa with its 95 % interval: 1 is full agreement, 0 what chance alone would give."
            ),
            Column.BIAS: self.tr("Mean of the instructor's level less the other one, with its 95 % interval."),
            Column.EXACT: self.tr("Share of pairs with the same level."),
            Column.ADJACENT: self.tr("Share of pairs at most one level apart."),
        }
        if role == Qt.ItemDataRole.ToolTipRole:
            return tips.get(Column(section))
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.CRITERION: self.tr("Criterion"),
            Column.PAIRS: self.tr("Pairs"),
            Column.KAPPA: self.tr("Agreement κ (dashed: {poor})").format(poor=POOR),
            Column.BIAS: self.tr("Bias"),
            Column.EXACT: self.tr("Same"),
            Column.ADJACENT: self.tr("Within 1"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column in _LEFT else Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return shown(self._words(row, column))
        return None

    def _words(self, row: TrustRow, column: Column) -> str:
        found = row.found
        if column is Column.CRITERION:
            return f"{row.id} {row.name}"
        if found is None:
            return "…"
        match column:
            case Column.PAIRS:
                return str(found.pairs)
            case Column.KAPPA:
                return self.kappa_words(found)
            case Column.BIAS:
                return bias_words(found)
            case Column.EXACT:
                return percent(found.exact)
            case _:
                return percent(found.adjacent)

    def kappa_words(self, found: Agreement) -> str:
        """Kappa with its interval and flag, or why there is none."""
        if found.why_none is WhyNoKappa.TOO_FEW:
            return self.tr("not enough ({pairs} of {enough})").format(pairs=found.pairs, enough=ENOUGH)
        if found.kappa is None:
            return self.tr("no spread of levels")
        words = f"{found.kappa:.2f}"
        if found.kappa_in is not None:
            words += f" ({found.kappa_in.low:.2f} … {found.kappa_in.high:.2f})"
        return self.tr("{figure}, agrees poorly").format(figure=words) if found.flagged else words


def bias_words(found: Agreement) -> str:
    """The mean difference, and how far it reaches."""
    if found.bias is None:
        return NOTHING
    reach = "" if found.bias_in is None else f" ±{found.bias_in.high - found.bias:.2f}"
    return f"{found.bias:+.2f}{reach}".replace("-", "−")


_LEFT = (Column.CRITERION, Column.KAPPA, Column.BIAS)
