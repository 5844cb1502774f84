"""Why the crowd did what it did."""

from dataclasses import replace
from typing import TypeVar

from simulator.audience.audience import Audience, Outputs
from simulator.audience.ledger import KEPT, Ledger
from simulator.audience.parameters import DEFAULT
from simulator.domain.compliance import Severity
from simulator.domain.crowd import (
    CardClicked,
    OrderPlaced,
    QuestionsAbandoned,
    QuestionsResolved,
    Reason,
    ViewersEntered,
    ViewersLeft,
)
from simulator.domain.events import Event, VoiceStarted, VoiceStopped
from simulator.domain.scenario import Burst, Crowd, Topic
from tests.audience import hosts

E = TypeVar("E")
BUYING = replace(DEFAULT, buy_intercept=(-2.0, -2.0, -2.0, -2.0, -2.0))


def told(kind: type[E], until: float, since: float, *events: Event, **changes: object) -> list[E]:
    audience = Audience(
        hosts.scenario(entries_per_min=3000, **changes), hosts.BARE, 4, parameters=BUYING, outputs=Outputs()
    )
    everything = hosts.play(audience, hosts.script(VoiceStarted(at=0), *events), until)
    return [event for event in everything if isinstance(event, kind) and event.at >= since]


def test_viewers_leave_a_silent_host_for_the_silence():
    left = told(ViewersLeft, 40, 30, VoiceStopped(at=12))
    assert {(event.cause.reason, event.cause.since) for event in left} == {(Reason.SILENCE, 12)}
    assert all(event.cause.strength > 0.05 for event in left)


def test_viewers_who_leave_a_neutral_room_leave_by_chance():
    left = told(ViewersLeft, 10, 1)
    assert {event.cause.reason for event in left} == {Reason.CHANCE}


def test_a_prohibited_claim_drives_viewers_away():
    causes = {event.cause for event in told(ViewersLeft, 22, 20.5, hosts.claim(20, Severity.S4))}
    # Those who only just came in know nothing of it: where they alone go, it is chance.
    reasons = {cause for cause in causes if cause.reason is not Reason.CHANCE}
    assert {cause.since for cause in reasons} == {20}
    assert {cause.reason for cause in reasons} <= {Reason.DISCONTENT, Reason.DISTRUST}


def test_viewers_who_wait_in_vain_say_so():
    gone = told(QuestionsAbandoned, 120, 60)
    assert gone and {event.cause.reason for event in gone} == {Reason.UNANSWERED}
    assert all(event.cause.since is not None and event.cause.since < event.at for event in gone)


def test_an_answer_is_the_cause_of_what_it_resolves():
    (resolved,) = told(QuestionsResolved, 61, 0, hosts.answer(60, Topic.PRICE, 0.9))
    assert (resolved.at, resolved.topic, resolved.cause.reason, resolved.cause.since) == (
        60.0, Topic.PRICE, Reason.ANSWERED, 60,
    )  # fmt: skip


def test_a_call_to_action_brings_clicks():
    clicks = told(CardClicked, 22, 20, hosts.pin(1), hosts.call(20))
    assert {(event.cause.reason, event.cause.since) for event in clicks} == {(Reason.CALL_TO_ACTION, 20)}


def test_a_coupon_brings_orders():
    orders = told(OrderPlaced, 60, 31, hosts.pin(1), hosts.coupon(30, 0.3, 60))
    assert len(orders) > 5
    assert {(event.cause.reason, event.cause.since) for event in orders} <= {
        (Reason.DISCOUNT, 30), (Reason.URGENCY, 30),
    }  # fmt: skip


def test_what_was_explained_brings_clicks():
    points = [hosts.point(10 + number, number, 1.0) for number in range(12)]
    clicks = told(CardClicked, 24, 22.5, hosts.pin(1), *points)
    assert {event.cause.reason for event in clicks} == {Reason.UNDERSTANDING}
    assert all(10 <= (event.cause.since or 0) < 22 for event in clicks)


def test_a_burst_is_named_while_it_outweighs_the_rest():
    crowd = Crowd(
        preset="flat", entries_per_min=600, follower_share=0.08, comment_multiplier=1.0,
        bursts=(Burst(at=20, entries_per_min=3000, fade=10),),
    )  # fmt: skip
    came = told(ViewersEntered, 60, 0, crowd=crowd)
    before = {event.cause.reason for event in came if event.at < 20}
    burst = {(event.cause.reason, event.cause.since) for event in came if 20 <= event.at < 30}
    after = {event.cause.reason for event in came if event.at > 50}
    assert (before, burst, after) == ({Reason.ARRIVAL}, {(Reason.BURST, 20)}, {Reason.ARRIVAL})


def test_a_ledger_remembers_the_strongest_and_lets_them_fade():
    ledger = Ledger()
    for at in range(20):
        ledger.add(float(at), 0.01 * at)
        ledger.fade(0.9)
    assert len(ledger.sources) <= KEPT
    strongest = ledger.strongest(1)
    assert strongest is not None and strongest.at == 19.0
    assert ledger.strongest(-1) is None
    ledger.fade(1e-200)
    ledger.add(30.0, -0.5)
    weakest = ledger.strongest(-1)
    assert weakest is not None and weakest.at == 30.0
    assert ledger.scale == 1.0
