"""Skill, luck and moments in pieces: the compiled way to a moment is the session's, and the sums are right."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from simulator.audience import compiled
from simulator.audience.audience import Audience
from simulator.audience.estimates import Assumption, share_band
from simulator.audience.hosts import BASELINES, novice, tick_of
from simulator.audience.otherwise import otherwise
from simulator.audience.outcomes import LADDER, Asked, Ground, own, plan_for, put_together
from simulator.audience.reference import NO_TAXONOMY, reference_scenario
from simulator.audience.replay import Playback
from simulator.audience.whatif import what_if
from simulator.domain.events import Event, VoiceStarted, VoiceStopped, WentLive, WentOffAir
from simulator.domain.findings import QuestionAnswered, RuleBroken
from simulator.domain.key_moments import KeyMoment, MomentKind
from simulator.domain.outcome import SESSION
from simulator.domain.scenario import Topic
from simulator.domain.session import SessionLog
from simulator.domain.units import Span
from tests.audience import logs

LENGTH = 120.0
needs_compiler = pytest.mark.skipif(not compiled.available(), reason="needs the extra fast")


def told(length: float = LENGTH) -> SessionLog:
    """A novice in front of a full room, with all that the room tells."""
    scenario = reference_scenario(3000.0, length)
    host = novice(scenario, length)
    audience = Audience(scenario, NO_TAXONOMY, logs.SEED)
    events: list[Event] = [WentLive(at=0.0)]
    for tick in range(round(10 * length)):
        heard = [event for event in host.events if tick_of(event.at, 0.1) == tick]
        events += [*heard, *audience.step(heard)]
    events.append(WentOffAir(at=round(length - 0.1, 6)))
    return SessionLog(header=logs.header(scenario), scenario=scenario, events=tuple(events))


@pytest.fixture(scope="module")
def log() -> SessionLog:
    return told()


def question(at: float, topic: Topic = Topic.PRICE) -> KeyMoment:
    answer = QuestionAnswered(
        at=at, said=Span(at - 3, at), topic=topic, category="price", comments=(), quality=1.0, quote=""
    )
    return made(MomentKind.QUESTION, at - 8, at, add=(answer,))


def made(kind: MomentKind, start: float, end: float, **more: object) -> KeyMoment:
    return KeyMoment(
        kind=kind,
        span=Span(start, end),
        quote="",
        subject="",
        product=None,
        stakes=(),
        instead=(),
        **more,  # type: ignore[arg-type]
    )


@needs_compiler
def test_the_compiled_way_to_a_moment_is_the_sessions_own(log: SessionLog) -> None:
    plain, quick = Playback(log, NO_TAXONOMY), Playback(log, NO_TAXONOMY)
    quick.go_to([70.0, 33.3, 110.0])
    for moment in (33.3, 70.0, 110.0):
        assert quick.before(moment).counters_hash() == plain.before(moment).counters_hash()
        room = quick.before(moment).room
        # What the books are checked by is not counted in rollouts, and no number rests on it.
        assert replace(room, card_exits=0) == replace(plain.before(moment).room, card_exits=0)
    change = otherwise(question(70.0), plain)
    assert change is not None
    assert what_if(quick, change, horizon=30, pairs=3) == what_if(plain, change, horizon=30, pairs=3)


@needs_compiler
def test_who_waits_is_told_alike_by_both_engines(log: SessionLog) -> None:
    playback = Playback(log, NO_TAXONOMY)
    quick = dict(playback.waiting())
    for tick, room in playback.rooms():
        assert quick[tick] == dict(room.waiting), tick


def test_both_engines_play_the_same_rows(log: SessionLog) -> None:
    asked = Asked(log, NO_TAXONOMY, (question(60.0),))
    plain = Ground(asked, fast=False)
    row, moved = plain.branches(3, 1.0)
    assert row.tolist() == plain.rows(SESSION, [3], 1.0)[0].tolist()
    assert moved.keys() == plain.changes.keys()
    if compiled.available():
        assert Ground(asked, fast=True).rows(SESSION, [3], 1.0)[0].tolist() == row.tolist()


def test_branches_are_what_playing_both_from_the_beginning_gives(log: SessionLog) -> None:
    from simulator.audience.rollouts import rollouts

    ground = Ground(Asked(log, NO_TAXONOMY, (question(60.0),)), fast=False)
    (key,) = ground.changes
    _, moved = ground.branches(2, 1.0)
    hosts = ground.playback.host, ground.changes[key].of(ground.playback.host)
    was, other = (rollouts(ground.playback.stage, host, [2], until=LENGTH, tick_s=1.0, fast=False) for host in hosts)
    expected = [float((other.last(name) - was.last(name))[0]) for name in ("orders", "net_gmv", "left")]
    assert moved[key].tolist() == expected


def test_put_together_it_stands_between_the_baselines(log: SessionLog) -> None:
    asked = Asked(log, NO_TAXONOMY, (question(60.0),))
    ground = Ground(asked, fast=False)
    numbers = range(1, 5)
    played = [ground.branches(number, 2.0) for number in numbers]
    rows = {SESSION: np.stack([row for row, _ in played])}
    rows |= {name: ground.rows(name, numbers, 2.0) for name in BASELINES}
    moments = ground.branched([moved for _, moved in played])
    found = put_together(asked, rows, None, moments, answers=None, compiled=False, tick_s=2.0)
    assert [each.host for each in found.hosts] == [SESSION, *BASELINES]
    means = [float(np.mean(found.host(name).net)) for name in BASELINES]
    assert means == sorted(means)
    assert found.score is not None and 0 < found.score < 100
    assert (found.orders, found.sales) == own(log)
    assert found.orders > 0 and found.sales > 0
    assert found.luck_low <= found.luck <= found.luck_high
    assert found.luck_high - found.luck_low > 25  # four audiences tell little
    assert {"model_effects", "coarse_tick", "open_loop"} <= set(found.assumptions)
    (moment,) = found.moments
    assert moment.own is None and Assumption.OTHER_AUDIENCES.value in moment.assumptions
    assert moment.orders.pairs == 4 and moment.orders.low <= moment.orders.mean <= moment.orders.high


def test_a_share_of_few_is_less_sure_than_of_many() -> None:
    few, many = share_band(0.5, 4), share_band(0.5, 64)
    assert few[0] < many[0] < 0.5 < many[1] < few[1]
    assert share_band(0.0, 8)[0] == 0.0 and share_band(1.0, 8)[1] == 1.0


@pytest.mark.parametrize("quick", [True, False])
def test_the_plan_fits_what_the_machine_does(quick: bool) -> None:
    strong = plan_for(2e-6, 1800, 3, compiled=quick, workers=4, budget=6)
    weak = plan_for(8e-4, 1800, 3, compiled=quick, workers=2, budget=6)
    assert strong == LADDER[0]
    assert weak.audiences < 16
    assert plan_for(1.0, 1800, 3, compiled=quick, workers=1, budget=6) == LADDER[-1]
    half_hour, ten = (plan_for(4e-4, length, 3, compiled=False, workers=2, budget=6) for length in (1800, 600))
    assert ten.audiences >= half_hour.audiences


# ------------------------------------------------------------------------------------ moments as changes


def test_a_silence_is_spoken_through(log: SessionLog) -> None:
    playback = Playback(log, NO_TAXONOMY)
    stop = next(event for event in log.only(VoiceStopped))
    start = next(event for event in log.only(VoiceStarted) if event.at > stop.at)
    change = otherwise(made(MomentKind.SILENCE, stop.at, start.at), playback)
    assert change is not None
    assert set(change.drop) == {stop, start} and not change.add


def test_a_finding_of_the_second_hearing_is_found_in_what_the_room_met() -> None:
    scenario = reference_scenario(logs.BUSY, 280.0)
    host = novice(scenario, 280.0)
    log = SessionLog(header=logs.header(scenario), scenario=scenario, events=(WentLive(at=0.0), *host.events))
    playback = Playback(log, NO_TAXONOMY)
    claim = next(event for event in playback.host.events if isinstance(event, RuleBroken))
    heard_later = replace(claim, at=claim.at + 1.4, said=Span(claim.said.start + 1.2, claim.said.end + 1.2), id="r7")
    moment = made(MomentKind.BREACH, claim.at, claim.at + 1, drop=(heard_later,))
    change = otherwise(moment, playback)
    assert change is not None and change.drop == (claim,)
    elsewhere = replace(heard_later, said=Span(100.0, 101.0))
    assert otherwise(made(MomentKind.BREACH, 100, 101, drop=(elsewhere,)), playback) is None


def test_an_answer_without_a_topic_reaches_nobody(log: SessionLog) -> None:
    (answer,) = question(60.0).add
    assert isinstance(answer, QuestionAnswered)
    answer = replace(answer, topic=None)
    moment = made(MomentKind.QUESTION, 50, 60, add=(answer,))
    assert otherwise(moment, Playback(log, NO_TAXONOMY)) is None
