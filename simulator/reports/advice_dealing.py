"""Advice on dealing with viewers, selling and rules."""

from __future__ import annotations

from itertools import pairwise

from simulator.domain.findings import CallToActionMade, RuleBroken
from simulator.domain.scenario import FactKind
from simulator.domain.units import Seconds, Span
from simulator.metrics.disclosure import obligations
from simulator.metrics.interaction import Question, counted, questions
from simulator.metrics.presenting import explained
from simulator.reports.advice_case import (
    FEW_PARTS,
    Advice,
    Case,
    answer_to,
    cue,
    explained_at,
    named,
    other,
    same,
    say,
    what,
)
from simulator.reports.figures import clock
from simulator.reports.wording_advice import ADVICE, OPERATIONS, SAY


def unanswered(case: Case) -> Advice:
    missed = [question for question in counted(case.log) if not question.met]
    if not missed:
        return slow(case)
    worst = min(missed, key=lambda each: (-each.comment.priority, each.comment.at)).comment
    return Advice(what=ADVICE["answer_rate"], at=worst.at, said=worst.text, asked=True, instead=answer_to(case, worst))


def slow(case: Case) -> Advice:
    waits: list[tuple[Seconds, Question]] = [
        (question.answer.said.start - question.comment.at, question)
        for question in questions(case.log)
        if question.answer is not None
    ]
    if not waits:
        return other(case)
    wait, question = max(waits, key=lambda each: (each[0], -each[1].comment.at))
    return Advice(
        what=what("median_latency_s", seconds=same(f"{max(wait, 0):.0f}")),
        at=question.comment.at,
        said=question.comment.text,
        asked=True,
        instead=say(case, "seen"),
    )


def thin_answer(case: Case) -> Advice:
    answered = [question for question in questions(case.log) if question.answer is not None]
    if not answered:
        return other(case)
    weakest = min(answered, key=lambda each: (each.best, each.comment.at))
    return Advice(
        what=ADVICE["answer_key_hit"],
        at=weakest.answer.said.start if weakest.answer is not None else weakest.comment.at,
        said=weakest.comment.text,
        asked=True,
        instead=answer_to(case, weakest.comment),
    )


def trouble(case: Case) -> Advice:
    first = case.first
    step = next(iter(case.missing), "")
    terms = cue(case.product, FactKind.AFTER_SALES)
    id = "remedy_bare" if step == "remedy" and not terms else step
    return Advice(
        what=what("incident_steps", missing=named(case, (step,))) if step else ADVICE["other"],
        at=None if first is None else first.span.start,
        said="" if first is None else first.quote,
        asked=bool(first is not None and first.quote),
        instead=say(case, id, terms=terms) if id in SAY else "",
    )


def price(case: Case) -> Advice:
    wanted = next(iter(case.missing), "")
    of, _, part = wanted.partition("/")
    product = next((each for each in case.log.scenario.products if each.id == of), case.product)
    parts = tuple(id.partition("/")[2] for id in case.missing if id.partition("/")[0] == product.id)
    free = "shipping" in parts and product.shipping.hundredths == 0
    words = [say(case, "free" if free and each == "shipping" else each, product) for each in parts if each in SAY]
    wrong = case.first if part == "right_price" else None
    return Advice(
        what=what("price_clarity", product=same(product.name), missing=named(case, parts)),
        at=wrong.span.start if wrong is not None else explained_at(case.log, product.id),
        said="" if wrong is None else wrong.quote,
        instead=" ".join(words[:FEW_PARTS]),
    )


def invitation(case: Case) -> Advice:
    """The middle of the longest time without an invitation."""
    calls = [call.said.start for call in case.log.only(CallToActionMade) if call.kind == "order"]
    gaps = [Span(one, other) for one, other in pairwise([0.0, *calls, case.log.length])]
    longest = max(gaps, key=lambda gap: gap.length)
    middle = (longest.start + longest.end) / 2
    product = next((id for span, id in explained(case.log) if span.start <= middle < span.end), None)
    chosen = next((each for each in case.log.scenario.products if each.id == product), case.product)
    return Advice(
        what=what("cta_per_10min", minutes=same(clock(longest.length))),
        at=middle,
        instead=say(case, "order", chosen),
    )


def operation(case: Case) -> Advice:
    wanted = {operation.id: operation for operation in case.log.scenario.required_operations}
    late = next((wanted[id] for id in case.missing if id in wanted), None)
    if late is None:
        return other(case)
    return Advice(
        what=what("ops_on_time", operation=OPERATIONS.get(late.kind, same(late.kind))),
        at=min(late.window.start, case.log.length),
    )


def breach(case: Case) -> Advice:
    """A rule broken, with the pack's own words to say instead."""
    first = case.first
    if first is None:
        return Advice(what=ADVICE[case.metric])
    broken = min(
        (each for each in case.log.only(RuleBroken) if each.said.overlaps(first.span) or each.said == first.span),
        key=lambda each: (each.quote != first.quote, abs(each.said.start - first.span.start)),
        default=None,
    )
    instead = None
    if broken is not None and case.rules is not None:
        instead = case.rules.instead(broken.category, broken.pattern, broken.quote)
    return Advice(
        what=ADVICE[case.metric],
        at=first.span.start,
        said=first.quote,
        instead=instead or (say(case, "true") if case.metric == "unsupported_price_urgency_share" else ""),
    )


def disclosure(case: Case) -> Advice:
    due = {each.id: each for each in obligations(case.log)}
    missed = next((due[id] for id in case.missing if id in due), None)
    if missed is None:
        return other(case)
    wording = next(
        (
            each.wording
            for each in (case.rules.required if case.rules is not None else ())
            if each.id == missed.statement
        ),
        "",
    )
    product = next((each for each in case.log.scenario.products if each.id == missed.product), case.product)
    by_statement = {
        "who_sells": say(case, "who_sells"),
        "trader": say(case, "who_sells"),
        "final_price": f"{say(case, 'unit', product)} {cue(product, FactKind.SHIPPING)}".strip(),
        "total_price": cue(product, FactKind.PRICE),
        "ship": cue(product, FactKind.SHIPPING),
        "delivery": cue(product, FactKind.SHIPPING),
        "after_sales": cue(product, FactKind.AFTER_SALES),
        "returns": cue(product, FactKind.AFTER_SALES),
        "connection": case.log.scenario.seller.connection,
    }
    late = missed.statement in ("final_price", "total_price")
    return Advice(
        what=what("disclosures_made", missing=named(case, (missed.statement,))),
        at=min(missed.due.end if late else missed.due.start, case.log.length),
        instead=by_statement.get(missed.statement) or wording,
    )
