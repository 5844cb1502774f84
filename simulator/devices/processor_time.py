"""Processor time of this program and of what it started."""

from __future__ import annotations

import psutil

from simulator.domain.units import Seconds


class ProcessorTime:
    """Counts on through children that come and go: microphone, recogniser and transcriber are processes of their own.

    What a child used between the last look and its end is not counted.
    """

    def __init__(self) -> None:
        self._own = psutil.Process()
        self._children: dict[tuple[int, float], Seconds] = {}

    def __call__(self) -> Seconds:
        """Seconds of processor time so far, user and system."""
        for child in self._own.children(recursive=True):
            try:
                self._children[(child.pid, child.create_time())] = _used(child)
            except psutil.Error:
                continue  # it ended meanwhile, or is not ours to look at
        return _used(self._own) + sum(self._children.values())


def _used(process: psutil.Process) -> Seconds:
    times = process.cpu_times()
    return float(times.user + times.system)
