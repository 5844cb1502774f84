"""The engine of counts against the oracle, which plays every viewer: the same law (audience model, section 14).

Over all choices of seeds a right engine fails here less than once in ten thousand. ``FAILS`` is a fifth of that, to
leave room for figures that are not normal, shared out evenly over all figures that are held against a bound: means and
logarithms of ratios of variances against a quantile of Student's t, distances of Kolmogorov and Smirnov against their
own law. Tried out on the engine alone: of 3,000,000 comparisons of samples drawn from 4,000 of its sessions, none
went beyond its bound.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from simulator.audience.estimates import t_quantile
from simulator.audience.hosts import BASELINES
from simulator.audience.parameters import DEFAULT
from simulator.audience.quantile import Floats
from simulator.audience.reference import LENGTH, NO_TAXONOMY, UNLIMITED
from simulator.audience.rollouts import Stage, rollouts
from tests.audience import hosts
from tests.audience.bounds import kolmogorov_smirnov, means_apart, variances_apart
from tests.audience.oracle import Oracle

LEAP = 0.5
"""Seconds of a tick on both sides: what is done in a wrong order in a tick shows more in a long one."""
UNTIL = 300.0
PLAYED, COUNTED = 64, 320
"""Sessions of the oracle and of the engine in each room."""
FAILS = 2e-5
BINDING = 25
"""Units of stock that run out in nearly every session, the novice's too."""
ROOMS = [(host, stock) for host in ("novice", "expert") for stock in (UNLIMITED, BINDING)]
FIGURES = (
    "entered", "left", "comments", "asked", "answered", "gave_up", "likes", "follows", "clicks", "carts", "orders",
    "paid", "cancels", "refused", "peak", "viewer_seconds", "online", "waiting", "net_gmv",
)  # fmt: skip
CURVES = ("entered", "left", "comments", "clicks", "orders", "paid")
EACH = FAILS / (len(ROOMS) * (2 * len(FIGURES) + len(CURVES)) + 1)
FAR = t_quantile(1 - EACH, PLAYED - 1)
"""Standard errors."""
Sessions = dict[str, Floats]


def played(host: str, stock: int, first: int) -> Sessions:
    """Sessions of the oracle, by figure."""
    found: dict[str, list[float]] = {figure: [] for figure in FIGURES}
    script = hosts.script(*BASELINES[host](hosts.scenario(), LENGTH).events)
    for number in range(first, first + PLAYED):
        oracle = Oracle(hosts.scenario(stock=stock), number, replace(DEFAULT, tick_s=LEAP))
        hosts.play(oracle, script, UNTIL, hosts.answers(host, number, LEAP), LEAP)
        told = oracle.told()
        for figure, values in found.items():
            values.append(told[figure])
    return {figure: np.array(values) for figure, values in found.items()}


def counted(host: str, stock: int, first: int) -> Sessions:
    """Sessions of the engine, by figure."""
    scenario = hosts.scenario(stock=stock)
    outcomes = rollouts(
        Stage(scenario, NO_TAXONOMY, 11), BASELINES[host](scenario, LENGTH), range(first, first + COUNTED),
        until=UNTIL, tick_s=LEAP,
    )  # fmt: skip
    return {figure: outcomes.last(figure) for figure in FIGURES}


@pytest.fixture(scope="module")
def sessions() -> dict[tuple[str, int], tuple[Sessions, Sessions]]:
    return {
        (host, stock): (played(host, stock, 1000 * place), counted(host, stock, 1000 * place))
        for place, (host, stock) in enumerate(ROOMS)
    }


def loose(stock: int) -> list[str]:
    """Figures that vary: as many are paid as there are units, where all units are sold."""
    return [figure for figure in FIGURES if stock == UNLIMITED or figure not in ("paid", "net_gmv")]


@pytest.mark.parametrize("room", ROOMS)
def test_the_means_are_those_of_single_viewers(sessions, room):
    oracle, engine = sessions[room]
    apart = {figure: means_apart(engine[figure], oracle[figure]) for figure in loose(room[1])}
    assert {figure: far for figure, far in apart.items() if abs(far) > FAR} == {}


@pytest.mark.parametrize("room", ROOMS)
def test_the_variances_are_those_of_single_viewers(sessions, room):
    oracle, engine = sessions[room]
    apart = {}
    for figure in loose(room[1]):
        far, error = variances_apart(engine[figure], oracle[figure])
        apart[figure] = far / error
    assert {figure: far for figure, far in apart.items() if abs(far) > FAR} == {}


def test_no_variance_is_off_by_the_same_factor_everywhere(sessions):
    # Rooms are independent of each other; figures of one room at worst move together.
    far, variance = 0.0, 0.0
    for (_, stock), (oracle, engine) in sessions.items():
        logs, errors = zip(*(variances_apart(engine[name], oracle[name]) for name in loose(stock)), strict=True)
        far += float(np.mean(logs)) / len(ROOMS)
        variance += (float(np.mean(errors)) / len(ROOMS)) ** 2
    assert abs(far) < FAR * variance**0.5


@pytest.mark.parametrize("room", ROOMS)
def test_the_distributions_are_those_of_single_viewers(sessions, room):
    oracle, engine = sessions[room]
    likely = {figure: kolmogorov_smirnov(engine[figure], oracle[figure]) for figure in CURVES}
    assert {figure: chance for figure, chance in likely.items() if chance < EACH} == {}


def test_the_stock_binds_where_it_is_meant_to(sessions):
    for (_, stock), sides in sessions.items():
        for side in sides:
            if stock == BINDING:
                assert np.mean(side["orders"] >= BINDING) > 0.9
                assert side["paid"].max() <= BINDING
                assert side["refused"].mean() > 1
            else:
                assert np.mean(side["paid"] > BINDING) > 0.9
                assert side["refused"].max() == 0
