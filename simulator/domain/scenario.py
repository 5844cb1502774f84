"""A scenario: who sells what to whom, on what terms, with which surprises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from simulator.domain.language import Language
from simulator.domain.units import Currency, Money, Seconds, Span, Text


class Topic(IntEnum):
    """What a viewer may ask about: the eight topics of the audience model, in its order."""

    PRICE = 0
    SPECIFICATION = 1
    FIT = 2
    USE = 3
    TRUST = 4
    SHIPPING = 5
    RETURNS = 6
    AVAILABILITY = 7


class FactKind(StrEnum):
    """The kinds of fact on a card; the first seven are mandatory for every product (rubric B1)."""

    ORIGIN = "origin"
    SIZE = "size"
    PRICE = "price"
    KEEPING = "keeping"
    SHIPPING = "shipping"
    AFTER_SALES = "after_sales"
    USE = "use"
    TASTE = "taste"
    PROOF = "proof"
    STORY = "story"
    OTHER = "other"


MANDATORY_FACTS = (
    FactKind.ORIGIN,
    FactKind.SIZE,
    FactKind.PRICE,
    FactKind.KEEPING,
    FactKind.SHIPPING,
    FactKind.AFTER_SALES,
    FactKind.USE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A true number with its unit as spoken: ``Quantity(5, "kg")``; equal amounts compare in perception."""

    value: float
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line of a fact card: what may be said, and how it sounds when it is."""

    id: str
    kind: FactKind
    cue: str
    """The line on the cue card, in the scenario's language."""
    heard_as: tuple[tuple[str, ...], ...]
    """Every group must be heard within one phrase or two that follow each other; any one wording of a group will do."""
    mandatory: bool = True
    weight: float = 1.0
    topics: tuple[Topic, ...] = ()
    """The questions of viewers that this fact answers."""
    quantities: tuple[Quantity, ...] = ()
    """True numbers; another number with the same unit beside this fact's words contradicts the card."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PricePoint:
    """The list price that held from ``from_days`` to ``to_days`` ago (0 is today, from_days > to_days)."""

    from_days: int
    to_days: int
    price: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class CouponOffer:
    """Money off that the host may hand out, ``pieces`` times, inside ``valid`` (None: at any time)."""

    off: Money
    pieces: int
    valid: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """What is sold, with all that may be said of it."""

    id: str
    link_no: int
    name: str
    aliases: tuple[str, ...] = ()
    category: str
    """What compliance rules apply to: ordinary_food, agri_product, health_food, goods …"""
    price: Money
    unit: str
    """What one price buys, as spoken: "5 kg box"."""
    shipping: Money
    """What the buyer pays for delivery; zero is free."""
    stock: int
    """Units that are truly there."""
    counter_stock: int
    """Units the shop's counter shows at the start."""
    counter_lag: Seconds = 0.0
    price_history: tuple[PricePoint, ...] = ()
    coupon: CouponOffer | None = None
    facts: tuple[Fact, ...] = ()
    evidence: tuple[str, ...] = ()
    """Documents on file, by id: "pesticide_report", "lab_report_sugar" …"""
    slots: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Fillings for comments and answer keys ({price}, {origin} …): the first is shown, all are accepted when heard."""
    colour: str = "#d94a3d"
    """The swatch that stands for the product where there is no picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seller:
    """Who sells: the name to be spoken, the true story, and the host's tie to the shop."""

    name: str
    heard_as: tuple[str, ...]
    story: str
    connection: str
    """What must be disclosed: "employed by the shop"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A planned stretch of the stream; ``product`` where one is explained."""

    id: str
    name: str
    length: Seconds
    product: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Burst:
    """Arrivals that jump by ``entries_per_min`` at ``at`` and die away with time constant ``fade``."""

    at: Seconds
    entries_per_min: float
    fade: Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """How a fitted room stands to the defaults of the audience model: each number multiplies a rate or an effect."""

    leave: float = 1.0
    click: float = 1.0
    purchase: float = 1.0
    """Multiplies the odds of an order from the product card."""
    comment: float = 1.0
    ask: float = 1.0
    trust: float = 1.0
    """From here on effects: how strongly viewers react to what the room feels and knows."""
    understanding: float = 1.0
    pulse: float = 1.0
    urgency: float = 1.0
    branching: float | None = None
    """Comments that one comment draws, below 1; None is the model's own."""
    ramp_s: Seconds | None = None
    """How long arrivals take to grow to their level; 0 is at once, None the model's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """How many come, and how talkative they are (a teaching choice, shown as such)."""

    preset: str
    entries_per_min: float
    follower_share: float
    comment_multiplier: float
    opening_viewers: int = 0
    bursts: tuple[Burst, ...] = ()
    refund_logit: float = -1.1
    """The refund rate at neutral covariates, on the logit scale (audience model, 4.4)."""
    levels: Levels | None = None
    """Of a room that was fitted to a log; None is the model as it stands."""


class Trigger(StrEnum):
    """What sets an incident going."""

    MOMENT = "moment"
    WRONG_PRICE = "wrong_price"
    CLAIM = "claim"
    OUT_OF_STOCK = "out_of_stock"
    FLOOD = "flood"
    """Many viewers wait for answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """A surprise planned for a moment, or for a condition; ``kind`` names it in the comment taxonomy."""

    id: str
    kind: str
    at: Seconds = 0.0
    """Its moment; nothing where ``when`` is a condition."""
    when: Trigger = Trigger.MOMENT
    threshold: float = 0.0
    """From which severity of a claim (0..1), from how many waiting viewers."""
    product: str | None = None
    lines: tuple[str, ...] = ()
    """What viewers write, where the scenario words it itself; else the taxonomy does."""
    presses: int = 1
    """How often the same viewer insists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChanceIncidents:
    """Incidents left to the seed: how many in ten minutes on average, and which kinds with which weight."""

    per_10_min: float
    kinds: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class StockDraw:
    """Units that another shop, which draws on the same stock, sells at a moment."""

    at: Seconds
    product: str
    units: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredOperation:
    """An act at the control desk that must fall inside a window (rubric D3)."""

    id: str
    kind: str
    """pin | unpin | coupon | coupon_end | price | sold_out | answer_card"""
    product: str | None
    window: Span
    """Session time; the act counts when it falls inside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trap:
    """A temptation planted in the material: the rule category it tests and one sentence that is fine."""

    product: str
    temptation: str
    tests: str
    acceptable: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRules:
    """What an exam paper draws from a scenario: some of its products, one incident of each family, a missing document.

    Its products are then the pool, and the run of show and the required operations are written for the first
    ``products`` of them.
    """

    products: int
    documents: Mapping[str, Text]
    """The documents a product must have to be sold, by id, with their names; one of them will be missing."""
    leaves_out: tuple[str, ...] = ()
    """Kinds of incident that do not suit these goods."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A level a criterion should reach for the session's aim."""

    criterion: str
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One rehearsal as its author wrote it."""

    id: str
    version: str
    title: Text
    brief: Text
    """What the trainee reads before going live."""
    debrief: Text
    """What the debrief looks for first."""
    tier: int
    group: str
    market: str
    """cn | us | uk | eu"""
    language: Language
    currency: Currency
    length: Seconds
    seller: Seller
    products: tuple[Product, ...]
    run_of_show: tuple[Segment, ...]
    crowd: Crowd
    rubric: str
    profile: str | None = None
    incidents: tuple[Incident, ...] = ()
    chance_incidents: ChanceIncidents | None = None
    draws: tuple[StockDraw, ...] = ()
    """Ordered by time."""
    required_operations: tuple[RequiredOperation, ...] = ()
    traps: tuple[Trap, ...] = ()
    goals: tuple[Goal, ...] = ()
    suits: tuple[str, ...] = ()
    """Words that tell whom the goods suit (rubric A1, fifth element)."""
    reasons_to_stay: tuple[str, ...] = ()
    """Words that give a concrete reason to stay (rubric A1, third element)."""
    paper: PaperRules | None = None
    """What an exam draws from it; None where a paper takes it as it stands."""

    def product(self, id: str) -> Product:
        """The product with this id; raise KeyError when there is none."""
        for product in self.products:
            if product.id == id:
                return product
        raise KeyError(id)
