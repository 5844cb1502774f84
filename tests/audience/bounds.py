"""How far apart figures of two samples of sessions may be."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, sqrt

import numpy as np

from simulator.audience.quantile import Floats


def means_apart(one: Floats, other: Floats) -> float:
    """Difference of two means in standard errors; nothing where neither sample varies about one mean."""
    error = sqrt(one.var(ddof=1) / len(one) + other.var(ddof=1) / len(other))
    difference = float(one.mean() - other.mean())
    return difference / error if error else 0.0 if difference == 0 else float("inf")


def variances_apart(one: Floats, other: Floats) -> tuple[float, float]:
    """Logarithm of the ratio of two variances, and its standard error by the kurtosis of both samples together."""
    if one.var() == 0 and other.var() == 0:
        return 0.0, 1.0
    both = np.concatenate([sample - sample.mean() for sample in (one, other)])
    kurtosis = float((both**4).mean() / (both**2).mean() ** 2)
    error = sqrt((kurtosis - 1) * (1 / (len(one) - 1) + 1 / (len(other) - 1)))
    return float(np.log(one.var(ddof=1) / other.var(ddof=1))), error


def kolmogorov_smirnov(one: Floats, other: Floats) -> float:
    """Probability that two samples of one law lie so far apart; too high where values are equal."""
    places = np.concatenate((one, other))
    here, there = (np.searchsorted(np.sort(sample), places, side="right") / len(sample) for sample in (one, other))
    root = sqrt(len(one) * len(other) / (len(one) + len(other)))
    far = float(np.abs(here - there).max()) * (root + 0.12 + 0.11 / root)
    terms: Iterable[float] = ((-1) ** (turn - 1) * exp(-2 * (turn * far) ** 2) for turn in range(1, 101))
    return min(1.0, 2 * sum(terms)) if far > 0.2 else 1.0
