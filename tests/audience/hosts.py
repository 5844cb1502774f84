"""The baseline hosts of the audience model (15.1), and a room for them: scripted, closed-loop in their answers only."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from simulator.audience.audience import Audience, Outputs
from simulator.audience.parameters import DEFAULT, Parameters
from simulator.audience.philox import Luck
from simulator.audience.reference import FLAT
from simulator.audience.view import RoomView
from simulator.domain.compliance import Severity
from simulator.domain.desk import CountdownStarted, CouponSent, DemonstrationMarked, LuckyBagOpened, ProductPinned
from simulator.domain.events import Event, VoiceStarted, VoiceStopped
from simulator.domain.findings import (
    CallToActionMade,
    ClaimChecked,
    FactTold,
    FillerSaid,
    PriceTold,
    PriceVerdict,
    ProductMentioned,
    QuestionAnswered,
    RuleBroken,
    Support,
    ViewersGreeted,
)
from simulator.domain.language import Language
from simulator.domain.scenario import Crowd, Fact, FactKind, Product, Scenario, Seller, Topic
from simulator.domain.taxonomy import Taxonomy
from simulator.domain.units import Currency, Money, Span, Text

Script = dict[int, list[Event]]
"""Events by tick."""
LENGTH_S = 600


def money(amount: str) -> Money:
    return Money.of(Decimal(amount), Currency.CNY)


def product(id: str, price: str, stock: int = 10**9) -> Product:
    kinds = [FactKind.OTHER] * 12 + [FactKind.SHIPPING, FactKind.AFTER_SALES]
    return Product(
        id=id,
        link_no=1,
        name=id,
        category="goods",
        price=money(price),
        unit="box",
        shipping=money("0"),
        stock=stock,
        counter_stock=stock,
        facts=tuple(
            Fact(id=f"f{number}", kind=kind, cue="", heard_as=((f"f{number}",),)) for number, kind in enumerate(kinds)
        ),
    )


def scenario(
    entries_per_min: float = 1500,
    stock: int = 10**9,
    language: Language = Language.ZH,
    crowd: Crowd | None = None,
    **changes: object,
) -> Scenario:
    """The reference room: 25 arrivals a second, three products, only the first is ever shown."""
    fields: dict[str, object] = {
        "id": "reference",
        "version": "1",
        "title": Text("参考", "Reference"),
        "brief": Text("", ""),
        "debrief": Text("", ""),
        "tier": 1,
        "group": "NF",
        "market": "cn",
        "language": language,
        "currency": Currency.CNY,
        "length": LENGTH_S,
        "seller": Seller(name="", heard_as=(), story="", connection=""),
        "products": (product("p0", "99", stock), product("p1", "149"), product("p2", "59")),
        "run_of_show": (),
        "crowd": crowd
        or Crowd(preset=FLAT, entries_per_min=entries_per_min, follower_share=0.08, comment_multiplier=1.0),
        "rubric": "default",
    }
    return Scenario(**{**fields, **changes})  # type: ignore[arg-type]


# ------------------------------------------------------------------------------------ single acts


def _said(at: float) -> Span:
    return Span(at, at)


def mention(at: float) -> Event:
    return ProductMentioned(at=at, said=_said(at), product="p0", quote="")


def point(at: float, number: int, quality: float) -> Event:
    return FactTold(at=at, said=_said(at), product="p0", fact=f"f{number}", quality=quality, quote="")


def price(at: float, verdict: PriceVerdict = PriceVerdict.RIGHT) -> Event:
    return PriceTold(at=at, said=_said(at), product="p0", price=money("99"), verdict=verdict, quote="")


def call(at: float) -> Event:
    return CallToActionMade(at=at, said=_said(at), kind="order", names_the_way=True, quote="")


def greeting(at: float) -> Event:
    return ViewersGreeted(at=at, said=_said(at), names=(), quote="")


def filler(at: float) -> Event:
    return FillerSaid(at=at, said=_said(at), weight=1.0, quote="")


def demonstration(at: float) -> Event:
    return DemonstrationMarked(at=at, since=at)


def claim(at: float, severity: Severity = Severity.S3) -> Event:
    return RuleBroken(
        at=at, said=_said(at), id="r1", category="absolute", pattern="x", severity=severity,
        support=Support.NOT_CHECKED, quote="",
    )  # fmt: skip


def fake_urgency(at: float) -> Event:
    return ClaimChecked(at=at, said=_said(at), category="scarcity", support=Support.CONTRADICTED, truth="", quote="")


def answer(at: float, topic: Topic, quality: float) -> Event:
    return QuestionAnswered(
        at=at, said=_said(at), topic=topic, category="price", comments=(), quality=quality, quote=""
    )


def coupon(at: float, share: float = 0.15, length: float = 60) -> Event:
    return CouponSent(at=at, product="p0", off=Money(round(9900 * share), Currency.CNY), closes_at=at + length)


def countdown(at: float, length: float = 30) -> Event:
    return CountdownStarted(at=at, closes_at=at + length)


def lottery(at: float, length: float = 30) -> Event:
    return LuckyBagOpened(at=at, closes_at=at + length)


def pin(at: float) -> Event:
    return ProductPinned(at=at, product="p0")


# ------------------------------------------------------------------------------------ whole hosts


def script(*events: Event) -> Script:
    by_tick: Script = {}
    for event in events:
        by_tick.setdefault(round(event.at * 10), []).append(event)
    return by_tick


def silent() -> Script:
    return script(pin(1))


def novice() -> Script:
    events: list[Event] = [VoiceStarted(at=0), greeting(5), claim(250), pin(15)]
    cycle: list[Callable[[float], Event]] = [
        filler, mention, lambda at: point(at, 0, 0.5), filler, mention, lambda at: point(at, 1, 0.5), filler,
        lambda at: point(at, 2, 0.5), mention, filler, lambda at: point(at, 3, 0.5), mention, filler,
        lambda at: point(at, 0, 0.5), greeting, mention, filler, lambda at: point(at, 4, 0.5), price, call,
    ]  # fmt: skip
    turn = 0
    spell = 8
    while spell < LENGTH_S:
        events.append(VoiceStarted(at=spell))
        for act in range(6):
            at = spell + 5 * act
            if at < LENGTH_S:
                events.append(cycle[turn % len(cycle)](at))
                turn += 1
        events.append(VoiceStopped(at=spell + 28))
        spell += 35
    return script(*sorted(events, key=lambda event: event.at))


def expert() -> Script:
    events: list[Event] = [VoiceStarted(at=0), pin(4)]
    for loop, start in enumerate(range(6, LENGTH_S, 120)):
        events += [greeting(start), mention(start + 6)]
        events += [point(start + 10 + 7 * number, number, 0.9) for number in range(6)]
        events += [demonstration(start + 40), demonstration(start + 70)]
        events += [point(start + 56, 12, 0.9), point(start + 64, 13, 0.9), price(start + 62)]
        events += [call(start + at) for at in (76, 88, 100)]
        events.append(greeting(start + 110))
        if loop % 2:
            events += [coupon(start + 66), countdown(start + 90)]
        if loop == 2:
            events.append(lottery(start + 100))
    return script(*sorted((event for event in events if event.at < LENGTH_S), key=lambda event: event.at))


class Answering:
    """Answers the topic most wait for, every ``interval`` seconds at best, with this probability and quality."""

    def __init__(self, interval: float, probability: float, quality: float, luck: Callable[[int], float]) -> None:
        self._interval = round(interval * 10)
        self._probability = probability
        self._quality = quality
        self._luck = luck
        self._since = 0

    def __call__(self, tick: int, room: Callable[[], RoomView], speaking: bool) -> list[Event]:
        self._since += 1
        if self._since < self._interval or not speaking:
            return []
        waiting = room().waiting
        if not any(waiting.values()):
            return []
        self._since = 0
        if self._luck(tick) >= self._probability:
            return []
        topic = max(Topic, key=lambda topic: (waiting[topic], -topic))
        return [answer(round(tick / 10, 6), topic, self._quality)]


BARE = Taxonomy(version="0", categories={}, incidents={})
COUNTS_ONLY = Outputs(events=False, voices=False)


def audience(
    rollout: int = 0, seed: int = 7, parameters: Parameters = DEFAULT, outputs: Outputs = COUNTS_ONLY, **room: object
) -> Audience:
    """The reference room under one luck."""
    return Audience(scenario(**room), BARE, seed, rollout, parameters=parameters, outputs=outputs)  # type: ignore[arg-type]


def play(
    audience: Audience, script: Script, until: float, answering: Answering | None = None, tick_s: float = 0.1
) -> list[Event]:
    """Let a host play on to ``until``; returns what the room told."""
    told: list[Event] = []
    speaking = False
    tick = round(audience.now * 10)
    while tick < round(until * 10):
        heard: list[Event] = []
        for part in range(tick, tick + round(tick_s * 10)):
            heard += script.get(part, ())
        for event in heard:
            if isinstance(event, VoiceStarted | VoiceStopped):
                speaking = isinstance(event, VoiceStarted)
        if answering is not None:
            heard += answering(tick, lambda: audience.room, speaking)
        told += audience.step(heard)
        tick += round(tick_s * 10)
    return told


def answers(name: str, rollout: int) -> Answering | None:
    """The answering of a baseline host, its luck apart from the room's."""
    luck = Luck(99, rollout)
    chosen = {"novice": (15, 0.30, 0.5), "expert": (6, 0.85, 0.9)}.get(name)
    return None if chosen is None else Answering(*chosen, lambda tick: luck.pair(tick, 0, 0)[0])


SCRIPTS = {"silent": silent, "novice": novice, "expert": expert}
