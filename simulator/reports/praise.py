"""What went well, by name of what was said: the strongest marks, each with words of the session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.domain.findings import QuestionAnswered
from simulator.domain.judgement import Evidence
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds, Text
from simulator.reports.dossier import Dossier
from simulator.reports.wording_advice import PRAISE
from simulator.scoring import JudgedMark

GOOD = 4
"""From this level on something went well; where nothing reaches it, a level that is competent does."""
FAIR = 3
PRAISES = 3
WORST_FIRST = frozenset({"answer_rate", "median_latency_s", "answer_key_hit"})
"""Metrics whose evidence begins with what went wrong: the best answer is shown instead."""
NOT_WORDS = frozenset({"speech_rate", "fillers_per_min", "segments_on_plan", "dead_air_share", "ops_on_time"})
"""Metrics whose evidence is a stretch and no words worth quoting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Praise:
    """Something that went well."""

    criterion: str
    words: Text
    at: Seconds | None
    said: str
    """What was said there; "" where there are no words to show for it."""


def praises(dossier: Dossier) -> tuple[Praise, ...]:
    """At most three, of different dimensions where there are enough, those first that can be quoted."""
    criteria = dossier.criteria
    metrics = {id: criterion.metric for id, criterion in criteria.items()}
    for least in (GOOD, FAIR):
        good = [
            each
            for each in dossier.marks
            if (each.level or 0) >= least and each.mark.criterion in criteria and metrics[each.mark.criterion] in PRAISE
        ]
        if good:
            break
    told = {each.mark.criterion: moment(dossier.log, each, metrics) for each in good}

    def rank(each: JudgedMark) -> tuple[bool, int, float]:
        return told[each.mark.criterion] is None, -(each.level or 0), -each.mark.weight

    ordered = sorted(good, key=rank)
    first: dict[str, JudgedMark] = {}
    for each in ordered:
        first.setdefault(criteria[each.mark.criterion].dimension, each)
    chosen = [*first.values(), *(each for each in ordered if each not in first.values())][:PRAISES]
    return tuple(_praise(each, told[each.mark.criterion], metrics) for each in sorted(chosen, key=rank))


def _praise(judged: JudgedMark, shown: Evidence | None, metrics: Mapping[str, str]) -> Praise:
    id = judged.mark.criterion
    return Praise(
        criterion=id,
        words=PRAISE[metrics[id]],
        at=None if shown is None else shown.span.start,
        said="" if shown is None else shown.quote,
    )


def moment(log: SessionLog, judged: JudgedMark, metrics: Mapping[str, str]) -> Evidence | None:
    """The words that show it best; None where there are none."""
    metric = metrics[judged.mark.criterion]
    if metric in WORST_FIRST:
        answers = list(log.only(QuestionAnswered))
        if not answers:
            return None
        best = max(answers, key=lambda each: (each.quality, -sum(each.waited), -each.said.start))
        return Evidence(best.said, best.quote)
    if metric in NOT_WORDS:
        return None
    return next((each for each in judged.mark.measurement.evidence if each.quote.strip()), None)
