"""Words are found in what was said and written in all sessions, newest first, and lead to their second."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.domain.crowd import Cause, CommentPosted, Reason, Viewer
from simulator.domain.queue import Source
from simulator.domain.scenario import Scenario
from simulator.domain.session import Ending, SessionHeader, Transcript
from simulator.storage.content import FolderLibrary
from simulator.storage.store import SqliteStore
from tests.storage.conftest import header_of
from tests.storage.test_search import phrase

CHANCE = Cause(Reason.CHANCE)


def comment(number: int, at: float, text: str) -> CommentPosted:
    return CommentPosted(
        at=at,
        id=f"c{number}",
        viewer=Viewer(f"v{number}", "桂花载酒", "local"),
        text=text,
        category="noise",
        topic=None,
        product=None,
        wants_answer=False,
        priority=0,
        expires_at=at + 60,
        stands_for=1,
        cause=CHANCE,
    )


WRITTEN = ("多少钱一箱？", "这个橙子甜不甜", "Is it SWEET or sour", "６６６ 老板大气", "")


@pytest.fixture
def session(store: SqliteStore, header: SessionHeader, scenario: Scenario) -> str:
    store.begin(header, scenario)
    store.append(header.id, [comment(number, 10.0 + number, text) for number, text in enumerate(WRITTEN)])
    return header.id


def texts(store: SqliteStore, words: str, source: Source = Source.WRITTEN) -> list[str]:
    return [each.text for each in store.search(words, source, 50)]


def test_comments_are_found_once_their_session_ended(store: SqliteStore, session: str) -> None:
    assert texts(store, "多少") == []
    store.end(session, Ending.OFF_AIR)
    store.end(session, Ending.SCORED)
    (hit,) = store.search("少钱", Source.WRITTEN, 50)
    assert (hit.session, hit.at, hit.text, hit.trainee, hit.scenario) == (session, 10.0, WRITTEN[0], "小雨", "S01")
    assert texts(store, "甜不") == [WRITTEN[1]]
    assert texts(store, "sweet OR") == [WRITTEN[2]]
    assert texts(store, "swee") == []
    assert texts(store, "666") == [WRITTEN[3]]
    assert texts(store, "钱多") == texts(store, "") == texts(store, " “”") == texts(store, '"') == []


def test_any_two_letters_that_follow_each_other_are_found(store: SqliteStore, session: str) -> None:
    store.end(session, Ending.SCORED)
    for text in WRITTEN[:2]:
        for number in range(len(text) - 1):
            pair = text[number : number + 2]
            assert text in texts(store, pair) or not pair.strip("？")[1:], pair


def test_what_was_heard_again_stands_for_what_was_heard_live(store: SqliteStore, session: str) -> None:
    store.save_transcript(session, Transcript(engine="vosk", final=False, phrases=(phrase("今天的橙子很田", 4.0),)))
    assert texts(store, "橙子", Source.SAID) == ["今天的橙子很田"]
    final = Transcript(engine="whisper", final=True, phrases=(phrase("今天的橙子很甜", 4.5),))
    store.save_transcript(session, final)
    (hit,) = store.search("橙子", Source.SAID, 50)
    assert (hit.text, hit.at) == ("今天的橙子很甜", 3.5)


def test_pages_follow_each_other(store: SqliteStore, scenario: Scenario) -> None:
    for number in range(3):
        header = header_of(f"s-{number}", store.trainee(f"学员{number}").id)
        store.begin(header, scenario)
        store.append(header.id, [comment(each, float(each), f"第{each}条橙子") for each in range(4)])
        store.end(header.id, Ending.SCORED)
    seen = []
    before = None
    while page := store.search("橙子", Source.WRITTEN, 5, before):
        seen.extend(page)
        before = page[-1].place
    assert len(seen) == 12 and seen == list(store.search("橙子", Source.WRITTEN, 50))
    assert [each.session for each in seen[:4]] == ["s-2"] * 4, "the newest kept first"


def test_of_very_many_comments_the_rest_comes_later(
    store: SqliteStore, header: SessionHeader, scenario: Scenario
) -> None:
    store.begin(header, scenario)
    store.append(header.id, [comment(number, float(number), "橙子") for number in range(1200)])
    store.end(header.id, Ending.SCORED)
    assert len(store.search("橙子", Source.WRITTEN, 5000)) == 500
    assert store.take_in(1).comments == 1
    steps = 0
    while store.take_in(4).anything:
        steps += 1
    assert len(store.search("橙子", Source.WRITTEN, 5000)) == 1200 and steps > 1


def test_an_erased_session_leaves_nothing_behind(store: SqliteStore, session: str) -> None:
    store.end(session, Ending.SCORED)
    store.erase(session)
    assert texts(store, "多少") == []
    db = store._db
    for table in ("comment_lines", "comment_words", "comments_due"):
        assert db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0


def test_a_session_that_is_carried_here_is_found(
    store: SqliteStore, session: str, tmp_path: Path, library: FolderLibrary
) -> None:
    store.end(session, Ending.SCORED)
    store.export_session(session, tmp_path / "s.bolian", recording=False)
    there = SqliteStore(tmp_path / "there", library)
    try:
        there.import_session(tmp_path / "s.bolian")
        assert [each.text for each in there.search("多少", Source.WRITTEN, 5)] == [WRITTEN[0]]
    finally:
        there.close()


def test_case_and_width_do_not_count(store: SqliteStore, session: str) -> None:
    store.end(session, Ending.SCORED)
    assert texts(store, "ｓｗｅｅｔ") == [WRITTEN[2]]
