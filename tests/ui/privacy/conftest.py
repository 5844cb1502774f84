"""A studio with two trainees, one of whose sessions is due, and the privacy page on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from simulator.domain.events import WentLive, WentOffAir
from simulator.domain.session import Ending
from simulator.live.studio import Studio
from simulator.ui.jobs import Jobs
from simulator.ui.privacy.page import PrivacyPage
from simulator.ui.theme import Theme
from tests.ui.scripted import header

OLD, NEW = "session-old", "session-new"
NAME = "<b>欧阳橄榄</b>"
Open = Callable[..., PrivacyPage]


@pytest.fixture
def kept(studio: Studio) -> Studio:
    scenario = studio.library.scenario("S01")
    for id, name, days in ((OLD, NAME, 400), (NEW, "阿布", 1)):
        began = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="seconds")
        made = replace(header(scenario, 1), id=id, trainee=studio.store.trainee(name).id, began_utc=began)
        studio.store.begin(made, scenario)
        studio.store.append(id, [WentLive(at=0.0), WentOffAir(at=60.0)])
        studio.store.end(id, Ending.OFF_AIR)
        studio.store.recording_path(id).write_bytes(b"film")
    studio.store.keep_setting("review.instructor", "王老师")
    return studio


@pytest.fixture
def open_privacy(qtbot: QtBot, kept: Studio, theme: Theme, jobs: Jobs) -> Iterator[Open]:
    def open_(look: Theme = theme) -> PrivacyPage:
        page = PrivacyPage(kept, look, jobs)
        qtbot.addWidget(page)
        page.resize(1366, 720)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        qtbot.waitUntil(lambda: jobs.running == 0)  # what is due is looked up beside the window
        return page

    yield open_
    qtbot.waitUntil(lambda: jobs.running == 0, timeout=30_000)
