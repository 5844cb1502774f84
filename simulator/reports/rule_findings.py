"""Broken rules as a report tells them: what was said, which law of which article, and what to say instead."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.domain.compliance import RulePack
from simulator.domain.findings import PatternGivenUp, RuleBroken
from simulator.domain.session import SessionLog
from simulator.reports.figures import clock
from simulator.reports.findings import Json
from simulator.reports.wording import SEVERITIES, SUPPORT


def told(broken: RuleBroken, rules: RulePack, market: str) -> dict[str, Json]:
    """What the pack says of a breach, for the JSON contract."""
    category = rules.categories.get(broken.category)
    if category is None:
        return {}
    return {
        "name": {"zh": category.name["zh"], "en": category.name["en"]},
        "law": [
            {"instrument": basis.instrument, "article": basis.article, "status": basis.status, "source": basis.source}
            for basis in category.law(market)
        ],
        "instead": rules.instead(broken.category, broken.pattern, broken.quote),
        "needs_human": category.needs_human,
    }


def pack_line(rules: RulePack, kept: bool) -> dict[str, Json]:
    """Which pack a session was judged by."""
    return {"id": rules.id, "version": rules.version, "as_of": rules.as_of, "kept_with_session": kept}


def breaches(log: SessionLog, rules: RulePack, language: str) -> list[dict[str, str]]:
    """Every breach as a line of the report, in the order they were said."""
    rows = []
    for broken in sorted(log.only(RuleBroken), key=lambda broken: broken.said):
        category = rules.categories.get(broken.category)
        law = "" if category is None else "; ".join(
            f"{basis.instrument} {basis.article}".strip() for basis in category.law(log.scenario.market)
        )  # fmt: skip
        rows.append(
            {
                "time": f"{clock(broken.said.start)}–{clock(broken.said.end)}",
                "severity": f"{broken.severity.name} {SEVERITIES[broken.severity.name][language]}",
                "tone": "bad" if broken.severity.name in ("S3", "S4") else "warn",
                "category": broken.category if category is None else category.name[language],
                "quote": broken.quote,
                "support": SUPPORT[broken.support][language],
                "law": law,
                "instead": rules.instead(broken.category, broken.pattern, broken.quote) or "",
            }
        )
    return rows


def given_up(log: SessionLog) -> str:
    """Ids of patterns that took too long and were not looked for."""
    return ", ".join(dict.fromkeys(event.pattern for event in log.only(PatternGivenUp)))


def pack_words(rules: RulePack, kept: bool, say: Mapping[str, str]) -> str:
    """The pack in one line."""
    words = f"{rules.id} {rules.version}, {say['as_of']} {rules.as_of or '?'}"
    return words if kept else f"{words} ({say['rules_not_kept']})"
