"""What viewers write, by category, and what answers it."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """All categories and incident kinds, by id."""

    version: str
    categories: dict[str, CommentCategory]
    incidents: dict[str, IncidentKind]
