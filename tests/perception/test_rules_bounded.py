"""Whatever is said, and whatever a pack holds: rules are looked for in bounded time, and what is given up is named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from simulator.domain.compliance import Pattern, RulePack, Severity
from simulator.domain.events import HostSpoke
from simulator.domain.findings import PatternGivenUp, RuleBroken
from simulator.domain.language import Language
from simulator.perception.cutting import LONGEST, pieces
from simulator.perception.room import Room
from simulator.perception.rules import RuleListener
from simulator.perception.sounds import Sounds
from simulator.perception.wording import Reader

BOMB = Pattern(id="absolute_terms.bomb", regex="(?:啊|啊啊)+$", severity=Severity.S3)


@pytest.fixture
def hears(chinese: Callable[..., Any], library: Any) -> Callable[..., Any]:
    """The rules alone: a pack, and then phrases."""

    def made(pack: RulePack | None = None) -> Callable[[HostSpoke], list[object]]:
        scenario = chinese().scenario
        reader = Reader(Language.ZH)
        rules = RuleListener(scenario, pack or library.rules(Language.ZH), reader, Sounds())
        room = Room(scenario)
        return lambda spoke: [
            found
            for piece in pieces(spoke, Language.ZH)
            for found in rules.hear(reader.phrase(piece), room, scenario.products[0], frozenset())
        ]

    return made


def line(spoken: Any, text: str) -> HostSpoke:
    made: HostSpoke = replace(spoken("好", Language.ZH, 0.0), text=text, words=())
    return replace(made, said=replace(made.said, end=0.2 * len(text)))


def bombed(library: Any) -> RulePack:
    pack = library.rules(Language.ZH)
    category = pack.categories["absolute_terms"]
    return replace(
        pack, categories={"absolute_terms": replace(category, patterns=(BOMB, *category.patterns))}
    )  # fmt: skip


def test_a_pattern_that_never_ends_is_given_up_by_its_name_and_not_tried_again(
    hears: Any, library: Any, spoken: Any
) -> None:
    listen = hears(bombed(library))
    first = listen(line(spoken, "啊" * 60 + "，销量第一"))
    assert [(each.pattern, each.category) for each in first if isinstance(each, PatternGivenUp)] == [
        ("absolute_terms.bomb", "absolute_terms")
    ]
    assert [each.quote for each in first if isinstance(each, RuleBroken)] == ["销量第一"], "the others go on"
    again = listen(line(spoken, "啊" * 60 + "，"))
    assert not [each for each in again if isinstance(each, PatternGivenUp)], "told once"


def test_every_pattern_of_ours_stays_within_its_patience(hears: Any, spoken: Any) -> None:
    listen = hears()
    for unit in (
        "最",
        "一",
        "第一",
        "九百",
        "药",
        "的",
        "a",
        "1",
        "，",
        "全网最低价只剩三单",
        "吃了不好就退给你二十块钱",
    ):
        found = listen(line(spoken, unit * (2 * LONGEST[Language.ZH] // len(unit))))
        assert not [each for each in found if isinstance(each, PatternGivenUp)], unit


ENGLISH = (
    "the best ", "only five boxes left ", "not ", "a ", "my cough is gone ", "my mom ", "fee after you pay ", "we say ",
    "was thirty now ", "her face before now ", "review my cousin ", "other brands rotten ", "it's local well ",
)  # fmt: skip


def test_every_english_pattern_stays_within_its_patience(
    english: Callable[..., Any], library: Any, spoken: Any
) -> None:
    scenario = english().scenario
    reader = Reader(Language.EN)
    rules = RuleListener(scenario, library.rules(Language.EN), reader, Sounds())
    for unit in ENGLISH:
        said = line(spoken, unit * (2 * LONGEST[Language.EN] // len(unit)))
        found = rules.hear(reader.phrase(said), Room(scenario), scenario.products[0], frozenset())
        assert not [each for each in found if isinstance(each, PatternGivenUp)], unit


HOSTILE = {
    "without a pause": "这是今天早上摘的果子我们慢慢看它的样子" * 5000,
    "punctuation": "。，！？" * 5000,
    "emoji": "😀🍎" * 5000,
    "right to left": "\u202e最\u200f好\u200e" * 5000,
    "zero width": "最\u200b好\u200d的" * 5000,
    "one long word": "a" * 300_000,
    "numerals": "一" * 4000,
    "NUL": "\0" * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_heard_to_its_end(hears: Any, spoken: Any, name: str) -> None:
    found = hears()(line(spoken, HOSTILE[name]))
    assert not [each for each in found if isinstance(each, PatternGivenUp)]


def test_a_breach_is_not_cut_in_two_where_there_is_a_mark_near(spoken: Any) -> None:
    text = ("好" * (LONGEST[Language.ZH] - 4) + "。" + "全网销量第一的果子。") * 3
    cut = list(pieces(line(spoken, text), Language.ZH))
    assert sum("全网销量第一的果子" in piece.text for piece in cut) == 3


def test_breaches_far_apart_in_one_phrase_are_told_apart(hears: Any, spoken: Any) -> None:
    found = hears()(line(spoken, "这是销量第一的果子" + "我们慢慢看一下它的样子" * 6 + "真是世界级品质"))
    quotes = [each.quote for each in found if isinstance(each, RuleBroken) and each.category == "absolute_terms"]
    assert quotes == ["销量第一", "世界级"]


@pytest.mark.parametrize("hidden", ["国\u200b家\u200b级", "国\u202e家级", "国家\u00ad级", "國傢級"])
def test_characters_that_nobody_sees_hide_nothing(hears: Any, spoken: Any, hidden: str) -> None:
    found = hears()(line(spoken, f"这是{hidden}品质"))
    assert [each.category for each in found if isinstance(each, RuleBroken)] == ["absolute_terms"]
