"""Claims held against the truth: the stock and timers of the room, the price history, the papers, the fact card."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from simulator.domain.compliance import Pattern, RuleCategory, Severity, Verification
from simulator.domain.findings import Support
from simulator.domain.scenario import Product, Scenario
from simulator.domain.units import Seconds
from simulator.perception.numbers import shown
from simulator.perception.room import Room
from simulator.perception.shop_state import Checked, ShopState, numbers
from simulator.perception.wording import Phrase, View

_PAPERS = (
    (r"有机|organic", ("organic",)),
    (r"绿色食品", ("green_food",)),
    (r"无公害", ("pollution_free",)),
    (r"地理标志|地标|geographical", ("geographical", "gi_certificate")),
    (r"非转基因|non[- ]gmo", ("gmo",)),
    (r"出口级|欧盟标准", ("export", "eu_standard")),
    (r"富硒", ("selenium",)),
    (r"奖", ("award", "prize", "medal")),
    (r"专利", ("patent",)),
    (r"非遗|非物质", ("heritage",)),
    (r"龙头|示范", ("leading_enterprise", "model_cooperative")),
    (r"农残", ("pesticide",)),
    (r"质检|检测", ("report", "test", "lab")),
    (r"农药|打药|pesticide[- ]free|chemical[- ]free", ("pesticide_free",)),
    (r"激素", ("hormone",)),
    (r"添加|防腐剂|色素|纯天然|natural", ("ingredient", "additive")),
    (r"卖|复购|回购|好评率|回头客|用户|顾客|客户|customers|users|people|buyers", ("sales_record", "survey")),
    (r"滞销|烂在|glut", ("documented_glut",)),
    (r"eco|biodegradable|carbon|plastic|sustainable", ("environment", "eco")),
)
"""What a claim speaks of, and what the paper that bears it out is called (``Product.evidence``)."""

_CARD = (
    (r"自家|农家自产|family farm", r"自家|自己|自有|自种|我家|own|family", None),
    (r"现摘现发", r"现摘|当天摘|昨天|采摘日期|picked", None),
    (r"树上", r"树上", None),
    (r"野生|wild", r"野生|wild", r"种植|大棚|养殖|greenhouse|cultivated|grown"),
    (r"散养|土鸡蛋", r"散养|free[- ]range", r"圈养|笼养"),
    (r"古法", r"古法|传统|手工", None),
    (r"原产地|产地直发", r"发货|产地|origin", None),
    (r"hand ?made", r"hand", r"machine"),
    (r"坏(?:果|单)|坏一个", r"坏|赔|破损", None),
    (r"七天无理由|7天无理由", r"七天无理由|7天无理由|七天可退|7天可退", r"(?:不适用|不支持|不享受|之外|除外)"),
    (r"假一", r"假一", None),
    (r"运费险", r"运费险", None),
    (r"包甜|不甜|不好吃|保证", r"(?!)", None),
)
"""(what was promised, what the card must say, what on the card speaks against it)"""


class ClaimChecker:
    """Looks claims up; the simulator knows the truth."""

    def __init__(self, scenario: Scenario) -> None:
        self._language = scenario.language
        self._shop = ShopState(scenario.language)
        self._seller = f"{scenario.seller.name} {scenario.seller.story} {scenario.seller.connection}".lower()
        self._cards = {product.id: _card(product) for product in scenario.products}

    def severity(self, pattern: Pattern, verification: Verification | None, support: Support) -> Severity | None:
        """How grave a hit is once looked up; None when the claim is borne out, or nothing is to be said of it."""
        if pattern.only_if_false and support is not Support.CONTRADICTED:
            return None
        if verification is None or support is Support.NOT_CHECKED:
            return pattern.severity
        if verification.kind == "required_slots" and pattern.severity >= Severity.S3:
            return pattern.severity  # terms that are told mend no lottery
        match support:
            case Support.SUPPORTED:
                return verification.if_supported
            case Support.CONTRADICTED:
                return verification.if_contradicted or verification.if_missing or pattern.severity
            case _:
                if verification.if_missing is None:
                    return pattern.severity
                return max(pattern.severity, verification.if_missing)

    def check(
        self, category: RuleCategory, start: int, end: int, meant: str | None, phrase: Phrase, room: Room,
        product: Product, made: frozenset[str],
    ) -> Checked:  # fmt: skip
        """Hold the recognised characters ``start`` to ``end`` against the truth; ``meant`` is what they stand for."""
        verification = category.verification
        if verification is None:
            return Checked(Support.NOT_CHECKED, "")
        sentence = _sentence(phrase, start, end)
        quote = meant or _normal(phrase, start, end)
        match verification.kind:
            case "sim_state":
                return self._shop.urgency(quote, sentence, phrase.span(start, end).end, room, product)
            case "evidence" if any(need.startswith("price_history") for need in verification.needs):
                return self._shop.price(quote, sentence, phrase, start, end, room, product)
            case "evidence":
                return self._papers(quote, verification.needs, product)
            case "fact_card":
                return self._on_card(quote, product)
            case "listing":
                return self._listing(quote, product)
            case "required_statement":
                return Checked(Support.NOT_CHECKED if made else Support.MISSING, "")
            case "required_slots":
                return self._terms(sentence, room, phrase.span(start, end).end)
            case _:
                return Checked(Support.NOT_CHECKED, "")

    def stock(self, figure: Decimal, product: Product, room: Room) -> Checked:
        """Hold a stock figure against what is truly there."""
        return self._shop.stock(figure, product, room)

    def _papers(self, quote: str, needs: tuple[str, ...], product: Product) -> Checked:
        papers = " ".join(product.evidence)
        for speaks_of, names in _PAPERS:
            if re.search(speaks_of, quote):
                found = [name for name in names if name in papers]
                return Checked(Support.SUPPORTED if found else Support.MISSING, found[0] if found else names[0])
        for need in needs:
            if need in product.evidence:
                return Checked(Support.SUPPORTED, need)
        return Checked(Support.MISSING, needs[0] if needs else "")

    def _on_card(self, quote: str, product: Product) -> Checked:
        card = f"{self._cards[product.id]} {self._seller}"
        for promised, must, against in _CARD:
            if re.search(promised, quote):
                if against is not None and re.search(against, card):
                    return Checked(Support.CONTRADICTED, "fact card")
                return Checked(Support.SUPPORTED if re.search(must, card) else Support.MISSING, "fact card")
        return Checked(Support.SUPPORTED if quote in card else Support.MISSING, "fact card")

    def _listing(self, quote: str, product: Product) -> Checked:
        card = self._cards[product.id]
        if re.search(
            r"(?:free|includ|on us|on me|cover|zero|taken care|no (?:extra )?(?:shipping|delivery|postage))", quote
        ) and re.search(r"shipping|delivery|postage|shipped|deliver|\bships?\b", quote):
            free = product.shipping.hundredths == 0
            return Checked(Support.SUPPORTED if free else Support.CONTRADICTED, f"shipping {product.shipping}")
        if re.search(
            r"\bno\b.*(?:fee|charge|cost)|taxes|tax |duty|all[- ]in|nothing (?:more|else)|you(?:'ll)? pay", quote
        ):
            extra = product.shipping.hundredths > 0 or re.search(r"\b(?:tax|taxes|duty|duties)\b", card)
            if extra:
                return Checked(Support.CONTRADICTED, f"shipping {product.shipping}")
            plain = not re.search(r"tax|duty", quote)
            return Checked(Support.SUPPORTED if plain else Support.MISSING, f"shipping {product.shipping}")
        if re.search(r"no refund|final|no return", quote):
            return Checked(Support.CONTRADICTED if re.search(r"return|refund", card) else Support.MISSING, "fact card")
        if re.search(r"free return", quote) and re.search(r"buyer pays|you pay (?:the )?(?:post|return)", card):
            return Checked(Support.CONTRADICTED, "fact card")
        days = re.search(r"(\d+)[- ]day", quote)
        if days is not None:
            offered = re.search(r"(\d+)[- ]days?[- ](?:return|withdraw)", card)
            if offered is None:
                return Checked(Support.MISSING, "fact card")
            same = days[1] == offered[1]
            return Checked(Support.SUPPORTED if same else Support.CONTRADICTED, f"{offered[1]} days")
        return Checked(Support.SUPPORTED if quote in card else Support.MISSING, "fact card")

    def _terms(self, sentence: str, room: Room, moment: Seconds) -> Checked:
        """What, how many, on what condition, until when: all in the sentence, or on the screen's timer."""
        many = bool(numbers(sentence, self._language)) or bool(re.search(r"\d", sentence))
        condition = bool(re.search(r"满|前|关注|评论|下单|凡是|只要|买|order|comment|follow|spend|first", sentence))
        until = bool(re.search(r"截止|之前|到今晚|今晚|分钟|until|by |ends|tonight|minutes", sentence))
        if many and condition and (until or room.timer_left(moment) is not None):
            return Checked(Support.SUPPORTED, "")
        return Checked(Support.MISSING, "")


