"""The spoken pitches of ``tests/speech`` with their truth."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

from simulator.domain.events import HostSpoke
from simulator.domain.language import Language
from simulator.media_port import SoundBlock

FOLDER = Path(__file__).resolve().parents[2] / "speech"
RATE_HZ = 16_000
BLOCK = 1_600


@dataclass(frozen=True)
class Pitch:
    truth: dict[str, Any]
    samples: NDArray[np.float32]

    @property
    def length(self) -> float:
        return len(self.samples) / RATE_HZ

    def blocks(self, start: float = 0.0) -> Iterator[SoundBlock]:
        """100 ms each; the first begins at ``start``."""
        for place in range(0, len(self.samples), BLOCK):
            yield SoundBlock(start + place / RATE_HZ, self.samples[place : place + BLOCK], RATE_HZ)


def pitch(name: str, folder: Path = FOLDER) -> Pitch:
    return Pitch(json.loads((folder / f"{name}.json").read_text("utf-8")), samples_of(folder / f"{name}.flac"))


def samples_of(path: Path) -> NDArray[np.float32]:
    """The sound of a file at 16 kHz, mono."""
    resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE_HZ)
    with av.open(str(path)) as file:
        frames = [part for frame in file.decode(audio=0) for part in resampler.resample(frame)]
    frames += resampler.resample(None)
    return np.concatenate([frame.to_ndarray().reshape(-1) for frame in frames]).astype(np.float32)


def said(phrases: tuple[HostSpoke, ...] | list[HostSpoke], language: Language) -> str:
    return ("" if language is Language.ZH else " ").join(phrase.text for phrase in phrases)


def recorded(samples: NDArray[np.float32], path: Path, begins_at: float = 0.0) -> Path:
    """The sound as AAC in an MKV, as a session records it."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("aac", rate=RATE_HZ, layout="mono")
        for place in range(0, len(samples), 1_024):
            frame = av.AudioFrame.from_ndarray(samples[None, place : place + 1_024], format="fltp", layout="mono")
            frame.sample_rate = RATE_HZ
            frame.pts = place + round(begins_at * RATE_HZ)
            frame.time_base = Fraction(1, RATE_HZ)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path
