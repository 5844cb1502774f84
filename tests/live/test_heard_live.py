"""What was heard outlives a crash from the moment it was heard, and is counted once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.devices.clock import HandClock
from simulator.domain.crowd import Cause, CommentPosted, Reason, Viewer
from simulator.domain.desk import ReadAloud
from simulator.domain.events import EchoHeard, HostSpoke, WentOffAir, Word
from simulator.domain.findings import FactTold
from simulator.domain.session import Ending
from simulator.domain.units import Span
from simulator.live.booking import Booking
from simulator.live.live_hearing import LiveHearing, not_in_log
from simulator.live.session import LiveSession
from simulator.live.studio import Studio
from simulator.metrics.speaking import speaking_time
from simulator.ports import Caption, Heard, StoreError
from tests.deviceless import studio_in

NOBODY = Booking(scenario="S01", trainee="王晓梅", camera=None, microphone=None, seed=7, record=False)


def phrase(start: float, end: float, text: str) -> HostSpoke:
    step = (end - start) / len(text)
    words = tuple(
        Word(each, Span(start + step * at, start + step * (at + 1)), 0.9) for at, each in enumerate(text)
    )  # fmt: skip
    return HostSpoke(at=end, said=Span(start, end), text=text, words=words, engine="vosk")


def on_air(folder: Path) -> tuple[Studio, LiveSession, HandClock, list[Heard]]:
    clock = HandClock()
    studio = studio_in(folder, clock)
    waiting: list[Heard] = []
    session = studio.open_session(NOBODY, clock, lambda: waiting.pop(0) if waiting else Heard())
    session.go_live()
    return studio, session, clock, waiting


def after_the_crash(studio: Studio, folder: Path) -> Studio:
    """The program is gone without a word; the next start finds its folder."""
    studio.store._lock.close()  # type: ignore[attr-defined]  # the system lets it go with the process
    return studio_in(folder)


def test_a_phrase_the_room_had_not_reacted_to_is_in_the_log_after_a_crash_once(tmp_path: Path) -> None:
    studio, session, clock, waiting = on_air(tmp_path)
    early, late = phrase(1.0, 3.0, "一箱净重五公斤"), phrase(6.0, 8.0, "放在阴凉的地方可以放二十天")
    clock.time = 3.2
    waiting.append(Heard(phrases=(early,)))
    session.tick()
    clock.time = 8.1
    waiting.append(Heard(phrases=(late,)))
    session.tick()
    again = after_the_crash(studio, tmp_path)
    assert [entry.header.id for entry in again.store.cut_off()] == [session.header.id]
    assert late.text not in [each.text for each in again.store.log(session.header.id).only(HostSpoke)]
    marked = again.marking.recover(session.header.id)
    assert [each.text for each in marked.log.only(HostSpoke)] == [early.text, late.text]
    assert marked.log.length >= late.said.end
    assert list(marked.log.only(FactTold)), "findings are made of it, too"
    assert again.store.heard_live(session.header.id) == ()
    assert again.store.session(session.header.id).ending is not Ending.ON_AIR
    assert [each.text for each in again.store.log(session.header.id).only(HostSpoke)] == [early.text, late.text]
    again.store.close()


def test_what_was_unfinished_at_the_crash_is_the_last_thing_said(tmp_path: Path) -> None:
    studio, session, clock, waiting = on_air(tmp_path)
    for moment, text in ((2.0, "今天"), (2.6, "今天下单"), (3.3, "今天下单二十四小时")):
        clock.time = moment
        waiting.append(Heard(captions=(Caption(text, 1.2, round(moment - 0.1, 1)),)))
        session.tick()
    again = after_the_crash(studio, tmp_path)
    spoken = list(again.marking.close_log(session.header.id).only(HostSpoke))
    assert [(each.text, each.said) for each in spoken] == [("今天下单二十四小时", Span(1.2, 3.2))]
    again.store.close()


def test_a_finished_phrase_takes_the_place_of_what_was_unfinished() -> None:
    whole = phrase(1.0, 3.0, "一箱净重五公斤")
    tail = HostSpoke(at=2.5, said=Span(1.0, 2.5), text="一箱净重", words=(), engine="vosk")
    following = replace(tail, said=Span(3.1, 3.6))
    assert not_in_log((whole, tail), ()) == (whole,)
    assert not_in_log((whole, tail), (replace(whole, at=5.0),)) == ()
    assert not_in_log((whole, following), (replace(whole, at=5.0),)) == (following,)


def test_what_was_heard_is_to_be_read_before_the_room_hears_it_and_between_two_beats(tmp_path: Path) -> None:
    studio, session, clock, waiting = on_air(tmp_path)
    clock.time = 3.21
    waiting.append(Heard(phrases=(phrase(1.0, 3.0, "一箱净重五公斤"),)))
    session.listen()
    assert session.unconfirmed == "一箱净重五公斤"
    clock.time = 4.05
    waiting.append(Heard(captions=(Caption("放在阴凉", 3.4, 4.0),)))
    session.listen()
    assert session.unconfirmed == "一箱净重五公斤放在阴凉"
    assert not any(isinstance(event, HostSpoke) for event in session.tick()), "nobody in the room heard it yet"
    clock.time = 5.05
    waiting += [Heard(captions=(Caption("放在阴凉的地方", 3.4, 5.0),)) for _ in range(2)]
    session.listen()
    heard = [event.text for event in session.tick() if isinstance(event, HostSpoke)]
    assert heard == ["一箱净重五公斤"]
    assert session.unconfirmed == "放在阴凉的地方"
    session.go_off_air()
    studio.store.close()


def test_a_session_that_ended_well_keeps_nothing_twice(tmp_path: Path) -> None:
    studio, session, clock, waiting = on_air(tmp_path)
    clock.time = 3.2
    waiting.append(Heard(phrases=(phrase(1.0, 3.0, "一箱净重五公斤"),)))
    session.tick()
    assert len(studio.store.heard_live(session.header.id)) == 1
    clock.time = 9.0
    session.go_off_air()
    studio.store.end(session.header.id, Ending.OFF_AIR)
    assert studio.store.heard_live(session.header.id) == ()
    assert len(list(studio.store.log(session.header.id).only(HostSpoke, WentOffAir))) == 2
    studio.store.close()


def test_erasing_a_session_takes_what_was_heard_along(tmp_path: Path) -> None:
    studio, session, clock, waiting = on_air(tmp_path)
    clock.time = 3.2
    waiting.append(Heard(phrases=(phrase(1.0, 3.0, "一箱净重五公斤"),)))
    session.tick()
    studio.store.erase(session.header.id)
    assert studio.store.heard_live(session.header.id) == ()
    studio.store.close()


def test_the_log_is_written_down_within_a_fifth_of_a_second(tmp_path: Path) -> None:
    studio, session, clock, _ = on_air(tmp_path)
    for beat in range(1, 40):
        clock.time = beat / 10
        session.tick()
        kept, told = studio.store.log(session.header.id).events, session.log.events
        assert all(event.at >= clock.time - 0.2 - 1e-6 for event in told[len(kept) :])
    studio.store.close()


def test_how_late_captions_are_is_measured_for_finished_and_unfinished_ones() -> None:
    hearing = LiveHearing()
    assert hearing.delay_p95 is None
    assert hearing.unfinished_delay_p95 is None
    hearing.take(Heard(captions=(Caption("一", 1.0, 2.0),)), 2.2)
    hearing.take(Heard(captions=(Caption("一", 1.0, 2.0),)), 2.3)  # the same once more tells nothing
    hearing.take(Heard(captions=(Caption("一箱", 1.0, 2.5),)), 2.9)
    hearing.take(Heard(captions=(Caption("", 1.0, 2.6),)), 5.0)  # a mark that somebody speaks is no caption
    assert list(hearing.unfinished_delays) == pytest.approx([0.2, 0.4])
    assert hearing.unfinished_delay_p95 == pytest.approx(0.39)
    hearing.take(Heard(phrases=(phrase(1.0, 2.0, "一箱"), phrase(2.0, 3.0, "净重"))), 4.0)
    assert list(hearing.delays) == pytest.approx([2.0, 1.0]), "each phrase by its own end"


def test_a_folder_that_cannot_be_written_does_not_stop_the_hearing() -> None:
    def full(*_: object) -> None:
        raise StoreError("disk_full")

    hearing = LiveHearing(full)
    hearing.take(Heard(phrases=(phrase(1.0, 2.0, "一箱"),)), 2.5)
    assert [each.text for each in hearing.after(0)] == ["一箱"]


def echo_read(session: LiveSession, at: float, text: str) -> None:
    """A viewer's question and its reading by the system's voice."""
    asked = CommentPosted(
        at=at - 1.0, id="q1", viewer=Viewer(id="v1", name="观众", segment="visitor"), text=text, category="price",
        topic=None, product=None, wants_answer=True, priority=3, expires_at=at + 60, stands_for=1,
        cause=Cause(Reason.CHANCE),
    )  # fmt: skip
    session.post(asked)
    session.post(ReadAloud(at=at, comment="q1", length=1.0 + 0.32 * len(text)))


def test_a_comment_read_aloud_is_not_the_hosts_live_nor_heard_again_nor_after_a_crash(tmp_path: Path) -> None:
    studio, session, clock, waiting = on_air(tmp_path)
    asked, told = "一箱净重五公斤对不对", "放在阴凉的地方可以放二十天"
    echo_read(session, 4.0, asked)
    for moment in range(1, 81):
        clock.time = moment / 10
        session.tick()
    echo, own = phrase(4.4, 6.4, asked), phrase(8.6, 11.2, told)
    both = replace(own, said=Span(4.4, 11.2), text=asked + told, words=(*echo.words, *own.words))
    clock.time = 11.4
    waiting.append(Heard(phrases=(both,)))
    session.tick()
    clock.time = 14.0
    session.tick()
    assert [each.text for each in session.log.only(HostSpoke)] == [told]
    assert [(each.text, each.comment) for each in session.log.only(EchoHeard)] == [(asked, "q1")]
    assert [each.text for each in session.transcript.phrases] == [asked, told]
    assert not [each for each in session.log.only(FactTold) if each.said.start < 8.0]
    session.keep_all()
    again = after_the_crash(studio, tmp_path)
    marked = again.marking.recover(session.header.id)
    assert [each.text for each in marked.log.only(HostSpoke)] == [told]
    assert [each.text for each in marked.log.only(EchoHeard)] == [asked]
    assert not [each for each in marked.log.only(FactTold) if each.said.start < 8.0]
    assert speaking_time(marked.log) == pytest.approx(own.said.length, abs=0.1), "the reading is no time of the host's"
