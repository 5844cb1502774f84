"""What incidents truly do: the shop's acts, what they do to the room, and who undoes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from simulator.audience.audience import Audience
from simulator.audience.hosts import Acts
from simulator.audience.staging import FROZEN, TENTH, Staging, unattended
from simulator.domain.crowd import IncidentClosed, IncidentOpened, OrderPlaced, StockChanged, Way
from simulator.domain.desk import (
    CouponEnded,
    CouponSent,
    Hand,
    Loss,
    PriceChanged,
    ProductPinned,
    SoldOutMarked,
    StockCorrected,
    StockDrawn,
    StreamCut,
    StreamRestored,
)
from simulator.domain.events import Event, VoiceStarted, VoiceStopped
from simulator.domain.findings import IncidentNoticed
from simulator.domain.scenario import Incident, Scenario, StockDraw, Trigger
from simulator.domain.units import Money, Span
from tests.staged import TAXONOMY, shop

SHOP = shop()
ORANGE = SHOP.products[0]
PRICE = ORANGE.price
OFF = Money(500, SHOP.currency)


class Shop:
    """The fold, a beat at a time."""

    def __init__(self, kind: str, scenario: Scenario = SHOP, product: str | None = "orange") -> None:
        plan = Incident(id="it", kind=kind, at=10.0, product=product)
        self.staging = Staging(scenario, TAXONOMY, (plan,))
        self.kind = kind
        self.moment = 0.0

    def beat(self, *happened: Event, at: float | None = None) -> list[Event]:
        self.moment = round(self.moment + 0.1, 6) if at is None else at
        return list(self.staging.beat(happened, self.moment))

    def opens(self) -> list[Event]:
        return self.beat(IncidentOpened(at=10.0, incident="it", kind=self.kind), at=10.1)

    def closes(self, handled: bool, by: Way, at: float = 30.0) -> list[Event]:
        return self.beat(IncidentClosed(at=at, incident="it", handled=handled, by=by), at=round(at + 0.1, 6))


WRONG = Money(PRICE.hundredths // TENTH, SHOP.currency)


def test_the_listing_shows_a_tenth_of_the_price_until_it_is_over() -> None:
    staged = Shop("price_typo")
    assert staged.opens() == [PriceChanged(at=10.1, product="orange", price=WRONG, by=Hand.SHOP)]
    assert staged.closes(False, Way.TIME) == [PriceChanged(at=30.1, product="orange", price=PRICE, by=Hand.SHOP)]
    assert staged.closes(False, Way.TIME) == []


def test_a_price_that_the_host_put_right_is_left_alone() -> None:
    staged = Shop("price_typo")
    staged.beat(*staged.opens())
    staged.beat(PriceChanged(at=15.0, product="orange", price=PRICE))
    assert staged.closes(True, Way.DESK) == []


def test_who_lets_the_wrong_price_run_has_it_to_the_end_of_the_window() -> None:
    staged = Shop("price_typo")
    staged.opens()
    assert staged.closes(False, Way.CHOICE, at=20.0) == []
    ends = 10.0 + TAXONOMY.incidents["price_typo"].window
    assert staged.beat(at=ends - 0.1) == []
    assert staged.beat(at=ends) == [PriceChanged(at=ends, product="orange", price=PRICE, by=Hand.SHOP)]


def test_another_card_comes_up_and_the_right_one_after_it() -> None:
    staged = Shop("wrong_product_pinned")
    staged.beat(ProductPinned(at=1.0, product="orange"))
    (wrong,) = staged.opens()
    assert wrong == ProductPinned(at=10.1, product="pomelo", by=Hand.SHOP)
    staged.beat(wrong)
    assert staged.closes(True, Way.SPEECH) == [ProductPinned(at=30.1, product="orange", by=Hand.SHOP)]


def test_a_card_that_the_host_pinned_since_stays() -> None:
    staged = Shop("wrong_product_pinned")
    staged.beat(*staged.opens())
    staged.beat(ProductPinned(at=12.0, product="rice"))
    assert staged.closes(False, Way.TIME) == []


def test_one_product_has_no_wrong_card() -> None:
    assert Shop("wrong_product_pinned", replace(SHOP, products=(ORANGE,))).opens() == []


def coupon(at: float, closes_at: float, by: Hand = Hand.HOST) -> CouponSent:
    return CouponSent(at=at, product="orange", off=OFF, closes_at=closes_at, by=by)


@pytest.mark.parametrize(
    ("handled", "by", "closes", "after"),
    [
        (True, Way.CHOICE, 40.0, [coupon(30.1, 90.0, Hand.SHOP)]),
        (False, Way.TIME, 200.0, [coupon(30.1, 200.0, Hand.SHOP)]),
        (False, Way.TIME, 25.0, []),
    ],
)
def test_a_coupon_dies_and_is_sent_again(handled: bool, by: Way, closes: float, after: list[Event]) -> None:
    staged = Shop("coupon_fail")
    staged.beat(coupon(1.0, closes))
    assert staged.opens() == [CouponEnded(at=10.1, product="orange")]
    assert staged.closes(handled, by) == after


def test_where_no_coupon_runs_none_fails() -> None:
    staged = Shop("coupon_fail")
    staged.beat(coupon(1.0, 5.0))
    assert staged.opens() == []


def test_what_is_left_is_sold_elsewhere_and_stays_so() -> None:
    staged = Shop("out_of_stock")
    staged.beat(StockChanged(at=5.0, product="orange", left=17, counter=20))
    assert staged.opens() == [StockDrawn(at=10.1, product="orange", units=17)]
    assert staged.closes(True, Way.CHOICE) == [SoldOutMarked(at=30.1, product="orange", by=Hand.SHOP)]


def test_an_oversold_counter_is_set_right_at_the_end_unless_the_host_did() -> None:
    for mended in (
        (),
        (StockCorrected(at=15.0, product="orange", units=0),),
        (SoldOutMarked(at=15.0, product="orange"),),
    ):
        staged = Shop("oversell")
        assert staged.opens() == [StockDrawn(at=10.1, product="orange", units=ORANGE.stock, noticed=False)]
        staged.beat(StockChanged(at=10.1, product="orange", left=0, counter=ORANGE.stock), *mended)
        right = [] if mended else [StockCorrected(at=30.1, product="orange", units=0, by=Hand.SHOP)]
        assert staged.closes(False, Way.TIME) == right


def test_sound_comes_back_when_it_is_noticed() -> None:
    staged = Shop("mic_fault")
    assert staged.opens() == [StreamCut(at=10.1, loss=Loss.SOUND)]
    noticed = IncidentNoticed(at=18.0, said=Span(16, 17), incident="it", quote="没声音")
    assert staged.beat(noticed, at=18.1) == [StreamRestored(at=18.1)]
    assert staged.closes(True, Way.SPEECH) == []


def test_the_stream_stands_still_for_its_time_whatever_is_said() -> None:
    staged = Shop("network_drop")
    assert staged.opens() == [StreamCut(at=10.1, loss=Loss.STREAM)]
    assert staged.closes(True, Way.CHOICE, at=15.0) == []
    assert staged.beat(at=10.0 + FROZEN) == [StreamRestored(at=10.0 + FROZEN)]


def test_a_village_shop_draws_on_the_same_stock_when_the_scenario_says() -> None:
    draws = (StockDraw(at=5.0, product="rice", units=3), StockDraw(at=9.0, product="rice", units=1))
    staged = Shop("price_typo", replace(SHOP, draws=draws))
    assert staged.beat(at=4.9) == []
    assert staged.beat(at=5.0) == [StockDrawn(at=5.0, product="rice", units=3)]
    assert staged.beat(at=9.1) == [StockDrawn(at=9.1, product="rice", units=1)]


# ------------------------------------------------------------------------------------ what the room makes of it


def play(events: Sequence[Event], until: float, scenario: Scenario = SHOP) -> tuple[Audience, list[Event]]:
    audience = Audience(scenario, TAXONOMY, 5)
    told: list[Event] = []
    for tick in range(round(until * 10)):
        told += audience.step([event for event in events if round(event.at * 10) == tick])
    return audience, told


SPEAKS = (VoiceStarted(at=0.0), ProductPinned(at=0.5, product="orange"))
ACTS = Acts(ORANGE)


def test_nobody_hears_what_is_said_while_the_sound_is_gone() -> None:
    told = [*ACTS.mention(20.0), *ACTS.point(21.0, 0, 0.9), *ACTS.price(22.0), *ACTS.call(23.0)]
    heard, _ = play((*SPEAKS, *told), 24.0)
    silent, _ = play((*SPEAKS, StreamCut(at=10.0, loss=Loss.SOUND)), 24.0)
    deaf, _ = play((*SPEAKS, StreamCut(at=10.0, loss=Loss.SOUND), *told), 24.0)
    assert deaf.snapshot().room.counts.tolist() == silent.snapshot().room.counts.tolist()
    rooms = [audience.snapshot().room for audience in (heard, deaf)]
    assert rooms[0].products[0].understanding > 0 == rooms[1].products[0].understanding
    assert rooms[0].attention > rooms[1].attention + 0.1


def test_they_hear_again_once_it_is_restored_and_the_host_need_not_begin_to_speak_anew() -> None:
    cut = StreamCut(at=10.0, loss=Loss.SOUND)
    lost, _ = play((*SPEAKS, cut), 60.0)
    back, _ = play((*SPEAKS, cut, StreamRestored(at=20.0), *ACTS.mention(30.0)), 60.0)
    assert back.snapshot().room.products[0].understanding > 0
    assert back.snapshot().room.attention > lost.snapshot().room.attention + 0.1


def test_a_stop_that_nobody_heard_begins_no_new_silence() -> None:
    cut = StreamCut(at=10.0, loss=Loss.SOUND)
    audience, _ = play((*SPEAKS, cut, VoiceStopped(at=15.0)), 20.0)
    assert audience.snapshot().room.silent_since == 10.0


def test_what_is_only_shown_is_seen_without_sound_but_not_in_a_frozen_picture() -> None:
    shown = ACTS.demonstration(20.0)
    for loss, sees in ((Loss.SOUND, True), (Loss.STREAM, False)):
        cut = StreamCut(at=10.0, loss=loss)
        room = play((*SPEAKS, cut, *shown), 21.0)[0].snapshot().room
        assert (room.products[0].understanding > 0) is sees


def test_buyers_pay_the_price_that_the_listing_shows_by_mistake() -> None:
    wrong = PriceChanged(at=20.0, product="orange", price=WRONG, by=Hand.SHOP)
    _, told = play((*SPEAKS, *ACTS.mention(1.0), *ACTS.price(2.0), wrong), 80.0)
    _, calm = play((*SPEAKS, *ACTS.mention(1.0), *ACTS.price(2.0)), 80.0)
    cheap, dear = ([event for event in each if isinstance(event, OrderPlaced)] for each in (told, calm))
    assert {order.price for order in cheap if order.at > 20.0} == {WRONG}
    assert len(cheap) > len(dear) and {order.price for order in dear} <= {PRICE}


def test_a_coupon_of_more_than_the_price_takes_nothing_off() -> None:
    wrong = PriceChanged(at=20.0, product="orange", price=WRONG, by=Hand.SHOP)
    _, told = play((*SPEAKS, coupon(10.0, 100.0), wrong), 80.0)
    assert min(order.price for order in told if isinstance(order, OrderPlaced) and order.at > 20.0) == WRONG


def test_units_sold_elsewhere_are_gone_and_the_counter_says_so_or_not() -> None:
    for noticed, counter in ((True, 290), (False, 300)):
        drawn = StockDrawn(at=2.0, product="orange", units=10, noticed=noticed)
        _, told = play((drawn,), 3.0)
        (changed,) = (event for event in told if isinstance(event, StockChanged))
        assert (changed.left, changed.counter) == (290, counter)


def test_a_counter_that_lags_shows_at_once_what_it_is_set_to() -> None:
    late = replace(SHOP, products=(replace(ORANGE, counter_lag=60.0), *SHOP.products[1:]))
    drawn, right = StockDrawn(at=2.0, product="orange", units=8), StockCorrected(at=10.0, product="orange", units=292)
    _, told = play((drawn, right), 70.0, late)
    shown = [(event.left, event.counter) for event in told if isinstance(event, StockChanged)]
    assert shown == [(292, 300), (292, 292)]


def test_a_counter_set_low_makes_no_scarcity_true() -> None:
    audience, told = play((StockCorrected(at=2.0, product="orange", units=3),), 3.0)
    assert audience.snapshot().room.products[0].stock == 300
    assert [(each.left, each.counter) for each in told if isinstance(each, StockChanged)] == [(300, 3)]


def test_a_host_who_is_not_on_air_meets_the_wrong_price_for_its_whole_window() -> None:
    plan = Incident(id="it", kind="price_typo", at=10.0, product="orange")
    made = unattended(SHOP, TAXONOMY, (plan,), (VoiceStarted(at=0.0),), 200.0)
    window = TAXONOMY.incidents["price_typo"].window
    wrong, right = (event for event in made if isinstance(event, PriceChanged))
    assert (wrong.price, right.price) == (WRONG, PRICE)
    assert 10.0 < wrong.at <= 11.0
    assert 10.0 + window < right.at <= 11.0 + window
    assert VoiceStarted(at=0.0) in made


def test_what_waits_for_the_room_and_what_comes_too_late_does_nothing_to_him() -> None:
    late = Incident(id="late", kind="price_typo", at=300.0, product="orange")
    assert unattended(SHOP, TAXONOMY, (late,), (), 200.0) == ()
    waits = replace(late, at=0.0, when=Trigger.OUT_OF_STOCK)
    assert unattended(SHOP, TAXONOMY, (waits,), (), 200.0) == ()
