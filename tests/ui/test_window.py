"""The main window, from home to the score, on a real studio; and its accessibility."""

from __future__ import annotations

import html
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from simulator.devices.clock import HandClock
from simulator.domain.session import Ending
from simulator.live.booking import Booking
from simulator.live.studio import Studio
from simulator.ui.app import LANGUAGE, TEXT_PERCENT, THEME, Hook, open_booked, opened_window, theme_of
from simulator.ui.cabin.page import CabinPage
from simulator.ui.cabin.product_dialog import Asked, ProductDialog
from simulator.ui.cabin.wrap_up import WrapUpPage
from simulator.ui.check.chosen import COUNTDOWN
from simulator.ui.check.page import CheckPage
from simulator.ui.dialogs import Message, tell
from simulator.ui.plain import tip
from simulator.ui.setup.page import HomePage
from simulator.ui.theme import LIGHT
from simulator.ui.translations import ScreenLanguage
from simulator.ui.window import MainWindow

EVIL = '<b>x</b><img src="file:///etc/passwd"> & "我们"'


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, studio: Studio) -> Iterator[MainWindow]:
    made = opened_window(qapp, studio, screen="en")
    qtbot.addWidget(made)
    made.open_home()
    made.show()
    qtbot.waitUntil(lambda: made.jobs.running == 0)
    yield made
    page = made.page
    if isinstance(page, CabinPage) and page.on_air:
        page.end_quietly()
    made.close()
    made._speak(ScreenLanguage.EN)


def home(window: MainWindow) -> HomePage:
    page = window.page
    assert isinstance(page, HomePage)
    return page


def checked(window: MainWindow, name: str = "小雨") -> CheckPage:
    """The check page, with consent to be recorded."""
    page = home(window)
    page.who.trainee.setEditText(name)
    page.people.seed.setText("7")
    page.start.click()
    check = window.page
    assert isinstance(check, CheckPage)
    check.consent.choices[check._chosen.trainee][0].click()
    return check


def go_live(qtbot: QtBot, window: MainWindow, clock: HandClock, name: str = "小雨") -> CabinPage:
    page = checked(window, name)
    page.start.click()
    qtbot.waitUntil(lambda: isinstance(window.page, CabinPage) or page.trouble.isVisible(), timeout=20_000)
    cabin = window.page
    assert isinstance(cabin, CabinPage), page.trouble.whole
    clock.time += COUNTDOWN
    cabin._on_tick()
    return cabin


