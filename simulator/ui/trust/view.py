"""Trust: every criterion with how far the machine agrees with instructors, and what is behind it."""

from __future__ import annotations

from dataclasses import replace
from heapq import nlargest
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QHeaderView, QTableView, QVBoxLayout, QWidget

from simulator.domain.agreement import Agreement, Between, Pair
from simulator.domain.rubric import Rubric
from simulator.ports import Mendable
from simulator.ui.dialogs import tell
from simulator.ui.sentences import sentence
from simulator.ui.theme import Theme, Tone
from simulator.ui.translations import ScreenLanguage
from simulator.ui.trust.counting import Counting
from simulator.ui.trust.details import DetailsPanel, Shown
from simulator.ui.trust.filters import Filters
from simulator.ui.trust.model import Column, TrustModel, TrustRow
from simulator.ui.trust.painting import TrustDelegate
from simulator.ui.trust.study import rubric_of, write_study
from simulator.ui.widgets import Button, Label, Panel, row

if TYPE_CHECKING:
    from simulator.live.studio import Studio

MOST_PAIRS = 60
"""Sessions listed of one criterion, the widest apart."""
SIDE_PX, SIDE_LARGE_PX = 400, 360
WIDTHS_PX = {Column.PAIRS: 58, Column.KAPPA: 300, Column.BIAS: 116, Column.EXACT: 62, Column.ADJACENT: 70}


