"""Acts written as words, as on the command line: ``answer:shipping``, ``coupon:5``, ``silence:20``."""

from __future__ import annotations

from math import isfinite

from simulator.audience.act_names import ActKind, kind_of
from simulator.audience.hosts import Acts, Host
from simulator.audience.replay import Playback
from simulator.audience.whatif import Change
from simulator.domain.desk import CouponSent, ProductPinned, ProductUnpinned
from simulator.domain.events import Event, VoiceStarted, VoiceStopped
from simulator.domain.findings import ClaimChecked, FactTold, PriceTold, PriceVerdict, QuestionAnswered, Support
from simulator.domain.scenario import Product, Scenario, Topic
from simulator.domain.units import Money, Seconds, Span

WORDS = (
    "point[:FACT]", "mention", "price", "wrong_price", "answer:TOPIC", "call", "demonstration", "greeting", "claim",
    "false_urgency", "filler", "silence:SECONDS", "pin[:PRODUCT]", "unpin", "coupon[:PERCENT]", "countdown[:SECONDS]",
    "lottery[:SECONDS]",
)  # fmt: skip
"""What may be written; FACT is the id of a fact or its kind, and points not told yet come first without it."""
TOPICS = tuple(topic.name.lower() for topic in Topic)
QUALITY = 0.9
"""Of a point or an answer put in: the expert's."""
COUPON_LASTS: Seconds = 60.0
OPEN_FOR: Seconds = 30.0
"""A countdown or a lottery, where its length is not said."""
LONGEST: Seconds = 3600.0
SPOKEN = (
    ActKind.POINT, ActKind.MENTION, ActKind.PRICE, ActKind.WRONG_PRICE, ActKind.ANSWER, ActKind.CALL, ActKind.GREETING,
    ActKind.CLAIM, ActKind.FALSE_URGENCY, ActKind.FILLER, ActKind.SPEECH, ActKind.SILENCE,
)  # fmt: skip
"""What a host who says nothing does not do."""


class UnknownAct(ValueError):
    """Words that are no act in this session."""


def on_screen(host: Host, scenario: Scenario, moment: Seconds) -> Product:
    """The product whose card is on screen; where none is, the one planned first."""
    for event in reversed(host.events):
        if event.at <= moment and isinstance(event, ProductUnpinned):
            break
        if event.at <= moment and isinstance(event, ProductPinned):
            return scenario.product(event.product)
    planned = [segment.product for segment in scenario.run_of_show if segment.product is not None]
    return scenario.product(planned[0]) if planned else scenario.products[0]


def change_of(words: str, playback: Playback, at: Seconds) -> Change:
    """What doing so at that moment changes. Raise UnknownAct."""
    kind, _, rest = words.partition(":")
    if kind == ActKind.SILENCE:
        return silence(playback, at, _seconds(rest, words))
    scenario = playback.log.scenario
    product = on_screen(playback.host, scenario, at)
    found = _act(kind, rest, words, playback, product, at)
    if not found:
        raise UnknownAct(words)
    return Change(add=found)


def silence(playback: Playback, at: Seconds, length: Seconds) -> Change:
    """Nothing is said for a while; what the desk does goes on."""
    end = at + length
    drop = tuple(event for event in playback.host.events if at <= event.at < end and kind_of(event) in SPOKEN)
    stops = (VoiceStopped(at=at),) if playback.speaking(at) else ()
    starts = (VoiceStarted(at=end),) if playback.speaking(end) and end < playback.length else ()
    return Change(drop=drop, add=(*stops, *starts))


def _act(kind: str, rest: str, words: str, playback: Playback, product: Product, at: Seconds) -> tuple[Event, ...]:
    acts, said = Acts(product), Span(at, at)
    match kind:
        case ActKind.POINT:
            fact = _fact(rest, playback, product, at)
            return (FactTold(at=at, said=said, product=product.id, fact=fact, quality=QUALITY, quote=""),)
        case ActKind.ANSWER if rest in TOPICS:
            topic = Topic(TOPICS.index(rest))
            return (
                QuestionAnswered(at=at, said=said, topic=topic, category="", comments=(), quality=QUALITY, quote=""),
            )
        case ActKind.PIN:
            if rest and rest not in [each.id for each in playback.log.scenario.products]:
                raise UnknownAct(words)
            return (ProductPinned(at=at, product=rest or product.id),)
        case ActKind.COUPON:
            if not rest:
                return tuple(acts.coupon(at, COUPON_LASTS))
            off = Money(round(product.price.hundredths * _number(rest, words, 100) / 100), product.price.currency)
            return (CouponSent(at=at, product=product.id, off=off, closes_at=at + COUPON_LASTS),)
        case ActKind.COUNTDOWN:
            return tuple(acts.countdown(at, _seconds(rest, words) if rest else OPEN_FOR))
        case ActKind.LOTTERY:
            return tuple(acts.lottery(at, _seconds(rest, words) if rest else OPEN_FOR))
        case _ if rest:
            raise UnknownAct(words)
    return _plain(kind, acts, product, at)


def _plain(kind: str, acts: Acts, product: Product, at: Seconds) -> tuple[Event, ...]:
    """Acts that need no more words."""
    said = Span(at, at)
    match kind:
        case ActKind.MENTION:
            return tuple(acts.mention(at))
        case ActKind.PRICE:
            return tuple(acts.price(at))
        case ActKind.WRONG_PRICE:
            price, wrong = product.price, PriceVerdict.WRONG
            return (PriceTold(at=at, said=said, product=product.id, price=price, verdict=wrong, quote=""),)
        case ActKind.CALL:
            return tuple(acts.call(at))
        case ActKind.DEMONSTRATION:
            return tuple(acts.demonstration(at))
        case ActKind.GREETING:
            return tuple(acts.greeting(at))
        case ActKind.CLAIM:
            return tuple(acts.claim(at))
        case ActKind.FALSE_URGENCY:
            lie = Support.CONTRADICTED
            return (ClaimChecked(at=at, said=said, category="scarcity", support=lie, truth="", quote=""),)
        case ActKind.FILLER:
            return tuple(acts.filler(at))
        case ActKind.UNPIN:
            return (ProductUnpinned(at=at),)
        case _:
            return ()


def _fact(name: str, playback: Playback, product: Product, at: Seconds) -> str:
    """The fact that is meant: by its id, by its kind, or the first not told yet."""
    named = [fact.id for fact in product.facts if fact.id == name] or [
        fact.id for fact in product.facts if fact.kind.value == name
    ]
    if name:
        if not named:
            raise UnknownAct(f"point:{name}")
        return named[0]
    told = {
        event.fact
        for event in playback.host.events
        if isinstance(event, FactTold) and event.product == product.id and event.at <= at
    }
    facts = [fact.id for fact in product.facts]
    if not facts:
        raise UnknownAct("point")
    return next((fact for fact in facts if fact not in told), facts[0])


def _seconds(text: str, words: str) -> Seconds:
    return _number(text, words, LONGEST)


def _number(text: str, words: str, most: float) -> float:
    """A number above 0 and below ``most``."""
    try:
        number = float(text)
    except ValueError:
        raise UnknownAct(words) from None
    if not (isfinite(number) and 0 < number < most):
        raise UnknownAct(words)
    return number
