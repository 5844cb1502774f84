"""Prices told, and whether they are held against the host."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.domain.desk import CouponSent, PriceChanged, ProductPinned
from simulator.domain.findings import PriceTold, PriceVerdict
from simulator.domain.scenario import PricePoint
from simulator.domain.units import Currency, Money


def verdicts(stage: Any, text: str, **how: Any) -> list[tuple[str, PriceVerdict]]:
    return [(str(told.price.amount), told.verdict) for told in stage.only(PriceTold, stage.say(text, **how))]


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("今天只要三十九块九包邮", "39.9"),
        ("脐橙一箱39块9", "39.9"),
        ("到手价39.9", "39.9"),
        ("一箱只要39块酒", "39.9"),
        ("价格是三十九点九元", "39.9"),
        ("两箱一共七十九块八", "79.8"),
        ("39.9元，超市可没有这个价", "39.9"),
    ],
)
def test_the_true_price_is_right_however_it_is_put(chinese: Any, text: str, price: str) -> None:
    assert verdicts(chinese(), text) == [(price, PriceVerdict.RIGHT)]


@pytest.mark.parametrize(
    "text", ["平时在超市一斤要卖十五块钱", "一斤还不到八块钱", "原价九十九块", "别人家卖五十块钱一箱", "去年卖四十五块"]
)
def test_a_price_of_elsewhere_is_a_comparison(chinese: Any, text: str) -> None:
    assert [verdict for _, verdict in verdicts(chinese(), text)] == [PriceVerdict.COMPARISON]


def test_another_asking_price_clearly_heard_is_wrong(chinese: Any) -> None:
    assert verdicts(chinese(), "今天一箱只要二十五块钱") == [("25", PriceVerdict.WRONG)]


def test_a_price_that_may_be_misheard_is_never_held_against_the_host(chinese: Any, oranges: Any) -> None:
    assert verdicts(chinese(), "今天一箱只要三十九块钱") == [("39", PriceVerdict.UNSURE)]
    assert verdicts(chinese(), "今天一箱只要二十五块钱", confidence=0.4) == [("25", PriceVerdict.UNSURE)]
    stage = chinese(oranges(price=Money.of("14", Currency.CNY)))
    assert verdicts(stage, "今天一箱只要四十块钱") != [("40", PriceVerdict.RIGHT)]
    assert verdicts(stage, "今天只要十四块钱，再借二十块钱") == [("14", PriceVerdict.RIGHT)]


@pytest.mark.parametrize("text", ["领取十块钱优惠券", "再减二十块钱", "立减五元", "满两件减五块钱"])
def test_money_off_is_no_price(chinese: Any, text: str) -> None:
    assert verdicts(chinese(), text) == []


def test_the_coupon_counts_while_it_may_be_used(chinese: Any, oranges: Any) -> None:
    stage = chinese(oranges(coupon=None))
    stage.take(CouponSent(at=10, product="orange", off=Money.of("5", Currency.CNY), closes_at=70))
    assert verdicts(stage, "到手价三十四块九", at=20) == [("34.9", PriceVerdict.RIGHT)]
    assert verdicts(stage, "到手价三十四块九", at=90) == [("34.9", PriceVerdict.UNSURE)]


def test_the_price_of_the_moment_is_the_true_one(chinese: Any) -> None:
    stage = chinese()
    stage.take(PriceChanged(at=5, product="orange", price=Money.of("36.9", Currency.CNY)))
    assert verdicts(stage, "现在只要三十六块九") == [("36.9", PriceVerdict.RIGHT)]


def test_a_bundle_nobody_listed_is_not_wrong(chinese: Any, oranges: Any) -> None:
    tea = oranges(id="tea", link_no=2, name="青山坞绿茶", aliases=(), price=Money.of("88", Currency.CNY), facts=())
    stage = chinese(oranges(), tea)
    assert verdicts(stage, "脐橙和青山坞绿茶一起买，只要一百二十块钱") == [("120", PriceVerdict.UNSURE)]
    assert verdicts(stage, "两样一起一百二十七块九") == [("127.9", PriceVerdict.RIGHT)]


def test_a_price_belongs_to_the_product_named_before_it(chinese: Any, oranges: Any) -> None:
    tea = oranges(id="tea", link_no=2, name="青山坞绿茶", aliases=(), price=Money.of("88", Currency.CNY), facts=())
    stage = chinese(oranges(), tea)
    stage.take(ProductPinned(at=0, product="tea"))
    told = stage.only(PriceTold, stage.say("脐橙三十九块九，青山坞绿茶八十八块"))
    assert [(each.product, each.verdict) for each in told] == [
        ("orange", PriceVerdict.RIGHT),
        ("tea", PriceVerdict.RIGHT),
    ]


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("it is only $24.90 today", "24.9"),
        ("just twenty four ninety for one board", "24.9"),
        ("you pay twenty four dollars and ninety cents", "24.9"),
        ("plus five dollars and ninety cents for shipping", "5.9"),
        ("that is thirty dollars and eighty cents in all", "30.8"),
    ],
)
def test_an_english_price_is_right_however_it_is_put(english: Any, text: str, price: str) -> None:
    assert verdicts(english(), text) == [(price, PriceVerdict.RIGHT)]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("in other stores you would pay forty dollars", PriceVerdict.COMPARISON),
        ("today you pay just nineteen dollars", PriceVerdict.WRONG),
        ("it was thirty dollars last month", PriceVerdict.COMPARISON),
    ],
)
def test_other_english_prices(english: Any, text: str, verdict: PriceVerdict) -> None:
    assert [each for _, each in verdicts(english(), text)] == [verdict]


@pytest.mark.parametrize(
    "text", ["we have $300 boxes left", "a five pound box", "claim the $2 coupon", "save 5 dollars"]
)
def test_what_is_no_english_price(english: Any, text: str) -> None:
    assert verdicts(english(), text) == []


def test_the_words_of_a_price_are_its_span(chinese: Any) -> None:
    told = chinese().say("大家看，只要39块9一箱", at=100.0)
    price = next(each for each in told if isinstance(each, PriceTold))
    assert price.quote == "39块9"
    assert price.said.start == pytest.approx(101.0)
    assert price.said.end == pytest.approx(101.8)


def test_a_price_of_the_price_history_is_a_comparison_and_not_a_wrong_price(chinese: Any, oranges: Any) -> None:
    before = PricePoint(from_days=30, to_days=10, price=Money.of("45", Currency.CNY))
    stage = chinese(oranges(price_history=(before,)))
    assert verdicts(stage, "这个脐橙四十五块一箱，今天三十九块九一箱") == [
        ("45", PriceVerdict.COMPARISON),
        ("39.9", PriceVerdict.RIGHT),
    ]


def test_pieces_in_a_pack_are_no_price(chinese: Any, oranges: Any) -> None:
    sweets = oranges(name="灶边米花糖", aliases=(), unit="六块装", price=Money.of("12", Currency.CNY))
    stage = chinese(sweets)
    assert verdicts(stage, "灶边米花糖，六块一包，芝麻花生自己炒的。") == []
    told = verdicts(stage, "十二块一包，外面要八块一包的那是别的。")
    assert [amount for amount, _ in told] == ["12", "8"]
