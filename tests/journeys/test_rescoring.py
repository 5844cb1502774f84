"""``bolian score --rubric`` and ``bolian rubrics``, as a centre uses them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.journeys.commands import bolian
from tests.journeys.pitch import ORANGES, as_json, words


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept")
    spoken = folder / "words.json"
    spoken.write_text(json.dumps(as_json(words(ORANGES)), ensure_ascii=False), encoding="utf-8")
    for trainee in ("小雨", "小满"):
        ran = bolian(
            *("rehearse", "--scenario", "S01", "--transcript", spoken, "--pace", "fast", "--seed", "7"),
            *("--trainee", trainee, "--data", folder / "data"),
        )
        assert ran.status == 0, ran.err
    return folder / "data"


@pytest.fixture
def data(kept: Path, tmp_path: Path) -> Path:
    shutil.copytree(kept, tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def stricter(data: Path) -> Path:
    """A rubric file with other bands for the opening, as a text editor would leave it."""
    file = data.parent / "stricter.json"
    ran = bolian("rubrics", "show", "live-sales-default", "--out", file, "--data", data)
    assert ran.status == 0, ran.err
    tree = json.loads(file.read_text("utf-8"))
    tree["version"] = "2"
    tree["criteria"][0]["bands"] = [{"level": 1, "any_of": [[None, 5]]}, {"level": 5, "any_of": [[5, None]]}]
    file.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
    return file


def test_a_set_of_sessions_is_scored_by_a_version(data: Path, stricter: Path) -> None:
    ran = bolian("rubrics", "add", stricter, "--note", "opening", "--author", "王老师", "--data", data)
    assert (ran.status, ran.out.strip()) == (0, "live-sales-default@2"), ran.err
    listed = json.loads(bolian("rubrics", "--json", "--data", data).out)
    assert [(each["version"], each["note"], each["used"]) for each in listed] == [
        ("2", "opening", False),
        ("0.1.0", "", True),
    ]
    ran = bolian("score", "--all", "--rubric", "live-sales-default@2", "--json", "--data", data)
    assert ran.status == 0, ran.err
    lines = json.loads(ran.out)
    assert {line["trainee"] for line in lines} == {"小雨", "小满"}
    for line in lines:
        assert line["before"]["version"] == "0.1.0" and line["after"]["version"] == "2"
        assert set(line["levels"]) == {"A1"}
        assert line["measured"] is False and line["signed"] is False
    one = bolian("score", "--trainee", "小满", "--rubric", "live-sales-default@0.1.0", "--data", data)
    assert one.status == 0 and "→" in one.out and "live-sales-default@0.1.0" in one.out
    assert "1/1 scored, 1 moved" in one.err or "1/1 scored, 0 moved" in one.err


def test_measured_anew_in_processes_it_is_the_same(data: Path, stricter: Path) -> None:
    assert bolian("rubrics", "add", stricter, "--data", data).status == 0
    quick = json.loads(bolian("score", "--all", "--rubric", "live-sales-default", "--json", "--data", data).out)
    ran = bolian("score", "--all", "--measure", "--jobs", "2", "--json", "--data", data)
    assert ran.status == 0, ran.err
    anew = {line["session"]: line["after"] for line in json.loads(ran.out)}
    assert anew == {line["session"]: line["after"] for line in quick}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("score",), "Say which sessions"),
        (("score", "--all", "--rubric", "nobody"), "There is no rubric nobody"),
        (("score", "--all", "--rubric", "live-sales-default@"), "names no rubric"),
        (("score", "--all", "--rubric", "live-sales-default@77"), "There is no rubric live-sales-default@77"),
        (("score", "--scenario", "S99"), "No session is like that"),
        (("score", "--since", "gestern"), "is not a day"),
        (("score", "nobody"), "There is no session nobody"),
        (("rubrics", "retire", "live-sales-default"), "Name the version too"),
        (("rubrics", "add", "nowhere.json"), "is not there"),
    ],
)
def test_a_mistake_is_one_sentence(data: Path, arguments: tuple[str, ...], sentence: str) -> None:
    ran = bolian(*arguments, "--data", data)
    assert ran.status == 2
    assert sentence in ran.err and "Traceback" not in ran.err


def test_every_mistake_of_a_file_is_named_and_nothing_is_published(data: Path, stricter: Path) -> None:
    tree = json.loads(stricter.read_text("utf-8"))
    tree["criteria"][0]["weight"] = 9
    tree["criteria"][1]["bands"] = tree["criteria"][1]["bands"][1:]
    stricter.write_text(json.dumps(tree), encoding="utf-8")
    ran = bolian("rubrics", "add", stricter, "--data", data)
    assert ran.status == 2
    assert "dimensions[0].weight: do not add up" in ran.err
    assert "criteria[1].bands: leave a gap or overlap" in ran.err
    assert len(json.loads(bolian("rubrics", "--json", "--data", data).out)) == 1


def test_a_retired_version_no_longer_marks(data: Path, stricter: Path) -> None:
    assert bolian("rubrics", "add", stricter, "--data", data).status == 0
    assert bolian("rubrics", "retire", "live-sales-default@2", "--data", data).status == 0
    lines = json.loads(bolian("score", "--all", "--json", "--data", data).out)
    assert {line["after"]["version"] for line in lines} == {"0.1.0"}
    assert bolian("rubrics", "retire", "live-sales-default@2", "--undo", "--data", data).status == 0
    lines = json.loads(bolian("score", "--since", "2020-01-01", "--json", "--data", data).out)
    assert {line["after"]["version"] for line in lines} == {"2"}
