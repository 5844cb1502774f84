"""Claims held against the truth: the stock and timers of the room, the price history, the papers, the fact card."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from simulator.domain.compliance import RuleCategory, Severity, Verification
from simulator.domain.findings import Support
from simulator.domain.language import Language
from simulator.domain.scenario import Product, Scenario
from simulator.domain.units import Money, Seconds
from simulator.perception.money import amounts
from simulator.perception.numbers import english_numbers, han_numbers, shown
from simulator.perception.room import Room
from simulator.perception.wording import Phrase

STOCK_TOLERANCE = 0.10
"""A stock figure within this share of the truth is true (rubric F3)."""
TIMER_TOLERANCE: Seconds = 15.0
"""A deadline within this long of the timer is true (ours)."""
LOW_STOCK = 0.10
"""Share of the opening stock below which "almost gone" is true (ours)."""
HISTORY_DAYS = {Language.ZH: 7, Language.EN: 30}
"""Days whose lowest price bounds a reference price (rule packs, ``verify.rule``)."""

_TIME = re.compile(r"(\d+)\s*(?:more )?(分钟|秒|小时|minutes?|seconds?|hours?)")
_SECONDS = {"分": 60.0, "秒": 1.0, "小": 3600.0, "m": 60.0, "s": 1.0, "h": 3600.0}
_DEADLINE = re.compile(r"限时|秒杀|倒计时|今天|today|tonight|minutes|seconds|flash|ends")
_NEVER = re.compile(r"仅此|再也|以后|错过|never|won't")
_DETAIL = re.compile(r"天前|周前|个月前|上个月|上周|前两周|days ago|weeks ago|last month|last week")
_LOWEST = re.compile(
    r"最低|底价|成本|亏本|赔|跳楼|恢复|涨价|没有这个价|lowest|cheapest|best price|cheaper|便宜|低|划算"
)
_ELSEWHERE = re.compile(r"超市|外面|商场|线下|别人家|门店|市场价|专柜|retail|rrp|worth")
_PERCENT_OFF = re.compile(r"(\d{1,2}) ?(?:%|percent) off")

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


@dataclass(frozen=True, slots=True)
class Checked:
    """What came out, and the figure it was held against: "stock 120"."""

    support: Support
    truth: str


class ClaimChecker:
    """Looks claims up; the simulator knows the truth."""

    def __init__(self, scenario: Scenario) -> None:
        self._language = scenario.language
        self._seller = f"{scenario.seller.name} {scenario.seller.story} {scenario.seller.connection}".lower()
        self._cards = {product.id: _card(product) for product in scenario.products}

    def severity(self, pattern: Severity, verification: Verification | None, support: Support) -> Severity | None:
        """How grave a hit is once looked up; None when the claim is borne out."""
        if verification is None or support is Support.NOT_CHECKED:
            return pattern
        match support:
            case Support.SUPPORTED:
                return verification.if_supported
            case Support.CONTRADICTED:
                return verification.if_contradicted or verification.if_missing or pattern
            case _:
                if verification.if_missing is None:
                    return pattern
                return max(pattern, verification.if_missing)

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
                return self._urgency(quote, sentence, phrase.span(start, end).end, room, product)
            case "evidence" if any(need.startswith("price_history") for need in verification.needs):
                return self._reference(quote, sentence, phrase, start, end, room, product)
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
        left = room.stock[product.id]
        near = abs(float(figure) - left) <= STOCK_TOLERANCE * max(left, 1)
        return Checked(Support.SUPPORTED if near else Support.CONTRADICTED, f"stock {left}")

    def _urgency(self, quote: str, sentence: str, moment: Seconds, room: Room, product: Product) -> Checked:
        left = room.timer_left(moment)
        timed = _TIME.search(sentence)
        if timed is not None and (timed.group(0) in quote or _DEADLINE.search(quote)):
            if left is None:
                return Checked(Support.MISSING, "no timer")
            said = float(timed[1]) * _SECONDS[timed[2][0]]
            near = abs(said - left) <= max(TIMER_TOLERANCE, 0.1 * left)
            return Checked(Support.SUPPORTED if near else Support.CONTRADICTED, f"timer {left:.0f} s")
        figures = self._numbers(quote)
        if figures:
            return self.stock(figures[-1], product, room)
        if left is not None and not _NEVER.search(quote):
            return Checked(Support.SUPPORTED, f"timer {left:.0f} s")
        stock = room.stock[product.id]
        if stock <= LOW_STOCK * product.stock and not _NEVER.search(quote):
            return Checked(Support.SUPPORTED, f"stock {stock}")
        return Checked(Support.MISSING, "no timer" if _DEADLINE.search(quote) else f"stock {stock}")

    def _reference(
        self, quote: str, sentence: str, phrase: Phrase, start: int, end: int, room: Room, product: Product
    ) -> Checked:
        days = HISTORY_DAYS[self._language]
        within = [point.price for point in product.price_history if point.to_days <= days]
        percent = _PERCENT_OFF.search(quote)
        former: Money | None = None
        if percent is not None:
            price = room.prices[product.id]
            former = Money(round(price.hundredths / (1 - int(percent[1]) / 100)), price.currency)
        elif _ELSEWHERE.search(quote) or _LOWEST.search(quote):
            return Checked(Support.MISSING, "no price survey")
        else:
            here = [each for each in amounts(phrase, self._language, room.scenario.currency) if each.end > start]
            former = here[0].money if here and here[0].start <= end + 4 else None
            if former is None:
                figures = self._numbers(quote)
                if figures:
                    former = Money.of(figures[0], room.scenario.currency)
        if former is None or not product.price_history:
            return Checked(Support.MISSING, "no price history")
        if _DETAIL.search(sentence) and any(point.price == former for point in product.price_history):
            return Checked(Support.SUPPORTED, f"price history {former}")
        lowest = min(within, default=room.prices[product.id])
        true = former.hundredths <= lowest.hundredths * 1.01
        return Checked(Support.SUPPORTED if true else Support.CONTRADICTED, f"lowest in {days} days {lowest}")

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
        if re.search(r"free shipping|shipping is free", quote):
            free = product.shipping.hundredths == 0
            return Checked(Support.SUPPORTED if free else Support.CONTRADICTED, f"shipping {product.shipping}")
        if re.search(r"fees|charges|taxes|duty", quote):
            extra = product.shipping.hundredths > 0 or re.search(r"\b(?:tax|taxes|duty|duties)\b", card)
            return Checked(Support.CONTRADICTED if extra else Support.MISSING, f"shipping {product.shipping}")
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
        many = bool(self._numbers(sentence)) or bool(re.search(r"\d", sentence))
        condition = bool(re.search(r"满|前|关注|评论|下单|凡是|只要|买|order|comment|follow|spend|first", sentence))
        until = bool(re.search(r"截止|之前|到今晚|今晚|分钟|until|by |ends|tonight|minutes", sentence))
        if many and condition and (until or room.timer_left(moment) is not None):
            return Checked(Support.SUPPORTED, "")
        return Checked(Support.MISSING, "")

    def _numbers(self, text: str) -> list[Decimal]:
        if self._language is Language.ZH:
            return [run.value for run in han_numbers(text)]
        words = re.findall(r"[a-z]+|\d[\d,]*(?:\.\d+)?", text)
        return [run.value for run in english_numbers(words)]


def _sentence(phrase: Phrase, start: int, end: int) -> str:
    """The normalised sentence around recognised characters, numbers in digits."""
    view = phrase.digits
    here = [at for at, (first, last) in enumerate(view.origin) if first < end and last > start]
    if not here:
        return view.text
    first, last = here[0], here[-1] + 1
    while first > 0 and view.text[first - 1] not in "。！？!?":
        first -= 1
    while last < len(view.text) and view.text[last] not in "。！？!?":
        last += 1
    return view.text[first:last]


def _normal(phrase: Phrase, start: int, end: int) -> str:
    """Recognised characters as normalised text, numbers in digits."""
    view = phrase.digits
    return "".join(
        each for each, (first, last) in zip(view.text, view.origin, strict=True) if first < end and last > start
    ).strip()


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
