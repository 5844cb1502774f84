"""What another act would have done, two minutes ahead with twenty pairs, from a live session: the time it takes."""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from simulator.audience import compiled
from simulator.audience.act_words import change_of
from simulator.audience.hosts import novice
from simulator.audience.reference import NO_TAXONOMY, reference_scenario
from simulator.audience.replay import Playback
from simulator.audience.rollouts import Stage
from simulator.audience.sizes import sized
from simulator.audience.whatif import HORIZON, PAIRS, what_if
from tests.audience import logs

LENGTH_S = 600.0
AT_S = 400.0
ACTS = ("answer:shipping", "demonstration", "coupon:15", "silence:20")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--viewers", type=float, default=1000)
    parser.add_argument("--repeats", type=int, default=5)
    chosen = parser.parse_args()
    scenario = sized(Stage(reference_scenario(), NO_TAXONOMY, 1), chosen.viewers, LENGTH_S).scenario
    log = logs.session(novice, LENGTH_S, entries_per_min=scenario.crowd.entries_per_min)
    session = Playback(log, NO_TAXONOMY)
    online = session.before(AT_S).room.online
    what_if(session, change_of(ACTS[0], session, AT_S), pairs=2)  # the engine is compiled, the way there played
    engine = "compiled" if compiled.available() else "plain"
    print(f"{online:,} viewers, {PAIRS} pairs, {HORIZON:g} s ahead, {engine} engine, ticks of 0.1 s")
    for act in ACTS:
        change = change_of(act, session, AT_S)
        wall, cpu = [], []
        for _ in range(chosen.repeats):
            began, used = time.perf_counter(), time.process_time()
            what_if(session, change)
            wall.append(1000 * (time.perf_counter() - began))
            cpu.append(1000 * (time.process_time() - used))
        print(f"{act:<16} median of {chosen.repeats}: {statistics.median(cpu):.0f} ms CPU, "
              f"{statistics.median(wall):.0f} ms wall", flush=True)  # fmt: skip
    began, used = time.perf_counter(), time.process_time()
    what_if(session, change_of(ACTS[0], session, AT_S - 20))
    print(f"at another moment, gone to from the last full minute: {1000 * (time.process_time() - used):.0f} ms CPU, "
          f"{1000 * (time.perf_counter() - began):.0f} ms wall")  # fmt: skip


if __name__ == "__main__":
    main()
