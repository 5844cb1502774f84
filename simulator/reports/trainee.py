"""The trainee's report: one page of what went well and what to do next, then the details."""

from __future__ import annotations

from dataclasses import replace

from simulator.domain.events import HostSpoke
from simulator.domain.judgement import GateOutcome
from simulator.domain.plain import plain
from simulator.domain.units import Seconds
from simulator.reports.dossier import Dossier, NextStep
from simulator.reports.drawing import height_of
from simulator.reports.figures import clock, points, room_figures
from simulator.reports.next_steps import next_steps
from simulator.reports.pages import STILL_PX, Medium, Pictures, Report, filled, utc
from simulator.reports.praise import Praise, praises
from simulator.reports.radar import radar
from simulator.reports.rows import (
    assumptions,
    dimensions_of,
    earned_points,
    headings,
    notes,
    outcome,
    paired,
    rows_of,
    short,
    signature,
    spokes_of,
    standing,
)
from simulator.reports.rule_findings import breaches
from simulator.reports.strips import WIDTH, strips
from simulator.reports.wording import gate_name, gate_reason
from simulator.reports.wording_reports import PAPER, TRAINEE

SAID, INSTEAD = 56, 110
"""Characters of what was said, and of words to say instead, that the first page shows."""
TIGHT_SAID, TIGHT_INSTEAD, TIGHT_WHAT = 26, 40, 60
NAME = 16
"""Letters of a name in the greeting; the whole stands at the foot of each page."""
TIGHTEST = 2
"""How much closer the first page may be set until all of it finds room: 1 without pictures, 2 with shorter words."""
SHOWN = 40
"""Characters of a quote among the details: a line or two."""
RADAR_PX = (330, 177)
SMALL_STILL_PX = (144, 81)
"""Of a picture on the first page of the trainee's report, on paper."""
SMALLER = 0.72
"""How high the strips of its timeline are, against those of the evidence."""
STRIPS_PX = 688


def trainee_report(dossier: Dossier, language: str, medium: Medium = Medium.SCREEN, tight: int = 0) -> Report:
    """The report in ``language`` ("zh" or "en"); everything that was said or typed is shown as plain text.

    ``tight`` (0 to ``TIGHTEST``) is for paper, where the first page may not have room for all.
    """
    if tight:
        dossier = replace(dossier, stills={})
    say = headings(language) | {id: wording[language] for id, wording in TRAINEE.items()}
    pictures = Pictures(medium)
    steps, well = next_steps(dossier), praises(dossier)
    result = dossier.result
    rows = rows_of(dossier, language, quote=SHOWN)
    log = dossier.log
    moments = [step.at for step in steps if step.at is not None]
    timeline = strips(log, dossier.scorecard, medium.ink, language, moments, SMALLER)
    still_px = SMALL_STILL_PX if medium is Medium.PAPER else STILL_PX
    title = f"{say['title']} · {dossier.trainee}"
    html = filled(
        "trainee.html",
        medium,
        language=language,
        title=title,
        say=say,
        hello=say["hello"].format(name=short(plain(dossier.trainee), NAME)),
        did=_did(dossier, say),
        best=_best(dossier, say, language),
        total="" if result.total is None else points(result.total),
        outcome=outcome(result.passed, say),
        standing=_standing(dossier, say, language),
        about=" · ".join(
            (
                log.scenario.title[language],
                say["try_number"].format(number=log.header.take),
                utc(log.header.began_utc),
                clock(dossier.figures.length),
            )
        ),
        radar=pictures.drawing(
            "radar", radar(spokes_of(dossier, language), medium.ink, PAPER["radar"][language]), *RADAR_PX
        ),
        praises=[_praise(each, dossier, language, tight) for each in well],
        next_title=say["next"] if len(steps) == 3 else say["next_one"] if len(steps) == 1 else say["next_few"],
        steps=[_step(each, dossier, say, language, pictures, still_px, tight) for each in steps],
        rule=say["rule"] if dossier.steps is None else "",
        still_px=still_px[0],
        timeline=pictures.drawing("timeline", timeline, STRIPS_PX, round(STRIPS_PX * height_of(timeline) / WIDTH)),
        dimensions=dimensions_of(dossier, rows, language),
        notes=notes(dossier.judgement),
        breaches=[] if dossier.rules is None else breaches(log, dossier.rules, language),
        assumptions=assumptions(dossier, say),
        figures=paired(room_figures(dossier.figures, language)),
        signature=signature(dossier.judgement, say),
    )
    return Report(
        title=title,
        html=html,
        session=PAPER["session"][language].format(id=log.header.id),
        standing=standing(dossier.judgement, language),
        page=PAPER["page"][language],
        drawings=pictures.drawings,
        photographs=pictures.photographs,
    )


