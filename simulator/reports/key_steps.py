"""The moments a review begins with, told to the trainee as things to do next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from simulator.domain.key_moments import KeyMoment, MomentKind
from simulator.domain.units import Text
from simulator.reports.advice_case import FEW_PARTS, same, what
from simulator.reports.dossier import Dossier, NextStep
from simulator.reports.figures import found
from simulator.reports.wording_advice import OPERATIONS

METRICS: Mapping[MomentKind, str] = {
    MomentKind.WRONG_PRICE: "contradictions_per_product",
    MomentKind.WRONG_FACT: "contradictions_per_product",
    MomentKind.QUESTION: "answer_rate",
    MomentKind.SILENCE: "dead_air_share",
    MomentKind.BREACH: "absolute_weighted_per_10min",
    MomentKind.RED_LINE: "s4_confirmed",
    MomentKind.HOLLOW_CLAIM: "unsupported_price_urgency_share",
    MomentKind.INCIDENT: "incident_steps",
    MomentKind.OPERATION: "ops_on_time",
    MomentKind.OPENING: "opening_elements",
    MomentKind.CLOSING: "recap_close_elements",
}
"""What each kind of moment that went badly is measured by; its advice stands under that name."""
VIEWERS = frozenset({MomentKind.QUESTION, MomentKind.INCIDENT})
"""Kinds whose quote is a viewer's."""


def key_steps(dossier: Dossier) -> Iterator[NextStep]:
    """The moments that cost most, those first; none where nobody chose them."""
    metrics = {criterion.metric: criterion.id for criterion in dossier.rubric.criteria}
    for moment in () if dossier.moments is None else dossier.moments.moments:
        if moment.good:
            continue
        metric = METRICS[moment.kind]
        language = dossier.log.language.value
        lines = [line for each in moment.instead if (line := each.words[language].strip())]
        yield NextStep(
            criterion=moment.stakes[0].criterion if moment.stakes else metrics.get(metric, ""),
            at=max(0.0, moment.span.start),
            what=_what(moment, metric, dossier),
            said=moment.quote,
            asked=moment.kind in VIEWERS,
            instead=" ".join(lines[:1]),
            gain=moment.points if round(moment.points, 1) > 0 else None,
            of_moment=True,
        )


def _what(moment: KeyMoment, metric: str, dossier: Dossier) -> Text:
    scenario, names = dossier.log.scenario, dossier.names
    match moment.kind:
        case MomentKind.SILENCE:
            return what(metric, seconds=same(f"{moment.span.length:.0f}"))
        case MomentKind.INCIDENT:
            return what("incident", incident=names.get(moment.subject, same(moment.subject)))
        case MomentKind.OPERATION:
            return what(metric, operation=OPERATIONS.get(moment.subject, same(moment.subject)))
        case MomentKind.OPENING | MomentKind.CLOSING:
            zh, en = (
                [found(id, scenario, language, names) for id in moment.missing[:FEW_PARTS]] for language in ("zh", "en")
            )
            return what(metric, missing=Text("、".join(zh), ", ".join(en)))
        case _:
            return what(metric)
