"""A studio with a place to write scenarios, and the tab on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from simulator.assets import assets_folder
from simulator.devices.clock import HandClock
from simulator.domain.draft import Draft, Steps
from simulator.live.studio import Studio
from simulator.storage.content import FolderLibrary
from simulator.storage.workshop import ScenarioWorkshop
from simulator.ui.authoring.view import AuthoringView
from simulator.ui.dialogs import Message
from simulator.ui.jobs import Jobs
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage, Translations
from tests.deviceless import studio_in

Open = Callable[..., AuthoringView]
READ_ONCE = FolderLibrary(assets_folder())
"""What every library knows, read once for all tests of this folder."""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Where the centre's scenarios lie."""
    return tmp_path / "data" / "content"


@pytest.fixture
def studio(tmp_path: Path, content: Path, clock: HandClock) -> Iterator[Studio]:
    made = studio_in(tmp_path / "data", clock)
    library = FolderLibrary(assets_folder(), content)
    library._known = READ_ONCE.known()
    made.library, made.workshop = library, ScenarioWorkshop(library, content)
    yield made
    made.close_devices()
    made.store.close()


@pytest.fixture
def open_authoring(
    qtbot: QtBot, studio: Studio, theme: Theme, jobs: Jobs, translations: Translations
) -> Iterator[Open]:
    opened: list[AuthoringView] = []

    def open_(language: ScreenLanguage = ScreenLanguage.EN, look: Theme = theme) -> AuthoringView:
        translations.use(language)
        assert studio.workshop is not None
        view = AuthoringView(studio.workshop, studio, look, jobs, language)
        qtbot.addWidget(view)
        opened.append(view)
        view.resize(1366, 660)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        return view

    yield open_
    for view in opened:
        view.close()
    jobs.close()


def draft_of(view: AuthoringView) -> Draft:
    assert view.drafting.draft is not None
    return view.drafting.draft


def go(view: AuthoringView, steps: Steps) -> QWidget:
    """Open the page of a field, and return its widget."""
    view.editor.go_to(steps)
    return view.editor.page.editors[steps]


def type_into(view: AuthoringView, steps: Steps, text: str) -> None:
    """Replace what stands in a field, key by key."""
    field = go(view, steps)
    assert isinstance(field, QLineEdit | QPlainTextEdit), type(field)
    field.setFocus()
    field.selectAll()
    if text:
        QTest.keyClicks(field, text)
    else:
        QTest.keyClick(field, "\b")


def pick(view: AuthoringView, steps: Steps, value: str) -> None:
    """Choose in a box with the arrow keys."""
    box = go(view, steps)
    assert isinstance(box, QComboBox), type(box)
    box.setFocus()
    wanted = box.findData(value)
    assert wanted >= 0, value

    key = Qt.Key.Key_Down if wanted > box.currentIndex() else Qt.Key.Key_Up
    for _ in range(abs(wanted - box.currentIndex())):
        QTest.keyClick(box, key)
    assert box.currentData() == value


def message(view: AuthoringView) -> Message:
    found = [each for each in view.window().findChildren(Message) if each.isVisible()]
    assert found, "nothing was said"
    return found[-1]
