"""What viewers write, by category, and what answers it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from simulator.domain.language import Language
from simulator.domain.scenario import Topic
from simulator.domain.units import Seconds, Text


class CommentKind(StrEnum):
    """What a comment wants from the host."""

    QUESTION = "question"
    REQUEST = "request"
    SOCIAL = "social"
    ADVERSE = "adverse"
    TRAP = "trap"
    NOISE = "noise"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerKey:
    """One thing an answer must contain: any of these wordings, slots in braces filled from the product."""

    any_of: tuple[str, ...]
    fact: str | None
    optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentCategory:
    """A family of comments that the same answer satisfies."""

    id: str
    name: Text
    kind: CommentKind
    priority: int
    """0 not scored, 1 low, 2 normal, 3 high."""
    expires: Seconds
    topic: Topic | None
    """The audience model's topic this category speaks for."""
    share_farm: float
    share_cross_border: float
    templates_zh: tuple[str, ...]
    templates_en: tuple[str, ...]
    answer_keys: tuple[AnswerKey, ...]
    forbidden: tuple[str, ...]
    """Compliance categories that must not be hit while answering."""

    def templates(self, language: Language) -> tuple[str, ...]:
        return self.templates_zh if language is Language.ZH else self.templates_en


class Outcome(StrEnum):
    """What a choice does to an incident."""

    SOLVES = "solves"
    NOTHING = "nothing"
    WORSENS = "worsens"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of the numbered ways to deal with an incident."""

    name: Text
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class CrowdEffects:
    """What an incident does to the crowd: factors of rates, and shifts; 1 and 0 do nothing."""

    leave: float = 1.0
    click: float = 1.0
    buy: float = 1.0
    """On the odds of ordering."""
    arrive: float = 1.0
    comment: float = 1.0
    pay: float = 1.0
    cancel: float = 1.0
    abandon: float = 1.0
    """On carts put back."""
    refund: float = 1.0
    """On the odds of goods coming back."""
    ask: Mapping[Topic, float] = field(default_factory=dict)
    trust_per_s: float = 0.0
    attention: float = 0.0
    """Shift of the level that attention goes to."""
    bargain: float = 0.0
    """Shift of what bargain hunters would pay, in log points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """What an incident does to the room at once: trust added (or, below 0, taken), discontent added."""

    trust: float = 0.0
    discontent: float = 0.0


class Staged(StrEnum):
    """What truly happens when an incident opens, beside what it does to the crowd."""

    PRICE = "price"
    """The listing shows a tenth of the price, until it is put right."""
    WRONG_PIN = "wrong_pin"
    """Another product's card takes the place of the one explained."""
    COUPON = "coupon"
    """A running coupon ends before its time."""
    STOCK = "stock"
    """What is left is sold elsewhere; the counter tells."""
    COUNTER = "counter"
    """What is left is sold elsewhere, and the counter goes on showing it."""
    SOUND = "sound"
    """Viewers hear nothing until it is noticed."""
    STREAM = "stream"
    """Picture and sound stand still for a while."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentKind:
    """A kind of surprise: what it does, how long one has, what handling it well contains."""

    id: str
    name: Text
    trigger: str
    window: Seconds
    expected_steps: tuple[str, ...]
    answer_keys: tuple[AnswerKey, ...]
    forbidden: tuple[str, ...]
    comment_category: str | None
    """The category its comments come from, where it speaks through the chat."""
    while_open: CrowdEffects = CrowdEffects()
    afterwards: CrowdEffects = CrowdEffects()
    """For ``lingers`` seconds, when it was not dealt with in time."""
    lingers: Seconds = 0.0
    opens_with: Hits = Hits()
    missed: Hits = Hits()
    solved_trust: float = 0.0
    """Share of the missing trust that a good answer wins back."""
    choices: tuple[Choice, ...] = ()
    desk_acts: tuple[str, ...] = ()
    """Acts at the control desk that deal with it: pin, unpin (the product left the screen), sold_out, restock,
    price (back to what it was), coupon, stock (the counter set to what is there), mute (of a viewer who wrote it)."""
    staged: Staged | None = None


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """All categories and incident kinds, by id."""

    version: str
    categories: dict[str, CommentCategory]
    incidents: dict[str, IncidentKind]
