"""Facts of a product that were told, and numbers that the card does not bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.domain.findings import FactContradicted, FactTold, PriceTold, PriceVerdict, ProductMentioned
from simulator.domain.language import Language
from simulator.domain.scenario import Fact, FactKind, Product, Scenario
from simulator.domain.units import Seconds, Span
from simulator.perception.book import Hit, Hits
from simulator.perception.numbers import shown
from simulator.perception.quantities import COUNTED, Measured, measured_in, quantities, true_amount
from simulator.perception.wording import Phrase, Reader

TOLD_AGAIN: Seconds = 10.0
"""The same fact within this long counts once."""
PREVIOUS_COUNTS: Seconds = 20.0
"""How far back the previous phrase may lie for a fact to run over both (ours)."""
BESIDE = {Language.ZH: 12, Language.EN: 30}
"""How many characters a number may stand from the words it belongs to."""
CLEARLY_HEARD = 0.6

_NUMBERED = re.compile(
    r"[\d零一二两三四五六七八九十百千半]|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|half)\b"
)
_NUMBER = re.compile(r"[\d零一二两三四五六七八九十百千万半]+")


@dataclass(frozen=True, slots=True)
class _Heard:
    """A wording of a fact's group, in one phrase."""

    hit: Hit
    said: Span
    quote: str


class ProductListener:
    """Hears products by name and by alias."""

    def __init__(self, scenario: Scenario) -> None:
        self._names = {product.id: (product.name, *product.aliases) for product in scenario.products}

    @property
    def wordings(self) -> list[str]:
        return [name for names in self._names.values() for name in names]

    def hear(self, phrase: Phrase, hits: Hits) -> Iterator[tuple[Hit, ProductMentioned]]:
        """Names in spoken order; of names that overlap, the longest."""
        found: list[tuple[Hit, str]] = []
        for product, names in self._names.items():
            found += [(hit, product) for hit in hits.apart(names)]
        kept: list[tuple[Hit, str]] = []
        for hit, product in sorted(found, key=lambda each: (each[0].start - each[0].end, -each[0].strength)):
            if not any(hit.start < other.end and other.start < hit.end for other, _ in kept):
                kept.append((hit, product))
        for hit, product in sorted(kept, key=lambda each: each[0].start):
            yield (
                hit,
                ProductMentioned(
                    at=phrase.at,
                    said=phrase.span(hit.start, hit.end),
                    product=product,
                    quote=phrase.quote(hit.start, hit.end),
                ),
            )


