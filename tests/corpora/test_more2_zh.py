"""The second further Chinese set is whole, spread over every category, and repeats no sentence of the older sets."""

from collections import Counter

from rapidfuzz import fuzz

from tests.corpora.test_corpora import NEAR, ZH_CATEGORIES, bare, read

VIOLATIONS = "violations.zh.more2.json"
HARMLESS = "harmless.zh.more2.json"


def test_violations_are_240_with_six_or_more_of_every_category() -> None:
    rows = read(VIOLATIONS)
    counts = Counter(row["category"] for row in rows)
    assert len(rows) == 240
    assert set(counts) == ZH_CATEGORIES
    assert min(counts.values()) >= 6
    assert all(set(row) == {"text", "category"} for row in rows)


def test_harmless_are_400_and_name_the_word_that_misleads() -> None:
    rows = read(HARMLESS)
    assert len(rows) == 400
    assert sum(row["trap"] is not None for row in rows) >= 300
    assert all(set(row) == {"text", "trap"} for row in rows)
    assert not [row for row in rows if row["trap"] is not None and row["trap"] not in row["text"]]


def test_sentences_are_as_long_as_speech_and_stand_once() -> None:
    texts = [row["text"] for name in (VIOLATIONS, HARMLESS) for row in read(name)]
    assert not [text for text in texts if not 8 <= len(text) <= 60]
    older = [
        bare(row["text"])
        for kind in ("violations", "harmless")
        for half in ("dev", "held")
        for row in read(f"{kind}.zh.{half}.json")
    ]
    new = [bare(text) for text in texts]
    assert [text for text, times in Counter(new).items() if times > 1] == []
    assert [text for text in new for old in older if fuzz.ratio(text, old) > NEAR] == []
