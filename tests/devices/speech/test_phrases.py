"""Words into phrases."""

from __future__ import annotations

from simulator.devices.phrases import joined, phrases, spread
from simulator.domain.events import Word
from simulator.domain.language import Language
from simulator.domain.units import Span


def word(text: str, start: float, end: float) -> Word:
    return Word(text, Span(start, end), None)


def texts(words: list[Word], language: Language = Language.EN) -> list[str]:
    return [phrase.text for phrase in phrases(words, language, "x")]


def test_a_pause_of_six_tenths_ends_a_phrase():
    assert texts([word("one", 0, 1), word("two", 1.59, 2), word("three", 2.6, 3)]) == ["one two", "three"]


def test_a_sentence_mark_ends_a_phrase_a_decimal_point_does_not():
    assert texts([word("$12.99", 0, 1), word("only.", 1, 2), word("Now", 2, 3)]) == ["$12.99 only.", "Now"]


def test_a_comma_ends_only_a_long_phrase():
    short = [word("yes,", 0, 1), word("no", 1, 2)]
    long = [word("yes", 0, 5.5), word("yes,", 5.5, 6), word("no", 6, 7)]
    assert texts(short) == ["yes, no"]
    assert texts(long) == ["yes yes,", "no"]


def test_chinese_has_no_spaces_but_between_latin_words():
    words = [word("买", 0, 1), word("iPhone", 1, 2), word("Pro", 2, 3), word("吧", 3, 4)]
    assert joined(words, Language.ZH) == "买iPhone Pro吧"


def test_a_phrase_spans_its_words_and_is_known_at_its_end():
    (phrase,) = phrases([word("a", 1, 2), word("b", 2, 3)], Language.EN, "x")
    assert (phrase.at, phrase.said) == (3, Span(1, 3))


def test_a_chinese_word_is_spread_over_its_characters():
    assert [(each.text, each.said) for each in spread("苹果", Span(1.0, 2.0), 0.5)] == [
        ("苹", Span(1.0, 1.5)),
        ("果", Span(1.5, 2.0)),
    ]


def test_no_words_no_phrases():
    assert phrases([], Language.ZH, "x") == ()
