"""A shop with one plain product in each language, and ways to speak in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest

from simulator.domain.compliance import RulePack
from simulator.domain.crowd import Cause, CommentPosted, Reason, Viewer
from simulator.domain.events import Event, HostSpoke, Word
from simulator.domain.language import Language
from simulator.domain.scenario import (
    CouponOffer,
    Crowd,
    Fact,
    FactKind,
    PricePoint,
    Product,
    Quantity,
    Scenario,
    Segment,
    Seller,
    Topic,
)
from simulator.domain.session import REACTION
from simulator.domain.taxonomy import Taxonomy
from simulator.domain.units import Currency, Money, Seconds, Span, Text
from simulator.perception.listener import Listener
from simulator.storage.content import FolderLibrary

K = TypeVar("K")
ASSETS = Path(__file__).parents[2] / "assets"


def money(amount: str, currency: Currency = Currency.CNY) -> Money:
    return Money.of(amount, currency)


def orange(**changes: object) -> Product:
    product = Product(
        id="orange",
        link_no=1,
        name="青石岭脐橙",
        aliases=("脐橙",),
        category="agri_product",
        price=money("39.9"),
        unit="五公斤一箱",
        shipping=money("0"),
        stock=120,
        counter_stock=120,
        price_history=(PricePoint(from_days=30, to_days=0, price=money("39.9")),),
        coupon=CouponOffer(off=money("5"), pieces=50, valid=Span(100, 200)),
        facts=(
            Fact(id="origin", kind=FactKind.ORIGIN, cue="青石岭合作社", heard_as=(("青石岭合作社", "合作社装箱"),)),
            Fact(id="price", kind=FactKind.PRICE, cue="39.9元一箱", heard_as=(("39.9元",),), topics=(Topic.PRICE,)),
            Fact(
                id="size",
                kind=FactKind.SIZE,
                cue="净重5公斤",
                heard_as=(("5公斤", "10斤"), ("净重", "一箱")),
                quantities=(Quantity(5, "公斤"),),
            ),
            Fact(
                id="keeping",
                kind=FactKind.KEEPING,
                cue="阴凉处放20天",
                heard_as=(("阴凉",), ("20天",)),
                quantities=(Quantity(20, "天"),),
            ),
            Fact(
                id="shipping",
                kind=FactKind.SHIPPING,
                cue="24小时发货",
                heard_as=(("24小时",), ("发货", "发出")),
                quantities=(Quantity(24, "小时"),),
            ),
        ),
        slots={"price": ("39.9元",), "weight": ("5公斤", "10斤"), "ship_by": ("24小时",), "carrier": ("快递",)},
    )
    return replace(product, **changes)  # type: ignore[arg-type]


def board(**changes: object) -> Product:
    usd = partial(money, currency=Currency.USD)
    product = Product(
        id="board",
        link_no=1,
        name="bamboo cutting board",
        category="goods",
        price=usd("24.90"),
        unit="one board",
        shipping=usd("5.90"),
        stock=300,
        counter_stock=300,
        price_history=(PricePoint(from_days=45, to_days=0, price=usd("24.90")),),
        facts=(
            Fact(id="origin", kind=FactKind.ORIGIN, cue="pressed in Zhejiang", heard_as=(("pressed in Zhejiang",),)),
            Fact(
                id="shipping",
                kind=FactKind.SHIPPING,
                cue="7 to 12 days",
                heard_as=(("7 to 12 days", "12 days"), ("delivery", "arrives")),
                quantities=(Quantity(7, "days"), Quantity(12, "days")),
            ),
            Fact(id="price", kind=FactKind.PRICE, cue="24.90", heard_as=(("24.90",),)),
            Fact(id="tax", kind=FactKind.PRICE, cue="US sales tax at checkout", heard_as=(("sales tax",),)),
        ),
    )
    return replace(product, **changes)  # type: ignore[arg-type]


def shop(language: Language, *products: Product, **changes: object) -> Scenario:
    chinese = language is Language.ZH
    scenario = Scenario(
        id="T1",
        version="1",
        title=Text("试", "trial"),
        brief=Text("试", "trial"),
        debrief=Text("试", "trial"),
        tier=1,
        group="NF",
        market="cn" if chinese else "us",
        language=language,
        currency=Currency.CNY if chinese else Currency.USD,
        length=480,
        seller=Seller(
            name="青石岭合作社的小满" if chinese else "Lily from the Anfeng workshop",
            heard_as=("青石岭", "小满") if chinese else ("Anfeng workshop",),
            story="去年回村种橙子" if chinese else "packs the orders",
            connection="主播在合作社上班" if chinese else "employed by the shop",
        ),
        products=products,
        run_of_show=(Segment(id="all", name="all", length=480),),
        crowd=Crowd(preset="lab_default", entries_per_min=20, follower_share=0.1, comment_multiplier=1),
        rubric="live-sales-default",
        suits=("送老人", "家里有孩子") if chinese else ("small kitchen",),
        reasons_to_stay=("现场切开",) if chinese else ("stay with me",),
    )
    return replace(scenario, **changes)  # type: ignore[arg-type]


class Stage:
    """A listener in a shop; what is said follows what was said before."""

    def __init__(self, scenario: Scenario, taxonomy: Taxonomy, rules: RulePack) -> None:
        self.listener = Listener(scenario, taxonomy, rules)
        self.scenario = scenario
        self.language = scenario.language
        self.time: Seconds = 0.0

    def say(self, text: str, at: Seconds | None = None, confidence: float | None = 0.9) -> list[object]:
        """Say a phrase, 0.2 s a character or 0.3 s a word; returns its findings."""
        spoke = phrase(text, self.language, self.time if at is None else at, confidence)
        self.time = spoke.said.end + 0.3
        return list(self.listener.take(spoke))

    def take(self, *events: Event) -> list[object]:
        return [finding for event in events for finding in self.listener.take(event)]

    @staticmethod
    def only(kind: type[K], findings: Iterable[object]) -> list[K]:
        """The findings of this kind, in order."""
        return [finding for finding in findings if isinstance(finding, kind)]

    def comment(self, id: str, category: str, at: Seconds, **changes: object) -> CommentPosted:
        comment = CommentPosted(
            at=at,
            id=id,
            viewer=Viewer(id=id, name=f"观众{id}", segment="visitor"),
            text="?",
            category=category,
            topic=Topic.PRICE,
            product=None,
            wants_answer=True,
            priority=3,
            expires_at=at + 90,
            stands_for=1,
            cause=Cause(Reason.CHANCE),
        )
        return replace(comment, **changes)  # type: ignore[arg-type]


def phrase(text: str, language: Language, start: Seconds, confidence: float | None = 0.9) -> HostSpoke:
    pieces = list(text) if language is Language.ZH else text.split()
    each = 0.2 if language is Language.ZH else 0.3
    words: list[Word] = []
    at = start
    for piece in pieces:
        if piece.isspace() or not piece.strip("，。！？,.!?"):
            if words:
                last = words[-1]
                words[-1] = Word(last.text + piece.strip(), last.said, last.confidence)
            continue
        words.append(Word(piece, Span(at, at + each), confidence))
        at += each
    return HostSpoke(at=at + REACTION, said=Span(start, at), text=text, words=tuple(words), engine="test")


@pytest.fixture(scope="session")
def library() -> FolderLibrary:
    return FolderLibrary(ASSETS)


@pytest.fixture
def chinese(library: FolderLibrary) -> Callable[..., Stage]:
    """A Chinese shop: oranges, or the products given."""

    def made(*products: Product, **changes: object) -> Stage:
        scenario = shop(Language.ZH, *(products or (orange(),)), **changes)
        return Stage(scenario, library.taxonomy(), library.rules(Language.ZH))

    return made


@pytest.fixture
def english(library: FolderLibrary) -> Callable[..., Stage]:
    """An American shop: a cutting board, or the products given."""

    def made(*products: Product, **changes: object) -> Stage:
        scenario = shop(Language.EN, *(products or (board(),)), **changes)
        return Stage(scenario, library.taxonomy(), library.rules(Language.EN))

    return made


@pytest.fixture
def oranges() -> Callable[..., Product]:
    """A box of oranges, with changes."""
    return orange


@pytest.fixture
def boards() -> Callable[..., Product]:
    """A cutting board, with changes."""
    return board


@pytest.fixture
def spoken() -> Callable[..., HostSpoke]:
    """A phrase with word times: text, language, start, confidence."""
    return phrase
