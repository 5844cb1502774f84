"""Opening a session: worked out once, remembered as long as nothing it was made of changes, and never all at once."""

from __future__ import annotations

import pickle
import zlib
from base64 import b64encode
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from simulator.domain.crowd import CommentPosted
from simulator.domain.events import FINDINGS, HostSpoke
from simulator.domain.findings import FactTold, RuleBroken
from simulator.domain.judgement import Confirmation
from simulator.domain.units import Span
from simulator.live.studio import Studio
from simulator.ports import StoreError
from simulator.review import lanes
from simulator.review_port import PackedSession
from simulator.storage import log_tables
from simulator.ui.jobs import Jobs
from simulator.ui.review import opening
from simulator.ui.review.opening import Opened, Opening, kept_anew, recalled, worked_out
from simulator.ui.review.page import ReviewPage
from simulator.ui.review.reviewed import weighed
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from tests.ui.review.conftest import Open
from tests.ui.scripted import comment


def packed(studio: Studio, session_id: str) -> PackedSession:
    return studio.store.packed_session(session_id)


def look(studio: Studio, session_id: str) -> Opened:
    """Open it, and keep what is to be kept."""
    found = packed(studio, session_id)
    by = studio.marking.yardstick(found.head(), rules=found.rule_pack())
    signed = studio.marking.signed(session_id)
    made = recalled(found, by, signed) or worked_out(found, by, signed)
    if made.body is not None:
        studio.store.keep_looked_back(session_id, made.body)
    return made


def word_on(broken: RuleBroken, stands: bool) -> Confirmation:
    return Confirmation(
        finding=broken.id,
        stands=stands,
        reason="quoted",
        instructor="王老师",
        at_utc="2026-11-23T09:00:00+00:00",
        broken=broken,
    )


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


def test_what_an_instructor_struck_is_scored_again_from_memory(studio: Studio, session_id: str) -> None:
    before = look(studio, session_id).session
    broken = before.grave[0]
    for stands in (False, True, False):
        studio.store.judge(session_id, word_on(broken, stands))
        made = look(studio, session_id)
        assert made.body is None, "nothing was understood anew"
        assert (broken.id in [each.finding for each in made.session.lanes.breaks]) is stands
        anew = studio.marking.again(session_id)
        assert made.session.marked.scorecard == anew.scorecard and made.session.marked.basis == anew.basis
        assert tuple(made.session.log.events) == anew.log.events
    assert broken.id in [each.finding for each in before.lanes.breaks]


