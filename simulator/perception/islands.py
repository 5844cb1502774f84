"""Short voiced sounds between silences: what hesitations that a recogniser leaves out sound like."""

from __future__ import annotations

from collections import deque

import numpy as np
from numpy.typing import NDArray

from simulator.domain.units import Seconds, Span

STEP: Seconds = 0.01
SHORTEST: Seconds = 0.12
LONGEST: Seconds = 0.75
APART: Seconds = 0.13
"""How long the sound is, and the silence on both sides at least (measured: 0.89 of Chinese and 0.82 of English fillers
of careful speech are found, at a precision of 0.89 and 1.00, where no word or a doubtful one stands there)."""
OVER_NOISE_DB = 12.0
"""How far a step must be over the noise to be sound (ours)."""
FAINTEST_DBFS = -55.0
FLOOR_OVER: Seconds = 8.0
"""The noise is the quietest tenth of the last seconds."""
VOICE_FROM = 0.5
"""The chance of speech that some moment of it must reach: a click or a cup is no voice."""


class Islands:
    """Follows one stream of sound."""

    def __init__(self, rate_hz: int) -> None:
        self._size = round(rate_hz * STEP)
        self._rest: NDArray[np.float32] = np.zeros(0, np.float32)
        self._levels: deque[float] = deque(maxlen=round(FLOOR_OVER / STEP))
        self._floor = FAINTEST_DBFS
        self._began: Seconds | None = None
        self._sounded: Seconds | None = None  # when the last step with sound ended
        self._before: Seconds = APART  # silence before what sounds now
        self._voiced = 0.0

    def take(self, samples: NDArray[np.float32], at: Seconds, probability: float) -> tuple[Span, ...]:
        """Sound that follows the last, from ``at`` on, and the chance of speech at its end; islands that are over."""
        start = at - len(self._rest) / self._size * STEP
        sound = np.concatenate([self._rest, samples])
        count = len(sound) // self._size
        self._rest = sound[count * self._size :]
        if not count:
            return ()
        steps = sound[: count * self._size].reshape(count, self._size).astype(np.float64)
        levels = 10 * np.log10(np.maximum(np.mean(steps**2, axis=1), 1e-12))
        self._levels.extend(levels.tolist())
        quiet = np.partition(np.fromiter(self._levels, float), len(self._levels) // 10)[len(self._levels) // 10]
        self._floor = max(FAINTEST_DBFS, float(quiet) + OVER_NOISE_DB)
        found: list[Span] = []
        for number, level in enumerate(levels):
            found += self._step(start + number * STEP, float(level) >= self._floor, probability)
        return tuple(found)

    def _step(self, at: Seconds, sounds: bool, probability: float) -> list[Span]:
        if sounds:
            if self._began is None:
                self._before = at - self._sounded if self._sounded is not None else APART
                self._began, self._voiced = at, 0.0
            self._sounded = at + STEP
            self._voiced = max(self._voiced, probability)
            return []
        began, ended = self._began, self._sounded
        if began is None or ended is None or at + STEP - ended < APART - 1e-9:
            return []
        self._began = None
        fits = SHORTEST - 1e-9 <= ended - began <= LONGEST + 1e-9
        if fits and self._before >= APART - 1e-9 and self._voiced >= VOICE_FROM:
            return [Span(round(began, 3), round(ended, 3))]
        return []
