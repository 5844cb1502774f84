"""English amounts of money: "$12.99", "twelve ninety nine", "a buck fifty", "under twenty bucks", "two for thirty"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from simulator.domain.findings import Exactness
from simulator.domain.units import Currency, Money
from simulator.perception.amount import Amount
from simulator.perception.bare_en import BOUNDARY, COUNTED, bare_amount, ends_clause, is_cents
from simulator.perception.wording import Phrase

CURRENCIES = {
    "dollars": Currency.USD, "dollar": Currency.USD, "bucks": Currency.USD, "buck": Currency.USD,
    "pounds": Currency.GBP, "pound": Currency.GBP, "quid": Currency.GBP, "euros": Currency.EUR, "euro": Currency.EUR,
}  # fmt: skip
_NOTES = {
    "fiver": Decimal(5), "tenner": Decimal(10), "grand": Decimal(1000), "nickel": Decimal("0.05"),
    "dime": Decimal("0.1"), "penny": Decimal("0.01"),
}  # fmt: skip
"""Notes and coins that are called by a name of their own."""
_OF_PAPER = frozenset({"fiver", "tenner", "grand"})
_BUYS = frozenset({"gets", "buys", "pays", "each", "apiece", "per"})
_ONE = frozenset({"a", "my", "the", "another"})
_NATIONS = frozenset({"canadian", "american", "australian", "us", "u.s."})
_CENTS = frozenset({"cents", "cent", "pence", "p"})
_UNDER = re.compile(
    r"\b(?:under|less than|below|not even|no more than|at most|up to|won't cost you|cheaper than|within|almost"
    r"|nearly|close to|short of)(?: a)?$"
)
_OVER = re.compile(
    r"\b(?:over|more than|above|at least|north of|upwards of|a little over|just over|starting at)(?: a)?$"
)
_ABOUT = re.compile(r"\b(?:about|around|roughly|approximately|some|like|maybe|somewhere around)(?: a)?$")
_ISH = re.compile(r"^(?:ish|or so|or thereabouts|give or take|something)\b")


def english_amounts(phrase: Phrase, currency: Currency, known: frozenset[Decimal] = frozenset()) -> Iterator[Amount]:
    """Every amount of money in an English phrase, in spoken order; ``known`` are prices that need no currency."""
    tokens = phrase.tokens
    at = 0
    while at < len(tokens):
        amount, end = None, at + 1
        if tokens[at][0].isdigit():
            amount, end = _amount(phrase, at, currency, known)
        elif tokens[at] in _ONE and at + 1 < len(tokens):
            amount, end = _one(phrase, at, currency)
        if amount is not None:
            yield amount
        at = end


def _one(phrase: Phrase, at: int, currency: Currency) -> tuple[Amount | None, int]:
    """ "a dollar fifty", "a buck", "a fiver", "a grand", "a dime"."""
    tokens = phrase.tokens
    word, end = tokens[at + 1], at + 2
    bounded = ends_clause(phrase, at + 1) or _token(tokens, end) in BOUNDARY
    value = _NOTES.get(word)
    if value is not None:
        denied = re.search(r"\b(?:not|without|every|nor|never)$", _before(tokens, at))
        fits = (
            bounded
            if word in _OF_PAPER
            else not denied and not re.match("for (?:your|my)", " ".join(tokens[end : end + 2]))
        )
        return (_made(phrase, at, end, value, currency, word) if fits else None), end
    if word == "quarter" and _token(tokens, end) in _BUYS:
        return _made(phrase, at, end, Decimal("0.25"), currency, word), end
    if word not in ("dollar", "buck", "euro", "quid"):
        return None, at + 1
    value = Decimal(1)
    if is_cents(phrase, end):
        value, end = value + Decimal(tokens[end]) / 100, end + 1
    elif not bounded:
        return None, at + 1  # "a dollar store"; "a dollar off" is told as a discount below
    return _made(phrase, at, end, value, CURRENCIES[word], word), end


def _amount(phrase: Phrase, at: int, currency: Currency, known: frozenset[Decimal]) -> tuple[Amount | None, int]:
    tokens = phrase.tokens
    after = _token(tokens, at + 1)
    said = CURRENCIES.get(after)
    signed = _signed(phrase, at)
    value = Decimal(tokens[at])
    if said is not None:
        end = at + 2
        if "." not in tokens[at] and is_cents(phrase, end):
            value, end = value + Decimal(tokens[end]) / 100, end + 1
        weighs = after in ("pound", "pounds") and not signed and currency is not Currency.GBP
        if weighs and end == at + 2 and _token(tokens, end) in ("sterling", "cash"):
            weighs = False
        weighs = weighs and end == at + 2
        counted = _token(tokens, end) in COUNTED or (after in ("pound", "pounds") and _token(tokens, end) == "of")
        if weighs or (counted and (signed or after in ("pound", "pounds")) and not ends_clause(phrase, end - 1)):
            return None, end
        return _made(phrase, at, end, value, said, after), end
    if after in _NATIONS and _token(tokens, at + 2) in CURRENCIES:
        return _made(phrase, at, at + 3, value, CURRENCIES[tokens[at + 2]], tokens[at + 2]), at + 3
    if after in ("grand", "fivers", "tenners"):
        note = _NOTES[after.removesuffix("s")]
        return _made(phrase, at, at + 2, value * note, currency, after), at + 2
    if tokens[at + 1 : at + 3] == ("and", "a") and _token(tokens, at + 3) in ("half", "quarter"):
        unit = _token(tokens, at + 4)
        part = Decimal("0.5") if tokens[at + 3] == "half" else Decimal("0.25")
        if unit in CURRENCIES and not (unit in ("pound", "pounds") and currency is not Currency.GBP):
            return _made(phrase, at, at + 5, value + part, CURRENCIES[unit], unit), at + 5
    if after in _CENTS and "." not in tokens[at] and not re.search(r"\b(?:my|your|his|her)$", _before(tokens, at)):
        return _made(phrase, at, at + 2, value / 100, currency, after), at + 2
    bare = bare_amount(phrase, at, known)
    return (_made(phrase, at, bare[1], bare[0], currency), bare[1]) if bare else (None, at + 1)


def _before(tokens: tuple[str, ...], at: int) -> str:
    return " ".join(tokens[max(0, at - 10) : at])


def _signed(phrase: Phrase, at: int) -> bool:
    """Whether the recogniser wrote a currency sign, which it sometimes makes up."""
    start, end = phrase.token_origin[at]
    return any(sign in phrase.raw[max(0, start - 1) : end] for sign in "$£€")


def _made(phrase: Phrase, start: int, end: int, value: Decimal, currency: Currency, unit: str = "") -> Amount | None:
    if value * 100 != int(value * 100) or value >= 10_000_000:
        return None
    first = phrase.token_origin[start][0]
    last = max(stop for _, stop in phrase.token_origin[start:end])
    before = " ".join(phrase.tokens[max(0, start - 5) : start])
    after = " ".join(phrase.tokens[end : end + 3])
    exactness = Exactness.EXACT
    if _UNDER.search(before):
        exactness = Exactness.UNDER
    elif _OVER.search(before) or re.match(r"(?:and up|or more|and change|plus change)\b", after):
        exactness = Exactness.OVER
    elif _ABOUT.search(before) or _ISH.search(after):
        exactness = Exactness.ABOUT
    elif re.match(r"(?:or less|tops|at most|max)\b", after):
        exactness = Exactness.UNDER
    pieces = re.search(r"\b([2-9]|10|12) for(?: just| only| under| about)?$", before)
    made = Amount(Money.of(value, currency), first, last, exactness=exactness, named=bool(unit))
    return _with_pieces(made, int(pieces[1])) if pieces else made


def _with_pieces(amount: Amount, pieces: int) -> Amount:
    return Amount(amount.money, amount.start, amount.end, exactness=amount.exactness, named=amount.named, pieces=pieces)


def _token(tokens: tuple[str, ...], at: int) -> str:
    return tokens[at] if 0 <= at < len(tokens) else ""