@pytest.fixture
def unrecorded(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sessions without a recording: there is nothing to record here."""
    live = studio.go_live

    def go_live(booking: Booking, recogniser: object = None) -> object:
        return live(replace(booking, record=False), recogniser)  # type: ignore[arg-type]

    monkeypatch.setattr(studio, "go_live", go_live)


@pytest.mark.usefixtures("unrecorded")
def test_from_home_through_the_cabin_to_a_score(
    qtbot: QtBot, window: MainWindow, studio: Studio, clock: HandClock
) -> None:
    cabin = go_live(qtbot, window, clock)
    for _ in range(50):
        clock.time += 0.5
        cabin._on_tick()
    assert cabin.figures.online.value != "–"
    qtbot.keyClick(cabin, Qt.Key.Key_F10)
    cabin.bar.off_air.click()
    question = cabin.findChild(Message)
    assert question is not None
    question.accept()
    qtbot.waitUntil(lambda: isinstance(window.page, WrapUpPage), timeout=20_000)
    page = window.page
    assert isinstance(page, WrapUpPage)
    qtbot.waitUntil(page._trouble.isVisible, timeout=20_000)
    (entry,) = studio.store.sessions()
    assert (entry.trainee.name, entry.ending) == ("小雨", Ending.OFF_AIR)
    assert studio.store.scorecard(entry.header.id) is not None
    page.home.click()
    assert home(window).past.model.rowCount() == 1


def test_a_recording_that_cannot_be_written_is_said_before_going_live(qtbot: QtBot, window: MainWindow) -> None:
    page = checked(window, "a")
    page.start.click()
    qtbot.waitUntil(page.trouble.isVisible)
    assert page.trouble.whole == "The recording nowhere cannot be written: check the disk."
    assert window.page is page


@pytest.mark.usefixtures("unrecorded")
def test_a_hostile_name_is_a_name(qtbot: QtBot, window: MainWindow, studio: Studio, clock: HandClock) -> None:
    go_live(qtbot, window, clock, EVIL)
    assert [trainee.name for trainee in studio.store.trainees()] == [EVIL]


@pytest.mark.usefixtures("unrecorded")
def test_closing_on_air_asks_and_ends_the_stream(
    qtbot: QtBot, window: MainWindow, studio: Studio, clock: HandClock
) -> None:
    go_live(qtbot, window, clock)
    window.close()
    assert window.isVisible()
    question = window.findChild(Message)
    assert question is not None
    question.accept()
    assert not window.isVisible()
    assert studio.store.sessions()[0].ending is not Ending.ON_AIR


def test_a_shut_window_asks_the_store_nothing_more(window: MainWindow) -> None:
    window.open_home()
    assert window._sweeping.isActive()
    window.close()
    assert not window._sweeping.isActive()


def test_language_look_and_text_size_are_switched_at_once_and_kept(
    window: MainWindow, studio: Studio, qapp: QApplication
) -> None:
    def choose(name: str, number: int) -> None:
        box = next(box for box in home(window).findChildren(QComboBox) if box.accessibleName() == name)
        box.activated.emit(number)

    assert home(window).start.accessibleName() == "Check and go live"
    choose("Language of the screen", 0)
    assert home(window).start.accessibleName() == "检查并开播"
    choose("配色", 1)
    choose("文字大小", 2)
    assert window.theme.tokens is LIGHT and window.theme.scale == 1.5
    assert LIGHT.background in qapp.styleSheet()
    kept = [studio.store.setting(key) for key in (LANGUAGE, THEME, TEXT_PERCENT)]
    assert kept == ["zh_CN", "light", 150]


def test_text_size_has_its_limits() -> None:
    assert theme_of("dark", 900).scale == 2.0
    assert theme_of(None, None).scale == 1.0


@pytest.mark.usefixtures("unrecorded")
def test_a_booking_opens_the_cabin_at_once(window: MainWindow) -> None:
    open_booked(window, Booking(scenario="S01", trainee="a", camera=None, microphone=None, seed=7), None)
    assert isinstance(window.page, CabinPage)


def test_what_nobody_foresaw_is_said_in_plain_words_once(qapp: QApplication) -> None:
    hook = Hook(qapp)
    for _ in range(3):
        try:
            raise ZeroDivisionError(EVIL)
        except ZeroDivisionError:
            hook.take(*sys.exc_info())  # type: ignore[arg-type]
    dialogs = [
        widget
        for widget in qapp.topLevelWidgets()
        if isinstance(widget, Message) and widget.windowTitle() == "Something went wrong"
    ]
    assert len(dialogs) == 1
    assert not any("passwd" in label.text() for label in dialogs[0].findChildren(QLabel))
    dialogs[0].accept()


# ------------------------------------------------------------------ accessibility


def walk(root: QWidget) -> list[QWidget]:
    return [root, *root.findChildren(QWidget)]


def check_plain(root: QWidget) -> None:
    """No widget guesses rich text."""
    for widget in walk(root):
        assert not isinstance(widget, QMessageBox | QTextEdit), widget
        words = html.unescape(widget.toolTip().removeprefix("<qt>").removesuffix("</qt>"))
        assert widget.toolTip() == tip(words), f"{widget} guesses what its tooltip is"
        if isinstance(widget, QLabel):
            assert widget.textFormat() is Qt.TextFormat.PlainText, widget.text()


def check_named(root: QWidget) -> None:
    """Everything that can have the focus says what it is."""
    kinds = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit)
    for widget in walk(root):
        inner = widget.objectName().startswith("qt_") or isinstance(widget.parent(), QComboBox | QAbstractSpinBox)
        popup = widget.window() is not root.window()
        if isinstance(widget, kinds) and not inner and not popup:
            assert widget.accessibleName() or getattr(widget, "text", lambda: "")(), widget


def check_reached(root: QWidget) -> None:
    """The tab key reaches every button that can be pressed."""
    reached: set[QWidget] = set()
    here = root.nextInFocusChain()
    while here not in reached:
        reached.add(here)
        here = here.nextInFocusChain()
    for widget in walk(root):
        if isinstance(widget, QAbstractButton) and widget.isVisible() and not widget.objectName().startswith("qt_"):
            assert widget in reached and widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget


def check(root: QWidget) -> None:
    check_plain(root)
    check_named(root)
    check_reached(root)


def test_home_can_be_read_and_reached_by_everyone(window: MainWindow, studio: Studio) -> None:
    studio.store.trainee(EVIL)
    window.open_home()
    check(window)


@pytest.mark.usefixtures("unrecorded")
def test_the_cabin_can_be_read_and_reached_by_everyone(qtbot: QtBot, window: MainWindow, clock: HandClock) -> None:
    cabin = go_live(qtbot, window, clock)
    check(window)
    for asked in Asked:
        dialog = ProductDialog("x", "y", cabin.shelf.model.rows, cabin, asked)
        dialog.show()
        check(dialog)
        dialog.close()


@pytest.mark.usefixtures("qapp")
def test_dialogs_can_be_read_and_reached_by_everyone() -> None:
    message = tell(None, EVIL, EVIL, "Close", detail=EVIL)
    check(message)
    assert message.sentence.text() == EVIL
    message.accept()
