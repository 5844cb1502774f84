"""An exam session in the review room: two assessors apart, then together."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.domain.assessing import Stage
from simulator.domain.judgement import Note, Override
from simulator.live.studio import Studio
from simulator.ui.dialogs import Message
from simulator.ui.jobs import Jobs
from simulator.ui.review.instructor import SETTING, NameDialog
from simulator.ui.review.page import ReviewPage
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage, Translations
from tests.ui.queue.conftest import ONE, OTHER, Rehearsed
from tests.ui.queue.test_evening import signed_by_key
from tests.ui.review.test_blind import give

AT = "2026-11-23T10:00:00+00:00"
Open = Callable[[str], ReviewPage]


@pytest.fixture
def exam(evening: Rehearsed) -> str:
    return evening.rehearsed("exam", "小雨", minute=30, paper="E0001")


@pytest.fixture
def open_as(
    qtbot: QtBot, studio: Studio, exam: str, theme: Theme, jobs: Jobs, translations: Translations
) -> Iterator[Open]:
    translations.use(ScreenLanguage.EN)
    opened: list[ReviewPage] = []

    def open_(instructor: str) -> ReviewPage:
        studio.store.keep_setting(SETTING, instructor)
        page = ReviewPage(studio, exam, theme, jobs, ScreenLanguage.EN)
        qtbot.addWidget(page)
        opened.append(page)
        page.resize(1366, 768)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        qtbot.waitUntil(lambda: page.is_filled, timeout=20_000)
        page.setFocus()
        return page

    yield open_
    for page in opened:
        page.close()


def word(criterion: str, level: int, by: str) -> Override:
    return Override(criterion=criterion, level=level, machine_level=3, reason=f"{by}的话", instructor=by, at_utc=AT)


def test_nothing_of_the_first_one_is_seen_by_the_second(
    qtbot: QtBot, open_as: Open, studio: Studio, exam: str, jobs: Jobs
) -> None:
    studio.store.judge(exam, word("A1", 5, ONE))
    studio.store.judge(exam, Note(at=3.0, text="只有我知道", instructor=ONE, at_utc=AT))
    studio.store.sign(exam, ONE)
    page = open_as(OTHER)
    assert page.judging.assessing.stage is Stage.SECOND
    assert page.assessors.isVisible() and ONE in page.assessors.words.whole
    assert not page.assessors.settle.isVisible()
    assert page.judgement.overrides == () and page.judgement.notes == ()
    assert page.judgement.signed_by is None and "waits" in page.bar.state.whole
    row = page.scorecard.rows["A1"]
    row.set_open(True)
    assert row.editor.said == ()
    assert not page.bar.export.isEnabled() and page.bar.sign.isEnabled()
    assert not page.newer.isVisible()
    qtbot.waitUntil(lambda: jobs.running == 0, timeout=20_000)
    assert not page.marks.line.versions.isVisible(), "the trail would tell it all"
    assert page.judgement.signed_by is None and "waits" in page.bar.state.whole
    give(page, "A1", 2)
    assert [each.instructor for each in page.judgement.overrides] == [OTHER]
    assert studio.store.assessing(exam).signers == (ONE,), "the first one's signature stands"


def test_the_first_one_sees_their_own_and_that_it_waits(qtbot: QtBot, open_as: Open, studio: Studio, exam: str) -> None:
    page = open_as(ONE)
    assert "two assessors" in page.assessors.words.whole
    give(page, "A1", 5)
    signed_by_key(qtbot, page)
    assert studio.store.assessing(exam).stage is Stage.SECOND
    assert page.judgement.signed_by == ONE and ONE in page.bar.state.whole
    assert "waits for a second assessor" in page.assessors.words.whole
    page.bar.name.click()
    dialog = page.findChild(NameDialog)
    dialog.name.setText(OTHER)
    dialog.keep.click()
    assert page.judgement.overrides == () and page.judgement.signed_by is None


def test_who_agree_need_not_meet(qtbot: QtBot, open_as: Open, studio: Studio, exam: str) -> None:
    studio.store.sign(exam, ONE, open_as(ONE).session.marked.scorecard)  # type: ignore[union-attr]
    page = open_as(OTHER)
    signed_by_key(qtbot, page)
    assert studio.store.assessing(exam).stage is Stage.SIGNED
    assert page.assessors.words.whole == "Both assessors stand by this result."
    assert page.bar.export.isEnabled()
    assert studio.store.session(exam).signed


def test_they_settle_what_they_differ_on_by_keyboard(qtbot: QtBot, open_as: Open, studio: Studio, exam: str) -> None:
    first = open_as(ONE)
    give(first, "A1", 5)
    signed_by_key(qtbot, first)
    page = open_as(OTHER)
    give(page, "A1", 2)
    give(page, "B1", 4)
    signed_by_key(qtbot, page)
    assert page.judging.assessing.stage is Stage.TO_RECONCILE
    assert "differ in 2 places" in page.assessors.words.whole
    assert len(page.judgement.overrides) == 3, "both are seen now"
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_R)
    dialog = page.assessors.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    assert list(dialog.rows) == ["A1", "B1"]
    assert not dialog.sign.isEnabled()
    for criterion, level in (("A1", 3), ("B1", 4)):
        row = dialog.rows[criterion]
        button = row.buttons[level - 1]
        assert not button.isEnabled(), "a reason is needed"
        qtbot.keyClicks(row.reason, "watched it together")
        qtbot.keyClick(button, Qt.Key.Key_Return)
        assert dialog.rows[criterion].settled.isVisible()
    assert studio.store.assessing(exam).open == ()
    for field, name in zip(dialog.names, (ONE, OTHER), strict=True):
        assert not dialog.sign.isEnabled()
        field.insert(name)  # QTest types no Chinese
    qtbot.keyClick(dialog.sign, Qt.Key.Key_Return)
    assert studio.store.assessing(exam).stage is Stage.SIGNED
    result = studio.store.result(exam)
    assert result is not None and dict(result.levels)["A1"] == 3
    assert page.assessors.dialog is None
    kept = [(each.criterion, each.level) for each in studio.store.judgement(exam).overrides]
    assert kept == [("A1", 5), ("A1", 2), ("B1", 4), ("A1", 3), ("B1", 4)], "only added to"


def test_practice_has_no_second_assessor(
    qtbot: QtBot, studio: Studio, evening: Rehearsed, theme: Theme, jobs: Jobs
) -> None:
    page = ReviewPage(studio, evening.rehearsed("practice", minute=40), theme, jobs, ScreenLanguage.EN)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.is_filled, timeout=20_000)
    assert not page.assessors.isVisible()
    assert not any(isinstance(each, Message) and each.isVisible() for each in QApplication.topLevelWidgets())
    page.close()
