"""Scarcity, deadlines, former prices and discounts, held against the shop as it is at that second."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.domain.crowd import StockChanged
from simulator.domain.desk import CountdownStarted, CouponSent, PriceChanged
from simulator.domain.findings import ClaimChecked, RuleBroken, Support
from simulator.domain.scenario import PricePoint
from simulator.domain.units import Currency, Money

TRUE, FALSE, UNKNOWN = Support.SUPPORTED, Support.CONTRADICTED, Support.MISSING


def yuan(amount: str) -> Money:
    return Money.of(amount, Currency.CNY)


def supports(stage: Any, text: str, at: float = 60.0) -> list[Support]:
    return [each.support for each in stage.only(ClaimChecked, stage.say(text, at=at))]


def broken(stage: Any, text: str, at: float = 60.0) -> list[str]:
    return [each.category for each in stage.only(RuleBroken, stage.say(text, at=at))]


@pytest.mark.parametrize(
    ("left", "text", "true"),
    [
        (132, "最后十单", False),
        (10, "最后十单", True),
        (10, "只剩10箱了", True),
        (9, "就剩不到十单了", True),
        (132, "还剩不到十单", False),
        (6, "库存告急", True),
        (110, "库存告急", False),
        (55, "库存只剩一半", True),
    ],
)
def test_stock_is_held_against_what_is_left(chinese: Any, left: int, text: str, true: bool) -> None:
    stage = chinese()
    stage.take(StockChanged(at=50, product="orange", left=left, counter=left))
    assert ("scarcity" in broken(stage, text)) is not true


@pytest.mark.parametrize(
    ("text", "support"),
    [
        ("只剩三分钟", TRUE),
        ("还有一百七十秒", TRUE),
        ("还剩2分50秒钟最后三分钟", TRUE),
        ("最后半小时", FALSE),
        ("只剩三十秒", FALSE),
    ],
)
def test_a_deadline_is_held_against_the_timer(chinese: Any, text: str, support: Support) -> None:
    stage = chinese()
    stage.take(CountdownStarted(at=0, closes_at=60 + 172))
    assert set(supports(stage, text)) == {support}


def test_a_deadline_without_a_timer_is_no_breach_but_not_borne_out(chinese: Any) -> None:
    stage = chinese()
    assert supports(stage, "只剩三分钟") == [UNKNOWN]
    assert broken(stage, "只剩三分钟", at=90) == []


@pytest.mark.parametrize("text", ["原价八十八", "平时卖八十八块", "昨天还卖88元", "从八十八降到三十九块九"])
def test_a_former_price_that_never_was_is_false(chinese: Any, text: str) -> None:
    assert supports(chinese(), text) == [FALSE]


@pytest.mark.parametrize(
    ("price", "text", "support"),
    [
        ("31.9", "今天打八折", TRUE),
        ("39.9", "今天打八折", FALSE),
        ("33.9", "全场八五折", TRUE),
        ("19.9", "今天半价", TRUE),
        ("39.9", "今天半价", FALSE),
        ("29.9", "立减十块", TRUE),
        ("39.9", "直降二十块", FALSE),
    ],
)
def test_a_discount_is_held_against_the_list_price(chinese: Any, price: str, text: str, support: Support) -> None:
    stage = chinese()
    stage.take(PriceChanged(at=30, product="orange", price=yuan(price)))
    assert supports(stage, text) == [support]


def test_a_coupon_makes_its_discount_true(chinese: Any) -> None:
    stage = chinese()
    stage.take(CouponSent(at=30, product="orange", off=yuan("5"), closes_at=300))
    assert supports(stage, "立减五块") == [TRUE]
    assert broken(stage, "直接便宜五块钱", at=90) == []


def test_a_discount_on_several_pieces_is_not_guessed_at(chinese: Any) -> None:
    assert broken(chinese(), "满两件打八折") == []


def test_a_rise_is_planned_only_where_an_offer_runs_out(chinese: Any) -> None:
    assert supports(chinese(), "明天就涨价了") == [UNKNOWN]
    stage = chinese()
    stage.take(CouponSent(at=30, product="orange", off=yuan("5"), closes_at=360))
    assert set(supports(stage, "五分钟后就恢复原价了")) == {TRUE}
    assert supports(stage, "明天就涨价了", at=90) == [UNKNOWN]


def test_the_lowest_price_ever_is_held_against_the_shops_own_history(chinese: Any, oranges: Any) -> None:
    history = (
        PricePoint(from_days=40, to_days=20, price=yuan("29.9")),
        PricePoint(from_days=19, to_days=0, price=yuan("39.9")),
    )
    assert supports(chinese(oranges(price_history=history)), "历史最低价") == [FALSE]
    stage = chinese(oranges(price_history=history))
    stage.take(PriceChanged(at=30, product="orange", price=yuan("25")))
    assert supports(stage, "历史最低价") == [TRUE]


def test_absurd_numbers_are_no_stock_and_break_nothing(chinese: Any) -> None:
    stage = chinese()
    stage.say("最后" + "九" * 5000 + "单，原价1.2345")
    stage.say("只剩" + "9" * 6000 + "单")


def test_english_figures_are_held_against_the_shop(english: Any) -> None:
    stage = english()
    stage.take(StockChanged(at=50, product="board", left=12, counter=12))
    assert broken(stage, "only a dozen left") == []
    assert broken(stage, "only three boards left", at=90) == ["false_urgency"]
    stage.take(CountdownStarted(at=100, closes_at=300))
    assert supports(stage, "only three minutes left", at=119) == [TRUE]
