"""English numbers asked as a price without a currency: "can't do sixty", "lids are two fifty", "so one oh eight"."""

from __future__ import annotations

import re
from decimal import Decimal

from simulator.perception.wording import Phrase, pause_behind

COUNTED = frozenset({
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
    "weeks", "year", "years", "pound", "pounds",
})  # fmt: skip
"""What is counted, and no price, where a number stands before it."""
BOUNDARY = frozenset({
    "a", "after", "all", "an", "and", "apiece", "as", "at", "because", "before", "but", "delivered", "each", "even",
    "everyone", "flat", "folks", "for", "free", "friends", "guys", "here", "if", "in", "including", "instead", "is",
    "it's", "just", "now", "off", "on", "only", "or", "per", "plus", "right", "shipped", "so", "that", "the", "this",
    "till", "today", "tonight", "too", "total", "unless", "until", "was", "we", "when", "which", "while", "with", "you",
})  # fmt: skip
_TIGHT = frozenset({
    "a", "an", "apiece", "delivered", "each", "even", "flat", "including", "instead", "per", "plus", "shipped", "today",
    "tonight", "total", "with",
})  # fmt: skip
_DOES = frozenset(
    {"is", "was", "gets", "buys", "covers", "sounds", "seems", "feels", "works", "would", "wouldn't", "isn't", "takes"}
)
"""What a price does: "ninety is too much"."""
_STRONG = re.compile(
    r"(?:\b(?:only|just|pay|pays|paying|paid|costs?|charge|charged|charges|priced at|price is|price of|yours for|it for"
    r"|them for|one for|box for|bag for|jar for|both for|all for|set for|two for|three for|take it for"
    r"|goes for|go for|going for"
    r"|sells? for|sold for|selling for|here for|get it for|sells?(?: \w+){1,2} (?:at|for)"
    r"|down to|that's|drops? to|comes to|come to|works out (?:to|at)|under|less than|about|around|roughly|almost"
    r"|nearly|regular|regularly|retail|listed at|usually|normally|tonight for|today for|back to|half of|bargain at"
    r"|steal at|asking|wants?|wanted(?: it for)?|(?:shook|settled|landed|agreed) (?:on|at)|asks?|asked|bids?"
    r"|offered|quoted|spend|spends|spent|spending|call (?:it|that)"
    r"|makes? (?:it|that)|made it|tag says|sticker says|tag reads|do|doing|did|half (?:a|of a) \w+'s)"
    r"(?: (?:you|only|just|about|around|under|like|a|is|it|at|me|us|him|her|roughly|almost|nearly|not even|even))*)$"
)
_COPULA = re.compile(
    r"(?:\w's|\w're|\b(?:is|are|was|were|be|runs?|thinks?|says?|said|read|reads|for|at|to|than|worth|over|now|or|plus|total|still"
    r"|starts? at|stops? at|so|then|which|not|used to be))"
    r"(?: (?:it|me|us|you|only|just|about|around|like|really|still|maybe|almost|nearly|under|over|at|now|not"
    r"|even|be|for)){0,3}$"
)
"""What links a thing to its price; weaker than asking it."""
_LABEL = re.compile(
    r"\b(?:links?|numbers?|items?|products?|sizes?|steps?|rows?|chapters?|pages?|channels?|exits?|highways?|interstates?|routes?|rooms?"
    r"|batch|windows|version|level|grade|aged?|season|episode|volume|days?|weeks?|years?|class of|top|first"
    r"|last|next|past"
    r"|turn(?:ed|ing|s)?|scored?|seen|saw|ate|eaten|planted|picked|lost|weigh(?:s|ed)?|serves?|feeds?|holds?|seats|fits|all|these"
    r"|those|the|my|his|her|our|their|your|has|have|had|we've|i've|got|there|there's|one in|of|by|till|until"
    r"|before|after|since"
    r"|between|every|rated|out of|into|up at|see you|live|vote|type|press|hit|in|and|than|make|makes|need|lot"
    r"|up to|back in|left|took|(?:made it|lived|lives|live|counts?|counted|add up) to)"
    r"(?: (?:is|are|was|were|number|about|around|at|only|like|maybe|over|under|almost|nearly|more|exactly))*$"
)
"""What a number belongs to, or what is done, where it is no money."""
_PERSON = re.compile(
    r"\b(?:i'm|he's|she's|you're|we're|they're only|(?:grandma|grandpa|mom|mum|dad|mother|father|son|daughter"
    r"|kid|boy|girl|husband|wife"
    r"|brother|sister|uncle|aunt|nephew|niece|baby|dog|cat|goat|horse|mule|driver|mailman|teacher|doctor"
    r"|farmer|boss|friend|neighbou?r|guy|lady|man|woman)(?:'s| is| was| turned)|(?:he|she|i|you|we) (?:is|was"
    r"|am"
    r"|are|were))(?: (?:about|almost|nearly|only|just|over|under|like|now))*$"
)
"""Who is so many years old, or so many."""
_TOPIC = re.compile(
    r"\b(?:cook|cooking|dinner|bake|steep|roast|preheat|heat|oven|temperature|temperature's|degrees|weather|score|scores|wake"
    r"|woke|get up|got up|live at"
    r"|see you|miles|speed|elevation|how many|how old|how long|under thirteen|alarm|opens?|closes?|doors|until|till"
    r"|station|population|wide|tall|pulse|water|brew|kiln|fahrenheit|celsius)\b[\w' ]{0,28}$"
)
"""What the clause is about, where it is not money."""
_COUNT_ASKED = re.compile(r"\b(?:how (?:old|many|long|tall|far|big|late)|stock)\b[\w' ]{0,40}$")
"""Asked in the same phrase: "how old I am, forty two"."""
_DWINDLES = re.compile(r"\b(?:down|up) to$")
_PAIR_BEHIND = re.compile(
    r"(?:a|an|per|each|apiece|tonight|today|unless|plus) |(?:each|apiece|today|tonight|total|flat|plus)$"
    r"|for (?:the|a|one|both"
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
_YEARISH = re.compile(r"\b(?:in|since|from|until|till|by|year|established|back in|of)$")
_CUES = frozenset({
    "are", "at", "cost", "costs", "for", "is", "it's", "just", "mine's", "now", "only", "or", "pay", "plus", "price",
    "that's", "total", "under", "wants", "was",
})  # fmt: skip
_ENDS_ROUND = frozenset("059")
"""Cents that are asked end so: one twenty eight is 128 (ours)."""


def bare_amount(phrase: Phrase, at: int, known: frozenset[Decimal]) -> tuple[Decimal, int] | None:
    """The price that begins with the number token ``at``, and the token behind it; None where it is no price.

    ``known`` are prices that need fewer words around them.
    """
    tokens = phrase.tokens
    before, after = _before(tokens, at), _token(tokens, at + 1)
    if after == "percent" or (_YEARISH.search(before) and _is_year(phrase, at)):
        return None
    if "." in tokens[at]:
        cued = bool(_STRONG.search(before) or _COPULA.search(before))
        fits = re.fullmatch(r"\d+\.\d{2}", tokens[at]) or (cued and re.fullmatch(r"\d+\.\d", tokens[at]))
        return (
            (Decimal(tokens[at]), at + 1) if fits and not (after in COUNTED and not ends_clause(phrase, at)) else None
        )
    spelled = _in_two(phrase, at, known)
    if spelled is not None:
        value, end = spelled
        if _asked_in_two(phrase, at, end, value, known):
            return spelled
    if after in COUNTED and not ends_clause(phrase, at):
        return None
    return (Decimal(tokens[at]), at + 1) if _asked_whole(phrase, at, known) else None


def _is_year(phrase: Phrase, at: int) -> bool:
    token = phrase.tokens[at]
    return len(token) == 4 or (token in ("18", "19", "20") and is_cents(phrase, at + 1))


def _in_two(phrase: Phrase, at: int, known: frozenset[Decimal]) -> tuple[Decimal, int] | None:
    """ "ten ninety nine", "one oh eight", "fourteen and a half": the value and the token behind it."""
    tokens = phrase.tokens
    if len(tokens[at]) > 3 or (tokens[at] == "1" and _OF_SIZE.search(f"{_before(tokens, at)} 1")):
        return None
    if is_cents(phrase, at + 1) and not ends_clause(phrase, at):
        apart, together = (
            Decimal(f"{tokens[at]}.{tokens[at + 1]}"),
            Decimal(100 * int(tokens[at]) + int(tokens[at + 1])),
        )
        hundreds = (
            len(tokens[at]) == 1 and apart not in known and (together in known or tokens[at + 1][-1] not in _ENDS_ROUND)
        )
        return (together if hundreds else apart), at + 2
    if (
        _token(tokens, at + 1) in ("oh", "o")
        and re.fullmatch(r"[1-9]", _token(tokens, at + 2))
        and not ends_clause(phrase, at)
    ):
        apart, together = (
            Decimal(f"{tokens[at]}.0{tokens[at + 2]}"),
            Decimal(100 * int(tokens[at]) + int(tokens[at + 2])),
        )
        return (apart if apart in known or (int(tokens[at]) > 1 and together not in known) else together), at + 3
    if tokens[at + 1 : at + 3] == ("and", "a") and _token(tokens, at + 3) in ("half", "quarter"):
        end = at + 4
        if ends_clause(phrase, end - 1) or _token(tokens, end) in BOUNDARY:
            return Decimal(tokens[at]) + (Decimal("0.5") if tokens[at + 3] == "half" else Decimal("0.25")), end
    return None


def _asked_in_two(phrase: Phrase, at: int, end: int, value: Decimal, known: frozenset[Decimal]) -> bool:
    tokens = phrase.tokens
    before = _before(tokens, at)
    if (_token(tokens, end) in COUNTED and not ends_clause(phrase, end - 1)) or _TOPIC.search(_clause(phrase, at)):
        return False
    if _NUMBERED.search(_clause(phrase, at)):
        return False
    following = " ".join(tokens[end : end + 2])
    ends = ends_clause(phrase, end - 1)
    alone = (
        _starts_clause(phrase, at)
        and (ends or _token(tokens, end) in _DOES)
        and not re.fullmatch(r"1[89]|20", tokens[at])
    )
    cued = (
        any(each in _CUES for each in tokens[max(0, at - 3) : at]) or _STRONG.search(before) or _COPULA.search(before)
    )
    return bool(
        (cued and not _PERSON.search(before)) or alone or value in known or _PAIR_BEHIND.match(following + " ")
        or (ends and re.search(r"\b(?:so|then|and|makes|coupon)$", before))
    )  # fmt: skip


_NUMBERED = re.compile(
    r"\b(?:link|number|item|size|sizes|step|lot|chapter|page|channel|exit|room|row|route|boots|in)(?: \w+)?$"
)


def _asked_whole(phrase: Phrase, at: int, known: frozenset[Decimal]) -> bool:
    tokens = phrase.tokens
    before, after = _before(tokens, at), _token(tokens, at + 1)
    behind = " ".join(tokens[at + 1 : at + 5])
    whole = Decimal(tokens[at])
    if whole < 3 or _COUNT_ASKED.search(before) or _TOPIC.search(_clause(phrase, at)) or _counts_people(tokens, at):
        return False
    ends = ends_clause(phrase, at)
    tight = ends or after in _TIGHT
    bounded = tight or after in BOUNDARY
    if re.search(r"\d (?:to|or)$", before) and not _HAGGLED.search(before) and not _TRADE.search(" ".join(tokens)):
        return False
    if re.search(r"\b(?:not|says|said|meant)$", before) and _MEASURED.search(before):
        return False
    if (
        whole <= 12
        and re.search(r"\b(?:at|around)$", before)
        and not _TRADE.search(" ".join(tokens))
        and (not _SOLD_AT.search(before) or _WHEN.match(behind))
    ):
        return False
    strong = bool(_STRONG.search(before)) and not _NUMBERED.search(before)
    if (
        _DWINDLES.search(before)
        and not _TRADE.search(" ".join(tokens))
        and not re.search(r"drop|mark|knock|c[ao]me|slash|bring|brought", before)
    ):
        return False
    # "two for thirty", "thirty for both", "eighteen a jar", "thirty nine with the code"
    dealt = re.search(r"\b([2-9]|10|12) for(?: just| only| under| about)?$", before)
    if (
        (dealt is not None and whole > int(dealt[1]) and bounded)
        or (bool(_WHOLE_BEHIND.match(behind)) and not ends)
        or (whole in known and bounded and not _NUMBERED.search(before))
        or (strong and (tight or (whole >= 5 and (bounded or after in _DOES))) and not _PERSON.search(before))
        or (
            strong
            and whole >= 5
            and re.match(r"(?:at|from|back|online) (?!a time|most|least|once)", behind) is not None
        )
        or (ends and whole >= 10 and bool(_BOUGHT.search(before)))
        or (
            re.search(r"\bfrom$", before) is not None
            and re.match(r"to \S+ (?:dollars|bucks|pounds|euros|quid)\b", behind) is not None
        )
        or (_HAGGLED.search(before) is not None and after not in COUNTED and _from_or_to(before, behind))
        or (
            whole in (5, 10, 20, 50, 100)
            and bounded
            and re.search(r"\b(?:from|with|hand(?:ed)?|me|out|have) a$", before) is not None
        )
    ):
        return True
    if (
        re.match(r"(?:to|or|through) \d", behind)
        or (_LABEL.search(_clause(phrase, at)) and not _COPULA_OF_GOODS.search(before))
        or _PERSON.search(_clause(phrase, at))
    ):
        return False
    if whole >= 5 and _starts_clause(phrase, at):
        # A clause that is nothing but a number, or begins with it and says what it does.
        opens = re.match(
            r"(?:and (?:i'll|we'll|you|it's|that's|i)|for (?:one|a|an|the|this|two|each|both|all|three|1|2|3|4|5|6))\b",
            behind,
        )
        rough = re.match(r"(?:or so|ish|give|tops|max)\b(?! (?:left|in|of|people|orders|miles))", behind)
        if not _in_a_count(phrase, at) and (tight or after in _DOES or opens or rough):
            return True
    if ends and whole >= 5 and _OF_SIZE.search(before):
        return True
    if whole >= 10 and after in _DOES and re.search(r"\b(?:thinks?|says?|said|know|think|but|because)$", before):
        return True
    return (
        bool(_COPULA.search(before))
        and (ends or (bounded and whole >= 5))
        and whole >= (5 if before.endswith("it's") else 4)
    )


_WHEN = re.compile(r"(?:on \w+day|am|pm|a\.m|p\.m|o'clock|tonight|tomorrow|sharp|in the (?:morning|evening))\b")


def _from_or_to(before: str, behind: str) -> bool:
    """Whether the number is one end of "from … to …"."""
    begins = re.search(r"\bfrom$", before) and re.match(r"to \d", behind)
    return bool(begins or re.search(r"\bfrom \d\S* to$", before))


_SOLD_AT = re.compile(r"\b(?:sell|sold|list|pric|start)\w*(?: \w+)? (?:at|around)$")
_MEASURED = re.compile(
    r"\b\d+(?:\.\d+)? (?:pounds?|ounces?|oz|inches|feet|kilos?|grams?|hours?|days?|weeks?|months?|years?"
    r"|minutes?|cups?|percent|degrees)\b"
)
_OF_SIZE = re.compile(
    r"(?:\b(?:big|bigger|small|smaller|large|little|medium|mini|single|double|tall|short|regular|new|other"
    r"|blue|red|green|white|black) (?:1|one|ones|size"
    r"|box|bag|jar|set)|\b(?:both|together|apiece|all in|the (?:pair|set|lot|works)))$"
)
"""Which of the goods, right before its price: "small one twenty four"."""
_HAGGLED = re.compile(r"argu|talk|beat|knock|c[ao]me|went|drop|mark|cut|slash|br[io]|haggl|fell|rose|climb|jump|rais")
_COPULA_OF_GOODS = re.compile(r"\b(?:the|a|this|that|these|those|our|my) (?:\w+ ){1,3}(?:is|are|was|were)$")
"""The last label is long past: "the rolls are five"."""


def _in_a_count(phrase: Phrase, at: int) -> bool:
    """Whether the clauses beside it hold the next number: thirty, thirty one."""
    return any(
        0 <= other < len(phrase.tokens)
        and phrase.tokens[other].isdigit()
        and abs(int(phrase.tokens[other]) - int(Decimal(phrase.tokens[at]))) == 1
        for other in (at - 1, at + 1)
    )


def is_cents(phrase: Phrase, at: int) -> bool:
    """Whether a two-digit number stands here that counts nothing of its own."""
    token = _token(phrase.tokens, at)
    if not re.fullmatch(r"[1-9]\d", token):
        return False
    following = _token(phrase.tokens, at + 1)
    if ends_clause(phrase, at - 1):
        return False
    return ends_clause(phrase, at) or (following not in COUNTED and following not in _MONEY)


_MONEY = frozenset(
    {"dollars", "dollar", "bucks", "buck", "pounds", "pound", "quid", "euros", "euro", "cents", "percent"}
)


def ends_clause(phrase: Phrase, at: int) -> bool:
    """Whether nothing, or a mark, follows the token."""
    if at + 1 >= len(phrase.tokens):
        return True
    between = phrase.raw[phrase.token_origin[at][1] : phrase.token_origin[at + 1][0]]
    return any(each in ",.!?;:—–" for each in between) or pause_behind(phrase, at)


def _starts_clause(phrase: Phrase, at: int) -> bool:
    return at == 0 or ends_clause(phrase, at - 1)


def _counts_people(tokens: tuple[str, ...], at: int) -> bool:
    return any(each in ("people", "orders", "left", "viewers") for each in tokens[at + 1 : at + 3])


def _clause(phrase: Phrase, at: int) -> str:
    """What stands before the token since the last mark."""
    first = at
    while first > max(0, at - 10) and not ends_clause(phrase, first - 1):
        first -= 1
    return " ".join(phrase.tokens[first:at])


def _before(tokens: tuple[str, ...], at: int) -> str:
    return " ".join(tokens[max(0, at - 10) : at])


def _token(tokens: tuple[str, ...], at: int) -> str:
    return tokens[at] if 0 <= at < len(tokens) else ""
