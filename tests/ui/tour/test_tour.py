"""The tour of home and of the check page: it points at what is there, blocks nothing, and comes once by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from simulator.live.studio import Studio
from simulator.ui.app import dress
from simulator.ui.check.page import CheckPage
from simulator.ui.setup.page import HomePage
from simulator.ui.theme import DARK, Theme
from simulator.ui.tour.placing import beside
from simulator.ui.tour.tour import SEEN
from simulator.ui.translations import ScreenLanguage
from simulator.ui.window import MainWindow
from tests.ui.controls import used_controls
from tests.ui.scripted import ScriptedStudio
from tests.ui.windows import at_home

Open = Callable[..., tuple[HomePage, ScriptedStudio]]


@pytest.fixture
def open_home(qtbot: QtBot, theme: Theme) -> Open:
    def opened(look: Theme = theme, **settings: object) -> tuple[HomePage, ScriptedStudio]:
        studio = ScriptedStudio()
        studio.store.settings.update({name.replace("_", ".", 1): value for name, value in settings.items()})
        page = HomePage(studio, look, ScreenLanguage.EN)  # type: ignore[arg-type]
        qtbot.addWidget(page)
        page.resize(1366, 720)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page, studio

    return opened


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, studio: Studio) -> MainWindow:
    made = at_home(qtbot, qapp, studio)
    qtbot.waitUntil(lambda: made.jobs.running == 0)
    return made


def home(window: MainWindow) -> HomePage:
    page = window.page
    assert isinstance(page, HomePage)
    return page


def settled(page: HomePage) -> None:
    QApplication.processEvents()
    page.tour._slide.setCurrentTime(page.tour._slide.duration())
    QApplication.processEvents()


def around(page: QWidget, target: QWidget) -> QRect:
    return QRect(target.mapTo(page, QPoint()), target.size())


# ------------------------------------------------------------------ when it comes


def test_it_comes_at_the_first_start_and_not_again(qtbot: QtBot, window: MainWindow) -> None:
    page = home(window)
    assert page.tour.step == 0 and page.tour.callout.isVisible()
    assert page.tour.callout.next.hasFocus()
    qtbot.keyClick(page.tour.callout.next, Qt.Key.Key_Escape)
    assert page.tour.step is None and not page.tour.callout.isVisible() and not page.tour.ring.isVisible()
    assert window.studio.store.setting(SEEN) == ["home"]
    window.open_home()
    assert home(window).tour.step is None


def test_a_button_and_its_key_bring_it_back(qtbot: QtBot, open_home: Open) -> None:
    page, studio = open_home()
    studio.store.settings[SEEN] = ["home"]
    page.tour.offer()
    assert page.tour.step is None
    qtbot.keyClick(page, Qt.Key.Key_F1)
    assert page.tour.step == 0
    page.tour.end()
    qtbot.mouseClick(page.help, Qt.MouseButton.LeftButton)
    assert page.tour.step == 0


def test_another_language_does_not_throw_one_back(qtbot: QtBot, window: MainWindow) -> None:
    for _ in range(5):
        qtbot.keyClick(home(window).tour.callout.next, Qt.Key.Key_Right)
    window._on_language(ScreenLanguage.ZH_CN)
    page = home(window)
    assert page.tour.step == 5
    assert page.tour.callout.title.whole == "按键与帮助"
    window._on_language(ScreenLanguage.EN)


def test_a_broken_setting_costs_nothing(open_home: Open) -> None:
    page, studio = open_home()
    studio.store.settings[SEEN] = {"home": 3}
    page.tour.offer()
    assert page.tour.step == 0
    page.tour.end()
    assert studio.store.settings[SEEN] == ["home"]


# ------------------------------------------------------------------ how one goes through it


def test_arrows_enter_and_the_buttons_lead_through_all_of_it(qtbot: QtBot, open_home: Open) -> None:
    page, studio = open_home()
    page.tour.begin()
    callout = page.tour.callout
    assert not callout.back.isEnabled()
    told = [callout.title.whole]
    for go in (
        lambda: qtbot.keyClick(callout.next, Qt.Key.Key_Return),
        lambda: qtbot.keyClick(callout.next, Qt.Key.Key_Right),
        lambda: qtbot.mouseClick(callout.next, Qt.MouseButton.LeftButton),
        lambda: qtbot.keyClick(callout.next, Qt.Key.Key_Right),
        lambda: qtbot.keyClick(callout.next, Qt.Key.Key_Right),
    ):
        go()
        told.append(callout.title.whole)
    assert len(set(told)) == 6
    qtbot.keyClick(callout.next, Qt.Key.Key_Left)
    assert (page.tour.step, callout.title.whole) == (4, told[4])
    qtbot.keyClick(callout.next, Qt.Key.Key_Right)
    with qtbot.waitSignal(page.tour.ended):
        qtbot.keyClick(callout.next, Qt.Key.Key_Return)
    assert studio.store.settings[SEEN] == ["home"]
    assert page.who.trainee.hasFocus() or page.hasFocus()


def test_every_button_of_it_is_used(qtbot: QtBot, theme: Theme) -> None:
    with used_controls("tour") as uses:
        page = HomePage(ScriptedStudio(), theme, ScreenLanguage.EN)  # type: ignore[arg-type]
        qtbot.addWidget(page)
        page.resize(1366, 720)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.tour.begin()
        callout = page.tour.callout
        for button in (callout.next, callout.back, callout.skip):
            uses.press(button, by_key=True)
        assert page.tour.step is None


def test_it_says_itself_to_a_screen_reader(open_home: Open) -> None:
    page, _ = open_home()
    page.tour.begin()
    callout = page.tour.callout
    assert callout.accessibleName() == "Tour: Who are you?"
    assert callout.words.whole in callout.next.accessibleDescription()
    assert callout.count.accessibleName() == "Stop 1 of 6"
    said = QAccessible.queryAccessibleInterface(callout.next)
    assert said is not None and callout.words.whole in said.text(QAccessible.Text.Description)


# ------------------------------------------------------------------ where it stands


def test_the_ring_is_around_what_is_told_of_and_the_words_are_beside_it(open_home: Open) -> None:
    page, _ = open_home()
    page.tour.begin()
    for stop in page.tour._stops:
        settled(page)
        target = around(page, stop.target)
        assert page.tour.ring.geometry().intersected(target) == target.intersected(page.rect()), stop.title
        assert not page.tour.callout.geometry().intersects(target), stop.title
        assert page.rect().contains(page.tour.callout.geometry())
        page.tour._go(1)


def test_it_follows_what_it_tells_of(open_home: Open) -> None:
    page, _ = open_home()
    page.tour.begin(2)
    settled(page)
    before = page.tour.callout.pos()
    page.resize(1200, 650)
    settled(page)
    assert page.tour.callout.pos() != before
    assert page.tour.ring.geometry().contains(around(page, page.start).center())
    assert page.rect().contains(page.tour.callout.geometry())


def test_what_is_hidden_is_told_of_without_a_ring(open_home: Open) -> None:
    page, _ = open_home()
    page.tour.begin(4)
    page.past.hide()
    settled(page)
    assert not page.tour.ring.isVisible() and page.tour.callout.isVisible()
    assert page.rect().contains(page.tour.callout.geometry())


def test_it_blocks_nothing(qtbot: QtBot, open_home: Open) -> None:
    page, _ = open_home()
    page.tour.begin()
    settled(page)
    line = page.who.trainee.lineEdit()
    assert line is not None
    hit = line.mapTo(page, QPoint(20, line.height() // 2))
    assert page.childAt(hit) is line, "the ring lets the mouse through"
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(line, "Ann")
    assert page.who.name == "Ann" and page.tour.step == 0
    with qtbot.waitSignal(page.check_asked):
        qtbot.mouseClick(page.start, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_its_words_are_never_cut_off(qapp: QApplication, open_home: Open, scale: float) -> None:
    look = Theme(DARK, scale)
    dress(qapp, look)
    page, _ = open_home(look)
    page.resize(1366, 768)
    page.tour.begin()
    callout = page.tour.callout
    for _ in page.tour._stops:
        settled(page)
        for label in (callout.title, callout.words):
            assert label.height() >= label.heightForWidth(label.width()), label.whole
        assert page.rect().contains(callout.geometry())
        assert callout.skip.geometry().right() < callout.back.geometry().left()
        for button in (callout.skip, callout.back, callout.next):
            assert button.width() >= button.sizeHint().width(), f"cut off: {button.text()}"  # its padding counts too
        page.tour._go(1)
    dress(qapp, Theme())


def test_with_motion_off_it_stands_at_once(qtbot: QtBot, open_home: Open, theme: Theme) -> None:
    still, _ = open_home(replace(theme, motion=False))
    still.tour.begin()
    qtbot.keyClick(still.tour.callout.next, Qt.Key.Key_Right)
    assert still.tour._slide.state() is still.tour._slide.State.Stopped
    moving, _ = open_home()
    moving.tour.begin()
    qtbot.keyClick(moving.tour.callout.next, Qt.Key.Key_Right)
    assert moving.tour._slide.state() is moving.tour._slide.State.Running
    moving.tour.end()


@pytest.mark.parametrize(
    ("target", "corner"),
    [
        (QRect(400, 10, 100, 30), QPoint(349, 51)),  # below
        (QRect(400, 560, 100, 30), QPoint(349, 448)),  # above
        (QRect(10, 10, 200, 580), QPoint(221, 249)),  # right of it
        (QRect(590, 10, 200, 580), QPoint(378, 249)),  # left of it
        (QRect(0, 0, 800, 600), QPoint(299, 249)),  # over its middle
    ],
)
def test_a_callout_stands_where_there_is_room(target: QRect, corner: QPoint) -> None:
    assert beside(target, QSize(200, 100), QRect(0, 0, 800, 600)) == corner


# ------------------------------------------------------------------ before going live


def test_the_check_page_has_its_own_and_esc_leaves_it_first(qtbot: QtBot, window: MainWindow) -> None:
    page = home(window)
    page.tour.end()
    page.who.trainee.setEditText("小雨")
    page.start.click()
    check = window.page
    assert isinstance(check, CheckPage)
    assert check.tour.step == 0 and check.tour.callout.isVisible()
    qtbot.keyClick(check, Qt.Key.Key_Escape)
    assert check.tour.step is None and window.page is check
    assert window.studio.store.setting(SEEN) == ["check", "home"]
    with qtbot.waitSignal(check.home_asked):
        qtbot.keyClick(check, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.jobs.running == 0)


def test_the_cabin_is_shown_in_small_before_one_is_live(qtbot: QtBot, window: MainWindow) -> None:
    page = home(window)
    page.tour.end()
    page.who.trainee.setEditText("小雨")
    page.start.click()
    check = window.page
    assert isinstance(check, CheckPage)
    shown = []
    while check.tour.step is not None:
        sketch = check.tour.callout.sketch
        shown.append(sketch.part.name if sketch.isVisible() else "")
        qtbot.keyClick(check.tour.callout.next, Qt.Key.Key_Right)
    assert shown == ["", "SAY", "STAGE", "DESK", ""]
    qtbot.waitUntil(lambda: window.jobs.running == 0)
