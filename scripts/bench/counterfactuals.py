"""Skill, luck and three moments of a 30-minute session, as the review room works them out: how long that takes.

With the compiled engine and without it, by the plan this machine makes for itself and by a given one, from the press of
the button to the figures (processes begun, the log read, everything played). The session is played by the novice in the
room of a shipped scenario, and in one of about a thousand viewers. Processor seconds tell what it takes where nothing
else wants the processors.

    python scripts/bench/counterfactuals.py [--out docs/benchmarks-audience.md]
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from simulator.audience import compiled
from simulator.audience.audience import TICK_S, Audience
from simulator.audience.hosts import novice, tick_of
from simulator.audience.outcomes import LADDER, Plan
from simulator.audience.parameters import MODEL
from simulator.audience.staging import unattended
from simulator.audience.surprises import planned
from simulator.domain.crowd import RoomCounted
from simulator.domain.events import Event, VoiceStarted, VoiceStopped, WentLive, WentOffAir
from simulator.domain.findings import QuestionAnswered, RuleBroken
from simulator.domain.key_moments import KeyMoment, MomentKind
from simulator.domain.outcome import Outcome
from simulator.domain.scenario import Scenario, Topic
from simulator.domain.session import SessionHeader, SessionLog
from simulator.domain.taxonomy import Taxonomy
from simulator.domain.units import Span
from simulator.live.outcomes import Wanted, outcome_of
from simulator.review.key_moments import key_moments
from simulator.scoring import score
from simulator.storage.content import FolderLibrary
from simulator.storage.event_codec import encoded, event_row
from simulator.storage.session_tables import PackedLog
from tests.stream import ASSETS, default_rubric

LENGTH_S = 1800.0
SEED = 7
THOUSAND_PER_MIN = 850.0
BEGIN, END = "<!-- counterfactuals -->", "<!-- /counterfactuals -->"
LIBRARY = FolderLibrary(ASSETS)


def session(scenario: Scenario, taxonomy: Taxonomy) -> SessionLog:
    """The novice on air, with all that the room tells."""
    scenario = replace(scenario, length=LENGTH_S)
    host = novice(scenario, LENGTH_S)
    acts = unattended(scenario, taxonomy, planned(scenario, SEED), host.events, LENGTH_S)
    by_tick: dict[int, list[Event]] = {}
    for act in acts:
        by_tick.setdefault(tick_of(act.at, TICK_S), []).append(act)
    audience = Audience(scenario, taxonomy, SEED)
    told: list[Event] = [WentLive(at=0.0)]
    since = 0
    for tick in range(round(LENGTH_S / TICK_S)):
        heard = by_tick.get(tick, [])
        since += 1
        waiting = audience.room.waiting
        topic = max(Topic, key=lambda each: waiting[each])
        if since >= 200 and waiting[topic]:
            at, since = audience.now, 0
            heard = [*heard, QuestionAnswered(at=at, said=Span(at, at), topic=topic, category="", comments=(),
                                              quality=0.5, quote="")]  # fmt: skip
        told += [*heard, *audience.step(heard)]
    told.append(WentOffAir(at=LENGTH_S - TICK_S))
    header = SessionHeader(
        id="s", scenario=scenario.id, scenario_version="1", language=scenario.language, seed=SEED, trainee="t", take=1,
        began_utc="2026-01-01T00:00:00+00:00", app_version="0", audience_model=MODEL,
    )  # fmt: skip
    return SessionLog(header=header, scenario=scenario, events=tuple(told))


def three(log: SessionLog) -> tuple[KeyMoment, ...]:
    """A question that nobody answered, a silence, a claim: late in the session, where the way to them is long."""
    at = 1500.0
    answer = QuestionAnswered(
        at=at, said=Span(at - 3, at), topic=Topic.SHIPPING, category="logistics", comments=(), quality=0.9, quote=""
    )
    stop = next(event for event in log.only(VoiceStopped) if event.at > 1200)
    start = next(event for event in log.only(VoiceStarted) if event.at > stop.at)
    claim = next(iter(log.only(RuleBroken)))
    return tuple(
        KeyMoment(kind=kind, span=span, quote="", subject="", product=None, stakes=(), instead=(), drop=drop, add=add)
        for kind, span, drop, add in (
            (MomentKind.QUESTION, Span(at - 8, at), (), (answer,)),
            (MomentKind.SILENCE, Span(stop.at, start.at), (), ()),
            (MomentKind.RED_LINE, claim.said, (claim,), ()),
        )
    )


@dataclass(frozen=True)
class Took:
    found: Outcome
    wall: float
    cpu: float
    """Processor seconds of all processes together."""


def packed(log: SessionLog) -> PackedLog:
    """The log as a store holds it."""
    rows = tuple((row[1], row[2]) for row in map(event_row, log.events))
    return PackedLog(encoded(log.header), encoded(log.scenario), rows, None)


def played(wanted: Wanted, fast: bool, workers: int | None, plan: Plan | None = None) -> Took:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    found = outcome_of(wanted, plan=plan, fast=fast, workers=workers)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Took(found, wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def table(repeats: int) -> Iterator[str]:
    taxonomy = LIBRARY.taxonomy()
    rooms = {"S12, 60 come in a minute": LIBRARY.scenario("S12")}
    busy = LIBRARY.scenario("S11")
    rooms["about a thousand viewers"] = replace(busy, crowd=replace(busy.crowd, entries_per_min=THOUSAND_PER_MIN))
    load = os.getloadavg()[0]
    yield f"{os.cpu_count()} processors, {load:.0f} processes wanting them besides; the slowest of {repeats}.\n"
    yield "| room | viewers | engine | plan | seconds | processor s | audiences | tick | pairs | orders |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for name, scenario in rooms.items():
        log = session(scenario, taxonomy)
        wanted = Wanted(packed(log), taxonomy, three(log))
        counted = [event.online for event in log.only(RoomCounted)]
        for fast in (True, False) if compiled.available() else (False,):
            if fast:
                played(wanted, True, 1, LADDER[-1])  # what has to be compiled is: that is another matter
            for plan in (None, LADDER[2] if fast else Plan(8, 2.0)):
                took = [played(wanted, fast, None, plan) for _ in range(repeats)]
                slowest = max(took, key=lambda each: each.wall)
                found = slowest.found
                moment = found.moments[0]
                yield (
                    f"| {name} | {sum(counted) / len(counted):,.0f} | {found.engine} "
                    f"| {'made here' if plan is None else 'given'} | {slowest.wall:.1f} | {slowest.cpu:.1f} "
                    f"| {found.audiences} | {found.tick:g} | {moment.orders.pairs} "
                    f"| {moment.orders.mean:+.2f} ({moment.orders.low:+.2f} to {moment.orders.high:+.2f}) |"
                )


def called_off(log: SessionLog, taxonomy: Taxonomy) -> float:
    """Seconds from calling it off to its end."""
    asked: list[float] = []

    def progress(_share: float) -> None:
        if not asked:
            asked.append(time.perf_counter())

    try:
        outcome_of(Wanted(packed(log), taxonomy, three(log)), progress=progress, cancelled=lambda: bool(asked))
    except InterruptedError:
        return time.perf_counter() - asked[0]
    raise AssertionError("it was not stopped")


def choosing() -> Iterator[str]:
    """Choosing the three moments of a session as full as a real one."""
    from scripts.bench.scoring import laid_end_to_end, measured
    from tests.scoring.gaming.host import on_air

    log = laid_end_to_end(measured(on_air("zh_honest")), 30)
    rubric, rules = default_rubric(), LIBRARY.rules(log.language)
    card = score(log, rubric, provisional=False)
    times = []
    for _ in range(5):
        began = time.process_time()
        found = key_moments(log, rubric, rules, LIBRARY.taxonomy(), card)
        times.append(time.process_time() - began)
    yield (
        f"\nChoosing three moments among {found.looked_at} in {len(log.events):,} events: "
        f"{1000 * min(times):.0f} ms of processor time, in a job of its own."
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--out", type=Path, help="page to put the table into, between its marks")
    chosen = parser.parse_args()
    lines: list[str] = []
    for line in table(chosen.repeats):
        print(line, flush=True)
        lines.append(line)
    taxonomy = LIBRARY.taxonomy()
    stopped = called_off(session(LIBRARY.scenario("S12"), taxonomy), taxonomy)
    lines.append(f"\nCalled off, everything had ended after {1000 * stopped:.0f} ms.")
    lines += choosing()
    print(*lines[-2:], sep="\n")
    if chosen.out is not None:
        page = chosen.out.read_text(encoding="utf-8")
        before, rest = page.split(BEGIN)
        _, after = rest.split(END)
        chosen.out.write_text(before + "\n".join([BEGIN, *lines, END]) + after, encoding="utf-8")


if __name__ == "__main__":
    main()
