"""A scenario file as it is written, and the domain's ``Scenario`` made of it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from simulator.domain.language import Language
from simulator.domain.scenario import (
    Burst,
    ChanceIncidents,
    CouponOffer,
    Crowd,
    Fact,
    FactKind,
    Goal,
    Incident,
    Levels,
    PaperRules,
    PricePoint,
    Product,
    Quantity,
    RequiredOperation,
    Scenario,
    Segment,
    Seller,
    StockDraw,
    Topic,
    Trap,
    Trigger,
)
from simulator.domain.units import Currency, Money, Span
from simulator.storage.fields import (
    BothLanguages,
    Branching,
    Comment,
    Count,
    Document,
    Effect,
    Id,
    Multiplier,
    Price,
    SecondsField,
    Share,
    SomePrice,
    Word,
    Words,
)

SCHEMA = "bolian-scenario/1"

TopicName = Literal["price", "specification", "fit", "use", "trust", "shipping", "returns", "availability"]
Window = Annotated[tuple[SecondsField, SecondsField], Field(description="from, to in seconds on air")]


class QuantityFields(Document):
    value: Annotated[float, Field(ge=0, le=1e9)]
    unit: Word

    def made(self) -> Quantity:
        return Quantity(self.value, self.unit)


class FactFields(Document):
    id: Id
    kind: FactKind
    cue: Word
    heard_as: Annotated[tuple[Annotated[tuple[Word, ...], Field(min_length=1)], ...], Field(min_length=1, max_length=6)]
    mandatory: bool = True
    weight: Annotated[float, Field(gt=0, le=100)] = 1.0
    topics: tuple[TopicName, ...] = ()
    quantities: tuple[QuantityFields, ...] = ()

    def made(self) -> Fact:
        return Fact(
            id=self.id,
            kind=self.kind,
            cue=self.cue,
            heard_as=self.heard_as,
            mandatory=self.mandatory,
            weight=self.weight,
            topics=tuple(Topic[name.upper()] for name in self.topics),
            quantities=tuple(each.made() for each in self.quantities),
        )


class PricePointFields(Document):
    from_days: Annotated[int, Field(ge=0, le=3650)]
    to_days: Annotated[int, Field(ge=0, le=3650)]
    price: SomePrice

    def made(self, currency: Currency) -> PricePoint:
        return PricePoint(from_days=self.from_days, to_days=self.to_days, price=Money.of(self.price, currency))


class CouponFields(Document):
    off: Price
    pieces: Annotated[int, Field(ge=1, le=1_000_000)]
    valid_s: Window | None = None

    def made(self, currency: Currency) -> CouponOffer:
        valid = Span(*self.valid_s) if self.valid_s else None
        return CouponOffer(off=Money.of(self.off, currency), pieces=self.pieces, valid=valid)


class ProductFields(Document):
    id: Id
    link_no: Annotated[int, Field(ge=1, le=99)]
    name: Word
    aliases: tuple[Word, ...] = ()
    category: Id
    price: SomePrice
    unit: Word
    shipping: Price
    stock: Count
    counter_stock: Count
    counter_lag_s: SecondsField
    new_product: bool = False
    price_history: tuple[PricePointFields, ...]
    coupon: CouponFields | None = None
    facts: Annotated[tuple[FactFields, ...], Field(min_length=1, max_length=60)]
    evidence: tuple[Id, ...] = ()
    slots: dict[Id, Annotated[tuple[Word, ...], Field(min_length=1)]]
    colour: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")] = "#d94a3d"

    def made(self, currency: Currency) -> Product:
        return Product(
            id=self.id,
            link_no=self.link_no,
            name=self.name,
            aliases=self.aliases,
            category=self.category,
            price=Money.of(self.price, currency),
            unit=self.unit,
            shipping=Money.of(self.shipping, currency),
            stock=self.stock,
            counter_stock=self.counter_stock,
            counter_lag=self.counter_lag_s,
            price_history=tuple(point.made(currency) for point in self.price_history),
            coupon=self.coupon.made(currency) if self.coupon else None,
            facts=tuple(fact.made() for fact in self.facts),
            evidence=self.evidence,
            slots=dict(self.slots),
            colour=self.colour,
        )


class SellerFields(Document):
    name: Word
    heard_as: Annotated[tuple[Word, ...], Field(min_length=1)]
    story: Words
    connection: Words

    def made(self) -> Seller:
        return Seller(name=self.name, heard_as=self.heard_as, story=self.story, connection=self.connection)


class SegmentFields(Document):
    id: Id
    name: Word
    length_s: Annotated[float, Field(ge=5, le=86_400)]
    product: Id | None = None

    def made(self) -> Segment:
        return Segment(id=self.id, name=self.name, length=self.length_s, product=self.product)


class BurstFields(Document):
    at_s: SecondsField
    entries_per_min: Annotated[float, Field(gt=0, le=100_000)]
    fade_s: Annotated[float, Field(ge=1, le=3600)]

    def made(self) -> Burst:
        return Burst(at=self.at_s, entries_per_min=self.entries_per_min, fade=self.fade_s)


class LevelsFields(Document):
    """How a fitted room stands to the model's defaults: rates, the odds of an order, and effects, multiplied."""

    leave: Multiplier = 1.0
    click: Multiplier = 1.0
    purchase: Multiplier = 1.0
    comment: Multiplier = 1.0
    ask: Multiplier = 1.0
    trust: Effect = 1.0
    understanding: Effect = 1.0
    pulse: Effect = 1.0
    urgency: Effect = 1.0
    branching: Branching | None = None
    ramp_s: Annotated[float, Field(ge=0, le=3600)] | None = None

    def made(self) -> Levels:
        return Levels(**self.model_dump())


