"""Transcripts that nobody would speak, heard and scored to their end: work grows with the text and no faster.

The sizes of a whole hostile transcript (100,000 words, a megabyte) and what they cost are measured by
``scripts/bench/perception.py``; here every kind is heard at two sizes, and what comes of it is counted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from simulator.domain.compliance import Pattern, RulePack, Severity
from simulator.domain.events import HostSpoke
from simulator.domain.findings import CallToActionMade, PatternGivenUp, PriceTold, RuleBroken
from simulator.domain.language import Language
from simulator.domain.session import SessionLog, Transcript
from simulator.domain.units import Span
from simulator.perception.cutting import LONGEST, pieces
from simulator.perception.listener import reheard
from simulator.scoring.scorecard import score
from simulator.storage.content import FolderLibrary
from simulator.storage.event_codec import encoded
from tests.stream import ASSETS, Stream, default_rubric

LIBRARY = FolderLibrary(ASSETS)
SCENARIOS = {Language.ZH: "S01", Language.EN: "S08"}
LENGTH = 600.0
HOSTILE = {
    "words without a pause": {
        Language.ZH: "这个苹果三十九块九喜欢的点小黄车" * 160,
        Language.EN: "grab one for just ten dollars now " * 360,
    },
    "one long word": {Language.ZH: "a" * 16_000, Language.EN: "a" * 32_000},
    "one syllable": {Language.ZH: "甜" * 4_000, Language.EN: "ha " * 6_000},
    "numerals": {Language.ZH: "九百" * 1_500, Language.EN: "ninety nine " * 1_500},
    "digits": {Language.ZH: "9" * 6_000, Language.EN: "9" * 12_000},
    "marks only": {Language.ZH: "，。！？" * 3_000, Language.EN: ",.!? " * 3_000},
    "emoji": {Language.ZH: "😀🍎" * 4_000, Language.EN: "😀🍎 " * 4_000},
    "right-to-left and zero-width marks": {
        Language.ZH: "最\u200b好\u202e的\u2067" * 800,
        Language.EN: "be\u200bst \u202eprice \u2067" * 800,
    },
    "NUL": {Language.ZH: "\0" * 20_000, Language.EN: "\0 " * 20_000},
    "no line end": {Language.ZH: "全网最低价\r\u2028" * 300, Language.EN: "the best\r\u2028" * 500},
}
BOMB = Pattern(id="absolute_terms.bomb", regex="(?:a|aa)+$", severity=Severity.S3)


def said(text: str) -> HostSpoke:
    return HostSpoke(at=LENGTH - 1, said=Span(0.0, LENGTH - 1), text=text, words=(), engine="test")


def heard(language: Language, text: str, rules: RulePack | None = None) -> SessionLog:
    """A session in which nothing is said but this, without a pause."""
    plan = LIBRARY.scenario(SCENARIOS[language])
    assert plan.language is language
    log = Stream(plan, LENGTH).log()
    transcript = Transcript(engine="test", final=True, phrases=(said(text),), heard=LENGTH)
    return reheard(log, transcript, LIBRARY.taxonomy(), rules or LIBRARY.rules(language))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_speech_is_heard_and_scored_and_its_work_grows_with_it(kind: str, language: Language) -> None:
    text = HOSTILE[kind][language]
    halves = [text[: len(text) // 2], text]
    cut = [list(pieces(said(each), language)) for each in halves]
    assert all(len(piece.text) <= LONGEST[language] for each in cut for piece in each)
    assert len(cut[1]) <= 2 * len(cut[0]) + 1
    few, many = (heard(language, each) for each in halves)
    assert len(many.events) <= 2 * len(few.events) + 12
    assert not list(many.only(PatternGivenUp)), "no pattern of ours runs out of patience"
    card = score(many, default_rubric(), provisional=False)
    assert card.marks
    assert card.total is None or 0 <= card.total <= 100


@pytest.mark.parametrize("language", Language)
def test_what_is_said_in_the_midst_of_it_is_still_heard(language: Language) -> None:
    noise = "😀，\u200b\u202e。" * 400
    words = {
        Language.ZH: f"{noise}。苹果一箱二十九块九。{noise}。喜欢的点小黄车。{noise}",
        Language.EN: f"{noise}. The board is only nineteen dollars. {noise}. Tap the cart and order now. {noise}",
    }
    log = heard(language, words[language])
    assert len(list(log.only(PriceTold))) == 1
    assert len(list(log.only(CallToActionMade))) == 1


def test_a_pack_with_a_pattern_that_never_ends_is_stopped_by_its_name(made_bomb: Callable[[], RulePack]) -> None:
    log = heard(Language.EN, f"{'a' * 64}! " * 20 + "This is the best in the world.", made_bomb())
    assert [each.pattern for each in log.only(PatternGivenUp)] == ["absolute_terms.bomb"]
    assert list(log.only(RuleBroken)), "the others go on"
    assert score(log, default_rubric(), provisional=False).marks


@pytest.fixture
def made_bomb() -> Callable[[], RulePack]:
    def made() -> RulePack:
        pack = LIBRARY.rules(Language.EN)
        first = next(iter(pack.categories.values()))
        bombed = replace(first, applies_to=("all",), patterns=(BOMB, *first.patterns))
        return replace(pack, categories={**pack.categories, first.id: bombed})

    return made


@pytest.mark.parametrize("language", Language)
def test_hostile_speech_means_the_same_every_time(language: Language) -> None:
    text = "".join(kinds[language][:400] for kinds in HOSTILE.values())
    one, other = (heard(language, text) for _ in range(2))
    assert [encoded(each) for each in one.events] == [encoded(each) for each in other.events]
