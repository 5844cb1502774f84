"""The library over a folder, and checking files of every kind."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from simulator.assets import assets_folder
from simulator.domain.language import Language
from simulator.domain.taxonomy import Outcome
from simulator.ports import ContentError
from simulator.storage.content import FolderLibrary, check
from simulator.storage.patterns import backtracks, compiled


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the program's content, to be spoilt."""
    return Path(shutil.copytree(assets_folder(), tmp_path / "assets", ignore=shutil.ignore_patterns("demo")))


def spoil(path: Path, change: Any) -> None:
    tree = json.loads(path.read_text("utf-8"))
    change(tree)
    path.write_text(json.dumps(tree, ensure_ascii=False), "utf-8")


SHIPPED = [f"S{number:02d}" for number in range(1, 13)]


def mistakes(path: Path) -> list[tuple[str, str, str]]:
    (found,) = check(path)
    assert found.error is None
    return [(each.path, each.code, each.found) for each in found.mistakes]


def test_a_wrong_scenario_does_not_hide_the_others(folder: Path) -> None:
    spoil(folder / "scenarios" / "S03.json", lambda tree: tree.pop("seller"))
    library = FolderLibrary(folder)
    assert [each.id for each in library.scenarios()] == [each for each in SHIPPED if each != "S03"]
    (fault,) = library.faults
    assert fault.mistakes == ("seller: is missing",)
    with pytest.raises(ContentError) as caught:
        library.scenario("S03")
    assert caught.value is fault


def test_an_unknown_scenario_is_refused_with_those_there_are(library: FolderLibrary) -> None:
    with pytest.raises(ContentError) as caught:
        library.scenario("S99")
    assert caught.value.code == "scenario_unknown"
    assert "S01" in str(caught.value.facts["known"])


def test_a_centre_adds_its_own_scenarios(folder: Path, tmp_path: Path) -> None:
    more = tmp_path / "own"
    more.mkdir()
    shutil.copy(folder / "scenarios" / "S01.json", more / "ours.json")
    spoil(more / "ours.json", lambda tree: tree.update(id="C01"))
    library = FolderLibrary(folder, more, tmp_path / "not there")
    assert [each.id for each in library.scenarios()] == ["C01", *SHIPPED]


def test_content_in_use_outlives_its_file(folder: Path) -> None:
    library = FolderLibrary(folder)
    before = library.scenarios()
    shutil.rmtree(folder)
    assert library.scenarios() == before
    assert library.rules(Language.EN).categories
    assert library.default_rubric().criteria


def test_a_folder_without_scenarios_says_so(folder: Path) -> None:
    shutil.rmtree(folder / "scenarios")
    with pytest.raises(ContentError) as caught:
        FolderLibrary(folder).scenarios()
    assert caught.value.code == "no_scenarios"


def test_a_wrong_rubric_stops_the_library(folder: Path) -> None:
    spoil(folder / "rubrics" / "default.json", lambda tree: tree["criteria"][0].update(weight=5))
    with pytest.raises(ContentError) as caught:
        FolderLibrary(folder).default_rubric()
    assert caught.value.mistakes == ("dimensions[0].weight: do not add up (15, criteria 16)",)


def test_gaps_and_overlaps_of_bands_are_found(folder: Path) -> None:
    path = folder / "rubrics" / "default.json"
    spoil(path, lambda tree: tree["criteria"][0]["bands"][1].update(any_of=[[2, 3.5]]))
    assert ("criteria[0].bands", "bands", "") in mistakes(path)


def test_a_rubric_that_points_nowhere_is_refused(folder: Path) -> None:
    path = folder / "rubrics" / "default.json"

    def change(tree: dict[str, Any]) -> None:
        tree["profiles"][0]["changes"]["Z9"] = 1
        tree["criteria"][1]["dimension"] = "Q"
        tree["criteria"][2]["bands"][0]["level"] = 7

    spoil(path, change)
    codes = {(where, code) for where, code, _ in mistakes(path)}
    assert codes >= {
        ("profiles[0].changes.Z9", "no_such_criterion"),
        ("criteria[1].dimension", "no_such_dimension"),
        ("criteria[2].bands[0].level", "no_such_level"),
    }


def test_a_pattern_that_backtracks_without_end_is_refused_by_its_id(folder: Path) -> None:
    path = folder / "compliance.en.json"
    spoil(path, lambda tree: tree["categories"][2]["patterns"][0].update(regex="^(a|aa)+$"))
    assert mistakes(path) == [("categories[2].patterns[0].regex", "pattern_slow", "health_nutrition_claims.1")]


@pytest.mark.parametrize("hostile", ["(x+x+)+y", "(a*)*$", "(.*)*x(.*)*y$", r"(\w+\s?)*$"])
def test_patterns_that_hang_are_told_from_those_that_do_not(hostile: str) -> None:
    pattern = compiled(hostile)
    assert pattern is not None
    assert backtracks(pattern)
    harmless = compiled("最(?:好|佳)的?[^。]{0,8}(?:苹果|脐橙)")
    assert harmless is not None
    assert not backtracks(harmless)


def test_a_pattern_that_is_none_is_refused_by_its_id(folder: Path) -> None:
    path = folder / "compliance.zh.json"
    spoil(path, lambda tree: tree["categories"][0]["exceptions"][0].update(regex="(["))
    assert mistakes(path) == [("categories[0].exceptions[0].regex", "pattern_broken", "absolute_terms.x1")]


def test_examples_must_agree_with_their_patterns(folder: Path) -> None:
    path = folder / "compliance.zh.json"

    def change(tree: dict[str, Any]) -> None:
        tree["categories"][0]["examples_hit"].append("今天天气不错")
        tree["categories"][0]["examples_ok"].append("全国最好的苹果")

    spoil(path, change)
    assert {code for _, code, _ in mistakes(path)} == {"example_missed", "example_hit"}


