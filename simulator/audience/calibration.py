"""Levels of a real room, fitted to its log by simulated moments, with what remains uncertain (audience model, 13)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import exp

import numpy as np

from simulator.audience.hosts import Host
from simulator.audience.moments import PARAMETERS, PRIOR_SD, Trial, has, known, moments, trial
from simulator.audience.posterior import Z80, Z95, Posterior, covariance, step
from simulator.audience.quantile import Floats
from simulator.audience.rollouts import Mapper
from simulator.audience.timeline import Timeline
from simulator.domain.room_log import Figure, RoomLog
from simulator.domain.scenario import Crowd, Levels, Scenario
from simulator.domain.units import Seconds

TICK_S: Seconds = 1.0
"""Leaps of a second: about -1 % of orders, far inside what a session leaves uncertain."""
ROLLOUTS = 32
NOISE_ROLLOUTS = 200
"""Over how many rollouts the scatter of a single session is measured."""
DRAWS, EACH = 20, 10
"""Of the predictive check: points of the posterior, and rollouts at each."""
SEED = 2026
MOST_TURNS = 8
SMALL = 0.01
"""A step below this ends the search; in small rooms, below a tenth of what one session leaves uncertain anyway."""
LONGEST = 0.7
"""No parameter moves further in one turn."""
NEAR = 0.2
"""The slopes hold this far; beyond, they are measured again."""
DIFFERENCE = 0.1
"""By how much a parameter is moved to measure slopes: wide enough that whole viewers do not matter."""
BOUND = 3.0
"""No log multiplier goes further: a factor of 20 is another kind of room."""
BAND = (0.05, 0.95)
FOLLOWED = (Figure.ENTERED,)
"""Figures that the arrivals follow: their bands are no test."""
TESTED = (
    Figure.ONLINE, Figure.LEFT, Figure.COMMENTS, Figure.QUESTIONS, Figure.CLICKS, Figure.ORDERS, Figure.PAID,
)  # fmt: skip

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A multiplier; ``value`` is None where the log has nothing to fit it by, and the interval is then the prior's."""

    name: str
    moment: Figure
    value: float | None
    log_value: float
    log_sd: float
    interval_80: Interval
    interval_95: Interval
    prior_95: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A figure of the log beside what the fitted room does."""

    figure: Figure
    observed: float
    """Sum over the log; of ``ONLINE`` viewer-seconds."""
    simulated: float
    interval_90: Interval
    low: tuple[float, ...]
    """The 90 % band, step by step."""
    high: tuple[float, ...]
    covered: float
    """Share of the log's steps inside the band."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """A room fitted to one log."""

    parameters: tuple[Parameter, ...]
    checks: tuple[Check, ...]
    coverage: float | None
    """Share of all steps of all figures inside their 90 % bands, those left out that the arrivals follow."""
    crowd: Crowd
    """Of the fitted room, arrivals at their mean; a scenario with it rehearses in front of this room."""
    posterior: Posterior
    turns: int
    converged: bool
    room: Trial
    """Where the log was played again: its host, and how the room was run in."""

    def parameter(self, name: str) -> Parameter:
        return next(each for each in self.parameters if each.name == name)


def calibrate(
    log: RoomLog,
    scenario: Scenario,
    *,
    seed: int = SEED,
    rollouts: int = ROLLOUTS,
    noise_rollouts: int = NOISE_ROLLOUTS,
    draws: int = DRAWS,
    tick_s: Seconds = TICK_S,
    effects: Levels | None = None,
    host: Host | None = None,
    mapper: Mapper = map,
    progress: Callable[[float], None] = lambda _: None,
) -> Calibration:
    """Fit the levels of ``log``; its host sells the products of ``scenario``. ``progress`` gets 0..1.

    ``effects`` are effect sizes to fit the levels by, where they are known (``effects.fit_effects``); ``host`` is one
    whose script is known better than the log tells it.
    """
    room = trial(log, scenario, seed=seed, tick_s=tick_s, mapper=mapper, effects=effects)
    if host is not None:
        room = replace(room, timeline=Timeline(host, (), {}))
    fit = _Fit(room, rollouts, noise_rollouts, progress)
    posterior, turns, converged = fit.found()
    checks = _checks(room, posterior, draws, noise_rollouts)
    progress(1.0)
    tested = [each for each in checks if each.figure in TESTED]
    steps = [int(known(log, each.figure).sum()) for each in tested]
    mean = np.asarray(posterior.mean)
    at_mean = room.crowd(mean)
    crowd = replace(at_mean, entries_per_min=sum(room.per_min) / len(room.per_min) * exp(mean[0]), bursts=())
    return Calibration(
        parameters=tuple(_parameter(number, posterior, fit) for number in range(len(PARAMETERS))),
        checks=checks,
        coverage=float(np.average([each.covered for each in tested], weights=steps)) if tested else None,
        crowd=crowd,
        posterior=posterior,
        turns=turns,
        converged=converged,
        room=room,
    )