def _sentence(phrase: Phrase, start: int, end: int) -> str:
    """The normalised sentence around recognised characters, numbers in digits."""
    view = phrase.digits
    first, last = _within(view, start, end)
    while first > 0 and view.text[first - 1] not in "。！？!?":
        first -= 1
    while last < len(view.text) and view.text[last] not in "。！？!?":
        last += 1
    return view.text[first:last]


def _normal(phrase: Phrase, start: int, end: int) -> str:
    """Recognised characters as normalised text, numbers in digits."""
    first, last = _within(phrase.digits, start, end)
    return phrase.digits.text[first:last].strip()


def _within(view: View, start: int, end: int) -> tuple[int, int]:
    """The view's characters that come, if only in part, from recognised ones ``start`` to ``end``."""
    first = bisect_left(view.origin, (start,))
    while first > 0 and view.origin[first - 1][1] > start:
        first -= 1
    return first, bisect_left(view.origin, (end,))


def _card(product: Product) -> str:
    """All that the fact card says, in lower case."""
    return " ".join(_card_lines(product)).lower()


def _card_lines(product: Product) -> Iterator[str]:
    yield product.name
    for fact in product.facts:
        yield fact.cue
        for group in fact.heard_as:
            yield from group
        for quantity in fact.quantities:
            yield f"{shown(Decimal(str(quantity.value)))} {quantity.unit}"
    for fillings in product.slots.values():
        yield from fillings
