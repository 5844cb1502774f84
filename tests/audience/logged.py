"""Logs of made-up sessions: the model's own room at known levels, counted by the minute."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import exp

import numpy as np

from simulator.audience.hosts import Host
from simulator.audience.reference import NO_TAXONOMY
from simulator.audience.rollouts import Stage, rollouts
from simulator.domain.room_log import Act, Figure, RoomLog, Series
from simulator.domain.scenario import Levels, Scenario

COUNTERS = {
    Figure.ENTERED: "entered",
    Figure.LEFT: "left",
    Figure.COMMENTS: "comments",
    Figure.QUESTIONS: "asked",
    Figure.CLICKS: "clicks",
    Figure.ORDERS: "orders",
    Figure.PAID: "paid",
}


def at_levels(scenario: Scenario, truth: Mapping[str, float]) -> Scenario:
    """The scenario with log multipliers on its crowd."""
    levels = Levels(**{name: exp(value) for name, value in truth.items() if name != "arrival"}, ramp_s=0.0)
    crowd = replace(
        scenario.crowd, entries_per_min=scenario.crowd.entries_per_min * exp(truth.get("arrival", 0.0)), levels=levels
    )
    return replace(scenario, crowd=crowd)


def logged(
    scenario: Scenario,
    host: Host,
    seed: int,
    *,
    tick_s: float = 1.0,
    acts: Mapping[Act, Series] | None = None,
    pinned: tuple[str | None, ...] | None = None,
    step: float = 60.0,
) -> RoomLog:
    """One session of this room, as a log would tell it."""
    outcomes = rollouts(Stage(scenario, NO_TAXONOMY, seed), host, [0], until=scenario.length, tick_s=tick_s, every=step)
    figures: dict[Figure, Series] = {
        figure: tuple(float(each) for each in np.diff(outcomes.curve(counter)[0], prepend=0.0))
        for figure, counter in COUNTERS.items()
    }
    stayed = np.diff(outcomes.curve("viewer_seconds")[0], prepend=0.0) / step
    figures[Figure.ONLINE] = tuple(float(round(each)) for each in stayed)
    return RoomLog(step=step, figures=figures, acts=dict(acts or {}), pinned=pinned, headings={})
