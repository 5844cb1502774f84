"""``bolian agreement`` as a user runs it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.domain.judgement import Basis, Override
from simulator.live.studio import Studio
from tests.deviceless import studio_in
from tests.journeys.commands import bolian
from tests.ui.scripted import header


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("agreement") / "data"
    studio = studio_in(folder)
    fill(studio)
    studio.store.close()
    yield folder


def fill(studio: Studio) -> None:
    """Twenty-five sessions of five trainees, each with two engines' levels of A1."""
    scenario = studio.library.scenario("S01")
    rubric = studio.library.default_rubric()
    for number in range(25):
        made = replace(
            header(scenario, number), id=f"s{number:02d}", trainee=studio.store.trainee(f"学员{number % 5}").id
        )
        studio.store.begin(made, scenario)
        for engine, level in (("0.4.0 vosk", 3), ("0.5.0 whisper", 1 + number % 5)):
            word = Override(
                criterion="A1",
                level=1 + (number + 1) // 2 % 5,
                machine_level=level,
                reason="r",
                instructor="王老师",
                at_utc="2026-11-23T10:00:00+00:00",
                basis=Basis(rubric=rubric.id, version=rubric.version, engine=engine, value=None),
            )
            studio.store.judge(made.id, word)


def test_the_newest_population_is_shown_and_others_are_asked_for(data: Path) -> None:
    ran = bolian("agreement", "--data", data, "--json")
    assert ran.status == 0, ran.err
    whole = json.loads(ran.out)
    assert (whole["engine"], whole["criteria"][0]["pairs"]) == ("0.5.0 whisper", 25)
    assert whole["criteria"][0]["kappa"] is not None
    old = json.loads(bolian("agreement", "--data", data, "--engine", "0.4.0 vosk", "--json").out)
    assert (old["criteria"][0]["kappa"], old["criteria"][0]["why_none"]) == (None, "no_spread")
    both = json.loads(bolian("agreement", "--data", data, "--engine", "all", "--json").out)
    assert both["criteria"][0]["pairs"] == 50


def test_the_same_words_give_the_same_bytes(data: Path) -> None:
    assert bolian("agreement", "--data", data, "--json").out == bolian("agreement", "--data", data, "--json").out


@pytest.mark.parametrize(("screen", "few"), [("zh", "数据不足（0/20）"), ("en", "not enough (0 of 20)")])
def test_a_table_for_people_in_both_languages(data: Path, screen: str, few: str) -> None:
    ran = bolian("agreement", "--data", data, screen=screen)
    assert ran.status == 0 and few in ran.out and "0.5.0 whisper" in ran.out


def test_a_study_is_written(data: Path, tmp_path: Path) -> None:
    ran = bolian("agreement", "--data", data, "--out", tmp_path / "study")
    assert ran.status == 0, ran.err
    names = {each.name for each in (tmp_path / "study").iterdir()}
    assert names == {"pairs.csv", "assessors.csv", "summary.json", "README.md"}
    assert "王老师" not in (tmp_path / "study" / "pairs.csv").read_text("utf-8")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--rubric", "x"), "x"),
        (("--rubric", "live-sales-default@9"), "version 9"),
        (("--engine", "x"), "0.4.0 vosk"),
        (("--since", "yesterday"), "yesterday"),
        (("--scenario", "S99"), "S99"),
    ],
)
def test_what_is_not_there_is_said_in_a_sentence(data: Path, asked: tuple[str, ...], said: str) -> None:
    ran = bolian("agreement", "--data", data, *asked)
    assert ran.status == 2 and said in ran.err and "Traceback" not in ran.err
    assert len(ran.err.strip().splitlines()) == 1


def test_a_folder_that_cannot_be_written_is_named(data: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file")
    ran = bolian("agreement", "--data", data, "--out", blocked)
    assert ran.status == 4 and str(blocked) in ran.err
