"""How long sessions are kept: settled by the lab, told at the start, erased only after a yes; by keyboard and mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.domain.consent import KEPT_DAYS
from simulator.domain.events import WentLive, WentOffAir
from simulator.live.studio import Studio
from simulator.ui.dialogs import Message
from simulator.ui.setup.keeping import DAYS, KeepingPanel, kept_days
from simulator.ui.setup.page import HomePage
from simulator.ui.theme import Theme
from simulator.ui.window import MainWindow
from tests.ui.scripted import header
from tests.ui.windows import at_home

OLD, NEW = "session-old", "session-new"
Start = Callable[[], MainWindow]


@pytest.fixture
def kept(studio: Studio) -> Studio:
    """One session of forty days ago, with a recording, and one of yesterday."""
    scenario = studio.library.scenario("S01")
    for id, name, days in ((OLD, "<b>小雨</b>", 40), (NEW, "阿布", 1)):
        began = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="seconds")
        made = replace(header(scenario, 1), id=id, trainee=studio.store.trainee(name).id, began_utc=began)
        studio.store.begin(made, scenario)
        studio.store.append(id, [WentLive(at=0.0), WentOffAir(at=60.0)])
        file = studio.store.recording_path(id)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x")
    return studio


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, kept: Studio) -> Iterator[Start]:
    """Start the program's window; the one before is closed."""
    opened: list[MainWindow] = []

    def started() -> MainWindow:
        for window in opened:
            window.close()
        window = at_home(qtbot, qapp, kept)
        qtbot.waitUntil(lambda: window._swept and window.jobs.running == 0)
        opened.append(window)
        return window

    yield started
    for window in opened:
        window.close()


def question(window: MainWindow) -> Message | None:
    return next((each for each in window.findChildren(Message) if each.isVisible()), None)


def ids(studio: Studio) -> set[str]:
    return {entry.header.id for entry in studio.store.sessions()}


def test_the_period_is_chosen_by_keyboard_and_stays(qtbot: QtBot, kept: Studio, theme: Theme) -> None:
    panel = KeepingPanel(kept.store, theme)
    qtbot.addWidget(panel)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    assert panel.period.currentData() == KEPT_DAYS
    panel.period.setFocus()
    qtbot.keyClick(panel.period, Qt.Key.Key_Home)
    assert kept.store.setting(DAYS) == 30 and kept_days(kept.store) == 30
    qtbot.keyClick(panel.period, Qt.Key.Key_End)
    assert panel.period.currentText() == "until they are erased by hand" and kept_days(kept.store) is None
    qtbot.keyClick(panel.period, Qt.Key.Key_Up)
    again = KeepingPanel(kept.store, theme)
    qtbot.addWidget(again)
    assert again.period.currentData() == kept_days(kept.store) == 365


def test_nothing_is_asked_while_nothing_has_expired(start: Start, kept: Studio) -> None:
    assert question(start()) is None
    assert ids(kept) == {OLD, NEW}


def test_what_has_expired_is_named_and_kept_after_a_no(qtbot: QtBot, start: Start, kept: Studio) -> None:
    kept.store.keep_setting(DAYS, 30)
    window = start()
    asked = question(window)
    assert asked is not None and asked.no is not None
    last = (datetime.now(UTC) - timedelta(days=10)).date().isoformat()
    assert f"<b>小雨</b> · S01 · {last}" in [label.whole for label in asked.findChildren(type(asked.sentence))]
    with qtbot.waitActive(asked):
        asked.activateWindow()
    assert asked.no.hasFocus(), "whoever only presses Enter erases nothing"
    qtbot.keyClick(asked.no, Qt.Key.Key_Return)
    assert question(window) is None and ids(kept) == {OLD, NEW}
    assert kept.store.recording_path(OLD).exists()
    window.open_home()
    assert question(window) is None, "once a start"
    assert question(start()) is not None


def test_what_has_expired_is_not_asked_into_what_was_begun_meanwhile(qtbot: QtBot, start: Start, kept: Studio) -> None:
    window = start()
    kept.store.keep_setting(DAYS, 30)
    window._swept = False
    window._sweep()
    window.open_queue()
    qtbot.waitUntil(lambda: window.jobs.running == 0)
    assert question(window) is None
    window.open_home()
    qtbot.waitUntil(lambda: question(window) is not None)


def test_after_a_yes_session_and_recording_are_gone_and_the_other_stays(
    qtbot: QtBot, start: Start, kept: Studio
) -> None:
    kept.store.keep_setting(DAYS, 30)
    window = start()
    asked = question(window)
    assert asked is not None
    QTest.mouseClick(asked.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ids(kept) == {NEW} and isinstance(window.page, HomePage))
    qtbot.waitUntil(lambda: window.page.past.model.rowCount() == 1)  # type: ignore[union-attr]
    assert not kept.store.recording_path(OLD).exists() and kept.store.recording_path(NEW).exists()
    assert isinstance(window.page, HomePage) and window.page.past.model.rowCount() == 1
    assert question(start()) is None
