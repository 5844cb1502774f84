"""The far side of a recogniser: a process of its own that may crash, and that ends with its parent."""

from __future__ import annotations

import contextlib
import os
import signal
import struct
import sys
import threading
import traceback
from dataclasses import dataclass
from multiprocessing.connection import Connection
from queue import SimpleQueue

import numpy as np

from simulator.devices.engine import Engine, Found
from simulator.domain.machine import Fault
from simulator.domain.units import Seconds
from simulator.ports import DeviceError

FINISH = b""
"""What the parent sends instead of sound when no more will come."""

_BEHIND = struct.Struct("<f")


def message_of(pcm: bytes, behind: Seconds) -> bytes:
    """Sound as it is sent to the child, with how much waits to be recognised."""
    return _BEHIND.pack(behind) + pcm


_BELOW_NORMAL = 0x00004000
"""BELOW_NORMAL_PRIORITY_CLASS of Windows."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The model is loaded."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The work cannot be done, however often one tries."""

    fault: Fault
    code: str
    facts: dict[str, object]


@dataclass(frozen=True, slots=True)
class Broke:
    """The engine raised what it should not have: a bug, told by the error's type and line."""

    error: str
    where: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """All sound up to sample ``done`` went through the engine."""

    done: int
    found: Found
    finished: bool = False


def step_aside(niceness: int) -> None:
    """Lower this process's priority, leave Ctrl-C to the parent and keep native libraries off the terminal."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
    else:
        os.nice(niceness)
    nothing = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nothing, stream)
    os.close(nothing)


def end_with(parent: Connection) -> None:
    """Leave at once when the parent's end of the pipe is closed, whatever a native library is doing."""

    def wait() -> None:
        with contextlib.suppress(EOFError, OSError):
            parent.recv_bytes()
        os._exit(0)

    threading.Thread(target=wait, name="parent", daemon=True).start()


def recognise(engine: Engine, parent: Connection) -> None:
    """Load the engine, then answer every piece of sound until the parent closes the pipe."""
    step_aside(5)
    inbox: SimpleQueue[bytes] = SimpleQueue()

    def receive() -> None:
        # Reading on a thread of its own: the pipe never fills up, and a parent that died is noticed at once
        # even while the engine computes.
        with contextlib.suppress(EOFError, OSError):
            while True:
                inbox.put(parent.recv_bytes())
        os._exit(0)

    threading.Thread(target=receive, name="receive", daemon=True).start()
    try:
        _answer(engine, inbox, parent)
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        parent.send(Broke(type(error).__name__, f"{frame.filename}:{frame.lineno}"))


def _answer(engine: Engine, inbox: SimpleQueue[bytes], parent: Connection) -> None:
    try:
        hearing = engine.load()
    except DeviceError as error:
        parent.send(Refused(error.fault, error.code, error.facts))
        return
    parent.send(Loaded())
    done = 0
    while True:
        piece = inbox.get()
        if piece == FINISH:
            parent.send(Recognised(done, hearing.finish(), finished=True))
            return
        (behind,) = _BEHIND.unpack_from(piece)
        pcm = np.frombuffer(piece, dtype=np.int16, offset=_BEHIND.size)
        found = hearing.accept(pcm.astype(np.float32) / np.float32(32_768), behind)
        done += len(pcm)
        parent.send(Recognised(done, found))
