"""What stands on the control desk: products with price and stock, the cue card, the questions still open."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.domain.crowd import CardClicked, CommentPosted, StockChanged
from simulator.domain.desk import (
    CouponEnded,
    CouponSent,
    PriceChanged,
    ProductPinned,
    ProductUnpinned,
    SoldOutMarked,
    StockAdded,
    StockCorrected,
)
from simulator.domain.events import Event
from simulator.domain.findings import FactTold, QuestionAnswered
from simulator.domain.scenario import Fact, Product, Scenario
from simulator.domain.units import Money, Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfItem:
    """A product as the control desk shows it."""

    product: Product
    price: Money
    stock: int
    """What the shop's counter shows."""
    on_hand: int
    """What is truly there to sell: the store room's own count."""
    clicks: int
    pinned: bool
    sold_out: bool
    coupon_closes_at: Seconds | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A line of the cue card; ``told_at`` once it was said."""

    fact: Fact
    product: str
    told_at: Seconds | None


class Shelf:
    """Folds events into what the desk shows."""

    def __init__(self, scenario: Scenario) -> None:
        self._products = scenario.products
        self._prices = {product.id: product.price for product in scenario.products}
        self._stock = {product.id: product.counter_stock for product in scenario.products}
        self._on_hand = {product.id: product.stock for product in scenario.products}
        self._clicks = dict.fromkeys(self._prices, 0)
        self._coupons: dict[str, Seconds] = {}
        self._sold_out: set[str] = set()
        self._pinned: str | None = None
        self._told: dict[tuple[str, str], Seconds] = {}
        self._questions: dict[str, CommentPosted] = {}

    def take(self, event: Event) -> None:
        match event:
            case ProductPinned():
                self._pinned = event.product
            case ProductUnpinned():
                self._pinned = None
            case PriceChanged():
                self._prices[event.product] = event.price
            case StockChanged():
                self._stock[event.product] = event.counter
                self._on_hand[event.product] = event.left
            case StockCorrected():
                self._stock[event.product] = event.units
            case CardClicked():
                self._clicks[event.product] += event.count
            case CouponSent():
                self._coupons[event.product] = event.closes_at
            case CouponEnded():
                self._coupons.pop(event.product, None)
            case SoldOutMarked():
                self._sold_out.add(event.product)
            case StockAdded():
                self._sold_out.discard(event.product)
            case FactTold():
                self._told.setdefault((event.product, event.fact), event.at)
            case CommentPosted(wants_answer=True):
                self._questions[event.id] = event
            case QuestionAnswered():
                for comment in event.comments:
                    self._questions.pop(comment, None)

    def items(self, now: Seconds) -> tuple[ShelfItem, ...]:
        return tuple(
            ShelfItem(
                product=product,
                price=self._prices[product.id],
                stock=self._stock[product.id],
                on_hand=self._on_hand[product.id],
                clicks=self._clicks[product.id],
                pinned=product.id == self._pinned,
                sold_out=product.id in self._sold_out,
                coupon_closes_at=closes if (closes := self._coupons.get(product.id, 0.0)) > now else None,
            )
            for product in self._products
        )

    def cues(self) -> tuple[Cue, ...]:
        """The facts of the pinned product, or of all when none is."""
        return tuple(
            Cue(fact=fact, product=product.id, told_at=self._told.get((product.id, fact.id)))
            for product in self._products
            if self._pinned in (None, product.id)
            for fact in product.facts
        )

    def open_questions(self, now: Seconds) -> tuple[CommentPosted, ...]:
        """Those that still wait, oldest first; ``now`` never goes back, and what has expired is forgotten."""
        self._questions = {key: each for key, each in self._questions.items() if each.expires_at > now}
        return tuple(self._questions.values())
