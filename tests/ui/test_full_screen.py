"""F11 makes any window as large as its screen, and gives it back as it was."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.live.studio import Studio
from tests.ui.cabins import Open, at
from tests.ui.windows import at_home


def test_the_main_window_and_every_page_of_it(qtbot: QtBot, qapp: QApplication, studio: Studio) -> None:
    window = at_home(qtbot, qapp, studio)
    for opening in (window.open_home, window.open_marking_scheme):
        opening()
        page = window.page
        assert page is not None
        qtbot.keyClick(page, Qt.Key.Key_F11)
        assert window.isFullScreen()
        qtbot.keyClick(page, Qt.Key.Key_F11)
        assert not window.isFullScreen()
    window.setWindowState(Qt.WindowState.WindowMaximized)
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isMaximized() and not window.isFullScreen()
    window.close()


def test_the_window_of_the_desk(qtbot: QtBot, open_cabin: Open) -> None:
    page, session, _ = open_cabin()
    at(page, session, 1.0)
    page.second._hand_over("t2")
    desk = page.second.window
    assert desk is not None
    with qtbot.waitActive(desk):
        desk.activateWindow()
    qtbot.keyClick(desk, Qt.Key.Key_F11)
    assert desk.isFullScreen()
    qtbot.keyClick(desk, Qt.Key.Key_F11)
    assert not desk.isFullScreen()
    page.second.close()
