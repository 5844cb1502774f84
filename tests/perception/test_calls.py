"""Invitations, welcomes, building blocks and statements."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from simulator.domain.crowd import Viewer
from simulator.domain.findings import CallToActionMade, ElementHeard, StatementMade, ViewersGreeted


def calls(stage: Any, text: str) -> list[tuple[str, bool]]:
    return [(each.kind, each.names_the_way) for each in stage.only(CallToActionMade, stage.say(text))]


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("喜欢的家人们赶紧点击下方小黄车下单", ("order", True)),
        ("想要的点击一号链接直接拍", ("order", True)),
        ("赶紧下单吧", ("order", False)),
        ("先领取五块钱优惠券", ("coupon", False)),
        ("记得点个关注", ("follow", False)),
        ("把直播间分享给你的朋友", ("share", False)),
        ("想看什么打在公屏上", ("comment", False)),
    ],
)
def test_an_invitation_is_heard_with_its_kind(chinese: Any, text: str, call: tuple[str, bool]) -> None:
    assert calls(chinese(), text) == [call]


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("tap the yellow cart and order now", ("order", True)),
        ("click link number one to buy", ("order", True)),
        ("claim the two dollar coupon", ("coupon", False)),
        ("please follow our channel", ("follow", False)),
        ("share this live room with your friends", ("share", False)),
        ("leave a comment below", ("comment", False)),
    ],
)
def test_an_english_invitation_is_heard(english: Any, text: str, call: tuple[str, bool]) -> None:
    assert calls(english(), text) == [call]


@pytest.mark.parametrize("text", ["今天在我们直播间", "小朋友不要下单", "先别下单，听我说", "这个价格很好"])
def test_what_invites_nobody(chinese: Any, text: str) -> None:
    assert calls(chinese(), text) == []


def test_invitations_of_one_breath_are_one(chinese: Any) -> None:
    assert calls(chinese(), "点击小黄车，赶紧下单") == [("order", True)]


def test_a_viewer_is_greeted_by_a_name_seen_in_the_chat(chinese: Any) -> None:
    stage = chinese()
    comment = stage.comment("c1", "greeting", 1, wants_answer=False)
    stage.take(replace(comment, viewer=Viewer(id="v1", name="山里的老李", segment="visitor")))
    (greeted,) = stage.only(ViewersGreeted, stage.say("欢迎山里的老理来到直播间", at=10))
    assert greeted.names == ("山里的老李",)
    (later,) = stage.only(ViewersGreeted, stage.say("欢迎山里的老李", at=400)) or [None]
    assert later is None or later.names == ()


def test_a_general_welcome_names_nobody(chinese: Any) -> None:
    (greeted,) = chinese().only(ViewersGreeted, chinese().say("大家晚上好"))
    assert greeted.names == ()


def elements(stage: Any, text: str) -> set[str]:
    return {each.element for each in stage.only(ElementHeard, stage.say(text))}


@pytest.mark.parametrize(
    ("text", "element"),
    [
        ("我是青石岭合作社的小满", "who_sells"),
        ("今天带来的是青石岭脐橙", "what_is_sold"),
        ("一会儿现场切开给大家看", "reason_to_stay"),
        ("有什么问题打在公屏", "invitation"),
        ("家里有孩子的可以备一箱", "suits"),
        ("坏了找客服", "after_sales"),
        ("我们明天晚上八点见", "next_show"),
        ("谢谢大家的支持", "thanks"),
        ("今天的直播就到这里", "announced_end"),
        ("实在抱歉", "apology"),
        ("它是普通食品不是药", "denial"),
        ("不舒服请看医生", "doctor"),
        ("已经卖完了", "sold_out"),
    ],
)
def test_a_building_block_is_heard(chinese: Any, text: str, element: str) -> None:
    assert element in elements(chinese(), text)


def test_product_price_and_way_together_are_a_recap(chinese: Any) -> None:
    stage = chinese()
    assert "recap" not in elements(stage, "青石岭脐橙三十九块九")
    assert "recap" in elements(stage, "点击一号链接下单")
    assert "recap" not in elements(stage, "点击一号链接下单")


def statements(stage: Any, text: str) -> set[str]:
    return {each.statement for each in stage.only(StatementMade, stage.say(text))}


def test_the_final_price_is_stated_once_price_size_and_delivery_were_told(chinese: Any) -> None:
    stage = chinese()
    assert "final_price" not in statements(stage, "脐橙三十九块九")
    assert "final_price" not in statements(stage, "净重十斤")
    assert "final_price" in statements(stage, "全国包邮")


def test_statements_are_those_of_the_market(english: Any) -> None:
    american, european = english(), english(market="eu")
    assert "connection" in statements(american, "i work for this shop")
    assert "trader" not in statements(american, "we are the Anfeng workshop")
    assert "trader" in statements(european, "we are the Anfeng workshop")


def test_delivery_is_stated_by_the_facts_of_shipping(chinese: Any, english: Any) -> None:
    assert "ship" in statements(chinese(), "脐橙二十四小时发货")
    assert "delivery" in statements(english(), "delivery takes 7 to 12 days")


def test_the_total_price_has_its_postage(english: Any) -> None:
    stage = english()
    assert "total_price" not in statements(stage, "just twenty four ninety")
    assert "total_price" in statements(stage, "plus 5.90 dollars shipping")


def test_the_link_is_heard_where_its_characters_went_wrong(chinese: Any) -> None:
    """Half the syllables of 点一号链接 were written otherwise by the recogniser; it is still the same call."""
    stage = chinese()
    (call,) = stage.only(CallToActionMade, stage.say("点一后练结，填好地址，付款就可以了"))
    assert call.kind == "order"
    assert call.names_the_way
