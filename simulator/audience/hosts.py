"""Hosts to compare with: a script of what they do, and how they answer; the baselines: the
three of the model (15.1), and a fair host between its novice and its expert."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

from simulator.audience.room import SERVICE_FACTS
from simulator.domain.compliance import Severity
from simulator.domain.desk import CountdownStarted, CouponSent, DemonstrationMarked, LuckyBagOpened, ProductPinned
from simulator.domain.events import Event, VoiceStarted, VoiceStopped
from simulator.domain.findings import (
    CallToActionMade,
    FactTold,
    FillerSaid,
    PriceTold,
    PriceVerdict,
    ProductMentioned,
    RuleBroken,
    Support,
    ViewersGreeted,
)
from simulator.domain.scenario import Product, Scenario, Topic
from simulator.domain.units import Seconds, Span


@dataclass(frozen=True, slots=True)
class Answering:
    """Answers the topic most wait for, ``interval`` seconds after the last try at best, while the host speaks."""

    interval: Seconds
    probability: float
    quality: float
    by_topic: tuple[float, ...] = ()
    """The probability of each topic, where they differ; one without any is passed over."""

    def heeds(self, topic: Topic) -> float:
        """The probability that a try at this topic becomes an answer."""
        return self.by_topic[topic] if self.by_topic else self.probability


@dataclass(frozen=True, slots=True)
class Host:
    """What a host does whatever happens, and how he answers whom he has."""

    name: str
    events: tuple[Event, ...]
    """Ordered by ``at``."""
    answering: Answering | None = None


class Acts:
    """Single acts of a host on one product, as perception would find them."""

    def __init__(self, product: Product) -> None:
        self._product = product
        self._service = [fact.id for fact in product.facts if fact.kind in SERVICE_FACTS]
        self._points = [fact.id for fact in product.facts if fact.kind not in SERVICE_FACTS]

    def pin(self, at: Seconds) -> Sequence[Event]:
        return [ProductPinned(at=at, product=self._product.id)]

    def mention(self, at: Seconds) -> Sequence[Event]:
        return [ProductMentioned(at=at, said=Span(at, at), product=self._product.id, quote="")]

    def point(self, at: Seconds, number: int, quality: float) -> Sequence[Event]:
        """Selling point ``number`` of those that do not tell of service, counted round."""
        return self._told(at, self._points, number, quality)

    def service(self, at: Seconds, number: int, quality: float) -> Sequence[Event]:
        return self._told(at, self._service, number, quality)

    def price(self, at: Seconds) -> Sequence[Event]:
        product, verdict = self._product, PriceVerdict.RIGHT
        return [PriceTold(at=at, said=Span(at, at), product=product.id, price=product.price, verdict=verdict, quote="")]

    def call(self, at: Seconds) -> Sequence[Event]:
        return [CallToActionMade(at=at, said=Span(at, at), kind="order", names_the_way=True, quote="")]

    def greeting(self, at: Seconds) -> Sequence[Event]:
        return [ViewersGreeted(at=at, said=Span(at, at), names=(), quote="")]

    def filler(self, at: Seconds) -> Sequence[Event]:
        return [FillerSaid(at=at, said=Span(at, at), weight=1.0, quote="")]

    def claim(self, at: Seconds) -> Sequence[Event]:
        return [
            RuleBroken(
                at=at, said=Span(at, at), id="r1", category="absolute_terms", pattern="", severity=Severity.S3,
                support=Support.NOT_CHECKED, quote="",
            )
        ]  # fmt: skip

    def demonstration(self, at: Seconds) -> Sequence[Event]:
        return [DemonstrationMarked(at=at, since=at)]

    def coupon(self, at: Seconds, length: Seconds) -> Sequence[Event]:
        """The coupon the scenario gives the host; nothing where it gives none."""
        offer = self._product.coupon
        if offer is None:
            return []
        return [CouponSent(at=at, product=self._product.id, off=offer.off, closes_at=at + length)]

    def countdown(self, at: Seconds, length: Seconds) -> Sequence[Event]:
        return [CountdownStarted(at=at, closes_at=at + length)]

    def lottery(self, at: Seconds, length: Seconds) -> Sequence[Event]:
        return [LuckyBagOpened(at=at, closes_at=at + length)]

    def _told(self, at: Seconds, facts: Sequence[str], number: int, quality: float) -> Sequence[Event]:
        if not facts:
            return []
        fact = facts[number % len(facts)]
        return [FactTold(at=at, said=Span(at, at), product=self._product.id, fact=fact, quality=quality, quote="")]


def silent(scenario: Scenario, length: Seconds) -> Host:
    """A host who puts the card on screen and says nothing."""
    return _host("silent", _of(scenario).pin(1.0), length)


def novice(scenario: Scenario, length: Seconds) -> Host:
    """A host who speaks in spells of 28 s with 7 s of silence between them, says "uh", claims too much once."""
    acts = _of(scenario)
    events: list[Event] = [VoiceStarted(at=0.0), *acts.greeting(5.0), *acts.pin(15.0), *acts.claim(250.0)]

    def point(number: int) -> Callable[[Seconds], Sequence[Event]]:
        return lambda at: acts.point(at, number, 0.5)

    filler, mention = acts.filler, acts.mention
    cycle = [
        filler, mention, point(0), filler, mention, point(1), filler, point(2), mention, filler, point(3), mention,
        filler, point(0), acts.greeting, mention, filler, point(4), acts.price, acts.call,
    ]  # fmt: skip
    turn = 0
    spell = 8.0
    while spell < length:
        events.append(VoiceStarted(at=spell))
        for place in range(6):
            events += cycle[turn % len(cycle)](spell + 5 * place)
            turn += 1
        events.append(VoiceStopped(at=spell + 28))
        spell += 35
    return _host("novice", events, length, Answering(15.0, 0.30, 0.5))


def fair(scenario: Scenario, length: Seconds) -> Host:
    """A host who has learnt the trade but not its pace: what a trainee should reach by the end of a course (ours).

    Every figure lies between the novice's and the expert's: loops of three minutes, half as long again as the
    expert's; pauses of 5 s in every minute (the novice falls silent for 7 s after 28); seven points in a loop at
    quality .7; one demonstration, one correct price, two calls; one filler a minute, nothing forbidden; a coupon in
    every other loop, no lottery and no countdown. Tries to answer every 10 s, with chance .6 and quality .7.
    """
    acts = _of(scenario)
    events: list[Event] = [*acts.pin(8.0)]
    loop, start = 0, 6.0
    for minute in range(int(length // 60) + 1):
        events += [VoiceStarted(at=60.0 * minute), VoiceStopped(at=60.0 * minute + 55)]
    while start < length:
        events += [*acts.greeting(start), *acts.mention(start + 6), *acts.mention(start + 94)]
        for number in range(5):
            events += acts.point(start + 12 + 9 * number, number, 0.7)
        for at in (20, 80, 140):
            events += acts.filler(start + at)
        events += acts.demonstration(start + 66)
        events += [*acts.service(start + 76, 0, 0.7), *acts.service(start + 100, 1, 0.7), *acts.price(start + 84)]
        for at in (90, 160):
            events += acts.call(start + at)
        if loop % 2:
            events += acts.coupon(start + 124, 60.0)
        loop, start = loop + 1, start + 180
    return _host("fair", events, length, Answering(10.0, 0.6, 0.7))


def expert(scenario: Scenario, length: Seconds) -> Host:
    """A host who never falls silent and goes through the offer in loops of two minutes."""
    acts = _of(scenario)
    events: list[Event] = [VoiceStarted(at=0.0), *acts.pin(4.0)]
    loop, start = 0, 6.0
    while start < length:
        events += [*acts.greeting(start), *acts.mention(start + 6)]
        for number in range(6):
            events += acts.point(start + 10 + 7 * number, number, 0.9)
        for at in (40, 70):
            events += acts.demonstration(start + at)
        events += [*acts.service(start + 56, 0, 0.9), *acts.service(start + 64, 1, 0.9), *acts.price(start + 62)]
        for at in (76, 88, 100):
            events += acts.call(start + at)
        events += acts.greeting(start + 110)
        if loop % 2:
            events += [*acts.coupon(start + 66, 60.0), *acts.countdown(start + 90, 30.0)]
        if loop == 2:
            events += acts.lottery(start + 100, 30.0)
        loop, start = loop + 1, start + 120
    return _host("expert", events, length, Answering(6.0, 0.85, 0.9))


BASELINES: dict[str, Callable[[Scenario, Seconds], Host]] = {
    "silent": silent,
    "novice": novice,
    "fair": fair,
    "expert": expert,
}
"""From the least to the best."""


def _of(scenario: Scenario) -> Acts:
    """Acts on the product that the run of show explains first."""
    planned = [segment.product for segment in scenario.run_of_show if segment.product is not None]
    return Acts(scenario.product(planned[0]) if planned else scenario.products[0])


def _host(name: str, events: Sequence[Event], length: Seconds, answering: Answering | None = None) -> Host:
    kept = [event for event in events if event.at < length]
    return Host(name, tuple(sorted(kept, key=lambda event: event.at)), answering)


def tick_of(at: Seconds, tick_s: Seconds) -> int:
    """The tick in which what a host does at ``at`` reaches the room: the first that does not come before it."""
    return max(ceil(at / tick_s - 1e-8), 0)
