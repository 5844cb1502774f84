"""The command line: ``bolian`` and its commands. Each imports what it needs when it runs, so that all start quickly."""

from __future__ import annotations

from pathlib import Path

import click

from simulator.cli.outcome import Bolian, Choices


@click.group(cls=Bolian, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data", type=click.Path(path_type=Path), envvar="BOLIAN_DATA", help="The folder that holds everything.")
@click.option("--screen", type=click.Choice(["zh", "en"]), envvar="BOLIAN_SCREEN", help="The language to speak in.")
@click.pass_context
def main(context: click.Context, data: Path | None, screen: str | None) -> None:
    """播练 Bolian: rehearse live selling in front of a simulated audience, offline."""
    context.obj = Choices(data=data, screen=screen)
    if context.invoked_subcommand is None:
        from simulator.cli.windows import open_app

        context.exit(open_app(context.obj))
