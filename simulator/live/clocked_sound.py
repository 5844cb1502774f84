"""A microphone's samples on the session's clock."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from simulator.domain.units import Seconds
from simulator.media_port import SoundBlock

Samples = NDArray[np.float32]

BANDWIDTH_HZ = 0.03
"""Of the settled loop: slower than the wobble of drivers' time stamps (some 10 ms), faster than a crystal's drift."""
SETTLE: Seconds = 15.0
"""The loop starts ten times as wide and narrows over this time."""
JUMP: Seconds = 0.060
"""A block this far from its expected time is late; three in a row (or one ten times as far) are lost samples."""
HOLE: Seconds = 0.030
"""Lost samples from here on are filled with silence (surplus ones left out) at once instead of drawn in slowly."""
LEAST: Seconds = 0.050
"""Blocks given out are at least this long, so that what follows is not called a hundred times a second."""
DECLICK: Seconds = 0.002
"""What stands beside a filled hole fades over this time."""


class ClockedSound:
    """Gives samples that follow each other at exactly ``rate_hz`` on the session's time line, from 0 on.

    A microphone's crystal is off by up to some 100 ppm, its time stamps wobble, and it loses samples. A delay-locked
    loop (Adriaensen, "Using a DLL to filter time", 2005) smooths the stamps, a cubic interpolator (Catmull-Rom)
    resamples by the small ratio, a hole is filled with silence. Measured: within 16 ms over 300 s at 300 ppm.
    """

    def __init__(self, rate_hz: int = 48_000) -> None:
        self.rate_hz = rate_hz
        self.gaps = 0
        """Holes filled so far."""
        self.ppm = 0.0
        """How much faster than its nominal rate the microphone seems to run."""
        self._taken = 0  # input samples so far
        self._kept: Samples = np.zeros(0, np.float32)
        self._kept_from = 0  # input index of _kept[0]
        self._next = 0.0  # input index, with its fraction, where the next output sample is read
        self._made = 0  # output samples so far, given out or not
        self._given = 0  # output samples given out
        self._pending: list[Samples] = []
        self._expected: Seconds | None = None  # loop: when the next block should begin
        self._length: Seconds = 0.0  # loop: how long the next block should last
        self._block = 0  # samples of the last block
        self._began: Seconds = 0.0
        self._far = 0

    @property
    def position(self) -> Seconds:
        """Session time up to which sound was made."""
        return self._made / self.rate_hz

    def push(self, block: SoundBlock) -> SoundBlock | None:
        """Take a block whose ``at`` is session time (negative in the countdown: heard, not given); what is ready."""
        samples = np.asarray(block.samples, np.float32).ravel()
        if len(samples):
            begins, per_second = self._lock(block.at, len(samples))
            self._kept = np.concatenate([self._kept, samples])
            first, self._taken = self._taken, self._taken + len(samples)
            self._make(self._place(first, begins, per_second), per_second)
        return self._ready(LEAST)

    def fill(self, until: Seconds) -> SoundBlock | None:
        """Silence up to ``until`` while the microphone is gone, so that the stream goes on; it is a gap."""
        missing = round(until * self.rate_hz) - self._made
        if missing > 0:
            self._silence(missing)
        return self._ready(LEAST)

    def flush(self) -> SoundBlock | None:
        """What is made and was not given out yet."""
        return self._ready(0.0)

    # -------------------------------------------------------------------------------- the loop

    def _lock(self, at: Seconds, count: int) -> tuple[Seconds, float]:
        """When the block of ``count`` samples really begins, and how many samples the microphone gives a second."""
        nominal = count / self.rate_hz
        if self._expected is None:
            self._expected, self._length, self._block, self._began = at + nominal, nominal, count, at
            self._next = float(max(0, round(-at * self.rate_hz)))
            return at, count / nominal
        self._length *= count / self._block
        self._block = count
        error = at - self._expected
        self._far = self._far + 1 if abs(error) > JUMP else 0
        if self._far >= 3 or abs(error) > 10 * JUMP:
            self.gaps += 1
            self._far = 0
            begins = at
            self._length = nominal * (1 - self.ppm * 1e-6)
            self._expected = at + self._length
        else:
            error = max(-JUMP, min(JUMP, error))
            settled = min(1.0, (at - self._began) / SETTLE)
            omega = 2 * math.pi * BANDWIDTH_HZ * 10 ** (1 - settled) * nominal
            begins = self._expected
            self._expected += math.sqrt(2) * omega * error + self._length
            # No crystal is 2000 ppm off: what says so is a lie of the driver.
            self._length = min(max(self._length + omega * omega * error, nominal * 0.998), nominal * 1.002)
        self.ppm = (nominal / self._length - 1) * 1e6
        return begins, count / self._length

    def _place(self, first: int, begins: Seconds, per_second: float) -> float:
        """How many input samples the reading place is behind where it should be, after filling a hole."""
        wanted = first + (self.position - begins) * per_second
        behind = wanted - self._next
        if abs(behind) <= HOLE * self.rate_hz:
            return behind
        if behind < 0:
            self._silence(int(-behind))
        else:
            self._next = wanted
        return 0.0

    # -------------------------------------------------------------------------------- samples

    def _make(self, behind: float, per_second: float) -> None:
        """Resample all that can be, drawing ``behind`` in over two seconds."""
        step = per_second / self.rate_hz + max(-0.003, min(0.003, behind / self.rate_hz / 2.0))
        there = self._taken - 3 - self._next
        count = int(there / step) if there > 0 else 0
        if count > 0:
            places = self._next + step * np.arange(count)
            whole = np.floor(places).astype(np.int64)
            part = (places - whole).astype(np.float32)
            index = whole - self._kept_from
            source = self._kept
            if index[0] < 1:
                source = np.concatenate([np.zeros(1, np.float32), source])
                index = index + 1
            y0, y1, y2, y3 = source[index - 1], source[index], source[index + 1], source[index + 2]
            c1 = 0.5 * (y2 - y0)
            c2 = y0 - 2.5 * y1 + 2 * y2 - 0.5 * y3
            c3 = 0.5 * (y3 - y0) + 1.5 * (y1 - y2)
            self._add((((c3 * part + c2) * part + c1) * part + y1).astype(np.float32))
            self._next += step * count
        old = min(int(self._next), self._taken) - 2 - self._kept_from
        if old > 0:
            self._kept = self._kept[old:]
            self._kept_from += old

    def _silence(self, count: int) -> None:
        if self._pending:  # no click where the sound breaks off
            tail = self._pending[-1]
            fade = min(len(tail), round(DECLICK * self.rate_hz))
            self._pending[-1] = np.concatenate([tail[:-fade], tail[-fade:] * np.linspace(1, 0, fade, dtype=np.float32)])
        self._add(np.zeros(count, np.float32))

    def _add(self, samples: Samples) -> None:
        self._pending.append(samples)
        self._made += len(samples)

    def _ready(self, least: Seconds) -> SoundBlock | None:
        waiting = self._made - self._given
        if waiting == 0 or waiting < least * self.rate_hz:
            return None
        block = SoundBlock(self._given / self.rate_hz, np.concatenate(self._pending), self.rate_hz)
        self._pending.clear()
        self._given = self._made
        return block
