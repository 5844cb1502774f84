"""Money off that was told: amounts, shares of the price, pieces for nothing; held against the coupons of the moment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from simulator.domain.findings import DiscountTold, PriceVerdict
from simulator.domain.language import Language
from simulator.domain.scenario import Product
from simulator.domain.units import Currency, Money, Seconds
from simulator.perception.amount import Amount
from simulator.perception.money import around
from simulator.perception.numbers import HAN_DIGITS, MEASURE_WORDS
from simulator.perception.room import Room
from simulator.perception.wording import Phrase

CLEARLY_HEARD = 0.6
"""Confidence below which a wrong discount may be the recogniser's (rule packs, ``detector.asr``)."""
ROUNDED = 0.06
"""A share of the price is rounded when it is spoken: this much of the price may be lost by it (ours)."""

_OFF_WORDS = (
    r"(?:立减|直减|再减|满减|现减|减|省下?|便宜|优惠|抵扣|抵|返现|返还?|立返|直降|降价?|少收|少付|少花|少|砍|让利)"
)
_HAN_BARE = re.compile(
    rf"(?:满(?P<from>\d+)(?P<things>件|单|份|箱|盒|瓶|袋)?(?:块|元)?钱?(?:就|再|立|直|可以|还能)?(?:减|省|返|送|优惠)"
    rf"|{_OFF_WORDS}(?:了|你|您|大家|个|去|掉|到|给你|给您){{0,2}})(?P<off>\d+(?:\.\d{{1,2}})?)(?P<unit>(?:块|元)钱?"
    rf"|毛)?"
    rf"(?![\d.:%折点号楼年月日天岁度级倍分秒小时克斤两公百{MEASURE_WORDS}])"
)
_HAN_BEFORE = re.compile(
    rf"(?:{_OFF_WORDS}|再.|领取?|领一张|领个|送)(?:了|你|您|去|大家|掉|到|一张|个|给你|给大家){{0,2}}$"
)
_HAN_AFTER = re.compile(
    r"^(?:钱)?(?:的)?(?:大额|专属|无门槛|满减|新人|粉丝|店铺|直播间|专享)?(?:优惠|券|红包|代金|立减|满减|无门槛|补贴"
    r"|津贴|抵扣|折扣|差价)"
)
_HAN_NEITHER = re.compile(
    r"(?:满|退(?:给|还)?[你您]?|贵了?|涨了?|多花了?|多付|多掏|差了?|赚了?|亏了?|赔了?|罚|赔付?你?)$"
)
"""An amount that is neither a price nor money off: a threshold, a difference."""
_FOLD = re.compile(
    r"(?<![\d.一二三四五六七八九十])(?P<fold>[一二两三四五六七八九](?:点?[一二三四五六七八九])?|\d(?:\.\d)?"
    r"|[1-9]\d)折(?![叠伞页腾扇痕成断线耳弯射磨])"
)
_HAN_HALF = re.compile(r"半价|对折|减半|一半的?价")
_HAN_FREE = re.compile(
    r"买(?P<buy>[一二两三四五\d])(?:斤|件|箱|盒|瓶|袋|个|份|罐)?(?P<how>送|免|赠|得)(?P<get>[一二两三四五\d])"
)
_HAN_SENT = re.compile(r"拍(?P<buy>[一1])(?:单|件|份)?发(?P<get>[二两三四五\d])")
_HAN_PERCENT = re.compile(
    r"(?:便宜|省|降|优惠|减|少|低)(?:了|掉|个|你|您|价)?(?:百分之(?P<percent>\d{1,2})|(?P<points>\d{1,2})(?:%|个点))"
)
_HAN_PIECES = re.compile(
    r"(?:满|买|拍|第|拍够|凑)(?P<n>[一二两三四五\d])(?:件|箱|盒|瓶|袋|份|个|单|斤|罐)?[^。！？!?]{0,6}$"
)
_ELSEWHERE = {
    Language.ZH: re.compile(
        r"比(?!单|分开|零|一个一个)[^，。！？]{1,8}$|比(?:超市|外面|别家|别人|商场|市场|门店|平时|线下|同行)|超市|外面|别人家|别家|商场"
        r"|门店|隔壁"
    ),
    Language.EN: re.compile(r"\b(?:supermarkets?|other (?:shops|stores|sellers)|elsewhere|retail|amazon|they)\b"),
}
_BUNDLE = {
    Language.ZH: re.compile(r"一起|两样|两款|组合|套餐|加起来|全部|合计|打包|满|第[二两2]|两[件箱盒瓶袋]"),
    Language.EN: re.compile(
        r"\b(?:both|together|bundle|all|set|combo|two|2|second|more than|over|when you buy|spend)\b"
    ),
}
_EN_AFTER = re.compile(
    r"^(?:off|less|cheaper|coupons?|vouchers?|discounts?|rebate|credit|promo|savings?|back)\b|^(?:a \w+ )?off\b"
    r"|^(?:will |would |just |also |does )?(?:comes?|coming|goes|going|falls?|drops?|is|are|gets?"
    r"|gets? (?:taken|knocked)|being"
    r" taken) (?:right |straight |automatically )?off\b"
)
_EN_BEFORE = re.compile(
    r"\b(?:save|saves|saving|saved|minus|discount of|take|takes|taking|knock|knocks|knocking|shave|shaves|drop|drops"
    r"|slash(?:es)?|cut|cuts|extra|(?<!with )(?:coupon|voucher|rebate)(?:'s| is| is worth| it's| of| gives you"
    r"| takes| gets you))"
    r"(?: (?:you|off|another|an|extra|a|full|whole|it|about|over|up to)){0,2}$"
)
_EN_COUPONS = re.compile(r"(?<!with )(?<!after )\b(?:coupons?|vouchers?)(?: \w+){0,5}$")
"""Coupons of so much each."""
_EN_NEITHER = re.compile(
    r"\b(?:spend(?:ing)? (?:over|at least|above)|orders? (?:over|above)|minimum of)(?: over| at least)?$"
)
_EN_PERCENT = re.compile(
    r"\b(?P<percent>\d{1,2}) percent (?:off|discount|less|cheaper|coupon|savings?)\b|\b(?:save"
    r"|saving) (?:you )?(?:up to |about )?(?P<saved>\d{1,2}) percent\b"
)
_EN_HALF = re.compile(r"\bhalf (?:off|price)\b|\b(?:50|fifty) ?% off\b")
_EN_FREE = re.compile(
    r"\bbuy (?P<buy>\d+|a|any) (?:\w+ )?(?:and )?(?:you )?get (?P<get>\d+|another|the second|the next"
    r"|the third)\b(?P<rest>(?: \w+){0,3})|\bbogo\b|\b2 for the price of (?:one|1)\b|\b(?P<many>3"
    r"|4) for the price of (?P<few>2|3)\b"
)
_EN_BARE = re.compile(
    r"\b(?:(?P<off>\d+(?:\.\d{1,2})?) (?:bucks |dollars )?off(?! (?:the (?:tree|vine|bone)|camera|air))|(?:save"
    r"|saves|saving|minus) (?:you )?(?:another |an extra )?(?P<saved>\d+(?:\.\d{1,2})?)(?! (?:percent|minutes?|hours?"
    r"|days?|trips?|time|of|boxes|for)\b))"
)


