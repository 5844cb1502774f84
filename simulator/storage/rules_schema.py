"""A rule pack as it is written, and the domain's ``RulePack`` made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

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
from simulator.storage.patterns import expanded
from simulator.storage.rubric_schema import twice
from simulator.storage.rules_lint import lint

SCHEMA = "bolian-rules/1"

SeverityName = Literal["S1", "S2", "S3", "S4"]
Outcome = Literal["none", "S1", "S2", "S3", "S4"]
Market = Literal["cn", "us", "uk", "eu", "platform"]
Regex = Annotated[str, Field(min_length=1, max_length=4000)]
Examples = Annotated[tuple[Words, ...], Field(min_length=1, max_length=50)]
StanceName = Literal["negated", "disclaimed", "quoted_from_viewer", "questioned", "reported", "hypothetical"]


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
    only_if_false: bool = False
    also: Annotated[tuple[Regex, ...], Field(max_length=20)] = ()
    unless: Annotated[tuple[Regex, ...], Field(max_length=20)] = ()
    say: Words | None = None
    hit: Examples
    ok: Examples

    def made(self, words: Mapping[str, str]) -> Pattern:
        return Pattern(
            id=self.id,
            regex=expanded(self.regex, words),
            severity=Severity[self.severity],
            say=self.say,
            only_if_false=self.only_if_false,
            also=tuple(expanded(each, words) for each in self.also),
            unless=tuple(expanded(each, words) for each in self.unless),
            examples_hit=self.hit,
            examples_ok=self.ok,
        )


class ExceptionFields(Document):
    id: Id
    regex: Regex
    reason: Comment
    ok: Examples

    def made(self, words: Mapping[str, str]) -> RuleException:
        return RuleException(
            id=self.id, regex=expanded(self.regex, words), reason=self.reason, examples_ok=self.ok
        )  # fmt: skip


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
    excused: tuple[StanceName, ...] = ()
    examples_hit: tuple[Words, ...] = ()
    examples_ok: tuple[Words, ...] = ()
    rewording: tuple[RewordingFields, ...]
    needs_human: bool
    note: Comment = ""

    def made(self, words: Mapping[str, str]) -> RuleCategory:
        return RuleCategory(
            id=self.id,
            name=self.name.text(),
            severity=Severity[self.default_severity],
            applies_to=self.applies_to,
            patterns=tuple(each.made(words) for each in self.patterns),
            exceptions=tuple(each.made(words) for each in self.exceptions),
            verification=self.verify.made() if self.verify else None,
            rewordings=tuple(Rewording(instead_of=each.instead_of, say=each.say) for each in self.rewording),
            legal_basis=tuple(each.made() for each in self.legal_basis),
            needs_human=self.needs_human,
            examples_hit=self.examples_hit,
            examples_ok=self.examples_ok,
            excused=self.excused,
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
    as_of: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}(-\d{2})?$")]
    detector: DetectorFields = DetectorFields()
    required_statements: tuple[StatementFields, ...]
    words: dict[Id, Words] = Field(default_factory=dict)
    categories: Annotated[tuple[RuleCategoryFields, ...], Field(min_length=1, max_length=200)]

    def made(self) -> RulePack:
        return RulePack(
            id=self.id,
            version=self.version,
            language=self.language,
            categories={each.id: each.made(self.words) for each in self.categories},
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
            as_of=self.as_of,
            markets=self.markets,
        )

    def mistakes(self) -> Iterator[Mistake]:
        """What is wrong although every field is well formed: ids, patterns, and examples that tell another story."""
        yield from twice("required_statements", [each.id for each in self.required_statements])
        yield from twice("categories", [each.id for each in self.categories])
        yield from lint(self)


def _severity(outcome: str) -> Severity | None:
    return None if outcome == "none" else Severity[outcome]
