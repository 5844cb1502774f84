"""Wordings a rule forbids: found by pattern, in Chinese also where a homophone was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import regex

from simulator.domain.compliance import Pattern, RuleCategory, RulePack, Severity
from simulator.domain.findings import ClaimChecked, RuleBroken
from simulator.domain.language import Language
from simulator.domain.scenario import Product, Scenario
from simulator.domain.units import Seconds, Span
from simulator.perception.claims import Checked, ClaimChecker
from simulator.perception.literals import literals
from simulator.perception.numbers import HAN_DIGITS
from simulator.perception.room import Room
from simulator.perception.sounds import HALF, SoundBook, Sounds
from simulator.perception.wording import Phrase, Reader, View, replaced

COLLAPSED: Seconds = 8.0
"""Hits of one category this close are one breach (rule packs, ``detector.steps``)."""
SURE: float = 0.6
"""Confidence a homophone needs (rule packs, ``detector.asr``)."""
SOUND_ALIKE = 0.86
"""Share of a forbidden wording's sound that must agree: that of three characters at any length, for it accuses."""
_LEAST = 3
"""Shorter wordings have too many homophones: 知了 sounds like 治疗."""
PATIENCE_S = 0.1
"""A pattern that takes longer on one phrase is given up: content files are not to be trusted with our time."""
_FOR_GOODS = frozenset({"medical_claims", "disease_claims"})
"""Categories worded for food that hold for any goods: only medicine may claim to treat (advertising law, art. 17)."""

_STOCK = {
    Language.ZH: regex.compile(
        r"(?:库存|只有|还有|还剩|就剩|剩)[^。！？!?,，\d]{0,4}(?P<n>\d+)(?:单|件|箱|份|盒|袋|罐|瓶|套|组)"
    ),
    Language.EN: regex.compile(
        r"\b(?:have|shows|are|stock|only|there's)\b[^.!?\d]{0,16}(?P<n>\d+) "
        r"(?:boxes|jars|bags|units|pieces|packs|tins|sets|boards)(?: left| remaining| in stock)?\b"
    ),
}


