"""A session of two minutes, said and kept once, with a small recording; every test opens a copy of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from simulator.audience import compiled
from simulator.audience.outcomes import Plan
from simulator.devices.clock import HandClock
from simulator.devices.replayed_recogniser import ReplayedRecogniser
from simulator.domain.language import Language
from simulator.live.booking import Booking
from simulator.live.outcomes import Wanted, outcome_of
from simulator.live.rehearsal import rehearse_fast
from simulator.live.studio import Studio
from simulator.review.key_moments import key_moments
from simulator.ui.jobs import Jobs
from simulator.ui.review.page import ReviewPage
from simulator.ui.review.reviewed import reviewed
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from tests.deviceless import studio_in
from tests.journeys.pitch import ORANGES, words
from tests.media_files import tone, write_video
from tests.ui.scripted import comment

RED_LINE = (110.0, "吃这个橙子能治糖尿病。")
EVIL = "<img src=x><b>粗</b>&amp;"
FPS = 10
TRAINEE = "<i>小雨</i>"
Open = Callable[..., ReviewPage]


@pytest.fixture(scope="session")
def kept_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one scored session."""
    from simulator.domain.session import Ending

    folder = tmp_path_factory.mktemp("kept") / "data"
    studio = studio_in(folder)
    booking = Booking(scenario="S01", trainee=TRAINEE, camera=None, microphone=None, seed=7, record=False)
    said = ReplayedRecogniser(words((*ORANGES[:-1], RED_LINE, (122.0, ORANGES[-1][1]))), Language.ZH)
    session = rehearse_fast(studio, booking, HandClock(), replayed=said)[0]
    store = studio.store
    store.append(session.header.id, [comment(900, 20.0, "多少钱一箱<script>", asks=True, name=EVIL)])
    marked = studio.marking.again(session.header.id)
    store.save_transcript(session.header.id, session.transcript)
    store.save_scorecard(marked.scorecard)
    store.end(session.header.id, Ending.OFF_AIR)
    _ask_audience(studio, session.header.id)
    length = marked.log.length
    write_video(
        store.recording_path(session.header.id),
        [number / FPS for number in range(round(length * FPS))],
        sound=tone(length, 48_000),
    )
    store.close()
    return folder


def _ask_audience(studio: Studio, session: str) -> None:
    """Work out skill and luck once, so that not every page that is opened begins it."""
    log = studio.store.log(session)
    reviewed_ = reviewed(log, studio.store.transcript(session), studio.marking.yardstick(log))
    by = reviewed_.yardstick
    found = key_moments(reviewed_.log, by.rubric, by.rules, by.taxonomy, reviewed_.marked.scorecard)
    wanted = Wanted(studio.store.packed_log(session), by.taxonomy, found.moments)
    studio.store.keep_outcome(session, outcome_of(wanted, plan=Plan(64, 2.0, 4), fast=compiled.available()))


@pytest.fixture
def studio(kept_folder: Path, tmp_path: Path) -> Iterator[Studio]:
    shutil.copytree(kept_folder, tmp_path / "data")
    made = studio_in(tmp_path / "data")
    yield made
    made.close_devices()
    made.store.close()


@pytest.fixture
def session_id(studio: Studio) -> str:
    return studio.store.sessions()[0].header.id


@pytest.fixture
def open_review(qtbot: QtBot, studio: Studio, session_id: str, theme: Theme, jobs: Jobs) -> Iterator[Open]:
    opened: list[ReviewPage] = []

    def open_(
        look: Theme = theme, language: ScreenLanguage = ScreenLanguage.EN, instructor: str = "王老师"
    ) -> ReviewPage:
        if instructor:
            studio.store.keep_setting("review.instructor", instructor)
        page = ReviewPage(studio, session_id, look, jobs, language)
        qtbot.addWidget(page)
        opened.append(page)
        page.resize(1366, 768)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        qtbot.waitUntil(lambda: bool(page.scorecard.rows), timeout=20_000)
        page.setFocus()
        return page

    yield open_
    for page in opened:
        page.close()


def brightness(image: object) -> float:
    """Of the right half of a picture that ``write_video`` made."""
    from PySide6.QtGui import QImage

    assert isinstance(image, QImage)
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())[:, : grey.width()]
    return float(rows[:, grey.width() * 3 // 4].mean())
