"""English amounts of money: "$12.99", "twelve ninety nine", "a buck fifty", "under twenty bucks", "two for thirty"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from simulator.domain.findings import Exactness
from simulator.domain.units import Currency, Money
from simulator.perception.amount import Amount
from simulator.perception.wording import Phrase

CURRENCIES = {
    "dollars": Currency.USD, "dollar": Currency.USD, "bucks": Currency.USD, "buck": Currency.USD,
    "pounds": Currency.GBP, "pound": Currency.GBP, "quid": Currency.GBP, "euros": Currency.EUR, "euro": Currency.EUR,
}  # fmt: skip
_CENTS = frozenset({"cents", "cent", "pence", "p"})
_CUES = frozenset({
    "are", "cost", "costs", "for", "is", "it's", "just", "now", "only", "or", "pay", "plus", "price", "that's",
    "total", "under", "was",
})  # fmt: skip
_STRONG = re.compile(
    r"(?:\b(?:only|just|pay|pays|paying|paid|costs?|charge|charged|priced at|price is|price of|yours for|it for"
    r"|them for|one for|"
    r"box for|bag for|jar for|both for|all for|set for|two for|three for|take it for|goes for|go for|going for"
    r"|sells? for|sold for|selling for|here for|get it for|"
    r"down to|that's|drops? to|comes to|come to|works out (?:to|at)|under|less than|about|around|roughly|almost"
    r"|nearly|regular|"
    r"regularly|retail|listed at|usually|normally|tonight for|today for|back to|half of|bargain at|steal at|asking)"
    r"(?: (?:you|only|just|about|around|under|like|a|like|is|it|at|me|roughly|almost|nearly|not even|even))*)$"
)
_COUNTED = frozenset({
    "acres", "am", "bag", "bags", "bars", "bees", "boards", "bottle", "bottles", "bowl", "bowls", "box",
    "boxes", "calories", "cans", "cm", "colors", "colours", "cup", "cups", "day", "days", "degrees",
    "different", "eggs", "families", "farmers", "farms", "feet", "flavors", "flavours", "folks", "foot",
    "friends", "g", "generations", "gram", "grams", "guys", "hives", "hour", "hours", "hundred", "inch",
    "inches", "ingredients", "item", "items", "jar", "jars", "kg", "kids", "kilo", "kilos", "knife", "knives",
    "layers", "lb", "lbs", "left", "liters", "litres", "meters", "metres", "miles", "minute", "minutes", "ml",
    "mm", "month", "months", "o'clock", "order", "orders", "other", "ounce", "ounces", "oz", "pack", "packs",
    "pair", "pairs", "people", "percent", "piece", "pieces", "plates", "plus-one", "pm", "product", "products",
    "reasons", "sachets", "second", "seconds", "seeds", "serving", "servings", "set", "sets", "sheets",
    "shirts", "size", "sizes", "slices", "spoon", "spoons", "star", "stars", "steps", "sticks", "tablespoons",
    "teaspoons", "things", "thousand", "time", "times", "tin", "tins", "trees", "units", "viewers", "week",
    "weeks", "year", "years",
})  # fmt: skip
_BOUNDARY = frozenset({
    "a", "after", "all", "an", "and", "apiece", "as", "because", "before", "but", "delivered", "delivered,",
    "each", "everyone", "flat", "folks", "for", "free", "friends", "guys", "here", "if", "in", "including",
    "instead", "is", "it's", "just", "now", "off", "on", "only", "or", "per", "plus", "right", "shipped", "so",
    "that", "the", "this", "today", "tonight", "too", "total", "was", "we", "when", "while", "with", "you",
})  # fmt: skip
_TIGHT = frozenset({
    "a", "an", "apiece", "delivered", "each", "flat", "including", "instead", "per", "plus", "shipped", "today",
    "tonight", "total", "with",
})  # fmt: skip
_UNDER = re.compile(
    r"\b(?:under|less than|below|not even|no more than|at most|up to|won't cost you|cheaper than|within|almost"
    r"|nearly|close to|short of)(?: a)?$"
)
_OVER = re.compile(
    r"\b(?:over|more than|above|at least|north of|upwards of|a little over|just over|starting at)(?: a)?$"
)
_ABOUT = re.compile(r"\b(?:about|around|roughly|approximately|some|like|maybe|somewhere around)(?: a)?$")
_ISH = re.compile(r"^(?:ish|or so|or thereabouts|give or take|something)\b")
_PAIR_BEHIND = re.compile(
    r"(?:a|an|per|each|apiece|tonight|today) |(?:each|apiece|today|tonight|total|flat|plus)$|for (?:the|a|one|both"
    r"|this|that|all|each|two)\b"
)
_WHOLE_BEHIND = re.compile(
    r"(?:for (?:both|all|everything|the (?:set|pair|two|lot|bundle|box|bag|jar|pack)|two|three|2|3|one)"
    r"|with the (?:code|coupon|voucher)|at checkout"
    r"|(?:a|per|each) (?:pound|lb|kilo|kg|ounce|oz|jar|box|bag|tin|bottle|pack|piece|pair|set|dozen|carton|cup|bar"
    r"|case|bundle|bowl|mug|shirt|can))\b"
)
_BOUGHT = re.compile(
    r"\b(?:mall|stores?|shop|market|supermarket|gallery|airport|diner|boutique|bought|paid|sells?|sold|costs?|went"
    r"|goes|got (?:it|them|this|one))\b[\w' ]{0,40} for$"
)
_TRADE = re.compile(
    r"\b(?:dollars?|bucks?|price|pay|buy|both|deal|coupon|code|order|packs?|checkout|pair|set|jar|box|bag|tin|bottle"
    r"|cost|shipping|bundle)\b"
)
_TEMPERATURE = re.compile(
    r"\b(?:cook|bake|steep|roast|heat|oven|temperature|temperature's|degrees|score|wake|get up|live at"
    r"|see you)\b[\w' ]{0,24}$"
)
_YEARISH = re.compile(r"\b(?:in|since|from|until|till|by|year|established|back in|of)$")


def english_amounts(phrase: Phrase, currency: Currency, known: frozenset[Decimal] = frozenset()) -> Iterator[Amount]:
    """Every amount of money in an English phrase, in spoken order; ``known`` are prices that need no currency."""
    tokens = phrase.tokens
    at = 0
    while at < len(tokens):
        amount, end = None, at + 1
        if tokens[at][0].isdigit():
            amount, end = _amount(phrase, at, currency, known)
        elif tokens[at] in ("a", "half") and at + 1 < len(tokens):
            amount, end = _one(phrase, at)
        if amount is not None:
            yield amount
        at = end


def _one(phrase: Phrase, at: int) -> tuple[Amount | None, int]:
    """ "a dollar fifty", "a buck", "a couple of bucks"."""
    tokens = phrase.tokens
    word = tokens[at + 1]
    if tokens[at] == "half" or word not in ("dollar", "buck", "euro", "quid"):
        return None, at + 1
    end, value = at + 2, Decimal(1)
    if _is_cents(phrase, end):
        value, end = value + Decimal(tokens[end]) / 100, end + 1
    elif _token(tokens, end) not in ("", "a", "each", "per", "apiece") and not _ends_clause(phrase, end - 1):
        return None, at + 1  # "a dollar store", "a dollar off" is told as a discount below
    return _made(phrase, at, end, value, CURRENCIES[word], word), end


def _amount(phrase: Phrase, at: int, currency: Currency, known: frozenset[Decimal]) -> tuple[Amount | None, int]:
    tokens = phrase.tokens
    after = _token(tokens, at + 1)
    said = CURRENCIES.get(after)
    signed = _signed(phrase, at)
    value = Decimal(tokens[at])
    if said is not None:
        end = at + 2
        if "." not in tokens[at] and _is_cents(phrase, end):
            value, end = value + Decimal(tokens[end]) / 100, end + 1
        weighs = after in ("pound", "pounds") and not signed and currency is not Currency.GBP
        counted = _token(tokens, end) in _COUNTED or (after in ("pound", "pounds") and _token(tokens, end) == "of")
        if weighs or (counted and (signed or after in ("pound", "pounds")) and not _ends_clause(phrase, end - 1)):
            return None, end
        return _made(phrase, at, end, value, said, after), end
    if tokens[at + 1 : at + 3] == ("and", "a") and _token(tokens, at + 3) in ("half", "quarter"):
        unit = _token(tokens, at + 4)
        part = Decimal("0.5") if tokens[at + 3] == "half" else Decimal("0.25")
        if unit in CURRENCIES and not (unit in ("pound", "pounds") and currency is not Currency.GBP):
            return _made(phrase, at, at + 5, value + part, CURRENCIES[unit], unit), at + 5
    if after in _CENTS and "." not in tokens[at] and not re.search(r"\b(?:my|your|his|her)$", _before(tokens, at)):
        return _made(phrase, at, at + 2, value / 100, currency, after), at + 2
    return _bare(phrase, at, currency, known)


def _bare(phrase: Phrase, at: int, currency: Currency, known: frozenset[Decimal]) -> tuple[Amount | None, int]:
    """A number without a currency, where the words around it ask it as a price."""
    tokens = phrase.tokens
    before, after = _before(tokens, at), _token(tokens, at + 1)
    behind = " ".join(tokens[at + 1 : at + 5])
    ends = _ends_clause(phrase, at)
    if after == "percent" or (_YEARISH.search(before) and re.fullmatch(r"1[89]|20|\d{4}", tokens[at])):
        return None, at + 1
    strong = bool(_STRONG.search(before))
    linked = strong or before.endswith("'s")
    cued = linked or any(each in _CUES for each in tokens[max(0, at - 3) : at])
    whole = Decimal(tokens[at])
    # "just ten ninety nine", "nineteen ninety five a bag"
    if _is_cents(phrase, at + 1) and "." not in tokens[at] and len(tokens[at]) <= 3 and not ends:
        value = Decimal(f"{tokens[at]}.{after}")
        following = " ".join(tokens[at + 2 : at + 4])
        alone = (
            _starts_clause(phrase, at) and _ends_clause(phrase, at + 1) and not re.fullmatch(r"1[89]|20", tokens[at])
        )
        fits = cued or alone or value in known or bool(_PAIR_BEHIND.match(following))
        if fits and _token(tokens, at + 2) not in _COUNTED and not _TEMPERATURE.search(before):
            return _made(phrase, at, at + 2, value, currency), at + 2
    if _token(tokens, at + 1) in _COUNTED and not ends:
        return None, at + 1
    if "." in tokens[at]:
        fits = bool(re.fullmatch(r"\d+\.\d{2}", tokens[at]) or (cued and re.fullmatch(r"\d+\.\d", tokens[at])))
        return (_made(phrase, at, at + 1, whole, currency) if fits else None), at + 1
    tight = ends or after in _TIGHT
    # "two for thirty", "thirty for both", "eighteen a jar", "thirty nine with the code"
    dealt = re.search(r"\b([2-9]|10|12) for(?: just| only| under| about)?$", before)
    offered = (
        (dealt is not None and whole > int(dealt[1]) and (tight or after in _BOUNDARY))
        or bool(_WHOLE_BEHIND.match(behind) and not ends)
        or (whole in known and whole >= 3 and (tight or after in _BOUNDARY) and not _times(before))
        or (strong and not _times(before) and (tight or (after in _BOUNDARY and whole >= 5)))
        or (linked and tight and bool(_TRADE.search(" ".join(tokens))) and not _times(before))
        or (
            strong
            and whole >= 5
            and re.match(r"(?:at|from|back|online) (?!a time|most|least|once)", behind) is not None
        )
        or (ends and whole >= 10 and bool(_BOUGHT.search(before)))
    )
    if offered and whole >= 3 and not _counts_people(tokens, at) and not _TEMPERATURE.search(before):
        return _made(phrase, at, at + 1, whole, currency), at + 1
    return None, at + 1


def _before(tokens: tuple[str, ...], at: int) -> str:
    return " ".join(tokens[max(0, at - 10) : at])


def _starts_clause(phrase: Phrase, at: int) -> bool:
    return at == 0 or _ends_clause(phrase, at - 1)


def _times(before: str) -> bool:
    """Whether a clock or a place in a list is spoken of: "at about eight", "only link five"."""
    return bool(re.search(r"\b(?:link|number|item|size|step|lot|see you|live|back|meet|o'clock)(?: \w+){0,2}$", before))


def _counts_people(tokens: tuple[str, ...], at: int) -> bool:
    return any(each in ("people", "orders", "left", "viewers") for each in tokens[at + 1 : at + 3])


def _is_cents(phrase: Phrase, at: int) -> bool:
    """Whether a two-digit number stands here that counts nothing of its own."""
    token = _token(phrase.tokens, at)
    if not re.fullmatch(r"[1-9]\d", token):
        return False
    following = _token(phrase.tokens, at + 1)
    if _ends_clause(phrase, at - 1):
        return False
    return _ends_clause(phrase, at) or (following not in _COUNTED and following not in CURRENCIES)


def _ends_clause(phrase: Phrase, at: int) -> bool:
    """Whether nothing, or a mark, follows the token."""
    if at + 1 >= len(phrase.tokens):
        return True
    between = phrase.raw[phrase.token_origin[at][1] : phrase.token_origin[at + 1][0]]
    return any(each in ",.!?;:—–" for each in between)


def _signed(phrase: Phrase, at: int) -> bool:
    """Whether the recogniser wrote a currency sign, which it sometimes makes up."""
    start, end = phrase.token_origin[at]
    return any(sign in phrase.raw[max(0, start - 1) : end] for sign in "$£€")


def _made(phrase: Phrase, start: int, end: int, value: Decimal, currency: Currency, unit: str = "") -> Amount | None:
    if value * 100 != int(value * 100) or value >= 1_000_000:
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