class TrustView(QWidget):
    """A tab of the marking scheme."""

    review_asked = Signal(str)
    """This session, by id, wants to be looked at."""

    def __init__(self, studio: Studio, theme: Theme, language: ScreenLanguage, parent: QWidget | None = None) -> None:
        """Raise ContentError or StoreError."""
        super().__init__(parent)
        self._studio = studio
        self._theme = theme
        self._language = language.of_texts
        self._signed = 0
        populations = studio.store.populations()
        self.filters = Filters(
            theme, populations, studio.scenarios(), self._language, studio.library.default_rubric().id
        )
        self._rubric: Rubric = rubric_of(studio.store, self.filters.sample)
        self._names = {trainee.id: trainee.name for trainee in studio.store.trainees()}
        self.model = TrustModel(self)
        self.table = QTableView()
        self.details = DetailsPanel(theme)
        self.export = Button(self.tr("Export for a study …"))
        self.trouble = Label("", tone=Tone.BAD, wrap=True)
        self.caution = Label("", "small", wrap=True)
        self.counting = Counting(studio.store, self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)

    @property
    def levels(self) -> tuple[int, ...]:
        return tuple(sorted(level.level for level in self._rubric.levels))

    # ------------------------------------------------------------------ laying out

    def _lay_out(self) -> None:
        theme, table = self._theme, self.table
        table.setModel(self.model)
        table.setItemDelegate(TrustDelegate(theme, table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setAccessibleName(self.tr("Agreement by criterion"))
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        for column in (Column.EXACT, Column.ADJACENT):
            table.setColumnHidden(column, not theme.roomy)  # the words at the right tell them too
        box = Panel()
        box.body.setContentsMargins(8, 6, 8, 8)
        box.body.addWidget(table, 1)
        top = row(8)
        top.addWidget(self.filters, 1)
        top.addWidget(self.export)
        self.details.setFixedWidth(theme.px(SIDE_PX if theme.roomy else SIDE_LARGE_PX))
        middle = row(12)
        middle.addWidget(box, 1)
        middle.addWidget(self.details)
        self.trouble.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 10, 14, 10)
        whole.setSpacing(8)
        whole.addLayout(top)
        whole.addWidget(self.trouble)
        whole.addLayout(middle, 1)
        whole.addWidget(self.caution)

    def _connect(self) -> None:
        self.filters.changed.connect(self.refresh)
        self.counting.counted.connect(self._on_counted)
        self.counting.ended.connect(self._show_caution)
        self.counting.failed.connect(self._complain)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_details())
        self.table.activated.connect(lambda _index: self.details.grid.setFocus())
        self.details.cell_chosen.connect(self._show_pairs)
        self.details.review_asked.connect(self.review_asked)
        self.export.clicked.connect(self._on_export)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()

    # ------------------------------------------------------------------ counting

    def refresh(self) -> None:
        """Count again."""
        sample = self.filters.sample
        self.trouble.hide()
        try:
            self._rubric = rubric_of(self._studio.store, sample)
            self._signed = self._studio.store.signed(sample) if sample.between is Between.MACHINE else 0
        except Mendable as error:
            self._complain(error)
            return
        criteria = self._rubric.marked
        self.model.replace([TrustRow(each.id, each.name[self._language]) for each in criteria])
        head = self.table.horizontalHeader()
        for column in Column:
            if column is Column.CRITERION:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            else:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
                self.table.setColumnWidth(column, self._width(column))
        if not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.caution.say(self.tr("Counting …"))
        self.counting.begin(sample, self._rubric, self._signed)

    def _width(self, column: Column) -> int:
        wide = WIDTHS_PX[column]
        return self._theme.px(wide) if self._theme.roomy or column is not Column.KAPPA else self._theme.px(wide * 0.55)

    def _on_counted(self, found: Agreement) -> None:
        number = [row.id for row in self.model.rows].index(found.criterion)
        self.model.change(number, replace(self.model.rows[number], found=found))
        if number == self.table.currentIndex().row():
            self._show_details()

    def _show_caution(self) -> None:
        """What the figures do not say."""
        found = [row.found for row in self.model.rows if row.found is not None]
        pairs, blind = sum(each.pairs for each in found), sum(each.extent.blind for each in found)
        sample = self.filters.sample
        if not pairs and sample.between is Between.MACHINE:
            words = self.tr(
                "No pairs yet. One is made whenever an instructor confirms or changes a level of the machine's in the"
                " review room."
            )
        elif not pairs:
            words = self.tr("No pairs yet. One is made whenever a second instructor gives a level.")
        elif sample.blind:
            words = self.tr("Blind levels only: given before the instructor had seen any other.")
        else:
            words = self.tr(
                "{blind} of {pairs} pairs are blind. In the others the instructor saw the other level first, which"
                " pulls towards it: take those figures for an upper bound, and mark blind to know better."
            ).format(blind=blind, pairs=pairs)
        if sample.between is Between.MACHINE:
            words += " " + self.tr(
                "%n signed session(s); a level nobody said a word on is not taken for agreement.", "", self._signed
            )
        flagged = sum(each.flagged for each in found)
        if flagged:
            words = self.tr("%n criteria agree poorly (⚑).", "", flagged) + " " + words
        self.caution.say(words)

    # ------------------------------------------------------------------ one criterion

    def _row(self) -> TrustRow | None:
        number = self.table.currentIndex().row()
        return self.model.rows[number] if 0 <= number < len(self.model.rows) else None

    def _show_details(self) -> None:
        row = self._row()
        if row is None or row.found is None:
            return
        self.details.show_row(row, self.levels, self.filters.sample.between)
        self._show_pairs(None)

    def _show_pairs(self, cell: tuple[int, int] | None) -> None:
        """The sessions of a cell of the square; without one those where the levels are apart."""
        row = self._row()
        if row is None or row.found is None:
            return

        def wanted(pair: Pair) -> bool:
            if cell is None:
                return pair.one != pair.other
            return (pair.one, pair.other) == (self.levels[cell[0]], self.levels[cell[1]])

        try:
            pairs = self._studio.store.pairs(self.filters.sample, row.id)
            found = nlargest(MOST_PAIRS, filter(wanted, pairs), key=lambda pair: abs(pair.one - pair.other))
        except Mendable as error:
            self._complain(error)
            return
        if cell is None:
            apart = sum(
                row.found.table[i][j] for i in range(len(self.levels)) for j in range(len(self.levels)) if i != j
            )
            words = self.tr("%n pair(s) apart", "", apart) if apart else None
        else:
            words = self.details.grid.words_of(cell)
        self.details.show_pairs([Shown(pair, self._names.get(pair.trainee, "")) for pair in found], words)

    # ------------------------------------------------------------------ a study

    def _on_export(self) -> None:
        dialog = QFileDialog(self, self.tr("A folder for the study's files"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda folder: self.export_to(Path(folder)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export_to(self, folder: Path) -> None:
        """Write what is chosen, without anybody's name, into a new folder in this one."""
        target = folder / "bolian-agreement"
        try:
            write_study(self._studio.store, self.filters.sample, self._rubric, target)
        except Mendable as error:
            self._complain(error)
            return
        tell(
            self.window(),
            self.tr("Exported"),
            self.tr("The files are in {folder}. README.md there says what they hold.").format(folder=target),
            self.tr("Close"),
        )

    def _complain(self, error: Mendable) -> None:
        self.trouble.say(sentence(error))
        self.trouble.show()
