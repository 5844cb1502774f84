"""Sessions of played hosts, written down as a log: the crowd reacts, the host answers it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from simulator.audience.audience import TICK_S, Audience, Outputs
from simulator.audience.hosts import Host, tick_of
from simulator.audience.parameters import MODEL
from simulator.audience.reference import NO_TAXONOMY, reference_scenario
from simulator.domain.events import Event, VoiceStarted, VoiceStopped, WentLive, WentOffAir
from simulator.domain.scenario import Scenario
from simulator.domain.session import SessionHeader, SessionLog
from simulator.domain.units import Seconds
from tests.audience import hosts

SEED = 7
BUSY = 9000.0
"""Entries a minute: six times the reference room, so that few pairs show an effect."""


def header(scenario: Scenario, seed: int = SEED) -> SessionHeader:
    return SessionHeader(
        id="s", scenario=scenario.id, scenario_version="1", language=scenario.language, seed=seed, trainee="t", take=1,
        began_utc="2026-01-01T00:00:00+00:00", app_version="0", audience_model=MODEL,
    )  # fmt: skip


def session(
    host: Callable[[Scenario, Seconds], Host] | Host,
    length: Seconds,
    entries_per_min: float = BUSY,
    stock: int = 10**9,
    seed: int = SEED,
    opening: int = 0,
) -> SessionLog:
    """A host in the reference room for ``length`` seconds, as a log; ``opening`` viewers wait at its door."""
    scenario = reference_scenario(entries_per_min, length, stock)
    scenario = replace(scenario, crowd=replace(scenario.crowd, opening_viewers=opening))
    played = host if isinstance(host, Host) else host(scenario, length)
    audience = Audience(scenario, NO_TAXONOMY, seed, outputs=Outputs(voices=False))
    how, speaking = played.answering, False
    answering = None
    if how is not None:
        answering = hosts.answers(played.name, 0)
    log: list[Event] = [WentLive(at=0.0)]
    for tick in range(round(length / TICK_S)):
        heard = [event for event in played.events if tick_of(event.at, TICK_S) == tick]
        for event in heard:
            if isinstance(event, VoiceStarted | VoiceStopped):
                speaking = isinstance(event, VoiceStarted)
        if answering is not None:
            heard += answering(tick, lambda: audience.room, speaking)
        log += [*heard, *audience.step(heard)]
    log.append(WentOffAir(at=round(length - TICK_S, 6)))
    return SessionLog(header=header(scenario, seed), scenario=scenario, events=tuple(log))
