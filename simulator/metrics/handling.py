"""C4: the steps by which trouble was handled; proposed by the machine, decided by a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from itertools import chain
from statistics import fmean
from types import MappingProxyType

from simulator.domain.crowd import CommentPosted, IncidentClosed, IncidentOpened, Way
from simulator.domain.desk import (
    CommentPinned,
    CouponSent,
    IncidentDecided,
    PriceChanged,
    ProductUnpinned,
    SoldOutMarked,
    StockAdded,
    StockCorrected,
)
from simulator.domain.events import HostSpoke
from simulator.domain.findings import (
    ElementHeard,
    FactTold,
    IncidentHandled,
    PriceTold,
    PriceVerdict,
    QuestionAnswered,
    RuleBroken,
    StatementMade,
)
from simulator.domain.judgement import Evidence, Measurement, WhyNone
from simulator.domain.scenario import FactKind
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds, Span
from simulator.metrics.hands import own
from simulator.metrics.metric import measured, metric, not_measured
from simulator.metrics.speaking import unheard

AFTERMATH: Seconds = 60.0
"""How long after a surprise the host's words still belong to it."""
STEPS = ("acknowledge", "state_fact", "remedy", "follow_up")
"""The four steps of rubric C4, in its order."""
OF_ELEMENT: Mapping[str, str] = MappingProxyType(
    {
        "apology": "acknowledge",
        "correction": "acknowledge",
        "back_on_air": "acknowledge",
        "sound_check": "acknowledge",
        "keep_private": "acknowledge",
        "denial": "state_fact",
        "sold_out": "state_fact",
        "documents": "state_fact",
        "remedy": "remedy",
        "restock": "remedy",
        "doctor": "follow_up",
        "guardian": "follow_up",
        "order_number": "follow_up",
        "follow_up": "follow_up",
        "after_sales": "follow_up",
    }
)
"""Which step a building block of the speech is; ours."""
FORBIDDEN_COSTS = 2
"""Steps that a forbidden act takes away (rubric C4)."""
FORBIDDEN = frozenset(
    {
        "vulgar_insult",
        "disparagement",
        "comparison_disparage",
        "off_platform",
        "review_manipulation",
        "reviews_indicators",
    }
)
"""Rule categories that are insult, threat, hiding a complaint or payment outside the shop, in both packs' names."""
FORBIDDEN_ACT = "forbidden_act"


@metric
def incident_steps(log: SessionLog) -> Measurement:
    """Mean 0..4 over the surprises of the steps heard: acknowledge, state the fact, remedy, follow-up route.

    A forbidden act takes two away, down to 0. The evidence is what viewers wrote and the moment of each step.
    """
    opened = list(log.only(IncidentOpened))
    if not opened:
        return not_measured(WhyNone.NO_INCIDENT)
    closed = {event.incident: event.at for event in log.only(IncidentClosed)}
    written: dict[str, str] = {}
    raised: dict[str, set[str]] = {}
    for comment in log.only(CommentPosted):
        if comment.incident is not None:
            written.setdefault(comment.incident, comment.text)
            raised.setdefault(comment.incident, set()).add(comment.id)
    evidence: list[Evidence] = []
    counts: list[float] = []
    missing: set[str] = set()
    forbidden = False
    for incident in opened:
        until = closed.get(incident.incident, incident.at + AFTERMATH)
        during = Span(incident.at, max(until, incident.at + AFTERMATH))
        steps = dict(_steps(log, incident, during, raised.get(incident.incident, set())))
        against = [
            Evidence(broken.said, broken.quote)
            for broken in log.only(RuleBroken)
            if broken.category in FORBIDDEN and during.start <= broken.said.start <= during.end
        ]
        forbidden = forbidden or bool(against)
        counts.append(max(0.0, float(len(steps) - FORBIDDEN_COSTS * bool(against))))
        missing |= {step for step in STEPS if step not in steps}
        evidence.append(Evidence(Span(incident.at, until), written.get(incident.incident, "")))
        evidence += [*against, *(steps[step] for step in STEPS if step in steps)]
        if not steps:
            evidence += _said(log, during)
    detail = [
        *([FORBIDDEN_ACT] if forbidden else []),
        *(f"-{step}" for step in STEPS if step in missing),
        *dict.fromkeys(incident.kind for incident in opened),
    ]
    if why := unheard(log):
        return not_measured(why, evidence, detail)
    return measured(fmean(counts), evidence, detail)


def _steps(
    log: SessionLog, incident: IncidentOpened, during: Span, comments: Set[str]
) -> Iterator[tuple[str, Evidence]]:
    """The steps that were heard or done, each with its first moment: the last yielded of a step is the earliest.

    ``comments`` are the ids of those that raised it.
    """
    found: list[tuple[Seconds, str, Evidence]] = []
    for at, step, moment in chain(_words(log, incident, comments), _acts(log)):
        if during.start <= at <= during.end:
            found.append((at, step, moment))
    for _, step, moment in sorted(found, key=lambda each: (-each[0], each[1])):
        yield step, moment


def _words(log: SessionLog, incident: IncidentOpened, comments: Set[str]) -> Iterator[tuple[Seconds, str, Evidence]]:
    terms = {
        (product.id, fact.id)
        for product in log.scenario.products
        for fact in product.facts
        if fact.kind is FactKind.AFTER_SALES
    }
    for event in log.only(ElementHeard, FactTold, PriceTold, StatementMade, QuestionAnswered, IncidentHandled):
        moment = Evidence(event.said, event.quote)
        match event:
            case ElementHeard() if event.element in OF_ELEMENT:
                yield event.said.start, OF_ELEMENT[event.element], moment
            case FactTold():
                yield event.said.start, "remedy" if (event.product, event.fact) in terms else "state_fact", moment
            case PriceTold() if event.verdict is PriceVerdict.RIGHT:
                yield event.said.start, "state_fact", moment
            case StatementMade(statement="after_sales" | "returns"):
                yield event.said.start, "remedy", moment
            case QuestionAnswered() if not comments.isdisjoint(event.comments):
                # Whoever answers the very comment has taken it up.
                yield event.said.start, "acknowledge", moment
            case IncidentHandled() if event.incident == incident.incident and event.quote:
                # All that its kind asks for was heard: it was taken up, and settled as the policy says.
                yield event.said.start, "acknowledge", moment
                yield event.said.start, "remedy", moment
            case _:
                pass


def _acts(log: SessionLog) -> Iterator[tuple[Seconds, str, Evidence]]:
    """What the host did at the desk; a choice that dealt with an incident is its remedy."""
    acts = log.only(PriceChanged, CouponSent, SoldOutMarked, StockAdded, ProductUnpinned, CommentPinned)
    for act in [*own(acts), *own(log.only(StockCorrected))]:
        step = "follow_up" if isinstance(act, CommentPinned) else "remedy"
        yield act.at, step, Evidence(Span(act.at, act.at), "")
    decided = {act.incident: act for act in own(log.only(IncidentDecided))}
    for close in log.only(IncidentClosed):
        if close.handled and close.by is Way.CHOICE and close.incident in decided:
            yield close.at, "remedy", Evidence(Span(close.at, close.at), "")


def _said(log: SessionLog, during: Span) -> list[Evidence]:
    """The first words after it, for the instructor, where no step was found."""
    said = [phrase for phrase in log.only(HostSpoke) if during.start <= phrase.said.start <= during.end]
    return [Evidence(phrase.said, phrase.text) for phrase in said[:3]]
