"""The reference room of the model (15.1): 25 arrivals a second, three products, only the first is ever shown."""

from __future__ import annotations

from decimal import Decimal

from simulator.domain.language import Language
from simulator.domain.scenario import CouponOffer, Crowd, Fact, FactKind, Product, Scenario, Seller
from simulator.domain.taxonomy import Taxonomy
from simulator.domain.units import Currency, Money, Seconds, Text

UNLIMITED = 10**9
NO_TAXONOMY = Taxonomy(version="0", categories={}, incidents={})
"""For rooms that are counted and not read."""
FLAT = "flat"
"""The preset without a ramp: arrivals at full level from the start."""
LENGTH: Seconds = 600.0


def reference_scenario(
    entries_per_min: float = 1500.0, length: Seconds = LENGTH, stock: int = UNLIMITED, language: Language = Language.ZH
) -> Scenario:
    """The scenario of the reference room, for ``length`` seconds."""
    return Scenario(
        id="reference",
        version="1",
        title=Text("参考直播间", "Reference room"),
        brief=Text("", ""),
        debrief=Text("", ""),
        tier=1,
        group="",
        market="cn",
        language=language,
        currency=Currency.CNY,
        length=length,
        seller=Seller(name="", heard_as=(), story="", connection=""),
        products=(_product("p0", "99", stock, "14.85"), _product("p1", "149"), _product("p2", "59")),
        run_of_show=(),
        crowd=Crowd(preset=FLAT, entries_per_min=entries_per_min, follower_share=0.08, comment_multiplier=1.0),
        rubric="",
    )


def _product(id: str, price: str, stock: int = UNLIMITED, coupon: str | None = None) -> Product:
    kinds = [FactKind.OTHER] * 12 + [FactKind.SHIPPING, FactKind.AFTER_SALES]
    return Product(
        id=id,
        link_no=1,
        name=id,
        category="goods",
        price=_money(price),
        unit="",
        shipping=_money("0"),
        stock=stock,
        counter_stock=stock,
        facts=tuple(Fact(id=f"f{number}", kind=kind, cue="", heard_as=()) for number, kind in enumerate(kinds)),
        coupon=CouponOffer(off=_money(coupon), pieces=UNLIMITED) if coupon is not None else None,
    )


def _money(amount: str) -> Money:
    return Money.of(Decimal(amount), Currency.CNY)
