"""An engine that spells out loudness, and can be made to crash or hang: for the process around it."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from simulator.devices.engine import RATE_HZ, Found, Hearing
from simulator.devices.phrases import phrase
from simulator.domain.events import Word
from simulator.domain.language import Language
from simulator.domain.machine import Fault
from simulator.domain.units import Seconds, Span
from simulator.ports import Caption, DeviceError

POISON = 0.99
"""Loudness at which the engine ends its process, each time."""
TRAP = 0.98
"""Loudness at which it hangs, once."""


@dataclass(frozen=True)
class ScriptedEngine:
    """Hears every whole second as one word: its first sample in hundredths."""

    trap: Path
    """Exists once the engine has hung."""
    refuses: bool = False
    dies_loading: bool = False
    name: str = "scripted"
    patience: Seconds = 60.0

    def load(self) -> Hearing:
        if self.refuses:
            raise DeviceError(Fault.UNREADABLE, "model_damaged", path="here")
        if self.dies_loading:
            os._exit(1)
        return _Hearing(self.trap)


class _Hearing:
    def __init__(self, trap: Path) -> None:
        self._trap = trap
        self._rest = np.zeros(0, dtype=np.float32)
        self._seconds = 0

    def accept(self, samples: NDArray[np.float32], _behind: Seconds = 0.0) -> Found:
        if np.any(np.isclose(samples, POISON, atol=0.001)):
            os._exit(1)
        if np.any(np.isclose(samples, TRAP, atol=0.001)) and not self._trap.exists():
            self._trap.touch()
            threading.Event().wait()
        self._rest = np.concatenate((self._rest, samples))
        words = []
        while len(self._rest) >= RATE_HZ:
            span = Span(float(self._seconds), float(self._seconds + 1))
            words.append(Word(str(round(100 * float(self._rest[0]))), span, None))
            self._seconds += 1
            self._rest = self._rest[RATE_HZ:]
        caption = Caption("…", float(self._seconds)) if len(self._rest) else None
        phrases = tuple(phrase([word], Language.EN, "scripted") for word in words)
        return Found(caption, phrases, self._seconds * RATE_HZ)

    def finish(self) -> Found:
        if not len(self._rest):
            return Found(settled=self._seconds * RATE_HZ)
        span = Span(float(self._seconds), self._seconds + len(self._rest) / RATE_HZ)
        return Found(None, (phrase([Word("end", span, None)], Language.EN, "scripted"),), self._seconds * RATE_HZ)
