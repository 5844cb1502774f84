"""A trainee's path, on real scored sessions."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from simulator.live.studio import Studio
from simulator.ui.compare.path_page import PathPage
from simulator.ui.review.instructor import BLIND
from simulator.ui.review.page import ReviewPage
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from simulator.ui.window import MainWindow
from tests.ui.compare.conftest import settled

Open = Callable[..., PathPage]


@pytest.fixture
def open_path(qtbot: QtBot, studio: Studio, takes: tuple[str, str, str], theme: Theme) -> Iterator[Open]:
    opened: list[PathPage] = []

    def open_(look: Theme = theme, language: ScreenLanguage = ScreenLanguage.EN) -> PathPage:
        trainee = studio.store.session(takes[0]).header.trainee
        page = PathPage(studio, trainee, look, language)
        qtbot.addWidget(page)
        opened.append(page)
        page.resize(1366, 768)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.setFocus()
        return page

    yield open_
    for page in opened:
        page.close()


def test_each_session_is_a_point_and_a_card(open_path: Open, takes: tuple[str, str, str]) -> None:
    page = open_path()
    assert [card.point.standing.session for card in page.model.rows] == [takes[1], takes[0]], "the newest first"
    assert page.chart.at == 1
    assert "2 sessions over time" in page.chart.accessibleName()
    assert "C Interaction" in page.chart.accessibleDescription()


def test_arrow_keys_and_enter_open_a_session(qtbot: QtBot, open_path: Open, takes: tuple[str, str, str]) -> None:
    page = open_path()
    page.chart.setFocus()
    qtbot.keyClick(page.chart, Qt.Key.Key_Left)
    assert page.chart.at == 0
    assert page.list.currentIndex().row() == 1, "the list goes along"
    with qtbot.waitSignal(page.review_asked) as asked:
        qtbot.keyClick(page.chart, Qt.Key.Key_Return)
    assert asked.args == [takes[0]]


def test_a_click_on_a_point_opens_its_session(qtbot: QtBot, open_path: Open, takes: tuple[str, str, str]) -> None:
    page = open_path()
    _, _, panel = page.chart.panels()[0]
    field = page.chart._field(panel)
    with qtbot.waitSignal(page.review_asked) as asked:
        at = QPoint(round(page.chart.across(field, 0)), round(field.center().y()))
        qtbot.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=at)
    assert asked.args == [takes[0]]


def test_unmeasured_is_a_gap(open_path: Open) -> None:
    page = open_path()
    point = page.model.rows[0].point
    unmeasured = [id for id, place in point.places if place.counts is None]
    assert unmeasured, "two minutes are too short for much"
    for id in unmeasured:
        assert all(number != 1 for run in page.chart._path.stretches(id) for number, _ in run)


def test_who_marks_blind_sees_signed_sessions_only(
    studio: Studio, open_path: Open, takes: tuple[str, str, str]
) -> None:
    studio.store.keep_setting(BLIND, True)
    page = open_path()
    assert page.model.rows == ()
    assert page.none.isVisible()
    assert page.notice.isVisible()
    studio.store.sign(takes[0], "王老师")
    page.read()
    assert [card.point.standing.session for card in page.model.rows] == [takes[0]]


def test_the_window_leads_there_and_back(qtbot: QtBot, window: MainWindow, takes: tuple[str, str, str]) -> None:
    window.open_review(takes[1])
    review = window.page
    assert isinstance(review, ReviewPage)
    settled(qtbot, window)
    review.path_asked.emit(review.entry.header.trainee)
    page = window.page
    assert isinstance(page, PathPage)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert isinstance(window.page, ReviewPage)
    settled(qtbot, window)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_it_fits_the_lab_screen(open_path: Open, scale: float) -> None:
    page = open_path(look=Theme(scale=scale))
    assert page.minimumSizeHint().width() <= 1366
    assert page.minimumSizeHint().height() <= 768
