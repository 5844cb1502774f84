"""``bolian rules``: the rule packs there are, and a centre's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.outcome import Choices, data_option
from simulator.ports import ContentError

if TYPE_CHECKING:
    from simulator.storage.rule_packs import PackFile

_HEADINGS = {
    "zh": ("", "规则包", "版本", "法律截至", "语言", "市场", "来源"),
    "en": ("", "Rule pack", "Version", "Law as of", "Language", "Markets", "From"),
}
_SHIPPED = {"zh": "随软件提供", "en": "the program"}


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True)
@data_option
@click.pass_context
def rules(context: click.Context, as_json: bool, data: Path | None) -> None:
    """The rule packs there are; those that new sessions are judged by are marked."""
    context.obj = context.obj.with_data(data)
    if context.invoked_subcommand is None:
        _list(context.obj, as_json)


@rules.command()
@click.argument("file", type=click.Path(path_type=Path))
@data_option
@click.pass_obj
def add(choices: Choices, file: Path, data: Path | None) -> None:
    """Check a rule pack and use it for new sessions from now on."""
    from simulator import wiring
    from simulator.storage import rule_packs

    _, own = wiring.library(choices.with_data(data).data)
    added = rule_packs.add(file, own)
    click.echo(f"✓ {added.pack.id} {added.pack.version} ({added.pack.as_of})")


@rules.command()
@click.argument("id")
@data_option
@click.pass_obj
def show(choices: Choices, id: str, data: Path | None) -> None:
    """Print a rule pack's file, to be copied and edited."""
    from simulator.storage import rule_packs

    click.echo(rule_packs.text_of(_pack(choices.with_data(data), id)), nl=False)


@rules.command()
@click.argument("id")
@data_option
@click.pass_obj
def remove(choices: Choices, id: str, data: Path | None) -> None:
    """Remove a centre's own rule pack; sessions that were judged by it keep it."""
    found = _pack(choices.with_data(data), id)
    if found.shipped:
        raise ContentError("rules_not_own", id=id)
    try:
        found.path.unlink()
    except OSError as error:
        raise ContentError("rules_not_written", file=str(found.path), why=error.strerror or "") from error


def _pack(choices: Choices, id: str) -> PackFile:
    """The pack of this id, a centre's own before the program's."""
    from simulator import wiring

    library, _ = wiring.library(choices.data)
    packs = library.rule_packs()
    found = [each for each in packs if each.pack.id == id]
    if not found:
        raise ContentError("rules_unknown", id=id, known=", ".join(dict.fromkeys(each.pack.id for each in packs)))
    return found[-1]


def _list(choices: Choices, as_json: bool) -> None:
    from simulator import wiring
    from simulator.cli.speaking import screen_code, speak

    library, _ = wiring.library(choices.data)
    packs = library.rule_packs()
    used = {id(library.rules(each.pack.language, market)) for each in packs for market in each.pack.markets}
    rows = [{
        "id": each.pack.id, "version": each.pack.version, "as_of": each.pack.as_of,
        "language": each.pack.language.value, "markets": list(each.pack.markets),
        "categories": len(each.pack.categories), "used": id(each.pack) in used,
        "file": None if each.shipped else str(each.path),
    } for each in packs]  # fmt: skip
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text as Plain

    screen = screen_code(choices.screen)
    table = Table()
    for number, heading in enumerate(_HEADINGS[screen]):
        table.add_column(heading, no_wrap=number == 1)
    for row, each in zip(rows, packs, strict=True):
        cells = ("●" if row["used"] else "", each.pack.id, each.pack.version, each.pack.as_of, each.pack.language.value,
                 " ".join(each.pack.markets),
                 _SHIPPED[screen] if each.shipped else str(each.path))  # fmt: skip
        table.add_row(*(Plain(cell) for cell in cells))
    Console().print(table)
    say = speak(choices.screen)
    for fault in library.faults:
        click.echo(f"✗ {say(fault)}", err=True)
