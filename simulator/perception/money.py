"""Amounts of money in a phrase, as they are spoken, written and misheard."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

import pypinyin

from simulator.domain.language import Language
from simulator.domain.units import Currency, Money
from simulator.perception.numbers import HAN_DIGITS, han_numbers
from simulator.perception.wording import Phrase, tokens_of

_DIGIT_SOUNDS = {"yi": 1, "er": 2, "san": 3, "si": 4, "wu": 5, "liu": 6, "qi": 7, "ba": 8, "jiu": 9}
_HAN_DIGIT = {**HAN_DIGITS, **{str(digit): digit for digit in range(10)}}
_COUNTS = "个斤箱盒瓶罐袋包件单份人天小折只支颗枚组套公克年月%米块元"
"""What may follow a number that counts something else: 十块五斤 is ten yuan for five pounds."""
_HAN_BARE = re.compile(
    r"(?:只要|仅要|价格是?|到手价?是?|卖|才|一共|就是|现在是?|今天是?)(?P<amount>\d+\.\d{1,2})(?!\d|[%克斤公千米厘毫度倍年月天小个])"
)
_HAN_SIGN = re.compile(r"[¥￥](?P<amount>\d+(?:\.\d{1,2})?)(?![\d块元])")
_ENGLISH_CURRENCIES = {
    "dollars": Currency.USD, "dollar": Currency.USD, "bucks": Currency.USD, "buck": Currency.USD,
    "pounds": Currency.GBP, "pound": Currency.GBP, "quid": Currency.GBP, "euros": Currency.EUR, "euro": Currency.EUR,
}  # fmt: skip
_BARE_CUES = {"just", "only", "pay", "price", "is", "for", "at", "it's", "cost", "costs", "now", "that's", "total"}
_COUNTED = {
    "box", "boxes", "left", "orders", "order", "units", "pieces", "packs", "bags", "jars", "sets", "people", "minutes",
    "hours", "days", "of", "percent", "star", "stars", "grams", "kilos", "kg", "oz", "ounces", "inches", "cm", "bag",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount, where it was recognised, and what it may be if a syllable was misheard."""

    money: Money
    start: int
    end: int
    doubtful_decimal: bool
    """The words after the main unit were lost or are no number: 29块钱 may have been 二十九块九."""
    repaired: Money | None
    """With the misheard syllable read as a digit: 29块酒 as 29.90."""


def amounts(phrase: Phrase, language: Language, currency: Currency) -> list[Amount]:
    """Every amount of money in the phrase, in spoken order."""
    found = _han(phrase, currency) if language is Language.ZH else _english(phrase, currency)
    return sorted(found, key=lambda amount: amount.start)


def _han(phrase: Phrase, currency: Currency) -> Iterator[Amount]:
    text = phrase.plain.text
    taken: list[tuple[int, int]] = []
    for run in han_numbers(text):
        unit = text[run.end : run.end + 1]
        if unit in ("毛", "角") and not any(start <= run.start < end for start, end in taken):
            taken.append((run.start, run.end + 1))
            yield _amount(phrase, run.start, run.end + 1, run.value / 10, currency)
        if unit not in ("块", "元") or any(start <= run.start < end for start, end in taken):
            continue
        cents, end = _cents(text, run.end + 1) if run.value == int(run.value) else (Decimal(0), run.end + 1)
        lost = cents == 0 and run.value == int(run.value)
        repaired = None
        if lost:
            digit = _misheard_digit(text, end)
            if digit is not None:
                repaired = Money.of(run.value + Decimal(digit) / 10, currency)
        if text[end : end + 1] == "钱":
            end += 1
        taken.append((run.start, end))
        yield _amount(phrase, run.start, end, run.value + cents, currency, lost, repaired)
    for pattern in (_HAN_BARE, _HAN_SIGN):
        for found in pattern.finditer(phrase.digits.text):
            place = phrase.digits.recognised(*found.span("amount"))
            if not any(
                place[0] < last and first < place[1]
                for first, last in (phrase.plain.recognised(*span) for span in taken)
            ):
                yield Amount(Money.of(found["amount"], currency), *place, False, None)


def _amount(
    phrase: Phrase,
    start: int,
    end: int,
    value: Decimal,
    currency: Currency,
    lost: bool = False,
    repaired: Money | None = None,
) -> Amount:
    cents = value.quantize(Decimal("0.01"))
    return Amount(Money.of(cents, currency), *phrase.plain.recognised(start, end), lost, repaired)


def _cents(text: str, after: int) -> tuple[Decimal, int]:
    """What follows the main unit as dimes and cents, and where it ends: 九, 九毛, 九九, 九毛九分."""
    dime = _HAN_DIGIT.get(text[after : after + 1])
    if dime is None:
        return Decimal(0), after
    value, end = Decimal(dime) / 10, after + 1
    marked = text[end : end + 1] in ("毛", "角") and text[end : end + 1] != ""
    if marked:
        end += 1
    follows = text[end : end + 1]
    if not marked and _counts(text, end):
        return Decimal(0), after
    cent = _HAN_DIGIT.get(follows)
    if cent is not None and not _counts(text, end + 1):
        value, end = value + Decimal(cent) / 100, end + 1
        if text[end : end + 1] == "分":
            end += 1
    return value, end


