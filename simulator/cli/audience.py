"""``bolian audience``: a host in front of many audiences, in figures and as a picture."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simulator.cli.outcome import Choices, data_option
from simulator.cli.playing import MOST_THREADS, PLAIN_TICK_S, Number, Progress, ready, spread, writable
from simulator.ports import ContentError

if TYPE_CHECKING:
    from simulator.audience.gathered import Gathered
    from simulator.audience.hosts import Host
    from simulator.audience.rollouts import Stage
    from simulator.domain.session import SessionLog

MOST_VIEWERS = 10_000_000
LONGEST_MIN = 600.0
MOST_ROLLOUTS = 100_000
AT_ONCE = 64
"""Rollouts held whole at a time; of each that is done a few figures are kept."""
FROM_LOG = "log:"
QUANTILES = ("gmv", "net_gmv", "orders")


@dataclass(frozen=True, slots=True)
class Booked:
    """A host in a room for so many seconds."""

    stage: Stage
    host: Host
    length: float
    tick_s: float


@click.command()
@click.option("--scenario", metavar="ID", help="The scenario whose room it is.")
@click.option("--reference", is_flag=True, help="The reference room: 25 arrivals a second, ten minutes.")
@click.option(
    "--policy",
    default="novice",
    show_default=True,
    metavar="HOST",
    help="silent, novice, fair, expert, or log:SESSION.",
)
@click.option("--viewers", type=Number(1, MOST_VIEWERS), help="About how many stand in the room before a novice.")
@click.option("--minutes", type=Number(0.1, LONGEST_MIN), help="How long; otherwise as the scenario or the session.")
@click.option(
    "--rollouts", type=Number(1, MOST_ROLLOUTS, whole=True), default=64, show_default=True, help="How many audiences."
)
@click.option("--seed", type=Number(0, 2**32 - 1, whole=True), help="1 otherwise, or the session's.")
@click.option("--tick", type=Number(0.1, 2.0), help="Seconds, 0.1 otherwise; 0.5 and 1 are quicker and a little off.")
@click.option("--threads", type=Number(1, MOST_THREADS, whole=True), default=1, show_default=True)
@click.option("--plot", type=click.Path(path_type=Path), help="FILE.png: viewers, comments, clicks, orders over time.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout.")
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
    seed: int | None,
    tick: float | None,
    threads: int,
    plot: Path | None,
    as_json: bool,
    data: Path | None,
) -> None:
    """Play a host in front of many audiences: what is to be expected of him, and how far luck goes."""
    from simulator.audience.sizes import sized

    if plot is not None:
        _check_picture(plot)
    booked = _booked(choices.with_data(data), scenario, reference, policy, minutes, seed, tick)
    progress = Progress(rollouts)
    ready(booked.stage, choices.screen, booked.tick_s, progress)
    if viewers is not None:
        booked = replace(booked, stage=sized(booked.stage, viewers, booked.length))
    began, used = time.perf_counter(), time.process_time()
    found = _play(booked, range(rollouts), threads, progress, curves=plot is not None)
    took = {"wall_s": round(time.perf_counter() - began, 3), "cpu_s": round(time.process_time() - used, 3)}
    if plot is not None:
        from simulator.cli.speaking import screen_code
        from simulator.ui.audience_picture import draw

        draw(found, plot, screen_code(choices.screen), booked.stage.scenario.title, booked.host.name)
    whole = {**summary(found), **took}
    if as_json:
        click.echo(json.dumps(whole, ensure_ascii=False, indent=2))
        return
    from simulator.cli.audience_tables import print_audience

    which = {
        "scenario": booked.stage.scenario.id,
        "policy": booked.host.name,
        "minutes": round(booked.length / 60, 2),
        "seed": booked.stage.seed,
        "tick_s": booked.tick_s,
    }
    print_audience({**which, **whole}, choices.screen)


def _check_picture(plot: Path) -> None:
    """Refuse now what could not be written after minutes of work."""
    if plot.suffix.lower() != ".png":
        raise ContentError("picture_kind_unknown", file=str(plot))
    writable(plot)


def _booked(
    choices: Choices,
    id: str | None,
    reference: bool,
    policy: str,
    minutes: float | None,
    seed: int | None,
    tick: float | None,
) -> Booked:
    """Where, who, and for how long; the data folder is open only while it is read."""
    from simulator import wiring
    from simulator.audience import compiled
    from simulator.audience.hosts import BASELINES
    from simulator.audience.parameters import DEFAULT
    from simulator.audience.reference import NO_TAXONOMY, reference_scenario
    from simulator.audience.rollouts import Stage
    from simulator.cli.looking_back import known, log_of

    session = policy.removeprefix(FROM_LOG) if policy.startswith(FROM_LOG) else None
    if session is None and policy not in BASELINES:
        raise ContentError("policy_unknown", option="--policy", found=policy)
    if (reference and id is not None) or not (reference or id is not None or session is not None):
        raise ContentError("room_or_scenario")
    log: SessionLog | None = None
    room, taxonomy = reference_scenario(), NO_TAXONOMY
    if not reference or session is not None:
        with wiring.studio(choices.data) as studio:
            taxonomy = studio.library.taxonomy()
            if id is not None:
                room = studio.library.scenario(id)
            if session is not None:
                log = known(log_of(studio, session))
    if log is not None:
        if reference or id not in (None, log.scenario.id):
            raise ContentError("policy_of_other_scenario", id=session, found=log.scenario.id)
        room = log.scenario
    tick_s = tick if tick is not None else DEFAULT.tick_s if compiled.available() else PLAIN_TICK_S
    host, length = None, room.length
    if log is not None:
        from simulator.audience.replay import Playback

        playback = Playback(log, taxonomy)
        host, length = replace(playback.host, name=policy), playback.length
        seed = log.header.seed if seed is None else seed
    length = minutes * 60 if minutes is not None else length
    length = round(max(1, round(length / tick_s)) * tick_s, 6)
    room = replace(room, length=length)
    stage = Stage(room, taxonomy, 1 if seed is None else seed)
    return Booked(stage, BASELINES[policy](room, length) if host is None else host, length, tick_s)


def _play(booked: Booked, numbers: Sequence[int], threads: int, progress: Progress, *, curves: bool) -> Gathered:
    """All rollouts, gathered as they come."""
    from simulator.audience.gathered import Gathered, step_of
    from simulator.audience.rollouts import rollouts

    every = step_of(booked.length, booked.tick_s) if curves else None
    found = Gathered(booked.length, every)
    mapper = spread(threads, progress.played)
    try:
        for first in range(0, len(numbers), AT_ONCE):
            some = numbers[first : first + AT_ONCE]
            found.add(
                rollouts(
                    booked.stage, booked.host, some, until=booked.length, tick_s=booked.tick_s, every=every,
                    mapper=mapper,
                )
            )  # fmt: skip
    finally:
        progress.end()
    return found


def summary(found: Gathered) -> dict[str, Any]:
    """What is printed, and what ``--json`` gives."""
    return {
        "rollouts": len(found),
        "means": {name: round(value, 4) for name, value in found.means().items()},
        "sd": {name: None if value is None else round(value, 4) for name, value in found.deviations().items()},
        "quantiles": {name: found.quantiles(name) for name in QUANTILES},
    }