@dataclass(frozen=True, slots=True)
class _Off:
    """What is taken off, and the recognised characters that say so."""

    start: int
    end: int
    off: Money | None = None
    percent: float | None = None
    pieces: int | None = None


class DiscountListener:
    """Hears money off; tells which amounts are no prices."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def hear(
        self, phrase: Phrase, found: Sequence[Amount], room: Room, named: dict[str, int]
    ) -> tuple[list[DiscountTold], list[Amount]]:
        """Discounts in the phrase, and the amounts that are left as prices."""
        currency = room.scenario.currency
        chinese = self._language is Language.ZH
        told, left = self._amounts(phrase, found)
        more = [*(_han(phrase, currency) if chinese else _english(phrase, currency))]
        for each in more:
            if not any(each.start < other.end and other.start < each.end for other in told):
                told.append(each)
        left = [amount for amount in left if not any(amount.start < off.end and off.start < amount.end for off in told)]
        discounts = [self._judged(phrase, off, room, named) for off in sorted(told, key=lambda off: off.start)]
        return discounts, left

    def _amounts(self, phrase: Phrase, found: Sequence[Amount]) -> tuple[list[_Off], list[Amount]]:
        told: list[_Off] = []
        left: list[Amount] = []
        for amount in found:
            before, after = around(phrase, amount.start, amount.end, self._language, 12)
            if self._language is Language.ZH:
                off = bool(_HAN_AFTER.search(after) or _HAN_BEFORE.search(before))
                clause, _ = around(phrase, amount.start, amount.end, self._language, 12, sentence=True)
                neither = bool(_HAN_NEITHER.search(clause)) and not off
            else:
                off = bool(_EN_AFTER.search(after) or _EN_BEFORE.search(before)) or bool(
                    _EN_COUPONS.search(before) and re.match(r"(?:each|apiece)\b", after)
                )
                neither = bool(_EN_NEITHER.search(before)) or bool(
                    re.search(r"\bspend(?:ing)?$", before)
                    and re.match(r"(?:and|or more|to get|gets?|you get|for free)\b", after)
                )
            if off:
                told.append(_Off(amount.start, amount.end, off=amount.money, pieces=self._pieces(before)))
            elif not neither:
                left.append(amount)
        return told, left

    def _pieces(self, before: str) -> int | None:
        if self._language is Language.ZH:
            found = _HAN_PIECES.search(before)
            return _digit(found["n"]) if found else None
        found = re.search(r"\bbuy (\d)\b[^.!?]{0,20}$", before)
        return int(found[1]) if found else None

    # -------------------------------------------------------------------------------- held against the shop

    def _judged(self, phrase: Phrase, off: _Off, room: Room, named: dict[str, int]) -> DiscountTold:
        said = phrase.span(off.start, off.end)
        before = [(place, id) for id, place in named.items() if place <= off.start]
        product = room.scenario.product(max(before)[1]) if before else room.product_at(said.start)
        verdict = self._verdict(phrase, off, room, product)
        return DiscountTold(
            at=phrase.at, said=said, product=product.id if product else None, off=off.off, percent=off.percent,
            pieces=off.pieces, verdict=verdict, quote=phrase.quote(off.start, off.end),
        )  # fmt: skip

    def _verdict(self, phrase: Phrase, off: _Off, room: Room, product: Product | None) -> PriceVerdict:
        before, after = around(phrase, off.start, off.end, self._language, 14)
        if _ELSEWHERE[self._language].search(before):
            return PriceVerdict.COMPARISON
        moment = phrase.span(off.start, off.end).start
        about = [product] if product else room.scenario.products
        if any(self._is(off, true, room.prices[each.id]) for each in about for true in _true_offs(each, room, moment)):
            return PriceVerdict.RIGHT
        quote = phrase.quote(off.start, off.end).lower()
        if product is None or off.pieces or _BUNDLE[self._language].search(f"{before} {quote} {after}"):
            return PriceVerdict.UNSURE
        confidence = phrase.confidence(off.start, off.end)
        if confidence is not None and confidence < CLEARLY_HEARD:
            return PriceVerdict.UNSURE
        # A coupon that is planned, was sent, or belongs to another product may be meant.
        planned = {each.id: _true_offs(each, room, None) for each in room.scenario.products}
        if any(self._is(off, true, room.prices[id]) for id, offs in planned.items() for true in offs):
            return PriceVerdict.UNSURE
        return PriceVerdict.WRONG

    @staticmethod
    def _is(off: _Off, true: Money, price: Money) -> bool:
        if off.off is not None:
            return off.off == true
        if off.percent is None or off.pieces:
            return False
        whole = price.hundredths
        return abs(whole * off.percent / 100 - true.hundredths) <= ROUNDED * whole


def _true_offs(product: Product, room: Room, moment: Seconds | None) -> set[Money]:
    """What may truly be taken off this product then: its coupon, and what the price has come down; None is ever."""
    if moment is None:
        sent = {room.coupons[product.id].off} if product.id in room.coupons else set()
        offs = sent | ({product.coupon.off} if product.coupon is not None else set())
    else:
        off = room.coupon_off(product, moment)
        offs = {off} if off is not None else set()
    price = room.prices[product.id]
    formers = {product.price, *(point.price for point in product.price_history)}
    downs = {former - price for former in formers if former.hundredths > price.hundredths}
    return offs | downs | {off + down for off in offs for down in downs}


def _digit(text: str) -> int:
    return HAN_DIGITS[text] if text in HAN_DIGITS else int(text)


def _han(phrase: Phrase, currency: Currency) -> Iterator[_Off]:
    text = phrase.plain.text
    for found in _FOLD.finditer(text):
        digits = "".join(str(HAN_DIGITS.get(each, each)) for each in found["fold"] if each not in ".点")
        share = float(digits) * (10 if len(digits) == 1 else 1)
        yield _Off(
            *phrase.plain.recognised(*found.span()), percent=100 - share, pieces=_pieces_before(text, found.start())
        )
    for found in _HAN_HALF.finditer(text):
        yield _Off(*phrase.plain.recognised(*found.span()), percent=50.0, pieces=_pieces_before(text, found.start()))
    for found in _HAN_FREE.finditer(text):
        buy, get = _digit(found["buy"]), _digit(found["get"])
        whole = get if found["how"] == "得" else buy if found["how"] == "免" else buy + get
        free = get - buy if found["how"] == "得" else get
        if whole > 1 and 0 < free < whole:
            yield _Off(*phrase.plain.recognised(*found.span()), percent=round(100 * free / whole, 1), pieces=whole)
    for found in _HAN_SENT.finditer(text):
        get = _digit(found["get"])
        if get > 1:
            yield _Off(*phrase.plain.recognised(*found.span()), percent=round(100 - 100 / get, 1), pieces=get)
    view = phrase.digits
    for found in _HAN_PERCENT.finditer(view.text):
        yield _Off(*view.recognised(*found.span()), percent=float(found["percent"] or found["points"]))
    for found in _HAN_BARE.finditer(view.text):
        value = Decimal(found["off"]) / (10 if found["unit"] == "毛" else 1)
        if value > 0:
            pieces = int(found["from"]) if found["things"] and found["from"] else None
            yield _Off(*view.recognised(*found.span()), off=Money.of(value, currency), pieces=pieces)


def _pieces_before(text: str, start: int) -> int | None:
    found = _HAN_PIECES.search(text[max(0, start - 10) : start])
    return _digit(found["n"]) if found else None


def _english(phrase: Phrase, currency: Currency) -> Iterator[_Off]:
    text, places = _joined(phrase)

    def place(found: re.Match[str]) -> tuple[int, int]:
        inside = [at for at, (start, end) in enumerate(places) if start < found.end() and end > found.start()]
        return phrase.token_origin[inside[0]][0], max(phrase.token_origin[at][1] for at in inside)

    for found in _EN_PERCENT.finditer(text):
        yield _Off(*place(found), percent=float(found["percent"] or found["saved"]))
    for found in _EN_HALF.finditer(text):
        yield _Off(*place(found), percent=50.0)
    for found in _EN_FREE.finditer(text):
        yield _free(found, place(found))
    for found in _EN_BARE.finditer(text):
        value = Decimal(found["off"] or found["saved"])
        if value > 0:
            yield _Off(*place(found), off=Money.of(value, currency))


def _free(found: re.Match[str], place: tuple[int, int]) -> _Off:
    """Buy some, get some."""
    if found["many"]:
        return _Off(
            *place, percent=round(100 - 100 * int(found["few"]) / int(found["many"]), 1), pieces=int(found["many"])
        )
    buy = int(found["buy"]) if found["buy"] and found["buy"].isdigit() else 1
    get = int(found["get"]) if found["get"] and found["get"].isdigit() else 1
    rest = found["rest"] or ""
    share = 0.5 if "half" in rest else 1.0
    return _Off(*place, percent=round(100 * share * get / (buy + get), 1), pieces=buy + get)


def _joined(phrase: Phrase) -> tuple[str, list[tuple[int, int]]]:
    """The tokens as one text, and where each stands in it."""
    places: list[tuple[int, int]] = []
    at = 0
    for token in phrase.tokens:
        places.append((at, at + len(token)))
        at += len(token) + 1
    return " ".join(phrase.tokens), places
