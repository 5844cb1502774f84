"""Single acts, scripts and a player for rooms stepped by hand; scenario and baseline hosts are the model's (15.1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Protocol

from simulator.audience.audience import Audience, Outputs
from simulator.audience.hosts import BASELINES
from simulator.audience.parameters import DEFAULT, Parameters
from simulator.audience.philox import Luck
from simulator.audience.reference import LENGTH, NO_TAXONOMY, UNLIMITED, reference_scenario
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
from simulator.domain.scenario import Crowd, Product, Scenario, Topic
from simulator.domain.units import Currency, Money, Span

Script = dict[int, list[Event]]
"""Events by tenth of a second."""
LENGTH_S = round(LENGTH)
BARE = NO_TAXONOMY
COUNTS_ONLY = Outputs(events=False, voices=False)


def money(amount: str) -> Money:
    return Money.of(Decimal(amount), Currency.CNY)


def product(id: str, price: str, stock: int = UNLIMITED) -> Product:
    first = reference_scenario(stock=stock).products[0]
    return replace(first, id=id, name=id, price=money(price))


def scenario(
    entries_per_min: float = 1500,
    stock: int = UNLIMITED,
    language: Language = Language.ZH,
    crowd: Crowd | None = None,
    **changes: object,
) -> Scenario:
    """The reference room, changed."""
    room = reference_scenario(entries_per_min, LENGTH, stock, language)
    return replace(room, crowd=crowd or room.crowd, **changes)  # type: ignore[arg-type]


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


def script(*events: Event) -> Script:
    by_tick: Script = {}
    for event in events:
        by_tick.setdefault(round(event.at * 10), []).append(event)
    return by_tick


def _baseline(name: str) -> Script:
    return script(*BASELINES[name](scenario(), LENGTH).events)


def novice() -> Script:
    return _baseline("novice")


def expert() -> Script:
    return _baseline("expert")


class Room(Protocol):
    """What a host sees of a room."""

    @property
    def waiting(self) -> dict[Topic, int]: ...


class Stepped(Protocol):
    """An audience, or the oracle of one."""

    @property
    def now(self) -> float: ...

    @property
    def room(self) -> Room: ...

    def step(self, heard: Sequence[Event]) -> tuple[Event, ...]: ...


class Answering:
    """Answers the topic most wait for, every ``interval`` seconds at best, with this probability and quality (15.1)."""

    def __init__(
        self, interval: float, probability: float, quality: float, luck: Callable[[int], float], tick_s: float = 0.1
    ) -> None:
        self._interval = round(interval / tick_s)
        self._probability = probability
        self._quality = quality
        self._luck = luck
        self._since = 0

    def __call__(self, tick: int, room: Callable[[], Room], speaking: bool) -> list[Event]:
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


def audience(
    rollout: int = 0, seed: int = 7, parameters: Parameters = DEFAULT, outputs: Outputs = COUNTS_ONLY, **room: object
) -> Audience:
    """The reference room under one luck."""
    return Audience(scenario(**room), BARE, seed, rollout, parameters=parameters, outputs=outputs)  # type: ignore[arg-type]


def play(
    audience: Stepped, script: Script, until: float, answering: Answering | None = None, tick_s: float = 0.1
) -> list[Event]:
    """Let a host play on to ``until``; returns what the room told. What is done between two ticks reaches the later."""
    told: list[Event] = []
    speaking = False
    tick, step = round(audience.now * 10), round(tick_s * 10)
    while tick < round(until * 10):
        heard: list[Event] = []
        for part in range(tick - step + 1, tick + 1):
            heard += script.get(part, ())
        for event in heard:
            if isinstance(event, VoiceStarted | VoiceStopped):
                speaking = isinstance(event, VoiceStarted)
        if answering is not None:
            heard += answering(tick, lambda: audience.room, speaking)
        told += audience.step(heard)
        tick += step
    return told


def answers(name: str, rollout: int, tick_s: float = 0.1) -> Answering | None:
    """The answering of a baseline host, its luck apart from the room's."""
    luck = Luck(99, rollout)
    how = BASELINES[name](scenario(), LENGTH).answering
    if how is None:
        return None
    return Answering(how.interval, how.probability, how.quality, lambda tick: luck.pair(tick, 0, 0)[0], tick_s)
