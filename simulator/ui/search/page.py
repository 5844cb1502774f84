"""Search: what hosts said and viewers wrote, in all sessions; a hit opens at its second."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from simulator.domain.queue import Left, Source
from simulator.ports import Mendable
from simulator.queue_port import QueueStore
from simulator.ui.models import ROW
from simulator.ui.search.model import HitDelegate, HitModel
from simulator.ui.sentences import sentence
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Bar, Button, Label, Panel

TYPED_MS = 200
"""How long typing may pause before it is searched."""
LONGEST_WORDS = 100


class SearchPage(QWidget):
    """A field, and beside each other what was said and what was written."""

    back_asked = Signal()
    review_asked = Signal(str, float)
    """Session and second."""

    def __init__(self, store: QueueStore, theme: Theme, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.words = QLineEdit(words)
        self.words.setMaxLength(LONGEST_WORDS)
        self.words.setClearButtonEnabled(True)
        self.words.setPlaceholderText(self.tr("Words that were said or written: any two letters, or whole words"))
        self.words.setAccessibleName(self.tr("Words to search for"))
        self.back = Button(self.tr("Back"), "Esc")
        self.trouble = Label("", tone=Tone.BAD, wrap=True)
        self.taking_in = Label("", "small", wrap=True)
        self.models = {source: HitModel(store, source, self) for source in Source}
        self.lists: dict[Source, QListView] = {}
        self.counts: dict[Source, Label] = {}
        self._lay_out()
        self._typed = QTimer(self, singleShot=True, interval=TYPED_MS)
        self._typed.timeout.connect(self.search)
        self.words.textChanged.connect(lambda _text: self._typed.start())
        self.words.returnPressed.connect(self._on_enter)
        self.back.clicked.connect(self.back_asked)
        QShortcut(QKeySequence("Ctrl+F"), self, self._begin)
        self.search()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """One begins with the words."""
        super().focusInEvent(event)
        self._begin()

    def _lay_out(self) -> None:
        theme = self._theme
        bar = Bar()
        if not theme.roomy:
            bar.line.setContentsMargins(12, 7, 12, 7)
            bar.line.setSpacing(6)
        bar.line.addWidget(Label(self.tr("Search all sessions"), "brand"))
        bar.line.addWidget(self.words, 1)
        bar.line.addWidget(self.back)
        columns = QHBoxLayout()
        columns.setSpacing(theme.px(12))
        for source, title in (
            (Source.SAID, self.tr("What hosts said")),
            (Source.WRITTEN, self.tr("What viewers wrote")),
        ):
            columns.addWidget(self._column(source, title), 1)
        self.trouble.hide()
        self.taking_in.hide()
        inside = QVBoxLayout()
        inside.setContentsMargins(14, 10, 14, 12)
        inside.setSpacing(8)
        inside.addWidget(self.trouble)
        inside.addWidget(self.taking_in)
        inside.addLayout(columns, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addLayout(inside, 1)

    def _column(self, source: Source, title: str) -> Panel:
        model, view = self.models[source], QListView()
        view.setModel(model)
        view.setItemDelegate(HitDelegate(self._theme, model, view))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setUniformItemSizes(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setMouseTracking(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(title)
        view.activated.connect(self._on_activated)
        model.rowsInserted.connect(lambda *_: self._show_counts())
        model.failed.connect(self._complain)
        self.lists[source] = view
        self.counts[source] = Label("", "small", wrap=True)
        box = Panel(title)
        box.body.setContentsMargins(8, 8, 8, 8)
        box.body.addWidget(self.counts[source])
        box.body.addWidget(view, 1)
        return box

    # ------------------------------------------------------------------ what is shown

    def search(self) -> None:
        """Look for the words again."""
        self._typed.stop()
        self.trouble.hide()
        words = self.words.text()
        try:
            for model in self.models.values():
                model.ask(words)
        except Mendable as error:
            self._complain(error)
            return
        self._show_counts()

    def show_left(self, left: Left) -> None:
        """Tell that comments of older sessions are still on their way into the index."""
        self.taking_in.setVisible(bool(left.comments))
        self.taking_in.say(self.tr("comments of %n older session(s) cannot be found yet", "", left.comments))

    def _show_counts(self) -> None:
        for source, model in self.models.items():
            count = len(model.rows)
            if not self.words.text().strip():
                words = ""
            elif model.whole:
                words = self.tr("%n place(s)", "", count) if count else self.tr("nowhere")
            else:
                words = self.tr("the newest %n places; more come as you go down", "", count)
            self.counts[source].say(words)

    # ------------------------------------------------------------------ what is done

    def _begin(self) -> None:
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def _on_enter(self) -> None:
        """Search at once, and go to the first hit."""
        self.search()
        for source, view in self.lists.items():
            if self.models[source].rows:
                view.setFocus()
                view.setCurrentIndex(self.models[source].index(0))
                return

    def _on_activated(self, index: QModelIndex) -> None:
        hit = index.data(ROW)
        if hit is not None:
            self.review_asked.emit(hit.session, hit.at)

    def _complain(self, error: Mendable) -> None:
        self.trouble.say(sentence(error))
        self.trouble.show()
