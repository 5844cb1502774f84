"""The shops the test pitches are given in: two products each, so that there is something to leave out or mix up."""

from __future__ import annotations

from dataclasses import replace

from simulator.domain.scenario import Fact, FactKind, Product, RequiredOperation, Scenario, Segment, Topic
from simulator.domain.units import Money, Span
from simulator.storage.content import FolderLibrary
from tests.stream import ASSETS


def shop(language: str) -> Scenario:
    """Eight minutes: an opening, a segment for each product, a close; three cards to pin."""
    library = FolderLibrary(ASSETS)
    if language == "zh":
        first = library.scenario("S01")
        other = library.scenario("S03")
        second = replace(other.products[0], link_no=2, slots={**other.products[0].slots, "link_no": ("2号链接",)})
        suits, reasons = (*first.suits, *other.suits), (*first.reasons_to_stay, *other.reasons_to_stay)
    else:
        first = library.scenario("S08")
        second = spoons(first)
        suits, reasons = first.suits, first.reasons_to_stay
    one, two = first.products[0].id, second.id
    return replace(
        first,
        products=(first.products[0], second),
        suits=suits,
        reasons_to_stay=reasons,
        length=480,
        run_of_show=(
            Segment(id="open", name="open", length=45),
            Segment(id=f"sell_{one}", name=one, length=180, product=one),
            Segment(id=f"sell_{two}", name=two, length=180, product=two),
            Segment(id="close", name="close", length=75),
        ),
        required_operations=(
            _pin("first", one, 30, 100),
            _pin("second", two, 210, 280),
            _pin("again", one, 390, 470),
        ),
        crowd=replace(first.crowd, entries_per_min=40, opening_viewers=30),
        incidents=tuple(each for each in first.incidents if each.at == 0),
        profile=None,
    )


def _pin(id: str, product: str, start: float, end: float) -> RequiredOperation:
    return RequiredOperation(id=id, kind="pin", product=product, window=Span(start, end))


def spoons(shop: Scenario) -> Product:
    """A second product for the English shop, as fully described as its first."""
    facts = (
        ("spoons_origin", FactKind.ORIGIN, ("carved in our workshop", "carved by hand"), (Topic.TRUST,)),
        ("spoons_size", FactKind.SIZE, ("set of five", "five spoons"), (Topic.FIT,)),
        ("spoons_price", FactKind.PRICE, ("12.90", "12 dollars and 90 cents"), (Topic.PRICE,)),
        ("spoons_keeping", FactKind.KEEPING, ("wipe them dry", "wipe dry"), (Topic.USE,)),
        ("spoons_shipping", FactKind.SHIPPING, ("same parcel",), (Topic.SHIPPING,)),
        ("spoons_returns", FactKind.AFTER_SALES, ("sixty days", "60 days"), (Topic.RETURNS,)),
        ("spoons_use", FactKind.USE, ("stir soup", "toss salad"), (Topic.USE,)),
        ("spoons_feel", FactKind.TASTE, ("no splinters", "rounded edges"), (Topic.SPECIFICATION,)),
    )
    board = shop.products[0]
    return replace(
        board,
        id="spoons",
        link_no=2,
        name="bamboo spoon set",
        aliases=("spoon set", "bamboo spoons"),
        price=Money.of("12.90", shop.currency),
        unit="one set",
        price_history=(),
        facts=tuple(
            Fact(id=id, kind=kind, cue=heard[0], heard_as=(heard,), mandatory=kind is not FactKind.TASTE, topics=topics)
            for id, kind, heard, topics in facts
        ),
        slots={
            **board.slots,
            "price": ("12.90 dollars",),
            "weight": ("set of five",),
            "unit": ("one set",),
            "size": ("five spoons",),
            "taste": ("no splinters", "rounded edges"),
            "origin": ("our workshop",),
            "ship_by": ("same parcel",),
            "shipping": (),
            "after_sales": ("60 days",),
            "storage": ("wipe dry", "wipe them dry"),
            "link_no": ("link number 2", "number two"),
        },
    )
