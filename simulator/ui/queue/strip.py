"""Over a session that was opened from the queue: how far the evening has come, and the sessions beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.domain.queue import Queued, Wanted
from simulator.ports import Mendable
from simulator.queue_port import QueueStore
from simulator.ui.plain import shown
from simulator.ui.queue.model import today
from simulator.ui.sentences import sentence
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Button, ElidedLabel, row


class QueueStrip(QWidget):
    """Previous and next by key; once the session is signed, the next one is offered."""

    review_asked = Signal(object)
    """``Queued``: this session is to be opened."""
    queue_asked = Signal()

    def __init__(
        self, store: QueueStore, wanted: Wanted, session: Queued, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """``session`` as it stood when it was opened: it keeps that place, however it is judged here."""
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._store = store
        self._wanted = wanted
        self.session = session
        self._next: Queued | None = None
        self._previous: Queued | None = None
        self.queue = Button(self.tr("Queue"), "F7")
        self.told = ElidedLabel("", "small")
        self.previous = Button(self.tr("Previous"), "Ctrl+PgUp")
        self.next = Button(self.tr("Next"), "Ctrl+PgDown")
        line = row(theme.px(8))
        line.setContentsMargins(14, 4, 14, 4)
        line.addWidget(self.queue)
        line.addWidget(self.told, 1)
        line.addWidget(self.previous)
        line.addWidget(self.next)
        self.setLayout(line)
        self.queue.clicked.connect(self.queue_asked)
        self.previous.clicked.connect(lambda: self._open(self._previous))
        self.next.clicked.connect(lambda: self._open(self._next))
        self.refresh(signed=False)

    def refresh(self, *, signed: bool) -> None:
        """Look again at what is beside it; ``signed`` by who sits here: the next one is offered."""
        try:
            self._next = next(iter(self._store.queue(self._wanted, 1, after=self.session)), None)
            self._previous = self._store.before(self._wanted, self.session)
            counted = self._store.progress(self._wanted, today())
        except Mendable as error:
            self._tell(sentence(error), Tone.BAD)
            return
        self.next.setEnabled(self._next is not None)
        self.previous.setEnabled(self._previous is not None)
        done = self.tr("{signed} of {whole} signed today").format(signed=counted.signed, whole=counted.whole)
        if not signed:
            self._tell(done, Tone.MUTED)
        elif self._next is not None:
            words = self.tr("Signed: {done}. Next: {name} · {scenario}")
            self._tell(
                words.format(done=done, name=shown(self._next.trainee.name, 30), scenario=self._next.scenario),
                Tone.GOOD,
            )
            self.next.setFocus()
        else:
            self._tell(self.tr("Signed: {done}. That was the last of this queue.").format(done=done), Tone.GOOD)
            self.queue.setFocus()

    def _tell(self, words: str, tone: Tone) -> None:
        self.told.say(words)
        self.told.set_tone(tone)

    def _open(self, session: Queued | None) -> None:
        if session is not None:
            self.review_asked.emit(session)
