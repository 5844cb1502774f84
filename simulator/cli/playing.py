"""What the commands about the audience share: numbers within bounds, rollouts on threads, how far they are."""

from __future__ import annotations

import errno
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, wait
from math import isfinite
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from simulator.ports import ContentError, StoreError

if TYPE_CHECKING:
    from simulator.audience.quantile import Floats
    from simulator.audience.rollouts import Mapper, Stage

MOST_THREADS = 64
LOOK_S = 0.2
"""How often a waiting main thread looks up: Windows tells it of Ctrl-C only then."""
PLAIN_TICK_S = 0.5
"""Without the compiler: five times as quick as the live tick, a little off."""

Play: TypeAlias = "Callable[[int], Floats]"
Job: TypeAlias = "tuple[Future[Floats], Play, int]"


class Number(click.ParamType[Any]):
    """A number between two bounds; what is none is refused in the user's language."""

    name = "number"

    def __init__(self, least: float, most: float, *, whole: bool = False) -> None:
        self._least = least
        self._most = most
        self._whole = whole

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ARG002
        """Raise ContentError."""
        try:
            found = int(value) if self._whole else float(value)
        except ValueError:
            found = float("nan")
        if not (isfinite(found) and self._least <= found <= self._most):
            raise ContentError(
                "whole_number_out_of_range" if self._whole else "number_out_of_range",
                option=param.opts[-1] if param is not None else "",
                found=value,
                least=f"{self._least:,.12g}",
                most=f"{self._most:,.12g}",
            )
        return found


def spread(threads: int, played: Callable[[], None]) -> Mapper:
    """``map`` on so many threads, which Ctrl-C does not wait for; ``played`` is called after each rollout.

    The compiled engine lets them run side by side.
    """
    jobs: SimpleQueue[Job] = SimpleQueue()

    def work() -> None:
        while True:
            future, do, number = jobs.get()
            try:
                future.set_result(do(number))
            except Exception as error:  # handed on to who waits for it
                future.set_exception(error)

    for number in range(threads):
        threading.Thread(target=work, name=f"rollouts-{number}", daemon=True).start()

    def mapped(do: Play, numbers: Iterable[int]) -> Iterator[Floats]:
        futures: list[Future[Floats]] = []
        for number in numbers:
            futures.append(Future())
            jobs.put((futures[-1], do, number))
        for future in futures:
            while not future.done():
                wait([future], LOOK_S)
            played()
            yield future.result()

    return mapped


class Progress:
    """A line on stderr that counts rollouts; only where somebody watches."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._watched = sys.stderr.isatty()

    def played(self) -> None:
        """One more is done."""
        self._done += 1
        self.say(f"{self._done:,} / {self._total:,}")

    def say(self, text: str) -> None:
        if self._watched:
            print(f"\r{text:<40}", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Leave the line free for what comes."""
        if self._watched:
            print(f"\r{'':<40}\r", end="", file=sys.stderr, flush=True)


def writable(path: Path) -> None:
    """Refuse now what could not be written after minutes of work. Raise StoreError."""
    folder = path.absolute().parent
    if not folder.is_dir():
        raise StoreError("file_unwritable", file=str(path), reason=os.strerror(errno.ENOENT))
    if path.is_dir() or not os.access(folder, os.W_OK):
        raise StoreError("file_unwritable", file=str(path), reason=os.strerror(errno.EACCES))


def ready(stage: Stage, screen: str | None, tick_s: float, progress: Progress) -> None:
    """Have the engine compiled (it is kept on disk), so that no clock counts it; where none is, say what plays."""
    from simulator.audience import compiled
    from simulator.audience.hosts import Host
    from simulator.audience.rollouts import rollouts
    from simulator.cli.audience_tables import plain_engine, preparing

    if not compiled.available():
        print(plain_engine(tick_s, screen), file=sys.stderr, flush=True)
        return
    progress.say(preparing(screen))
    rollouts(stage, Host("nobody", ()), [0], until=tick_s, tick_s=tick_s)
