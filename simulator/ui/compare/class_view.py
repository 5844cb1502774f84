"""A class: how its levels spread, who needs what, and what all of them get wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from simulator.domain.rubric import Rubric
from simulator.domain.standing import MOST_NEEDS, MOST_SESSIONS, ClassSessions, Overview, Weakness
from simulator.ports import ContentError, Mendable
from simulator.reports.class_tables import ClassNames, class_csv
from simulator.review.classes import overview, weak_in
from simulator.ui.amounts import points
from simulator.ui.cards import Card, CardDelegate, CardModel
from simulator.ui.compare.catch_up import CatchUp
from simulator.ui.compare.class_export import ClassExport
from simulator.ui.compare.class_filters import ClassFilters
from simulator.ui.compare.evidence import EvidenceView
from simulator.ui.compare.flaw_words import FlawWords
from simulator.ui.compare.spread_chart import SpreadChart, SpreadLegend
from simulator.ui.compare.wrongs import WrongsView
from simulator.ui.jobs import Jobs
from simulator.ui.plain import shown
from simulator.ui.review.instructor import BLIND
from simulator.ui.sentences import sentence
from simulator.ui.theme import Theme, Tone
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import Button, EmptyState, Label, LinkButton, Panel, TabButton, column, row

if TYPE_CHECKING:
    from simulator.live.studio import Studio

SIDE_PX, SIDE_LARGE_PX = 470, 380
MANY = 400
"""More sessions than this are counted in a turn of their own."""


@dataclass(frozen=True, slots=True)
class NeedCard(Card):
    """A trainee of the class."""

    trainee: str
    name: str
    weaknesses: tuple[Weakness, ...]
    last: str


class ClassView(QWidget):
    """What an instructor plans the next lesson by."""

    review_asked = Signal(str)
    moment_asked = Signal(str, float)
    """A session is to be opened at a moment."""
    path_asked = Signal(str)
    """A trainee's path (``Trainee.id``)."""

    def __init__(
        self, studio: Studio, theme: Theme, jobs: Jobs, language: ScreenLanguage, parent: QWidget | None = None
    ) -> None:
        """Raise ContentError or StoreError."""
        super().__init__(parent)
        self._store = studio.store
        self._theme = theme
        self._language = language.of_texts
        scenarios = studio.scenarios()
        self._names = {each.id: each.name for each in studio.store.trainees()}
        self._flaws = FlawWords(studio.library, scenarios, self._language)
        self.found = ClassSessions(marked_by=None)
        self.overview: Overview = overview(self.found, None)
        self._rubric: Rubric | None = None
        self._scenario_of: dict[str, str] = {}
        self._criterion: str | None = None
        self.filters = ClassFilters(theme, studio.store.classes(), scenarios, self._language)
        self.chart = SpreadChart(theme, self._language)
        self.legend = SpreadLegend(theme)
        self.model: CardModel[NeedCard] = CardModel(self)
        self.list = QListView()
        self.wrongs = WrongsView(theme, self._language)
        self.evidence = EvidenceView(studio.store, theme, self._language, self._missed)
        self.about = Label("", "strong", wrap=True)
        self.notice = Label("", "small", tone=Tone.WARN, wrap=True)
        self.exports = ClassExport(studio, jobs, self._language, self._table, self)
        self.catching_up = CatchUp(studio.store, self)
        self._make_buttons()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.chart)

    # ------------------------------------------------------------------ parts

    def _make_buttons(self) -> None:
        self.export = Button(self.tr("Export …"))
        self.needs_tab = TabButton(self.tr("Who needs what"))
        self.wrongs_tab = TabButton(self.tr("What goes wrong"))
        self.needs_tab.setChecked(True)
        self.all = LinkButton(self.tr("All criteria"))
        self.path = Button(self.tr("Path over time"))
        self.open = Button(self.tr("Open last session"))
        self.all.hide()

    def _lay_out(self) -> None:
        theme = self._theme
        self.list.setModel(self.model)
        self.list.setItemDelegate(CardDelegate(theme, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("Trainees, those who need most first"))
        area = QScrollArea()
        area.setWidget(self.chart)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = Panel(self.tr("Levels by criterion"))
        box.body.addWidget(self.legend)
        box.body.addWidget(area, 1)
        top = row(8)
        top.addWidget(self.filters, 1)
        top.addWidget(self.export)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 10, 14, 10)
        whole.setSpacing(8)
        whole.addLayout(top)
        whole.addWidget(self.about)
        whole.addWidget(self.notice)
        self.notice.hide()
        self.none = EmptyState(
            theme,
            self.tr("No scored session fits."),
            self.tr("Choose another class, scenario or time; sessions count here once they are scored."),
        )
        whole.addWidget(self.none, 1)
        self._middle = QWidget()
        middle = row(12)
        middle.addWidget(box, 1)
        middle.addWidget(self._right())
        self._middle.setLayout(middle)
        whole.addWidget(self._middle, 1)

    def _right(self) -> QWidget:
        theme = self._theme
        tabs = row(6)
        tabs.addWidget(self.needs_tab)
        tabs.addWidget(self.wrongs_tab)
        tabs.addStretch()
        tabs.addWidget(self.all)
        needs = QWidget()
        held = QVBoxLayout(needs)
        held.setContentsMargins(0, 0, 0, 0)
        held.setSpacing(6)
        held.addWidget(self.list, 5)
        ways = row(8)
        ways.addWidget(self.path)
        ways.addWidget(self.open)
        ways.addStretch()
        held.addLayout(ways)
        held.addWidget(self.evidence, 4)
        self.pages = QStackedWidget()
        self.pages.addWidget(needs)
        self.pages.addWidget(self.wrongs)
        side = Panel()
        side.body.setContentsMargins(10, 8, 10, 8)
        inside = column(8)
        inside.addLayout(tabs)
        inside.addWidget(self.pages, 1)
        side.body.addLayout(inside, 1)
        side.setFixedWidth(theme.px(SIDE_PX if theme.roomy else SIDE_LARGE_PX))
        return side

    def _connect(self) -> None:
        self.filters.changed.connect(self.refresh)
        self.export.clicked.connect(self.exports.ask)
        self.chart.chosen.connect(self._on_criterion)
        self.all.clicked.connect(lambda: self._on_criterion(""))
        self.needs_tab.clicked.connect(lambda: self.pages.setCurrentIndex(0))
        self.wrongs_tab.clicked.connect(lambda: self.pages.setCurrentIndex(1))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_evidence())
        self.list.activated.connect(self._on_open)
        self.path.clicked.connect(self._on_path)
        self.open.clicked.connect(lambda: self._on_open(self.list.currentIndex()))
        self.wrongs.session_asked.connect(self.review_asked)
        self.wrongs.criterion_asked.connect(self._on_wrong_criterion)
        self.evidence.moment_asked.connect(self.moment_asked)
        self.catching_up.left.connect(self._on_left)
        self.catching_up.done.connect(lambda taken: self.refresh() if taken else None)
        self.catching_up.failed.connect(self._complain)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()
            self.catching_up.begin()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.catching_up.stop()
        super().closeEvent(event)

    # ------------------------------------------------------------------ counting

    def refresh(self) -> None:
        """Count again."""
        store = self._store
        try:
            id = self.filters.class_id
            members = None if id is None else tuple(each.trainee.id for each in store.members(id))
            blind = bool(store.setting(BLIND, False))
            self.found = store.class_sessions(self.filters.question(members, signed=blind))
            self._rubric = self._rubric_of(self.found)
        except Mendable as error:
            self._complain(error)
            return
        if len(self.found.sessions) > MANY:  # the window may breathe before they are counted
            self.about.say(self.tr("Counting …"))
            QTimer.singleShot(0, self, lambda: self._show_found(blind=blind))
        else:
            self._show_found(blind=blind)

    def _show_found(self, *, blind: bool) -> None:
        self.exports.sessions = tuple(each.session for each in self.found.sessions)
        self._scenario_of = {each.session: each.scenario for each in self.found.sessions}
        found = self.overview = overview(self.found, self._rubric)
        self.filters.show_marked(self.found.marked, found.marked_by)
        self.chart.show_spreads(found.spreads, self._rubric)
        self.legend.show_levels(self._rubric, self._language)
        named = ClassNames(
            title=self._title(),
            trainees=self._names,
            rules=self._flaws.named(found.rules),
            facts=self._flaws.named(found.facts),
            other=self._flaws.named(found.other),
        )
        self.named = named
        self.wrongs.show_wrongs(found, named, self._rubric)
        self._middle.setVisible(bool(found.spreads))
        self.none.setVisible(not found.spreads)
        self.export.setEnabled(bool(found.spreads))
        self._show_about(found, blind=blind)
        known = {spread.criterion for spread in found.spreads}
        self._on_criterion(self._criterion if self._criterion in known else "")

    def _table(self) -> str:
        return class_csv(self.overview, self._rubric, self.named)

    def _rubric_of(self, found: ClassSessions) -> Rubric | None:
        if found.marked_by is None:
            return None
        try:
            return self._store.rubric_version(*found.marked_by)
        except ContentError:
            return None

    def _title(self) -> str:
        boxes = (self.filters.scenario, self.filters.which, self.filters.since)
        return " · ".join((self.filters.class_name, *(box.currentText() for box in boxes)))

    def _show_about(self, found: Overview, *, blind: bool) -> None:
        parts = [
            self.tr("%n session(s)", "", found.sessions),
            self.tr("%n trainee(s)", "", found.trainees),
            self.tr("mean total {mean}").format(mean=points(found.mean)),
        ]
        if found.decided:
            parts.append(self.tr("{passed} of {decided} passed").format(passed=found.passed, decided=found.decided))
        self.about.say(" · ".join(parts) if found.sessions else "")
        self.about.setVisible(bool(found.sessions))
        notes = []
        if found.left_out:
            left = sum(count for _, _, count in found.left_out)
            words = self.tr("%n session(s) marked by another rubric or version are left out: not comparable.", "", left)
            notes.append(words)
        if found.rules_live:
            notes.append(self.tr("In %n of them rules broken are those heard live.", "", found.rules_live))
        if found.capped:
            notes.append(self.tr("Only the newest {count} sessions are counted.").format(count=MOST_SESSIONS))
        if found.trainees > MOST_NEEDS:
            notes.append(self.tr("The {count} who need most are listed.").format(count=MOST_NEEDS))
        if blind:
            notes.append(self.tr("Signed sessions only: you mark blind."))
        self.notice.say(" ".join(notes))
        self.notice.setVisible(bool(notes))

    # ------------------------------------------------------------------ who needs what

    def _on_criterion(self, criterion: str | None) -> None:
        """Show who is weak in it; "" is everybody with what they are weakest in."""
        self._criterion = criterion or None
        self.all.setVisible(self._criterion is not None)
        if self._criterion is None:
            cards = [
                self._card(need.trainee, need.weakest, points(need.total), need.last) for need in self.overview.needs
            ]
        else:
            last = {each.trainee: each.session for each in reversed(self.found.sessions)}
            cards = [
                self._card(trainee, (weak,), f"{weak.mean:.1f}", last[trainee])
                for trainee, weak in weak_in(self.found, self._criterion)
            ]
        self.model.replace(cards)
        if cards:
            self.list.setCurrentIndex(self.model.index(0))
        self._show_evidence()

    def _on_wrong_criterion(self, criterion: str) -> None:
        self.needs_tab.click()
        self._on_criterion(criterion)
        self.list.setFocus()

    def _card(self, trainee: str, weaknesses: tuple[Weakness, ...], state: str, last: str) -> NeedCard:
        criteria = (
            {} if self._rubric is None else {each.id: each.name[self._language] for each in self._rubric.criteria}
        )
        name = shown(self._names.get(trainee, trainee), 40)
        about = " · ".join(
            f"{each.criterion} {criteria.get(each.criterion, '')} {each.mean:.1f}" for each in weaknesses
        )
        lowest = min((each.mean for each in weaknesses), default=5.0)
        tone = Tone.BAD if lowest < 2 else Tone.WARN if lowest < 3 else Tone.PLAIN
        return NeedCard(
            title=name,
            about=about or self.tr("no criterion below level 3"),
            state=state,
            tone=tone,
            trainee=trainee,
            name=name,
            weaknesses=weaknesses,
            last=last,
        )

    def _chosen(self) -> NeedCard | None:
        return self.model.row(self.list.currentIndex().row())

    def _show_evidence(self) -> None:
        card = self._chosen()
        for button in (self.path, self.open):
            button.setEnabled(card is not None)
        self.evidence.show_weaknesses(
            "" if card is None else card.name, () if card is None else card.weaknesses, self._rubric
        )

    def _missed(self, session: str, id: str) -> str:
        return self._flaws.missed(self._scenario_of.get(session, ""), id)

    def _on_open(self, index: QModelIndex) -> None:
        card = self.model.row(index.row())
        if card is not None:
            self.review_asked.emit(card.last)

    def _on_path(self) -> None:
        card = self._chosen()
        if card is not None:
            self.path_asked.emit(card.trainee)

    # ------------------------------------------------------------------ what happens beside

    def _on_left(self, left: int) -> None:
        self.notice.say(self.tr("Taking in older sessions: %n left.", "", left))
        self.notice.show()

    def _complain(self, error: Mendable) -> None:
        self.notice.say(sentence(error))
        self.notice.show()
