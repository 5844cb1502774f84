"""Skill and luck worked out beside the window: a few processes of low priority, stopped at once when called off.

What can be played in the time there is depends on the machine. One process tries how long a tick takes, and the plan
is made of that (``audience.outcomes.plan_for``); the same plan gives the same figures everywhere. Machine code that
would have to be compiled first is not waited for, unless somebody asked for all the exactness there is.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import numpy as np

from simulator.audience import compiled
from simulator.audience.hosts import BASELINES, Host
from simulator.audience.outcomes import CHUNK, Asked, Ground, Plan, plan_for, put_together
from simulator.audience.policy import Policy
from simulator.audience.quantile import Floats
from simulator.audience.rollouts import rollouts
from simulator.domain.key_moments import KeyMoment
from simulator.domain.machine import Fault
from simulator.domain.outcome import SESSION, MomentOutcome, Outcome
from simulator.domain.taxonomy import Taxonomy
from simulator.domain.units import Seconds
from simulator.live.low_priority import step_aside
from simulator.mark_port import StoredLog
from simulator.ports import DeviceError

BUDGET: Seconds = 5.5
"""What the audiences may take, so that all of it stays below ten seconds: processes take two or three to begin."""
PATIENT: Seconds = 90.0
"""The same, where somebody asked for more exactness and can stop it."""
MOST_WORKERS = 4
LOOK_S = 0.1
"""How often waiting is interrupted, to see whether it should stop."""
TRIED = 2.0
"""Ticks, in seconds, by which it is tried how long one takes."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A session to be played; frozen, so that any process may."""

    stored: StoredLog
    taxonomy: Taxonomy
    moments: tuple[KeyMoment, ...]


@dataclass(frozen=True, slots=True)
class _Ready:
    fast: bool
    length: Seconds
    per_tick: Seconds = 0.0
    per_call: Seconds = 0.0
    """Seconds; 0 of those who did not try."""


@dataclass(frozen=True, slots=True)
class _Rows:
    host: str
    numbers: tuple[int, ...]
    tick_s: Seconds


@dataclass(frozen=True, slots=True)
class _Answers:
    """How does the session's host answer?"""


@dataclass(frozen=True, slots=True)
class _Again:
    policy: Policy
    numbers: tuple[int, ...]
    tick_s: Seconds


@dataclass(frozen=True, slots=True)
class _Moment:
    key: str
    pairs: int


@dataclass(frozen=True, slots=True)
class _Branches:
    number: int
    tick_s: Seconds


@dataclass(frozen=True, slots=True)
class _Together:
    rows: dict[str, Floats]
    again: Floats | None
    moments: tuple[MomentOutcome, ...]
    branches: tuple[Any, ...]
    answers: bool | None
    tick_s: Seconds


_Task = _Rows | _Answers | _Again | _Moment | _Branches | _Together


