"""Exponential and logarithm from + - * / alone: the same bits on every machine, one by one, in arrays, and compiled.

A mathematical library may differ from another in the last digit, and one digit can move a count. Both functions are
correct to two units in the last place: the argument is reduced by powers of two (Cody and Waite 1980, "Software manual
for the elementary functions") or of its 32nd root, what is left is summed by its Taylor series.
"""

from __future__ import annotations

import math
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

_STEPS = 32
_PER_STEP = 46.16624130844682903551758979206
"""Steps of ln 2 / 32 in 1."""
_STEP_HIGH = 6.93147180369123816490e-01 / _STEPS
_STEP_LOW = 1.90821492927058770002e-10 / _STEPS
_LN2_HIGH = 6.93147180369123816490e-01
_LN2_LOW = 1.90821492927058770002e-10
_ROOTS = np.array([float(Decimal(2) ** (Decimal(step) / _STEPS)) for step in range(_STEPS)])
"""2 to the power of step / 32, rounded once."""
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
    return math.ldexp(root + root * (rest + square * tail), steps >> 5)


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


def _series(x: float) -> float:
    """(e to the power of x, less 1) / x for |x| <= ln 2 / 2."""
    total = 1.0 / 87178291200.0
    total = total * x + 1.0 / 6227020800.0
    total = total * x + 1.0 / 479001600.0
    total = total * x + 1.0 / 39916800.0
    total = total * x + 1.0 / 3628800.0
    total = total * x + 1.0 / 362880.0
    total = total * x + 1.0 / 40320.0
    total = total * x + 1.0 / 5040.0
    total = total * x + 1.0 / 720.0
    total = total * x + 1.0 / 120.0
    total = total * x + 1.0 / 24.0
    total = total * x + 1.0 / 6.0
    total = total * x + 0.5
    return total * x + 1.0


_COEFFICIENTS = (
    1.0 / 87178291200.0, 1.0 / 6227020800.0, 1.0 / 479001600.0, 1.0 / 39916800.0, 1.0 / 3628800.0, 1.0 / 362880.0,
    1.0 / 40320.0, 1.0 / 5040.0, 1.0 / 720.0, 1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5, 1.0,
)  # fmt: skip


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
    near = x * _many(-np.minimum(x, _NEAR))
    if x.size and float(x.max()) > _NEAR:
        return np.where(x <= _NEAR, near, 1.0 - exps(-x))
    return near


def _many(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """``_series`` of each element."""
    total = np.full(x.shape, _COEFFICIENTS[0])
    for coefficient in _COEFFICIENTS[1:]:
        total *= x
        total += coefficient
    return total
