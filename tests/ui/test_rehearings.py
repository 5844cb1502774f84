"""Recordings heard again while nobody is on air, on a real store; the recogniser is let go by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.devices.clock import HandClock
from simulator.devices.replayed_recogniser import ReplayedRecogniser, ReplayedTranscriber
from simulator.domain.compliance import Severity
from simulator.domain.findings import RuleBroken
from simulator.domain.judgement import Confirmation
from simulator.domain.language import Language
from simulator.domain.machine import Fault
from simulator.domain.session import Transcript
from simulator.live.booking import Booking
from simulator.live.marking import mark
from simulator.live.rehearsal import rehearse_fast
from simulator.live.studio import Studio
from simulator.ports import DeviceError
from simulator.ui.app import opened_window
from simulator.ui.cabin.page import CabinPage
from simulator.ui.check.page import CheckPage
from simulator.ui.jobs import Jobs
from simulator.ui.rehearings import WANTED, Hearing, Rehearings
from simulator.ui.review.page import ReviewPage
from simulator.ui.setup.page import HomePage
from simulator.ui.window import MainWindow
from tests.journeys.pitch import ORANGES, words
from tests.ui.test_wrap_up import HeldTranscriber, with_transcriber

SPOKEN = words((*ORANGES[:-1], (110.0, "吃这个橙子能治糖尿病。"), ORANGES[-1]))
MISHEARD = words(tuple((at, line.replace("三十九块九", "十九块九")) for at, line in ORANGES))


def kept(studio: Studio, seed: int = 7) -> str:
    """A session with a recording that waits to be heard again."""
    booking = Booking(scenario="S01", trainee="小雨", camera=None, microphone=None, seed=seed, record=False)
    said = ReplayedRecogniser(MISHEARD, Language.ZH)
    session, _ = rehearse_fast(studio, booking, HandClock(), replayed=said)
    studio.marking.keep(mark(session.log, session.transcript, studio.marking.yardstick(session.log)))
    studio.store.recording_path(session.header.id).write_bytes(b"x")
    return session.header.id


def better() -> Transcript:
    return ReplayedTranscriber(SPOKEN).transcribe(Path("x"), Language.ZH, lambda _: None, lambda: False)


@pytest.fixture(autouse=True)
def held(studio: Studio) -> HeldTranscriber:
    made = HeldTranscriber(better())
    with_transcriber(studio, made)
    return made


@pytest.fixture
def rehearings(studio: Studio, jobs: Jobs) -> Iterator[Rehearings]:
    made = Rehearings(studio, jobs, rest=0)
    made._timer.stop()  # beats are given by hand
    yield made
    made.close()


def test_what_waits_is_heard_one_after_the_other_newest_first(
    qtbot: QtBot, studio: Studio, rehearings: Rehearings, held: HeldTranscriber
) -> None:
    first, second = kept(studio), kept(studio, 8)
    rehearings.allow(True)
    assert rehearings.waiting == (second, first)
    rehearings.beat()
    assert rehearings.session == second
    qtbot.waitUntil(lambda: rehearings.told()[second].share == 0.5)
    assert rehearings.told()[first].hearing is Hearing.WAITS
    with qtbot.waitSignal(rehearings.heard, timeout=20_000) as heard:
        held.go.set()
    assert heard.args == [second]
    card = studio.store.scorecard(second)
    assert card is not None and not card.provisional
    live = studio.store.live_transcript(second)
    assert live is not None and any("十九块九" in phrase.text for phrase in live.phrases)
    with qtbot.waitSignal(rehearings.heard, timeout=20_000) as heard:
        rehearings.beat()
    assert heard.args == [first]
    assert rehearings.waiting == ()
    assert {told.hearing for told in rehearings.told().values()} == {Hearing.HEARD}


def test_nothing_is_heard_unless_it_may_be(studio: Studio, rehearings: Rehearings) -> None:
    kept(studio)
    rehearings.beat()
    assert rehearings.session is None
    rehearings.allow(True)
    rehearings.want(False)
    rehearings.beat()
    assert rehearings.session is None
    assert studio.store.setting(WANTED) is False
    rehearings.want(True)
    assert rehearings.session is not None


def test_whoever_goes_live_stops_it_at_once_and_it_is_taken_up_again(
    qtbot: QtBot, studio: Studio, jobs: Jobs, rehearings: Rehearings, held: HeldTranscriber
) -> None:
    session = kept(studio)
    rehearings.allow(True)
    rehearings.beat()
    rehearings.allow(False)
    assert rehearings.session is None
    qtbot.waitUntil(lambda: jobs.running == 0)
    held.go.set()
    assert not studio.store.session(session).final
    rehearings.beat()
    assert rehearings.session is None
    rehearings.allow(True)
    with qtbot.waitSignal(rehearings.heard, timeout=20_000):
        rehearings.beat()
    assert studio.store.session(session).final


def test_a_listening_check_is_left_in_peace(
    studio: Studio, rehearings: Rehearings, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(studio)
    rehearings.allow(True)
    rehearings.beat()
    assert rehearings.session is not None
    monkeypatch.setattr(Studio, "checking", True)
    rehearings.beat()
    assert rehearings.session is None


def test_what_cannot_be_heard_is_left_alone_until_somebody_asks(
    qtbot: QtBot, studio: Studio, rehearings: Rehearings, jobs: Jobs
) -> None:
    session = kept(studio)
    broken = HeldTranscriber(better(), DeviceError(Fault.UNREADABLE, "recording_unreadable", path="x"))
    broken.go.set()
    with_transcriber(studio, broken)
    rehearings.allow(True)
    rehearings.beat()
    qtbot.waitUntil(lambda: session in rehearings.told() and rehearings.told()[session].hearing is Hearing.FAILED)
    rehearings.beat()
    assert rehearings.session is None
    card = studio.store.scorecard(session)
    assert card is not None and card.provisional
    rehearings.want(True)
    assert rehearings.session == session
    qtbot.waitUntil(lambda: jobs.running == 0)


def test_without_a_model_nothing_waits(studio: Studio, rehearings: Rehearings) -> None:
    kept(studio)
    with_transcriber(studio, None)
    rehearings.allow(True)
    assert rehearings.waiting == ()
    rehearings.beat()
    assert rehearings.session is None


def test_an_instructors_word_said_meanwhile_counts(
    qtbot: QtBot, studio: Studio, rehearings: Rehearings, held: HeldTranscriber
) -> None:
    session = kept(studio)
    rehearings.allow(True)
    rehearings.beat()
    final = mark(studio.store.log(session), better(), studio.marking.yardstick(studio.store.log(session)))
    red = next(event for event in final.log.only(RuleBroken) if event.severity is Severity.S4)
    word = Confirmation(finding="r99", stands=True, reason="听过", instructor="王", at_utc="", broken=red)
    studio.store.judge(session, word)
    with qtbot.waitSignal(rehearings.heard, timeout=20_000):
        held.go.set()
    card = studio.store.scorecard(session)
    assert card is not None
    assert [gate.why for gate in card.gates if gate.id == "G1"] == ["s4_confirmed"]


def test_a_session_erased_meanwhile_comes_to_nothing(
    qtbot: QtBot, studio: Studio, jobs: Jobs, rehearings: Rehearings, held: HeldTranscriber
) -> None:
    session = kept(studio)
    rehearings.allow(True)
    rehearings.beat()
    studio.store.erase(session)
    held.go.set()
    qtbot.waitUntil(lambda: jobs.running == 0 and rehearings.session is None)
    assert studio.store.sessions() == ()


# ------------------------------------------------------------------------------------ in the window


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, studio: Studio) -> Iterator[MainWindow]:
    made = opened_window(qapp, studio, screen="en")
    qtbot.addWidget(made)
    made.rehearings._rest = 0
    made.rehearings._timer.stop()
    yield made
    page = made.page
    if isinstance(page, CabinPage) and page.on_air:
        page.end_quietly()
    made.close()


def home(window: MainWindow) -> HomePage:
    window.open_home()
    window.show()
    page = window.page
    assert isinstance(page, HomePage)
    return page


def state_of(page: HomePage) -> str:
    entry = page.past.entry
    assert entry is not None
    return page.past.model.hearing_of(entry)


def test_home_says_what_waits_and_how_far_it_is(
    qtbot: QtBot, window: MainWindow, studio: Studio, held: HeldTranscriber
) -> None:
    session = kept(studio)
    page = home(window)
    assert state_of(page) == "to be heard again"
    assert page.past._hearing.whole.startswith("1 recording")
    page.past.rehear.click()
    assert not window.rehearings.wanted and page.past.rehear.text() == "Hear them now"
    page.past.rehear.click()
    qtbot.waitUntil(lambda: state_of(page) == "being heard 50%")
    assert page.past._hearing.whole == "Hearing a recording again: 50%"
    held.go.set()
    qtbot.waitUntil(lambda: state_of(page) == "heard again", timeout=20_000)
    assert not page.past.rehear.isVisible()
    entry = page.past.entry
    assert entry is not None and entry.header.id == session and entry.final


def test_going_live_stops_it(qtbot: QtBot, window: MainWindow, studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    live = studio.go_live
    monkeypatch.setattr(studio, "go_live", lambda booking: live(replace(booking, record=False)))
    kept(studio)
    page = home(window)
    qtbot.waitUntil(lambda: window.jobs.running == 0)
    window.rehearings.beat()
    assert window.rehearings.session is not None
    page.who.trainee.setEditText("小雨")
    page.start.click()
    check = window.page
    assert isinstance(check, CheckPage)
    assert window.rehearings.session is None
    check.consent.choices["小雨"][1].click()
    check.start.click()
    qtbot.waitUntil(lambda: isinstance(window.page, CabinPage), timeout=20_000)
    window.rehearings.beat()
    assert window.rehearings.session is None


def test_a_review_that_stands_open_is_told(
    qtbot: QtBot, window: MainWindow, studio: Studio, held: HeldTranscriber
) -> None:
    session = kept(studio)
    window.open_review(session)
    window.show()
    page = window.page
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(lambda: page.is_filled, timeout=20_000)
    assert page.notice.finish.isVisible()
    page.tabs["transcript"].click()
    assert not page.heard.changed.isVisible()
    window.rehearings.beat()
    held.go.set()
    qtbot.waitUntil(page.notice.again.isVisible, timeout=20_000)
    page.notice.again.click()
    after = window.page
    assert isinstance(after, ReviewPage) and after is not page
    qtbot.waitUntil(lambda: after.is_filled, timeout=20_000)
    after.tabs["transcript"].click()
    assert after.heard.changed.isVisible()
    assert not after.notice.isVisible()


def changes_of(page: ReviewPage, qtbot: QtBot) -> list[str]:
    page.tabs["transcript"].click()
    page.heard.changed.click()
    qtbot.waitUntil(lambda: bool(page.changes.list.moments.rows), timeout=20_000)
    return [row.text for row in page.changes.list.moments.rows]


@pytest.fixture
def open_heard(qtbot: QtBot, window: MainWindow) -> Callable[[str], ReviewPage]:
    def opened(session: str) -> ReviewPage:
        window.open_review(session)
        window.show()
        page = window.page
        assert isinstance(page, ReviewPage)
        qtbot.waitUntil(lambda: page.is_filled, timeout=20_000)
        return page

    return opened


def test_the_changes_are_told_and_lead_to_their_moments(
    qtbot: QtBot, studio: Studio, rehearings: Rehearings, held: HeldTranscriber, open_heard: Callable[[str], ReviewPage]
) -> None:
    session = kept(studio)
    held.go.set()
    rehearings.allow(True)
    with qtbot.waitSignal(rehearings.heard, timeout=20_000):
        rehearings.beat()
    page = open_heard(session)
    rows = changes_of(page, qtbot)
    assert any("+三" in row for row in rows)
    assert page.changes.total.whole.startswith("Automatic total ")
    assert not page.changes.judged.isVisible()
    number = next(number for number, row in enumerate(page.changes.list.moments.rows) if "+三" in row.text)
    with qtbot.waitSignal(page.changes.chosen) as chosen:
        page.changes.list.activated.emit(page.changes.list.moments.index(number))
    assert chosen.args[0] == page.changes.list.moments.rows[number].at


def test_a_judgement_given_before_is_said_to_stand(
    qtbot: QtBot, studio: Studio, rehearings: Rehearings, held: HeldTranscriber, open_heard: Callable[[str], ReviewPage]
) -> None:
    session = kept(studio)
    studio.store.sign(session, "王老师")
    held.go.set()
    rehearings.allow(True)
    with qtbot.waitSignal(rehearings.heard, timeout=20_000):
        rehearings.beat()
    made = studio.store._db.execute("UPDATE transcripts SET made_utc = '2999-01-01T00:00:00+00:00' WHERE final = 1")
    assert made.rowcount == 1
    page = open_heard(session)
    assert page.notice.isVisible() and "that stands" in page.notice.hint.whole
    changes_of(page, qtbot)
    assert page.changes.judged.isVisible()
