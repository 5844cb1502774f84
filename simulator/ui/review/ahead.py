"""Sessions worked out before they are opened: those that come next in an evening of marking.

A session that came from another PC was never looked at here, and an hour takes some ten seconds to be worked out. So
that nobody waits for that, a process of low priority does it while the session before is reviewed.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

from simulator.domain.key_moments import KeyMoments
from simulator.live.marking import Yardstick
from simulator.live.studio import Studio
from simulator.ports import Mendable
from simulator.review_port import PackedSession
from simulator.ui.jobs import Job, Jobs
from simulator.ui.review import apart
from simulator.ui.review.apart import worked_out_apart
from simulator.ui.review.opening import Remembered, basis_of

logger = logging.getLogger(__name__)

AFTER_MS = 3000
"""Whoever opens a session has that first."""


class Ahead(QObject):
    """Works through what is wished for, one after the other. Lives on the main thread, as the store does."""

    def __init__(self, studio: Studio, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._jobs = jobs
        self._wished: list[str] = []
        self._session = ""
        self._seen: set[str] = set()
        """What was looked at here: it is kept now, or not worth it. Whatever changes it afterwards keeps it anew."""
        self._job: Job | None = None
        self._begin = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._begin.timeout.connect(self._go_on)

    def wish(self, sessions: Sequence[str]) -> None:
        """These are opened next, the first of them first, in place of what was wished for before.

        What is being worked out goes on where more is wished for; else it ends at once.
        """
        under_way = self._session if self._job is not None else ""
        self._wished = [each for each in sessions if each != under_way and each not in self._seen]
        if sessions:
            self._begin.start()
        else:
            self._begin.stop()
            if self._job is not None:
                self._job.cancel()
                self._session = ""  # it may be wished for again before it has ended

    # ------------------------------------------------------------------ inside

    def _go_on(self) -> None:
        if self._job is not None or not self._wished:
            return
        session, store = self._wished.pop(0), self._studio.store
        self._session = session
        self._start(lambda _job: store.packed_session(session), lambda packed: self._on_read(session, packed))

    def _on_read(self, session: str, packed: PackedSession) -> None:
        if packed.size < apart.LONG:
            self._seen.add(session)
            return
        try:
            by = self._studio.marking.yardstick(packed.head(), rules=packed.rule_pack())
        except Mendable as error:
            self._on_failed(error)
            return
        self._start(lambda job: made_ahead(packed, by, job.is_cancelled), lambda body: self._on_made(session, body))

    def _on_made(self, session: str, body: str | None) -> None:
        if body is not None:
            with suppress(Mendable):  # it is only slower when it is opened
                self._studio.store.keep_looked_back(session, body)
        self._seen.add(session)

    def _start(self, work: Callable[[Job], object], done: Callable[..., None]) -> None:
        job = self._job = self._jobs.start(work, done, self._on_failed)
        job.ended.connect(lambda: self._on_ended(job))

    def _on_failed(self, error: Mendable) -> None:
        logger.warning("a session could not be worked out ahead: %s", error.code)  # told when it is opened

    def _on_ended(self, job: Job) -> None:
        if self._job is job:
            self._job = None
            self._go_on()


def made_ahead(packed: PackedSession, by: Yardstick, cancelled: Callable[[], bool]) -> str | None:
    """What is to be kept of a session, worked out in a process of its own; None where it is kept already, or cannot be.

    Slow, on a thread. Raise InterruptedError when cancelled.
    """
    if packed.remembered(basis_of(packed, by), Remembered, KeyMoments) is not None:
        return None
    return worked_out_apart(packed, by, cancelled, aside=True)
