"""A sound file that stands for a microphone."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from simulator.devices.media_file import frames, let_go, open_media, origin, promised_length
from simulator.devices.pace import Pace, wait_until
from simulator.domain.machine import Fault
from simulator.domain.units import Seconds
from simulator.media_port import Clock, SoundBlock
from simulator.ports import ContentError, DeviceError

RATE_HZ = 48_000
BLOCK = RATE_HZ // 10
SHORT: Seconds = 0.5
"""A file that ends this much before its header says was cut off; encoders' padding is a tenth of it."""
SLACK: Seconds = 0.1
"""Time stamps may wander this much before the file is taken to have a hole."""

Samples = NDArray[np.float32]


class FileMicrophone:
    """Gives a file's sound as 48 kHz mono in blocks of 100 ms; the file's time 0 is ``start`` on the clock.

    At live pace a block is given when a microphone would have heard it. The end is an EOFError; of a file that stops
    before its header says, the EOFError's cause is the DeviceError that says so.
    """

    exact = True

    def __init__(self, path: Path, clock: Clock, start: Seconds, pace: Pace = Pace.LIVE) -> None:
        self._path = path
        self._clock = clock
        self._start = start
        self._pace = pace
        self._closed = threading.Event()
        self._given = 0
        self._promised: Seconds | None = None
        self._blocks = self._in_blocks()
        self._first = next(self._blocks, None)
        if self._first is None:
            raise ContentError("file_empty", file=str(path))

    def read(self) -> SoundBlock:
        samples, self._first = self._first, None
        if samples is None:
            samples = None if self._closed.is_set() else next(self._blocks, None)
        if samples is None:
            raise EOFError(str(self._path)) from self._cut_off()
        at = self._start + self._given / RATE_HZ
        self._given += len(samples)
        heard = self._start + self._given / RATE_HZ
        if self._pace is Pace.LIVE and not wait_until(heard, self._clock, self._closed):
            raise EOFError("closed")
        return SoundBlock(at, samples, RATE_HZ)

    def close(self) -> None:
        """Let go of the file; a ``read`` that waits on another thread ends."""
        self._closed.set()
        let_go(self._blocks)

    def _cut_off(self) -> DeviceError | None:
        plays = self._given / RATE_HZ
        if self._closed.is_set() or self._promised is None or self._promised - plays < SHORT:
            return None
        return DeviceError(
            Fault.UNREADABLE, "file_cut_off", file=str(self._path), plays_s=plays, promised_s=self._promised
        )

    def _in_blocks(self) -> Generator[Samples, None, None]:
        rest: Samples = np.zeros(0, np.float32)
        for samples in self._on_time_line():
            rest = np.concatenate([rest, samples])
            for first in range(0, len(rest) - BLOCK + 1, BLOCK):
                yield rest[first : first + BLOCK]
            rest = rest[len(rest) - len(rest) % BLOCK :]
        if len(rest):
            yield rest

    def _on_time_line(self) -> Iterator[Samples]:
        """48 kHz mono; holes in the file's own time stamps are silence, so that a video's sound stays with it."""
        with open_media(self._path) as container:
            if not container.streams.audio:
                raise ContentError("file_without_sound", file=str(self._path))
            self._promised = promised_length(self._path, container)
            zero = origin(container)
            decoded: Seconds = 0.0
            stream = container.streams.audio[0]
            # Averaged below: FFmpeg's own way to mono makes what is on both sides 3 dB louder than it was.
            layout = "mono" if stream.codec_context.channels == 1 else "stereo"
            stage = av.AudioResampler(format="fltp", layout=layout, rate=RATE_HZ)
            for frame in frames(container, stream):
                if not isinstance(frame, av.AudioFrame):
                    continue
                if frame.time is not None and frame.time - zero - decoded > SLACK:
                    yield from _samples(stage.resample(None))
                    stage = av.AudioResampler(format="fltp", layout=layout, rate=RATE_HZ)
                    yield from _silence(frame.time - zero - decoded)
                    decoded = frame.time - zero
                decoded += frame.samples / frame.sample_rate
                frame.pts = None
                yield from _samples(stage.resample(frame))
            yield from _samples(stage.resample(None))


def _silence(length: Seconds) -> Iterator[Samples]:
    """In pieces: a file may claim a hole of hours."""
    while length > 0:
        yield np.zeros(round(min(length, 1.0) * RATE_HZ), np.float32)
        length -= 1.0


def _samples(ready: list[av.AudioFrame]) -> Iterator[Samples]:
    for frame in ready:
        yield frame.to_ndarray().mean(axis=0, dtype=np.float32)
