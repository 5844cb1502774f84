"""Expectation apart from luck, and what it is made of."""

from dataclasses import replace

import numpy as np
import pytest

from simulator.audience.act_names import Group, group_of
from simulator.audience.contributions import contributions, raised, without
from simulator.audience.estimates import Assumption, shapley
from simulator.audience.hosts import BASELINES, Answering, Host, expert, novice
from simulator.audience.policy import answering_again, policy_of
from simulator.audience.reference import NO_TAXONOMY, reference_scenario
from simulator.audience.replay import Playback
from simulator.audience.rollouts import Stage, rollouts
from simulator.audience.skill import HIGHEST, percentile, score, skill
from simulator.domain.desk import ProductPinned
from simulator.domain.findings import FactTold, ProductMentioned, QuestionAnswered
from simulator.domain.scenario import Incident, Topic
from tests.audience import logs
from tests.staged import TAXONOMY

LENGTH = 120.0
NUMBERS = range(1, 7)
LEAP = 1.0


@pytest.fixture(scope="module")
def session() -> Playback:
    return Playback(logs.session(novice, LENGTH), NO_TAXONOMY)


@pytest.fixture(scope="module")
def answering() -> Playback:
    return Playback(logs.session(expert, 200.0, entries_per_min=1500.0), NO_TAXONOMY)


def test_the_better_host_has_the_higher_score():
    scenario = reference_scenario(logs.BUSY, LENGTH)
    stage = Stage(scenario, NO_TAXONOMY, logs.SEED)
    worth = {
        name: rollouts(stage, host(scenario, LENGTH), NUMBERS, until=LENGTH, tick_s=LEAP).last("net_gmv")
        for name, host in BASELINES.items()
    }
    assert (worth["silent"] < worth["novice"]).all()
    assert (worth["novice"] < worth["fair"]).all()
    assert (worth["fair"] < worth["expert"]).all()
    low, high = worth["silent"].mean(), worth["expert"].mean()
    scores = [score(float(each.mean()), low, high, 99.0) for each in worth.values()]
    assert scores[0] == 0.0
    assert scores[3] == pytest.approx(100.0)
    assert scores[1] is not None and scores[2] is not None
    assert 20 < scores[1] < scores[2] - 5 < 90


def test_the_scale_ends_where_it_should():
    assert score(1e9, 10.0, 1000.0, 99.0) == HIGHEST
    assert score(0.0, 10.0, 1000.0, 99.0) == 0.0
    assert score(-5.0, 10.0, 1000.0, 99.0) == 0.0
    assert score(50.0, 0.0, 0.0, 99.0) is None


def test_a_session_stands_between_the_baselines_with_its_error_and_its_luck(session):
    found = skill(session, numbers=NUMBERS, tick_s=LEAP)
    assert found.baselines["silent"] < found.mu < found.baselines["expert"]
    assert found.score is not None and 10 < found.score < 95
    assert found.score_error is not None and 0 < found.score_error < 15
    assert found == skill(session, numbers=NUMBERS, tick_s=LEAP)
    assert 0 <= found.luck <= 100
    assert {Assumption.OPEN_LOOP, Assumption.COARSE_TICK, Assumption.MODEL_EFFECTS} <= found.assumptions
    assert Assumption.STOCK_BINDING not in found.assumptions


def test_what_a_session_came_to_is_its_own_luck(session):
    live = rollouts(session.stage, session.host, [0], until=session.length).last("net_gmv")
    assert live[0] == pytest.approx(session.before(session.length).room.net_gmv / 100)


def test_luck_is_spread_evenly():
    """Sessions of 24 seeds, each among ten other audiences of its own: no place is more usual than another."""
    scenario = reference_scenario(1500.0, 60.0)
    host = novice(scenario, 60.0)
    places = []
    for seed in range(24):
        stage = Stage(scenario, NO_TAXONOMY, seed)
        values = rollouts(stage, host, range(11), until=60.0, tick_s=LEAP).last("viewer_seconds")
        places.append(percentile(float(values[0]), values[1:]))
    assert 35 < np.mean(places) < 65
    thirds = np.histogram(places, bins=3, range=(0, 100))[0]
    assert (thirds >= 3).all()


def test_equal_numbers_are_equal_luck(session):
    scenario, stage = session.log.scenario, session.stage
    one = rollouts(stage, novice(scenario, LENGTH), [3, 5], until=30.0, tick_s=LEAP)
    other = rollouts(stage, expert(scenario, LENGTH), [5, 3], until=30.0, tick_s=LEAP)
    again = rollouts(stage, novice(scenario, LENGTH), [5, 3], until=30.0, tick_s=LEAP)
    assert one.last("entered").tolist() == other.last("entered")[::-1].tolist()
    assert np.array_equal(one.counters, again.counters[::-1])
    assert one.last("entered")[0] != one.last("entered")[1]


