"""The host of a logged session as the room takes him: what the log tells, and a fair host for the rest.

A log says how often something was done within a minute, not when: acts are spread evenly over it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from simulator.audience.hosts import Acts, Answering, Host
from simulator.domain.desk import CouponSent, ProductUnpinned
from simulator.domain.events import Event, VoiceStarted, VoiceStopped
from simulator.domain.room_log import Act, RoomLog
from simulator.domain.scenario import Product, Scenario
from simulator.domain.units import Money, Seconds

FAIR: Mapping[Act, float] = {
    Act.SPEAKING_S: 50.0,
    Act.GREETINGS: 1.0,
    Act.MENTIONS: 2.0,
    Act.POINTS: 3.0,
    Act.PRICE_SAID: 0.5,
    Act.DEMONSTRATIONS: 0.25,
    Act.CALLS: 1.0,
    Act.ANSWERS: 2.0,
    Act.FILLERS: 2.0,
    Act.CLAIMS: 0.0,
    Act.COUPON: 0.0,
    Act.COUNTDOWN: 0.0,
    Act.LOTTERY: 0.0,
}
"""A minute of a fair host, between novice and expert: judgement, and told as an assumption wherever it is used."""
QUALITY = 0.7
"""How well a fair host explains and answers, 0..1: no log tells."""
PAUSE: Seconds = 8.0
"""The silence of a minute comes in pauses of at most this length."""
SPREAD = (
    Act.GREETINGS,
    Act.MENTIONS,
    Act.POINTS,
    Act.DEMONSTRATIONS,
    Act.FILLERS,
    Act.PRICE_SAID,
    Act.CLAIMS,
    Act.CALLS,
)
"""Single acts, in the order in which they come within their part of a minute."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """A host made of a log, and which columns had to be assumed."""

    host: Host
    assumed: tuple[Act, ...]
    products: Mapping[str, str]
    """Which product of the scenario stands for what the log calls it."""


def timeline(log: RoomLog, scenario: Scenario, lead: Seconds = 0.0) -> Timeline:
    """The host of ``log``, who sells the products of ``scenario``; the log begins ``lead`` seconds after going live.

    Before it, the host does what he does in the first steps of the log.
    """
    before = round(lead / log.step)
    assumed = tuple(act for act in Act if act not in log.acts)
    steps = {act: _steps(log, act, before) for act in Act}
    products, cards = _cards(log, scenario, before)
    events: list[Event] = []
    events += _voice(steps[Act.SPEAKING_S], log.step)
    events += _pins(cards, log.step, scenario)
    for place, act in enumerate(SPREAD):
        events += _spread(act, (place + 0.5) / len(SPREAD), steps[act], _talked_of(cards, scenario), log.step)
    for act in (Act.COUPON, Act.COUNTDOWN, Act.LOTTERY):
        events += _open(act, steps[act], cards, log.step)
    ordered = tuple(sorted(events, key=lambda event: event.at))
    host = Host("logged", ordered, _answering(steps[Act.ANSWERS], steps[Act.SPEAKING_S]))
    return Timeline(host, assumed, {name: product.id for name, product in products.items()})


def _steps(log: RoomLog, act: Act, before: int) -> list[float]:
    """A number each step; blanks and what is not in the log are the fair host's."""
    own = log.acts.get(act, ())
    flags = (Act.COUPON, Act.COUNTDOWN, Act.LOTTERY)
    fair = FAIR[act] if act in flags else FAIR[act] * log.step / 60
    known = [
        fair if number >= len(own) or own[number] is None else float(own[number] or 0) for number in range(log.steps)
    ]
    return [known[number % len(known)] for number in range(before)] + known


def _cards(log: RoomLog, scenario: Scenario, before: int) -> tuple[dict[str, Product], list[Product | None]]:
    """Which product is on the card in each step; names the scenario does not know stand for its products in turn."""
    planned = [segment.product for segment in scenario.run_of_show if segment.product is not None]
    first = scenario.product(planned[0]) if planned else scenario.products[0]
    if log.pinned is None:
        return {}, [first] * (log.steps + before)
    named: dict[str, Product] = {}
    shown: Product | None = None
    cards: list[Product | None] = []
    for word in log.pinned:
        if word is not None:
            if word and word not in named:
                named[word] = _known(word, scenario) or scenario.products[len(named) % len(scenario.products)]
            shown = named[word] if word else None
        cards.append(shown)
    return named, [cards[0] if cards else first] * before + cards


