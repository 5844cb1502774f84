"""Recovery of known levels: sessions are made up at levels drawn by address, logged, and fitted again.

``python scripts/bench/audience_calibration.py --sessions 30`` prints a table of errors and coverage. Rooms are the
reference room of the model (about 1,300 viewers with the novice host), ten minutes long. ``--host`` says what the fit
knows of the host: his script (exact), or nothing, so that a fair host is assumed.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import dataclass
from math import log, sqrt
from pathlib import Path
from statistics import fmean

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from simulator.audience.calibration import Calibration, calibrate
from simulator.audience.hosts import novice
from simulator.audience.moments import PARAMETERS
from simulator.audience.posterior import normals
from simulator.audience.reference import reference_scenario
from simulator.domain.room_log import Figure
from tests.audience.logged import at_levels, logged

DRAWN_SD = {"arrival": 0.35, "leave": 0.2, "click": 0.25, "purchase": 0.35, "comment": 0.35, "ask": 0.35}


@dataclass(frozen=True, slots=True)
class Recovered:
    """One made-up session and its fit."""

    truth: dict[str, float]
    fit: Calibration
    per_min: float
    cpu_s: float
    held_out: dict[Figure, float]
    """Share of the minutes of another session of the same room inside the 90 % bands of the fit."""

    def error(self, name: str) -> float:
        """Fitted less true, on the log scale; of arrivals as they come out."""
        if name == "arrival":
            return log(self.fit.crowd.entries_per_min / self.per_min)
        return self.fit.parameter(name).log_value - self.truth[name]

    def inside(self, name: str, width: float) -> bool:
        return abs(self.error(name)) <= width * self.fit.parameter(name).log_sd


def recovered(number: int, args: argparse.Namespace) -> Recovered:
    """Make up session ``number``, log it, fit it."""
    drawn = normals(7_000 + args.seed, number, len(PARAMETERS))
    truth = {name: DRAWN_SD[name] * float(z) for name, z in zip(PARAMETERS, drawn, strict=True)}
    scenario = reference_scenario(entries_per_min=args.entries)
    host = novice(scenario, scenario.length)
    room = at_levels(scenario, truth)
    log = logged(room, host, seed=9_000 + number, tick_s=args.tick)
    began = time.process_time()
    fit = calibrate(
        log, scenario, host=host if args.host == "exact" else None, tick_s=args.tick, rollouts=args.rollouts,
        noise_rollouts=args.noise, draws=args.draws,
    )  # fmt: skip
    taken = time.process_time() - began
    other = logged(room, host, seed=19_000 + number, tick_s=args.tick)
    held_out = {
        check.figure: fmean(
            low <= value <= high
            for low, value, high in zip(check.low, other.figures[check.figure], check.high, strict=True)
            if value is not None
        )
        for check in fit.checks
    }
    return Recovered(truth, fit, room.crowd.entries_per_min, taken, held_out)


def table(done: list[Recovered]) -> str:
    lines = [
        f"{len(done)} sessions, {fmean(each.cpu_s for each in done):.0f} CPU s a fit, "
        f"{fmean(each.fit.turns for each in done):.1f} turns, {sum(each.fit.converged for each in done)} converged",
        "",
        "| parameter | rms error | mean error | stated sd | in 80 % | in 95 % |",
        "|---|---|---|---|---|---|",
    ]
    for name in PARAMETERS:
        errors = [each.error(name) for each in done]
        lines.append(
            f"| {name} | {sqrt(fmean(error**2 for error in errors)):.3f} | {fmean(errors):+.3f} | "
            f"{fmean(each.fit.parameter(name).log_sd for each in done):.3f} | "
            f"{sum(each.inside(name, 1.2816) for each in done)} | {sum(each.inside(name, 1.96) for each in done)} |"
        )
    lines += ["", "| figure | minutes inside their 90 % bands | of another session of the room |", "|---|---|---|"]
    for figure in done[0].held_out:
        shares = [check.covered for each in done for check in each.fit.checks if check.figure is figure]
        lines.append(
            f"| {figure} | {100 * fmean(shares):.0f} % | {100 * fmean(e.held_out[figure] for e in done):.0f} % |"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=30)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--entries", type=float, default=1500.0, help="arrivals a minute")
    parser.add_argument("--tick", type=float, default=1.0)
    parser.add_argument("--rollouts", type=int, default=32)
    parser.add_argument("--noise", type=int, default=200)
    parser.add_argument("--draws", type=int, default=20)
    parser.add_argument("--host", choices=["exact", "fair"], default="exact")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    done: list[Recovered] = []
    for number in range(args.first, args.first + args.sessions):
        done.append(recovered(number, args))
        last = done[-1]
        errors = {name: round(last.error(name), 4) for name in PARAMETERS}
        print(number, errors, f"{last.cpu_s:.0f} s", last.fit.turns, round(last.fit.coverage or 0, 3), flush=True)
        if args.json is not None:
            sds = {name: last.fit.parameter(name).log_sd for name in PARAMETERS}
            with args.json.open("a", encoding="utf-8") as out:
                out.write(json.dumps({"errors": errors, "sd": sds, "coverage": last.fit.coverage}) + "\n")
    print("\n" + table(done))


if __name__ == "__main__":
    main()
