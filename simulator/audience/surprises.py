"""Incidents: planned by the author and drawn by the seed, as troubles of the room and as lines of the chat (section 9).

The list is fixed for a seed whatever the host does; those with a condition have their place in it and wait for it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from simulator.audience.exponential import log
from simulator.audience.philox import Domain, Luck
from simulator.audience.troubles import EFFECTS, Effect, Stage, Trouble, When
from simulator.audience.wording import Wording
from simulator.domain.crowd import Viewer
from simulator.domain.scenario import Incident, Scenario, Trigger
from simulator.domain.taxonomy import CommentCategory, CrowdEffects, IncidentKind, Taxonomy
from simulator.domain.units import Seconds, Text

PRESS_EVERY = 20.0
"""Seconds between two lines of somebody who insists."""
WAVE_EVERY = 6.0
"""Seconds between the lines of several viewers who say much the same."""
GAP: Seconds = 60.0
"""Least time between drawn incidents, and from the beginning and to the end of the stream."""
WAVES = {"troll_wave": 5, "competitor_price": 3, "customs_surprise": 2}
"""Incidents that several viewers bring, and how many, where the scenario does not word them."""
DEFAULT_CATEGORY = {
    "currency_unit": "price",
    "customs_surprise": "logistics",
    "logistics_delay": "logistics",
    "rotten_fruit": "complaint",
    "colour_complaint": "complaint",
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
    "network_drop": "complaint",
    "mic_fault": "complaint",
    "wrong_product_pinned": "purchase_intent",
    "payment_failure": "purchase_intent",
    "platform_warning": "complaint",
}
"""Categories of the lines of incidents, where the taxonomy names none."""
_TRIGGERS = {
    Trigger.MOMENT: When.MOMENT,
    Trigger.WRONG_PRICE: When.WRONG_PRICE,
    Trigger.CLAIM: When.CLAIM,
    Trigger.OUT_OF_STOCK: When.STOCK_OUT,
    Trigger.FLOOD: When.FLOOD,
}


def planned(scenario: Scenario, seed: int) -> tuple[Incident, ...]:
    """All incidents of a scenario under a seed, those it plans and those it leaves to chance; ordered by time."""
    drawn = list(scenario.incidents)
    chance = scenario.chance_incidents
    if chance is not None and chance.kinds:
        luck = Luck(seed)
        kinds = sorted(chance.kinds.items())
        mean = 600.0 / chance.per_10_min
        at, number = 0.0, 0
        while True:
            u, v = luck.pair(0, number, 0, Domain.INCIDENTS)
            at += GAP - max(mean - GAP, 1.0) * log(u)
            number += 1
            if at > scenario.length - GAP:
                break
            drawn.append(Incident(id=f"chance{number}", kind=_weighed(kinds, v), at=round(at, 1)))
    return tuple(sorted(drawn, key=lambda plan: (plan.at, plan.id)))


def _weighed(kinds: list[tuple[str, float]], u: float) -> str:
    """One of the kinds, by weight."""
    goal = u * sum(weight for _, weight in kinds)
    for kind, weight in kinds:
        goal -= weight
        if goal < 0:
            return kind
    return kinds[-1][0]


def trouble_of(plan: Incident, scenario: Scenario, taxonomy: Taxonomy) -> Trouble:
    """What an incident does to the crowd; nothing but open and close where its kind is not known."""
    products = [product.id for product in scenario.products]
    kind = taxonomy.incidents.get(plan.kind) or _UNKNOWN
    category = category_of(plan, taxonomy)
    window = kind.window if kind is not _UNKNOWN or category is None else category.expires
    return Trouble(
        id=plan.id,
        when=_TRIGGERS[plan.when],
        opens=plan.at,
        product=products.index(plan.product) if plan.product is not None else -1,
        threshold=plan.threshold,
        window=window,
        linger=kind.lingers,
        open_trust=kind.opens_with.trust,
        open_discontent=kind.opens_with.discontent,
        missed_trust=kind.missed.trust,
        missed_discontent=kind.missed.discontent,
        solved_trust=kind.solved_trust,
        while_open=_sums(kind.while_open),
        afterwards=_sums(kind.afterwards),
    )


def _sums(effects: CrowdEffects) -> tuple[float, ...]:
    sums = [0.0] * EFFECTS
    for effect, factor in (
        (Effect.LEAVE, effects.leave), (Effect.CLICK, effects.click), (Effect.BUY, effects.buy),
        (Effect.ARRIVE, effects.arrive), (Effect.COMMENT, effects.comment), (Effect.PAY, effects.pay),
        (Effect.CANCEL, effects.cancel), (Effect.ABANDON, effects.abandon), (Effect.REFUND, effects.refund),
    ):  # fmt: skip
        sums[effect] = log(factor)
    sums[Effect.TRUST] = effects.trust_per_s
    sums[Effect.ATTENTION] = effects.attention
    sums[Effect.BARGAIN] = effects.bargain
    for topic, factor in effects.ask.items():
        sums[Effect.ASK + topic] = log(factor)
    return tuple(sums)


_UNKNOWN = IncidentKind(
    id="",
    name=Text("", ""),
    trigger="",
    window=90.0,
    expected_steps=(),
    answer_keys=(),
    forbidden=(),
    comment_category=None,
)


@dataclass(slots=True)
class Surprise:
    """The lines of an incident that is open."""

    plan: Incident
    category: CommentCategory
    opened: Seconds
    to_say: int
    """Lines until nobody insists any more."""
    next_line: Seconds
    viewer: Viewer | None = None
    said: int = 0

    @property
    def several(self) -> bool:
        """Whether each line comes from another viewer."""
        return self.plan.presses <= 1


@dataclass(slots=True)
class Surprises:
    """Those that are open and speak through the chat, by the number of their trouble."""

    open: dict[int, Surprise] = field(default_factory=dict)

    def due(
        self, plans: tuple[Incident, ...], troubles: list[Trouble], taxonomy: Taxonomy, now: Seconds
    ) -> list[Surprise]:
        """Those who write a line now."""
        for number, (plan, trouble) in enumerate(zip(plans, troubles, strict=True)):
            if trouble.stage != Stage.OPEN:
                self.open.pop(number, None)
            elif number not in self.open:
                category = category_of(plan, taxonomy)
                if category is not None:
                    lines = max(len(plan.lines), plan.presses, 1)
                    if not plan.lines and plan.presses <= 1:
                        lines = WAVES.get(plan.kind, 1)
                    self.open[number] = Surprise(plan, category, trouble.opened, lines, next_line=now)
        return [each for each in self.open.values() if each.said < each.to_say and now >= each.next_line]


def spoken(surprise: Surprise, now: Seconds) -> None:
    """Note that a line was written."""
    surprise.said += 1
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