def wanted_stills(dossier: Dossier) -> tuple[Seconds, ...]:
    """The moments of which the trainee's report shows a picture."""
    return tuple(dict.fromkeys(step.at for step in next_steps(dossier) if step.at is not None and step.at >= 0))


def _did(dossier: Dossier, say: dict[str, str]) -> str:
    figures = dossier.figures
    phrases = sum(1 for _ in dossier.log.only(HostSpoke))
    wording = say["did"] if figures.answered else say["did_quietly"]
    return wording.format(minutes=clock(figures.length), phrases=phrases, answered=figures.answered)


def _best(dossier: Dossier, say: dict[str, str], language: str) -> str:
    """The strongest dimension; nothing where none is competent."""
    earned = {id: value for id, value in earned_points(dossier).items() if value is not None and value >= 60}
    if not earned:
        return ""
    names = {dimension.id: dimension.name[language] for dimension in dossier.rubric.dimensions}
    best = max(earned, key=lambda id: earned[id])
    return say["best"].format(dimension=names[best], points=points(earned[best]))


def _standing(dossier: Dossier, say: dict[str, str], language: str) -> str:
    """Whether it is a pass, and what stands in the way."""
    result = dossier.result
    if result.passed:
        return say["standing_passed"]
    barred = [gate for gate in result.gates if gate.passed is (False if result.passed is False else None)]
    barred = [gate for gate in barred if gate.id != "G5"] or barred
    why = "；".join if language == "zh" else "; ".join
    words = why(_barrier(gate, language) for gate in barred[:2])
    template = say["standing_failed"] if result.passed is False else say["standing_open"]
    return template.format(why=words)


def _barrier(gate: GateOutcome, language: str) -> str:
    reason = gate_reason(gate, language)
    name = gate_name(gate, language)
    return f"{name}（{reason}）" if language == "zh" else f"{name} ({reason})"


def _praise(praise: Praise, dossier: Dossier, language: str, tight: int) -> dict[str, str]:
    return {
        "words": praise.words[language],
        "criterion": dossier.criteria[praise.criterion].name[language],
        "time": "" if praise.at is None else clock(praise.at),
        "said": short(praise.said, SAID if tight < TIGHTEST else TIGHT_SAID),
    }


def _step(
    step: NextStep,
    dossier: Dossier,
    say: dict[str, str],
    language: str,
    pictures: Pictures,
    still_px: tuple[int, int],
    tight: int,
) -> dict[str, object]:
    criterion = dossier.criteria.get(step.criterion)
    name = step.criterion if criterion is None else criterion.name[language]
    still = None if step.at is None else dossier.stills.get(step.at)
    alt = "" if step.at is None else PAPER["still"][language].format(time=clock(step.at))
    return {
        "time": "" if step.at is None else clock(step.at),
        "what": step.what[language] if tight < TIGHTEST else short(step.what[language], TIGHT_WHAT),
        "said": short(step.said, SAID if tight < TIGHTEST else TIGHT_SAID),
        "asked": step.asked,
        "instead": short(step.instead, INSTEAD if tight < TIGHTEST else TIGHT_INSTEAD),
        "gain": name
        if step.gain is None
        else say["worth" if step.of_moment else "gain"].format(criterion=name, points=f"{step.gain:.1f}"),
        "still": pictures.photograph(step.at, still, alt, still_px) if still and step.at is not None else "",
    }
