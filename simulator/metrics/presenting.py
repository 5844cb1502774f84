"""Which products were presented, and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from simulator.domain.desk import DemonstrationMarked, ProductPinned, ProductUnpinned, SegmentStarted
from simulator.domain.findings import FactContradicted, FactTold, PriceTold, ProductMentioned
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds, Span
from simulator.metrics.hands import own, team
from simulator.metrics.spans import inside, joined
from simulator.metrics.speaking import on_air

ENOUGH_FACTS = 2
"""Facts of a product that make a presentation of it where the desk was not used."""

Stretch = tuple[Span, str]
"""A stretch of the stream and the product it belonged to."""


Acts = Callable[[Iterable[Any]], Iterator[Any]]
"""Whose acts are asked for: ``own`` or ``team``."""


def presented(log: SessionLog) -> tuple[str, ...]:
    """Products that were presented, in the order of the shelf.

    Two of its facts were told, it was named and one was, or something was said of it while its card was on screen or
    after its segment was begun. A card alone presents nothing (ours).
    """
    facts: dict[str, set[str]] = defaultdict(set)
    for told in log.only(FactTold):
        facts[told.product].add(told.fact)
    named = {event.product for event in log.only(ProductMentioned)}
    spoken_of = named | {event.product for event in log.only(FactTold, FactContradicted, PriceTold)}
    shown = _shown(log)
    return tuple(
        product.id
        for product in log.scenario.products
        if (product.id in shown and product.id in spoken_of)
        or len(facts[product.id]) >= ENOUGH_FACTS
        or (product.id in named and facts[product.id])
    )


def offered(log: SessionLog) -> tuple[str, ...]:
    """Products that were presented, or whose card was on screen: what viewers could buy, in the order of the shelf."""
    there = {*presented(log), *_shown(log)}
    return tuple(product.id for product in log.scenario.products if product.id in there)


def owed(log: SessionLog) -> tuple[str, ...]:
    """Products whose card the host owes viewers, in the order of the shelf; none where nothing was presented.

    Those presented, those whose card was put on screen, and those the run of show has before the stream's end: to
    leave a product out is not to have explained it (ours). A card that another put up and of which nothing
    was said is not the host's debt.
    """
    if not presented(log):
        return ()
    due: set[str | None] = {*presented(log), *_shown(log, own)}
    begins: Seconds = 0.0
    for segment in log.scenario.run_of_show:
        if begins < log.length:
            due.add(segment.product)
        begins += segment.length
    return tuple(product.id for product in log.scenario.products if product.id in due)


def _shown(log: SessionLog, by: Acts = team) -> set[str | None]:
    """Products whose card was put on screen, or whose segment was begun, before the end."""
    of_segment = {segment.id: segment.product for segment in log.scenario.run_of_show}
    shown: set[str | None] = {event.product for event in by(log.only(ProductPinned)) if event.at < log.length}
    return shown | {of_segment.get(event.segment) for event in by(log.only(SegmentStarted))}


def segments(log: SessionLog) -> tuple[Stretch, ...]:
    """Stretches of the run of show as the host moved through it, with the segment's id."""
    return _stretches(log, [(event.at, event.segment) for event in team(log.only(SegmentStarted))])


def pinned(log: SessionLog) -> tuple[Stretch, ...]:
    """While each product's card was on screen, as those who run the stream put it there; not what the shop mixed up."""
    changes: list[tuple[Seconds, str | None]] = [
        (event.at, event.product if isinstance(event, ProductPinned) else None)
        for event in team(log.only(ProductPinned, ProductUnpinned))
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


def spoken_of(log: SessionLog, product: str, during: Span) -> bool:
    """Whether anything of the product was said within the span."""
    return any(
        event.product == product and event.said.start <= during.end and event.said.end >= during.start
        for event in log.only(ProductMentioned, FactTold, FactContradicted, PriceTold)
    )


def demonstrations(log: SessionLog) -> tuple[Span, ...]:
    """What was marked as shown on camera, by the host or at the desk."""
    return joined(Span(event.since, event.at) for event in team(log.only(DemonstrationMarked)))


def marked(log: SessionLog) -> tuple[Span, ...]:
    """What the host himself marked as shown on camera."""
    return joined(Span(event.since, event.at) for event in own(log.only(DemonstrationMarked)))


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
