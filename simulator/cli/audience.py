"""``bolian audience``: a host in front of many audiences, in figures and as a picture."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.outcome import Choices, data_option
from simulator.ports import ContentError

if TYPE_CHECKING:
    from simulator.audience.gathered import Gathered
    from simulator.audience.hosts import Host
    from simulator.audience.rollouts import Mapper, Stage
    from simulator.live.studio import Studio

ENTRIES_PER_VIEWER = 0.85
"""Entries a minute that keep about one viewer in the room of a novice, after some minutes; measured."""
MOST_VIEWERS = 10_000_000
LONGEST_MIN = 600.0
MOST_ROLLOUTS = 100_000
AT_ONCE = 32
"""Rollouts played between two looks at the time; what is kept of each is small."""


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for on the command line, within its bounds."""

    viewers: float | None
    minutes: float | None
    rollouts: int
    seed: int
    tick: float
    threads: int


def within(option: str, found: float, least: float, most: float) -> None:
    """Raise ContentError unless a number lies between its bounds."""
    if not (isfinite(found) and least <= found <= most):
        raise ContentError(
            "number_out_of_range", option=option, found=f"{found:,.12g}", least=f"{least:,.12g}", most=f"{most:,.12g}"
        )


@click.command()
@click.option("--scenario", metavar="ID", help="The scenario whose room it is.")
@click.option("--reference", is_flag=True, help="The reference room: 25 arrivals a second, ten minutes.")
@click.option("--policy", default="novice", metavar="HOST", help="silent, novice, expert, or log:SESSION.")
@click.option("--viewers", type=float, help="About how many stand in the room of a novice.")
@click.option("--minutes", type=float, help="How long; the scenario's length otherwise.")
@click.option("--rollouts", type=int, default=64, show_default=True, help="How many audiences.")
@click.option("--seed", type=int, default=1, show_default=True)
@click.option(
    "--tick", type=float, default=0.1, show_default=True, help="Seconds; 0.5 and 1 are quicker and a little off."
)
@click.option("--threads", type=int, default=1, show_default=True)
@click.option("--plot", type=click.Path(path_type=Path), help="FILE.png: viewers, comments, clicks, orders over time.")
@click.option("--json", "as_json", is_flag=True)
@data_option
@click.pass_obj
def audience(
    choices: Choices,
    scenario: str | None,
    reference: bool,
    policy: str,
    viewers: float | None,
    minutes: float | None,
    rollouts: int,
    seed: int,
    tick: float,
    threads: int,
    plot: Path | None,
    as_json: bool,
    data: Path | None,
) -> None:
    """Play a host in front of many audiences: what is to be expected of him, and how far luck goes."""
    from simulator import wiring

    if viewers is not None:
        within("--viewers", viewers, 1, MOST_VIEWERS)
    if minutes is not None:
        within("--minutes", minutes, 0.1, LONGEST_MIN)
    within("--rollouts", rollouts, 1, MOST_ROLLOUTS)
    within("--seed", seed, 0, 2**32 - 1)
    within("--tick", tick, 0.1, 2.0)
    within("--threads", threads, 1, 64)
    if reference == (scenario is not None):
        raise ContentError("room_or_scenario")
    if plot is not None and plot.suffix.lower() != ".png":
        raise ContentError("picture_kind_unknown", file=str(plot))
    asked = Request(viewers, minutes, rollouts, seed, tick, threads)
    with wiring.studio(choices.with_data(data).data) as studio:
        stage, host, length = _booked(studio, scenario, policy, asked)
        began, used = time.perf_counter(), time.process_time()
        found = play(stage, host, length, asked)
        took = {"wall_s": round(time.perf_counter() - began, 3), "cpu_s": round(time.process_time() - used, 3)}
        if plot is not None:
            from simulator.cli.speaking import screen_code
            from simulator.ui.audience_picture import draw

            draw(found, plot, screen_code(choices.screen), host.name, len(found))
        summary = summary_of(found)
        if as_json:
            click.echo(json.dumps({**summary, **took}, ensure_ascii=False, indent=2))
            return
        from simulator.cli.audience_tables import print_audience

        print_audience(summary, took, host.name, choices.screen)


def _booked(studio: Studio, id: str | None, policy: str, asked: Request) -> tuple[Stage, Host, float]:
    """Where, who, and for how long."""
    from simulator.audience.hosts import BASELINES
    from simulator.audience.reference import NO_TAXONOMY, reference_scenario
    from simulator.audience.rollouts import Stage

    room = studio.library.scenario(id) if id is not None else reference_scenario()
    taxonomy = studio.library.taxonomy() if id is not None else NO_TAXONOMY
    length = asked.minutes * 60 if asked.minutes is not None else room.length
    length = round(round(length / asked.tick) * asked.tick, 6)
    if asked.viewers is not None:
        room = replace(room, crowd=replace(room.crowd, entries_per_min=asked.viewers * ENTRIES_PER_VIEWER))
    stage = Stage(replace(room, length=length), taxonomy, asked.seed)
    if policy.startswith("log:"):
        from simulator.cli.looking_back import playback_of

        return stage, replace(playback_of(studio, policy[len("log:") :]).host, name=policy), length
    if policy not in BASELINES:
        raise ContentError("policy_unknown", option="--policy", found=policy)
    return stage, BASELINES[policy](stage.scenario, length), length


def play(stage: Stage, host: Host, length: float, asked: Request) -> Gathered:
    """All rollouts, gathered as they come."""
    from simulator.audience import compiled
    from simulator.audience.gathered import Gathered, step_of
    from simulator.audience.rollouts import rollouts

    every = step_of(length, asked.tick)
    found = Gathered(every)
    watched = sys.stderr.isatty()
    if not compiled.available() and watched:
        print("plain engine: install the extra bolian[fast] for a hundred times the speed", file=sys.stderr)
    with mapper(asked.threads) as spread:
        for first in range(0, asked.rollouts, AT_ONCE):
            numbers = range(first, min(first + AT_ONCE, asked.rollouts))
            found.add(rollouts(stage, host, numbers, until=length, tick_s=asked.tick, every=every, mapper=spread))
            if watched:
                print(f"\rrollouts {len(found)}/{asked.rollouts}", end="", file=sys.stderr, flush=True)
    if watched:
        print(file=sys.stderr)
    return found


@contextmanager
def mapper(threads: int) -> Iterator[Mapper]:
    """``map``, on so many threads: the compiled engine lets them run side by side."""
    if threads == 1:
        yield map
        return
    with ThreadPoolExecutor(threads) as pool:
        yield pool.map


def summary_of(found: Gathered) -> dict[str, object]:
    """What is printed, and what ``--json`` gives."""
    return {
        "rollouts": len(found),
        "means": {name: round(value, 4) for name, value in found.means().items()},
        "sd": {name: None if value is None else round(value, 4) for name, value in found.deviations().items()},
        "quantiles": {name: found.quantiles(name) for name in ("gmv", "net_gmv", "orders")},
    }
