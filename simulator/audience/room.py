"""The room: how many viewers of each type are in each state, and what the room knows and feels.

Everything a later tick reads is here, so a copy of it is a snapshot. Numbers stand in plain fields, none is None:
``NONE`` is a moment that is not, ``NOTHING`` a product that is not. So the compiled engine can hold the same fields.
"""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from simulator.audience.ledger import Ledger
from simulator.audience.parameters import Act, Parameters, Segment
from simulator.audience.quantile import Counts
from simulator.audience.troubles import Trouble
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

NONE: Seconds = -1.0
NOTHING = -1
UNASKED = -1.0
"""Quality of an answer that was not given."""
SERVICE_FACTS = (FactKind.SHIPPING, FactKind.AFTER_SALES)
"""Facts that tell of service as well as of the product."""


def told(at: Seconds) -> Seconds | None:
    """A moment as it is told: None where there is none."""
    return None if at == NONE else at


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
class ProductRoom:
    """What the room knows of one product, and its shelf. Money in hundredths."""

    id: str
    list_price: int
    price: int
    stock: int
    counter_ahead: int
    """Units the shop's counter shows too many."""
    counter_lag: int
    """Ticks until the counter shows what was taken."""
    understanding: float = 0.0
    price_clarity: float = 0.0
    proof: float = 0.0
    coupon_at: float = NONE
    coupon_until: float = NONE
    coupon_strength: float = 0.0
    """Freshness of the act when it was opened; nothing while there is no coupon."""
    coupon_off: int = 0
    countdown_at: float = NONE
    countdown_until: float = NONE
    countdown_strength: float = 0.0
    price_changed_at: float = NONE
    sold_out: int = 0
    """1 once the host said so."""
    taken: int = 0
    """Units ordered and not given back."""
    counter_taken: int = 0
    """``taken`` as the counter knows it."""
    counter_holds: int = 0
    """Ticks for which the counter, once corrected, learns of nothing older."""
    last_order_at: float = NONE
    taken_late: list[int] = field(default_factory=list)
    """``taken`` of the last ``counter_lag`` ticks, tick i at place i modulo that many."""
    shown: tuple[int, int] = (0, 0)
    """Last (left, counter) told."""
    about: Ledger = field(default_factory=Ledger)
    """Who moved understanding."""
    about_price: Ledger = field(default_factory=Ledger)


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
    pending: list[dict[int, Counts]]
    """By product: price to orders waiting to be paid at it, by type."""
    troubles: list[Trouble] = field(default_factory=list)
    attention: float = 0.5
    trust: float = 0.5
    tick: int = 0
    discontent: float = 0.0
    service: float = 0.0
    pulse: float = 0.0
    false_urgency: float = 0.0
    excitation: float = 0.0
    speaking: int = 0
    silent_since: float = 0.0
    focus: int = NOTHING
    focus_at: float = NONE
    last_focus: int = NOTHING
    lottery_at: float = NONE
    lottery_until: float = NONE
    price_was_wrong: int = 0
    """1 in the tick of a wrong price."""
    claimed: float = 0.0
    """How grave the gravest prohibited claim of this tick was, 0..1."""
    freshness: list[float] = field(default_factory=lambda: [1.0] * len(Act))
    answer_quality: list[float] = field(default_factory=lambda: [UNASKED] * TOPICS)
    """By topic: the best answer of this tick."""
    answer_at: list[float] = field(default_factory=lambda: [NONE] * TOPICS)
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

    @property
    def lottery(self) -> bool:
        return self.lottery_until != NONE

    @property
    def shown(self) -> ProductRoom | None:
        """The product on screen."""
        return self.products[self.focus] if self.focus != NOTHING else None

    @property
    def answered(self) -> Iterator[int]:
        """Topics answered in this tick."""
        return (topic for topic, quality in enumerate(self.answer_quality) if quality != UNASKED)

    def copy(self) -> Room:
        return copy.deepcopy(self)

    def change_pace(self, before: Seconds, tick_s: Seconds) -> None:
        """Go on in ticks of another length, from the nearest moment that is one."""
        self.tick = round(self.tick * before / tick_s)
        for product in self.products:
            lag = round(product.counter_lag * before / tick_s)
            late, product.taken_late = product.taken_late, [product.counter_taken] * lag
            for back in range(1, lag + 1 if late else 0):
                was = min(round(back * tick_s / before), len(late))
                product.taken_late[(self.tick - back) % lag] = late[
                    (round(self.tick * tick_s / before) - was) % len(late)
                ]
            product.counter_lag = lag
            product.counter_holds = min(round(product.counter_holds * before / tick_s), lag)

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


def opened(scenario: Scenario, par: Parameters, troubles: list[Trouble]) -> Room:
    """The empty room of a scenario, before its first tick."""
    points = max((len(product.facts) for product in scenario.products), default=1)
    return Room(
        counts=np.zeros((TYPES, States(len(scenario.products)).count), dtype=np.int64),
        products=[_shelf(product, par) for product in scenario.products],
        heard_points=np.zeros((len(scenario.products), max(points, 1))),
        heard_answers=np.zeros(TOPICS),
        pending=[{} for _ in scenario.products],
        troubles=troubles,
        attention=par.attention_start,
        trust=par.trust_start,
    )


def _shelf(product: Product, par: Parameters) -> ProductRoom:
    lag = round(product.counter_lag / par.tick_s)
    return ProductRoom(
        id=product.id,
        list_price=product.price.hundredths,
        price=product.price.hundredths,
        stock=product.stock,
        counter_ahead=product.counter_stock - product.stock,
        counter_lag=lag,
        taken_late=[0] * lag,
        shown=(product.stock, product.counter_stock),
    )
