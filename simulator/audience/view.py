"""The room as others may see it: figures, frozen."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.audience import shelf
from simulator.audience.room import CART, CONSIDERING, ENTERING, WATCHING, Room, States
from simulator.domain.scenario import Topic
from simulator.domain.units import Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfView:
    """One product: what is left, what is asked for it, and what the room knows of it (0..1)."""

    product: str
    stock: int
    counter: int
    price: int
    """In hundredths, coupon taken off."""
    in_cart: int
    pending: int
    understanding: float
    price_clarity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomView:
    """Totals so far, who is where, and the state of mind of the crowd (0..1)."""

    at: Seconds
    """When the next tick happens."""
    online: int
    entering: int
    watching: int
    considering: int
    entered: int
    left: int
    comments: int
    """Of the crowd, questions included; lines of incidents and reminders left out."""
    asked: int
    answered: int
    gave_up: int
    left_waiting: int
    likes: int
    follows: int
    clicks: int
    card_exits: int
    answered_to_card: int
    carts: int
    orders: int
    paid: int
    cancelled: int
    pending: int
    refused: int
    peak: int
    viewer_seconds: float
    gmv: int
    """Paid, in hundredths."""
    net_gmv: float
    """Paid less the refunds to be expected, in hundredths."""
    waiting: dict[Topic, int]
    shelf: tuple[ShelfView, ...]
    attention: float
    trust: float
    discontent: float
    service: float
    pulse: float
    false_urgency: float
    excitation: float


def view(room: Room, states: States, at: Seconds) -> RoomView:
    """The figures of a room."""
    totals, by_state = room.totals, room.counts.sum(axis=0).tolist()
    return RoomView(
        at=at,
        online=sum(by_state),
        entering=by_state[ENTERING],
        watching=by_state[WATCHING],
        considering=by_state[CONSIDERING],
        entered=totals.entered,
        left=totals.left,
        comments=totals.comments,
        asked=totals.asked,
        answered=totals.answered,
        gave_up=totals.gave_up,
        left_waiting=totals.left_waiting,
        likes=totals.likes,
        follows=totals.follows,
        clicks=totals.clicks,
        card_exits=totals.card_exits,
        answered_to_card=totals.answered_to_card,
        carts=totals.carts,
        orders=totals.orders,
        paid=totals.paid,
        cancelled=totals.cancelled,
        pending=sum(by_state[states.ordered : states.buyer]),
        refused=totals.refused,
        peak=totals.peak,
        viewer_seconds=totals.viewer_seconds,
        gmv=totals.gmv,
        net_gmv=totals.net_gmv,
        waiting={topic: int(many) for topic, many in zip(Topic, room.waiting, strict=True)},
        shelf=tuple(
            ShelfView(
                product=product.id,
                stock=product.stock,
                counter=shelf.counter(product),
                price=shelf.asking_price(product),
                in_cart=by_state[CART + p],
                pending=by_state[states.ordered + p],
                understanding=product.understanding,
                price_clarity=product.price_clarity,
            )
            for p, product in enumerate(room.products)
        ),
        attention=room.attention,
        trust=room.trust,
        discontent=room.discontent,
        service=room.service,
        pulse=room.pulse,
        false_urgency=room.false_urgency,
        excitation=room.excitation,
    )
