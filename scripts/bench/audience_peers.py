"""Processor time of a tick of the audience against the same model in Mesa 3 and in SimPy, in one run.

``python scripts/bench/audience_peers.py`` measures rooms of a thousand and of a million viewers, the same room for
everybody: the reference room with the expert host, warmed up by the engine and handed to the peers viewer by viewer.
``--sessions 20`` plays whole sessions instead and holds the peers' means against the engine's.
"""

from __future__ import annotations

import argparse
import gc
import json
import platform
import sys
import time
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from simulator.audience.audience import Snapshot
from simulator.audience.compiled import Stand
from simulator.audience.hosts import expert
from simulator.audience.parameters import DEFAULT
from simulator.audience.reference import NO_TAXONOMY, reference_scenario
from tests.audience import hosts

try:
    from peers.mesa_room import MesaRoom, ThriftyMesaRoom
    from peers.room_model import Host
    from peers.sessions import compare
    from peers.simpy_room import SimpyRoom
except ModuleNotFoundError as missing:
    if missing.name not in ("mesa", "simpy"):
        raise
    sys.exit(f"{missing.name} is not installed; install what this is measured against with: pip install -e .[bench]")

WARM_UP_S = 240.0
"""By then as many leave as come: a room of about as many viewers as enter in a minute."""
REPEATS = 5
SIZES = (1_000, 1_000_000)
STRETCH = 100
"""Ticks of one measurement,"""
LONG_STRETCH = 2_000
""" … of the compiled engine,"""
SHORT_STRETCH = {MesaRoom: 2, ThriftyMesaRoom: 2, SimpyRoom: 10}
""" … and of a peer's in a room of more than ``LARGE`` viewers."""
LARGE = 100_000
PEERS = {"Mesa 3": MesaRoom, "Mesa 3, all spared": ThriftyMesaRoom, "SimPy": SimpyRoom}
ASKED = {("Mesa 3", 1_000): 300, ("Mesa 3", 1_000_000): 5_000, ("SimPy", 1_000): 25}
"""How many times faster the engine is to be."""


@cache
def warmed(viewers: int) -> Snapshot:
    """The expert's room of about so many viewers."""
    audience = hosts.audience(entries_per_min=viewers)
    hosts.play(audience, hosts.expert(), WARM_UP_S)
    return audience.snapshot()


def plain_tick_s(viewers: int) -> float:
    """Seconds of processor time of a tick of the plain engine, counts only."""
    audience, host = hosts.audience(entries_per_min=viewers), hosts.expert()
    audience.restore(warmed(viewers))
    return least(lambda ticks: hosts.play(audience, host, audience.now + ticks * hosts.DEFAULT.tick_s), STRETCH)


def compiled_tick_s(viewers: int) -> float:
    """The same of the compiled engine, which makes many ticks in one call; what a call costs is in it."""
    scenario = reference_scenario(entries_per_min=viewers)
    room, par = warmed(viewers).room, DEFAULT.of_crowd(scenario.crowd)
    host, until = expert(scenario, scenario.length), room.tick + LONG_STRETCH
    stand = Stand(scenario, NO_TAXONOMY, 7, par, host, room, until, LONG_STRETCH)
    stand.play(0)  # compiles
    return least(lambda _: stand.play(0), LONG_STRETCH)


def peer_tick_s(peer: type[MesaRoom] | type[SimpyRoom], viewers: int) -> float:
    """Seconds of processor time of a tick of a peer."""
    room = peer(hosts.scenario(entries_per_min=viewers), Host(hosts.expert()), 1, warmed(viewers).room)
    return least(room.play, SHORT_STRETCH[peer] if viewers > LARGE else STRETCH)


def least(play: Callable[[int], object], ticks: int) -> float:
    """The least processor time of a tick in several stretches, with the objects of the room kept from the collector."""
    gc.collect()
    gc.freeze()
    found = []
    for _ in range(REPEATS):
        began = time.process_time()
        play(ticks)
        found.append((time.process_time() - began) / ticks)
    gc.unfreeze()
    return min(found)


def measured(viewers: int) -> list[dict[str, object]]:
    """What a tick costs the engine and each peer in a room of about so many viewers."""
    online = warmed(viewers).room.online
    engine, plain = compiled_tick_s(viewers), plain_tick_s(viewers)
    rows: list[dict[str, object]] = [
        {"viewers": online, "what": "engine, compiled", "tick_s": engine},
        {"viewers": online, "what": "engine, plain", "tick_s": plain, "ratio": plain / engine},
    ]
    for name, peer in PEERS.items():
        tick_s = peer_tick_s(peer, viewers)
        asked = ASKED.get((name, viewers))
        rows.append({"viewers": online, "what": name, "tick_s": tick_s, "ratio": tick_s / engine, "asked": asked})
    return rows


def line(row: dict[str, object]) -> str:
    """One row of the table."""
    ratio = f"{row['ratio']:,.1f}" if "ratio" in row else ""
    return f"| {row['viewers']:,} | {row['what']} | {row['tick_s'] * 1e6:,.1f} | {ratio} | {row.get('asked') or ''} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--viewers", type=int, nargs="+", default=SIZES, help="sizes of the room")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    parser.add_argument("--sessions", type=int, help="compare the means of so many whole sessions instead")
    parser.add_argument("--host", choices=list(hosts.BASELINES), default="expert", help="whose sessions are compared")
    parser.add_argument("--stock", type=int, default=10**9, help="units of the product on screen in those sessions")
    chosen = parser.parse_args()
    if chosen.sessions:
        print("\n".join(compare(chosen.host, chosen.sessions, chosen.stock)))
        return
    print("| viewers | what | microseconds a tick | times the engine | asked |\n|---|---|---|---|---|")
    rows = []
    for viewers in chosen.viewers:
        for row in measured(viewers):
            rows.append(row)
            print(line(row), flush=True)
    if chosen.json is not None:
        versions = {"python": platform.python_version(), "mesa": version("mesa"), "simpy": version("simpy")}
        chosen.json.write_text(json.dumps({**versions, "rows": rows}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
