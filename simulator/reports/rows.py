"""The marks of a session as lines of a report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from simulator.domain.events import HostSpoke
from simulator.domain.judgement import Evidence, GateOutcome, Judgement, Mark, Note
from simulator.domain.units import Seconds
from simulator.reports.dossier import Dossier
from simulator.reports.figures import clock, dots, found, points, value_of
from simulator.reports.pages import utc
from simulator.reports.radar import Spoke
from simulator.reports.wording import CHANGES, FOUND, HEADINGS, REMARKS, WHY_NONE, gate_name, gate_reason
from simulator.reports.wording_reports import PAPER
from simulator.scoring import JudgedMark, Standing
from simulator.scoring.weights import dimension_points

QUOTE = 60
"""Characters of a quote that a cell of a short table shows."""
MISSING = 3
"""Missing things that a short table names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A moment behind a mark."""

    at: Seconds
    time: str
    quote: str
    still: Any = ""
    """Its picture, ready for the page; "" without one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A criterion as a line of a report."""

    id: str
    name: str
    weight: str
    dots: str
    level: str
    tone: str
    machine: str
    value: str
    why: str
    missing: str
    """What was not found: the first few things."""
    evidence: tuple[Moment, ...] = field(default=())


def headings(language: str) -> dict[str, str]:
    """Every heading in ``language`` ("zh" or "en"), by id."""
    say = {id: wording[language] for id, wording in HEADINGS.items()}
    say |= {f"change_{id}": wording[language] for id, wording in CHANGES.items()}
    return say


def rows_of(dossier: Dossier, language: str, *, quote: int = QUOTE, missing: int = MISSING) -> dict[str, Row]:
    """A line for each mark, by criterion; quotes and lists of missing things cut to these lengths."""
    criteria = dossier.criteria
    return {
        judged.mark.criterion: _row(dossier, judged, language, quote, missing)
        for judged in dossier.marks
        if judged.mark.criterion in criteria
    }


def dimensions_of(dossier: Dossier, rows: dict[str, Row], language: str) -> list[dict[str, Any]]:
    """The dimensions in the rubric's order, with their points and the lines of their criteria."""
    earned = earned_points(dossier)
    return [
        {
            "id": dimension.id,
            "name": dimension.name[language],
            "points": f"{points(earned[dimension.id])} {HEADINGS['points'][language]}",
            "rows": [
                rows[criterion.id]
                for criterion in dossier.rubric.criteria
                if criterion.dimension == dimension.id and criterion.id in rows
            ],
        }
        for dimension in dossier.rubric.dimensions
    ]


def earned_points(dossier: Dossier) -> dict[str, float | None]:
    """Points 0..100 of each dimension by the levels that count."""
    weight_of = {each.mark.criterion: each.mark.weight for each in dossier.marks}
    return dict(dimension_points(dossier.rubric, dict(dossier.result.levels), weight_of))


def spokes_of(dossier: Dossier, language: str) -> list[Spoke]:
    """The dimensions as the radar shows them."""
    earned = earned_points(dossier)
    return [Spoke(dimension.name[language], earned[dimension.id]) for dimension in dossier.rubric.dimensions]


def unmarked(dossier: Dossier, rows: dict[str, Row]) -> list[Row]:
    """The lines of what has no level that counts."""
    return [rows[id] for id, level in dossier.result.levels if level is None and id in rows]


def outcome(passed: bool | None, say: dict[str, str]) -> dict[str, str]:
    """Whether it is a pass, with its tone."""
    if passed is None:
        return {"text": say["undecided"], "tone": "muted"}
    return {"text": say["passed"], "tone": "good"} if passed else {"text": say["not_passed"], "tone": "bad"}


def gate_line(gate: GateOutcome, language: str, say: dict[str, str]) -> dict[str, str]:
    """A gate: what it asks for, whether it was passed, and why."""
    text = say["undecided"] if gate.passed is None else "✓" if gate.passed else "✗"
    return {
        "id": gate.id,
        "name": gate_name(gate, language),
        "text": text,
        "tone": "muted" if gate.passed is None else "good" if gate.passed else "bad",
        "why": gate_reason(gate, language),
    }


def facts(dossier: Dossier, say: dict[str, str], language: str) -> list[tuple[str, str]]:
    """Who rehearsed what, when, and how it was heard."""
    log, card = dossier.log, dossier.scorecard
    engines = list(dict.fromkeys(phrase.engine for phrase in log.only(HostSpoke)))
    heard = ", ".join(engines) or say["none"]
    return [
        (say["trainee"], dossier.trainee),
        (say["scenario"], f"{log.header.scenario} {log.scenario.title[language]} ({log.header.scenario_version})"),
        (say["take"], str(log.header.take)),
        (say["began"], utc(log.header.began_utc)),
        (say["length"], clock(dossier.figures.length)),
        (say["rubric"], f"{card.rubric} {card.version}"),
        (say["transcript_by"], f"{heard}: {say['provisional' if card.provisional else 'final']}"),
        (say["session"], log.header.id),
    ]


