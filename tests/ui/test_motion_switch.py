"""Less motion: chosen at home, kept, and true of the next window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.live.studio import Studio
from simulator.ui.motion import MOTION, system_wants_stillness
from simulator.ui.setup.page import HomePage
from simulator.ui.window import MainWindow
from tests.ui.windows import at_home


def home(window: MainWindow) -> HomePage:
    page = window.page
    assert isinstance(page, HomePage)
    return page


def test_less_motion_is_kept_and_taken_back(qtbot: QtBot, qapp: QApplication, studio: Studio) -> None:
    window = at_home(qtbot, qapp, studio)
    page = home(window)
    moves = not system_wants_stillness()
    assert window.theme.motion is moves
    box = page.looks.boxes[3]
    assert box.accessibleName() == "Motion" and box.currentIndex() == (0 if moves else 1)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert not window.theme.motion
    assert studio.store.setting(MOTION) is (False if moves else None)
    colours, scale = window.theme.tokens, window.theme.scale
    again = at_home(qtbot, qapp, studio)
    page = home(again)
    assert not again.theme.motion and (again.theme.tokens, again.theme.scale) == (colours, scale)
    assert page.looks.boxes[3].currentIndex() == 1
    qtbot.keyClick(page.looks.boxes[3], Qt.Key.Key_Up)
    assert again.theme.motion and studio.store.setting(MOTION) is True
    for each in (window, again):
        each.close()
