"""Moments that went badly, each with what would have been otherwise had it gone well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from simulator.domain.compliance import RulePack, Severity
from simulator.domain.crowd import CommentPosted, IncidentClosed, IncidentOpened
from simulator.domain.desk import (
    CommentPinned,
    CouponSent,
    PriceChanged,
    ProductPinned,
    ProductUnpinned,
    SoldOutMarked,
)
from simulator.domain.events import Event, HostSpoke, VoiceStarted, VoiceStopped, Word
from simulator.domain.findings import (
    ClaimChecked,
    ElementHeard,
    FactContradicted,
    FactTold,
    IncidentHandled,
    PriceTold,
    PriceVerdict,
    ProductMentioned,
    QuestionAnswered,
    RuleBroken,
    Support,
)
from simulator.domain.key_moments import Instead, MomentKind
from simulator.domain.scenario import Product, RequiredOperation
from simulator.domain.session import SessionLog
from simulator.domain.taxonomy import Taxonomy
from simulator.domain.units import Seconds, Span
from simulator.metrics.credit import hollow
from simulator.metrics.explanation import Contradiction, uncorrected
from simulator.metrics.interaction import SHARED_WITHIN, counted
from simulator.metrics.presenting import demonstrations, product_at
from simulator.metrics.selling import ops_on_time
from simulator.metrics.spans import without
from simulator.metrics.speaking import silences
from simulator.metrics.structure import CLOSING, EXCUSED, OPENING_SPEECH, opening_elements, recap_close_elements
from simulator.review import instead

PER_KIND = 12
"""Moments of one kind that are weighed: the longest, gravest, most urgent."""
ANSWERED_AFTER: Seconds = 5.0
"""How soon a good answer would have come (ours: the best band of the rubric's response time ends at 20 s)."""
A_LINE: Seconds = 3.0
"""How long a short line takes to say."""
EDGE: Seconds = 0.001
TOUCHES: Mapping[MomentKind, tuple[str, ...]] = {
    MomentKind.WRONG_PRICE: ("contradictions_per_product", "price_clarity"),
    MomentKind.WRONG_FACT: ("contradictions_per_product",),
    MomentKind.QUESTION: ("answer_rate",),
    MomentKind.SILENCE: ("dead_air_share",),
    MomentKind.RED_LINE: ("s4_confirmed", "conduct_weighted", "unsupported_price_urgency_share"),
    MomentKind.BREACH: ("absolute_weighted_per_10min", "conduct_weighted", "unsupported_price_urgency_share"),
    MomentKind.HOLLOW_CLAIM: ("unsupported_price_urgency_share",),
    MomentKind.INCIDENT: ("incident_steps",),
    MomentKind.OPERATION: ("ops_on_time",),
    MomentKind.OPENING: ("opening_elements",),
    MomentKind.CLOSING: ("recap_close_elements",),
    MomentKind.ANSWERED: ("answer_rate", "answer_key_hit"),
    MomentKind.SOLVED: ("incident_steps",),
    MomentKind.SHOWN: ("demo_acts_per_product",),
    MomentKind.CORRECTED: ("contradictions_per_product", "price_clarity"),
}
"""The metrics that a moment of each kind can move."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A moment before it is weighed."""

    kind: MomentKind
    span: Span
    quote: str
    subject: str = ""
    product: str | None = None
    also: int = 0
    missing: tuple[str, ...] = ()
    instead: tuple[Instead, ...] = ()
    drop: tuple[Event, ...] = ()
    add: tuple[Event, ...] = ()


def missed(log: SessionLog, rules: RulePack, taxonomy: Taxonomy) -> tuple[Candidate, ...]:
    """All that went badly in the log that counts, at most ``PER_KIND`` of a kind."""
    found = [
        *_contradictions(log),
        *_questions(log, taxonomy),
        *_silences(log),
        *_breaches(log, rules),
        *_incidents(log, taxonomy),
        *_operations(log),
        *_opening(log),
        *_closing(log),
    ]
    return tuple(found)


# ------------------------------------------------------------------------------------ said wrong


def _contradictions(log: SessionLog) -> Iterator[Candidate]:
    for each in uncorrected(log)[:PER_KIND]:
        product = _product(log, each.product, each.evidence.span.start)
        said = each.evidence.span
        if each.price:
            right = PriceTold(
                at=said.end, said=said, product=product.id, price=product.price, verdict=PriceVerdict.RIGHT, quote=""
            )
            yield Candidate(
                kind=MomentKind.WRONG_PRICE, span=said, quote=each.evidence.quote, subject=each.fact or "",
                product=product.id, instead=instead.price_of(product), drop=_behind(log, each), add=(right,),
            )  # fmt: skip
        else:
            yield Candidate(
                kind=MomentKind.WRONG_FACT, span=said, quote=each.evidence.quote, subject=each.fact or "",
                product=product.id, instead=instead.fact_of(product, each.fact or ""), drop=_behind(log, each),
            )  # fmt: skip


def _behind(log: SessionLog, wrong: Contradiction) -> tuple[Event, ...]:
    """The findings that make up a contradiction."""
    span = wrong.evidence.span
    return tuple(
        event
        for event in log.only(PriceTold, FactContradicted)
        if (event.said == span or event.said.overlaps(span))
        and (isinstance(event, FactContradicted) or event.verdict is PriceVerdict.WRONG)
        and (not isinstance(event, FactContradicted) or event.fact == wrong.fact)
    )


def _breaches(log: SessionLog, rules: RulePack) -> Iterator[Candidate]:
    claims = [claim for claim in log.only(ClaimChecked) if claim.support in (Support.MISSING, Support.CONTRADICTED)]
    broken = [event for event in log.only(RuleBroken) if event.severity >= Severity.S2]
    by_gravity = sorted(broken, key=lambda event: (-event.severity, event.said))
    for event in by_gravity[: 2 * PER_KIND]:
        product = product_at(log, event.said.start)
        hollow_claims = [each for each in claims if each.category == event.category and _meet(each.said, event.said)]
        yield Candidate(
            kind=MomentKind.RED_LINE if event.severity is Severity.S4 else MomentKind.BREACH,
            span=event.said,
            quote=event.quote,
            subject=event.category,
            product=product,
            instead=instead.lawful(rules, event, log.scenario, product),
            drop=(event, *hollow_claims),
        )
    alone = [
        each
        for each in claims
        if not any(each.category == event.category and _meet(each.said, event.said) for event in broken)
    ]
    for claim in alone[:PER_KIND]:
        yield Candidate(
            kind=MomentKind.HOLLOW_CLAIM, span=claim.said, quote=claim.quote, subject=claim.category,
            instead=instead.true_state(claim, rules), drop=(claim,),
        )  # fmt: skip


# ------------------------------------------------------------------------------------ not said


def _questions(log: SessionLog, taxonomy: Taxonomy) -> Iterator[Candidate]:
    """Unanswered questions, those that one answer would have served taken together."""
    groups: list[list[CommentPosted]] = []
    for question in counted(log):
        comment = question.comment
        if question.met or comment.incident is not None:
            continue
        group = next((each for each in groups if _shares(each[0], comment)), None)
        if group is None:
            groups.append([comment])
        else:
            group.append(comment)
    groups.sort(key=lambda group: (-sum(comment.priority for comment in group), group[0].at))
    for group in groups[:PER_KIND]:
        first = group[0]
        category = taxonomy.categories.get(first.category)
        topic = first.topic if first.topic is not None or category is None else category.topic
        at = min(first.at + ANSWERED_AFTER, first.expires_at)
        answer = QuestionAnswered(
            at=at + A_LINE, said=Span(at, at + A_LINE), topic=topic, category=first.category,
            comments=tuple(comment.id for comment in group), quality=1.0, quote="",
        )  # fmt: skip
        product = _product(log, first.product, first.at)
        yield Candidate(
            kind=MomentKind.QUESTION,
            span=Span(first.at, max(first.at, min(group[-1].expires_at, log.length))),
            quote=first.text,
            subject=first.category,
            product=product.id,
            also=sum(comment.stands_for for comment in group) - 1,
            instead=instead.answer_to(category, topic, product),
            add=(answer,),
        )


def _shares(first: CommentPosted, comment: CommentPosted) -> bool:
    return (
        first.category == comment.category
        and (first.product == comment.product or None in (first.product, comment.product))
        and comment.at - first.at <= SHARED_WITHIN
    )


def _silences(log: SessionLog) -> Iterator[Candidate]:
    quiet = silences(log)
    if not quiet:
        return
    excused = [Span(span.start, min(span.end, span.start + EXCUSED)) for span in demonstrations(log)]
    longest = sorted(without(quiet, excused), key=lambda span: (-span.length, span.start))[:PER_KIND]
    by_voice = any(True for _ in log.only(VoiceStarted))
    phrases = list(log.only(HostSpoke))
    for span in sorted(longest):
        before = [phrase for phrase in phrases if phrase.said.end <= span.start + EDGE]
        product = _product(log, None, span.start)
        told = frozenset(
            event.fact for event in log.only(FactTold) if event.product == product.id and event.said.end <= span.start
        )
        yield Candidate(
            kind=MomentKind.SILENCE,
            span=span,
            quote=before[-1].text if before else "",
            product=product.id,
            instead=instead.next_line(product, told),
            drop=tuple(
                phrase for phrase in phrases if phrase.said.overlaps(span) and hollow(phrase.text, log.language)
            ),
            add=_spoken(span, by_voice, phrases[0].engine if phrases else ""),
        )


def _spoken(span: Span, by_voice: bool, engine: str) -> tuple[Event, ...]:
    """Speech from beginning to end, as whatever tells speech in this log would have noted it."""
    if by_voice:
        return VoiceStarted(at=span.start + EDGE), VoiceStopped(at=span.end - EDGE)
    words = (Word("…", span, None),)
    return (HostSpoke(at=span.end, said=span, text="…", words=words, engine=engine),)


def _opening(log: SessionLog) -> Iterator[Candidate]:
    found = opening_elements(log)
    lacking = tuple(id[1:] for id in found.detail if id.startswith("-"))
    if found.value is None or not lacking:
        return
    first = next(iter(log.only(HostSpoke)))
    start = first.said.start
    said = Span(start, start + EDGE)
    product = _product(log, None, start).id
    add: list[Event] = [
        ElementHeard(at=start, said=said, element=each, quote="") for each in lacking if each != "what_is_sold"
    ]
    if "what_is_sold" in lacking:
        add.append(ProductMentioned(at=start, said=said, product=product, quote=""))
    yield Candidate(
        kind=MomentKind.OPENING, span=Span(start, min(start + OPENING_SPEECH, log.length)), quote=first.text,
        missing=lacking, instead=instead.opening(log.scenario, lacking), add=tuple(add),
    )  # fmt: skip


def _closing(log: SessionLog) -> Iterator[Candidate]:
    found = recap_close_elements(log)
    lacking = tuple(id[1:] for id in found.detail if id.startswith("-") and id != "-restated")
    if found.value is None or not lacking:
        return
    at = max(log.length - A_LINE, 0.0)
    said = Span(at, at + EDGE)
    product = _product(log, None, at)
    names = [each for each in lacking if each in ("recap", "after_sales", "next_show")]
    names += ["thanks", "announced_end"] if "thanks_and_end" in lacking else []
    *_, last = log.only(HostSpoke)
    yield Candidate(
        kind=MomentKind.CLOSING, span=Span(max(log.length - CLOSING, 0.0), log.length), quote=last.text,
        product=product.id, missing=lacking, instead=instead.closing(product, lacking),
        add=tuple(ElementHeard(at=at, said=said, element=name, quote="") for name in names),
    )  # fmt: skip


# ------------------------------------------------------------------------------------ not done


def _incidents(log: SessionLog, taxonomy: Taxonomy) -> Iterator[Candidate]:
    closed = {event.incident: event for event in log.only(IncidentClosed)}
    plans = {plan.id: plan for plan in log.scenario.incidents}
    written: dict[str, str] = {}
    for comment in log.only(CommentPosted):
        if comment.incident is not None:
            written.setdefault(comment.incident, comment.text)
    for opened in log.only(IncidentOpened):
        end = closed.get(opened.incident)
        if end is None or end.handled:
            continue
        plan = plans.get(opened.incident)
        product = _product(log, plan.product if plan is not None else None, opened.at)
        at = min(opened.at + ANSWERED_AFTER, end.at)
        said = Span(at, at + A_LINE)
        handled = IncidentHandled(at=said.end, said=said, incident=opened.incident, quote=opened.kind)
        steps = (
            ElementHeard(at=said.end, said=said, element=element, quote="")
            for element in ("apology", "denial", "remedy", "follow_up")
        )
        yield Candidate(
            kind=MomentKind.INCIDENT,
            span=Span(opened.at, max(opened.at, end.at)),
            quote=written.get(opened.incident, ""),
            subject=opened.kind,
            product=product.id,
            instead=instead.handling(taxonomy.incidents.get(opened.kind), product),
            add=(*steps, handled),
        )


def _operations(log: SessionLog) -> Iterator[Candidate]:
    lacking = {id[1:] for id in ops_on_time(log).detail if id.startswith("-")}
    for operation in log.scenario.required_operations:
        if operation.id not in lacking or operation.window.start >= log.length:
            continue
        act = _act(log, operation)
        if act is None:
            continue
        window = Span(operation.window.start, min(operation.window.end, log.length))
        yield Candidate(
            kind=MomentKind.OPERATION, span=window, quote="", subject=operation.kind, product=operation.product,
            add=(act,),
        )  # fmt: skip


def _act(log: SessionLog, operation: RequiredOperation) -> Event | None:
    """The act in the middle of its window, or where something is said of the product."""
    window = operation.window
    spoken = [
        event.said.start
        for event in log.only(ProductMentioned, FactTold, PriceTold)
        if event.product == operation.product and window.start <= event.said.start <= min(window.end, log.length)
    ]
    at = spoken[0] if spoken else (max(window.start, 0.0) + min(window.end, log.length)) / 2
    product = log.scenario.product(operation.product) if operation.product is not None else None
    match operation.kind:
        case "pin" if product is not None:
            return ProductPinned(at=at, product=product.id)
        case "unpin":
            return ProductUnpinned(at=at)
        case "coupon" if product is not None and product.coupon is not None:
            return CouponSent(at=at, product=product.id, off=product.coupon.off, closes_at=at + 60.0)
        case "price" if product is not None:
            return PriceChanged(at=at, product=product.id, price=product.price)
        case "sold_out" if product is not None:
            return SoldOutMarked(at=at, product=product.id)
        case "answer_card":
            asked = next((each.id for each in log.only(CommentPosted) if each.wants_answer and each.at <= at), None)
            return CommentPinned(at=at, comment=asked or "")
        case _:
            return None


# ------------------------------------------------------------------------------------ where it was


def _product(log: SessionLog, id: str | None, at: Seconds) -> Product:
    """The product with this id; else the one explained then, or planned first."""
    planned: Sequence[str] = [each.product for each in log.scenario.run_of_show if each.product is not None]
    name = id or product_at(log, at) or (planned[0] if planned else log.scenario.products[0].id)
    return log.scenario.product(name)


def _meet(one: Span, other: Span) -> bool:
    return one == other or one.overlaps(other)