@dataclass(frozen=True, slots=True)
class _Rules:
    """A category with its expressions compiled."""

    category: RuleCategory
    patterns: tuple[tuple[Pattern, regex.Pattern[str]], ...]
    exceptions: tuple[regex.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A pattern's hit, in recognised characters."""

    pattern: Pattern
    start: int
    end: int
    meant: str | None = None
    """What it must have been where a homophone was recognised."""


class RuleListener:
    """Hears wordings that a rule forbids and holds claims against the truth."""

    def __init__(self, scenario: Scenario, pack: RulePack, reader: Reader, sounds: Sounds) -> None:
        self._scenario = scenario
        self._language = scenario.language
        self._reader = reader
        self._checker = ClaimChecker(scenario)
        self._rules = [_compiled(category) for category in pack.categories.values()]
        self._suspects = self._forms()
        self._suspect_book = SoundBook(sounds, [form for form, _ in self._suspects])
        self._last: dict[str, tuple[Seconds, Severity]] = {}
        self._count = 0

    def hear(
        self, phrase: Phrase, room: Room, product: Product | None, made: frozenset[str]
    ) -> Iterator[ClaimChecked | RuleBroken]:
        """Claims with what came of looking them up, then breaches, the gravest of each category."""
        applying = {rules.category.id: rules for rules in self._rules if self._applies(rules.category, product)}
        found: dict[str, list[_Found]] = {id: self._matches(rules, phrase) for id, rules in applying.items()}
        for id, more in self._by_sound(phrase, applying).items():
            found[id] += [each for each in more if not any(_overlap(each, other) for other in found[id])]
        about = product or self._scenario.products[0]
        for id, each in found.items():
            yield from self._judged(applying[id].category, each, phrase, room, about, made)
        yield from self._stock_figures(phrase, room, about, found)

    def _judged(
        self, category: RuleCategory, found: list[_Found], phrase: Phrase, room: Room, product: Product,
        made: frozenset[str],
    ) -> Iterator[ClaimChecked | RuleBroken]:  # fmt: skip
        gravest: tuple[Severity, _Found, Checked] | None = None
        broken: list[_Found] = []
        for each in found:
            checked = self._checker.check(category, each.start, each.end, each.meant, phrase, room, product, made)
            if _is_claim(category):
                yield self._claim(category.id, each.start, each.end, checked, phrase)
            severity = self._checker.severity(each.pattern.severity, category.verification, checked.support)
            if severity is not None:
                broken.append(each)
                if gravest is None or severity > gravest[0]:
                    gravest = (severity, each, checked)
        if gravest is None:
            return
        severity, hit, checked = gravest
        said, quote = _together(phrase, hit, broken)
        last, before = self._last.get(category.id, (float("-inf"), Severity.S1))
        if said.start - last < COLLAPSED and severity <= before:
            return
        self._last[category.id] = (said.end, severity)
        self._count += 1
        yield RuleBroken(
            at=phrase.at,
            said=said,
            id=f"r{self._count}",
            category=category.id,
            pattern=hit.pattern.id,
            severity=severity,
            support=checked.support,
            quote=quote,
        )

    def _stock_figures(
        self, phrase: Phrase, room: Room, product: Product, found: dict[str, list[_Found]]
    ) -> Iterator[ClaimChecked]:
        """Stock figures told plainly are claims too (rubric F3), though no rule forbids them."""
        urgent = [rules.category.id for rules in self._rules if _looks_at_room(rules.category)]
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

    def _matches(self, rules: _Rules, phrase: Phrase) -> list[_Found]:
        found: list[_Found] = []
        views = [phrase.plain]
        if self._language is Language.EN:
            views += [view for view in (phrase.digits, phrase.numerals) if view.text != phrase.plain.text]
        else:
            views += [_digit_runs(phrase.plain)]
        for view in views:
            for pattern, start, end in _hits(rules, view.text):
                first, last = view.recognised(start, end)
                hit = _Found(pattern, first, last)
                if not any(_overlap(hit, other) and pattern.severity <= other.pattern.severity for other in found):
                    found.append(hit)
        return found

    def _forms(self) -> list[tuple[tuple[str, ...], tuple[str, str]]]:
        """Forbidden wordings to be listened for by sound, with their category and text."""
        if self._language is not Language.ZH:
            return []
        forms: dict[tuple[str, ...], tuple[str, str]] = {}
        for rules in self._rules:
            for pattern, _ in rules.patterns:
                for wording in sorted(literals(pattern.regex, _LEAST)):
                    forms.setdefault(self._reader.tokens(wording), (rules.category.id, wording))
        return [(form, origin) for form, origin in forms.items() if len(form) >= _LEAST]

    def _by_sound(self, phrase: Phrase, applying: dict[str, _Rules]) -> dict[str, list[_Found]]:
        found: dict[str, list[_Found]] = {}
        for hit in self._suspect_book.alike(phrase.tokens, SOUND_ALIKE, HALF):
            _, (id, wording) = self._suspects[hit.wording]
            if hit.exact or id not in applying:
                continue
            first = phrase.token_origin[hit.start][0]
            last = phrase.token_origin[hit.end - 1][1]
            confidence = phrase.confidence(first, last)
            if confidence is not None and confidence < SURE:
                continue
            here = [at for at, (start, end) in enumerate(phrase.plain.origin) if start >= first and end <= last]
            if not here:
                continue
            if any(start < here[-1] + 1 and here[0] < end for start, end in _excused(applying[id], phrase.plain.text)):
                continue
            mended = replaced(phrase.plain, [(here[0], here[-1] + 1, wording)])
            inside = (here[0], here[0] + len(wording))
            for pattern, start, end in _hits(applying[id], mended.text):
                if start < inside[1] and inside[0] < end:
                    place = _Found(pattern, *mended.recognised(start, end), mended.text[start:end])
                    if not any(_overlap(place, other) for other in found.get(id, ())):
                        found.setdefault(id, []).append(place)
        return found


def _compiled(category: RuleCategory) -> _Rules:
    return _Rules(
        category,
        tuple((pattern, regex.compile(pattern.regex)) for pattern in category.patterns),
        tuple(regex.compile(each.regex) for each in category.exceptions),
    )


def _hits(rules: _Rules, text: str) -> Iterator[tuple[Pattern, int, int]]:
    """Hits of the category's patterns that lie in none of its exceptions."""
    excused: list[tuple[int, int]] | None = None
    for pattern, expression in rules.patterns:
        for start, end in _spans(expression, text):
            if excused is None:
                excused = _excused(rules, text)
            if not any(first <= start and end <= last for first, last in excused):
                yield pattern, start, end


def _excused(rules: _Rules, text: str) -> list[tuple[int, int]]:
    return [span for each in rules.exceptions for span in _spans(each, text)]


def _spans(expression: regex.Pattern[str], text: str) -> list[tuple[int, int]]:
    try:
        return [found.span() for found in expression.finditer(text, timeout=PATIENCE_S) if found.end() > found.start()]
    except TimeoutError:
        return []


def _digit_runs(view: View) -> View:
    """Long runs of single numerals as digits: a telephone number that was written out."""
    runs = regex.finditer(r"[零〇一二三四五六七八九幺]{7,}", view.text)
    digits = {**{han: str(value) for han, value in HAN_DIGITS.items()}, "幺": "1"}
    changes = [
        (found.start() + at, found.start() + at + 1, digits[each])
        for found in runs
        for at, each in enumerate(found.group())
    ]
    return replaced(view, changes)


def _together(phrase: Phrase, gravest: _Found, broken: list[_Found]) -> tuple[Span, str]:
    """When the gravest hit and those collapsed into it were said, and their words."""
    here = phrase.span(gravest.start, gravest.end)
    near = []
    for each in sorted(broken, key=lambda each: each.start):
        said = phrase.span(each.start, each.end)
        if said.start - here.end < COLLAPSED and here.start - said.end < COLLAPSED:
            near.append(each)
    said = Span(phrase.span(near[0].start, near[0].end).start, max(phrase.span(e.start, e.end).end for e in near))
    return said, "…".join(phrase.quote(each.start, each.end) for each in near)


def _is_claim(category: RuleCategory) -> bool:
    """Scarcity, deadline and reference-price claims, which rubric F3 counts."""
    needs = category.verification.needs if category.verification else ()
    return _looks_at_room(category) or any(need.startswith("price_history") for need in needs)


def _looks_at_room(category: RuleCategory) -> bool:
    return category.verification is not None and category.verification.kind == "sim_state"


def _overlap(one: _Found, other: _Found) -> bool:
    return one.start < other.end and other.start < one.end