def test_what_was_scored_again_in_the_page_opens_from_memory(
    qtbot: QtBot, open_review: Open, studio: Studio, session_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_review()
    qtbot.waitUntil(lambda: kept(studio, session_id) is not None)
    before = kept(studio, session_id)
    assert page.session is not None
    broken = page.session.grave[0]
    page.judging.decide(broken.id, False, "quoted")
    qtbot.waitUntil(lambda: kept(studio, session_id) != before)
    shown = page.session
    page.close()
    monkeypatch.setattr(opening, "confirmed_anew", None)
    made = look(studio, session_id)
    assert made.body is None and broken.id not in [each.finding for each in made.session.lanes.breaks]
    assert made.session.marked.scorecard == shown.marked.scorecard == studio.marking.again(session_id).scorecard
    assert made.session.lanes == shown.lanes and made.session.said.passages == shown.said.passages
    assert tuple(made.session.log.events) == tuple(shown.log.events)
    assert weighed(made.session).moments == weighed(shown).moments


def kept(studio: Studio, session_id: str) -> str | None:
    return studio.store.packed_session(session_id).kept  # type: ignore[attr-defined, no-any-return]


def test_nothing_is_kept_of_a_session_whose_log_a_word_changed(studio: Studio, session_id: str) -> None:
    first = look(studio, session_id).session
    assert kept_anew(packed(studio, session_id), first) is not None
    heard = first.grave[0]
    broken = replace(heard, id="r99", pattern="nobody heard this", said=Span(60.0, 61.0))
    word = Confirmation(
        finding=broken.id, stands=True, reason="heard live", instructor="王老师", at_utc="", broken=broken
    )
    studio.store.judge(session_id, word)
    assert kept_anew(packed(studio, session_id), look(studio, session_id).session) is None
    studio.store.append(session_id, [comment(999, 30.0, "还有吗")])
    assert kept_anew(packed(studio, session_id), first) is None, "that was made of another log"


def test_what_only_a_word_held_on_to_goes_when_it_is_struck_later(studio: Studio, session_id: str) -> None:
    heard = look(studio, session_id).session.grave[0]
    broken = replace(heard, id="r99", pattern="nobody heard this", said=Span(60.0, 61.0))
    for stands in (True, False):
        word = Confirmation(
            finding=broken.id, stands=stands, reason="heard live", instructor="王老师", at_utc="", broken=broken
        )
        studio.store.judge(session_id, word)
        studio.store.keep_looked_back(session_id, worked(studio, session_id).body or "")
        made, anew = look(studio, session_id), studio.marking.again(session_id)
        assert tuple(made.session.log.events) == anew.log.events
        assert made.session.marked.scorecard == anew.scorecard
        assert any(each.pattern == broken.pattern for each in made.session.grave) is stands


@pytest.fixture
def understand(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Sessions are worked out, as ever, once this is set."""
    may = Event()

    def later(*asked: Any) -> Opened:
        assert may.wait(20)
        return worked_out(*asked)

    monkeypatch.setattr(opening, "worked_out", later)
    yield may
    may.set()


def test_it_is_watched_while_it_is_understood(
    qtbot: QtBot, studio: Studio, session_id: str, theme: Theme, jobs: Jobs, understand: Event
) -> None:
    page = ReviewPage(studio, session_id, theme, jobs, ScreenLanguage.EN)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    qtbot.waitUntil(lambda: "understood" in page.waiting.text(), timeout=20_000)
    assert page.session is None and page.waiting.isVisible()
    assert len(page.timeline.lane_names) > 3 and page.screen_.as_viewers
    qtbot.waitUntil(lambda: page.player.can_play and page.screen_.has_picture)
    for key in (Qt.Key.Key_C, Qt.Key.Key_G, Qt.Key.Key_N, Qt.Key.Key_S):
        qtbot.keyClick(page, key)
    said = next(each for each in worked(studio, session_id).session.said.subtitles if each.span.start > 20)
    page.player.seek(said.span.start + 0.1)
    assert page.screen_.subtitle is not None, "captions are those that were heard on air"
    understand.set()
    qtbot.waitUntil(lambda: page.is_filled, timeout=20_000)
    assert page.player.at == pytest.approx(said.span.start + 0.1), "nobody is thrown back"
    assert not page.waiting.isVisible() and page.session is not None
    assert list(page.timeline.lane_names) == reopened_names(qtbot, studio, session_id, theme, jobs)
    page.close()


def reopened_names(qtbot: QtBot, studio: Studio, session_id: str, theme: Theme, jobs: Jobs) -> list[str]:
    """The lanes of the session as it opens from memory."""
    qtbot.waitUntil(lambda: kept(studio, session_id) is not None)
    page = ReviewPage(studio, session_id, theme, jobs, ScreenLanguage.EN)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    qtbot.waitUntil(lambda: page.is_filled, timeout=20_000)
    page.close()
    return list(page.timeline.lane_names)


def worked(studio: Studio, session_id: str) -> Opened:
    found = packed(studio, session_id)
    return worked_out(found, studio.marking.yardstick(found.head(), rules=found.rule_pack()), None)


def test_who_leaves_while_it_is_understood_calls_it_off(
    qtbot: QtBot, studio: Studio, session_id: str, theme: Theme, jobs: Jobs, understand: Event
) -> None:
    page = ReviewPage(studio, session_id, theme, jobs, ScreenLanguage.EN)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: "understood" in page.waiting.text(), timeout=20_000)
    qtbot.waitUntil(lambda: page._opening._job is not None)
    job = page._opening._job
    assert job is not None
    with qtbot.waitSignal(job.cancelled, timeout=20_000):
        page.close()
        understand.set()
    assert kept(studio, session_id) is None


def test_what_is_remembered_is_shown_once(qtbot: QtBot, studio: Studio, session_id: str, jobs: Jobs) -> None:
    shown: list[str] = []
    for expected in (["recorded", "understood"], ["understood"]):
        shown.clear()
        parent = QObject()
        one = Opening(
            studio, session_id, jobs, lambda *_: shown.append("understood"), lambda error: shown.append(error.code),
            parent, meanwhile=lambda found: shown.append("" if found.lanes.marks else "recorded"),
        )  # fmt: skip
        one.begin()
        one.go_on()
        qtbot.waitUntil(lambda: "understood" in shown, timeout=20_000)
        assert shown == expected
        qtbot.waitUntil(lambda: kept(studio, session_id) is not None)


def small(text: str) -> str:
    return b64encode(zlib.compress(text.encode())).decode()


@pytest.mark.parametrize(
    "spoilt",
    [
        "",
        "{",
        '{"basis": 1}',
        "AAAA",
        small("{")[:-4],
        small(""),
        small("{"),
        small('{"basis": 1}'),
        small('{"basis": "x", "rows": [], "values": ["{}", null]}'),
    ],
)
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


def test_it_goes_to_another_process_whole(studio: Studio, session_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = packed(studio, session_id)
    for piece in (1, 7, len(found.log().events), log_tables.PIECE):
        monkeypatch.setattr(log_tables, "PIECE", piece)
        assert pickle.loads(pickle.dumps(found)) == found


def test_what_was_recorded_is_the_log_without_findings(studio: Studio, session_id: str) -> None:
    found = packed(studio, session_id)
    spoken = next(found.log().only(HostSpoke))
    fact = FactTold(at=spoken.at, said=spoken.said, product="orange", fact="origin", quality=1.0, quote="x")
    studio.store.append(session_id, [fact])
    with_it = packed(studio, session_id)
    assert with_it.size == found.size + 1 and not list(with_it.recorded().only(FactTold))
    assert tuple(with_it.recorded().events) == tuple(
        event for event in with_it.log().events if not isinstance(event, FINDINGS)
    )


def test_when_comments_were_written_is_known_before_they_are_unpacked(studio: Studio, session_id: str) -> None:
    log, whole = packed(studio, session_id).recorded(), packed(studio, session_id).log()
    told = [event.at for event in whole.only(CommentPosted)]
    assert log.times(CommentPosted) == whole.times(CommentPosted) == told and told
    assert not [place for place in log.places(CommentPosted) if log.events._known[place] is not None]  # type: ignore[attr-defined]
    assert log.times(RuleBroken) == []
    bare, understood = lanes(log, why=False), lanes(whole)
    assert bare.chat == understood.chat and bare.comments == understood.comments
    assert (bare.unanswered, bare.changes) == ((), ()) and sum(understood.unanswered)
    with studio.store._writing() as db:  # type: ignore[attr-defined]
        db.execute(
            "UPDATE events SET body = '{\"at\":\"x\"}' WHERE session = ? AND kind = 'CommentPosted'", [session_id]
        )
    with pytest.raises(StoreError) as refused:
        packed(studio, session_id).recorded().times(CommentPosted)
    assert refused.value.code == "database_damaged"


def test_an_event_that_cannot_be_read_is_told_when_it_is_asked_for(studio: Studio, session_id: str) -> None:
    with studio.store._writing() as db:  # type: ignore[attr-defined]
        db.execute("UPDATE events SET body = '{}' WHERE session = ? AND kind = 'HostSpoke'", [session_id])
    found = packed(studio, session_id).recorded()
    with pytest.raises(StoreError) as refused:
        next(found.only(HostSpoke))
    assert refused.value.code == "database_damaged"


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
    qtbot.waitUntil(lambda: kept(studio, first.entry.header.id) is not None)
    rows, lanes, total = first.transcript.list.moments.rows, first.timeline.lane_names, first.score.total.text()
    first.close()
    again = open_review()
    assert again.transcript.list.moments.rows == rows
    assert again.timeline.lane_names == lanes and again.score.total.text() == total
    assert again.chat.list.moments.rowCount() == first.chat.list.moments.rowCount()
