"""Wordings found although the recogniser wrote other characters."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.domain.events import HostSpoke
from simulator.domain.language import Language
from simulator.perception.book import Book, Hits
from simulator.perception.literals import literals
from simulator.perception.sounds import Sounds
from simulator.perception.wording import Reader


@pytest.fixture
def hits(spoken: Callable[..., HostSpoke]) -> Callable[..., Hits]:
    def found(text: str, *wordings: str, names: tuple[str, ...] = (), confidence: float = 0.9) -> Hits:
        language = Language.EN if text.isascii() else Language.ZH
        reader = Reader(language)
        return Book(reader, Sounds(), wordings, names).hits(reader.phrase(spoken(text, language, 0.0, confidence)))

    return found


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("这款清商物律茶", "青山坞绿茶"),
        ("还有云林土风命", "云岭土蜂蜜"),
        ("是红果破苹果", "红果坡苹果"),
    ],
)
def test_a_name_is_heard_by_its_sound(hits: Callable[..., Hits], said: str, name: str) -> None:
    assert len(hits(said, names=(name,)).of(name)) == 1


@pytest.mark.parametrize(
    ("said", "wording"),
    [
        ("点击小黄扯下的", "点击小黄车下单"),
        ("先领取优惠权", "优惠券"),
        ("而壞過我們包配", "坏果我们包赔"),
        ("汁水特別多", "汁水特别多"),
    ],
)
def test_a_wording_is_heard_by_its_sound(hits: Callable[..., Hits], said: str, wording: str) -> None:
    assert hits(said, wording).of(wording)


@pytest.mark.parametrize(
    ("said", "wording"),
    [
        ("二十八小时发货", "四十八小时发货"),
        ("二十斤一箱", "十斤一箱"),
        ("今天没有优惠", "没有优惠券"),
        ("可以给大家看", "切开给大家看"),
        ("未成年人要下单", "未成年人不要下单"),
        ("也有治疗", "没有治疗"),
        ("八十五毫米", "八十毫米"),
        ("二十五个一箱", "二十来个一箱"),
    ],
)
def test_another_number_a_denial_or_another_word_is_not_heard(
    hits: Callable[..., Hits], said: str, wording: str
) -> None:
    assert not hits(said, wording).of(wording)


def test_two_characters_need_their_tone_and_a_sure_recogniser(hits: Callable[..., Hits]) -> None:
    assert hits("今天包油哦", "包邮").of("包邮")
    assert not hits("今天包油哦", "包邮", confidence=0.4).of("包邮")
    assert not hits("他知了吗", "治疗").of("治疗")
    assert hits("今天包邮哦", "包邮", confidence=0.4).of("包邮")


@pytest.mark.parametrize(
    ("said", "wording"),
    [
        ("tap the yellow card and order", "tap the yellow cart"),
        ("we ship within forty eight hours", "within 48 hours"),
        ("lots of photos please", "photo"),
    ],
)
def test_an_english_wording_is_heard_though_misspelled(hits: Callable[..., Hits], said: str, wording: str) -> None:
    assert hits(said, wording).of(wording)


@pytest.mark.parametrize(
    ("said", "wording"),
    [
        ("we ship within 24 hours", "within 48 hours"),
        ("it is a medicine", "is not a medicine"),
        ("this is free", "risk free"),
        ("so let me go over it", "let me know"),
        ("i work for this shop", "follow this shop"),
        ("it is a good size", "it is a food"),
    ],
)
def test_another_english_wording_is_not_heard(hits: Callable[..., Hits], said: str, wording: str) -> None:
    assert not hits(said, wording).of(wording)


def test_an_english_name_is_heard_though_misspelled(hits: Callable[..., Hits]) -> None:
    assert hits("our cloud rich honey today", names=("Cloud Ridge honey",)).of("Cloud Ridge honey")


def test_a_wording_said_twice_is_heard_twice(hits: Callable[..., Hits]) -> None:
    assert len(hits("点个关注，记得点个关注", "点个关注").of("点个关注")) == 2


def test_the_wordings_of_a_rule_are_spelled_out() -> None:
    assert literals("(?:全网|全国)(?:的)?最低价?", 5) == {"全网最低价", "全国最低价", "全网的最低", "全国的最低"} | {
        "全网的最低价",
        "全国的最低价",
    }
    assert literals("治[^。！？]{0,6}咳嗽|只剩\\d+件", 2) == {"治咳嗽"}
    assert literals("(?<!不)是药|最好吃", 3) == {"最好吃"}
