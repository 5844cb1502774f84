"""Every control of home, of the check page and of the cabin before it is live is reached with the Tab key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from simulator.domain.session import Ending
from simulator.ui.cabin.phone_twin import UnpaintedList
from simulator.ui.setup.page import HomePage
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from tests.ui.cabins import Open as OpenCabin
from tests.ui.cabins import at
from tests.ui.check.conftest import BookedStudio
from tests.ui.check.conftest import Open as OpenCheck
from tests.ui.check.conftest import open_check as open_check  # the fixture
from tests.ui.scripted import ScriptedStudio, entry
from tests.ui.test_spoken_names import inside_another

CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
MOST = 200


def controls(page: QWidget) -> list[QWidget]:
    """What one can use now; lists that nobody chooses from are for looking at."""
    return [
        each
        for each in page.findChildren(QWidget)
        if isinstance(each, CONTROLS)
        and each.isVisible()
        and each.isEnabled()
        and not each.objectName().startswith("qt_")
        and not inside_another(each)
        and not isinstance(each, UnpaintedList)  # for screen readers; its keys are the cabin's own
        and not (
            isinstance(each, QAbstractItemView) and each.selectionMode() is QAbstractItemView.SelectionMode.NoSelection
        )
    ]


def owner(part: QWidget, among: list[QWidget]) -> QWidget | None:
    """The control that a focused part belongs to: the field of a box is the box."""
    above: QWidget | None = part
    while above is not None and above not in among:
        above = above.parentWidget()
    return above


def unreached(page: QWidget, back: bool = False) -> list[str]:
    """Controls that Tab never comes to; of buttons that exclude each other one is enough, arrows do the rest."""
    wanted = controls(page)
    assert len(wanted) > 0
    reached: list[QWidget] = []
    page.setFocus()
    for _ in range(MOST):
        focus = QApplication.focusWidget()
        assert focus is not None
        here = owner(focus, wanted)
        if here is not None and here in reached and len(reached) > 1 and here is reached[0]:
            break
        if here is not None and here not in reached:
            reached.append(here)
        QTest.keyClick(focus, Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
    groups = [each.parentWidget() for each in reached if isinstance(each, QAbstractButton) and each.autoExclusive()]
    return [
        f"{type(each).__name__}: {each.accessibleName() or getattr(each, 'text', lambda: '')()}"
        for each in wanted
        if each not in reached
        and not (isinstance(each, QAbstractButton) and each.autoExclusive() and each.parentWidget() in groups)
    ]


@pytest.mark.parametrize("back", [False, True], ids=["tab", "backtab"])
def test_home(qtbot: QtBot, theme: Theme, back: bool) -> None:
    past = (entry(1, Ending.SCORED, 76.4), entry(2, Ending.ON_AIR, None))
    page = HomePage(ScriptedStudio(past), theme, ScreenLanguage.EN)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.resize(1366, 720)
    page.who.trainee.setEditText("Ann")
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    assert len(controls(page)) >= 15
    assert unreached(page, back) == []


def test_home_with_its_tour_open(qtbot: QtBot, theme: Theme) -> None:
    page = HomePage(ScriptedStudio(), theme, ScreenLanguage.EN)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.resize(1366, 720)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.tour.begin(1)
    assert unreached(page) == []


def test_every_step_of_the_check_page(open_check: OpenCheck) -> None:
    page, _ = open_check(BookedStudio())
    for number in range(len(page.steps)):
        page.show_step(number)
        assert unreached(page) == [], page.steps[number].name


def test_the_cabin_while_it_is_counted_down_and_on_air(open_cabin: OpenCabin) -> None:
    page, session, _ = open_cabin()
    at(page, session, -2.0)
    assert unreached(page) == []
    at(page, session, 0.2)
    assert unreached(page) == []
