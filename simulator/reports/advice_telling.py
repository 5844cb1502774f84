"""Advice on what the host told and how: opening, timing, facts, showing, pace."""

from __future__ import annotations

from simulator.domain.crowd import CommentPosted
from simulator.domain.events import HostSpoke
from simulator.domain.findings import CallToActionMade
from simulator.domain.scenario import FactKind
from simulator.domain.units import Seconds, Text
from simulator.metrics.explanation import uncorrected
from simulator.metrics.presenting import explained, segments
from simulator.reports.advice_case import (
    FEW_PARTS,
    Advice,
    Case,
    cue,
    explained_at,
    explained_until,
    named,
    other,
    same,
    say,
    what,
)
from simulator.reports.figures import clock, value_of
from simulator.reports.wording_advice import ADVICE, SAY

CLOSING: Seconds = 120.0
"""What counts as the close of a stream."""


def opening(case: Case) -> Advice:
    missing = case.missing
    start = next((phrase.said.start for phrase in case.log.only(HostSpoke)), 0.0)
    said = next((phrase.text for phrase in case.log.only(HostSpoke)), "")
    instead = " ".join(say(case, id) for id in missing[:FEW_PARTS] if id in SAY)
    return Advice(
        what=what("opening_elements", missing=named(case, missing)),
        at=max(0.0, start),
        said=said,
        instead=instead,
    )


def timing(case: Case) -> Advice:
    show = {segment.id: segment for segment in case.log.scenario.run_of_show}
    segment = next((show[id] for id in case.missing if id in show), None)
    if segment is None:
        return other(case)
    walked = [span for span, name in segments(case.log) if name == segment.id]
    spans = walked or [span for span, product in explained(case.log) if product == segment.product]
    product = next((each for each in case.log.scenario.products if each.id == segment.product), case.product)
    if not spans:
        planned = 0.0
        for each in case.log.scenario.run_of_show:
            if each.id == segment.id:
                break
            planned += each.length
        return Advice(
            what=what("segments_skipped", segment=same(segment.name)),
            at=min(planned, case.log.length),
            instead=say(case, "begin", product),
        )
    used = sum(span.length for span in spans)
    long = used > segment.length
    longest = max(spans, key=lambda span: span.length)
    return Advice(
        what=what(
            "segments_long" if long else "segments_short",
            segment=same(segment.name),
            plan=same(clock(segment.length)),
            used=same(clock(used)),
        ),
        at=min(longest.start + segment.length, longest.end) if long else longest.end,
        instead=say(case, "on") if long else next((fact.cue for fact in product.facts if not fact.mandatory), ""),
    )


def silence(case: Case) -> Advice:
    first = case.first
    if first is None:
        return other(case)
    told = {event.said.start for event in case.log.only(CallToActionMade)}
    untold = next((fact.cue for fact in case.product.facts if not fact.mandatory), "")
    return Advice(
        what=what("dead_air_share", seconds=same(f"{first.span.length:.0f}")),
        at=first.span.start,
        instead=untold if told and untold else say(case, "invitation"),
    )


def close(case: Case) -> Advice:
    missing = case.missing
    words = []
    for id in missing[:FEW_PARTS]:
        if id == "after_sales":
            words.append(cue(case.product, FactKind.AFTER_SALES))
        elif id in ("recap", "restated"):
            words.append(say(case, "recap"))
        elif id in SAY:
            words.append(say(case, id))
    return Advice(
        what=what("recap_close_elements", missing=named(case, missing)),
        at=max(0.0, case.log.length - CLOSING),
        instead=" ".join(filter(None, words)),
    )


def facts(case: Case) -> Advice:
    products = {product.id: product for product in case.log.scenario.products}
    for id in case.missing:
        of, _, name = id.partition("/")
        product = products.get(of)
        fact = None if product is None else next((each for each in product.facts if each.id == name), None)
        if product is None or fact is None:
            continue
        asked = next(
            (
                comment
                for comment in case.log.only(CommentPosted)
                if comment.wants_answer and comment.topic in fact.topics and comment.product in (None, product.id)
            ),
            None,
        )
        at = asked.at if asked is not None else explained_until(case.log, product.id)
        return Advice(
            what=what("fact_coverage", product=same(product.name)),
            at=at,
            said="" if asked is None else asked.text,
            asked=asked is not None,
            instead=fact.cue,
        )
    return other(case)


def accuracy(case: Case) -> Advice:
    wrong = next(iter(uncorrected(case.log)), None)
    if wrong is None:
        return other(case)
    product = next((each for each in case.log.scenario.products if each.id == wrong.product), case.product)
    fact = next((each for each in product.facts if each.id == wrong.fact), None)
    instead = say(case, "right_price", product) if wrong.price or fact is None else fact.cue
    return Advice(
        what=ADVICE["contradictions_per_product"],
        at=wrong.evidence.span.start,
        said=wrong.evidence.quote,
        instead=instead,
    )


def benefit(case: Case) -> Advice:
    of, _, name = (case.missing or ("",))[0].partition("/")
    product = next((each for each in case.log.scenario.products if each.id == of), case.product)
    told = next((each for each in reversed(case.mark.measurement.evidence) if "→" not in each.quote), case.first)
    return Advice(
        what=ADVICE["feature_benefit_link"],
        at=None if told is None else told.span.start,
        said="" if told is None else told.quote,
        instead=cue(product, FactKind.USE) if name else "",
    )


def demonstration(case: Case) -> Advice:
    shown = {
        id for span, id in explained(case.log) for each in case.mark.measurement.evidence if span.overlaps(each.span)
    }
    bare = next(((span, id) for span, id in explained(case.log) if id not in shown), None)
    id = bare[1] if bare is not None else case.product.id
    product = next((each for each in case.log.scenario.products if each.id == id), case.product)
    return Advice(
        what=what("demo_acts_per_product", product=same(product.name)),
        at=bare[0].start if bare is not None else explained_at(case.log, product.id),
        instead=say(case, "look", product),
    )


def pace(case: Case) -> Advice:
    evidence = sorted(case.mark.measurement.evidence, key=lambda each: len(each.quote) / max(each.span.length, 1.0))
    value = case.mark.measurement.value or 0.0
    bands = case.criterion.bands_for(case.log.language)
    best = max(bands, key=lambda band: band.level, default=None)
    fast = best is not None and all(high is not None and value >= high for _, high in best.any_of)
    moment = None if not evidence else evidence[-1] if fast else evidence[0]
    shown = Text(value_of(case.mark, case.log.language, "zh"), value_of(case.mark, case.log.language, "en"))
    return Advice(
        what=what("speech_fast" if fast else "speech_slow", value=shown),
        at=None if moment is None else moment.span.start,
        said="" if moment is None else moment.quote,
    )


def fillers(case: Case) -> Advice:
    first = case.first
    shown = Text(value_of(case.mark, case.log.language, "zh"), value_of(case.mark, case.log.language, "en"))
    return Advice(
        what=what("fillers_per_min", value=shown),
        at=None if first is None else first.span.start,
        said="" if first is None else first.quote,
    )


def technical(case: Case) -> Advice:
    return Advice(what=what("technical_checks", missing=named(case, case.missing)))


def presence(case: Case) -> Advice:
    first = case.first
    return Advice(what=ADVICE["bars_presence"], at=None if first is None else first.span.start)
