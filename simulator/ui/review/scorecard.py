"""The scorecard: what waits for the instructor's word first, then every criterion by dimension."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from simulator.domain.agreement import Agreement
from simulator.domain.judgement import Judgement
from simulator.domain.rubric import Rubric
from simulator.scoring import judged_marks
from simulator.scoring.weights import dimension_points
from simulator.ui.amounts import points
from simulator.ui.plain import shown
from simulator.ui.review.criterion_row import CriterionRow
from simulator.ui.review.drafts import finding_place, level_place
from simulator.ui.review.finding_row import FindingRow
from simulator.ui.review.reviewed import Reviewed
from simulator.ui.review.rules_line import rules_line
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import Label

TURN_S = 0.006
"""How long rows are made before the window gets to breathe."""
GAP = 4
"""Pixels between rows."""
ASIDE = 6
"""Pixels between rows and the scroll bar."""
Row = TypeVar("Row", bound=QWidget)


class ScorecardView(QScrollArea):
    """Rows of criteria; at most one is open for the instructor's level."""

    sought = Signal(float)
    level_given = Signal(str, int, str)
    """Criterion, level, reason."""
    decided = Signal(str, bool, str)
    """Finding, whether it stands, reason."""
    drafted = Signal(str, str)
    """Place and words of what is being written; "" where there is nothing to keep."""

    def __init__(
        self, theme: Theme, language: ScreenLanguage, head: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._head = head
        self._theme = theme
        self._language = language.of_texts
        self._rubric: Rubric | None = None
        self.rows: dict[str, CriterionRow] = {}
        self.findings: dict[str, FindingRow] = {}
        self._dimensions: dict[str, tuple[Label, str]] = {}
        self._steps: Iterator[None] = iter(())
        self._done: Callable[[], None] = lambda: None
        self._high = 0
        """Of the rows that were made, pixels."""
        self._until = sys.maxsize
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._on_turn)
        self._column = QWidget(self.viewport())
        self._group: QWidget | None = None
        self._waiting = Label("", "heading", wrap=True)
        self.proposals = Label("", "small", wrap=True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # So it is known how wide the rows will be.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Scorecard"))

    def show_session(self, session: Reviewed, judgement: Judgement, masked: frozenset[str] = frozenset()) -> None:
        """Make the rows; after that ``show_judgement`` brings them up to date."""
        self._turn.stop()
        for _ in self._made(session, judgement):
            pass
        self._show_group()
        self.show_judgement(session, judgement, masked)

    def show_in_turn(self, session: Reviewed, judgement: Judgement, in_sight: Callable[[], None]) -> None:
        """Make the rows some at a time, so that the window is never held up, until those in sight are there.

        ``in_sight`` is called then; the others come with ``go_on``. ``rows`` is empty until all are there.
        """
        self._steps, self._high = self._made(session, judgement), 0
        self._done, self._until = in_sight, self.viewport().height()
        self._turn.start()

    def go_on(self, done: Callable[[], None]) -> None:
        """Make the rows that are out of sight, too."""
        self._done, self._until = done, sys.maxsize
        self._turn.start()

    @property
    def filled(self) -> bool:
        """Whether all that is in sight was made."""
        return bool(self.rows) or self._high >= self.viewport().height()

    def give_up(self) -> None:
        """Make no more rows."""
        self._turn.stop()

    def _on_turn(self) -> None:
        until = time.perf_counter() + TURN_S
        for _ in self._steps:
            if self._high >= self._until:
                break
            if time.perf_counter() >= until:
                if self._until == sys.maxsize:
                    self._show_group()
                return
        self._turn.stop()
        self._show_group()
        self._done()

    def _made(self, session: Reviewed, judgement: Judgement) -> Iterator[None]:
        """Makes row after row, each in a group that is out of sight until ``_show_group``."""
        self._rubric = session.rubric
        self.rows, self.findings, self._dimensions = {}, {}, {}
        self._column = column = QWidget(self.viewport())
        column.setObjectName("column")
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, ASIDE, 0)
        layout.setSpacing(GAP)
        if self._head is not None:
            layout.addWidget(self._head)
        layout.addStretch()
        self._group = None
        wide = self.viewport().width() - ASIDE
        yield
        rows: dict[str, CriterionRow] = {}
        findings: dict[str, FindingRow] = {}
        if session.grave:
            self._waiting = self._added(Label("", "heading", wrap=True, parent=self._room))
        self._added(Label(rules_line(session), "small", wrap=True, parent=self._room))
        for broken in session.grave:
            category = session.rules.categories.get(broken.category)
            rule = shown(broken.category, 40) if category is None else category.name[self._language]
            finding = FindingRow(
                self._theme, broken, rule, session.rewording(broken), session.law(broken), self._room, wide
            )
            finding.sought.connect(self.sought)
            finding.decided.connect(self.decided)
            finding.drafted.connect(lambda text, id=broken.id: self.drafted.emit(finding_place(id), text))
            findings[broken.id] = self._added(finding)
            self._high += finding.sizeHint().height()
            yield
        self.proposals = self._added(Label("", "small", wrap=True, parent=self._room))
        judged = {each.mark.criterion: each for each in judged_marks(session.marked.scorecard, judgement)}
        for dimension in session.rubric.dimensions:
            heading = Label("", "heading", parent=self._room)
            heading.setContentsMargins(0, GAP, 0, 0)
            self._dimensions[dimension.id] = (self._added(heading), f"{dimension.id} {dimension.name[self._language]}")
            for criterion in session.rubric.criteria:
                if criterion.dimension != dimension.id or criterion.id not in judged:
                    continue
                row = CriterionRow(
                    self._theme, criterion, judged[criterion.id], session, self._language, self._room, wide
                )
                row.sought.connect(self.sought)
                row.given.connect(self.level_given)
                row.drafted.connect(lambda text, id=criterion.id: self.drafted.emit(level_place(id), text))
                row.opened.connect(lambda opened=row: self._on_opened(opened))
                rows[criterion.id] = self._added(row)
                self._high += row.sizeHint().height()
                yield
        self.rows, self.findings = rows, findings

    @property
    def _room(self) -> QWidget:
        """Where the next row goes."""
        if self._group is None:
            self._group = QWidget(self._column)
            self._group.hide()  # laid out once, when all of it is there
            inside = QVBoxLayout(self._group)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(GAP)
        return self._group

    def _added(self, row: Row) -> Row:
        inside = self._room.layout()
        assert inside is not None
        inside.addWidget(row)
        return row

    def _show_group(self) -> None:
        """Let the rows that were made be seen."""
        if self._group is not None:
            layout = self._column.layout()
            assert isinstance(layout, QVBoxLayout)
            layout.insertWidget(layout.count() - 1, self._group)
            self._group.show()
            self._group = None
        if self.widget() is not self._column:
            self.setWidget(self._column)
            self._column.show()

    def show_agreement(self, found: Agreement) -> None:
        """Warn where the machine agrees poorly with instructors."""
        row = self.rows.get(found.criterion)
        if row is not None and found.flagged and found.kappa is not None:
            words = self.tr("⚑ the machine agrees poorly here (κ {kappa}, {pairs} pairs)")
            row.caution.say(words.format(kappa=f"{found.kappa:.2f}", pairs=found.pairs))
            row.caution.show()

    def show_judgement(self, session: Reviewed, judgement: Judgement, masked: frozenset[str] = frozenset()) -> None:
        """Bring levels, points and findings up to what instructors said; of ``masked`` criteria nothing is told."""
        if self.rows and session.rubric != self._rubric:
            self.show_session(session, judgement, masked)
            return
        marks = judged_marks(session.marked.scorecard, judgement)
        for each in marks:
            row = self.rows.get(each.mark.criterion)
            if row is not None:
                row.show_judged(each, session)
                row.show_evidence(tuple(one for one in judgement.evidence if one.criterion == each.mark.criterion))
                row.veil.set_on(each.mark.criterion in masked)
        to_confirm = sum(each.to_confirm is not None and each.mark.criterion not in masked for each in marks)
        self.proposals.setVisible(to_confirm > 0)
        self.proposals.say(
            self.tr(
                "%n proposed level(s) to confirm. C goes to the next one and, pressed again, confirms it.",
                "",
                to_confirm,
            )
        )
        weight_of = {each.mark.criterion: each.mark.weight for each in marks}
        levels = {each.mark.criterion: each.level for each in marks}
        for id, value in dimension_points(session.rubric, levels, weight_of):
            if id in self._dimensions:
                heading, name = self._dimensions[id]
                told = self.tr("{name} · {points} points").format(name=name, points=points(value))
                heading.say(name if masked else told)
        waiting = 0
        for id, finding in self.findings.items():
            words = tuple(word for word in judgement.confirmations if word.finding == id)
            finding.show_said(words)
            waiting += not words
        if waiting:
            self._waiting.say(self.tr("%n likely breach(es) wait for your word", "", waiting))
        else:
            self._waiting.say(self.tr("Likely breaches, all decided"))

    @property
    def open_criterion(self) -> str | None:
        """The one that is open; None where none is."""
        return next((id for id, row in self.rows.items() if row.is_open), None)

    def restore(self, drafts: Mapping[str, str]) -> int:
        """Bring back what was being written; how much there was."""
        rows = [row.restore(drafts[level_place(id)]) for id, row in self.rows.items() if level_place(id) in drafts]
        found = [
            each.restore(drafts[finding_place(id)]) for id, each in self.findings.items() if finding_place(id) in drafts
        ]
        return sum(rows) + sum(found)

    def confirm_next(self) -> None:
        """Confirm the proposal that is open before the instructor; else open the next that waits, with its evidence.

        So no level is confirmed by key that was not looked at.
        """
        rows = list(self.rows.values())
        open_row = next((row for row in rows if row.is_open), None)
        if open_row is not None and not open_row.confirm.isHidden():
            open_row.confirm.click()
        start = 0 if open_row is None else rows.index(open_row) + 1
        waiting = [row for row in (*rows[start:], *rows[:start]) if not row.confirm.isHidden()]
        if waiting:
            waiting[0].set_open(True)
            self.ensureWidgetVisible(waiting[0])
        elif open_row is not None:
            open_row.set_open(False)

    def change_next(self) -> None:
        """Give another level where a row is open, else to the next proposal that waits, else to the first criterion."""
        rows = list(self.rows.values())
        open_row = next((row for row in rows if row.is_open), None)
        row = open_row or next((row for row in rows if not row.confirm.isHidden()), next(iter(rows), None))
        if row is not None:
            row.begin()
            self.ensureWidgetVisible(row)

    def _on_opened(self, opened: CriterionRow) -> None:
        for row in self.rows.values():
            if row is not opened and row.is_open:
                row.set_open(False)
