"""What was rehearsed before."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal, SignalInstance
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from simulator.domain.session import Ending
from simulator.ports import SessionEntry
from simulator.ui.cards import CARD_PX
from simulator.ui.dialogs import ask
from simulator.ui.models import SessionModel
from simulator.ui.plain import shown
from simulator.ui.rehearings import Rehearings
from simulator.ui.review.flow import Flow
from simulator.ui.setup.cards import SessionDelegate
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Button, ElidedLabel, EmptyState, Label, LinkButton, Panel, row


class PastSessions(Panel):
    """The list of sessions, and what can be done with the chosen one."""

    review_asked = Signal(str)
    finish_asked = Signal(str)
    erase_agreed = Signal(str)
    queue_asked = Signal()
    """An instructor wants to see what waits for a review."""
    search_asked = Signal()
    more_asked = Signal()
    """The end of what is listed came into sight."""
    begin_asked = Signal()
    """Nothing was rehearsed yet, and somebody wants to."""
    rehearing_wanted = Signal(bool)
    """Recordings are to be heard again, or not, while nobody is on air."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._rehearing_wanted = True
        self.set_title(self.tr("Past sessions"))
        self.queue = Button(self.tr("Review queue"), "F7")
        self.queue.clicked.connect(self.queue_asked)
        self.search = Button(self.tr("Search"), "F8")
        self.search.clicked.connect(self.search_asked)
        for_instructors = Flow(spacing=theme.px(8))
        for_instructors.addWidget(self.queue)
        for_instructors.addWidget(self.search)
        self.body.addLayout(for_instructors)
        self._cut = Label("", tone=Tone.WARN, wrap=True)
        self._cut.hide()
        self.body.addWidget(self._cut)
        self.model = SessionModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(SessionDelegate(theme, self.model, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Past sessions"))
        self.list.selectionModel().currentChanged.connect(self._on_chosen)
        self.list.activated.connect(self._on_activated)
        self.list.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        # Large text: the list gives way and scrolls, before the page does.
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.list.setMinimumHeight(theme.px(CARD_PX))
        self.body.addWidget(self.list, 1)
        self.begin = Button(self.tr("Begin with your name"))
        self.begin.clicked.connect(self.begin_asked)
        self._none = EmptyState(
            theme,
            self.tr("Nothing has been rehearsed here yet."),
            self.tr("Your sessions will stand here with their scores, and open in the review room."),
            self.begin,
        )
        self.body.addWidget(self._none, 1)
        self._trouble = Label("", "small", tone=Tone.WARN, wrap=True)
        self._trouble.hide()
        self.body.addWidget(self._trouble)
        self.review = Button(self.tr("Open review"))
        self.review.clicked.connect(lambda: self._ask(self.review_asked))
        self.finish = Button(self.tr("Finish and score"))
        self.finish.clicked.connect(lambda: self._ask(self.finish_asked))
        self.erase = Button(self.tr("Erase …"))
        self.erase.clicked.connect(self._on_erase)
        ways = row()
        if theme.roomy:
            ways.addWidget(self.review)
        else:  # large text: the first way over the two others
            self.body.addWidget(self.review)
        ways.addWidget(self.finish)
        ways.addWidget(self.erase)
        if theme.roomy:
            ways.addStretch()
        self.body.addLayout(ways)
        self._hearing = ElidedLabel("", "small")
        self.rehear = LinkButton("")
        self.rehear.clicked.connect(lambda: self.rehearing_wanted.emit(not self._rehearing_wanted))
        line = row()
        line.addWidget(self._hearing, 1)
        line.addWidget(self.rehear)
        self.body.addLayout(line)
        self._hearing.hide()
        self.rehear.hide()
        self.show_sessions(())

    def show_rehearings(self, rehearings: Rehearings) -> None:
        """Say which recordings wait to be heard again, and let that be stopped or begun by hand."""
        self._rehearing_wanted = rehearings.wanted
        self.model.show_hearing(rehearings.told())
        waiting, session = len(rehearings.waiting), rehearings.session
        if session is not None:
            words = self.tr("Hearing a recording again: {percent}%").format(percent=int(100 * rehearings.share))
            if waiting:
                words += " · " + self.tr("%n more wait(s)", "", waiting)
        else:
            words = self.tr("%n recording(s) wait to be heard again", "", waiting)
        self._hearing.say(words)
        self.rehear.say(self.tr("Pause") if rehearings.wanted else self.tr("Hear them now"))
        shown = session is not None or bool(waiting)
        self._hearing.setVisible(shown)
        self.rehear.setVisible(shown)
        self._show_buttons()

    def show_sessions(self, entries: tuple[SessionEntry, ...]) -> None:
        """Show the newest ones; older ones are added as somebody goes down."""
        self.model.replace(entries)
        cut = [entry for entry in entries if entry.ending is Ending.ON_AIR]
        self._cut.setVisible(bool(cut))
        self._cut.say(
            self.tr(
                "%n session(s) ended unexpectedly. All up to the last second is here: finish and score it.",
                "",
                len(cut),
            )
        )
        self._none.setVisible(not entries)
        self.list.setVisible(bool(entries))
        if entries:
            first = next((number for number, entry in enumerate(entries) if entry in cut), 0)
            self.list.setCurrentIndex(self.model.index(first))
        self._show_buttons()

    def refresh(self, entries: tuple[SessionEntry, ...]) -> None:
        """The same sessions with what is new of them; the chosen one stays chosen."""
        if len(entries) != len(self.model.rows):
            self.show_sessions(entries)
            return
        self.model.replace(entries)
        self._show_buttons()

    @property
    def entry(self) -> SessionEntry | None:
        return self.model.row(self.list.currentIndex().row())

    def add(self, entries: tuple[SessionEntry, ...]) -> None:
        """Older ones, behind those that are shown."""
        self.model.append(entries)

    def _on_scrolled(self, value: int) -> None:
        bar = self.list.verticalScrollBar()
        if value >= bar.maximum() - bar.pageStep():
            self.more_asked.emit()

    def _on_chosen(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_buttons()

    def _show_buttons(self) -> None:
        entry = self.entry
        self.review.setEnabled(entry is not None and entry.ending is not Ending.ON_AIR)
        self.finish.setVisible(entry is not None and entry.ending is not Ending.SCORED)
        self.erase.setEnabled(entry is not None)
        for button in (self.review, self.erase):
            button.setVisible(bool(self.model.rows))
        trouble = "" if entry is None else self.model.trouble_of(entry)
        self._trouble.say(trouble)
        self._trouble.setVisible(bool(trouble))

    def _on_activated(self, _index: QModelIndex) -> None:
        button = self.review if self.review.isEnabled() else self.finish
        button.click()

    def _ask(self, signal: SignalInstance) -> None:
        entry = self.entry
        if entry is not None:
            signal.emit(entry.header.id)

    def _on_erase(self) -> None:
        entry = self.entry
        if entry is None:
            return
        words = self.tr("The session of {name}, with its recording, transcript and marks, is removed for good.")
        ask(
            self.window(),
            self.tr("Erase this session?"),
            words.format(name=shown(entry.trainee.name, 60)),
            self.tr("Erase"),
            self.tr("Keep"),
            lambda: self.erase_agreed.emit(entry.header.id),
        )
