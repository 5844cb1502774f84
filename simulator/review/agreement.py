"""Figures of agreement from counted pairs: quadratic weighted kappa, bias, exact and adjacent agreement.

Kappa weighs a disagreement by its square (Cohen 1968), which makes it an intraclass correlation of the levels (Fleiss
and Cohen 1973). A trainee has several sessions, so pairs are not independent and the usual large-sample error (Fleiss,
Cohen and Everitt 1969) is too small. The error here is the jackknife's that leaves out a whole trainee at a time
(Efron and Tibshirani 1993, ch. 11), with Student's t on Fisher's z scale (for agreement: Moss 2024, Psychometrika 89).
It draws no lots, so the same words always give the same figures. ``scripts/bench/agreement.py`` measures how often
such intervals hold the true value, beside the alternatives.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import atanh, hypot, tanh

import numpy as np
from numpy.typing import NDArray

from simulator.audience.estimates import t_quantile
from simulator.domain.agreement import ENOUGH, Agreement, Interval, Judged, Tally, WhyNoKappa

Counts = NDArray[np.float64]
"""... x levels x levels: pairs by the level of either side."""
CONFIDENCE = 0.95
TINY = 1e-12


def agreement(judged: Judged, levels: Sequence[int], signed: int = 0) -> Agreement:
    """The figures of one criterion; ``levels`` are the rubric's, and pairs at others are left out.

    ``signed`` sessions there are in all, with or without a word on this criterion.
    """
    counts = _by_trainee(judged.tallies, sorted(levels))
    whole = counts.sum(axis=0)
    pairs = int(whole.sum())
    bare = Agreement(
        criterion=judged.criterion,
        pairs=pairs,
        trainees=len(counts),
        extent=judged.extent,
        silent=max(0, signed - judged.extent.signed),
        table=tuple(tuple(int(cell) for cell in row) for row in whole),
        why_none=WhyNoKappa.TOO_FEW,
    )
    if pairs < ENOUGH:
        return bare
    step = np.subtract.outer(np.arange(len(whole)), np.arange(len(whole)))
    kappa = float(kappas(whole)) if _spread(whole) else None
    bias = float(_biases(whole))
    return replace(
        bare,
        kappa=kappa,
        kappa_in=None if kappa is None else _kappa_interval(kappa, counts),
        why_none=WhyNoKappa.NO_SPREAD if kappa is None else None,
        bias=bias,
        bias_in=_bias_interval(bias, counts),
        exact=float(whole[step == 0].sum()) / pairs,
        adjacent=float(whole[abs(step) <= 1].sum()) / pairs,
    )


def kappas(counts: Counts) -> Counts:
    """Quadratic weighted kappa of each table of the stack; not a number where neither side varies."""
    pairs = counts.sum(axis=(-2, -1))
    weights = _squares(counts.shape[-1])
    seen = (counts * weights).sum(axis=(-2, -1)) / pairs
    with np.errstate(divide="ignore", invalid="ignore"):
        kappa: Counts = np.asarray(1 - seen / _by_chance(counts))
    return kappa


def _by_chance(counts: Counts) -> Counts:
    """The mean squared distance of levels that are paired at random."""
    pairs = counts.sum(axis=(-2, -1))
    ones, others = counts.sum(axis=-1), counts.sum(axis=-2)
    expected: Counts = np.asarray(
        np.einsum("...i,ij,...j->...", ones, _squares(counts.shape[-1]), others) / (pairs * pairs)
    )
    return expected


def _squares(levels: int) -> Counts:
    apart = np.subtract.outer(np.arange(levels), np.arange(levels)).astype(np.float64)
    squares: Counts = apart * apart
    return squares


def _biases(counts: Counts) -> Counts:
    step = -np.subtract.outer(np.arange(counts.shape[-1]), np.arange(counts.shape[-1]))
    means: Counts = np.asarray((counts * step).sum(axis=(-2, -1)) / counts.sum(axis=(-2, -1)))
    return means


def _spread(whole: Counts) -> bool:
    """Whether each side gave more than one level."""
    return bool(np.count_nonzero(whole.sum(axis=0)) > 1 and np.count_nonzero(whole.sum(axis=1)) > 1)


def _by_trainee(tallies: Sequence[Tally], levels: Sequence[int]) -> Counts:
    """A table for each trainee, in the order of their ids, so that the order of the tallies changes nothing."""
    place = {level: number for number, level in enumerate(levels)}
    known = [tally for tally in tallies if tally.one in place and tally.other in place]
    row = {trainee: number for number, trainee in enumerate(sorted({tally.trainee for tally in known}))}
    counts: Counts = np.zeros((len(row), len(levels), len(levels)))
    for tally in known:
        counts[row[tally.trainee], place[tally.one], place[tally.other]] += tally.pairs
    return counts


def _jackknife(left_out: Counts) -> float:
    """The standard error, from the figure with each trainee left out."""
    many = len(left_out)
    return float(np.sqrt((many - 1) / many * ((left_out - left_out.mean()) ** 2).sum()))


def _kappa_interval(kappa: float, counts: Counts) -> Interval | None:
    trainees = len(counts)
    if trainees < 2:
        return None
    whole = counts.sum(axis=0)
    if kappa > 1 - TINY:
        # No disagreement was seen: the lower end is what the largest share of neighbouring levels would make of it
        # that so many trainees without one still allow (Clopper and Pearson 1934).
        share = 1 - ((1 - CONFIDENCE) / 2) ** (1 / trainees)
        return Interval(max(-1.0, 1 - share / float(_by_chance(whole))), 1.0)
    left_out = kappas(whole - counts)
    if kappa < TINY - 1 or not np.isfinite(left_out).all():
        return None  # without one of them there is no spread
    reach = t_quantile(CONFIDENCE, trainees - 1) * _jackknife(left_out) / (1 - kappa * kappa)
    low, high = tanh(atanh(kappa) - reach), tanh(atanh(kappa) + reach)
    return Interval(min(low, kappa), max(high, kappa))  # there and back again, a last digit may be lost


def _bias_interval(bias: float, counts: Counts) -> Interval | None:
    trainees = len(counts)
    if trainees < 2:
        return None
    whole = counts.sum(axis=0)
    # One level in one pair more or less is never ruled out, even where all pairs differ alike.
    error = hypot(_jackknife(_biases(whole - counts)), 1 / float(whole.sum()))
    reach = t_quantile(CONFIDENCE, trainees - 1) * error
    return Interval(bias - reach, bias + reach)
