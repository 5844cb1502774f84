"""What was scored again since it was signed: shown beside what counts, adopted by signing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from simulator.domain.rubric import Rubric
from simulator.live.rescoring import Rescoring
from simulator.live.studio import Studio
from simulator.scoring.shaping import Steps, renormalised, switched, with_steps
from simulator.storage.rubric_writing import written
from simulator.ui.dialogs import Message
from simulator.ui.review.page import ReviewPage
from tests.ui.review.conftest import Open


@pytest.fixture
def rescored(studio: Studio, session_id: str) -> Rubric:
    """Signed, then scored again by a version that marks the opening otherwise and leaves calls out."""
    store = studio.store
    store.sign(session_id, "王老师")
    rubric = store.rubric("live-sales-default")
    changed = with_steps(rubric, "A1", None, Steps((1.0,), (1, 5)))
    changed = replace(renormalised(switched(changed, "D2", False)), version="2")
    made = store.add_rubric(written(changed, store.rubric_text(rubric.id, rubric.version)))
    list(Rescoring(studio.library, store, made).score([store.session(session_id)]))
    return made


def sign(qtbot: QtBot, page: ReviewPage) -> None:
    page.bar.sign.click()
    question = [each for each in page.window().findChildren(Message) if each.isVisible()][-1]
    question.accept()
    qtbot.waitUntil(lambda: page.judgement.signed_by is not None)


def test_nothing_is_said_where_the_newest_score_counts(open_review: Open) -> None:
    assert not open_review().newer.isVisible()


def test_what_was_signed_is_shown_until_the_newer_is_asked_for(
    qtbot: QtBot, studio: Studio, session_id: str, rescored: Rubric, open_review: Open
) -> None:
    page = open_review()
    assert page.session is not None
    assert page.session.marked.scorecard == studio.store.counting(session_id)
    assert page.session.rubric.version == "0.1.0" and "D2" in page.scorecard.rows
    assert page.newer.isVisible() and "version 2" in page.newer.words.whole
    page.newer.look.setFocus()
    qtbot.keyClick(page.newer.look, Qt.Key.Key_Return)
    assert page.session.rubric == rescored
    assert page.session.marked.scorecard == studio.store.scorecard(session_id)
    assert "D2" not in page.scorecard.rows and "A1" in page.scorecard.rows
    assert "Sign to adopt it" in page.newer.words.whole
    page.newer.look.click()
    assert page.session.rubric.version == "0.1.0" and "D2" in page.scorecard.rows


def test_looking_changes_nothing_and_signing_adopts(
    qtbot: QtBot, studio: Studio, session_id: str, rescored: Rubric, open_review: Open
) -> None:
    before = studio.store.session(session_id)
    page = open_review()
    page.newer.look.click()
    assert studio.store.session(session_id) == before
    sign(qtbot, page)
    counting = studio.store.counting(session_id)
    assert counting is not None and counting.version == rescored.version
    assert not page.newer.isVisible()
    assert page.session is not None and page.session.rubric == rescored


def test_a_word_on_the_signed_score_leaves_the_newer_waiting(
    qtbot: QtBot, studio: Studio, session_id: str, rescored: Rubric, open_review: Open
) -> None:
    page = open_review()
    page.judging.give_level("A1", 3, "看了两遍")
    counting = studio.store.counting(session_id)
    assert counting is not None and counting.version == "0.1.0"
    assert page.judgement.signed_by is None
    assert page.newer.isVisible()
    sign(qtbot, page)
    counting = studio.store.counting(session_id)
    assert counting is not None and counting.version == "0.1.0", "what was looked at is what was signed"
    assert page.newer.isVisible() and rescored.version in page.newer.words.whole
