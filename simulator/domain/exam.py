"""An exam paper: locked once, then the same room, products and incidents for everybody who sits it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.draw import Drawn, applied, draw, retake_seed
from simulator.domain.scenario import Scenario
from simulator.domain.taxonomy import Taxonomy
from simulator.domain.units import Seconds

PREPARATION: Seconds = 1200.0
"""With the fact cards, which are blind until it begins (scenario outlines, draw rule 4)."""
REVIEW: Seconds = 600.0
"""To look back before the assessor does (draw rule 4)."""


class Sitting(StrEnum):
    """Which of a paper's two rooms."""

    FIRST = "first"
    RETAKE = "retake"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamPaper:
    """Everything about an exam that is settled before anybody sits it."""

    number: str
    """What stands on the printed paper: ``E0007``."""
    scenario: Scenario
    """As it was when the paper was locked, nothing drawn yet; later changes of its file do not touch the paper."""
    seed: int
    retake_seed: int
    made_utc: str
    """ISO 8601, seconds."""
    made_by: str = ""
    cohort: str = ""
    """Whom it is for."""
    preparation: Seconds = PREPARATION
    review: Seconds = REVIEW
    first: Drawn
    retake: Drawn

    def drawn(self, sitting: Sitting = Sitting.FIRST) -> Drawn:
        """What was drawn for a sitting."""
        return self.first if sitting is Sitting.FIRST else self.retake

    def seed_of(self, sitting: Sitting = Sitting.FIRST) -> int:
        """The seed of the room."""
        return self.seed if sitting is Sitting.FIRST else self.retake_seed

    def sat(self, sitting: Sitting = Sitting.FIRST) -> Scenario:
        """The scenario a trainee goes on air with: the drawn products and incidents, one document missing."""
        return applied(self.scenario, self.drawn(sitting))


def paper_of(
    scenario: Scenario,
    *,
    number: str,
    seed: int,
    taxonomy: Taxonomy,
    made_utc: str,
    made_by: str = "",
    cohort: str = "",
    preparation: Seconds = PREPARATION,
) -> ExamPaper:
    """Lock a paper. Raise ValueError where the scenario cannot be drawn from."""
    second = retake_seed(scenario, seed, taxonomy.incidents)
    return ExamPaper(
        number=number,
        scenario=scenario,
        seed=seed,
        retake_seed=second,
        made_utc=made_utc,
        made_by=made_by,
        cohort=cohort,
        preparation=preparation,
        first=draw(scenario, seed),
        retake=draw(scenario, second),
    )