class CrowdFields(Document):
    preset: Id
    entries_per_min: Annotated[float, Field(gt=0, le=100_000)]
    follower_share: Share
    comment_multiplier: Annotated[float, Field(gt=0, le=100)]
    opening_viewers: Annotated[int, Field(ge=0, le=100_000)] = 0
    bursts: tuple[BurstFields, ...] = ()
    refund_logit: Annotated[float, Field(ge=-8, le=3)]
    levels: LevelsFields | None = None

    def made(self) -> Crowd:
        return Crowd(
            preset=self.preset,
            entries_per_min=self.entries_per_min,
            follower_share=self.follower_share,
            comment_multiplier=self.comment_multiplier,
            opening_viewers=self.opening_viewers,
            bursts=tuple(each.made() for each in self.bursts),
            refund_logit=self.refund_logit,
            levels=self.levels.made() if self.levels else None,
        )

    def entries(self, length_s: float) -> float:
        """How many come in, in a session of this length."""
        jumps = sum(each.entries_per_min * each.fade_s / 60 for each in self.bursts)
        return self.opening_viewers + self.entries_per_min * length_s / 60 + jumps


class IncidentFields(Document):
    id: Id
    kind: Id
    when: Trigger = Trigger.MOMENT
    at_s: SecondsField | None = None
    """Of a moment only."""
    threshold: Annotated[float, Field(gt=0, le=100_000)] | None = None
    """Of a claim (0..1) and of a flood (waiting viewers)."""
    product: Id | None = None
    lines: Annotated[tuple[Word, ...], Field(max_length=40)] = ()
    presses: Annotated[int, Field(ge=1, le=10)] = 1

    def made(self) -> Incident:
        return Incident(
            id=self.id,
            kind=self.kind,
            at=self.at_s or 0.0,
            when=self.when,
            threshold=self.threshold or 0.0,
            product=self.product,
            lines=self.lines,
            presses=self.presses,
        )


class ChanceFields(Document):
    per_10_min: Annotated[float, Field(gt=0, le=20)]
    kinds: Annotated[dict[Id, Annotated[float, Field(gt=0, le=1000)]], Field(min_length=1, max_length=60)]

    def made(self) -> ChanceIncidents:
        return ChanceIncidents(per_10_min=self.per_10_min, kinds=dict(self.kinds))


class DrawFields(Document):
    """Units sold elsewhere out of the same stock."""

    at_s: SecondsField
    product: Id
    units: Annotated[int, Field(ge=1, le=1_000_000)]

    def made(self) -> StockDraw:
        return StockDraw(at=self.at_s, product=self.product, units=self.units)


