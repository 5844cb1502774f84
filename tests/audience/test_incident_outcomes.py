"""Whatever befalls a stream, dealing with it well never sells less than leaving it alone, nor that less than making it
worse: the same room, host and luck, with what the shop truly does to the stream in each case."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from simulator.assets import assets_folder
from simulator.audience.hosts import novice
from simulator.audience.quantile import Floats
from simulator.audience.reference import reference_scenario
from simulator.audience.rollouts import Outcomes, Stage, rollouts
from simulator.audience.staging import BEAT, Staging
from simulator.domain.crowd import IncidentClosed, IncidentOpened, Way
from simulator.domain.desk import IncidentDecided
from simulator.domain.events import Event
from simulator.domain.scenario import Incident
from simulator.domain.taxonomy import Outcome, Staged
from simulator.storage.content import FolderLibrary

TAXONOMY = FolderLibrary(assets_folder()).taxonomy()
KINDS = sorted(TAXONOMY.incidents)
WORSE = [kind for kind in KINDS if any(each.outcome is Outcome.WORSENS for each in TAXONOMY.incidents[kind].choices)]
EMPTIED = [kind for kind in KINDS if TAXONOMY.incidents[kind].staged in (Staged.STOCK, Staged.COUNTER)]
"""All goods are gone, so that hardly anything is left to sell, however well it is met."""
OPENS, MET, END = 90.0, 100.0, 600.0
NUMBERS = range(16)
TICK_S = 0.5
FEW = 0.002
"""Of what a calm session sells: goods of orders never paid are sold again until they are marked sold out."""
PLAIN = reference_scenario(entries_per_min=3000, length=END, stock=100_000)
ROOM = replace(PLAIN, products=(PLAIN.products[0], replace(PLAIN.products[0], id="p1", name="p1")))
HOST = novice(ROOM, END)


def staged(kind: str, met: Outcome | None) -> tuple[Event, ...]:
    """The host's acts, what he chose, and what the shop does: as on air, where it follows what opened and closed."""
    plan = Incident(id="it", kind=kind, at=OPENS, product="p0")
    about = TAXONOMY.incidents[kind]
    acts: list[Event] = list(HOST.events)
    told: list[Event] = [IncidentOpened(at=OPENS, incident="it", kind=kind)]
    if met is None:
        told.append(IncidentClosed(at=OPENS + about.window, incident="it", handled=False, by=Way.TIME))
    else:
        choice = next(number for number, each in enumerate(about.choices) if each.outcome is met)
        acts.append(IncidentDecided(at=MET, incident="it", choice=choice))
        told.append(IncidentClosed(at=MET, incident="it", handled=met is Outcome.SOLVES, by=Way.CHOICE))
    shop = Staging(replace(ROOM, incidents=(plan,)), TAXONOMY, (plan,))
    happened = sorted((*acts, *told), key=lambda event: event.at)
    for beat in range(1, round(END / BEAT) + 1):
        last, now = (beat - 1) * BEAT, beat * BEAT
        acts += shop.beat([event for event in happened if last <= event.at < now], now)
    return tuple(sorted(acts, key=lambda event: event.at))


@cache
def played(kind: str, met: Outcome | None) -> Outcomes:
    scenario = replace(ROOM, incidents=(Incident(id="it", kind=kind, at=OPENS, product="p0"),))
    host = replace(HOST, events=staged(kind, met))
    return rollouts(Stage(scenario, TAXONOMY, 11), host, NUMBERS, until=END, tick_s=TICK_S)


@pytest.fixture(scope="module")
def calm() -> Outcomes:
    return rollouts(Stage(ROOM, TAXONOMY, 11), HOST, NUMBERS, until=END, tick_s=TICK_S)


def errors(better: Floats, worse: Floats) -> float:
    """How many standard errors the one lies over the other."""
    more = better - worse
    return float(more.mean() / (more.std(ddof=1) / np.sqrt(more.size)))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in EMPTIED])
def test_who_deals_with_it_sells_more_than_who_leaves_it_alone(kind: str) -> None:
    solved, ignored = played(kind, Outcome.SOLVES), played(kind, None)
    assert errors(solved.last("net_gmv"), ignored.last("net_gmv")) > 2
    assert errors(solved.last("viewer_seconds"), ignored.last("viewer_seconds")) > 2


@pytest.mark.parametrize("kind", EMPTIED)
def test_who_says_that_all_is_gone_keeps_viewers_and_loses_no_sales(kind: str, calm: Outcomes) -> None:
    solved, ignored = played(kind, Outcome.SOLVES), played(kind, None)
    lost = (ignored.last("net_gmv") - solved.last("net_gmv")).mean()
    assert lost < FEW * calm.last("net_gmv").mean()
    assert errors(solved.last("viewer_seconds"), ignored.last("viewer_seconds")) > 2


@pytest.mark.parametrize("kind", WORSE)
def test_who_makes_it_worse_does_worse_than_who_leaves_it_alone(kind: str) -> None:
    ignored, worse = played(kind, None), played(kind, Outcome.WORSENS)
    assert (ignored.last("net_gmv") - worse.last("net_gmv")).mean() > 0
    assert errors(ignored.last("viewer_seconds"), worse.last("viewer_seconds")) > 2


def test_every_kind_can_be_made_worse() -> None:
    assert WORSE == KINDS
