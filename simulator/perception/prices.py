"""Prices that were told, and whether they are true."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from simulator.domain.findings import Exactness, PriceTold, PriceVerdict
from simulator.domain.language import Language
from simulator.domain.scenario import FactKind, Product, Scenario
from simulator.domain.units import Money, Seconds
from simulator.perception.amount import Amount
from simulator.perception.money import around
from simulator.perception.numbers import han_numbers, in_han
from simulator.perception.quantities import Measured, measured_in, parted, true_amount
from simulator.perception.room import Room
from simulator.perception.wording import Phrase, Reader

CLEARLY_HEARD = 0.6
"""Confidence below which a wrong price may be the recogniser's (rule packs, ``detector.asr``)."""
CUE_REACH = {Language.ZH: 7, Language.EN: 4}
"""How close before an amount, in characters or words, it must be asked as the price to be called wrong (ours)."""
PIECES = 5
"""So many pieces at once are tried as a total."""
PART_ROUNDED = 0.04
"""The price of a part is rounded when it is spoken: 六块钱一斤 for 5.98 (ours)."""
_HERE = {
    Language.ZH: re.compile(r"今天|今晚|现在|直播间|到手|我们家?(?:是|卖|才|只)|咱们?家?(?:是|卖|才|只)"),
    Language.EN: re.compile(r"\b(?:tonight|today|right now|here|ours|we're|you pay)\b"),
}
"""What ends the talk of prices elsewhere: 超市九十九，今天八十九."""
_SEVERAL = {
    Language.ZH: re.compile(
        r"[两二三四五六七八九十\d](?:件|箱|盒|瓶|罐|袋|份|单|套|包|双|条|把|组|桶|提)(?!装)[^。！？]{0,12}$"
    ),
    Language.EN: re.compile(
        r"\b(?:2|3|4|5|6|10|12|pair|couple|both|dozen)\b(?! (?:\w+ )?(?:pounds?|lbs?|oz|ounces?|kilos?|grams?|inch"
        r"|inches))[\w ']{0,24}$"
    ),
}
"""Several pieces named before an amount: what they cost together is nowhere listed."""
_PAIR = re.compile(r"两|俩|一对|\ba pair\b|\btwo\b")

