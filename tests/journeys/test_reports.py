"""Reports, statements and clips on the command line, read back; and one sentence where they cannot be written."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import av
import pytest

from simulator import wiring
from simulator.domain.judgement import Note
from simulator.domain.session import Ending, Mode
from tests.journeys.commands import bolian
from tests.journeys.pitch import ORANGES, as_json, words
from tests.media_files import tone, write_video
from tests.reports.dossiers import ATTACK, FORMULA, Page
from tests.reports.xapi_structure import Statement

TRAINEES = ("小雨", f"{ATTACK}", FORMULA)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def sessions(data: Path) -> list[dict[str, Any]]:
    """A session each of three trainees."""
    spoken = data / "words.json"
    spoken.write_text(json.dumps(as_json(words(ORANGES)), ensure_ascii=False), encoding="utf-8")
    made = []
    for trainee in TRAINEES:
        ran = bolian(
            *("rehearse", "--scenario", "S01", "--transcript", spoken, "--pace", "fast", "--seed", "7"),
            *("--trainee", trainee, "--data", data, "--json"),
        )
        assert ran.status == 0, ran.err
        made.append(json.loads(ran.out))
    return made


@pytest.fixture(scope="module")
def recorded(sessions: list[dict[str, Any]], data: Path) -> dict[str, Any]:
    """The first of them with a recording of two minutes."""
    recording = data / "recordings" / f"{sessions[0]['session']}.mkv"
    recording.parent.mkdir(exist_ok=True)
    write_video(recording, [number / 5 for number in range(600)], sound=tone(120.0, 48_000))
    return sessions[0]


def test_a_trainee_and_an_instructor_get_reports_of_their_own(
    recorded: dict[str, Any], data: Path, tmp_path: Path
) -> None:
    id = recorded["session"]
    for reader, words_of_it in (("trainee", "做得好的"), ("instructor", "公式")):
        page = tmp_path / f"{reader}.html"
        ran = bolian("report", id, "--for", reader, "--out", page, "--data", data, screen="zh")
        assert (ran.status, ran.out) == (0, ""), ran.err
        read = Page(page.read_text("utf-8"))
        assert "小雨" in read.words and words_of_it in read.words
        assert read.fetched and all(each.startswith("data:image/jpeg;base64,") for each in read.fetched)
    bare = tmp_path / "bare.html"
    ran = bolian("report", id, "--out", bare, "--no-pictures", "--transcript", "--data", data, screen="zh")
    assert ran.status == 0 and not Page(bare.read_text("utf-8")).fetched
    assert "逐句字幕" in bare.read_text("utf-8")
    paper = tmp_path / "trainee.pdf"
    assert bolian("report", id, "--for", "trainee", "--out", paper, "--data", data).status == 0
    assert paper.read_bytes().startswith(b"%PDF") and paper.read_bytes().rstrip().endswith(b"%%EOF")


def test_a_class_is_its_sessions_or_a_scenario(sessions: list[dict[str, Any]], data: Path, tmp_path: Path) -> None:
    ids = [each["session"] for each in sessions]
    by_id, by_scenario = tmp_path / "ids.html", tmp_path / "scenario.html"
    assert bolian("report", *ids, "--for", "class", "--out", by_id, "--data", data, screen="en").status == 0
    ran = bolian("report", "--for", "class", "--scenario", "S01", "--out", by_scenario, "--data", data, screen="en")
    assert ran.status == 0, ran.err
    assert by_id.read_text("utf-8") == by_scenario.read_text("utf-8")
    read = Page(by_id.read_text("utf-8"))
    assert "3 sessions of 3 trainees" in read.words and ATTACK in read.words
    assert "script" not in read.tags and not read.handlers


def test_a_class_of_the_queue_is_reported_by_its_name(
    sessions: list[dict[str, Any]], data: Path, tmp_path: Path
) -> None:
    with wiring.studio(data) as studio:
        made = studio.store.make_class("早班")
        members = [studio.store.session(each["session"]).header.trainee for each in sessions[:2]]
        studio.store.put_in_class(made.id, members)
    out = tmp_path / "class.html"
    ran = bolian("report", "--for", "class", "--class", " 早班 ", "--out", out, "--data", data, screen="en")
    assert ran.status == 0, ran.err
    assert "2 sessions of 2 trainees" in Page(out.read_text("utf-8")).words
    ran = bolian("report", "--for", "class", "--class", "晚班", "--out", out, "--data", data, screen="en")
    assert ran.status == 2 and "晚班" in ran.err and "早班" in ran.err


def test_of_an_exam_that_waits_for_the_second_assessor_nobodys_words_are_told(
    sessions: list[dict[str, Any]], data: Path, tmp_path: Path
) -> None:
    id, told = "exam", tmp_path / "told.html"
    report = ("report", id, "--no-pictures", "--out", told, "--data", data)
    with wiring.studio(data) as studio:
        store, taken = studio.store, sessions[0]["session"]
        log = store.log(taken)
        store.begin(replace(log.header, id=id, mode=Mode.EXAM, paper="E0001"), log.scenario)
        store.append(id, log.events)
        store.save_scorecard(replace(studio.marking.again(taken).scorecard, session=id))
        store.end(id, Ending.SCORED)
        store.judge(id, Note(at=3.0, text="只有我知道", instructor="王老师", at_utc="2026-11-23T10:00:00+00:00"))
        store.sign(id, "王老师")
        assert store.assessing(id).waits
    assert bolian(*report, screen="zh").status == 0
    assert "只有我知道" not in told.read_text("utf-8") and "王老师" not in told.read_text("utf-8")
    with wiring.studio(data) as studio:
        studio.store.sign(id, "李老师")
    assert bolian(*report, screen="zh").status == 0
    assert "只有我知道" in told.read_text("utf-8") and "李老师" in told.read_text("utf-8")


def test_a_name_that_is_a_formula_is_none_in_a_spreadsheet(
    sessions: list[dict[str, Any]], data: Path, tmp_path: Path
) -> None:
    out = tmp_path / "scores.csv"
    assert bolian("export", sessions[2]["session"], "--format", "csv", "--out", out, "--data", data).status == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    first = next(csv.DictReader(io.StringIO(out.read_text("utf-8-sig"))))
    assert (first["record"], first["who"]) == ("session", f"'{FORMULA}")


def test_statements_keep_the_centres_address_and_nobodys_name(
    sessions: list[dict[str, Any]], data: Path, tmp_path: Path
) -> None:
    out, id = tmp_path / "statements.json", sessions[0]["session"]
    export = ("export", id, "--format", "xapi", "--out", out, "--data", data)
    assert bolian(*export, "--iri", "https://school.example/live").status == 0
    first = json.loads(out.read_text("utf-8"))
    assert bolian(*export).status == 0
    again = json.loads(out.read_text("utf-8"))
    assert first == again, "address and pseudonym are kept"
    found = [Statement.model_validate(each) for each in first]
    assert all(each.object.id.startswith("https://school.example/live/") for each in found)
    assert "小雨" not in out.read_text("utf-8")
    assert bolian(*export, "--named").status == 0
    assert "小雨" in out.read_text("utf-8")
    ran = bolian(*export, "--iri", "school")
    assert ran.status == 2 and len(ran.err.strip().splitlines()) == 1


def test_a_clip_shows_a_moment_of_evidence_to_the_frame(recorded: dict[str, Any], data: Path, tmp_path: Path) -> None:
    out, id = tmp_path / "clip.mp4", recorded["session"]
    marks = {each["id"]: each["evidence"] for each in recorded["score"]["criteria"]}
    moment = marks["A1"][1]
    clip = ("export", id, "--format", "mp4", "--out", out, "--data", data)
    ran = bolian(*clip, "--evidence", "A1:2", "--around", "1")
    assert ran.status == 0, ran.err
    start, end = max(0.0, moment["start_s"] - 1), moment["end_s"] + 1
    with av.open(str(out)) as container:
        times = [frame.time for frame in container.decode(video=0)]
    expected = [number / 5 - start for number in range(600) if start <= number / 5 < end]
    assert times[0] == 0.0
    assert times[-len(expected) :] == pytest.approx(expected, abs=0.002)
    ran = bolian(*clip, "--evidence", "A1:99")
    assert ran.status == 2 and "A1:1" in ran.err


def test_what_cannot_be_written_is_said_in_a_sentence(
    sessions: list[dict[str, Any]], data: Path, tmp_path: Path
) -> None:
    id = sessions[0]["session"]
    nowhere = tmp_path / "missing" / "x.pdf"
    for arguments, status, words_of_it in (
        (("report", id, "--out", nowhere), 4, "There is no folder"),
        (("export", id, "--format", "csv", "--out", tmp_path / "missing" / "x.csv"), 4, "There is no folder"),
        (("report", *[each["session"] for each in sessions], "--out", tmp_path / "x.pdf"), 2, "--for class"),
        (("report", "--for", "class", "--out", tmp_path / "x.pdf"), 2, "--scenario"),
        (("report", "--for", "class", "--scenario", "S99", "--out", tmp_path / "x.pdf"), 2, "No session"),
    ):
        ran = bolian(*arguments, "--data", data)
        assert ran.status == status and words_of_it in ran.err, ran.err
        assert len(ran.err.strip().splitlines()) == 1
    assert not list(tmp_path.glob("*.part"))
