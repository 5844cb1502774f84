"""Effect sizes from several sessions: approximate Bayesian computation on the shape of the minute curves.

One session tells levels. How strongly trust, understanding, a call to action and urgency move viewers shows only where
the host varied: a coupon, a silence, a demonstration. Levels are fitted session by session and stay as they are; the
effects are shared by all sessions. A particle is a set of effect sizes; it is as far from the logs as the shapes of its
minute curves are (totals divided out, since levels would make up for them, and under a square root, which gives every
count the same scatter). Rounds of particles come nearer and nearer (ABC-SMC: Beaumont and others 2009).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp

import numpy as np

from simulator.audience.moments import Trial, has, known
from simulator.audience.philox import Luck
from simulator.audience.posterior import Z95, normals
from simulator.audience.quantile import Floats
from simulator.domain.room_log import Figure
from simulator.domain.scenario import Levels

NAMES = ("trust", "understanding", "pulse", "urgency")
EFFECT_SD = 0.3
"""Of the prior, on the log scale."""
SHAPES = (Figure.ONLINE, Figure.COMMENTS, Figure.QUESTIONS, Figure.CLICKS, Figure.ORDERS, Figure.PAID)
KEPT = 0.4
"""Share of each round's particles that the next one begins from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """What the sessions say of the effect sizes."""

    log_mean: Mapping[str, float]
    log_sd: Mapping[str, float]
    """Beside a prior of .3: what is hardly narrower was not told by these sessions."""
    distance: tuple[float, ...]
    """Of the nearest part of each round; rounds that no longer come nearer have said what they can."""

    def levels(self) -> Levels:
        """The effects as part of a crowd's levels."""
        return replace(Levels(), **{name: exp(value) for name, value in self.log_mean.items()})

    def interval_95(self, name: str) -> tuple[float, float]:
        mean, sd = self.log_mean[name], self.log_sd[name]
        return exp(mean - Z95 * sd), exp(mean + Z95 * sd)


def fit_effects(
    rooms: Sequence[tuple[Trial, Floats]],
    *,
    particles: int = 100,
    rounds: int = 4,
    each: int = 4,
    seed: int = 1,
    progress: Callable[[float], None] = lambda _: None,
) -> Effects:
    """Effect sizes shared by ``rooms``, each a trial with its fitted log multipliers.

    ``each`` rollouts are averaged for a particle, on the same luck for all of a round.
    """
    size = len(NAMES)
    points = np.stack([EFFECT_SD * normals(seed, number, size) for number in range(particles)])
    weights = np.full(particles, 1 / particles)
    distances: list[float] = []
    for turn in range(rounds):
        far = np.empty(particles)
        for number, point in enumerate(points):
            far[number] = sum(_distance(room, x, point, range(turn * each, (turn + 1) * each)) for room, x in rooms)
            progress((turn * particles + number + 1) / (rounds * particles))
        near = np.argsort(far, kind="stable")[: max(2 * size, round(KEPT * particles))]
        distances.append(float(far[near].mean()))
        points, weights = points[near], weights[near] / weights[near].sum()
        if turn + 1 < rounds:
            points, weights = _next(points, weights, particles, seed + turn + 1)
    mean = weights @ points
    sd = np.sqrt(weights @ (points - mean) ** 2)
    return Effects(
        log_mean=dict(zip(NAMES, mean.tolist(), strict=True)),
        log_sd=dict(zip(NAMES, sd.tolist(), strict=True)),
        distance=tuple(distances),
    )


def _next(points: Floats, weights: Floats, many: int, seed: int) -> tuple[Floats, Floats]:
    """New particles around the kept ones, weighted so that the prior is not counted twice."""
    mean = weights @ points
    spread = np.sqrt(2 * (weights @ (points - mean) ** 2)) + 1e-3
    uniforms, _ = Luck(seed, 1).pairs(0, np.arange(many), 1)
    parents = np.searchsorted(np.cumsum(weights), uniforms * weights.sum(), side="right").clip(0, len(points) - 1)
    moved = np.stack([normals(seed, 10 + number, len(mean)) for number in range(many)])
    fresh = points[parents] + spread * moved
    prior = np.exp(-0.5 * (fresh / EFFECT_SD) ** 2).prod(axis=1)
    kernel = np.exp(-0.5 * (((fresh[:, None, :] - points[None]) / spread) ** 2).sum(axis=2))
    weighed = prior / np.maximum(kernel @ weights, 1e-300)
    return fresh, weighed / weighed.sum()


def _distance(room: Trial, x: Floats, point: Floats, numbers: Sequence[int]) -> float:
    """How far the shapes of the minute curves are from the log's, at these effects."""
    effects = replace(room.effects, **{name: exp(value) for name, value in zip(NAMES, point.tolist(), strict=True)})
    curves = replace(room, effects=effects).played(x, numbers)
    far = 0.0
    for figure in SHAPES:
        if not has(room.log, figure):
            continue
        there = known(room.log, figure)
        seen = np.array([value for value in room.log.figures[figure] if value is not None])
        made = curves[figure][:, there].mean(axis=0)
        if made.sum() > 0 and seen.sum() > 0:
            far += float(((np.sqrt(seen) - np.sqrt(made * (seen.sum() / made.sum()))) ** 2).mean())
    return far
