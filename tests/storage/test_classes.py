"""Classes of trainees, and the lists they come from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.domain.classes import ListMistake
from simulator.domain.scenario import Scenario
from simulator.domain.session import Mode
from simulator.ports import ContentError
from simulator.storage.content import FolderLibrary
from simulator.storage.store import SqliteStore
from tests.storage.conftest import header_of
from tests.storage.test_store import card


def names(store: SqliteStore, id: str) -> list[str]:
    return [each.trainee.name for each in store.members(id)]


def test_a_trainee_may_be_in_several_classes(store: SqliteStore) -> None:
    morning, evening = store.make_class("早班"), store.make_class("晚班")
    rain, li = store.trainee("小雨"), store.trainee("李雷")
    assert store.put_in_class(morning.id, [rain.id, li.id]) == 2
    assert store.put_in_class(evening.id, [rain.id]) == 1
    assert store.put_in_class(evening.id, [rain.id]) == 0, "who is in it stays as he is"
    assert [each.name for each in store.classes_of(rain.id)] == ["早班", "晚班"]
    assert {each.name: each.size for each in store.classes()} == {"早班": 2, "晚班": 1}
    store.take_from_class(morning.id, rain.id)
    assert names(store, morning.id) == ["李雷"]
    store.drop_class(morning.id)
    assert [each.name for each in store.classes()] == ["晚班"]
    assert {each.name for each in store.trainees()} == {"小雨", "李雷"}


@pytest.mark.parametrize(
    ("name", "code"), [("  ", "class_nameless"), ("长" * 61, "class_name_long"), ("ａ班 ", "class_name_taken")]
)
def test_a_class_needs_a_name_of_its_own(store: SqliteStore, name: str, code: str) -> None:
    made = store.make_class("A班")
    with pytest.raises(ContentError) as caught:
        store.make_class(name)
    assert caught.value.code == code
    store.rename_class(made.id, "a班")  # its own name, typed otherwise
    assert [each.name for each in store.classes()] == ["a班"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_list_from_a_spreadsheet_is_entered(
    store: SqliteStore, tmp_path: Path, encoding: str, delimiter: str
) -> None:
    file = tmp_path / "名单.csv"
    rows = [
        ("姓名", "班级"),
        ("小雨", "早班"),
        ("", ""),
        ("“大”刘, Jr." if delimiter != "," else "大刘", "早班"),
        ("小雨", "晚班"),
    ]
    file.write_bytes("\r\n".join(delimiter.join(each) for each in rows).encode(encoding))
    store.trainee("小雨")
    listed = store.class_list(file)
    assert listed.mistakes == ()
    entered = store.enter_class_list(listed)
    assert (entered.classes, entered.trainees, entered.memberships) == (2, 1, 3)
    again = store.enter_class_list(listed)
    assert (again.classes, again.trainees, again.memberships) == (0, 0, 0)


def test_every_mistake_is_named_with_its_line_and_nothing_is_entered(store: SqliteStore, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(
        "\n".join(
            [
                "Name,Class",
                "Ann,A",
                ",A",
                "Bob,",
                f"{'x' * 61},A",
                "ann,a",
                "Cid,A,left over",
                '"Di\nana",A',
                'Eve,"A',
            ]
        )
    )
    listed = store.class_list(file)
    assert [(each.line, each.code) for each in listed.mistakes] == [
        (3, "name_missing"),
        (4, "class_missing"),
        (5, "too_long"),
        (6, "twice"),
        (7, "too_many_columns"),
        (8, "bad_sign"),
        (10, "bad_quote"),
    ]
    with pytest.raises(ValueError, match="mistakes"):
        store.enter_class_list(listed)
    assert store.classes() == () and store.trainees() == ()


def test_a_list_of_names_alone_goes_into_the_class_that_is_told(store: SqliteStore, tmp_path: Path) -> None:
    file = tmp_path / "names.csv"
    file.write_text("name\nAnn\nBob\n")
    with pytest.raises(ContentError) as caught:
        store.class_list(file)
    assert caught.value.code == "class_list_classless"
    store.enter_class_list(store.class_list(file, "A"))
    assert {each.name: each.size for each in store.classes()} == {"A": 2}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "class_list_empty"),
        (b" \n\n", "class_list_empty"),
        (b"Ann,A\nBob,A\n", "class_list_headless"),
        (b"name,class\n", "class_list_empty"),
        (b"name,class\n\xff\xff\xff", "content_encoding"),
        (b"name,class\n" + b"x" * (1 << 20), "content_too_big"),
    ],
)
def test_a_file_that_is_no_list_is_refused(store: SqliteStore, tmp_path: Path, content: bytes, code: str) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(content)
    with pytest.raises(ContentError) as caught:
        store.class_list(file)
    assert caught.value.code == code
    with pytest.raises(ContentError) as caught:
        store.class_list(tmp_path / "nowhere.csv")
    assert caught.value.code == "content_missing"
    with pytest.raises(ContentError) as caught:
        store.class_list(tmp_path)
    assert caught.value.code == "content_is_folder"


def test_a_list_of_a_hundred_thousand_lines_is_cut_off(store: SqliteStore, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("name,class\n" + "a,b\n" * 100_000)
    listed = store.class_list(file)
    assert listed.mistakes[-1] == ListMistake(5001, "too_many_lines", "5000")


def test_who_sat_a_paper_is_offered_as_its_class(
    store: SqliteStore, library: FolderLibrary, scenario: Scenario
) -> None:
    paper = store.lock_exam_paper(scenario, library.taxonomy(), seed=5, cohort="秋季A班")
    store.lock_exam_paper(scenario, library.taxonomy(), seed=6, cohort="没人考")
    store.lock_exam_paper(scenario, library.taxonomy(), seed=7)
    rain = store.trainee("小雨")
    for number in range(2):
        header = replace(header_of(f"s-{number}", rain.id), mode=Mode.EXAM, paper=paper.number)
        store.begin(header, scenario)
        store.save_scorecard(card(header, library))
    (offered,) = store.cohorts()
    assert (offered.name, offered.paper, offered.trainees) == ("秋季A班", paper.number, (rain,))
