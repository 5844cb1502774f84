"""How the marking of a session stands, and what two assessors made of it before they settle what they differ on."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum

from simulator.domain.judgement import Confirmation, Judgement, Override, Scorecard

TOGETHER = " & "
"""Stands between the names of two who speak with one voice."""


class Stage(StrEnum):
    """How far the marking of a session has come."""

    TO_REVIEW = "to_review"
    """Nobody has signed it."""
    SECOND = "second"
    """One assessor has signed; it waits for another, who does not see what the first one made of it."""
    TO_RECONCILE = "to_reconcile"
    """Two have signed and differ somewhere."""
    SIGNED = "signed"
    """Its result counts."""

    @property
    def waits_for_another(self) -> bool:
        """Whether one signature was given and the result does not count yet."""
        return self in (Stage.SECOND, Stage.TO_RECONCILE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What one assessor signed."""

    assessor: str
    scorecard: Scorecard
    """The one that was signed."""
    judgement: Judgement
    """Only this assessor's own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelDifference:
    """A criterion two assessors give different levels."""

    criterion: str
    levels: tuple[int | None, int | None]
    """What counts by either; None where nothing does."""
    reasons: tuple[str, str]
    """"" where the machine's level was let stand."""
    machine: int | None
    """The machine's word in the scorecard signed last."""
    joint: Override | None = None
    """What both settled since; None while they have not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingDifference:
    """A likely breach on which two assessors say different things, or only one says anything."""

    finding: str
    """As the last one who spoke of it numbered it."""
    said: tuple[Confirmation | None, Confirmation | None]
    joint: Confirmation | None = None


Difference = LevelDifference | FindingDifference


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessing:
    """How the marking of a session stands."""

    stage: Stage
    second_needed: bool
    """Its result counts only once a second assessor has signed, and both agree."""
    signers: tuple[str, ...] = ()
    """Whose signature stands: nothing was said by them since. In the order of signing."""
    opinions: tuple[Opinion, ...] = ()
    """Of the two who signed first, where a second is needed and both have signed."""
    differences: tuple[Difference, ...] = ()
    """Between those two; breaches first."""

    @property
    def open(self) -> tuple[Difference, ...]:
        """Differences that wait to be settled."""
        return tuple(each for each in self.differences if each.joint is None)

    @property
    def waits(self) -> bool:
        """Whether its result is still open, although somebody may have signed."""
        return self.second_needed and self.stage is not Stage.SIGNED

    @property
    def secluded(self) -> bool:
        """Whether an assessor must not see yet what others made of the session."""
        return self.second_needed and self.stage in (Stage.TO_REVIEW, Stage.SECOND)


def name_key(name: str) -> str:
    """Two names with the same key are one person, whatever the case and width of their letters."""
    return unicodedata.normalize("NFKC", " ".join(name.split())).casefold()


def together(names: tuple[str, ...]) -> str:
    """Names as one voice, whatever their order."""
    return TOGETHER.join(sorted(names, key=name_key))


def own_words(judgement: Judgement, name: str) -> Judgement:
    """What this instructor said, as if nobody else had; nothing where the name is "". The signature is left out."""
    key = name_key(name)
    return replace(
        judgement,
        overrides=tuple(each for each in judgement.overrides if name_key(each.instructor) == key),
        confirmations=tuple(each for each in judgement.confirmations if name_key(each.instructor) == key),
        notes=tuple(each for each in judgement.notes if name_key(each.instructor) == key),
        evidence=tuple(each for each in judgement.evidence if name_key(each.instructor) == key),
        signed_by=None,
        signed_at_utc=None,
    )
