"""A session of two minutes, said and kept once, with a small recording; every test opens a copy of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from simulator.audience.parameters import MODEL
from simulator.devices.clock import HandClock
from simulator.devices.replayed_recogniser import ReplayedRecogniser
from simulator.domain.key_moments import KeyMoments
from simulator.domain.language import Language
from simulator.domain.outcome import Difference, HostOutcome, MomentOutcome, Outcome
from simulator.live.booking import Booking
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
    """Keep figures of skill and luck, so that not every page that is opened begins to play them."""
    log = studio.store.log(session)
    shown = reviewed(log, studio.store.transcript(session), studio.marking.yardstick(log))
    by = shown.yardstick
    found = key_moments(shown.log, by.rubric, by.rules, by.taxonomy, shown.marked.scorecard)
    studio.store.keep_outcome(session, figures_of(found))


def figures_of(found: KeyMoments) -> Outcome:
    """Skill and luck as 64 audiences might tell them."""

    def host(name: str, mean: float) -> HostOutcome:
        orders = tuple(mean + number % 8 for number in range(64))
        sales = tuple(39.9 * each for each in orders)
        return HostOutcome(host=name, orders=orders, sales=sales, net=tuple(0.8 * each for each in sales))

    means = {"session": 9.0, "silent": 0.0, "novice": 6.0, "fair": 14.0, "expert": 30.0}
    some = Difference(4.1, 1.0, 8.0, True, 200)
    none = Difference(0.1, -0.4, 0.6, False, 200)
    return Outcome(
        model=MODEL,
        engine="compiled",
        tick=0.5,
        hosts=tuple(host(name, mean) for name, mean in means.items()),
        orders=14,
        sales=558.6,
        score=54.0,
        score_error=3.0,
        luck=71.0,
        luck_low=63.0,
        luck_high=78.0,
        closed_loop=410.0,
        assumptions=("model_effects", "assumed_preset", "open_loop", "coarse_tick"),
        moments=tuple(
            MomentOutcome(
                key=each.key, at=each.span.start, until=each.span.start + 120, orders=some if number else none,
                net=some, left=none, own=3.0, assumptions=("model_effects",),
            )
            for number, each in enumerate(found.moments)
        ),
    )  # fmt: skip


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
        qtbot.waitUntil(lambda: page.is_filled, timeout=20_000)
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
