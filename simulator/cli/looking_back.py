"""``bolian whatif`` and ``bolian replay``: a session gone through again, with another act or as it was."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.audience import mapper, within
from simulator.cli.outcome import CONTENT, Choices, data_option
from simulator.ports import ContentError

if TYPE_CHECKING:
    from simulator.audience.replay import Playback
    from simulator.audience.whatif import Change, WhatIf
    from simulator.domain.events import Event
    from simulator.domain.session import SessionLog
    from simulator.live.studio import Studio

LONGEST_HORIZON = 3600.0
MOST_PAIRS = 10_000
ANY = "any"


def log_of(studio: Studio, session: str) -> SessionLog:
    return studio.store.log(studio.store.session(session).header.id)


def playback_of(studio: Studio, session: str) -> Playback:
    """A session to be played again. Raise ContentError where another audience model made it."""
    from simulator.audience.parameters import MODEL
    from simulator.audience.replay import Playback

    log = log_of(studio, session)
    if log.header.audience_model != MODEL:
        raise ContentError("session_other_model", id=session, found=log.header.audience_model, known=MODEL)
    return Playback(log, studio.library.taxonomy())


@click.command()
@click.argument("session")
@click.option("--at", required=True, type=float, help="The second of the session.")
@click.option(
    "--drop", is_flag=False, flag_value=ANY, metavar="[KIND]", help="Leave out what was done then: all, or a kind."
)
@click.option("--add", metavar="ACT", help="Do this then: answer:shipping, point, price, call, coupon:5 ...")
@click.option("--horizon", type=float, default=120.0, show_default=True, help="How far to look ahead, in seconds.")
@click.option("--pairs", type=int, default=20, show_default=True, help="How many pairs of audiences.")
@click.option("--threads", type=int, default=1, show_default=True)
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
    from simulator.audience.whatif import what_if

    within("--horizon", horizon, 1, LONGEST_HORIZON)
    within("--pairs", pairs, 2, MOST_PAIRS)
    within("--threads", threads, 1, 64)
    if drop is None and add is None:
        raise ContentError("one_change")
    with wiring.studio(choices.with_data(data).data) as studio, mapper(threads) as spread:
        playback = playback_of(studio, session)
        if not 0 <= at < playback.length:
            raise ContentError("moment_outside", option="--at", found=f"{at:g}", most=f"{playback.length:g}")
        change = _change(playback, at, drop, add)
        began, used = time.perf_counter(), time.process_time()
        found = what_if(playback, change, horizon=horizon, pairs=pairs, mapper=spread)
        took = {"wall_s": round(time.perf_counter() - began, 3), "cpu_s": round(time.process_time() - used, 3)}
        if as_json:
            click.echo(
                json.dumps({"session": playback.log.header.id, **told(found), **took}, ensure_ascii=False, indent=2)
            )
            return
        from simulator.cli.audience_tables import print_what_if

        print_what_if(found, choices.screen)


def _change(playback: Playback, at: float, drop: str | None, add: str | None) -> Change:
    from simulator.audience.act_names import ActKind
    from simulator.audience.act_words import WORDS, UnknownAct, change_of
    from simulator.audience.whatif import Change, near

    dropped: tuple[Event, ...] = ()
    if drop is not None:
        kinds = [kind.value for kind in ActKind]
        if drop != ANY and drop not in kinds:
            raise ContentError("act_unknown", option="--drop", found=drop, known=", ".join(kinds))
        dropped = near(playback.host, at, None if drop == ANY else ActKind(drop))
        if not dropped:
            raise ContentError("nothing_near", option="--drop", found=f"{at:g}")
    if add is None:
        return Change(drop=dropped)
    try:
        added = change_of(add, playback, at)
    except UnknownAct:
        raise ContentError("act_unknown", option="--add", found=add, known=", ".join(WORDS)) from None
    return Change(drop=(*dropped, *(event for event in added.drop if event not in dropped)), add=added.add)


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
        log = log_of(studio, session)
        found = check(log, studio.library.taxonomy())
        if as_json:
            words = {"verdict": found.verdict.value, "minutes": found.minutes, "differs": found.differs}
            click.echo(json.dumps({"session": log.header.id, **words}, ensure_ascii=False, indent=2))
        else:
            from simulator.cli.audience_tables import print_replay

            print_replay(found, log.header.audience_model, choices.screen)
        if found.verdict is Verdict.DIFFERENT:
            raise click.exceptions.Exit(CONTENT)
