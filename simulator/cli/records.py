"""``bolian sessions``, ``report`` and ``export``: what was recorded, looked at again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.outcome import Choices, data_option
from simulator.domain.machine import Fault
from simulator.domain.privacy import Act
from simulator.live.studio import Studio
from simulator.ports import ContentError, DeviceError, SessionEntry, StoreError

if TYPE_CHECKING:
    from simulator.live.marking import Marked


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


@click.command()
@click.argument("session")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="FILE.html or FILE.pdf")
@data_option
@click.pass_obj
def report(choices: Choices, session: str, out: Path, data: Path | None) -> None:
    """Write a session's report."""
    from simulator import wiring
    from simulator.cli.speaking import screen_code

    if out.suffix.lower() not in (".html", ".pdf"):
        raise ContentError("report_kind_unknown", file=str(out))
    with wiring.studio(choices.with_data(data).data) as studio:
        text = report_text(studio, studio.store.session(session).header.id, screen_code(choices.screen))
        if out.suffix.lower() == ".pdf":
            from simulator.ui.printing import write_pdf

            written_whole(out, lambda path: write_pdf(text, path))
        else:
            written_whole(out, lambda path: path.write_text(text, encoding="utf-8"))
        note_export(studio, session, out.suffix.lower().lstrip("."))


@click.command()
@click.argument("session")
@click.option("--format", "kind", required=True, type=click.Choice(["csv", "srt", "vtt", "json", "session", "mp4"]))
@click.option("--out", required=True, type=click.Path(path_type=Path))
@click.option("--recording", "with_recording", is_flag=True, help="With --format session: the recording goes along.")
@click.option("--from", "start", type=click.FloatRange(min=0), default=0.0, help="With --format mp4: the first second.")
@click.option("--to", "end", type=click.FloatRange(min=0), help="With --format mp4: the last second.")
@data_option
@click.pass_obj
def export(
    choices: Choices,
    session: str,
    kind: str,
    out: Path,
    with_recording: bool,
    start: float,
    end: float | None,
    data: Path | None,
) -> None:
    """Write a session's scores (csv), captions (srt, vtt), all there is to tell of it (json), a film of it with chat,
    cards and captions for others to see (mp4), or the session itself, to be taken in on another PC with "bolian
    import" (session)."""
    from simulator import wiring
    from simulator.reports.exports import exported

    with wiring.studio(choices.with_data(data).data) as studio:
        entry = studio.store.session(session)
        if kind == "session":
            studio.store.export_session(entry.header.id, out, recording=with_recording)
            note_export(studio, entry.header.id, "session+recording" if with_recording else kind)
            return
        marked = studio.marking.again(entry.header.id)
        if kind == "mp4":
            film(choices, entry, marked, out, start, end)
            note_export(studio, entry.header.id, kind)
            return
        by = studio.marking.yardstick(marked.log)
        content = exported(
            kind,
            marked.log,
            marked.scorecard,
            studio.marking.judgement(marked.log),
            studio.store.rubric_version(marked.scorecard.rubric, marked.scorecard.version),
            recording=str(entry.recording) if entry.recording is not None else None,
            rules=by.rules,
            rules_kept=by.rules_kept,
        )
        written_whole(out, lambda path: path.write_bytes(content))
        note_export(studio, entry.header.id, kind)


def note_export(studio: Studio, session: str, kind: str) -> None:
    """The access log tells what was taken along; on the command line nobody gives a name."""
    studio.store.note_access("", "", studio.store.session(session).header.id, Act.EXPORTED, kind)


def film(choices: Choices, entry: SessionEntry, marked: Marked, out: Path, start: float, end: float | None) -> None:
    """Write the film of a session; say how far it is where somebody watches."""
    from simulator.cli.speaking import screen_code
    from simulator.cli.transcribing import Progress
    from simulator.domain.units import Span
    from simulator.ui.offscreen import painting
    from simulator.ui.sharing.film import write_film

    if entry.recording is None:
        raise DeviceError(Fault.MISSING, "film_without_recording", id=entry.header.id)
    progress = Progress(entry.header.id, 1, 1)
    _application = painting(screen_code(choices.screen))
    span = Span(start, end if end is not None else float("inf"))
    try:
        write_film(marked.log, marked.transcript, entry.recording, out, span=span, reached=progress.reached)
    finally:
        progress.end()


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


def report_text(studio: Studio, session: str, language: str) -> str:
    """The report of a session, as HTML."""
    from simulator.cli.changed import changes_of
    from simulator.domain.agreement import Sample
    from simulator.metrics.room import figures
    from simulator.reports.html import report_html
    from simulator.scoring import result
    from simulator.ui.trust.study import figures as figures_of

    marked = studio.marking.again(session)
    rubric = studio.store.rubric_version(marked.scorecard.rubric, marked.scorecard.version)
    judgement = studio.marking.judgement(marked.log)
    entry = studio.store.session(session)
    card = marked.scorecard
    sample = Sample(rubric=card.rubric, version=card.version, engine=marked.engine)
    by = studio.marking.yardstick(marked.log)
    return report_html(
        marked.log,
        marked.scorecard,
        judgement,
        result(marked.scorecard, judgement, rubric),
        figures(marked.log),
        language,
        rubric=rubric,
        trainee=entry.trainee.name,
        changes=changes_of(studio, session),
        heard_utc=entry.heard_utc,
        poorly={each.criterion: each for each in figures_of(studio.store, sample, rubric, 0) if each.flagged},
        names=studio.library.taxonomy().names,
        rules=by.rules,
        rules_kept=by.rules_kept,
    )


def written_whole(out: Path, write: Callable[[Path], object]) -> None:
    """Write a file whole or not at all; raise StoreError when it cannot be."""
    part = out.with_name(out.name + ".part")
    try:
        write(part)
        part.replace(out)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise StoreError("file_unwritable", file=str(out), reason=error.strerror or "") from error
