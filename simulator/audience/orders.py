"""Orders: who ordered what at which price, which of them are paid, and which come back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from simulator.audience.philox import Domain, Luck
from simulator.domain.crowd import Cause
from simulator.domain.units import Seconds

PICK = 0
"""Purpose of the draw that says which pending order moves."""
REFUND = 0
"""Purpose of the draw after the session."""


@dataclass(frozen=True, slots=True)
class Order:
    """One unit, its price locked when it was ordered."""

    number: int
    product: int
    price: int
    """In hundredths."""

    @property
    def id(self) -> str:
        return f"o{self.number}"

    def __deepcopy__(self, memo: object) -> Order:
        """Itself: nothing in it changes, and snapshots hold thousands."""
        return self


@dataclass(frozen=True, slots=True)
class PaidOrder:
    """A paid order, with the chance that its goods come back."""

    order: Order
    at: Seconds
    refund_chance: float
    refund_cause: Cause

    def __deepcopy__(self, memo: object) -> PaidOrder:
        """Itself, as above."""
        return self


@dataclass(slots=True)
class OrderBook:
    """Orders with a number, in step with those the room counts; kept only where orders are told one by one."""

    products: int
    pending: dict[tuple[int, int, int], list[Order]] = field(default_factory=dict)
    """By type, product and price."""
    paid: list[PaidOrder] = field(default_factory=list)
    placed: int = 0

    def place(self, kind: int, product: int, price: int) -> Order:
        """Take down an order of a viewer of type ``kind``."""
        self.placed += 1
        order = Order(self.placed, product, price)
        self.pending.setdefault((kind, product, price), []).append(order)
        return order

    def pick(self, luck: Luck, tick: int, lot: tuple[int, int, int], many: int, taken: int) -> list[Order]:
        """Take ``many`` pending orders of a lot at random, each as likely as any other.

        ``taken`` counts those that were picked in this tick for the same type and product before.
        """
        waiting = self.pending[lot]
        kind, product, _ = lot
        purposes = [PICK + taken + turn for turn in range(many)]
        chances = luck.pairs(tick, kind * self.products + product, purposes, Domain.ORDERS)[0].tolist()
        picked = []
        for u in chances:
            chosen = min(int(u * len(waiting)), len(waiting) - 1)
            waiting[chosen], waiting[-1] = waiting[-1], waiting[chosen]
            picked.append(waiting.pop())
        if not waiting:
            del self.pending[lot]
        return picked

    def refunded(self, luck: Luck) -> Sequence[PaidOrder]:
        """The paid orders whose goods come back, drawn by the order's number."""
        if not self.paid:
            return ()
        first, _ = luck.pairs(0, [paid.order.number for paid in self.paid], REFUND, Domain.AFTER_SALES)
        return [paid for paid, u in zip(self.paid, first.tolist(), strict=True) if u < paid.refund_chance]
