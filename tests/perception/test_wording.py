"""Numbers, normalised texts and the times of characters."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.events import HostSpoke, Word
from simulator.domain.language import Language
from simulator.domain.units import Span
from simulator.perception.numbers import english_numbers, han_numbers, in_han, shown
from simulator.perception.wording import Reader


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一千二百米", "1200"),
        ("1,200米", "1200"),
        ("三万五", "35000"),
        ("一千二", "1200"),
        ("一百零五", "105"),
        ("两百", "200"),
        ("二零二六年", "2026"),
        ("二十九点九", "29.9"),
        ("3万单", "30000"),
        ("十二", "12"),
    ],
)
def test_a_chinese_number_is_read(text: str, value: str) -> None:
    assert [run.value for run in han_numbers(text)] == [Decimal(value)]


@pytest.mark.parametrize("text", ["千万别买", "万一坏了", "三四天就到", "百姓", "两三个"])
def test_a_word_or_a_guess_is_no_number(text: str) -> None:
    assert han_numbers(text) == []


@given(st.integers(min_value=0, max_value=99_999_999))
def test_a_whole_number_spoken_in_chinese_is_read_back(value: int) -> None:
    spoken = in_han(Decimal(value))
    assert [run.value for run in han_numbers(spoken)] == [Decimal(value)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("twelve dollars and ninety nine cents", ["12", "99"]),
        ("just ten ninety nine", ["10", "99"]),
        ("a hundred and twenty boxes", ["120"]),
        ("one thousand two hundred and five", ["1205"]),
        ("one point eight centimetres", ["1.8"]),
        ("5 boxes", ["5"]),
    ],
)
def test_english_numbers_are_read(text: str, values: list[str]) -> None:
    assert [shown(run.value) for run in english_numbers(text.split())] == values


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("29.9元", "二十九块九"),
        ("29块9", "二十九块九"),
        ("100%", "百分之百"),
        ("百分百", "百分之百"),
        ("48小时", "四十八小时"),
        ("净重5kg", "净重五公斤"),
        ("兩箱", "2箱"),
        ("現在下單", "现在下单"),
    ],
)
def test_equal_chinese_wordings_are_read_alike(one: str, other: str) -> None:
    reader = Reader(Language.ZH)
    assert reader.tokens(one) == reader.tokens(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$12.99", "twelve dollars and ninety nine cents"),
        ("number one", "number 1"),
        ("100% organic", "one hundred percent organic"),
        ("It’s 24.90", "it's 24.9"),
    ],
)
def test_equal_english_wordings_are_read_alike(one: str, other: str) -> None:
    reader = Reader(Language.EN)
    assert reader.tokens(one) == reader.tokens(other)


def test_a_quote_is_what_was_recognised_with_its_time(spoken: Callable[..., HostSpoke]) -> None:
    phrase = Reader(Language.ZH).phrase(spoken("我們只要29塊9，快來", Language.ZH, 10.0))
    start = phrase.tokens.index("二")
    first, last = phrase.token_origin[start][0], phrase.token_origin[start + 4][1]
    assert phrase.quote(first, last) == "29塊9"
    assert phrase.span(first, last) == Span(pytest.approx(10.8), pytest.approx(11.6))


def test_whisper_pieces_of_an_english_price_are_joined() -> None:
    words = [("just", 0), (" $12", 1), (".99", 2), (" a", 3), (" box", 4)]
    spoke = HostSpoke(
        at=6, said=Span(0, 5), text="just $12.99 a box", engine="t",
        words=tuple(Word(text, Span(at, at + 1), 0.9) for text, at in words),
    )  # fmt: skip
    assert Reader(Language.EN).phrase(spoke).tokens == ("just", "12.99", "dollars", "a", "box")


def test_a_long_pause_ends_a_sentence_where_no_mark_does() -> None:
    words = (Word("不能", Span(0, 0.4), 0.9), Word("说", Span(0.4, 0.6), 0.9), Word("最好", Span(1.4, 1.8), 0.9))
    spoke = HostSpoke(at=3, said=Span(0, 1.8), text="不能说最好", words=words, engine="t")
    assert Reader(Language.ZH).phrase(spoke).plain.text == "不能说。最好"


def test_a_phrase_without_words_spreads_its_time() -> None:
    spoke = HostSpoke(at=6, said=Span(0, 4), text="今天下单", words=(), engine="import")
    phrase = Reader(Language.ZH).phrase(spoke)
    assert phrase.span(2, 4) == Span(2.0, 4.0)
    assert phrase.confidence(0, 4) is None
