"""The queue's page: least sure first with the reason, narrowed by real keys, fetched as one goes down."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from simulator.domain.assessing import Stage
from simulator.domain.queue import Doubt, Left, Order, Wanted
from simulator.live.studio import Studio
from simulator.ui.app import dress
from simulator.ui.queue.model import PAGE, QueueModel
from simulator.ui.queue.model import evening as day_of
from simulator.ui.queue.page import QueuePage
from simulator.ui.queue.wording import Reasons
from simulator.ui.setup.page import HomePage
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage, Translations
from simulator.ui.window import MainWindow
from tests.ui.queue.conftest import ONE, Rehearsed, reviewed


def opened(qtbot: QtBot, window: MainWindow) -> QueuePage:
    qtbot.keyClick(window, Qt.Key.Key_F7)
    page = window.page
    assert isinstance(page, QueuePage)
    return page


def sessions(page: QueuePage) -> list[str]:
    return [each.session for each in page.model.rows]


def test_home_leads_there_by_key_and_back(qtbot: QtBot, window: MainWindow) -> None:
    page = opened(qtbot, window)
    assert sessions(page) == ["s-1", "s-0", "s-2"], "no total at all, then what waited longest"
    assert page.list.hasFocus() and page.chosen is not None and page.chosen.session == "s-1"
    text = page.model.text_of(page.model.rows[0])
    assert "Li Lei" in text and "too little measured for a total" in text
    assert page.done.whole == "0 of 3 signed today"
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert isinstance(window.page, HomePage)


def test_it_is_narrowed_by_typing_and_choosing(qtbot: QtBot, window: MainWindow, studio: Studio) -> None:
    studio.store.put_in_class(studio.store.make_class("早班").id, [studio.store.trainee("小雨").id])
    page = opened(qtbot, window)
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.filters.name.hasFocus()
    qtbot.keyClicks(page.filters.name, "lei")
    qtbot.waitUntil(lambda: sessions(page) == ["s-1"])
    page.filters.name.selectAll()
    qtbot.keyClick(page.filters.name, Qt.Key.Key_Delete)
    qtbot.keyClick(page.filters.name, Qt.Key.Key_Return)
    assert len(sessions(page)) == 3
    page.filters.in_class.setFocus()
    qtbot.keyClick(page.filters.in_class, Qt.Key.Key_Down)
    assert sessions(page) == ["s-0"] or (choose(qtbot, page.filters.in_class, 1) and sessions(page) == ["s-0"])
    page.filters.stage.setFocus()
    choose(qtbot, page.filters.stage, 4)
    assert page.filters.wanted.stages == frozenset({Stage.SIGNED})
    assert sessions(page) == [] and page.none.isVisible() and not page.open.isEnabled()
    qtbot.keyClick(page.everything, Qt.Key.Key_Return)
    assert len(sessions(page)) == 3 and page.wanted == Wanted(but_signed_by=ONE)
    choose(qtbot, page.filters.order, 1)
    assert page.wanted.order is Order.NEWEST and sessions(page) == ["s-2", "s-1", "s-0"]


def choose(qtbot: QtBot, box: QComboBox, number: int) -> None:
    """Choose from a box by keyboard, as a person does: open it, go there, Enter."""
    box.setFocus()
    box.showPopup()
    view = box.view()
    qtbot.waitUntil(view.isVisible)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    for _ in range(number):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert box.currentIndex() == number


def test_more_is_fetched_as_one_goes_down(qtbot: QtBot, window: MainWindow, evening: Rehearsed) -> None:
    for number in range(PAGE):
        evening.scored(f"more-{number}", f"学员{number}", minute=number % 60)
    page = opened(qtbot, window)
    assert len(page.model.rows) == PAGE
    for _ in range(3):
        qtbot.keyClick(page.list, Qt.Key.Key_End)
        QApplication.processEvents()
    assert len(page.model.rows) == PAGE + 3
    assert len(set(sessions(page))) == PAGE + 3


def test_the_model_keeps_the_rules_of_qt(evening: Rehearsed, studio: Studio, qtmodeltester: ModelTester) -> None:
    for number in range(PAGE):
        evening.scored(f"more-{number}", f"学员{number}")
    model = QueueModel(studio.store, {})
    qtmodeltester.check(model)
    model.ask(Wanted())
    root = model.index(-1)
    while model.canFetchMore(root):
        model.fetchMore(root)
    assert model.rowCount() == PAGE + 3
    model.ask(Wanted(name="nobody"))
    assert model.rowCount() == 0


def test_a_session_opens_by_enter_and_one_comes_back_to_it(qtbot: QtBot, window: MainWindow) -> None:
    page = opened(qtbot, window)
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    reviewed(qtbot, window, "s-0")
    qtbot.keyClick(window, Qt.Key.Key_F7)
    assert isinstance(window.page, QueuePage)
    chosen = window.page.chosen
    assert chosen is not None and chosen.session == "s-0"


def test_what_is_still_to_be_taken_in_is_told(qtbot: QtBot, window: MainWindow) -> None:
    page = opened(qtbot, window)
    page.show_left(Left(2, 1))
    assert (
        page.taking_in.whole
        == "2 older sessions still to be looked through · comments of 1 session still to be indexed"
    )
    page.show_left(Left(0, 0))
    assert page.taking_in.whole == ""


def test_every_doubt_has_its_words(translations: Translations) -> None:
    translations.use(ScreenLanguage.EN)
    reasons = Reasons().doubts
    assert reasons(Doubt(low=60.0, high=60.4)) == ()
    words = reasons(
        Doubt(
            low=55.0,
            high=66.0,
            near=("A1", "B1", "C1", "D1", "E1", "F2"),
            suspects=2,
            pass_open=True,
            provisional=True,
            hard_to_hear=True,
        )
    )
    assert words == (
        "2 moments may cross a red line, and nobody has decided",
        "may pass or fail: 55.0 to 66.0",
        "provisional, by what was heard live",
        "hard to hear",
        "near a cut: A1, B1, C1, D1 and 2 more",
    )


@pytest.mark.parametrize(("hour", "days"), [(3, 1), (4, 0), (23, 0)])
def test_an_evening_that_ends_after_midnight_is_one(hour: int, days: int) -> None:
    zone = timezone(timedelta(hours=8))
    began = datetime.fromisoformat(day_of(datetime(2026, 11, 23, hour, 30, tzinfo=zone)))
    assert began == datetime(2026, 11, 23 - days, 4, tzinfo=zone).astimezone(UTC)


@pytest.mark.usefixtures("evening")
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_it_fits_the_usual_lab_screen(qtbot: QtBot, studio: Studio, scale: float) -> None:
    look = replace(Theme(), scale=scale)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app, look)
    page = QueuePage(studio, look, ScreenLanguage.EN)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    assert page.minimumSizeHint().width() <= 1366 and page.minimumSizeHint().height() <= 768
    QTest.qWait(0)
    assert page.list.viewport().height() >= look.px(54)
    dress(app, Theme())
