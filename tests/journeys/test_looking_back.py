"""Audiences, what-ifs and replays on the command line: the engine's figures, and one sentence for a mistake."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from simulator.audience.hosts import BASELINES
from simulator.audience.parameters import MODEL
from simulator.audience.reference import NO_TAXONOMY, reference_scenario
from simulator.audience.rollouts import COUNTERS, Stage, rollouts
from tests.journeys.commands import BOLIAN, WITHOUT_COMPILER, Ran, bolian
from tests.journeys.pitch import ORANGES, as_json, words

SEED = '"seed":7'
PNG = b"\x89PNG"


def asked(*arguments: str | Path, program: str = BOLIAN) -> dict[str, Any]:
    ran = bolian(*arguments, "--json", program=program)
    assert ran.status == 0, ran.err
    whole = json.loads(ran.out)
    assert isinstance(whole, dict)
    return whole


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def rehearsed(data: Path) -> dict[str, Any]:
    spoken = data / "words.json"
    spoken.write_text(json.dumps(as_json(words(ORANGES)), ensure_ascii=False), encoding="utf-8")
    return asked(
        *("rehearse", "--scenario", "S01", "--transcript", spoken, "--pace", "fast", "--seed", "7", "--data", data)
    )


@pytest.fixture(scope="module")
def session(rehearsed: dict[str, Any]) -> str:
    return str(rehearsed["session"])


def test_the_figures_are_those_of_the_rollouts() -> None:
    found = asked("audience", "--reference", "--policy", "expert", "--minutes", "2", "--rollouts", "3", "--seed", "5")
    assert found["rollouts"] == 3
    assert found["means"].keys() == found["sd"].keys() == set(COUNTERS)
    scenario = reference_scenario(length=120)
    played = rollouts(Stage(scenario, NO_TAXONOMY, 5), BASELINES["expert"](scenario, 120), range(3), until=120)
    assert found["means"] == pytest.approx(played.means(), abs=1e-4)
    assert found["quantiles"]["orders"]["0.5"] == sorted(played.last("orders"))[1]


def test_threads_and_the_picture_change_no_figure(tmp_path: Path) -> None:
    # 301 ticks, and 5 to each step of the picture: the last step is a short one
    which = ("audience", "--reference", "--minutes", "1.505", "--tick", "0.3", "--rollouts", "5")
    plain = asked(*which)
    drawn = asked(*which, "--threads", "2", "--plot", tmp_path / "room.png")
    for name in ("means", "sd", "quantiles"):
        assert drawn[name] == plain[name]
    assert (tmp_path / "room.png").read_bytes().startswith(PNG)


def test_about_as_many_viewers_as_asked_for_stand_before_a_novice(data: Path) -> None:
    for room in (("--reference",), ("--scenario", "S01", "--data", data)):
        found = asked("audience", *room, "--viewers", "3000", "--rollouts", "4", "--tick", "1")
        assert 0.9 * 3000 < found["means"]["online"] < 1.3 * 3000


def test_the_first_rollout_of_a_log_is_the_session_itself(data: Path, session: str, rehearsed: dict[str, Any]) -> None:
    which = ("audience", "--policy", f"log:{session}", "--rollouts", "1", "--data", data)
    assert bolian(*which).out.startswith(f"S01 · log:{session} · 2.04 min · seed 7 · 1 ")
    found, live = asked(*which), rehearsed["audience"]
    for here, there in (
        ("entered", "entries"),
        ("peak", "peak_viewers"),
        ("clicks", "card_clicks"),
        ("orders", "orders"),
    ):
        assert found["means"][here] == live[there]
    assert found["means"]["entered"] > 0
    assert found["sd"]["orders"] is None


def test_a_table_is_in_the_language_of_the_screen() -> None:
    which = ("audience", "--reference", "--minutes", "0.5", "--rollouts", "2")
    assert "net GMV" in bolian(*which).out
    assert "预计净成交额" in bolian(*which, screen="zh").out


def test_without_the_compiler_the_tick_is_said_and_the_counts_are_the_same() -> None:
    which = ("audience", "--reference", "--minutes", "0.5", "--rollouts", "2")
    ran = bolian(*which, "--json", program=WITHOUT_COMPILER)
    assert "0.5 s" in ran.err
    plain = json.loads(ran.out)
    compiled = asked(*which, "--tick", "0.5")
    assert plain["means"] == compiled["means"]


def test_what_if_tells_effect_interval_and_same_luck(data: Path, session: str) -> None:
    found = asked("whatif", session, "--at", "20", "--add", "lottery:60", "--horizon", "60", "--data", data)
    assert (found["at"], found["until"]) == (20, 80)
    assert [act["act"] for act in found["change"]["add"]] == ["lottery"]
    comments = found["effects"]["comments"]
    assert comments["pairs"] == 20
    assert comments["interval95"][0] <= comments["interval80"][0] <= comments["mean"] <= comments["interval80"][1]
    assert comments["detectable"]
    assert comments["mean"] > 0
    assert found["same_luck"]["entered"] == 0
    assert "open_loop" in found["assumptions"]


def test_what_was_done_can_be_left_out(data: Path, session: str) -> None:
    refused = bolian("whatif", session, "--at", "110", "--drop", "claim", "--data", data)
    at = refused.err.split()[-1].rstrip(".")  # the sentence names the nearest
    log = asked("whatif", session, "--at", at, "--drop", "claim", "--pairs", "4", "--data", data)
    assert [act["act"] for act in log["change"]["drop"]] == ["claim"]
    both = asked(
        *(
            "whatif",
            session,
            "--at",
            at,
            "--drop",
            "--add",
            "price",
            "--pairs",
            "4",
            "--data",
            data,
            "--threads",
            "2",
        )
    )
    assert "claim" in [act["act"] for act in both["change"]["drop"]]
    assert [act["act"] for act in both["change"]["add"]] == ["price"]
    table = bolian("whatif", session, "--at", at, "--drop", "claim", "--pairs", "4", "--data", data)
    assert "claim" in table.out.splitlines()[0]


def test_an_answer_is_an_act_too_and_all_of_a_moment_can_be_dropped(data: Path, session: str) -> None:
    few = ("--pairs", "4", "--horizon", "60", "--data", data)
    found = asked("whatif", session, "--at", "45", "--add", "answer:shipping", *few)
    assert found["change"]["add"] == [{"at": 45.0, "act": "answer", "about": "shipping"}]
    assert found["effects"].keys() >= set(COUNTERS[:15])
    assert found["effects"]["entered"]["mean"] == 0 and not found["effects"]["entered"]["detectable"]
    dropped = asked("whatif", session, "--at", "36.4", "--drop", *few)["change"]["drop"]
    assert sorted(act["act"] for act in dropped) == ["point", "point", "price"]


def test_a_replay_is_the_session_to_the_bit(data: Path, session: str) -> None:
    found = asked("replay", session, "--data", data)
    assert (found["verdict"], found["minutes"], found["differs"]) == ("same", 2, None)
    assert "same to the bit" in bolian("replay", session, "--data", data).out


def altered(data: Path, folder: Path, was: str, becomes: str) -> Path:
    """A copy of the data folder in which the headers of all sessions say something else."""
    folder.mkdir()
    with closing(sqlite3.connect(data / "bolian.db")) as kept, closing(sqlite3.connect(folder / "bolian.db")) as copy:
        kept.backup(copy)
        assert copy.execute("UPDATE sessions SET header = replace(header, ?, ?)", (was, becomes)).rowcount
        copy.commit()
    return folder


def test_a_session_of_another_model_is_named_and_not_replayed(data: Path, session: str, tmp_path: Path) -> None:
    other = altered(data, tmp_path / "other", MODEL, "audience-0")
    assert asked("replay", session, "--data", other)["verdict"] == "other_model"
    assert "audience-0" in bolian("replay", session, "--data", other).out
    for command in (("whatif", session, "--at", "5", "--add", "call"), ("audience", "--policy", f"log:{session}")):
        ran = bolian(*command, "--data", other)
        assert (ran.status, ran.out) == (2, "")
        assert "audience-0" in ran.err


def test_a_session_that_does_not_come_out_again_is_told_by_its_minute(data: Path, session: str, tmp_path: Path) -> None:
    other = altered(data, tmp_path / "other", SEED, SEED + "1")
    ran = bolian("replay", session, "--json", "--data", other)
    assert ran.status == 2
    found = json.loads(ran.out)
    assert (found["verdict"], found["minutes"], found["differs"]) == ("different", 0, 1)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("--reference", "--viewers", "10000001"), "--viewers"),
        (("--reference", "--viewers", "-1"), "--viewers"),
        (("--reference", "--viewers", "nan"), "--viewers"),
        (("--reference", "--minutes", "600.5"), "--minutes"),
        (("--reference", "--minutes", "0"), "--minutes"),
        (("--reference", "--rollouts", "2.5"), "--rollouts"),
        (("--reference", "--rollouts", "0"), "--rollouts"),
        (("--reference", "--seed", "-3"), "--seed"),
        (("--reference", "--tick", "inf"), "--tick"),
        (("--reference", "--threads", "0"), "--threads"),
        (("--reference", "--policy", "bob"), "bob"),
        (("--reference", "--plot", "x.gif"), "x.gif"),
        (("--reference", "--scenario", "S01"), "--scenario"),
        (("--scenario", "S99"), "S99"),
        ((), "--reference"),
        (("--policy", "log:nobody"), "nobody"),
    ],
)
def test_what_no_audience_can_be_is_refused_by_name(arguments: tuple[str, ...], named: str, tmp_path: Path) -> None:
    screen = "zh" if len(arguments) % 4 else "en"
    refused(bolian("audience", *arguments, "--data", tmp_path, screen=screen), named)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("--at", "45"), "--drop"),
        (("--at", "-1", "--drop"), "-1"),
        (("--at", "nan", "--drop"), "--at"),
        (("--at", "9999", "--add", "price"), "9999"),
        (("--at", "30", "--add", "dance"), "dance"),
        (("--at", "30", "--add", "answer:weather"), "answer:weather"),
        (("--at", "122", "--add", "silence:60"), "silence"),
        (("--at", "30", "--drop", "dance"), "dance"),
        (("--at", "30", "--drop", "lottery"), "--drop"),
        (("--at", "30", "--add", "call", "--horizon", "0"), "--horizon"),
        (("--at", "45", "--add", "price", "--pairs", "1"), "--pairs"),
    ],
)
def test_what_cannot_be_otherwise_is_refused_by_name(
    arguments: tuple[str, ...], named: str, session: str, data: Path
) -> None:
    screen = "zh" if len(arguments) % 3 else "en"
    refused(bolian("whatif", session, *arguments, "--data", data, screen=screen), named)


def refused(ran: Ran, named: str) -> None:
    """Refused in one sentence that names what is wrong."""
    assert (ran.status, ran.out) == (2, ""), ran.err
    assert len(ran.err.strip().splitlines()) == 1
    assert ran.err.strip()[-1] in ".。"
    assert named in ran.err


def test_the_host_of_a_log_stays_in_his_scenario(data: Path, session: str) -> None:
    for other in (("--reference",), ("--scenario", "S03")):
        ran = bolian("audience", "--policy", f"log:{session}", *other, "--data", data)
        assert (ran.status, ran.out) == (2, "")
        assert "S01" in ran.err


def test_a_picture_that_cannot_be_written_is_a_matter_of_storage(tmp_path: Path) -> None:
    ran = bolian("audience", "--reference", "--plot", tmp_path / "nowhere" / "room.png")
    assert (ran.status, ran.out) == (4, "")
    assert len(ran.err.strip().splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there are no terminals to open there")
def test_who_watches_sees_how_far_it_is_and_ctrl_c_ends_it_at_once() -> None:
    import pty

    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [
            *(sys.executable, "-c", BOLIAN, "audience", "--reference", "--viewers", "1000000"),
            *("--minutes", "100", "--rollouts", "1000", "--threads", "2"),
        ],
        stdout=subprocess.PIPE,
        stderr=theirs,
    )
    os.close(theirs)
    seen = b""
    while b" / 1,000" not in seen:
        seen += os.read(ours, 1000)
    running.send_signal(signal.SIGINT)
    out, _ = running.communicate(timeout=60)
    os.close(ours)
    assert running.returncode == 130
    assert out == b""
