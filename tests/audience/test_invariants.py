"""What must hold after every tick, whatever the host does."""

from collections import Counter

import pytest

from simulator.audience.audience import Audience, Outputs
from simulator.audience.parameters import DEFAULT, Parameters
from simulator.audience.philox import Luck
from simulator.domain.crowd import (
    BuyersRefused,
    CardClicked,
    CartFilled,
    CommentPosted,
    CommentsUnseen,
    Followed,
    Liked,
    OrderCancelled,
    OrderPaid,
    OrderPlaced,
    QuestionsAbandoned,
    QuestionsResolved,
    RoomCounted,
    StockChanged,
    ViewersEntered,
    ViewersLeft,
)
from simulator.domain.desk import PriceChanged, ProductPinned, ProductUnpinned, SoldOutMarked
from simulator.domain.events import Event, VoiceStarted, VoiceStopped
from simulator.domain.findings import PriceVerdict
from simulator.domain.scenario import Burst, Crowd, Topic
from tests.audience import hosts

STOCK = 20


def anything(luck: Luck, tick: int) -> list[Event]:
    """A host out of his mind: any act at any time, a few a second."""
    at = round(tick / 10, 6)
    u, v = luck.pair(tick, 0, 0)
    if u > 0.35:
        return []
    acts = [
        VoiceStarted(at=at), VoiceStopped(at=at), hosts.mention(at), hosts.point(at, int(v * 14), v),
        hosts.price(at), hosts.price(at, PriceVerdict.WRONG), hosts.call(at), hosts.greeting(at), hosts.filler(at),
        hosts.demonstration(at), hosts.claim(at), hosts.fake_urgency(at),
        hosts.answer(at, Topic(int(v * 8)), v), hosts.coupon(at, 0.1 + 0.8 * v, 20 * v), hosts.countdown(at, 30 * v),
        hosts.lottery(at, 10 * v), hosts.pin(at), ProductPinned(at=at, product="p1"), ProductUnpinned(at=at),
        PriceChanged(at=at, product="p0", price=hosts.money("20")), hosts.pin(at), hosts.pin(at), hosts.pin(at),
        PriceChanged(at=at, product="p0", price=hosts.money("99")), ProductPinned(at=at, product="unheard of"),
    ]  # fmt: skip
    return [acts[int(u / 0.35 * len(acts))]]


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("scale", [200, 12_000])
def test_the_books_balance_after_every_tick(seed, scale):
    crowd = Crowd(
        preset="lab_default", entries_per_min=scale, follower_share=0.2, comment_multiplier=4.0, opening_viewers=50,
        bursts=(Burst(at=20, entries_per_min=scale, fade=10),),
    )  # fmt: skip
    room = hosts.scenario(stock=STOCK, crowd=crowd)
    audience = Audience(room, hosts.BARE, seed, outputs=Outputs(events=True, voices=True))
    luck = Luck(seed, 77)
    sums: Counter[type] = Counter()
    orders: dict[str, str] = {}
    for tick in range(600):
        told = audience.step(anything(luck, tick) if tick != 450 else [SoldOutMarked(at=45.0, product="p0")])
        now = audience.room
        at = round(tick / 10, 6)
        for event in told:
            assert event.at == at
            match event:
                case OrderPlaced():
                    assert event.order not in orders
                    assert event.price.hundredths > 0
                    orders[event.order] = "pending"
                    assert tick < 450 or event.product != "p0"
                case OrderPaid():
                    assert orders[event.order] == "pending"
                    orders[event.order] = "paid"
                case OrderCancelled():
                    assert orders[event.order] == "pending"
                    orders[event.order] = "cancelled"
                case CommentPosted():
                    sums[CommentPosted] += 1
                case StockChanged():
                    assert event.left == next(s.stock for s in now.shelf if s.product == event.product)
                case RoomCounted():
                    assert (event.online, event.entered, event.left) == (now.online, now.entered, now.left)
                    assert event.waiting == sum(now.waiting.values())
                case (
                    ViewersEntered() | ViewersLeft() | QuestionsAbandoned() | QuestionsResolved() | Liked()
                    | Followed() | CardClicked() | CartFilled() | BuyersRefused() | CommentsUnseen()
                ):  # fmt: skip
                    assert event.count > 0
                    sums[type(event)] += event.count
        counts = audience._room.counts
        assert counts.min() >= 0
        assert now.online == now.entered - now.left == counts.sum()
        assert now.orders == now.paid + now.cancelled + now.pending == len(orders)
        assert now.pending == sum(shelf.pending for shelf in now.shelf) == list(orders.values()).count("pending")
        assert now.asked == now.answered + now.gave_up + now.left_waiting + sum(now.waiting.values())
        assert now.clicks + now.answered_to_card >= now.card_exits
        shelf = now.shelf[0]
        sold = sum(1 for state in orders.values() if state == "paid")
        assert shelf.stock >= 0
        assert sum(s.stock for s in now.shelf) + now.pending + sold == STOCK + 2 * 10**9
        for covariate in (now.attention, now.trust, now.discontent, now.service, now.pulse, now.false_urgency):
            assert 0 <= covariate <= 1
        for each in now.shelf:
            assert 0 <= each.understanding <= 1 and 0 <= each.price_clarity <= 1
        assert sums[ViewersEntered] == now.entered and sums[ViewersLeft] == now.left
        assert sums[Liked] == now.likes and sums[Followed] == now.follows
        assert sums[CardClicked] == now.clicks and sums[CartFilled] == now.carts
        assert sums[QuestionsResolved] == now.answered
        assert sums[QuestionsAbandoned] == now.gave_up + now.left_waiting
        assert sums[BuyersRefused] == now.refused
        assert sums[CommentsUnseen] == now.comments  # a bare wording has no lines to show
    assert now.orders > 0
    if scale > 1000:
        assert now.answered > 0 and now.refused > 0


def test_a_room_whose_comments_would_never_end_is_refused():
    with pytest.raises(ValueError, match="branching"):
        Parameters(hawkes_rate=0.1)
    assert DEFAULT.hawkes_rate * DEFAULT.excitation_fade_s < 0.8
