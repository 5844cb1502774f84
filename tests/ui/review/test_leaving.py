"""Whoever strikes a breach and is gone before it is scored again: what that comes to is in the store all the same."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from simulator.live.studio import Studio
from simulator.ui.jobs import Jobs
from simulator.ui.review.page import ReviewPage
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from tests.ui.review.conftest import Open
from tests.ui.review.test_opening import kept, word_on


def first_gate(studio: Studio, session_id: str) -> bool | None:
    card = studio.store.scorecard(session_id)
    assert card is not None
    return next(each.passed for each in card.gates if each.id == "G1")


def test_who_strikes_and_leaves_at_once_is_scored_all_the_same(
    qtbot: QtBot, studio: Studio, session_id: str, theme: Theme, jobs: Jobs
) -> None:
    studio.store.keep_setting("review.instructor", "王老师")
    page = ReviewPage(studio, session_id, theme, jobs, ScreenLanguage.EN)
    page.show()
    qtbot.waitUntil(lambda: page.is_filled, timeout=20_000)
    assert page.session is not None and first_gate(studio, session_id) is None
    page.judging.decide(page.session.grave[0].id, False, "quoting a viewer")
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: first_gate(studio, session_id) is True, timeout=20_000)
    qtbot.waitUntil(lambda: jobs.running == 0, timeout=20_000)


def test_a_word_that_nobody_could_score_is_scored_when_it_is_opened(
    qtbot: QtBot, open_review: Open, studio: Studio, session_id: str
) -> None:
    page = open_review()
    qtbot.waitUntil(lambda: kept(studio, session_id) is not None)
    assert page.session is not None
    broken = page.session.grave[0]
    page.close()
    studio.store.judge(session_id, word_on(broken, stands=False))
    assert first_gate(studio, session_id) is None, "the program ended then"
    many = len(studio.store.scorecards(session_id))
    again = open_review()
    assert first_gate(studio, session_id) is True
    again.close()
    open_review()
    assert len(studio.store.scorecards(session_id)) == many + 1, "once is enough"
