"""Promises held against the card, and slips that were put right."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.domain.findings import CorrectionMade, FactContradicted, PriceTold, PriceVerdict, PromiseMade, Support
from simulator.domain.scenario import Fact, FactKind

DAY = 86_400.0


@pytest.mark.parametrize(
    ("text", "kind", "within", "support"),
    [
        ("二十四小时之内给大家发货", "ship", DAY, Support.SUPPORTED),
        ("后天之前都发出去", "ship", 3 * DAY, Support.SUPPORTED),
        ("六小时之内就发货", "ship", DAY / 4, Support.CONTRADICTED),
        ("七天无理由退货", "return", 7 * DAY, Support.MISSING),
        ("坏一赔二", "compensate", None, Support.MISSING),
        ("买贵了退差价", "keep_price", None, Support.MISSING),
    ],
)
def test_what_was_promised_and_what_the_card_says(
    chinese: Any, text: str, kind: str, within: float | None, support: Support
) -> None:
    stage = chinese()
    (promise,) = stage.only(PromiseMade, stage.say(text))
    assert (promise.kind, promise.within, promise.support) == (kind, within, support)


def test_a_remedy_beyond_the_card_contradicts_it(chinese: Any, oranges: Any) -> None:
    after = Fact(id="after", kind=FactKind.AFTER_SALES, cue="坏果包赔", heard_as=(("坏果包赔",),))
    stage = chinese(oranges(facts=(after,)))
    assert [each.support for each in stage.only(PromiseMade, stage.say("坏果我们包赔"))] == [Support.SUPPORTED]
    found = stage.say("坏一赔十", at=60.0)
    assert [each.support for each in stage.only(PromiseMade, found)] == [Support.CONTRADICTED]
    assert [each.fact for each in stage.only(FactContradicted, found)] == ["after"]


@pytest.mark.parametrize("text", ["我们不能保证明天发货", "有人问是不是七天无理由退货", "别家说坏一赔十"])
def test_what_is_denied_asked_or_told_of_others_is_no_promise(chinese: Any, text: str) -> None:
    stage = chinese()
    assert stage.only(PromiseMade, stage.say(text)) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("we ship within two days", "ship"), ("boxes go out Monday, it ships Friday", "ship"),
        ("thirty days to return it", "return"),
        ("if it breaks we'll replace it", "replace"), ("you get a full refund", "refund"),
    ],
)  # fmt: skip
def test_english_promises(english: Any, text: str, kind: str) -> None:
    stage = english()
    assert [each.kind for each in stage.only(PromiseMade, stage.say(text))] == [kind]


def test_a_wrong_price_put_right_names_what_it_replaces(chinese: Any) -> None:
    stage = chinese()
    (wrong,) = stage.only(PriceTold, stage.say("脐橙一箱只要四十九块九", at=10.0))
    assert wrong.verdict is PriceVerdict.WRONG
    (made,) = stage.only(CorrectionMade, stage.say("说错了，是三十九块九", at=20.0))
    assert (made.replaces, made.what, made.product) == (wrong.said, "price", "orange")


def test_a_correction_reaches_back_a_minute(chinese: Any) -> None:
    stage = chinese()
    stage.say("脐橙一箱只要四十九块九", at=10.0)
    assert stage.only(CorrectionMade, stage.say("说错了，是三十九块九", at=80.0)) == []


def test_saying_the_price_again_is_no_correction(chinese: Any) -> None:
    stage = chinese()
    stage.say("脐橙一箱只要三十九块九", at=10.0)
    assert stage.only(CorrectionMade, stage.say("脐橙三十九块九", at=20.0)) == []


def test_an_english_slip(english: Any) -> None:
    stage = english()
    stage.say("today you pay just nineteen dollars", at=10.0)
    assert [
        each.what for each in stage.only(CorrectionMade, stage.say("sorry, I meant twenty four ninety", at=15.0))
    ] == ["price"]
