"""What a class comes to, as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass

from simulator.domain.rubric import Rubric
from simulator.domain.standing import Flaw, Overview
from simulator.domain.units import Text
from simulator.reports.table import BOM, neutral
from simulator.scoring.weights import shown

COLUMNS = (
    "record", "id", "name_zh", "name_en", "who", "scenario", "sessions", "of", "mean", "level_0", "level_1", "level_2",
    "level_3", "level_4", "level_5", "no_level", "share",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """A flaw with its name in the language it is told in."""

    flaw: Flaw
    name: str


@dataclass(frozen=True, slots=True)
class ClassNames:
    """Who is who, and what is what, of an overview."""

    title: str
    """Of the class and the sessions that were chosen."""
    trainees: Mapping[str, str]
    """Names by id."""
    rules: Sequence[Named] = ()
    facts: Sequence[Named] = ()
    other: Sequence[Named] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the table, in the order of ``COLUMNS``."""

    record: str
    id: str = ""
    name_zh: str = ""
    name_en: str = ""
    who: str = ""
    scenario: str = ""
    sessions: int | None = None
    of: int | None = None
    mean: float | None = None
    level_0: int | None = None
    level_1: int | None = None
    level_2: int | None = None
    level_3: int | None = None
    level_4: int | None = None
    level_5: int | None = None
    no_level: int | None = None
    share: float | None = None


def class_csv(overview: Overview, rubric: Rubric | None, names: ClassNames) -> str:
    """Comma-separated, with a byte-order mark; no cell is a formula. Empty is not measured, never nought."""
    out = io.StringIO(BOM)
    out.seek(0, io.SEEK_END)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for line in _lines(overview, rubric, names):
        writer.writerow([_cell(value) for value in astuple(line)])
    return out.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{round(value, 4):g}"
    return neutral(value) if isinstance(value, str) else str(value)


def _lines(overview: Overview, rubric: Rubric | None, names: ClassNames) -> Iterator[Line]:
    mean = None if overview.mean is None else shown(overview.mean)
    yield Line(
        record="class",
        name_zh=names.title,
        name_en=names.title,
        id="" if overview.marked_by is None else " ".join(overview.marked_by),
        sessions=overview.sessions,
        of=overview.trainees,
        mean=mean,
    )
    if overview.decided:
        share = overview.passed / overview.decided
        yield Line(record="passed", sessions=overview.passed, of=overview.decided, share=share)
    named = {} if rubric is None else {criterion.id: criterion.name for criterion in rubric.criteria}
    for spread in overview.spreads:
        name, counts = named.get(spread.criterion, Text("", "")), dict(spread.counts)
        yield Line(
            record="criterion",
            id=spread.criterion,
            name_zh=name.zh,
            name_en=name.en,
            sessions=spread.marked,
            of=spread.sessions,
            mean=spread.mean,
            no_level=spread.open,
            share=spread.low_share,
            level_0=counts.get(0),
            level_1=counts.get(1),
            level_2=counts.get(2),
            level_3=counts.get(3),
            level_4=counts.get(4),
            level_5=counts.get(5),
        )
    for need in overview.needs:
        who = names.trainees.get(need.trainee, need.trainee)
        total = None if need.total is None else shown(need.total)
        yield Line(record="trainee", who=who, sessions=need.sessions, mean=total)
        for weak in need.weakest:
            name = named.get(weak.criterion, Text("", ""))
            yield Line(
                record="weakness",
                who=who,
                id=weak.criterion,
                name_zh=name.zh,
                name_en=name.en,
                sessions=weak.sessions,
                mean=weak.mean,
            )
    for record, flaws in (("rule", names.rules), ("fact", names.facts), ("missed", names.other)):
        for each in flaws:
            yield Line(
                record=record,
                id=each.flaw.name,
                name_zh=each.name,
                name_en=each.name,
                scenario=each.flaw.scenario,
                sessions=each.flaw.sessions,
                of=each.flaw.of,
                share=each.flaw.share,
            )
