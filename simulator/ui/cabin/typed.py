"""What was typed into a field of the desk's dialogs, as a price or a number of units."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from simulator.domain.units import Currency, Money

HIGHEST_PRICE = Decimal("999999.99")
MOST_UNITS = 99_999
_THOUSANDS = re.compile(r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]{1,2})?")
_COMMA = re.compile(r"[0-9]+,[0-9]{1,2}")
_PRICE = re.compile(r"[0-9]+(\.[0-9]{1,2})?")
_UNITS = re.compile(r"[0-9]+")


def typed_price(text: str, currency: Currency) -> Money | None:
    """39.9, ¥39.90, 39,90 or 1,299: the price above nothing that it means; None where it means none."""
    plain = _plain(text).replace(unicodedata.normalize("NFKC", currency.sign), "").removesuffix("元")
    if _THOUSANDS.fullmatch(plain):
        plain = plain.replace(",", "")
    elif _COMMA.fullmatch(plain):
        plain = plain.replace(",", ".")
    if not _PRICE.fullmatch(plain):
        return None
    amount = Decimal(plain)
    return Money.of(amount, currency) if 0 < amount <= HIGHEST_PRICE else None


def typed_units(text: str, least: int) -> int | None:
    """A whole number from ``least`` on; None where it is none."""
    plain = _plain(text).replace(",", "")
    if not _UNITS.fullmatch(plain) or len(plain) > len(str(MOST_UNITS)):
        return None
    return int(plain) if least <= int(plain) <= MOST_UNITS else None


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
