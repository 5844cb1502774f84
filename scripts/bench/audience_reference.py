"""The baseline hosts in the reference room, many times: published means, mechanisms switched off, single acts, spam.

``python scripts/bench/audience_reference.py --out docs/benchmarks-audience.md`` puts the tables where that page has its
mark; without ``--out`` it only prints them. 400 rollouts of each take about two minutes with the compiled engine.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import sqrt
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np

from simulator.audience.hosts import BASELINES
from simulator.audience.parameters import DEFAULT
from simulator.audience.quantile import Floats
from simulator.audience.reference import LENGTH, NO_TAXONOMY, reference_scenario
from simulator.audience.rollouts import Outcomes, Stage, rollouts
from simulator.domain.events import Event
from tests.audience import test_dominance as acts
from tests.audience.test_reference import MEANS, MONEY, PUBLISHED, STAY, TOLERANCE, allowed, sessions

MARK = "<!-- reference -->"
SPAM = {
    "one new point, 20 times in a minute": acts.again(
        lambda at: acts.ACTS.point(at, acts.NEW_POINT, acts.QUALITY), 3, 60
    ),
    "five different points, once each": [
        acts.ACTS.point(acts.FROM + 12 * turn, 5 + turn, acts.QUALITY) for turn in range(5)
    ],
    "a call to action every 3 s for 5 minutes": acts.again(acts.ACTS.call, 3),
    "a call to action every 30 s for 5 minutes": acts.again(acts.ACTS.call, 30),
    "greetings back to back for 5 minutes": acts.again(acts.ACTS.greeting, 3),
    "demonstrations back to back for 5 minutes": acts.again(acts.ACTS.demonstration, 5),
    "lotteries back to back for 5 minutes": acts.again(lambda at: acts.ACTS.lottery(at, 30), 30),
}


def means(name: str, many: int) -> Iterator[str]:
    """Found and published means of a host side by side; the last column counts standard errors."""
    played = sessions(name, many)
    yield f"\n### {name}, {many} rollouts\n"
    yield "| | found | sd | published | sd | difference | in standard errors | within tolerance |"
    yield "|---|---|---|---|---|---|---|---|"
    for figures, tolerance in ((MEANS, TOLERANCE), (MONEY, 0.04)):
        for figure, (mean, deviation) in figures[name].items():
            found = played.last(figure)
            off = float(found.mean()) - mean
            inside = "yes" if abs(off) <= allowed(deviation, mean, many, tolerance) else "**no**"
            yield (
                f"| {figure} | {found.mean():,.1f} | {found.std(ddof=1):,.1f} | {mean:,} | {deviation:,} "
                f"| {100 * off / mean:+.2f} % | {off / (deviation * sqrt(1 / many + 1 / PUBLISHED)):+.1f} | {inside} |"
            )
    stay = (played.last("viewer_seconds") / played.last("entered")).mean()
    yield f"| viewer-seconds / entered | {stay:.1f} | | {STAY[name]} | | {100 * (stay / STAY[name] - 1):+.2f} % | | |"


def mechanisms(many: int) -> Iterator[str]:
    """What is left of orders and comments with one mechanism switched off (15.5)."""
    yield f"\n### One mechanism switched off, {many} rollouts (published)\n"
    yield "| off | novice orders | novice comments | expert orders | expert comments |"
    yield "|---|---|---|---|---|"
    scenario = reference_scenario()
    for mechanism, (change, published) in acts.OFF.items():
        stage = Stage(scenario, NO_TAXONOMY, 7, replace(DEFAULT, **change))
        cells = []
        for name in ("novice", "expert"):
            played = rollouts(stage, BASELINES[name](scenario, LENGTH), range(many), until=LENGTH)
            cells += [float(played.last(figure).mean()) for figure in ("orders", "comments")]
        row = " | ".join(f"{found:,.1f} ({mean:,})" for found, mean in zip(cells, published, strict=True))
        yield f"| {mechanism} | {row} |"


def single_acts(many: int) -> Iterator[str]:
    """Change of expected net GMV of a session by one act more, on common rollouts (15.6)."""
    plain = acts.play(acts.NOVICE, many)
    yield f"\n### One act more, at 300 s of the novice's session, {many} pairs, leaps of {acts.LEAP} s\n"
    yield "| act | change of expected net GMV |\n|---|---|"
    for name, act in {**acts.GAINS, "correct price": acts.ACTS.price(acts.FROM), **acts.LOSSES}.items():
        yield f"| {name} | {changed(plain, acts.play(acts.host(*act), many))} |"
    yield f"\n### Acts over and over, from 300 s of the novice's session, {many} pairs\n"
    yield "| acts | change of expected net GMV |\n|---|---|"
    for name, parts in SPAM.items():
        more: Sequence[Event] = [event for part in parts for event in part]
        yield f"| {name} | {changed(plain, acts.play(acts.host(*more), many))} |"


def changed(plain: Outcomes, other: Outcomes) -> str:
    """A mean change as a share of the mean, with its standard error."""
    before = plain.last("net_gmv")
    change: Floats = (other.last("net_gmv") - before) / before.mean()
    return f"{100 * change.mean():+.2f} % ± {100 * change.std(ddof=1) / np.sqrt(change.size):.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rollouts", type=int, default=PUBLISHED)
    parser.add_argument("--out", type=Path, help="page to put the tables into, behind its mark")
    chosen = parser.parse_args()
    lines: list[str] = []
    for part in (*(means(name, chosen.rollouts) for name in MEANS), mechanisms(120), single_acts(chosen.rollouts)):
        for line in part:
            print(line, flush=True)
            lines.append(line)
    if chosen.out is not None:
        before = chosen.out.read_text(encoding="utf-8").split(MARK)[0] if chosen.out.exists() else ""
        chosen.out.write_text(before + MARK + "\n".join(["", *lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
