"""After the stream, with the real store, perception and scoring."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from simulator.devices.clock import HandClock
from simulator.devices.replayed_recogniser import ReplayedRecogniser
from simulator.domain.language import Language
from simulator.domain.machine import Fault
from simulator.domain.session import Ending, Transcript
from simulator.live.booking import Booking
from simulator.live.rehearsal import rehearse_fast
from simulator.live.session import LiveSession
from simulator.live.studio import Studio
from simulator.ports import DeviceError, Transcriber
from simulator.storage.store import SqliteStore
from simulator.ui.cabin.wrap_up import Remains, WrapUpPage, closing_cut, closing_live
from simulator.ui.jobs import Jobs
from simulator.ui.theme import Theme
from tests.journeys.pitch import ORANGES, words
from tests.journeys.test_a_full_disk import no_room


class HeldTranscriber:
    """Hears again what was given, once it is let go; fails where it was told to."""

    engine = "held"

    def __init__(self, transcript: Transcript, error: DeviceError | None = None) -> None:
        self.go = threading.Event()
        self._transcript = transcript
        self._error = error

    def transcribe(
        self, _recording: Path, _language: Language, progress: Callable[[float], None], cancelled: Callable[[], bool]
    ) -> Transcript:
        progress(0.5)
        while not self.go.wait(0.01):
            if cancelled():
                raise InterruptedError
        if self._error is not None:
            raise self._error
        return self._transcript


@pytest.fixture
def session(studio: Studio) -> LiveSession:
    booking = Booking(scenario="S01", trainee="小雨", camera=None, microphone=None, seed=7, record=False)
    said = ReplayedRecogniser(words(ORANGES), Language.ZH)
    return rehearse_fast(studio, booking, HandClock(), replayed=said)[0]


def with_transcriber(studio: Studio, transcriber: Transcriber | None) -> None:
    studio.equipment = replace(studio.equipment, transcriber=lambda _: transcriber)
    studio.marking._equipment = studio.equipment


def recorded(page: WrapUpPage, folder: Path) -> None:
    """Let the session have a recording, which nobody reads here."""
    file = folder / "recording.mkv"
    file.write_bytes(b"x")
    closing = page._closing

    def then(result: object) -> Remains:
        return replace(closing.then(result), recording=file)

    page._closing = replace(closing, then=then)


@pytest.fixture
def wrap_up(qtbot: QtBot, studio: Studio, theme: Theme, jobs: Jobs, tmp_path: Path, session: LiveSession):
    def opened() -> WrapUpPage:
        page = WrapUpPage(closing_live(studio, session), studio, theme, jobs)
        recorded(page, tmp_path)
        qtbot.addWidget(page)
        page.show()
        return page

    return opened


def test_the_provisional_score_comes_first_then_the_final_one(
    qtbot: QtBot, studio: Studio, session: LiveSession, wrap_up
) -> None:
    held = HeldTranscriber(replace(session.transcript, final=True))
    with_transcriber(studio, held)
    page = wrap_up()
    assert not page.home.isEnabled()
    qtbot.waitUntil(page.open_now.isEnabled, timeout=20_000)
    kept = studio.store.scorecard(session.header.id)
    assert kept is not None and kept.provisional
    assert page.score.whole == ("–" if kept.total is None else f"{kept.total:.1f}")
    with qtbot.waitSignal(page.scored, timeout=20_000) as scored:
        held.go.set()
    assert scored.args == [session.header.id]
    kept = studio.store.scorecard(session.header.id)
    assert kept is not None and not kept.provisional
    assert studio.store.session(session.header.id).ending is Ending.SCORED


def test_it_can_be_cut_short(qtbot: QtBot, studio: Studio, session: LiveSession, jobs: Jobs, wrap_up) -> None:
    with_transcriber(studio, HeldTranscriber(session.transcript))
    page = wrap_up()
    qtbot.waitUntil(page.open_now.isEnabled, timeout=20_000)
    with qtbot.waitSignal(page.scored):
        page.open_now.click()
    qtbot.waitUntil(lambda: jobs.running == 0)
    kept = studio.store.scorecard(session.header.id)
    assert kept is not None and kept.provisional


def test_without_a_recogniser_the_score_stays_provisional(qtbot: QtBot, studio: Studio, wrap_up) -> None:
    with_transcriber(studio, None)
    page = wrap_up()
    qtbot.waitUntil(page._trouble.isVisible, timeout=20_000)
    assert page.open_now.isEnabled()


def test_a_recogniser_that_fails_costs_no_session(qtbot: QtBot, studio: Studio, session: LiveSession, wrap_up) -> None:
    held = HeldTranscriber(session.transcript, DeviceError(Fault.LOST, "transcriber_lost", engine="whisper"))
    held.go.set()
    with_transcriber(studio, held)
    page = wrap_up()
    qtbot.waitUntil(page._trouble.isVisible, timeout=20_000)
    assert page._trouble.whole.startswith("The transcript could not be made (whisper stopped)")
    assert page.home.isEnabled()
    assert studio.store.scorecard(session.header.id) is not None


def test_a_session_cut_off_is_finished_and_scored(
    qtbot: QtBot, studio: Studio, clock: HandClock, theme: Theme, jobs: Jobs
) -> None:
    booking = Booking(scenario="S01", trainee="小雨", camera=None, microphone=None, seed=7, record=False)
    cut = studio.go_live(booking)
    clock.time += 30.0
    cut.tick()
    cut.keep_all()
    assert studio.store.session(cut.header.id).ending is Ending.ON_AIR
    page = WrapUpPage(closing_cut(studio, cut.header.id), studio, theme, jobs)
    qtbot.addWidget(page)
    qtbot.waitUntil(page.open_now.isEnabled, timeout=20_000)
    assert studio.store.session(cut.header.id).ending is Ending.OFF_AIR
    assert studio.store.scorecard(cut.header.id) is not None
    qtbot.waitUntil(lambda: jobs.running == 0, timeout=20_000)


def test_what_cannot_be_written_down_is_said_and_tried_again(
    qtbot: QtBot, studio: Studio, session: LiveSession, theme: Theme, jobs: Jobs
) -> None:
    with_transcriber(studio, None)
    assert isinstance(studio.store, SqliteStore)
    studio.store.end(session.header.id, Ending.OFF_AIR)  # lets go of what was kept against a crash,
    studio.store._db.conn.execute("VACUUM")  # and gives its room back
    with no_room(studio):
        page = WrapUpPage(closing_live(studio, session), studio, theme, jobs)
        qtbot.addWidget(page)
        qtbot.waitUntil(lambda: not page.again.isHidden())
        assert not page.home.isEnabled()
        assert studio.store.scorecard(session.header.id) is None
    page.again.click()
    qtbot.waitUntil(lambda: studio.store.scorecard(session.header.id) is not None)
    qtbot.waitUntil(page.home.isEnabled)
