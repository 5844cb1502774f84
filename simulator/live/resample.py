"""Sound at another rate, as one stream."""

from __future__ import annotations

import av
import numpy as np
from numpy.typing import NDArray

from simulator.domain.units import Seconds
from simulator.media_port import SoundBlock


class Resampler:
    """Turns blocks that follow each other into blocks at ``rate_hz`` that follow each other.

    Its first sample belongs to the time of the first sample put in; some milliseconds stay inside until ``flush``.
    """

    def __init__(self, rate_hz: int = 16_000) -> None:
        self._rate_hz = rate_hz
        self._stage: av.AudioResampler | None = None
        self._start: Seconds = 0.0
        self._given = 0

    def push(self, block: SoundBlock) -> SoundBlock | None:
        """What is ready after ``block``; None while that is nothing."""
        if self._stage is None:
            self._stage = av.AudioResampler(format="flt", layout="mono", rate=self._rate_hz)
            self._start = block.at
        if not len(block.samples):
            return None
        frame = av.AudioFrame.from_ndarray(
            np.ascontiguousarray(block.samples, dtype=np.float32).reshape(1, -1), format="flt", layout="mono"
        )
        frame.sample_rate = block.rate_hz
        return self._gather(self._stage.resample(frame))

    def flush(self) -> SoundBlock | None:
        """The rest, when no more sound comes."""
        return None if self._stage is None else self._gather(self._stage.resample(None))

    def _gather(self, frames: list[av.AudioFrame]) -> SoundBlock | None:
        parts: list[NDArray[np.float32]] = [frame.to_ndarray().reshape(-1).astype(np.float32) for frame in frames]
        if not parts:
            return None
        samples = np.concatenate(parts)
        at = self._start + self._given / self._rate_hz
        self._given += len(samples)
        return SoundBlock(at, samples, self._rate_hz)
