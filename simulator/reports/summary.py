"""The JSON object of a rehearsal: what ``bolian rehearse --json`` prints and ``bolian export`` writes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypeAlias

from simulator.domain.events import HostSpoke
from simulator.domain.findings import (
    CallToActionMade,
    FactContradicted,
    FactTold,
    FillerSaid,
    HostWasSilent,
    PriceTold,
    QuestionAnswered,
    RuleBroken,
)
from simulator.domain.judgement import Evidence, GateOutcome, Mark, Scorecard
from simulator.domain.language import Language
from simulator.domain.session import SessionLog
from simulator.domain.units import Money, Span
from simulator.metrics.room import SessionFigures
from simulator.ports import Health
from simulator.scoring.weights import shown

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


def rehearsal(
    log: SessionLog,
    scorecard: Scorecard,
    figures: SessionFigures,
    *,
    recording: str | None,
    health: Health | None = None,
) -> dict[str, Json]:
    """Everything of a session, in the keys tooling relies on."""
    health = health or Health(dropped_frames=figures.dropped_frames)
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
        "findings": findings(log),
        "contradictions": contradictions(log),
        "audience": audience(figures),
        "score": score_of(scorecard),
        "health": {
            "video_frames": health.video_frames,
            "dropped_frames": health.dropped_frames,
            "audio_gaps": health.audio_gaps,
            "caption_delay_p95_s": None if health.caption_delay_p95 is None else _seconds(health.caption_delay_p95),
        },
    }


def as_text(whole: Mapping[str, Json]) -> str:
    """The object as it is written: the same object always gives the same text."""
    return json.dumps(whole, ensure_ascii=False, indent=2, allow_nan=False)


def transcript(log: SessionLog) -> dict[str, Json]:
    """What was heard: the engine, the text, and each word with its time."""
    phrases = list(log.only(HostSpoke))
    engines = list(dict.fromkeys(phrase.engine for phrase in phrases))
    between = "" if log.language is Language.ZH else " "
    return {
        "engine": "+".join(engines) if engines else None,
        "text": between.join(phrase.text.strip() for phrase in phrases),
        "words": [
            {"text": word.text, "start_s": _seconds(word.said.start), "end_s": _seconds(word.said.end)}
            for phrase in phrases
            for word in phrase.words
        ],
    }


def findings(log: SessionLog) -> list[Json]:
    """What perception made of the words, in the order it was said."""
    found: list[tuple[Span, dict[str, Json]]] = []
    for event in log.events:
        match event:
            case FactTold():
                more: dict[str, Json] = {"product": event.product, "quality": round(event.quality, 4)}
                entry = _finding("fact_told", event.fact, event.said, event.quote, **more)
            case PriceTold():
                more = {"product": event.product, "price": _money(event.price), "verdict": event.verdict.value}
                entry = _finding("price_told", event.product, event.said, event.quote, **more)
            case QuestionAnswered():
                more = {"comments": list(event.comments), "quality": round(event.quality, 4)}
                entry = _finding("answer", event.category, event.said, event.quote, **more)
            case CallToActionMade():
                entry = _finding(
                    "call_to_action", event.kind, event.said, event.quote, names_the_way=event.names_the_way
                )
            case RuleBroken():
                more = {"category": event.category, "finding": event.id, "support": event.support.value}
                entry = _finding("rule_broken", event.pattern, event.said, event.quote, **more)
                entry["severity"] = event.severity.name
            case FillerSaid():
                entry = _finding("filler", event.quote, event.said, event.quote, weight=event.weight)
            case HostWasSilent():
                entry = _finding("silence", None, event.said, "")
            case _:
                continue
        found.append((event.said, entry))
    return [entry for _, entry in sorted(found, key=lambda pair: pair[0])]


def contradictions(log: SessionLog) -> list[Json]:
    """Statements against the fact card, corrected or not."""
    return [
        _finding("fact_contradicted", event.fact, event.said, event.quote, product=event.product)
        for event in log.only(FactContradicted)
    ]


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
        "gmv": _money(figures.gmv),
        "net_gmv": _money(figures.net_gmv),
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


def _finding(kind: str, id: str | None, said: Span, quote: str, **more: Json) -> dict[str, Json]:
    return {
        "kind": kind,
        "id": id,
        "severity": None,
        "start_s": _seconds(said.start),
        "end_s": _seconds(said.end),
        "quote": quote,
        **more,
    }


def _money(money: Money) -> dict[str, Json]:
    return {"amount": float(money.amount), "currency": money.currency.value}


def _seconds(seconds: float) -> float:
    return round(seconds, 3)


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)