_ELSEWHERE = {
    Language.ZH: re.compile(
        r"平时|超市|原价|原本|原来|本来|饭店|餐厅|早餐店|药店|水果店|街上|市场价|外面|别人家|别家|商场|门店|线下"
        r"|专柜|往年|以前|之前|上次|去年|上个月|两周前|日常价"
        r"|划线价"
        r"|其他平台|别的|隔壁|实体店|网上|集市|菜市场|过年|大街|路边|旗舰店|代购"
    ),
    Language.EN: re.compile(
        r"\b(?:supermarket|market|usually|normally|was|were|retail|elsewhere|other|others|amazon|store|stores|worth|"
        r"used to|before|last (?:week|month|year)|regular|regularly|original|compared?|grocery|mall|boutique|they"
        r"|charges?|brands?"
        r"|department|airport|online)\b"
    ),
}
_PART_AFTER = {
    Language.ZH: re.compile(
        r"^(?:钱|多|出头|左右|不到|都不到)*(?:一|每|/)(?P<n>百)?(?P<part>斤|公斤|千克|两|克|个|颗|只|枚|粒|片|天|杯"
        r"|泡|口|顿|根|朵|袋|包|条|张|小包|小袋)"
    ),
    Language.EN: re.compile(
        r"^(?:a|an|per|each|the) (?P<part>pound|lb|kilo|kg|ounce|oz|day|cup|slice|serving|piece|egg|sheet|bag|bar"
        r"|shirt|bowl|meal)\b"
    ),
}
_PART_BEFORE = {
    Language.ZH: re.compile(
        r"(?:一|每)(?P<n>百)?(?P<part>斤|公斤|千克|两|克|个|颗|只|枚|粒|片|天|杯|泡|口|顿|根|朵|袋|包|条"
        r"|张)[^，。！？!?,块元]{0,8}$"
    ),
    Language.EN: re.compile(
        r"\b(?:a|per|each|every) (?P<part>pound|lb|kilo|kg|ounce|oz|cup|slice|serving|egg)\b[\w ,']{0,24}$"
    ),
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


@dataclass(frozen=True, slots=True)
class _Place:
    """What stands around an amount."""

    text: str
    before: str
    part: str | None
    """The part it is the price of: 斤, "pound"."""
    elsewhere: bool
    bundle: bool
    named: bool


def _sizes(product: Product, reader: Reader) -> list[Measured]:
    """What one price buys, measured: by the unit's own words, else by the card's facts of size."""
    of_card = [true_amount(each) for fact in product.facts if fact.kind is FactKind.SIZE for each in fact.quantities]
    return [*measured_in(product.unit, reader), *of_card]


class PriceListener:
    """Hears prices and holds them against the listing of the moment."""

    def __init__(self, scenario: Scenario, reader: Reader) -> None:
        self._language = scenario.language
        self._sizes = {product.id: _sizes(product, reader) for product in scenario.products}
        self._previous = ""

    def hear(self, phrase: Phrase, found: Sequence[Amount], room: Room, named: dict[str, int]) -> Iterator[PriceTold]:
        """Prices among the amounts of the phrase; ``named`` holds where products were named in it."""
        joiner = "" if self._language is Language.ZH else " "
        text = joiner.join(phrase.tokens)
        bundle = bool(_TOGETHER[self._language].search(text) or _TOGETHER[self._language].search(self._previous))
        self._previous = text
        for amount in found:
            product = self._product(amount, room, named, phrase)
            place = self._place(phrase, amount, text, bundle, bool(named))
            if product is not None and self._counts_pieces(amount, product, place, phrase):
                continue
            verdict, price, product = self._verdict(amount, product, place, room, phrase)
            yield PriceTold(
                at=phrase.at,
                said=phrase.span(amount.start, amount.end),
                product=product.id if product else None,
                price=price,
                verdict=verdict,
                quote=phrase.quote(amount.start, amount.end),
                exactness=amount.exactness,
                per=place.part or "",
            )

    def _place(self, phrase: Phrase, amount: Amount, text: str, bundle: bool, named: bool) -> _Place:
        before, _ = around(phrase, amount.start, amount.end, self._language, 14)
        clause, behind = around(phrase, amount.start, amount.end, self._language, 14, sentence=True)
        part = _PART_AFTER[self._language].search(behind) or _PART_BEFORE[self._language].search(clause)
        unit = None
        if part is not None:
            unit = ("百" if part.groupdict().get("n") else "") + part["part"]
        near = before[-12:] if self._language is Language.ZH else before
        near = near[max((found.end() for found in _HERE[self._language].finditer(near)), default=0) :]
        elsewhere = bool(_ELSEWHERE[self._language].search(near))
        return _Place(text, before, unit, elsewhere, bundle, named)

    def _product(self, amount: Amount, room: Room, named: dict[str, int], phrase: Phrase) -> Product | None:
        before = [(place, id) for id, place in named.items() if place <= amount.start]
        if before:
            return room.scenario.product(max(before)[1])
        return room.product_at(phrase.span(amount.start, amount.end).start)

    def _counts_pieces(self, amount: Amount, product: Product, place: _Place, phrase: Phrase) -> bool:
        """六块一包 of goods that are sold in sixes: 块 counts the pieces in a pack."""
        if self._language is not Language.ZH or place.part is None or not amount.named:
            return False
        pieces = {100 * run.value for run in han_numbers(product.unit) if product.unit.startswith("块", run.end)}
        return amount.money.hundredths in pieces and phrase.quote(amount.start, amount.end).endswith("块")

    def _verdict(
        self, amount: Amount, product: Product | None, place: _Place, room: Room, phrase: Phrase
    ) -> tuple[PriceVerdict, Money, Product | None]:
        moment = phrase.span(amount.start, amount.end).start
        candidates = [product] if product else []
        candidates += [each for each in room.scenario.products if each is not product]
        if place.part is not None:
            return self._of_part(amount, product, place, room, moment), amount.money, product
        if place.elsewhere:
            true = product is not None and amount.money in self._own(product, room, moment)
            verdict = PriceVerdict.RIGHT if true and not self._past(place.before) else PriceVerdict.COMPARISON
            return verdict, amount.money, product
        if amount.exactness is not Exactness.EXACT:
            for each in candidates:
                if any(amount.admits(money) for money in self._own(each, room, moment)):
                    return PriceVerdict.FITS, amount.money, each
            return PriceVerdict.COMPARISON, amount.money, product
        for each in candidates:
            own = self._own(each, room, moment)
            for money in (amount.money, amount.repaired):
                if money is not None and (money in own or money in self._derived(each, own, room, place)):
                    return PriceVerdict.RIGHT, money, each
        cue, _ = around(phrase, amount.start, amount.end, self._language, CUE_REACH[self._language], sentence=True)
        if amount.money.currency is not room.scenario.currency or product is None:
            return PriceVerdict.UNSURE, amount.money, product
        if any(amount.money == point.price for point in product.price_history):
            return PriceVerdict.COMPARISON, amount.money, product
        sure = place.named or len(room.scenario.products) == 1 or room.pinned == product.id
        several = amount.pieces > 1 or bool(_SEVERAL[self._language].search(place.before))
        if sure and not place.bundle and not several and self._clearly_wrong(amount, product, cue, room, phrase):
            return PriceVerdict.WRONG, amount.money, product
        return PriceVerdict.UNSURE, amount.money, product

    def _of_part(
        self, amount: Amount, product: Product | None, place: _Place, room: Room, moment: Seconds
    ) -> PriceVerdict:
        """The price of a pound, a piece, a day: borne out where the size of the whole is known and divides to it."""
        if product is None or place.part is None or (place.elsewhere and self._past(place.before)):
            return PriceVerdict.COMPARISON
        own = self._own(product, room, moment)
        part = parted(place.part)
        size = next((each for each in self._sizes[product.id] if each.measure == part.measure), None)
        if size is None or size.amount <= 0:
            whole = place.part in product.unit and not place.elsewhere and amount.money in own
            return PriceVerdict.RIGHT if whole else PriceVerdict.COMPARISON
        if size.equals(part) and amount.money in own:
            return PriceVerdict.RIGHT
        for money in own:
            true = money.hundredths * part.amount / size.amount
            if abs(amount.money.hundredths - true) <= max(PART_ROUNDED * true, 5):
                return PriceVerdict.FITS
            if amount.exactness is not Exactness.EXACT and amount.admits(Money(round(true), money.currency)):
                return PriceVerdict.FITS
        return PriceVerdict.COMPARISON

    def _own(self, product: Product, room: Room, moment: float) -> set[Money]:
        """What one piece costs now: list price, and with the coupon."""
        price = room.prices[product.id]
        off = room.coupon_off(product, moment)
        return {price} | ({price - off} if off is not None else set())

    def _derived(self, product: Product, own: set[Money], room: Room, place: _Place) -> set[Money]:
        """Totals of several pieces that were named, with delivery; delivery itself where it is spoken of."""
        derived: set[Money] = set()
        for pieces in range(2, PIECES + 1):
            word = in_han(Decimal(pieces)) if self._language is Language.ZH else str(pieces)
            if word in place.text or (pieces == 2 and _PAIR.search(place.text)):
                derived |= {money * pieces for money in own}
        if product.shipping.hundredths:
            derived |= {money + product.shipping for money in own}
            if _SHIPPING[self._language].search(place.before) or _SHIPPING[self._language].search(place.text):
                derived.add(product.shipping)
        if place.bundle:
            for other in room.scenario.products:
                if other.id != product.id:
                    derived |= {one + two for one in own for two in self._own(other, room, room.now)}
        return derived

    def _past(self, before: str) -> bool:
        return bool(re.search(r"原价|原本|原来|本来|以前|之前|上次|去年|上个月|两周前|was|used to|before|last", before))

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
