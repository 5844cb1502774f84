"""Incidents in the cabin: decided by key or mouse, and they fit on the lab's screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QScrollArea
from pytestqt.qtbot import QtBot

from simulator.domain.crowd import (
    IncidentClosed,
    IncidentOpened,
)
from simulator.domain.desk import IncidentDecided
from simulator.domain.events import Event
from simulator.domain.scenario import Incident
from simulator.ui.app import dress
from simulator.ui.cabin.page import CabinPage
from simulator.ui.theme import DARK, Theme
from simulator.ui.translations import ScreenLanguage, Translations
from tests.ui.cabins import Open, at, counted, texts


def test_an_incident_is_shown_with_its_time_and_gives_way(open_cabin: Open) -> None:
    incident = Incident(id="i1", kind="out_of_stock", at=2.0, lines=("怎么下不了单",))
    page, session, _ = open_cabin([IncidentOpened(at=2.0, incident="i1", kind="out_of_stock")], incidents=(incident,))
    at(page, session, 12.0)
    assert page.incident.isVisible()
    assert page.incident.heading.whole == "Incident · deal with it within 00:35"
    assert any("怎么下不了单" in text for text in texts(page))
    at(page, session, 60.0)
    assert not page.incident.isVisible()


def stock_out(*events: Event, kind: str = "out_of_stock") -> tuple[list[Event], tuple[Incident, ...]]:
    incident = Incident(id="i1", kind=kind, at=2.0, lines=("怎么下不了单",))
    return [IncidentOpened(at=2.0, incident="i1", kind=kind), *events], (incident,)


def choices(page: CabinPage) -> list[str]:
    """What can be chosen, as it is printed on the buttons."""
    return [button.text() for button in page.incident.choices if button.isVisible()]


def test_choices_stand_on_the_panel_with_their_keys(open_cabin: Open) -> None:
    script, incidents = stock_out()
    page, session, _ = open_cabin(script, incidents=incidents)
    at(page, session, 3.0)
    assert choices(page) == [
        "F1   Mark it sold out, say when, show another",
        "F2   Say the last few are going fast",
        "F3   Wait until somebody cancels",
    ]
    assert page.incident.choices[1].accessibleName() == "Choice 2: Say the last few are going fast"


def test_an_incident_is_decided_by_key_and_only_once(qtbot: QtBot, open_cabin: Open) -> None:
    script, incidents = stock_out()
    page, session, _ = open_cabin(script, incidents=incidents)
    qtbot.keyClick(page, Qt.Key.Key_F1)
    assert session.done == [], "nothing is open yet"
    at(page, session, 3.0)
    qtbot.keyClick(page, Qt.Key.Key_F3)
    at(page, session, 4.0)
    qtbot.keyClick(page, Qt.Key.Key_F1)
    assert session.done == ["IncidentDecided"]
    assert choices(page) == []
    assert {"You chose: Wait until somebody cancels", "It goes on."} <= set(texts(page))
    assert page.incident.heading.whole == "Incident · deal with it within 00:43"


def test_an_incident_is_decided_by_mouse_and_one_sees_what_came_of_it(qtbot: QtBot, open_cabin: Open) -> None:
    script, incidents = stock_out(IncidentClosed(at=3.2, incident="i1", handled=True))
    page, session, _ = open_cabin(script, incidents=incidents)
    at(page, session, 3.0)
    qtbot.mouseClick(page.incident.choices[0], Qt.MouseButton.LeftButton)
    at(page, session, 3.2)
    assert session.done == ["IncidentDecided"]
    assert {"You chose: Mark it sold out, say when, show another", "✓ Dealt with."} <= set(texts(page))
    at(page, session, 10.0)
    assert not page.incident.isVisible()


@pytest.mark.parametrize(
    ("decided", "words"), [(1, "✗ That made it worse."), (None, "✗ Not dealt with in time."), (2, "It goes on.")]
)
def test_what_came_of_an_incident_is_told_afterwards(open_cabin: Open, decided: int | None, words: str) -> None:
    end: list[Event] = [IncidentClosed(at=4.1, incident="i1", handled=False)] if decided != 2 else []
    taken = [] if decided is None else [IncidentDecided(at=4.0, incident="i1", choice=decided)]
    script, incidents = stock_out(*taken, *end)
    page, session, _ = open_cabin(script, incidents=incidents)
    at(page, session, 3.0)
    assert not {"That made it worse", "Dealt with"} & set(" ".join(texts(page)).split("."))
    at(page, session, 4.5)
    assert words in texts(page)


def test_the_second_incident_waits_its_turn(qtbot: QtBot, open_cabin: Open) -> None:
    script, incidents = stock_out(IncidentOpened(at=2.5, incident="i2", kind="troll_wave"))
    page, session, _ = open_cabin(script, incidents=incidents)
    at(page, session, 3.0)
    assert page.incident.heading.whole == "Incident · deal with it within 00:44 · 1 more"
    assert "Sold out" in page.incident._name.whole
    qtbot.keyClick(page, Qt.Key.Key_F3)
    at(page, session, 4.0)
    assert choices(page) == [], "one sees first what was chosen"
    at(page, session, 9.5)
    assert page.incident._name.whole == "Troll wave"
    assert len(choices(page)) == 3


def test_the_digits_still_put_products_on_show(qtbot: QtBot, open_cabin: Open) -> None:
    script, incidents = stock_out()
    page, session, _ = open_cabin(script, incidents=incidents)
    at(page, session, 3.0)
    qtbot.keyClick(page, Qt.Key.Key_1)
    assert session.done == ["ProductPinned"]


@pytest.mark.parametrize("kind", ["out_of_stock", "competitor_price"])
@pytest.mark.parametrize("language", ScreenLanguage)
def test_it_fits_the_usual_lab_screen(
    qapp, open_cabin: Open, translations: Translations, language: ScreenLanguage, kind: str
) -> None:
    translations.use(language)
    script, incidents = stock_out(kind=kind)
    page, session, _ = open_cabin(script, incidents=incidents)
    at(page, session, 3.0)
    qapp.processEvents()  # panels that came or went are laid out
    minimum = page.minimumSizeHint()
    assert minimum.width() <= 1366 and minimum.height() <= 700
    for area in page.findChildren(QScrollArea):
        assert area.widget().minimumSizeHint().height() <= area.viewport().height()


@pytest.mark.parametrize("language", ScreenLanguage)
def test_large_text_is_not_clipped(
    qapp, open_cabin: Open, translations: Translations, language: ScreenLanguage
) -> None:
    translations.use(language)
    look = Theme(DARK, 1.5)
    dress(qapp, look)
    script, incidents = stock_out(counted(1.0, 1286))
    page, session, _ = open_cabin(script, look, incidents=incidents)
    page.resize(1366, 768)
    at(page, session, 2.0)
    qapp.processEvents()  # panels that came or went are laid out
    assert page.minimumSizeHint().width() <= 1366
    for area in page.findChildren(QScrollArea):
        assert area.widget().minimumSizeHint().width() <= area.viewport().width()
    for button in page.findChildren(QAbstractButton):
        if button.isVisible():
            lines = button.text().replace("&&", "&").split("\n")
            needed = max(button.fontMetrics().horizontalAdvance(line) for line in lines)
            assert needed <= button.width(), button.text()
            assert button.fontMetrics().height() * len(lines) <= button.height(), button.text()
