"""Every button of the queue, its dialogs, the search and the two assessors is used by mouse and keyboard."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from simulator.domain.judgement import Confirmation, Override
from simulator.domain.queue import Source
from simulator.live.studio import Studio
from simulator.storage.content import FolderLibrary
from simulator.ui.dialogs import Message
from simulator.ui.jobs import Jobs
from simulator.ui.queue.classes import ClassesDialog
from simulator.ui.queue.page import QueuePage
from simulator.ui.queue.second import SecondDialog
from simulator.ui.queue.strip import QueueStrip
from simulator.ui.review.instructor import SETTING, NameDialog
from simulator.ui.review.page import ReviewPage
from simulator.ui.search.page import SearchPage
from simulator.ui.search.strip import SearchStrip
from simulator.ui.setup.page import HomePage
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from simulator.ui.window import MainWindow
from tests.storage.test_session_archive import BROKEN
from tests.ui.controls import Uses, used_controls
from tests.ui.queue.conftest import ONE, OTHER, Rehearsed, reviewed
from tests.ui.queue.test_queue_page import choose
from tests.ui.windows import at_home

AT = "2026-11-23T10:00:00+00:00"


def dialog_of(kind: type[QDialog]) -> QDialog:
    (found,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]
    return found


def test_every_button_of_the_queue_and_the_search(
    qtbot: QtBot, studio: Studio, evening: Rehearsed, qapp: QApplication
) -> None:
    with used_controls("queue", "search") as uses:
        window = at_home(qtbot, qapp, studio)
        window.open_queue()
        page = window.page
        assert isinstance(page, QueuePage)
        uses.press(page.open)
        review = reviewed(qtbot, window, "s-1")
        (strip,) = review.findChildren(QueueStrip)
        uses.press(strip.next)
        review = reviewed(qtbot, window, "s-0")
        (strip,) = review.findChildren(QueueStrip)
        uses.press(strip.previous, by_key=True)
        review = reviewed(qtbot, window, "s-1")
        (strip,) = review.findChildren(QueueStrip)
        uses.press(strip.queue)
        page = window.page
        assert isinstance(page, QueuePage)
        page.filters.name.setText("nobody at all")
        page.filters._at_once()
        uses.press(page.everything)
        assert page.model.rowCount() == 3
        _classes(uses, page, evening)
        _assessors(uses, qtbot, page, evening)
        uses.press(page.search, by_key=True)
        search = window.page
        assert isinstance(search, SearchPage)
        search.words.setText("一箱")
        search.search()
        hit = search.models[Source.WRITTEN].rows[0]
        search.lists[Source.WRITTEN].activated.emit(search.models[Source.WRITTEN].index(0))
        review = reviewed(qtbot, window, hit.session)
        (back,) = review.findChildren(SearchStrip)
        uses.press(back.back)
        search = window.page
        assert isinstance(search, SearchPage)
        uses.press(search.back, by_key=True)
        page = window.page
        assert isinstance(page, QueuePage)
        uses.press(page.home)
        assert isinstance(window.page, HomePage)
        qtbot.waitUntil(lambda: window.jobs.running == 0, timeout=20_000)
        window.close()


def _classes(uses: Uses, page: QueuePage, evening: Rehearsed) -> None:
    library = evening.library
    assert isinstance(library, FolderLibrary)
    paper = evening.store.lock_exam_paper(evening.scenario, library.taxonomy(), seed=5, cohort="秋季A班")
    evening.scored("exam", "小雨", paper=paper.number, minute=50)
    uses.press(page.classes)
    dialog = dialog_of(ClassesDialog)
    assert isinstance(dialog, ClassesDialog)
    dialog.name.setText("A")
    uses.press(dialog.make)
    dialog.name.setText("B")
    uses.press(dialog.rename, by_key=True)
    dialog.trainee.setEditText("Li Lei")
    uses.press(dialog.put)
    dialog.members.setCurrentRow(0)
    uses.press(dialog.take, by_key=True)
    uses.press(dialog.adopt)
    uses.press(dialog.drop)
    (question,) = [each for each in dialog.findChildren(Message) if each.isVisible()]
    question.yes.click()
    uses.press(dialog.bring)
    for each in dialog.findChildren(QFileDialog):
        each.reject()
    uses.press(dialog.close_, by_key=True)


def _assessors(uses: Uses, qtbot: QtBot, page: QueuePage, evening: Rehearsed) -> None:
    uses.press(page.second)
    dialog = dialog_of(SecondDialog)
    assert isinstance(dialog, SecondDialog)
    uses.press(dialog.name)
    asked = dialog_of(NameDialog)
    assert isinstance(asked, NameDialog)
    asked.name.setText(OTHER)
    asked.keep.click()
    assert OTHER in dialog.name.text()
    uses.press(dialog.every)
    assert not evening.store.second_needed()
    uses.press(dialog.every, by_key=True)
    assert evening.store.second_needed()
    choose(qtbot, dialog.needed, 2)
    assert not evening.store.second_needed(dialog.paper.currentData())
    uses.press(dialog.close_)
    evening.store.keep_setting(SETTING, ONE)


def test_every_button_of_two_assessors(
    qtbot: QtBot, studio: Studio, evening: Rehearsed, theme: Theme, jobs: Jobs
) -> None:
    exam = evening.rehearsed("exam", minute=30, paper="E0001")
    with used_controls("review/assessors.py", "review/reconcile.py") as uses:
        page = ReviewPage(studio, exam, theme, jobs, ScreenLanguage.EN)
        qtbot.addWidget(page)
        page.resize(1366, 768)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        qtbot.waitUntil(lambda: page.is_filled, timeout=20_000)
        assert page.session is not None
        card = page.session.marked.scorecard
        watched = next(each for each in card.marks if each.measurement.evidence)
        word = Override(criterion=watched.criterion, level=1, machine_level=3, reason="r", instructor=ONE, at_utc=AT)
        breach = Confirmation(finding="r1", stands=True, reason="r", instructor=ONE, at_utc=AT, broken=BROKEN)
        studio.store.judge(exam, word)
        studio.store.judge(exam, breach)
        studio.store.sign(exam, ONE, card)
        studio.store.judge(exam, replace(word, instructor=OTHER, level=5))
        studio.store.sign(exam, OTHER, card)
        page.judging.judgement = page.judging._seen(studio.store.judgement(exam))
        page.judging.judged.emit()
        uses.press(page.assessors.settle)
        dialog = page.assessors.dialog
        assert dialog is not None
        uses.press(dialog.later, by_key=True)
        uses.press(page.assessors.settle, by_key=True)
        dialog = page.assessors.dialog
        assert dialog is not None
        assert list(dialog.rows) == ["r1", watched.criterion]
        for button in dialog.rows["r1"].findChildren(type(dialog.later)):
            if button.text().startswith("Watch"):
                uses.press(button)
        for key, number in (("r1", 0), ("r1", 1), (watched.criterion, 2)):
            row = dialog.rows[key]
            row.reason.setText("seen together")
            uses.press(row.buttons[number], by_key=bool(number))
            qtbot.waitUntil(lambda: jobs.running == 0, timeout=20_000)
        for field, name in zip(dialog.names, (ONE, OTHER), strict=True):
            field.setText(name)
        uses.press(dialog.sign)
        assert studio.store.session(exam).signed
        page.close()


def test_home_leads_to_both(qtbot: QtBot, window: MainWindow) -> None:
    page = window.page
    assert isinstance(page, HomePage)
    with used_controls() as uses, qtbot.waitSignal(page.search_asked):
        uses.press(page.past.search, by_key=True)
    assert isinstance(window.page, SearchPage)
