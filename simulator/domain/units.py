"""Units: every number that has one carries it in its type or its name."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

Seconds: TypeAlias = float
"""Seconds since the session went live, unless said otherwise; negative in the countdown."""


class Currency(StrEnum):
    """Money of the markets we rehearse for; all have two decimals."""

    CNY = "CNY"
    USD = "USD"
    GBP = "GBP"
    EUR = "EUR"

    @property
    def sign(self) -> str:
        return {"CNY": "¥", "USD": "$", "GBP": "£", "EUR": "€"}[self.value]


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in hundredths (fen, cents), so that sums are exact."""

    hundredths: int
    currency: Currency

    @classmethod
    def of(cls, amount: Decimal | str | int, currency: Currency) -> Money:
        """Make ``Money`` from an amount in whole units; raise ValueError on a third decimal."""
        scaled = Decimal(amount) * 100
        if scaled != scaled.to_integral_value():
            raise ValueError(f"{amount} has more than two decimals")
        return cls(int(scaled), currency)

    @property
    def amount(self) -> Decimal:
        return Decimal(self.hundredths) / 100

    def __add__(self, other: Money) -> Money:
        self._same_currency(other)
        return Money(self.hundredths + other.hundredths, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._same_currency(other)
        return Money(self.hundredths - other.hundredths, self.currency)

    def __mul__(self, count: int) -> Money:
        return Money(self.hundredths * count, self.currency)

    def __str__(self) -> str:
        return f"{self.currency.sign}{self.amount:,.2f}"

    def _same_currency(self, other: Money) -> None:
        if self.currency is not other.currency:
            raise ValueError(f"cannot mix {self.currency} and {other.currency}")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the session, in seconds since going live."""

    start: Seconds
    end: Seconds

    @property
    def length(self) -> Seconds:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Text:
    """A wording in both languages of the house; content files must give both."""

    zh: str
    en: str

    def __getitem__(self, language: str) -> str:
        """The wording in ``language`` ("zh" or "en"); raise KeyError for any other."""
        if language == "zh":
            return self.zh
        if language == "en":
            return self.en
        raise KeyError(language)
