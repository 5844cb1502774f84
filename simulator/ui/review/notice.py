"""What has to be known before a score is trusted, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simulator.domain.judgement import Judgement, Scorecard
from simulator.domain.session import Ending
from simulator.ports import SessionEntry
from simulator.reports.changes import judged_before
from simulator.ui.theme import Tone
from simulator.ui.widgets import Button, Label, row


class Notice(QWidget):
    """One line with one button, both gone where there is nothing to say."""

    finish_asked = Signal()
    again_asked = Signal()
    """The session was scored anew: it is to be opened again."""

    def __init__(self, entry: SessionEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        self._heard_again = False
        self.hint = Label("", "small", tone=Tone.WARN, wrap=True)
        self.finish = Button(self.tr("Finish and score"))
        self.finish.clicked.connect(self.finish_asked)
        self.again = Button(self.tr("Show it"))
        self.again.clicked.connect(self.again_asked)
        line = row()
        line.addWidget(self.hint, 1)
        line.addWidget(self.finish)
        line.addWidget(self.again)
        self.setLayout(line)
        self.hide()

    def show_state(self, card: Scorecard, judgement: Judgement) -> None:
        """Say what the score rests on."""
        self._show(
            cut=self._entry.ending is Ending.ON_AIR,
            provisional=card.provisional and not self._entry.final,  # else it is one that was signed
            judged=judged_before(judgement, self._entry.heard_utc),
        )

    def _show(self, *, cut: bool, provisional: bool, judged: bool) -> None:
        unfinished = (cut or provisional) and not self._heard_again
        words = ""
        if self._heard_again:
            words = self.tr("The whole recording was heard again, and the session scored by that.")
        elif cut:
            words = self.tr("This session was cut off. All up to its last second is here: finish and score it.")
        elif provisional:
            words = self.tr("Provisional: by what was heard live. Finish, to score the whole recording.")
        elif judged:
            words = self.tr("Judged by what was heard live; that stands. It was heard again since: see Transcript.")
        self.hint.say(words)
        self.finish.setVisible(unfinished)
        self.again.setVisible(self._heard_again)
        self.setVisible(bool(words))

    def tell_heard_again(self) -> None:
        """The second hearing is done while the session stands open here."""
        self._heard_again = True
        self._show(cut=False, provisional=False, judged=False)
