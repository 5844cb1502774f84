"""Which products were presented, and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from simulator.domain.desk import DemonstrationMarked, ProductPinned, ProductUnpinned, SegmentStarted
from simulator.domain.findings import FactTold, PriceTold, ProductMentioned
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds, Span
from simulator.metrics.spans import inside, joined
from simulator.metrics.speaking import on_air

ENOUGH_FACTS = 2
"""Facts of a product that make a presentation of it where the desk was not used."""

Stretch = tuple[Span, str]
"""A stretch of the stream and the product it belonged to."""


def presented(log: SessionLog) -> tuple[str, ...]:
    """Products that were presented, in the order of the shelf.

    Its card was on screen, its segment was begun, two of its facts were told, or it was named and one was.
    """
    of_segment = {segment.id: segment.product for segment in log.scenario.run_of_show}
    shown: set[str | None] = {event.product for event in log.only(ProductPinned) if event.at < log.length}
    shown |= {of_segment.get(event.segment) for event in log.only(SegmentStarted)}
    facts: dict[str, set[str]] = defaultdict(set)
    for told in log.only(FactTold):
        facts[told.product].add(told.fact)
    named = {event.product for event in log.only(ProductMentioned)}
    return tuple(
        product.id
        for product in log.scenario.products
        if product.id in shown or len(facts[product.id]) >= ENOUGH_FACTS or (product.id in named and facts[product.id])
    )


def segments(log: SessionLog) -> tuple[Stretch, ...]:
    """Stretches of the run of show as the host moved through it, with the segment's id."""
    return _stretches(log, [(event.at, event.segment) for event in log.only(SegmentStarted)])


def pinned(log: SessionLog) -> tuple[Stretch, ...]:
    """While each product's card was on screen."""
    changes: list[tuple[Seconds, str | None]] = [
        (event.at, event.product if isinstance(event, ProductPinned) else None)
        for event in log.only(ProductPinned, ProductUnpinned)
    ]
    return _stretches(log, changes)


def explained(log: SessionLog) -> tuple[Stretch, ...]:
    """While each product was explained: by its card, else by the run of show, else by what was said of it."""
    if shown := pinned(log):
        return shown
    of_segment = {segment.id: segment.product for segment in log.scenario.run_of_show}
    if by_plan := tuple((span, product) for span, id in segments(log) if (product := of_segment.get(id))):
        return by_plan
    spoken = sorted(
        (event.said.start, event.product)
        for event in log.only(ProductMentioned, FactTold, PriceTold)
        if event.product is not None
    )
    return _stretches(log, spoken)


def product_at(log: SessionLog, at: Seconds) -> str | None:
    """The product being explained at a moment; the only one where there is no other."""
    for span, product in explained(log):
        if span.start <= at < span.end:
            return product
    return log.scenario.products[0].id if len(log.scenario.products) == 1 else None


def demonstrations(log: SessionLog) -> tuple[Span, ...]:
    """What the host marked as shown on camera."""
    return joined(Span(event.since, event.at) for event in log.only(DemonstrationMarked))


def _stretches(log: SessionLog, changes: Sequence[tuple[Seconds, str | None]]) -> tuple[Stretch, ...]:
    """Each change holds until the next; the same thing twice in a row is one stretch."""
    kept = [change for index, change in enumerate(changes) if index == 0 or change[1] != changes[index - 1][1]]
    ended = [*kept, (log.length, None)]
    found: list[Stretch] = []
    for (since, name), (until, _) in pairwise(ended):
        for span in inside([Span(since, until)], on_air(log)) if until > since else ():
            if name is not None:
                found.append((span, name))
    return tuple(found)