def outcome_of(
    wanted: Wanted,
    *,
    plan: Plan | None = None,
    patient: bool = False,
    fast: bool | None = None,
    workers: int | None = None,
    progress: Callable[[float], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Play the session, the baseline hosts and its moments; slow, on a thread.

    ``plan`` is made from what this machine does where none is given; ``fast`` asks for the compiled engine or for the
    plain one. Raise InterruptedError when cancelled, DeviceError when the processes are lost.
    """
    many = workers if workers is not None else max(1, min(os.cpu_count() or 1, MOST_WORKERS))
    engine = fast if fast is not None else True if patient else None
    with _Workers(wanted, many, engine, cancelled) as crew:
        ready = crew.ready()
        if plan is None:
            budget = PATIENT if patient else BUDGET
            plan = plan_for(
                ready.per_tick, ready.length, len(wanted.moments), compiled=ready.fast, workers=many, budget=budget,
                per_call=ready.per_call,
            )  # fmt: skip
        work = _Work(plan, ready.fast, tuple(moment.key for moment in wanted.moments))
        for task, found in crew.done(work.tasks, work.more):
            work.take(task, found)
            progress(work.share)
        for _, found in crew.done(deque([work.together()]), tuple):
            assert isinstance(found, Outcome)
            return found
    raise AssertionError("the last piece was not told")


@dataclass(slots=True)
class _Work:
    """What is to be played by a plan, and what came of it so far."""

    plan: Plan
    fast: bool
    keys: tuple[str, ...]
    tasks: deque[_Task] = field(init=False)
    all: int = field(init=False)
    ended: int = 0
    rows: dict[str, dict[int, Floats]] = field(default_factory=dict)
    again: dict[int, Floats] = field(default_factory=dict)
    moments: dict[str, MomentOutcome] = field(default_factory=dict)
    branches: dict[int, Any] = field(default_factory=dict)
    answers: bool | None = None
    _more: list[_Task] = field(default_factory=list)

    def __post_init__(self) -> None:
        plan, numbers = self.plan, range(1, self.plan.audiences + 1)
        size = CHUNK if self.fast else 1
        chunks = [tuple(numbers[first : first + size]) for first in range(0, len(numbers), size)]
        hosts = [SESSION, *BASELINES] if self.fast else list(BASELINES)
        self.rows = {name: {} for name in (SESSION, *BASELINES)}
        self.tasks = deque([_Answers(), *(_Moment(key, plan.pairs) for key in self.keys)] if self.fast else [])
        for chunk in chunks:
            if not self.fast:
                self.tasks.append(_Branches(chunk[0], plan.tick_s))
            self.tasks.extend(_Rows(host, chunk, plan.tick_s) for host in hosts)
        self.all = len(self.tasks) + (len(chunks) if self.fast else 0) + 1

    @property
    def share(self) -> float:
        return min(1.0, self.ended / self.all)

    def more(self) -> tuple[_Task, ...]:
        """What has to be played besides, now that more is known."""
        found, self._more = tuple(self._more), []
        return found

    def take(self, task: _Task, found: Any) -> None:
        self.ended += 1
        match task:
            case _Rows(host, numbers):
                self.rows[host].update(zip(numbers, found, strict=True))
            case _Again(_, numbers):
                self.again.update(zip(numbers, found, strict=True))
            case _Moment(key):
                if found is not None:
                    self.moments[key] = found
            case _Branches(number):
                self.rows[SESSION][number], self.branches[number] = found
            case _Answers():
                self.answers = found is not None
                if found is not None:
                    every = range(1, self.plan.audiences + 1)
                    self._more += [
                        _Again(found, tuple(every[first : first + CHUNK]), self.plan.tick_s)
                        for first in range(0, len(every), CHUNK)
                    ]
            case _:
                raise TypeError(f"a {type(task).__name__} is not one of many")

    def together(self) -> _Together:
        """The last task: everything in the order of the audiences, however it came."""
        return _Together(
            rows={name: _in_order(each) for name, each in self.rows.items()},
            again=_in_order(self.again) if self.again else None,
            moments=tuple(self.moments[key] for key in self.keys if key in self.moments),
            branches=tuple(self.branches[number] for number in sorted(self.branches)),
            answers=self.answers,
            tick_s=self.plan.tick_s,
        )


def _in_order(found: dict[int, Floats]) -> Floats:
    return np.stack([found[number] for number in sorted(found)])


class _Workers:
    """Processes that play; leaving the block ends them, whatever they are doing."""

    def __init__(self, wanted: Wanted, many: int, fast: bool | None, cancelled: Callable[[], bool]) -> None:
        """``fast``: the compiled engine, where it is there; None: if nothing has to be compiled for it."""
        self._wanted = wanted
        self._many = many
        self._fast = fast
        self._cancelled = cancelled
        self._processes: list[BaseProcess] = []
        self._ends: list[Connection] = []
        # Where something may have to be compiled, one does it, and the others find it done.
        self._begin(1 if fast else many)

    def _begin(self, many: int) -> None:
        context, begun = multiprocessing.get_context("spawn"), []
        for number in range(len(self._ends), many):
            ours, theirs = context.Pipe()
            process = context.Process(
                target=_play,
                args=(number == 0, self._fast, theirs),
                name=f"outcome-{number}",
                daemon=True,
            )
            process.start()
            theirs.close()
            self._processes.append(process)
            self._ends.append(ours)
            begun.append(ours)
        # Not as an argument: who is killed before he has read those lets his parent write them for ever.
        for ours in begun:
            with suppress(OSError):  # that he is gone is noticed where he is waited for
                ours.send(self._wanted)

    def __enter__(self) -> _Workers:
        return self

    def __exit__(self, *_error: object) -> None:
        for process, end in zip(self._processes, self._ends, strict=True):
            process.kill()
            process.join()
            process.close()
            end.close()

    def ready(self) -> _Ready:
        """What the first of them found out about the machine; from then on all of them are there."""
        first = self._heard(self._ends[:1])[0][1]
        assert isinstance(first, _Ready)
        self._begin(self._many)
        return first

    def done(self, tasks: deque[_Task], more: Callable[[], Sequence[_Task]]) -> Iterator[tuple[_Task, Any]]:
        """Have all tasks done, those that come up on the way as well; each as it is finished."""
        idle = list(self._ends[:1])  # the others say when they have begun
        late = list(self._ends[1:])
        busy: dict[Connection, _Task] = {}
        while tasks or busy:
            while tasks and idle:
                end = idle.pop()
                busy[end] = tasks.popleft()
                end.send(busy[end])
            for end, told in self._heard([*busy, *late]):
                idle.append(end)
                if isinstance(told, _Ready):
                    late.remove(end)
                    continue
                yield busy.pop(end), told
                tasks.extend(more())
        # Who was late stays so: what he says first must not be taken for a result.
        self._ends = [*idle, *late]

    def _heard(self, ends: Sequence[Connection]) -> list[tuple[Connection, Any]]:
        """Wait until some of them say something."""
        while True:
            if self._cancelled():
                raise InterruptedError
            told = []
            for end in wait(ends, LOOK_S):
                assert isinstance(end, Connection)
                try:
                    told.append((end, end.recv()))
                except (EOFError, OSError) as error:
                    raise DeviceError(Fault.LOST, "outcome_lost") from error
            if told:
                return told


# ------------------------------------------------------------------------------------ in the child


def _play(tries: bool, wished: bool | None, parent: Connection) -> None:
    """In the child: say what it costs, then do what is asked until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    step_aside()
    try:
        wanted: Wanted = parent.recv()
        log = wanted.stored.log()
        asked = Asked(log, wanted.taxonomy, wanted.moments)
        fast = compiled.available() and (machine_code_kept() if wished is None else wished)
        ground = Ground(asked, fast)
        costs = _tried(ground, fast) if tries else (0.0, 0.0)
        parent.send(_Ready(fast, ground.playback.length, *costs))
        while True:
            parent.send(_found(ground, asked, parent.recv(), fast))
    except (EOFError, OSError):
        return


def machine_code_kept() -> bool:
    """Whether the compiled engine is on disk from an earlier time, so that nothing has to be compiled now."""
    folder = compiled.run().stats.cache_path
    try:
        return folder is not None and any(compiled.sources_stamp() in each.name for each in Path(folder).iterdir())
    except OSError:
        return False


def _tried(ground: Ground, fast: bool) -> tuple[Seconds, Seconds]:
    """How long a tick of this session takes here, and what a call of the compiled engine takes besides."""
    ticks = ground.playback.length / TRIED
    if not fast:
        return _timed(ground, 1) / ticks, 0.0
    # What is on disk has to be loaded once.
    rollouts(ground.playback.stage, Host("nobody", ()), [0], until=TRIED, tick_s=TRIED, fast=True)
    one, many = _timed(ground, 1), _timed(ground, 1 + CHUNK)
    per_tick = max(many - one, 0.0) / (CHUNK * ticks)
    return per_tick, max(one - per_tick * ticks, 0.0)


def _timed(ground: Ground, audiences: int) -> Seconds:
    began = time.perf_counter()
    ground.rows(SESSION, range(1, 1 + audiences), TRIED)
    return time.perf_counter() - began


def _found(ground: Ground, asked: Asked, task: _Task, fast: bool) -> Any:
    match task:
        case _Rows(host, numbers, tick_s):
            return ground.rows(host, numbers, tick_s)
        case _Answers():
            return ground.policy()
        case _Again(policy, numbers, tick_s):
            return ground.again(policy, numbers, tick_s)
        case _Moment(key, pairs):
            return ground.moment(key, pairs)
        case _Branches(number, tick_s):
            return ground.branches(number, tick_s)
        case _Together():
            moments = task.moments if fast else ground.branched(task.branches)
            return put_together(
                asked, task.rows, task.again, moments, answers=task.answers, compiled=fast, tick_s=task.tick_s
            )
