"""Rubrics and scorecards as they are kept: versions, drafts, and the marks of a past session."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.domain.judgement import Judgement, Scorecard
from simulator.domain.rubric import Rubric
from simulator.domain.session import SessionHeader


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricVersion:
    """A published rubric, and what is known of it beside its file."""

    rubric: Rubric
    shipped: bool
    """It came with the program."""
    added_utc: str
    note: str
    """What its author said of it; "" where nothing was said."""
    author: str
    retired: bool
    """Out of force: sessions are no longer marked by it unless it is asked for."""
    used: bool
    """A scorecard was made with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricDraft:
    """What an instructor is making of a rubric; nothing is marked by it yet, and it may still be wrong."""

    rubric: Rubric
    author: str
    based_on: str
    """The version it began from: "id@version"."""
    kept_utc: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptScorecard:
    """A scorecard of the store."""

    id: int
    made_utc: str
    basis: str
    """Tells what it was made of; "" where that is not known."""
    card: Scorecard


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedSession:
    """A session that was scored, as far as a rubric is concerned."""

    header: SessionHeader
    trainee: str
    """The name."""
    profile: str | None
    """The kind of trainee its scenario is marked for."""
    card: Scorecard
    """The one that counts."""
    rubric: Rubric
    """The version it was made with."""
    judgement: Judgement
