"""The three moments of a session that a review begins with: what happened, what it is worth, what to say instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.events import Event
from simulator.domain.units import Span, Text


class MomentKind(StrEnum):
    """What a moment is of."""

    WRONG_PRICE = "wrong_price"
    WRONG_FACT = "wrong_fact"
    QUESTION = "question"
    """Asked, and not answered while it was open."""
    SILENCE = "silence"
    BREACH = "breach"
    RED_LINE = "red_line"
    HOLLOW_CLAIM = "hollow_claim"
    """Scarcity, a deadline or a former price that the true state does not bear out."""
    INCIDENT = "incident"
    OPERATION = "operation"
    """An act at the desk that the scenario requires, not done in its window."""
    OPENING = "opening"
    CLOSING = "closing"
    ANSWERED = "answered"
    """From here on what went well."""
    SOLVED = "solved"
    SHOWN = "shown"
    CORRECTED = "corrected"


WENT_WELL = frozenset({MomentKind.ANSWERED, MomentKind.SOLVED, MomentKind.SHOWN, MomentKind.CORRECTED})


class Source(StrEnum):
    """Where a wording comes from; nothing is ever made up."""

    FACT_CARD = "fact_card"
    SCENARIO = "scenario"
    """What it says of the seller, of whom the goods suit, of why to stay."""
    RULE_PACK = "rule_pack"
    INCIDENT = "incident"
    """The choice that solves it."""
    STEPS = "steps"
    """What handling it well contains."""
    TRUE_STATE = "true_state"
    """The figure a claim was held against."""


@dataclass(frozen=True, slots=True)
class Instead:
    """What could have been said or done, in the words of its source."""

    source: Source
    words: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Stake:
    """What one criterion has to do with a moment: ``weight / whole * (points at would - points at level)``."""

    criterion: str
    weight: float
    whole: float
    """Weight of all criteria with a level of the machine's, proposals among them."""
    level: int
    would: int
    """The level had all of ``together`` moments gone well (of what went well: had none of them been)."""
    together: int
    """1: this moment alone moves the level. More: so many of its kind do, and ``points`` is this one's part."""
    points: float
    """Of the total, 0..100; above 0 is what it cost, or what it brought."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyMoment:
    """One moment, as the log has it."""

    kind: MomentKind
    span: Span
    quote: str
    """What was said, or written; empty where nothing was."""
    subject: str
    """Its id: fact, comment category, rule category, kind of incident, operation. Empty where the kind says it all."""
    product: str | None
    also: int = 0
    """How many more of the same it stands for: questions that one answer would have served."""
    missing: tuple[str, ...] = ()
    """Ids of what an opening or a close did without."""
    stakes: tuple[Stake, ...]
    gates: tuple[str, ...] = ()
    """Gates that are shut or undecided and would be open."""
    left: int = 0
    """Viewers who left or gave up waiting because of it, counted from the causes in the log."""
    orders: int = 0
    """Orders that name it as their cause."""
    instead: tuple[Instead, ...]
    drop: tuple[Event, ...] = ()
    """What would not have happened, of the log as it is marked; of what went well: what would be missing."""
    add: tuple[Event, ...] = ()

    @property
    def good(self) -> bool:
        return self.kind in WENT_WELL

    @property
    def points(self) -> float:
        """Points of the total, 0..100."""
        return sum(stake.points for stake in self.stakes)

    @property
    def key(self) -> str:
        """Names it among the moments of its session."""
        return f"{self.kind.value}:{self.subject}:{self.span.start:.1f}"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyMoments:
    """The moments chosen, those that cost most first, what went well last."""

    moments: tuple[KeyMoment, ...]
    looked_at: int
    """Among how many they were chosen."""
