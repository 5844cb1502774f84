"""Calibrating the look: on the check page and in the cabin, said in words, reached by keyboard."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from simulator.live.looking import Calibrating, CalibrationState
from simulator.perception.face import Face
from simulator.perception.framing import Hint, hint
from simulator.perception.picture import Glance, glance
from simulator.ui.check.camera_step import CameraStep
from simulator.ui.setup.picture_hints import picture_hint
from simulator.ui.theme import Theme
from simulator.ui.widgets import CalibrateLook
from tests.ui.cabins import Open, at
from tests.ui.scripted import ScriptedStudio

POINTS = ((300, 100), (340, 100), (320, 130), (305, 150), (335, 150))


def seen(left: float = 270, top: float = 90, wide: float = 100, high: float = 120, luma: int = 130) -> Glance:
    """A picture of 640 x 360 of one brightness, with a face there."""
    pixels = np.full((360, 640, 3), luma, np.uint8)
    return glance(0.0, pixels, (Face(left, top, wide, high, 0.9, POINTS),), None)


@pytest.mark.parametrize(
    ("picture", "wanted"),
    [
        (seen(), Hint.GOOD),
        (seen(luma=30), Hint.DARK),
        (seen(luma=225), Hint.GLARING),
        (replace(seen(), face_luma=60.0, beside_luma=160.0), Hint.BACKLIT),
        (seen(wide=30, high=40), Hint.FAR),
        (seen(left=220, top=40, wide=200, high=260), Hint.NEAR),
        (seen(left=20), Hint.OFF_CENTRE),  # in the picture, and outside what viewers see
        (seen(top=250), Hint.OFF_CENTRE),
        (replace(seen(), face=None, place=None, pose=None), Hint.NO_FACE),
        (replace(seen(), face=None, place=None, pose=None, looked_for=False), Hint.GOOD),
    ],
)
def test_the_most_pressing_thing_is_said(picture: Glance, wanted: Hint) -> None:
    assert hint(picture) is wanted


def test_every_hint_and_every_state_has_its_own_words(qtbot: QtBot, theme: Theme) -> None:
    assert len({picture_hint(each) for each in Hint}) == len(Hint)
    look = CalibrateLook(theme)
    qtbot.addWidget(look)
    said = set()
    for state in CalibrationState:
        look.show_state(Calibrating(state, 0.5))
        said.add(look.words.whole)
    assert len(said) == len(CalibrationState)


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> tuple[CameraStep, ScriptedStudio]:
    studio = ScriptedStudio()
    made = CameraStep(studio, theme, "小雨")  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.box.offer(studio.cameras())
    made.show()
    return made, studio


def test_a_press_calibrates_the_trainee_of_the_page(qtbot: QtBot, panel: tuple[CameraStep, ScriptedStudio]) -> None:
    page, studio = panel
    page.poll(1000)
    assert "not measured" in page.look_into.words.whole
    page.look_into.button.setFocus()
    qtbot.keyClick(page.look_into.button, Qt.Key.Key_Return)
    assert studio.eye.calibrated == ["小雨"]
    page.poll(1000)
    assert page.look_into.progress.isVisible()
    assert page.look_into.progress.value() == 40
    assert not page.look_into.button.isEnabled(), "one at a time"
    studio.eye.now = Calibrating(CalibrationState.DONE, 1.0)
    page.poll(1000)
    assert page.look_into.words.whole.startswith("✓")
    assert page.look_into.button.isEnabled(), "it may be done again"


def test_light_and_framing_are_said_as_long_as_there_is_a_camera(
    panel: tuple[CameraStep, ScriptedStudio],
) -> None:
    page, studio = panel
    studio.eye.glance = seen(luma=30)
    page.poll(1000)
    assert page.picture_hint.whole.startswith("Too dark")
    studio.state = replace(studio.state, faults=(("camera", "lost"),))
    page.poll(1000)
    assert page.picture_hint.whole == ""
    assert not page.look_into.isVisibleTo(page)


def test_nothing_jumps_while_it_runs(qtbot: QtBot, theme: Theme) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    look = CalibrateLook(theme, parent=box)
    look.show_state(Calibrating(CalibrationState.NONE))
    before = look.sizeHint().height()
    look.show_state(Calibrating(CalibrationState.RUNNING, 0.5))
    assert look.sizeHint().height() == before


def test_a_look_can_be_calibrated_on_air_and_then_takes_no_room(qtbot: QtBot, open_cabin: Open) -> None:
    page, session, studio = open_cabin()
    at(page, session, 1.0)
    assert page.look_into.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_L)
    assert studio.eye.calibrated == [None], "whoever is on air"
    at(page, session, 1.1)
    assert page.look_into.progress.isVisible()
    studio.eye.now = Calibrating(CalibrationState.DONE, 1.0)
    at(page, session, 4.0)
    assert not page.look_into.isVisible()
    studio.eye.now = Calibrating(CalibrationState.NONE)
    studio.frame = None
    at(page, session, 5.0)
    assert not page.look_into.isVisible(), "without a camera there is nothing to look into"
