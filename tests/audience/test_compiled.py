"""The compiled engine counts what the plain one counts, draw for draw: whoever the host is and whatever goes wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

from simulator.assets import assets_folder
from simulator.audience import compiled
from simulator.audience.audience import Audience, Outputs, Snapshot
from simulator.audience.hosts import BASELINES, Acts, Answering, Host, expert, novice, tick_of
from simulator.audience.parameters import DEFAULT
from simulator.audience.philox import Luck
from simulator.audience.reference import NO_TAXONOMY, reference_scenario
from simulator.audience.rollouts import Outcomes, Stage, rollouts
from simulator.domain.crowd import IncidentOpened
from simulator.domain.desk import (
    CommentPinned,
    CouponEnded,
    CouponSent,
    IncidentDecided,
    Loss,
    PriceChanged,
    ProductUnpinned,
    SoldOutMarked,
    StockAdded,
    StockCorrected,
    StockDrawn,
    StreamCut,
    StreamRestored,
    ViewerMuted,
)
from simulator.domain.events import Event, VoiceStarted, VoiceStopped
from simulator.domain.findings import IncidentHandled, PriceVerdict
from simulator.domain.scenario import ChanceIncidents, Incident, Scenario, Topic
from simulator.domain.units import Money, Span
from simulator.storage.content import FolderLibrary
from tests.audience import hosts

LIBRARY = FolderLibrary(assets_folder())
TAXONOMY = LIBRARY.taxonomy()
KINDS = sorted(TAXONOMY.incidents)
SEED = 31
WRITTEN = (("troll",), ("price",), ("greeting",), ("lottery_spam",), ())
"""Categories of what a viewer may have written before he is muted."""

pytestmark = pytest.mark.skipif(not compiled.available(), reason="needs the extra fast")


def same(stage: Stage, host: Host, until: float, tick_s: float = 0.1, start: Snapshot | None = None) -> Outcomes:
    """Both engines, two rollouts, counters of every tenth tick; returns what they agree on."""
    fast, plain = (
        rollouts(stage, host, (0, 5), until=until, tick_s=tick_s, every=10 * tick_s, start=start, fast=which)
        for which in (True, False)
    )
    np.testing.assert_array_equal(fast.counters, plain.counters)
    return fast


@pytest.mark.parametrize("tick_s", [0.1, 0.5, 1.0])
@pytest.mark.parametrize("stock", [10**9, 12], ids=["plenty", "scarce"])
@pytest.mark.parametrize("entries_per_min", [90.0, 3000.0, 200_000.0])
@pytest.mark.parametrize("name", BASELINES)
def test_baseline_hosts_in_rooms_of_any_size(name: str, entries_per_min: float, stock: int, tick_s: float) -> None:
    scenario = reference_scenario(entries_per_min, 300.0, stock)
    until = 200 * tick_s if entries_per_min < 1e5 else 60 * tick_s
    found = same(Stage(scenario, NO_TAXONOMY, SEED), BASELINES[name](scenario, 300.0), until, tick_s)
    assert found.last("entered").min() > 0


# ------------------------------------------------------------------------------------ everything at once


def restless(scenario: Scenario, length: float, number: int) -> Host:
    """A host who does all that can be done, at any moment, on any product, sensible or not."""
    luck = Luck(404, number)
    turn = -1

    def chance(many: int) -> int:
        nonlocal turn
        turn += 1
        return int(luck.pair(turn, 0, 0)[0] * many)

    def moderation(at: float, product: str) -> Iterator[Event]:
        """Now and then the chat is moderated, or a counter corrected; drawn apart, so that the rest stays as it is."""
        which, what = luck.pair(round(10 * at), 1, 0)
        wrote = WRITTEN[int(what * len(WRITTEN))]
        if which < 0.05:
            yield ViewerMuted(at=at, viewer=f"v{int(1000 * what)}", wrote=wrote)
        elif which < 0.1:
            yield CommentPinned(at=at, comment="c1", category=(*wrote, "")[0])
        elif which < 0.2:
            yield StockCorrected(at=at, product=product, units=int(60 * what))

    def some(at: float) -> Iterator[Event]:
        product = scenario.products[chance(len(scenario.products))]
        acts, length_s = Acts(product), float(5 + chance(30))
        price = product.price.hundredths
        kinds: list[Callable[[], object]] = [
            lambda: acts.pin(at),
            lambda: acts.pin(at),
            lambda: [ProductUnpinned(at=at)],
            lambda: acts.mention(at),
            lambda: acts.point(at, chance(9), 0.1 + chance(9) / 10),
            lambda: acts.service(at, chance(9), 0.7),
            lambda: acts.price(at),
            lambda: [hosts.price(at, PriceVerdict.WRONG)],
            lambda: [hosts.answer(at, Topic(chance(len(Topic))), 0.3 + chance(7) / 10)],
            lambda: acts.call(at),
            lambda: acts.greeting(at),
            lambda: acts.filler(at),
            lambda: acts.claim(at),
            lambda: [hosts.fake_urgency(at)],
            lambda: acts.demonstration(at),
            lambda: [
                CouponSent(
                    at=at,
                    product=product.id,
                    off=Money(1 + chance(price), product.price.currency),
                    closes_at=at + length_s,
                )
            ],
            lambda: acts.countdown(at, length_s),
            lambda: acts.lottery(at, length_s),
            lambda: [
                PriceChanged(at=at, product=product.id, price=Money(1 + chance(2 * price), product.price.currency))
            ],
            lambda: [SoldOutMarked(at=at, product=product.id)],
            lambda: [StockDrawn(at=at, product=product.id, units=1 + chance(9), noticed=chance(2) == 0)],
            lambda: [StockCorrected(at=at, product=product.id, units=chance(60))],
            lambda: [CouponEnded(at=at, product=product.id)],
            lambda: [StreamCut(at=at, loss=Loss.SOUND if chance(2) else Loss.STREAM)],
            lambda: [StreamRestored(at=at)],
            lambda: [StreamRestored(at=at)],
            lambda: [StockAdded(at=at, product=product.id, units=1 + chance(40))],
            lambda: [VoiceStarted(at=at)],
            lambda: [VoiceStopped(at=at)],
        ]
        yield from kinds[chance(len(kinds))]()  # type: ignore[misc]
        yield from moderation(at, product.id)
        for incident in scenario.incidents:
            if chance(12) == 0:
                yield IncidentDecided(at=at, incident=incident.id, choice=chance(3))
            if chance(30) == 0:
                yield IncidentHandled(at=at, incident=incident.id, said=Span(at, at), quote="")

    moments = [round(0.7 * step, 6) for step in range(round(length / 0.7))]
    return Host(
        "restless", (VoiceStarted(at=0.0), *(event for at in moments for event in some(at))), Answering(4, 0.7, 0.6)
    )


def market(entries_per_min: float, lag: float = 0.0) -> Scenario:
    """Three products of little stock, one of each kind of incident in turn, more by the seed."""
    room = reference_scenario(entries_per_min, 240.0, 40)
    products = tuple(
        replace(product, stock=25 + 7 * number, counter_stock=30 + number, counter_lag=lag)
        for number, product in enumerate(room.products)
    )
    incidents = tuple(Incident(id=f"i{number}", kind=kind, at=5.0 + 8.0 * number) for number, kind in enumerate(KINDS))
    return replace(
        room, products=products, incidents=incidents, crowd=replace(room.crowd, opening_viewers=30),
        chance_incidents=ChanceIncidents(per_10_min=20, kinds=dict.fromkeys(KINDS, 1.0)),
    )  # fmt: skip


@pytest.mark.parametrize("number", range(6))
def test_a_restless_host_among_troubles(number: int) -> None:
    scenario = market(200_000.0, lag=(0.0, 3.0)[number % 2])
    found = same(Stage(scenario, TAXONOMY, SEED + number), restless(scenario, 240.0, number), 240.0, 0.5)
    for counter in ("orders", "paid", "cancels", "refused", "answered", "gave_up", "gmv"):
        assert found.last(counter).max() > 0


def test_incidents_do_open_there() -> None:
    scenario = market(6000.0)
    audience = Audience(scenario, TAXONOMY, SEED)
    told = hosts.play(audience, {}, 200.0)
    assert len({event.kind for event in told if isinstance(event, IncidentOpened)}) > len(KINDS) / 2


@pytest.mark.parametrize("scenario", LIBRARY.scenarios(), ids=lambda scenario: scenario.id)
def test_scenarios_of_the_project(scenario: Scenario) -> None:
    busy = replace(scenario, crowd=replace(scenario.crowd, entries_per_min=900.0))
    same(Stage(busy, LIBRARY.taxonomy(), SEED), restless(busy, 200.0, 9), 200.0, 0.5)


# ------------------------------------------------------------------------------------ from the middle, on threads


@pytest.mark.parametrize("tick_s", [0.1, 1.0])
def test_on_from_the_middle_of_a_session(tick_s: float) -> None:
    scenario = market(200_000.0, lag=2.0)
    stage, host = Stage(scenario, TAXONOMY, SEED), restless(scenario, 120.0, 3)
    audience = Audience(scenario, TAXONOMY, SEED, parameters=DEFAULT, outputs=Outputs(False, False))
    for tick in range(600):
        audience.step([event for event in host.events if tick_of(event.at, 0.1) == tick])
    found = same(stage, host, 90.0, tick_s, audience.snapshot())
    assert found.last("paid").min() > 0


@pytest.mark.parametrize("who", [novice, expert])
def test_two_threads_count_what_one_does(who: Callable[[Scenario, float], Host]) -> None:
    scenario = reference_scenario(3000.0, 120.0)
    stage, host, numbers = Stage(scenario, NO_TAXONOMY, SEED), who(scenario, 120.0), range(12)
    alone = rollouts(stage, host, numbers, until=120.0, every=10.0, fast=True)
    with ThreadPoolExecutor(2) as pool:
        together = rollouts(stage, host, numbers, until=120.0, every=10.0, fast=True, mapper=pool.map)
    np.testing.assert_array_equal(alone.counters, together.counters)
