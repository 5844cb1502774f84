"""Words one by one: taken back, said again, spoken, held up; drafts; all of it carried elsewhere and erased."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.domain.agreement import Sample
from simulator.domain.events import WentLive, WentOffAir
from simulator.domain.judgement import Basis, EvidenceAdded, Note, Withdrawal
from simulator.domain.scenario import Scenario
from simulator.domain.session import Ending, SessionHeader
from simulator.domain.units import Span
from simulator.ports import ContentError, StoreError
from simulator.storage.content import FolderLibrary
from simulator.storage.store import SqliteStore
from tests.storage.test_store import card, override

AT = "2026-11-23T10:00:00+00:00"
ID = "0123456789ab"
SOUND = b"OggS" + bytes(range(200))
HELD_UP = EvidenceAdded(criterion="B2", span=Span(3.0, 8.5), quote="两斤装", instructor="王老师", at_utc=AT)
SPOKEN = Note(at=12.0, text="", instructor="王老师", at_utc=AT, voice=ID, voice_s=3.5)


@pytest.fixture
def session(store: SqliteStore, header: SessionHeader, scenario: Scenario, library: FolderLibrary) -> str:
    store.begin(header, scenario)
    store.append(header.id, [WentLive(at=0.0), WentOffAir(at=60.0)])
    store.save_scorecard(card(header, library))
    store.end(header.id, Ending.SCORED)
    return header.id


@pytest.fixture
def there(tmp_path: Path, library: FolderLibrary) -> Iterator[SqliteStore]:
    made = SqliteStore(tmp_path / "there", library)
    yield made
    made.close()


def back(word: int, *, stands: bool = False, erased: bool = False) -> Withdrawal:
    return Withdrawal(word=word, stands=stands, instructor="王老师", at_utc=AT, erased=erased)


def test_a_word_that_is_taken_back_stays_where_it_is(store: SqliteStore, session: str) -> None:
    before = store.session(session).total
    assert before is not None
    store.judge(session, override(5))
    raised = store.session(session).total
    assert raised is not None and raised > before
    assert store.take_back(session, back(0)).overrides == ()
    assert store.session(session).total == before, "recomputed at once"
    said = store.said(session)
    assert [(each.number, each.holds) for each in said] == [(0, False), (1, True)]
    assert said[0].word == override(5)
    assert store.take_back(session, back(0, stands=True)).overrides == (override(5),)
    assert store.session(session).total == raised


def test_an_earlier_level_counts_again(store: SqliteStore, session: str) -> None:
    store.judge(session, override(2))
    store.judge(session, override(5))
    assert [word.level for word in store.take_back(session, back(1)).overrides] == [2]


def test_what_was_taken_back_is_no_pair_of_levels(store: SqliteStore, session: str) -> None:
    basis = Basis(rubric="live-sales-default", version="0.1.0", engine="x", value=1.0)
    sample = Sample(rubric="live-sales-default", version="0.1.0", engine="x")
    for level in (2, 5):
        store.judge(session, replace(override(level), basis=basis))
    assert [pair.other for pair in store.pairs(sample)] == [5]
    store.take_back(session, back(1))
    assert [pair.other for pair in store.pairs(sample)] == [2], "the word before it speaks again"
    store.take_back(session, back(0))
    assert list(store.pairs(sample)) == []
    store.take_back(session, back(0, stands=True))
    assert [pair.other for pair in store.pairs(sample)] == [2]


def test_evidence_is_held_up_and_moves_no_level(store: SqliteStore, session: str) -> None:
    before = store.session(session).total
    assert store.judge(session, HELD_UP).evidence == (HELD_UP,)
    assert store.session(session).total == before


def test_a_draft_is_kept_until_it_is_a_word(store: SqliteStore, session: str) -> None:
    store.keep_draft(session, "王老师", "note", "听这里\ud800\0")
    store.keep_draft(session, "李老师", "note", "别人的")
    assert store.drafts(session, "王老师") == {"note": "听这里\ufffd\ufffd"}
    store.keep_draft(session, "王老师", "note", "")
    assert store.drafts(session, "王老师") == {}
    store.erase(session)
    assert store.drafts(session, "李老师") == {}


def test_a_sound_goes_for_good_with_the_word_that_deletes_it(store: SqliteStore, session: str) -> None:
    store.voice_path(session, ID).write_bytes(SOUND)
    store.judge(session, SPOKEN)
    store.take_back(session, back(0))
    assert store.voice_path(session, ID).exists(), "it could be said again"
    store.take_back(session, back(0, stands=True))
    assert store.take_back(session, back(0, erased=True)).notes == ()
    assert not store.voice_path(session, ID).exists()


def test_signing_ends_what_was_spoken_and_taken_back(store: SqliteStore, session: str) -> None:
    other = replace(SPOKEN, voice="ba9876543210")
    for note in (SPOKEN, other):
        store.voice_path(session, note.voice).write_bytes(SOUND)
        store.judge(session, note)
    store.take_back(session, back(0))
    store.sign(session, "王老师")
    assert [store.voice_path(session, each.voice).exists() for each in (SPOKEN, other)] == [False, True]


def test_unfinished_sounds_are_found(store: SqliteStore, session: str) -> None:
    assert store.unfinished_voices(session) == ()
    path = store.voice_path(session, ID)
    path.with_name(f"{path.stem}.part.ogg").write_bytes(SOUND)
    assert store.unfinished_voices(session) == (ID,)
    with pytest.raises(ValueError, match="cannot name"):
        store.voice_path(session, "../../x")


def test_everything_travels_and_nothing_is_lost(
    store: SqliteStore, session: str, there: SqliteStore, tmp_path: Path
) -> None:
    gone = replace(SPOKEN, voice="ba9876543210")
    for word in (override(4), SPOKEN, gone, HELD_UP, override(5)):
        store.judge(session, word)
    for note in (SPOKEN, gone):
        store.voice_path(session, note.voice).write_bytes(SOUND)
    store.take_back(session, back(4))
    store.take_back(session, back(2))
    file = tmp_path / "s.bolian"
    store.export_session(session, file, recording=False)
    there.import_session(file)
    assert there.said(session) == store.said(session)
    assert there.judgement(session) == store.judgement(session)
    assert there.voice_path(session, ID).read_bytes() == SOUND
    assert not there.voice_path(session, gone.voice).exists(), "what was taken back is not carried along"
    sample = Sample(rubric="live-sales-default", version="0.1.0", engine=None)
    assert [pair.other for pair in there.pairs(sample)] == [4]
    again = tmp_path / "again.bolian"
    there.export_session(session, again, recording=False)
    assert again.read_bytes() == file.read_bytes()
    there.erase(session)
    assert list((tmp_path / "there" / "recordings").iterdir()) == []


@pytest.mark.parametrize("sound", [b"MZ not a sound", b"OggS" + bytes(9 << 20)])
def test_what_is_no_sound_is_refused(
    store: SqliteStore, session: str, there: SqliteStore, tmp_path: Path, sound: bytes
) -> None:
    store.judge(session, SPOKEN)
    store.voice_path(session, ID).write_bytes(sound)
    file = tmp_path / "s.bolian"
    store.export_session(session, file, recording=False)
    with pytest.raises(ContentError) as caught:
        there.import_session(file)
    assert caught.value.facts["member"] == f"voice-{ID}.ogg"
    assert there.sessions() == ()
    assert list((tmp_path / "there" / "recordings").iterdir()) == []


def test_words_of_a_newer_program_are_said_to_be_that(store: SqliteStore, session: str) -> None:
    store.judge(session, override(4))
    with store._writing() as db:
        db.execute(
            "INSERT INTO judgement_words (session, kind, at_utc, instructor, body) VALUES (?, 'omen', ?, 'x', '{}')",
            [session, AT],
        )
    for ask in (store.judgement, store.said):
        with pytest.raises(StoreError) as caught:
            ask(session)
        assert caught.value.code == "made_by_newer"


def test_a_log_of_a_newer_program_is_said_to_be_that_and_stays(store: SqliteStore, session: str) -> None:
    with store._writing() as db:
        db.execute("""INSERT INTO events VALUES (?, 99, 30.0, 'DreamtOf', '{"at":30.0}')""", [session])
        db.execute("UPDATE sessions SET header = json_set(header, '$.mood', 'new') WHERE id = ?", [session])
    with pytest.raises(StoreError) as caught:
        store.log(session)
    assert caught.value.code == "made_by_newer"
    packed = store.packed_session(session)
    for unpack in (packed.head, packed.log, lambda: tuple(packed.log(whole=False).events)):
        with pytest.raises(StoreError) as caught:
            unpack()
        assert caught.value.code == "made_by_newer", "in the review room, too"
    assert [entry.header.id for entry in store.sessions()] == [session], "the list is shown all the same"
    with store._reading() as db:
        assert db.execute("SELECT count(*) FROM events WHERE session = ?", [session]).fetchone()[0] == 3
