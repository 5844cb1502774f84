"""No part of a page shows itself as a window of its own before it has a place: that flashes, and takes the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from simulator.domain.session import SessionHeader
from simulator.live.studio import Studio
from simulator.ui.app import TEXT_PERCENT, opened_window
from simulator.ui.window import MainWindow


class Windows(QObject):
    """Notes every widget that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


@pytest.mark.parametrize("percent", [100, 150])
def test_only_the_window_is_one(
    qtbot: QtBot, qapp: QApplication, studio: Studio, scored: tuple[SessionHeader, ...], percent: int
) -> None:
    studio.store.keep_setting(TEXT_PERCENT, percent)
    window = opened_window(qapp, studio, screen="en")
    qtbot.addWidget(window)
    windows = Windows()
    qapp.installEventFilter(windows)
    try:
        window.show()
        window.open_home()
        qtbot.waitUntil(lambda: window.jobs.running == 0)
        window.open_marking_scheme()
        qtbot.waitUntil(lambda: window.jobs.running == 0)
        window.open_review(scored[0].id)
        qtbot.waitUntil(lambda: window.jobs.running == 0 and window.page.session is not None)
    finally:
        qapp.removeEventFilter(windows)
        window.close()
    assert [type(each) for each in windows.shown] == [MainWindow]
