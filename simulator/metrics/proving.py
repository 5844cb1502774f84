"""B: what a feature does for the buyer, and what was shown of it; proposed by the machine, decided by a person."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from simulator.domain.events import HostSpoke
from simulator.domain.findings import ElementHeard, FactTold
from simulator.domain.judgement import Evidence, Measurement, WhyNone
from simulator.domain.language import Language
from simulator.domain.scenario import FactKind
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds, Span
from simulator.metrics.hands import assisted
from simulator.metrics.metric import measured, metric, not_measured
from simulator.metrics.presenting import demonstrations, marked, presented
from simulator.metrics.speaking import text_within, unheard

BENEFIT_WITHIN: Seconds = 20.0
"""How soon after a feature its use must be told (rubric B3)."""
ENOUGH_FEATURES = 3
BACKS = 2
"""Features that one benefit may stand for: "good for the whole family" after a list is no benefit of each (ours)."""
BENEFITS = (FactKind.USE, FactKind.KEEPING)
NOT_FEATURES = (*BENEFITS, FactKind.PRICE, FactKind.SHIPPING, FactKind.AFTER_SALES)
SO_THAT: Mapping[Language, re.Pattern[str]] = MappingProxyType(
    {
        Language.ZH: re.compile(
            r"所以|这样(?:您|你|一来|就)|省(?:事|心|时|力)|方便|不用再|不用担心|(?:您|你|大家)(?:就|都)?可以|适合|免得"
        ),
        Language.EN: re.compile(
            r"\b(?:so (?:you|your|it)|which means|that means|meaning you|you can|you don't (?:have|need)|no need to|"
            r"(?:great|perfect|ideal|right|good|easy) (?:for|on)|easier to|saves? you|keeps? your)\b",
            re.IGNORECASE,
        ),
    }
)
"""Words that turn a feature to the buyer: what it does, what it saves, whom it suits (ours; a person decides)."""
AN_ACT: Seconds = 3.0
"""A marked demonstration shorter than this showed nothing (ours)."""


@metric
def feature_benefit_link(log: SessionLog) -> Measurement:
    """Share 0..1 of the features told that were followed within 20 s by what they do for the buyer.

    That is how to use it, whom it suits, or a sentence turned to the buyer. A feature told twice is one.
    """
    if why := unheard(log):
        return not_measured(why)
    kinds = {(product.id, fact.id): fact.kind for product in log.scenario.products for fact in product.facts}
    told = list(log.only(FactTold))
    features = [event for event in told if kinds.get((event.product, event.fact)) not in NOT_FEATURES]
    names = dict.fromkeys((event.product, event.fact) for event in features)
    linked: dict[tuple[str, str], Evidence] = {}
    benefits = _benefits(log, [event for event in told if kinds.get((event.product, event.fact)) in BENEFITS])
    for benefit in benefits:
        # The nearest features before it are the ones it speaks of.
        near = [event for event in features if 0 <= benefit.span.start - event.said.start <= BENEFIT_WITHIN]
        backed = dict.fromkeys((event.product, event.fact) for event in reversed(near))
        for name in list(backed)[:BACKS]:
            feature = next(event for event in reversed(near) if (event.product, event.fact) == name)
            linked.setdefault(name, _together(feature, benefit))
    bare = [event for event in features if (event.product, event.fact) not in linked]
    evidence = [*linked.values(), *(Evidence(event.said, event.quote) for event in bare)]
    detail = [f"-{'/'.join(name)}" if name not in linked else "/".join(name) for name in names]
    if len(names) < ENOUGH_FEATURES:
        return not_measured(WhyNone.TOO_FEW_FEATURES, evidence, detail)
    return measured(len(linked) / len(names), evidence, detail)


@metric
def demo_acts_per_product(log: SessionLog) -> Measurement:
    """Demonstrations the host marked, per product presented; a person sees what they prove.

    Where an assistant worked the desk nobody could mark any: that is for the instructor alone.
    """
    acts = [span for span in marked(log) if span.length >= AN_ACT]
    evidence = [Evidence(span, text_within(log, span)) for span in acts]
    if not acts and assisted(log):
        evidence = [Evidence(span, text_within(log, span)) for span in demonstrations(log) if span.length >= AN_ACT]
        return not_measured(WhyNone.NEEDS_INSTRUCTOR, evidence)
    if why := unheard(log):
        return not_measured(why, evidence)
    products = presented(log)
    if not products:
        return not_measured(WhyNone.NO_PRODUCT_PRESENTED, evidence)
    return measured(len(acts) / len(products), evidence)


def _benefits(log: SessionLog, told: list[FactTold]) -> list[Evidence]:
    """Moments that speak of the buyer, in order."""
    moments = [Evidence(event.said, event.quote) for event in told]
    moments += [Evidence(event.said, event.quote) for event in log.only(ElementHeard) if event.element == "suits"]
    turned = SO_THAT[log.language]
    for phrase in log.only(HostSpoke):
        found = turned.search(phrase.text)
        if found is not None:
            # Within a phrase the words lie about evenly: near enough to tell what came before what.
            at = phrase.said.start + phrase.said.length * found.start() / max(len(phrase.text), 1)
            moments.append(Evidence(Span(at, phrase.said.end), phrase.text[found.start() :]))
    return sorted(moments, key=lambda moment: moment.span)


def _together(feature: FactTold, benefit: Evidence) -> Evidence:
    """From the feature to what it is good for."""
    return Evidence(
        Span(feature.said.start, max(feature.said.end, benefit.span.end)), f"{feature.quote} → {benefit.quote}"
    )
