"""A trainee's path over time: charts, and the sessions they are drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QListView,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from simulator.domain.standing import Standing
from simulator.ports import ContentError, Mendable
from simulator.review.paths import PathPoint, path
from simulator.ui.amounts import points, when
from simulator.ui.cards import Card, CardDelegate, CardModel
from simulator.ui.compare.catch_up import CatchUp
from simulator.ui.compare.path_chart import PathChart
from simulator.ui.plain import shown
from simulator.ui.review.instructor import BLIND
from simulator.ui.sentences import sentence
from simulator.ui.theme import Theme, Tone
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import Bar, Button, ElidedPill, EmptyState, Label, Panel, column, row

if TYPE_CHECKING:
    from simulator.live.studio import Studio

SIDE_PX = 340


@dataclass(frozen=True, slots=True)
class SessionCard(Card):
    """A session of the path."""

    point: PathPoint


class PathPage(QWidget):
    """Every scored session of one trainee, oldest first."""

    home_asked = Signal()
    review_asked = Signal(str)
    back_asked = Signal()
    """To where one came from."""

    def __init__(
        self, studio: Studio, trainee: str, theme: Theme, language: ScreenLanguage, parent: QWidget | None = None
    ) -> None:
        """``trainee`` is an id. Raise StoreError."""
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._store = studio.store
        self._trainee = trainee
        self._theme = theme
        self._standings: tuple[Standing, ...] = ()
        self._unsigned = 0
        self._name = next((each.name for each in studio.store.trainees() if each.id == trainee), trainee)
        self._titles = {each.id: each.title[language.of_texts] for each in studio.scenarios()}
        self.chart = PathChart(theme, language.of_texts)
        self.scenario = QComboBox()
        self.scenario.setAccessibleName(self.tr("Scenario"))
        self.scenario.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.scenario.setMinimumContentsLength(16)
        self.model: CardModel[SessionCard] = CardModel(self)
        self.list = QListView()
        self.notice = Label("", "small", tone=Tone.WARN, wrap=True)
        self.catching_up = CatchUp(studio.store, self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.chart)
        self.read()
        self.catching_up.begin()

    # ------------------------------------------------------------------ parts

    def _lay_out(self) -> None:
        theme = self._theme
        bar = Bar()
        if theme.roomy:
            bar.line.addWidget(Label(self.tr("Path over time"), "brand"))
        bar.line.addWidget(ElidedPill(shown(self._name, 40)))
        bar.line.addStretch()
        bar.line.addWidget(self.scenario)
        self.home = Button(self.tr("Home"))
        self.home.clicked.connect(self.home_asked)
        self.back = Button(self.tr("Back"), "Esc")
        self.back.clicked.connect(self.back_asked)
        bar.line.addWidget(self.home)
        bar.line.addWidget(self.back)
        self.list.setModel(self.model)
        self.list.setItemDelegate(CardDelegate(theme, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("Sessions of the path"))
        area = QScrollArea()
        area.setWidget(self.chart)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area = area
        self.none = EmptyState(
            theme,
            self.tr("No scored session yet."),
            self.tr("The path begins with the first session that is scored."),
        )
        legend = self.tr("● counts   ○ the machine alone   ◆ exam   ┆ another rubric: not comparable across it")
        self.legend = Label(legend, "small", wrap=True)
        left = column(8)
        left.addWidget(self.notice)
        self.notice.hide()
        left.addWidget(self.legend)
        left.addWidget(area, 1)
        left.addWidget(self.none, 1)
        box = Panel(self.tr("Sessions"))
        box.body.addWidget(self.list, 1)
        box.body.addWidget(Label(self.tr("Enter opens the session in the review room."), "small", wrap=True))
        box.setFixedWidth(theme.px(SIDE_PX if theme.roomy else SIDE_PX * 0.8))
        self.box = box
        body = row(14)
        body.setContentsMargins(14, 10, 14, 12)
        body.addLayout(left, 1)
        body.addWidget(box)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addLayout(body, 1)

    def _connect(self) -> None:
        self.chart.chosen.connect(self.review_asked)
        self.chart.moved.connect(self._on_chart)
        self.scenario.activated.connect(lambda _number: self._show())
        self.list.selectionModel().currentChanged.connect(self._on_list)
        self.list.activated.connect(self._on_open)
        self.catching_up.left.connect(self._on_left)
        self.catching_up.done.connect(self._on_caught_up)
        self.catching_up.failed.connect(self._complain)

    # ------------------------------------------------------------------ reading

    def read(self) -> None:
        """Ask the store again."""
        try:
            every = self._store.standings(self._trainee)
            blind = bool(self._store.setting(BLIND, False))
        except Mendable as error:
            self._complain(error)
            return
        self._standings = tuple(each for each in every if each.signed or not blind)
        self._unsigned = len(every) - len(self._standings)
        chosen = self.scenario.currentData()
        with QSignalBlocker(self.scenario):
            self.scenario.clear()
            self.scenario.addItem(self.tr("all scenarios"), None)
            for id in dict.fromkeys(each.scenario for each in self._standings):
                self.scenario.addItem(shown(f"{id} {self._titles.get(id, '')}", 40), id)
            self.scenario.setCurrentIndex(max(0, self.scenario.findData(chosen)))
        self._show()

    def _show(self) -> None:
        wanted = self.scenario.currentData()
        standings = [each for each in self._standings if wanted in (None, each.scenario)]
        rubrics = {}
        for by in {(each.rubric, each.version) for each in standings}:
            try:
                rubrics[by] = self._store.rubric_version(*by)
            except ContentError:
                continue  # its sessions are left out, and counted below
            except Mendable as error:
                self._complain(error)
                return
        found = path(standings, rubrics)
        self.chart.show_path(found)
        self.model.replace([self._card(point) for point in reversed(found.points)])
        if found.points:
            self.list.setCurrentIndex(self.model.index(0))
        shown_ = bool(found.points)
        for widget in (self.area, self.box, self.legend):
            widget.setVisible(shown_)
        self.none.setVisible(not shown_)
        parts = []
        if found.mixed:
            parts.append(self.tr("Marked by more than one rubric: points on two sides of a dashed line differ by it."))
        if wanted is None and len({each.scenario for each in standings}) > 1:
            parts.append(self.tr("Scenarios differ in difficulty: choose one to compare like with like."))
        if lost := len(standings) - len(found.points):
            parts.append(self.tr("%n session(s) left out: their rubric is not here.", "", lost))
        if self._unsigned:
            parts.append(self.tr("%n session(s) hidden until they are signed: you mark blind.", "", self._unsigned))
        self.notice.say(" ".join(parts))
        self.notice.setVisible(bool(parts))

    def _card(self, point: PathPoint) -> SessionCard:
        standing = point.standing
        about = [shown(standing.scenario, 20)]
        about += [self.tr("exam")] if standing.exam else []
        about += [self.tr("%n level(s) by the instructor", "", point.given)] if point.given else []
        about += [self.tr("signed")] if standing.signed else []
        about += [self.tr("rubric {version}").format(version=shown(standing.version, 12))] if point.new_rubric else []
        tone = {True: Tone.GOOD, False: Tone.BAD, None: Tone.PLAIN}[standing.passed]
        sign = {True: "✓ ", False: "✗ ", None: ""}[standing.passed]
        return SessionCard(
            title=when(standing.began_utc),
            about=" · ".join(about),
            state=f"{sign}{points(standing.total)}",
            tone=tone,
            point=point,
        )

    # ------------------------------------------------------------------ moving

    def _on_chart(self, number: int) -> None:
        self.list.setCurrentIndex(self.model.index(len(self.model.rows) - 1 - number))

    def _on_list(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chart.go_to(len(self.model.rows) - 1 - now.row())

    def _on_open(self, index: QModelIndex) -> None:
        card = self.model.row(index.row())
        if card is not None:
            self.review_asked.emit(card.point.standing.session)

    def _on_left(self, left: int) -> None:
        self.notice.say(self.tr("Taking in older sessions: %n left.", "", left))
        self.notice.show()

    def _on_caught_up(self, taken: int) -> None:
        if taken:
            self.read()

    def _complain(self, error: Mendable) -> None:
        self.notice.say(sentence(error))
        self.notice.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.catching_up.stop()
        super().closeEvent(event)