class OperationFields(Document):
    id: Id
    kind: Literal["pin", "unpin", "coupon", "coupon_end", "price", "sold_out", "answer_card"]
    product: Id | None = None
    window_s: Window

    def made(self) -> RequiredOperation:
        return RequiredOperation(id=self.id, kind=self.kind, product=self.product, window=Span(*self.window_s))


class TrapFields(Document):
    product: Id
    temptation: Words
    tests: Id
    acceptable: Words

    def made(self) -> Trap:
        return Trap(product=self.product, temptation=self.temptation, tests=self.tests, acceptable=self.acceptable)


class PaperFields(Document):
    """What an exam draws from the scenario."""

    products: Annotated[int, Field(ge=2, le=9)]
    documents: Annotated[dict[Id, BothLanguages], Field(min_length=1, max_length=30)]
    leaves_out: tuple[Id, ...] = ()

    def made(self) -> PaperRules:
        return PaperRules(
            products=self.products,
            documents={name: words.text() for name, words in self.documents.items()},
            leaves_out=self.leaves_out,
        )


class GoalFields(Document):
    criterion: Id
    level: Annotated[int, Field(ge=1, le=5)]

    def made(self) -> Goal:
        return Goal(criterion=self.criterion, level=self.level)


class ScenarioFile(Document):
    """Everything in one scenario file; ``docs/scenario-author.md`` explains each field."""

    schema_: Annotated[Literal["bolian-scenario/1"], Field(alias="schema")]
    about: Comment = ""
    id: Id
    version: Word
    title: BothLanguages
    brief: BothLanguages
    debrief: BothLanguages
    tier: Annotated[int, Field(ge=1, le=4)]
    group: Word
    market: Literal["cn", "us", "uk", "eu"]
    language: Language
    currency: Currency
    length_s: Annotated[float, Field(ge=60, le=14_400)]
    seller: SellerFields
    products: Annotated[tuple[ProductFields, ...], Field(min_length=1, max_length=30)]
    run_of_show: Annotated[tuple[SegmentFields, ...], Field(min_length=1, max_length=60)]
    crowd: CrowdFields
    rubric: Id
    profile: Id | None = None
    incidents: Annotated[tuple[IncidentFields, ...], Field(max_length=60)] = ()
    chance_incidents: ChanceFields | None = None
    draws: Annotated[tuple[DrawFields, ...], Field(max_length=200)] = ()
    required_operations: Annotated[tuple[OperationFields, ...], Field(max_length=60)] = ()
    traps: Annotated[tuple[TrapFields, ...], Field(max_length=60)] = ()
    goals: Annotated[tuple[GoalFields, ...], Field(max_length=30)] = ()
    suits: tuple[Word, ...] = ()
    reasons_to_stay: tuple[Word, ...] = ()
    paper: PaperFields | None = None

    def made(self) -> Scenario:
        return Scenario(
            id=self.id,
            version=self.version,
            title=self.title.text(),
            brief=self.brief.text(),
            debrief=self.debrief.text(),
            tier=self.tier,
            group=self.group,
            market=self.market,
            language=self.language,
            currency=self.currency,
            length=self.length_s,
            seller=self.seller.made(),
            products=tuple(product.made(self.currency) for product in self.products),
            run_of_show=tuple(segment.made() for segment in self.run_of_show),
            crowd=self.crowd.made(),
            rubric=self.rubric,
            profile=self.profile,
            incidents=tuple(incident.made() for incident in self.incidents),
            chance_incidents=self.chance_incidents.made() if self.chance_incidents else None,
            draws=tuple(sorted((draw.made() for draw in self.draws), key=lambda draw: draw.at)),
            required_operations=tuple(operation.made() for operation in self.required_operations),
            traps=tuple(trap.made() for trap in self.traps),
            goals=tuple(goal.made() for goal in self.goals),
            suits=self.suits,
            reasons_to_stay=self.reasons_to_stay,
            paper=self.paper.made() if self.paper else None,
        )
