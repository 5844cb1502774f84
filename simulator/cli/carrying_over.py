"""``bolian import``: a session that was exported elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import click

from simulator.cli.outcome import Choices, data_option


@click.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True)
@data_option
@click.pass_obj
def import_(choices: Choices, file: Path, as_json: bool, data: Path | None) -> None:
    """Take in a session that "bolian export --format session" wrote, with its transcripts, marks and judgement."""
    from simulator import wiring
    from simulator.cli.records import line

    with wiring.studio(choices.with_data(data).data) as studio:
        entry = studio.store.import_session(file)
        if as_json:
            click.echo(json.dumps(line(entry), ensure_ascii=False, indent=2))
            return
        from simulator.cli.printing import print_sessions

        print_sessions((entry,), choices.screen)
