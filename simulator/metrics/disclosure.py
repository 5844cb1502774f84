"""F4: what the market obliges a host to say, and whether it was said in time.

The obligations are those of the rule packs' ``required_statements``, whose "when" is prose; here it is made exact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.domain.crowd import CommentPosted
from simulator.domain.desk import CouponSent, LuckyBagOpened
from simulator.domain.findings import (
    CallToActionMade,
    ClaimChecked,
    ElementHeard,
    PriceTold,
    QuestionAnswered,
    StatementMade,
)
from simulator.domain.judgement import Evidence, Measurement, WhyNone
from simulator.domain.scenario import FactKind
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds, Span
from simulator.metrics.explanation import PRICE_STATEMENTS, TOLD, delivery_cost, facts_of, facts_told
from simulator.metrics.hands import own
from simulator.metrics.metric import measured, metric, not_measured
from simulator.metrics.presenting import explained, offered, product_at
from simulator.metrics.speaking import unheard

FIRST: Seconds = 180.0
"""Who sells must be clear in the first 3 minutes."""
LONG_BLOCK: Seconds = 600.0
CONNECTION_FIRST: Seconds = 30.0
CONNECTION_EVERY: Seconds = 600.0
BEFORE_A_DRAW: Seconds = 60.0
FRESH = "agri_product"
"""The product category whose goods perish (rule pack: "each fresh product")."""
HEALTH_FOOD = "health_food"
REDUCTIONS = frozenset({"reference_price", "price_reference"})


@dataclass(frozen=True, slots=True)
class Obligation:
    """Something that must be said inside ``due``, of a product where one is named."""

    statement: str
    product: str | None
    due: Span

    @property
    def id(self) -> str:
        return self.statement if self.product is None else f"{self.statement}/{self.product}"


@metric
def disclosures_made(log: SessionLog) -> Measurement:
    """Share 0..1 of the disclosures the market requires of this stream that were made in time."""
    if why := unheard(log):
        return not_measured(why)
    due = obligations(log)
    if not due:
        return not_measured(WhyNone.NOT_PLANNED)
    made: list[str] = []
    missing: list[str] = []
    evidence: list[Evidence] = []
    for obligation in due:
        if moment := next(_makings(log, obligation), None):
            made.append(obligation.id)
            evidence.append(moment)
        else:
            missing.append(f"-{obligation.id}")
    return measured(len(made) / len(due), evidence, [*dict.fromkeys(missing), *dict.fromkeys(made)])


def obligations(log: SessionLog) -> tuple[Obligation, ...]:
    """What this market requires of this stream, given what was sold and what happened."""
    market = log.scenario.market
    whole = Span(0.0, log.length)
    early = Span(0.0, FIRST)
    products = offered(log)
    due: list[Obligation] = []
    if market == "cn":
        due.append(Obligation("who_sells", None, early))
        due += [Obligation("who_sells", None, span) for span, _ in explained(log) if span.length > LONG_BLOCK]
        for id in products:
            due.append(Obligation("final_price", id, _before_call(log, id)))
            due.append(Obligation("ship", id, whole))
            category = log.scenario.product(id).category
            if category == FRESH:
                due.append(Obligation("after_sales", id, whole))
            if category == HEALTH_FOOD:
                due.append(Obligation("health_food_line", id, whole))
        due += [
            Obligation("minor_warning", None, Span(comment.at, comment.expires_at))
            for comment in log.only(CommentPosted)
            if comment.category == "minor"
        ]
        due += [
            Obligation("gift_terms", None, Span(bag.at - BEFORE_A_DRAW, bag.closes_at))
            for bag in own(log.only(LuckyBagOpened))
        ]
    if market in ("us", "uk", "eu"):
        due.append(Obligation("connection", None, Span(0.0, CONNECTION_FIRST)))
        since = CONNECTION_FIRST
        while since + CONNECTION_EVERY <= log.length:
            due.append(Obligation("connection", None, Span(since, since + CONNECTION_EVERY)))
            since += CONNECTION_EVERY
        for id in products:
            due.append(Obligation("total_price", id, _before_call(log, id)))
            due.append(Obligation("delivery", id, whole))
    if market in ("uk", "eu"):
        due.append(Obligation("trader", None, early))
        due += [Obligation("returns", id, whole) for id in products]
    if market == "eu":
        reduced = [claim.said.start for claim in log.only(ClaimChecked) if claim.category in REDUCTIONS]
        reduced += [coupon.at for coupon in own(log.only(CouponSent))]
        due += [Obligation("prior_price", None, Span(at - 60, at + 60)) for at in reduced]
    return tuple(due)


def _before_call(log: SessionLog, product: str) -> Span:
    """From the start to the end of the first call to buy this product: the price belongs before, or into, it."""
    for call in log.only(CallToActionMade):
        if call.kind == "order" and product_at(log, call.said.start) in (None, product):
            return Span(0.0, call.said.end)
    return Span(0.0, log.length)


def _makings(log: SessionLog, obligation: Obligation) -> Iterator[Evidence]:
    """The moments an obligation was met, as a statement or by the facts it consists of."""
    due = obligation.due
    for stated in log.only(StatementMade):
        if (
            stated.statement == obligation.statement
            and (None in (stated.product, obligation.product) or stated.product == obligation.product)
            and due.start <= _when(stated) <= due.end
        ):
            yield Evidence(stated.said, stated.quote)
    for moment in _equivalents(log, obligation):
        if due.start <= moment.span.start <= due.end:
            yield moment


def _equivalents(log: SessionLog, obligation: Obligation) -> Iterator[Evidence]:
    """Moments that say the same without the statement's own words."""
    match obligation.statement:
        case "who_sells" | "trader":
            for heard in log.only(ElementHeard):
                if heard.element == "who_sells":
                    yield Evidence(heard.said, heard.quote)
        case "ship" | "delivery":
            yield from _told(log, obligation, FactKind.SHIPPING)
        case "after_sales" | "returns":
            yield from _told(log, obligation, FactKind.AFTER_SALES)
        case "final_price" | "total_price":
            yield from _price_in_parts(log, obligation)
        case "minor_warning":
            for answer in log.only(QuestionAnswered):
                if answer.category == "minor":
                    yield Evidence(answer.said, answer.quote)
        case _:
            return


def _when(stated: StatementMade) -> Seconds:
    """When a statement counts as made: one pieced together from parts, as prices are, with its last part."""
    return stated.said.end if stated.statement in PRICE_STATEMENTS else stated.said.start


def _price_in_parts(log: SessionLog, obligation: Obligation) -> Iterator[Evidence]:
    """Price and delivery, in China the size too: the last of them completes the statement."""
    product = log.scenario.product(obligation.product or "")
    prices = (
        Evidence(price.said, price.quote)
        for price in log.only(PriceTold)
        if price.verdict in TOLD and price.product in (None, product.id)
    )
    parts = [next(prices, None), delivery_cost(log, product)]
    if obligation.statement == "final_price" and facts_of(product, FactKind.SIZE):
        parts.append(next(_told(log, obligation, FactKind.SIZE), None))
    made = [part for part in parts if part is not None]
    if len(made) == len(parts):
        yield max(made, key=lambda moment: moment.span)


def _told(log: SessionLog, obligation: Obligation, kind: FactKind) -> Iterator[Evidence]:
    """The tellings of the product's facts of one kind, earliest first."""
    told = facts_told(log)
    product = log.scenario.product(obligation.product or "")
    moments = [told[product.id, fact] for fact in facts_of(product, kind) if (product.id, fact) in told]
    yield from sorted(moments, key=lambda moment: moment.span)
