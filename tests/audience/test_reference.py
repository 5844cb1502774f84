"""The baseline hosts in the reference room, against the means of the audience model (15.2)."""

from math import sqrt

import pytest

from simulator.audience.hosts import BASELINES
from simulator.audience.reference import LENGTH, NO_TAXONOMY, reference_scenario
from simulator.audience.rollouts import Outcomes, Stage, rollouts

ROLLOUTS = 64
PUBLISHED = 400
"""Rollouts behind the published means."""
TOLERANCE = 0.005
"""For the order of updates, as a share of the mean; money, which the model charges at another moment, has .04."""

# mean and standard deviation of one session; None where the model gives no deviation
MEANS = {
    "silent": {
        "entered": (15_000, 120), "left": (13_999, 116), "comments": (752, 43), "asked": (282.5, 17),
        "gave_up": (175, 13.5), "likes": (1_806, 80), "follows": (88.9, 9.6), "clicks": (874.5, 41.5),
        "carts": (50.6, 7.3), "orders": (40.2, 7.2), "paid": (37.1, 6.7), "cancels": (2.0, 1.4),
        "peak": (1_030, 30),
    },
    "novice": {
        "entered": (15_000, 120), "left": (13_214, 112), "comments": (1_326, 57), "asked": (456, 22),
        "answered": (26.8, 9), "gave_up": (293, 18), "likes": (4_081, 151), "follows": (224, 16.5),
        "clicks": (2_638, 97), "carts": (173.7, 14.9), "orders": (161.3, 15.9), "paid": (146.8, 15.0),
        "cancels": (7.3, 2.7), "peak": (1_799, 43),
    },
    "expert": {
        "entered": (15_000, 120), "left": (12_539, 110), "comments": (1_797, 71), "asked": (380, 20),
        "answered": (203, 17), "gave_up": (130, 12), "likes": (5_385, 177), "follows": (398, 22),
        "clicks": (5_130, 149), "carts": (476, 26), "orders": (678, 38), "paid": (630, 36),
        "cancels": (26.5, 5.3), "peak": (2_473, 50),
    },
}  # fmt: skip
MONEY = {
    "silent": {"gmv": (3_672, 663), "net_gmv": (2_394, 432)},
    "novice": {"gmv": (14_530, 1_490), "net_gmv": (10_411, 1_080)},
    "expert": {"gmv": (58_764, 3_407), "net_gmv": (47_034, 2_744)},
}
STAY = {"silent": 31.9, "novice": 52.0, "expert": 66.3}
"""Viewer-seconds by entrant."""


def sessions(name: str, many: int, tick_s: float = 0.1) -> Outcomes:
    """A baseline host in front of many audiences of the reference room."""
    scenario = reference_scenario()
    return rollouts(
        Stage(scenario, NO_TAXONOMY, 7), BASELINES[name](scenario, LENGTH), range(many), until=LENGTH, tick_s=tick_s
    )


def allowed(deviation: float, mean: float, many: int, tolerance: float) -> float:
    """How far a mean of ``many`` sessions may stand from the published one."""
    return 4 * deviation * sqrt(1 / many + 1 / PUBLISHED) + tolerance * mean


@pytest.fixture(scope="module")
def played() -> dict[str, Outcomes]:
    return {name: sessions(name, ROLLOUTS) for name in MEANS}


@pytest.mark.parametrize("name", MEANS)
def test_a_baseline_host_has_the_published_session(played: dict[str, Outcomes], name: str) -> None:
    far = {}
    for figures, tolerance in ((MEANS, TOLERANCE), (MONEY, 0.04)):
        for figure, (mean, deviation) in figures[name].items():
            found = played[name].last(figure).mean()
            if abs(found - mean) > allowed(deviation, mean, ROLLOUTS, tolerance):
                far[figure] = (found, mean)
    assert not far


@pytest.mark.parametrize("name", MEANS)
def test_sessions_differ_as_much_as_published(played: dict[str, Outcomes], name: str) -> None:
    # 64 deviations and 400: their ratio has a standard error of 9.5 %
    for figure, (_, deviation) in MEANS[name].items():
        assert played[name].last(figure).std(ddof=1) == pytest.approx(deviation, rel=0.4)


@pytest.mark.parametrize("name", MEANS)
def test_viewers_stay_as_long_as_published(played: dict[str, Outcomes], name: str) -> None:
    stay = played[name].last("viewer_seconds") / played[name].last("entered")
    assert stay.mean() == pytest.approx(STAY[name], rel=0.01)


def test_an_expert_beats_a_novice_beats_silence_in_every_audience(played: dict[str, Outcomes]) -> None:
    silent, novice, expert = (played[name] for name in MEANS)
    for worse, better in ((silent, novice), (novice, expert)):
        assert (worse.last("net_gmv") < better.last("net_gmv")).all()
        assert (worse.last("viewer_seconds") < better.last("viewer_seconds")).all()
        assert (
            worse.last("orders") / worse.last("clicks") < better.last("orders") / better.last("clicks")
        ).mean() > 0.9
        assert (worse.last("entered") == better.last("entered")).all()


def test_a_longer_tick_changes_little() -> None:
    """15.3: what a leap of 1 s costs, to twice the model's figure and the error of its mean."""
    fine, coarse = (sessions("novice", ROLLOUTS, tick_s) for tick_s in (0.1, 1.0))
    for figure, bias in (("left", -0.0026), ("comments", 0.0014), ("clicks", -0.0062), ("orders", -0.0106)):
        a, b = fine.last(figure), coarse.last(figure)
        error = sqrt((a.var(ddof=1) + b.var(ddof=1)) / ROLLOUTS) / a.mean()
        assert abs(b.mean() / a.mean() - 1 - bias) < 4 * error + abs(bias)
