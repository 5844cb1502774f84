"""Incidents that were dealt with by word or at the control desk, and what comes near it and does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from simulator.domain.crowd import IncidentClosed, IncidentOpened, Way
from simulator.domain.desk import (
    CouponSent,
    Hand,
    IncidentDecided,
    Loss,
    PriceChanged,
    ProductPinned,
    ProductUnpinned,
    SoldOutMarked,
    StockAdded,
    StockCorrected,
    StreamCut,
    StreamRestored,
    ViewerMuted,
)
from simulator.domain.events import Event, HostSpoke, WentLive, WentOffAir
from simulator.domain.findings import IncidentHandled, IncidentNoticed, PriceTold, PriceVerdict, QuestionAnswered
from simulator.domain.language import Language
from simulator.domain.scenario import Incident
from simulator.domain.session import SessionHeader, SessionLog, Transcript
from simulator.domain.units import Currency, Money
from simulator.perception.listener import reheard

OPENED = 10.0


def opened(stage: Any, kind: str, at: float = OPENED) -> Any:
    """The stage with an incident that just began."""
    stage.take(IncidentOpened(at=at, incident="i1", kind=kind))
    stage.time = at + 4
    return stage


def handled(stage: Any, *phrases: str) -> list[str]:
    """The incidents that these phrases deal with, said one after the other."""
    return [each.incident for text in phrases for each in stage.only(IncidentHandled, stage.say(text))]


CHINESE: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = [
    ("price_typo", ("链接的价格标错了", "实在抱歉", "正确的是三十九块九"), ("链接的价格标错了", "正确的是三十九块九")),
    ("out_of_stock", ("这款已经卖完了", "下一批后天到货"), ("这款只剩最后几箱", "下一批后天到货")),
    ("oversell", ("刚才超卖了", "多出来的订单全部退款"), ("刚才超卖了", "大家再等一等")),
    ("rotten_fruit", ("这位朋友对不起", "您把订单发给客服", "坏的我们赔给您"), ("这位朋友对不起", "坏果是难免的")),
    (
        "colour_complaint",
        ("屏幕上看会有色差", "我拿到窗边自然光下给您看", "不满意可以退货"),
        ("您再看看屏幕", "颜色很正的"),
    ),
    ("logistics_delay", ("路断了这两天会晚发", "预计周五恢复发货"), ("路断了", "我们二十四小时发货")),
    ("competitor_price", ("别家便宜您可以看看", "我们净重足售后管赔"), ("别人便宜您就去别人家买",)),
    ("health_trap", ("蜂蜜是食品不是药", "不舒服请看医生"), ("这个嘛大家都知道", "不舒服请看医生")),
    ("absolute_trap", ("这个字我不敢说", "检测单您自己看"), ("您放心我们家的很好吃", "检测单您自己看")),
    ("network_drop", ("刚才网络断了一下", "我再说一遍今天的价格"), ("刚才网络断了一下", "我们看讲解卡片")),
    ("mic_fault", ("刚才麦克风没声音", "我重新说一遍"), ("刚才麦克风没声音", "我们往下看")),
    ("coupon_fail", ("这张券失效了", "我重新发一张"), ("大家再点一下优惠券",)),
    ("minor_pays", ("小朋友先别买", "请家长来看"), ("小朋友你真会挑", "拍下就发货")),
    ("privacy_leak", ("电话地址不要发在评论区", "请找客服"), ("地址我记下了", "请找客服")),
    ("wrong_product_pinned", ("链接挂错了", "应该点一号链接"), ("想要的点一号链接",)),
    ("allergy_question", ("对坚果过敏的朋友", "请看包装上的标签"), ("不会过敏的", "放心吃")),
    ("inspector", ("您好营业执照在店铺首页公示",), ("您好您先看直播",)),
    ("payment_failure", ("现在付款有问题", "货给您留着"), ("大家赶紧去付款", "再不付就没有了")),
    ("platform_warning", ("刚才那句话我收回",), ("平台今天真严格",)),
    ("price_misstated", ("价格我刚才说错了", "是三十九块九"), ("一箱是三十九块九",)),
    ("question_flood", ("问题我一个一个回答",), ("果子一个一个挑的",)),
]

ENGLISH: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = [
    (
        "price_typo",
        ("that's the wrong price on the card", "i'm sorry", "it is 24.90 dollars"),
        ("that's the wrong price on the card", "it is 24.90 dollars"),
    ),
    ("out_of_stock", ("this one is sold out", "the next batch comes on friday"), ("just a few of these left",)),
    ("rotten_fruit", ("i'm sorry about that", "message support and we refund you"), ("i'm sorry you feel that way",)),
    (
        "colour_complaint",
        ("the colour can look different on a screen", "here it is in daylight", "you can return it"),
        ("the colour can look different on a screen", "it is a lovely colour"),
    ),
    ("logistics_delay", ("there will be a delay", "it ships by friday"), ("there will be a delay", "but do not worry")),
    ("competitor_price", ("you can compare them", "look at the weight and the grade"), ("then buy it over there",)),
    ("health_trap", ("it is a food", "please ask your doctor"), ("it is a food", "everybody loves it")),
    ("network_drop", ("our network dropped for a moment", "quick recap of the offer"), ("we're back everybody",)),
    ("mic_fault", ("my microphone was off", "let me repeat the price"), ("is that sound better now",)),
    ("customs_surprise", ("customs may ask for duty", "you pay it at checkout"), ("customs is up to the carrier",)),
    ("currency_unit", ("that is in us dollars",), ("that is 24.90 dollars",)),
    ("payment_failure", ("the payment page is down", "we hold your order"), ("the payment page is down", "press on")),
    ("platform_warning", ("let me take that back",), ("they warn everybody today",)),
    ("price_misstated", ("i misspoke", "it is 24.90 dollars"), ("it is 24.90 dollars",)),
    ("question_flood", ("i will get to everyone one by one",), ("please order first",)),
]


def test_every_kind_that_asks_for_words_has_a_case(library: Any) -> None:
    kinds = {kind.id for kind in library.taxonomy().incidents.values() if kind.answer_keys}
    assert kinds <= {kind for kind, _, _ in CHINESE + ENGLISH}


@pytest.mark.parametrize(("kind", "right", "near"), CHINESE, ids=[kind for kind, _, _ in CHINESE])
def test_what_deals_with_it_in_chinese(
    kind: str, right: tuple[str, ...], near: tuple[str, ...], chinese: Callable[..., Any]
) -> None:
    assert handled(opened(chinese(), kind), *right) == ["i1"]
    assert handled(opened(chinese(), kind), *right[:-1], "大家看这个果子") == []
    assert handled(opened(chinese(), kind), *near) == []


@pytest.mark.parametrize(("kind", "right", "near"), ENGLISH, ids=[kind for kind, _, _ in ENGLISH])
def test_what_deals_with_it_in_english(
    kind: str, right: tuple[str, ...], near: tuple[str, ...], english: Callable[..., Any]
) -> None:
    assert handled(opened(english(), kind), *right) == ["i1"]
    assert handled(opened(english(), kind), *right[:-1], "have a look at this") == []
    assert handled(opened(english(), kind), *near) == []


def test_the_finding_names_the_words_and_their_time(chinese: Callable[..., Any]) -> None:
    stage = opened(chinese(), "out_of_stock")
    stage.say("这款已经卖完了", at=12)
    (found,) = stage.only(IncidentHandled, stage.say("下一批后天到货", at=20))
    assert found.quote == "卖完…下一批"
    assert 12 < found.said.start < 13.5 and 20 < found.said.end < 21


def test_words_from_before_it_opened_and_from_after_it_closed_do_not_count(chinese: Callable[..., Any]) -> None:
    stage = chinese()
    stage.say("这款已经卖完了下一批后天到货", at=5)
    opened(stage, "out_of_stock")
    assert handled(stage, "大家看这个果子") == []
    stage.say("这款已经卖完了", at=18)
    stage.take(IncidentClosed(at=40.0, incident="i1", handled=False))
    assert stage.only(IncidentHandled, stage.say("下一批后天到货", at=40)) == []


def test_it_is_dealt_with_once(chinese: Callable[..., Any]) -> None:
    stage = opened(chinese(), "out_of_stock")
    assert handled(stage, "这款卖完了下一批后天到货", "这款卖完了下一批后天到货") == ["i1"]


def test_a_forbidden_claim_in_the_same_breath_undoes_it(chinese: Callable[..., Any]) -> None:
    stage = opened(chinese(), "health_trap")
    assert handled(stage, "蜂蜜不是药。但是能治咳嗽。严重了看医生") == []
    assert handled(stage, "大家听我说", "它是食品不是药", "请看医生") == ["i1"]


def test_a_decision_does_not_keep_words_from_solving_it(chinese: Callable[..., Any]) -> None:
    stage = opened(chinese(), "platform_warning")
    stage.take(IncidentDecided(at=12.0, incident="i1", choice=1))
    assert handled(stage, "刚才那句话我收回") == ["i1"]


# ------------------------------------------------------------------------------------ answers to its comments


def test_an_answer_to_its_comment_ends_it_once_the_matter_was_named(chinese: Callable[..., Any]) -> None:
    stage = opened(chinese(), "out_of_stock")
    stage.take(stage.comment("c1", "purchase_intent", 11, incident="i1"))
    assert handled(stage, "现在没货了") == []
    (found,) = stage.only(IncidentHandled, stage.say("您拍购物车里别的那个"))
    assert "购物车" in found.quote


def test_an_answer_to_its_comment_alone_is_not_enough(chinese: Callable[..., Any]) -> None:
    stage = opened(chinese(), "out_of_stock")
    stage.take(stage.comment("c1", "purchase_intent", 11, incident="i1"))
    said = stage.say("点一号链接就行")
    assert stage.only(QuestionAnswered, said) and not stage.only(IncidentHandled, said)


def test_an_answer_to_another_comment_is_none_to_it(chinese: Callable[..., Any]) -> None:
    stage = opened(chinese(), "out_of_stock")
    stage.take(stage.comment("c1", "purchase_intent", 11))
    assert handled(stage, "现在没货了", "点一号链接就行") == []


# ------------------------------------------------------------------------------------ trolls and slurs


@pytest.mark.parametrize("kind", ["troll_wave", "slur"])
def test_one_calm_sentence_to_them_will_do(kind: str, chinese: Any, english: Any) -> None:
    assert handled(opened(chinese(), kind), "有不同意见的朋友我们理性讨论") == ["i1"]
    assert handled(opened(english(), kind), "let's keep it civil here everyone") == ["i1"]


@pytest.mark.parametrize(
    "text", ["理性一点", "有不同意见的都是傻子闭嘴", "今天天气真不错大家好", "有不同意见的买不起就滚"]
)
def test_what_is_short_hostile_or_about_something_else_calms_nobody(text: str, chinese: Any) -> None:
    assert handled(opened(chinese(), "troll_wave"), text) == []


@pytest.mark.parametrize("text", ["keep it civil", "keep it civil you stupid losers", "what a lovely day it is"])
def test_the_same_in_english(text: str, english: Any) -> None:
    assert handled(opened(english(), "troll_wave"), text) == []


def test_going_on_with_a_selling_point_deals_with_trolls(chinese: Any, english: Any) -> None:
    assert handled(opened(chinese(), "troll_wave"), "这一箱净重五公斤") == ["i1"]
    assert handled(opened(english(), "troll_wave"), "our boards are pressed in Zhejiang") == ["i1"]


def test_going_on_with_an_answer_deals_with_trolls(chinese: Any) -> None:
    stage = opened(chinese(), "slur")
    stage.take(stage.comment("c1", "price", 5))
    assert handled(stage, "今天三十九块九") == ["i1"]


def test_what_was_under_way_when_they_came_does_not_deal_with_them(chinese: Any) -> None:
    stage = opened(chinese(), "troll_wave")
    assert stage.only(IncidentHandled, stage.say("这一箱净重五公斤", at=OPENED + 1)) == []


# ------------------------------------------------------------------------------------ the control desk


def at_desk(stage: Any, act: Event) -> list[str]:
    return [each.incident for each in stage.only(IncidentHandled, stage.take(act))]


def price(yuan: str) -> Money:
    return Money.of(yuan, Currency.CNY)


ACTS: list[tuple[str, Event, Event | None]] = [
    ("price_typo", PriceChanged(at=20, product="orange", price=price("39.9")), PriceChanged(
        at=20, product="orange", price=price("3.9"))),
    ("price_typo", ProductUnpinned(at=20), ProductPinned(at=20, product="orange")),
    ("out_of_stock", SoldOutMarked(at=20, product="orange"), SoldOutMarked(at=20, product="pomelo")),
    ("out_of_stock", StockAdded(at=20, product="orange", units=50), StockAdded(at=20, product="pomelo", units=50)),
    ("out_of_stock", ProductPinned(at=20, product="pomelo"), ProductPinned(at=20, product="orange")),
    ("wrong_product_pinned", ProductPinned(at=20, product="orange"), ProductPinned(at=20, product="pomelo")),
    ("coupon_fail", CouponSent(at=20, product="orange", off=price("5"), closes_at=80), ProductUnpinned(at=20)),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "act", "near"), ACTS, ids=[f"{kind}-{type(act).__name__}" for kind, act, _ in ACTS])
def test_what_deals_with_it_at_the_desk(kind: str, act: Event, near: Event, chinese: Any, oranges: Any) -> None:
    shop = (oranges(), oranges(id="pomelo", link_no=2, name="青石岭红柚", aliases=("红柚",)))
    planned = (Incident(id="i1", kind=kind, at=OPENED, product="orange"),)
    for done, dealt_with in ((act, ["i1"]), (near, [])):
        stage = chinese(*shop, incidents=planned)
        stage.take(ProductPinned(at=1, product="orange"))
        assert at_desk(opened(stage, kind), done) == dealt_with


def test_an_act_at_the_desk_before_it_opened_is_none(chinese: Any) -> None:
    stage = chinese()
    assert at_desk(stage, SoldOutMarked(at=5, product="orange")) == []
    assert handled(opened(stage, "out_of_stock"), "大家看这个果子") == []


def test_acts_that_a_kind_does_not_name_do_nothing(chinese: Any) -> None:
    assert at_desk(opened(chinese(), "health_trap"), ProductUnpinned(at=20)) == []


@pytest.mark.parametrize(("by", "dealt_with"), [(Hand.DESK, ["i1"]), (Hand.ROBOT, []), (Hand.SHOP, [])])
def test_only_a_person_at_the_desk_deals_with_it(by: Hand, dealt_with: list[str], chinese: Any) -> None:
    stage = chinese()
    stage.take(ProductPinned(at=1, product="orange"))
    assert at_desk(opened(stage, "out_of_stock"), SoldOutMarked(at=20, product="orange", by=by)) == dealt_with


def test_the_counter_set_to_what_is_there_deals_with_an_oversold_shop(chinese: Any) -> None:
    stage = opened(chinese(), "oversell")
    assert at_desk(stage, StockCorrected(at=20, product="orange", units=0, by=Hand.SHOP)) == []
    assert at_desk(stage, StockCorrected(at=21, product="orange", units=0)) == ["i1"]


def test_a_price_that_was_lowered_before_may_go_back_to_that(chinese: Any) -> None:
    stage = chinese()
    stage.take(ProductPinned(at=1, product="orange"))
    stage.take(PriceChanged(at=2, product="orange", price=price("35")))
    opened(stage, "price_typo")
    stage.take(PriceChanged(at=10.1, product="orange", price=price("3.5"), by=Hand.SHOP))
    assert at_desk(stage, PriceChanged(at=20, product="orange", price=price("35"))) == ["i1"]


def test_its_first_word_is_noticed_once_and_its_last_deals_with_it(chinese: Any) -> None:
    stage = opened(chinese(), "rotten_fruit")
    (noticed,) = stage.only(IncidentNoticed, stage.say("这位朋友对不起", at=14))
    assert noticed.quote == "对不起" and 14 < noticed.said.start < 16
    assert stage.only(IncidentNoticed, stage.say("实在对不起", at=18)) == []
    (done,) = stage.only(IncidentHandled, stage.say("您把订单发给客服坏的我们赔给您", at=22))
    assert done.by is Way.SPEECH


def test_what_ended_it_is_told(chinese: Any) -> None:
    stage = opened(chinese(), "out_of_stock")
    (done,) = stage.only(IncidentHandled, stage.take(SoldOutMarked(at=20, product="orange")))
    assert done.by is Way.DESK


# ------------------------------------------------------------------------------------ what viewers cannot hear


def test_words_into_a_dead_stream_deal_with_nothing_and_words_after_it_do(chinese: Any) -> None:
    right = ("刚才网络断了一下", "我再说一遍今天的价格")
    stage = opened(chinese(), "network_drop")
    stage.take(StreamCut(at=10.1, loss=Loss.STREAM))
    assert handled(stage, *right) == []
    stage.take(StreamRestored(at=stage.time))
    assert handled(stage, *right) == ["i1"]


def test_a_dead_microphone_is_noticed_by_words_that_nobody_hears(chinese: Any) -> None:
    stage = opened(chinese(), "mic_fault")
    stage.take(StreamCut(at=10.1, loss=Loss.SOUND))
    assert stage.only(IncidentNoticed, stage.say("刚才麦克风没声音"))
    other = opened(chinese(), "out_of_stock")
    other.take(StreamCut(at=10.1, loss=Loss.SOUND))
    assert handled(other, "这款已经卖完了", "下一批后天到货") == []


def test_a_price_that_the_shop_mistyped_is_not_the_price(chinese: Any) -> None:
    stage = chinese()
    stage.take(ProductPinned(at=1, product="orange"))
    stage.take(PriceChanged(at=2, product="orange", price=price("3.9"), by=Hand.SHOP))
    told = [stage.only(PriceTold, stage.say(text)) for text in ("今天三十九块九一箱", "今天三块九一箱")]
    assert [each.verdict for (each,) in told] == [PriceVerdict.RIGHT, PriceVerdict.WRONG]
    stage.take(PriceChanged(at=20, product="orange", price=price("3.9"), by=Hand.DESK))
    (each,) = stage.only(PriceTold, stage.say("今天三块九一箱"))
    assert each.verdict is PriceVerdict.RIGHT


def test_a_card_that_the_shop_mixed_up_is_not_what_is_spoken_of(chinese: Any, oranges: Any) -> None:
    shop = (oranges(), oranges(id="pomelo", link_no=2, name="青石岭红柚", aliases=("红柚",), price=price("59")))
    stage = chinese(*shop)
    stage.take(ProductPinned(at=1, product="orange"))
    stage.take(ProductPinned(at=2, product="pomelo", by=Hand.SHOP))
    (told,) = stage.only(PriceTold, stage.say("今天三十九块九一箱"))
    assert (told.product, told.verdict) == ("orange", PriceVerdict.RIGHT)


# ------------------------------------------------------------------------------------ the same when heard again


def test_heard_again_it_is_dealt_with_in_the_same_place(
    chinese: Callable[..., Any], spoken: Callable[..., HostSpoke], library: Any
) -> None:
    stage = chinese()
    last = spoken("下一批后天到货", Language.ZH, 20.0)
    live: list[Event] = [
        WentLive(at=0.0),
        IncidentOpened(at=10.0, incident="i1", kind="out_of_stock"),
        spoken("这款已经卖完了", Language.ZH, 14.0),
        last,
        IncidentClosed(at=last.at, incident="i1", handled=True),
        IncidentOpened(at=30.0, incident="i2", kind="coupon_fail"),
        CouponSent(at=35.0, product="orange", off=price("5"), closes_at=95.0),
        IncidentClosed(at=35.0, incident="i2", handled=True),
        WentOffAir(at=50.0),
    ]
    events: list[Event] = []
    for event in live:
        events.append(event)
        events += stage.listener.take(event)
    header = SessionHeader(
        id="s1", scenario="T1", scenario_version="1", language=Language.ZH, seed=1, trainee="t", take=1,
        began_utc="2026-01-01T00:00:00", app_version="0", audience_model="1",
    )  # fmt: skip
    log = SessionLog(header=header, scenario=stage.scenario, events=tuple(events))
    again = Transcript(engine="b", final=True, phrases=tuple(log.only(HostSpoke)))
    heard = reheard(log, again, library.taxonomy(), library.rules(Language.ZH))
    assert [(each.incident, each.at) for each in log.only(IncidentHandled)] == [("i1", last.at), ("i2", 35.0)]
    assert list(heard.only(IncidentHandled)) == list(log.only(IncidentHandled))
    worse = replace(again, phrases=(spoken("这款还有很多", Language.ZH, 14.0), last))
    misheard = reheard(log, worse, library.taxonomy(), library.rules(Language.ZH))
    assert [each.incident for each in misheard.only(IncidentHandled)] == ["i2"]


def test_to_mute_who_wrote_it_deals_with_a_wave_and_to_mute_another_does_not(chinese: Any) -> None:
    stage = opened(chinese(), "troll_wave")
    line = stage.comment("c1", "troll", 11, incident="i1")
    stage.take(line)
    assert at_desk(stage, ViewerMuted(at=20, viewer=f"not {line.viewer.id}")) == []
    assert at_desk(stage, ViewerMuted(at=21, viewer=line.viewer.id)) == ["i1"]
