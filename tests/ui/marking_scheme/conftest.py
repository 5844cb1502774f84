"""A store with twelve scored sessions whose values differ, and the tab on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from simulator.domain.events import WentLive, WentOffAir
from simulator.domain.session import Ending, SessionHeader
from simulator.live.studio import Studio
from simulator.scoring import rescored, score
from simulator.ui.jobs import Jobs
from simulator.ui.marking_scheme.view import SchemeView
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage, Translations
from tests.rehearsed import good_run
from tests.ui.scripted import header

Open = Callable[..., SchemeView]
SESSIONS = 12


@pytest.fixture
def scored(studio: Studio) -> tuple[SessionHeader, ...]:
    """The good run, with a twelfth more of the questions answered from one session to the next."""
    store = studio.store
    rubric = store.rubric("live-sales-default")
    scenario = replace(studio.library.scenario("S01"), profile=None)
    good = score(good_run().log(), rubric, provisional=False)
    headers = []
    for number in range(SESSIONS):
        trainee = store.trainee("小雨" if number % 2 else "<b>Tom</b>")
        one = replace(
            header(scenario, number + 1), trainee=trainee.id, began_utc=f"2026-11-{number + 1:02}T08:00:00+00:00"
        )
        store.begin(one, scenario)
        store.append(one.id, [WentLive(at=0.0), WentOffAir(at=600.0)])
        marks = tuple(
            replace(mark, measurement=replace(mark.measurement, value=(number + 0.5) / SESSIONS))
            if mark.criterion == "C1"
            else mark
            for mark in good.marks
        )
        card = rescored(replace(good, session=one.id, marks=marks), rubric, rubric, language=one.language)
        assert card is not None
        store.save_scorecard(card)
        store.end(one.id, Ending.SCORED)
        headers.append(one)
    return tuple(headers)


@pytest.fixture
def open_scheme(
    qtbot: QtBot,
    studio: Studio,
    theme: Theme,
    jobs: Jobs,
    translations: Translations,
    scored: tuple[SessionHeader, ...],
) -> Iterator[Open]:
    opened: list[SchemeView] = []

    def open_(
        language: ScreenLanguage = ScreenLanguage.EN, instructor: str = "王老师", look: Theme = theme
    ) -> SchemeView:
        translations.use(language)
        if instructor:
            studio.store.keep_setting("review.instructor", instructor)
        view = SchemeView(studio, look, jobs, language)
        qtbot.addWidget(view)
        opened.append(view)
        view.resize(1366, 660)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        settled(qtbot, view)
        return view

    yield open_
    assert len(scored) == SESSIONS
    for view in opened:
        view.close()


def settled(qtbot: QtBot, view: SchemeView) -> None:
    """Wait until the newest question about past sessions is answered."""
    qtbot.waitUntil(lambda: view.past._job is None and not view.past._again)
