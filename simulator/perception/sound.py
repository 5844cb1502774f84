"""One second of sound, measured: levels, clipping and the pitch of the voice."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from simulator.domain.events import SoundMeasured
from simulator.domain.units import Seconds

RATE_HZ = 16_000
FRAME = RATE_HZ * 40 // 1000
"""Samples of a 40 ms frame: two periods of 60 Hz and more."""
PITCH_HZ = (60.0, 500.0)
SPEECH_FROM = 0.5
QUIET_BELOW = 0.35
FULL_SCALE = 0.999
FLOOR_DBFS = -96.0
"""Below the noise of 16-bit sound everything is silence."""
APERIODIC = 0.25
"""YIN's threshold: a frame is voiced when its best period explains all but this much (de Cheveigné and Kawahara, 2002,
give 0.1 to 0.15 for clean recordings; 0.25 keeps twice the frames of real speech at the same spread of pitch)."""
OCTAVE = 8.0
"""A frame this many semitones from the second's median is an octave error, not the voice (ours)."""


def measure_sound(at: Seconds, samples: NDArray[np.float32], speech: Sequence[float]) -> SoundMeasured:
    """Measure mono sound at 16 kHz; ``speech`` are probabilities at even steps through it."""
    sound = samples.astype(np.float32, copy=False)
    chances = _per_sample(speech, len(sound))
    spoken, quiet = chances >= SPEECH_FROM, chances < QUIET_BELOW
    return SoundMeasured(
        at=at,
        speech_dbfs=_level(sound[spoken]),
        noise_dbfs=_level(sound[quiet]),
        clipped=float((np.abs(sound) >= FULL_SCALE).mean()) if len(sound) else 0.0,
        pitch_hz=_pitches(sound, spoken),
    )


def _per_sample(speech: Sequence[float], size: int) -> NDArray[np.float64]:
    if not speech or not size:
        return np.zeros(size)
    steps = np.arange(size) * len(speech) // size
    return np.asarray(speech, dtype=np.float64)[steps]


def _level(sound: NDArray[np.float32]) -> float | None:
    """RMS in dB relative to full scale; None of nothing."""
    if not len(sound):
        return None
    power = float(np.mean(np.square(sound, dtype=np.float64)))
    return max(FLOOR_DBFS, 10 * float(np.log10(max(power, 1e-12))))


def _pitches(sound: NDArray[np.float32], spoken: NDArray[np.bool_]) -> tuple[float, ...]:
    """Fundamental frequency of each voiced frame, octave errors left out."""
    longest = int(RATE_HZ / PITCH_HZ[0])
    count = (len(sound) - longest) // FRAME
    starts = np.array([at * FRAME for at in range(max(count, 0)) if spoken[at * FRAME : (at + 1) * FRAME].mean() > 0.5])
    if not len(starts):
        return ()
    windows = sound[starts[:, None] + np.arange(FRAME + longest)[None, :]].astype(np.float64)
    found = _yin(windows, longest)
    found = found[found > 0]
    if not len(found):
        return ()
    away = np.abs(12 * np.log2(found / np.median(found)))
    return tuple(round(float(hz), 2) for hz in found[away < OCTAVE])


def _yin(windows: NDArray[np.float64], longest: int) -> NDArray[np.float64]:
    """Fundamental frequency of each window by YIN; 0 where there is none."""
    size = 1 << int(np.ceil(np.log2(windows.shape[1] + FRAME)))
    first = windows[:, :FRAME]
    spectrum = np.fft.rfft(windows, size)
    likeness = np.fft.irfft(spectrum * np.conj(np.fft.rfft(first, size)), size)[:, : longest + 1]
    squares = np.concatenate([np.zeros((len(windows), 1)), np.cumsum(windows**2, axis=1)], axis=1)
    lags = np.arange(longest + 1)
    power = squares[:, lags + FRAME] - squares[:, lags]
    difference = np.maximum(power[:, :1] + power - 2 * likeness, 0.0)
    running = np.cumsum(difference[:, 1:], axis=1)
    normal = np.ones_like(difference)
    normal[:, 1:] = difference[:, 1:] * lags[1:] / np.maximum(running, 1e-12)
    shortest = int(RATE_HZ / PITCH_HZ[1])
    pitches = np.zeros(len(windows))
    for at, row in enumerate(normal):
        below = np.flatnonzero(row[shortest:longest] < APERIODIC)
        if len(below) and power[at, 0] > FRAME * 1e-8:
            lag = shortest + int(below[0])
            while lag + 1 < longest and row[lag + 1] < row[lag]:
                lag += 1
            pitches[at] = RATE_HZ / _between(row, lag)
    return pitches


def _between(row: NDArray[np.float64], lag: int) -> float:
    """The lag of the dip between samples, by a parabola through its neighbours."""
    if not 0 < lag < len(row) - 1:
        return float(lag)
    left, middle, right = row[lag - 1], row[lag], row[lag + 1]
    bend = left - 2 * middle + right
    return float(lag + (0.5 * (left - right) / bend if bend > 1e-12 else 0.0))
