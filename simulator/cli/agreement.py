"""``bolian agreement``: how far machine and instructors agree, and the files of a study."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from simulator.cli.outcome import Choices, data_option
from simulator.domain.agreement import Between, Sample
from simulator.live.studio import Studio
from simulator.ports import ContentError

ALL = "all"


@click.command()
@click.option("--rubric", "wanted", metavar="ID[@VERSION]", help="Which rubric; else the one judged by last.")
@click.option("--engine", metavar="ENGINE", help='Which program and recogniser, or "all"; else the newest.')
@click.option("--scenario", metavar="ID", help="Sessions of one scenario only.")
@click.option("--since", metavar="YYYY-MM-DD", help="Sessions that began from that day on (UTC).")
@click.option("--blind", is_flag=True, help="Only levels given before the machine's was seen.")
@click.option("--assessors", is_flag=True, help="Two instructors held against each other, not the machine.")
@click.option("--json", "as_json", is_flag=True)
@click.option("--out", metavar="FOLDER", type=click.Path(path_type=Path), help="Write a study's files there.")
@data_option
@click.pass_obj
def agreement(
    choices: Choices,
    wanted: str | None,
    engine: str | None,
    scenario: str | None,
    since: str | None,
    blind: bool,
    assessors: bool,
    as_json: bool,
    out: Path | None,
    data: Path | None,
) -> None:
    """How far the machine's levels and the instructors' agree, criterion by criterion."""
    from simulator import wiring
    from simulator.reports.study import agreement_object
    from simulator.reports.summary import as_text
    from simulator.ui.trust.study import figures, rubric_of, write_study

    with wiring.studio(choices.with_data(data).data) as studio:
        sample = replace(
            _population(studio, wanted, engine),
            scenario=None if scenario is None else studio.library.scenario(scenario).id,
            since_utc=_day(since),
            blind=True if blind else None,
            between=Between.ASSESSORS if assessors else Between.MACHINE,
        )
        rubric = rubric_of(studio.store, sample)
        signed = studio.store.signed(sample)
        found = figures(studio.store, sample, rubric, signed)
        if out is not None:
            write_study(studio.store, sample, rubric, out)
    if as_json:
        click.echo(as_text(agreement_object(found, sample, rubric, signed)))
        return
    from simulator.cli.agreement_table import print_agreement

    print_agreement(found, sample, rubric, signed, choices.screen)
    if out is not None:
        click.echo(str(out))


def _population(studio: Studio, wanted: str | None, engine: str | None) -> Sample:
    """What was asked for; left out, what was judged last."""
    known = studio.store.populations()
    id, _, version = (wanted or "").partition("@")
    if not id:
        id = known[0].rubric if known else studio.library.default_rubric().id
    studio.store.rubric(id)
    of_rubric = [each for each in known if each.rubric == id and version in ("", each.version)]
    if version and not of_rubric:
        versions = ", ".join(dict.fromkeys(each.version for each in known if each.rubric == id)) or "–"
        raise ContentError("version_never_judged", id=id, found=version, known=versions)
    if engine not in (None, ALL) and engine not in {each.engine for each in of_rubric}:
        engines = ", ".join(dict.fromkeys(each.engine for each in of_rubric)) or "–"
        raise ContentError("engine_never_judged", found=engine, known=engines)
    if not of_rubric:
        return Sample(rubric=id)
    if engine == ALL:
        return Sample(rubric=id, version=version or of_rubric[0].version)
    newest = next(each for each in of_rubric if engine in (None, each.engine))
    return Sample(rubric=id, version=version or newest.version, engine=engine or newest.engine)


def _day(text: str | None) -> str | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ContentError("day_unreadable", option="--since", found=text) from None
