"""``bolian export``: a session as files for others, and for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.outcome import Choices, data_option
from simulator.domain.machine import Fault
from simulator.domain.units import Span
from simulator.ports import ContentError, DeviceError, SessionEntry

if TYPE_CHECKING:
    from simulator.domain.judgement import Scorecard
    from simulator.live.marking import Marked
    from simulator.live.studio import Studio
    from simulator.reports.xapi import Sender

KINDS = ("csv", "srt", "vtt", "json", "xapi", "session", "mp4")


@click.command()
@click.argument("session")
@click.option("--format", "kind", required=True, type=click.Choice(KINDS))
@click.option("--out", required=True, type=click.Path(path_type=Path))
@click.option("--recording", "with_recording", is_flag=True, help="With --format session: the recording goes along.")
@click.option("--from", "start", type=click.FloatRange(min=0), default=0.0, help="With --format mp4: the first second.")
@click.option("--to", "end", type=click.FloatRange(min=0), help="With --format mp4: the last second.")
@click.option("--evidence", metavar="B1 or B1:2", help="With --format mp4: a clip of this moment behind a criterion.")
@click.option("--around", type=click.FloatRange(min=0), default=2.0, help="Seconds before and after that moment.")
@click.option("--iri", help="With --format xapi: the address that all names begin with, your centre's own; kept.")
@click.option("--named", is_flag=True, help="With --format xapi: the trainee's name stands beside the made-up one.")
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
    evidence: str | None,
    around: float,
    iri: str | None,
    named: bool,
    data: Path | None,
) -> None:
    """Write a session's scores (csv), captions (srt, vtt), statements for a learning system (xapi), all there is to
    tell of it (json), a film of it, or a clip, with chat, cards and captions for others to see (mp4), or the session
    itself, to be taken in on another PC with "bolian import" (session)."""
    from simulator import wiring
    from simulator.cli.reporting import dossier_of
    from simulator.ui.sharing.files import write_whole

    with wiring.studio(choices.with_data(data).data) as studio:
        entry = studio.store.session(session)
        if kind == "session":
            studio.store.export_session(entry.header.id, out, recording=with_recording)
            note_export(studio, "session+recording" if with_recording else kind, entry.header.id)
            return
        if kind == "mp4":
            marked = studio.marking.again(entry.header.id)
            span = Span(start, end if end is not None else float("inf"))
            if evidence is not None:
                span = evidence_span(marked.scorecard, evidence, around)
            film(choices, entry, marked, out, span)
            note_export(studio, kind, entry.header.id)
            return
        dossier = dossier_of(studio, entry.header.id)
        if kind == "xapi":
            from simulator.reports.xapi import xapi_text

            content = xapi_text(dossier, _sender(studio, iri, named)).encode("utf-8")
        else:
            from simulator.reports.exports import exported

            content = exported(
                kind,
                dossier.log,
                dossier.scorecard,
                dossier.judgement,
                dossier.rubric,
                recording=str(entry.recording) if entry.recording is not None else None,
                rules=dossier.rules,
                rules_kept=dossier.rules_kept,
                trainee=dossier.trainee,
            )
        write_whole(out, lambda path: path.write_bytes(content))
        note_export(studio, kind, entry.header.id)


def note_export(studio: Studio, kind: str, *sessions: str) -> None:
    """The access log tells what was taken along; on the command line nobody gives a name."""
    studio.store.note_exported("", "", sessions, kind)


def _sender(studio: Studio, iri: str | None, named: bool) -> Sender:
    from simulator.reports.xapi import DEFAULT_IRI, Sender, checked_iri
    from simulator.ui.sharing.keys import IRI, pseudonym_key

    if iri is not None:
        studio.store.keep_setting(IRI, checked_iri(iri))
    kept = str(studio.store.setting(IRI, DEFAULT_IRI) or DEFAULT_IRI)
    return Sender(iri=kept, salt=pseudonym_key(studio.store), named=named)


def evidence_span(card: Scorecard, asked: str, around: float) -> Span:
    """The span of a moment behind a criterion ("B1", or "B1:2" for the second). Raise ContentError."""
    criterion, _, number = asked.partition(":")
    moments = next((mark.measurement.evidence for mark in card.marks if mark.criterion == criterion), ())
    place = int(number) if number.isdecimal() else 1 if not number else 0
    if not 1 <= place <= len(moments):
        known = ", ".join(
            f"{mark.criterion}:1–{len(mark.measurement.evidence)}" for mark in card.marks if mark.measurement.evidence
        )
        raise ContentError("evidence_unknown", found=asked, known=known)
    span = moments[place - 1].span
    return Span(max(0.0, span.start - around), span.end + around)


def film(choices: Choices, entry: SessionEntry, marked: Marked, out: Path, span: Span) -> None:
    """Write the film of a session; say how far it is where somebody watches."""
    from simulator.cli.speaking import screen_code
    from simulator.cli.transcribing import Progress
    from simulator.ui.offscreen import painting
    from simulator.ui.sharing.film import write_film

    if entry.recording is None:
        raise DeviceError(Fault.MISSING, "film_without_recording", id=entry.header.id)
    progress = Progress(entry.header.id, 1, 1)
    _application = painting(screen_code(choices.screen))
    try:
        write_film(marked.log, marked.transcript, entry.recording, out, span=span, reached=progress.reached)
    finally:
        progress.end()
