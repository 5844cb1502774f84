"""``bolian sessions``: what was recorded."""

from __future__ import annotations

import json
from pathlib import Path

import click

from simulator.cli.outcome import Choices, data_option
from simulator.domain.privacy import Act
from simulator.ports import SessionEntry


@click.command()
@click.option("--json", "as_json", is_flag=True)
@click.option("--erase", metavar="SESSION", help="Remove a session with its recording, transcripts and marks.")
@click.option("--recover", is_flag=True, help="Finish and score the sessions that a crash cut off.")
@data_option
@click.pass_obj
def sessions(choices: Choices, as_json: bool, erase: str | None, recover: bool, data: Path | None) -> None:
    """List the sessions, newest first."""
    from simulator import wiring

    with wiring.studio(choices.with_data(data).data) as studio:
        if erase is not None:
            gone = studio.store.session(erase).header.id
            studio.store.erase(gone)
            studio.store.note_access("", "", gone, Act.ERASED)
        if recover:
            for entry in studio.store.cut_off():
                studio.marking.recover(entry.header.id)
        entries = studio.store.sessions()
        if as_json:
            click.echo(json.dumps([line(entry) for entry in entries], ensure_ascii=False, indent=2))
            return
        from simulator.cli.printing import print_sessions

        print_sessions(entries, choices.screen)


def line(entry: SessionEntry) -> dict[str, object]:
    """A session as JSON."""
    return {
        "session": entry.header.id,
        "scenario": entry.header.scenario,
        "language": entry.header.language.value,
        "seed": entry.header.seed,
        "trainee": entry.trainee.name,
        "take": entry.header.take,
        "began_utc": entry.header.began_utc,
        "length_s": round(entry.length, 3),
        "state": entry.ending.value,
        "total": None if entry.total is None else round(entry.total, 1),
        "passed": entry.passed,
        "signed": entry.signed,
        "recording": str(entry.recording) if entry.recording is not None else None,
    }
