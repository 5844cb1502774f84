"""A session with all that its reports tell: values only, so that they may be worded on any thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulator.domain.agreement import Agreement
from simulator.domain.changes import Changes
from simulator.domain.compliance import RulePack
from simulator.domain.judgement import Judgement, Result, Scorecard
from simulator.domain.key_moments import KeyMoments
from simulator.domain.rubric import Criterion, Rubric
from simulator.domain.said import Said
from simulator.domain.session import SessionLog
from simulator.domain.taxonomy import Taxonomy
from simulator.domain.units import Seconds, Text
from simulator.metrics.room import SessionFigures
from simulator.scoring import JudgedMark, judged_marks, result


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """One thing for the trainee to do next, bound to its moment."""

    criterion: str
    at: Seconds | None
    """When it was, in seconds on the session's clock; None where there is no moment to point at."""
    what: Text
    said: str = ""
    """What was said there, or what a viewer wrote, in the language of the session."""
    asked: bool = False
    """``said`` is a viewer's."""
    instead: str = ""
    """Words to say instead, in the language of the session."""
    gain: float | None = None
    """About how many points of the total it would bring; None where that is not known."""
    of_moment: bool = False
    """``gain`` is what this moment alone is worth, not what one level up would bring."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything of one session."""

    log: SessionLog
    scorecard: Scorecard
    judgement: Judgement
    rubric: Rubric
    figures: SessionFigures
    trainee: str
    names: Mapping[str, Text] = field(default_factory=dict)
    """Of comment categories and kinds of incident."""
    poorly: Mapping[str, Agreement] = field(default_factory=dict)
    """Criteria the machine agrees poorly on."""
    changes: Changes | None = None
    """What a second hearing changed."""
    heard_utc: str | None = None
    """When that was made."""
    rules: RulePack | None = None
    """The pack the session was judged by."""
    rules_kept: bool = True
    recorded: bool = False
    """There is a recording to take pictures from."""
    stills: Mapping[Seconds, bytes] = field(default_factory=dict)
    """Pictures of the recording as JPEG, by their moment."""
    taxonomy: Taxonomy | None = None
    """What viewers write and what may happen, with what answers it; None where the moments need not be chosen."""
    moments: KeyMoments | None = None
    """The moments a review begins with; None where nobody chose them."""
    said: tuple[Said, ...] = ()
    """Every word and signature, those that were taken back too; nothing: the judgement tells what holds."""
    steps: tuple[NextStep, ...] | None = None
    """The things to do next, where somebody else chose them; None: by the rule of ``next_steps``."""

    @property
    def result(self) -> Result:
        """What counts."""
        return result(self.scorecard, self.judgement, self.rubric)

    @property
    def marks(self) -> tuple[JudgedMark, ...]:
        """The machine's marks with the instructor's word on each, in the rubric's order."""
        return judged_marks(self.scorecard, self.judgement)

    @property
    def criteria(self) -> dict[str, Criterion]:
        """The rubric's criteria, by id."""
        return {criterion.id: criterion for criterion in self.rubric.criteria}
