"""The sound of a recording, whole, as speech engines want it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from simulator.devices.engine import RATE_HZ
from simulator.domain.machine import Fault
from simulator.ports import DeviceError

HOLE = RATE_HZ // 20
"""Samples missing between two frames from which on silence is put in: 50 ms."""


def sound_of(recording: Path) -> NDArray[np.float32]:
    """Mono sound at 16 kHz; sample k is at k / 16000 s of the file's own clock, holes are silence.

    A file that was cut off gives what can be read. Raise DeviceError when there is no sound to read.
    """
    pieces: list[NDArray[np.float32]] = []
    filled = 0
    try:
        for start, samples in _frames(recording):
            if filled == 0 and start < 0:
                samples = samples[-start:]
            elif start - filled > HOLE:
                pieces.append(np.zeros(start - filled, dtype=np.float32))
                filled = start
            pieces.append(samples)
            filled += len(samples)
    except (av.FFmpegError, OSError) as error:
        if not pieces:
            raise DeviceError(Fault.UNREADABLE, "recording_unreadable", path=str(recording)) from error
    return np.concatenate(pieces) if pieces else np.zeros(0, dtype=np.float32)


def _frames(recording: Path) -> Iterator[tuple[int, NDArray[np.float32]]]:
    """Each frame's first sample, by its time stamp, and its samples."""
    with av.open(str(recording)) as container:
        if not container.streams.audio:
            raise DeviceError(Fault.UNREADABLE, "recording_without_sound", path=str(recording))
        stream = container.streams.audio[0]
        resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE_HZ)
        position: int | None = None
        for decoded in container.decode(stream):
            if decoded.time is not None:
                begins = round(decoded.time * RATE_HZ)
                if position is None or abs(begins - position) > HOLE:
                    position = begins
            for frame in resampler.resample(decoded):
                samples = frame.to_ndarray().reshape(-1).astype(np.float32)
                yield position or 0, samples
                position = (position or 0) + len(samples)
        for frame in resampler.resample(None):
            yield position or 0, frame.to_ndarray().reshape(-1).astype(np.float32)
