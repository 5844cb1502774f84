"""What was chosen at home, before anything is tried out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from simulator.domain.exam import PREPARATION
from simulator.domain.scenario import Scenario
from simulator.domain.session import Mode
from simulator.domain.units import Seconds

Sitting: TypeAlias = tuple[str, str, str, Mode, int | None]
"""Who sits which scenario for what, with which audience."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Who rehearses, or is examined in, which scenario."""

    scenario: Scenario
    trainee: str
    second: str | None = None
    """Name of the second host."""
    desk_person: str | None = None
    """Name of who works the control desk."""
    mode: Mode = Mode.PRACTICE
    seed: int | None = None
    paper: str | None = None
    """The number of the exam paper; None where an exam has but the audience's."""
    preparation: Seconds = PREPARATION
    """How long a candidate may prepare."""

    @property
    def before_the_camera(self) -> tuple[str, ...]:
        """Whose picture and voice there will be, the trainee first."""
        return (self.trainee,) if not self.second else (self.trainee, self.second)

    @property
    def sitting(self) -> Sitting:
        """What makes another try the same sitting: the clock of its preparation goes on."""
        return (self.trainee, self.scenario.id, self.scenario.version, self.mode, self.seed)
