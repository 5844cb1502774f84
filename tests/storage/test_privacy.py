"""Who looked is only added to; a person is erased down to the bytes of every file, and the proof says what it found."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.domain.consent import CONSENT_VERSION, Consent
from simulator.domain.desk import RolesTaken
from simulator.domain.events import WentLive, WentOffAir
from simulator.domain.judgement import Note
from simulator.domain.privacy import Act, Belongings, ErasureReceipt
from simulator.domain.scenario import Scenario
from simulator.domain.session import Ending, Trainee, Transcript
from simulator.live.erasure import Erasure
from simulator.live.keeping import let_go
from simulator.live.script_text import keep_own_script
from simulator.ports import StoreError
from simulator.storage import scrubbing
from simulator.storage.content import FolderLibrary
from simulator.storage.database import back_up
from simulator.storage.store import SqliteStore
from tests.storage.conftest import header_of
from tests.storage.test_store import card, override, phrase

NAME = "欧阳橄榄"
AT = "2026-11-23T10:00:00+00:00"


@pytest.fixture
def person(store: SqliteStore, scenario: Scenario, library: FolderLibrary, tmp_path: Path) -> Trainee:
    """Somebody with two sessions of everything, who was second host in another's, and is spoken of there."""
    folder = tmp_path / "data"
    trainee, other = store.trainee(NAME), store.trainee("阿布")
    consent = Consent(id="c1", trainee=trainee.id, version=CONSENT_VERSION, agreed=True, days=30, given_utc=AT)
    store.keep_consent(consent)
    keep_own_script(store, trainee.id, "S01", f"我是{NAME}")
    store.keep_setting("ui.trainee", NAME)
    store.keep_setting("ui.second", "阿布")
    for number, header in enumerate(
        (
            header_of("one", trainee.id),
            header_of("two", trainee.id),
            replace(header_of("shared", other.id), second=trainee.id),
            header_of("apart", other.id),
        )
    ):
        store.begin(header, scenario)
        words = f"大家好我是{NAME}" if number < 2 else "今天不说名字"
        log = [WentLive(at=0.0), RolesTaken(at=0.0, second=header.second, desk=None), phrase(words)]
        store.append(header.id, [*log, WentOffAir(at=60.0)])
        store.save_transcript(header.id, Transcript(engine="x", final=True, phrases=(phrase(words),)))
        store.save_scorecard(card(header, library))
        store.end(header.id, Ending.SCORED)
        store.recording_path(header.id).write_bytes(b"film of a face" * 1000)
        if number < 2:
            store.judge(header.id, replace(override(4), reason=f"{NAME}讲得好"))
            note = Note(at=1.0, text=f"问{NAME}", instructor="王老师", at_utc=AT, voice="0123456789ab", voice_s=1.0)
            store.judge(header.id, note)
            store.voice_path(header.id, "0123456789ab").write_bytes(b"OggS")
            store.keep_draft(header.id, "王老师", "note", f"还要问{NAME}")
            store.recording_path(header.id).with_suffix(".srt").write_text(words, encoding="utf-8")
            store.sign(header.id, "王老师")
            store.note_access("v", "王老师", header.id, Act.OPENED)
    (folder / "exports").mkdir()
    (folder / "exports" / f"{NAME}-成绩.csv").write_text("分数", encoding="utf-8")
    (folder / "exports" / "one.json").write_text("{}", encoding="utf-8")
    (folder / "exports" / "阿布.csv").write_text("分数", encoding="utf-8")
    with store._reading() as db:
        back_up(db, folder / "backups" / "bolian-v9-20260101T000000Z.db")
    return trainee


def search(store: SqliteStore, name: str = NAME, *, anew: bool = False) -> scrubbing.Searched:
    return store.search_bytes(name, anew=anew, progress=lambda _: None, cancelled=lambda: False)


