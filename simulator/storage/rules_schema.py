"""A rule pack as it is written, and the domain's ``RulePack`` made of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

import regex
from pydantic import Field

from simulator.domain.compliance import (
    LegalBasis,
    Pattern,
    RequiredStatement,
    Rewording,
    RuleCategory,
    RuleException,
    RulePack,
    Severity,
    Verification,
)
from simulator.domain.language import Language
from simulator.storage.fields import BothLanguages, Comment, Document, Id, Word, Words
from simulator.storage.mistakes import Mistake
from simulator.storage.patterns import backtracks, compiled, normalised
from simulator.storage.rubric_schema import twice

SCHEMA = "bolian-rules/1"

SeverityName = Literal["S1", "S2", "S3", "S4"]
Outcome = Literal["none", "S1", "S2", "S3", "S4"]
Market = Literal["cn", "us", "uk", "eu", "platform"]
Regex = Annotated[str, Field(min_length=1, max_length=4000)]


class LegalBasisFields(Document):
    market: Market | None = None
    instrument: Words
    article: Comment
    source: Id
    status: Comment

    def made(self) -> LegalBasis:
        return LegalBasis(
            instrument=self.instrument, article=self.article, source=self.source, status=self.status, market=self.market
        )


class PatternFields(Document):
    id: Id
    regex: Regex
    severity: SeverityName
    note: Comment = ""


class ExceptionFields(Document):
    id: Id
    regex: Regex
    reason: Comment


class VerificationFields(Document):
    kind: Literal["sim_state", "evidence", "fact_card", "listing", "required_statement", "required_slots"]
    needs: Annotated[tuple[Words, ...], Field(min_length=1)]
    rule: Comment = ""
    when: Comment = ""
    required_statement: Comment = ""
    if_supported: Outcome = "none"
    if_missing: Outcome
    if_contradicted: Outcome | None = None

    def made(self) -> Verification:
        """Where a file does not say what a contradicted claim is, it is what an unproven one is."""
        return Verification(
            kind=self.kind,
            needs=self.needs,
            if_supported=_severity(self.if_supported),
            if_missing=_severity(self.if_missing),
            if_contradicted=_severity(self.if_contradicted or self.if_missing),
        )


class RewordingFields(Document):
    instead_of: Words
    say: Words


class RuleCategoryFields(Document):
    id: Id
    name: BothLanguages
    default_severity: SeverityName
    applies_to: Annotated[tuple[Id, ...], Field(min_length=1)]
    legal_basis: Annotated[tuple[LegalBasisFields, ...], Field(min_length=1)]
    patterns: Annotated[tuple[PatternFields, ...], Field(min_length=1)]
    exceptions: tuple[ExceptionFields, ...]
    verify: VerificationFields | None
    examples_hit: Annotated[tuple[Words, ...], Field(min_length=1)]
    examples_ok: Annotated[tuple[Words, ...], Field(min_length=1)]
    rewording: tuple[RewordingFields, ...]
    needs_human: bool
    note: Comment = ""

    def made(self) -> RuleCategory:
        return RuleCategory(
            id=self.id,
            name=self.name.text(),
            severity=Severity[self.default_severity],
            applies_to=self.applies_to,
            patterns=tuple(
                Pattern(id=each.id, regex=each.regex, severity=Severity[each.severity]) for each in self.patterns
            ),
            exceptions=tuple(
                RuleException(id=each.id, regex=each.regex, reason=each.reason) for each in self.exceptions
            ),
            verification=self.verify.made() if self.verify else None,
            rewordings=tuple(Rewording(instead_of=each.instead_of, say=each.say) for each in self.rewording),
            legal_basis=tuple(each.made() for each in self.legal_basis),
            needs_human=self.needs_human,
            examples_hit=self.examples_hit,
            examples_ok=self.examples_ok,
        )


class StatementFields(Document):
    id: Id
    wording: Words
    when: Words
    markets: Annotated[tuple[Market, ...], Field(min_length=1)]
    basis: tuple[Id, ...] = ()
    severity: SeverityName


class DetectorFields(Document):
    normalise: tuple[Comment, ...] = ()
    steps: tuple[Comment, ...] = ()
    severities: dict[str, str] = Field(default_factory=dict)
    asr: tuple[Comment, ...] = ()
    limits: tuple[Comment, ...] = ()


class RulesFile(Document):
    """Everything in a rule pack."""

    schema_: Annotated[Literal["bolian-rules/1"], Field(alias="schema")]
    about: Comment = ""
    id: Id
    version: Word
    markets: Annotated[tuple[Market, ...], Field(min_length=1)]
    language: Language
    as_of: Comment = ""
    detector: DetectorFields = DetectorFields()
    required_statements: tuple[StatementFields, ...]
    categories: Annotated[tuple[RuleCategoryFields, ...], Field(min_length=1, max_length=200)]

    def made(self) -> RulePack:
        return RulePack(
            id=self.id,
            version=self.version,
            language=self.language,
            categories={each.id: each.made() for each in self.categories},
            required=tuple(
                RequiredStatement(
                    id=each.id,
                    wording=each.wording,
                    when=each.when,
                    markets=each.markets,
                    severity=Severity[each.severity],
                )
                for each in self.required_statements
            ),
        )

    def mistakes(self) -> Iterator[Mistake]:
        """What is wrong although every field is well formed: ids, patterns, and examples that tell another story."""
        yield from twice("required_statements", [each.id for each in self.required_statements])
        yield from twice("categories", [each.id for each in self.categories])
        for number, category in enumerate(self.categories):
            path = f"categories[{number}]"
            yield from twice(f"{path}.patterns", [each.id for each in category.patterns])
            yield from twice(f"{path}.exceptions", [each.id for each in category.exceptions])
            broken = False
            for list_name, each, place in _rows(category):
                made = compiled(each.regex)
                if made is None:
                    broken = True
                    yield Mistake(f"{path}.{list_name}[{place}].regex", "pattern_broken", each.id)
                elif backtracks(made):
                    broken = True
                    yield Mistake(f"{path}.{list_name}[{place}].regex", "pattern_slow", each.id)
            if not broken:
                yield from self._example_mistakes(path, category)

    def _example_mistakes(self, path: str, category: RuleCategoryFields) -> Iterator[Mistake]:
        made = category.made()
        for place, example in enumerate(category.examples_hit):
            if not hits(made, example, self.language):
                yield Mistake(f"{path}.examples_hit[{place}]", "example_missed", example)
        for place, example in enumerate(category.examples_ok):
            if hits(made, example, self.language):
                yield Mistake(f"{path}.examples_ok[{place}]", "example_hit", example)


def hits(category: RuleCategory, text: str, language: str) -> bool:
    """Whether a pattern of the category matches outside all of its exceptions (nothing is looked up)."""
    words = normalised(text, language)
    fine = [match.span() for each in category.exceptions for match in regex.finditer(each.regex, words)]
    for pattern in category.patterns:
        for match in regex.finditer(pattern.regex, words):
            start, end = match.span()
            if not any(low <= start and end <= high for low, high in fine):
                return True
    return False


def _rows(category: RuleCategoryFields) -> Iterator[tuple[str, PatternFields | ExceptionFields, int]]:
    for place, pattern in enumerate(category.patterns):
        yield "patterns", pattern, place
    for place, exception in enumerate(category.exceptions):
        yield "exceptions", exception, place


def _severity(outcome: str) -> Severity | None:
    return None if outcome == "none" else Severity[outcome]
