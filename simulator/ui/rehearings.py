"""Recordings that wait to be heard again, worked through one at a time while nobody is on air."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.domain.language import Language
from simulator.live.marking import Marked, mark
from simulator.live.rehearing import Rehearing, rehearing
from simulator.ports import Mendable
from simulator.ui.jobs import Job, Jobs

if TYPE_CHECKING:
    from simulator.live.studio import Studio

logger = logging.getLogger(__name__)

WANTED = "ui.rehearing"
"""The setting that keeps whether recordings are heard again on their own."""
BEAT_MS = 1000
REST = 5
"""Beats without anybody on air or checking a microphone before a recording is begun."""


class Hearing(StrEnum):
    """How a session stands with its second hearing."""

    WAITS = "waits"
    BEING_HEARD = "being_heard"
    HEARD = "heard"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Told:
    """What the list of sessions says of one."""

    hearing: Hearing
    share: float = 0.0
    error: Mendable | None = None


class Rehearings(QObject):
    """What waits is what the store says, so nothing is forgotten when the program ends; what is cut short begins anew.

    Only as long as ``allow`` says so is anything heard; whoever goes live stops it at once.
    """

    changed = Signal(object)
    """These ``Rehearings``: something else is to be told."""
    heard = Signal(str)
    """This session has its second transcript, and is scored by it."""
    _reached = Signal(object, float)
    """A job and its share; connected before any job begins, so that none of it is missed."""

    def __init__(self, studio: Studio, jobs: Jobs, parent: QObject | None = None, *, rest: int = REST) -> None:
        super().__init__(parent)
        self._studio = studio
        self._jobs = jobs
        self._rest = rest
        self._quiet = 0
        self._allowed = False
        self._job: Job | None = None
        self._session: str | None = None
        self._share = 0.0
        self._waiting: tuple[str, ...] = ()
        self._done: frozenset[str] = frozenset()
        self._failed: dict[str, Mendable] = {}
        self.wanted = bool(studio.store.setting(WANTED, True))
        self._reached.connect(self._on_reached)
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.timeout.connect(self.beat)
        self._timer.start()

    # ------------------------------------------------------------------ what there is to tell

    @property
    def waiting(self) -> tuple[str, ...]:
        """Ids of the sessions that wait, newest first; the one being heard is not among them."""
        return tuple(id for id in self._waiting if id != self._session and id not in self._failed)

    @property
    def session(self) -> str | None:
        """The one being heard."""
        return self._session

    @property
    def share(self) -> float:
        """How much of it, 0..1."""
        return self._share

    def told(self) -> Mapping[str, Told]:
        """How each session stands, by id; sessions without a recording are not told of."""
        made = {id: Told(Hearing.HEARD) for id in self._done}
        made |= {id: Told(Hearing.WAITS) for id in self._waiting}
        made |= {id: Told(Hearing.FAILED, error=error) for id, error in self._failed.items()}
        if self._session is not None:
            made[self._session] = Told(Hearing.BEING_HEARD, self._share)
        return made

    # ------------------------------------------------------------------ what it is told

    def look(self) -> None:
        """Read from the store what waits; on the store's thread. What cannot be read waits for nothing."""
        try:
            entries, heard = self._studio.store.unheard(), self._studio.store.heard_again()
            heard_here = {language: self._studio.equipment.transcriber(language) is not None for language in Language}
        except Mendable as error:
            logger.warning("what waits could not be read: %s", error.code)
            return
        self._waiting = tuple(entry.header.id for entry in entries if heard_here[entry.header.language])
        self._done = heard
        self.changed.emit(self)

    def allow(self, allowed: bool) -> None:
        """Let recordings be heard, or stop at once."""
        self._allowed = allowed
        self._quiet = 0
        if allowed:
            self.look()
        else:
            self._halt()

    def want(self, wanted: bool) -> None:
        """What the person at this PC wishes; kept. Wished for by hand, it begins at once, failed ones too."""
        self.wanted = wanted
        self._studio.store.keep_setting(WANTED, wanted)
        if wanted:
            self._failed.clear()
            self._quiet = self._rest
            self.beat()
        else:
            self._halt()
        self.changed.emit(self)

    def leave(self, session: str) -> None:
        """Do not hear this one: it is being erased."""
        if session == self._session:
            self._halt()

    def close(self) -> None:
        self._timer.stop()
        self.allow(False)

    # ------------------------------------------------------------------ the work

    def beat(self) -> None:
        """See whether it is time; the timer calls it once a second."""
        if not (self._allowed and self.wanted) or self._studio.checking:
            self._quiet = 0
            self._halt()
            return
        self._quiet += 1
        if self._job is None and self._quiet > self._rest and self.waiting:
            self._begin(self.waiting[0])

    def _begin(self, session: str) -> None:
        try:
            work = rehearing(self._studio, session)
        except Mendable as error:
            self._fail(session, error)
            return
        self._session, self._share = session, 0.0
        self._start(
            session,
            self._jobs.start(lambda job: work.run(lambda share: self._reached.emit(job, share), job.is_cancelled)),
            work,
        )

    def _start(self, session: str, job: Job, work: Rehearing) -> None:
        self._job = job
        job.done.connect(lambda marked: self._on_marked(job, work, marked))
        job.failed.connect(lambda error: self._on_failed(job, session, error))
        job.broke.connect(lambda: self._on_ended(job))
        self.changed.emit(self)

    def _on_reached(self, job: Job, share: float) -> None:
        if job is self._job and int(100 * share) != int(100 * self._share):
            self._share = share
            self.changed.emit(self)

    def _on_marked(self, job: Job, work: Rehearing, marked: Marked) -> None:
        if job is not self._job:
            return
        session = work.log.header.id
        try:
            self._studio.store.session(session)  # it may have been erased meanwhile
            by = self._studio.marking.yardstick(work.log)
            if by.confirmations != work.by.confirmations:  # an instructor said something meanwhile
                again = Rehearing(
                    log=work.log,
                    live=work.live,
                    recording=work.recording,
                    by=by,
                    transcriber=work.transcriber,
                    recover=work.recover,
                )
                self._start(session, self._jobs.start(lambda _job: mark(work.log, marked.transcript, by)), again)
                return
            self._studio.marking.keep(marked)
        except Mendable as error:
            self._on_failed(job, session, error)
            return
        from simulator.ui.review.opening import JustMarked, get_ready  # not before there is something to look back at

        get_ready(self._studio, JustMarked(work.log, marked), self._jobs, self)
        self._on_ended(job)
        self.heard.emit(session)

    def _on_failed(self, job: Job, session: str, error: Mendable) -> None:
        if job is self._job:
            self._on_ended(job)
            self._fail(session, error)

    def _fail(self, session: str, error: Mendable) -> None:
        """Leave it alone until the program starts again, or somebody asks for it."""
        logger.warning("a recording could not be heard again: %s", error.code)
        self._failed[session] = error
        self.changed.emit(self)

    def _on_ended(self, job: Job) -> None:
        if job is self._job:
            self._job, self._session, self._share = None, None, 0.0
            self.look()

    def _halt(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            self._session, self._share = None, 0.0
            self.changed.emit(self)
