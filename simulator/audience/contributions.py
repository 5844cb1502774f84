"""What each group of criteria adds to a session's expected outcome: taken away, raised to the expert, or shared out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from simulator.audience.act_names import Group, group_of
from simulator.audience.act_words import on_screen
from simulator.audience.estimates import Assumption, Estimate, estimate, shapley
from simulator.audience.hosts import Host, expert
from simulator.audience.quantile import Floats
from simulator.audience.replay import Playback
from simulator.audience.rollouts import Mapper, rollouts
from simulator.audience.room import SERVICE_FACTS
from simulator.audience.skill import LEAP, OUTCOME, ROLLOUTS
from simulator.domain.desk import CouponSent
from simulator.domain.events import Event
from simulator.domain.findings import FactTold, PriceTold, ProductMentioned
from simulator.domain.scenario import Product, Scenario
from simulator.domain.units import Seconds

ORDERS = 64
"""Orders of the six groups for the Shapley shares; so many meet every set of groups, so all are counted."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one group of criteria is worth in a session."""

    kept: Estimate
    """The outcome as it is, less what it would be without the group's acts."""
    raised: Estimate
    """What it would be with the expert's acts in place of the group's, less what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributions:
    """All groups of a session."""

    outcome: str
    mu: float
    groups: Mapping[Group, Contribution]
    shares: Mapping[Group, Estimate] | None
    """Shapley shares of what all groups add to a host without any of them; None where not asked for."""
    assumptions: frozenset[Assumption]


def contributions(
    playback: Playback,
    *,
    outcome: str = OUTCOME,
    numbers: Sequence[int] = range(1, ROLLOUTS + 1),
    tick_s: Seconds = LEAP,
    shared: bool = False,
    mapper: Mapper = map,
) -> Contributions:
    """Play a session without each group of acts, and with the expert's; ``shared`` also shares out the whole."""

    def play(host: Host) -> Floats:
        return rollouts(playback.stage, host, numbers, until=playback.length, tick_s=tick_s, mapper=mapper).last(
            outcome
        )

    host, scenario = playback.host, playback.log.scenario
    best = expert(scenario, playback.length)
    everything = list(Group)
    whole = play(host)
    groups = {
        group: Contribution(
            kept=estimate(whole - play(without(host, {group}))),
            raised=estimate(play(raised(host, best, group, scenario)) - whole),
        )
        for group in everything
    }
    shares = None
    if shared:

        def worth(present: frozenset[int]) -> Floats:
            missing = {group for number, group in enumerate(everything) if number not in present}
            return whole if not missing else play(without(host, missing))

        found, _ = shapley(len(everything), worth, ORDERS, playback.stage.seed)
        shares = {group: estimate(each) for group, each in zip(everything, found, strict=True)}
    return Contributions(
        outcome=outcome,
        mu=float(whole.mean()),
        groups=groups,
        shares=shares,
        assumptions=frozenset({Assumption.MODEL_EFFECTS, Assumption.ASSUMED_PRESET, Assumption.OPEN_LOOP}),
    )


def without(host: Host, groups: set[Group]) -> Host:
    """The host without the acts of these groups."""
    return replace(host, events=tuple(event for event in host.events if group_of(event) not in groups))


def raised(host: Host, best: Host, group: Group, scenario: Scenario) -> Host:
    """The host with the best one's acts of one group in place of his own, on the product that is on screen."""
    taken = [
        moved
        for event in best.events
        if group_of(event) is group
        for moved in _about(event, on_screen(host, scenario, event.at), scenario)
    ]
    events = sorted((*without(host, {group}).events, *taken), key=lambda event: event.at)
    answering = best.answering if group is Group.RESPONSIVENESS else host.answering
    return replace(host, events=tuple(events), answering=answering)


def _about(event: Event, product: Product, scenario: Scenario) -> Sequence[Event]:
    """The same act about another product: the fact of the same place, its own price, its own coupon if it has one."""
    match event:
        case FactTold():
            told = scenario.product(event.product)
            place, of_service = next(
                (number, fact.kind in SERVICE_FACTS) for number, fact in enumerate(told.facts) if fact.id == event.fact
            )
            before = sum((fact.kind in SERVICE_FACTS) is of_service for fact in told.facts[:place])
            alike = [fact.id for fact in product.facts if (fact.kind in SERVICE_FACTS) is of_service]
            if not alike:
                return ()
            return (replace(event, product=product.id, fact=alike[before % len(alike)]),)
        case PriceTold():
            return (replace(event, product=product.id, price=product.price),)
        case ProductMentioned():
            return (replace(event, product=product.id),)
        case CouponSent():
            offer = product.coupon
            return (replace(event, product=product.id, off=offer.off),) if offer is not None else ()
        case _:
            return (event,)
