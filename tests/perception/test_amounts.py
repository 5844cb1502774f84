"""Amounts of money in every spoken form."""

from __future__ import annotations

import pytest

from simulator.domain.events import HostSpoke
from simulator.domain.findings import Exactness
from simulator.domain.language import Language
from simulator.domain.units import Currency, Money, Span
from simulator.perception.amount import Amount
from simulator.perception.money import amounts
from simulator.perception.wording import Reader


def heard(text: str, language: Language, currency: Currency) -> list[Amount]:
    spoke = HostSpoke(at=11, said=Span(0, 10), text=text, words=(), engine="test")
    return amounts(Reader(language).phrase(spoke), language, currency)


def han(text: str) -> list[str]:
    return [str(each.money.amount) for each in heard(text, Language.ZH, Currency.CNY)]


def english(text: str, currency: Currency = Currency.USD) -> list[str]:
    return [str(each.money.amount) for each in heard(text, Language.EN, currency)]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("今天三十九块九毛", "39.9"), ("现价39.9", "39.9"), ("39块9一箱", "39.9"), ("卖你一百二", "120"),
        ("到手价两千五", "2500"), ("三毛五一个", "0.35"), ("一块钱一个", "1"), ("九块九两斤", "9.9"),
        ("三块零五分", "3.05"), ("三十块零五毛", "30.5"), ("两块半一斤", "2.5"), ("红枣两斤二十五，", "25"),
        ("茶是一百二十八一罐", "128"), ("菜场也要五十一斤的", "50"), ("只要五十九两瓶", "59"),
        ("两样一起带走，一百八，", "180"),
    ],
)  # fmt: skip
def test_chinese_amounts(text: str, amount: str) -> None:
    assert han(text) == [amount]


@pytest.mark.parametrize(
    "text",
    [
        "一块香皂", "切成三块给大家看", "我们一块儿来", "海拔一千二百米", "两千零二十三年种的", "三号链接",
        "晚上八点见",
        "库存三百单", "一共三十个，每个都有半斤", "我今年三十五", "十五块地", "八角和桂皮", "每天两次，一次三粒",
    ],
)  # fmt: skip
def test_what_counts_something_else_is_no_chinese_amount(text: str) -> None:
    assert han(text) == []


@pytest.mark.parametrize(
    ("text", "exactness", "true", "untrue"),
    [
        ("四十不到就能带走", Exactness.UNDER, "39.9", "41"),
        ("价格不到四十", Exactness.UNDER, "38", "25"),
        ("四十块出头", Exactness.OVER, "42", "39"),
        ("四十块钱左右", Exactness.ABOUT, "39.9", "50"),
        ("二三十块一斤", Exactness.ABOUT, "25", "35"),
        ("三十多块钱", Exactness.OVER, "39.9", "45"),
    ],
)
def test_rough_chinese_amounts_say_where_the_price_lies(
    text: str, exactness: Exactness, true: str, untrue: str
) -> None:
    (amount,) = heard(text, Language.ZH, Currency.CNY)
    assert amount.exactness is exactness
    assert amount.admits(Money.of(true, Currency.CNY))
    assert not amount.admits(Money.of(untrue, Currency.CNY))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("only twelve ninety nine today", "12.99"), ("it's a buck fifty each", "1.5"), ("a buck each", "1"),
        ("two for thirty", "30"), ("that's $15", "15"), ("ninety nine cents", "0.99"),
        ("mushrooms, twelve and a half dollars a bag", "12.5"), ("honey's eighteen a jar", "18"),
        ("that's two fifty a piece", "2.5"), ("eight ninety nine for the oil", "8.99"), ("or thirty for both", "30"),
        ("the set comes to thirty six", "36"), ("forty dollars even", "40"),
    ],
)  # fmt: skip
def test_english_amounts(text: str, amount: str) -> None:
    assert english(text) == [amount]


@pytest.mark.parametrize(
    "text",
    [
        "a five pound box", "since nineteen ninety five", "only two left", "see you at eight",
        "it takes just fifteen minutes",
        "link number five", "cook it to one sixty", "steep it at about one ninety", "thirty pounds of apples",
        "my two cents",
    ],
)  # fmt: skip
def test_what_counts_something_else_is_no_english_amount(text: str) -> None:
    assert english(text) == []


def test_pounds_are_money_where_they_are_the_currency() -> None:
    assert english("it's fifteen pounds", Currency.GBP) == ["15"]
    assert english("it's fifteen pounds") == []
    assert english("fifteen quid") == ["15"]


def test_a_number_that_is_a_price_of_the_shop_needs_no_unit() -> None:
    spoke = HostSpoke(at=11, said=Span(0, 10), text="my thirty nine, and I wrap it", words=(), engine="test")
    phrase = Reader(Language.EN).phrase(spoke)
    assert amounts(phrase, Language.EN, Currency.USD) == []
    known = frozenset({Money.of("39", Currency.USD).amount})
    assert [str(each.money) for each in amounts(phrase, Language.EN, Currency.USD, known)] == ["$39.00"]