def _talked_of(cards: Sequence[Product | None], scenario: Scenario) -> list[Product]:
    """The product of each step: with no card on screen, the last one that was."""
    shown = next((product for product in cards if product is not None), scenario.products[0])
    talked = []
    for product in cards:
        shown = product or shown
        talked.append(shown)
    return talked


def _known(word: str, scenario: Scenario) -> Product | None:
    for product in scenario.products:
        if word.casefold() in {name.casefold() for name in (product.id, product.name, *product.aliases)}:
            return product
    return next((product for product in scenario.products if word == str(product.link_no)), None)


def _voice(speaking: Sequence[float], step: Seconds) -> Iterator[Event]:
    for number, spoken in enumerate(speaking):
        start = number * step
        silent = max(0.0, step - spoken)
        if spoken <= 0:
            yield VoiceStopped(at=start)
            continue
        pauses = ceil(silent / PAUSE) if silent >= 1 else 0
        yield VoiceStarted(at=start)
        for turn in range(pauses):
            end = start + (turn + 1) * step / pauses
            yield VoiceStopped(at=end - silent / pauses)
            yield VoiceStarted(at=end)


def _pins(cards: Sequence[Product | None], step: Seconds, scenario: Scenario) -> Iterator[Event]:
    acts = {product.id: Acts(product) for product in scenario.products}
    last: Product | None = None
    for number, product in enumerate(cards):
        if product is not last:
            yield from [ProductUnpinned(at=number * step)] if product is None else acts[product.id].pin(number * step)
        last = product


def _spread(
    act: Act, place: float, many: Sequence[float], products: Sequence[Product], step: Seconds
) -> Iterator[Event]:
    """Acts at even distances within each step; fractions add up over the steps."""
    owed, told = 0.0, 0
    for number, product in enumerate(products):
        owed += many[number]
        whole = int(owed + 1e-9)
        owed -= whole
        do = _doing(act, Acts(product))
        for turn in range(whole):
            yield from do(number * step + (turn + place) * step / whole, told)
            told += 1


def _doing(act: Act, acts: Acts) -> Callable[[Seconds, int], Sequence[Event]]:
    simple = {
        Act.GREETINGS: acts.greeting,
        Act.MENTIONS: acts.mention,
        Act.DEMONSTRATIONS: acts.demonstration,
        Act.FILLERS: acts.filler,
        Act.PRICE_SAID: acts.price,
        Act.CLAIMS: acts.claim,
        Act.CALLS: acts.call,
    }
    if act is Act.POINTS:
        return lambda at, number: (
            acts.service(at, number // 5, QUALITY) if number % 5 == 4 else acts.point(at, number, QUALITY)
        )
    return lambda at, _number: simple[act](at)


def _open(act: Act, open_: Sequence[float], cards: Sequence[Product | None], step: Seconds) -> Iterator[Event]:
    """Coupons, countdowns and lucky bags: neighbouring steps are one."""
    number = 0
    while number < len(open_):
        last = number
        while last + 1 < len(open_) and open_[last + 1] == open_[number]:
            last += 1
        product = cards[number]
        if open_[number] > 0 and product is not None:
            start, length = number * step, (last + 1 - number) * step
            if act is Act.COUNTDOWN:
                yield from Acts(product).countdown(start, length)
            elif act is Act.LOTTERY:
                yield from Acts(product).lottery(start, length)
            else:
                off = Money(round(product.price.hundredths * min(open_[number], 95.0) / 100), product.price.currency)
                yield CouponSent(at=start, product=product.id, off=off, closes_at=start + length)
        number = last + 1


def _answering(answers: Sequence[float], speaking: Sequence[float]) -> Answering | None:
    """As many answers as were given, evenly over the time spoken: to what the simulated viewers ask."""
    many = sum(answers)
    if many <= 0 or sum(speaking) <= 0:
        return None
    return Answering(max(1.0, sum(speaking) / many), 1.0, QUALITY)
