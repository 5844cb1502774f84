"""Exponential and logarithm from + - * / alone: the same bits on every machine, one by one, in arrays, and compiled.

A mathematical library may differ from another in the last digit, and one digit can move a count. Both functions are
correct to two units in the last place: the argument is reduced by powers of two (Cody and Waite 1980, "Software manual
for the elementary functions") or of its 32nd root, what is left is summed by its Taylor series.
"""

from __future__ import annotations

import math
from decimal import Decimal
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Number = TypeVar("Number", float, NDArray[np.float64])

_STEPS = 32
_PER_STEP = 46.16624130844682903551758979206
"""Steps of ln 2 / 32 in 1."""
_STEP_HIGH = 6.93147180369123816490e-01 / _STEPS
_STEP_LOW = 1.90821492927058770002e-10 / _STEPS
_LN2_HIGH = 6.93147180369123816490e-01
_LN2_LOW = 1.90821492927058770002e-10
_ROOTS = np.array([float(Decimal(2) ** (Decimal(step) / _STEPS)) for step in range(_STEPS)])
"""2 to the power of step / 32, rounded once."""
_MOST = 1022
_TWOS = np.ldexp(1.0, np.arange(-_MOST, _MOST + 1))
"""Powers of 2."""
_HIGHEST = 700.0
_NEAR = 0.34657359027997264
"""Half the logarithm of 2."""


def exp(x: float) -> float:
    """e to the power of ``x``; beyond 700 either way as at 700."""
    if x > _HIGHEST:
        x = _HIGHEST
    elif x < -_HIGHEST:
        x = -_HIGHEST
    steps = math.floor(x * _PER_STEP + 0.5)
    rest = (x - steps * _STEP_HIGH) - steps * _STEP_LOW
    square = rest * rest
    tail = (0.5 + square * (1.0 / 24.0 + square * (1.0 / 720.0))) + rest * (1.0 / 6.0 + square * (1.0 / 120.0))
    root = float(_ROOTS[steps & 31])
    return (root + root * (rest + square * tail)) * float(_TWOS[(steps >> 5) + _MOST])


def falls(x: float) -> float:
    """1 - e to the power of -x, for ``x`` >= 0: the chance of a move at rate times time ``x``."""
    if x <= _NEAR:
        return x * _series(-x)
    return 1.0 - exp(-x)


def log(x: float) -> float:
    """The natural logarithm of ``x`` > 0."""
    part, turns = math.frexp(x)
    if part < 0.7071067811865476:
        part *= 2.0
        turns -= 1
    s = (part - 1.0) / (part + 1.0)
    square = s * s
    total = 1.0 / 23.0
    for denominator in range(21, 0, -2):
        total = total * square + 1.0 / denominator
    return turns * _LN2_HIGH + (2.0 * s * total + turns * _LN2_LOW)


def _series(x: Number) -> Number:
    """(e to the power of x, less 1) / x for |x| <= ln 2 / 2: 14 terms, in pairs (Estrin's scheme)."""
    x2 = x * x
    x4 = x2 * x2
    low = (1.0 + x * 0.5) + x2 * (1.0 / 6.0 + x * (1.0 / 24.0))
    middle = (1.0 / 120.0 + x * (1.0 / 720.0)) + x2 * (1.0 / 5040.0 + x * (1.0 / 40320.0))
    high = (1.0 / 362880.0 + x * (1.0 / 3628800.0)) + x2 * (1.0 / 39916800.0 + x * (1.0 / 479001600.0))
    last = 1.0 / 6227020800.0 + x * (1.0 / 87178291200.0)
    return (low + x4 * middle) + (x4 * x4) * (high + x4 * last)


def exps(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """``exp`` of each element."""
    x = np.clip(x, -_HIGHEST, _HIGHEST)
    turns = np.floor(x * _PER_STEP + 0.5)
    rest = (x - turns * _STEP_HIGH) - turns * _STEP_LOW
    square = rest * rest
    tail = (0.5 + square * (1.0 / 24.0 + square * (1.0 / 720.0))) + rest * (1.0 / 6.0 + square * (1.0 / 120.0))
    steps = turns.astype(np.int64)
    root = _ROOTS[steps & 31]
    return np.asarray(np.ldexp(root + root * (rest + square * tail), steps >> 5))


def fallings(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """``falls`` of each element."""
    near = x * _series(-np.minimum(x, _NEAR))
    if x.size and float(x.max()) > _NEAR:
        return np.where(x <= _NEAR, near, 1.0 - exps(-x))
    return near
