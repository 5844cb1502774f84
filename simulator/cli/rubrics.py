"""``bolian rubrics``: the marking schemes of this data folder, their versions, in and out as files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.outcome import Choices, data_option
from simulator.ports import ContentError, Store

if TYPE_CHECKING:
    from simulator.domain.marked import RubricVersion
    from simulator.domain.rubric import Rubric


def rubric_named(store: Store, text: str) -> Rubric:
    """The rubric ID (its newest version in force) or ID@VERSION. Raise ContentError."""
    id, at, version = text.partition("@")
    if not id or (at and not version):
        raise ContentError("rubric_named_wrong", option="--rubric", found=text)
    return store.rubric_version(id, version) if at else store.rubric(id)


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True)
@data_option
@click.pass_context
def rubrics(context: click.Context, as_json: bool, data: Path | None) -> None:
    """List the rubrics and their versions; or take one in, write one out, retire one."""
    choices: Choices = context.obj
    context.obj = choices.with_data(data)
    if context.invoked_subcommand is not None:
        return
    from simulator import wiring
    from simulator.cli.speaking import screen_code

    with wiring.studio(context.obj.data) as studio:
        versions = studio.store.rubric_versions()
    if as_json:
        click.echo(json.dumps([_told(each) for each in versions], ensure_ascii=False, indent=2))
        return
    language = screen_code(choices.screen)
    for each in versions:
        state = " ".join(name for name, holds in (("retired", each.retired), ("used", each.used)) if holds)
        name = f"{each.rubric.id}@{each.rubric.version}"
        click.echo(f"{name:<32} {each.added_utc[:10]}  {each.rubric.title(language)}  {state}  {each.note}".rstrip())


@rubrics.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--note", default="", help="What is new in it.")
@click.option("--author", default="", help="Who publishes it.")
@data_option
@click.pass_obj
def add(choices: Choices, file: Path, note: str, author: str, data: Path | None) -> None:
    """Publish a rubric file as the newest version of its rubric, once it is free of mistakes."""
    from simulator import wiring

    with wiring.studio(choices.with_data(data).data) as studio:
        made = studio.store.add_rubric(studio.library.rubric_in(file), note=note, author=author)
        click.echo(f"{made.id}@{made.version}")


@rubrics.command()
@click.argument("rubric", metavar="ID[@VERSION]")
@click.option("--out", type=click.Path(path_type=Path), help="Write it to this file.")
@data_option
@click.pass_obj
def show(choices: Choices, rubric: str, out: Path | None, data: Path | None) -> None:
    """Print the file of a version, or write it out."""
    from simulator import wiring
    from simulator.ui.sharing.files import write_whole

    with wiring.studio(choices.with_data(data).data) as studio:
        found = rubric_named(studio.store, rubric)
        text = studio.store.rubric_text(found.id, found.version)
    if out is None:
        click.echo(text)
    else:
        write_whole(out, lambda path: path.write_text(text + "\n", encoding="utf-8"))


@rubrics.command()
@click.argument("rubric", metavar="ID@VERSION")
@click.option("--undo", is_flag=True, help="Put it back in force.")
@data_option
@click.pass_obj
def retire(choices: Choices, rubric: str, undo: bool, data: Path | None) -> None:
    """Take a version out of force: new sessions are no longer marked by it, old ones keep it."""
    from simulator import wiring

    with wiring.studio(choices.with_data(data).data) as studio:
        found = rubric_named(studio.store, rubric)
        if "@" not in rubric:
            known = [each.rubric.version for each in studio.store.rubric_versions() if each.rubric.id == found.id]
            raise ContentError("rubric_version_needed", id=found.id, known=", ".join(known))
        studio.store.retire_rubric(found.id, found.version, not undo)


def _told(version: RubricVersion) -> dict[str, object]:
    rubric = version.rubric
    return {
        "id": rubric.id,
        "version": rubric.version,
        "name": {"zh": rubric.name.zh, "en": rubric.name.en},
        "shipped": version.shipped,
        "added_utc": version.added_utc,
        "author": version.author,
        "note": version.note,
        "retired": version.retired,
        "used": version.used,
        "criteria": len(rubric.marked),
    }
