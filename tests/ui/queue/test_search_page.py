"""Search: words typed, hits beside each other, and each opens at its second."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from simulator.domain.queue import Left, Source
from simulator.domain.session import Ending
from simulator.live.studio import Studio
from simulator.ui.queue.page import QueuePage
from simulator.ui.search.model import PAGE, HitModel, found_in
from simulator.ui.search.page import SearchPage
from simulator.ui.search.strip import SearchStrip
from simulator.ui.setup.page import HomePage
from simulator.ui.window import MainWindow
from tests.ui.queue.conftest import SAID, WRITTEN, Rehearsed, reviewed
from tests.ui.scripted import comment


def opened(qtbot: QtBot, window: MainWindow) -> SearchPage:
    qtbot.keyClick(window, Qt.Key.Key_F8)
    page = window.page
    assert isinstance(page, SearchPage)
    return page


def test_two_letters_find_what_was_said_and_written(qtbot: QtBot, window: MainWindow) -> None:
    page = opened(qtbot, window)
    assert page.words.hasFocus()
    page.words.insert("一箱")
    qtbot.waitUntil(lambda: bool(page.models[Source.SAID].rows))
    assert [hit.text for hit in page.models[Source.SAID].rows] == [SAID] * 3
    assert [hit.text for hit in page.models[Source.WRITTEN].rows] == [WRITTEN] * 3
    assert page.counts[Source.SAID].whole == "3 places"
    page.words.selectAll()
    page.words.insert("箱一")
    qtbot.waitUntil(lambda: page.counts[Source.SAID].whole == "nowhere")


def test_a_hit_opens_at_its_second_and_one_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    page = opened(qtbot, window)
    page.words.insert("一箱")
    qtbot.keyClick(page.words, Qt.Key.Key_Return)
    view = page.lists[Source.SAID]
    assert view.hasFocus()
    hit = page.models[Source.SAID].rows[0]
    qtbot.keyClick(view, Qt.Key.Key_Return)
    review = reviewed(qtbot, window, hit.session)
    assert review.player.at == pytest.approx(hit.at, abs=0.1)
    (strip,) = review.findChildren(SearchStrip)
    assert strip.back.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F8)
    again = window.page
    assert isinstance(again, SearchPage)
    assert again.words.text() == "一箱" and len(again.models[Source.SAID].rows) == 3
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert isinstance(window.page, HomePage)


def test_from_the_queue_one_comes_back_to_the_queue(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F7)
    opened(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert isinstance(window.page, QueuePage)


def test_more_hits_come_as_one_goes_down(
    qtbot: QtBot,
    window: MainWindow,
    evening: Rehearsed,
) -> None:
    session = evening.scored("long", minute=50)
    evening.store.append(session, [comment(number, float(number), f"第{number}个橙子") for number in range(PAGE + 7)])
    evening.store.end(session, Ending.SCORED)
    page = opened(qtbot, window)
    page.words.insert("个橙")
    qtbot.keyClick(page.words, Qt.Key.Key_Return)
    model = page.models[Source.WRITTEN]
    assert len(model.rows) == PAGE and "more come" in page.counts[Source.WRITTEN].whole
    for _ in range(3):
        qtbot.keyClick(page.lists[Source.WRITTEN], Qt.Key.Key_End)
        QApplication.processEvents()
    assert len(model.rows) == PAGE + 7 and page.counts[Source.WRITTEN].whole == f"{PAGE + 7} places"


def test_the_model_keeps_the_rules_of_qt(evening: Rehearsed, studio: Studio, qtmodeltester: ModelTester) -> None:
    assert evening.store is studio.store
    model = HitModel(studio.store, Source.SAID)
    qtmodeltester.check(model)
    model.ask("橙子")
    assert model.rowCount() == 3 and not model.canFetchMore(model.index(-1))
    model.ask("")
    assert model.rowCount() == 0


def test_what_cannot_be_found_yet_is_told(qtbot: QtBot, window: MainWindow) -> None:
    page = opened(qtbot, window)
    page.show_left(Left(0, 3))
    assert page.taking_in.isVisible() and "3 older sessions" in page.taking_in.whole
    page.show_left(Left(0, 0))
    assert not page.taking_in.isVisible()


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("今天多少钱", "多少", "多少"),
        ("多，少？", "多少", "多，少"),
        ("６６６老板", "666", "６６６"),
        ("Is it SWEET or", "sweet or", "SWEET or"),
        ("ﬁne", "fi", "ﬁ"),
        ("今天", "明天", None),
        ("今天", "", None),
    ],
)
def test_the_words_are_marked_where_they_stand(text: str, words: str, found: str | None) -> None:
    place = found_in(text, words)
    assert (None if place is None else text[place[0] : place[1]]) == found
