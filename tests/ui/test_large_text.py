"""Text up to 200 % on 1366x768, in both languages: nothing is wider than the window, cut off, or one over another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from simulator.domain.crowd import IncidentOpened
from simulator.domain.desk import ProductPinned
from simulator.domain.events import Event, WentLive
from simulator.domain.scenario import Incident
from simulator.domain.session import Ending
from simulator.media_port import Health
from simulator.ui.app import dress
from simulator.ui.cabin.page import CabinPage
from simulator.ui.cabin.top_bar import TopBar
from simulator.ui.plain import tip
from simulator.ui.setup.page import HomePage
from simulator.ui.theme import DARK, Theme
from simulator.ui.translations import ScreenLanguage, Translations
from simulator.ui.widgets import SideTabs
from tests.ui.scripted import ScriptedSession, ScriptedStudio, entry, shop

WIDE, HIGH = 1366, 768
Dressed = Callable[[float, ScreenLanguage], Theme]
SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)


@pytest.fixture
def dressed(qapp: QApplication, translations: Translations) -> Iterator[Dressed]:
    def made(scale: float, language: ScreenLanguage) -> Theme:
        translations.use(language)
        look = Theme(DARK, scale, motion=False)
        dress(qapp, look)
        return look

    yield made
    dress(qapp, Theme())


def shown(qtbot: QtBot, page: QWidget, high: int = HIGH) -> None:
    qtbot.addWidget(page)
    page.resize(WIDE, high)
    page.show()
    QApplication.processEvents()
    assert page.size().width() == WIDE, "it asks for a wider window"


def overlapping(parts: Sequence[QWidget]) -> list[str]:
    """Neighbours of one line that stand over each other."""
    seen = sorted((part for part in parts if part.isVisible()), key=lambda part: part.x())
    return [
        f"{one.accessibleName()} | {next.accessibleName()}"
        for one, next in pairwise(seen)
        if one.geometry().right() >= next.geometry().left()
    ]


def least(part: QWidget) -> int:
    """The least height of a part at its width."""
    return part.heightForWidth(part.width()) if part.hasHeightForWidth() else part.minimumSizeHint().height()


def squeezed(parts: Sequence[QWidget]) -> list[str]:
    """What got less room than its least."""
    return [
        f"{type(part).__name__} {part.size().toTuple()} < {least(part)}, {part.minimumSizeHint().toTuple()}"
        for part in parts
        if part.isVisible() and (part.height() < least(part) or part.width() < part.minimumSizeHint().width())
    ]


TROUBLED = Health(
    faults=(("camera", "lost"), ("microphone", "muted")), camera_fps=None, dropped_frames=1234, free_bytes=10**9
)


@pytest.mark.parametrize("language", ScreenLanguage)
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("exam", [False, True], ids=["practice", "exam"])
def test_the_bar_holds_two_faults(
    qtbot: QtBot, dressed: Dressed, scale: float, language: ScreenLanguage, exam: bool
) -> None:
    bar = TopBar(dressed(scale, language), "S01 First stream from our hill", exam=exam)
    bar.follow(3725.0, 3600.0, paused=not exam)
    bar.show_health(TROUBLED)
    shown(qtbot, bar, bar.sizeHint().height())
    parts = [each for each in bar.children() if isinstance(each, QWidget)]
    assert overlapping(parts) == [] and squeezed(parts) == []
    for part in (bar.clock, bar.vitals, bar.off_air, bar.faults):
        assert part.isVisible() and bar.rect().contains(part.geometry()), part.accessibleName()
    for part in (bar.clock, bar.vitals, bar.off_air):
        assert part.width() >= part.sizeHint().width(), f"cut off: {part.accessibleName()}"
    whole = bar.faults.whole
    assert bar.faults.toolTip() == tip(whole) and bar.faults.accessibleName() == whole
    assert whole.count(" · ") == 1
    assert bar.faults.text() == whole or bar.faults.text().endswith("…")
    assert len(bar.faults.text()) >= 5


def test_what_was_cut_off_is_whole_again_where_there_is_room(qtbot: QtBot, dressed: Dressed) -> None:
    bar = TopBar(dressed(2.0, ScreenLanguage.EN), "S01")
    bar.follow(1.0, 3600.0, paused=False)
    bar.show_health(TROUBLED)
    shown(qtbot, bar, bar.sizeHint().height())
    assert bar.faults.text().endswith("…")
    bar.resize(3 * WIDE, bar.height())
    QApplication.processEvents()
    assert bar.faults.text() == bar.faults.whole


def test_short_words_are_told_whole(qtbot: QtBot, dressed: Dressed) -> None:
    bar = TopBar(dressed(1.5, ScreenLanguage.EN), "S01")
    qtbot.addWidget(bar)
    assert bar.off_air.text() == "Off air  F10"
    assert bar.off_air.accessibleName() == "Off air and score"
    assert bar.off_air.toolTip() == tip("Off air and score")
    bar.show_health(Health())
    assert bar.vitals.text() == "● fine  F12" and bar.vitals.accessibleName() == "● machine fine"


@pytest.mark.parametrize("language", ScreenLanguage)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_home_does_not_scroll(qtbot: QtBot, dressed: Dressed, scale: float, language: ScreenLanguage) -> None:
    past = (entry(1, Ending.SCORED, 76.4), entry(2, Ending.ON_AIR, None), entry(3, Ending.OFF_AIR, None))
    page = HomePage(ScriptedStudio(past), dressed(scale, language), language)  # type: ignore[arg-type]
    page.people.kind.setCurrentIndex(1)
    page.people._on_kind(1)
    shown(qtbot, page)
    area = next(each for each in page.findChildren(QScrollArea) if each.isAncestorOf(page.who))
    assert area.verticalScrollBar().maximum() == 0 and area.horizontalScrollBar().maximum() == 0
    buttons = [page.past.review, page.past.finish, page.past.erase, page.start, page.people.sitting]
    assert squeezed(buttons) == []
    assert all(each.width() >= each.sizeHint().width() for each in buttons), "words are cut off"


def on_air(look: Theme, language: ScreenLanguage, *, incident: bool) -> tuple[CabinPage, ScriptedSession]:
    script: list[Event] = [WentLive(at=0.0), ProductPinned(at=0.5, product="orange")]
    if incident:
        script.append(IncidentOpened(at=1.0, incident="i1", kind="out_of_stock"))
    scenario = replace(shop(), incidents=(Incident(id="i1", kind="out_of_stock", at=1.0, lines=("怎么下不了单",)),))
    session = ScriptedSession(script, scenario)
    page = CabinPage(session, ScriptedStudio(), look, language)  # type: ignore[arg-type]
    page._tick.stop()
    page._picture.stop()
    session.now = 2.0
    page._on_tick()
    return page, session


@pytest.mark.parametrize("incident", [False, True], ids=["quiet", "incident"])
@pytest.mark.parametrize("language", ScreenLanguage)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_cabin_fits_and_nothing_stands_over_another(
    qtbot: QtBot, dressed: Dressed, scale: float, language: ScreenLanguage, incident: bool
) -> None:
    page, _ = on_air(dressed(scale, language), language, incident=incident)
    shown(qtbot, page)
    assert page.minimumSizeHint().height() <= HIGH
    tabs = page.findChildren(SideTabs)
    assert bool(tabs) is (scale >= 1.4), "large text has tabs instead of two columns"
    for number in range(len(tabs[0].tabs)) if tabs else ():
        if tabs[0].tabs[number].isHidden():
            continue
        qtbot.mouseClick(tabs[0].tabs[number], Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        panels = [each for each in tabs[0]._panels[number] if each.isVisible()]
        area = tabs[0]._room._pages[number]
        assert isinstance(area, QScrollArea) and area.verticalScrollBar().maximum() == 0, "it scrolls"
        assert squeezed(panels) == []
        rooms = sorted((QRect(each.mapTo(page, QPoint()), each.size()) for each in panels), key=lambda room: room.top())
        assert all(one.bottom() < next.top() for one, next in pairwise(rooms))
        assert all(room.bottom() <= page.height() for room in rooms), "cut off below"
    if tabs:
        tabs[0].show_page(0)
    QApplication.processEvents()
    if not incident:
        pace = QRect(page.pace.mapTo(page, QPoint()), page.pace.size())
        card = page.cue_card._view
        assert not pace.intersects(QRect(card.mapTo(page, QPoint()), card.size())), "cues run into the pace below"


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_the_card_of_the_host_takes_what_is_left(qtbot: QtBot, dressed: Dressed, scale: float) -> None:
    page, _ = on_air(dressed(scale, ScreenLanguage.EN), ScreenLanguage.EN, incident=False)
    shown(qtbot, page)
    below = page.height() - page.host.mapTo(page, QPoint(0, page.host.height())).y()
    assert below <= 40, "there is empty room under it"


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_the_screen_is_set_behind_one_button(qtbot: QtBot, dressed: Dressed, scale: float) -> None:
    page = HomePage(ScriptedStudio(), dressed(scale, ScreenLanguage.EN), ScreenLanguage.EN)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.resize(WIDE, HIGH)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    boxes = page.looks.boxes
    assert not any(box.isVisible() for box in boxes)
    qtbot.keyClick(page, Qt.Key.Key_F2)
    assert all(box.isVisible() for box in boxes)
    with qtbot.waitSignal(page.theme_chosen) as chosen:
        qtbot.keyClick(boxes[3], Qt.Key.Key_Up)
    assert chosen.args[0].motion
    qtbot.keyClick(page.looks._sheet, Qt.Key.Key_Escape)
    assert not any(box.isVisible() for box in boxes)
