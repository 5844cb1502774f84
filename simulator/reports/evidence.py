"""The instructor's report: the complete evidence behind every mark, and every word said of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from simulator.domain.events import EchoHeard, HostSpoke
from simulator.domain.judgement import Confirmation, Evidence, EvidenceAdded, Override
from simulator.domain.units import Seconds
from simulator.metrics.reported import reported
from simulator.reports.changes import section
from simulator.reports.dossier import Dossier
from simulator.reports.drawing import height_of
from simulator.reports.figures import clock, found, points, room_figures
from simulator.reports.incidents import HEADINGS as INCIDENT_HEADINGS
from simulator.reports.incidents import incident_rows
from simulator.reports.machine import HEADINGS as MACHINE_HEADINGS
from simulator.reports.machine import machine_rows
from simulator.reports.pages import Medium, Pictures, Report, filled, utc
from simulator.reports.radar import radar
from simulator.reports.rows import (
    assumptions,
    dimensions_of,
    facts,
    gate_line,
    headings,
    moment_of,
    notes,
    outcome,
    paired,
    rows_of,
    signature,
    spokes_of,
    standing,
    unmarked,
)
from simulator.reports.rule_findings import breaches, given_up, pack_words
from simulator.reports.sensed import sensed_rows
from simulator.reports.strips import WIDTH, strips
from simulator.reports.trail import quoted, trail
from simulator.reports.trainee import RADAR_PX, STRIPS_PX
from simulator.reports.wording import REMARKS
from simulator.reports.wording_reports import EVIDENCE, PAPER, SCORERS
from simulator.scoring import JudgedMark

QUOTE = 240
"""Characters of a quote; the transcript has it whole."""
MISSING = 12
FOUND = 12
AT_ONCE = 40
"""Phrases in one table of the transcript: a longer one takes long to lay out."""


def evidence_report(
    dossier: Dossier, language: str, medium: Medium = Medium.SCREEN, *, with_transcript: bool = False
) -> Report:
    """The report in ``language`` ("zh" or "en"); everything that was said or typed is shown as plain text."""
    log, card, judgement, rules = dossier.log, dossier.scorecard, dossier.judgement, dossier.rules
    say = headings(language)
    more = {id: wording[language] for id, wording in EVIDENCE.items()}
    pictures = Pictures(medium)
    result = dossier.result
    rows = rows_of(dossier, language, quote=QUOTE, missing=MISSING)
    timeline = strips(log, card, medium.ink, language)
    changes = dossier.changes
    title = f"{more['title']} · {dossier.trainee}"
    html = filled(
        "evidence.html",
        medium,
        language=language,
        title=title,
        say=say,
        evidence_say=more,
        trainee=dossier.trainee,
        scenario=log.scenario.title[language],
        poorly={
            id: say["agrees_poorly"].format(kappa=f"{each.kappa:.2f}", pairs=each.pairs)
            for id, each in dossier.poorly.items()
        },
        facts=paired(facts(dossier, say, language)),
        total=say["no_total"] if result.total is None else points(result.total),
        outcome=outcome(result.passed, say),
        score_facts=_score_facts(dossier, say),
        radar=pictures.drawing(
            "radar", radar(spokes_of(dossier, language), medium.ink, PAPER["radar"][language]), *RADAR_PX
        ),
        timeline=pictures.drawing("timeline", timeline, STRIPS_PX, round(STRIPS_PX * height_of(timeline) / WIDTH)),
        gates=[gate_line(gate, language, say) for gate in result.gates],
        dimensions=dimensions_of(dossier, rows, language),
        evidence={each.mark.criterion: _behind(each, dossier, language, more, pictures) for each in dossier.marks},
        unmarked=unmarked(dossier, rows),
        confirmations=[_confirmation(word, dossier, say) for word in judgement.confirmations],
        incidents=incident_rows(log, language, dossier.names),
        say_incident={id: wording[language] for id, wording in INCIDENT_HEADINGS.items()},
        sensed=sensed_rows(reported(log), language),
        machine=paired(machine_rows(log, language)),
        say_machine=MACHINE_HEADINGS["title"][language],
        rule_pack="" if rules is None else pack_words(rules, dossier.rules_kept, say),
        breaches=[] if rules is None else breaches(log, rules, language),
        given_up=given_up(log),
        figures=paired(room_figures(dossier.figures, language)),
        assumptions=assumptions(dossier, say),
        trail=trail(dossier, language),
        notes=notes(judgement),
        signature=signature(judgement, say),
        hearing=None if changes is None else section(changes, judgement, dossier.heard_utc, dossier.rubric, language),
        phrases=_phrases(dossier) if with_transcript else [],
    )
    return Report(
        title=title,
        html=html,
        session=PAPER["session"][language].format(id=log.header.id),
        standing=standing(judgement, language),
        page=PAPER["page"][language],
        drawings=pictures.drawings,
        photographs=pictures.photographs,
    )


def evidence_stills(dossier: Dossier) -> tuple[Seconds, ...]:
    """The moments of which the report shows a picture: the first behind each mark."""
    firsts = (each.measurement.evidence[0].span.start for each in dossier.scorecard.marks if each.measurement.evidence)
    return tuple(dict.fromkeys(at for at in firsts if at >= 0))


def _score_facts(dossier: Dossier, say: dict[str, str]) -> list[tuple[str, str]]:
    card = dossier.scorecard
    shown = [(say["weight"], f"{card.scored_weight:.0f}")]
    if card.low is not None and card.high is not None:
        band = f"{points(card.low)} – {points(card.high)}"
        shown.insert(0, (f"{say['machine_total']}, {say['band']}", f"{points(card.total)} ({band})"))
    elif dossier.result.total is not None:
        shown.insert(0, (say["machine_total"], say["no_total"]))
    return shown


def _behind(
    judged: JudgedMark, dossier: Dossier, language: str, more: dict[str, str], pictures: Pictures
) -> dict[str, Any]:
    """Formula, who decides, what was found, a picture, and every word of instructors on one criterion."""
    criterion = dossier.criteria.get(judged.mark.criterion)
    evidence = judged.mark.measurement.evidence
    at = evidence[0].span.start if evidence else None
    jpeg = None if at is None else dossier.stills.get(at)
    there = [id for id in judged.mark.measurement.detail if not id.startswith("-") and id not in REMARKS]
    told = [found(id, dossier.log.scenario, language, dossier.names) for id in there[:FOUND]]
    said = [*judged.earlier, *([judged.override] if judged.override else [])]
    machine_decides = judged.mark.level is not None
    return {
        "formula": "" if criterion is None else criterion.formula,
        "scorer": SCORERS[judged.mark.scorer.value][language],
        "basis": "" if criterion is None else criterion.threshold_basis,
        "found": "; ".join(told) + (" …" if len(there) > FOUND else ""),
        "still": ""
        if jpeg is None or at is None
        else pictures.photograph(at, jpeg, PAPER["still"][language].format(time=clock(at))),
        "words": [_word(word, more) + ("" if word is said[-1] else f" ({more['replaced']})") for word in said],
        "added": [moment_of(Evidence(each.span, each.quote), QUOTE) for each in _added(dossier, judged)],
        "nobody": more["nobody" if machine_decides else "nobody_open"],
    }


def _added(dossier: Dossier, judged: JudgedMark) -> list[EvidenceAdded]:
    """What instructors held up for a criterion."""
    return [each for each in dossier.judgement.evidence if each.criterion == judged.mark.criterion]


def _word(word: Override, more: dict[str, str]) -> str:
    """One instructor's word: level, reason, who, when, and what the machine had said."""
    machine = "—" if word.machine_level is None else str(word.machine_level)
    given = more["confirmed" if word.confirms else "gave"].format(level=word.level, machine=machine)
    parts = [given, word.reason, word.instructor, utc(word.at_utc), more["blind"] if word.blind else ""]
    if word.basis is not None:
        value = "—" if word.basis.value is None else f"{word.basis.value:.4g}"
        rubric = f"{word.basis.rubric} {word.basis.version}"
        parts.append(more["by_then"].format(value=value, rubric=rubric, engine=word.basis.engine))
    return " · ".join(part for part in parts if part)


def _confirmation(word: Confirmation, dossier: Dossier, say: dict[str, str]) -> dict[str, str]:
    return {
        "finding": quoted(dossier, word.finding),
        "verdict": say["stands" if word.stands else "struck_out"],
        "reason": word.reason,
        "instructor": word.instructor,
        "at": utc(word.at_utc),
    }


def _phrases(dossier: Dossier) -> list[list[dict[str, str]]]:
    """The transcript, a few phrases to a table; what was read aloud stands in brackets."""
    told = [
        {
            "time": clock(phrase.said.start),
            "quote": f"[{phrase.text}]" if isinstance(phrase, EchoHeard) else phrase.text,
        }
        for phrase in _spoken(dossier)
    ]
    return [told[at : at + AT_ONCE] for at in range(0, len(told), AT_ONCE)]


def _spoken(dossier: Dossier) -> Iterator[HostSpoke | EchoHeard]:
    yield from dossier.log.only(HostSpoke, EchoHeard)
