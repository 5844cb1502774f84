"""A session worked out in a process of its own: what computes for seconds beside the window would hold it up."""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection

from simulator.live.low_priority import step_aside
from simulator.live.marking import Yardstick
from simulator.ports import Mendable
from simulator.review_port import PackedSession

LONG = 3000
"""Events from which on a session is worth a process: a shorter one is worked out in a second or two."""
LOOK_S = 0.1
"""How often waiting is interrupted, to see whether it should stop."""


def worked_out_apart(
    packed: PackedSession, by: Yardstick, cancelled: Callable[[], bool], *, aside: bool = False
) -> str | None:
    """What is to be kept of a session; None where the process failed. ``aside`` lets everything else go first.

    Slow, on a thread. Raise InterruptedError when cancelled.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, aside), name="review", daemon=True)
    process.start()
    theirs.close()
    try:
        # Not as arguments: who is killed before he has read those lets his parent write them for ever.
        ours.send((packed, by))
        while not cancelled():
            if ours.poll(LOOK_S):
                found: str | None = ours.recv()
                return found
    except (EOFError, OSError):  # it was killed, or failed
        return None
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()
    raise InterruptedError


def _work(parent: Connection, aside: bool) -> None:
    """In the child."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # it ends before there is garbage worth looking for
    if aside:
        step_aside()
    from simulator.ui.review.opening import worked_out  # which has this module work things out

    with suppress(EOFError, OSError):  # nobody waits for it any more
        body: str | None = None
        with suppress(Mendable):  # told where the session is opened
            packed, by = parent.recv()  # which reads the session
            body = worked_out(packed, by, None).body
        parent.send(body)
