"""``bolian whatif`` and ``bolian replay``: a session gone through again, with another act or as it was."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.outcome import CONTENT, Choices, data_option
from simulator.cli.playing import MOST_THREADS, Number, Progress, ready, spread
from simulator.ports import ContentError

if TYPE_CHECKING:
    from simulator.audience.replay import Playback
    from simulator.audience.whatif import Change, WhatIf
    from simulator.domain.events import Event
    from simulator.domain.session import SessionLog
    from simulator.live.studio import Studio

LONGEST: float = 36_000.0
"""Seconds: ten hours."""
LONGEST_HORIZON = 3600.0
MOST_PAIRS = 10_000
ANY = "any"


def log_of(studio: Studio, session: str) -> SessionLog:
    return studio.store.log(studio.store.session(session).header.id)


def known(log: SessionLog) -> SessionLog:
    """A log that can be played again. Raise ContentError where another audience model made it."""
    from simulator.audience.parameters import MODEL

    if log.header.audience_model != MODEL:
        raise ContentError("session_other_model", id=log.header.id, found=log.header.audience_model, known=MODEL)
    return log


@click.command()
@click.argument("session")
@click.option("--at", required=True, type=Number(0, LONGEST), help="The second of the session.")
@click.option(
    "--drop", is_flag=False, flag_value=ANY, metavar="[KIND]", help="Leave out what was done then: all, or a kind."
)
@click.option("--add", metavar="ACT", help="Do this then: answer:shipping, point, price, call, coupon:5 ...")
@click.option(
    "--horizon",
    type=Number(1, LONGEST_HORIZON),
    default=120.0,
    show_default=True,
    help="How far to look ahead, in seconds.",
)
@click.option(
    "--pairs",
    type=Number(2, MOST_PAIRS, whole=True),
    default=20,
    show_default=True,
    help="How many pairs of audiences.",
)
@click.option("--threads", type=Number(1, MOST_THREADS, whole=True), default=1, show_default=True)
@click.option("--json", "as_json", is_flag=True)
@data_option
@click.pass_obj
def whatif(
    choices: Choices,
    session: str,
    at: float,
    drop: str | None,
    add: str | None,
    horizon: float,
    pairs: int,
    threads: int,
    as_json: bool,
    data: Path | None,
) -> None:
    """What another act at one moment of a session would have done."""
    from simulator import wiring
    from simulator.audience.audience import TICK_S
    from simulator.audience.replay import Playback
    from simulator.audience.whatif import what_if

    if drop is None and add is None:
        raise ContentError("one_change")
    with wiring.studio(choices.with_data(data).data) as studio:
        playback = Playback(known(log_of(studio, session)), studio.library.taxonomy())
    if at > playback.length - TICK_S:
        raise ContentError("moment_outside", option="--at", found=f"{at:g}", most=f"{playback.length:g}")
    change = _change(playback, at, drop, add)
    progress = Progress(2 * (pairs + 1))
    ready(playback.stage, choices.screen, TICK_S, progress)
    began, used = time.perf_counter(), time.process_time()
    try:
        found = what_if(playback, change, horizon=horizon, pairs=pairs, mapper=spread(threads, progress.played))
    finally:
        progress.end()
    took = {"wall_s": round(time.perf_counter() - began, 3), "cpu_s": round(time.process_time() - used, 3)}
    if as_json:
        whole = {"session": playback.log.header.id, **told(found), **took}
        click.echo(json.dumps(whole, ensure_ascii=False, indent=2))
        return
    from simulator.cli.audience_tables import print_what_if

    print_what_if(found, choices.screen)


def _change(playback: Playback, at: float, drop: str | None, add: str | None) -> Change:
    from simulator.audience.act_names import ActKind, kind_of
    from simulator.audience.act_words import TOPICS, WORDS, UnknownAct, change_of
    from simulator.audience.whatif import Change, near

    dropped: tuple[Event, ...] = ()
    if drop is not None:
        if drop != ANY and drop not in list(ActKind):
            done = sorted({kind for event in playback.host.events if (kind := kind_of(event)) is not None})
            raise ContentError("act_unknown", option="--drop", found=drop, known=" ".join(done))
        dropped = near(playback.host, at, None if drop == ANY else ActKind(drop))
        if not dropped:
            times = [event.at for event in playback.host.events if drop in (ANY, kind_of(event))]
            if not times:
                raise ContentError("never_done", option="--drop")
            nearest = min(times, key=lambda time: abs(time - at))
            raise ContentError("nothing_near", option="--drop", found=f"{at:g}", nearest=f"{nearest:.1f}")
    if add is None:
        return Change(drop=dropped)
    try:
        added = change_of(add, playback, at)
    except UnknownAct:
        kinds = (
            [f"answer:{topic}" for topic in TOPICS]
            if add.startswith("answer")
            else [words.partition("[")[0] for words in WORDS]
        )
        raise ContentError("act_unknown", option="--add", found=add, known=" ".join(kinds)) from None
    drops = (*dropped, *(event for event in added.drop if event not in dropped))
    if not (drops or added.add):
        raise ContentError("nothing_changed", option="--add", found=add)
    return Change(drop=drops, add=added.add)


def told(found: WhatIf) -> dict[str, object]:
    """What ``--json`` gives."""
    from simulator.audience.act_names import kind_of, subject_of

    def act(event: Event) -> dict[str, object]:
        kind = kind_of(event)
        return {"at": event.at, "act": kind.value if kind is not None else None, "about": subject_of(event)}

    def finite(value: float) -> float | None:
        return round(value, 4) if abs(value) != float("inf") else None

    return {
        "at": found.at,
        "until": found.until,
        "change": {
            "drop": [act(event) for event in found.change.drop],
            "add": [act(event) for event in found.change.add],
        },
        "effects": {
            counter: {
                "mean": finite(each.mean),
                "error": finite(each.error),
                "interval80": [finite(each.low80), finite(each.high80)],
                "interval95": [finite(each.low95), finite(each.high95)],
                "pairs": each.pairs,
                "detectable": each.detectable,
            }
            for counter, each in found.effects.items()
        },
        "same_luck": {counter: round(value, 4) for counter, value in found.same_luck.items()},
        "expected": {counter: round(value, 4) for counter, value in found.expected.items()},
        "assumptions": sorted(each.value for each in found.assumptions),
    }


@click.command()
@click.argument("session")
@click.option("--json", "as_json", is_flag=True)
@data_option
@click.pass_obj
def replay(choices: Choices, session: str, as_json: bool, data: Path | None) -> None:
    """Play a session again from its log: the same audience to the bit, or the first minute that differs."""
    from simulator import wiring
    from simulator.audience.replay import Verdict, check

    with wiring.studio(choices.with_data(data).data) as studio:
        log, taxonomy = log_of(studio, session), studio.library.taxonomy()
    found = check(log, taxonomy)
    if as_json:
        whole = {
            "session": log.header.id,
            "verdict": found.verdict.value,
            "minutes": found.minutes,
            "differs": found.differs,
            "audience_model": log.header.audience_model,
        }
        click.echo(json.dumps(whole, ensure_ascii=False, indent=2))
    else:
        from simulator.cli.audience_tables import print_replay

        print_replay(found, log.header.audience_model, choices.screen)
    if found.verdict is Verdict.DIFFERENT:
        raise click.exceptions.Exit(CONTENT)
