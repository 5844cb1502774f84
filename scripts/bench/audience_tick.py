"""Processor time of one tick of the audience by size of the room, rollouts a second, and the size of a snapshot.

``python scripts/bench/audience_tick.py``: the expert's reference room, warmed up, the least of several repeats.
"""

from __future__ import annotations

import argparse
import pickle
import sys
import time
from collections.abc import Callable
from math import log
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from simulator.audience.audience import Outputs
from simulator.audience.compiled import Stand, available
from simulator.audience.hosts import BASELINES, expert
from simulator.audience.parameters import DEFAULT
from simulator.audience.reference import LENGTH, NO_TAXONOMY, reference_scenario
from simulator.audience.rollouts import Stage, rollouts
from tests.audience import hosts

WARM_UP_S = 240.0
STRETCH_S = 20.0
SIZES = (1_000, 10_000, 100_000, 1_000_000)
"""Viewers, about: as many as enter in a minute, after the warm-up."""
KINDS = {"plain, counts": Outputs(False, False), "plain, with events, names, orders": Outputs()}
BOUNDS = {
    ("plain, counts", 1_000): 1_000, ("plain, counts", 10_000): 1_000, ("plain, counts", 100_000): 1_000,
    ("plain, counts", 1_000_000): 4_000, ("compiled", 1_000): 10, ("compiled", 1_000_000): 100,
}  # fmt: skip
"""Microseconds a tick may take."""


def least(play: Callable[[], object], repeats: int) -> float:
    """Seconds of processor time, the least of several."""
    found = []
    for _ in range(repeats):
        began = time.process_time()
        play()
        found.append(time.process_time() - began)
    return min(found)


def plain_us(viewers: int, outputs: Outputs, repeats: int) -> tuple[int, float, int]:
    """Viewers in the room, microseconds a tick, bytes of a snapshot."""
    audience = hosts.audience(outputs=outputs, entries_per_min=viewers)
    host = hosts.expert()
    hosts.play(audience, host, WARM_UP_S)
    kept = len(pickle.dumps(audience.snapshot(), protocol=5))
    online = audience.room.online
    cost = least(lambda: hosts.play(audience, host, audience.now + STRETCH_S), repeats)
    return online, cost / (STRETCH_S * 10) * 1e6, kept


def compiled_us(viewers: int, repeats: int) -> tuple[int, float]:
    """Viewers in the room, microseconds a tick, of 2,000 ticks in one call."""
    scenario = reference_scenario(entries_per_min=viewers)
    audience, host = hosts.audience(entries_per_min=viewers), hosts.expert()
    hosts.play(audience, host, WARM_UP_S)
    room = audience.snapshot().room
    stand = Stand(
        scenario, NO_TAXONOMY, 7, DEFAULT.of_crowd(scenario.crowd), expert(scenario, LENGTH), room, room.tick + 2_000,
        2_000,
    )  # fmt: skip
    stand.play(0)
    return audience.room.online, least(lambda: stand.play(0), repeats) / 2_000 * 1e6


def a_second(name: str, tick_s: float, repeats: int) -> tuple[float, float]:
    """Mean viewers, and ten-minute rollouts in a second of processor time."""
    scenario = reference_scenario(entries_per_min=850 if name == "expert" else 1_000)
    stage, host = Stage(scenario, NO_TAXONOMY, 7), BASELINES[name](scenario, LENGTH)
    found = rollouts(stage, host, range(10), until=LENGTH, tick_s=tick_s)
    cost = least(lambda: rollouts(stage, host, range(10), until=LENGTH, tick_s=tick_s), repeats)
    return float(found.last("viewer_seconds").mean() / LENGTH), 10 / cost


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=5)
    chosen = parser.parse_args()
    print("| engine | viewers | microseconds a tick | asked | bytes of a snapshot |\n|---|---|---|---|---|")
    for name in (*KINDS, *(["compiled"] if available() else [])):
        found = []
        for viewers in SIZES:
            kept = ""
            if name in KINDS:
                online, cost, size = plain_us(viewers, KINDS[name], chosen.repeats)
                kept = f"{size:,}"
            else:
                online, cost = compiled_us(viewers, chosen.repeats)
            found.append((online, cost))
            asked = f"{BOUNDS[name, viewers]:,}" if (name, viewers) in BOUNDS else ""
            print(f"| {name} | {online:,} | {cost:,.1f} | {asked} | {kept} |", flush=True)
        slope = log(found[-1][1] / found[0][1]) / log(found[-1][0] / found[0][0])
        print(f"| {name} | exponent of cost against viewers | {slope:.2f} | .5 | |", flush=True)
    if available():
        print("\n| host | viewers on average | tick, s | sessions a core-second | asked |")
        print("|---|---|---|---|---|")
        for name in ("novice", "expert"):
            for tick_s, asked in ((0.1, 40), (1.0, 200)):
                online_mean, many = a_second(name, tick_s, chosen.repeats)
                print(f"| {name} | {online_mean:,.0f} | {tick_s:g} | {many:.0f} | {asked} |", flush=True)


if __name__ == "__main__":
    main()