def _counts(text: str, at: int) -> bool:
    """Whether a unit of something else stands here (包邮 is not a pack)."""
    return text[at : at + 1] != "" and text[at] in _COUNTS and text[at : at + 2] != "包邮"


def _misheard_digit(text: str, after: int) -> int | None:
    """The digit that the syllable after 块 sounds like; None when it sounds like none."""
    if after >= len(text) or not ("㐀" <= text[after] <= "鿿"):
        return None
    return _DIGIT_SOUNDS.get(pypinyin.lazy_pinyin(text[after], style=pypinyin.Style.NORMAL)[0])


def _english(phrase: Phrase, currency: Currency) -> Iterator[Amount]:
    tokens = phrase.tokens
    at = 0
    while at < len(tokens):
        if not tokens[at][0].isdigit():
            at += 1
            continue
        amount, end = _english_amount(phrase, at, currency)
        if amount is not None:
            yield amount
        at = end


def _english_amount(phrase: Phrase, at: int, currency: Currency) -> tuple[Amount | None, int]:
    tokens = phrase.tokens
    after = tokens[at + 1] if at + 1 < len(tokens) else ""
    said_currency = _ENGLISH_CURRENCIES.get(after)
    signed = _signed(phrase, at)
    if said_currency is not None:
        end = at + 2
        value = Decimal(tokens[at])
        # "eleven pounds ninety", "24 dollars 90"
        if end < len(tokens) and tokens[end].isdigit() and len(tokens[end]) == 2 and "." not in tokens[at]:
            following = tokens[end + 1] if end + 1 < len(tokens) else ""
            if following not in _COUNTED and following not in _ENGLISH_CURRENCIES:
                value += Decimal(tokens[end]) / 100
                end += 1
        following = tokens[end] if end < len(tokens) else ""
        weight = after in ("pound", "pounds") and not signed and currency is not Currency.GBP
        if weight or (following in _COUNTED and (signed or after in ("pound", "pounds"))):
            return None, end
        return _made(phrase, at, end, value, said_currency), end
    if after in ("cents", "pence", "p") and "." not in tokens[at]:
        return _made(phrase, at, at + 2, Decimal(tokens[at]) / 100, currency), at + 2
    cued = any(each in _BARE_CUES for each in tokens[max(0, at - 2) : at])
    # "just ten ninety nine"
    if cued and after.isdigit() and len(after) == 2 and int(after) >= 10 and "." not in tokens[at]:
        following = tokens[at + 2] if at + 2 < len(tokens) else ""
        if following not in _COUNTED and len(tokens[at]) <= 3:
            return _made(phrase, at, at + 2, Decimal(f"{tokens[at]}.{after}"), currency), at + 2
    if cued and re.fullmatch(r"\d+\.\d{1,2}", tokens[at]) and after not in _COUNTED:
        return _made(phrase, at, at + 1, Decimal(tokens[at]), currency), at + 1
    return None, at + 1


def _signed(phrase: Phrase, at: int) -> bool:
    """Whether the recogniser wrote a currency sign, which it sometimes makes up."""
    start, end = phrase.token_origin[at]
    return any(sign in phrase.raw[max(0, start - 1) : end] for sign in "$£€")


def _made(phrase: Phrase, start: int, end: int, value: Decimal, currency: Currency) -> Amount | None:
    if value * 100 != int(value * 100) or value >= 1_000_000:
        return None
    first = phrase.token_origin[start][0]
    last = max(stop for _, stop in phrase.token_origin[start:end])
    return Amount(Money.of(value, currency), first, last, False, None)


def around(
    phrase: Phrase, start: int, end: int, language: Language, reach: int, sentence: bool = False
) -> tuple[str, str]:
    """What stands before and after recognised characters, ``reach`` characters (zh) or words (en).

    With ``sentence`` only what no mark and no other amount parts from them.
    """
    joiner: Callable[[tuple[str, ...]], str] = "".join if language is Language.ZH else " ".join
    first, last = tokens_of(phrase, start, end)
    begin, stop = max(0, first - reach), min(len(phrase.tokens), last + reach)
    if sentence:
        while begin < first and re.search(r"[,.!?;，。！？；]\s|[,，。！？；]", _between(phrase, begin, first)):
            begin += 1
        while stop > last and re.search(r"[,.!?;，。！？；]\s|[,，。！？；]", _between(phrase, last, stop)):
            stop -= 1
    return joiner(phrase.tokens[begin:first]), joiner(phrase.tokens[last:stop])


def _between(phrase: Phrase, first: int, last: int) -> str:
    """What was recognised from one token to the next, marks included."""
    return phrase.raw[phrase.token_origin[first][0] : phrase.token_origin[last - 1][1] + 2]
