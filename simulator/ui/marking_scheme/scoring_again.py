"""Scoring the chosen sessions by a published version, one after the other beside the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.domain.judgement import Scorecard
from simulator.domain.rubric import Rubric
from simulator.live.rescoring import Rescoring, scored
from simulator.ports import Library, Mendable, SessionEntry, Store
from simulator.ui.jobs import Job, Jobs

BREATH_MS = 0
"""Between two sessions the window gets its turn."""


class ScoringAgain(QObject):
    """What was measured is read on this thread, a few milliseconds each; what must be measured anew is a job."""

    progressed = Signal(float)
    """0..1."""
    done = Signal(int)
    """So many sessions were scored; fewer than asked for where it was stopped."""
    failed = Signal(object)
    """A ``Mendable``; what was scored before stays."""

    def __init__(self, library: Library, store: Store, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._store, self._jobs = library, store, jobs
        self._job: Job | None = None
        self._rescoring: Rescoring | None = None
        self._left: list[SessionEntry] = []
        self._count = 0
        self._step = QTimer(self)
        self._step.setSingleShot(True)
        self._step.setInterval(BREATH_MS)
        self._step.timeout.connect(self._next)

    @property
    def running(self) -> bool:
        return self._rescoring is not None

    def begin(self, rubric: Rubric, entries: tuple[SessionEntry, ...]) -> None:
        if self.running:
            return
        self._rescoring = Rescoring(self._library, self._store, rubric)
        self._left = list(entries)
        self._count = len(entries)
        self._step.start()

    def stop(self) -> None:
        """What was scored until now is kept."""
        self._left = []
        if self._job is not None:
            self._job.cancel()
        elif self.running:
            self._step.start()

    # ------------------------------------------------------------------ inside

    def _next(self) -> None:
        rescoring = self._rescoring
        if rescoring is None:
            return
        if not self._left:
            self._end()
            return
        entry = self._left[0]
        try:
            quick = rescoring.quickly(entry)
            if quick is not None:
                rescoring.keep([quick])
                self._told()
                return
            work = rescoring.work(entry)
        except Mendable as error:
            self._fail(error)
            return

        def keep(card: Scorecard) -> None:
            if not self._left:
                return
            try:
                rescoring.keep([rescoring.told(work, card)])
            except Mendable as error:
                self._fail(error)
            else:
                self._told()

        self._job = self._jobs.start(lambda _job: scored(work), keep, self._fail)
        self._job.ended.connect(self._on_ended)

    def _on_ended(self) -> None:
        self._job = None
        if self.running and not self._left:
            self._end()

    def _told(self) -> None:
        self._left.pop(0)
        self.progressed.emit(1 - len(self._left) / self._count)
        self._step.start()

    def _fail(self, error: Mendable) -> None:
        self._left = []
        self._rescoring = None
        self.failed.emit(error)

    def _end(self) -> None:
        self._rescoring = None
        self._step.stop()
        self.done.emit(self._count)
