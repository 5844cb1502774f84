"""What another act would have done: in the right direction, from the very moment, under the very luck."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pytest

from simulator.assets import assets_folder
from simulator.audience.act_names import ActKind, kind_of
from simulator.audience.act_words import TOPICS, WORDS, UnknownAct, change_of
from simulator.audience.audience import TICK_S, Audience
from simulator.audience.estimates import Assumption, estimate, t_quantile
from simulator.audience.hosts import Acts, Host, expert, novice, tick_of
from simulator.audience.reference import NO_TAXONOMY, reference_scenario
from simulator.audience.replay import Playback
from simulator.audience.rollouts import COUNTERS, counted, rollouts
from simulator.audience.whatif import Change, WhatIf, moved, near, what_if
from simulator.domain.desk import CouponSent, StockAdded
from simulator.domain.events import Event, VoiceStarted, VoiceStopped, WentLive, WentOffAir
from simulator.domain.findings import FactTold, IncidentHandled, QuestionAnswered
from simulator.domain.scenario import Incident, Topic
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds, Span
from simulator.storage.content import FolderLibrary
from tests.audience import logs

LENGTH = 110.0
AT = 70.0
AHEAD = 38.0
PAIRS = 5


def with_act(act: Callable[[Acts, Seconds], Sequence[Event]]) -> Host:
    """The novice, who does one thing more at ``AT``."""
    scenario = reference_scenario(logs.BUSY, LENGTH)
    return Change(add=tuple(act(Acts(scenario.products[0]), AT))).of(novice(scenario, LENGTH))


@pytest.fixture(scope="module")
def session() -> Playback:
    return Playback(logs.session(novice, LENGTH), NO_TAXONOMY)


def asked(session: Playback, words: str, at: float = AT) -> WhatIf:
    return what_if(session, change_of(words, session, at), horizon=AHEAD, pairs=PAIRS)


def test_answering_those_who_wait_brings_orders(session):
    waiting = session.before(AT).room.waiting
    most = max(waiting, key=lambda topic: waiting[topic])
    assert waiting[most] > 5
    found = asked(session, f"answer:{TOPICS[most]}")
    assert found.effects["answered"].low95 > 0
    assert found.effects["clicks"].mean > 0
    assert found.effects["orders"].mean > 0


def test_leaving_out_a_good_demonstration_costs_orders():
    session = Playback(logs.session(with_act(Acts.demonstration), LENGTH), NO_TAXONOMY)
    dropped = near(session.host, AT, ActKind.DEMONSTRATION)
    assert len(dropped) == 1
    found = what_if(session, Change(drop=dropped), horizon=AHEAD, pairs=PAIRS)
    assert found.effects["orders"].mean < 0
    assert found.effects["clicks"].high95 < 0
    assert found.effects["online"].high95 < 0


def test_leaving_out_a_prohibited_claim_pays():
    session = Playback(logs.session(with_act(Acts.claim), LENGTH), NO_TAXONOMY)
    dropped = Change(drop=near(session.host, AT, ActKind.CLAIM))
    found = what_if(session, dropped, horizon=AHEAD, pairs=PAIRS)
    assert found.effects["net_gmv"].mean > 0
    assert found.effects["online"].low95 > 0
    assert found.same_luck["online"] > 0


def test_one_filler_in_a_small_room_has_no_detectable_effect():
    small = Playback(logs.session(novice, 90.0, entries_per_min=90.0), NO_TAXONOMY)
    found = asked(small, "filler")
    for counter in ("net_gmv", "orders", "gave_up"):
        assert not found.effects[counter].detectable


def test_going_on_under_the_sessions_own_luck_gives_the_session(session):
    start = session.before(43.07)
    assert start.now == pytest.approx(43.1)
    again = rollouts(session.stage, session.host, [0], until=LENGTH, start=start.snapshot())
    end = counted(session.before(LENGTH).room)
    assert [float(again.last(counter)[0]) for counter in COUNTERS] == end[: len(COUNTERS)].tolist()


def test_goods_that_came_in_and_troubles_dealt_with_are_acts_of_the_host():
    taxonomy = FolderLibrary(assets_folder()).taxonomy()
    trouble = Incident(id="it", kind="competitor_price", at=20.0)
    scenario = replace(reference_scenario(logs.BUSY, 60.0, stock=10), incidents=(trouble,))
    acts = (
        StockAdded(at=30.0, product=scenario.products[0].id, units=500),
        IncidentHandled(at=35.0, said=Span(34.0, 35.0), incident="it", quote=""),
    )
    host = Change(add=acts).of(expert(scenario, 60.0))
    audience = Audience(scenario, taxonomy, logs.SEED)
    told: list[Event] = [WentLive(at=0.0)]
    for tick in range(600):
        heard = [event for event in host.events if tick_of(event.at, TICK_S) == tick]
        told += [*heard, *audience.step(heard)]
    told.append(WentOffAir(at=59.9))
    log = SessionLog(header=logs.header(scenario), scenario=scenario, events=tuple(told))
    session = Playback(log, taxonomy)
    assert {event for event in acts if event in session.host.events} == set(acts)
    again = rollouts(session.stage, session.host, [0], until=60.0, start=session.before(25.0).snapshot())
    end = counted(audience.room)
    assert [float(again.last(counter)[0]) for counter in COUNTERS] == end[: len(COUNTERS)].tolist()
    without = what_if(session, Change(drop=acts[:1]), horizon=30.0, pairs=2)
    assert without.same_luck["orders"] < 0
    assert without.same_luck["stock"] < 0


def test_the_same_question_has_the_same_answer_in_whatever_order(session):
    change = change_of("price", session, AT)
    first = what_if(session, change, horizon=10.0, pairs=2)
    assert first == what_if(session, change, horizon=10.0, pairs=2)

    def backwards(do, numbers):
        return [do(number) for number in reversed(list(numbers))][::-1]

    assert what_if(session, change, horizon=10.0, pairs=2, mapper=backwards) == first


def test_falling_silent_empties_the_room(session):
    found = asked(session, "silence:20")
    assert found.effects["online"].high95 < 0
    kinds = {kind_of(event) for event in found.change.drop}
    assert ActKind.POINT in kinds
    assert ActKind.PIN not in kinds
    assert [type(event) for event in found.change.add] == [VoiceStopped, VoiceStarted]


def test_a_stock_that_runs_out_is_said():
    short = Playback(logs.session(novice, 80.0, stock=3), NO_TAXONOMY)
    found = what_if(short, change_of("call", short, 60.0), horizon=15.0, pairs=2)
    assert Assumption.STOCK_BINDING in found.assumptions
    assert Assumption.MODEL_EFFECTS in found.assumptions


def test_a_moved_act_keeps_what_it_opened_open_as_long(session):
    coupon = change_of("coupon:10", session, 50.0).add
    assert isinstance(coupon[0], CouponSent)
    assert coupon[0].off.hundredths == 990
    (later,) = moved(coupon, 7.5).add
    assert isinstance(later, CouponSent)
    assert (later.at, later.closes_at) == (57.5, 117.5)


@pytest.mark.parametrize("words", [form.partition("[")[0].partition(":")[0] for form in WORDS])
def test_every_word_is_an_act(session, words):
    given = {"answer": "answer:trust", "silence": "silence:5"}.get(words, words)
    change = change_of(given, session, AT)
    assert change.drop or change.add
    if words not in ("silence", "speech"):
        assert [kind_of(event) for event in change.add] == [words]


def test_a_point_is_the_one_named_or_the_first_not_told(session):
    named = change_of("point:f7", session, AT).add[0]
    by_kind = change_of("point:shipping", session, AT).add[0]
    next_one = change_of("point", session, AT).add[0]
    assert isinstance(named, FactTold) and isinstance(by_kind, FactTold) and isinstance(next_one, FactTold)
    assert (named.fact, by_kind.fact) == ("f7", "f12")
    told = {event.fact for event in session.host.events if isinstance(event, FactTold) and event.at < AT}
    assert told
    assert next_one.fact not in told
    answer = change_of("answer:shipping", session, AT).add[0]
    assert isinstance(answer, QuestionAnswered) and answer.topic is Topic.SHIPPING


@pytest.mark.parametrize(
    "words",
    ["", "dance", "answer", "answer:love", "point:f99", "coupon:0", "coupon:nan", "coupon:100", "silence", "silence:-1",
     "silence:inf", "pin:nothing", "call:me", "countdown:x", "speech"],
)  # fmt: skip
def test_what_is_no_act_is_refused(session, words):
    with pytest.raises(UnknownAct):
        change_of(words, session, AT)


@pytest.mark.parametrize("at", [LENGTH, 500.0, -1.0])
def test_a_moment_outside_the_session_is_refused(session, at):
    with pytest.raises(ValueError, match="session"):
        what_if(session, change_of("call", session, at))
    with pytest.raises(ValueError, match="session"):
        what_if(session, Change())


def test_intervals_are_those_of_student():
    assert [round(t_quantile(0.95, freedom), 3) for freedom in (1, 2, 5, 19, 30)] == [
        12.706,
        4.303,
        2.571,
        2.093,
        2.042,
    ]
    assert round(t_quantile(0.8, 19), 3) == 1.328
    found = estimate(np.array([1.0, 2.0, 3.0, 4.0]))
    assert (found.mean, round(found.low95, 3), round(found.high80, 3)) == (2.5, 0.446, 3.557)
    assert found.detectable
    assert not estimate(np.zeros(5)).detectable
    assert not estimate(np.array([3.0])).detectable


def test_that_no_order_was_lost_in_a_few_pairs_proves_little():
    hardly = np.full(6, 0.06) + np.linspace(0, 0.001, 6)
    assert estimate(hardly).detectable
    assert not estimate(hardly, grain=99.0).detectable
