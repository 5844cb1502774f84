"""A: structure and control of the stream."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from simulator.domain.events import HostSpoke
from simulator.domain.findings import (
    CallToActionMade,
    ElementHeard,
    FactTold,
    PriceTold,
    ProductMentioned,
    StatementMade,
)
from simulator.domain.judgement import Evidence, Measurement, WhyNone
from simulator.domain.scenario import FactKind, Segment
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds, Span
from simulator.metrics.explanation import TOLD
from simulator.metrics.hands import was_assisted
from simulator.metrics.metric import measured, metric, not_measured
from simulator.metrics.presenting import Stretch, demonstrations, explained, segments, spoken_of
from simulator.metrics.spans import total, without
from simulator.metrics.speaking import heard_time, silences, unheard

OPENING_SPEECH: Seconds = 60.0
OPENING_BEGINS_WITHIN: Seconds = 90.0
ON_PLAN = 0.25
"""A segment is on plan within this share of its planned length (rubric A2)."""
LONG_ENOUGH_FOR_DEAD_AIR: Seconds = 300.0
EXCUSED: Seconds = 60.0
"""Silence that one marked demonstration excuses: a mark left on is not a demonstration (ours)."""
RESTATED_EVERY: Seconds = 480.0
CLOSING: Seconds = 120.0


@metric
def opening_elements(log: SessionLog) -> Measurement:
    """Elements 0..5 heard in the first minute of speech: seller, goods, reason to stay, invitation, who they suit."""
    if why := unheard(log):
        return not_measured(why)
    phrases = [phrase.said for phrase in log.only(HostSpoke)]
    if phrases[0].start > OPENING_BEGINS_WITHIN:
        return not_measured(WhyNone.NO_SPEECH)
    until = _end_of_speech(phrases, OPENING_SPEECH)
    found: dict[str, Evidence] = {}
    for event in log.only(ElementHeard, StatementMade, ProductMentioned, CallToActionMade):
        if event.said.start < until and (element := _of_opening(event)):
            found.setdefault(element, Evidence(event.said, event.quote))
    return _elements(("who_sells", "what_is_sold", "reason_to_stay", "invitation", "suits"), found)


@metric
def segments_on_plan(log: SessionLog) -> Measurement:
    """Share 0..1 of the planned product segments whose length came within a quarter of the plan.

    By the run of show where the host moved through it, else by which product was on screen or spoken of. A segment in
    which nothing was said of its product was skipped, however long its name stood there (ours). Segments planned
    for when somebody else had the desk are left out: they were not the host's to begin.
    """
    everything = [segment for segment in log.scenario.run_of_show if segment.product is not None]
    if len(everything) < 2:
        return not_measured(WhyNone.NOT_PLANNED)
    planned = _with_the_desk(log)
    if len(planned) < 2:
        return not_measured(WhyNone.ASSISTED)
    walked = segments(log)
    if len({name for _, name in walked}) < 2:
        walked = ()  # every stream begins in its first segment: that is not moving through the run of show
    if not walked and not explained(log) and (why := unheard(log)):
        return not_measured(why)
    by_segment = _by_name(walked)
    by_product = _by_name(explained(log))
    plan_of_product: dict[str | None, Seconds] = defaultdict(float)
    for segment in planned:
        plan_of_product[segment.product] += segment.length
    evidence: list[Evidence] = []
    detail: list[str] = []
    on_plan = 0
    told = unheard(log) is None
    for segment in planned:
        spans = by_segment[segment.id] if walked else by_product[segment.product or ""]
        plan = segment.length if walked else plan_of_product[segment.product]
        kept = bool(spans) and abs(total(spans) - plan) <= ON_PLAN * plan
        if kept and told:
            kept = any(spoken_of(log, segment.product or "", span) for span in spans)
        on_plan += kept
        detail.append(segment.id if kept else f"-{segment.id}")
        if spans:
            evidence.append(Evidence(max(spans, key=lambda span: span.length), segment.name))
    return measured(on_plan / len(planned), evidence, detail)


@metric
def dead_air_share(log: SessionLog) -> Measurement:
    """Share 0..1 of the time on air spent in silences of 4 s or more, marked demonstrations left out.

    Time without a microphone is neither silence nor time on air: nobody knows what was said. A marked demonstration
    excuses a minute of silence at most (ours).
    """
    quiet = silences(log)
    listened = total(heard_time(log))
    if quiet is None or listened == 0:
        return not_measured(WhyNone.NO_SOUND)
    if listened < LONG_ENOUGH_FOR_DEAD_AIR:
        return not_measured(WhyNone.TOO_SHORT)
    shown = [Span(span.start, min(span.end, span.start + EXCUSED)) for span in demonstrations(log)]
    counted = without(quiet, shown)
    longest = sorted(counted, key=lambda span: (-span.length, span.start))
    return measured(total(counted) / listened, (Evidence(span, "") for span in longest))


@metric
def recap_close_elements(log: SessionLog) -> Measurement:
    """Elements 0..5: offer re-stated every 8 min; in the last 2 min recap, after-sales, next show, thanks and end."""
    if why := unheard(log):
        return not_measured(why)
    found: dict[str, Evidence] = {}
    restated = _offer_times(log)
    # Below 8 minutes the element is granted, even with nothing said to show for it.
    granted = ("restated",) if _every(restated, RESTATED_EVERY, log.length) else ()
    if granted and restated[0]:
        found["restated"] = Evidence(*restated[0][-1])
    closing = log.length - CLOSING
    thanks: dict[str, Evidence] = {}
    products: dict[str, Evidence] = {}
    sales_facts = {
        (product.id, fact.id)
        for product in log.scenario.products
        for fact in product.facts
        if fact.kind is FactKind.AFTER_SALES
    }
    for event in log.only(ElementHeard, CallToActionMade, FactTold, StatementMade, ProductMentioned, PriceTold):
        if event.said.end < closing:
            continue
        evidence = Evidence(event.said, event.quote)
        match event:
            case ElementHeard(element="recap"):
                found.setdefault("recap", evidence)
            case ElementHeard(element="after_sales") | StatementMade(statement="after_sales" | "returns"):
                found.setdefault("after_sales", evidence)
            case FactTold() if (event.product, event.fact) in sales_facts:
                found.setdefault("after_sales", evidence)
            case ElementHeard(element="next_show") | CallToActionMade(kind="follow"):
                found.setdefault("next_show", evidence)
            case ElementHeard(element="thanks" | "announced_end"):
                thanks.setdefault(event.element, evidence)
            case ProductMentioned():
                products.setdefault("product", evidence)
            case PriceTold() if event.verdict in TOLD:
                products.setdefault("price", evidence)
            case _:
                pass
    if len(products) == 2:
        # Product and price said once more before the end are a recap, whether or not it was announced as one.
        found.setdefault("recap", products["price"])
    if len(thanks) == 2:
        found["thanks_and_end"] = thanks["announced_end"]
    return _elements(("restated", "recap", "after_sales", "next_show", "thanks_and_end"), found, granted)


def _with_the_desk(log: SessionLog) -> list[Segment]:
    """The product segments that were planned for when the host had the desk."""
    own: list[Segment] = []
    begins: Seconds = 0.0
    for segment in log.scenario.run_of_show:
        ends = begins + segment.length
        if segment.product is not None and not was_assisted(log, Span(begins, ends)):
            own.append(segment)
        begins = ends
    return own


def _of_opening(event: ElementHeard | StatementMade | ProductMentioned | CallToActionMade) -> str | None:
    """The element of an opening this is, if any."""
    match event:
        case ElementHeard(element="who_sells" | "what_is_sold" | "reason_to_stay" | "invitation" | "suits" as element):
            return element
        case StatementMade(statement="who_sells" | "trader"):
            return "who_sells"
        case ProductMentioned():
            return "what_is_sold"
        case CallToActionMade():
            return "invitation"
        case _:
            return None


def _end_of_speech(phrases: list[Span], length: Seconds) -> Seconds:
    """The moment by which this much had been spoken."""
    for phrase in phrases:
        if phrase.length >= length:
            return phrase.start + length
        length -= phrase.length
    return phrases[-1].end + length


def _elements(names: tuple[str, ...], found: dict[str, Evidence], granted: tuple[str, ...] = ()) -> Measurement:
    """How many of the named elements were found or granted; the missing ones by name with a leading minus."""
    there = {*found, *granted}
    detail = [name if name in there else f"-{name}" for name in names]
    return measured(float(len(there)), (found[name] for name in names if name in found), detail)


def _offer_times(log: SessionLog) -> tuple[list[tuple[Span, str]], ...]:
    """When the product was named, its price told, and the link or the steps given."""
    named = [(event.said, event.quote) for event in log.only(ProductMentioned)]
    priced = [(event.said, event.quote) for event in log.only(PriceTold) if event.verdict in TOLD]
    linked = [(event.said, event.quote) for event in log.only(CallToActionMade) if event.names_the_way]
    return priced, named, linked


def _every(kinds: tuple[list[tuple[Span, str]], ...], gap: Seconds, length: Seconds) -> bool:
    """Whether each kind came at least every ``gap`` seconds from the start to the end."""
    for times in kinds:
        moments = [0.0, *(span.start for span, _ in times), length]
        if any(later - earlier > gap for earlier, later in pairwise(moments)):
            return False
    return True


def _by_name(stretches: tuple[Stretch, ...]) -> dict[str, list[Span]]:
    spans: dict[str, list[Span]] = defaultdict(list)
    for span, name in stretches:
        spans[name].append(span)
    return spans
