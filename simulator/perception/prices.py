"""Prices that were told, and whether they are true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from simulator.domain.findings import PriceTold, PriceVerdict
from simulator.domain.language import Language
from simulator.domain.scenario import Product
from simulator.domain.units import Money
from simulator.perception.money import Amount, amounts, around
from simulator.perception.numbers import in_han
from simulator.perception.room import Room
from simulator.perception.wording import Phrase

CLEARLY_HEARD = 0.6
"""Confidence below which a wrong price may be the recogniser's (rule packs, ``detector.asr``)."""
CUE_REACH = {Language.ZH: 7, Language.EN: 4}
"""How close before an amount, in characters or words, it must be asked as the price to be called wrong (ours)."""
PIECES = 5
"""So many pieces at once are tried as a total."""

_ELSEWHERE = {
    Language.ZH: re.compile(
        r"平时|超市|原价|市场价|外面|别人家|别家|商场|门店|线下|专柜|往年|以前|之前|上次|去年|上个月|两周前|日常价|划线价"
        r"|其他平台|别的|隔壁|实体店|平均|不到|还不到|合下来|算下来|一斤$|每斤|一斤才|一斤只|一斤要|一斤卖|一个才|每个|一颗|每一颗|一天"
    ),
    Language.EN: re.compile(
        r"\b(?:supermarket|market|usually|normally|was|were|retail|elsewhere|other|others|amazon|store|stores|worth|"
        r"used to|before|last (?:week|month|year)|regular|original|compared?|almost|each|per)\b"
    ),
}
_PART = {
    Language.ZH: re.compile(r"^(?:一斤|每斤|一个|一颗|一天)"),
    Language.EN: re.compile(r"^(?:a|an|per) (?:pound|kilo|kg|ounce|oz|day|cup|slice|serving)\b"),
}
_OFF_BEFORE = {
    Language.ZH: re.compile(r"(?:再.|减|立减|直减|省|省下|便宜|优惠|抵|返|满|领|领取|领一张|送)(?:了|你|您|去|大家)?$"),
    Language.EN: re.compile(r"\b(?:save|off|minus|extra|claim|the|a|another|with)$"),
}
_OFF_AFTER = {
    Language.ZH: re.compile(r"^(?:的)?(?:优惠|券|红包|优惠券|优惠权|代金券|立减|满减)"),
    Language.EN: re.compile(r"^(?:off|coupon|voucher|discount|cheaper|less)\b"),
}
_ASKED = {
    Language.ZH: re.compile(
        r"只要|到手|价格是?|卖|拍下|现在|今天|直播间|就是|才|只需|一共|一箱|一瓶|一罐|一盒|一袋|一份"
    ),
    Language.EN: re.compile(r"\b(?:only|just|pay|price|today|tonight|yours for|for|is|costs?|it's|box|jar|get it)\b"),
}
_SHIPPING = {
    Language.ZH: re.compile(r"运费|邮费|快递费"),
    Language.EN: re.compile(r"\b(?:shipping|postage|delivery|post)\b"),
}
_TOGETHER = {
    Language.ZH: re.compile(r"一起|两样|两款|组合|套餐|加起来|全部|合计|打包"),
    Language.EN: re.compile(r"\b(?:both|together|bundle|all|set|combo|total|everything)\b"),
}


