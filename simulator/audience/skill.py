"""What a host is worth, apart from luck: the expected outcome of his acts, between the baseline hosts (section 12)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

import numpy as np

from simulator.audience.audience import TICK_S
from simulator.audience.estimates import Assumption, resampled
from simulator.audience.hosts import BASELINES, Host
from simulator.audience.policy import Policy, answering_again, policy_of
from simulator.audience.quantile import Floats
from simulator.audience.replay import Playback
from simulator.audience.rollouts import Mapper, Outcomes, rollouts
from simulator.audience.staging import unattended
from simulator.audience.surprises import planned
from simulator.audience.whatif import list_price
from simulator.domain.units import Seconds

ROLLOUTS = 64
LEAP: Seconds = 0.5
"""Ticks of the rollouts; all sides of a comparison use the same."""
OUTCOME = "net_gmv"
HIGHEST = 120.0
RESAMPLED = 400
DIFFERS = 0.1
"""Open and closed loop are apart by more than this share: to be said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """The expected outcome of a session's acts, and where it stands."""

    outcome: str
    mu: float
    error: float
    """Standard error of ``mu``."""
    baselines: Mapping[str, float]
    """Their expected outcomes on the same rollouts, with what the shop does in the incidents that have a time."""
    score: float | None
    """0 silent, 100 expert, at most 120, by logarithm; None where the expert does no better than silence."""
    score_error: float | None
    realised: float
    """What this session came to, in its own audience."""
    luck: float
    """Its place among the outcomes the same acts have: 50 is neither good luck nor bad."""
    policy: Policy | None
    closed_loop: float | None
    """The expected outcome of a host who answers what each audience asks, as often as this one did."""
    assumptions: frozenset[Assumption]


def skill(
    playback: Playback,
    *,
    outcome: str = OUTCOME,
    numbers: Sequence[int] = range(1, ROLLOUTS + 1),
    tick_s: Seconds = LEAP,
    mapper: Mapper = map,
) -> Skill:
    """Play a session's acts and the baseline hosts in front of the same audiences."""

    def play(host: Host, with_own: bool = False) -> Outcomes:
        rolled = [0, *numbers] if with_own else numbers
        return rollouts(playback.stage, host, rolled, until=playback.length, tick_s=tick_s, mapper=mapper)

    scenario = playback.log.scenario
    played = play(playback.host, with_own=True)
    own, *_ = values = played.last(outcome)
    values = values[1:]
    ends = {name: play(host).last(outcome) for name, host in baselines(playback).items()}
    policy = policy_of(playback)
    closed = play(answering_again(playback.host, policy)).last(outcome).mean() if policy is not None else None
    mu = float(values.mean())
    assumptions = {Assumption.MODEL_EFFECTS, Assumption.ASSUMED_PRESET, Assumption.OPEN_LOOP}
    if closed is None:
        assumptions.add(Assumption.NO_CLOSED_LOOP)
    elif abs(closed - mu) > DIFFERS * abs(mu):
        assumptions.add(Assumption.OPEN_LOOP_DIFFERS)
    if played.last("refused").any():
        assumptions.add(Assumption.STOCK_BINDING)
    if tick_s > TICK_S:
        assumptions.add(Assumption.COARSE_TICK)
    price = list_price(scenario)
    return Skill(
        outcome=outcome,
        mu=mu,
        error=float(values.std(ddof=1)) / len(values) ** 0.5,
        baselines={name: float(end.mean()) for name, end in ends.items()},
        score=score(mu, float(ends["silent"].mean()), float(ends["expert"].mean()), price),
        score_error=score_error(values, ends["silent"], ends["expert"], price, playback.stage.seed),
        realised=float(own),
        luck=percentile(float(own), values),
        policy=policy,
        closed_loop=float(closed) if closed is not None else None,
        assumptions=frozenset(assumptions),
    )


def baselines(playback: Playback) -> dict[str, Host]:
    """The baseline hosts in the same shop: the wrong price, the other card, the cut come to them too."""
    scenario, stage = playback.log.scenario, playback.stage
    plans = planned(scenario, stage.seed)

    def met(host: Host) -> Host:
        return replace(host, events=unattended(scenario, stage.taxonomy, plans, host.events, playback.length))

    return {name: met(host(scenario, playback.length)) for name, host in BASELINES.items()}


def score(mu: float, silent: float, expert: float, price: float) -> float | None:
    """Where an outcome stands between silence (0) and the expert (100), by logarithm, 0..120.

    ``price`` is one list price: it keeps rooms that sell nothing on the scale.
    """
    low, high = log(max(silent, 0.0) + price), log(max(expert, 0.0) + price)
    if high <= low:
        return None
    return min(max(100 * (log(max(mu, 0.0) + price) - low) / (high - low), 0.0), HIGHEST)


def percentile(own: float, others: Floats) -> float:
    """The share of outcomes below one's own, in per cent; half of those that equal it count."""
    return float(100 * ((others < own).mean() + (others == own).mean() / 2))


def score_error(values: Floats, silent: Floats, expert: Floats, price: float, seed: int) -> float | None:
    """The standard error of the score: rollouts drawn again, for all hosts alike."""
    found = [
        score(float(values[rows].mean()), float(silent[rows].mean()), float(expert[rows].mean()), price)
        for rows in resampled(len(values), RESAMPLED, seed)
    ]
    known = [each for each in found if each is not None]
    return float(np.std(known, ddof=1)) if len(known) > 1 else None
