"""Speech without an end, and text that is none, in bounded pieces."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from simulator.domain.events import HostSpoke, Word
from simulator.domain.findings import CallToActionMade, PriceTold
from simulator.domain.language import Language
from simulator.domain.units import Span
from simulator.perception.cutting import LONGEST, pieces


def spoke(text: str, words: tuple[Word, ...] = ()) -> HostSpoke:
    return HostSpoke(at=61.0, said=Span(0.0, 60.0), text=text, words=words, engine="test")


def test_a_phrase_of_ordinary_length_is_left_as_it_is() -> None:
    whole = spoke("今天三十九块九")
    assert list(pieces(whole, Language.ZH)) == [whole]


@pytest.mark.parametrize("text", ["甜" * 5000, "三十九块九，" * 900, "，。！？" * 2000, "😀🍎" * 3000, "a b " * 3000])
@pytest.mark.parametrize("language", Language)
def test_no_piece_is_longer_than_it_may_be_and_nothing_is_lost(text: str, language: Language) -> None:
    made = list(pieces(spoke(text), language))
    assert all(sum(len(word.text) for word in piece.words) <= LONGEST[language] for piece in made)
    assert "".join(word.text for piece in made for word in piece.words) == text
    assert made[0].said.start == 0.0
    assert made[-1].said.end == pytest.approx(60.0)
    assert all(one.said.end <= other.said.start + 1e-6 for one, other in itertools.pairwise(made))


def test_pieces_grow_with_the_text_and_no_faster() -> None:
    few, many = (len(list(pieces(spoke("甜" * size), Language.ZH))) for size in (8_000, 16_000))
    assert many <= 2 * few + 1


def test_a_long_phrase_means_what_its_sentences_mean(chinese: Any) -> None:
    filler = "这个橙子是我们自己家山上种的，每天早上去摘。" * 12
    stage = chinese()
    found = stage.take(spoke(f"{filler}脐橙一箱三十九块九。{filler}喜欢的点左下角小黄车。"))
    assert [str(each.price.amount) for each in stage.only(PriceTold, found)] == ["39.9"]
    assert [each.kind for each in stage.only(CallToActionMade, found)] == ["order"]


@pytest.mark.parametrize("text", ["，。！？…、", "\u200b\u202e\u200f", "😀", "\x00\x00", " "])
def test_text_without_words_means_nothing(chinese: Any, english: Any, text: str) -> None:
    for stage in (chinese(), english()):
        assert [each for each in stage.take(spoke(text)) if not hasattr(each, "said") or hasattr(each, "quote")] == []
