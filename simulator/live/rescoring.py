"""Scoring past sessions again by some version of a rubric: quickly where what was measured still holds, else anew.

Measuring (hearing a transcript again, reading a log) takes a thousand times as long as holding numbers against bands,
and does not depend on the rubric. A scorecard keeps its measurements together with the ``basis`` they were taken on:
program version, rule pack, confirmations, log and transcript. While that is the same, they need not be taken again.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass

from simulator.domain.judgement import Judgement, Scorecard
from simulator.domain.language import Language
from simulator.domain.rubric import Rubric
from simulator.domain.session import Ending
from simulator.live.marking import Yardstick, basis_of, digest_of, mark
from simulator.mark_port import PackedLog
from simulator.ports import Library, SessionEntry, Store
from simulator.scoring import rescored

LOOK_S = 0.2
"""How often waiting for another process is interrupted, to see whether it should stop."""
AHEAD = 3
"""Sessions that wait for each process: enough for none to stand idle, few enough to hold in memory."""
AT_ONCE = 50
"""Scorecards written in one go: each writing waits for the disk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescored:
    """What became of a session."""

    entry: SessionEntry
    """As it stood before."""
    before: Scorecard | None
    """What counted."""
    card: Scorecard
    judgement: Judgement
    basis: str
    """What it was made of."""
    measured: bool
    """Its log was measured again; else what had been measured still held."""


@dataclass(frozen=True, slots=True)
class Work:
    """A session to be measured anew: frozen, so that any thread or process may."""

    entry: SessionEntry
    packed: PackedLog
    by: Yardstick
    judgement: Judgement
    basis: str


def rescorable(entries: Sequence[SessionEntry]) -> tuple[SessionEntry, ...]:
    """Those that are not on air, or cut off."""
    return tuple(entry for entry in entries if entry.ending is not Ending.ON_AIR)


class Rescoring:
    """Scores sessions again and keeps what comes out beside all earlier scorecards; on the store's thread."""

    def __init__(self, library: Library, store: Store, rubric: Rubric | None, *, measure: bool = False) -> None:
        """By the newest version of each scenario's rubric where none is given; ``measure`` anew in any case."""
        self._library = library
        self._store = store
        self._rubric = rubric
        self._measure = measure
        self._packs: dict[Language, str] = {}

    def score(
        self,
        entries: Sequence[SessionEntry],
        *,
        jobs: int = 1,
        progress: Callable[[float], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Iterator[Rescored]:
        """Each session, in the order they are ready, kept when it is told; ``jobs`` processes measure.

        Whoever stops asking, or cancels, leaves the store whole: what was told is kept, the rest is as it was.
        """
        done = 0
        waiting: list[Rescored] = []
        slow: list[SessionEntry] = []
        for entry in entries:
            if cancelled():
                break
            quick = self.quickly(entry)
            if quick is None:
                slow.append(entry)
                continue
            waiting.append(quick)
            done += 1
            progress(done / len(entries))
            if len(waiting) >= AT_ONCE:
                yield from self._kept(waiting)
        yield from self._kept(waiting)
        for found in self._anew(slow, jobs, cancelled):
            yield from self._kept([found])
            done += 1
            progress(done / len(entries))

    # ------------------------------------------------------------------ inside

    def _basis(self, entry: SessionEntry, judgement: Judgement) -> str:
        """What a measurement of this session would be made of now."""
        language = entry.header.language
        if language not in self._packs:
            self._packs[language] = digest_of(self._library.rules(language))
        return basis_of(self._packs[language], judgement.confirmations) + self._store.digest(entry.header.id)

    def quickly(self, entry: SessionEntry) -> Rescored | None:
        """From what was measured, where that still holds; else None."""
        if self._measure:
            return None
        store, session = self._store, entry.header.id
        judgement = store.judgement(session)
        basis = self._basis(entry, judgement)
        measured = store.scorecard_of(session, basis)
        if measured is None:
            return None
        asked, profile = store.marked_for(session)
        card = rescored(
            measured,
            store.rubric_version(measured.rubric, measured.version),
            self._rubric or store.rubric(asked),
            language=entry.header.language,
            profile=profile,
        )
        if card is None:
            return None
        before = store.counting(session)
        return Rescored(entry=entry, before=before, card=card, judgement=judgement, basis=basis, measured=False)

    def work(self, entry: SessionEntry) -> Work:
        """What measuring the session anew takes."""
        session = entry.header.id
        asked, _profile = self._store.marked_for(session)
        judgement = self._store.judgement(session)
        by = Yardstick(
            rubric=self._rubric or self._store.rubric(asked),
            taxonomy=self._library.taxonomy(),
            rules=self._library.rules(entry.header.language),
            confirmations=judgement.confirmations,
        )
        return Work(entry, self._store.packed_log(session), by, judgement, self._basis(entry, judgement))

    def _anew(self, entries: Sequence[SessionEntry], jobs: int, cancelled: Callable[[], bool]) -> Iterator[Rescored]:
        """From log and transcript; beside this process where there are several jobs."""
        if jobs < 2 or len(entries) < 2:
            for entry in entries:
                if cancelled():
                    return
                work = self.work(entry)
                yield self.told(work, scored(work))
            return
        spawned = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(min(jobs, len(entries)), mp_context=spawned, initializer=_deaf)
        running: dict[Future[Scorecard], Work] = {}
        ahead = iter(entries)
        try:
            while not cancelled():
                while len(running) < AHEAD * jobs and (following := next(ahead, None)) is not None:
                    work = self.work(following)
                    running[pool.submit(scored, work)] = work
                if not running:
                    return
                ready, _ = wait(running, timeout=LOOK_S, return_when=FIRST_COMPLETED)
                for future in ready:
                    yield self.told(running.pop(future), future.result())
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    def told(self, work: Work, card: Scorecard) -> Rescored:
        """What came of it."""
        return Rescored(
            entry=work.entry,
            before=self._store.counting(work.entry.header.id),
            card=card,
            judgement=work.judgement,
            basis=work.basis,
            measured=True,
        )

    def keep(self, found: Sequence[Rescored]) -> None:
        """Write the scorecards down beside all earlier ones, with what they were made of."""
        self._store.save_scorecards([(each.card, each.basis) for each in found])

    def _kept(self, found: list[Rescored]) -> Iterator[Rescored]:
        """Write them down, then tell them; the list is emptied."""
        kept = tuple(found)
        found.clear()
        if kept:
            self.keep(kept)
        yield from kept


def _deaf() -> None:
    """Ctrl-C is for the process that was started by hand: it lets this one finish."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def scored(work: Work) -> Scorecard:
    """What the rubric makes of it, measured anew; in a process of its own, on a thread, or here."""
    log, transcript = work.packed.unpacked()
    return mark(log, transcript, work.by).scorecard
