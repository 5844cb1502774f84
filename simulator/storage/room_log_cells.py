"""Cells of a room log: numbers as exports write them, and times as a minute, a clock or a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from itertools import pairwise

from simulator.domain.units import Seconds

BLANK = frozenset({"", "-", "--", "—", "–", "/", "null", "none", "n/a", "无"})
UNITS = {"万": 10_000, "w": 10_000, "千": 1_000, "k": 1_000, "亿": 10**8, "m": 10**6}
_NUMBER = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*([万w千k亿m]?)")
_NOT_FINITE = frozenset({"nan", "inf", "+inf", "-inf", "infinity", "-infinity", "#n/a", "#value!", "#div/0!"})
_CLOCK = re.compile(r"(\d{1,4}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?")
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[T ]+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?.*")
_MINUTE = re.compile(r"第?(\d{1,5})(?:\.0+)?\s*(?:分钟?|min)?")
SHORTEST_STEP: Seconds = 10.0
LONGEST_STEP: Seconds = 600.0
DAY: Seconds = 86_400.0


class CellError(ValueError):
    """A cell that means nothing; its text is the code of the mistake."""


def number(cell: str) -> float | None:
    """The number in a cell, None where it is blank. Raise CellError.

    Thousands separators, a currency sign, per cent, and 万, w or k behind it are understood: "¥1,234.5", "1.2万", "3w".
    """
    text = cell.strip().casefold().replace("，", ",").replace("．", ".").lstrip("¥￥$£€").rstrip("%％").strip()
    if text in BLANK:
        return None
    if text in _NOT_FINITE:
        raise CellError("not_a_number")
    if text.startswith(("-", "−")) and _NUMBER.fullmatch(text[1:].lstrip("¥￥$£€ ")):
        raise CellError("negative")
    form = _NUMBER.fullmatch(text)
    if form is None:
        raise CellError("number_form")
    value = Decimal(form[1].replace(",", "") + (form[2] or "")) * UNITS.get(form[3], 1)
    if value > 10**12:
        raise CellError("too_large")
    return float(value)


def times(cells: Sequence[str]) -> list[Seconds | str]:
    """Seconds of each cell, on a scale of the column's own; the code of the mistake where a cell is no time.

    A column is read as a whole: "01:00, 02:00" are minutes and seconds, "20:01, 20:02" hours and minutes.
    """
    words = [cell.strip().replace("：", ":").split("~")[0].split(" - ")[0].strip() for cell in cells]
    clocks = [_CLOCK.fullmatch(word) for word in words]
    pairs = [form for form in clocks if form is not None and form[3] is None]
    scale = _scale([(int(form[1]), int(form[2])) for form in pairs])
    found: list[Seconds | str] = []
    for word, clock in zip(words, clocks, strict=True):
        date, minute = _DATE.fullmatch(word), _MINUTE.fullmatch(word)
        if date is not None:
            found.append(_dated(date))
        elif clock is not None and int(clock[2]) < 60 and int(clock[3] or 0) < 60:
            if clock[3] is not None:
                found.append(3600.0 * int(clock[1]) + 60 * int(clock[2]) + int(clock[3]))
            else:
                found.append("time_ambiguous" if scale is None else scale * (60.0 * int(clock[1]) + int(clock[2])))
        elif minute is not None:
            found.append(60.0 * int(minute[1]))
        else:
            found.append("time_form")
    return _past_midnight(found)


def _scale(pairs: Sequence[tuple[int, int]]) -> int | None:
    """What the second of two parts of a clock is: 1 for seconds, 60 for minutes; None where both would do."""
    if len(pairs) < 2:
        return 60
    counts = [60 * first + second for first, second in pairs]
    apart = sorted(after - before for before, after in pairwise(counts))
    usual = apart[len(apart) // 2]
    fitting = [scale for scale in (1, 60) if SHORTEST_STEP <= usual * scale <= LONGEST_STEP]
    if len(fitting) == 2:
        return None
    return fitting[0] if fitting else 60


def _dated(form: re.Match[str]) -> Seconds | str:
    try:
        year, month, day, hour, minute, second = (int(part or 0) for part in form.groups())
        moment = datetime(year, month, day, hour, minute, second)
    except ValueError:
        return "time_form"
    return (moment - datetime(2000, 1, 1)).total_seconds()


def _past_midnight(found: list[Seconds | str]) -> list[Seconds | str]:
    """A clock that falls by half a day or more has passed midnight."""
    added, last = 0.0, None
    for place, moment in enumerate(found):
        if isinstance(moment, str):
            continue
        if last is not None and last - (moment + added) >= DAY / 2:
            added += DAY
        found[place] = last = moment + added
    return found