def erased(store: SqliteStore, trainee: Trainee) -> tuple[ErasureReceipt, Path]:
    erasure = Erasure(store, trainee, "管理员")
    before = search(store, trainee.name)
    let_go(erasure.pieces(before))
    return erasure.receipt(before, search(store, trainee.name, anew=True))


def test_a_person_is_gone_from_every_byte(store: SqliteStore, person: Trainee, tmp_path: Path) -> None:
    receipt, path = erased(store, person)
    before = receipt.before
    assert (before.sessions, before.events, before.phrases, before.index_entries) == (2, 8, 2, 2)
    assert (before.scorecards, before.words, before.notes, before.drafts) == (2, 6, 2, 2)
    assert (before.consents, before.settings, before.files) == (1, 2, 6)
    assert receipt.after == Belongings() and receipt.clean
    assert receipt.found_before > 20 and receipt.found_after == 0
    assert receipt.backups == 1 and receipt.shared_recordings == 1
    folder = tmp_path / "data"
    for file in folder.rglob("*"):
        for form in scrubbing.forms_of(NAME):
            assert form not in file.name.encode().lower(), file
            assert not file.is_file() or form not in file.read_bytes().lower(), file
    assert {each.header.id for each in store.sessions()} == {"shared", "apart"}
    assert [each.name for each in store.trainees()] == ["阿布"]
    assert store.session("shared").recording is None, "voice and face of the second host"
    assert store.session("apart").recording is not None
    assert sorted(each.name for each in (folder / "exports").iterdir()) == ["阿布.csv"]
    assert store.setting("ui.trainee") is None and store.setting("ui.second") == "阿布"
    assert store.phrases_with("大家好") == () and store.consents() == {}
    told = json.loads(path.read_text("utf-8"))
    assert told["clean"] is True and told["by"] == "管理员" and NAME not in path.read_text("utf-8")
    with store._reading() as db:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        db.execute("INSERT INTO phrase_words (phrase_words) VALUES ('integrity-check')")


def test_what_others_said_is_found_and_told(store: SqliteStore, person: Trainee) -> None:
    store.append("apart", [phrase(f"谢谢{NAME}来帮忙", at=70.0)])
    receipt, _ = erased(store, person)
    assert receipt.after == Belongings()
    assert receipt.found_after > 0 and receipt.left_in == ("apart",) and not receipt.clean


def test_a_session_under_appeal_keeps_its_person_from_being_erased(store: SqliteStore, person: Trainee) -> None:
    store.hold("two", "王老师", "申诉中")
    with pytest.raises(StoreError) as caught:
        Erasure(store, person, "管理员")
    assert caught.value.code == "session_held" and "two" in str(caught.value.facts["id"])
    store.release("two", "王老师")
    assert erased(store, person)[0].clean


def test_an_erasure_that_was_broken_off_is_finished_by_the_next(store: SqliteStore, person: Trainee) -> None:
    pieces = Erasure(store, person, "管理员").pieces(search(store))
    for file in next(pieces):
        file.unlink()
    next(pieces)
    pieces.close()
    assert person in store.trainees()
    assert erased(store, person)[0].clean


def test_a_name_that_files_of_ours_bear_takes_none_of_them(
    store: SqliteStore, scenario: Scenario, tmp_path: Path
) -> None:
    for name in ("bolian", "db", "mkv", "seal", "key"):
        trainee = store.trainee(name)
        store.begin(header_of(f"s-{name}", trainee.id), scenario)
        store.end(f"s-{name}", Ending.OFF_AIR)
        store.seal_key()
        erased(store, trainee)
    assert (tmp_path / "data" / "bolian.db").exists() and (tmp_path / "data" / "seal.key").exists()
    assert store.sessions() == ()


def test_a_long_session_goes_in_pieces(store: SqliteStore, person: Trainee) -> None:
    store.append("one", [WentOffAir(at=float(number)) for number in range(4500)])
    for file in store.files_of("one"):
        file.unlink()
    pieces = 0
    while store.erase_some("one"):
        pieces += 1
        assert "one" in {each.header.id for each in store.sessions()}
    assert pieces == 2 and "one" not in {each.header.id for each in store.sessions()}
    assert not store.erase_some("one")
    assert person in store.trainees()


