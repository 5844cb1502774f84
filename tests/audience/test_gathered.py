"""Rollouts gathered as they come: the end as it is, and what is counted by the minute."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.audience.gathered import CURVES, QUANTILES, Gathered, step_of
from simulator.audience.hosts import novice
from simulator.audience.reference import NO_TAXONOMY, reference_scenario
from simulator.audience.rollouts import COUNTERS, Outcomes, Stage, rollouts
from simulator.audience.sizes import sized, standing

LENGTH = 95.0
EVERY = 10.0
PER_MINUTE = (6.0, 12.0, 24.0)
"""Of three rollouts, each as even as can be."""


def even() -> Outcomes:
    """Everything goes on at the same pace; a row each ``EVERY`` seconds, the last at the end."""
    times = np.minimum(np.arange(EVERY, LENGTH + EVERY, EVERY), LENGTH)
    counters = np.zeros((len(PER_MINUTE), times.size, len(COUNTERS) + 1))
    for rollout, pace in enumerate(PER_MINUTE):
        counters[rollout] = (pace / 60 * times)[:, None]
    return Outcomes(EVERY, counters)


def test_an_even_pace_is_even_by_the_minute_up_to_both_ends() -> None:
    found = Gathered(LENGTH, EVERY)
    found.add(even())
    bands = found.bands("orders")
    assert (bands.times[0], bands.times[-1], bands.end) == (0.0, LENGTH, LENGTH)
    assert bands.lines.shape == (len(QUANTILES), bands.times.size)
    assert bands.lines[QUANTILES.index(0.5)] == pytest.approx(12.0)
    assert (bands.lines[0] < 11.0).all()


def test_viewers_are_told_as_they_stand() -> None:
    found = Gathered(LENGTH, EVERY)
    found.add(even())
    middle = found.bands("online").lines[QUANTILES.index(0.5)]
    assert middle[-1] == pytest.approx(12.0 * LENGTH / 60)


def test_added_in_parts_it_is_the_same() -> None:
    whole, parts = Gathered(LENGTH, EVERY), Gathered(LENGTH, EVERY)
    whole.add(even())
    for rollout in range(len(PER_MINUTE)):
        parts.add(Outcomes(EVERY, even().counters[rollout : rollout + 1]))
    assert len(parts) == len(whole) == 3
    assert parts.means() == whole.means()
    assert parts.deviations() == whole.deviations()
    assert parts.quantiles("gmv") == whole.quantiles("gmv")
    for curve in CURVES:
        assert (parts.bands(curve).lines == whole.bands(curve).lines).all()


def test_one_audience_has_a_mean_and_no_spread() -> None:
    found = Gathered(LENGTH)
    found.add(Outcomes(EVERY, even().counters[:1]))
    assert found.means()["orders"] == pytest.approx(6.0 * LENGTH / 60)
    assert set(found.deviations().values()) == {None}


@pytest.mark.parametrize("fast", [False, True])
def test_the_last_row_is_the_end_also_where_the_steps_do_not_fit(fast: bool) -> None:
    scenario = reference_scenario(length=30)
    stage, host = Stage(scenario, NO_TAXONOMY, 3), novice(scenario, 30)
    rows = rollouts(stage, host, [1], until=20.3, every=4.0, fast=fast).counters
    end = rollouts(stage, host, [1], until=20.3, fast=fast).counters
    third = rollouts(stage, host, [1], until=12.0, fast=not fast).counters
    assert rows.shape[1] == 6
    assert (rows[:, -1] == end[:, -1]).all()
    assert (rows[:, 2] == third[:, -1]).all()


@pytest.mark.parametrize(("length", "tick"), [(600.0, 0.1), (122.3, 0.1), (36_000.0, 2.0), (7.5, 0.3)])
def test_steps_are_whole_ticks_and_about_sixty(length: float, tick: float) -> None:
    step = step_of(length, tick)
    assert step / tick == pytest.approx(round(step / tick))
    assert step >= 1.0 - tick
    assert length / step < 70


def test_a_room_is_as_large_as_asked_for_and_its_bursts_grow_with_it() -> None:
    stage = Stage(reference_scenario(), NO_TAXONOMY, 1)
    for viewers in (50.0, 20_000.0):
        assert standing(sized(stage, viewers, 300.0), 300.0) == pytest.approx(viewers, rel=0.1)
