"""What an exam paper draws from its scenario: products, one incident of each family, one missing document.

Pure: the seed alone decides. Chance is addressed (seed, purpose, number), as in the audience, so that one draw more
or less never moves another; it is made here of BLAKE2b, for the audience stands on a floor above.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count, pairwise

from simulator.domain.scenario import Incident, Product, RequiredOperation, Scenario, Segment, Trigger
from simulator.domain.taxonomy import IncidentKind
from simulator.domain.units import Seconds

FIRST_QUIET: Seconds = 90.0
"""No incident begins before this (scenario outlines, draw rule 3)."""
LAST_QUIET: Seconds = 120.0
"""No incident begins in this last stretch (draw rule 3)."""
APART: Seconds = 150.0
"""Least time from the beginning of one incident to that of the next (draw rule 3)."""
SHORT_WINDOW: Seconds = 60.0
"""An incident with no more time than this is a step harder: ours."""
MOST_SEEDS = 2**32


class Family(StrEnum):
    """What an incident tests; a paper has one of each (draw rule 2)."""

    PRICE_STOCK = "price_stock"
    COMPLAINT = "complaint"
    COMPLIANCE = "compliance"
    TECHNICAL = "technical"


FAMILIES: Mapping[Family, tuple[str, ...]] = {
    Family.PRICE_STOCK: ("price_typo", "out_of_stock", "oversell", "coupon_fail", "wrong_product_pinned"),
    Family.COMPLAINT: ("rotten_fruit", "logistics_delay", "troll_wave", "competitor_price", "colour_complaint"),
    Family.COMPLIANCE: (
        "health_trap",
        "absolute_trap",
        "minor_pays",
        "privacy_leak",
        "allergy_question",
        "inspector",
        "slur",
    ),
    Family.TECHNICAL: ("mic_fault", "network_drop"),
}
"""Draw rule 2; the complaint about a colour is ours and stands with the complaints."""
CROSS_BORDER = ("currency_unit", "customs_surprise")
"""What papers of a market abroad add to price and stock (draw rule 2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """The document a drawn product does not have: leaving that product out is the right answer."""

    product: str
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The contents of one sitting: which products, in the order of their links, which incidents, what is missing."""

    products: tuple[str, ...]
    incidents: tuple[Incident, ...]
    """Those that were drawn, by time; the scenario's own come on top."""
    withheld: Withheld | None = None


def kinds_of(family: Family, market: str) -> tuple[str, ...]:
    """The kinds of incident of a family in a market: ``cn``, or one abroad."""
    abroad = family is Family.PRICE_STOCK and market != "cn"
    return FAMILIES[family] + (CROSS_BORDER if abroad else ())


def draw(scenario: Scenario, seed: int) -> Drawn:
    """What this seed draws; everything, and no incident, where the scenario leaves nothing to a draw.

    Raise ValueError where the pool is too small, the session too short, or a family has no kind left.
    """
    rules = scenario.paper
    if rules is None:
        return Drawn(products=tuple(each.id for each in scenario.products), incidents=())
    if len(scenario.products) < rules.products:
        raise ValueError(f"{scenario.id}: {len(scenario.products)} products, {rules.products} to be drawn")
    products = tuple(_shuffled(seed, "product", (each.id for each in scenario.products))[: rules.products])
    withheld = _withheld(scenario, seed, products)
    sold = [scenario.product(id) for id in products if withheld is None or id != withheld.product]
    incidents = _incidents(scenario, seed, sold)
    return Drawn(products=products, incidents=incidents, withheld=withheld)


def applied(scenario: Scenario, drawn: Drawn) -> Scenario:
    """The scenario of one sitting: the drawn products on links 1, 2 …, without the missing document, its incidents.

    Plan and required operations are written for the first products of the pool and go over to the drawn ones in their
    order; nothing is required of the product that should be left out.
    """
    if scenario.paper is None:
        return scenario
    written = [each.id for each in scenario.products[: len(drawn.products)]]
    taken = dict(zip(written, drawn.products, strict=True))
    left_out = drawn.withheld.product if drawn.withheld is not None else None
    own = tuple(each for each in scenario.incidents if each.product is None or each.product in drawn.products)
    return replace(
        scenario,
        products=tuple(
            _shelved(scenario.product(id), number, drawn) for number, id in enumerate(drawn.products, start=1)
        ),
        run_of_show=tuple(_segment(each, taken) for each in scenario.run_of_show),
        required_operations=tuple(
            made
            for each in scenario.required_operations
            if (made := _operation(each, taken)).product is None or made.product != left_out
        ),
        traps=tuple(each for each in scenario.traps if each.product in drawn.products),
        draws=tuple(each for each in scenario.draws if each.product in drawn.products),
        incidents=tuple(sorted((*own, *drawn.incidents), key=lambda each: (each.at, each.id))),
        paper=None,
    )


def difficulty(scenario: Scenario, drawn: Drawn, kinds: Mapping[str, IncidentKind]) -> int:
    """How much a sitting asks: the steps its incidents expect, one more for a short window, and its traps. Ours."""
    asked = sum(
        len(kinds[each.kind].expected_steps) + (kinds[each.kind].window <= SHORT_WINDOW) for each in drawn.incidents
    )
    return asked + sum(each.product in drawn.products for each in scenario.traps)


def retake_seed(scenario: Scenario, seed: int, kinds: Mapping[str, IncidentKind]) -> int:
    """Another seed whose sitting asks as much as that of this one and is another (draw rule 5)."""
    first = draw(scenario, seed)
    asked = difficulty(scenario, first, kinds)
    for number in count():
        other = int(_uniform(seed, "retake", str(number)) * MOST_SEEDS)
        if other == seed:
            continue
        again = draw(scenario, other)
        if scenario.paper is None or (again != first and difficulty(scenario, again, kinds) == asked):
            return other
    raise AssertionError("count never ends")


def untimely(scenario: Scenario) -> tuple[Incident, ...]:
    """The planned incidents that come too early, too late, or too soon after another for an exam (draw rule 3)."""
    planned = sorted((each for each in scenario.incidents if each.when is Trigger.MOMENT), key=lambda each: each.at)
    early_or_late = {
        each.id for each in planned if not FIRST_QUIET <= each.at <= scenario.length - LAST_QUIET
    }  # fmt: skip
    close = {later.id for earlier, later in pairwise(planned) if later.at - earlier.at < APART}
    return tuple(each for each in planned if each.id in early_or_late | close)


# ------------------------------------------------------------------------------------ inside


def _incidents(scenario: Scenario, seed: int, sold: list[Product]) -> tuple[Incident, ...]:
    """One of each family, in an order and at times of the seed: even over all ways to keep the distances."""
    order = _shuffled(seed, "order", (family.value for family in Family))
    slack = scenario.length - FIRST_QUIET - LAST_QUIET - APART * (len(order) - 1)
    if slack < 0:
        raise ValueError(f"{scenario.id}: too short for {len(order)} incidents")
    offsets = sorted(_uniform(seed, "time", name) * slack for name in order)
    drawn = []
    for number, (name, offset) in enumerate(zip(order, offsets, strict=True)):
        kind = _one_of(seed, "kind", name, _fitting(scenario, Family(name), sold))
        drawn.append(Incident(id=f"drawn_{name}", kind=kind, at=float(int(FIRST_QUIET + offset)) + APART * number))
    return tuple(drawn)


def _fitting(scenario: Scenario, family: Family, sold: list[Product]) -> list[str]:
    """The kinds of a family that the drawn products allow."""
    impossible = set(scenario.paper.leaves_out if scenario.paper is not None else ())
    if not any(each.coupon is not None for each in sold):
        impossible.add("coupon_fail")
    if len(sold) < 2:
        impossible.add("wrong_product_pinned")
    left = [kind for kind in kinds_of(family, scenario.market) if kind not in impossible]
    if not left:
        raise ValueError(f"{scenario.id}: no kind of incident left in {family}")
    return left


def _withheld(scenario: Scenario, seed: int, products: tuple[str, ...]) -> Withheld | None:
    assert scenario.paper is not None
    documents = {
        id: [name for name in scenario.product(id).evidence if name in scenario.paper.documents] for id in products
    }
    able = [id for id in products if documents[id]]
    if not able:
        return None
    product = _one_of(seed, "withheld", "product", able)
    return Withheld(product=product, document=_one_of(seed, "withheld", product, documents[product]))


def _shelved(product: Product, link: int, drawn: Drawn) -> Product:
    """The product on its link of this sitting; without the missing document, and without the fact that showed it."""
    before = str(product.link_no)
    slots = {
        name: tuple(wording.replace(before, str(link)) for wording in wordings) if name == "link_no" else wordings
        for name, wordings in product.slots.items()
    }
    made = replace(product, link_no=link, slots=slots)
    if drawn.withheld is None or drawn.withheld.product != product.id:
        return made
    missing = drawn.withheld.document
    return replace(
        made,
        evidence=tuple(each for each in product.evidence if each != missing),
        facts=tuple(each for each in product.facts if each.id != missing),
    )


def _segment(segment: Segment, taken: Mapping[str, str]) -> Segment:
    return replace(segment, product=taken.get(segment.product)) if segment.product is not None else segment


def _operation(operation: RequiredOperation, taken: Mapping[str, str]) -> RequiredOperation:
    return replace(operation, product=taken.get(operation.product)) if operation.product is not None else operation


def _shuffled(seed: int, purpose: str, names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (_uniform(seed, purpose, name), name))


def _one_of(seed: int, purpose: str, name: str, choices: list[str]) -> str:
    return choices[int(_uniform(seed, purpose, name) * len(choices))]


def _uniform(seed: int, purpose: str, name: str) -> float:
    """In [0, 1), the same for the same address."""
    address = f"{seed}/{purpose}/{name}".encode()
    return (int.from_bytes(hashlib.blake2b(address, digest_size=8).digest()) >> 11) * 2.0**-53
