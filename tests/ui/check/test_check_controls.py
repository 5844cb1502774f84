"""Every button of home and of the check page is used by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pytestqt.qtbot import QtBot

from simulator.domain.session import Ending
from simulator.ui.check.chosen import Chosen
from simulator.ui.check.page import CheckPage
from simulator.ui.check.preparation import Prepared
from simulator.ui.jobs import Jobs
from simulator.ui.rehearings import Rehearings
from simulator.ui.setup.page import HomePage
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from tests.ui.check.conftest import EXAM, Open
from tests.ui.controls import used_controls
from tests.ui.scripted import BareStudio, ScriptedStudio, entry, shop


def settled(qtbot: QtBot, jobs: Jobs) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: jobs.running == 0)


def test_home(qtbot: QtBot, theme: Theme, jobs: Jobs) -> None:
    with used_controls("setup", "dialogs.py", without=("setup/content_trouble.py",)) as uses:
        for look in (theme, replace(theme, scale=1.5)):  # nothing was rehearsed; large text has a button for the look
            empty = HomePage(ScriptedStudio(), look, ScreenLanguage.EN)  # type: ignore[arg-type]
            qtbot.addWidget(empty)
            empty.resize(1366, 720)
            with qtbot.waitActive(empty):
                empty.show()
                empty.activateWindow()
            uses.press(empty.past.begin, by_key=True)
        uses.press(empty.looks.button, by_key=True)
        empty.looks._sheet.close()
        for ending in (Ending.ON_AIR, Ending.SCORED):
            studio = ScriptedStudio([entry(number, ending, 70.0) for number in (1, 2)])
            page = HomePage(studio, theme, ScreenLanguage.EN)  # type: ignore[arg-type]
            qtbot.addWidget(page)
            page.resize(1366, 720)
            with qtbot.waitActive(page):
                page.show()
                page.activateWindow()
            page.who.trainee.setEditText("王晓梅")
            waiting = Rehearings(studio, jobs)  # type: ignore[arg-type]
            waiting._waiting = ("000000000001",)
            page.past.show_rehearings(waiting)
            uses.sweep(page)
        for _ in range(2):  # once no, once yes
            uses.press(page.past.erase)
            uses.answer(page)


def test_check_page(qtbot: QtBot, open_check: Open, theme: Theme, jobs: Jobs) -> None:
    settle = settled(qtbot, jobs)
    with used_controls("check", "widgets/calibrate_look.py", without=("check/clap_dialog.py",)) as uses:
        page, _ = open_check()
        for number in range(len(page.steps)):
            page.show_step(number)
            if number == 1:
                qtbot.waitUntil(page.sound.say.isEnabled)
            if number == 5:
                uses.press(page.planner._grid.itemAtPosition(1, 4).widget())  # type: ignore[arg-type]
                page.planner._grid.itemAtPosition(0, 3).widget().setValue(300)  # type: ignore[attr-defined]
            uses.sweep(page.steps[number].widget, settle)
        uses.sweep(page.rail, settle)
        page.show_step(2)
        uses.press(page.back)
        uses.press(page.next, by_key=True)
        uses.press(page.help, by_key=True)
        page.tour.end()
        uses.press(page.home)
        uses.press(page.start, by_key=True)
        exam, _ = open_check(**EXAM)
        exam.show_step(4)
        uses.sweep(exam.gates[0], settle)
        assert exam.study.isVisible()
        chosen, studio = Chosen(scenario=shop(), trainee="王晓梅"), BareStudio()
        ready = Prepared.of(chosen, studio.clock.now)
        bare = CheckPage(studio, chosen, ready, theme, jobs, ScreenLanguage.EN)  # type: ignore[arg-type]
        qtbot.addWidget(bare)
        bare.resize(1366, 720)
        with qtbot.waitActive(bare):
            bare.show()
            bare.activateWindow()
        settle()
        bare.camera.poll(100)
        uses.press(bare.camera.retry, by_key=True)
        settle()
        uses.press(bare.camera.without)
        uses.press(bare.sound.install, by_key=True)
        uses.answer(bare)
        bare.close()
        settle()
