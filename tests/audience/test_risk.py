"""What may go wrong if the host goes on as in the last minute."""

import pytest

from simulator.audience.hosts import Acts, Host, novice, silent
from simulator.audience.reference import NO_TAXONOMY, reference_scenario
from simulator.audience.replay import Playback
from simulator.audience.risk import QUANTILES, Risk, continued, risk_now
from simulator.domain.desk import CountdownStarted, CouponSent, PriceChanged, StockAdded
from simulator.domain.events import VoiceStarted
from simulator.domain.findings import QuestionAnswered
from simulator.domain.scenario import Topic
from simulator.domain.units import Currency, Money, Span
from tests.audience import logs

NUMBERS = range(1, 7)


def risk(session: Playback, now: float, many: int = 10) -> Risk:
    acts = session.host.events
    return risk_now(session.stage, session.before(now), acts, ahead=25.0, many=many, numbers=NUMBERS)


def test_a_room_that_nobody_comes_to_any_more_is_about_to_fall():
    crowded = Playback(logs.session(silent, 30.0, entries_per_min=60.0, opening=2000), NO_TAXONOMY)
    growing = Playback(logs.session(novice, 30.0), NO_TAXONOMY)
    assert risk(crowded, 5.0).falls == 1.0
    assert risk(growing, 3.0).falls == 0.0


def test_a_shelf_that_is_nearly_empty_may_run_out():
    short = Playback(logs.session(novice, 70.0, stock=13), NO_TAXONOMY)
    left = short.before(60.0).room.shelf[0].stock
    assert left > 0
    found = risk(short, 60.0)
    assert found.stock_out["p0"] > 0.5
    assert found.stock_out["p1"] == 0.0
    assert list(found.orders.values()) == sorted(found.orders.values())
    assert list(found.orders) == list(QUANTILES)


def test_many_who_wait_give_up():
    session = Playback(logs.session(novice, 70.0), NO_TAXONOMY)
    assert risk(session, 65.0, many=0).give_up == 1.0
    assert risk(session, 65.0, many=10_000).give_up == 0.0


def test_the_last_minute_goes_on_and_answers_follow_the_questions():
    acts = Acts(reference_scenario().products[0])
    said = Span(70.0, 70.0)
    answers = [
        QuestionAnswered(at=at, said=said, topic=Topic.PRICE, category="", comments=(), quality=0.5, quote="")
        for at in (62.0, 70.0, 90.0)
    ]
    events = (
        VoiceStarted(at=0.0), *acts.call(30.0), *acts.call(65.0), *acts.coupon(80.0, 60.0), *answers,
        PriceChanged(at=95.0, product="p0", price=Money(9000, Currency.CNY)), CountdownStarted(at=96.0, closes_at=99.0),
        StockAdded(at=97.0, product="p0", units=50),
    )  # fmt: skip
    host = continued(events, 100.0, 90.0)
    kinds = [type(event) for event in host.events]
    assert kinds.count(VoiceStarted) == 1
    assert not {PriceChanged, QuestionAnswered, StockAdded} & set(kinds)
    coupon = next(event for event in host.events if isinstance(event, CouponSent))
    assert (coupon.at, coupon.closes_at) == (140.0, 200.0)
    assert [event.at for event in host.events if isinstance(event, CountdownStarted)] == [156.0]
    assert [round(event.at) for event in host.events] == [100, 125, 140, 156, 185]
    assert host.answering is not None
    assert host.answering.interval == 8.0
    assert host.answering.probability == pytest.approx(3 * 8 / 60)
    assert host.answering.quality == 0.5


def test_at_the_very_beginning_nothing_is_repeated():
    assert continued((VoiceStarted(at=0.0),), 0.0, 60.0) == Host("continued", (), None)
