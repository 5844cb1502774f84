"""The one way to do slow work beside a window: a function on a thread, its result back on the main thread."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from simulator.ports import Mendable

logger = logging.getLogger(__name__)

THREADS = 3
"""Opening devices, a transcript and a report may go on at once; more would take the processor from the session."""


class Job(QObject):
    """A piece of slow work under way. All signals arrive on the main thread; exactly one of the first four ends it."""

    done = Signal(object)
    """The work's result."""
    failed = Signal(object)
    """A ``Mendable``: something a person can mend."""
    cancelled = Signal()
    broke = Signal()
    """A bug; it has been handed to the exception hook already."""
    ended = Signal()
    """After any of them."""
    progressed = Signal(float)
    """0..1."""
    _finished = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._finished.connect(self._on_finished)

    def cancel(self) -> None:
        """Ask the work to stop; it ends when it next asks ``is_cancelled``."""
        self._stop.set()

    def is_cancelled(self) -> bool:
        """For the work to ask, from its own thread."""
        return self._stop.is_set()

    def progress(self, share: float) -> None:
        """For the work to tell, from its own thread."""
        self.progressed.emit(share)

    @Slot(object, object)
    def _on_finished(self, result: object, error: BaseException | None) -> None:
        match error:
            case _ if self._stop.is_set():
                self.cancelled.emit()
            case None:
                self.done.emit(result)
            case InterruptedError():
                self.cancelled.emit()
            case Mendable():
                self.failed.emit(error)
            case _:
                sys.excepthook(type(error), error, error.__traceback__)
                self.broke.emit()
        self.ended.emit()


class _Run(QRunnable):
    def __init__(self, job: Job, work: Callable[[Job], object]) -> None:
        super().__init__()
        self._job = job
        self._work = work

    def run(self) -> None:
        result: object = None
        error: BaseException | None = None
        try:
            if not self._job.is_cancelled():
                result = self._work(self._job)
        except BaseException as raised:
            error = raised
        self._job._finished.emit(result, error)


class Jobs(QObject):
    """Starts slow work and makes sure none of it outlives the window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(THREADS)
        self._lane = QThreadPool(self)
        self._lane.setMaxThreadCount(1)
        self._running: set[Job] = set()

    def start(
        self,
        work: Callable[[Job], object],
        done: Callable[..., None] | None = None,
        failed: Callable[..., None] | None = None,
        *,
        in_turn: bool = False,
    ) -> Job:
        """Run ``work(job)`` on a thread; ``done`` gets its result, ``failed`` the ``Mendable`` it raised.

        Jobs ``in_turn`` run one after the other, in the order they were started: what opens and closes devices must.
        """
        job = Job(self)
        if done is not None:
            job.done.connect(done)
        if failed is not None:
            job.failed.connect(failed)
        self._running.add(job)
        job.ended.connect(lambda: self._forget(job))
        (self._lane if in_turn else self._pool).start(_Run(job, work))
        return job

    @property
    def running(self) -> int:
        return len(self._running)

    def close(self) -> None:
        """Cancel everything and wait for it."""
        for job in tuple(self._running):
            job.cancel()
        for pool in (self._pool, self._lane):
            pool.clear()
            pool.waitForDone()

    def _forget(self, job: Job) -> None:
        self._running.discard(job)
        job.deleteLater()
