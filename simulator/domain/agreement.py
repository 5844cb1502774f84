"""How far machine and instructors agree: pairs of levels, and the figures made of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

ENOUGH = 20
"""Pairs below which no figure is shown (the house's rule)."""
POOR = 0.4
"""A kappa below this is flagged (the house's rule; "fair" at best by Landis and Koch 1977)."""


@dataclass(frozen=True, slots=True, order=True)
class Population:
    """What made the machine's levels: another rubric version or another engine is another population."""

    rubric: str
    version: str
    engine: str
    """Program and recogniser; "" in words that were kept before it was."""
    pairs: int = field(default=0, compare=False)


class Between(StrEnum):
    """Whose levels are held against each other."""

    MACHINE = "machine"
    """The machine's, and an instructor's."""
    ASSESSORS = "assessors"
    """The level of whoever spoke first of a session's criterion, and that of another instructor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Which pairs are asked for; None asks for all."""

    rubric: str
    version: str | None = None
    engine: str | None = None
    scenario: str | None = None
    since_utc: str | None = None
    """ISO 8601: sessions that began from then on."""
    blind: bool | None = None
    between: Between = Between.MACHINE


@dataclass(frozen=True, slots=True)
class Tally:
    """How often one trainee's sessions got these two levels on a criterion."""

    trainee: str
    one: int
    """The machine's level, or the first assessor's."""
    other: int
    """The instructor's, or the other assessor's."""
    pairs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """What the pairs of a criterion rest on."""

    sessions: int = 0
    instructors: int = 0
    blind: int = 0
    """Pairs whose instructor had not seen the other level."""
    signed: int = 0
    """Signed ones among ``sessions``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """All pairs of a criterion, counted."""

    criterion: str
    tallies: tuple[Tally, ...] = ()
    extent: Extent = Extent()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two levels of one criterion of one session, with what a study wants to know of them."""

    session: str
    trainee: str
    """``Trainee.id``"""
    scenario: str
    began_utc: str
    criterion: str
    one: int
    other: int
    instructor: str
    """Who gave ``other``."""
    first: str
    """The assessor who gave ``one``; "" where the machine did."""
    blind: bool
    value: float | None
    """What the machine had measured; None where it was not kept."""
    after_s: float | None
    """Seconds from the end of the session to the instructor's word; None where a time cannot be read."""
    rubric: str
    version: str
    engine: str


class WhyNoKappa(StrEnum):
    """Why there is no kappa."""

    TOO_FEW = "too_few"
    NO_SPREAD = "no_spread"
    """One side gave the same level every time: kappa cannot tell skill from habit."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The 95 % confidence interval of a figure."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far two sides agree on one criterion; figures are None below ``ENOUGH`` pairs."""

    criterion: str
    pairs: int
    trainees: int
    extent: Extent
    silent: int
    """Signed sessions in which nobody said a word of this criterion; they are no pairs."""
    table: tuple[tuple[int, ...], ...]
    """Pairs by level: a row for each level of the first side, a column for each of the second."""
    kappa: float | None = None
    """Quadratic weighted kappa (Cohen 1968), -1..1."""
    kappa_in: Interval | None = None
    """None with a kappa: it rests on a single trainee."""
    why_none: WhyNoKappa | None = None
    bias: float | None = None
    """Mean of second minus first side, in levels."""
    bias_in: Interval | None = None
    exact: float | None = None
    """Share of pairs with the same level."""
    adjacent: float | None = None
    """Share of pairs at most one level apart."""

    @property
    def flagged(self) -> bool:
        """Whether the machine agrees too poorly to be relied on here."""
        return self.kappa is not None and self.kappa < POOR
