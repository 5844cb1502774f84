"""A session carried from one data folder to another: whole, or refused by name, and nothing ever overwritten."""

from __future__ import annotations

import hashlib
import json
import stat
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from simulator.domain.compliance import Severity
from simulator.domain.events import WentLive, WentOffAir
from simulator.domain.findings import RuleBroken, Support
from simulator.domain.judgement import Confirmation, Note
from simulator.domain.scenario import Scenario
from simulator.domain.session import Ending, SessionHeader, Transcript
from simulator.domain.units import Span
from simulator.ports import ContentError, StoreError
from simulator.storage.content import FolderLibrary
from simulator.storage.session_archive import MANIFEST, RECORDING
from simulator.storage.store import SqliteStore
from tests.storage.conftest import header_of
from tests.storage.test_store import card, override, phrase

AT = "2026-11-23T10:00:00+00:00"
BROKEN = RuleBroken(
    at=5.0,
    said=Span(3.0, 4.0),
    id="r1",
    category="absolute_terms",
    pattern="absolute.1",
    severity=Severity.S4,
    support=Support.NOT_CHECKED,
    quote="全网<b>最</b>甜",
)
SOUND = b"not really a film" * 1000


@pytest.fixture
def kept(store: SqliteStore, header: SessionHeader, scenario: Scenario, library: FolderLibrary) -> SqliteStore:
    """A store with one session, judged and signed, with a recording."""
    store.begin(header, scenario)
    store.append(header.id, [WentLive(at=0.0), BROKEN, WentOffAir(at=60.5)])
    store.save_transcript(header.id, Transcript(engine="vosk", final=False, phrases=(phrase("全网最田"),)))
    final = Transcript(engine="whisper", final=True, phrases=(phrase("全网最甜"), phrase("好", 9.0)), heard=60.0)
    store.save_transcript(header.id, final)
    store.save_scorecard(card(header, library, level=2))
    store.save_scorecard(card(header, library))
    store.end(header.id, Ending.SCORED)
    store.judge(header.id, override(4))
    store.judge(
        header.id,
        Confirmation(finding="r1", stands=True, reason="", instructor="王老师", at_utc=AT, broken=BROKEN),
    )
    store.judge(header.id, Note(at=3.0, text="🍊 听\n这里", instructor="王老师", at_utc=AT))
    store.sign(header.id, "王老师")
    store.recording_path(header.id).write_bytes(SOUND)
    return store


@pytest.fixture
def there(tmp_path: Path, library: FolderLibrary) -> Iterator[SqliteStore]:
    made = SqliteStore(tmp_path / "there", library)
    yield made
    made.close()


@pytest.fixture
def file(kept: SqliteStore, header: SessionHeader, tmp_path: Path) -> Path:
    path = tmp_path / "session.bolian"
    kept.export_session(header.id, path, recording=True)
    return path


def refused(store: SqliteStore, file: Path) -> ContentError:
    """The import fails with a ContentError and leaves nothing behind."""
    before = store.sessions()
    with pytest.raises(ContentError) as caught:
        store.import_session(file)
    assert store.sessions() == before
    assert [path.name for path in store.recording_path("x").parent.iterdir()] == [
        f"{each.header.id}.mkv" for each in before
    ]
    return caught.value


