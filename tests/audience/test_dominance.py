"""Better hosts do better, single acts help as the model says and no more, on common rollouts (14, 15.5, 15.6)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from math import sqrt

import numpy as np
import pytest

from simulator.audience.hosts import BASELINES, Acts, Answering, Host, expert, novice
from simulator.audience.parameters import DEFAULT
from simulator.audience.quantile import Floats
from simulator.audience.reference import LENGTH, NO_TAXONOMY, reference_scenario
from simulator.audience.rollouts import Outcomes, Stage, rollouts
from simulator.domain.compliance import Severity
from simulator.domain.events import Event
from simulator.domain.findings import PriceVerdict
from simulator.domain.scenario import Topic
from tests.audience import hosts

ROOM = reference_scenario()
STAGE = Stage(ROOM, NO_TAXONOMY, 21)
ACTS = Acts(ROOM.products[0])
NOVICE = novice(ROOM, LENGTH)
PAIRS = 200
LEAP = 0.5
FROM = 300.0
SPAMMED = 64
BLOCKS = 4
SESSIONS = 24
SUMMED = ("net_gmv", "viewer_seconds", "entered", "orders", "clicks")
QUALITY = 0.9
NEW_POINT = 6
"""A selling point the novice never tells."""

GAINS: dict[str, Sequence[Event]] = {
    "coupon": ACTS.coupon(FROM, 60),
    "demonstration": ACTS.demonstration(FROM),
    "new selling point": ACTS.point(FROM, NEW_POINT, QUALITY),
    "lottery": ACTS.lottery(FROM, 30),
    "answer to a specification question": [hosts.answer(FROM, Topic.SPECIFICATION, QUALITY)],
    "countdown": ACTS.countdown(FROM, 30),
    "answer on price": [hosts.answer(FROM, Topic.PRICE, QUALITY)],
    "call to action": ACTS.call(FROM),
    "answer on trust": [hosts.answer(FROM, Topic.TRUST, QUALITY)],
    "greeting": ACTS.greeting(FROM),
}
"""Acts that raise the expected net GMV, in falling order (15.6)."""
LOSSES: dict[str, Sequence[Event]] = {
    "prohibited claim": [hosts.claim(FROM, Severity.S4)],
    "wrong price": [hosts.price(FROM, PriceVerdict.WRONG)],
    "fake urgency": [hosts.fake_urgency(FROM)],
    "filler": ACTS.filler(FROM),
}
"""Acts that lower it, the worst first."""


def host(*acts: Event) -> Host:
    """The novice, who does these things more."""
    return Host("more", tuple(sorted((*NOVICE.events, *acts), key=lambda event: event.at)), NOVICE.answering)


def play(who: Host, pairs: int = PAIRS) -> Outcomes:
    return rollouts(STAGE, who, range(pairs), until=LENGTH, tick_s=LEAP)


@pytest.fixture(scope="module")
def plain() -> Outcomes:
    return play(NOVICE)


@pytest.fixture(scope="module")
def changes(plain) -> dict[str, Floats]:
    """By act: the change of expected net GMV in each audience, in shares of its mean."""
    net = plain.last("net_gmv")
    acts = {**GAINS, **LOSSES, "correct price": ACTS.price(FROM)}
    return {name: (play(host(*more)).last("net_gmv") - net) / net.mean() for name, more in acts.items()}


def errors(change: Floats) -> float:
    """How many standard errors the mean of a change stands from zero."""
    return float(change.mean() / (change.std(ddof=1) / sqrt(change.size)))


@pytest.mark.parametrize("act", [*GAINS, "correct price"])
def test_an_act_that_helps_does(changes, act):
    assert errors(changes[act]) > 2


@pytest.mark.parametrize("act", LOSSES)
def test_an_act_that_harms_does(changes, act):
    assert errors(changes[act]) < -2


@pytest.mark.parametrize(("acts", "sign"), [(GAINS, 1), (LOSSES, -1)], ids=["gains", "losses"])
def test_acts_matter_in_the_order_of_the_model(changes, acts, sign):
    # The model names the correct price before the answers. Told once, 70 s after the last time, it lifts clarity from
    # the card's floor of .6 to .8 for half a minute, and by the model's own equations that brings .7 %, below those.
    names = list(acts)
    wrong = [
        (more, less)
        for place, more in enumerate(names)
        for less in names[place + 1 :]
        if errors(sign * (changes[more] - changes[less])) < -4
    ]
    assert not wrong
    assert errors(sign * (changes[names[0]] - changes[names[-1]])) > 4


def test_fake_urgency_sells_what_comes_back(plain):
    pressed = play(host(*LOSSES["fake urgency"]))
    gross, net = (
        (pressed.last(money) - plain.last(money)).mean() / plain.last(money).mean() for money in ("gmv", "net_gmv")
    )
    assert abs(gross) < 0.01
    assert net < gross - 0.005


# ------------------------------------------------------------------------------------ spam


@pytest.fixture(scope="module")
def gain() -> Callable[..., float]:
    """By how much more acts raise the mean expected net GMV of a whole session, as a share of it."""
    before = play(NOVICE, SPAMMED).last("net_gmv").mean()

    def gain(*acts: Sequence[Event]) -> float:
        more = host(*(event for part in acts for event in part))
        return float(play(more, SPAMMED).last("net_gmv").mean() / before - 1)

    return gain


def again(act: Callable[[float], Sequence[Event]], every: float, length: float = 300.0) -> list[Sequence[Event]]:
    """An act over and over."""
    return [act(at) for at in np.arange(FROM, FROM + length, every).tolist()]


def test_one_point_told_twenty_times_brings_less_than_five_told_once(gain):
    same = gain(*again(lambda at: ACTS.point(at, NEW_POINT, QUALITY), 3, 60))
    others = gain(*(ACTS.point(FROM + 12 * turn, 5 + turn, QUALITY) for turn in range(5)))
    assert 0 < same < 0.8 * others


def test_a_call_every_three_seconds_brings_less_than_one_every_thirty(gain):
    assert gain(*again(ACTS.call, 3)) < 0.5 * gain(*again(ACTS.call, 30))


def test_one_act_back_to_back_does_not_pay(gain):
    for spam in (
        again(ACTS.greeting, 3),
        again(ACTS.demonstration, 5),
        again(lambda at: ACTS.lottery(at, 30), 30),
    ):
        assert gain(*spam) < 0.2


# ------------------------------------------------------------------------------------ whole hosts


@pytest.mark.parametrize(
    "answering", [Answering(15, 0.6, 0.5), Answering(15, 0.3, 0.9), Answering(6, 0.3, 0.5)],
    ids=["likelier", "better", "sooner"],
)  # fmt: skip
def test_answering_better_pays(plain, answering):
    better = play(replace(NOVICE, answering=answering))
    assert errors(better.last("net_gmv") - plain.last("net_gmv")) > 2


def test_each_baseline_beats_the_one_before_it_in_every_block_of_audiences():
    played = [
        rollouts(STAGE, who(ROOM, LENGTH), range(BLOCKS * 64), until=LENGTH, tick_s=1.0) for who in BASELINES.values()
    ]
    for block in range(BLOCKS):
        own = slice(64 * block, 64 * (block + 1))
        sums = [{name: each.last(name)[own].sum() for name in SUMMED} for each in played]
        for worse, better in pairwise(sums):
            assert worse["net_gmv"] < better["net_gmv"]
            assert worse["viewer_seconds"] / worse["entered"] < better["viewer_seconds"] / better["entered"]
            assert worse["orders"] / worse["clicks"] < better["orders"] / better["clicks"]


# ------------------------------------------------------------------------------------ one mechanism off

OFF = {
    "nothing": ({}, (161, 1326, 678, 1797)),
    "dilution": ({"dilution": False}, (400, 1108, 1227, 1499)),
    "Hawkes term": ({"hawkes_rate": 0.0}, (161, 938, 678, 1271)),
    "social proof": ({"click_proof": 0.0, "buy_proof": 0.0}, (145, 1325, 498, 1797)),
    "discontent from waiting": ({"waiting_discontent": 0.0}, (222, 1397, 750, 1826)),
}
"""Orders and comments of the novice, then of the expert, with a mechanism switched off (15.5)."""
BEHIND = 120
"""Rollouts behind those means."""


@pytest.mark.parametrize("mechanism", OFF)
def test_a_mechanism_switched_off_leaves_what_the_model_says(mechanism):
    change, means = OFF[mechanism]
    stage = replace(STAGE, parameters=replace(DEFAULT, **change))
    published = iter(means)
    far = {}
    for who in (novice, expert):
        outcomes = rollouts(stage, who(ROOM, LENGTH), range(SESSIONS), until=LENGTH)
        for figure in ("orders", "comments"):
            found, mean = outcomes.last(figure), next(published)
            allowed = 4 * found.std(ddof=1) * sqrt(1 / SESSIONS + 1 / BEHIND) + 0.005 * mean
            if abs(found.mean() - mean) > allowed:
                far[who.__name__, figure] = (found.mean(), mean, allowed)
    assert not far
