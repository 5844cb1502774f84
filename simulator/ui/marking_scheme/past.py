"""The past sessions a change is tried on: which were chosen, and what the rubric on the table makes of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from simulator.domain.language import Language
from simulator.domain.marked import MarkedSession
from simulator.domain.rubric import Rubric
from simulator.domain.session import Trainee
from simulator.ports import Mendable, SessionEntry, Store
from simulator.review.rubric_preview import Preview, preview, values_of
from simulator.ui.jobs import Job, Jobs


@dataclass(frozen=True, slots=True)
class Choice:
    """Which sessions: None leaves open of which scenario, of which trainee (their ids), how many of the last."""

    scenario: str | None = None
    trainee: str | None = None
    last: int | None = None


class Past(QObject):
    """Reads sessions once, and previews a rubric on them beside the window; only the newest question is answered."""

    found = Signal(bool)
    """Whether there are any of those chosen."""
    read = Signal()
    """The chosen sessions are there."""
    previewed = Signal(object)
    """A ``Preview``."""
    progressed = Signal(float)
    """0..1."""
    stopped = Signal()
    """Cancelled by hand: nothing is known of the change."""
    failed = Signal(object)
    """A ``Mendable``."""

    def __init__(self, store: Store, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._jobs = jobs
        self._job: Job | None = None
        self._rubric: Rubric | None = None
        self._again = False
        self._by_hand = False
        self._closed = False
        self._packed: Sequence[Callable[[], MarkedSession]] = ()
        self._values: dict[tuple[str, Language | None], tuple[float, ...]] = {}
        self.entries: tuple[SessionEntry, ...] = ()
        self.sessions: tuple[MarkedSession, ...] | None = None

    def scenarios(self) -> tuple[str, ...]:
        """Ids of those there are sessions of. Raise StoreError."""
        return self._store.queued_scenarios()

    def trainees(self) -> tuple[Trainee, ...]:
        """Those who have sessions. Raise StoreError."""
        counts = self._store.session_counts()
        return tuple(each for each in self._store.trainees() if each.id in counts)

    def choose(self, choice: Choice) -> None:
        """Try changes on these, newest first."""
        try:
            entries = self._store.ended_sessions(choice.scenario, choice.trainee, choice.last)
            packed = self._store.packed_marks([entry.header.id for entry in entries])
        except Mendable as error:
            self.failed.emit(error)
            return
        self.entries = entries
        self.found.emit(bool(entries))
        self._packed = [each.unpacked for each in packed]
        self.sessions = None
        self._values.clear()
        self._begin()

    def ask(self, rubric: Rubric) -> None:
        """What would this rubric make of them?"""
        self._rubric = rubric
        self._begin()

    def cancel(self) -> None:
        """By hand: leave it unanswered."""
        if self._job is not None:
            self._by_hand = True
            self._again = False
            self._job.cancel()

    def values(self, metric: str, language: Language | None) -> tuple[float, ...]:
        """What a metric came to, once the sessions were read."""
        if self.sessions is None:
            return ()
        key = (metric, language)
        if key not in self._values:
            self._values[key] = values_of(self.sessions, metric, language)
        return self._values[key]

    def close(self) -> None:
        self._closed = True
        if self._job is not None:
            self._job.cancel()

    # ------------------------------------------------------------------ inside

    def _begin(self) -> None:
        if self._closed:
            return
        if self._job is not None:
            self._again = True
            self._job.cancel()
            return
        rubric, known, packed = self._rubric, self.sessions, self._packed
        count = len(packed) * (1 if known is not None or rubric is None else 2) or 1
        done = 0

        def work(job: Job) -> tuple[tuple[MarkedSession, ...], Preview | None]:
            def step() -> None:
                nonlocal done
                done += 1
                if job.is_cancelled():
                    raise InterruptedError
                if done % 10 == 0 or done == count:
                    job.progress(done / count)

            sessions = known
            if sessions is None:
                found: list[MarkedSession] = []
                for unpacked in packed:
                    found.append(unpacked())
                    step()
                sessions = tuple(found)
            if rubric is None:
                return sessions, None
            return sessions, preview([lambda each=each: each for each in sessions], rubric, step)  # type: ignore[misc]

        self._job = self._jobs.start(work, self._on_done, self.failed.emit)
        self._job.progressed.connect(self.progressed)
        self._job.ended.connect(self._on_ended)

    def _on_done(self, found: tuple[tuple[MarkedSession, ...], Preview | None]) -> None:
        sessions, made = found
        if self._closed or self._again:
            return
        fresh = self.sessions is None
        self.sessions = sessions
        if fresh:
            self.read.emit()
        if made is not None:
            self.previewed.emit(made)

    def _on_ended(self) -> None:
        self._job = None
        by_hand, self._by_hand = self._by_hand, False
        if self._again and not self._closed:
            self._again = False
            self._begin()
        elif by_hand:
            self.stopped.emit()
