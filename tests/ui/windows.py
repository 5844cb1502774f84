"""The program's main window, as tests open it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.live.studio import Studio
from simulator.ui.app import opened_window
from simulator.ui.window import MainWindow


def at_home(qtbot: QtBot, app: QApplication, studio: Studio) -> MainWindow:
    """The window in English on a lab's screen, active, with its home page; whoever asked closes it."""
    window = opened_window(app, studio, screen="en")
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.open_home()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window