def test_a_taxonomy_that_points_nowhere_is_refused(folder: Path) -> None:
    path = folder / "taxonomy.json"

    def change(tree: dict[str, Any]) -> None:
        tree["categories"][1]["forbidden_compliance"] = ["no_such_rule"]
        tree["incidents"][0]["comment_category"] = "no_such_comment"
        tree["categories"][2]["share_farm_pct"] = 50

    spoil(path, change)
    assert [(where, code) for where, code, _ in mistakes(path)] == [
        ("categories[].share_farm_pct", "weights"),
        ("incidents[0].comment_category", "no_such_category"),
        ("categories[1].forbidden_compliance[0]", "no_such_category"),
    ]


SPOILT_KINDS: list[tuple[dict[str, Any], str, str]] = [
    ({"while_open": {"buy": 0}}, "incidents[0].while_open.buy", "too_small"),
    ({"while_open": {"buy": 100.5}}, "incidents[0].while_open.buy", "too_large"),
    ({"while_open": {"joy": 2}}, "incidents[0].while_open.joy", "unknown_field"),
    ({"while_open": {"ask": {"weather": 2}}}, "incidents[0].while_open.ask.weather.[key]", "not_one_of"),
    ({"afterwards": {"bargain": -1.5}}, "incidents[0].afterwards.bargain", "too_small"),
    ({"missed": {"trust": 2}}, "incidents[0].missed.trust", "too_large"),
    ({"missed": {"discontent": -0.1}}, "incidents[0].missed.discontent", "too_small"),
    ({"afterwards": {}}, "incidents[0].lingers_s", "lingers_without"),
    ({"lingers_s": 0}, "incidents[0].lingers_s", "lingers_without"),
    ({"solved_trust": None}, "incidents[0].solved_trust", "wrong_type"),
    ({"choices": []}, "incidents[0].choices", "nothing_solves"),
    ({"choices": [{"outcome": "nothing", "zh": "等", "en": "wait"}]}, "incidents[0].choices", "nothing_solves"),
    ({"choices": [{"outcome": "solves", "zh": "说", "en": "say"}] * 5}, "incidents[0].choices", "too_long"),
    ({"choices": [{"outcome": "wins", "zh": "说", "en": "say"}]}, "incidents[0].choices[0].outcome", "not_one_of"),
    ({"choices": [{"outcome": "solves", "zh": "说", "en": "s" * 49}]}, "incidents[0].choices[0].en", "too_long"),
    ({"desk_acts": ["dance"]}, "incidents[0].desk_acts[0]", "not_one_of"),
    ({"basis": {"judgement": ["window_s"]}}, "incidents[0].basis", "no_basis"),
    ({"basis": {"rumour": ["window_s"]}}, "incidents[0].basis.rumour.[key]", "not_one_of"),
    ({"opens_with": {"trust": -0.1}}, "incidents[0].basis", "no_basis"),
    ({"while_open": {"buy": 3}}, "incidents[0].basis.taxonomy[0]", "no_such_number"),
]


@pytest.mark.parametrize(
    ("change", "path", "code"),
    SPOILT_KINDS,
    ids=[f"{number}-{path}-{code}" for number, (_, path, code) in enumerate(SPOILT_KINDS)],
)
def test_a_kind_of_incident_is_refused_by_its_field(change: dict[str, Any], path: str, code: str, folder: Path) -> None:
    file = folder / "taxonomy.json"
    spoil(file, lambda tree: tree["incidents"][0].update(change))
    assert (path, code) in {(where, what) for where, what, _ in mistakes(file)}


def test_every_kind_says_what_solves_it_and_never_at_the_same_place(folder: Path) -> None:
    kinds = FolderLibrary(folder).taxonomy().incidents.values()
    places = [next(at for at, each in enumerate(kind.choices) if each.outcome is Outcome.SOLVES) for kind in kinds]
    assert {places.count(place) for place in (0, 1, 2)} <= set(range(6, 11))
    for kind in kinds:
        assert 3 <= len(kind.choices) <= 4
        assert {each.outcome for each in kind.choices} == set(Outcome)
        assert sum(each.outcome is Outcome.SOLVES for each in kind.choices) == 1


def test_comments_that_point_nowhere_are_refused(folder: Path) -> None:
    path = folder / "comments.en.json"

    def change(tree: dict[str, Any]) -> None:
        tree["questions"]["price"][0]["category"] = "no_such_comment"
        tree["incidents"]["earthquake"] = ["did it shake?", "all fine there?", "the lamp moved", "what was that"]
        tree["reactions"]["earthquake"] = tree["reactions"]["network_drop"]

    spoil(path, change)
    assert [(where, code) for where, code, _ in mistakes(path)] == [
        ("questions.price[0].category", "no_such_category"),
        ("incidents.earthquake", "no_such_incident"),
    ]


def test_checking_a_folder_looks_at_every_content_file(folder: Path) -> None:
    (folder / "scenarios" / "broken.json").write_text("{", "utf-8")
    (folder / "notes.json").write_text('{"schema": "somebody-elses/3"}', "utf-8")
    found = {each.file.name: each for each in check(folder)}
    assert "notes.json" not in found
    assert found["broken.json"].error is not None
    assert [name for name, each in found.items() if each.error or each.mistakes] == ["broken.json"]
    assert {"S01.json", "default.json", "taxonomy.json", "compliance.zh.json", "sources.json"} <= set(found)


def test_checking_what_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        check(tmp_path / "gone")
    assert caught.value.code == "content_missing"
    with pytest.raises(ContentError) as caught:
        check(tmp_path)
    assert caught.value.code == "no_content"
