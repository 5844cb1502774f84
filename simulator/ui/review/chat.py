"""The chat as it was: who wrote what, and whether and when it was answered."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.domain.crowd import CommentPosted
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds
from simulator.metrics.room import SessionFigures
from simulator.ui.amounts import clock
from simulator.ui.review.moments import MadeMoments, Moment, MomentList
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Label


class ChatView(QWidget):
    """Comments by time; the newest at the moment that plays is marked."""

    chosen = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log: SessionLog | None = None
        self._places: Sequence[int] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.summary = Label("", "small", wrap=True)
        layout.addWidget(self.summary)
        self.list = MomentList(theme, self.tr("Chat"))
        self.list.chosen.connect(self.chosen)
        layout.addWidget(self.list, 1)

    def show_session(self, log: SessionLog, room: SessionFigures, answers: Mapping[str, Seconds]) -> None:
        """Comments are unpacked and worded when they come into sight: there may be 200,000 of them."""
        self._log = log
        self._places = places = log.places(CommentPosted)

        def moment(number: int) -> Moment:
            comment = log.events[places[number]]
            assert isinstance(comment, CommentPosted)
            return self._moment(comment, answers.get(comment.id))

        self.list.show_moments(MadeMoments(len(places), moment))
        if not places:
            self.summary.say(self.tr("No comments in this session."))
            return
        self.summary.say(
            self.tr("%n comment(s)", "", len(places))
            + " · "
            + self.tr("%n question(s)", "", room.questions)
            + " · "
            + self.tr("%n answered", "", room.answered)
        )

    def follow(self, at: Seconds) -> None:
        log = self._log
        if log is None:
            return
        number = bisect_right(self._places, at, key=lambda place: log.events[place].at) - 1
        self.list.follow(number if number >= 0 else None)

    def _moment(self, comment: CommentPosted, answered: Seconds | None) -> Moment:
        below, tone = "", Tone.MUTED
        if answered is not None:
            below, tone = "✓ " + self.tr("answered at {time}").format(time=clock(answered)), Tone.GOOD
        elif comment.wants_answer:
            below, tone = "○ " + self.tr("not answered"), Tone.WARN
        return Moment(at=comment.at, name=comment.viewer.name, text=comment.text, below=below, tone=tone)
