"""Reads two sessions: what the store holds is fetched on its thread, unpacked and looked back on beside the window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from simulator.domain.assessing import own_words
from simulator.domain.judgement import Scorecard
from simulator.domain.session import SessionLog, Transcript
from simulator.ports import Mendable
from simulator.ui.compare.pair_rows import Compared
from simulator.ui.jobs import Job, Jobs
from simulator.ui.review.instructor import BLIND, known_instructor
from simulator.ui.review.reviewed import Reviewed, reviewed

if TYPE_CHECKING:
    from simulator.live.marking import Yardstick
    from simulator.live.studio import Studio


class Reading(QObject):
    """Two sessions under way."""

    read = Signal(object, object)
    """Both, as ``Compared``."""
    failed = Signal(object)
    """A ``Mendable``."""

    def __init__(self, studio: Studio, jobs: Jobs, one: str, two: str, parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._jobs = jobs
        self._sessions = (one, two)
        self._job: Job | None = None
        self._left = False

    def begin(self) -> None:
        store, sessions = self._studio.store, self._sessions
        self._job = self._jobs.start(
            lambda _job: [store.packed_log(session).unpacked() for session in sessions], self._on_unpacked, self._fail
        )

    def leave(self) -> None:
        """Nothing is told any more."""
        self._left = True
        if self._job is not None:
            self._job.cancel()

    def _on_unpacked(self, logs: list[tuple[SessionLog, Transcript | None]]) -> None:
        self._job = None
        if self._left:
            return
        try:
            held = [(log, said, *self._held_against(log)) for log, said in logs]
        except Mendable as error:
            self.failed.emit(error)
            return
        self._job = self._jobs.start(lambda _job: [reviewed(*each) for each in held], self._on_reviewed, self._fail)

    def _on_reviewed(self, sessions: list[Reviewed]) -> None:
        self._job = None
        if self._left:
            return
        try:
            first, second = (self._compared(session) for session in sessions)
        except Mendable as error:
            self.failed.emit(error)
            return
        self.read.emit(first, second)

    def _held_against(self, log: SessionLog) -> tuple[Yardstick, Scorecard | None]:
        """As in the review room: without another assessor's words while they must not be known."""
        marking, store, id = self._studio.marking, self._studio.store, log.header.id
        by = marking.yardstick(log)
        if not store.assessing(id).secluded:
            return by, marking.signed(id)
        own = own_words(store.judgement(id), known_instructor(store))
        return replace(by, confirmations=own.confirmations), store.signed_card(id, known_instructor(store))

    def _compared(self, session: Reviewed) -> Compared:
        """With what instructors said, and what of it this one may not see yet, where they mark blind."""
        store, id = self._studio.store, session.log.header.id
        said = store.judgement(id)
        if store.assessing(id).secluded:
            said = own_words(said, known_instructor(store))
        said = session.judged(said)
        if not store.setting(BLIND, False):
            return Compared(session, said)
        name = known_instructor(store)
        given = {word.criterion for word in said.overrides if word.instructor == name}
        return Compared(session, said, frozenset(mark.criterion for mark in session.marked.scorecard.marks) - given)

    def _fail(self, error: Mendable) -> None:
        self._job = None
        if not self._left:
            self.failed.emit(error)