def members(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def written(file: Path, held: dict[str, bytes], *, listed: bool = True) -> Path:
    """The archive anew, its list made to fit where ``listed``: what somebody with a text editor could do."""
    if listed:
        manifest = json.loads(held[MANIFEST])
        manifest["members"] = [
            {"name": name, "bytes": len(body), "sha256": hashlib.sha256(body).hexdigest()}
            for name, body in held.items()
            if name != MANIFEST
        ]
        held = {**held, MANIFEST: json.dumps(manifest).encode()}
    with zipfile.ZipFile(file, "w") as archive:
        for name, body in held.items():
            archive.writestr(name, body)
    return file


def test_everything_arrives(kept: SqliteStore, there: SqliteStore, file: Path, header: SessionHeader) -> None:
    entry = there.import_session(file)
    here = kept.session(header.id)
    assert (entry.header, entry.ending, entry.length, entry.total, entry.signed, entry.final, entry.heard_utc) == (
        (header, here.ending, here.length, here.total, here.signed, here.final, here.heard_utc)
    )
    assert entry.recording is not None and entry.recording.read_bytes() == SOUND
    for part in ("log", "transcript", "live_transcript", "scorecard", "judgement"):
        assert getattr(there, part)(header.id) == getattr(kept, part)(header.id), part
    assert there.phrases_with("全网最甜")[0].session == header.id


def test_the_recording_stays_behind_unless_it_is_asked_for(
    kept: SqliteStore, there: SqliteStore, header: SessionHeader, tmp_path: Path
) -> None:
    path = tmp_path / "small.bolian"
    kept.export_session(header.id, path, recording=False)
    assert RECORDING not in members(path)
    assert there.import_session(path).recording is None


def test_the_same_session_makes_the_same_file_on_any_day(
    kept: SqliteStore, file: Path, header: SessionHeader, tmp_path: Path
) -> None:
    again = tmp_path / "again.bolian"
    kept.export_session(header.id, again, recording=True)
    assert again.read_bytes() == file.read_bytes()


def test_a_trainee_of_the_same_name_is_the_same_person(there: SqliteStore, file: Path) -> None:
    known = there.trainee("小雨")
    entry = there.import_session(file)
    assert entry.trainee == known
    assert entry.header.trainee == known.id
    assert there.trainees() == (known,)


def test_a_session_that_is_here_is_never_overwritten(kept: SqliteStore, file: Path, header: SessionHeader) -> None:
    kept.judge(header.id, Note(at=9.0, text="später", instructor="王老师", at_utc=AT))
    before = kept.judgement(header.id)
    assert refused(kept, file).code == "session_already_here"
    assert kept.judgement(header.id) == before
    assert kept.recording_path(header.id).read_bytes() == SOUND


def test_an_orphaned_recording_is_not_overwritten_either(there: SqliteStore, file: Path, header: SessionHeader) -> None:
    there.recording_path(header.id).write_bytes(b"mine")
    with pytest.raises(ContentError, match="session_already_here"):
        there.import_session(file)
    assert there.recording_path(header.id).read_bytes() == b"mine"


def test_a_rubric_that_comes_along_does_not_become_the_newest(
    there: SqliteStore, file: Path, library: FolderLibrary
) -> None:
    held = members(file)
    line = json.loads(held["rubrics.jsonl"])
    body = json.loads(line["body"])
    now, body["version"] = body["version"], "0.0.1-old"
    held["rubrics.jsonl"] = json.dumps({**line, "body": json.dumps(body)}).encode()
    held["scorecards.jsonl"] = held["scorecards.jsonl"].replace(f'"version":"{now}"'.encode(), b'"version":"0.0.1-old"')
    there.import_session(written(file, held))
    assert there.rubric(library.default_rubric().id).version == now


# ------------------------------------------------------------------------------------ what is refused


@pytest.mark.parametrize("member", ["log.jsonl", "session.json", "scorecards.jsonl", "judgement.jsonl", RECORDING])
def test_a_changed_byte_is_noticed(there: SqliteStore, file: Path, member: str) -> None:
    held = members(file)
    body = bytearray(held[member])
    body[len(body) // 2] ^= 1
    error = refused(there, written(file, {**held, member: bytes(body)}, listed=False))
    assert (error.code, error.facts["member"]) == ("archive_tampered", member)


def test_a_member_too_many_or_too_few_is_noticed(there: SqliteStore, file: Path) -> None:
    held = members(file)
    assert refused(there, written(file, {**held, "more.txt": b"x"}, listed=False)).code == "archive_tampered"
    assert refused(there, written(file, {**held, "more.txt": b"x"})).code == "archive_unsafe"
    fewer = {name: body for name, body in held.items() if name != "log.jsonl"}
    assert refused(there, written(file, fewer)).code == "archive_tampered"


@pytest.mark.parametrize("name", ["../bolian.db", "/etc/x", "..\\x", "recordings/x.mkv", "C:x"])
def test_nothing_leaves_the_folder(there: SqliteStore, file: Path, name: str, tmp_path: Path) -> None:
    assert refused(there, written(file, {**members(file), name: b"x"})).code == "archive_unsafe"
    assert not (tmp_path / "x").exists()


def test_a_link_or_a_name_twice_is_refused(there: SqliteStore, file: Path) -> None:
    held = members(file)
    for spoil in (_link, _twice):
        with zipfile.ZipFile(file, "w") as archive:
            for name, body in held.items():
                archive.writestr(name, body)
            spoil(archive)
        assert refused(there, file).code == "archive_unsafe"


def _link(archive: zipfile.ZipFile) -> None:
    entry = zipfile.ZipInfo("link")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    archive.writestr(entry, "/etc/passwd")


def _twice(archive: zipfile.ZipFile) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("log.jsonl", b"")


def test_a_bomb_is_refused_before_it_is_unpacked(
    there: SqliteStore, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.storage.session_archive.MOST_TEXT", 100_000)
    held = {**members(file), "log.jsonl": b"\n" * 200_000}
    error = refused(there, written(file, held))
    assert (error.code, error.facts["member"]) == ("archive_too_large", "log.jsonl")


def test_a_list_that_understates_a_member_does_not_let_it_in(there: SqliteStore, file: Path) -> None:
    held = members(file)
    manifest = json.loads(held[MANIFEST])
    manifest["members"][0]["bytes"] = 1
    assert refused(there, written(file, {**held, MANIFEST: json.dumps(manifest).encode()}, listed=False)).code == (
        "archive_tampered"
    )


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"version": 3}, "archive_newer"),
        ({"version": True}, "archive_unreadable"),
        ({"format": "other"}, "archive_unreadable"),
        ({"members": 3}, "archive_unreadable"),
        ({"members": [{"name": "x"}]}, "archive_unreadable"),
        ({"session": "../x"}, "archive_unreadable"),
        ({"session": "another"}, "archive_tampered"),
    ],
)
def test_a_list_of_another_kind_is_refused(there: SqliteStore, file: Path, change: dict[str, Any], code: str) -> None:
    held = members(file)
    manifest = {**json.loads(held[MANIFEST]), **change}
    error = refused(there, written(file, {**held, MANIFEST: json.dumps(manifest).encode()}, listed=False))
    assert error.code == code


