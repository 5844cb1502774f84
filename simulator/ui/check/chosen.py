"""What was chosen at home, before anything is tried out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from simulator.domain.exam import PREPARATION
from simulator.domain.scenario import Scenario, Segment
from simulator.domain.session import Mode
from simulator.domain.units import Seconds
from simulator.live.booking import Booking

COUNTDOWN: Seconds = 3.0
"""From the button to being on air."""
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

    def booking(
        self,
        camera: str | None,
        microphone: str | None,
        plan: tuple[Segment, ...] | None,
        *,
        recorded: bool,
        consent: str | None,
    ) -> Booking:
        """What goes live, with these devices and this plan (None is the author's)."""
        return Booking(
            scenario=self.scenario.id,
            trainee=self.trainee,
            camera=camera,
            microphone=microphone,
            seed=self.seed,
            record=recorded,
            second=self.second,
            desk_person=self.desk_person,
            mode=self.mode,
            paper=self.paper,
            show=self.scenario if self.paper is not None else None,
            consent=consent,
            plan=plan,
            lead=COUNTDOWN,
        )
