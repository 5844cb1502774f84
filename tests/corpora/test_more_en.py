"""The further English texts are of the agreed form and spread, and none of them stands in another list already."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from tests.corpora.test_corpora import EN_CATEGORIES, NEAR, bare

HERE = Path(__file__).parent
WORDS = (5, 30)


def read(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((HERE / name).read_text(encoding="utf-8"))
    return rows


VIOLATIONS = read("violations.en.more.json")
HARMLESS = read("harmless.en.more.json")


def test_each_violation_names_its_category_and_each_category_is_met_often() -> None:
    assert len(VIOLATIONS) == 360
    assert {frozenset(row) for row in VIOLATIONS} == {frozenset({"text", "category"})}
    counts = Counter(row["category"] for row in VIOLATIONS)
    assert set(counts) == EN_CATEGORIES
    assert min(counts.values()) >= 6


def test_most_harmless_sentences_hold_the_trap_they_name() -> None:
    assert len(HARMLESS) == 360
    assert {frozenset(row) for row in HARMLESS} == {frozenset({"text", "trap"})}
    assert sum(row["trap"] is not None for row in HARMLESS) >= 300
    assert [row for row in HARMLESS if row["trap"] and row["trap"].lower() not in row["text"].lower()] == []


def test_a_sentence_is_as_long_as_speech() -> None:
    shortest, longest = WORDS
    texts = [row["text"] for row in VIOLATIONS + HARMLESS]
    assert [text for text in texts if not shortest <= len(re.findall(r"\S+", text)) <= longest] == []


def test_no_sentence_stands_twice_nor_touched_up_in_the_older_lists() -> None:
    texts = [bare(row["text"]) for row in VIOLATIONS + HARMLESS]
    older = [
        bare(row["text"])
        for kind in ("violations", "harmless")
        for half in ("dev", "held")
        for row in read(f"{kind}.en.{half}.json")
    ]
    assert [text for text, times in Counter(texts).items() if times > 1] == []
    assert [(text, old) for text in texts for old in older if fuzz.ratio(text, old) > NEAR] == []
