"""An assistant at the control desk, for sessions whose host only speaks: from files, or without a window."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.domain.desk import CouponSent, DeskHandedOver, Hand, ProductPinned
from simulator.domain.events import Event, WentLive
from simulator.domain.findings import CallToActionMade, FactTold, PriceTold, ProductMentioned
from simulator.domain.scenario import Scenario
from simulator.domain.units import Seconds

HAND: Seconds = 1.0
"""From hearing the host to the click."""
COUPON_LASTS: Seconds = 60.0


class Assistant:
    """Pins the product the host speaks of, and hands out the coupon when the host announces it.

    What an assistant did is never credited to the trainee: ``DeskHandedOver`` stands in the log, and the acts are the
    robot's.
    """

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._pinned: str | None = None
        self._coupon_until: dict[str, Seconds] = {}

    def take(self, event: Event, moment: Seconds) -> Iterator[Event]:
        """What the assistant does about an event, in session time not before ``moment``."""
        match event:
            case WentLive():
                yield DeskHandedOver(at=moment)
            case ProductMentioned(product=product) | FactTold(product=product):
                yield from self._pin(product, moment)
            case PriceTold(product=str() as product):
                yield from self._pin(product, moment)
            case CallToActionMade(kind="coupon") if self._pinned is not None:
                yield from self._send_coupon(self._pinned, moment + HAND)

    def _pin(self, product: str, moment: Seconds) -> Iterator[Event]:
        if product != self._pinned:
            self._pinned = product
            yield ProductPinned(at=moment + HAND, product=product, by=Hand.ROBOT)

    def _send_coupon(self, product: str, at: Seconds) -> Iterator[Event]:
        offer = self._scenario.product(product).coupon
        if offer is None or at < self._coupon_until.get(product, 0.0):
            return
        if offer.valid is not None and not offer.valid.start <= at < offer.valid.end:
            return
        closes = at + COUPON_LASTS if offer.valid is None else min(at + COUPON_LASTS, offer.valid.end)
        self._coupon_until[product] = closes
        yield CouponSent(at=at, product=product, off=offer.off, closes_at=closes, by=Hand.ROBOT)
