"""The listener's picture of the room: what is true at the moment a phrase is heard."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from simulator.domain.crowd import (
    CommentPosted,
    OrderPlaced,
    StockChanged,
    ViewersLeft,
)
from simulator.domain.desk import (
    CountdownStarted,
    CouponSent,
    Hand,
    Loss,
    LuckyBagOpened,
    PriceChanged,
    ProductPinned,
    ProductUnpinned,
    SegmentStarted,
    SoldOutMarked,
    StockAdded,
    StockCorrected,
    StockDrawn,
    StreamCut,
    StreamRestored,
)
from simulator.domain.events import Event
from simulator.domain.findings import ProductMentioned
from simulator.domain.scenario import Product, Scenario
from simulator.domain.units import Money, Seconds

MENTION_LASTS: Seconds = 60.0
"""A product that was named stays the one spoken of this long (ours)."""
_PAIRED = 6
"""Of more products than this, sums of two would be nearly every number."""
NAMES_LAST: Seconds = 180.0
"""How long a viewer who wrote may still be greeted by name (ours)."""


class Room:
    """Prices, stock, timers, what is on air and who wrote, as the log told so far.

    What the shop does by mistake changes nothing that is true: a wrong price on the listing is not the price, and a
    wrong card is not the product that is explained.
    """

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.now: Seconds = 0.0
        self.prices: dict[str, Money] = {product.id: product.price for product in scenario.products}
        self.stock: dict[str, int] = {product.id: product.stock for product in scenario.products}
        self.counter: dict[str, int] = {product.id: product.counter_stock for product in scenario.products}
        self.coupons: dict[str, CouponSent] = {}
        self.countdown_closes: Seconds | None = None
        self.bag_closes: Seconds | None = None
        self.pinned: str | None = None
        self.cut: StreamCut | None = None
        """What of the stream viewers do not get now."""
        self.cuts: list[tuple[StreamCut, Seconds]] = []
        """What they did not get before, and until when."""
        self._segments = {segment.id: segment for segment in scenario.run_of_show}
        self._segment_product: str | None = None
        self._mentioned: str | None = None
        self._mentioned_at: Seconds = -MENTION_LASTS
        self._seen: dict[str, Seconds] = {}

    def note(self, event: Event) -> None:
        """Take in one event of the log."""
        self.now = max(self.now, event.at)
        match event:
            case ProductPinned() | ProductUnpinned() | PriceChanged() if event.by is Hand.SHOP:
                pass
            case ProductPinned():
                self.pinned = event.product
            case ProductUnpinned():
                self.pinned = None
            case SegmentStarted():
                segment = self._segments.get(event.segment)
                self._segment_product = segment.product if segment else None
            case PriceChanged():
                self.prices[event.product] = event.price
            case CouponSent():
                self.coupons[event.product] = event
            case CountdownStarted():
                self.countdown_closes = event.closes_at
            case LuckyBagOpened():
                self.bag_closes = event.closes_at
            case StockChanged():
                self.stock[event.product] = event.left
                self.counter[event.product] = event.counter
            case SoldOutMarked():
                self.stock[event.product] = 0
            case StockAdded():
                self.stock[event.product] = self.stock.get(event.product, 0) + event.units
            case StockDrawn():
                self.stock[event.product] = max(self.stock.get(event.product, 0) - event.units, 0)
            case StockCorrected():
                self.counter[event.product] = event.units
            case StreamCut():
                self.cut = event
            case StreamRestored():
                if self.cut is not None:
                    self.cuts.append((self.cut, event.at))
                self.cut = None
            case CommentPosted():
                self._seen[event.viewer.name] = event.at
            case OrderPlaced():
                self._seen[event.viewer.name] = event.at
            case ProductMentioned():
                self._mentioned, self._mentioned_at = event.product, event.said.end
            case ViewersLeft():
                pass
            case _:
                pass

    def product_at(self, moment: Seconds) -> Product | None:
        """The product spoken of: the one named last, else the pinned one, else the segment's, else the only one."""
        recent = self._mentioned if moment - self._mentioned_at <= MENTION_LASTS else None
        id = recent or self.pinned or self._segment_product
        if id is None and len(self.scenario.products) == 1:
            return self.scenario.products[0]
        return next((product for product in self.scenario.products if product.id == id), None)

    def coupon_off(self, product: Product, moment: Seconds) -> Money | None:
        """What the coupon takes off now; None where none may be used."""
        sent = self.coupons.get(product.id)
        if sent is not None and sent.at <= moment <= sent.closes_at:
            return sent.off
        offer = product.coupon
        if offer is not None and (offer.valid is None or offer.valid.start <= moment <= offer.valid.end):
            return offer.off
        return None

    def known_prices(self) -> frozenset[Decimal]:
        """What single products and pairs of them truly cost now, with and without a coupon, whatever the moment."""
        singles: list[set[int]] = []
        for product in self.scenario.products:
            price = self.prices[product.id].hundredths
            offs = {product.coupon.off} if product.coupon else set()
            if product.id in self.coupons:
                offs.add(self.coupons[product.id].off)
            singles.append({price, *(price - off.hundredths for off in offs)})
        known = {price for prices in singles for price in prices}
        if len(singles) <= _PAIRED:
            known |= {a + b for at, one in enumerate(singles) for other in singles[at:] for a in one for b in other}
        return frozenset(Decimal(price) / 100 for price in known if price > 0)

    def lost(self, moment: Seconds) -> Loss | None:
        """What of the stream did not reach the viewers at a moment; None where all did."""
        for cut, until in self.cuts:
            if cut.at <= moment < until:
                return cut.loss
        return self.cut.loss if self.cut is not None and moment >= self.cut.at else None

    def timer_left(self, moment: Seconds) -> Seconds | None:
        """Seconds until the next offer on screen closes; None where no timer runs."""
        closings = [sent.closes_at for sent in self.coupons.values()]
        closings += [each for each in (self.countdown_closes, self.bag_closes) if each is not None]
        running = [closes - moment for closes in closings if closes > moment]
        return min(running) if running else None

    def names(self) -> Iterator[str]:
        """Viewers who wrote or ordered lately, newest first."""
        for name, seen in sorted(self._seen.items(), key=lambda each: -each[1]):
            if self.now - seen <= NAMES_LAST:
                yield name
