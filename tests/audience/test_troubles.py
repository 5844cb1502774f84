"""Incidents act on the crowd: in the direction their kind states, for as long as it says, whoever the host is."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from simulator.assets import assets_folder
from simulator.audience.audience import Audience, Outputs
from simulator.audience.hosts import Acts, Host, novice
from simulator.audience.quantile import Floats
from simulator.audience.reference import reference_scenario
from simulator.audience.rollouts import Outcomes, Stage, rollouts
from simulator.audience.surprises import planned
from simulator.audience.troubles import Stage as TroubleStage
from simulator.domain.crowd import IncidentClosed, IncidentOpened, Way
from simulator.domain.desk import IncidentDecided
from simulator.domain.events import Event
from simulator.domain.findings import IncidentHandled, PriceTold, PriceVerdict
from simulator.domain.scenario import ChanceIncidents, Incident, Scenario, Trigger
from simulator.domain.taxonomy import CrowdEffects, Outcome
from simulator.domain.units import Span
from simulator.storage.content import FolderLibrary

TAXONOMY = FolderLibrary(assets_folder()).taxonomy()
KINDS = sorted(TAXONOMY.incidents)
OPENS = 90.0
NUMBERS = range(24)
ROOM = reference_scenario(entries_per_min=9000, length=420)
HOST = novice(ROOM, 420)


def of_kind(kind: str, at: float = OPENS) -> Scenario:
    return replace(ROOM, incidents=(Incident(id="it", kind=kind, at=at),))


def play(scenario: Scenario, until: float, *more: Event) -> Outcomes:
    host = Host("host", tuple(sorted((*HOST.events, *more), key=lambda event: event.at)), HOST.answering)
    return rollouts(Stage(scenario, TAXONOMY, 11), host, NUMBERS, until=until, tick_s=0.5, every=0.5)


@pytest.fixture(scope="module")
def calm() -> Outcomes:
    return play(ROOM, 420)


def grown(outcomes: Outcomes, counter: str, since: float, until: float) -> Floats:
    curve = outcomes.curve(counter)
    return np.asarray(curve[:, round(until / 0.5) - 1] - curve[:, round(since / 0.5) - 1])


def moved(trouble: Outcomes, calm: Outcomes, counter: str, since: float, until: float) -> float:
    """How much more of a counter there was than in the same audience without it, in standard errors of the mean."""
    more = grown(trouble, counter, since, until) - grown(calm, counter, since, until)
    return float(more.mean() / (more.std(ddof=1) / len(more) ** 0.5 + 1e-9))


def effects(which: CrowdEffects) -> dict[str, float]:
    """Counters that a kind moves outright, and which way."""
    named = {"clicks": which.click, "comments": which.comment, "entered": which.arrive}
    if which.arrive == 1:  # else fewer come and fewer can leave
        named["left"] = which.leave
    if which.arrive == 1 and which.leave == 1:
        named["orders"] = which.buy * (which.click if which.click != 1 else 1)
        named["paid"] = which.pay if which.buy == 1 and which.pay != 1 else 1.0
        named["asked"] = max(which.ask.values(), default=1.0)
    return {counter: factor - 1 for counter, factor in named.items() if factor != 1}


@pytest.mark.parametrize("kind", KINDS)
def test_while_it_is_open_the_crowd_moves_as_its_kind_says(kind: str, calm: Outcomes) -> None:
    about = TAXONOMY.incidents[kind]
    until = OPENS + min(about.window, 40)
    trouble = play(of_kind(kind), until)
    found = {counter: moved(trouble, calm, counter, OPENS, until) for counter in effects(about.while_open)}
    wrong = {name: z for name, z in found.items() if z * effects(about.while_open)[name] <= 0 or abs(z) < 2}
    assert not wrong


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_before_it_opens(kind: str, calm: Outcomes) -> None:
    trouble = play(of_kind(kind), OPENS)
    assert np.array_equal(trouble.counters, calm.counters[:, : round(OPENS / 0.5)])


LINGERING = [kind for kind in KINDS if TAXONOMY.incidents[kind].lingers > 0]


@pytest.mark.parametrize("kind", LINGERING)
def test_what_is_missed_lingers_and_what_is_solved_does_not(kind: str) -> None:
    about = TAXONOMY.incidents[kind]
    stages = []
    for heard in ([], [IncidentHandled(at=7.0, said=Span(7, 7), incident="it", quote="")]):
        room = Audience(of_kind(kind, 2.0), TAXONOMY, 3, outputs=Outputs(events=False, voices=False))
        for tick in range(round((about.window + 4) * 10)):
            room.step(heard if tick == 70 else [])
        (trouble,) = room.snapshot().room.troubles
        stages.append((trouble.stage, trouble.solved))
    assert stages == [(TroubleStage.LINGERS, 0), (TroubleStage.OVER, 1)]


def told(scenario: Scenario, until: float, *events: Event, seed: int = 5) -> list[Event]:
    audience = Audience(scenario, TAXONOMY, seed, outputs=Outputs(events=True, voices=False))
    found: list[Event] = []
    for tick in range(round(until * 10)):
        found += audience.step([event for event in events if round(event.at * 10) == tick])
    return [event for event in found if isinstance(event, IncidentOpened | IncidentClosed)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_choice_ends_it_as_it_says(kind: str) -> None:
    for number, choice in enumerate(TAXONOMY.incidents[kind].choices):
        ends = told(of_kind(kind, 2.0), 10, IncidentDecided(at=8.0, incident="it", choice=number))[1:]
        if choice.outcome is Outcome.NOTHING:
            assert ends == []
        else:
            good = choice.outcome is Outcome.SOLVES
            lead = 6.0 if good else None
            assert ends == [IncidentClosed(at=8.0, incident="it", handled=good, lead=lead, by=Way.CHOICE)]


def test_a_choice_that_is_none_changes_nothing() -> None:
    assert len(told(of_kind("troll_wave", 2.0), 10, IncidentDecided(at=8.0, incident="it", choice=9))) == 1


ACTS = Acts(ROOM.products[0])


def conditional(when: Trigger, threshold: float = 0.0, stock: int | None = None) -> Scenario:
    room = reference_scenario(entries_per_min=9000, stock=stock) if stock is not None else ROOM
    return replace(room, incidents=(Incident(id="it", kind="platform_warning", when=when, threshold=threshold),))


def opened(scenario: Scenario, until: float, events: Sequence[Event]) -> list[float]:
    return [event.at for event in told(scenario, until, *events) if isinstance(event, IncidentOpened)]


def test_a_claim_opens_it_when_it_is_grave_enough() -> None:
    claim = ACTS.claim(20.0)  # S3: one half
    assert opened(conditional(Trigger.CLAIM, 0.5), 30, claim) == [20.0]
    assert opened(conditional(Trigger.CLAIM, 0.6), 30, claim) == []


def test_a_wrong_price_opens_it_and_a_right_one_does_not() -> None:
    right = ACTS.price(20.0)
    assert isinstance(right[0], PriceTold)
    assert opened(conditional(Trigger.WRONG_PRICE), 30, right) == []
    assert opened(conditional(Trigger.WRONG_PRICE), 30, [replace(right[0], verdict=PriceVerdict.WRONG)]) == [20.0]


def test_an_empty_shelf_on_screen_opens_it() -> None:
    (at,) = opened(conditional(Trigger.OUT_OF_STOCK, stock=2), 200, ACTS.pin(1.0))
    assert at > 2
    assert opened(conditional(Trigger.OUT_OF_STOCK, stock=2), 200, []) == []


def test_many_who_wait_open_it() -> None:
    (at,) = opened(conditional(Trigger.FLOOD, 20), 200, [])
    assert at > 10
    assert opened(conditional(Trigger.FLOOD, 100_000), 60, []) == []


def test_what_is_left_to_chance_is_the_seeds_whatever_the_host_does() -> None:
    chance = ChanceIncidents(per_10_min=4.0, kinds={"troll_wave": 2.0, "mic_fault": 1.0})
    scenario = replace(reference_scenario(length=3600), chance_incidents=chance)
    plans = planned(scenario, 9)
    assert plans == planned(scenario, 9)
    assert plans != planned(scenario, 10)
    assert {plan.kind for plan in plans} == {"troll_wave", "mic_fault"}
    times = [plan.at for plan in plans]
    assert all(later - earlier >= 60 for earlier, later in zip([0.0, *times], times, strict=False))
    assert times[-1] <= 3600 - 60
    many = [len(planned(scenario, seed)) for seed in range(200)]
    # A gap of 60 s and an exponential of 90 s: about 3500 / 150 incidents.
    assert abs(sum(many) / len(many) - 23) < 1.5
