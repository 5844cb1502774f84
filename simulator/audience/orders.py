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
    """Pending orders by type and product, in step with the viewers who wait to pay; and all paid ones."""

    types: int
    products: int
    pending: dict[tuple[int, int], list[Order]] = field(default_factory=dict)
    paid: list[PaidOrder] = field(default_factory=list)
    placed: int = 0

    def place(self, kind: int, product: int, price: int) -> Order:
        """Take down an order of a viewer of type ``kind``."""
        self.placed += 1
        order = Order(self.placed, product, price)
        self.pending.setdefault((kind, product), []).append(order)
        return order

    def pick(self, luck: Luck, tick: int, cells: list[tuple[int, int, int]]) -> list[list[Order]]:
        """Take pending orders at random, so many of each (type, product, number): each is as likely as any other."""
        addresses = [kind * self.products + product for kind, product, many in cells for _ in range(many)]
        purposes = [PICK + turn for _, _, many in cells for turn in range(many)]
        chances = iter(luck.pairs(tick, addresses, purposes, Domain.ORDERS)[0].tolist())
        picked = []
        for kind, product, many in cells:
            waiting = self.pending[(kind, product)]
            of_cell = []
            for _ in range(many):
                chosen = min(int(next(chances) * len(waiting)), len(waiting) - 1)
                waiting[chosen], waiting[-1] = waiting[-1], waiting[chosen]
                of_cell.append(waiting.pop())
            picked.append(of_cell)
        return picked

    @property
    def open_count(self) -> int:
        return sum(len(orders) for orders in self.pending.values())

    def refunded(self, luck: Luck) -> Sequence[PaidOrder]:
        """The paid orders whose goods come back, drawn by the order's number."""
        if not self.paid:
            return ()
        first, _ = luck.pairs(0, [paid.order.number for paid in self.paid], REFUND, Domain.AFTER_SALES)
        return [paid for paid, u in zip(self.paid, first.tolist(), strict=True) if u < paid.refund_chance]
