"""Scarcity, deadlines, former prices and discounts, held against the stock, timers and prices of that second."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from simulator.domain.findings import Support
from simulator.domain.language import Language
from simulator.domain.scenario import Product
from simulator.domain.units import Money, Seconds
from simulator.perception.money import amounts
from simulator.perception.numbers import HAN_DIGITS, english_numbers, han_numbers
from simulator.perception.room import Room
from simulator.perception.wording import Phrase

STOCK_TOLERANCE = 0.10
"""A stock figure within this share of the truth is true (rubric F3)."""
TIMER_TOLERANCE: Seconds = 15.0
"""A deadline within this long of the timer is true (ours)."""
LOW_STOCK = 0.10
"""Share of the opening stock below which "almost gone" is true (ours)."""
PRICE_TOLERANCE = 0.02
"""A discount within this share of the former price is true: prices are rounded to end in .9 (ours)."""
HISTORY_DAYS = {Language.ZH: 7, Language.EN: 30}
"""Days whose lowest price bounds a reference price (rule packs, ``verify.rule``)."""

_TIME = re.compile(
    r"(?P<n>\d+(?:\.\d+)?|半|half an|a|an)\s*(?:个|more )?(?P<half>半)?(?:来|多)?\s*"
    r"(?P<unit>分钟|分(?=半)|刻钟|秒|小时|钟头|minutes?|mins?|seconds?|secs?|hours?)(?P<tail>半)?"
)
_SECONDS = {"分": 60.0, "刻": 900.0, "秒": 1.0, "小": 3600.0, "钟": 3600.0, "m": 60.0, "s": 1.0, "h": 3600.0}
_TIMED = re.compile(r"限时|秒杀|倒计时|flash|countdown|timer|clock|ending|ends|limited[- ]time|minutes|seconds")
_DEADLINE = re.compile(r"今天|今晚|明天|一天|一晚|期限|today|tonight|midnight|tomorrow|this stream|when (?:i|we) go")
_OF_TIMER = {
    Language.ZH: re.compile(r"券|优惠|计时|限时|秒杀|活动|福利|分钟|秒"),
    Language.EN: re.compile(""),
}
"""What a running timer may be the reason for."""
_NEVER = re.compile(
    r"仅此|就此|只此|再也|以后|错过|过了|不(?:再|会)?(?:补|返|上|加)|绝版|永远|最后机会|never|won't|once it"
    r"|one and only|only (?:shot|chance|opportunity)|for good|again|last (?:chance|call)"
)
_STOCKED = re.compile(
    r"库存|货|没几|不剩|剩|卖|抢|售罄|见底|秒[没空光]|空|手慢|手速|个位数|告急"
    r"|gone|selling|sell|sold|stock|left|running|low|handful|almost|few|scarce|flying|inventory|disappear|fast"
)
_FIGURE_OF_STOCK = re.compile(
    r"库存|见底|告急|没几|不剩|剩|个位数|所剩|紧张|stock|running (?:low|out)|almost|nearly|handful|few"
)
_FEWER = re.compile(r"不到|不足|fewer than|less than|under|not even|below|almost|nearly")
_HALF_LEFT = re.compile(r"一半|half")

_MOST = 1_000_000_000
"""A larger number is no stock and no price."""
_DETAIL = re.compile(r"天前|周前|个月前|上个月|上周|前两周|days ago|weeks ago|last month|last week")
_LATER = re.compile(
    r"恢复|涨|没有?了?(?:今天)?[这的]?个?价|不是这个价|变回|回到|go(?:es|ing)? (?:back )?up|back (?:up )?to"
    r"|jumps?|doubl|rises?|increase"
    r"|(?:price|it) (?:is )?(?:ends|changes|expires)|won't (?:be|see) this price|full price"
)
_OWN_LOWEST = re.compile(
    r"历史|史上|全年|今年|一年|开播以来|有史以来|新低|史低|\bever\b|all[- ]time|in (?:months|years)|of the year"
)
_LOWEST = re.compile(
    r"最低|底价|地板|底裤|跳楼|骨折|白菜|吐血|血亏|破产|内部|员工|清仓|出厂|批发|成本|亏|赔|贴|最便宜"
    r"|最划算|最实惠|新低|史低|赚|挣|打到|杀到|干到"
    r"|便宜|低|划算|买贵|找不到|这个价|这价|零头|一半|超市|lowest|cheapest|best (?:price|deal)|cheaper"
    r"|less than|beat|at cost|"
    r"below cost|los(?:e|ing) money|no (?:one|body)|nowhere|half (?:of )?what|fraction|wholesale"
    r"|rock[- ]bottom|unbeatable"
)
_ELSEWHERE = re.compile(
    r"超市|外面|外头|商场|线下|别人?家|人家|其他家|隔壁|门店|实体店|专卖店|市场|专柜|菜场|水果店|官网"
    r"|旗舰店|零售|指导|淘宝|京东|拼多多|天猫|某[宝东多]|直播间"
    r"|retail|rrp|msrp|worth|value|stores?|shops?|supermarket|amazon|elsewhere|anywhere|others?"
    r"|competitors?|walmart|whole foods|etsy"
)
_HAN_OFF = re.compile(r"(?P<a>[1-9一二三四五六七八九])点?(?P<b>[0-9一二三四五六七八九])?折")
_HALF_PRICE = re.compile(r"对折|半价|half[- ](?:off|price)|half the price|50 ?(?:%|percent) off")
_PERCENT_OFF = re.compile(r"(\d{1,2}) ?(?:%|percent) (?:off|discount|cheaper|less)")
_FROM = re.compile(r"^[从由]|down from|cross(?:ed|ing)? out|scratched out|(?:reduced|cut|dropped|going) from")
_TAKEN_OFF = re.compile(r"减|降|便宜|省|少|优惠|\boff\b|save|saving|discount|knock|slash|cheaper")
_STRAIGHT_OFF = re.compile(
    r"[立直](?:减|降)|straight off|knock(?:ed|ing)? |slashed|off (?:the |your |our )?(?:usual|regular"
    r"|normal|full|retail|original|list)"
)
_MANY_PIECES = re.compile(
    r"满|[两二三四五2-5](?:件|箱|份|盒|袋|瓶)|第二|买[一二两三1-3]送|凑|second|two|three|bundle|buy (?:\d|one|two)"
)


@dataclass(frozen=True, slots=True)
class Checked:
    """What came out, and the figure it was held against: "stock 120"."""

    support: Support
    truth: str


class ShopState:
    """Holds what a host says of stock, time and price against the room as it is."""

    def __init__(self, language: Language) -> None:
        self._language = language

    # -------------------------------------------------------------------------------- stock and time

    def stock(self, figure: Decimal, product: Product, room: Room, fewer: bool = False) -> Checked:
        """Hold a stock figure against what is truly there; ``fewer``: that many at most were said to be left."""
        left = room.stock[product.id]
        near = abs(float(figure) - left) <= STOCK_TOLERANCE * max(left, 1)
        true = near or (fewer and 0.5 * float(figure) <= left <= float(figure))
        return Checked(Support.SUPPORTED if true else Support.CONTRADICTED, f"stock {left}")

    def urgency(self, quote: str, sentence: str, moment: Seconds, room: Room, product: Product) -> Checked:
        """Hold a scarcity or deadline sentence against stock and timers."""
        left = room.timer_left(moment)
        timed = _TIME.search(quote) or (_TIME.search(sentence) if _TIMED.search(quote) else None)
        if timed is not None:
            if left is None:
                return Checked(Support.MISSING, "no timer")
            near = abs(_seconds(timed) - left) <= max(TIMER_TOLERANCE, 0.1 * left)
            return Checked(Support.SUPPORTED if near else Support.CONTRADICTED, f"timer {left:.0f} s")
        stock = room.stock[product.id]
        figures = [figure for figure in numbers(quote, self._language) if figure == int(figure)]
        if figures and not _NEVER.search(quote):
            return self.stock(figures[-1], product, room, bool(_FEWER.search(quote)))
        if _HALF_LEFT.search(quote):
            return Checked(
                Support.SUPPORTED if stock <= 0.55 * product.stock else Support.CONTRADICTED, f"stock {stock}"
            )
        if _NEVER.search(quote):
            return Checked(Support.MISSING, f"stock {stock}")
        if _STOCKED.search(quote) and not _TIMED.search(quote):
            if stock <= LOW_STOCK * product.stock:
                return Checked(Support.SUPPORTED, f"stock {stock}")
            plain = _FIGURE_OF_STOCK.search(quote) is not None
            return Checked(Support.CONTRADICTED if plain else Support.MISSING, f"stock {stock}")
        if left is not None and _OF_TIMER[self._language].search(sentence) and not _DEADLINE.search(quote):
            return Checked(Support.SUPPORTED, f"timer {left:.0f} s")
        return Checked(Support.MISSING, "no timer" if left is None else f"timer {left:.0f} s")

    # -------------------------------------------------------------------------------- prices

    def price(
        self, quote: str, sentence: str, phrase: Phrase, start: int, end: int, room: Room, product: Product
    ) -> Checked:
        """Hold a former, compared or coming price, or a discount, against the price history and the room."""
        share = _share_left(quote)
        if (share is not None and self._language is Language.ZH) or _HALF_PRICE.search(quote):
            assert share is not None
            return self._discount(share, sentence, room, product, phrase.span(start, end).end)
        if share is not None:
            # "30% off" names a former price (Omnibus directive): what the price would have been.
            price = room.prices[product.id]
            former = Money(round(price.hundredths / share), price.currency)
            return self._former(former, sentence, room, product)
        if _LATER.search(quote):
            return self._planned(sentence, room, phrase.span(start, end).end)
        if _FROM.search(quote):
            figures = numbers(quote, self._language)
            return self._former(_money(figures, room), sentence, room, product)
        if _TAKEN_OFF.search(quote) and not _ELSEWHERE.search(quote) and not _LOWEST.search(quote.replace("便宜", "")):
            return self._amount_off(quote, sentence, phrase, start, end, room, product)
        if _ELSEWHERE.search(quote) or _LOWEST.search(quote):
            return self._lowest(quote, room, product)
        here = [each for each in amounts(phrase, self._language, room.scenario.currency) if each.end > start]
        amount = here[0].money if here and here[0].start <= end + 4 else None
        if amount is None:
            amount = _money(numbers(quote, self._language), room)
        return self._former(amount, sentence, room, product)

    def _former(self, former: Money | None, sentence: str, room: Room, product: Product) -> Checked:
        days = HISTORY_DAYS[self._language]
        within = [point.price for point in product.price_history if point.to_days <= days]
        if former is None or not product.price_history:
            return Checked(Support.MISSING, "no price history")
        if _DETAIL.search(sentence) and any(point.price == former for point in product.price_history):
            return Checked(Support.SUPPORTED, f"price history {former}")
        lowest = min(within, default=room.prices[product.id])
        true = former.hundredths <= lowest.hundredths * 1.01
        return Checked(Support.SUPPORTED if true else Support.CONTRADICTED, f"lowest in {days} days {lowest}")

    def _lowest(self, quote: str, room: Room, product: Product) -> Checked:
        """Nobody knows the prices of elsewhere; the shop's own are on file."""
        if "price_survey" in product.evidence:
            return Checked(Support.SUPPORTED, "price_survey")
        if _OWN_LOWEST.search(quote) and product.price_history and not _ELSEWHERE.search(quote):
            before = min(point.price for point in product.price_history)
            now = min(self._to_pay(product, room, room.now))
            if now < before.hundredths:
                return Checked(Support.SUPPORTED, f"lowest so far {before}")
            if now > before.hundredths:
                return Checked(Support.CONTRADICTED, f"lowest so far {before}")
        return Checked(Support.MISSING, "no price survey")

    def _planned(self, sentence: str, room: Room, moment: Seconds) -> Checked:
        """A rise is planned where an offer on screen runs out, and only then."""
        left = room.timer_left(moment)
        if left is None:
            return Checked(Support.MISSING, "no timer")
        timed = _TIME.search(sentence)
        if timed is not None:
            near = abs(_seconds(timed) - left) <= max(TIMER_TOLERANCE, 0.1 * left)
            return Checked(Support.SUPPORTED if near else Support.CONTRADICTED, f"timer {left:.0f} s")
        named = re.search(r"券|优惠|倒计时|福袋|coupon|timer|countdown|voucher", sentence)
        return Checked(Support.SUPPORTED if named else Support.MISSING, f"timer {left:.0f} s")

    def _discount(self, share: float, sentence: str, room: Room, product: Product, moment: Seconds) -> Checked:
        """Hold "a fifth off" against the former price and what is to be paid now, of any product that may be meant."""
        if _MANY_PIECES.search(sentence):
            return Checked(Support.NOT_CHECKED, "")
        for each in room.scenario.products:
            for former in self._formers(each):
                near = PRICE_TOLERANCE * former + 10
                if any(abs(pay - share * former) <= near for pay in self._to_pay(each, room, moment)):
                    return Checked(Support.SUPPORTED, f"price {room.prices[each.id]}")
        if not product.price_history:
            return Checked(Support.NOT_CHECKED, "")
        return Checked(Support.CONTRADICTED, f"price {room.prices[product.id]}")

    def _amount_off(
        self, quote: str, sentence: str, phrase: Phrase, start: int, end: int, room: Room, product: Product
    ) -> Checked:
        here = [each.money for each in amounts(phrase, self._language, room.scenario.currency)
                if each.end > start and each.start < end]  # fmt: skip
        if not here or _MANY_PIECES.search(sentence):
            return Checked(Support.NOT_CHECKED, "")
        off = here[0].hundredths
        moment = phrase.span(start, end).end
        for each in room.scenario.products:
            offers = {each.coupon.off.hundredths} if each.coupon is not None else set()
            for former in self._formers(each):
                offers.update(former - pay for pay in self._to_pay(each, room, moment))
            if any(abs(off - offer) <= PRICE_TOLERANCE * off + 10 for offer in offers):
                return Checked(Support.SUPPORTED, f"price {room.prices[each.id]}")
        if not _STRAIGHT_OFF.search(quote) or not product.price_history:
            return Checked(Support.NOT_CHECKED, "")
        return Checked(Support.CONTRADICTED, f"price {room.prices[product.id]}")

    def _formers(self, product: Product) -> Iterator[int]:
        """What may be called the price before: the list price, and the lowest of the days that count."""
        yield product.price.hundredths
        days = HISTORY_DAYS[self._language]
        within = [point.price.hundredths for point in product.price_history if 0 < point.to_days <= days]
        if within:
            yield min(within)

    def _to_pay(self, product: Product, room: Room, moment: Seconds) -> set[int]:
        """What a buyer pays now, without and with the coupon, in hundredths."""
        price = room.prices[product.id].hundredths
        off = room.coupon_off(product, moment)
        return {price} if off is None else {price, price - off.hundredths}


