"""Processor time of one tick of the audience by size of the room, the least of several repeats."""

from __future__ import annotations

import argparse
import sys
import time
from math import log
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from simulator.audience.audience import Outputs
from tests.audience import hosts

WARM_UP_S = 120.0
STRETCH_S = 20.0
SIZES = (1_000, 10_000, 100_000, 1_000_000)
PER_VIEWER = 1.76
"""Entries a minute that keep one viewer in the expert's room."""


def tick_us(viewers: int, outputs: Outputs, repeats: int) -> tuple[int, float]:
    """Viewers in the room, and microseconds of processor time a tick."""
    audience = hosts.audience(outputs=outputs, entries_per_min=PER_VIEWER * viewers)
    host = hosts.expert()
    hosts.play(audience, host, WARM_UP_S)
    least = float("inf")
    for turn in range(repeats):
        until = WARM_UP_S + (turn + 1) * STRETCH_S
        began = time.process_time()
        hosts.play(audience, host, until)
        least = min(least, (time.process_time() - began) / (STRETCH_S * 10))
    return audience.room.online, least * 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=5)
    chosen = parser.parse_args()
    for name, outputs in (("counts", Outputs(False, False)), ("with events, names, orders", Outputs())):
        found = []
        for viewers in SIZES:
            online, cost = tick_us(viewers, outputs, chosen.repeats)
            found.append((online, cost))
            print(f"| {name} | {online:,} | {cost:,.0f} |", flush=True)
        slope = log(found[-1][1] / found[0][1]) / log(found[-1][0] / found[0][0])
        print(f"{name}: exponent of cost against viewers {slope:.2f}", flush=True)


if __name__ == "__main__":
    main()
