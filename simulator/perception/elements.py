"""Building blocks of a stream (rubric A1, A4, C4) and the statements a market requires (rubric F4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.domain.compliance import RulePack
from simulator.domain.findings import (
    CallToActionMade,
    ElementHeard,
    FactTold,
    PriceTold,
    PriceVerdict,
    ProductMentioned,
    StatementMade,
)
from simulator.domain.scenario import FactKind, Product, Scenario
from simulator.domain.units import Seconds, Span
from simulator.perception.book import Hits
from simulator.perception.phrasebook import Phrasebook
from simulator.perception.wording import Phrase

AGAIN: Seconds = 10.0
"""The same element within this long counts once (ours)."""
RECAP: Seconds = 40.0
"""Product, price and way to buy within this long are a recap (ours)."""
STATED_AGAIN: Seconds = 30.0
STATED_TOGETHER: Seconds = 180.0
"""The parts of a price statement count together this long (ours)."""
_KIND_STATEMENTS = {
    "ship": FactKind.SHIPPING,
    "delivery": FactKind.SHIPPING,
    "after_sales": FactKind.AFTER_SALES,
    "returns": FactKind.AFTER_SALES,
}


class ElementListener:
    """Hears the building blocks."""

    def __init__(self, scenario: Scenario, phrasebook: Phrasebook) -> None:
        self._wordings = {
            **phrasebook.elements,
            "who_sells": (scenario.seller.name, *scenario.seller.heard_as),
            "suits": scenario.suits,
            "reason_to_stay": scenario.reasons_to_stay,
        }
        self._last: dict[str, Seconds] = {}
        self._recap: dict[str, tuple[Seconds, Span, str]] = {}

    @property
    def wordings(self) -> list[str]:
        return [wording for wordings in self._wordings.values() for wording in wordings]

    def hear(
        self,
        phrase: Phrase,
        hits: Hits,
        mentions: Sequence[ProductMentioned],
        facts: Sequence[tuple[FactTold, FactKind]],
        prices: Sequence[PriceTold],
        calls: Sequence[CallToActionMade],
    ) -> Iterator[ElementHeard]:
        """Elements in the phrase, each at most once."""
        for element, wordings in self._wordings.items():
            hit = hits.best(wordings)
            if hit is not None:
                said = phrase.span(hit.start, hit.end)
                yield from self._heard(phrase, element, said, phrase.quote(hit.start, hit.end))
        for mention in mentions[:1]:
            yield from self._heard(phrase, "what_is_sold", mention.said, mention.quote)
        for call in calls:
            if call.kind == "comment":
                yield from self._heard(phrase, "invitation", call.said, call.quote)
        for fact, kind in facts:
            if kind is FactKind.AFTER_SALES:
                yield from self._heard(phrase, "after_sales", fact.said, fact.quote)
        yield from self._recapped(phrase, mentions, prices, calls)

    def _recapped(
        self,
        phrase: Phrase,
        mentions: Sequence[ProductMentioned],
        prices: Sequence[PriceTold],
        calls: Sequence[CallToActionMade],
    ) -> Iterator[ElementHeard]:
        """Product, its true price and the way to buy, one shortly after the other."""
        for mention in mentions:
            self._recap["product"] = (mention.said.end, mention.said, mention.quote)
        for price in prices:
            if price.verdict is PriceVerdict.RIGHT:
                self._recap["price"] = (price.said.end, price.said, price.quote)
        for call in calls:
            if call.kind == "order" and call.names_the_way:
                self._recap["way"] = (call.said.end, call.said, call.quote)
        parts = [part for part in self._recap.values() if phrase.said.end - part[0] <= RECAP]
        if len(parts) == 3:
            parts.sort(key=lambda part: part[1].start)
            said = Span(parts[0][1].start, max(part[1].end for part in parts))
            self._recap.clear()
            yield from self._heard(phrase, "recap", said, "…".join(part[2] for part in parts))

    def _heard(self, phrase: Phrase, element: str, said: Span, quote: str) -> Iterator[ElementHeard]:
        if said.end - self._last.get(element, float("-inf")) >= AGAIN:
            self._last[element] = said.end
            yield ElementHeard(at=phrase.at, said=said, element=element, quote=quote)


class StatementListener:
    """Hears the statements the scenario's market requires, pieced together where they have parts."""

    def __init__(self, scenario: Scenario, pack: RulePack, phrasebook: Phrasebook) -> None:
        self._scenario = scenario
        self._required = {each.id for each in pack.required if scenario.market in each.markets}
        self._worded = {
            **{id: wordings for id, wordings in phrasebook.statements.items() if id in self._required},
        }
        sellers = (scenario.seller.name, *scenario.seller.heard_as)
        for id in ("who_sells", "trader"):
            if id in self._required:
                self._worded[id] = sellers
        if "connection" in self._required:
            self._worded["connection"] = (*phrasebook.statements.get("connection", ()), scenario.seller.connection)
        self._shipping = phrasebook.shipping
        self._parts: dict[str, dict[str, Span]] = {}
        self._last: dict[tuple[str, str | None], Seconds] = {}
        self.made: frozenset[str] = frozenset()

    @property
    def wordings(self) -> list[str]:
        return [*self._shipping, *(wording for wordings in self._worded.values() for wording in wordings)]

    def hear(
        self,
        phrase: Phrase,
        hits: Hits,
        current: Product | None,
        facts: Sequence[FactTold],
        prices: Sequence[PriceTold],
    ) -> Iterator[StatementMade]:
        for id, wordings in self._worded.items():
            hit = hits.best(wordings)
            if hit is not None:
                said = phrase.span(hit.start, hit.end)
                yield from self._made(phrase, id, None, said, phrase.quote(hit.start, hit.end))
        for product in self._scenario.products:
            yield from self._of_product(phrase, hits, product, current, facts, prices)

    def _of_product(
        self,
        phrase: Phrase,
        hits: Hits,
        product: Product,
        current: Product | None,
        facts: Sequence[FactTold],
        prices: Sequence[PriceTold],
    ) -> Iterator[StatementMade]:
        kinds = {fact.id: fact.kind for fact in product.facts}
        parts = self._parts.setdefault(product.id, {})
        new: set[str] = set()
        for told in facts:
            if told.product == product.id:
                parts[f"fact:{told.fact}"] = told.said
                new.add(kinds[told.fact].value)
        for price in prices:
            if price.product == product.id and price.verdict is PriceVerdict.RIGHT:
                parts["price"] = price.said
                new.add("price")
        shipping = hits.best(self._shipping)
        if shipping is not None and current is not None and current.id == product.id:
            parts["postage"] = phrase.span(shipping.start, shipping.end)
            new.add("postage")
        for id, kind in _KIND_STATEMENTS.items():
            needed = [fact.id for fact in product.facts if fact.kind is kind and fact.mandatory]
            if id in self._required and kind.value in new and needed:
                yield from self._complete(phrase, id, product, [f"fact:{fact}" for fact in needed])
        for id, with_size in (("final_price", True), ("total_price", False)):
            if id in self._required and new & {"price", "postage", "size"}:
                needed = ["price", "postage"]
                if with_size:
                    needed += [
                        f"fact:{fact.id}" for fact in product.facts if fact.kind is FactKind.SIZE and fact.mandatory
                    ]
                yield from self._complete(phrase, id, product, needed)

    def _complete(self, phrase: Phrase, id: str, product: Product, needed: list[str]) -> Iterator[StatementMade]:
        """The statement, once all its parts were told."""
        parts = self._parts[product.id]
        if all(part in parts for part in needed):
            spans = [parts[part] for part in needed]
            if "price" in needed and phrase.said.end - min(span.end for span in spans) > STATED_TOGETHER:
                return
            said = Span(min(span.start for span in spans), max(span.end for span in spans))
            yield from self._made(phrase, id, product.id, said, "")

    def _made(self, phrase: Phrase, id: str, product: str | None, said: Span, quote: str) -> Iterator[StatementMade]:
        if phrase.said.end - self._last.get((id, product), float("-inf")) >= STATED_AGAIN:
            self._last[id, product] = phrase.said.end
            self.made = self.made | {id}
            yield StatementMade(
                at=phrase.at, said=said, statement=id, product=product, quote=quote or phrase.quote(0, len(phrase.raw))
            )
