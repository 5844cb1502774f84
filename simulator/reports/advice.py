"""What to do better at a moment, and words to say instead: from fact card, rule pack and what viewers asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from simulator.reports import advice_dealing as dealing
from simulator.reports import advice_telling as telling
from simulator.reports.advice_case import Advice, Case, other


def advice(case: Case) -> Advice:
    """What to tell the trainee of a mark; the same for the same mark."""
    return _OF_METRIC.get(case.metric, other)(case)


_OF_METRIC: Mapping[str, Callable[[Case], Advice]] = {
    "opening_elements": telling.opening,
    "segments_on_plan": telling.timing,
    "dead_air_share": telling.silence,
    "recap_close_elements": telling.close,
    "fact_coverage": telling.facts,
    "contradictions_per_product": telling.accuracy,
    "feature_benefit_link": telling.benefit,
    "demo_acts_per_product": telling.demonstration,
    "answer_rate": dealing.unanswered,
    "median_latency_s": dealing.slow,
    "answer_key_hit": dealing.thin_answer,
    "incident_steps": dealing.trouble,
    "price_clarity": dealing.price,
    "cta_per_10min": dealing.invitation,
    "ops_on_time": dealing.operation,
    "speech_rate": telling.pace,
    "fillers_per_min": telling.fillers,
    "technical_checks": telling.technical,
    "bars_presence": telling.presence,
    "s4_confirmed": dealing.breach,
    "absolute_weighted_per_10min": dealing.breach,
    "unsupported_price_urgency_share": dealing.breach,
    "disclosures_made": dealing.disclosure,
    "conduct_weighted": dealing.breach,
}
