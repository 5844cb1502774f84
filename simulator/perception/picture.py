"""Brightness and sharpness of a picture."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from simulator.domain.events import PictureMeasured
from simulator.domain.units import Seconds

WIDEST = 480
"""Pictures are thinned out to at most so many pixels across; 480 keep edges and cost 2 ms."""
DARK = 20
BRIGHT = 250
"""Luma (0..255) from which a pixel shows no detail (ours)."""


def measure_picture(at: Seconds, pixels: NDArray[np.uint8], face: bool | None) -> PictureMeasured:
    """Measure a picture of height x width x (blue, green, red)."""
    step = max(1, -(-pixels.shape[1] // WIDEST))
    small = pixels[::step, ::step].astype(np.float32)
    # ITU-R BT.601 luma.
    luma = 0.114 * small[..., 0] + 0.587 * small[..., 1] + 0.299 * small[..., 2]
    return PictureMeasured(
        at=at,
        luma=float(luma.mean()),
        too_dark=float((luma < DARK).mean()),
        too_bright=float((luma > BRIGHT).mean()),
        sharpness=_sharpness(luma),
        face=face,
    )


def _sharpness(luma: NDArray[np.float32]) -> float:
    """Variance of the Laplacian (Pech-Pacheco et al., 2000); 0 for a picture too small to have one."""
    if min(luma.shape) < 3:
        return 0.0
    inner = luma[1:-1, 1:-1]
    laplacian = luma[:-2, 1:-1] + luma[2:, 1:-1] + luma[1:-1, :-2] + luma[1:-1, 2:] - 4 * inner
    return float(laplacian.var())
