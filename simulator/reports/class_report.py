"""The report on a class, for the centre: where it stands, what it gets wrong as a whole, who needs what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from simulator.domain.judgement import Result
from simulator.domain.marked import MarkedSession
from simulator.domain.scenario import Scenario
from simulator.domain.units import Text
from simulator.reports.class_figures import A_CLASS, ClassFigures, Member, Missed, Spread, class_figures
from simulator.reports.drawing import Ink, Sketch
from simulator.reports.figures import found, points
from simulator.reports.pages import Medium, Pictures, Report, filled
from simulator.reports.rows import headings, outcome
from simulator.reports.wording_reports import CLASS, PAPER

MOST_MISSED = 8
"""Things left out that are named of one criterion."""
BARS_PX = (300, 92)
SPREAD_PX = (230, 18)
LEVELS = (1, 2, 3, 4, 5)


def class_report(
    sessions: Sequence[MarkedSession],
    language: str,
    medium: Medium = Medium.SCREEN,
    *,
    scenarios: Mapping[str, Scenario] | None = None,
    names: Mapping[str, Text] | None = None,
    left_out: int = 0,
) -> Report:
    """The report in ``language`` ("zh" or "en"); raise ValueError where there are no sessions.

    ``scenarios`` by id and ``names`` of comment kinds word what was missed; ``left_out`` sessions had no score.
    """
    figures = class_figures(sessions)
    known = scenarios or {}
    say = headings(language) | {id: wording[language] for id, wording in CLASS.items()}
    pictures = Pictures(medium)
    ink = medium.ink
    criteria = {criterion.id: criterion.name[language] for criterion in figures.rubric.criteria}
    html = filled(
        "class_report.html",
        medium,
        language=language,
        title=say["title"],
        say=say,
        about=_about(figures, known, say, language, left_out),
        histogram=pictures.drawing("totals", _histogram(figures, ink, say["totals"]), *BARS_PX),
        median=say["median"].format(median=points(figures.median)),
        passing=_passing(figures, say),
        without=_without(figures, say),
        too_few=len(figures.members) < A_CLASS,
        wrong_rule=say["wrong_rule"].format(least=A_CLASS),
        wrong=_wrong(figures, known, names, say, language),
        spreads=[_spread(each, ink, pictures, say, language) for each in figures.spreads],
        members=[_member(each, criteria, say) for each in figures.members],
    )
    return Report(
        title=say["title"],
        html=html,
        session=say["title"],
        standing=_signed(figures, say),
        page=PAPER["page"][language],
        drawings=pictures.drawings,
    )


def _about(
    figures: ClassFigures, known: Mapping[str, Scenario], say: dict[str, str], language: str, left_out: int
) -> list[str]:
    ids = dict.fromkeys(each.header.scenario for each in figures.sessions)
    titles = [f"{id} {known[id].title[language]}" if id in known else id for id in ids]
    versions = dict.fromkeys(f"{each.card.rubric} {each.card.version}" for each in figures.sessions)
    days = [each.header.began_utc[:10] for each in figures.sessions]
    lines = [
        say["about"].format(
            sessions=len(figures.sessions),
            trainees=len(figures.members),
            since=min(days),
            until=max(days),
            scenarios=("；" if language == "zh" else "; ").join(titles),
        ),
        _signed(figures, say),
    ]
    if len(figures.sessions) > len(figures.members):
        lines.append(say["latest_only"])
    if left_out:
        lines.append(say["left_out"].format(count=left_out))
    lines.append(say["versions"].format(versions=", ".join(versions)))
    return lines


def _signed(figures: ClassFigures, say: dict[str, str]) -> str:
    return say["signed"].format(signed=sum(each.judgement.signed_by is not None for each in figures.sessions))


def _passing(figures: ClassFigures, say: dict[str, str]) -> str:
    passed = [member.result.passed for member in figures.members]
    return say["passing"].format(passed=passed.count(True), failed=passed.count(False), open=passed.count(None))


def _without(figures: ClassFigures, say: dict[str, str]) -> str:
    count = sum(member.total is None for member in figures.members)
    return say["no_total"].format(count=count) if count else ""


def _wrong(
    figures: ClassFigures,
    known: Mapping[str, Scenario],
    names: Mapping[str, Text] | None,
    say: dict[str, str],
    language: str,
) -> list[dict[str, str]]:
    """What most get wrong, criterion by criterion: those with low levels first."""
    low = {each.criterion.id: each for each in figures.low}
    missed: dict[str, list[str]] = {}
    for each in figures.missed:
        words = _thing(each, figures, known, names, say, language)
        if words:
            missed.setdefault(each.criterion, []).append(words)
    criteria = {criterion.id: criterion.name[language] for criterion in figures.rubric.criteria}
    between = "、" if language == "zh" else ", "
    return [
        {
            "name": f"{id} {criteria.get(id, '')}",
            "low": say["low_criterion"].format(low=low[id].low, marked=low[id].marked) if id in low else "",
            "missed": say["missed"].format(things=between.join(missed[id][:MOST_MISSED])) if id in missed else "",
        }
        for id in dict.fromkeys([*low, *missed])
    ]


def _thing(
    each: Missed,
    figures: ClassFigures,
    known: Mapping[str, Scenario],
    names: Mapping[str, Text] | None,
    say: dict[str, str],
    language: str,
) -> str:
    """Something many left out; empty where the scenario is gone and nobody can word it."""
    scenario = known.get(each.scenario)
    if scenario is None:
        return ""
    all_ = sum(member.session.header.scenario == each.scenario for member in figures.members)
    what = found(each.id, scenario, language, names)
    return say["thing"].format(count=each.trainees, all=all_, what=what)


def _spread(each: Spread, ink: Ink, pictures: Pictures, say: dict[str, str], language: str) -> dict[str, object]:
    id = each.criterion.id
    return {
        "name": f"{id} {each.criterion.name[language]}",
        "bar": pictures.drawing(f"levels-{id}", _bar(each, ink, say["levels"]), *SPREAD_PX),
        "mean": "—" if each.mean is None else f"{each.mean:.1f}",
        "unmarked": each.unmarked or "",
    }


def _member(member: Member, criteria: Mapping[str, str], say: dict[str, str]) -> dict[str, str]:
    signed = member.session.judgement.signed_by is not None
    result: Result = member.result
    told = outcome(result.passed, say)
    return {
        "name": member.session.trainee,
        "sessions": str(member.sessions),
        "total": points(result.total),
        "outcome": told["text"] if signed else f"{told['text']} ({say['not_signed']})",
        "tone": told["tone"],
        "needs": "; ".join(f"{id} {criteria.get(id, '')}".strip() for id in member.needs) or say["none"],
    }


def _bar(each: Spread, ink: Ink, name: str) -> str:
    """Trainees by level as one bar, lowest level on the left, each part with its level and how many."""
    wide, high = SPREAD_PX
    told = ", ".join(f"{level}: {each.counts.get(level, 0)}" for level in LEVELS)
    sketch = Sketch(wide, high, f"{name}: {told}")
    left = 0.0
    for level in LEVELS:
        count = each.counts.get(level, 0)
        if not count:
            continue
        part = wide * count / each.marked
        sketch.box((left, 1), part - 1, high - 2, ink.of_level(level), round_=2, opacity=_depth(level))
        if part > 26:
            sketch.words((left + part / 2, high / 2 + 4), f"{level} · {count}", ink.text, 10, anchor="middle")
        left += part
    return sketch.svg()


def _depth(level: int) -> float:
    """How deep the colour of a level is: it must be told apart and still let letters be read on it."""
    return {1: 0.45, 2: 0.38, 3: 0.18, 4: 0.32, 5: 0.5}.get(level, 0.3)


def _histogram(figures: ClassFigures, ink: Ink, name: str) -> str:
    wide, high = BARS_PX
    counts = figures.totals
    told = ", ".join(f"{10 * at}–{10 * at + 10}: {count}" for at, count in enumerate(counts) if count)
    sketch = Sketch(wide, high, f"{name}: {told}")
    foot, most = high - 18.0, max(*counts, 1)
    each = wide / len(counts)
    for at, count in enumerate(counts):
        tall = (foot - 16) * count / most
        colour = ink.good if at >= 6 else ink.warn if at >= 4 else ink.bad
        sketch.box((at * each + 2, foot - tall), each - 4, tall, colour, round_=2, opacity=0.6)
        if count:
            sketch.words((at * each + each / 2, foot - tall - 3), str(count), ink.text, 10, anchor="middle")
        if at % 2 == 0:
            sketch.words((at * each + 1, high - 5), str(10 * at), ink.muted, 9)
    sketch.words((wide, high - 5), "100", ink.muted, 9, anchor="end")
    sketch.line((0, foot), (wide, foot), ink.line, 0.8)
    return sketch.svg()
