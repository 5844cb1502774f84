"""What a speech engine must be to run in the recogniser's child process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from simulator.domain.events import HostSpoke
from simulator.domain.units import Seconds
from simulator.ports import Caption

RATE_HZ = 16_000
"""The rate of all sound that speech engines are given."""


@dataclass(frozen=True, slots=True)
class Found:
    """What an engine made of the sound so far; times count from the first sample it was given."""

    caption: Caption | None = None
    """What is unfinished; None between phrases."""
    phrases: tuple[HostSpoke, ...] = ()
    """Phrases finished by this piece of sound."""
    settled: int = 0
    """Samples from the start that no later phrase will need."""


class Hearing(Protocol):
    """An engine with its model loaded: one stream of contiguous sound in, words out; it may block."""

    def accept(self, samples: NDArray[np.float32], behind: Seconds = 0.0) -> Found:
        """Take the next sound. ``behind`` is how much more waits: an engine that cannot keep up does less for it.

        First it drops unfinished captions, then it hears less exactly; it never leaves out sound.
        """

    def finish(self) -> Found:
        """No more sound comes: whatever is still unfinished."""


class Engine(Protocol):
    """Says which engine and model to load; small and picklable, for it crosses into the child process."""

    @property
    def name(self) -> str: ...

    @property
    def patience(self) -> Seconds:
        """How long the engine may work on one piece of sound before it counts as hung."""

    def load(self) -> Hearing:
        """Load the model; raise DeviceError when its files are not whole."""
