"""Skill, luck and the moments of a session, in pieces that may be played anywhere and put together in any order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from simulator.audience.audience import TICK_S, Audience, Outputs
from simulator.audience.estimates import Assumption, Estimate, estimate, share_band
from simulator.audience.hosts import Host
from simulator.audience.otherwise import otherwise
from simulator.audience.parameters import MODEL
from simulator.audience.philox import Luck
from simulator.audience.policy import Policy, answering_again, policy_of
from simulator.audience.quantile import Floats
from simulator.audience.replay import Playback
from simulator.audience.rollouts import COUNTERS, Outcomes, played, rollouts
from simulator.audience.skill import DIFFERS, baselines, percentile, score, score_error
from simulator.audience.whatif import HORIZON, Change, grain, list_price, what_if
from simulator.domain.crowd import OrderPaid, OrderPlaced
from simulator.domain.key_moments import KeyMoment
from simulator.domain.outcome import SESSION, Difference, HostOutcome, MomentOutcome, Outcome
from simulator.domain.session import SessionLog
from simulator.domain.taxonomy import Taxonomy
from simulator.domain.units import Seconds

KEPT = ("orders", "gmv", "net_gmv", "refused")
"""Counters that are kept of each audience, in this order."""
MOVED = ("orders", "net_gmv", "left")
"""Counters told of a moment."""
TOO_LATE: Seconds = 1.0
"""What happens this close to the end changes nothing any more."""
SHORTEST: Seconds = 60.0
"""A shorter session says nothing of skill."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A session as its audience met it, and the moments to be played otherwise; may be sent to another process."""

    log: SessionLog
    """The log of the live hearing, which is what the audience heard."""
    taxonomy: Taxonomy
    moments: tuple[KeyMoment, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is played."""

    audiences: int
    tick_s: Seconds
    pairs: int = 20
    """Of each moment, at the tick of a live session; the plain engine plays moments before all the audiences."""


LOOKS = 5
"""Ticks from one look at who waits to the next: half a second."""
CHUNK = 8
"""Audiences that the compiled engine plays in one call."""
LADDER = (
    Plan(128, 0.5, 200), Plan(64, 0.5, 200), Plan(64, 0.5, 100), Plan(64, 0.5, 40), Plan(64, 0.5), Plan(48, 0.5),
    Plan(32, 0.5), Plan(32, 1.0), Plan(24, 1.0), Plan(16, 1.0), Plan(16, 2.0), Plan(12, 2.0), Plan(8, 2.0),
    Plan(8, 3.0), Plan(6, 3.0), Plan(4, 3.0),
)  # fmt: skip
"""The most first: a weak act takes two hundred pairs to be told from none. Below 16 audiences the length of a tick
(2 s: 2 % of orders, on all sides) matters less than luck. Three seconds go into the time between two answers of every
baseline host."""


def plan_for(
    per_tick: Seconds,
    length: Seconds,
    moments: int,
    *,
    compiled: bool,
    workers: int,
    budget: Seconds,
    per_call: Seconds = 0.0,
) -> Plan:
    """The most that ``workers`` do in ``budget`` seconds, by what a tick and a call of the engine take one of them."""

    def cost(plan: Plan) -> Seconds:
        ticks = plan.audiences * 5 * length / plan.tick_s
        if compiled:
            # The session itself played through once for its moments, once more for how it answers, then that host.
            ticks += plan.audiences * length / plan.tick_s + 2 * length / TICK_S
            ticks += 2 * plan.pairs * moments * HORIZON / TICK_S
        else:
            ticks += plan.audiences * moments * HORIZON / plan.tick_s
        calls = 6 * plan.audiences / CHUNK + 2 * moments if compiled else 0.0
        return (per_tick * ticks + per_call * calls) / workers

    return next((plan for plan in LADDER if cost(plan) <= budget), LADDER[-1])


class Ground:
    """Where the pieces are played."""

    def __init__(self, asked: Asked, fast: bool) -> None:
        """``fast``: by the compiled engine, which must be there."""
        self._fast = fast
        self._asked = asked
        self.playback = Playback(asked.log, asked.taxonomy)
        self.changes: dict[str, Change] = {}
        for moment in asked.moments:
            change = otherwise(moment, self.playback)
            if change is not None and 0 <= change.at < self.playback.length - TOO_LATE:
                self.changes[moment.key] = change

    @cached_property
    def hosts(self) -> Mapping[str, Host]:
        """The session's, then the baselines."""
        return {SESSION: self.playback.host, **baselines(self.playback)}

    def rows(self, host: str, numbers: Sequence[int], tick_s: Seconds) -> Floats:
        """One host before these audiences, shape (audiences, ``KEPT``)."""
        return self._rows(self.hosts[host], numbers, tick_s)

    def policy(self) -> Policy | None:
        """How the session's host answers."""
        return policy_of(self.playback, LOOKS)

    def again(self, policy: Policy, numbers: Sequence[int], tick_s: Seconds) -> Floats:
        """The host who answers what each of these audiences asks, as ``rows``."""
        return self._rows(answering_again(self.playback.host, policy), numbers, tick_s)

    def moment(self, key: str, pairs: int) -> MomentOutcome | None:
        """A moment otherwise, from the session's own room just before it; None where it cannot be played."""
        change = self.changes.get(key)
        if change is None:
            return None
        self.playback.go_to([change.at])
        found = what_if(self.playback, change, pairs=pairs)
        orders, net, left = (_told(found.effects[counter]) for counter in MOVED)
        own_luck, assumptions = found.same_luck["orders"], _named(found.assumptions)
        return MomentOutcome(
            key=key, at=found.at, until=found.until, orders=orders, net=net, left=left, own=own_luck,
            assumptions=assumptions,
        )  # fmt: skip

    def branches(self, number: int, tick_s: Seconds) -> tuple[Floats, Mapping[str, Floats]]:
        """The session before one other audience, by the plain engine: its row, and what each moment otherwise makes.

        That is the difference in ``MOVED`` up to ``HORIZON`` after it; the way up to a moment is played once.
        """
        stage, host = self.playback.stage, self.playback.host
        luck = Luck(stage.seed, number)
        par = replace(stage.parameters, tick_s=tick_s)

        def opened() -> Audience:
            return Audience(stage.scenario, stage.taxonomy, stage.seed, number, par, outputs=Outputs(False, False))

        end = round(self.playback.length / tick_s)
        starts = {key: min(int(change.at / tick_s), end - 1) for key, change in self.changes.items()}
        ends = {key: min(start + round(HORIZON / tick_s), end) for key, start in starts.items()}
        snapshots, counts = {}, {}
        audience, at = opened(), 0
        for stop in sorted({*starts.values(), *ends.values(), end}):
            if stop > at:
                counts[stop] = played(audience, host, at, stop, tick_s, stop - at, luck)[-1]
                at = stop
            if stop in starts.values():
                snapshots[stop] = audience.snapshot()
        places = [COUNTERS.index(counter) for counter in MOVED]
        differences: dict[str, Floats] = {}
        for key, change in self.changes.items():
            branch, first, last = opened(), starts[key], ends[key]
            branch.restore(snapshots[first])
            other = played(branch, change.of(host), first, last, tick_s, last - first, luck)[-1]
            differences[key] = (other - counts[last])[places]
        return counts[end][[COUNTERS.index(counter) for counter in KEPT]], differences

    def branched(self, differences: Sequence[Mapping[str, Floats]]) -> tuple[MomentOutcome, ...]:
        """What the branches of all audiences come to."""
        scenario = self.playback.log.scenario
        found = []
        for key, change in self.changes.items():
            orders, net, left = np.array([each[key] for each in differences]).T
            found.append(
                MomentOutcome(
                    key=key,
                    at=change.at,
                    until=min(change.at + HORIZON, self.playback.length),
                    orders=_told(estimate(orders, grain("orders", scenario))),
                    net=_told(estimate(net, grain("net_gmv", scenario))),
                    left=_told(estimate(left)),
                    own=None,
                    assumptions=_named({*_ALWAYS, Assumption.OTHER_AUDIENCES}),
                )
            )
        return tuple(found)

    def _rows(self, host: Host, numbers: Sequence[int], tick_s: Seconds) -> Floats:
        until = self.playback.length
        found: Outcomes = rollouts(self.playback.stage, host, numbers, until=until, tick_s=tick_s, fast=self._fast)
        return np.stack([found.last(counter) for counter in KEPT], axis=1)


def put_together(
    asked: Asked,
    rows: Mapping[str, Floats],
    again: Floats | None,
    moments: tuple[MomentOutcome, ...],
    *,
    answers: bool | None,
    compiled: bool,
    tick_s: Seconds,
) -> Outcome:
    """All that was played as one; ``rows`` by host, on the same audiences.

    ``answers``: whether the session's way of answering could be read off it; None where nobody tried.
    """
    log = asked.log
    own_orders, own_sales = own(log)
    _, sales, net, refused = rows[SESSION].T
    silent, expert = rows["silent"][:, 2], rows["expert"][:, 2]
    price = list_price(log.scenario)
    mu = float(net.mean())
    closed = float(again[:, 2].mean()) if again is not None else None
    assumptions = set(_ALWAYS)
    if closed is not None and abs(closed - mu) > DIFFERS * abs(mu):
        assumptions.add(Assumption.OPEN_LOOP_DIFFERS)
    if answers is False:
        assumptions.add(Assumption.NO_CLOSED_LOOP)
    if refused.any():
        assumptions.add(Assumption.STOCK_BINDING)
    if tick_s > TICK_S:
        assumptions.add(Assumption.COARSE_TICK)
    luck = percentile(own_sales, sales)
    low, high = share_band(luck / 100, len(sales))
    known = {each.key for each in moments}
    return Outcome(
        model=MODEL,
        engine="compiled" if compiled else "plain",
        tick=tick_s,
        hosts=tuple(
            HostOutcome(host=name, orders=_floats(each[:, 0]), sales=_floats(each[:, 1]), net=_floats(each[:, 2]))
            for name, each in rows.items()
        ),
        orders=own_orders,
        sales=own_sales,
        score=score(mu, float(silent.mean()), float(expert.mean()), price),
        score_error=score_error(net, silent, expert, price, log.header.seed),
        luck=luck,
        luck_low=100 * low,
        luck_high=100 * high,
        closed_loop=closed,
        assumptions=_named(assumptions),
        moments=moments,
        unplayable=tuple(each.key for each in asked.moments if each.key not in known),
    )


def own(log: SessionLog) -> tuple[int, float]:
    """Orders of a session, and what was paid, in whole units."""
    prices = {event.order: event.price.hundredths for event in log.only(OrderPlaced)}
    paid = sum(prices[event.order] for event in log.only(OrderPaid))
    return len(prices), paid / 100


_ALWAYS = frozenset({Assumption.MODEL_EFFECTS, Assumption.ASSUMED_PRESET, Assumption.OPEN_LOOP})


def _told(found: Estimate) -> Difference:
    return Difference(found.mean, found.low80, found.high80, found.detectable, found.pairs)


def _named(assumptions: set[Assumption] | frozenset[Assumption]) -> tuple[str, ...]:
    return tuple(each.value for each in Assumption if each in assumptions)


def _floats(values: Floats) -> tuple[float, ...]:
    return tuple(round(float(value), 2) for value in values)
