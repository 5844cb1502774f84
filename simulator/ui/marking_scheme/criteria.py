"""The table of criteria: on or off, weight, who decides, bands at a glance."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDoubleSpinBox,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from simulator.domain.rubric import Criterion, Dimension, Profile, Rubric, Scorer
from simulator.scoring.shaping import steps_of, switched, with_profile_weight, with_scorer, with_weight
from simulator.ui.marking_scheme.values import worded
from simulator.ui.theme import Theme, Tone
from simulator.ui.translations import ScreenLanguage

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
ON, NAME, WEIGHT, SCORER, BANDS = range(5)
HEAVIEST = 100.0


class CriteriaModel(QAbstractTableModel):
    """Rows are dimensions, each with its criteria below it."""

    edited = Signal(object)
    """The changed ``Rubric``."""

    def __init__(self, theme: Theme, language: ScreenLanguage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language.of_texts
        self._rubric: Rubric | None = None
        self._editable = False
        self._profile: Profile | None = None
        self.rows: list[Dimension | Criterion] = []

    def show_rubric(self, rubric: Rubric, editable: bool, profile: str | None) -> None:
        """Show it; views keep their place where it has the same criteria."""
        rows: list[Dimension | Criterion] = []
        for dimension in rubric.dimensions:
            rows.append(dimension)
            rows.extend(each for each in rubric.criteria if each.dimension == dimension.id)
        same = [each.id for each in rows] == [each.id for each in self.rows]
        if not same:
            self.beginResetModel()
        self._rubric, self._editable, self.rows = rubric, editable, rows
        self._profile = next((each for each in rubric.profiles if each.id == profile), None)
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, BANDS))

    def criterion(self, row: int) -> Criterion | None:
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        return found if isinstance(found, Criterion) else None

    def row_of(self, criterion: str) -> int:
        return next(
            (row for row, each in enumerate(self.rows) if isinstance(each, Criterion) and each.id == criterion), -1
        )

    def weight(self, criterion: Criterion) -> float:
        """For the kind of trainee that is looked at."""
        changes = {} if self._profile is None else self._profile.changes
        return float(changes.get(criterion.id, criterion.weight))

    # ------------------------------------------------------------------ as Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            words = (self.tr("On"), self.tr("Criterion"), self.tr("Weight"), self.tr("Decided by"), self.tr("Cuts"))
            return words[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        criterion = self.criterion(index.row())
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if criterion is None:
            return base
        if self._editable and index.column() == ON:
            return base | Qt.ItemFlag.ItemIsUserCheckable
        human = criterion.metric == "bars_presence"  # nothing a machine could measure
        may = index.column() == WEIGHT or (index.column() == SCORER and not human)
        return base | Qt.ItemFlag.ItemIsEditable if self._editable and may else base

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, column)
            case Qt.ItemDataRole.EditRole if isinstance(row, Criterion) and column == WEIGHT:
                return self.weight(row)
            case Qt.ItemDataRole.EditRole if isinstance(row, Criterion) and column == SCORER:
                return row.scorer.value
            case Qt.ItemDataRole.CheckStateRole if isinstance(row, Criterion) and column == ON:
                return Qt.CheckState.Checked if row.enabled else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.TextAlignmentRole if column == WEIGHT:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.FontRole:
                return self._font(row, column)
            case Qt.ItemDataRole.ForegroundRole if isinstance(row, Dimension) or not row.enabled:
                return self._theme.colour(Tone.MUTED)
            case Qt.ItemDataRole.ToolTipRole if isinstance(row, Criterion) and column == NAME:
                return f"{row.id} {row.name[self._language]}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        criterion, rubric = self.criterion(index.row()), self._rubric
        if criterion is None or rubric is None or not self._editable:
            return False
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == ON:
            changed = switched(rubric, criterion.id, Qt.CheckState(value) is Qt.CheckState.Checked)
        elif role == Qt.ItemDataRole.EditRole and index.column() == WEIGHT:
            changed = self._weighed(rubric, criterion, round(float(value), 2))
        elif role == Qt.ItemDataRole.EditRole and index.column() == SCORER:
            changed = with_scorer(rubric, criterion.id, Scorer(value))
        else:
            return False
        if changed != rubric:
            self.edited.emit(changed)
        return True

    # ------------------------------------------------------------------ inside

    def _weighed(self, rubric: Rubric, criterion: Criterion, weight: float) -> Rubric:
        if self._profile is None:
            return with_weight(rubric, criterion.id, weight)
        usual = weight == criterion.weight
        return with_profile_weight(rubric, self._profile.id, criterion.id, None if usual else weight)

    def _words(self, row: Dimension | Criterion, column: int) -> str:
        if isinstance(row, Dimension):
            if column == WEIGHT:
                whole = sum(self.weight(each) for each in self._below(row))
                return f"{whole:g}"
            return f"{row.id}  {row.name[self._language]}" if column == NAME else ""
        match column:
            case 1:
                return f"{row.id}  {row.name[self._language]}"
            case 2:
                return f"{self.weight(row):g}"
            case 3:
                return scorer_name(row.scorer)
            case 4:
                return self._cuts(row)
            case _:
                return ""

    def _spoken(self, row: Dimension | Criterion, column: int) -> str:
        if isinstance(row, Criterion) and column == ON:
            return self.tr("on") if row.enabled else self.tr("off")
        return self._words(row, column)

    def _below(self, dimension: Dimension) -> tuple[Criterion, ...]:
        assert self._rubric is not None
        return tuple(each for each in self._rubric.marked if each.dimension == dimension.id)

    def _cuts(self, criterion: Criterion) -> str:
        bands = criterion.bands or next(iter(criterion.bands_by_language.values()), ())
        return " · ".join(worded(criterion, cut) for cut in steps_of(bands).cuts) if bands else ""

    def _font(self, row: Dimension | Criterion, column: int) -> QFont | None:
        changed = column == WEIGHT and isinstance(row, Criterion) and self.weight(row) != row.weight
        if isinstance(row, Dimension) or changed:
            return self._theme.font(13, bold=True)
        return None


def scorer_name(scorer: Scorer) -> str:
    """Who decides a level, in a word or two."""
    return {
        Scorer.AUTO: translate("Scorer", "machine"),
        Scorer.AUTO_THEN_CONFIRM: translate("Scorer", "machine, to confirm"),
        Scorer.HYBRID: translate("Scorer", "proposal, to confirm"),
        Scorer.HUMAN: translate("Scorer", "instructor"),
    }[scorer]


class _Boxes(QStyledItemDelegate):
    """A number box for weights, a choice for who decides."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, CriteriaModel)
        if index.column() == WEIGHT:
            box = QDoubleSpinBox(parent)
            box.setRange(0, HEAVIEST)
            box.setDecimals(2)
            box.setSingleStep(0.5)
            box.setAccessibleName(model.headerData(WEIGHT, Qt.Orientation.Horizontal))
            return box
        choice = QComboBox(parent)
        for scorer in Scorer:
            choice.addItem(scorer_name(scorer), scorer.value)
        choice.activated.connect(lambda _: self._commit(choice))
        choice.setAccessibleName(model.headerData(SCORER, Qt.Orientation.Horizontal))
        return choice

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QDoubleSpinBox):
            editor.setValue(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QDoubleSpinBox):
            editor.interpretText()
            model.setData(model.index(index.row(), index.column()), editor.value(), Qt.ItemDataRole.EditRole)
        elif isinstance(editor, QComboBox):
            model.setData(model.index(index.row(), index.column()), editor.currentData(), Qt.ItemDataRole.EditRole)

    def _commit(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)


class CriteriaTable(QTableView):
    """The table; F2 or typing edits, Space switches on and off."""

    criterion_chosen = Signal(str)

    def __init__(self, model: CriteriaModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._criteria = model
        self.setModel(model)
        self.setItemDelegate(_Boxes(self))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Criteria"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(26))
        self.verticalHeader().setMinimumSectionSize(theme.px(20))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column, wide in ((ON, 34), (WEIGHT, 64), (SCORER, 142), (BANDS, 150)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, theme.px(wide))
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.selectionModel().currentChanged.connect(self._on_current)

    def choose(self, criterion: str) -> None:
        row = self._criteria.row_of(criterion)
        if row >= 0:
            self.setCurrentIndex(self._criteria.index(row, WEIGHT))

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        criterion = self._criteria.criterion(now.row())
        if criterion is not None:
            self.criterion_chosen.emit(criterion.id)
