"""The measuring texts are what they say: whole, counted, marked in the right place, and with nothing in both halves."""

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from rapidfuzz import fuzz

HERE = Path(__file__).parent
LANGUAGES = ("zh", "en")
HALVES = ("dev", "held")
ZH_CATEGORIES = {
    "absolute_terms",
    "medical_claims",
    "health_function",
    "health_food",
    "price_reference",
    "scarcity",
    "origin_identity",
    "staged_hardship",
    "certification",
    "data_citation",
    "additive_free",
    "state_authority",
    "disparagement",
    "guarantee",
    "minors",
    "off_platform",
    "lottery_gift",
    "review_manipulation",
    "vulgar_insult",
    "alcohol",
    "seeds_breeding",
    "food_waste",
    "privacy",
    "exclusive_dealing",
}
EN_CATEGORIES = {
    "undisclosed_connection",
    "disease_claims",
    "health_nutrition_claims",
    "false_urgency",
    "reference_price",
    "drip_pricing",
    "reviews_indicators",
    "unsupported_objective",
    "origin_claims",
    "green_organic",
    "comparison_disparage",
    "free_prize",
    "minors",
    "off_platform",
    "before_after",
    "rights_returns",
    "stream_form",
}
KINDS = {"filler", "product", "price", "coupon", "prohibited", "cta"}
CURRENCIES = {"CNY", "USD", "GBP", "EUR", "CAD"}
LENGTHS = {"zh": (150, 300), "en": (120, 200)}  # characters, words
NEAR = 85  # rapidfuzz ratio above which two sentences are one sentence touched up


def read(name: str) -> Any:
    return json.loads((HERE / name).read_text(encoding="utf-8"))


def bare(text: str) -> str:
    """The text without case, width, spaces and punctuation."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


def pitches(language: str, half: str) -> list[dict[str, Any]]:
    return [read(f"pitches/{path.name}") for path in sorted((HERE / "pitches").glob(f"{language}.{half}.*.json"))]


def spans(text: str, quotes: list[str]) -> list[tuple[int, int]]:
    """Where the quotes stand, each looked for after the one before it."""
    found, start = [], 0
    for quote in quotes:
        start = text.index(quote, start)
        found.append((start, start + len(quote)))
        start += len(quote)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("half", HALVES)
def test_two_hundred_harmless_sentences_name_their_trap(language: str, half: str) -> None:
    rows = read(f"harmless.{language}.{half}.json")
    assert len(rows) == 200
    traps = [row["trap"] for row in rows if row["trap"] is not None]
    assert len(traps) >= 100
    assert not [row for row in rows if row["trap"] and row["trap"].lower() not in row["text"].lower()]


@pytest.mark.parametrize("language,categories", [("zh", ZH_CATEGORIES), ("en", EN_CATEGORIES)])
@pytest.mark.parametrize("half", HALVES)
def test_a_hundred_violations_spread_over_every_category(language: str, categories: set[str], half: str) -> None:
    rows = read(f"violations.{language}.{half}.json")
    assert len(rows) == 100
    assert {row["category"] for row in rows} == categories
    assert min(Counter(row["category"] for row in rows).values()) >= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_stands_twice_nor_touched_up_in_the_other_half(language: str) -> None:
    texts: dict[str, list[str]] = {half: [] for half in HALVES}
    for half in HALVES:
        for kind in ("harmless", "violations"):
            texts[half] += [bare(row["text"]) for row in read(f"{kind}.{language}.{half}.json")]
        for pitch in pitches(language, half):
            sentences = (bare(part) for part in re.split(r"[。？！!?]|\.(?!\d)", pitch["text"]))
            texts[half] += [sentence for sentence in sentences if len(sentence) > 8]
    assert [text for text, times in Counter(texts["dev"] + texts["held"]).items() if times > 1] == []
    near = [(dev, held) for dev in texts["dev"] for held in texts["held"] if fuzz.ratio(dev, held) > NEAR]
    assert near == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("half", HALVES)
def test_a_pitch_is_marked_where_it_says(language: str, half: str) -> None:
    found = pitches(language, half)
    assert len(found) == 8
    for pitch in found:
        text, events = pitch["text"], pitch["events"]
        assert pitch["schema"] == "speech-pitch/1"
        assert pitch["language"] == {"zh": "zh-CN", "en": "en-US"}[language]
        shortest, longest = LENGTHS[language]
        assert shortest <= (len(text) if language == "zh" else len(text.split())) <= longest, pitch["id"]
        assert {event["kind"] for event in events} <= KINDS
        end = 0
        for event in events:
            assert text[event["char_start"] : event["char_end"]] == event["text"] != ""
            assert event["char_start"] >= end, f"{pitch['id']}: {event['text']} overlaps the event before it"
            end = event["char_end"]
            assert (event["kind"] == "price") == ("value" in event) == ("currency" in event)
            assert event.get("value", 1) > 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("half", HALVES)
def test_a_product_is_marked_at_its_first_full_name(language: str, half: str) -> None:
    for pitch in pitches(language, half):
        marked = {event["text"]: event["char_start"] for event in pitch["events"] if event["kind"] == "product"}
        assert marked == {product["name"]: pitch["text"].index(product["name"]) for product in pitch["products"]}
        prices = {event["value"] for event in pitch["events"] if event["kind"] == "price"}
        assert {product["price"] for product in pitch["products"]} <= prices
        coupons = [event for event in pitch["events"] if event["kind"] == "coupon"]
        assert bool(coupons) == any(product["coupon_off"] for product in pitch["products"]), pitch["id"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_amounts_are_quoted_in_order_and_some_sentences_have_none(language: str) -> None:
    rows = read(f"numbers.{language}.json")
    assert len(rows) == 150
    assert 30 <= sum(not row["amounts"] for row in rows) <= 60
    for row in rows:
        spans(row["text"], [amount["quote"] for amount in row["amounts"]])
        for amount in row["amounts"]:
            assert amount["value"] > 0
            assert amount["currency"] in CURRENCIES


@pytest.mark.parametrize("language", LANGUAGES)
def test_quantities_are_quoted_in_order(language: str) -> None:
    rows = read(f"quantities.{language}.json")
    assert len(rows) == 60
    for row in rows:
        assert row["quantities"]
        spans(row["text"], [quantity["quote"] for quantity in row["quantities"]])
        for quantity in row["quantities"]:
            assert ("base_value" in quantity) == ("base_unit" in quantity)
            assert quantity["base_unit"] in {"g", "ml", "s", "mm"} if "base_unit" in quantity else quantity["unit"]


def test_the_short_lists_hold_no_sentence_twice() -> None:
    texts = [
        bare(row["text"])
        for kind in ("numbers", "quantities")
        for lang in LANGUAGES
        for row in read(f"{kind}.{lang}.json")
    ]
    assert [text for text, times in Counter(texts).items() if times > 1] == []


def test_files_stay_small() -> None:
    assert not [path.name for path in HERE.rglob("*.json") if path.stat().st_size > 300_000]
