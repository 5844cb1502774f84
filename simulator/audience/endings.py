"""How incidents end, and how soon the host took them up; told with their close, and moving no number of the room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from simulator.audience.troubles import Trouble
from simulator.domain.crowd import IncidentClosed, Way
from simulator.domain.desk import IncidentDecided
from simulator.domain.events import Event
from simulator.domain.findings import IncidentHandled, IncidentNoticed
from simulator.domain.scenario import Incident
from simulator.domain.taxonomy import Outcome, Taxonomy
from simulator.domain.units import Seconds


def outcomes(plans: Sequence[Incident], taxonomy: Taxonomy) -> Mapping[tuple[str, int], Outcome]:
    """What each numbered choice of each incident comes to."""
    return {
        (plan.id, number): choice.outcome
        for plan in plans
        if plan.kind in taxonomy.incidents
        for number, choice in enumerate(taxonomy.incidents[plan.kind].choices)
    }


@dataclass(slots=True)
class Endings:
    """The first right step and the last act of each incident so far."""

    first: dict[str, Seconds] = field(default_factory=dict)
    last: dict[str, Way] = field(default_factory=dict)

    def take(self, event: Event, choices: Mapping[tuple[str, int], Outcome]) -> None:
        """Note what the host says and does about an incident."""
        match event:
            case IncidentNoticed():
                self.first.setdefault(event.incident, event.said.start)
            case IncidentHandled():
                self.first.setdefault(event.incident, event.said.start)
                self.last.setdefault(event.incident, event.by or Way.SPEECH)
            case IncidentDecided():
                outcome = choices.get((event.incident, event.choice), Outcome.NOTHING)
                if outcome is Outcome.SOLVES:
                    self.first.setdefault(event.incident, event.at)
                if outcome is not Outcome.NOTHING:
                    self.last.setdefault(event.incident, Way.CHOICE)
            case _:
                pass

    def closed(self, plan: Incident, trouble: Trouble, now: Seconds) -> IncidentClosed:
        """The close of an incident that ended in this tick."""
        handled = trouble.solved == 1
        first = self.first.get(plan.id)
        ran_out = not handled and now >= trouble.opened + trouble.window
        return IncidentClosed(
            at=now,
            incident=plan.id,
            handled=handled,
            lead=None if first is None else round(max(first - trouble.opened, 0.0), 3),
            by=Way.TIME if ran_out else self.last.get(plan.id, Way.TIME),
        )
