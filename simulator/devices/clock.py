"""Clocks: the machine's, and one moved by hand."""

from __future__ import annotations

import time
from dataclasses import dataclass

from simulator.domain.units import Seconds


class SystemClock:
    """The machine's steady clock.

    ``perf_counter`` and not ``monotonic``, which moves in steps of 15.6 ms on Windows before Python 3.13.
    """

    def now(self) -> Seconds:
        return time.perf_counter()


@dataclass(slots=True)
class HandClock:
    """Stands still until its ``time`` is set: for tests, and for runs faster than life."""

    time: Seconds = 0.0

    def now(self) -> Seconds:
        return self.time
