"""Money off, held against the coupons of the shop."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.domain.desk import CouponSent
from simulator.domain.findings import DiscountTold, PriceTold, PriceVerdict
from simulator.domain.units import Currency, Money


def told(stage: Any, text: str, **how: Any) -> list[DiscountTold]:
    return list(stage.only(DiscountTold, stage.say(text, **how)))


@pytest.mark.parametrize(
    ("text", "off"),
    [
        ("再减二十块钱", "20"), ("立减五元", "5"), ("满一百减二十", "20"), ("领取十块钱优惠券", "10"),
        ("给您便宜三块", "3"),
        ("用券再省五块钱", "5"), ("页面上有张券，满四十减三块", "3"), ("还有八块钱的红包", "8"),
    ],
)  # fmt: skip
def test_an_amount_off_is_a_discount_and_no_price(chinese: Any, text: str, off: str) -> None:
    found = chinese().say(text)
    (discount,) = [each for each in found if isinstance(each, DiscountTold)]
    assert str(discount.off.amount) == off
    assert not [each for each in found if isinstance(each, PriceTold)]


@pytest.mark.parametrize(
    ("text", "percent", "pieces"),
    [
        ("今天全场八折", 20, None), ("打八八折", 12, None), ("直接九点五折", 5, None), ("半价带走", 50, None),
        ("对折", 50, None),
        ("满两件打八折", 20, 2), ("第二件半价", 50, 2), ("买一送一", 50, 2), ("买二送一", 33.3, 3), ("拍一发三",
        66.7, 3),
        ("便宜百分之二十", 20, None),
    ],
)  # fmt: skip
def test_shares_and_free_pieces(chinese: Any, text: str, percent: float, pieces: int | None) -> None:
    assert [(each.percent, each.pieces) for each in told(chinese(), text)] == [(percent, pieces)]


@pytest.mark.parametrize(
    "text", ["这把伞是三折伞", "折叠起来放", "打个骨折的狗", "减肥的朋友", "原价多少我不说", "加减法"]
)
def test_what_only_looks_like_a_discount(chinese: Any, text: str) -> None:
    assert told(chinese(), text) == []


@pytest.mark.parametrize(
    ("text", "off", "percent", "pieces"),
    [
        ("five dollars off today", "5", None, None), ("save ten", "10", None, None), ("take four off with the code",
        "4", None, None),
        ("claim the two dollar coupon", "2", None, None), ("20 percent off", None, 20, None), ("half off",
        None, 50, None),
        ("it's half price tonight", None, 50, None), ("buy one get one", None, 50, 2), ("buy two get one free",
        None, 33.3, 3),
        ("minus ten if you grab the coupon", "10", None, None),
    ],
)  # fmt: skip
def test_english_discounts(english: Any, text: str, off: str | None, percent: float | None, pieces: int | None) -> None:
    (discount,) = told(english(), text)
    assert (str(discount.off.amount) if discount.off else None, discount.percent, discount.pieces) == (
        off,
        percent,
        pieces,
    )


def test_the_coupon_of_that_second_makes_it_right(chinese: Any, oranges: Any) -> None:
    stage = chinese(oranges(coupon=None))
    stage.take(CouponSent(at=10, product="orange", off=Money.of("5", Currency.CNY), closes_at=70))
    assert [each.verdict for each in told(stage, "立减五块", at=20)] == [PriceVerdict.RIGHT]
    assert [each.verdict for each in told(stage, "立减五块", at=90)] == [PriceVerdict.UNSURE]
    assert [each.verdict for each in told(stage, "立减十五块", at=100)] == [PriceVerdict.WRONG]


def test_a_discount_nobody_gives_is_wrong_only_where_it_was_clearly_heard(chinese: Any, oranges: Any) -> None:
    stage = chinese(oranges(coupon=None))
    assert [each.verdict for each in told(stage, "这个脐橙立减十五块")] == [PriceVerdict.WRONG]
    assert [each.verdict for each in told(stage, "这个脐橙立减十五块", confidence=0.4)] == [PriceVerdict.UNSURE]
    assert [each.verdict for each in told(stage, "两箱一起再减十五块")] == [PriceVerdict.UNSURE]
    assert [each.verdict for each in told(stage, "比超市便宜十五块")] == [PriceVerdict.COMPARISON]
