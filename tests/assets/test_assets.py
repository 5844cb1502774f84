"""The content that comes with the program is right, whole, and stands on nothing outside."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from simulator.assets import assets_folder
from simulator.domain.compliance import Severity
from simulator.domain.language import Language
from simulator.domain.scenario import MANDATORY_FACTS, Scenario, Topic, Trigger
from simulator.storage.content import FolderLibrary, check

OURS = ("S01", "S03", "S08")


@pytest.fixture(scope="module")
def library() -> FolderLibrary:
    return FolderLibrary(assets_folder())


def test_every_file_passes_its_check() -> None:
    assert [str(mistake) for each in check(assets_folder()) for mistake in each.mistakes] == []
    assert [each.file.name for each in check(assets_folder()) if each.error] == []


def test_the_three_scenarios_are_there(library: FolderLibrary) -> None:
    assert {each.id for each in library.scenarios()} >= set(OURS)
    assert library.faults == ()


@pytest.mark.parametrize("id", OURS)
def test_a_scenario_is_whole(id: str, library: FolderLibrary) -> None:
    scenario = library.scenario(id)
    assert sum(each.length for each in scenario.run_of_show) == scenario.length
    assert len(scenario.required_operations) >= 3
    assert scenario.suits
    assert scenario.reasons_to_stay
    assert scenario.seller.heard_as
    for product in scenario.products:
        kinds = {fact.kind for fact in product.facts if fact.mandatory}
        assert set(MANDATORY_FACTS) <= kinds
        answered = {topic for fact in product.facts for topic in fact.topics}
        assert answered == set(Topic), f"no fact answers {set(Topic) - answered}"


@pytest.mark.parametrize("id", OURS)
def test_cues_are_in_the_language_of_the_scenario(id: str, library: FolderLibrary) -> None:
    scenario = library.scenario(id)
    for cue in (fact.cue for product in scenario.products for fact in product.facts):
        assert bool(re.search("[一-鿿]", cue)) is (scenario.language is Language.ZH)
        assert len(cue) <= 90, "too long for a cue card"


@pytest.mark.parametrize(
    ("id", "minutes", "price", "shipping", "stock", "incidents"),
    [
        ("S01", 8, "39.90", "0.00", 120, []),
        ("S03", 10, "59.00", "0.00", 200, [("health_trap", 210, 2), ("absolute_trap", 390, 1)]),
        (
            "S08",
            12,
            "24.90",
            "5.90",
            300,
            [("currency_unit", 240, 1), ("competitor_price", 480, 1), ("troll_wave", 600, 1)],
        ),
    ],
)
def test_scenarios_keep_to_their_outline(
    id: str,
    minutes: int,
    price: str,
    shipping: str,
    stock: int,
    incidents: list[tuple[str, int, int]],
    library: FolderLibrary,
) -> None:
    scenario = library.scenario(id)
    (product,) = scenario.products
    assert scenario.length == 60 * minutes
    assert f"{product.price.amount:.2f}" == price
    assert f"{product.shipping.amount:.2f}" == shipping
    assert product.stock == stock
    planned = [each for each in scenario.incidents if each.when is Trigger.MOMENT]
    assert [(each.kind, each.at, each.presses) for each in planned] == incidents
    assert {each.when for each in scenario.incidents} >= set(Trigger) - {Trigger.MOMENT}


@pytest.mark.parametrize("id", OURS)
def test_an_incident_says_enough_lines_for_its_presses(id: str, library: FolderLibrary) -> None:
    for incident in library.scenario(id).incidents:
        assert len(incident.lines) >= incident.presses


def test_the_rubric_weighs_a_hundred(library: FolderLibrary) -> None:
    rubric = library.default_rubric()
    assert sum(each.weight for each in rubric.criteria) == 100
    assert len(rubric.criteria) == 25
    for criterion in rubric.criteria:
        for language in Language:
            assert {band.level for band in criterion.bands_for(language)} <= {1, 2, 3, 4, 5}
            assert criterion.level_of(0.0, language) in (1, 2, 3, 4, 5)


def test_every_topic_has_comments_that_ask_about_it(library: FolderLibrary) -> None:
    topics = {each.topic for each in library.taxonomy().categories.values()}
    assert topics == {*Topic, None}


def test_what_is_not_said_of_a_contradicted_claim_is_that_of_an_unproven_one(library: FolderLibrary) -> None:
    claims = library.rules(Language.EN).categories["health_nutrition_claims"].verification
    assert claims is not None
    assert (claims.if_supported, claims.if_missing, claims.if_contradicted) == (None, Severity.S2, Severity.S2)


def test_every_source_is_in_the_register() -> None:
    register = {each["id"] for each in _tree("sources.json")["sources"]} | {"GK", "EXP"}
    for name in ("rubrics/default.json", "taxonomy.json", "compliance.zh.json", "compliance.en.json", "funnel.json"):
        used = set(_sources(_tree(name)))
        assert used <= register, f"{name}: {used - register}"


def test_nothing_points_outside_the_project() -> None:
    for path in assets_folder().rglob("*.json"):
        text = path.read_text("utf-8")
        assert not re.search(r"/(?:work|root|tmp|home)/", text), path
        assert "shared/" not in text, path


def _tree(name: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads((Path(assets_folder()) / name).read_text("utf-8"))
    return made


def _sources(value: Any) -> list[str]:
    if isinstance(value, list):
        return [id for each in value for id in _sources(each)]
    if not isinstance(value, dict):
        return []
    lists = [value[key] for key in ("sources", "basis") if isinstance(value.get(key), list)]
    own = [id for each in lists for id in each if isinstance(id, str)]
    own += [value["source"]] if isinstance(value.get("source"), str) else []
    return own + [id for each in value.values() for id in _sources(each)]


def test_scenarios_name_no_scenario_twice(library: FolderLibrary) -> None:
    titles: list[Scenario] = list(library.scenarios())
    assert len({each.title.zh for each in titles}) == len(titles)
    assert len({each.title.en for each in titles}) == len(titles)
