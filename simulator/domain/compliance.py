"""Rules a host must keep, as a rule pack words them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from simulator.domain.language import Language
from simulator.domain.units import Text

PLATFORM = "platform"
"""Stands where a market is named: rules of the platforms, which bind in every market of a pack."""


class Severity(IntEnum):
    """S1 coach, S2 caution, S3 likely breach, S4 red line."""

    S1 = 1
    S2 = 2
    S3 = 3
    S4 = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A wording that breaks a rule, as a regular expression on normalised text."""

    id: str
    regex: str
    severity: Severity
    say: str | None = None
    """What to say instead; None leaves it to the category's rewordings."""
    only_if_false: bool = False
    """Nothing is said of it unless the true state of the shop speaks against it."""
    also: tuple[str, ...] = ()
    """Expressions that must stand in the same sentence, in any order: weak signs that only together mean a breach."""
    unless: tuple[str, ...] = ()
    """Expressions that speak against it where one stands in the same sentence: "ask your doctor"."""
    examples_hit: tuple[str, ...] = ()
    examples_ok: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleException:
    """A wording that is fine although a pattern of the same category matches inside it."""

    id: str
    regex: str
    reason: str
    examples_ok: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What must be looked up before a hit means anything: the true state of the room or the papers on file."""

    kind: str
    """sim_state | evidence | fact_card | listing | required_statement | required_slots"""
    needs: tuple[str, ...]
    if_supported: Severity | None
    if_missing: Severity | None
    if_contradicted: Severity | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewording:
    """What to say in place of a breach."""

    instead_of: str
    say: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBasis:
    """Where a rule comes from."""

    instrument: str
    article: str
    source: str
    status: str
    market: str | None = None
    """The only market it binds in; None: every market of the pack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCategory:
    """A family of breaches with one legal ground."""

    id: str
    name: Text
    severity: Severity
    applies_to: tuple[str, ...]
    patterns: tuple[Pattern, ...]
    exceptions: tuple[RuleException, ...]
    verification: Verification | None
    rewordings: tuple[Rewording, ...]
    legal_basis: tuple[LegalBasis, ...]
    needs_human: bool
    examples_hit: tuple[str, ...]
    examples_ok: tuple[str, ...]
    excused: tuple[str, ...] = ()
    """How words may stand in their sentence without being a claim here: negated, reported … (perception, ``Stance``)"""

    def law(self, market: str) -> tuple[LegalBasis, ...]:
        """The grounds that bind in this market; none where the category is no rule there."""
        return tuple(basis for basis in self.legal_basis if basis.market in (None, PLATFORM, market))


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredStatement:
    """Something the host must say, in these markets."""

    id: str
    wording: str
    when: str
    markets: tuple[str, ...]
    severity: Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePack:
    """The rules of one language, with the statements its markets require."""

    id: str
    version: str
    language: Language
    categories: Mapping[str, RuleCategory]
    required: tuple[RequiredStatement, ...]
    as_of: str = ""
    """The state of the law it was written to: "2026-11"."""
    markets: tuple[str, ...] = ()

    def in_force(self, market: str) -> tuple[RuleCategory, ...]:
        """The categories that are rules in this market."""
        return tuple(category for category in self.categories.values() if category.law(market))

    def instead(self, category: str, pattern: str, quote: str) -> str | None:
        """A wording that would have been fine: the pattern's own, else the category's nearest by shared letters."""
        known = self.categories.get(category)
        if known is None:
            return None
        own = next((each.say for each in known.patterns if each.id == pattern), None)
        if own is not None or not known.rewordings:
            return own
        said = set(quote)
        return max(known.rewordings, key=lambda offer: len(said & set(offer.instead_of))).say
