"""The JSON object of a rehearsal: what ``bolian rehearse --json`` prints and ``bolian export`` writes."""

from __future__ import annotations

import json
from collections.abc import Mapping

from simulator.domain.compliance import RulePack
from simulator.domain.events import EchoHeard, HostSpoke
from simulator.domain.findings import RuleBroken
from simulator.domain.judgement import Evidence, GateOutcome, Mark, Scorecard
from simulator.domain.language import Language
from simulator.domain.session import SessionLog
from simulator.media_port import Health
from simulator.metrics.reported import Reported, reported
from simulator.metrics.room import SessionFigures
from simulator.reports.findings import Finding, Json, amount, contradictions, findings
from simulator.reports.incidents import incident_json, incidents
from simulator.reports.rule_findings import given_up, pack_line, told
from simulator.scoring.weights import shown


def rehearsal(
    log: SessionLog,
    scorecard: Scorecard,
    figures: SessionFigures,
    *,
    recording: str | None,
    health: Health | None = None,
    rules: RulePack | None = None,
    rules_kept: bool = True,
) -> dict[str, Json]:
    """Everything of a session, in the keys tooling relies on; with ``rules`` each breach tells its law."""
    return {
        "session": log.header.id,
        "scenario": log.header.scenario,
        "language": log.header.language.value,
        "seed": log.header.seed,
        "trainee": log.header.trainee,
        "take": log.header.take,
        "began_utc": log.header.began_utc,
        "duration_s": _seconds(figures.length),
        "recording": recording,
        "transcript": transcript(log),
        "rules": None if rules is None else pack_line(rules, rules_kept),
        "patterns_given_up": given_up(log),
        "findings": [_with_law(_finding(finding), log, rules) for finding in findings(log)],
        "incidents": [incident_json(line) for line in incidents(log)],
        "contradictions": [_finding(finding) for finding in contradictions(log)],
        "audience": audience(figures),
        "score": score_of(scorecard),
        "reported": [_reported(each) for each in reported(log)],
        "health": _health(health, figures),
    }


def _with_law(finding: dict[str, Json], log: SessionLog, rules: RulePack | None) -> dict[str, Json]:
    """A broken rule with what the pack says of it; any other finding as it is."""
    if rules is None or finding.get("kind") != "rule_broken":
        return finding
    broken = next((each for each in log.only(RuleBroken) if each.id == finding.get("finding")), None)
    return finding if broken is None else {**finding, **told(broken, rules, log.scenario.market)}


def as_text(whole: Mapping[str, Json]) -> str:
    """The object as it is written: the same object always gives the same text."""
    return json.dumps(whole, ensure_ascii=False, indent=2, allow_nan=False)


def transcript(log: SessionLog) -> dict[str, Json]:
    """What was heard: the engine, the text, each word with its time, and beside them comments read aloud."""
    phrases = list(log.only(HostSpoke))
    engines = list(dict.fromkeys(phrase.engine for phrase in phrases))
    between = "" if log.language is Language.ZH else " "
    echoes: list[Json] = [
        {
            "comment": echo.comment,
            "text": echo.text,
            "start_s": _seconds(echo.said.start),
            "end_s": _seconds(echo.said.end),
        }
        for echo in log.only(EchoHeard)
    ]
    return {
        "engine": "+".join(engines) if engines else None,
        "text": between.join(phrase.text.strip() for phrase in phrases),
        "words": [
            {"text": word.text, "start_s": _seconds(word.said.start), "end_s": _seconds(word.said.end)}
            for phrase in phrases
            for word in phrase.words
        ],
        **({"read_aloud": echoes} if echoes else {}),
    }


def audience(figures: SessionFigures) -> dict[str, Json]:
    """What the simulated audience did."""
    return {
        "entries": figures.entries,
        "peak_viewers": figures.peak_viewers,
        "average_viewers": _rounded(figures.average_viewers, 2),
        "dwell_s": _rounded(figures.dwell, 2),
        "comments": figures.comments,
        "questions": figures.questions,
        "answered": figures.answered,
        "likes": figures.likes,
        "followers": figures.followers,
        "card_clicks": figures.card_clicks,
        "orders": figures.orders,
        "paid": figures.paid,
        "refunds": figures.refunds,
        "gmv": amount(figures.gmv),
        "net_gmv": amount(figures.net_gmv),
        "conversion": _rounded(figures.conversion, 4),
    }


def score_of(scorecard: Scorecard) -> dict[str, Json]:
    """The scorecard, with its evidence."""
    return {
        "rubric": scorecard.rubric,
        "version": scorecard.version,
        "provisional": scorecard.provisional,
        "total": points(scorecard.total),
        "low": points(scorecard.low),
        "high": points(scorecard.high),
        "scored_weight": _rounded(scorecard.scored_weight, 2),
        "dimensions": [{"id": id, "points": points(value)} for id, value in scorecard.dimensions],
        "gates": [gate(outcome) for outcome in scorecard.gates],
        "criteria": [_criterion(mark) for mark in scorecard.marks],
    }


def gate(outcome: GateOutcome) -> dict[str, Json]:
    return {"id": outcome.id, "passed": outcome.passed, "why": outcome.why}


def points(value: float | None) -> float | None:
    """Points to one decimal, as people see them."""
    return None if value is None else shown(value)


def _criterion(mark: Mark) -> dict[str, Json]:
    measurement = mark.measurement
    return {
        "id": mark.criterion,
        "level": mark.level,
        "proposed": mark.proposed,
        "value": _rounded(measurement.value, 4),
        "unit": mark.unit,
        "scorer": mark.scorer.value,
        "weight": _rounded(mark.weight, 2),
        "why_none": None if measurement.why_none is None else measurement.why_none.value,
        "detail": list(measurement.detail),
        "evidence": [_evidence(each) for each in measurement.evidence],
    }


def _evidence(evidence: Evidence) -> dict[str, Json]:
    span = evidence.span
    return {"start_s": _seconds(span.start), "end_s": _seconds(span.end), "quote": evidence.quote}


def _reported(each: Reported) -> dict[str, Json]:
    """A figure beside the marks."""
    measurement = each.measurement
    return {
        "id": each.id,
        "value": _rounded(measurement.value, 4),
        "unit": each.unit,
        "why_none": None if measurement.why_none is None else measurement.why_none.value,
        "parts": {id: _rounded(value, 4) for id, value in each.parts},
        "evidence": [_evidence(moment) for moment in measurement.evidence],
    }


def _health(health: Health | None, figures: SessionFigures) -> dict[str, Json]:
    """How the devices did; of a session long past only the log's own count is known."""
    if health is None:
        unknown: dict[str, Json] = {"video_frames": None, "audio_gaps": None, "caption_delay_p95_s": None}
        return {**unknown, "dropped_frames": figures.dropped_frames}
    return {
        "video_frames": health.video_frames,
        "dropped_frames": health.dropped_frames,
        "audio_gaps": health.audio_gaps,
        "caption_delay_p95_s": _rounded(health.caption_delay_p95, 3),
    }


def _finding(finding: Finding) -> dict[str, Json]:
    return {
        "kind": finding.kind,
        "id": finding.id,
        "severity": finding.severity,
        "start_s": _seconds(finding.said.start),
        "end_s": _seconds(finding.said.end),
        "quote": finding.quote,
        **finding.more,
    }


def _seconds(seconds: float) -> float:
    return round(seconds, 3)


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)
