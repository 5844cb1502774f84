"""A rubric: what is marked, how a measured value becomes a level, and what bars a pass."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.language import Language
from simulator.domain.units import Text

NAMELESS = Text("", "")


class Scorer(StrEnum):
    """Who decides a level."""

    AUTO = "auto"
    AUTO_THEN_CONFIRM = "auto_then_confirm"
    HYBRID = "hybrid"
    HUMAN = "human"

    @property
    def machine_proposes(self) -> bool:
        return self in (Scorer.AUTO, Scorer.AUTO_THEN_CONFIRM)


@dataclass(frozen=True, slots=True)
class Band:
    """A level and the half-open ranges [low, high) of the value that give it; None is unbounded."""

    level: int
    any_of: tuple[tuple[float | None, float | None], ...]

    def holds(self, value: float) -> bool:
        return any((low is None or value >= low) and (high is None or value < high) for low, high in self.any_of)


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One thing that is marked."""

    id: str
    dimension: str
    name: Text
    weight: float
    scorer: Scorer
    metric: str
    """The name of the function in ``metrics`` that measures it."""
    unit: str
    formula: str
    min_data: str
    bands: tuple[Band, ...]
    bands_by_language: Mapping[Language, tuple[Band, ...]]
    threshold_basis: str
    notes: str
    enabled: bool = True
    """Off: not measured, not marked, and its weight counts for nothing."""
    reach: tuple[float | None, float | None] = (None, None)
    """The least and the greatest value the metric can have; None is unbounded."""

    def bands_for(self, language: Language) -> tuple[Band, ...]:
        return self.bands_by_language.get(language, self.bands)

    def level_of(self, value: float, language: Language) -> int:
        """The level of a measured value; raise ValueError when no band holds it."""
        for band in self.bands_for(language):
            if band.holds(value):
                return band.level
        raise ValueError(f"{self.id}: no band holds {value}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """A family of criteria."""

    id: str
    name: Text
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """What a level is worth and called."""

    level: int
    points: float
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A condition that bars a pass whatever the total."""

    id: str
    rule: str
    effect: str
    enabled: bool = True
    least: float | None = None
    """What must be reached, in points or as a level, where the gate has such a limit; None: the usual one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Weights for a kind of trainee; the sum is brought back to 100."""

    id: str
    changes: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubric:
    """Everything a session is marked by."""

    id: str
    version: str
    levels: tuple[Level, ...]
    dimensions: tuple[Dimension, ...]
    criteria: tuple[Criterion, ...]
    gates: tuple[Gate, ...]
    profiles: tuple[Profile, ...]
    name: Text = NAMELESS
    """Empty in files that give none."""

    @property
    def marked(self) -> tuple[Criterion, ...]:
        """The criteria that are switched on."""
        return tuple(each for each in self.criteria if each.enabled)

    def title(self, language: str) -> str:
        """Its name in "zh" or "en", its id where it has none."""
        return self.name[language] or self.id

    def points(self, level: int) -> float:
        return next(each.points for each in self.levels if each.level == level)
