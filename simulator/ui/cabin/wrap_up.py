"""After the stream: the recording is closed, heard again and scored; the provisional score comes first."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from simulator.domain.judgement import Scorecard
from simulator.domain.session import Ending, SessionLog, Transcript
from simulator.live.marking import Marked, heard_in, mark
from simulator.ports import Mendable, StoreError
from simulator.ui.amounts import clock, points
from simulator.ui.jobs import Job, Jobs
from simulator.ui.sentences import sentence
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Button, Label, Panel, PrimaryButton, row

if TYPE_CHECKING:
    from simulator.live.session import LiveSession
    from simulator.live.studio import Studio


@dataclass(frozen=True, slots=True)
class Remains:
    """What there is to be scored."""

    read: Callable[[], SessionLog]
    """Unpacks the log, on any thread: of an hour it takes half a second."""
    transcript: Transcript | None
    """What was heard live."""
    recording: Path | None


@dataclass(frozen=True, slots=True)
class Closing:
    """How a session is brought to an end: something slow, then what only the main thread may do with its result."""

    aside: Callable[[Job], object]
    then: Callable[[object], Remains]


def closing_live(studio: Studio, session: LiveSession) -> Closing:
    """Let go of the devices of a session that has just gone off air."""
    with contextlib.suppress(StoreError):  # the score sets it too; a full disk must not keep the devices open
        studio.store.end(session.header.id, Ending.OFF_AIR)

    def then(ended: object) -> Remains:
        from simulator.live.booking import Ended

        assert isinstance(ended, Ended)
        session.hear_the_rest(ended.rest)
        if session.unkept is not None:
            raise session.unkept
        packed = studio.store.packed_log(session.header.id)
        return Remains(lambda: packed.unpacked()[0], session.transcript, ended.recording)

    return Closing(lambda _job: studio.end(), then)


def closing_cut(studio: Studio, session: str) -> Closing:
    """Make whole what a crash left of a session; raise StoreError or ContentError."""
    log = studio.marking.close_log(session)
    path = studio.store.recording_path(session)

    def then(recording: object) -> Remains:
        heard = studio.store.transcript(session) or heard_in(log)
        return Remains(lambda: log, heard, recording if isinstance(recording, Path) else None)

    return Closing(lambda _job: studio.equipment.recover(path), then)


class WrapUpPage(QWidget):
    """How far the score is; it can be cut short with the provisional one."""

    scored = Signal(str)
    """Open the review of this session."""
    home_asked = Signal()

    def __init__(
        self, closing: Closing, studio: Studio, theme: Theme, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._closing = closing
        self._studio = studio
        self._jobs = jobs
        self._job: Job | None = None
        self._remains: Remains | None = None
        self._log: SessionLog | None = None
        self._session = ""
        self._panel = Panel(self.tr("After the stream"))
        self._panel.setMinimumWidth(theme.px(560))
        self._panel.setMaximumWidth(theme.px(760))
        self._step = Label("", "title", wrap=True)
        self.score = Label("–", "score")
        self._about = Label("", "small", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(8)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._trouble = Label("", tone=Tone.WARN, wrap=True)
        self._trouble.hide()
        self._retry: Callable[[], None] | None = None
        self.again = Button(self.tr("Try again"), "Alt+R")
        self.again.clicked.connect(self._on_again)
        self.again.hide()
        self.open_now = PrimaryButton(self.tr("Open the review now"))
        self.open_now.setEnabled(False)
        self.open_now.clicked.connect(self._on_open_now)
        self.home = Button(self.tr("Home"), "Alt+H")
        self.home.setEnabled(False)  # until the recording is closed and the provisional score is kept
        self.home.clicked.connect(self._on_home)
        buttons = row()
        buttons.addWidget(self.home)
        buttons.addStretch()
        buttons.addWidget(self.again)
        buttons.addWidget(self.open_now)
        for widget in (self._step, self._bar, self.score, self._about, self._trouble):
            self._panel.body.addWidget(widget)
        self._panel.body.addSpacing(12)
        self._panel.body.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.addStretch()
        layout.addWidget(self._panel, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        self._begin()

    # ------------------------------------------------------------------ the steps

    def _begin(self) -> None:
        self._say(self.tr("Closing the recording …"), None)
        self._job = self._jobs.start(self._closing.aside, self._on_closed, self._on_failed, in_turn=True)

    def _on_closed(self, result: object) -> None:
        try:
            remains = self._remains = self._closing.then(result)
        except Mendable as error:
            self._say_unkept(error, lambda: self._on_closed(result))
            return
        self._say(self.tr("Scoring what was heard live …"), None)
        self._job = self._jobs.start(lambda _job: remains.read(), self._on_read, self._on_failed)

    def _on_read(self, log: SessionLog) -> None:
        remains = self._remains
        assert remains is not None
        try:
            yardstick = self._studio.marking.yardstick(log)
        except Mendable as error:
            self._say_unkept(error, lambda: self._on_read(log))
            return
        self._log, self._session = log, log.header.id
        self._about.say(self.tr("{time} on air").format(time=clock(log.length)))
        self._job = self._jobs.start(
            lambda _job: mark(log, remains.transcript, yardstick), self._on_provisional, self._on_failed
        )

    def _on_provisional(self, marked: Marked) -> None:
        if not self._kept(marked, self._on_provisional):
            return
        self.open_now.setEnabled(True)
        self.home.setEnabled(True)
        remains, log = self._remains, self._log
        assert remains is not None and log is not None
        yardstick = self._studio.marking.yardstick(log)
        marking = self._studio.marking
        self._say(self.tr("Listening to the whole recording again …"), 0.0)

        def hear_and_mark(job: Job) -> Marked | None:
            final = marking.transcribe(log, remains.recording, job.progress, job.is_cancelled, live=remains.transcript)
            return None if final is None else mark(log, final, yardstick)

        self._job = self._jobs.start(hear_and_mark, self._on_final, self._on_failed)
        self._job.progressed.connect(self._on_progress)

    def _on_progress(self, share: float) -> None:
        self._bar.setRange(0, 1000)
        self._bar.setValue(round(1000 * share))

    def _on_final(self, marked: Marked | None) -> None:
        self._job = None
        if marked is None:
            self._bar.hide()
            self._say_trouble(self.tr("No recogniser could hear the recording again: the score stays provisional."))
            return
        if self._kept(marked, self._on_final):
            self._open_soon(marked)

    def _open_soon(self, marked: Marked) -> None:
        """Look back at it once it is drawn: then the review room opens in a moment, now and later."""
        from simulator.ui.review.opening import JustMarked, get_ready

        assert self._log is not None
        just, session = JustMarked(self._log, marked), self._session
        get_ready(self._studio, just, self._jobs, self, lambda: self.scored.emit(session))

    def _on_failed(self, error: Mendable) -> None:
        self._job = None
        self._bar.hide()
        self._say_trouble(sentence(error))

    def _kept(self, marked: Marked, again: Callable[[Marked], None]) -> bool:
        """Write the score down; where that cannot be, say why and offer to try again."""
        try:
            self._studio.marking.keep(marked)
        except Mendable as error:
            self._say_unkept(error, lambda: again(marked))
            return False
        self._show_card(marked.scorecard)
        return True

    # ------------------------------------------------------------------ what is shown

    def _say(self, step: str, share: float | None) -> None:
        self._step.say(step)
        self._bar.setRange(0, 0 if share is None else 1000)
        if share is not None:
            self._bar.setValue(round(1000 * share))

    def _say_unkept(self, error: Mendable, again: Callable[[], None]) -> None:
        """Nothing is given up while this page is open: what is not written down is still in memory."""
        self._job = None
        self._retry = again
        self._step.say(self.tr("Not everything is written down yet."))
        self._bar.hide()
        self._trouble.say(sentence(error))
        self._trouble.show()
        self.again.show()

    def _on_again(self) -> None:
        again, self._retry = self._retry, None
        self.again.hide()
        self._trouble.hide()
        self._bar.show()
        if again is not None:
            again()

    def _say_trouble(self, words: str) -> None:
        self._step.say(self.tr("The session is kept."))
        self.home.setEnabled(True)
        self._trouble.say(words)
        self._trouble.show()

    def _show_card(self, card: Scorecard) -> None:
        self.score.say(points(card.total))
        if card.total is None:
            words = self.tr("Too little could be measured for a total ({weight} of 100 points of weight).")
            self._about.say(words.format(weight=round(card.scored_weight)))
        elif card.provisional:
            self._about.say(self.tr("Provisional: by what was heard live. The final score follows."))

    def _on_open_now(self) -> None:
        self._leave()
        self.scored.emit(self._session)

    def _on_home(self) -> None:
        self._leave()
        self.home_asked.emit()

    def _leave(self) -> None:
        if self._job is not None:
            self._job.done.disconnect()
            self._job.failed.disconnect()
            self._job.cancel()
            self._job = None
