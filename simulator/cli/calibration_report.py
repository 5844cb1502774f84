"""What ``bolian calibrate`` tells: one object for programs, tables for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from simulator.audience.calibration import TESTED, Calibration, Parameter
from simulator.audience.effects import Effects
from simulator.audience.moments import PRIOR_SD
from simulator.audience.sessions import Sessions
from simulator.domain.room_log import Figure
from simulator.domain.scenario import Scenario

DIGITS = 4


def as_object(fitted: Sessions, logs: Sequence[str], scenario: Scenario, *, assumed_scenario: bool) -> dict[str, Any]:
    """The whole result; a number that the logs say nothing of is null."""
    sessions = [_session(each, path) for each, path in zip(fitted.each, logs, strict=True)]
    crowd = fitted.crowd
    levels = crowd.levels
    assert levels is not None
    return {
        "scenario": scenario.id,
        "parameters": _parameters(fitted.parameters, crowd.entries_per_min),
        "entries_per_min": round(crowd.entries_per_min, DIGITS),
        "effects": None if fitted.effects is None else _effects(fitted.effects),
        "assumptions": assumptions(fitted, scenario, assumed_scenario),
        "sessions": sessions,
        **({name: sessions[0][name] for name in ("observed", "simulated", "coverage")} if len(sessions) == 1 else {}),
    }


def assumptions(fitted: Sessions, scenario: Scenario, assumed_scenario: bool) -> list[dict[str, Any]]:
    """What was taken for granted, by code; ``ui/sentences_calibration.py`` words them."""
    first = fitted.each[0]
    log = first.room.log
    found: list[dict[str, Any]] = []

    def say(code: str, **facts: object) -> None:
        found.append({"code": code, **facts})

    if assumed_scenario:
        say("scenario_assumed", scenario=scenario.id)
    say("goods_of_scenario", scenario=scenario.id)
    say("viewers_of_scenario", followers=f"{100 * scenario.crowd.follower_share:.0f} %")
    if first.room.timeline.assumed:
        say("host_assumed", columns=", ".join(first.room.timeline.assumed))
    if first.room.timeline.products:
        pairs = (f"{name} = {product}" for name, product in first.room.timeline.products.items())
        say("products_stand_for", products="; ".join(pairs))
    missing = [each for each in fitted.parameters if each.value is None]
    if missing:
        say(
            "columns_missing",
            columns=", ".join(each.moment for each in missing),
            parameters=", ".join(each.name for each in missing),
        )
    if Figure.ENTERED not in log.figures:
        say("arrivals_from_online")
    if Figure.PAID in log.figures and Figure.ORDERS not in log.figures:
        say("paid_for_orders")
    if any(each.room.lead for each in fitted.each):
        say("joined_midway", minutes=round(max(each.room.lead for each in fitted.each) / 60))
    blanks = sum(value is None for each in fitted.each for row in each.room.log.figures.values() for value in row)
    if blanks:
        say("cells_blank", cells=blanks)
    say("arrivals_follow_log")
    if fitted.effects is None:
        say("effects_default")
    if not all(each.converged for each in fitted.each):
        say("not_converged")
    return found


def _session(found: Calibration, path: str) -> dict[str, Any]:
    log = found.room.log
    checks = {check.figure: check for check in found.checks}
    tested = {str(figure): round(checks[figure].covered, 3) for figure in TESTED if figure in checks}
    return {
        "log": path,
        "source": log.source,
        "columns": dict(log.headings),
        "ignored": list(log.ignored),
        "step_s": log.step,
        "minutes": round(log.length / 60, 2),
        "parameters": _parameters(found.parameters, found.crowd.entries_per_min),
        "observed": {str(figure): _rounded(log.total(figure)) for figure in Figure},
        "simulated": {
            str(figure): {
                "mean": round(check.simulated, 1),
                "interval_90": [round(bound, 1) for bound in check.interval_90],
            }
            for figure, check in checks.items()
        },
        "coverage": {
            "of_90_percent_bands": None if found.coverage is None else round(found.coverage, 3),
            "by_figure": tested,
        },
        "turns": found.turns,
        "converged": found.converged,
    }


def _parameters(found: Sequence[Parameter], entries_per_min: float) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for each, prior_sd in zip(found, PRIOR_SD, strict=True):
        fitted = each.value is not None
        told[each.name] = {
            "value": _rounded(each.value),
            "log_sd": round(each.log_sd, DIGITS) if fitted else None,
            "interval_80": [round(bound, DIGITS) for bound in each.interval_80] if fitted else None,
            "interval_95": [round(bound, DIGITS) for bound in each.interval_95] if fitted else None,
            "prior": {"value": 1.0, "log_sd": prior_sd, "interval_95": [round(b, DIGITS) for b in each.prior_95]},
            "from": each.moment.value,
        }
    arrival = told["arrival"]
    if arrival["value"] is not None:
        # As people think of it: its multiplier stands against the log's own entries.
        base = entries_per_min / arrival["value"]
        arrival["entries_per_min"] = round(entries_per_min, DIGITS)
        arrival["entries_per_min_95"] = [round(base * bound, DIGITS) for bound in arrival["interval_95"]]
    return told


def _effects(effects: Effects) -> dict[str, Any]:
    return {
        **{
            name: {
                "value": round(getattr(effects.levels(), name), DIGITS),
                "interval_95": [round(bound, DIGITS) for bound in effects.interval_95(name)],
            }
            for name in effects.log_mean
        },
        "distance": [round(each, DIGITS) for each in effects.distance],
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)


def print_rooms(whole: Mapping[str, Any], screen: str | None) -> None:
    """Parameters, figures and assumptions as tables, in the language of the screen."""
    from rich.console import Console
    from rich.table import Table

    from simulator.cli.speaking import speak
    from simulator.ui.sentences_calibration import assumption_sentences, calibration_words

    speak(screen)
    words = calibration_words()
    out = Console(highlight=False, markup=False, soft_wrap=True)
    table = Table(*(words[name] for name in ("parameter", "value", "interval", "prior", "from")))
    for name, each in whole["parameters"].items():
        entries = each.get("entries_per_min")
        value = words["at_prior"] if each["value"] is None else f"× {each['value']:.3g}"
        interval = "–" if each["value"] is None else _range(each["interval_95"])
        if entries is not None:
            value, interval = f"{entries:.3g} / min", _range(each["entries_per_min_95"])
        table.add_row(words[name], value, interval, _range(each["prior"]["interval_95"]), words[each["from"]])
    out.print(table)
    for session in whole["sessions"]:
        out.print(f"{session['log']}: {session['minutes']:g} min, {session['source']}")
        table = Table(*(words[name] for name in ("figure", "observed", "simulated", "covered")))
        for figure, simulated in session["simulated"].items():
            covered = session["coverage"]["by_figure"].get(figure)
            table.add_row(
                words[figure],
                f"{session['observed'][figure]:,.0f}",
                f"{simulated['mean']:,.0f} ({_range(simulated['interval_90'])})",
                words["followed"] if covered is None else f"{100 * covered:.0f} %",
            )
        out.print(table)
        if session["ignored"]:
            out.print(f"{words['ignored']}: {', '.join(session['ignored'])}")
    if whole["effects"] is not None:
        table = Table(words["parameter"], words["value"], words["interval"])
        for name, each in whole["effects"].items():
            if name != "distance":
                table.add_row(words[name], f"× {each['value']:.3g}", _range(each["interval_95"]))
        out.print(table)
    out.print(words["assumptions"])
    sentences = assumption_sentences()
    for each in whole["assumptions"]:
        facts = dict(each)
        if "parameters" in facts:
            facts["parameters"] = ", ".join(words[name] for name in facts["parameters"].split(", "))
        out.print(f"· {sentences[each['code']].format_map(facts)}")
    if whole["scenario_written"] is not None:
        out.print(f"{words['written']}: {whole['scenario_written']['file']}")
    out.print(f"{whole['wall_s']:g} s, {whole['cpu_s']:g} CPU s")


def _range(interval: Sequence[float]) -> str:
    low, high = interval
    return f"{low:,.0f} – {high:,.0f}" if high >= 1000 else f"{low:.3g} – {high:.3g}"
