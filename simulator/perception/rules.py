"""Wordings a rule forbids: found by pattern, in Chinese also where a homophone was written."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import regex

from simulator.domain.compliance import RuleCategory, RulePack, Severity
from simulator.domain.findings import ClaimChecked, PatternGivenUp, RuleBroken, Support
from simulator.domain.language import Language
from simulator.domain.scenario import Product, Scenario
from simulator.domain.units import Seconds, Span
from simulator.perception.claims import ClaimChecker
from simulator.perception.forbidden import Forbidden, Found
from simulator.perception.literals import literals
from simulator.perception.room import Room
from simulator.perception.shop_state import Checked
from simulator.perception.sounds import HALF, SoundBook, Sounds
from simulator.perception.wording import Phrase, Reader, replaced

COLLAPSED: Seconds = 8.0
"""Hits of one category this close are one breach (rule packs, ``detector.steps``)."""
SURE: float = 0.6
"""Confidence a homophone needs (rule packs, ``detector.asr``)."""
SOUND_ALIKE = 0.86
"""Share of a forbidden wording's sound that must agree: that of three characters at any length, for it accuses."""
_LEAST = 3
"""Shorter wordings have too many homophones: 知了 sounds like 治疗."""
_GRAVE = Severity.S2
"""Below it a wording is not listened for by sound: coaching is not worth a false hit (ours)."""
_FOR_GOODS = frozenset({"medical_claims", "disease_claims"})
"""Categories worded for food that hold for any goods: only medicine may claim to treat (advertising law, art. 17)."""

_HAN = regex.compile(r"\p{Han}")
_STOCK = {
    Language.ZH: regex.compile(
        r"(?:库存|只有|还有|还剩|就剩|剩)[^。！？!?,，\d]{0,4}(?P<n>\d+)(?:单|件|箱|份|盒|袋|罐|瓶|套|组)(?!一|起|装)"
    ),
    Language.EN: regex.compile(
        r"\b(?:have|shows|are|stock|only|there's)\b[^.!?\d]{0,16}(?P<n>\d+) "
        r"(?:boxes|jars|bags|units|pieces|packs|tins|sets|boards)(?: left| remaining| in stock)?\b"
    ),
}


@dataclass(frozen=True, slots=True)
class _Breach:
    """A hit that stands once it was looked up."""

    hit: Found
    severity: Severity
    checked: Checked
    said: Span


