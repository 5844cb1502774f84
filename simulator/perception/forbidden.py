"""A pack's wordings looked for in a phrase: hits of patterns that no exception and no stance excuses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from simulator.domain.compliance import Pattern, RuleCategory
from simulator.domain.language import Language
from simulator.perception import excuses_zh
from simulator.perception.numbers import HAN_DIGITS
from simulator.perception.stance import REACH, setting, stance_of, without_asides
from simulator.perception.wording import Phrase, View, replaced

PATIENCE_S = 0.25
"""CPU seconds one pattern may take on one piece of a phrase; ours need a thousandth. Beyond it the pattern is given
up for good: a pack that a person wrote is not to be trusted with our time."""
_FULL_STOP = regex.compile(r"[.!;\n](?=\s|$)")
_HIDDEN = regex.compile(r"[\p{Cf}\p{Cc}\p{Mn}]+")


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern's hit, in recognised characters."""

    pattern: Pattern
    start: int
    end: int
    meant: str | None = None
    """What it must have been where a homophone was recognised."""

    def overlaps(self, other: Found) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class _Wording:
    """A pattern with its expressions compiled."""

    pattern: Pattern
    expression: regex.Pattern[str]
    also: tuple[regex.Pattern[str], ...]
    unless: tuple[regex.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class _Rules:
    """A category with its expressions compiled."""

    category: RuleCategory
    patterns: tuple[_Wording, ...]
    exceptions: tuple[tuple[str, regex.Pattern[str]], ...]


class Forbidden:
    """The wordings of some categories, for phrases of one language."""

    def __init__(self, categories: Iterable[RuleCategory], language: Language) -> None:
        self._language = language
        self._rules = {category.id: _compiled(category) for category in categories}
        self._given_up: dict[str, str] = {}
        self._told: set[str] = set()
        self._viewed: tuple[Phrase, list[View]] | None = None
        """The phrase that was looked at last: one is looked at for every category."""

    def given_up(self) -> tuple[tuple[str, str], ...]:
        """Patterns and exceptions that took too long since the last call, with their categories."""
        new = tuple((id, category) for id, category in self._given_up.items() if id not in self._told)
        self._told.update(self._given_up)
        return new

    def found(self, category: str, phrase: Phrase) -> list[Found]:
        """Hits in the phrase; of overlapping ones the graver."""
        found: list[Found] = []
        # What is looked up may be borne out by one wording of a place and not by another: all are kept. Not in Chinese,
        # whose measure words are shared: 只剩三分钟 is a deadline, and would be taken for a stock as well.
        looked_up = self._language is Language.EN and self._rules[category].category.verification is not None
        for view in self._views(phrase):
            for pattern, start, end in self.hits(category, view.text):
                hit = Found(pattern, *view.recognised(start, end))
                known = [other for other in found if hit.overlaps(other) and pattern.severity <= other.pattern.severity]
                if not known or (looked_up and hit not in known):
                    found.append(hit)
        return found

    def hits(self, category: str, text: str) -> Iterator[tuple[Pattern, int, int]]:
        """Hits of the category's patterns in a normalised text that nothing excuses."""
        rules = self._rules[category]
        excused: list[tuple[int, int]] | None = None
        for wording in rules.patterns:
            pattern = wording.pattern
            for start, end in self._spans(pattern.id, category, wording.expression, text):
                if not self._borne_out(wording, category, text, start, end):
                    continue
                if excused is None:
                    excused = self.excused(category, text)
                if not any(first <= start and end <= last for first, last in excused) and not self._stands_off(
                    rules.category, text, start, end
                ):
                    yield pattern, start, end

    def excused(self, category: str, text: str) -> list[tuple[int, int]]:
        """Where the category's exceptions match."""
        return [span for id, each in self._rules[category].exceptions for span in self._spans(id, category, each, text)]

    def _borne_out(self, wording: _Wording, category: str, text: str, start: int, end: int) -> bool:
        """Whether the other signs that the pattern asks for stand in the sentence, and none that speaks against it."""
        if not wording.also and not wording.unless:
            return True
        id, reach = wording.pattern.id, REACH[self._language]
        before, after = text[max(0, start - reach) : start], text[end : end + reach]
        place = setting(before, text[start:end], after, self._language)
        sentence = place.before + place.words + place.rest
        if self._language is Language.EN:
            # "Those viewers? Bots.": a question that the host answers is one sentence with its answer.
            sentence = _FULL_STOP.split(before)[-1] + text[start:end] + _FULL_STOP.split(after)[0]
        return all(self._spans(id, category, each, sentence) for each in wording.also) and not any(
            self._spans(id, category, each, sentence) for each in wording.unless
        )

    def _stands_off(self, category: RuleCategory, text: str, start: int, end: int) -> bool:
        """Whether the host does not claim these words but denies, reports or asks them, where that excuses."""
        if not category.excused:
            return False
        reach = REACH[self._language]
        before = without_asides(text[max(0, start - reach) : start], self._language)
        words, after = text[start:end], text[end : end + reach]
        if self._language is Language.ZH:
            excuses = excuses_zh.excuses(before, words, after)
            if excuses:
                return any(each.value in category.excused for each in excuses)
            told = excuses_zh.told(words)
            before, words = before + words[:told], words[told:]
        stance = stance_of(before, words, after, self._language)
        return stance.value in category.excused

    def _views(self, phrase: Phrase) -> list[View]:
        if self._viewed is None or self._viewed[0] is not phrase:
            self._viewed = (phrase, self._views_of(phrase))
        return self._viewed[1]

    def _views_of(self, phrase: Phrase) -> list[View]:
        plain = _visible(phrase.plain)
        if self._language is Language.EN:
            return [plain, *(_visible(v) for v in (phrase.digits, phrase.numerals) if v.text != phrase.plain.text)]
        runs = _digit_runs(plain)
        return [plain] if runs.text == plain.text else [plain, runs]

    def _spans(
        self, id: str, category: str, expression: regex.Pattern[str], text: str
    ) -> list[tuple[int, int]]:  # fmt: skip
        if id in self._given_up:
            return []
        try:
            if expression.search(text, timeout=PATIENCE_S) is None:  # so it mostly is, and this is the quicker way
                return []
            return [each.span() for each in expression.finditer(text, timeout=PATIENCE_S) if each.end() > each.start()]
        except TimeoutError:
            self._given_up[id] = category
            return []


def _compiled(category: RuleCategory) -> _Rules:
    return _Rules(
        category,
        tuple(
            _Wording(
                pattern,
                _expression(pattern.regex),
                tuple(_expression(each) for each in pattern.also),
                tuple(_expression(each) for each in pattern.unless),
            )
            for pattern in category.patterns
        ),
        tuple((each.id, _expression(each.regex)) for each in category.exceptions),
    )


@lru_cache(maxsize=2048)
def _expression(text: str) -> regex.Pattern[str]:
    """Compiled once, however many sessions are heard by the same pack."""
    return regex.compile(text)


def _visible(view: View) -> View:
    """The view without characters that nobody sees: marks of direction, joiners of no width, control characters."""
    hidden = [(*found.span(), "") for found in _HIDDEN.finditer(view.text)]
    return replaced(view, hidden) if hidden else view


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
