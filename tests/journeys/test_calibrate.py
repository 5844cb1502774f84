"""A real room's log to a scenario in front of it, as a user runs it; mistakes by line and column."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.audience.hosts import novice
from simulator.audience.reference import reference_scenario
from simulator.domain.room_log import Figure
from tests.audience.logged import at_levels, logged
from tests.journeys.commands import bolian

DOUYIN = {
    Figure.ONLINE: "实时在线人数", Figure.ENTERED: "进入直播间人数（人）", Figure.COMMENTS: "评论次数",
    Figure.CLICKS: "商品点击次数", Figure.PAID: "成交订单数",
}  # fmt: skip


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten minutes of the novice's room, as a platform's table would have it."""
    scenario = at_levels(reference_scenario(), {"click": 0.3})
    log = logged(scenario, novice(scenario, scenario.length), seed=5)
    lines = ["直播大屏导出", ",".join(("时间", *DOUYIN.values(), "人均停留"))]
    for step in range(log.steps):
        lines.append(",".join((f"20:{step:02d}", *(f"{log.figures[each][step]:.0f}" for each in DOUYIN), "1")))
    lines.append(",".join(("合计", *("" for _ in DOUYIN), "")))
    path = tmp_path_factory.mktemp("log") / "room.csv"
    path.write_text("\n".join(lines), "gb18030")
    return path


def test_a_room_is_fitted_and_can_be_rehearsed_in_front_of(room: Path, tmp_path: Path) -> None:
    out = tmp_path / "我的直播间.json"
    ran = bolian(
        *("calibrate", "--log", room, "--scenario", "S01", "--rollouts", "8", "--out", out, "--json"),
        *("--data", tmp_path),
    )
    assert ran.status == 0, ran.err
    found = json.loads(ran.out)
    session = found["sessions"][0]
    assert session["source"] == "douyin" and session["ignored"] == ["人均停留"]
    assert found["parameters"]["ask"]["value"] is None
    arrival = found["parameters"]["arrival"]
    low, high = arrival["entries_per_min_95"]
    assert low < arrival["entries_per_min"] < high
    assert 1400 < arrival["entries_per_min"] < 1600
    assert {"columns_missing", "host_assumed", "paid_for_orders"} <= {each["code"] for each in found["assumptions"]}
    assert bolian("content", "check", out).status == 0
    crowd = json.loads(out.read_text("utf-8"))["crowd"]
    assert crowd["preset"] == "fitted_room"
    assert crowd["entries_per_min"] == pytest.approx(arrival["entries_per_min"], rel=1e-3)


def test_a_table_says_in_words_what_was_fitted_and_assumed(room: Path, tmp_path: Path) -> None:
    ran = bolian("calibrate", "--log", room, "--rollouts", "8", "--data", tmp_path, screen="zh")
    assert ran.status == 0, ran.err
    assert "保持默认的是：提问" in ran.out
    assert "没有指定场景" in ran.out


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("minute,online\n1,5\n2,-3\n3,4\n", "line 3, online"),
        ("minute,online\n1,5\n2,many\n3,4\n", "line 3, online"),
        ("minute,online\n1,5\n3,4\n2,4\n", "line 4"),
        ("a,b\n1,2\n", "headings"),
        ("", "empty"),
        ("PK\x03\x04xl", "CSV"),
    ],
)
def test_a_table_with_mistakes_is_refused_by_line_and_column(text: str, named: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(text, "utf-8")
    ran = bolian("calibrate", "--log", path, "--data", tmp_path)
    assert (ran.status, ran.out) == (2, "")
    assert named in ran.err and "bad.csv" in ran.err and "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("arguments", "status", "named"),
    [
        (("--minutes", "9-3"), 2, "9-3"),
        (("--minutes", "all"), 2, "all"),
        (("--scenario", "S99"), 2, "S99"),
        (("--out", "nowhere/at/all.json"), 4, "all.json"),
        (("--rollouts", "2"), 2, "--rollouts"),
    ],
)
def test_what_cannot_be_is_said_before_the_work(
    arguments: tuple[str, ...], status: int, named: str, room: Path, tmp_path: Path
) -> None:
    ran = bolian("calibrate", "--log", room, *arguments, "--data", tmp_path)
    assert (ran.status, ran.out) == (status, "")
    assert named in ran.err and "Traceback" not in ran.err


def test_a_log_that_is_not_there_is_named(tmp_path: Path) -> None:
    ran = bolian("calibrate", "--log", tmp_path / "none.csv", "--data", tmp_path)
    assert (ran.status, ran.out) == (2, "")
    assert "none.csv" in ran.err
