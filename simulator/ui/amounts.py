"""Numbers and moments as a screen words them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale

from simulator.domain.units import Money, Seconds
from simulator.ui.plain import shown

NOTHING = "–"
"""What stands where nothing was measured."""


def clock(seconds: Seconds | None) -> str:
    """Minutes and seconds, 04:12; hours only where there are some; a minus in the countdown."""
    if seconds is None:
        return NOTHING
    whole = int(abs(seconds))
    sign = "-" if seconds <= -1 else ""
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{sign}{hours}:{minutes:02}:{left:02}" if hours else f"{sign}{minutes:02}:{left:02}"


def short_clock(seconds: Seconds) -> str:
    """As ``clock``, without a leading zero: 3:12."""
    return clock(seconds).removeprefix("0")


def money(amount: Money | None) -> str:
    """¥12,460 or ¥34.90: hundredths only where there are some."""
    return NOTHING if amount is None else str(amount).removesuffix(".00")


def whole_money(amount: Money | None) -> str:
    """As ``money``, without hundredths from a thousand on: ¥12,460."""
    words = money(amount)
    return words.partition(".")[0] if amount is not None and abs(amount.hundredths) >= 100_000 else words


def count(number: int | None) -> str:
    """1,286"""
    return NOTHING if number is None else f"{number:,}"


def percent(share: float | None, digits: int = 0) -> str:
    """A share 0..1 as 3.1%."""
    return NOTHING if share is None else f"{100 * share:.{digits}f}%"


def points(total: float | None) -> str:
    """A score with one decimal."""
    return NOTHING if total is None else f"{total:.1f}"


def when(utc: str) -> str:
    """A moment in local time and the language of the screen; as written where it cannot be read."""
    try:
        moment = datetime.fromisoformat(utc).astimezone()
    except ValueError:
        return shown(utc, 20)
    local = QDateTime(moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)
