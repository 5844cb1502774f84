"""A window on a store of a dozen scored sessions, each a minute long."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.assets import assets_folder
from simulator.domain.events import WentLive, WentOffAir
from simulator.domain.session import Ending, Transcript
from simulator.live.studio import Studio
from simulator.storage.content import FolderLibrary
from simulator.ui.review.instructor import SETTING
from simulator.ui.review.page import ReviewPage
from simulator.ui.translations import ScreenLanguage
from simulator.ui.window import MainWindow
from tests.storage.test_queue import Evening
from tests.ui.scripted import comment, phrase
from tests.ui.windows import at_home

ONE, OTHER = "王老师", "李老师"
SAID = "今天的橙子一箱只要三十九块九"
WRITTEN = "橙子多少钱一箱"


class Rehearsed(Evening):
    """Sessions with something said and written in them."""

    def rehearsed(self, id: str, trainee: str = "小雨", **more: object) -> str:
        self.scored(id, trainee, **more)  # type: ignore[arg-type]
        store = self.store
        spoken = phrase(24.0, SAID)
        store.append(id, [WentLive(at=0.0), comment(1, 20.0, WRITTEN), spoken, WentOffAir(at=60.0)])
        store.save_transcript(id, Transcript(engine="script", final=True, phrases=(replace(spoken, at=24.0),)))
        store.end(id, Ending.SCORED)
        return id


@pytest.fixture
def evening(studio: Studio) -> Rehearsed:
    library = FolderLibrary(assets_folder())
    made = Rehearsed(studio.store, library.scenario("S01"), library)  # type: ignore[arg-type]
    for number, (trainee, level) in enumerate((("小雨", 3), ("Li Lei", None), ("<b>王</b>", 4))):
        made.rehearsed(f"s-{number}", trainee, minute=number, level=level)
    studio.store.keep_setting(SETTING, ONE)
    return made


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, studio: Studio, evening: Rehearsed) -> Iterator[MainWindow]:
    assert evening.store is studio.store
    made = at_home(qtbot, qapp, studio)
    yield made
    qtbot.waitUntil(lambda: made.jobs.running == 0, timeout=20_000)
    made.close()
    made._speak(ScreenLanguage.EN)


def reviewed(qtbot: QtBot, window: MainWindow, session: str) -> ReviewPage:
    """The review page of this session, once it was read."""

    def read() -> bool:
        page = window.page
        return isinstance(page, ReviewPage) and page.entry.header.id == session and page.is_filled

    qtbot.waitUntil(read, timeout=20_000)
    page = window.page
    assert isinstance(page, ReviewPage)
    return page
