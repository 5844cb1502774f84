"""A dressed application, the two languages, and a real studio whose clock is moved by hand."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.devices.clock import HandClock
from simulator.domain.events import Event, WentLive
from simulator.live.studio import Studio
from simulator.ui.app import dress
from simulator.ui.cabin.page import CabinPage
from simulator.ui.jobs import Jobs
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage, Translations
from tests.deviceless import studio_in
from tests.ui.cabins import Open
from tests.ui.scripted import ScriptedSession, ScriptedStudio, shop


@pytest.fixture(scope="session", autouse=True)
def offscreen() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def qm_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("qm")


@pytest.fixture(scope="session")
def translations(qapp: QApplication, qm_folder: Path) -> Translations:
    return Translations(qapp, qm_folder)


@pytest.fixture(autouse=True)
def in_english(translations: Translations) -> None:
    """Every test begins in English, whatever the one before spoke."""
    translations.use(ScreenLanguage.EN)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    look = Theme()
    dress(qapp, look)
    return look


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs(qapp)
    yield made
    made.close()


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def studio(tmp_path: Path, clock: HandClock) -> Iterator[Studio]:
    """The program's own content and a real store; no devices, no recogniser."""
    made = studio_in(tmp_path / "data", clock)
    yield made
    made.close_devices()
    made.store.close()


@pytest.fixture
def open_cabin(qtbot: QtBot, theme: Theme) -> Open:
    def opened(
        script: Sequence[Event] = (), look: Theme = theme, **changes: object
    ) -> tuple[CabinPage, ScriptedSession, ScriptedStudio]:
        session = ScriptedSession([WentLive(at=0.0), *script], replace(shop(), **changes))  # type: ignore[arg-type]
        studio = ScriptedStudio()
        page = CabinPage(session, studio, look, ScreenLanguage.EN)  # type: ignore[arg-type]
        qtbot.addWidget(page)
        page._tick.stop()
        page._picture.stop()
        page.resize(1366, 700)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.setFocus()
        return page, session, studio

    return opened
