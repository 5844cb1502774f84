"""The chat as it was: who wrote what, and whether and when it was answered."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.domain.crowd import CommentPosted
from simulator.domain.findings import QuestionAnswered
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds
from simulator.ui.amounts import clock
from simulator.ui.review.moments import Moment, MomentList
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Label


def answered_at(log: SessionLog) -> dict[str, Seconds]:
    """When the host began the words that first answered each comment."""
    found: dict[str, Seconds] = {}
    for answer in log.only(QuestionAnswered):
        for comment in answer.comments:
            found.setdefault(comment, answer.said.start)
    return found


class ChatView(QWidget):
    """Comments by time; the newest at the moment that plays is marked."""

    chosen = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._times: list[Seconds] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.summary = Label("", "small", wrap=True)
        layout.addWidget(self.summary)
        self.list = MomentList(theme, self.tr("Chat"))
        self.list.chosen.connect(self.chosen)
        layout.addWidget(self.list, 1)

    def show_session(self, log: SessionLog) -> None:
        comments = sorted(log.only(CommentPosted), key=lambda comment: comment.at)
        answers = answered_at(log)
        self._times = [comment.at for comment in comments]
        self.list.show_moments([self._moment(comment, answers.get(comment.id)) for comment in comments])
        if not comments:
            self.summary.say(self.tr("No comments in this session."))
            return
        questions = [comment for comment in comments if comment.wants_answer]
        told = sum(comment.id in answers for comment in questions)
        self.summary.say(
            self.tr("%n comment(s)", "", len(comments))
            + " · "
            + self.tr("%n question(s)", "", len(questions))
            + " · "
            + self.tr("%n answered", "", told)
        )

    def follow(self, at: Seconds) -> None:
        from bisect import bisect_right

        number = bisect_right(self._times, at) - 1
        self.list.follow(number if number >= 0 else None)

    def _moment(self, comment: CommentPosted, answered: Seconds | None) -> Moment:
        below, tone = "", Tone.MUTED
        if answered is not None:
            below, tone = "✓ " + self.tr("answered at {time}").format(time=clock(answered)), Tone.GOOD
        elif comment.wants_answer:
            below, tone = "○ " + self.tr("not answered"), Tone.WARN
        return Moment(at=comment.at, name=comment.viewer.name, text=comment.text, below=below, tone=tone)
