"""A session's report as HTML that a browser shows and a text document prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined

from simulator.domain.agreement import Agreement
from simulator.domain.changes import Changes
from simulator.domain.compliance import RulePack
from simulator.domain.events import EchoHeard, HostSpoke
from simulator.domain.findings import RuleBroken
from simulator.domain.judgement import Evidence, GateOutcome, Judgement, Mark, Override, Result, Scorecard
from simulator.domain.rubric import Criterion, Rubric
from simulator.domain.session import SessionLog
from simulator.domain.units import Text
from simulator.metrics.reported import reported
from simulator.metrics.room import SessionFigures
from simulator.reports.changes import section
from simulator.reports.figures import clock, dots, found, points, room_figures, value_of
from simulator.reports.incidents import HEADINGS as INCIDENT_HEADINGS
from simulator.reports.incidents import incident_rows
from simulator.reports.machine import HEADINGS as MACHINE_HEADINGS
from simulator.reports.machine import machine_rows
from simulator.reports.rule_findings import breaches, given_up, pack_words
from simulator.reports.sensed import sensed_rows
from simulator.reports.wording import CHANGES, FOUND, HEADINGS, REMARKS, WHY_NONE, gate_name, gate_reason
from simulator.scoring import JudgedMark, Standing, judged_marks
from simulator.scoring.weights import dimension_points

QUOTE = 48
"""Characters of a quote that a table cell shows."""
MOMENTS = 3
"""Moments per criterion in print; the review room shows all."""


@dataclass(frozen=True, slots=True)
class Row:
    """A criterion as a line of the report."""

    id: str
    name: str
    weight: str
    dots: str
    level: str
    tone: str
    machine: str
    value: str
    why: str
    words: list[str]
    missing: str
    evidence: list[dict[str, str]]


def report_html(
    log: SessionLog,
    scorecard: Scorecard,
    judgement: Judgement,
    result: Result,
    figures: SessionFigures,
    language: str,
    *,
    rubric: Rubric,
    trainee: str | None = None,
    with_transcript: bool = False,
    names: Mapping[str, Text] | None = None,
    poorly: Mapping[str, Agreement] | None = None,
    changes: Changes | None = None,
    heard_utc: str | None = None,
    rules: RulePack | None = None,
    rules_kept: bool = True,
) -> str:
    """The whole report in ``language`` ("zh" or "en"); everything that was said or typed is shown as plain text.

    ``names`` are those of comment categories and incident kinds; ``poorly`` holds the criteria the machine agrees
    poorly on; ``changes`` what a second hearing, made at ``heard_utc``, changed; ``rules`` the pack the session was
    judged by.
    """
    say = {id: wording[language] for id, wording in HEADINGS.items()}
    say |= {f"change_{id}": wording[language] for id, wording in CHANGES.items()}
    marks = {each.mark.criterion: each for each in judged_marks(scorecard, judgement)}
    rows = {
        criterion.id: _row(criterion, marks[criterion.id], rubric, log, language, names)
        for criterion in rubric.criteria
        if criterion.id in marks
    }
    weight_of = {id: each.mark.weight for id, each in marks.items()}
    earned = dict(dimension_points(rubric, dict(result.levels), weight_of))
    environment = Environment(loader=PackageLoader("simulator.reports"), autoescape=True, undefined=StrictUndefined)
    environment.trim_blocks = environment.lstrip_blocks = True
    return environment.get_template("report.html").render(
        language=language,
        say=say,
        poorly={
            id: say["agrees_poorly"].format(kappa=f"{each.kappa:.2f}", pairs=each.pairs)
            for id, each in (poorly or {}).items()
        },
        log=log,
        facts=_facts(log, scorecard, figures, say, language, trainee),
        total=say["no_total"] if result.total is None else points(result.total),
        outcome=_outcome(result.passed, say),
        score_facts=_score_facts(scorecard, result, say),
        gates=[_gate(gate, language, say) for gate in result.gates],
        dimensions=[
            {
                "id": dimension.id,
                "name": dimension.name[language],
                "points": f"{points(earned[dimension.id])} {say['points']}",
                "rows": [
                    rows[criterion.id]
                    for criterion in rubric.criteria
                    if criterion.dimension == dimension.id and criterion.id in rows
                ],
            }
            for dimension in rubric.dimensions
        ],
        unmarked=[rows[id] for id, level in result.levels if level is None and id in rows],
        confirmations=[
            {
                "finding": _quoted(log, word.finding),
                "verdict": say["stands" if word.stands else "struck_out"],
                "reason": word.reason,
                "instructor": word.instructor,
                "at": word.at_utc,
            }
            for word in judgement.confirmations
        ],
        incidents=incident_rows(log, language, names),
        say_incident={id: wording[language] for id, wording in INCIDENT_HEADINGS.items()},
        sensed=sensed_rows(reported(log), language),
        machine=_paired(machine_rows(log, language)),
        say_machine=MACHINE_HEADINGS["title"][language],
        rule_pack="" if rules is None else pack_words(rules, rules_kept, say),
        breaches=[] if rules is None else breaches(log, rules, language),
        given_up=given_up(log),
        figures=_paired(room_figures(figures, language)),
        assumptions=[
            (say["preset"], log.scenario.crowd.preset),
            (say["entries_per_min"], f"{log.scenario.crowd.entries_per_min:g}"),
            (say["comment_multiplier"], f"{log.scenario.crowd.comment_multiplier:g}"),
            (say["seed"], str(log.header.seed)),
            (say["model"], log.header.audience_model),
        ],
        notes=[
            {"time": clock(note.at), "text": note.text, "instructor": note.instructor, "at": note.at_utc}
            for note in sorted(judgement.notes, key=lambda note: (note.at, note.at_utc))
        ],
        signature=_signature(judgement, say),
        hearing=None if changes is None else section(changes, judgement, heard_utc, rubric, language),
        phrases=[
            {
                "time": clock(phrase.said.start),
                "quote": f"[{phrase.text}]" if isinstance(phrase, EchoHeard) else phrase.text,
            }
            for phrase in (log.only(HostSpoke, EchoHeard) if with_transcript else ())
        ],
    )


def _facts(
    log: SessionLog,
    scorecard: Scorecard,
    figures: SessionFigures,
    say: dict[str, str],
    language: str,
    trainee: str | None,
) -> list[tuple[str, str]]:
    """Who rehearsed what, when, and how it was heard."""
    engines = list(dict.fromkeys(phrase.engine for phrase in log.only(HostSpoke)))
    heard = ", ".join(engines) or say["none"]
    return [
        (say["trainee"], trainee or log.header.trainee),
        (say["scenario"], f"{log.header.scenario} {log.scenario.title[language]} ({log.header.scenario_version})"),
        (say["take"], str(log.header.take)),
        (say["began"], _utc(log.header.began_utc)),
        (say["length"], clock(figures.length)),
        (say["rubric"], f"{scorecard.rubric} {scorecard.version}"),
        (say["transcript_by"], f"{heard}: {say['provisional' if scorecard.provisional else 'final']}"),
        (say["session"], log.header.id),
    ]


def _utc(moment: str) -> str:
    """An ISO 8601 moment as people write it."""
    return f"{moment.replace('T', ' ').removesuffix('Z').removesuffix('+00:00')} UTC"


def _score_facts(scorecard: Scorecard, result: Result, say: dict[str, str]) -> list[tuple[str, str]]:
    shown = [(say["weight"], f"{scorecard.scored_weight:.0f}")]
    if scorecard.low is not None and scorecard.high is not None:
        band = f"{points(scorecard.low)} – {points(scorecard.high)}"
        shown.insert(0, (f"{say['machine_total']}, {say['band']}", f"{points(scorecard.total)} ({band})"))
    elif result.total is not None:
        shown.insert(0, (say["machine_total"], say["no_total"]))
    return shown


def _row(
    criterion: Criterion,
    judged: JudgedMark,
    rubric: Rubric,
    log: SessionLog,
    language: str,
    names: Mapping[str, Text] | None,
) -> Row:
    mark = judged.mark
    level_names = {level.level: level.name[language] for level in rubric.levels}
    measurement = mark.measurement
    missing = [found(id, log.scenario, language, names) for id in measurement.detail if id.startswith("-")]
    words = [*judged.earlier, *([judged.override] if judged.override else [])]
    return Row(
        id=criterion.id,
        name=criterion.name[language],
        weight=f"{mark.weight:g}" if mark.weight == int(mark.weight) else f"{mark.weight:.1f}",
        dots=dots(judged.level),
        level="—" if judged.level is None else f"{judged.level} {level_names.get(judged.level, '')}".strip(),
        tone=_tone(judged.level),
        machine=_machine(mark, language),
        value=value_of(mark, log.language, language),
        why=" · ".join(_whys(judged, language)),
        words=[_word(override, language) for override in words],
        missing="; ".join(missing[:MOMENTS]) + (" …" if len(missing) > MOMENTS else ""),
        evidence=[_moment(evidence) for evidence in measurement.evidence[:MOMENTS]],
    )


def _gate(gate: GateOutcome, language: str, say: dict[str, str]) -> dict[str, str]:
    text = say["undecided"] if gate.passed is None else "✓" if gate.passed else "✗"
    return {
        "id": gate.id,
        "name": gate_name(gate, language),
        "text": text,
        "tone": "muted" if gate.passed is None else "good" if gate.passed else "bad",
        "why": gate_reason(gate, language),
    }


def _outcome(passed: bool | None, say: dict[str, str]) -> dict[str, str]:
    if passed is None:
        return {"text": say["undecided"], "tone": "muted"}
    return {"text": say["passed"], "tone": "good"} if passed else {"text": say["not_passed"], "tone": "bad"}


def _tone(level: int | None) -> str:
    if level is None:
        return "muted"
    return "good" if level >= 3 else "warn" if level == 2 else "bad"


def _whys(judged: JudgedMark, language: str) -> Iterator[str]:
    """Why there is no level that counts, why it is no higher, and whether anybody has confirmed it."""
    measurement = judged.mark.measurement
    if measurement.why_none is not None and judged.standing is not Standing.CONFIRMED:
        yield WHY_NONE[measurement.why_none][language]
    yield from (FOUND[id][language] for id in measurement.detail if id in REMARKS)
    if judged.standing is Standing.PROPOSED:
        yield HEADINGS["unconfirmed"][language]


def _machine(mark: Mark, language: str) -> str:
    """The machine's level, or the one it proposes."""
    if mark.proposed is not None:
        return f"{mark.proposed} ({HEADINGS['proposed'][language]})"
    return "—" if mark.level is None else str(mark.level)


def _word(override: Override, language: str) -> str:
    why = override.reason or HEADINGS["confirmed"][language]
    return f"{override.level}: {why} ({override.instructor}, {override.at_utc})"


def _moment(evidence: Evidence) -> dict[str, str]:
    span = evidence.span
    time = clock(span.start) if span.length < 1 else f"{clock(span.start)}–{clock(span.end)}"
    return {"time": time, "quote": _short(evidence.quote)}


def _short(quote: str) -> str:
    return quote if len(quote) <= QUOTE else quote[: QUOTE - 1].rstrip() + "…"


def _quoted(log: SessionLog, finding: str) -> str:
    for broken in log.only(RuleBroken):
        if broken.id == finding:
            return f"{clock(broken.said.start)} {_short(broken.quote)}"
    return finding


def _paired(figures: list[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """Two figures to a line."""
    return [figures[at : at + 2] for at in range(0, len(figures), 2)]


def _signature(judgement: Judgement, say: dict[str, str]) -> str:
    if judgement.signed_by is None:
        return say["unsigned"]
    return f"{say['signed']}: {judgement.signed_by}, {judgement.signed_at_utc}"
