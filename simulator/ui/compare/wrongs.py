"""What a class as a whole gets wrong: criteria, rules and facts, those of most sessions first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.domain.rubric import Rubric
from simulator.domain.standing import Overview
from simulator.reports.class_tables import ClassNames, Named
from simulator.ui.review.moments import Moment, MomentList
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Label

MOST_WEAK = 8


class WrongsView(QWidget):
    """One list; a criterion leads to who is weak in it, all else to a session in which it happened."""

    session_asked = Signal(str)
    criterion_asked = Signal(str)

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._targets: list[tuple[str, str]] = []
        """For each row the criterion and the session it leads to."""
        self.list = MomentList(theme, self.tr("What the class gets wrong"))
        self.list.clicked.connect(self._on_chosen)
        self.list.activated.connect(self._on_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 1)
        words = self.tr("Enter on a criterion shows who is weak in it; on anything else, the last session it is from.")
        layout.addWidget(Label(words, "small", wrap=True))

    def show_wrongs(self, found: Overview, named: ClassNames, rubric: Rubric | None) -> None:
        names = {} if rubric is None else {each.id: each.name[self._language] for each in rubric.criteria}
        rows: list[Moment] = []
        self._targets = []
        self._add(rows, Moment(at=None, text=self.tr("Weakest criteria"), heading=True))
        for spread in found.weak[:MOST_WEAK]:
            words = self.tr("{low} of {marked} below level 3, mean {mean}").format(
                low=spread.low, marked=spread.marked, mean=f"{spread.mean or 0.0:.1f}"
            )
            name = f"{spread.criterion} {names.get(spread.criterion, '')}"
            row = Moment(at=None, text=name, below=words, share=spread.low_share, tone=Tone.WARN)
            self._add(rows, row, criterion=spread.criterion)
        for heading, flaws in (
            (self.tr("Rules broken most often"), named.rules),
            (self.tr("Facts missed most often"), named.facts),
            (self.tr("Also missed"), named.other),
        ):
            self._add_flaws(rows, heading, flaws)
        self.list.show_moments(rows)

    def _add_flaws(self, rows: list[Moment], heading: str, flaws: Sequence[Named]) -> None:
        self._add(rows, Moment(at=None, text=heading, heading=True))
        if not flaws:
            self._add(rows, Moment(at=None, text=self.tr("None.")))
        for each in flaws:
            flaw = each.flaw
            words = self.tr("{sessions} of {all} sessions").format(sessions=flaw.sessions, all=flaw.of)
            below = f"{flaw.scenario} · {words}" if flaw.scenario else words
            row = Moment(at=None, text=each.name, below=below, share=flaw.share, tone=Tone.WARN)
            self._add(rows, row, session=flaw.session)

    def _add(self, rows: list[Moment], row: Moment, *, criterion: str = "", session: str = "") -> None:
        rows.append(row)
        self._targets.append((criterion, session))

    def _on_chosen(self, index: QModelIndex) -> None:
        if not 0 <= index.row() < len(self._targets):
            return
        criterion, session = self._targets[index.row()]
        if criterion:
            self.criterion_asked.emit(criterion)
        elif session:
            self.session_asked.emit(session)
