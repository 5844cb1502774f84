"""B: what was told of the products."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from simulator.domain.events import HostSpoke
from simulator.domain.findings import CorrectionMade, FactContradicted, FactTold, PriceTold, PriceVerdict, StatementMade
from simulator.domain.judgement import Evidence, Measurement, WhyNone
from simulator.domain.scenario import Fact, FactKind, Product
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds, Span
from simulator.metrics.metric import measured, metric, not_measured
from simulator.metrics.presenting import owed, presented
from simulator.metrics.speaking import unheard

CORRECTED_WITHIN: Seconds = 60.0
TOLD = (PriceVerdict.RIGHT, PriceVerdict.UNSURE)
"""A price the recogniser may have misheard was told: what it was is not held against the host."""
AT_ONCE = 4
"""So many facts at once can be taken in (Cowan, Behavioral and Brain Sciences 24, 2001: about four chunks)."""
CROWDED: Seconds = 20.0
"""Facts told this close, before or after, are told at once; ours."""
HURRIED = "hurried"
"""In the detail of ``fact_coverage``: some facts were told only in a rush and count in part."""
PRICE_STATEMENTS = ("final_price", "total_price")
"""Required statements that give price and delivery together."""
WRONG_PRICE = "wrong_price"
"""In the detail of ``contradictions_per_product``: a wrong price stood, which caps the level (rubric B2)."""


@metric
def fact_coverage(log: SessionLog) -> Measurement:
    """Share 0..1, by weight, of the mandatory facts of the products owed that were told at least once.

    A fact told only where others crowd it counts in part: what is read out in one go is not explained (ours).
    """
    if why := _nothing_presented(log, presented(log)):
        return not_measured(why)
    mandatory = {
        (product.id, fact.id): fact.weight
        for product in (log.scenario.product(id) for id in owed(log))
        for fact in product.facts
        if fact.mandatory
    }
    possible = sum(mandatory.values())
    if not possible:
        return not_measured(WhyNone.NOT_PLANNED)
    moments = {key: told for key, told in _tellings(log).items() if key in mandatory}
    starts = sorted((moment.span.start, key) for key, told in moments.items() for moment in told)
    heard = 0.0
    evidence: list[Evidence] = []
    found: list[str] = []
    missing: list[str] = []
    hurried = False
    for key, weight in mandatory.items():
        name = "/".join(key)
        if key not in moments:
            missing.append(f"-{name}")
            continue
        crowds = [_crowd(starts, moment.span.start) for moment in moments[key]]
        crowd = min(crowds)
        hurried = hurried or crowd > AT_ONCE
        heard += weight * min(1.0, AT_ONCE / crowd)
        evidence.append(moments[key][crowds.index(crowd)])
        found.append(name)
    # Nothing of a fact is left to show but its absence: what was missed is named before what was told.
    return measured(heard / possible, evidence, [*([HURRIED] if hurried else []), *missing, *found])


@metric
def contradictions_per_product(log: SessionLog) -> Measurement:
    """Statements against the fact card that stood uncorrected for 60 s, per product presented.

    Prices the recogniser may have misheard are not among them.
    """
    products = presented(log)
    if why := _nothing_presented(log, products):
        return not_measured(why)
    wrong = uncorrected(log)
    if not wrong:
        right = (event for event in log.only(PriceTold) if event.verdict is PriceVerdict.RIGHT)
        return measured(0.0, (Evidence(event.said, event.quote) for event in right))
    detail = [f"{each.product}/{each.fact}" for each in wrong if each.fact]
    if any(each.price for each in wrong):
        detail.insert(0, WRONG_PRICE)
    return measured(len(wrong) / len(products), (each.evidence for each in wrong), dict.fromkeys(detail))


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A statement against the fact card."""

    product: str | None
    fact: str | None
    """None for a price that belongs to no fact."""
    price: bool
    evidence: Evidence


