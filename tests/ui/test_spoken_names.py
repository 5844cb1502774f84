"""Every control of the cabin and of home has a name for those who have the screen read to them."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from simulator.ui.setup.page import HomePage
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from tests.ui.cabins import Open, at
from tests.ui.scripted import ScriptedStudio

CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)


def inside_another(part: QWidget) -> bool:
    """Whether Qt made it for a control of ours: the field of a spin box, the list that drops from a box."""
    above = part.parentWidget()
    while above is not None and not isinstance(above, QComboBox | QAbstractSpinBox | QAbstractItemView):
        above = above.parentWidget()
    return above is not None


def nameless(page: QWidget) -> list[str]:
    """Controls of ours that say nothing; the parts Qt makes inside of others are theirs."""
    return [
        f"{type(each).__name__} in {type(each.parent()).__name__}"
        for each in page.findChildren(QWidget)
        if isinstance(each, CONTROLS)
        and not each.objectName().startswith("qt_")
        and not inside_another(each)
        and not each.isHidden()
        and not (each.accessibleName() or (isinstance(each, QAbstractButton) and each.text()))
    ]


def test_every_control_of_the_cabin_has_a_name(open_cabin: Open) -> None:
    page, session, _ = open_cabin()
    at(page, session, 1.0)
    assert len(page.findChildren(QAbstractButton)) > 10
    assert nameless(page) == []


def test_every_control_of_home_has_a_name(qtbot: QtBot, theme: Theme) -> None:
    page = HomePage(ScriptedStudio(), theme, ScreenLanguage.EN)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    assert len(page.findChildren(QComboBox)) > 3
    assert nameless(page) == []
    page.close()