class _Fit:
    """The search for the levels of one log."""

    def __init__(self, room: Trial, rollouts: int, noise_rollouts: int, progress: Callable[[float], None]) -> None:
        self._room = room
        self.by_parameter = moments(room.log)
        self._moments = [each for each in self.by_parameter if has(room.log, each)]
        self.fitted = np.array([moment in self._moments for moment in self.by_parameter])
        self._observed = _logs(np.array([room.log.total(each) or 0.0 for each in self._moments]))
        self._numbers = range(rollouts)
        self._noise_numbers = range(10_000, 10_000 + noise_rollouts)
        self._prior = np.array(PRIOR_SD)
        self._progress = progress
        self._done = 0

    def found(self) -> tuple[Posterior, int, bool]:
        """The posterior, how many turns it took, and whether the last step was small."""
        x, logs = self._start()
        slopes = self._slopes(x, logs)
        turns, converged = 0, False
        while turns < MOST_TURNS and not converged:
            move = self._move(x, logs, slopes)
            x = np.clip(x + move, -BOUND, BOUND)
            logs = self._logs(x, self._numbers)
            turns += 1
            longest = float(np.abs(move).max())
            converged = bool((np.abs(move) < np.maximum(SMALL, 0.1 * self._sd(logs, slopes))).all())
            if longest > NEAR:
                slopes = self._slopes(x, logs)
        # A last look with other and more rollouts: their mean moves the point, their scatter says how surely it lies.
        logs = self._logs(x, self._noise_numbers)
        x = np.clip(x + self._move(x, logs, slopes), -BOUND, BOUND)
        return Posterior(x, covariance(slopes, _noise(logs), self._prior)), turns, converged

    def _start(self) -> tuple[Floats, Floats]:
        """Begin by ratios: each figure against what it is a rate of, in the log and at the defaults."""
        x = np.zeros(len(PARAMETERS))
        logs = self._logs(x, self._numbers)
        off = dict(zip(self._moments, self._observed - logs.mean(axis=0), strict=True))
        stay = off.get(Figure.ONLINE, 0.0)
        orders = self.by_parameter[PARAMETERS.index("purchase")]
        at_first = {
            "leave": (Figure.ONLINE, -stay),
            "click": (Figure.CLICKS, off.get(Figure.CLICKS, 0.0) - stay),
            "purchase": (orders, off.get(orders, 0.0) - off.get(Figure.CLICKS, stay)),
            "comment": (Figure.COMMENTS, off.get(Figure.COMMENTS, 0.0) - stay),
            "ask": (Figure.QUESTIONS, off.get(Figure.QUESTIONS, 0.0) - stay),
        }
        for name, (figure, value) in at_first.items():
            if figure in off:
                x[PARAMETERS.index(name)] = np.clip(value, -LONGEST, LONGEST)
        return x, self._logs(x, self._numbers)

    def _logs(self, x: Floats, numbers: Sequence[int]) -> Floats:
        """Log sums of the figures that the log has, shape (rollouts, figures)."""
        sums = self._room.sums(self._room.played(x, numbers), self._moments)
        self._done += 1
        self._progress(1 - 0.5 ** (self._done / 8))
        return _logs(sums)

    def _slopes(self, x: Floats, logs: Floats) -> Floats:
        """How the mean log sums move with each parameter, on the same luck, shape (figures, parameters)."""
        columns = []
        for number in range(len(PARAMETERS)):
            moved = x.copy()
            moved[number] += DIFFERENCE
            columns.append((self._logs(moved, self._numbers) - logs).mean(axis=0) / DIFFERENCE)
        return np.stack(columns, axis=1)

    def _move(self, x: Floats, logs: Floats, slopes: Floats) -> Floats:
        """The next step; what the log says nothing of stays at the prior."""
        free = self.fitted
        move = np.zeros(len(PARAMETERS))
        residual = self._observed - logs.mean(axis=0)
        move[free] = step(x[free], residual, slopes[:, free], _noise(logs), self._prior[free])
        return np.clip(move, -LONGEST, LONGEST)

    def _sd(self, logs: Floats, slopes: Floats) -> Floats:
        return np.sqrt(np.diag(covariance(slopes, _noise(logs), self._prior)))


def _logs(sums: Floats) -> Floats:
    """Logs of sums; half a count is added, so that nothing at all is not infinitely little."""
    return np.asarray(np.log(sums + 0.5))


def _noise(logs: Floats) -> Floats:
    """Covariance of the log sums of a single session against the mean of these rollouts."""
    return np.atleast_2d(np.cov(logs, rowvar=False)) * (1 + 1 / len(logs))


def _parameter(number: int, posterior: Posterior, fit: _Fit) -> Parameter:
    at, sd, prior = float(posterior.mean[number]), float(posterior.sd[number]), PRIOR_SD[number]
    return Parameter(
        name=PARAMETERS[number],
        moment=fit.by_parameter[number],
        value=exp(at) if fit.fitted[number] else None,
        log_value=at,
        log_sd=sd,
        interval_80=(exp(at - Z80 * sd), exp(at + Z80 * sd)),
        interval_95=(exp(at - Z95 * sd), exp(at + Z95 * sd)),
        prior_95=(exp(-Z95 * prior), exp(Z95 * prior)),
    )


def _checks(room: Trial, posterior: Posterior, draws: int, first: int) -> tuple[Check, ...]:
    """The posterior predictive check: what other evenings of the fitted room would have looked like."""
    log = room.log
    figures = [each for each in (*FOLLOWED, *TESTED) if has(log, each)]
    played = [
        room.played(x, range(20_000 + first + EACH * number, 20_000 + first + EACH * (number + 1)))
        for number, x in enumerate(posterior.draws(draws, room.seed))
    ]
    checks = []
    for figure in figures:
        curves = np.concatenate([each[figure] for each in played])
        low, high = np.quantile(curves, BAND, axis=0)
        there = known(log, figure)
        series = np.array([np.nan if value is None else value for value in log.figures[figure]])
        inside = (series >= low) & (series <= high)
        sums = room.sums({figure: curves}, [figure])[:, 0]
        lowest, highest = np.quantile(sums, BAND)
        checks.append(
            Check(
                figure=figure,
                observed=log.total(figure) or 0.0,
                simulated=float(sums.mean()),
                interval_90=(float(lowest), float(highest)),
                low=tuple(low.tolist()),
                high=tuple(high.tolist()),
                covered=float(inside[there].mean()),
            )
        )
    return tuple(checks)