class FactListener:
    """Hears facts: every group of a fact within one phrase or two that follow each other."""

    def __init__(self, scenario: Scenario, reader: Reader) -> None:
        self._products = scenario.products
        self._language = reader.language
        self._amounts = {
            (product.id, fact.id): [
                [each for wording in group for each in measured_in(wording, reader)] if _NUMBERED.search("".join(group))
                else []
                for group in fact.heard_as
            ]
            for product in scenario.products
            for fact in product.facts
        }  # fmt: skip
        self._of_price = {
            (product.id, fact.id)
            for product in scenario.products
            for fact in product.facts
            if fact.kind is FactKind.PRICE and _words_price(fact, product, reader)
        }
        self._previous: dict[tuple[str, str], dict[int, _Heard]] = {}
        self._previous_end: Seconds = float("-inf")
        self._previous_named: frozenset[str] = frozenset()
        self._told: dict[tuple[str, str], Seconds] = {}

    @property
    def wordings(self) -> list[str]:
        wordings: list[str] = []
        for product in self._products:
            for fact in product.facts:
                for group in fact.heard_as:
                    wordings += group
                wordings += _contexts(fact)
        return wordings

    def hear(
        self, phrase: Phrase, hits: Hits, current: Product | None, named: frozenset[str], prices: Sequence[PriceTold]
    ) -> Iterator[FactTold | FactContradicted]:
        """Facts of the product spoken of, and of products named in this phrase or the one before."""
        priced = frozenset(
            told.product for told in prices if told.product is not None and told.verdict is PriceVerdict.RIGHT
        )
        speaks_of = named | self._previous_named or (frozenset({current.id}) if current else frozenset())
        if not named and current is not None:
            speaks_of |= {current.id}
        speaks_of |= priced
        near = phrase.said.start - self._previous_end <= PREVIOUS_COUNTS
        now: dict[tuple[str, str], dict[int, _Heard]] = {}
        told: set[tuple[str, str]] = set()
        spoken = list(quantities(phrase, self._language, COUNTED))
        for product in self._products:
            if speaks_of and product.id not in speaks_of:
                continue
            for fact in product.facts:
                key = (product.id, fact.id)
                groups = self._groups(phrase, hits, fact, self._amounts[key], spoken)
                if groups:
                    now[key] = groups
                    whole = {**(self._previous.get(key, {}) if near else {}), **groups}
                    if len(whole) == len(fact.heard_as) and fact.heard_as:
                        told.add(key)
                        del now[key]  # what made one telling does not make another
                        yield from self._tell(phrase, key, whole, groups)
                elif key in self._of_price:
                    yield from self._priced(phrase, key, product, prices)
        yield from self._contradictions(phrase, hits, speaks_of, told)
        self._previous, self._previous_end, self._previous_named = now, phrase.said.end, named

    def _groups(
        self, phrase: Phrase, hits: Hits, fact: Fact, amounts: Sequence[Sequence[Measured]], spoken: Sequence[Measured]
    ) -> dict[int, _Heard]:
        """Groups of which a wording was heard, or an amount equal to one of its own: 2.5公斤 for 5斤."""
        groups: dict[int, _Heard] = {}
        for at, group in enumerate(fact.heard_as):
            hit = hits.best(group)
            if hit is None:
                same = next((one for one in spoken for other in amounts[at] if one.equals(other)), None)
                hit = Hit("", same.start, same.end, 1.0, False) if same is not None else None
            if hit is not None:
                groups[at] = _Heard(hit, phrase.span(hit.start, hit.end), phrase.quote(hit.start, hit.end))
        return groups

    def _tell(
        self, phrase: Phrase, key: tuple[str, str], whole: dict[int, _Heard], new: dict[int, _Heard]
    ) -> Iterator[FactTold]:
        if phrase.said.end - self._told.get(key, float("-inf")) < TOLD_AGAIN:
            return
        self._told[key] = phrase.said.end
        first = min(heard.hit.start for heard in new.values())
        last = max(heard.hit.end for heard in new.values())
        early = [heard for at, heard in whole.items() if at not in new]
        quote = phrase.quote(first, last)
        if early:
            quote = "…".join([*(heard.quote for heard in early), quote])
        yield FactTold(
            at=phrase.at,
            said=Span(min(heard.said.start for heard in whole.values()), phrase.span(first, last).end),
            product=key[0],
            fact=key[1],
            quality=round(sum(heard.hit.strength for heard in whole.values()) / len(whole), 3),
            quote=quote,
        )

    def _priced(
        self, phrase: Phrase, key: tuple[str, str], product: Product, prices: Sequence[PriceTold]
    ) -> Iterator[FactTold]:
        """A price fact is told by telling the true price, however it was worded."""
        for told in prices:
            if told.verdict is PriceVerdict.RIGHT and told.product == product.id and told.price == product.price:
                if phrase.said.end - self._told.get(key, float("-inf")) >= TOLD_AGAIN:
                    self._told[key] = phrase.said.end
                    yield FactTold(
                        at=phrase.at, said=told.said, product=key[0], fact=key[1], quality=1.0, quote=told.quote
                    )
                return

    # -------------------------------------------------------------------------------- contradictions

    def _contradictions(
        self, phrase: Phrase, hits: Hits, speaks_of: frozenset[str], told: set[tuple[str, str]]
    ) -> Iterator[FactContradicted]:
        if len(speaks_of) != 1:
            return
        for product in self._products:
            if product.id not in speaks_of:
                continue
            true = [true_amount(quantity) for fact in product.facts for quantity in fact.quantities]
            spoken = list(quantities(phrase, self._language, frozenset(each.measure for each in true)))
            if not spoken:
                continue
            for fact in product.facts:
                if fact.quantities and (product.id, fact.id) not in told:
                    wrong = self._wrong_beside(phrase, hits, fact, spoken, true)
                    if wrong is not None:
                        start, end = wrong
                        yield FactContradicted(
                            at=phrase.at,
                            said=phrase.span(start, end),
                            product=product.id,
                            fact=fact.id,
                            quote=phrase.quote(start, end),
                        )

    def _wrong_beside(
        self, phrase: Phrase, hits: Hits, fact: Fact, spoken: Sequence[Measured], true: Sequence[Measured]
    ) -> tuple[int, int] | None:
        """A clearly heard number of this fact's measure beside its words that no true number of the product equals."""
        measures = {true_amount(quantity).measure for quantity in fact.quantities}
        for hit in hits.apart(_contexts(fact)):
            beside = [
                each
                for each in spoken
                if each.measure in measures
                and max(each.start - hit.end, hit.start - each.end) <= BESIDE[self._language]
                and not _sentence_between(phrase, hit, each)
            ]
            if not beside:
                continue
            nearest = min(beside, key=lambda each: max(each.start - hit.end, hit.start - each.end))
            if any(nearest.equals(each) for each in true) or _run_together(nearest, true):
                continue
            confidence = phrase.confidence(nearest.start, nearest.end)
            if confidence is None or confidence >= CLEARLY_HEARD:
                return min(hit.start, nearest.start), max(hit.end, nearest.end)
        return None


def _words_price(fact: Fact, product: Product, reader: Reader) -> bool:
    """Whether a wording of the fact is the list price itself."""
    amount = shown(product.price.amount)
    prices = {reader.tokens(each) for each in (amount, f"{amount}元", f"{amount} dollars", f"${amount}", f"£{amount}")}
    return any(reader.tokens(wording) in prices for group in fact.heard_as for wording in group)


def _contexts(fact: Fact) -> list[str]:
    """The words of a fact without its numbers: what a number must stand beside to speak of this fact."""
    if not fact.quantities:
        return []
    wordings = (wording for group in fact.heard_as for wording in group)
    return [wording for wording in wordings if len(wording) >= 2 and not _NUMBER.search(wording)]


def _run_together(number: Measured, true: Sequence[Measured]) -> bool:
    """Whether 34 may be "three or four" written as one number, both being true."""
    values = {each.value for each in true if each.measure == number.measure}
    tens, ones = divmod(number.value, 10)
    return ones == tens + 1 and {tens, ones} <= values


def _sentence_between(phrase: Phrase, hit: Hit, number: Measured) -> bool:
    between = phrase.raw[min(hit.end, number.end) : max(hit.start, number.start)]
    return bool(re.search(r"[。！？!?;；]|\.\s", between))
