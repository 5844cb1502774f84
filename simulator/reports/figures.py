"""Numbers as a report shows them."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.domain.judgement import Mark
from simulator.domain.language import Language
from simulator.domain.scenario import Scenario
from simulator.domain.units import Money, Seconds, Text
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


def value_of(mark: Mark, spoken: Language, language: str) -> str:
    """What was measured, with its unit in words; a rate of speech in the unit of the language spoken."""
    value = mark.measurement.value
    if value is None:
        return "—"
    # The rubric words a unit that differs by language as "zh: …; en: …".
    own = next((part for part in mark.unit.split("; ") if part.startswith(f"{spoken}: ")), mark.unit)
    unit = UNITS[own][language] if own in UNITS else own
    if unit == "%":
        return f"{100 * value:.0f} %"
    number = f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:.0f}"
    return f"{_bare(number)} {unit}".strip()


def _bare(number: str) -> str:
    """Without the zeros that say nothing: 3 for 3.00."""
    return number.rstrip("0").rstrip(".") if "." in number else number


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


def found(id: str, scenario: Scenario, language: str, names: Mapping[str, Text] | None = None) -> str:
    """What an id in a measurement's detail stands for, in words where there are any; ``names`` are of comment kinds."""
    head, _, tail = id.lstrip("-").partition("/")
    for product in scenario.products:
        if product.id in (head, tail):
            other = tail if head == product.id else head
            cue = next((fact.cue for fact in product.facts if fact.id == other and head == product.id), None)
            words = cue or (FOUND[other][language] if other in FOUND else other)
            return f"{product.name}: {words}"
    segment = next((segment.name for segment in scenario.run_of_show if segment.id == head), None)
    known = FOUND.get(head) or (names or {}).get(head)
    return segment or (known[language] if known is not None else head)