# ------------------------------------------------------------------------------------ searching


@pytest.mark.parametrize("code", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_name_is_found_wherever_it_stands(tmp_path: Path, code: str) -> None:
    around = b"\0" * (scrubbing.PIECE - 5)
    (tmp_path / "cut.bin").write_bytes(around + NAME.encode(code) + around)
    (tmp_path / "twice.bin").write_bytes(2 * NAME.encode(code))
    (tmp_path / "none.bin").write_bytes(around)
    found = scrubbing.search(tmp_path, NAME)
    assert dict(found.places) == {"cut.bin": 1, "twice.bin": 2}
    assert (found.files, found.found) == (3, 3)


@pytest.mark.parametrize("text", ["xiao MING", "XIAO ming", json.dumps(NAME), " ".join(NAME)])
def test_other_forms_are_found(tmp_path: Path, text: str) -> None:
    (tmp_path / "a").write_text(text)
    name = "Xiao Ming" if text.isascii() and "\\" not in text else NAME
    assert scrubbing.search(tmp_path, name).found >= 1


def test_a_search_can_be_given_up(store: SqliteStore) -> None:
    with pytest.raises(InterruptedError):
        store.search_bytes("x", anew=False, progress=lambda _: None, cancelled=lambda: True)


def test_a_folder_that_cannot_be_searched_proves_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        scrubbing.scrubbed(tmp_path / "not" / "here", "x", anew=True)
    assert caught.value.code == "scrub_failed"


# ------------------------------------------------------------------------------------ who looked


def test_who_looked_is_told_with_the_end_of_the_look(store: SqliteStore, person: Trainee) -> None:
    del person
    store.note_access("v1", "王老师", "one", Act.OPENED)
    store.note_access("v1", "王老师", "one", Act.EXPORTED, "pdf")
    store.note_access("v1", "王老师", "one", Act.CLOSED)
    store.note_access("v2", "", "apart", Act.OPENED)
    latest = store.accesses(most=3)
    assert [(each.act, each.session, each.instructor, each.trainee) for each in latest] == [
        (Act.OPENED, "apart", "", "阿布"),
        (Act.EXPORTED, "one", "王老师", NAME),
        (Act.OPENED, "one", "王老师", NAME),
    ]
    assert latest[0].until_utc is None and latest[2].until_utc is not None and latest[1].detail == "pdf"
    assert {each.session for each in store.accesses("one")} == {"one"}


@pytest.mark.parametrize("statement", ["UPDATE access_log SET instructor = 'x'", "DELETE FROM access_log"])
def test_who_looked_is_only_added_to(store: SqliteStore, person: Trainee, tmp_path: Path, statement: str) -> None:
    del store, person
    with (
        closing(sqlite3.connect(tmp_path / "data" / "bolian.db")) as other,
        pytest.raises(sqlite3.IntegrityError, match="what was looked at"),
    ):
        other.execute(statement)


def test_the_log_outlives_a_person_without_the_name(store: SqliteStore, person: Trainee) -> None:
    erased(store, person)
    looks = [each for each in store.accesses("one") if each.act is Act.OPENED]
    assert len(looks) == 1 and looks[0].trainee is None and looks[0].instructor == "王老师"
    assert store.accesses("one")[0].act is Act.ERASED


def test_a_hold_can_be_lifted_and_both_are_told(store: SqliteStore, person: Trainee) -> None:
    del person
    store.hold("one", "王老师", "申诉")
    assert store.holds()["one"].reason == "申诉"
    store.release("one", "李老师")
    assert store.holds() == {}
    assert [each.act for each in store.accesses("one")][:2] == [Act.RELEASED, Act.HELD]