def test_how_a_host_answers_is_read_off_his_session(answering):
    found = policy_of(answering)
    assert found is not None
    assert found.answering.interval == pytest.approx(6.0)
    assert found.answering.probability == pytest.approx(0.85, abs=0.12)
    assert found.answering.quality == pytest.approx(0.9)
    assert len(found.answering.by_topic) == len(Topic)
    assert all(0 < delay < 60 for delay in found.delays.values())


def test_a_host_who_answers_again_answers_this_audience(answering):
    found = policy_of(answering)
    assert found is not None
    host = answering_again(answering.host, found)
    assert not any(isinstance(event, QuestionAnswered) for event in host.events)
    played = rollouts(answering.stage, host, [1, 2], until=120.0, tick_s=LEAP)
    assert (played.last("answered") > 0).all()


def test_a_topic_that_never_gets_an_answer_is_passed_over():
    scenario = reference_scenario(3000.0, 60.0)
    stage = Stage(scenario, NO_TAXONOMY, logs.SEED)
    never = tuple(0.0 if topic is Topic.PRICE else 1.0 for topic in Topic)
    host = answering_host(Answering(3.0, 0.5, 0.9, never))
    silent = answering_host(Answering(3.0, 0.5, 0.9, (0.0,) * len(Topic)))
    assert rollouts(stage, host, [1], until=60.0, tick_s=LEAP).last("answered")[0] > 0
    assert rollouts(stage, silent, [1], until=60.0, tick_s=LEAP).last("answered")[0] == 0


def test_without_answers_there_is_no_closed_loop():
    mute = Playback(logs.session(BASELINES["silent"], 20.0), NO_TAXONOMY)
    found = skill(mute, numbers=[1, 2], tick_s=LEAP)
    assert found.closed_loop is None
    assert Assumption.NO_CLOSED_LOOP in found.assumptions


def test_what_each_group_adds_and_the_expert_would_add(session):
    found = contributions(session, numbers=NUMBERS, tick_s=LEAP)
    assert found.groups.keys() == set(Group)
    assert found.groups[Group.KNOWLEDGE].kept.mean > 0
    assert found.groups[Group.ATTENTION].kept.mean > 0
    assert found.groups[Group.KNOWLEDGE].raised.mean > 0
    assert found.groups[Group.RESPONSIVENESS].raised.mean > 0
    assert found.groups[Group.TRUST].kept.mean == 0  # nothing forbidden was said in the first two minutes
    assert found.shares is None


def test_the_shares_of_all_groups_are_what_they_add_together(session):
    numbers = [1, 2]
    found = contributions(session, numbers=numbers, tick_s=4.0, shared=True)
    assert found.shares is not None
    bare = without(session.host, set(Group))
    none = rollouts(session.stage, bare, numbers, until=session.length, tick_s=4.0).last("net_gmv")
    assert sum(share.mean for share in found.shares.values()) == pytest.approx(found.mu - none.mean())


def test_the_expert_speaks_of_what_is_on_screen(session):
    scenario = session.log.scenario
    host = Host("session", (ProductPinned(at=0.5, product="p1"),))
    better = raised(host, expert(scenario, LENGTH), Group.KNOWLEDGE, scenario)
    told = [event for event in better.events if isinstance(event, FactTold | ProductMentioned)]
    assert {event.product for event in told} == {"p1"}
    assert {event.fact for event in told if isinstance(event, FactTold)} >= {"f0", "f5", "f12"}
    assert {group_of(event) for event in better.events} == {Group.KNOWLEDGE, None}


def test_shares_by_orders_are_fair():
    worths = {0: 1.0, 1: 2.0, 2: 0.0}

    def worth(present: frozenset[int]):
        both = 6.0 if {0, 1} <= present else 0.0
        return np.array([sum(worths[player] for player in present) + both])

    shares, exact = shapley(3, worth, 8, 1)
    assert exact
    assert [float(share[0]) for share in shares] == pytest.approx([4.0, 5.0, 0.0])
    drawn, exact = shapley(12, lambda present: np.array([float(len(present))]), 3, 1)
    assert not exact
    assert [float(share[0]) for share in drawn] == pytest.approx([1.0] * 12)


def answering_host(how: Answering) -> Host:
    scenario = reference_scenario(3000.0, 60.0)
    return Host("answering", expert(scenario, 60.0).events, how)


def test_the_baselines_meet_what_the_shop_does_too():
    log = logs.session(novice, LENGTH)
    plain = skill(Playback(log, TAXONOMY), numbers=NUMBERS, tick_s=LEAP)
    cut = Incident(id="cut", kind="network_drop", at=30.0)
    struck = replace(log.scenario, incidents=(cut,))
    met = skill(Playback(replace(log, scenario=struck), TAXONOMY), numbers=NUMBERS, tick_s=LEAP)
    assert met.baselines["expert"] != plain.baselines["expert"]
    assert met.baselines["expert"] < 1.02 * plain.baselines["expert"]
