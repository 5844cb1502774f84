"""What another act at one moment of a session would have done: in the same audience, and on average over many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from simulator.audience.act_names import ActKind, kind_of
from simulator.audience.audience import TICK_S
from simulator.audience.estimates import Assumption, Estimate, estimate
from simulator.audience.hosts import Host, tick_of
from simulator.audience.replay import Playback
from simulator.audience.rollouts import COUNTERS, Mapper, counted, rollouts
from simulator.domain.events import Event
from simulator.domain.scenario import Scenario
from simulator.domain.units import Seconds

HORIZON: Seconds = 120.0
"""How far ahead to look."""
PAIRS = 20
NEAR: Seconds = 1.0
"""Acts this close to a moment are meant by it."""
LEVELS = ("online", "waiting", "stock", "peak")
"""Counters that tell how things stand; the others add up."""
MONEY = ("gmv", "net_gmv")
ORDER = 1.0
"""The least step of orders: that no pair shows one more does not mean that none ever would."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a host does otherwise: acts left out, and acts put in."""

    drop: tuple[Event, ...] = ()
    add: tuple[Event, ...] = ()

    @property
    def at(self) -> Seconds:
        """The first moment that is not as it was."""
        return min(event.at for event in (*self.drop, *self.add))

    def of(self, host: Host) -> Host:
        """The host who does so; acts put in come after the others of their tick."""
        left = list(host.events)
        for event in self.drop:
            left.remove(event)
        events = sorted((*left, *self.add), key=lambda event: tick_of(event.at, TICK_S))
        return replace(host, events=tuple(events))


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """What a change does up to ``until``: with it less without it, by counter."""

    change: Change
    at: Seconds
    until: Seconds
    effects: Mapping[str, Estimate]
    """To be expected, over audiences that were as this one up to ``at``."""
    same_luck: Mapping[str, float]
    """The same in the session's own audience: what would have happened."""
    expected: Mapping[str, float]
    """Without the change: what comes from ``at`` on; for levels, where they will stand."""
    assumptions: frozenset[Assumption]


def what_if(
    playback: Playback, change: Change, *, horizon: Seconds = HORIZON, pairs: int = PAIRS, mapper: Mapper = map
) -> WhatIf:
    """Play the session on from just before a change, with it and without, ``pairs`` times under equal luck.

    Raise ValueError where nothing is changed, or nothing is left of the session.
    """
    if not (change.drop or change.add):
        raise ValueError("nothing of the session is changed")
    audience = playback.before(change.at)
    until = min(round(audience.now + horizon, 6), playback.length)
    if change.at < 0 or until <= audience.now:
        raise ValueError("nothing of the session is changed")
    start, before = audience.snapshot(), counted(audience.room)
    own, *others = range(pairs + 1)  # number 0 is the session's own luck
    was, otherwise = (
        rollouts(playback.stage, host, [own, *others], until=until, tick_s=TICK_S, start=start, mapper=mapper)
        for host in (playback.host, change.of(playback.host))
    )
    differences = {counter: otherwise.last(counter) - was.last(counter) for counter in COUNTERS}
    scenario = playback.log.scenario
    refused = max(was.last("refused").max(), otherwise.last("refused").max())
    assumptions = {Assumption.MODEL_EFFECTS, Assumption.ASSUMED_PRESET, Assumption.OPEN_LOOP}
    if refused > before[COUNTERS.index("refused")]:
        assumptions.add(Assumption.STOCK_BINDING)
    return WhatIf(
        change=change,
        at=audience.now,
        until=until,
        effects={counter: estimate(values[1:], grain(counter, scenario)) for counter, values in differences.items()},
        same_luck={counter: float(values[0]) for counter, values in differences.items()},
        expected={
            counter: float(was.last(counter)[1:].mean()) - (0.0 if counter in LEVELS else float(sofar))
            for counter, sofar in zip(COUNTERS, before, strict=False)
        },
        assumptions=frozenset(assumptions),
    )


def grain(counter: str, scenario: Scenario) -> float:
    """The least step a counter moves by, where that is an order."""
    return list_price(scenario) if counter in MONEY else ORDER if counter == "orders" else 0.0


def list_price(scenario: Scenario) -> float:
    """The price of the product that is explained first, in whole units."""
    planned = [segment.product for segment in scenario.run_of_show if segment.product is not None]
    product = scenario.product(planned[0]) if planned else scenario.products[0]
    return product.price.hundredths / 100


def near(host: Host, moment: Seconds, kind: ActKind | None = None) -> tuple[Event, ...]:
    """The acts of a host at a moment, of one kind or of all; what the shop did to him is none."""
    return tuple(
        event
        for event in host.events
        if abs(event.at - moment) <= NEAR and (found := kind_of(event)) is not None and kind in (None, found)
    )


def moved(events: tuple[Event, ...], by: Seconds) -> Change:
    """The same acts, sooner or later; what they opened stays open as long."""
    return Change(drop=events, add=tuple(shifted(event, by) for event in events))


def shifted(event: Event, by: Seconds) -> Event:
    """An act at another moment."""
    times = {name: getattr(event, name) + by for name in ("at", "closes_at", "since") if hasattr(event, name)}
    return replace(event, **times)
