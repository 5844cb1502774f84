"""The room: how many viewers of each type are in each state, and what the room knows and feels.

Everything a later tick reads is here, so a copy of it is a snapshot.
"""

from __future__ import annotations

import copy
import hashlib
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from simulator.audience.ledger import Ledger
from simulator.audience.orders import OrderBook
from simulator.audience.parameters import Act, Parameters, Segment
from simulator.audience.quantile import Counts
from simulator.domain.scenario import FactKind, Product, Scenario, Topic
from simulator.domain.units import Seconds

NODES = 3
SEGMENTS = len(Segment)
TYPES = SEGMENTS * NODES
TOPICS = len(Topic)

ENTERING = 0
WATCHING = 1
CONSIDERING = 2
WAITING = 3
"""3..10: waiting for an answer, by topic."""
CART = WAITING + TOPICS
"""From here on: product in the cart, then order pending, then buyers."""


@dataclass(frozen=True, slots=True)
class States:
    """Where each state of a room with ``products`` products stands in the table."""

    products: int

    @property
    def ordered(self) -> int:
        return CART + self.products

    @property
    def buyer(self) -> int:
        return CART + 2 * self.products

    @property
    def count(self) -> int:
        return CART + 2 * self.products + 1


@dataclass(slots=True)
class Offer:
    """Something with an end that the host opened: a coupon, a countdown, a lucky bag."""

    at: Seconds
    closes_at: Seconds
    strength: float
    """Freshness of the act when it was opened."""
    off: int = 0
    """Hundredths off the price, of a coupon."""


@dataclass(slots=True)
class ProductRoom:
    """What the room knows of one product, and its shelf."""

    id: str
    list_price: int
    price: int
    stock: int
    counter_ahead: int
    """Units the shop's counter shows too many."""
    counter_lag: Seconds = 0.0
    understanding: float = 0.0
    price_clarity: float = 0.0
    proof: float = 0.0
    coupon: Offer | None = None
    countdown: Offer | None = None
    price_changed_at: Seconds | None = None
    sold_out: bool = False
    sold_out_at: Seconds | None = None
    taken: int = 0
    """Units ordered and not given back."""
    taken_late: list[tuple[int, int]] = field(default_factory=list)
    """(tick, taken) that the lagging counter has still to show."""
    counter_taken: int = 0
    shown: tuple[int, int] = (0, 0)
    """Last (left, counter) told."""
    about: Ledger = field(default_factory=Ledger)
    """Who moved understanding."""
    about_price: Ledger = field(default_factory=Ledger)
    last_order_at: Seconds | None = None

    @property
    def asked(self) -> int:
        """The price in force, coupon taken off, in hundredths; never nothing."""
        return max(self.price - (self.coupon.off if self.coupon else 0), 1)

    @property
    def on_sale(self) -> int:
        """Units that can be ordered."""
        return 0 if self.sold_out else self.stock

    @property
    def counter(self) -> int:
        """Units the shop's counter shows."""
        if self.sold_out:
            return 0
        return max(self.stock + self.taken - self.counter_taken + self.counter_ahead, 0)


@dataclass(slots=True)
class Totals:
    """Sums since the session began."""

    entered: int = 0
    left: int = 0
    comments: int = 0
    asked: int = 0
    answered: int = 0
    gave_up: int = 0
    left_waiting: int = 0
    likes: int = 0
    follows: int = 0
    clicks: int = 0
    answered_to_card: int = 0
    card_exits: int = 0
    carts: int = 0
    orders: int = 0
    paid: int = 0
    cancelled: int = 0
    refused: int = 0
    unseen: int = 0
    peak: int = 0
    viewer_seconds: float = 0.0
    gmv: int = 0
    """Paid, in hundredths."""
    net_gmv: float = 0.0
    """Paid less the refunds to be expected, in hundredths."""


@dataclass(slots=True)
class Room:
    """The state of the audience between two ticks."""

    counts: Counts
    """Viewers by type and state."""
    products: list[ProductRoom]
    heard_points: NDArray[np.float64]
    """Share of the settled audience that heard point c of product p."""
    heard_answers: NDArray[np.float64]
    orders: OrderBook
    attention: float = 0.5
    trust: float = 0.5
    tick: int = 0
    discontent: float = 0.0
    service: float = 0.0
    pulse: float = 0.0
    false_urgency: float = 0.0
    excitation: float = 0.0
    freshness: list[float] = field(default_factory=lambda: [1.0] * len(Act))
    speaking: bool = False
    silent_since: Seconds = 0.0
    focus: int | None = None
    focus_at: Seconds | None = None
    last_focus: int | None = None
    lottery: Offer | None = None
    answers: dict[int, tuple[float, Seconds]] = field(default_factory=dict)
    """Topics answered in this tick: quality, and when."""
    waiting_since: list[Seconds | None] = field(default_factory=lambda: [None] * TOPICS)
    about_attention: Ledger = field(default_factory=Ledger)
    about_trust: Ledger = field(default_factory=Ledger)
    about_discontent: Ledger = field(default_factory=Ledger)
    about_service: Ledger = field(default_factory=Ledger)
    about_pulse: Ledger = field(default_factory=Ledger)
    about_false_urgency: Ledger = field(default_factory=Ledger)
    totals: Totals = field(default_factory=Totals)

    @property
    def online(self) -> int:
        return int(self.counts.sum())

    @property
    def waiting(self) -> Counts:
        """Viewers waiting for an answer, by topic."""
        return np.asarray(self.counts[:, WAITING : WAITING + TOPICS].sum(axis=0))

    def copy(self) -> Room:
        return copy.deepcopy(self)

    def hash(self) -> str:
        """A fingerprint of all counters: equal for equal sessions."""
        digest = hashlib.sha256(np.ascontiguousarray(self.counts, dtype="<i8").tobytes())
        totals = self.totals
        shelf = [(product.stock, product.taken) for product in self.products]
        numbers = (
            self.tick, totals.entered, totals.left, totals.comments, totals.asked, totals.answered, totals.gave_up,
            totals.likes, totals.follows, totals.clicks, totals.carts, totals.orders, totals.paid, totals.cancelled,
            totals.refused, totals.gmv, shelf,
        )  # fmt: skip
        digest.update(repr(numbers).encode())
        return digest.hexdigest()


def opened(scenario: Scenario, parameters: Parameters) -> Room:
    """The empty room of a scenario, before its first tick."""
    points = max((len(product.facts) for product in scenario.products), default=1)
    return Room(
        counts=np.zeros((TYPES, States(len(scenario.products)).count), dtype=np.int64),
        products=[_shelf(product) for product in scenario.products],
        heard_points=np.zeros((len(scenario.products), max(points, 1))),
        heard_answers=np.zeros(TOPICS),
        orders=OrderBook(TYPES, len(scenario.products)),
        attention=parameters.attention_start,
        trust=parameters.trust_start,
    )


def _shelf(product: Product) -> ProductRoom:
    return ProductRoom(
        id=product.id,
        list_price=product.price.hundredths,
        price=product.price.hundredths,
        stock=product.stock,
        counter_ahead=product.counter_stock - product.stock,
        counter_lag=product.counter_lag,
        shown=(product.stock, product.counter_stock),
    )


SERVICE_FACTS = (FactKind.SHIPPING, FactKind.AFTER_SALES)
"""Facts that tell of service as well as of the product."""
