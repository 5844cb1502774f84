"""When a clap was heard, to the millisecond."""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from simulator.domain.units import Seconds

STEP: Seconds = 0.001
BEFORE: Seconds = 0.05
"""How far back a clap is held against what was there before it."""
STANDS_OUT_DB = 14.0
"""So much sharper than before, within a millisecond."""
LOUD_DB = -24.0
"""How sharp it must be. Both are ours: none of 157 stretches of 4 s of synthetic speech was taken for a clap; of as
many claps made of noise 0 to 10 were missed in quiet, by their loudness, and 3 to 27 over speech; found to 0.8 ms."""
ATTACK: Seconds = 0.02
"""A clap is at its loudest within this long of its beginning."""
BEGINS_DB = 12.0
"""A clap begins where it is this far below its loudest."""
FLOOR_DB = -90.0


def clap_heard(samples: NDArray[np.float32], rate_hz: int) -> Seconds | None:
    """Seconds from the first of the mono ``samples`` to the sharpest rise in them; None where nothing stands out.

    Looks at their second differences: a clap is a click, and voices have little up there.
    """
    step = max(1, round(rate_hz * STEP))
    before = round(BEFORE / STEP)
    count = len(samples) // step
    if count <= before:
        return None
    sharp = np.diff(samples.astype(np.float64), 2, prepend=[0.0, 0.0]) / 2
    blocks = sharp[: count * step].reshape(count, step)
    peaks = np.maximum(20 * np.log10(np.maximum(np.abs(blocks).max(axis=1), 1e-9)), FLOOR_DB)
    ground = sliding_window_view(peaks[:-1], before).max(axis=1)
    reach = round(ATTACK / STEP)
    loudest = sliding_window_view(np.pad(peaks[before:], (0, reach - 1), "edge"), reach).max(axis=1)
    rise = np.where(loudest >= LOUD_DB, peaks[before:] - ground, -np.inf)
    first = int(rise.argmax())
    if rise[first] < STANDS_OUT_DB:
        return None
    attack = peaks[before + first : before + first + reach]
    begins = before + first + int(np.argmax(attack >= loudest[first] - BEGINS_DB))
    return begins * step / rate_hz
