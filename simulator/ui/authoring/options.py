"""What may be chosen in a scenario's fields, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from simulator.domain.draft import Named, Steps, plain
from simulator.ui.plain import shown

translate = QCoreApplication.translate


def option(steps: Steps, value: str) -> str:
    """A choice in words; as written where there are none."""
    place = plain(steps)
    return options().get(f"{place}.{value}") or options().get(f"{place.rpartition('.')[2]}.{value}") or shown(value, 60)


def option_of(named: Named, language: str) -> str:
    """Something that may be named: its id, and its title where it has one."""
    known = options().get(f"category.{named.id}", "")
    title = known if named.title is None else named.title.zh if language == "zh" else named.title.en
    return shown(f"{named.id} · {title}" if title and title != named.id else named.id, 60)


def options() -> dict[str, str]:
    """By path, or by the field's name, and value."""
    return {
        "market.cn": translate("Authoring", "China"),
        "market.us": translate("Authoring", "United States"),
        "market.uk": translate("Authoring", "United Kingdom"),
        "market.eu": translate("Authoring", "European Union"),
        "language.zh": translate("Authoring", "Chinese"),
        "language.en": translate("Authoring", "English"),
        "products.facts.kind.origin": translate("Authoring", "origin"),
        "products.facts.kind.size": translate("Authoring", "size"),
        "products.facts.kind.price": translate("Authoring", "price"),
        "products.facts.kind.keeping": translate("Authoring", "keeping"),
        "products.facts.kind.shipping": translate("Authoring", "delivery"),
        "products.facts.kind.after_sales": translate("Authoring", "after-sales"),
        "products.facts.kind.use": translate("Authoring", "use"),
        "products.facts.kind.taste": translate("Authoring", "taste"),
        "products.facts.kind.proof": translate("Authoring", "proof"),
        "products.facts.kind.story": translate("Authoring", "story"),
        "products.facts.kind.other": translate("Authoring", "other"),
        "category.ordinary_food": translate("Authoring", "ordinary food"),
        "category.agri_product": translate("Authoring", "farm produce"),
        "category.health_food": translate("Authoring", "health food"),
        "category.alcohol": translate("Authoring", "alcohol"),
        "category.cosmetic": translate("Authoring", "cosmetics"),
        "category.supplement": translate("Authoring", "food supplement"),
        "category.goods": translate("Authoring", "goods"),
        "category.livestock_seed": translate("Authoring", "breeding stock"),
        "category.seed_seedling": translate("Authoring", "seeds and seedlings"),
        "topics.price": translate("Authoring", "price"),
        "topics.specification": translate("Authoring", "specification"),
        "topics.fit": translate("Authoring", "whom it suits"),
        "topics.use": translate("Authoring", "use"),
        "topics.trust": translate("Authoring", "trust"),
        "topics.shipping": translate("Authoring", "delivery"),
        "topics.returns": translate("Authoring", "returns"),
        "topics.availability": translate("Authoring", "availability"),
        "when.moment": translate("Authoring", "a moment"),
        "when.wrong_price": translate("Authoring", "a wrong price said"),
        "when.claim": translate("Authoring", "a prohibited claim"),
        "when.out_of_stock": translate("Authoring", "a product that ran out"),
        "when.flood": translate("Authoring", "many who wait for an answer"),
        "required_operations.kind.pin": translate("Authoring", "put on show"),
        "required_operations.kind.unpin": translate("Authoring", "take off show"),
        "required_operations.kind.coupon": translate("Authoring", "coupon"),
        "required_operations.kind.coupon_end": translate("Authoring", "end of coupon"),
        "required_operations.kind.price": translate("Authoring", "price change"),
        "required_operations.kind.sold_out": translate("Authoring", "sold out"),
        "required_operations.kind.answer_card": translate("Authoring", "answer card"),
    }
