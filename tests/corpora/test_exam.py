"""The exam: its form, so that a figure measured on it means what it says."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
ZH = (
    "absolute_terms medical_claims health_function health_food price_reference scarcity origin_identity "
    "staged_hardship certification data_citation additive_free state_authority disparagement guarantee minors "
    "off_platform lottery_gift review_manipulation vulgar_insult alcohol seeds_breeding food_waste privacy "
    "exclusive_dealing"
)
EN = (
    "undisclosed_connection disease_claims health_nutrition_claims false_urgency reference_price drip_pricing "
    "reviews_indicators unsupported_objective origin_claims green_organic comparison_disparage free_prize minors "
    "off_platform before_after rights_returns stream_form"
)
CATEGORIES = {"zh": ZH.split(), "en": EN.split()}
TRAPS = {"zh": {"最近", "第一次", "最后一件", "首先"}, "en": {"best before", "the first time"}}
LENGTH = {"zh": (8, 60), "en": (5, 30)}
PITCH = {"zh": (150, 300), "en": (120, 200)}
KINDS = {"filler", "product", "price", "coupon", "cta", "prohibited"}
PITCHES = [f"{language}.exam.{at:02}" for language in CATEGORIES for at in range(1, 7)]
languages = pytest.mark.parametrize("language", CATEGORIES)


def read(name: str) -> Any:
    return json.loads((HERE / f"{name}.json").read_text("utf-8"))


def length(text: str, language: str) -> int:
    return len(text) if language == "zh" else len(text.split())


@languages
def test_a_hundred_violations_over_every_category(language: str) -> None:
    rows = read(f"violations.{language}.exam")
    assert len(rows) == 100
    assert all(set(row) == {"text", "category"} for row in rows)
    counts = Counter(row["category"] for row in rows)
    assert set(counts) == set(CATEGORIES[language])
    assert min(counts.values()) >= 3


@languages
def test_two_hundred_harmless_sentences_with_their_traps(language: str) -> None:
    rows = read(f"harmless.{language}.exam")
    assert len(rows) == 200
    assert all(set(row) == {"text", "trap"} for row in rows)
    assert [row["text"] for row in rows if row["trap"] is not None and row["trap"] not in row["text"]] == []
    assert TRAPS[language] <= {row["trap"] for row in rows}


@languages
def test_no_sentence_stands_twice_and_each_can_be_said_in_a_breath(language: str) -> None:
    texts = [row["text"] for kind in ("violations", "harmless") for row in read(f"{kind}.{language}.exam")]
    least, most = LENGTH[language]
    assert [text for text, count in Counter(texts).items() if count > 1] == []
    assert [text for text in texts if not least <= length(text, language) <= most] == []


@languages
def test_no_sentence_is_known_from_another_half(language: str) -> None:
    for kind in ("violations", "harmless"):
        exam = {row["text"] for row in read(f"{kind}.{language}.exam")}
        for half in ("dev", "held"):
            assert exam.isdisjoint({row["text"] for row in read(f"{kind}.{language}.{half}")})


@pytest.mark.parametrize("name", PITCHES)
def test_a_pitch_is_marked_where_it_says(name: str) -> None:
    pitch = read(f"pitches/{name}")
    text, events = pitch["text"], pitch["events"]
    least, most = PITCH[pitch["language"]]
    assert (pitch["schema"], pitch["id"], pitch["language"]) == ("speech-pitch/1", name, name[:2])
    assert least <= length(text, pitch["language"]) <= most
    assert {event["kind"] for event in events} == KINDS
    assert all(event["text"] and text[event["char_start"] : event["char_end"]] == event["text"] for event in events)
    priced = [event for event in events if event["kind"] == "price"]
    assert all(event["value"] > 0 and event["currency"] in ("CNY", "USD") for event in priced)
    products = pitch["products"]
    named = {event["text"]: event["char_start"] for event in events if event["kind"] == "product"}
    assert named == {product["name"]: text.index(product["name"]) for product in products}
    assert {product["price"] for product in products} <= {event["value"] for event in priced}
