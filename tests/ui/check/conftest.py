"""A check page on a scripted studio."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from simulator.domain.session import Mode
from simulator.live.booking import Booking
from simulator.live.looking import Calibrating, CalibrationState
from simulator.media_port import Level
from simulator.ports import Mendable
from simulator.ui.check.chosen import Chosen
from simulator.ui.check.page import CheckPage
from simulator.ui.check.preparation import Prepared
from simulator.ui.jobs import Jobs
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from tests.ui.scripted import ScriptedSession, ScriptedStudio, shop

Open = Callable[..., tuple[CheckPage, "BookedStudio"]]


class BookedStudio(ScriptedStudio):
    """Goes live with a scripted session, or fails as told."""

    def __init__(self, error: Mendable | None = None) -> None:
        super().__init__()
        self.booked: list[Booking] = []
        self.error = error
        self.loud: Level | None = Level(-24.0, -9.0)

    def go_live(self, booking: Booking) -> ScriptedSession:
        if self.error is not None:
            raise self.error
        self.booked.append(booking)
        return ScriptedSession()

    def calibrated(self) -> None:
        self.eye.now = Calibrating(CalibrationState.DONE, 1.0)


@pytest.fixture
def open_check(qtbot: QtBot, theme: Theme, jobs: Jobs) -> Iterator[Open]:
    def opened(
        studio: BookedStudio | None = None, *, prepared: Prepared | None = None, settings: object = None, **more: object
    ) -> tuple[CheckPage, BookedStudio]:
        made = studio or BookedStudio()
        if isinstance(settings, dict):
            made.store.settings.update(settings)
        chosen = Chosen(scenario=shop(), trainee="王晓梅")
        chosen = replace(chosen, **more)  # type: ignore[arg-type]
        ready = prepared or Prepared.of(chosen, made.clock.now)
        page = CheckPage(made, chosen, ready, theme, jobs, ScreenLanguage.EN)  # type: ignore[arg-type]
        qtbot.addWidget(page)
        page.resize(1366, 720)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        qtbot.waitUntil(lambda: jobs.running == 0)
        return page, made

    yield opened


EXAM = {"mode": Mode.EXAM, "seed": 71}
