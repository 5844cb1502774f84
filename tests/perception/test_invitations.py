"""Invitations as they are put together, and what they name."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.domain.findings import CallToActionMade


def calls(stage: Any, text: str) -> list[CallToActionMade]:
    return list(stage.only(CallToActionMade, stage.say(text)))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("去左下角的小黄车把三号链接拍了", "order"), ("点开下面那个讲解卡", "order"), ("要的姐妹戳一号链接", "order"),
        ("想拍的点右下角购物袋", "order"), ("喜欢就点下方小黄车带走", "order"), ("赶紧去二号链接拍", "order"),
        ("扣个一", "comment"), ("不买的评论区打个麻字", "comment"), ("想看哪只打编号", "comment"),
        ("双击屏幕", "like"), ("给直播间点点赞", "like"), ("加一下我们的粉丝团", "follow"), ("没进粉丝群的进一下",
        "follow"),
        ("没关注的先点个关注", "follow"), ("把直播间转给爱喝茶的爸爸", "share"), ("叫上姐妹一起来看", "share"),
        ("先把券领了", "coupon"),
    ],
)  # fmt: skip
def test_chinese_invitations(chinese: Any, text: str, kind: str) -> None:
    assert [each.kind for each in calls(chinese(), text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "先别下单", "下单的前五十名送茶杯", "拍了的朋友等发货", "有朋友问怎么点小黄车", "谢谢大家点关注",
        "刚才有人拍了三号链接",
        "别把家庭住址发评论区", "上个月二十号开始摘的", "我们拍照给你看", "现在买一送一",
    ],
)  # fmt: skip
def test_chinese_words_that_invite_nobody(chinese: Any, text: str) -> None:
    assert [each for each in calls(chinese(), text) if each.kind != "coupon"] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hit that orange bag", "order"), ("it's pinned right there, go get it", "order"),
        ("pick it up in the basket", "order"),
        ("just tap link three", "order"), ("grab yours in the yellow basket", "order"), ("add two to your cart",
        "order"),
        ("smash the like button", "like"), ("join the fan club", "follow"), ("don't forget to hit follow", "follow"),
        ("drop your favorite omelet in the comments", "comment"), ("type rice in the chat", "comment"),
        ("send this to the tea drinker in your life", "share"), ("share the stream with your mom", "share"),
        ("grab the coupon down there", "coupon"),
    ],
)  # fmt: skip
def test_english_invitations(english: Any, text: str, kind: str) -> None:
    assert {each.kind for each in calls(english(), text)} == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "when you tap the link you see the size chart", "don't tap the cart yet",
        "somebody asked how to click the link",
        "I'll click the link for you", "take it from the top", "put one spoon in warm water",
        "follow the recipe on the back",
        "I want to share this with you",
    ],
)  # fmt: skip
def test_english_words_that_invite_nobody(english: Any, text: str) -> None:
    assert calls(english(), text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("点三号链接直接拍", {"link:3"}), ("最后五分钟，赶紧点小黄车下单", {"cart"}), ("点小黄车拍，只剩三十单",
        {"cart", "quantity"}),
        ("点购物车下单，还有三分钟", {"cart", "deadline"}), ("加个粉丝团", {"follow", "fan_club"}),
    ],
)  # fmt: skip
def test_what_an_invitation_names(chinese: Any, text: str, names: set[str]) -> None:
    (call,) = calls(chinese(), text)
    assert set(call.names) == names
    assert call.names_the_way is (call.kind == "order")
