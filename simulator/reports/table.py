"""A session as one table: marks first, then everything on the session's clock."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, fields
from operator import attrgetter

from simulator.domain.crowd import CommentPosted
from simulator.domain.events import EchoHeard, HostSpoke
from simulator.domain.judgement import Judgement, Result, Scorecard
from simulator.domain.rubric import Rubric
from simulator.domain.session import SessionLog
from simulator.domain.units import Money, Seconds
from simulator.metrics.room import SessionFigures
from simulator.reports.findings import findings
from simulator.reports.incidents import incidents
from simulator.reports.wording import FIGURES
from simulator.scoring import judged_marks
from simulator.scoring.weights import shown

COLUMNS = (
    "record", "start_s", "end_s", "id", "name_zh", "name_en", "level", "machine_level", "value", "unit", "why", "who",
    "text",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula (OWASP, CSV injection), the full-width forms with them."""
BOM = "\ufeff"
"""Tells Excel that the file is UTF-8."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the table, in the order of ``COLUMNS``."""

    record: str
    start: Seconds | None = None
    end: Seconds | None = None
    id: str = ""
    name_zh: str = ""
    name_en: str = ""
    level: int | None = None
    machine_level: int | None = None
    value: float | None = None
    unit: str = ""
    why: str = ""
    who: str = ""
    text: str = ""


def csv_text(
    log: SessionLog,
    scorecard: Scorecard,
    judgement: Judgement,
    result: Result,
    figures: SessionFigures,
    rubric: Rubric,
    trainee: str = "",
) -> str:
    """Comma-separated, with a byte-order mark; no cell is a formula."""
    out = io.StringIO(BOM)
    out.seek(0, io.SEEK_END)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    cells = attrgetter(*(field.name for field in fields(Line)))
    for line in (
        *_about(log, judgement, trainee),
        *_score(scorecard, judgement, result, rubric),
        *_room(figures),
        *sorted(_timed(log, judgement), key=lambda line: (line.start or 0.0, line.record)),
    ):
        writer.writerow([_cell(value) for value in cells(line)])
    return out.getvalue()


def neutral(text: str) -> str:
    """Text that no spreadsheet runs as a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def _cell(value: object) -> str:
    """Our own numbers keep their sign; text is made harmless."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{round(value, 4):g}" if abs(value) < 100_000 else f"{value:.2f}"
    return neutral(value) if isinstance(value, str) else str(value)


def _about(log: SessionLog, judgement: Judgement, trainee: str) -> Iterator[Line]:
    """Whose session it is, and whether somebody stands by its marks."""
    header, title = log.header, log.scenario.title
    yield Line(record="session", id=header.id, name_zh=title.zh, name_en=title.en, who=trainee, text=header.began_utc)
    if judgement.signed_by is not None:
        yield Line(record="signed", who=judgement.signed_by, text=judgement.signed_at_utc or "")


def _score(scorecard: Scorecard, judgement: Judgement, result: Result, rubric: Rubric) -> Iterator[Line]:
    yield Line(record="total", id=scorecard.rubric, value=_points(result.total), unit="points")
    yield Line(record="machine_total", id=scorecard.rubric, value=_points(scorecard.total), unit="points")
    for gate in result.gates:
        yield Line(record="gate", id=gate.id, value=None if gate.passed is None else float(gate.passed), why=gate.why)
    names = {criterion.id: criterion.name for criterion in rubric.criteria}
    for judged in judged_marks(scorecard, judgement):
        mark = judged.mark
        yield Line(
            record="criterion",
            id=mark.criterion,
            name_zh=names[mark.criterion].zh,
            name_en=names[mark.criterion].en,
            level=judged.level,
            machine_level=mark.machine,
            value=mark.measurement.value,
            unit=mark.unit,
            why=mark.measurement.why_none.value if mark.measurement.why_none else "",
            text=" ".join(mark.measurement.detail),
        )
        for override in (*judged.earlier, *([judged.override] if judged.override else [])):
            yield Line(
                record="override",
                id=mark.criterion,
                level=override.level,
                machine_level=override.machine_level,
                who=override.instructor,
                text=override.reason,
            )
        for evidence in mark.measurement.evidence:
            span = evidence.span
            yield Line(record="evidence", start=span.start, end=span.end, id=mark.criterion, text=evidence.quote)


def _room(figures: SessionFigures) -> Iterator[Line]:
    for id, name in FIGURES:
        value = getattr(figures, id)
        unit = value.currency.value if isinstance(value, Money) else ""
        number = float(value.amount) if isinstance(value, Money) else None if value is None else float(value)
        yield Line(record="figure", id=id, name_zh=name.zh, name_en=name.en, value=number, unit=unit)


def _timed(log: SessionLog, judgement: Judgement) -> Iterator[Line]:
    for phrase in log.only(HostSpoke):
        yield Line(record="phrase", start=phrase.said.start, end=phrase.said.end, id=phrase.engine, text=phrase.text)
    for echo in log.only(EchoHeard):
        yield Line(record="echo", start=echo.said.start, end=echo.said.end, id=echo.comment, text=echo.text)
    for comment in log.only(CommentPosted):
        yield Line(
            record="comment",
            start=comment.at,
            id=comment.id,
            unit=comment.category,
            who=comment.viewer.name,
            text=comment.text,
        )
    for incident in incidents(log):
        yield Line(
            record="incident",
            start=incident.span.start,
            end=incident.span.end,
            id=incident.kind,
            value=incident.lead,
            unit="" if incident.lead is None else "s to the first right step",
            why=incident.by.value if incident.by is not None else "",
            text={True: "handled", False: "not handled", None: "open"}[incident.handled],
        )
    for finding in findings(log):
        yield Line(
            record=finding.kind,
            start=finding.said.start,
            end=finding.said.end,
            id=finding.id or "",
            why=finding.severity or "",
            text=finding.quote,
        )
    for note in judgement.notes:
        yield Line(record="note", start=note.at, who=note.instructor, text=note.text)


def _points(value: float | None) -> float | None:
    return None if value is None else shown(value)
