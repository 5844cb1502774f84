"""Numbers with a unit, brought to one measure so that equal amounts compare equal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from simulator.domain.language import Language
from simulator.domain.scenario import Quantity
from simulator.perception.numbers import HAN_NUMERALS, han_numbers
from simulator.perception.wording import Phrase

_MEASURES: dict[str, tuple[str, float]] = {
    "公斤": ("g", 1000), "千克": ("g", 1000), "kg": ("g", 1000), "kilo": ("g", 1000), "kilos": ("g", 1000),
    "kilogram": ("g", 1000), "kilograms": ("g", 1000), "斤": ("g", 500), "两": ("g", 50), "克": ("g", 1), "g": ("g", 1),
    "gram": ("g", 1), "grams": ("g", 1), "pound": ("g", 453.6), "pounds": ("g", 453.6), "lb": ("g", 453.6),
    "lbs": ("g", 453.6), "ounce": ("g", 28.35), "ounces": ("g", 28.35), "oz": ("g", 28.35),
    "毫升": ("ml", 1), "ml": ("ml", 1), "升": ("ml", 1000),
    "小时": ("h", 1), "钟头": ("h", 1), "h": ("h", 1), "hour": ("h", 1), "hours": ("h", 1), "天": ("h", 24),
    "日": ("h", 24), "day": ("h", 24),
    "days": ("h", 24), "周": ("h", 168), "星期": ("h", 168), "week": ("h", 168), "weeks": ("h", 168),
    "分钟": ("min", 1), "minute": ("min", 1), "minutes": ("min", 1),
    "个月": ("month", 1), "month": ("month", 1), "months": ("month", 1), "年": ("month", 12), "year": ("month", 12),
    "years": ("month", 12),
    "毫米": ("mm", 1), "mm": ("mm", 1), "厘米": ("mm", 10), "公分": ("mm", 10), "cm": ("mm", 10),
    "centimeters": ("mm", 10), "centimetres": ("mm", 10), "米": ("mm", 1000), "m": ("mm", 1000), "meters": ("mm", 1000), "metres": ("mm", 1000),
    "inch": ("mm", 25.4), "inches": ("mm", 25.4),
    "%": ("%", 1), "percent": ("%", 1), "度": ("°", 1), "degrees": ("°", 1),
}  # fmt: skip
_BY_LENGTH = sorted(_MEASURES, key=len, reverse=True)
TOLERANCE = 0.01
"""Amounts this close are equal: a pound is not exactly 454 g."""


@dataclass(frozen=True, slots=True)
class Measured:
    """An amount in one measure (g, ml, h, month, mm …; else the unit itself), and where it was recognised."""

    amount: float
    measure: str
    start: int
    end: int

    def equals(self, other: Measured) -> bool:
        return self.measure == other.measure and abs(self.amount - other.amount) <= TOLERANCE * max(
            abs(self.amount), abs(other.amount), 1e-9
        )


def true_amount(quantity: Quantity) -> Measured:
    """A quantity of a fact card in its measure."""
    measure, factor = _MEASURES.get(quantity.unit.strip().lower(), (quantity.unit.strip().lower(), 1.0))
    return Measured(quantity.value * factor, measure, 0, 0)


def quantities(phrase: Phrase, language: Language, units: frozenset[str]) -> Iterator[Measured]:
    """Amounts with a unit in the phrase; ``units`` are further ones (a card's own, such as 箱)."""
    if language is Language.EN:
        yield from _english(phrase, units)
        return
    text = phrase.plain.text
    names = sorted({*_BY_LENGTH, *units}, key=len, reverse=True)
    for run in han_numbers(text):
        after = text[run.end :]
        unit = next((each for each in names if after.startswith(each)), None)
        if unit is None or (run.start > 0 and text[run.start - 1] in HAN_NUMERALS | {"第", "几", "."}):
            continue
        end = run.end + len(unit)
        value = float(run.value)
        if unit in ("斤", "公斤", "年", "小时", "个月") and text[end : end + 1] == "半":
            value += 0.5
            end += 1
        yield _measured(value, unit, *phrase.plain.recognised(run.start, end))
    at = text.find("半")
    while at >= 0:
        unit = next((each for each in names if text.startswith(each, at + 1)), None)
        if unit is not None and (at == 0 or text[at - 1] not in HAN_NUMERALS):
            yield _measured(0.5, unit, *phrase.plain.recognised(at, at + 1 + len(unit)))
        at = text.find("半", at + 1)


def _english(phrase: Phrase, units: frozenset[str]) -> Iterator[Measured]:
    for at in range(len(phrase.tokens) - 1):
        token, unit = phrase.tokens[at], phrase.tokens[at + 1]
        if token[0].isdigit() and (unit in _MEASURES or unit in units):
            start, end = phrase.token_origin[at][0], phrase.token_origin[at + 1][1]
            if not any(sign in phrase.raw[max(0, start - 1) : end] for sign in "$£€"):
                yield _measured(float(Decimal(token)), unit, start, end)


def _measured(value: float, unit: str, start: int, end: int) -> Measured:
    measure, factor = _MEASURES.get(unit, (unit, 1.0))
    return Measured(value * factor, measure, start, end)
