"""Products named, facts told and contradicted."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.domain.findings import FactContradicted, FactTold, ProductMentioned
from simulator.domain.scenario import Fact, FactKind, Quantity


def told(stage: Any, text: str, **how: Any) -> list[str]:
    return [each.fact for each in stage.only(FactTold, stage.say(text, **how))]


def test_a_product_is_named_by_name_and_alias_the_longest_first(chinese: Any) -> None:
    stage = chinese()
    named = stage.only(ProductMentioned, stage.say("这是青石岭脐橙，脐橙很甜"))
    assert [each.quote for each in named] == ["青石岭脐橙", "脐橙"]


def test_every_group_of_a_fact_must_be_heard(chinese: Any) -> None:
    stage = chinese()
    assert told(stage, "我们放在阴凉处") == []
    assert told(stage, "买回去能放二十天哦") == ["keeping"], (
        "the groups may stand in two phrases that follow each other"
    )


def test_groups_too_far_apart_are_no_fact(chinese: Any) -> None:
    stage = chinese()
    stage.say("我们放在阴凉处")
    stage.say("大家看这个颜色")
    assert told(stage, "一共能放二十天") == []


def test_a_fact_told_again_counts_again_but_not_at_once(chinese: Any) -> None:
    stage = chinese()
    assert told(stage, "青石岭合作社装箱", at=0) == ["origin"]
    assert told(stage, "青石岭合作社装箱", at=5) == []
    assert told(stage, "青石岭合作社装箱", at=30) == ["origin"]


def test_quality_is_how_surely_it_was_heard(chinese: Any) -> None:
    stage = chinese()
    (sure,) = stage.only(FactTold, stage.say("青石岭合作社装箱", at=0))
    (misheard,) = stage.only(FactTold, stage.say("清石岭合作色装箱", at=60))
    assert sure.quality == 1.0
    assert 0.7 <= misheard.quality < 1.0 or misheard.quality == 1.0
    assert misheard.quote


def test_the_true_price_told_is_the_price_fact_and_only_it(english: Any) -> None:
    assert told(english(), "it is only twenty four ninety today") == ["price"]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("付款以后四十八小时发货", "shipping"),
        ("阴凉处能放三十天", "keeping"),
        ("净重四公斤", "size"),
        ("净重九斤", "size"),
    ],
)
def test_another_number_beside_the_words_of_a_fact_contradicts_it(chinese: Any, text: str, fact: str) -> None:
    stage = chinese()
    assert [each.fact for each in stage.only(FactContradicted, stage.say(text))] == [fact]


@pytest.mark.parametrize(
    "text",
    [
        "付款以后二十四小时发货",
        "净重十斤",
        "净重五千克",
        "一天之内发货",
        "阴凉处能放二十天，二十四小时发货",
        "我们发货了。我在村里三十天",
        "三四天能到，马上发货",
    ],
)
def test_an_equal_amount_or_another_matter_does_not(chinese: Any, text: str) -> None:
    stage = chinese()
    assert stage.only(FactContradicted, stage.say(text)) == []


def test_a_number_that_was_not_clearly_heard_contradicts_nothing(chinese: Any) -> None:
    stage = chinese()
    assert stage.only(FactContradicted, stage.say("四十八小时发货", confidence=0.4)) == []


def test_half_a_pound_equals_250_grams(chinese: Any, oranges: Any) -> None:
    tea = Fact(
        id="size", kind=FactKind.SIZE, cue="净含量250克", heard_as=(("250克",), ("净含量",)),
        quantities=(Quantity(250, "克"),),
    )  # fmt: skip
    stage = chinese(oranges(facts=(tea,)))
    assert stage.only(FactContradicted, stage.say("净含量半斤")) == []
    assert stage.only(FactContradicted, stage.say("净含量八两")) != []


def test_facts_of_a_product_not_spoken_of_are_not_told(chinese: Any, oranges: Any) -> None:
    stage = chinese(oranges(), oranges(id="tea", link_no=2, name="青山坞绿茶", aliases=()))
    told = stage.only(FactTold, stage.say("青山坞绿茶二十四小时发货"))
    assert [(each.product, each.fact) for each in told] == [("tea", "shipping")]
