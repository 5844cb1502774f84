"""Answer keys of the taxonomy for one product: which words, prices and facts satisfy them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.domain.findings import FactTold, PriceTold, PriceVerdict
from simulator.domain.language import Language
from simulator.domain.scenario import FactKind, Product
from simulator.domain.taxonomy import AnswerKey
from simulator.domain.units import Span
from simulator.perception.book import Hits
from simulator.perception.wording import Phrase

_KINDS = {
    "origin": FactKind.ORIGIN, "net_weight": FactKind.SIZE, "size": FactKind.SIZE, "unit": FactKind.SIZE,
    "shipping": FactKind.SHIPPING, "ship_by": FactKind.SHIPPING, "carrier": FactKind.SHIPPING,
    "excluded_areas": FactKind.SHIPPING, "after_sales": FactKind.AFTER_SALES, "remedy": FactKind.AFTER_SALES,
    "storage": FactKind.KEEPING, "keeps": FactKind.KEEPING, "taste": FactKind.TASTE, "certificates": FactKind.PROOF,
    "host_story": FactKind.STORY,
}  # fmt: skip
_STEM = 5
"""English key words of so many letters stand for what begins with them: "apolog" is apology and apologise."""


@dataclass(frozen=True, slots=True)
class Key:
    """An answer key for one product: what satisfies it."""

    wordings: tuple[str, ...]
    price: bool
    facts: frozenset[str]
    optional: bool
    name: str = ""
    """The fact it asks for, the slot it fills, else its first wording."""


@dataclass(frozen=True, slots=True)
class Said:
    """A phrase with what was found in it."""

    phrase: Phrase
    hits: Hits
    facts: Sequence[FactTold]
    prices: Sequence[PriceTold]


Heard = dict[int, tuple[Span, str]]
"""Keys by their place that were heard: when, and in which words."""


def key_for(key: AnswerKey, product: Product) -> Key:
    """The key with its slots filled from the product's card."""
    wordings: list[str] = []
    facts: set[str] = set()
    price = False
    unfilled = False
    for wording in key.any_of:
        if not (wording.startswith("{") and wording.endswith("}")):
            wordings.append(wording)
            continue
        slot = wording[1:-1]
        if slot == "price":
            price = True
        elif slot == "link_no":
            number = product.link_no
            wordings += [
                *product.slots.get(slot, ()), f"{number}号链接", f"{number}号", f"number {number}", f"link {number}",
            ]  # fmt: skip
        elif product.slots.get(slot):
            wordings += product.slots[slot]
        else:
            unfilled = True
    if key.fact is not None:
        named = {fact.id for fact in product.facts if fact.id == key.fact}
        if not named and (unfilled or not wordings):
            named = {fact.id for fact in product.facts if fact.kind is _KINDS.get(key.fact)}
        facts = named
    name = key.fact or (key.any_of[0].strip("{}") if key.any_of else "")
    return Key(tuple(dict.fromkeys(wordings)), price, frozenset(facts), key.optional, name)


def heard(key: Key, product: Product, said: Said, language: Language) -> tuple[Span, str] | None:
    """When and in which words the key was heard in the phrase."""
    if key.price:
        for told in said.prices:
            if told.verdict is PriceVerdict.RIGHT and told.product == product.id:
                return told.said, told.quote
    phrase = said.phrase
    hit = said.hits.best(key.wordings)
    if hit is not None:
        return phrase.span(hit.start, hit.end), phrase.quote(hit.start, hit.end)
    for fact in said.facts:
        if fact.product == product.id and fact.fact in key.facts:
            return fact.said, fact.quote
    if language is Language.EN:
        for at, token in enumerate(phrase.tokens):
            if any(len(each) >= _STEM and " " not in each and token.startswith(each) for each in key.wordings):
                start, end = phrase.token_origin[at]
                return phrase.span(start, end), phrase.quote(start, end)
    return None


def complete(keys: Sequence[Key], found: Heard) -> bool:
    """Every required key was heard; where all are optional, one of them."""
    return bool(found) and all(at in found for at, key in enumerate(keys) if not key.optional)


def together(found: Heard) -> tuple[Span, str]:
    """From the first of what was heard to the last, and all its words."""
    spans = [span for span, _ in found.values()]
    words = [text for _, text in sorted(found.values(), key=lambda each: each[0].start) if text]
    return Span(min(span.start for span in spans), max(span.end for span in spans)), "…".join(words)
