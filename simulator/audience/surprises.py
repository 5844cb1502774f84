"""Planned surprises that speak through the chat: they open, somebody insists, they close (audience model, section 9).

What a surprise does to the crowd's rates is not modelled yet; it would be read from ``open`` by the hazards.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from simulator.audience.wording import Wording
from simulator.domain.crowd import Viewer
from simulator.domain.events import Event
from simulator.domain.findings import QuestionAnswered
from simulator.domain.scenario import Incident, Scenario
from simulator.domain.taxonomy import CommentCategory, Taxonomy
from simulator.domain.units import Seconds

PRESS_EVERY = 20.0
"""Seconds between two lines of somebody who insists."""
WAVE_EVERY = 6.0
"""Seconds between the lines of several viewers who say much the same."""
WAVES = {"troll_wave": 5, "competitor_price": 3, "customs_surprise": 2}
"""Incidents that several viewers bring, and how many, where the scenario does not word them."""
DEFAULT_CATEGORY = {
    "currency_unit": "price",
    "customs_surprise": "logistics",
    "logistics_delay": "logistics",
    "rotten_fruit": "complaint",
    "inspector": "origin_authentic",
    "allergy_question": "usage_storage",
    "price_typo": "price",
    "coupon_fail": "promo_coupon",
    "privacy_leak": "logistics",
    "minor_pays": "minor",
    "health_trap": "compliance_trap_health",
    "absolute_trap": "compliance_trap_absolute",
    "competitor_price": "competitor_price",
    "troll_wave": "troll",
}
"""Categories of the lines of incidents, where the taxonomy names none."""


@dataclass(slots=True)
class Surprise:
    """An incident that goes on."""

    plan: Incident
    category: CommentCategory
    opened: Seconds
    closes: Seconds
    to_say: int
    """Lines until nobody insists any more."""
    viewer: Viewer | None = None
    said: int = 0
    next_line: Seconds = 0.0
    lines: set[str] = field(default_factory=set)
    answered: bool = False

    @property
    def several(self) -> bool:
        """Whether each line comes from another viewer."""
        return self.plan.presses <= 1


@dataclass(slots=True)
class Surprises:
    """Those to come, in order, and those that are open."""

    to_come: list[Incident]
    open: list[Surprise] = field(default_factory=list)

    @classmethod
    def of(cls, scenario: Scenario, taxonomy: Taxonomy, wording: Wording) -> Surprises:
        """The incidents of a scenario that have something to write."""
        speaking = [
            plan
            for plan in scenario.incidents
            if category_of(plan, taxonomy) is not None and lines_of(plan, scenario, taxonomy, wording)
        ]
        return cls(sorted(speaking, key=lambda plan: (plan.at, plan.id)))

    def answer(self, event: Event) -> None:
        """Take note of an answer that covers a line of an open surprise, or its whole category."""
        if not isinstance(event, QuestionAnswered):
            return
        for surprise in self.open:
            same = event.category == surprise.category.id and surprise.said > 0
            if same or surprise.lines.intersection(event.comments):
                surprise.answered = True

    def begin(self, now: Seconds, taxonomy: Taxonomy) -> list[Surprise]:
        """Open what is due."""
        begun = []
        while self.to_come and self.to_come[0].at <= now:
            plan = self.to_come.pop(0)
            category = category_of(plan, taxonomy)
            if category is None:
                continue
            kind = taxonomy.incidents.get(plan.kind)
            window = kind.window if kind is not None else category.expires
            lines = max(len(plan.lines), plan.presses, 1)
            if not plan.lines and plan.presses <= 1:
                lines = WAVES.get(plan.kind, 1)
            begun.append(Surprise(plan, category, now, now + window, lines, next_line=now))
        self.open += begun
        return begun

    def end(self, now: Seconds) -> list[Surprise]:
        """Close what was answered, or whose window has passed."""
        ended = [surprise for surprise in self.open if surprise.answered or now >= surprise.closes]
        self.open = [surprise for surprise in self.open if surprise not in ended]
        return ended

    def due(self, now: Seconds) -> list[Surprise]:
        """Those who write a line now."""
        return [each for each in self.open if each.said < each.to_say and now >= each.next_line]


def spoken(surprise: Surprise, comment: str, now: Seconds) -> None:
    """Note that a line was written."""
    surprise.said += 1
    surprise.lines.add(comment)
    surprise.next_line = now + (WAVE_EVERY if surprise.several else PRESS_EVERY)


def category_of(plan: Incident, taxonomy: Taxonomy) -> CommentCategory | None:
    """The category an incident's lines belong to, where it speaks through the chat."""
    kind = taxonomy.incidents.get(plan.kind)
    named = kind.comment_category if kind is not None else None
    return taxonomy.categories.get(named or DEFAULT_CATEGORY.get(plan.kind, ""))


def lines_of(plan: Incident, scenario: Scenario, taxonomy: Taxonomy, wording: Wording) -> tuple[str, ...]:
    """What viewers write: the scenario's own words, else those of the kind, else those of the category."""
    if plan.lines:
        return plan.lines
    if plan.kind in wording.incidents:
        return wording.incidents[plan.kind]
    category = category_of(plan, taxonomy)
    return category.templates(scenario.language) if category is not None else ()
