"""A room as large as asked for: arrivals scaled until about so many viewers stand in it before a novice."""

from __future__ import annotations

from dataclasses import replace

from simulator.audience.hosts import novice
from simulator.audience.rollouts import Stage, rollouts
from simulator.domain.scenario import Crowd
from simulator.domain.units import Seconds

ROLLOUTS = 4
LEAP: Seconds = 1.0
LONGEST: Seconds = 1800.0
"""By then a room is as full as it gets."""


def standing(stage: Stage, length: Seconds) -> float:
    """How many viewers a novice has on average, in the second half of ``length`` seconds."""
    half = max(1, round(min(length, LONGEST) / 2 / LEAP)) * LEAP
    host = novice(stage.scenario, 2 * half)
    played = rollouts(stage, host, range(ROLLOUTS), until=2 * half, tick_s=LEAP, every=half)
    seconds = played.curve("viewer_seconds")
    return float((seconds[:, 1] - seconds[:, 0]).mean()) / half


def sized(stage: Stage, viewers: float, length: Seconds) -> Stage:
    """The same stage with as many more or fewer people at its door; who they are stays."""
    found = standing(stage, length)
    if not found:
        raise ValueError("nobody comes to this room")
    scenario = stage.scenario
    return replace(stage, scenario=replace(scenario, crowd=_times(scenario.crowd, viewers / found)))


def _times(crowd: Crowd, factor: float) -> Crowd:
    return replace(
        crowd,
        entries_per_min=crowd.entries_per_min * factor,
        opening_viewers=round(crowd.opening_viewers * factor),
        bursts=tuple(replace(burst, entries_per_min=burst.entries_per_min * factor) for burst in crowd.bursts),
    )
