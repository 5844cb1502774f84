"""``bolian privacy``: listed before it goes, erased with proof, written out without names, and told who took what."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.domain.judgement import Note, Override
from simulator.live.keeping import DAYS
from tests.deviceless import studio_in
from tests.journeys.commands import bolian
from tests.ui.scripted import comment

NAME = "欧阳橄榄"
AT = "2026-11-23T10:00:00+00:00"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two people's sessions, judged and signed; the first one's is long ago."""
    from simulator.devices.clock import HandClock
    from simulator.devices.replayed_recogniser import ReplayedRecogniser
    from simulator.domain.language import Language
    from simulator.domain.session import Ending
    from simulator.live.booking import Booking
    from simulator.live.rehearsal import rehearse_fast
    from tests.journeys.pitch import ORANGES, words

    folder = tmp_path_factory.mktemp("privacy") / "data"
    studio = studio_in(folder)
    for number, name in enumerate((NAME, "阿布都拉")):
        booking = Booking(scenario="S01", trainee=name, camera=None, microphone=None, seed=7, record=False)
        said = ReplayedRecogniser(words((*ORANGES, (130.0, f"我是{name}。"))), Language.ZH)
        session = rehearse_fast(studio, booking, HandClock(), replayed=said)[0]
        store, id = studio.store, session.header.id
        store.append(id, [comment(900, 20.0, f"{name}你好")])
        store.save_transcript(id, session.transcript)
        store.save_scorecard(studio.marking.again(id).scorecard)
        store.end(id, Ending.SCORED)
        store.judge(
            id,
            Override(criterion="A1", level=4, machine_level=3, reason=f"{name}很稳", instructor="赵老师", at_utc=AT),
        )
        store.judge(id, Note(at=3.0, text="赵老师说：听这里", instructor="赵老师", at_utc=AT))
        store.sign(id, "赵老师")
        store.recording_path(id).write_bytes(b"film")
        if number == 0:
            old = replace(session.header, began_utc="2020-01-01T08:00:00+00:00")
            with store._writing() as db:
                from simulator.storage.event_codec import encoded

                db.execute("UPDATE sessions SET header = ?, began_utc = ?", [encoded(old), old.began_utc])
    studio.store.close()
    return folder


@pytest.fixture
def data(kept: Path, tmp_path: Path) -> Path:
    import shutil

    shutil.copytree(kept, tmp_path / "data")
    return tmp_path / "data"


def sessions(data: Path) -> dict[str, str]:
    """Trainee and session."""
    return {each["trainee"]: each["session"] for each in json.loads(bolian("sessions", "--json", "--data", data).out)}


def test_what_is_due_is_listed_first_and_goes_after_a_yes(data: Path) -> None:
    listed = bolian("privacy", "sweep", "--data", data)
    assert listed.status == 0 and NAME in listed.out and "everything" in listed.out and "--yes" in listed.out
    assert set(sessions(data)) == {NAME, "阿布都拉"}
    assert bolian("privacy", "hold", sessions(data)[NAME], "--reason", "appeal", "--data", data).status == 0
    held = bolian("privacy", "sweep", "--yes", "--data", data)
    assert "held while an appeal is open" in held.out and set(sessions(data)) == {NAME, "阿布都拉"}
    refused = bolian("sessions", "--erase", sessions(data)[NAME], "--data", data)
    assert refused.status == 4 and "release it first" in refused.err
    assert bolian("privacy", "release", sessions(data)[NAME], "--data", data).status == 0
    swept = bolian("privacy", "sweep", "--yes", "--json", "--data", data)
    assert [(each["trainee"], each["goes"], each["held"]) for each in json.loads(swept.out)] == [
        (NAME, "session", False)
    ]
    assert set(sessions(data)) == {"阿布都拉"}
    assert "No session is due." in bolian("privacy", "sweep", "--data", data).out


def test_a_person_is_erased_and_it_is_proved(data: Path) -> None:
    told = bolian("privacy", "erase", NAME, "--data", data)
    assert told.status == 0 and "sessions: 1" in told.out and NAME in sessions(data)
    gone = bolian("privacy", "erase", NAME, "--yes", "--by", "admin", "--data", data)
    assert gone.status == 0, gone.err
    assert "The name is nowhere in the data folder." in gone.out
    receipt = json.loads(next((data / "receipts").iterdir()).read_text("utf-8"))
    assert receipt["clean"] and receipt["found_before"] > receipt["found_after"] == 0 and receipt["by"] == "admin"
    assert not any(NAME.encode() in file.read_bytes() for file in data.rglob("*") if file.is_file())
    nobody = bolian("privacy", "erase", NAME, "--data", data)
    assert nobody.status == 2 and "no trainee called" in nobody.err


def test_research_data_hold_no_name_and_no_day(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "study"
    done = bolian("privacy", "research", "--out", out, "--data", data)
    assert done.status == 0, done.err
    texts = {file.name: file.read_text("utf-8-sig") for file in out.iterdir()}
    assert set(texts) == {"sessions.csv", "levels.csv", "phrases.jsonl", "comments.jsonl", "notes.jsonl", "README.md"}
    ids = sessions(data)
    for name, text in texts.items():
        for secret in (NAME, "欧阳", "橄榄", "阿布都拉", "赵老师", *ids.values()):
            assert secret not in text, (name, secret)
        assert name == "README.md" or "2026-" not in text
    rows = list(csv.DictReader(texts["sessions.csv"].splitlines()))
    assert len(rows) == 2 and len({row["trainee"] for row in rows}) == 2
    code = rows[0]["trainee"]
    levels = list(csv.DictReader(texts["levels.csv"].splitlines()))
    assert any(row["instructor"].startswith("I-") and row["level"] == "4" and "很稳" in row["reason"] for row in levels)
    assert any(code in text for text in (texts["comments.jsonl"], texts["phrases.jsonl"]))
    assert any(json.loads(line)["text"].endswith("听这里") for line in texts["notes.jsonl"].splitlines())
    again = tmp_path / "again"
    assert bolian("privacy", "research", "--out", again, "--recordings", "--data", data).status == 0
    assert (again / "sessions.csv").read_text() == (out / "sessions.csv").read_text(), "codes hold in one folder"
    assert len(list(again.glob("S-*.mkv"))) == 2
    full = bolian("privacy", "research", "--out", out, "--data", data)
    assert full.status == 4 and "already" in full.err


def test_who_took_what_is_told(data: Path, tmp_path: Path) -> None:
    id = sessions(data)[NAME]
    assert bolian("export", id, "--format", "csv", "--out", tmp_path / "a.csv", "--data", data).status == 0
    assert bolian("report", id, "--out", tmp_path / "a.html", "--data", data).status == 0
    told = json.loads(bolian("privacy", "log", "--session", id, "--json", "--data", data).out)
    assert [(each["act"], each["detail"], each["trainee"]) for each in told] == [
        ("exported", "html", NAME),
        ("exported", "csv", NAME),
    ]
    line = bolian("privacy", "log", "--data", data).out.splitlines()[0]
    assert id in line and "exported html" in line


def test_rules_of_the_centre_hold_on_the_command_line(data: Path) -> None:
    studio = studio_in(data)
    studio.store.keep_setting(DAYS, 0)
    studio.store.close()
    assert "No session is due." in bolian("privacy", "sweep", "--data", data).out
    zh = bolian("privacy", "sweep", "--data", data, screen="zh")
    assert "没有到期的场次" in zh.out
