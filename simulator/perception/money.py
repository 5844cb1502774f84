"""Amounts of money in a phrase, and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from simulator.domain.language import Language
from simulator.domain.units import Currency
from simulator.perception.amount import Amount
from simulator.perception.amounts_en import english_amounts
from simulator.perception.amounts_zh import han_amounts
from simulator.perception.wording import Phrase, tokens_of


def amounts(
    phrase: Phrase, language: Language, currency: Currency, known: frozenset[Decimal] = frozenset()
) -> list[Amount]:
    """Every amount of money in the phrase, in spoken order; ``known`` are prices that need no unit to be told."""
    of = han_amounts if language is Language.ZH else english_amounts
    found = of(phrase, currency, known)
    return sorted(found, key=lambda amount: amount.start)


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
        while stop > last and re.search(
            r"[,.!?;，。！？；]\s|[,，。！？；]", phrase.raw[end : phrase.token_origin[stop - 1][0]]
        ):
            stop -= 1
    return joiner(phrase.tokens[begin:first]), joiner(phrase.tokens[last:stop])


def _between(phrase: Phrase, first: int, last: int) -> str:
    """What was recognised from one token to the next, marks included."""
    return phrase.raw[phrase.token_origin[first][0] : phrase.token_origin[last - 1][1] + 2]
