"""Numbers with a unit, brought to one measure so that equal amounts compare equal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from simulator.domain.events import HostSpoke
from simulator.domain.language import Language
from simulator.domain.scenario import Quantity
from simulator.domain.units import Span
from simulator.perception.numbers import HAN_DIGITS, HAN_NUMERALS, han_numbers
from simulator.perception.wording import Phrase, Reader

_UNITS = (
    ("g", 1.0, ("克", "g", "gram", "grams")),
    ("g", 50.0, ("两",)),
    ("g", 500.0, ("斤",)),
    ("g", 1000.0, ("公斤", "千克", "kg", "kilo", "kilos", "kilogram", "kilograms")),
    ("g", 453.6, ("pound", "pounds", "lb", "lbs")),
    ("g", 28.35, ("ounce", "ounces", "oz")),
    ("ml", 1.0, ("毫升", "ml")),
    ("ml", 1000.0, ("升",)),
    ("ml", 1000.0, ("l", "liter", "liters", "litre", "litres")),
    ("ml", 236.6, ("cup", "cups")),
    ("ml", 14.79, ("tablespoon", "tablespoons")),
    ("ml", 4.93, ("teaspoon", "teaspoons")),
    ("ml", 3785.0, ("gallon", "gallons")),
    ("g", 1_000_000.0, ("吨",)),
    ("s", 1.0, ("秒", "秒钟", "second", "seconds")),
    ("min", 1.0, ("分钟", "minute", "minutes")),
    ("h", 1.0, ("小时", "钟头", "h", "hour", "hours")),
    ("h", 24.0, ("天", "日", "day", "days")),
    ("h", 168.0, ("周", "星期", "week", "weeks")),
    ("month", 1.0, ("个月", "month", "months")),
    ("month", 12.0, ("年", "year", "years")),
    ("mm", 1.0, ("毫米", "mm", "millimeters", "millimetres")),
    ("mm", 10.0, ("厘米", "公分", "cm", "centimeters", "centimetres")),
    ("mm", 1000.0, ("米", "m", "meters", "metres")),
    ("mm", 304.8, ("foot", "feet")),
    ("km", 1.0, ("公里", "千米", "kilometers", "kilometres")),
    ("km", 1.609, ("mile", "miles")),
    ("mm", 25.4, ("inch", "inches")),
    ("%", 1.0, ("%", "percent")),
    ("°", 1.0, ("度", "摄氏度", "degrees")),
)
_MEASURES = {unit: (measure, factor) for measure, factor, units in _UNITS for unit in units}
_PERCENT = re.compile(r"百分之(?P<n>\d+(?:\.\d+)?)")
_AND_HALF = re.compile(r"(?P<n>\d+)个半(?P<unit>小时|钟头|月)")
_TENTHS = re.compile(r"(?P<n>[一二三四五六七八九十]|\d{1,2})成(?=[左上以多的半,，。！？]|$)")
_DOZENS = re.compile(r"(?P<n>[一两二三四五六七八九十]|\d{1,2})打(?![折包开算听])")
_BAKES = re.compile(r"\b(?:bake|cook|roast|oven|heat|preheat|smoke|grill|broil)\b[\w' ]{0,40}\b(?:at|to)$")
_ACROSS = frozenset({"wide", "long", "tall", "high", "deep", "thick", "across"})
_LASTS = frozenset(
    {"and", "for", "about", "in", "within", "inside", "lasts", "last", "takes", "take", "keeps", "keep", "just", "only"}
)
"""What stands before a month, a teaspoon, that is one of it and no "per"."""
_ALONE = frozenset({
    "hour", "day", "week", "month", "year", "minute", "teaspoon", "tablespoon", "cup",
})  # fmt: skip
_BY_LENGTH = sorted(_MEASURES, key=len, reverse=True)
COUNTED = frozenset("个颗只枚粒片根朵袋包条张") | {"egg", "eggs", "piece", "pieces", "bag", "bags", "bar", "bars"}
"""Pieces that a pack is counted by."""
TOLERANCE = 0.01
"""Amounts this close are equal: a pound is not exactly 454 g."""


@dataclass(frozen=True, slots=True)
class Measured:
    """An amount in one measure (g, ml, h, month, mm …; else the unit itself), and where it was recognised."""

    amount: float
    measure: str
    start: int
    end: int
    value: float
    """The number as it was said, before its unit."""

    def equals(self, other: Measured) -> bool:
        return self.measure == other.measure and abs(self.amount - other.amount) <= TOLERANCE * max(
            abs(self.amount), abs(other.amount), 1e-9
        )


def true_amount(quantity: Quantity) -> Measured:
    """A quantity of a fact card in its measure."""
    measure, factor = _MEASURES.get(quantity.unit.strip().lower(), (quantity.unit.strip().lower(), 1.0))
    return Measured(quantity.value * factor, measure, 0, 0, quantity.value)


def measured_in(text: str, reader: Reader) -> list[Measured]:
    """Amounts with a unit in a wording: 五斤装, "5 kg box", 30枚."""
    said = HostSpoke(at=0.0, said=Span(0.0, 1.0), text=text, words=(), engine="")
    return list(quantities(reader.phrase(said), reader.language, COUNTED))


def parted(part: str) -> Measured:
    """One of a part that prices are told by: 斤, 百克, "pound", 枚."""
    if part.startswith("百"):
        return _measured(100.0, part[1:], 0, 0)
    return _measured(1.0, part.removeprefix("小"), 0, 0)


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
        if unit == "个" and text.startswith("个半", run.end):
            continue
        if unit == "%" and text[max(0, run.start - 3) : run.start] == "百分之":
            continue
        if measure_of(unit) == "°" and text[max(0, run.start - 2) : run.start] == "零下":
            value = -value
        if unit in ("斤", "公斤", "年", "小时", "个月") and text[end : end + 1] == "半":
            value += 0.5
            end += 1
        elif (
            unit in ("升", "米", "公斤") and text[end : end + 1] in HAN_DIGITS and text[end + 1 : end + 2] not in names
        ):
            value += HAN_DIGITS[text[end]] / 10
            end += 1
        yield _measured(value, unit, *phrase.plain.recognised(run.start, end))
    for found in _PERCENT.finditer(phrase.digits.text):
        yield _measured(float(found["n"]), "%", *phrase.digits.recognised(*found.span()))
    for pattern, unit, times in ((_TENTHS, "%", 10), (_DOZENS, "个", 12)):
        for found in pattern.finditer(text):
            number = han_numbers(found["n"])
            if number:
                yield _measured(times * float(number[0].value), unit, *phrase.plain.recognised(*found.span()))
    for found in _AND_HALF.finditer(phrase.digits.text):
        place = phrase.digits.recognised(*found.span())
        yield _measured(float(found["n"]) + 0.5, "个月" if found["unit"] == "月" else found["unit"], *place)
    at = text.find("半")
    while at >= 0:
        if text[max(0, at - 1) : at] == "个" and at > 1 and text[at - 2] in HAN_NUMERALS | frozenset("0123456789"):
            at = text.find("半", at + 1)
            continue
        unit = next((each for each in names if text.startswith(each, at + 1)), None)
        if unit is not None and (at == 0 or text[at - 1] not in HAN_NUMERALS):
            yield _measured(0.5, unit, *phrase.plain.recognised(at, at + 1 + len(unit)))
        at = text.find("半", at + 1)


def measure_of(unit: str) -> str:
    """What a unit measures: g, ml, h …; a unit we do not know measures itself."""
    return _MEASURES.get(unit, (unit, 1.0))[0]


def _english(phrase: Phrase, units: frozenset[str]) -> Iterator[Measured]:
    tokens = phrase.tokens
    behind, latest = 0, ""
    for at in range(len(tokens) - 1):
        found = _english_at(tokens, at, units) if at >= behind else None
        if found is None and at >= behind and tokens[at][0].isdigit():
            found = _implied(tokens, at, latest)
        if found is None:
            continue
        value, unit, last = found
        behind, latest = last + 1, unit
        first = at - 1 if at and tokens[at - 1] == "point" else at
        start, end = phrase.token_origin[first][0], phrase.token_origin[last][1]
        if not any(sign in phrase.raw[max(0, start - 1) : end] for sign in "$£€"):
            yield _measured(value, unit, start, end)


def _english_at(tokens: Sequence[str], at: int, units: frozenset[str]) -> tuple[float, str, int] | None:
    """The amount, its unit and its last token where one begins here: 2 kilos, half a pound, 3 and a half hours."""

    def unit(place: int) -> bool:
        return place < len(tokens) and (tokens[place] in _MEASURES or tokens[place] in units)

    if tokens[at][0].isdigit():
        value = float(Decimal(tokens[at]))
        if at and tokens[at - 1] == "point" and "." not in tokens[at]:
            value = float(f"0.{tokens[at]}")
        if (
            tokens[at + 1] in ("quarters", "quarter")
            and value == 3
            and tuple(tokens[at + 2 : at + 4]) in (("of", "an"), ("of", "a"))
            and unit(at + 4)
        ):
            return 0.75, tokens[at + 4], at + 4
        if unit(at + 1):
            half = tuple(tokens[at + 2 : at + 5]) == ("and", "a", "half")
            return (value + 0.5, tokens[at + 1], at + 4) if half else (value, tokens[at + 1], at + 1)
        if tuple(tokens[at + 1 : at + 4]) == ("and", "a", "half") and unit(at + 4):
            return value + 0.5, tokens[at + 4], at + 4
        if tokens[at + 1] == "dozen":
            return 12 * value, "count", at + 1
    elif tokens[at] in ("a", "an"):
        if unit(at + 1) and tuple(tokens[at + 2 : at + 4]) == ("and", "a") and tokens[at + 4 : at + 5]:
            more = {"half": 0.5, "quarter": 0.25}.get(tokens[at + 4])
            if more is not None:
                return 1 + more, tokens[at + 1], at + 4
        if tokens[at + 1] == "quarter" and unit(at + 2):
            return 0.25, tokens[at + 2], at + 2
        if tokens[at + 1] in _ALONE and (at == 0 or tokens[at - 1] in _LASTS):
            return 1.0, tokens[at + 1], at + 1
        if tokens[at + 1] == "dozen":
            return 12.0, "count", at + 1
    elif tokens[at] == "half" and tokens[at + 1] in ("a", "an") and at + 2 < len(tokens):
        if unit(at + 2):
            return 0.5, tokens[at + 2], at + 2
        if tokens[at + 2] == "dozen":
            return 6.0, "count", at + 2
    return None


def _implied(tokens: Sequence[str], at: int, latest: str) -> tuple[float, str, int] | None:
    """A number whose unit is not said again: "bake at three fifty", "… centimeters long and twenty six wide"."""
    if tokens[at + 1] in _ACROSS and measure_of(latest) == "mm":
        return float(Decimal(tokens[at])), latest, at
    if _BAKES.search(" ".join(tokens[max(0, at - 8) : at])) and re.fullmatch(r"\d{1,3}", tokens[at]):
        if len(tokens[at]) == 1 and re.fullmatch(r"[1-9]\d", tokens[at + 1]):
            return float(tokens[at] + tokens[at + 1]), "degrees", at + 1
        return (float(tokens[at]), "degrees", at) if len(tokens[at]) == 3 else None
    return None


def _measured(value: float, unit: str, start: int, end: int) -> Measured:
    measure, factor = _MEASURES.get(unit, (unit, 1.0))
    return Measured(value * factor, measure, start, end, value)
