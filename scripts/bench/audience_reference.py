"""Play the baseline hosts in the reference room many times and hold the means against the published ones.

``python scripts/bench/audience_reference.py --rollouts 400 --processes 2 --out docs/benchmarks-audience.md`` writes the
table; without ``--out`` it only prints it. 400 rollouts take about an hour of processor time.
"""

from __future__ import annotations

import argparse
import multiprocessing
import statistics
import sys
from math import sqrt
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.audience import hosts
from tests.audience.test_reference import MEANS, MONEY, PUBLISHED

FIGURES = (
    "entered", "left", "comments", "asked", "answered", "gave_up", "likes", "follows", "clicks", "carts", "orders",
    "paid", "cancelled", "peak",
)  # fmt: skip
MARK = "<!-- reference -->"


def session(job: tuple[str, int]) -> dict[str, float]:
    """The figures of one session of a baseline host."""
    name, rollout = job
    audience = hosts.audience(rollout)
    hosts.play(audience, hosts.SCRIPTS[name](), hosts.LENGTH_S, hosts.answers(name, rollout))
    room = audience.room
    found = {figure: float(getattr(room, figure)) for figure in FIGURES}
    found["stay"] = room.viewer_seconds / room.entered
    found["gmv"] = room.gmv / 100
    found["net"] = room.net_gmv / 100
    return found


def table(name: str, found: list[dict[str, float]]) -> list[str]:
    """Found and published means side by side; the last column counts standard errors."""
    published: dict[str, tuple[float, float]] = dict(MEANS[name])
    gmv, gmv_sd, net, net_sd = MONEY[name]
    published["gmv"], published["net"] = (gmv, gmv_sd), (net, net_sd)
    lines = [
        f"### {name}, {len(found)} rollouts",
        "",
        "| | found | sd | published | sd | difference | in standard errors |",
        "|---|---|---|---|---|---|---|",
    ]
    for figure, (mean, deviation) in published.items():
        values = [room[figure] for room in found]
        here, spread = statistics.fmean(values), statistics.stdev(values)
        error = deviation * sqrt(1 / len(values) + 1 / PUBLISHED)
        lines.append(
            f"| {figure} | {here:,.1f} | {spread:,.1f} | {mean:,} | {deviation:,} | {100 * (here / mean - 1):+.2f} % "
            f"| {(here - mean) / error:+.1f} |"
            if mean
            else f"| {figure} | {here:,.1f} | {spread:,.1f} | 0 | | | |"
        )
    lines.append(f"| viewer-seconds / entered | {statistics.fmean(room['stay'] for room in found):.1f} | | | | | |")
    return [*lines, ""]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rollouts", type=int, default=400)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--out", type=Path)
    chosen = parser.parse_args()
    lines = []
    with multiprocessing.Pool(chosen.processes) as pool:
        for name in hosts.SCRIPTS:
            found = pool.map(session, [(name, rollout) for rollout in range(chosen.rollouts)], chunksize=2)
            lines += table(name, found)
            print("\n".join(lines[-len(table(name, found)) :]), flush=True)
    if chosen.out is not None:
        before = chosen.out.read_text(encoding="utf-8").split(MARK)[0] if chosen.out.exists() else ""
        chosen.out.write_text(before + MARK + "\n" + "\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
