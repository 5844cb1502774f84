"""Orders, stock, prices and refunds."""

from dataclasses import replace

from simulator.audience.audience import Audience, Outputs
from simulator.audience.parameters import DEFAULT
from simulator.domain.crowd import BuyersRefused, OrderPaid, OrderPlaced, StockChanged
from simulator.domain.desk import PriceChanged, ProductUnpinned, SoldOutMarked
from simulator.domain.events import Event, VoiceStarted
from tests.audience import hosts

EAGER = replace(DEFAULT, buy_intercept=(3.0, 3.0, 3.0, 3.0, 3.0), click=(0.05, 0.05, 0.05, 0.05, 0.05))
"""A room that buys readily, so that seconds show what else takes an hour."""


def eager(stock: int = 10**9, **changes: object) -> Audience:
    return Audience(
        hosts.scenario(stock=stock, entries_per_min=1200, **changes), hosts.BARE, 3, parameters=EAGER, outputs=Outputs()
    )


def selling(*events: Event) -> hosts.Script:
    return hosts.script(VoiceStarted(at=0), hosts.pin(1), *events)


def test_nobody_orders_before_a_product_is_pinned():
    told = hosts.play(eager(), hosts.script(VoiceStarted(at=0)), 60)
    assert not [event for event in told if isinstance(event, OrderPlaced)]


def test_nobody_orders_from_the_card_once_it_is_gone():
    audience = eager()
    hosts.play(audience, selling(), 40)
    told = hosts.play(audience, hosts.script(ProductUnpinned(at=40)), 80)
    late = [event for event in told if isinstance(event, OrderPlaced) and event.at >= 40]
    assert audience.room.orders > 20
    assert len(late) <= audience.room.carts


def test_no_more_is_sold_than_there_is():
    audience = eager(stock=30)
    told = hosts.play(audience, selling(), 120)
    left = [event.left for event in told if isinstance(event, StockChanged)]
    assert min(left) == 0 and max(left) <= 30
    refused = sum(event.count for event in told if isinstance(event, BuyersRefused))
    assert refused == audience.room.refused > 0
    assert audience.room.paid + audience.room.pending <= 30
    assert audience.room.discontent > 0.5


def test_a_product_marked_as_sold_out_turns_nobody_away():
    audience = eager(stock=30)
    told = hosts.play(audience, selling(SoldOutMarked(at=10, product="p0")), 60)
    assert not [event for event in told if isinstance(event, BuyersRefused)]
    assert not [event for event in told if isinstance(event, OrderPlaced) and event.at >= 10]


def test_the_price_is_that_of_the_moment_of_ordering():
    change = PriceChanged(at=30, product="p0", price=hosts.money("80"))
    told = hosts.play(eager(), selling(hosts.coupon(15, 0.1, 10), change), 60)
    prices = {event.order: event for event in told if isinstance(event, OrderPlaced)}
    for order in prices.values():
        if order.at < 15 or 25 <= order.at < 30:
            assert str(order.price) == "¥99.00"
        elif order.at < 25:
            assert str(order.price) == "¥89.10"
        else:
            assert str(order.price) == "¥80.00"
    assert len({order.price for order in prices.values()}) == 3


def test_the_takings_are_the_sum_of_what_was_paid():
    audience = eager()
    told = hosts.play(audience, selling(hosts.coupon(15, 0.1, 10)), 60)
    prices = {event.order: event.price.hundredths for event in told if isinstance(event, OrderPlaced)}
    paid = [event.order for event in told if isinstance(event, OrderPaid)]
    assert audience.room.gmv == sum(prices[order] for order in paid)
    assert 0 < audience.room.net_gmv < audience.room.gmv


def test_what_comes_back_is_drawn_once_and_near_what_was_expected():
    audience = eager()
    told = hosts.play(audience, selling(), 120)
    paid = {event.order for event in told if isinstance(event, OrderPaid)}
    back = audience.after_sales()
    assert back == audience.after_sales()
    assert {event.order for event in back} <= paid
    refunded = sum(event.refund.hundredths for event in back)
    expected = audience.room.gmv - audience.room.net_gmv
    assert abs(refunded / expected - 1) < 4 / len(back) ** 0.5
    assert all(event.at == 119.9 for event in back)


def test_the_time_to_pay_is_that_of_the_model():
    audience = eager()
    told = hosts.play(audience, selling(), 150)
    placed = {event.order: event.at for event in told if isinstance(event, OrderPlaced) and event.at < 95}
    times = [event.at - placed[event.order] for event in told if isinstance(event, OrderPaid) if event.order in placed]
    assert len(times) > 100
    mean = sum(times) / len(times)
    # Exponential with mean 1 / (1/12 + 1/300 + leaving), memoryless whoever is picked: the spread equals the mean.
    assert abs(mean - 11.4) < 4 * 11.4 / len(times) ** 0.5
    spread = (sum((time - mean) ** 2 for time in times) / len(times)) ** 0.5
    assert 0.7 < spread / mean < 1.35


def test_a_lagging_counter_shows_what_was_true():
    late = replace(hosts.product("p0", "99", 200), counter_lag=20.0, counter_stock=210)
    audience = eager(products=(late, hosts.product("p1", "149")))
    seen: list[int] = []
    for tick in range(600):
        audience.step(selling().get(tick, ()))
        shelf = audience.room.shelf[0]
        seen.append(shelf.stock)
        assert shelf.counter == (seen[tick - 200] if tick >= 200 else 200) + 10
    assert seen[-1] < 150
