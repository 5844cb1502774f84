"""Skill and luck in sentences, with what the figures rest on."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from simulator.audience.estimates import Assumption
from simulator.domain.key_moments import KeyMoments
from simulator.domain.outcome import SESSION, HostOutcome, Outcome
from simulator.domain.units import Currency
from simulator.ui.amounts import clock
from simulator.ui.plain import shown
from simulator.ui.review import moment_words
from simulator.ui.review.reviewed import Reviewed

translate = QCoreApplication.translate


def host_name(id: str) -> str:
    """A host as the screen calls it."""
    return {
        SESSION: translate("Outcome", "these acts"),
        "silent": translate("Outcome", "silent"),
        "novice": translate("Outcome", "novice"),
        "fair": translate("Outcome", "fair"),
        "expert": translate("Outcome", "expert"),
    }.get(id, shown(id, 20))


def amount(value: float, currency: Currency) -> str:
    return f"{currency.sign}{value:,.0f}"


def host_line(each: HostOutcome, currency: Currency) -> str:
    """What one host comes to: the mean, and where four of five audiences lie."""
    low, high = np.percentile(each.sales, [10, 90])
    words = translate(
        "Outcome", "{host}: {mean} on average, {low} to {high} in four of five audiences, {orders} orders"
    )
    return words.format(
        host=host_name(each.host), mean=amount(float(np.mean(each.sales)), currency), low=amount(float(low), currency),
        high=amount(float(high), currency), orders=f"{np.mean(each.orders):,.1f}",
    )  # fmt: skip


def expected(outcome: Outcome, currency: Currency) -> str:
    """What these acts come to on average, and what this session came to."""
    own = outcome.host(SESSION)
    low, high = np.percentile(own.sales, [10, 90])
    return translate(
        "Outcome",
        "These acts sell {mean} on average ({low} to {high} in four of five audiences), {mean_orders} orders. This"
        " session sold {sales}, {orders} orders.",
    ).format(
        mean=amount(float(np.mean(own.sales)), currency), low=amount(float(low), currency),
        high=amount(float(high), currency), mean_orders=f"{np.mean(own.orders):,.1f}",
        sales=amount(outcome.sales, currency), orders=f"{outcome.orders:,}",
    )  # fmt: skip


def luck(outcome: Outcome) -> str:
    """The percentile, and how sure it is."""
    return translate(
        "Outcome",
        "Luck: more than in {luck} of 100 audiences with the same acts; 50 is neither good luck nor bad. From {n}"
        " audiences that lies between {low} and {high}.",
    ).format(
        luck=f"{outcome.luck:.0f}", n=outcome.audiences, low=f"{outcome.luck_low:.0f}", high=f"{outcome.luck_high:.0f}"
    )


def skill(outcome: Outcome) -> str:
    """The place between silence and the expert."""
    if outcome.score is None:
        return translate("Outcome", "Skill: before this audience the expert does no better than silence; no score.")
    error = "" if outcome.score_error is None else f" ± {outcome.score_error:.0f}"
    return translate(
        "Outcome", "Skill: {score} of 100, where silence is 0 and the expert 100, by the logarithm of net sales."
    ).format(score=f"{outcome.score:.0f}{error}")


def short(outcome: Outcome, currency: Currency) -> str:
    """All of it in one line, for the score's panel."""
    own = outcome.host(SESSION)
    return translate("Outcome", "expected of these acts {mean} · luck {luck} of 100").format(
        mean=amount(float(np.mean(own.sales)), currency), luck=f"{outcome.luck:.0f}"
    )


def closed_loop(outcome: Outcome, currency: Currency) -> str:
    """The same host, were he to answer what each audience asks; "" where he was not played."""
    if outcome.closed_loop is None:
        return ""
    net = float(np.mean(outcome.host(SESSION).net))
    return translate(
        "Outcome", "Net of refunds these acts come to {net}; answering what each audience asks, as often: {closed}."
    ).format(net=amount(net, currency), closed=amount(outcome.closed_loop, currency))


def moments(outcome: Outcome, found: KeyMoments, session: Reviewed, language: str) -> tuple[str, ...]:
    """The counterfactuals of the three moments, a line each."""
    lines = []
    for number, moment in enumerate(found.moments, 1):
        words = moment_words.audience(moment, outcome)
        if words:
            name = moment_words.title(moment, session, language)
            lines.append(f"{number}  {clock(moment.span.start)} {name}. {words}")
    return tuple(lines)


def how(outcome: Outcome) -> str:
    """How much was played."""
    engine = (
        translate("Outcome", "the compiled engine")
        if outcome.engine == "compiled"
        else translate("Outcome", "the plain engine")
    )
    return translate(
        "Outcome", "{n} audiences for each host, the same for all, in ticks of {tick} s, by {engine}."
    ).format(n=outcome.audiences, tick=f"{outcome.tick:g}", engine=engine)


def assumptions(outcome: Outcome) -> tuple[str, ...]:
    """What all of it rests on, each once."""
    named = {*outcome.assumptions, *(id for each in outcome.moments for id in each.assumptions)}
    return tuple(_assumption(each) for each in Assumption if each.value in named)


def _assumption(each: Assumption) -> str:
    return {
        Assumption.MODEL_EFFECTS: translate(
            "Outcome", "What words do to sales is the model's assumption, not measured on a platform."
        ),
        Assumption.ASSUMED_PRESET: translate("Outcome", "How many come and what they are like is a teaching choice."),
        Assumption.OPEN_LOOP: translate(
            "Outcome", "The host goes on as in the log, though another audience would ask other things."
        ),
        Assumption.OPEN_LOOP_DIFFERS: translate(
            "Outcome", "A host who answers what each audience asks would do more than a tenth better or worse."
        ),
        Assumption.NO_CLOSED_LOOP: translate(
            "Outcome", "The session has no answers to tell a way of answering from, so none was played."
        ),
        Assumption.STOCK_BINDING: translate("Outcome", "Goods ran out: doing better need not have sold more."),
        Assumption.COARSE_TICK: translate(
            "Outcome", "Played in longer steps than live, on all sides alike: one to three in a hundred orders fewer."
        ),
        Assumption.SINGLE_LUCK: translate("Outcome", "One audience only: the session's own."),
        Assumption.OTHER_AUDIENCES: translate(
            "Outcome",
            "The moments were played before other audiences from the start, not from this room as it was then.",
        ),
        Assumption.CONTINUES_AS_BEFORE: translate("Outcome", "The host goes on as in the last minute."),
    }[each]
