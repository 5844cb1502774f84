"""Logs of real rooms: our own columns and those of exports, and every cell that means nothing named."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.domain.room_log import Act, Figure
from simulator.ports import ContentError
from simulator.storage.room_log import read_room_log
from simulator.storage.room_log_cells import CellError, number, times

MADE_UP = Path(__file__).resolve().parents[1] / "room_logs" / "made_up_room.csv"
ROWS = "0,10,5,4,1\n1,11,6,5,2\n2,12,7,6,3\n3,13,8,7,1\n"
OWN = "minute,online,entered,left,comments\n" + ROWS


def log(folder: Path, text: str | bytes) -> Path:
    path = folder / "room.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_the_example_is_read_whole() -> None:
    found = read_room_log(MADE_UP)
    assert (found.step, found.steps, found.source, found.ignored) == (60.0, 24, "bolian", ())
    assert set(Figure) == set(found.figures)
    assert found.total(Figure.ENTERED) == 2134
    assert Act.SPEAKING_S in found.acts


@pytest.mark.parametrize("encode", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_and_delimiters_do_not_matter(tmp_path: Path, encode: str, delimiter: str) -> None:
    found = read_room_log(log(tmp_path, OWN.replace(",", delimiter).encode(encode)))
    assert found.figures[Figure.ONLINE] == (10, 11, 12, 13)
    assert found.figures[Figure.COMMENTS] == (1, 2, 3, 1)


@pytest.mark.parametrize(
    ("source", "headings"),
    [
        ("douyin", "时间,实时在线人数,进入直播间人数,离开直播间人数,评论次数"),
        ("kuaishou", "时间点,在线观众数,进房人数,退房人数,评论量"),
        ("tiktok_shop", "timestamp,Concurrent viewers,New views,left,New comments"),
    ],
)
def test_headings_of_exports_are_known(tmp_path: Path, source: str, headings: str) -> None:
    found = read_room_log(log(tmp_path, f"{headings}\n{ROWS}"))
    assert found.source == source
    assert found.figures[Figure.ENTERED] == (5, 6, 7, 8)
    assert found.figures[Figure.COMMENTS] == (1, 2, 3, 1)


def test_gbk_is_read_where_its_headings_mean_something(tmp_path: Path) -> None:
    text = '时间,在线人数,成交金额（元）\n20:00,10,1.2万\n20:01,11,"1,234.5"\n20:02,12,0\n'.encode("gbk")
    found = read_room_log(log(tmp_path, text))
    assert found.step == 60
    assert found.figures[Figure.GMV] == (12_000, 1_234.5, 0)


def test_running_totals_become_counts_of_each_step(tmp_path: Path) -> None:
    text = "minute,online,累计观看人数\n0,3,5\n1,3,9\n2,4,9\n3,4,15\n"
    assert read_room_log(log(tmp_path, text)).figures[Figure.ENTERED][1:] == (4, 0, 6)


def test_blank_cells_stay_blank(tmp_path: Path) -> None:
    found = read_room_log(log(tmp_path, OWN.replace("1,11,6,5,2", "1,11,,5,--")))
    assert found.figures[Figure.ENTERED] == (5, None, 7, 8)
    assert found.figures[Figure.COMMENTS] == (1, None, 3, 1)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("12", 12),
        ("1,234", 1234),
        ("1.2万", 12_000),
        ("3.4w", 34_000),
        ("2k", 2000),
        ("¥19.9", 19.9),
        ("", None),
        ("-", None),
    ],
)
def test_numbers_as_exports_write_them(cell: str, value: float | None) -> None:
    assert number(cell) == value


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("NaN", "not_a_number"),
        ("inf", "not_a_number"),
        ("-3", "negative"),
        ("a lot", "number_form"),
        ("9" * 20, "too_large"),
    ],
)
def test_numbers_that_are_none(cell: str, code: str) -> None:
    with pytest.raises(CellError, match=f"^{code}$"):
        number(cell)


@pytest.mark.parametrize(
    ("cells", "seconds"),
    [
        (["0", "1", "2"], [0, 60, 120]),
        (["00:00", "01:00", "02:00"], [0, 60, 120]),
        (["20:01", "20:02", "20:03"], [72_060, 72_120, 72_180]),
        (["23:59", "00:00", "00:01"], [86_340, 86_400, 86_460]),
        (["第1分钟", "第2分钟"], [60, 120]),
    ],
)
def test_times_as_exports_write_them(cells: list[str], seconds: list[float]) -> None:
    assert times(cells) == seconds


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (OWN.replace("1,11,6,5,2", "1,eleven,6,5,2"), "line 3"),
        (OWN.replace("1,11,6,5,2", "1,11,-6,5,2"), "line 3"),
        (OWN.replace("1,11,6,5,2", "1,nan,6,5,2"), "line 3"),
        (OWN.replace("1,11,6,5,2", "soon,11,6,5,2"), "line 3"),
        ("minute,online,累计观看人数\n0,3,9\n1,3,5\n2,3,6\n3,3,7\n", "line 3"),
        ("minute,online,clicks,orders\n0,9,1,5\n1,9,1,5\n2,9,1,5\n3,9,1,5\n", "orders"),
    ],
    ids=["word", "negative", "nan", "time", "falling total", "orders without clicks"],
)
def test_each_mistake_is_named_by_its_line(tmp_path: Path, text: str, place: str) -> None:
    with pytest.raises(ContentError) as caught:
        read_room_log(log(tmp_path, text))
    assert caught.value.code == "content_wrong"
    assert any(place in mistake for mistake in caught.value.mistakes), caught.value.mistakes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"", "content_empty"),
        (b"PK\x03\x04 sheet", "room_log_workbook"),
        (b"a,b\n1,2\n3,4\n5,6\n", "room_log_headings"),
        (b"x" * (11 * 1024 * 1024), "content_too_big"),
    ],
    ids=["empty", "workbook", "strange headings", "too big"],
)
def test_a_file_that_is_no_log_is_refused(tmp_path: Path, text: bytes, code: str) -> None:
    with pytest.raises(ContentError) as caught:
        read_room_log(log(tmp_path, text))
    assert caught.value.code == code


def test_a_file_that_is_not_there_or_a_folder_is_refused(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "gone.csv", "content_missing"), (tmp_path, "content_is_folder")):
        with pytest.raises(ContentError) as caught:
            read_room_log(path)
        assert caught.value.code == code
