"""Flashes and beeps that belong together, and how far apart a recording shows them.

Events are irregularly spaced (1.2 to 2.0 s), so a beep can belong to one flash only. A flash is 100 ms of white, a
beep 100 ms of 1 kHz with an attack of 1 ms. Offset = beep - flash: positive means the sound is late. Checked against
files of known offset: within 3 ms.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np

FLASH = 0.100
TONE_HZ = 1000.0


def schedule(duration: float, seed: int = 7, first: float = 1.5) -> list[float]:
    """Wanted times of events, in seconds."""
    chance = np.random.default_rng(seed)
    times, at = [], first
    while at < duration - 0.5:
        times.append(at)
        at += chance.uniform(1.2, 2.0)
    return times


def beeps(events: list[float], start: float, count: int, rate_hz: float, noise: float = 0.003) -> np.ndarray:
    """``count`` samples (-1..1); sample k was heard at ``start`` + k / ``rate_hz``, the true rate of the clock."""
    times = start + np.arange(count) / rate_hz
    out = noise * np.random.default_rng(round(abs(start) * 1000)).standard_normal(count)
    for event in events:
        i = max(0, int((event - start) * rate_hz) - 1)
        j = min(count, int((event + FLASH - start) * rate_hz) + 2)
        if i < j:
            since = times[i:j] - event
            gate = np.clip(since / 0.001, 0, 1) * np.clip((FLASH - since) / 0.005, 0, 1)
            out[i:j] += 0.5 * gate * np.sin(2 * np.pi * TONE_HZ * since)
    return np.clip(out, -1, 1).astype(np.float32)


def lit(events: list[float], at: float) -> bool:
    """Whether a picture taken at this time shows the flash."""
    return any(event - 1e-6 <= at < event + FLASH for event in events)


def _rises(mask: np.ndarray) -> np.ndarray:
    return np.flatnonzero(mask[1:] & ~mask[:-1]) + 1


def onsets(samples: np.ndarray, rate_hz: float) -> list[float]:
    """When beeps begin, in seconds from the first sample."""
    turned = samples * np.exp(-2j * np.pi * TONE_HZ * np.arange(len(samples)) / rate_hz)
    window = int(rate_hz * 0.002)
    envelope = np.abs(np.convolve(turned, np.ones(window) / window, "full")[: len(turned)])
    found: list[float] = []
    for rise in _rises(envelope > 0.5 * np.percentile(envelope, 99.5)):
        # Half of the causal window and half of the attack pass before the envelope reaches one half.
        at = rise / rate_hz - 0.0015
        if not found or at - found[-1] > 0.5:
            found.append(at)
    return found


def flashes_of(path: Path) -> tuple[np.ndarray, np.ndarray]:
    """Times of the first white picture of each flash, and of all pictures."""
    times, lumas = [], []
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        stream.thread_type = "AUTO"
        for frame in container.decode(stream):
            times.append(frame.time)
            plane = frame.planes[0]
            lumas.append(np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)[::8, : plane.width : 8].mean())
    at, luma = np.array(times), np.array(lumas)
    return at[_rises(luma > (np.percentile(luma, 20) + luma.max()) / 2)], at


def sound_of(path: Path) -> tuple[float, np.ndarray, int]:
    """(time of the first sample, samples, rate) of a file whose sound has no hole."""
    parts, start, rate_hz = [], None, 0
    with av.open(str(path)) as container:
        for frame in container.decode(container.streams.audio[0]):
            start = frame.time if start is None else start
            rate_hz = frame.sample_rate
            parts.append(frame.to_ndarray().reshape(-1))
    assert start is not None
    return start, np.concatenate(parts), rate_hz


@dataclass(frozen=True)
class Sync:
    """How far sound and picture of a recording are apart; milliseconds."""

    events: int
    pictures: int
    seconds: float
    median_ms: float
    least_ms: float
    most_ms: float
    first_ms: float
    last_ms: float
    drift_ms_per_min: float
    inner_95_ms: float
    """95 % of offsets are within plus or minus this."""


def measure(path: Path) -> Sync:
    flashes, pictures = flashes_of(path)
    start, samples, rate_hz = sound_of(path)
    tones = np.array(onsets(samples, rate_hz)) + start
    pairs = [(flash, tones[np.argmin(np.abs(tones - flash))]) for flash in flashes if len(tones)]
    near = np.array([(flash, tone) for flash, tone in pairs if abs(tone - flash) < 0.55])
    offsets = (near[:, 1] - near[:, 0]) * 1000
    return Sync(
        events=len(offsets),
        pictures=len(pictures),
        seconds=float(pictures[-1] - pictures[0]),
        median_ms=float(np.median(offsets)),
        least_ms=float(offsets.min()),
        most_ms=float(offsets.max()),
        first_ms=float(offsets[0]),
        last_ms=float(offsets[-1]),
        drift_ms_per_min=float(np.polyfit(near[:, 0], offsets, 1)[0]) * 60,
        inner_95_ms=float(np.percentile(np.abs(offsets), 95)),
    )
