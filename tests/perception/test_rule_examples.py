"""Every example of the rule packs: what must be found is, what is fine is left alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from simulator.domain.compliance import RuleCategory
from simulator.domain.findings import RuleBroken
from simulator.domain.language import Language
from simulator.storage.content import FolderLibrary

LIBRARY = FolderLibrary(Path(__file__).parents[2] / "assets")


def examples(hit: bool) -> list[Any]:
    return [
        pytest.param(language, category, text, id=f"{language}-{category.id}-{at}")
        for language in Language
        for category in LIBRARY.rules(language).categories.values()
        for at, text in enumerate(category.examples_hit if hit else category.examples_ok)
    ]


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
