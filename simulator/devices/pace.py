"""How fast a file stands for a device."""

from __future__ import annotations

import threading
from enum import StrEnum

from simulator.domain.units import Seconds
from simulator.media_port import Clock


class Pace(StrEnum):
    """Live as a device would give it, or as fast as the machine allows."""

    LIVE = "live"
    FAST = "fast"


def wait_until(due: Seconds, clock: Clock, cancelled: threading.Event) -> bool:
    """Wait until the clock says ``due``; False if cancelled before."""
    while (left := due - clock.now()) > 0:
        if cancelled.wait(left):
            return False
    return not cancelled.is_set()
