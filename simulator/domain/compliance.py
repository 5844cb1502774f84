"""Rules a host must keep, as a rule pack words them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from simulator.domain.language import Language
from simulator.domain.units import Text


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


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleException:
    """A wording that is fine although a pattern of the same category matches inside it."""

    id: str
    regex: str
    reason: str


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
