"""F: red lines, claims, price and scarcity, conduct."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from simulator.domain.compliance import Severity
from simulator.domain.findings import ClaimChecked, RuleBroken, Support
from simulator.domain.judgement import Confirmation, Evidence, Measurement, WhyNone
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds
from simulator.metrics.metric import measured, metric, not_measured
from simulator.metrics.speaking import unheard

LONG_ENOUGH: Seconds = 300.0
CLAIMS = frozenset(
    {
        "absolute_terms",
        "data_citation",
        "additive_free",
        "health_function",
        "certification",
        # The English pack's names for the same: superlatives and figures, nutrition and health, certified or free of.
        "unsupported_objective",
        "health_nutrition_claims",
        "green_organic",
    }
)
"""Rule categories that F2 counts."""
CONDUCT = frozenset(
    {
        "disparagement",
        "off_platform",
        "staged_hardship",
        "vulgar_insult",
        "review_manipulation",
        "privacy",
        "comparison_disparage",
        "reviews_indicators",
    }
)
"""Rule categories that F5 counts, in both packs' names."""


@metric
def s4_confirmed(log: SessionLog) -> Measurement:
    """Red lines that an instructor confirmed; undecided, and so no number, while a hit waits for a person's word."""
    if why := unheard(log):
        return not_measured(why)
    hits = [event for event in log.only(RuleBroken) if event.severity is Severity.S4]
    stands = [hit for hit in hits if hit.id in log.confirmed]
    if stands or not hits:
        return measured(float(len(stands)), _moments(stands), (hit.id for hit in stands))
    return not_measured(WhyNone.NEEDS_CONFIRMATION, _moments(hits), (hit.id for hit in hits))


@metric
def absolute_weighted_per_10min(log: SessionLog) -> Measurement:
    """Absolute and unsupported claims per 10 min on air: a likely breach counts 1, a caution half."""
    if why := unheard(log):
        return not_measured(why)
    if log.length < LONG_ENOUGH:
        return not_measured(WhyNone.TOO_SHORT)
    hits = [event for event in log.only(RuleBroken) if event.category in CLAIMS and _weight(event)]
    hits.sort(key=lambda hit: (-_weight(hit), hit.said))
    rate = 600 * sum(map(_weight, hits)) / log.length
    return measured(rate, _moments(hits), (hit.id for hit in hits))


@metric
def unsupported_price_urgency_share(log: SessionLog) -> Measurement:
    """Share 0..1 of comparison prices, scarcity and deadlines told that the true state does not bear out.

    No such statement gives 0; one that could not be checked counts on neither side.
    """
    if why := unheard(log):
        return not_measured(why)
    claims = [event for event in log.only(ClaimChecked) if event.support is not Support.NOT_CHECKED]
    if not claims:
        return measured(0.0)
    hollow = [claim for claim in claims if claim.support is not Support.SUPPORTED]
    borne_out = [claim for claim in claims if claim.support is Support.SUPPORTED]
    detail = dict.fromkeys(f"{claim.category}/{claim.support}" for claim in hollow)
    return measured(len(hollow) / len(claims), _moments([*hollow, *borne_out]), detail)


@metric
def conduct_weighted(log: SessionLog) -> Measurement:
    """Breaches of conduct by weight: disparagement, dealing elsewhere, staged hardship, insult, reviews, privacy."""
    if why := unheard(log):
        return not_measured(why)
    hits = [event for event in log.only(RuleBroken) if event.category in CONDUCT and _weight(event)]
    hits.sort(key=lambda hit: (-_weight(hit), hit.said))
    return measured(sum(map(_weight, hits)), _moments(hits), (hit.id for hit in hits))


def confirmed(log: SessionLog, confirmations: Sequence[Confirmation]) -> SessionLog:
    """The log as an instructor left it: hits that do not stand are struck, with the claim behind them.

    The last word on a finding counts.
    """
    last = {word.finding: word.stands for word in confirmations}
    struck = [event for event in log.only(RuleBroken) if last.get(event.id) is False]
    if not last:
        return log

    def stands(event: object) -> bool:
        match event:
            case RuleBroken():
                return last.get(event.id) is not False
            case ClaimChecked():
                return not any(hit.category == event.category and hit.said.overlaps(event.said) for hit in struck)
            case _:
                return True

    return replace(
        log,
        events=tuple(event for event in log.events if stands(event)),
        confirmed=frozenset(finding for finding, holds in last.items() if holds),
    )


def _weight(hit: RuleBroken) -> float:
    return {Severity.S3: 1.0, Severity.S2: 0.5}.get(hit.severity, 0.0)


def _moments(hits: Iterable[RuleBroken | ClaimChecked]) -> Iterable[Evidence]:
    return (Evidence(hit.said, hit.quote) for hit in hits)
