"""One criterion: what its figures rest on, its pairs by level, and the sessions behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from simulator.domain.agreement import ENOUGH, POOR, Agreement, Between, Pair, WhyNoKappa
from simulator.ui.amounts import percent, when
from simulator.ui.cards import CARD_PX, Cards
from simulator.ui.models import ROW
from simulator.ui.models.rows import RowsModel
from simulator.ui.plain import shown, tip
from simulator.ui.theme import Theme, Tone
from simulator.ui.trust.grid import LevelGrid
from simulator.ui.trust.model import TrustRow, bias_words
from simulator.ui.widgets import Button, ElidedLabel, Label, Panel, row


@dataclass(frozen=True, slots=True)
class Shown:
    """A pair with its trainee's name."""

    pair: Pair
    trainee: str


class PairsModel(RowsModel[Shown]):
    """Pairs, the widest apart first."""

    def text_of(self, row: Shown) -> str:
        pair = row.pair
        return self.tr("{trainee}, {when}: {levels}, by {instructor}").format(
            trainee=row.trainee, when=when(pair.began_utc), levels=self.levels_of(pair), instructor=pair.instructor
        )

    def levels_of(self, pair: Pair) -> str:
        """Both levels, with who gave them."""
        first = pair.first or self.tr("machine")
        words = f"{shown(first, 12)} {pair.one} · {shown(pair.instructor, 12)} {pair.other}"
        return self.tr("{levels}, blind").format(levels=words) if pair.blind else words


class PairDelegate(QStyledItemDelegate):
    """A pair: who and when; both levels."""

    def __init__(self, theme: Theme, model: PairsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._cards = Cards(theme)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self._theme.px(CARD_PX))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        found = index.data(ROW)
        if not isinstance(found, Shown):
            return
        pair = found.pair
        apart = pair.other - pair.one
        painter.save()
        room = self._cards.ground(painter, option)
        tone = Tone.MUTED if apart == 0 else Tone.WARN if abs(apart) == 1 else Tone.BAD
        difference = f"{apart:+d}".replace("-", "−") if apart else "="
        room = self._cards.right(painter, room, difference, self._theme.font(16, bold=True), tone)
        title = f"{shown(found.trainee, 30)} · {pair.scenario}"
        self._cards.lines(painter, room, title, f"{self._model.levels_of(pair)} · {when(pair.began_utc)}")
        painter.restore()


class DetailsPanel(Panel):
    """What is behind a row of the table."""

    review_asked = Signal(str)
    cell_chosen = Signal(object)
    """A cell of the square of levels, or None."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.verdict = Label("", wrap=True)
        self.basis = Label("", "small", wrap=True)
        self.grid = LevelGrid(theme)
        self.grid.chosen.connect(self.cell_chosen)
        self.which = ElidedLabel("", "heading")
        self.model = PairsModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(PairDelegate(theme, self.model, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Sessions behind the figures"))
        self.list.activated.connect(self._on_open)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_button())
        self.open = Button(self.tr("Open in the review room"))
        self.open.clicked.connect(self._on_open)
        for part in (self.verdict, self.basis):
            self.body.addWidget(part)
        self.basis.setVisible(theme.roomy)  # else a tip of the verdict's
        self.body.addWidget(self.grid, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self.which)
        self.body.addWidget(self.list, 1000)
        self.body.addStretch(1)  # keeps the rest together where there is no list
        line = row()
        line.addStretch()
        line.addWidget(self.open)
        self.body.addLayout(line)
        self.show_pairs((), None)

    def show_row(self, row: TrustRow, levels: tuple[int, ...], between: Between) -> None:
        """Show a criterion; ``row.found`` must be there."""
        found = row.found
        assert found is not None
        self.set_title(f"{row.id} {row.name}")
        self.verdict.say(self._verdict(found))
        self.verdict.set_tone(Tone.BAD if found.flagged else Tone.PLAIN)
        self.basis.say(self._basis(found, between))
        self.verdict.setToolTip(tip(self.basis.whole))
        one, other = self.tr("machine"), self.tr("instructor")
        if between is Between.ASSESSORS:
            one, other = self.tr("first"), self.tr("second")
        self.grid.show_table(found.table, levels, one, other)

    def show_pairs(self, pairs: Sequence[Shown], words: str | None) -> None:
        """Show these sessions under a heading; None hides the list."""
        self.which.setVisible(words is not None)
        self.which.say(words or "")
        self.model.replace(pairs)
        self.list.setVisible(words is not None)
        self.open.setVisible(words is not None)
        if pairs:
            self.list.setCurrentIndex(self.model.index(0))
        self._show_button()

    # ------------------------------------------------------------------ inside

    def _verdict(self, found: Agreement) -> str:
        if found.why_none is WhyNoKappa.TOO_FEW:
            return self.tr("Not enough pairs for a figure: {pairs} of {enough}.").format(
                pairs=found.pairs, enough=ENOUGH
            )
        if found.kappa is None:
            return self.tr("One side gave the same level every time: agreement beyond chance cannot be told.")
        if found.flagged:
            return self.tr(
                "Agrees poorly: κ {kappa} is below {poor}. Give this level yourself; do not rely on the machine's."
            ).format(kappa=f"{found.kappa:.2f}", poor=POOR)
        if found.kappa_in is not None and found.kappa_in.low < POOR:
            return self.tr("κ {kappa}; with so few pairs it might as well be below {poor}.").format(
                kappa=f"{found.kappa:.2f}", poor=POOR
            )
        if found.kappa_in is None:
            return self.tr("κ {kappa}; it rests on a single trainee, so nobody can say how sure it is.").format(
                kappa=f"{found.kappa:.2f}"
            )
        return self.tr("κ {kappa}, 95 % interval {low} to {high}.").format(
            kappa=f"{found.kappa:.2f}", low=f"{found.kappa_in.low:.2f}", high=f"{found.kappa_in.high:.2f}"
        )

    def _basis(self, found: Agreement, between: Between) -> str:
        extent = found.extent
        parts = [
            self.tr("%n pair(s)", "", found.pairs),
            self.tr("%n session(s)", "", extent.sessions),
            self.tr("%n trainee(s)", "", found.trainees),
            self.tr("%n instructor(s)", "", extent.instructors),
            self.tr("%n blind", "", extent.blind),
        ]
        if found.exact is not None:
            parts.append(
                self.tr("{exact} the same, {adjacent} within one level").format(
                    exact=percent(found.exact), adjacent=percent(found.adjacent)
                )
            )
        if found.bias is not None:
            parts.append(self.tr("bias {bias}").format(bias=bias_words(found)))
        if between is Between.MACHINE and found.silent:
            parts.append(self.tr("%n session(s) signed without a word on it, not counted", "", found.silent))
        return " · ".join(parts)

    def _show_button(self) -> None:
        self.open.setEnabled(self.model.row(self.list.currentIndex().row()) is not None)

    def _on_open(self) -> None:
        found = self.model.row(self.list.currentIndex().row())
        if found is not None:
            self.review_asked.emit(found.pair.session)
