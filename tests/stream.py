"""A stream written down by hand: what a host did and what the room did, as the log would hold it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from simulator.domain.compliance import Severity
from simulator.domain.crowd import Cause, CommentPosted, OrderPaid, OrderPlaced, Reason, RoomCounted, Viewer
from simulator.domain.desk import ProductPinned, SegmentStarted
from simulator.domain.events import Event, HostSpoke, VoiceStarted, VoiceStopped, WentLive, WentOffAir, Word
from simulator.domain.findings import (
    CallToActionMade,
    ClaimChecked,
    ElementHeard,
    FactContradicted,
    FactTold,
    FillerSaid,
    PriceTold,
    PriceVerdict,
    ProductMentioned,
    QuestionAnswered,
    RuleBroken,
    StatementMade,
    Support,
)
from simulator.domain.language import Language
from simulator.domain.machine import Device, DeviceFailed, DeviceReturned, Fault
from simulator.domain.rubric import Rubric
from simulator.domain.scenario import (
    CouponOffer,
    Crowd,
    Fact,
    FactKind,
    Incident,
    Product,
    RequiredOperation,
    Scenario,
    Segment,
    Seller,
)
from simulator.domain.session import SessionHeader, SessionLog
from simulator.domain.units import Currency, Money, Span, Text
from simulator.storage.content import FolderLibrary

ASSETS = Path(__file__).resolve().parents[1] / "assets"
KINDS = ("origin", "size", "price", "keeping", "shipping", "after_sales", "use")
CHANCE = Cause(Reason.CHANCE)


def default_rubric() -> Rubric:
    return FolderLibrary(ASSETS).default_rubric()


def yuan(amount: str, currency: Currency = Currency.CNY) -> Money:
    return Money.of(amount, currency)


def product(id: str, price: str = "39.9", **more: object) -> Product:
    """A product with the seven mandatory facts, each named as its kind."""
    facts = tuple(Fact(id=kind, kind=FactKind(kind), cue=f"{id} {kind}", heard_as=((kind,),)) for kind in KINDS)
    whole = Product(
        id=id,
        link_no=1,
        name=id,
        category="goods",
        price=yuan(price),
        unit="一箱",
        shipping=yuan("0"),
        stock=100,
        counter_stock=100,
        facts=facts,
    )
    return replace(whole, **more)  # type: ignore[arg-type]


ORANGE = product("orange", category="agri_product")
RICE = product("rice", "45", coupon=CouponOffer(off=yuan("3"), pieces=100))


def scenario(*products: Product, **more: object) -> Scenario:
    """A Chinese scenario of ten minutes with a segment for each product."""
    goods = products or (ORANGE,)
    whole = Scenario(
        id="T1",
        version="1.0.0",
        title=Text("山上的橙子", "Oranges from the hill"),
        brief=Text("", ""),
        debrief=Text("", ""),
        tier=1,
        group="NF",
        market="cn",
        language=Language.ZH,
        currency=Currency.CNY,
        length=600,
        seller=Seller(name="青石岭合作社", heard_as=("青石岭",), story="", connection=""),
        products=goods,
        run_of_show=(
            Segment(id="open", name="开场", length=60),
            *(Segment(id=f"sell_{each.id}", name=f"讲{each.name}", length=240, product=each.id) for each in goods),
            Segment(id="close", name="收尾", length=60),
        ),
        crowd=Crowd(preset="lab_default", entries_per_min=20, follower_share=0.1, comment_multiplier=1),
        rubric="live-sales-default",
    )
    return replace(whole, **more)  # type: ignore[arg-type]


def operation(id: str, kind: str, start: float, end: float, product: str | None = "orange") -> RequiredOperation:
    return RequiredOperation(id=id, kind=kind, product=product, window=Span(start, end))


def surprise(id: str = "i1", at: float = 100) -> Incident:
    return Incident(id=id, kind="health_trap", at=at)


class Stream:
    """Events put down in any order; ``log`` sorts them."""

    def __init__(self, plan: Scenario | None = None, length: float = 600, engine: str = "vosk") -> None:
        self.plan = plan or scenario()
        self.length = length
        self.engine = engine
        self.events: list[Event] = []

    def log(self) -> SessionLog:
        header = SessionHeader(
            id="20261123-090000-ab12",
            scenario=self.plan.id,
            scenario_version=self.plan.version,
            language=self.plan.language,
            seed=7,
            trainee="t1",
            take=1,
            began_utc="2026-11-23T09:00:00Z",
            app_version="0",
            audience_model="1",
        )
        events = [WentLive(at=0.0), *self.events, WentOffAir(at=self.length)]
        # The room settles refunds when the stream has ended, at the same moment.
        events.sort(key=lambda event: event.at)
        return SessionLog(header=header, scenario=self.plan, events=tuple(events))

    def add(self, *events: Event) -> Stream:
        self.events += events
        return self

    # -------------------------------------------------------------------------------- the host speaks

    def says(self, text: str, start: float, end: float | None = None, confidence: float | None = None) -> Stream:
        """A phrase with its words spread evenly."""
        end = start + 2 if end is None else end
        parts = list(text) if self.plan.language is Language.ZH else text.split()
        step = (end - start) / len(parts)
        words = tuple(
            Word(part, Span(start + index * step, start + (index + 1) * step), confidence)
            for index, part in enumerate(parts)
        )
        return self.add(HostSpoke(at=end, said=Span(start, end), text=text, words=words, engine=self.engine))

    def talks(self, start: float, end: float, per_minute: float = 240, phrase: float = 10) -> Stream:
        """Speech without content at this rate, in phrases that follow each other and never say the same."""
        at = start
        while at < end:
            until = min(at + phrase, end)
            count = round((until - at) * per_minute / 60)
            numbers = range(round(97 * at), round(97 * at) + count)
            if self.plan.language is Language.ZH:
                text = "".join(chr(0x4E00 + number % 20_000) for number in numbers)
            else:
                text = " ".join(f"word{number}" for number in numbers)
            self.says(text, at, until)
            at = until
        return self

    def voice(self, *spans: tuple[float, float]) -> Stream:
        """What the voice detector noticed."""
        for start, end in spans:
            self.add(VoiceStarted(at=start), VoiceStopped(at=end))
        return self

    def names(self, at: float, product: str = "orange") -> Stream:
        return self.add(ProductMentioned(at=at, said=Span(at, at + 1), product=product, quote=product))

    def tells(self, fact: str, at: float, product: str = "orange", quality: float = 1.0) -> Stream:
        return self.add(
            FactTold(at=at, said=Span(at, at + 2), product=product, fact=fact, quality=quality, quote=f"说{fact}")
        )

    def misstates(self, fact: str, at: float, product: str = "orange") -> Stream:
        return self.add(FactContradicted(at=at, said=Span(at, at + 2), product=product, fact=fact, quote=f"错{fact}"))

    def prices(
        self, at: float, verdict: PriceVerdict = PriceVerdict.RIGHT, product: str | None = "orange", price: str = "39.9"
    ) -> Stream:
        return self.add(
            PriceTold(at=at, said=Span(at, at + 2), product=product, price=yuan(price), verdict=verdict, quote="39块9")
        )

    def calls(self, at: float, kind: str = "order", names_the_way: bool = True) -> Stream:
        return self.add(
            CallToActionMade(at=at, said=Span(at, at + 2), kind=kind, names_the_way=names_the_way, quote="点1号链接")
        )

    def element(self, name: str, at: float) -> Stream:
        return self.add(ElementHeard(at=at, said=Span(at, at + 2), element=name, quote=name))

    def states(self, statement: str, at: float, product: str | None = None) -> Stream:
        return self.add(
            StatementMade(at=at, said=Span(at, at + 2), statement=statement, product=product, quote=statement)
        )

    def breaks(self, id: str, category: str, severity: Severity, at: float, quote: str = "最好的") -> Stream:
        return self.add(
            RuleBroken(
                at=at,
                said=Span(at, at + 1),
                id=id,
                category=category,
                pattern=f"{category}.1",
                severity=severity,
                support=Support.NOT_CHECKED,
                quote=quote,
            )
        )

    def claims(self, at: float, support: Support, category: str = "scarcity") -> Stream:
        return self.add(
            ClaimChecked(at=at, said=Span(at, at + 1), category=category, support=support, truth="", quote="只剩10箱")
        )

    def hesitates(self, at: float, weight: float = 1.0) -> Stream:
        return self.add(FillerSaid(at=at, said=Span(at, at + 0.3), weight=weight, quote="嗯"))

    # -------------------------------------------------------------------------------- the room

    def asked(
        self,
        id: str,
        at: float,
        category: str = "price",
        priority: int = 2,
        expires_in: float = 120,
        wants_answer: bool = True,
        text: str = "多少钱？",
        incident: str | None = None,
    ) -> Stream:
        return self.add(
            CommentPosted(
                at=at,
                id=id,
                viewer=Viewer("v1", "小北", "browser"),
                text=text,
                category=category,
                topic=None,
                product="orange",
                wants_answer=wants_answer,
                priority=priority,
                expires_at=at + expires_in,
                stands_for=1,
                cause=CHANCE,
                incident=incident,
            )
        )

    def answers(self, at: float, *ids: str, category: str = "price", quality: float = 1.0) -> Stream:
        return self.add(
            QuestionAnswered(
                at=at,
                said=Span(at, at + 3),
                topic=None,
                category=category,
                comments=ids,
                quality=quality,
                quote=f"回答{category}",
            )
        )

    def counted(self, at: float, online: int) -> Stream:
        nothing = dict.fromkeys(
            ("entered", "left", "comments", "questions", "waiting", "likes", "follows", "clicks", "orders", "paid"), 0
        )
        return self.add(RoomCounted(at=at, online=online, attention=0.5, trust=0.5, discontent=0.0, **nothing))

    def sells(
        self, order: str, at: float, price: str = "39.9", paid: bool = True, reason: Reason = Reason.ANSWERED
    ) -> Stream:
        viewer = Viewer("v2", "阿青", "fan")
        placed = OrderPlaced(
            at=at, order=order, viewer=viewer, product="orange", price=yuan(price), cause=Cause(reason, since=at - 5)
        )
        self.add(placed)
        return self.add(OrderPaid(at=at + 4, order=order)) if paid else self

    # -------------------------------------------------------------------------------- desk and devices

    def pins(self, at: float, product: str = "orange") -> Stream:
        return self.add(ProductPinned(at=at, product=product))

    def segment(self, id: str, at: float) -> Stream:
        return self.add(SegmentStarted(at=at, segment=id))

    def loses(self, device: Device, start: float, end: float | None = None) -> Stream:
        self.add(DeviceFailed(at=start, device=device, fault=Fault.LOST))
        return self if end is None else self.add(DeviceReturned(at=end, device=device))