def _edited(member: str, old: str, new: str) -> Callable[[dict[str, bytes]], tuple[str, bytes]]:
    def edit(held: dict[str, bytes]) -> tuple[str, bytes]:
        assert old.encode() in held[member]
        return member, held[member].replace(old.encode(), new.encode(), 1)

    return edit


@pytest.mark.parametrize(
    "edit",
    [
        _edited("log.jsonl", '"WentLive"', '"WentMad"'),
        _edited("log.jsonl", '"at":60.5', '"at":NaN'),
        _edited("log.jsonl", '"at":60.5', '"at":1e999'),
        _edited("log.jsonl", "[", "{"),
        _edited("log.jsonl", "最", "\\ud800"),
        _edited("session.json", '"scored"', '"on_air"'),
        _edited("session.json", '"zh"', '"xx"'),
        _edited("session.json", '"take"', '"take2"'),
        _edited("transcripts.jsonl", '"phrases":[', '"phrases":[3,'),
        _edited("scorecards.jsonl", '"session":"s-2026-1"', '"session":"s-other"'),
        _edited("scorecards.jsonl", '"made_utc"', '"made_utc; DROP TABLE sessions"'),
        _edited("judgement.jsonl", '"kind":"note"', '"kind":"joke"'),
        lambda _: ("log.jsonl", b"[" * 100_000),
        lambda _: ("session.json", b'"text"'),
        lambda _: ("scenario.json", b"\xff\xfe"),
    ],
)
def test_what_does_not_hold_a_session_is_refused_by_the_name_of_its_member(
    there: SqliteStore, file: Path, edit: Callable[[dict[str, bytes]], tuple[str, bytes]]
) -> None:
    held = members(file)
    member, body = edit(held)
    error = refused(there, written(file, {**held, member: body}))
    assert (error.code, error.facts["member"]) == ("archive_wrong", member)


@pytest.mark.parametrize("raw", [b"", b"PK", b"PK\x05\x06" + b"\0" * 18, b"SQLite format 3\0" * 20])
def test_what_is_no_archive_is_refused(there: SqliteStore, tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "any.bolian"
    path.write_bytes(raw)
    assert refused(there, path).code == "archive_unreadable"
    assert refused(there, tmp_path / "none").code == "content_missing"
    assert refused(there, tmp_path).code == "content_is_folder"


def test_a_file_cut_in_two_is_refused(there: SqliteStore, file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    assert refused(there, file).code == "archive_unreadable"


def test_a_session_on_air_is_not_taken_away(
    store: SqliteStore, header: SessionHeader, scenario: Scenario, tmp_path: Path
) -> None:
    store.begin(header, scenario)
    with pytest.raises(ContentError, match="session_not_ended"):
        store.export_session(header.id, tmp_path / "x", recording=False)
    assert list(tmp_path.glob("x*")) == []


def test_a_place_that_cannot_be_written_is_said(kept: SqliteStore, header: SessionHeader, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="file_unwritable"):
        kept.export_session(header.id, tmp_path / "none" / "x", recording=False)


def test_a_signature_holds_on_to_the_same_scorecard_there(
    kept: SqliteStore, there: SqliteStore, header: SessionHeader, scenario: Scenario, library: FolderLibrary, file: Path
) -> None:
    """The rows are numbered anew, and what was scored after signing does not count for more than it did."""
    other = header_of("s-2026-0", there.trainee("小满").id)
    there.begin(other, scenario)
    there.save_scorecard(card(other, library))  # so that the numbers differ
    kept.save_scorecard(card(header, library, level=5))
    counted = kept.counting(header.id)
    assert counted is not None and counted != kept.scorecard(header.id)
    kept.export_session(header.id, file, recording=False)
    entry = there.import_session(file)
    assert there.counting(header.id) == counted
    assert (entry.signed, entry.total) == (True, kept.session(header.id).total)