def assumptions(dossier: Dossier, say: dict[str, str]) -> list[tuple[str, str]]:
    """What the simulated audience rests on."""
    log = dossier.log
    return [
        (say["preset"], log.scenario.crowd.preset),
        (say["entries_per_min"], f"{log.scenario.crowd.entries_per_min:g}"),
        (say["comment_multiplier"], f"{log.scenario.crowd.comment_multiplier:g}"),
        (say["seed"], str(log.header.seed)),
        (say["model"], log.header.audience_model),
    ]


def notes(judgement: Judgement) -> list[dict[str, str]]:
    """Remarks of instructors in the order of their moments."""
    return [
        {"time": clock(note.at), "text": _told(note), "instructor": note.instructor, "at": utc(note.at_utc)}
        for note in sorted(judgement.notes, key=lambda note: (note.at, note.at_utc))
    ]


def _told(note: Note) -> str:
    """What a note says; of a spoken one how long it is."""
    return note.text if note.voice_s is None else f"{note.text} ♪ {note.voice_s:.0f} s".strip()


def signature(judgement: Judgement, say: dict[str, str]) -> str:
    """Who signed, or that nobody did."""
    if judgement.signed_by is None:
        return say["unsigned"]
    return f"{say['signed']}: {judgement.signed_by}, {utc(judgement.signed_at_utc)}"


def standing(judgement: Judgement, language: str) -> str:
    """The same for the head of a page."""
    if judgement.signed_by is None:
        return PAPER["machine_only"][language]
    return PAPER["signed"][language].format(name=judgement.signed_by, when=utc(judgement.signed_at_utc))


def short(quote: str, longest: int = QUOTE) -> str:
    """A quote cut with an ellipsis."""
    return quote if len(quote) <= longest else quote[: longest - 1].rstrip() + "…"


def paired(figures: list[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """Two figures to a line."""
    return [figures[at : at + 2] for at in range(0, len(figures), 2)]


def moment_of(evidence: Evidence, longest: int = QUOTE) -> Moment:
    """A moment with its time, from and to where it lasted."""
    span = evidence.span
    time = clock(span.start) if span.length < 1 else f"{clock(span.start)}–{clock(span.end)}"
    return Moment(at=span.start, time=time, quote=short(evidence.quote, longest))


def machine_level(mark: Mark, language: str) -> str:
    """The machine's level, or the one it proposes."""
    if mark.proposed is not None:
        return f"{mark.proposed} ({HEADINGS['proposed'][language]})"
    return "—" if mark.level is None else str(mark.level)


def tone_of(level: int | None) -> str:
    """The class of a level's colour."""
    if level is None:
        return "muted"
    return "good" if level >= 3 else "warn" if level == 2 else "bad"


def _row(dossier: Dossier, judged: JudgedMark, language: str, quote: int, missing: int) -> Row:
    mark, criterion = judged.mark, dossier.criteria[judged.mark.criterion]
    level_names = {level.level: level.name[language] for level in dossier.rubric.levels}
    measurement = mark.measurement
    lacking = [
        found(id, dossier.log.scenario, language, dossier.names) for id in measurement.detail if id.startswith("-")
    ]
    return Row(
        id=criterion.id,
        name=criterion.name[language],
        weight=f"{mark.weight:g}" if mark.weight == int(mark.weight) else f"{mark.weight:.1f}",
        dots=dots(judged.level),
        level="—" if judged.level is None else f"{judged.level} {level_names.get(judged.level, '')}".strip(),
        tone=tone_of(judged.level),
        machine=machine_level(mark, language),
        value=value_of(mark, dossier.log.language, language),
        why=" · ".join(_whys(judged, language)),
        missing="; ".join(lacking[:missing]) + (" …" if len(lacking) > missing else ""),
        evidence=tuple(moment_of(evidence, quote) for evidence in measurement.evidence),
    )


def _whys(judged: JudgedMark, language: str) -> Iterator[str]:
    """Why there is no level that counts, why it is no higher, and whether anybody has confirmed it."""
    measurement = judged.mark.measurement
    if measurement.why_none is not None and judged.standing is not Standing.CONFIRMED:
        yield WHY_NONE[measurement.why_none][language]
    yield from (FOUND[id][language] for id in measurement.detail if id in REMARKS)
    if judged.standing is Standing.PROPOSED:
        yield HEADINGS["unconfirmed"][language]
