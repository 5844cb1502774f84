"""``bolian calibrate``: the audience fitted to the minute figures of a real room."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.outcome import Choices, data_option
from simulator.ports import ContentError

if TYPE_CHECKING:
    from simulator.domain.room_log import RoomLog

MINUTES = "--minutes"


@click.command()
@click.option("--log", "logs", type=click.Path(path_type=Path), required=True, multiple=True, help="CSV of a session.")
@click.option("--scenario", "id", help="Whose goods, market and followers to take; the first there is, else.")
@click.option("--minutes", help="Only this part of the log: 30-90.")
@click.option("--out", type=click.Path(path_type=Path), help="Write a scenario in front of the fitted room.")
@click.option("--effects", is_flag=True, help="Fit effect sizes too: wants several sessions, and takes long.")
@click.option("--rollouts", type=click.IntRange(8, 512), default=32, show_default=True, help="Audiences per look.")
@click.option("--seed", type=click.IntRange(0, 2**32 - 1), default=2026, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout.")
@data_option
@click.pass_obj
def calibrate(
    choices: Choices,
    logs: tuple[Path, ...],
    id: str | None,
    minutes: str | None,
    out: Path | None,
    effects: bool,
    rollouts: int,
    seed: int,
    as_json: bool,
    data: Path | None,
) -> None:
    """Fit the simulated audience to minute figures of a real room; see docs/calibration.md for the columns."""
    from simulator.assets import assets_folder
    from simulator.audience.calibration import TICK_S
    from simulator.audience.reference import NO_TAXONOMY
    from simulator.audience.rollouts import Stage
    from simulator.audience.sessions import fit_sessions
    from simulator.cli.calibration_report import as_object, print_rooms
    from simulator.cli.playing import Progress, ready, writable
    from simulator.settings import data_folder
    from simulator.storage.content import FolderLibrary
    from simulator.storage.fitted_scenario import write_fitted
    from simulator.storage.room_log import read_room_log

    library = FolderLibrary(assets_folder(), data_folder(choices.with_data(data).data) / "content")
    scenario = library.scenario(id) if id is not None else library.scenarios()[0]
    if out is not None:
        writable(out)
    rooms = [_part(read_room_log(path), minutes) for path in logs]
    progress = Progress(1)
    ready(Stage(scenario, NO_TAXONOMY, seed), choices.screen, TICK_S, progress)
    began, worked = time.perf_counter(), time.process_time()
    fitted = fit_sessions(
        rooms,
        scenario,
        with_effects=effects,
        rollouts=rollouts,
        seed=seed,
        progress=lambda done: progress.say(f"{done:.0%}"),
    )
    progress.end()
    written = None
    if out is not None:
        written = write_fitted(out, library.scenario_tree(scenario.id), fitted.crowd, library.known())
    whole = {
        **as_object(fitted, [str(path) for path in logs], scenario, assumed_scenario=id is None),
        "scenario_written": None if written is None else {"file": str(out), "id": written},
        "seed": seed,
        "rollouts": rollouts,
        "wall_s": round(time.perf_counter() - began, 2),
        "cpu_s": round(time.process_time() - worked, 2),
    }
    if as_json:
        click.echo(json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False))
    else:
        print_rooms(whole, choices.screen)


def _part(log: RoomLog, minutes: str | None) -> RoomLog:
    """The minutes of the log that were asked for."""
    if minutes is None:
        return log
    first, _, last = minutes.partition("-")
    if not first.isdecimal() or not last.isdecimal() or int(first) >= int(last):
        raise ContentError("minutes_wrong", option=MINUTES, found=minutes, length=round(log.length / 60))
    part = log.part(round(int(first) * 60 / log.step), round(int(last) * 60 / log.step))
    if part.steps < 3:
        raise ContentError("minutes_wrong", option=MINUTES, found=minutes, length=round(log.length / 60))
    return part
