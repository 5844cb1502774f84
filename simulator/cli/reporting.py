"""``bolian report``: what a session, or a class, came to, as a page or on paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.outcome import Choices, data_option
from simulator.ports import ContentError

if TYPE_CHECKING:
    from simulator.live.studio import Studio
    from simulator.reports.dossier import Dossier
    from simulator.ui.sharing.orders import Order


@click.command()
@click.argument("sessions", nargs=-1)
@click.option("--out", required=True, type=click.Path(path_type=Path), help="FILE.html or FILE.pdf")
@click.option(
    "--for",
    "reader",
    type=click.Choice(["trainee", "instructor", "class"]),
    default="instructor",
    show_default=True,
    help="Who is to read it: one page and what to do next, all the evidence, or many sessions together.",
)
@click.option("--scenario", metavar="ID", help="With --for class: every session of this scenario.")
@click.option("--paper", metavar="NUMBER", help="With --for class: every session that sat this exam paper.")
@click.option("--transcript", is_flag=True, help="With --for instructor: all that was said.")
@click.option("--pictures/--no-pictures", default=True, help="Pictures of the recording at the evidence.")
@data_option
@click.pass_obj
def report(
    choices: Choices,
    sessions: tuple[str, ...],
    out: Path,
    reader: str,
    scenario: str | None,
    paper: str | None,
    transcript: bool,
    pictures: bool,
    data: Path | None,
) -> None:
    """Write the report on a session, or on a class."""
    from simulator import wiring
    from simulator.cli.exporting import note_export
    from simulator.cli.speaking import screen_code
    from simulator.cli.transcribing import Progress
    from simulator.ui.sharing.orders import Kind, Order
    from simulator.ui.sharing.reporting import write_report

    if out.suffix.lower() not in (".html", ".pdf"):
        raise ContentError("report_kind_unknown", file=str(out))
    language = screen_code(choices.screen)
    order = Order(kind=Kind(reader), path=out, language=language, pictures=pictures, transcript=transcript)
    with wiring.studio(choices.with_data(data).data) as studio:
        if order.kind is Kind.CLASS:
            _class(studio, order, sessions, scenario, paper)
            return
        if len(sessions) != 1:
            raise ContentError("report_of_one")
        entry = studio.store.session(sessions[0])
        progress = Progress(entry.header.id, 1, 1)
        try:
            write_report(order, dossier_of(studio, entry.header.id), entry.recording, reached=progress.reached)
        finally:
            progress.end()
        note_export(studio, entry.header.id, order.noted)


def _class(studio: Studio, order: Order, sessions: tuple[str, ...], scenario: str | None, paper: str | None) -> None:
    """The report on the sessions named, or all of a scenario or an exam paper."""
    from simulator.cli.exporting import note_export
    from simulator.cli.transcribing import Progress
    from simulator.ui.sharing.reporting import write_class

    named = [studio.store.session(each).header.id for each in sessions]
    if scenario is not None or paper is not None:
        named += [
            each.header.id
            for each in studio.store.sessions()
            if scenario in (None, each.header.scenario) and paper in (None, each.header.paper)
        ]
    elif not named:
        raise ContentError("class_unnamed")
    wanted = list(dict.fromkeys(named))
    packed = studio.store.packed_marks(wanted)
    if not packed:
        raise ContentError("sessions_none")
    progress = Progress(order.path.name, 1, 1)
    try:
        write_class(
            order,
            [each.unpacked for each in packed],
            {each.id: each for each in studio.library.scenarios()},
            studio.library.taxonomy().names,
            len(wanted) - len(packed),
            reached=progress.reached,
        )
    finally:
        progress.end()
    for session in wanted:
        note_export(studio, session, order.noted)


def dossier_of(studio: Studio, session: str) -> Dossier:
    """All that a session's reports tell. Slow: it is marked anew, twice where it was heard twice."""
    from simulator.cli.changed import changes_of
    from simulator.domain.agreement import Sample
    from simulator.metrics.room import figures
    from simulator.reports.dossier import Dossier
    from simulator.ui.trust.study import figures as figures_of

    entry = studio.store.session(session)
    marked = studio.marking.again(entry.header.id)
    card = marked.scorecard
    rubric = studio.store.rubric_version(card.rubric, card.version)
    sample = Sample(rubric=card.rubric, version=card.version, engine=marked.engine)
    by, taxonomy = studio.marking.yardstick(marked.log), studio.library.taxonomy()
    return Dossier(
        log=marked.log,
        scorecard=card,
        judgement=studio.marking.judgement(marked.log),
        rubric=rubric,
        figures=figures(marked.log),
        trainee=entry.trainee.name,
        names=taxonomy.names,
        taxonomy=taxonomy,
        said=studio.store.said(entry.header.id),
        poorly={each.criterion: each for each in figures_of(studio.store, sample, rubric, 0) if each.flagged},
        changes=changes_of(studio, entry.header.id),
        heard_utc=entry.heard_utc,
        rules=by.rules,
        rules_kept=by.rules_kept,
        recorded=entry.recording is not None,
    )
