"""What a second hearing of a session changed: words, findings, marks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.units import Seconds, Span


class WordChange(StrEnum):
    """What became of words that were heard differently."""

    REPLACED = "replaced"
    ADDED = "added"
    """Only the second hearing has them."""
    GONE = "gone"
    """Only the first one had them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedWords:
    """A few words in a row that the two hearings tell differently."""

    change: WordChange
    said: Span
    before: str
    after: str
    lead: str
    """The words in front, as the second hearing has them."""
    trail: str
    """Those behind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedFinding:
    """Something recognised in one hearing only."""

    appeared: bool
    """In the second hearing; else it was in the first."""
    kind: str
    """The name of its class of events: FactTold, PriceTold, RuleBroken …"""
    subject: tuple[str, ...]
    """Its ids: product, fact, category, pattern …"""
    said: Span
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedMark:
    """A criterion whose level is another by the second hearing."""

    criterion: str
    before: int | None
    after: int | None
    value_before: float | None
    value_after: float | None
    unit: str
    findings: tuple[ChangedFinding, ...]
    """What appeared or went away behind it."""
    at: Seconds | None
    """A moment that tells why; None where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a second hearing changed, both scored by one rubric with the same words of instructors."""

    engine_before: str
    engine_after: str
    heard: Seconds | None
    """How much of the session the recording held; None where that is not known."""
    cut_short: bool
    """The recording ends before the session: what follows was heard only live."""
    words: tuple[ChangedWords, ...]
    count_before: int
    count_after: int
    """Characters (zh) or words (en) heard."""
    alike: int
    """How many of them both heard."""
    findings: tuple[ChangedFinding, ...]
    marks: tuple[MovedMark, ...]
    total_before: float | None
    total_after: float | None
    passed_before: bool | None
    passed_after: bool | None
