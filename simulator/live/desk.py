"""The control desk: what a person does with products, prices, coupons, comments and incidents while on air."""

from __future__ import annotations

from collections.abc import Callable

from simulator.domain.crowd import IncidentClosed, IncidentOpened
from simulator.domain.desk import (
    CommentPinned,
    CountdownStarted,
    CouponSent,
    DemonstrationMarked,
    IncidentDecided,
    LuckyBagOpened,
    PriceChanged,
    ProductPinned,
    ProductUnpinned,
    SegmentStarted,
    SoldOutMarked,
    StockAdded,
)
from simulator.domain.events import Event
from simulator.domain.scenario import Scenario, Segment
from simulator.domain.units import Money, Seconds


class Desk:
    """Each act becomes an event at the moment it is done; off the air none does."""

    def __init__(self, scenario: Scenario, now: Callable[[], Seconds], do: Callable[[Event], None]) -> None:
        self._scenario = scenario
        self._clock = now
        self._do = do
        self._segment: tuple[Segment, Seconds] | None = None
        self._demonstrating_since: Seconds | None = None
        self._undecided: set[str] = set()

    @property
    def segment(self) -> tuple[Segment, Seconds] | None:
        """The segment the host is in, and since when."""
        return self._segment

    @property
    def demonstrating_since(self) -> Seconds | None:
        """When the demonstration under way began; None while there is none."""
        return self._demonstrating_since

    def take(self, event: Event) -> None:
        """Learn of incidents: only an open one can be decided."""
        match event:
            case IncidentOpened():
                self._undecided.add(event.incident)
            case IncidentClosed():
                self._undecided.discard(event.incident)

    def start_segment(self, segment: str, at: Seconds | None = None) -> None:
        """Go on to a segment of the run of show, now or ``at`` a moment on the session clock."""
        found = next(each for each in self._scenario.run_of_show if each.id == segment)
        moment = self._now if at is None else at
        self._segment = (found, moment)
        self._do(SegmentStarted(at=moment, segment=segment))

    def pin_product(self, product: str) -> None:
        self._do(ProductPinned(at=self._now, product=self._scenario.product(product).id))

    def unpin_product(self) -> None:
        self._do(ProductUnpinned(at=self._now))

    def send_coupon(self, product: str, lasting: Seconds = 60.0) -> None:
        """Hand out the product's coupon; raise ValueError when it has none, or none for now."""
        offer = self._scenario.product(product).coupon
        if offer is None:
            raise ValueError(f"{product} has no coupon")
        if offer.valid is not None and not offer.valid.start <= self._now < offer.valid.end:
            raise ValueError(f"the coupon of {product} does not hold now")
        closes = self._now + lasting if offer.valid is None else min(self._now + lasting, offer.valid.end)
        self._do(CouponSent(at=self._now, product=product, off=offer.off, closes_at=closes))

    def start_countdown(self, lasting: Seconds = 30.0) -> None:
        self._do(CountdownStarted(at=self._now, closes_at=self._now + lasting))

    def open_lucky_bag(self, lasting: Seconds = 60.0) -> None:
        self._do(LuckyBagOpened(at=self._now, closes_at=self._now + lasting))

    def change_price(self, product: str, price: Money) -> None:
        """Raise ValueError for a price that is not above zero, or in another currency."""
        if price.hundredths <= 0 or price.currency is not self._scenario.currency:
            raise ValueError(f"not a price here: {price}")
        self._do(PriceChanged(at=self._now, product=self._scenario.product(product).id, price=price))

    def mark_sold_out(self, product: str) -> None:
        self._do(SoldOutMarked(at=self._now, product=self._scenario.product(product).id))

    def add_stock(self, product: str, units: int) -> None:
        """Put more units on sale, also of what was marked as sold out; raise ValueError for none."""
        if units <= 0:
            raise ValueError(f"not a number of units: {units}")
        self._do(StockAdded(at=self._now, product=self._scenario.product(product).id, units=units))

    def decide(self, incident: str, choice: int) -> None:
        """Take a numbered choice, from 0, in an open incident; once, then no more."""
        if incident in self._undecided:
            self._undecided.remove(incident)
            self._do(IncidentDecided(at=self._now, incident=incident, choice=choice))

    def pin_comment(self, comment: str) -> None:
        self._do(CommentPinned(at=self._now, comment=comment))

    def begin_demonstration(self) -> None:
        if self._demonstrating_since is None:
            self._demonstrating_since = self._now

    def end_demonstration(self) -> None:
        if self._demonstrating_since is not None:
            self._do(DemonstrationMarked(at=self._now, since=self._demonstrating_since))
            self._demonstrating_since = None

    @property
    def _now(self) -> Seconds:
        return self._clock()
