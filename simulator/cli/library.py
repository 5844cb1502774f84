"""``bolian content check``, ``doctor`` and ``version``."""

from __future__ import annotations

import json
import platform
import sys
from pathlib import Path

import click

from simulator import __version__
from simulator.cli.outcome import CONTENT, Choices, data_option


@click.group()
def content() -> None:
    """Content files: scenarios, rubrics, rules, comments."""


@content.command()
@click.argument("path", type=click.Path(path_type=Path), required=False)
@click.pass_obj
def check(choices: Choices, path: Path | None) -> None:
    """Check a content file, or all in a folder; without PATH those that came with the program."""
    from simulator.assets import assets_folder
    from simulator.cli.speaking import speak
    from simulator.storage.content import check as checked
    from simulator.ui.sentences_mistakes import mistake
    from simulator.ui.sentences_remedies import remedy

    say = speak(choices.screen)
    failed = False
    for found in checked(path or assets_folder()):
        if found.error is not None:
            failed = True
            click.echo(f"✗ {found.file}", err=True)
            click.echo(f"    {say(found.error)}", err=True)
        elif found.mistakes:
            failed = True
            click.echo(f"✗ {found.file}", err=True)
            for each in found.mistakes:
                click.echo(f"    {each.path}: {mistake(each.code, each.found)}", err=True)
                if (mended := remedy(each.code)) is not None:
                    click.echo(f"        → {mended}", err=True)
        else:
            click.echo(f"✓ {found.file}")
        for each in found.cautions:
            click.echo(f"    ! {each.path}: {mistake(each.code, each.found)}", err=True)
    if failed:
        raise click.exceptions.Exit(CONTENT)


@click.command()
@click.option("--json", "as_json", is_flag=True)
@data_option
@click.pass_obj
def doctor(choices: Choices, as_json: bool, data: Path | None) -> None:
    """What this PC has: recognisers, devices, disk, data folder, versions."""
    from simulator import wiring

    found = wiring.examine(choices.with_data(data).data)
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for name, value in found.items():
        click.echo(f"{name:<22} {', '.join(map(str, value)) if isinstance(value, list) else value}")


@click.command()
def version() -> None:
    """The version of Bolian and of Python."""
    click.echo(f"bolian {__version__} (Python {platform.python_version()}, {sys.platform})")