def uncorrected(log: SessionLog) -> tuple[Contradiction, ...]:
    """Statements against the fact card that nobody put right within 60 s, in order.

    A wrong price that is also a wrong fact is one statement.
    """
    prices = {
        (product.id, fact.id): fact for product in log.scenario.products for fact in product.facts if is_price(fact)
    }
    right_prices = [
        (event.said.start, event.product) for event in log.only(PriceTold) if event.verdict is PriceVerdict.RIGHT
    ]
    right_facts = [(event.said.start, event.product, event.fact) for event in log.only(FactTold)]
    corrections = list(log.only(CorrectionMade))

    def put_right(said: Span, product: str | None, fact: str | None, price: bool) -> bool:
        until = said.end + CORRECTED_WITHIN
        # Said in so many words ("I misspoke, it is …"), whatever was said instead.
        if any(each.replaces.overlaps(said) and said.end <= each.said.end <= until for each in corrections):
            return True
        if any(said.end <= at <= until and (product, fact) == (of, told) for at, of, told in right_facts):
            return True
        return price and any(said.end <= at <= until and product in (None, of) for at, of in right_prices)

    found: list[Contradiction] = []
    wrong_prices: list[Span] = []
    for spoken in log.only(PriceTold):
        if spoken.verdict is PriceVerdict.WRONG:
            wrong_prices.append(spoken.said)
            fact = next((id for of, id in prices if of == spoken.product), None)
            if not put_right(spoken.said, spoken.product, fact, price=True):
                evidence = Evidence(spoken.said, spoken.quote)
                found.append(Contradiction(product=spoken.product, fact=fact, price=True, evidence=evidence))
    for against in log.only(FactContradicted):
        price = (against.product, against.fact) in prices
        if price and any(against.said.overlaps(span) for span in wrong_prices):
            continue
        if not put_right(against.said, against.product, against.fact, price):
            evidence = Evidence(against.said, against.quote)
            found.append(Contradiction(product=against.product, fact=against.fact, price=price, evidence=evidence))
    return tuple(sorted(found, key=lambda each: each.evidence.span))


def facts_told(log: SessionLog) -> dict[tuple[str, str], Evidence]:
    """The first telling of each fact, by product and fact; a price tells the fact of the price."""
    return {key: moments[0] for key, moments in _tellings(log).items()}


def _tellings(log: SessionLog) -> dict[tuple[str, str], list[Evidence]]:
    """Every telling of each fact, in order."""
    price_facts = {product.id: fact.id for product in log.scenario.products for fact in product.facts if is_price(fact)}
    told: dict[tuple[str, str], list[Evidence]] = {}
    for event in log.only(FactTold, PriceTold):
        evidence = Evidence(event.said, event.quote)
        if isinstance(event, FactTold):
            told.setdefault((event.product, event.fact), []).append(evidence)
        elif event.verdict in TOLD and event.product in price_facts:
            told.setdefault((event.product, price_facts[event.product]), []).append(evidence)
    return told


def _crowd(starts: list[tuple[Seconds, tuple[str, str]]], moment: Seconds) -> int:
    """How many different facts were told around a moment, the one told then included."""
    first = bisect_left(starts, (moment - CROWDED, ("", "")))
    crowd: set[tuple[str, str]] = set()
    for start, key in starts[first:]:
        if start > moment + CROWDED:
            break
        crowd.add(key)
    return len(crowd)


def delivery_cost(log: SessionLog, product: Product) -> Evidence | None:
    """The first moment it was told what delivery costs: in the card's words, or inside a price statement.

    A card without such words leaves only its facts of delivery to go by.
    """
    wordings = [_plain(wording) for wording in product.slots.get("shipping", ())]
    for event in log.only(StatementMade, HostSpoke):
        if isinstance(event, StatementMade):
            if event.statement in PRICE_STATEMENTS and event.product in (None, product.id):
                return Evidence(event.said, event.quote)
        elif any(wording in _plain(event.text) for wording in wordings):
            return Evidence(event.said, event.text)
    if wordings:
        return None
    told = facts_told(log)
    moments = [told[product.id, id] for id in facts_of(product, FactKind.SHIPPING) if (product.id, id) in told]
    return min(moments, key=lambda moment: moment.span, default=None)


def facts_of(product: Product, kind: FactKind) -> tuple[str, ...]:
    """Ids of the product's facts of one kind."""
    return tuple(fact.id for fact in product.facts if fact.kind is kind)


def is_price(fact: Fact) -> bool:
    return fact.kind is FactKind.PRICE


def _plain(text: str) -> str:
    return "".join(text.casefold().split())


def _nothing_presented(log: SessionLog, products: tuple[str, ...]) -> WhyNone | None:
    if why := unheard(log):
        return why
    return None if products else WhyNone.NO_PRODUCT_PRESENTED
