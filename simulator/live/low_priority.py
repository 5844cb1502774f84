"""A thread that gives way to all others."""

from __future__ import annotations

import contextlib
import os
import sys
import threading

NICENESS = 10
"""A third of the share of a thread of normal priority beside it on Linux; half way to the lowest."""
THREAD_PRIORITY_LOWEST = -2
"""Of Windows, within the process's class."""


def step_aside() -> None:
    """Lower the calling thread's priority where the system knows one for threads; elsewhere nothing happens.

    What it does may wait; the microphone, the recording and the window may not.
    """
    if sys.platform == "win32":
        import ctypes

        # Python has no name for this: os.nice is missing, and process priorities would slow the whole program.
        kernel = ctypes.windll.kernel32
        # GetCurrentThread gives a handle of -1, which as a plain int would lose its upper half on 64 bits.
        kernel.GetCurrentThread.restype = ctypes.c_void_p
        kernel.SetThreadPriority.argtypes = (ctypes.c_void_p, ctypes.c_int)
        kernel.SetThreadPriority(kernel.GetCurrentThread(), THREAD_PRIORITY_LOWEST)
    elif sys.platform == "linux":
        # On Linux niceness belongs to the thread, though POSIX says the process.
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)