def numbers(text: str, language: Language) -> list[Decimal]:
    """The numbers in a normalised text."""
    if language is Language.ZH:
        return [run.value for run in han_numbers(text) if run.value < _MOST]
    words = re.findall(r"[a-z]+|\d[\d,]*(?:\.\d+)?", re.sub(r"half (?:a )?dozen", "6", text).replace("dozen", "12"))
    return [run.value for run in english_numbers(words) if run.value < _MOST]


def _money(figures: list[Decimal], room: Room) -> Money | None:
    """The first number as an amount."""
    return Money.of(round(figures[0], 2), room.scenario.currency) if figures else None


def _seconds(found: re.Match[str]) -> Seconds:
    unit = _SECONDS[found["unit"][0]]
    count = {"半": 0.5, "half an": 0.5, "a": 1.0, "an": 1.0}.get(found["n"])
    if count is None:
        count = float(found["n"])
    return unit * (count + (0.5 if found["half"] or found["tail"] else 0.0))


def _share_left(quote: str) -> float | None:
    """What share of the price is left after the discount that the words name: 八折 is 0.8."""
    if _HALF_PRICE.search(quote):
        return 0.5
    percent = _PERCENT_OFF.search(quote)
    if percent is not None:
        return 1 - int(percent[1]) / 100
    found = _HAN_OFF.search(quote)
    if found is None:
        return None
    digits = [HAN_DIGITS.get(each, int(each) if each.isdigit() else 0) for each in (found["a"], found["b"]) if each]
    return digits[0] / 10 if len(digits) == 1 else digits[0] / 10 + digits[1] / 100
