"""Loudness by EBU R 128, through FFmpeg's ``ebur128`` filter."""

from __future__ import annotations

import math
from typing import Any

import av
import av.error
import av.filter
import numpy as np

from simulator.media_port import LoudnessNow, SoundBlock

SILENCE_LUFS = -70.0
"""The absolute gate of ITU-R BS.1770: what is no louder is silence to the meter."""
PREFIX = "lavfi.r128."


class R128Meter:
    """Measures sound as it comes, every 0.1 s of it; mono counts as played by two loudspeakers, as viewers hear it.

    Without that (``dualmono``) a voice would measure 3 LU quieter than on any meter that viewers' platforms use.
    """

    def __init__(self) -> None:
        self._graph: Any = None
        self._rate_hz = 0
        self._fed = 0
        self._shown: dict[str, str] = {}

    def take(self, block: SoundBlock) -> None:
        """Sound that follows the last block, all at the same rate."""
        if not len(block.samples):
            return
        if self._graph is None:
            self._begin(block.rate_hz)
        samples = np.ascontiguousarray(block.samples, np.float32)[None, :]
        frame = av.AudioFrame.from_ndarray(samples, format="flt", layout="mono")
        frame.sample_rate, frame.pts = self._rate_hz, self._fed
        self._fed += samples.shape[1]
        self._graph.push(frame)
        while True:
            try:
                self._shown = self._graph.pull().metadata
            except (av.error.BlockingIOError, EOFError):
                return

    def now(self) -> LoudnessNow:
        """What it shows after all that it was given."""
        peak = self._number("true_peak")
        integrated = self._lufs("I")
        return LoudnessNow(
            momentary_lufs=self._lufs("M"),
            short_term_lufs=self._lufs("S"),
            integrated_lufs=integrated,
            range_lu=self._number("LRA") if integrated is not None else None,
            true_peak_dbtp=20 * math.log10(peak) if peak is not None and peak > 0 else None,
        )

    def _begin(self, rate_hz: int) -> None:
        self._rate_hz = rate_hz
        graph = av.filter.Graph()
        source = graph.add_abuffer(sample_rate=rate_hz, format="flt", layout="mono", time_base=f"1/{rate_hz}")  # type: ignore[arg-type]
        meter = graph.add("ebur128", "metadata=1:peak=true:dualmono=true")
        sink = graph.add("abuffersink")
        source.link_to(meter)
        meter.link_to(sink)
        graph.configure()
        self._graph = graph

    def _number(self, name: str) -> float | None:
        told = self._shown.get(PREFIX + name)
        number = float(told) if told is not None else math.nan
        return number if math.isfinite(number) else None

    def _lufs(self, name: str) -> float | None:
        number = self._number(name)
        return number if number is not None and number > SILENCE_LUFS else None
