"""What is heard in real recognisers' word lists of annotated pitches, faults and all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from simulator.domain.events import HostSpoke, Word
from simulator.domain.findings import CallToActionMade, PriceTold, PriceVerdict, ProductMentioned, RuleBroken
from simulator.domain.language import Language
from simulator.domain.session import REACTION
from simulator.domain.units import Span
from simulator.perception.listener import Listener
from simulator.storage.content import FolderLibrary, scenario_of

SPEECH = Path(__file__).parents[1] / "speech"
SCENARIOS = Path(__file__).parent / "pitches"
LISTS = sorted((SPEECH / "asr").glob("zh_*.json"))
SLACK_S = 0.8
"""Recognisers' word times are off by up to so much."""
NOT_RECOGNISED = {
    ("zh_tea_honey_02_k.whisper-base-utterance", "国家级"): "recognised as 国家餐",
}


def phrases(words: list[list[Any]]) -> list[HostSpoke]:
    """Words in phrases, cut at pauses of half a second and at sentence marks."""
    spoken: list[HostSpoke] = []
    current: list[Word] = []
    for text, start, end, confidence in words:
        if current and (start - current[-1].said.end >= 0.5 or current[-1].text[-1] in "。！？!?"):
            spoken.append(one(current))
            current = []
        current.append(Word(text, Span(start, end), confidence))
    return [*spoken, one(current)]


def one(words: list[Word]) -> HostSpoke:
    said = Span(words[0].said.start, words[-1].said.end)
    text = "".join(word.text for word in words)
    return HostSpoke(at=said.end + REACTION, said=said, text=text, words=tuple(words), engine="file")


@pytest.fixture(scope="module")
def heard(library: FolderLibrary) -> dict[str, list[Any]]:
    """The findings of each word list, by its name."""
    found: dict[str, list[Any]] = {}
    for path in LISTS:
        name = "zh_apple" if "apple" in path.name else "zh_tea_honey"
        scenario = scenario_of((SCENARIOS / f"{name}.scenario.json").read_text("utf-8"), name)
        listener = Listener(scenario, library.taxonomy(), library.rules(Language.ZH))
        words = json.loads(path.read_text("utf-8"))["words"]
        found[path.name.removesuffix(".json")] = [
            finding for phrase in phrases(words) for finding in listener.take(phrase)
        ]
    return found


def annotated(path: Path, *kinds: str) -> list[dict[str, Any]]:
    pitch = json.loads((SPEECH / f"{path.name.split('.')[0]}.json").read_text("utf-8"))
    return [event for event in pitch["events"] if event["kind"] in kinds]


def missed(path: Path, findings: list[Any], *kinds: str) -> list[str]:
    """Annotations that no finding meets."""
    return [
        event["text"]
        for event in annotated(path, *kinds)
        if not any(Span(event["start"] - SLACK_S, event["end"] + SLACK_S).overlaps(each.said) for each in findings)
        and (path.name.removesuffix(".json"), event["text"]) not in NOT_RECOGNISED
    ]


def surplus(path: Path, findings: list[Any], *kinds: str) -> list[str]:
    """Findings that no annotation asks for."""
    spans = [Span(event["start"] - SLACK_S, event["end"] + SLACK_S) for event in annotated(path, *kinds)]
    return [each.quote for each in findings if not any(span.overlaps(each.said) for span in spans)]


pitches = pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)


def test_the_word_lists_are_there() -> None:
    assert len(LISTS) >= 5


@pitches
def test_every_product_is_named(heard: dict[str, list[Any]], path: Path) -> None:
    named = [each for each in heard[path.name.removesuffix(".json")] if isinstance(each, ProductMentioned)]
    assert missed(path, named, "product") == []


@pitches
def test_every_price_is_heard_and_nothing_else_is_a_price(heard: dict[str, list[Any]], path: Path) -> None:
    prices = [each for each in heard[path.name.removesuffix(".json")] if isinstance(each, PriceTold)]
    assert missed(path, prices, "price") == []
    assert surplus(path, prices, "price") == []


@pitches
def test_no_price_is_held_against_the_host(heard: dict[str, list[Any]], path: Path) -> None:
    prices = [each for each in heard[path.name.removesuffix(".json")] if isinstance(each, PriceTold)]
    assert [each.quote for each in prices if each.verdict is PriceVerdict.WRONG] == []


@pitches
def test_every_invitation_is_heard_and_nothing_else(heard: dict[str, list[Any]], path: Path) -> None:
    calls = [each for each in heard[path.name.removesuffix(".json")] if isinstance(each, CallToActionMade)]
    assert missed(path, calls, "cta") == []
    assert surplus(path, calls, "cta", "coupon") == []


@pitches
def test_every_planted_claim_is_heard_and_no_other(heard: dict[str, list[Any]], path: Path) -> None:
    broken = [each for each in heard[path.name.removesuffix(".json")] if isinstance(each, RuleBroken)]
    assert missed(path, broken, "prohibited") == []
    assert surplus(path, broken, "prohibited") == []