class PriceListener:
    """Hears amounts and holds them against the listing of the moment."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._previous = ""

    def hear(self, phrase: Phrase, room: Room, named: dict[str, int]) -> Iterator[PriceTold]:
        """Prices in the phrase; ``named`` holds where products were named in it, in recognised characters."""
        joiner = "" if self._language is Language.ZH else " "
        text = joiner.join(phrase.tokens)
        bundle = bool(_TOGETHER[self._language].search(text) or _TOGETHER[self._language].search(self._previous))
        self._previous = text
        for amount in amounts(phrase, self._language, room.scenario.currency):
            before, after = around(phrase, amount.start, amount.end, self._language, 14)
            if self._is_off(before, after):
                continue
            product = self._product(amount, room, named, phrase)
            verdict, price, product = self._verdict(
                amount, product, before, after, room, phrase, text, bundle, bool(named)
            )
            yield PriceTold(
                at=phrase.at,
                said=phrase.span(amount.start, amount.end),
                product=product.id if product else None,
                price=price,
                verdict=verdict,
                quote=phrase.quote(amount.start, amount.end),
            )

    def _is_off(self, before: str, after: str) -> bool:
        """Money taken off is no price."""
        if _OFF_AFTER[self._language].search(after):
            return True
        if self._language is Language.EN:
            return bool(re.search(r"\b(?:save|minus)$", before))
        return bool(_OFF_BEFORE[self._language].search(before))

    def _product(self, amount: Amount, room: Room, named: dict[str, int], phrase: Phrase) -> Product | None:
        before = [(place, id) for id, place in named.items() if place <= amount.start]
        if before:
            return room.scenario.product(max(before)[1])
        return room.product_at(phrase.span(amount.start, amount.end).start)

    def _verdict(
        self, amount: Amount, product: Product | None, before: str, after: str, room: Room, phrase: Phrase,
        text: str, bundle: bool, named: bool,
    ) -> tuple[PriceVerdict, Money, Product | None]:  # fmt: skip
        moment = phrase.span(amount.start, amount.end).start
        candidates = [product] if product else []
        candidates += [each for each in room.scenario.products if each is not product]
        elsewhere = bool(_ELSEWHERE[self._language].search(before[-10:] if self._language is Language.ZH else before))
        part = bool(_PART[self._language].search(after))
        if part or elsewhere:
            if product and not part and amount.money in self._own(product, room, moment) and not self._past(before):
                return PriceVerdict.RIGHT, amount.money, product
            return PriceVerdict.COMPARISON, amount.money, product
        for each in candidates:
            own = self._own(each, room, moment)
            for money in (amount.money, amount.repaired):
                if money is not None and (
                    money in own or money in self._derived(each, own, room, text, before, bundle)
                ):
                    return PriceVerdict.RIGHT, money, each
        cue, _ = around(phrase, amount.start, amount.end, self._language, CUE_REACH[self._language], sentence=True)
        if amount.money.currency is not room.scenario.currency or product is None:
            return PriceVerdict.UNSURE, amount.money, product
        if any(amount.money == point.price for point in product.price_history):
            return PriceVerdict.COMPARISON, amount.money, product
        sure = named or len(room.scenario.products) == 1 or room.pinned == product.id
        if sure and not bundle and self._clearly_wrong(amount, product, cue, room, phrase):
            return PriceVerdict.WRONG, amount.money, product
        return PriceVerdict.UNSURE, amount.money, product

    def _own(self, product: Product, room: Room, moment: float) -> set[Money]:
        """What one piece costs now: list price, and with the coupon."""
        price = room.prices[product.id]
        off = room.coupon_off(product, moment)
        return {price} | ({price - off} if off is not None else set())

    def _derived(
        self, product: Product, own: set[Money], room: Room, text: str, before: str, bundle: bool
    ) -> set[Money]:
        """Totals of several pieces that were named, with delivery; delivery itself where it is spoken of."""
        derived: set[Money] = set()
        for pieces in range(2, PIECES + 1):
            word = in_han(Decimal(pieces)) if self._language is Language.ZH else str(pieces)
            if word in text:
                derived |= {money * pieces for money in own}
        if product.shipping.hundredths:
            derived |= {money + product.shipping for money in own}
            if _SHIPPING[self._language].search(before) or _SHIPPING[self._language].search(text):
                derived.add(product.shipping)
        if bundle:
            for other in room.scenario.products:
                if other.id != product.id:
                    derived |= {one + two for one in own for two in self._own(other, room, room.now)}
        return derived

    def _past(self, before: str) -> bool:
        return bool(re.search(r"原价|以前|之前|上次|去年|上个月|两周前|was|used to|before|last", before))

    def _clearly_wrong(self, amount: Amount, product: Product, cue: str, room: Room, phrase: Phrase) -> bool:
        """Asked as this product's price, clearly heard, and unlike the true one in sound too."""
        if not _ASKED[self._language].search(cue):
            return False
        if _SHIPPING[self._language].search(cue):
            return False
        confidence = phrase.confidence(amount.start, amount.end)
        if confidence is not None and confidence < CLEARLY_HEARD:
            return False
        true = {room.prices[product.id]}
        off = product.coupon.off if product.coupon else None
        sent = room.coupons.get(product.id)
        for each in (off, sent.off if sent else None):
            if each is not None:
                true.add(room.prices[product.id] - each)
        return not any(self._may_be_misheard(amount, price) for price in true)

    def _may_be_misheard(self, amount: Amount, price: Money) -> bool:
        if amount.money == price or amount.repaired == price:
            return True
        if amount.doubtful_decimal and amount.money.hundredths // 100 == price.hundredths // 100:
            return True
        said, true = in_han(amount.money.amount), in_han(price.amount)
        if self._language is Language.EN:
            # "eighteen" and "eighty", "thirteen" and "thirty" sound alike.
            one, other = amount.money.hundredths, price.hundredths
            teens = {(13 + at) * 100: (30 + 10 * at) * 100 for at in range(7)}
            return teens.get(one) == other or teens.get(other) == one or str(one) in str(other)
        # 四 and 十 are the syllables recognisers mix up most within numbers.
        return said.replace("四", "十") == true.replace("四", "十")
