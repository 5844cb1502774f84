"""One picture, looked at: light, sharpness, steadiness, and the face in it."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

import numpy as np
from numpy.typing import NDArray

from simulator.domain.units import Seconds
from simulator.perception.face import Face, Pose, pose_of

WIDEST = 480
"""Pictures are thinned out to at most so many pixels across; 480 keep edges and cost 2 ms."""
DARK = 20
BRIGHT = 250
"""Luma (0..255) from which a pixel shows no detail (ours)."""
COARSE = 3
"""Thinned pixels to one of the coarse grey, each way: what movement and held goods are told from."""
CERTAIN = 0.1
"""The height of the correlation's peak (0..1) below which it cannot be told how far the picture moved (ours: noise on
a bare wall reaches 0.08)."""

Grey = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Glance:
    """What one picture shows; ``at`` as the picture's."""

    at: Seconds
    luma: float
    """Mean brightness, 0..255."""
    too_dark: float
    too_bright: float
    """Shares of all pixels."""
    sharpness: float
    """Variance of the Laplacian of the luma."""
    grey: Grey
    """A coarse grey picture."""
    looked_for: bool
    """Whether anybody looked for a face."""
    face: Face | None
    place: tuple[float, float, float, float] | None
    """The face's left, top, width and height as shares of the picture."""
    pose: Pose | None
    face_luma: float | None
    beside_luma: float | None
    """Mean brightness of the face, and of the picture outside it."""
    shift: float | None
    """How far the whole picture moved since the last one, in shares of its width; None where it cannot be told."""
    frozen: bool | None
    """Bit for bit the picture before; None for the first."""


def glance(at: Seconds, pixels: NDArray[np.uint8], faces: tuple[Face, ...] | None, before: Glance | None) -> Glance:
    """Look at a picture of height x width x (blue, green, red); ``faces`` are None where nobody looked for one.

    ``before`` is what the picture before showed. The largest face is the host's.
    """
    step = max(1, -(-pixels.shape[1] // WIDEST))
    small = pixels[::step, ::step].astype(np.float32)
    # ITU-R BT.601 luma.
    luma: Grey = 0.114 * small[..., 0] + 0.587 * small[..., 1] + 0.299 * small[..., 2]
    grey = _coarse(luma)
    face = faces[0] if faces else None
    height, width = pixels.shape[:2]
    place = face_luma = beside = None
    if face is not None:
        place = (face.left / width, face.top / height, face.width / width, face.height / height)
        face_luma, beside = _face_and_beside(luma, place)
    alike = before is not None and before.grey.shape == grey.shape
    return Glance(
        at=at,
        luma=float(luma.mean()),
        too_dark=float((luma < DARK).mean()),
        too_bright=float((luma > BRIGHT).mean()),
        sharpness=_sharpness(luma),
        grey=grey,
        looked_for=faces is not None,
        face=face,
        place=place,
        pose=pose_of(face) if face is not None else None,
        face_luma=face_luma,
        beside_luma=beside,
        shift=_shift(before.grey, grey) if before is not None and alike else None,
        frozen=bool(np.array_equal(before.grey, grey)) if before is not None and alike else None,
    )


def _coarse(luma: Grey) -> Grey:
    high, wide = (max(1, size // COARSE) for size in luma.shape)
    if min(luma.shape) < COARSE:
        return luma
    cut = luma[: high * COARSE, : wide * COARSE]
    coarse: Grey = cut.reshape(high, COARSE, wide, COARSE).mean(axis=(1, 3))
    return coarse


def _face_and_beside(luma: Grey, place: tuple[float, float, float, float]) -> tuple[float | None, float | None]:
    """Mean brightness of the middle of the face, where there is skin, and of all outside its box."""
    left, top, wide, high = place
    rows, columns = luma.shape
    whole = luma[
        int(top * rows) : int((top + high) * rows) + 1,
        int(left * columns) : int((left + wide) * columns) + 1,
    ]
    inner = luma[
        int((top + high / 4) * rows) : int((top + 3 * high / 4) * rows) + 1,
        int((left + wide / 4) * columns) : int((left + 3 * wide / 4) * columns) + 1,
    ]
    outside = luma.size - whole.size
    return (
        float(inner.mean()) if inner.size else None,
        float((luma.sum(dtype=np.float64) - whole.sum(dtype=np.float64)) / outside) if outside > 0 else None,
    )


def _sharpness(luma: Grey) -> float:
    """Variance of the Laplacian (Pech-Pacheco et al., 2000); 0 for a picture too small to have one."""
    if min(luma.shape) < 3:
        return 0.0
    inner = luma[1:-1, 1:-1]
    laplacian = luma[:-2, 1:-1] + luma[2:, 1:-1] + luma[1:-1, :-2] + luma[1:-1, 2:] - 4 * inner
    return float(laplacian.var())


def _shift(before: Grey, now: Grey) -> float | None:
    """How far the picture moved as a whole, in shares of its width, by phase correlation (Kuglin and Hines, 1975).

    What stands still outvotes what moves in front of it: a host who gestures before a wall with anything on it shifts
    nothing.
    """
    rows, columns = now.shape
    if min(rows, columns) < 8:
        return None
    window = np.outer(np.hanning(rows), np.hanning(columns))
    first, second = (np.fft.rfft2((grey - grey.mean()) * window) for grey in (before, now))
    across = first * np.conj(second)
    strength = np.abs(across)
    if not strength.any():
        return None
    peaks: NDArray[np.float64] = np.fft.irfft2(across / np.maximum(strength, 1e-9 * float(strength.max())), now.shape)
    row, column = (int(each) for each in np.unravel_index(int(peaks.argmax()), peaks.shape))
    if float(peaks[row, column]) < CERTAIN:
        return None
    down = _signed(row + _part(peaks[:, column], row), rows)
    right = _signed(column + _part(peaks[row], column), columns)
    return float(hypot(down, right) / columns)


def _part(line: NDArray[np.float64], at: int) -> float:
    """How far between the samples the peak lies: the heavier neighbour draws it over (Foroosh and others, 2002)."""
    here, left, right = (abs(float(line[(at + step) % len(line)])) for step in (0, -1, 1))
    beside, sign = (right, 1.0) if right > left else (left, -1.0)
    return sign * beside / (beside + here) if beside + here > 0 else 0.0


def _signed(place: float, size: int) -> float:
    return place - size if place > size / 2 else place
