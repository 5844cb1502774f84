"""Numbers as a report shows them."""

from __future__ import annotations

from simulator.domain.judgement import Mark
from simulator.domain.scenario import Scenario
from simulator.domain.units import Money, Seconds
from simulator.metrics.room import SessionFigures
from simulator.reports.wording import FIGURES, FOUND, HEADINGS, UNITS
from simulator.scoring.weights import shown

DOTS = 5


def clock(seconds: Seconds) -> str:
    """Minutes and seconds on the session's clock: 3:07, -0:02."""
    whole = int(abs(seconds))
    sign = "-" if seconds <= -1 else ""
    return f"{sign}{whole // 60}:{whole % 60:02d}"


def dots(level: int | None) -> str:
    """The level in dots, so that colour is never the only sign."""
    return "" if level is None else "●" * level + "○" * (DOTS - level)


def points(value: float | None) -> str:
    return "—" if value is None else f"{shown(value):.1f}"


def value_of(mark: Mark, language: str) -> str:
    """What was measured, with its unit in words."""
    value = mark.measurement.value
    if value is None:
        return "—"
    unit = UNITS[mark.unit][language] if mark.unit in UNITS else mark.unit
    if unit == "%":
        return f"{100 * value:.0f} %"
    number = f"{value:.0f}" if mark.unit.startswith("count 0-") or mark.unit == "count" else f"{value:.2f}"
    return f"{number} {unit}".strip()


def room_figures(figures: SessionFigures, language: str) -> list[tuple[str, str]]:
    """The audience's figures with their names; what was not measured says so."""
    named: list[tuple[str, str]] = []
    for id, name in FIGURES:
        value = getattr(figures, id)
        if value is None:
            text = HEADINGS["not_known"][language]
        elif isinstance(value, Money):
            text = str(value)
        elif id == "conversion":
            text = f"{100 * value:.1f} %"
        elif id == "dwell":
            text = f"{value:.0f} {UNITS['s'][language]}"
        elif isinstance(value, float):
            text = f"{value:.1f}"
        else:
            text = f"{value:,}"
        named.append((name[language], text))
    return named


def found(id: str, scenario: Scenario, language: str) -> str:
    """What an id in a measurement's detail stands for, in words where there are any."""
    head, _, tail = id.lstrip("-").partition("/")
    for product in scenario.products:
        if product.id in (head, tail):
            other = tail if head == product.id else head
            cue = next((fact.cue for fact in product.facts if fact.id == other and head == product.id), None)
            words = cue or (FOUND[other][language] if other in FOUND else other)
            return f"{product.name}: {words}"
    segment = next((segment.name for segment in scenario.run_of_show if segment.id == head), None)
    return segment or (FOUND[head][language] if head in FOUND else head)
