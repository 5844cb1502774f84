"""The surprises of a session, how they ended and how soon they were taken up: for the report and the files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from simulator.domain.crowd import IncidentClosed, IncidentOpened, Way
from simulator.domain.desk import IncidentDecided
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds, Span, Text
from simulator.reports.figures import clock
from simulator.reports.findings import Json

WAYS: Mapping[Way, Text] = {
    Way.SPEECH: Text("口头应对", "by words"),
    Way.CHOICE: Text("按选项", "by a numbered choice"),
    Way.DESK: Text("中控操作", "at the control desk"),
    Way.ANSWER: Text("回应评论", "by answering its comment"),
    Way.TIME: Text("时限已过", "its time ran out"),
}
ENDS: Mapping[bool | None, Text] = {
    True: Text("已处理", "dealt with"),
    False: Text("未处理", "not dealt with"),
    None: Text("下播时仍未结束", "still open at the end"),
}
HEADINGS: Mapping[str, Text] = {
    "title": Text("突发", "Incidents"),
    "time": Text("时间", "Time"),
    "name": Text("突发", "Incident"),
    "end": Text("结果", "Outcome"),
    "lead": Text("多久着手", "Taken up after"),
    "none": Text("没有对的一步", "no right step"),
    "unnoted": Text("未记录", "not recorded"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentLine:
    """One surprise."""

    span: Span
    id: str
    kind: str
    handled: bool | None
    """None while it was open when the stream ended."""
    by: Way | None
    """What ended it; None where that was not noted, as in old sessions."""
    lead: Seconds | None
    """From its opening to the first right step."""
    choice: int | None
    """The numbered choice that was taken, from 0."""


def incidents(log: SessionLog) -> Iterator[IncidentLine]:
    """In the order they opened."""
    closed = {event.incident: event for event in log.only(IncidentClosed)}
    taken = {event.incident: event.choice for event in log.only(IncidentDecided)}
    for opened in log.only(IncidentOpened):
        end = closed.get(opened.incident)
        yield IncidentLine(
            span=Span(opened.at, end.at if end is not None else log.length),
            id=opened.incident,
            kind=opened.kind,
            handled=end.handled if end is not None else None,
            by=end.by if end is not None else None,
            lead=end.lead if end is not None else None,
            choice=taken.get(opened.incident),
        )


def incident_json(line: IncidentLine) -> dict[str, Json]:
    return {
        "id": line.id,
        "kind": line.kind,
        "start_s": round(line.span.start, 3),
        "end_s": round(line.span.end, 3),
        "handled": line.handled,
        "by": line.by.value if line.by is not None else None,
        "lead_s": line.lead,
        "choice": line.choice,
    }


def incident_rows(log: SessionLog, language: str, names: Mapping[str, Text] | None = None) -> list[dict[str, str]]:
    """Each surprise as a line of words; ``names`` are those of incident kinds."""
    rows = []
    for line in incidents(log):
        name = (names or {}).get(line.kind)
        end = ENDS[line.handled][language]
        rows.append(
            {
                "time": f"{clock(line.span.start)}–{clock(line.span.end)}",
                "name": name[language] if name is not None else line.kind,
                "end": end if line.by is None else f"{end} · {WAYS[line.by][language]}",
                "lead": _lead(line, language),
            }
        )
    return rows


def _lead(line: IncidentLine, language: str) -> str:
    if line.lead is not None:
        return f"{line.lead:.1f} s"
    return HEADINGS["none" if line.by is not None else "unnoted"][language]
