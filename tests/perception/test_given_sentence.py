"""The sentence that is read out before going live."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.assets import assets_folder
from simulator.domain.language import Language
from simulator.domain.scenario import Scenario
from simulator.perception.given_sentence import ENOUGH, sentence_to_say, understood
from simulator.storage.content import FolderLibrary

SCENARIOS = FolderLibrary(assets_folder()).scenarios()


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.id)
def test_it_is_made_of_the_scenarios_own_facts(scenario: Scenario) -> None:
    said = sentence_to_say(scenario)
    assert scenario.seller.name in said
    assert any(fact.cue[-6:].rstrip("。. ") in said for product in scenario.products for fact in product.facts)
    assert understood(said, said, scenario.language) == 1.0


def test_without_facts_there_is_still_something_to_say() -> None:
    scenario = replace(SCENARIOS[0], products=())
    assert scenario.seller.name in sentence_to_say(scenario)


def test_homophones_are_understood_and_other_words_are_not() -> None:
    said = "大家好，我是青石岭合作社的小满。"
    assert understood(said, "大家好我是清石岭合作社的小满", Language.ZH) == 1.0
    assert understood(said, "", Language.ZH) == 0.0
    assert understood(said, "今天的天气真的很不错", Language.ZH) < 0.2


def test_half_a_sentence_is_half_understood() -> None:
    said = "Hello everyone, this is Lily from the workshop."
    assert understood(said, "hello everyone this is", Language.EN) == 0.5 < ENOUGH
    assert understood(said, "well hello everyone um this is Lily from the workshop", Language.EN) == 1.0
