"""Opening a session: worked out once, remembered as long as nothing it was made of changes, and never all at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from simulator.domain.crowd import CommentPosted
from simulator.domain.judgement import Confirmation
from simulator.live.studio import Studio
from simulator.ports import StoreError
from simulator.review_port import PackedSession
from simulator.ui.review.opening import Opened, opened
from tests.ui.review.conftest import Open
from tests.ui.scripted import comment


def packed(studio: Studio, session_id: str) -> PackedSession:
    return studio.store.packed_session(session_id)


def look(studio: Studio, session_id: str) -> Opened:
    """Open it, and keep what is to be kept."""
    found = packed(studio, session_id)
    by = studio.marking.yardstick(found.head(), rules=found.rule_pack())
    made = opened(found, by, studio.marking.signed(session_id))
    if made.body is not None:
        studio.store.keep_looked_back(session_id, made.body)
    return made


def test_what_was_remembered_is_what_was_worked_out(studio: Studio, session_id: str) -> None:
    first = look(studio, session_id)
    assert first.body is not None
    second = look(studio, session_id)
    assert second.body is None, "it was remembered"
    assert tuple(second.session.log.events) == tuple(first.session.log.events)
    assert second.session.marked.scorecard == first.session.marked.scorecard
    assert second.session.marked.basis == first.session.marked.basis
    for name in ("lanes", "figures", "drivers", "reported", "yardstick", "news", "moments"):
        assert getattr(second.session, name) == getattr(first.session, name), name
    assert second.session.said.passages == first.session.said.passages
    again = studio.marking.again(session_id)
    assert tuple(second.session.log.events) == again.log.events
    assert second.session.marked.scorecard == again.scorecard


def test_comments_are_not_unpacked_before_they_are_looked_at(studio: Studio, session_id: str) -> None:
    look(studio, session_id)
    log = look(studio, session_id).session.log
    places = log.places(CommentPosted)
    assert len(places) > 1
    assert not [place for place in places if log.events._known[place] is not None]  # type: ignore[attr-defined]


def test_it_is_worked_out_anew_when_the_log_grew(studio: Studio, session_id: str) -> None:
    look(studio, session_id)
    studio.store.append(session_id, [comment(999, 30.0, "还有吗")])
    made = look(studio, session_id)
    assert made.body is not None
    assert any(each.text == "还有吗" for each in made.session.log.only(CommentPosted))


def test_it_is_worked_out_anew_when_the_transcript_changed(studio: Studio, session_id: str) -> None:
    look(studio, session_id)
    live = studio.store.live_transcript(session_id)
    assert live is not None
    studio.store.save_transcript(session_id, replace(live, final=True, phrases=live.phrases[:2]))
    made = look(studio, session_id)
    assert made.body is not None and len(made.session.said.passages) == 2
    assert made.hearings is not None and len(made.hearings.live.phrases) > 2


def test_it_is_worked_out_anew_when_an_instructor_struck_something(studio: Studio, session_id: str) -> None:
    before = look(studio, session_id).session
    broken = before.grave[0]
    word = Confirmation(
        finding=broken.id,
        stands=False,
        reason="quoted",
        instructor="王老师",
        at_utc="2026-11-23T09:00:00+00:00",
        broken=broken,
    )
    studio.store.judge(session_id, word)
    made = look(studio, session_id)
    assert made.body is not None
    assert broken.id not in [each.finding for each in made.session.lanes.breaks]
    assert broken.id in [each.finding for each in before.lanes.breaks]


@pytest.mark.parametrize("spoilt", ["", "{", '{"basis": 1}', '{"basis": "x", "rows": [], "value": "{}"}'])
def test_what_is_kept_and_damaged_is_no_harm(studio: Studio, session_id: str, spoilt: str) -> None:
    look(studio, session_id)
    studio.store.keep_looked_back(session_id, spoilt)
    assert look(studio, session_id).body is not None


def test_what_is_kept_goes_with_the_session(studio: Studio, session_id: str) -> None:
    look(studio, session_id)
    studio.store.erase(session_id)
    with studio.store._reading() as db:  # type: ignore[attr-defined]
        assert db.execute("SELECT count(*) FROM looked_back").fetchone()[0] == 0


def test_the_log_is_read_on_any_thread(studio: Studio, session_id: str) -> None:
    with ThreadPoolExecutor(1) as pool:
        read = pool.submit(packed, studio, session_id).result()
    assert tuple(read.log().events) == studio.store.log(session_id).events
    assert read.digest() == packed(studio, session_id).digest()


def test_what_is_of_one_moment_stands_as_it_was_written(studio: Studio, session_id: str) -> None:
    late, early = comment(998, 30.0, "后写的"), comment(999, 12.0, "先问的")
    studio.store.append(session_id, [late, comment(997, 30.0, "再后"), early])
    read = [each.text for each in packed(studio, session_id).log().only(CommentPosted)]
    assert read.index("先问的") < read.index("后写的") < read.index("再后")


def test_a_line_that_is_no_line_of_a_log_is_told(studio: Studio, session_id: str) -> None:
    with studio.store._writing() as db:  # type: ignore[attr-defined]
        db.execute("UPDATE events SET body = '{' || char(30) || '}' WHERE session = ? AND seq = 3", [session_id])
    with pytest.raises(StoreError) as refused:
        packed(studio, session_id)
    assert refused.value.code == "database_damaged"


def test_the_page_opens_from_memory_and_looks_the_same(qtbot: QtBot, open_review: Open, studio: Studio) -> None:
    first = open_review()
    qtbot.waitUntil(lambda: studio.store.packed_session(first.entry.header.id).kept is not None)  # type: ignore[attr-defined]
    rows, lanes, total = first.transcript.list.moments.rows, first.timeline.lane_names, first.score.total.text()
    first.close()
    again = open_review()
    assert again.transcript.list.moments.rows == rows
    assert again.timeline.lane_names == lanes and again.score.total.text() == total
    assert again.chat.list.moments.rowCount() == first.chat.list.moments.rowCount()
