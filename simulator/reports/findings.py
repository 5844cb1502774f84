"""What perception made of the words, as reports name it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from simulator.domain.events import Event
from simulator.domain.findings import (
    CallToActionMade,
    FactContradicted,
    FactTold,
    FillerSaid,
    HostWasSilent,
    PriceTold,
    QuestionAnswered,
    RuleBroken,
)
from simulator.domain.session import SessionLog
from simulator.domain.units import Money, Span

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A finding in the terms of the JSON contract."""

    kind: str
    """fact_told | price_told | answer | call_to_action | rule_broken | filler | silence"""
    id: str | None
    said: Span
    quote: str
    severity: str | None = None
    more: Mapping[str, Json] = field(default_factory=dict)
    """What else is known, under names of its own."""


def findings(log: SessionLog) -> tuple[Finding, ...]:
    """All of a session's, in the order they were said."""
    found = [finding for event in log.events if (finding := _finding(event)) is not None]
    return tuple(sorted(found, key=lambda finding: finding.said))


def contradictions(log: SessionLog) -> tuple[Finding, ...]:
    """Statements against the fact card, put right later or not."""
    return tuple(
        Finding(
            kind="fact_contradicted",
            id=event.fact,
            said=event.said,
            quote=event.quote,
            more={"product": event.product},
        )
        for event in log.only(FactContradicted)
    )


def amount(money: Money) -> dict[str, Json]:
    return {"amount": float(money.amount), "currency": money.currency.value}


def _finding(event: Event) -> Finding | None:
    match event:
        case FactTold():
            more: dict[str, Json] = {"product": event.product, "quality": round(event.quality, 4)}
            return Finding(kind="fact_told", id=event.fact, said=event.said, quote=event.quote, more=more)
        case PriceTold():
            more = {"price": amount(event.price), "verdict": event.verdict.value}
            return Finding(kind="price_told", id=event.product, said=event.said, quote=event.quote, more=more)
        case QuestionAnswered():
            more = {"comments": list(event.comments), "quality": round(event.quality, 4)}
            return Finding(kind="answer", id=event.category, said=event.said, quote=event.quote, more=more)
        case CallToActionMade():
            more = {"names_the_way": event.names_the_way}
            return Finding(kind="call_to_action", id=event.kind, said=event.said, quote=event.quote, more=more)
        case RuleBroken():
            more = {"category": event.category, "finding": event.id, "support": event.support.value}
            severity = event.severity.name
            return Finding(
                kind="rule_broken", id=event.pattern, said=event.said, quote=event.quote, severity=severity, more=more
            )
        case FillerSaid():
            more = {"weight": event.weight}
            return Finding(kind="filler", id=event.quote, said=event.said, quote=event.quote, more=more)
        case HostWasSilent():
            return Finding(kind="silence", id=None, said=event.said, quote="")
        case _:
            return None
