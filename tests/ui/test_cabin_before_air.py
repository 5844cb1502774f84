"""The countdown over the phone, and the cabin in an exam."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from simulator.domain.compliance import Severity
from simulator.domain.findings import RuleBroken, Support
from simulator.domain.session import Mode
from simulator.domain.units import Span
from simulator.ui.cabin.page import CabinPage
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from tests.ui.cabins import Open, at
from tests.ui.scripted import ScriptedSession, ScriptedStudio


def broken(moment: float) -> RuleBroken:
    return RuleBroken(
        at=moment,
        id="b1",
        category="absolute_terms",
        pattern="a1",
        quote="全网最低价",
        said=Span(moment - 1, moment),
        severity=Severity.S3,
        support=Support.NOT_CHECKED,
    )


@pytest.fixture
def exam(qtbot: QtBot, theme: Theme) -> tuple[CabinPage, ScriptedSession]:
    session, studio = ScriptedSession([broken(2.0)]), ScriptedStudio()
    session.header = replace(session.header, mode=Mode.EXAM)
    studio.store.settings["script.t1.S01.exam"] = "先报价，再讲产地"
    page = CabinPage(session, studio, theme, ScreenLanguage.EN)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page._tick.stop()
    page._picture.stop()
    page.resize(1366, 700)
    page.show()
    return page, session


def test_the_countdown_holds_everything_back(qtbot: QtBot, open_cabin: Open) -> None:
    page, session, _ = open_cabin()
    at(page, session, -2.2)
    assert page.countdown.isVisible() and page.countdown.left == 3
    assert not page.shelf.isEnabled() and not page.bar.pause.isEnabled()
    qtbot.keyClick(page, Qt.Key.Key_1)
    qtbot.keyClick(page, Qt.Key.Key_Space)
    assert session.done == [] and not session.paused
    at(page, session, -0.4)
    assert page.countdown.left == 1
    at(page, session, 0.1)
    assert not page.countdown.isVisible() and page.shelf.isEnabled() and page.bar.pause.isEnabled()
    qtbot.keyClick(page, Qt.Key.Key_1)
    assert session.done == ["ProductPinned"]


def test_nothing_closes_and_no_time_is_left_over_before_it_is_live(open_cabin: Open) -> None:
    page, session, _ = open_cabin()
    at(page, session, -2.2)
    assert page._face.face(session, session.figures).closings == ()
    assert page.bar.left.whole == "left 08:00"


def test_the_countdown_can_be_called_off_by_keyboard(qtbot: QtBot, open_cabin: Open) -> None:
    page, session, _ = open_cabin()
    at(page, session, -2.2)
    with qtbot.waitSignal(page.called_off):
        qtbot.keyClick(page.countdown, Qt.Key.Key_Escape)
    assert not session.on_air


def test_an_exam_says_so_and_has_no_pause(qtbot: QtBot, exam: tuple[CabinPage, ScriptedSession]) -> None:
    page, session = exam
    at(page, session, 1.0)
    assert page.bar.exam.isVisible() and not page.bar.pause.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Space)
    assert not session.paused


def test_an_exam_gives_no_hint_and_no_cue(exam: tuple[CabinPage, ScriptedSession], open_cabin: Open) -> None:
    page, session = exam
    at(page, session, 3.0)
    assert not page.hint.isVisible() and not page.cue_card.isVisible()
    practice, rehearsed, _ = open_cabin([broken(2.0)])
    at(practice, rehearsed, 3.0)
    assert practice.hint.isVisible() and practice.cue_card.isVisible()
    assert not practice.bar.exam.isVisible()


def test_an_exam_shows_the_candidates_own_notes(exam: tuple[CabinPage, ScriptedSession]) -> None:
    page, _ = exam
    assert page.host.notes.isVisible() and page.host.notes.text.toPlainText() == "先报价，再讲产地"
    assert page.pace.isVisible()
