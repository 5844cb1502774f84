"""The commands about the audience: one object, refusals by name, a session gone through again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.journeys.pitch import ORANGES, as_json, words
from tests.journeys.test_command_line import bolian

COUNTERS = {
    "entered", "left", "comments", "asked", "answered", "gave_up", "likes", "follows", "clicks", "carts", "orders",
    "paid", "cancels", "gmv", "net_gmv",
}  # fmt: skip


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def session(data: Path) -> str:
    file = data / "words.json"
    file.write_text(json.dumps(as_json(words(ORANGES)), ensure_ascii=False), encoding="utf-8")
    ran = bolian(
        *("rehearse", "--scenario", "S01", "--language", "zh", "--transcript", file, "--pace", "fast"),
        *("--seed", "7", "--trainee", "小雨", "--data", data, "--json"),
    )
    assert ran.status == 0, ran.err
    return str(json.loads(ran.out)["session"])


def test_the_reference_room_is_counted(data: Path) -> None:
    ran = bolian("audience", "--reference", "--policy", "novice", "--rollouts", "3", "--json", "--data", data)
    assert ran.status == 0, ran.err
    found = json.loads(ran.out)
    assert found.keys() == {"rollouts", "means", "sd", "quantiles", "wall_s", "cpu_s"}
    assert found["rollouts"] == 3
    assert found["means"].keys() >= COUNTERS and found["sd"].keys() >= COUNTERS
    assert found["quantiles"].keys() == {"gmv", "net_gmv", "orders"}
    assert 14_500 < found["means"]["entered"] < 15_500
    assert 120 < found["means"]["orders"] < 200


def test_the_same_call_gives_the_same_figures_on_one_thread_and_on_two(data: Path) -> None:
    asked = (
        "audience",
        "--scenario",
        "S01",
        "--policy",
        "expert",
        "--rollouts",
        "6",
        "--tick",
        "1",
        "--json",
        "--data",
        data,
    )
    one, two = (json.loads(bolian(*asked, "--threads", number).out) for number in ("1", "2"))
    assert one["means"] == two["means"] and one["quantiles"] == two["quantiles"]


def test_viewers_ask_for_a_room_of_about_that_size(data: Path) -> None:
    asked = ("audience", "--reference", "--minutes", "10", "--rollouts", "2", "--tick", "1", "--json", "--data", data)
    online = json.loads(bolian(*asked, "--viewers", "300").out)["means"]["online"]
    assert 200 < online < 450


def test_a_picture_is_drawn_where_there_is_no_screen(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "novice.png"
    asked = (
        "audience",
        "--reference",
        "--minutes",
        "2",
        "--rollouts",
        "4",
        "--tick",
        "1",
        "--plot",
        out,
        "--data",
        data,
    )
    assert bolian(*asked).status == 0
    picture = QImage(str(out))
    assert (picture.width(), picture.height()) == (1280, 720)
    colours = {picture.pixelColor(x, y).name() for x in range(0, 1280, 3) for y in range(0, 720, 3)}
    assert len(colours) > 20


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("--reference", "--viewers", "20000000"), "--viewers"),
        (("--reference", "--viewers", "-1"), "--viewers"),
        (("--reference", "--viewers", "nan"), "--viewers"),
        (("--reference", "--minutes", "601"), "--minutes"),
        (("--reference", "--minutes", "0"), "--minutes"),
        (("--reference", "--rollouts", "0"), "--rollouts"),
        (("--reference", "--seed", "-3"), "--seed"),
        (("--reference", "--tick", "inf"), "--tick"),
        (("--reference", "--policy", "bob"), "bob"),
        (("--reference", "--policy", "log:nobody"), "nobody"),
        (("--scenario", "S99"), "S99"),
        (("--reference", "--scenario", "S01"), "--scenario"),
        ((), "--reference"),
        (("--reference", "--plot", "x.gif"), "x.gif"),
    ],
)
def test_what_cannot_be_is_refused_by_name(data: Path, arguments: tuple[str, ...], named: str) -> None:
    ran = bolian("audience", *arguments, "--data", data)
    assert ran.status == 2
    assert named in ran.err and "Traceback" not in ran.err
    assert len(ran.err.strip().splitlines()) == 1


def test_a_session_is_a_host_too(data: Path, session: str) -> None:
    asked = ("audience", "--scenario", "S01", "--policy", f"log:{session}", "--rollouts", "2", "--minutes", "2")
    ran = bolian(*asked, "--json", "--data", data)
    assert ran.status == 0, ran.err
    assert json.loads(ran.out)["means"]["entered"] > 10


def test_a_replay_is_the_session_to_the_bit(data: Path, session: str) -> None:
    found = json.loads(bolian("replay", session, "--json", "--data", data).out)
    assert (found["verdict"], found["minutes"], found["differs"]) == ("same", 2, None)
    assert "same to the bit" in bolian("replay", session, "--data", data).out


def test_what_another_act_would_have_done(data: Path, session: str) -> None:
    asked = ("whatif", session, "--pairs", "6", "--horizon", "60", "--json", "--data", data)
    found = json.loads(bolian(*asked, "--at", "45", "--add", "answer:shipping").out)
    assert found.keys() >= {"session", "at", "until", "change", "effects", "same_luck", "expected", "assumptions"}
    assert found["change"]["add"] == [{"at": 45.0, "act": "answer", "about": "shipping"}]
    assert found["effects"].keys() >= COUNTERS
    assert found["effects"]["entered"]["mean"] == 0 and not found["effects"]["entered"]["detectable"]
    assert found["effects"]["orders"]["pairs"] == 6
    dropped = json.loads(bolian(*asked, "--at", "36.4", "--drop").out)["change"]["drop"]
    assert sorted(act["act"] for act in dropped) == ["point", "point", "price"]
    (dropped,) = json.loads(bolian(*asked, "--at", "36.4", "--drop", "price").out)["change"]["drop"]
    assert dropped["act"] == "price"


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("--at", "45"), "--drop"),
        (("--at", "9999", "--add", "price"), "9999"),
        (("--at", "-1", "--add", "price"), "-1"),
        (("--at", "45", "--add", "dance"), "dance"),
        (("--at", "45", "--add", "answer:weather"), "answer:weather"),
        (("--at", "45", "--drop", "lottery"), "--drop"),
        (("--at", "45", "--add", "price", "--pairs", "1"), "--pairs"),
    ],
)
def test_a_change_that_cannot_be_is_refused_by_name(
    data: Path, session: str, arguments: tuple[str, ...], named: str
) -> None:
    ran = bolian("whatif", session, *arguments, "--data", data)
    assert ran.status == 2
    assert named in ran.err and "Traceback" not in ran.err
