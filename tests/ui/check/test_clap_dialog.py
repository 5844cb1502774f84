"""A clap, the picture in which the hands meet, and what is kept of it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.live.clap import DELAYS
from simulator.media_port import SoundBlock, VideoFrame
from simulator.ui.check.clap_dialog import ClapDialog
from simulator.ui.check.page import CheckPage
from tests.perception.test_clap import RATE_HZ, clapped, room
from tests.ui.check.conftest import BookedStudio, Open
from tests.ui.controls import used_controls


def asked(page: CheckPage, qtbot: QtBot) -> ClapDialog:
    """The dialog, opened by the button of the microphone's step."""
    page.show_step(1)
    page.sound.together.setFocus()
    qtbot.keyClick(page.sound.together, Qt.Key.Key_Return)
    (dialog,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, ClapDialog) and each.isVisible()]
    return dialog


def heard(studio: BookedStudio, at: float | None = 1.5) -> None:
    """Four seconds before the devices, with a clap whose picture comes 100 ms later."""
    assert studio.clap is not None
    sound = room(4, 1) if at is None else clapped(room(4, 1), at, 1, 0.9)
    for number in range(120):
        lit = at is not None and 0 <= number / 30 - at - 0.1 < 0.04
        studio.clap.picture(VideoFrame(number / 30, np.full((90, 160, 3), 220 if lit else 30, np.uint8)))
    studio.clap.sound(SoundBlock(0.0, sound, RATE_HZ))


def test_by_keyboard_from_the_button_to_the_setting(qtbot: QtBot, open_check: Open) -> None:
    page, studio = open_check()
    dialog = asked(page, qtbot)
    qtbot.keyClick(dialog.clap, Qt.Key.Key_Return)
    assert not dialog.clap.isEnabled()
    heard(studio)
    qtbot.waitUntil(dialog.strip.isVisible)
    assert studio.clap is None, "nothing is kept of pictures that nobody looks at"
    assert dialog.delay.value() == 0
    for _ in range(3):
        qtbot.keyClick(dialog.strip, Qt.Key.Key_Right)
    assert dialog.delay.value() == pytest.approx(100, abs=3)
    assert f"{dialog.delay.value()} ms" in dialog.strip.accessibleDescription()
    with qtbot.waitSignal(dialog.kept):
        qtbot.keyClick(dialog.keep, Qt.Key.Key_Return)
    assert studio.store.settings[DELAYS] == {"camera:0 | mic:USB": pytest.approx(0.1, abs=0.003)}
    assert "ms later than the sound" in page.sound.delay.whole


def test_a_click_chooses_a_picture_and_a_number_marks_the_nearest(qtbot: QtBot, open_check: Open) -> None:
    page, studio = open_check()
    dialog = asked(page, qtbot)
    qtbot.mouseClick(dialog.clap, Qt.MouseButton.LeftButton)
    heard(studio)
    qtbot.waitUntil(dialog.strip.isVisible)
    qtbot.mouseClick(dialog.strip, Qt.MouseButton.LeftButton, pos=QPoint(5, 20))
    assert dialog.strip.number == 0 and dialog.delay.value() == pytest.approx(-167, abs=34)
    dialog.delay.setValue(64)
    assert abs(dialog.strip.after_ms(dialog.strip.number) - 64) <= 17
    assert dialog.delay.value() == 64, "what was typed stands"


def test_silence_says_what_to_do_and_keeps_nothing(qtbot: QtBot, open_check: Open) -> None:
    page, studio = open_check()
    dialog = asked(page, qtbot)
    qtbot.mouseClick(dialog.clap, Qt.MouseButton.LeftButton)
    heard(studio, at=None)
    qtbot.waitUntil(dialog.clap.isEnabled)
    assert "No clap was heard" in dialog.words.whole
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert studio.clap is None and DELAYS not in studio.store.settings


def test_without_a_camera_there_is_nothing_to_put_together(open_check: Open) -> None:
    studio = BookedStudio()
    studio.cameras = lambda: ()  # type: ignore[method-assign]
    page, _ = open_check(studio)
    page.show_step(1)
    assert not page.sound.together.isEnabled()


def test_every_button_of_it_is_used(qtbot: QtBot, open_check: Open) -> None:
    with used_controls("check/clap_dialog.py") as uses:
        page, studio = open_check()
        dialog = asked(page, qtbot)
        uses.press(dialog.clap)
        heard(studio)
        qtbot.waitUntil(dialog.clap.isEnabled)
        uses.press(dialog.keep, by_key=True)
        assert not dialog.isVisible()
        again = asked(page, qtbot)
        uses.press(again.leave)
        assert not again.isVisible()