class RuleListener:
    """Hears wordings that a rule forbids in the scenario's market, and holds claims against the truth."""

    def __init__(self, scenario: Scenario, pack: RulePack, reader: Reader, sounds: Sounds) -> None:
        self._scenario = scenario
        self._language = scenario.language
        self._reader = reader
        self._checker = ClaimChecker(scenario)
        self._categories = pack.in_force(scenario.market)
        self._forbidden = Forbidden(self._categories, scenario.language)
        self._suspects = self._forms()
        self._suspect_book = SoundBook(sounds, [form for form, _ in self._suspects])
        self._last: dict[str, tuple[Seconds, Severity]] = {}
        self._count = 0

    def hear(
        self, phrase: Phrase, room: Room, product: Product | None, made: frozenset[str]
    ) -> Iterator[ClaimChecked | RuleBroken | PatternGivenUp]:
        """Claims with what came of looking them up, then breaches, the gravest of each category.

        The phrase is one piece of speech (``cutting``), so that its length is bounded.
        """
        yield from self._hear(phrase, room, product, made)
        for pattern, category in self._forbidden.given_up():
            yield PatternGivenUp(at=phrase.at, said=phrase.said, category=category, pattern=pattern)

    def _hear(
        self, phrase: Phrase, room: Room, product: Product | None, made: frozenset[str]
    ) -> Iterator[ClaimChecked | RuleBroken]:
        applying = {each.id: each for each in self._categories if self._applies(each, product)}
        found = {id: self._forbidden.found(id, phrase) for id in applying}
        for id, more in self._by_sound(phrase, applying).items():
            found[id] += [each for each in more if not any(each.overlaps(other) for other in found[id])]
        about = product or self._scenario.products[0]
        for id, each in found.items():
            if each:
                minor = [hit for hit in each if _overshadowed(hit, id, found)]
                yield from self._judged(applying[id], each, minor, phrase, room, about, made)
        yield from self._stock_figures(phrase, room, about, found)

    def _judged(
        self, category: RuleCategory, found: list[Found], minor: list[Found], phrase: Phrase, room: Room,
        product: Product, made: frozenset[str],
    ) -> Iterator[ClaimChecked | RuleBroken]:  # fmt: skip
        broken: list[_Breach] = []
        told: list[Found] = []
        for hit in sorted(found, key=lambda hit: (hit.start, hit.end)):
            checked = self._checker.check(category, hit.start, hit.end, hit.meant, phrase, room, product, made)
            again = any(hit.overlaps(other) for other in told)
            if _is_claim(category) and checked.support is not Support.NOT_CHECKED and not again:
                told.append(hit)
                yield self._claim(category.id, hit.start, hit.end, checked, phrase)
            severity = self._checker.severity(hit.pattern, category.verification, checked.support)
            if severity is not None:
                breach = _Breach(hit, severity, checked, phrase.span(hit.start, hit.end))
                if not any(hit.overlaps(other.hit) and severity <= other.severity for other in broken):
                    broken = [other for other in broken if not hit.overlaps(other.hit)] + [breach]
        for near in _collapsed(broken):
            yield from self._broken(category, near, phrase, lasting=any(each.hit not in minor for each in near))

    def _broken(
        self, category: RuleCategory, near: list[_Breach], phrase: Phrase, *, lasting: bool
    ) -> Iterator[RuleBroken]:
        """Hits that lie close together, as one breach; a ``lasting`` one takes in those of the next seconds too."""
        gravest = max(near, key=lambda each: each.severity)
        last, before = self._last.get(category.id, (float("-inf"), Severity.S1))
        if gravest.said.start - last < COLLAPSED and gravest.severity <= before:
            return
        if lasting:
            self._last[category.id] = (gravest.said.end, gravest.severity)
        self._count += 1
        yield RuleBroken(
            at=phrase.at,
            said=Span(near[0].said.start, max(each.said.end for each in near)),
            id=f"r{self._count}",
            category=category.id,
            pattern=gravest.hit.pattern.id,
            severity=gravest.severity,
            support=gravest.checked.support,
            quote="…".join(phrase.quote(each.hit.start, each.hit.end) for each in near),
        )

    def _stock_figures(
        self, phrase: Phrase, room: Room, product: Product, found: dict[str, list[Found]]
    ) -> Iterator[ClaimChecked]:
        """Stock figures told plainly are claims too (rubric F3), though no rule forbids them."""
        urgent = [category.id for category in self._categories if _looks_at_room(category)]
        if not urgent:
            return
        for each in _STOCK[self._language].finditer(phrase.digits.text):
            start, end = phrase.digits.recognised(*each.span())
            known = [hit for id in urgent for hit in found.get(id, ())]
            if not any(hit.start < end and start < hit.end for hit in known):
                checked = self._checker.stock(Decimal(each["n"]), product, room)
                yield self._claim(urgent[0], start, end, checked, phrase)

    def _claim(self, category: str, start: int, end: int, checked: Checked, phrase: Phrase) -> ClaimChecked:
        return ClaimChecked(
            at=phrase.at, said=phrase.span(start, end), category=category, support=checked.support,
            truth=checked.truth, quote=phrase.quote(start, end),
        )  # fmt: skip

    # -------------------------------------------------------------------------------- finding

    def _applies(self, category: RuleCategory, product: Product | None) -> bool:
        kinds = {product.category} if product else {each.category for each in self._scenario.products}
        return "all" in category.applies_to or bool(kinds & set(category.applies_to)) or category.id in _FOR_GOODS

    def _forms(self) -> list[tuple[tuple[str, ...], tuple[str, str]]]:
        """Forbidden wordings to be listened for by sound, with their category and text."""
        if self._language is not Language.ZH:
            return []
        forms: dict[tuple[str, ...], tuple[str, str]] = {}
        for category in self._categories:
            for pattern in category.patterns:
                if pattern.severity < _GRAVE or pattern.also:
                    continue
                least = _LEAST if pattern.severity >= Severity.S3 else _LEAST + 1
                for wording in sorted(literals(pattern.regex, least, gaps=False)):
                    forms.setdefault(self._reader.tokens(wording), (category.id, wording))
        return [(form, origin) for form, origin in forms.items() if len(form) >= _LEAST]

    def _by_sound(self, phrase: Phrase, applying: dict[str, RuleCategory]) -> dict[str, list[Found]]:
        found: dict[str, list[Found]] = {}
        if not _HAN.search(phrase.plain.text):
            return found
        for hit in self._suspect_book.alike(phrase.tokens, SOUND_ALIKE, HALF):
            _, (id, wording) = self._suspects[hit.wording]
            if hit.exact or id not in applying:
                continue
            first = phrase.token_origin[hit.start][0]
            last = phrase.token_origin[hit.end - 1][1]
            confidence = phrase.confidence(first, last)
            if confidence is not None and confidence < SURE:
                continue
            low, high = bisect_left(phrase.plain.origin, (first,)), bisect_left(phrase.plain.origin, (last,))
            if low >= high:
                continue
            if any(start < high and low < end for start, end in self._forbidden.excused(id, phrase.plain.text)):
                continue
            mended = replaced(phrase.plain, [(low, high, wording)])
            inside = (low, low + len(wording))
            for pattern, start, end in self._forbidden.hits(id, mended.text):
                if start < inside[1] and inside[0] < end:
                    place = Found(pattern, *mended.recognised(start, end), mended.text[start:end])
                    if not any(place.overlaps(other) for other in found.get(id, ())):
                        found.setdefault(id, []).append(place)
        return found


def _overshadowed(hit: Found, category: str, found: dict[str, list[Found]]) -> bool:
    """Whether a graver hit of another category overlaps it: "guaranteed to cure" is a promise and, worse, a cure."""
    return any(
        other.pattern.severity > hit.pattern.severity and hit.overlaps(other)
        for id, hits in found.items()
        if id != category
        for other in hits
    )


def _collapsed(broken: list[_Breach]) -> Iterator[list[_Breach]]:
    """Breaches in the order they were said, those that lie close together in one list."""
    near: list[_Breach] = []
    for each in broken:
        if near and each.said.start - max(other.said.end for other in near) >= COLLAPSED:
            yield near
            near = []
        near.append(each)
    if near:
        yield near


def _is_claim(category: RuleCategory) -> bool:
    """Scarcity, deadline and reference-price claims, which rubric F3 counts."""
    needs = category.verification.needs if category.verification else ()
    return _looks_at_room(category) or any(need.startswith("price_history") for need in needs)


def _looks_at_room(category: RuleCategory) -> bool:
    return category.verification is not None and category.verification.kind == "sim_state"
