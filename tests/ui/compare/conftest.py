"""Two takes of one trainee and a session of another, said and kept once; every test opens a copy of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.devices.clock import HandClock
from simulator.devices.replayed_recogniser import ReplayedRecogniser
from simulator.domain.language import Language
from simulator.domain.session import Ending
from simulator.live.booking import Booking
from simulator.live.rehearsal import rehearse_fast
from simulator.live.studio import Studio
from simulator.ui.app import opened_window
from simulator.ui.compare.page import ComparePage
from simulator.ui.jobs import Jobs
from simulator.ui.review.page import ReviewPage
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from simulator.ui.window import MainWindow
from tests.deviceless import studio_in
from tests.journeys.pitch import ORANGES, words
from tests.media_files import tone, write_video

FPS = 10
TRAINEE = "<i>小雨</i>"
SHORTER = ORANGES[:3] + ORANGES[6:]
"""The pitch of the first take: keeping, shipping and bad fruit are not told."""
Compare = Callable[..., ComparePage]


def take(studio: Studio, said: tuple[tuple[float, str], ...], trainee: str, day: int, *, recorded: bool) -> str:
    """A session of this day, scored; returns its id."""
    booking = Booking(scenario="S01", trainee=trainee, camera=None, microphone=None, seed=7, record=False)
    session = rehearse_fast(studio, booking, HandClock(), replayed=ReplayedRecogniser(words(said), Language.ZH))[0]
    store, id = studio.store, session.header.id
    marked = studio.marking.again(id)
    store.save_transcript(id, session.transcript)
    studio.marking.keep_score(marked)
    store.end(id, Ending.SCORED)
    began = f"2026-11-{day:02}T08:00:00+00:00"  # all were rehearsed within one second
    with store._db.atomic():
        store._db.execute(
            "UPDATE sessions SET began_utc = ?, header = json_set(header, '$.began_utc', ?) WHERE id = ?",
            [began, began, id],
        )
        store._db.execute("UPDATE standings SET began_utc = ? WHERE session = ?", [began, id])
    if recorded:
        length = marked.log.length
        pictures = [number / FPS for number in range(round(length * FPS))]
        write_video(store.recording_path(id), pictures, sound=tone(length, 48_000))
    return id


def settled(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until a review room that was opened has read its session: what reads on would meet a closed store."""
    page = window.page
    if isinstance(page, ReviewPage):
        qtbot.waitUntil(lambda: page.is_filled, timeout=30_000)
    qtbot.waitUntil(lambda: window.jobs.running == 0, timeout=30_000)


@pytest.fixture(scope="session")
def kept_takes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("takes") / "data"
    studio = studio_in(folder)
    take(studio, SHORTER, TRAINEE, 1, recorded=True)
    take(studio, ORANGES, TRAINEE, 2, recorded=True)
    take(studio, ORANGES[:4], "阿青", 3, recorded=False)
    studio.store.close()
    return folder


@pytest.fixture
def studio(kept_takes: Path, tmp_path: Path) -> Iterator[Studio]:
    shutil.copytree(kept_takes, tmp_path / "data")
    made = studio_in(tmp_path / "data")
    made.store.keep_setting("review.instructor", "王老师")
    yield made
    made.close_devices()
    made.store.close()


@pytest.fixture
def takes(studio: Studio) -> tuple[str, str, str]:
    """The first take, the second, and the other trainee's session."""
    newest = [entry.header.id for entry in studio.store.sessions()]
    return newest[2], newest[1], newest[0]


@pytest.fixture
def compare(qtbot: QtBot, studio: Studio, takes: tuple[str, str, str], theme: Theme, jobs: Jobs) -> Iterator[Compare]:
    opened: list[ComparePage] = []

    def open_(
        look: Theme = theme,
        language: ScreenLanguage = ScreenLanguage.EN,
        one: str | None = None,
        two: str | None = None,
    ) -> ComparePage:
        page = ComparePage(studio, one or takes[0], two or takes[1], look, jobs, language)
        qtbot.addWidget(page)
        opened.append(page)
        page.resize(1366, 768)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        qtbot.waitUntil(lambda: page.compared is not None, timeout=30_000)
        page.setFocus()
        return page

    yield open_
    for page in opened:
        page.close()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, studio: Studio) -> Iterator[MainWindow]:
    studio.store.keep_setting("ui.tours", [])
    made = opened_window(qapp, studio, screen="en")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()
    made._speak(ScreenLanguage.EN)
