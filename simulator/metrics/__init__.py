"""Log in, number and evidence out: one function per metric a rubric may name."""

from __future__ import annotations

from simulator.metrics.delivery import bars_presence, fillers_per_min, speech_rate
from simulator.metrics.disclosure import disclosures_made
from simulator.metrics.explanation import (
    contradictions_per_product,
    fact_coverage,
)
from simulator.metrics.handling import incident_steps
from simulator.metrics.honesty import (
    absolute_weighted_per_10min,
    conduct_weighted,
    s4_confirmed,
    unsupported_price_urgency_share,
)
from simulator.metrics.interaction import answer_key_hit, answer_rate, median_latency_s
from simulator.metrics.metric import Metric
from simulator.metrics.proving import demo_acts_per_product, feature_benefit_link
from simulator.metrics.selling import cta_per_10min, ops_on_time, price_clarity
from simulator.metrics.structure import dead_air_share, opening_elements, recap_close_elements, segments_on_plan
from simulator.metrics.technical import f0_sd_semitones, technical_checks

METRICS: tuple[Metric, ...] = (
    opening_elements,
    segments_on_plan,
    dead_air_share,
    recap_close_elements,
    fact_coverage,
    contradictions_per_product,
    feature_benefit_link,
    demo_acts_per_product,
    answer_rate,
    median_latency_s,
    answer_key_hit,
    incident_steps,
    price_clarity,
    cta_per_10min,
    ops_on_time,
    speech_rate,
    fillers_per_min,
    f0_sd_semitones,
    technical_checks,
    bars_presence,
    s4_confirmed,
    absolute_weighted_per_10min,
    unsupported_price_urgency_share,
    disclosures_made,
    conduct_weighted,
)
"""Every metric, in the order of the default rubric."""


def metric_named(id: str) -> Metric:
    """The metric a rubric calls by this id; raise KeyError when there is none."""
    for metric in METRICS:
        if metric.id == id:
            return metric
    raise KeyError(id)
