"""Rules broken, and claims held against the truth of the room."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.domain.compliance import Severity
from simulator.domain.crowd import StockChanged
from simulator.domain.desk import CouponSent
from simulator.domain.findings import ClaimChecked, RuleBroken, Support
from simulator.domain.scenario import PricePoint
from simulator.domain.units import Currency, Money


def yuan(amount: str) -> Money:
    return Money.of(amount, Currency.CNY)


def broken(stage: Any, text: str, **how: Any) -> list[tuple[str, Severity]]:
    return [(each.category, each.severity) for each in stage.only(RuleBroken, stage.say(text, **how))]


def checked(stage: Any, text: str, **how: Any) -> list[tuple[Support, str]]:
    return [(each.support, each.truth) for each in stage.only(ClaimChecked, stage.say(text, **how))]


def test_a_stock_figure_is_held_against_the_stock_of_the_moment(chinese: Any) -> None:
    stage = chinese()
    assert checked(stage, "只剩二十单", at=0) == [(Support.CONTRADICTED, "stock 120")]
    stage.take(StockChanged(at=50, product="orange", left=21, counter=60))
    assert checked(stage, "只剩二十单", at=60) == [(Support.SUPPORTED, "stock 21")]


def test_a_true_figure_breaks_no_rule_and_a_false_one_gravely(chinese: Any) -> None:
    assert broken(chinese(), "最后一百二十箱") == []
    assert broken(chinese(), "最后二十箱") == [("scarcity", Severity.S3)]


def test_a_figure_told_without_pressure_is_checked_too(chinese: Any) -> None:
    assert checked(chinese(), "库存还有一百二十箱") == [(Support.SUPPORTED, "stock 120")]
    assert checked(chinese(), "库存只有三百箱") == [(Support.CONTRADICTED, "stock 120")]


def test_a_deadline_is_held_against_the_timer(chinese: Any) -> None:
    stage = chinese()
    assert checked(stage, "限时优惠", at=0) == [(Support.MISSING, "no timer")]
    stage.take(CouponSent(at=10, product="orange", off=yuan("5"), closes_at=310))
    assert checked(stage, "限时优惠还有五分钟", at=11)[0][0] is Support.SUPPORTED
    assert checked(stage, "限时优惠还有一分钟", at=60)[0][0] is Support.CONTRADICTED


def test_a_former_price_is_held_against_the_history(chinese: Any, oranges: Any) -> None:
    history = (
        PricePoint(from_days=30, to_days=11, price=yuan("45")),
        PricePoint(from_days=10, to_days=0, price=yuan("39.9")),
    )
    stage = chinese(oranges(price_history=history))
    assert checked(stage, "原价三十九块九", at=0) == [(Support.SUPPORTED, "lowest in 7 days ¥39.90")]
    assert checked(stage, "原价四十五块", at=60)[0][0] is Support.CONTRADICTED
    assert checked(stage, "两周前原价四十五块", at=120)[0][0] is Support.SUPPORTED
    assert checked(chinese(oranges(price_history=())), "原价九十九块")[0][0] is Support.MISSING


@pytest.mark.parametrize("text", ["超市都卖五十", "全网最低价", "比京东便宜一半"])
def test_a_comparison_nobody_can_prove_is_missing_its_support(chinese: Any, text: str) -> None:
    assert checked(chinese(), text)[0][0] is Support.MISSING


def test_a_certificate_must_be_on_file(chinese: Any, oranges: Any) -> None:
    assert broken(chinese(), "我们是有机认证") == [("certification", Severity.S3)]
    assert broken(chinese(oranges(evidence=("organic_certificate",))), "我们是有机认证") == []
    assert broken(chinese(oranges(evidence=("pesticide_report",))), "农残检测合格") == []
    assert broken(chinese(oranges(evidence=("pesticide_report",))), "我们是有机认证") == [
        ("certification", Severity.S3)
    ]


def test_free_shipping_must_be_free(english: Any, boards: Any) -> None:
    assert broken(english(), "and shipping is free") == [("drip_pricing", Severity.S3)]
    free = boards(shipping=Money.of("0", Currency.USD))
    assert broken(english(free), "and shipping is free") == []


def test_hits_of_one_category_close_together_are_one_breach_the_gravest(chinese: Any) -> None:
    stage = chinese()
    (found,) = stage.only(RuleBroken, stage.say("这是顶级的，销量第一的果子", at=0))
    assert found.severity is Severity.S3
    assert found.quote == "顶级…销量第一"
    assert broken(stage, "销量第一", at=6) == []
    assert broken(stage, "销量第一", at=30) == [("absolute_terms", Severity.S3)]


def test_words_inside_a_graver_claim_take_no_later_breach_with_them(english: Any, boards: Any) -> None:
    """ "Guaranteed to cure" is a promise too, but the cure is what was said; the superlative is another claim."""
    stage = english(boards(category="agri_product"))
    assert ("disease_claims", Severity.S4) in broken(stage, "It is guaranteed to cure a sore throat.", at=0)
    assert "unsupported_objective" in dict(broken(stage, "It is simply the best honey in the world.", at=5))


def test_every_breach_has_its_own_id(chinese: Any) -> None:
    stage = chinese()
    first = stage.only(RuleBroken, stage.say("蜂蜜能治咳嗽，这是销量第一", at=0))
    second = stage.only(RuleBroken, stage.say("销量第一", at=60))
    assert [each.id for each in (*first, *second)] == ["r1", "r2", "r3"]


def test_a_homophone_is_a_breach_only_when_clearly_heard(chinese: Any) -> None:
    assert broken(chinese(), "这是国家机的品质") == [("absolute_terms", Severity.S3)]
    assert broken(chinese(), "这是国家机的品质", confidence=0.3) == []
    assert ("price_reference", Severity.S2) in broken(chinese(), "全往最低价")


@pytest.mark.parametrize("text", ["很受家人们欢迎", "营养很丰富", "未成年人不付款", "家里人都爱吃", "再便宜也要看质量"])
def test_what_only_resembles_a_breach_is_left_alone(chinese: Any, text: str) -> None:
    assert broken(chinese(), text) == []


def test_goods_may_not_claim_to_treat_either(chinese: Any, oranges: Any) -> None:
    stage = chinese(oranges(category="goods"))
    assert broken(stage, "用了能治失眠") == [("medical_claims", Severity.S4)]
    assert broken(stage, "睡前用它助眠") == [], "hints at health are a rule for food"


def test_a_telephone_number_spoken_out_is_personal_data(chinese: Any) -> None:
    assert broken(chinese(), "他的电话是一三八零零一三八零零零") == [("privacy", Severity.S3)]


def test_a_rule_of_one_market_category_does_not_touch_others(chinese: Any, oranges: Any) -> None:
    assert broken(chinese(), "亩产过万斤") == []
    assert broken(chinese(oranges(category="seed_seedling")), "亩产过万斤") == [("seeds_breeding", Severity.S3)]


def test_numbers_spelled_or_in_digits_break_the_same_rule(english: Any) -> None:
    assert broken(english(), "only five boxes left") == broken(english(), "only 5 boxes left")
    assert broken(english(), "ninety five percent of customers reorder") == broken(
        english(), "95% of customers reorder"
    )


def test_a_question_that_the_host_answers_is_one_sentence_with_its_answer(english: Any) -> None:
    text = "Those viewers up there? All bots, but it makes the room look full."
    assert broken(english(), text) == [("reviews_indicators", Severity.S3)]


def test_one_wording_borne_out_does_not_hide_another_that_is_not(english: Any, boards: Any) -> None:
    """ "Cost tonight, I lose four dollars" reads as a former price of four; "below cost" nobody has shown."""
    text = "We're selling below cost tonight, I lose four dollars on every box."
    found = broken(english(boards(price_history=())), text)
    assert ("reference_price", Severity.S2) in found


def test_terms_that_are_told_mend_no_lottery(english: Any) -> None:
    text = "Spend over thirty dollars before nine tonight and you go in the draw for five thousand in cash."
    assert ("free_prize", Severity.S3) in broken(english(), text)


@pytest.mark.parametrize(
    "text",
    [
        "If a box arrives with a bad apple, we replace it for free, no questions asked.",
        "It's the goat on the hill again.",
    ],
)
def test_what_an_english_host_may_say_is_left_alone(english: Any, text: str) -> None:
    assert broken(english(), text) == []


@pytest.mark.parametrize("more", ["", ", it is simply the best honey in the world"])
def test_what_some_people_say_counts_where_the_host_lets_it_stand(english: Any, boards: Any, more: str) -> None:
    stage = english(boards(category="agri_product"))
    assert "disease_claims" in dict(broken(stage, f"Some people say it is guaranteed to cure a sore throat{more}."))
    assert "disease_claims" not in dict(
        broken(
            english(boards(category="agri_product")), "Some people say it cures a sore throat, but I can't say that."
        )
    )
