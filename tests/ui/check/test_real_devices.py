"""From home to being on air with a camera from a file and a virtual microphone, by keyboard only."""

from __future__ import annotations

import wave
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from simulator import wiring
from simulator.assets import assets_folder
from simulator.devices.file_camera import FileCamera
from simulator.media_port import DeviceName
from simulator.ui.cabin.page import CabinPage
from simulator.ui.check.page import CheckPage
from simulator.ui.setup.page import HomePage
from tests.ui.windows import at_home
from tests.virtual_mic import RATE_HZ, VirtualMic, virtual_mic  # noqa: F401

PATIENCE_MS = 60_000


def write_murmur(path: Path) -> None:
    """Fifty seconds of something to hear, as loud as a voice."""
    samples = 0.1 * np.random.default_rng(1).standard_normal(50 * RATE_HZ)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())


def tab_to(qtbot: QtBot, page: QWidget, wanted: QWidget) -> None:
    for _ in range(200):
        if wanted.hasFocus():
            return
        qtbot.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {wanted.accessibleName() or wanted.objectName()}")


def press(qtbot: QtBot, page: QWidget, button: QWidget, key: Qt.Key = Qt.Key.Key_Return) -> None:
    tab_to(qtbot, page, button)
    qtbot.keyClick(button, key)


def shot(window: QWidget, name: str, folder: Path) -> None:
    assert window.grab().save(str(folder / f"{name}.png"))


def test_from_home_to_on_air_by_keyboard(
    qtbot: QtBot,
    qapp: QApplication,
    virtual_mic: VirtualMic,  # noqa: F811
    tmp_path: Path,
) -> None:
    write_murmur(tmp_path / "murmur.wav")
    camera = assets_folder() / "demo" / "camera.mp4"
    with wiring.studio(tmp_path / "data") as studio:
        studio.equipment = replace(
            studio.equipment,
            cameras=lambda: (DeviceName("camera:0", "from a file"),),
            camera=lambda _address, clock, _zero, _fast: FileCamera(camera, clock, clock.now()),
        )
        window = at_home(qtbot, qapp, studio)
        home = window.page
        assert isinstance(home, HomePage)
        tab_to(qtbot, home, home.who.trainee)
        qtbot.keyClicks(home.who.trainee, "Lin")
        press(qtbot, home, home.start)
        page = window.page
        assert isinstance(page, CheckPage)
        qtbot.waitUntil(lambda: studio.latest_picture() is not None and window.jobs.running == 0, timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: page._opened == page.addresses, timeout=PATIENCE_MS)
        assert page.tour.step is not None
        qtbot.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Escape)
        assert page.tour.step is None and window.page is page, "Esc ends the tour first"
        virtual_mic.play(tmp_path / "murmur.wav")
        for number in range(len(page.steps)):
            assert page.step == number
            if page.steps[number].widget is page.sound:
                qtbot.waitUntil(page.sound.say.isEnabled, timeout=PATIENCE_MS)
            shot(window, f"step-{number}", tmp_path)
            if page.steps[number].widget is page.consent:
                press(qtbot, page, page.consent.choices[page._chosen.trainee][0], Qt.Key.Key_Space)
            if number < len(page.steps) - 1:
                press(qtbot, page, page.next)
        press(qtbot, page, page.start)
        qtbot.waitUntil(lambda: isinstance(window.page, CabinPage), timeout=PATIENCE_MS)
        cabin = window.page
        assert isinstance(cabin, CabinPage)
        qtbot.waitUntil(lambda: cabin._session.now > 1.0, timeout=PATIENCE_MS)
        shot(window, "on-air", tmp_path)
        assert cabin._session.header.consent is not None
        cabin.end_quietly()
        qtbot.waitUntil(lambda: window.jobs.running == 0, timeout=PATIENCE_MS)
        window.close()
