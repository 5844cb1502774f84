"""The queue: which sessions wait for an instructor, the least sure first, and how far the evening has come."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QProgressBar, QVBoxLayout, QWidget

from simulator.domain.queue import Left, Queued, Wanted
from simulator.ports import Mendable
from simulator.ui.queue.classes import ClassesDialog
from simulator.ui.queue.filters import OPEN, QueueFilters
from simulator.ui.queue.model import QueueDelegate, QueueModel, today
from simulator.ui.queue.second import SecondDialog
from simulator.ui.review.instructor import known_instructor
from simulator.ui.sentences import sentence
from simulator.ui.theme import Theme, Tone
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import Bar, Button, ElidedLabel, EmptyState, Label, Panel, PrimaryButton, row

if TYPE_CHECKING:
    from simulator.live.studio import Studio


class QueuePage(QWidget):
    """A list with its filters; Enter opens a session in the review room, where its neighbours are a key away."""

    home_asked = Signal()
    search_asked = Signal()
    review_asked = Signal(object, object)
    """``Queued`` and ``Wanted``: the session, and the queue it stands in."""

    def __init__(
        self,
        studio: Studio,
        theme: Theme,
        language: ScreenLanguage,
        wanted: Wanted | None = None,
        session: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``session`` is chosen where it is among the first; raise StoreError."""
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._studio = studio
        self._store = studio.store
        self._theme = theme
        self._titles = {each.id: each.title[language.of_texts] for each in studio.scenarios()}
        self.filters = QueueFilters(theme)
        self.model = QueueModel(self._store, self._titles, self)
        self.list = QListView()
        self.done = Label("", "strong")
        self.progress = QProgressBar()
        self.taking_in = ElidedLabel("", "small")
        self.trouble = Label("", tone=Tone.BAD, wrap=True)
        self.open = PrimaryButton(self.tr("Open review"), printed="Enter")
        self.home = Button(self.tr("Home"), "Esc")
        self.search = Button(self.tr("Search"), "F8")
        self.classes = Button(self.tr("Classes …"), "Ctrl+K")
        self.second = Button(self.tr("Assessors …"), "Ctrl+L")
        self.everything = Button(self.tr("Show all that wait"))
        self.none = EmptyState(theme, "", "", self.everything)
        self._lay_out()
        self._connect()
        self._offer()
        if wanted is not None:
            self.filters.choose(wanted)
        self.refresh(session)
        self.setFocusProxy(self.list)

    # ------------------------------------------------------------------ laying out

    def _lay_out(self) -> None:
        theme = self._theme
        bar = Bar()
        if not theme.roomy:
            bar.line.setContentsMargins(12, 7, 12, 7)
            bar.line.setSpacing(6)
        bar.line.addWidget(Label(self.tr("Review queue"), "brand"))
        bar.line.addStretch()
        for button in (self.classes, self.second, self.search, self.home):
            bar.line.addWidget(button)
        view = self.list
        view.setModel(self.model)
        view.setItemDelegate(QueueDelegate(theme, self.model, view))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setUniformItemSizes(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setMouseTracking(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(self.tr("Sessions to review"))
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Signed today"))
        self.progress.setFixedWidth(theme.px(220))
        box = Panel()
        box.body.setContentsMargins(8, 8, 8, 8)
        box.body.addWidget(view, 1)
        box.body.addWidget(self.none, 1)
        foot = row(12)
        foot.addWidget(self.done)
        foot.addWidget(self.progress)
        foot.addWidget(self.taking_in, 1)
        foot.addWidget(self.open)
        self.trouble.hide()
        inside = QVBoxLayout()
        inside.setContentsMargins(14, 10, 14, 12)
        inside.setSpacing(8)
        inside.addWidget(self.filters)
        inside.addWidget(self.trouble)
        inside.addWidget(box, 1)
        inside.addLayout(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addLayout(inside, 1)

    def _connect(self) -> None:
        self.home.clicked.connect(self.home_asked)
        self.search.clicked.connect(self.search_asked)
        self.classes.clicked.connect(self._on_classes)
        self.second.clicked.connect(self._on_second)
        self.open.clicked.connect(self._on_open)
        self.everything.clicked.connect(self._on_everything)
        self.list.activated.connect(lambda _index: self._on_open())
        self.filters.changed.connect(self.refresh)
        self.model.failed.connect(self._complain)

    def _offer(self) -> None:
        store = self._store
        self.filters.offer(store.classes(), store.queued_scenarios(), self._titles, store.queued_papers())

    # ------------------------------------------------------------------ what is shown

    @property
    def wanted(self) -> Wanted:
        """What the filters ask for, but for what this instructor signed first."""
        return replace(self.filters.wanted, but_signed_by=known_instructor(self._store))

    @property
    def chosen(self) -> Queued | None:
        return self.model.row(self.list.currentIndex().row())

    def refresh(self, session: str | None = None) -> None:
        """Ask again; the session is chosen where it is among the first, else the head."""
        self.trouble.hide()
        wanted = self.wanted
        try:
            self.model.ask(wanted)
            counted = self._store.progress(wanted, today())
        except Mendable as error:
            self._complain(error)
            return
        sessions = [each.session for each in self.model.rows]
        if sessions:
            at = sessions.index(session) if session in sessions else 0
            self.list.setCurrentIndex(self.model.index(at))
        self.list.setVisible(bool(sessions))
        self.open.setEnabled(bool(sessions))
        self.none.setVisible(not sessions)
        self._say_none(wanted)
        self.done.say(
            self.tr("{signed} of {whole} signed today").format(signed=counted.signed, whole=counted.whole)
            if counted.whole
            else self.tr("nothing waits")
        )
        self.progress.setMaximum(max(1, counted.whole))
        self.progress.setValue(counted.signed)
        self.progress.setVisible(bool(counted.whole))

    def show_left(self, left: Left) -> None:
        """Tell what of older sessions is not in the queue as it should be yet, and show what came once all has."""
        parts = []
        if left.sessions:
            parts.append(self.tr("%n older session(s) still to be looked through", "", left.sessions))
        if left.comments:
            parts.append(self.tr("comments of %n session(s) still to be indexed", "", left.comments))
        if self.taking_in.whole and not parts:  # all has come: the reasons are known now
            chosen = self.chosen
            self.refresh(None if chosen is None else chosen.session)
        self.taking_in.say(" · ".join(parts))

    def _say_none(self, wanted: Wanted) -> None:
        narrowed = replace(wanted, order=Wanted().order, but_signed_by="") != Wanted()
        self.everything.setVisible(narrowed)
        if narrowed:
            self.none.say(
                self.tr("No session is like that."), self.tr("Change what is asked for, or show all that wait.")
            )
        else:
            self.none.say(
                self.tr("Nothing waits for you."),
                self.tr("Sessions stand here once they were scored, and leave when they are signed."),
            )

    # ------------------------------------------------------------------ what is done

    def _on_open(self) -> None:
        chosen = self.chosen
        if chosen is not None:
            self.review_asked.emit(chosen, self.wanted)

    def _on_everything(self) -> None:
        self.filters.choose(Wanted(stages=OPEN))
        self.refresh()
        self.list.setFocus()

    def _on_classes(self) -> None:
        dialog = ClassesDialog(self._store, self._theme, self)
        dialog.finished.connect(lambda _code: self._on_settled())
        dialog.open()

    def _on_second(self) -> None:
        dialog = SecondDialog(self._store, self)
        dialog.finished.connect(lambda _code: self._on_settled())
        dialog.open()

    def _on_settled(self) -> None:
        chosen = self.chosen
        try:
            self._offer()
        except Mendable as error:
            self._complain(error)
            return
        self.refresh(None if chosen is None else chosen.session)

    def _complain(self, error: Mendable) -> None:
        self.trouble.say(sentence(error))
        self.trouble.show()
