"""The baseline hosts in the reference room, against the means of the audience model (15.2)."""

from math import sqrt

import pytest

from tests.audience import hosts

ROLLOUTS = 2
PUBLISHED = 400
"""Rollouts behind the published means."""

# mean and standard deviation of one session; None where the model gives no deviation
MEANS = {
    "silent": {
        "entered": (15_000, 120), "left": (13_999, 116), "comments": (752, 43), "asked": (282.5, 17),
        "gave_up": (175, 13.5), "likes": (1_806, 80), "follows": (88.9, 9.6), "clicks": (874.5, 41.5),
        "carts": (50.6, 7.3), "orders": (40.2, 7.2), "paid": (37.1, 6.7), "cancelled": (2.0, 1.4),
        "peak": (1_030, 30),
    },
    "novice": {
        "entered": (15_000, 120), "left": (13_214, 112), "comments": (1_326, 57), "asked": (456, 22),
        "answered": (26.8, 9), "gave_up": (293, 18), "likes": (4_081, 151), "follows": (224, 16.5),
        "clicks": (2_638, 97), "carts": (173.7, 14.9), "orders": (161.3, 15.9), "paid": (146.8, 15.0),
        "cancelled": (7.3, 2.7), "peak": (1_799, 43),
    },
    "expert": {
        "entered": (15_000, 120), "left": (12_539, 110), "comments": (1_797, 71), "asked": (380, 20),
        "answered": (203, 17), "gave_up": (130, 12), "likes": (5_385, 177), "follows": (398, 22),
        "clicks": (5_130, 149), "carts": (476, 26), "orders": (678, 38), "paid": (630, 36),
        "cancelled": (26.5, 5.3), "peak": (2_473, 50),
    },
}  # fmt: skip
MONEY = {"silent": (3_672, 663, 2_394, 432), "novice": (14_530, 1_490, 10_411, 1_080),
         "expert": (58_764, 3_407, 47_034, 2_744)}  # fmt: skip


@pytest.fixture(scope="module")
def rooms():
    played = {}
    for name, script in hosts.SCRIPTS.items():
        of_host = []
        for rollout in range(ROLLOUTS):
            audience = hosts.audience(rollout)
            hosts.play(audience, script(), hosts.LENGTH_S, hosts.answers(name, rollout))
            of_host.append(audience.room)
        played[name] = of_host
    return played


@pytest.mark.parametrize("name", MEANS)
def test_a_baseline_host_has_the_published_session(rooms, name):
    far = {}
    for figure, (mean, deviation) in MEANS[name].items():
        found = sum(getattr(room, figure) for room in rooms[name]) / ROLLOUTS
        allowed = 4 * deviation * sqrt(1 / ROLLOUTS + 1 / PUBLISHED) + 0.005 * mean
        if abs(found - mean) > allowed:
            far[figure] = (found, mean, allowed)
    assert not far


@pytest.mark.parametrize("name", MEANS)
def test_a_baseline_host_earns_the_published_money(rooms, name):
    gmv, gmv_deviation, net, net_deviation = MONEY[name]
    spread = 4 * sqrt(1 / ROLLOUTS + 1 / PUBLISHED)
    assert sum(room.gmv for room in rooms[name]) / ROLLOUTS / 100 == pytest.approx(
        gmv, abs=spread * gmv_deviation + 0.04 * gmv
    )
    assert sum(room.net_gmv for room in rooms[name]) / ROLLOUTS / 100 == pytest.approx(
        net, abs=spread * net_deviation + 0.04 * net
    )


def test_an_expert_beats_a_novice_beats_silence_in_every_audience(rooms):
    for silent, novice, expert in zip(rooms["silent"], rooms["novice"], rooms["expert"], strict=True):
        assert silent.net_gmv < novice.net_gmv < expert.net_gmv
        assert silent.viewer_seconds < novice.viewer_seconds < expert.viewer_seconds
        assert silent.orders / silent.clicks < novice.orders / novice.clicks < expert.orders / expert.clicks
        assert silent.entered == novice.entered == expert.entered
