"""The moves of a tick as events that need no name: counts with their causes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.audience import shelf
from simulator.audience.causes import Causes
from simulator.audience.endings import Endings
from simulator.audience.room import Room
from simulator.audience.step import Moves
from simulator.audience.tally import Sums
from simulator.audience.troubles import Stage, Trouble
from simulator.domain.crowd import (
    BuyersRefused,
    CardClicked,
    CartFilled,
    IncidentOpened,
    QuestionsAbandoned,
    QuestionsResolved,
    StockChanged,
    ViewersLeft,
)
from simulator.domain.events import Event
from simulator.domain.scenario import Incident, Topic
from simulator.domain.units import Seconds


def counts(room: Room, moves: Moves, sums: Sums, causes: Causes, now: Seconds) -> Iterator[Event]:
    """What needs no name."""
    if sums.left:
        yield ViewersLeft(at=now, count=sums.left, cause=causes.left(sums.left_settled / sums.left))
    for topic in Topic:
        if sums.resolved[topic]:
            yield QuestionsResolved(at=now, topic=topic, count=sums.resolved[topic], cause=causes.resolved(topic))
        if sums.gave_up[topic]:
            yield QuestionsAbandoned(at=now, topic=topic, count=sums.gave_up[topic], cause=causes.abandoned(topic))
    if room.shown is not None:
        product = room.shown.id
        if sums.clicks:
            yield CardClicked(at=now, product=product, count=sums.clicks, cause=causes.clicked())
        if sums.carts:
            yield CartFilled(at=now, product=product, count=sums.carts, cause=causes.carted())
    for p, many in enumerate(moves.refused):
        if many:
            yield BuyersRefused(at=now, product=room.products[p].id, count=many)


def stock(room: Room, now: Seconds) -> Iterator[Event]:
    """Shelves that changed, once the tick is over."""
    for product in room.products:
        shown = (product.stock, shelf.counter(product))
        if shown != product.shown:
            product.shown = shown
            yield StockChanged(at=now, product=product.id, left=shown[0], counter=shown[1])


def troubles(
    now_stages: Sequence[Trouble], before: Sequence[int], plans: Sequence[Incident], endings: Endings, now: Seconds
) -> Iterator[Event]:
    """Incidents that opened or closed in this tick."""
    for plan, trouble, stage in zip(plans, now_stages, before, strict=True):
        if stage == Stage.TO_COME and trouble.stage != Stage.TO_COME:
            yield IncidentOpened(at=now, incident=plan.id, kind=plan.kind)
        if stage <= Stage.OPEN < trouble.stage:
            yield endings.closed(plan, trouble, now)
