"""``bolian report``: what a session, or a class, came to, as a page or on paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.outcome import Choices, data_option
from simulator.ports import ContentError

if TYPE_CHECKING:
    from simulator.live.marking import Marked
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
@click.option("--class", "of_class", metavar="NAME", help="With --for class: the trainees of this class.")
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
    of_class: str | None,
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
            _class(studio, order, (*sessions, *_asked(studio, scenario, paper, of_class)))
            return
        if len(sessions) != 1:
            raise ContentError("report_of_one")
        entry = studio.store.session(sessions[0])
        progress = Progress(entry.header.id, 1, 1)
        try:
            write_report(order, dossier_of(studio, entry.header.id), entry.recording, reached=progress.reached)
        finally:
            progress.end()
        note_export(studio, order.noted, entry.header.id)


def _asked(studio: Studio, scenario: str | None, paper: str | None, of_class: str | None) -> tuple[str, ...]:
    """The sessions of a scenario, an exam paper, a class, or of what these have in common; none where none is named."""
    from simulator.domain.assessing import name_key

    if scenario is None and paper is None and of_class is None:
        return ()
    members: set[str] | None = None
    if of_class is not None:
        every = studio.store.classes()
        known = next((each for each in every if name_key(each.name) == name_key(of_class)), None)
        if known is None:
            raise ContentError("class_unknown", name=of_class, known=", ".join(each.name for each in every))
        members = {each.trainee.id for each in studio.store.members(known.id)}
    found = tuple(
        each.header.id
        for each in studio.store.sessions()
        if scenario in (None, each.header.scenario)
        and paper in (None, each.header.paper)
        and (members is None or each.header.trainee in members)
    )
    if not found:
        raise ContentError("sessions_none")
    return found


def _class(studio: Studio, order: Order, sessions: tuple[str, ...]) -> None:
    """The report on several sessions."""
    from simulator.cli.exporting import note_export
    from simulator.cli.transcribing import Progress
    from simulator.ui.sharing.reporting import write_class

    if not sessions:
        raise ContentError("class_unnamed")
    wanted = list(dict.fromkeys(studio.store.session(each).header.id for each in sessions))
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
    note_export(studio, order.noted, *wanted)


def dossier_of(studio: Studio, session: str) -> Dossier:
    """All that a session's reports tell. Slow: it is marked anew, twice where it was heard twice."""
    from simulator.cli.changed import changes_of
    from simulator.domain.agreement import Sample
    from simulator.domain.judgement import Judgement
    from simulator.metrics.room import figures
    from simulator.reports.dossier import Dossier
    from simulator.ui.trust.study import figures as figures_of

    entry = studio.store.session(session)
    waits = studio.store.assessing(entry.header.id).waits  # then neither assessor's words are anybody's to know
    marked = _unjudged(studio, entry.header.id) if waits else studio.marking.again(entry.header.id)
    card = marked.scorecard
    rubric = studio.store.rubric_version(card.rubric, card.version)
    sample = Sample(rubric=card.rubric, version=card.version, engine=marked.engine)
    by, taxonomy = studio.marking.yardstick(marked.log), studio.library.taxonomy()
    return Dossier(
        log=marked.log,
        scorecard=card,
        judgement=Judgement(session=entry.header.id) if waits else studio.marking.judgement(marked.log),
        rubric=rubric,
        figures=figures(marked.log),
        trainee=entry.trainee.name,
        names=taxonomy.names,
        taxonomy=taxonomy,
        said=() if waits else studio.store.said(entry.header.id),
        poorly={each.criterion: each for each in figures_of(studio.store, sample, rubric, 0) if each.flagged},
        changes=None if waits else changes_of(studio, entry.header.id),
        heard_utc=entry.heard_utc,
        rules=by.rules,
        rules_kept=by.rules_kept,
        recorded=entry.recording is not None,
    )


def _unjudged(studio: Studio, session: str) -> Marked:
    """A session as the machine alone marks it."""
    from simulator.live.marking import mark

    log = studio.store.log(session)
    return mark(log, studio.store.transcript(session), replace(studio.marking.yardstick(log), confirmations=()))
