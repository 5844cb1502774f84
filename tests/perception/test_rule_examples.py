"""Every example of the rule packs: what must be found is, what is fine is left alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from simulator.domain.compliance import Pattern, RuleCategory
from simulator.domain.events import HostSpoke
from simulator.domain.findings import RuleBroken
from simulator.domain.language import Language
from simulator.perception.forbidden import Forbidden, Found
from simulator.perception.wording import Reader
from simulator.storage.content import FolderLibrary

LIBRARY = FolderLibrary(Path(__file__).parents[2] / "assets")


def examples(hit: bool) -> list[Any]:
    return [
        pytest.param(language, category, text, id=f"{language}-{category.id}-{at}")
        for language in Language
        for category in LIBRARY.rules(language).categories.values()
        for at, text in enumerate(category.examples_hit if hit else category.examples_ok)
    ]


def worded(hit: bool) -> list[Any]:
    return [
        pytest.param(language, category, pattern, text, id=f"{pattern.id}-{at}")
        for language in Language
        for category in LIBRARY.rules(language).categories.values()
        for pattern in category.patterns
        for at, text in enumerate(pattern.examples_hit if hit else pattern.examples_ok)
    ]


@pytest.fixture
def alone(spoken: Callable[..., HostSpoke]) -> Callable[[Language, RuleCategory, Pattern, str], list[Found]]:
    """What one pattern finds in a phrase, its category's exceptions and stances minded."""

    def found(language: Language, category: RuleCategory, pattern: Pattern, text: str) -> list[Found]:
        forbidden = Forbidden([replace(category, patterns=(pattern,))], language)
        return forbidden.found(category.id, Reader(language).phrase(spoken(text, language, 0.0)))

    return found


@pytest.mark.parametrize(("language", "category", "pattern", "text"), worded(hit=True))
def test_every_pattern_finds_what_it_says(
    alone: Any, language: Language, category: RuleCategory, pattern: Pattern, text: str
) -> None:
    assert alone(language, category, pattern, text)


@pytest.mark.parametrize(("language", "category", "pattern", "text"), worded(hit=False))
def test_every_pattern_leaves_alone_what_it_says(
    alone: Any, language: Language, category: RuleCategory, pattern: Pattern, text: str
) -> None:
    assert not alone(language, category, pattern, text)


@pytest.fixture(scope="module")
def stages() -> dict[tuple[Language, str], Any]:
    """Shops by language and kind of goods; phrases are spoken a minute apart, so that none touches another."""
    return {}


@pytest.fixture
def broken(
    chinese: Callable[..., Any],
    english: Callable[..., Any],
    oranges: Callable[..., Any],
    boards: Callable[..., Any],
    stages: dict[tuple[Language, str], Any],
) -> Callable[[Language, RuleCategory, str], set[str]]:
    """The categories that a phrase breaks."""

    def said(language: Language, category: RuleCategory, text: str) -> set[str]:
        kind = "agri_product" if "all" in category.applies_to else category.applies_to[0]
        if (language, kind) not in stages:
            goods = oranges(category=kind) if language is Language.ZH else boards(category=kind)
            stages[language, kind] = (chinese if language is Language.ZH else english)(goods)
        stage = stages[language, kind]
        return {each.category for each in stage.only(RuleBroken, stage.say(text, at=stage.time + 60))}

    return said


@pytest.mark.parametrize(("language", "category", "text"), examples(hit=True))
def test_a_forbidden_wording_is_found(broken: Any, language: Language, category: RuleCategory, text: str) -> None:
    assert category.id in broken(language, category, text)


@pytest.mark.parametrize(("language", "category", "text"), examples(hit=False))
def test_a_fine_wording_is_left_alone(broken: Any, language: Language, category: RuleCategory, text: str) -> None:
    assert category.id not in broken(language, category, text)
