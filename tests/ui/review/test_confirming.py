"""Proposed levels: what they look like before a word, and one click or one key that confirms them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from simulator.live.studio import Studio
from simulator.scoring import Standing
from simulator.ui.review.criterion_row import CriterionRow
from simulator.ui.review.page import ReviewPage
from tests.ui.review.conftest import Open


def waiting(page: ReviewPage) -> list[str]:
    """Criteria whose level one click would confirm, in the order of the screen."""
    return [id for id, row in page.scorecard.rows.items() if not row.confirm.isHidden()]


def levels(page: ReviewPage) -> dict[str, int | None]:
    assert page.session is not None
    return dict(page.session.result(page.judgement).levels)


def conduct(page: ReviewPage) -> CriterionRow:
    """F5 is hybrid: measured in every session with words, decided by a person."""
    return page.scorecard.rows["F5"]


def test_a_proposal_shows_that_it_does_not_count(open_review: Open) -> None:
    page = open_review()
    row = conduct(page)
    assert row.judged.standing is Standing.AWAITS
    assert (row.dots.level, row.dots.counts) == (5, False)
    assert "only proposed" in row.dots.accessibleName()
    assert "counts once an instructor confirms it" in row.measured.whole
    assert levels(page)["F5"] is None
    assert "not counted yet" in page.score.machine.whole


def test_a_level_that_counts_says_when_nobody_looked_at_it(open_review: Open) -> None:
    page = open_review()
    row = page.scorecard.rows["A1"]
    assert row.judged.standing is Standing.PROPOSED
    assert row.dots.counts
    assert "not confirmed yet" in row.measured.whole
    assert levels(page)["A1"] == row.judged.mark.level
    # Where a machine decides, nobody is asked; where only a person can, there is nothing to confirm.
    assert page.scorecard.rows["D2"].confirm.isHidden()
    assert "confirm" not in page.scorecard.rows["D2"].measured.whole
    assert page.scorecard.rows["E5"].confirm.isHidden()


def test_one_click_confirms(qtbot: QtBot, open_review: Open, studio: Studio) -> None:
    page = open_review()
    row = conduct(page)
    assert row.confirm.accessibleName() == "Confirm level 5 for F5"
    qtbot.mouseClick(row.confirm, Qt.MouseButton.LeftButton)
    kept = studio.store.judgement(page.entry.header.id).overrides
    assert [(word.criterion, word.level, word.machine_level, word.reason, word.instructor) for word in kept] == [
        ("F5", 5, 5, "", "王老师")
    ]
    assert kept[0].confirms
    assert levels(page)["F5"] == 5
    assert row.judged.standing is Standing.CONFIRMED
    assert row.instructor.text() == "✓ confirmed"
    assert row.dots.counts
    assert row.confirm.isHidden()
    assert "confirms" not in row.measured.whole
    assert row.editor.said[0].startswith("5: confirmed (王老师")


def test_the_key_opens_first_and_confirms_what_was_seen(qtbot: QtBot, open_review: Open) -> None:
    page = open_review()
    before = waiting(page)
    assert len(before) > 2
    qtbot.keyClick(page, Qt.Key.Key_C)
    first = page.scorecard.rows[before[0]]
    assert first.is_open
    assert not page.judgement.overrides  # nothing is confirmed unseen
    qtbot.keyClick(page, Qt.Key.Key_C)
    assert [word.criterion for word in page.judgement.overrides] == [before[0]]
    assert page.scorecard.rows[before[1]].is_open
    while waiting(page):
        qtbot.keyClick(page, Qt.Key.Key_C)
    assert sorted(word.criterion for word in page.judgement.overrides) == sorted(before)
    assert page.scorecard.proposals.isHidden()
    qtbot.keyClick(page, Qt.Key.Key_C)
    assert len(page.judgement.overrides) == len(before)


def test_the_letter_is_typed_where_a_reason_is_written(qtbot: QtBot, open_review: Open) -> None:
    page = open_review()
    row = conduct(page)
    row.set_open(True)
    row.editor.reason.setFocus()
    qtbot.keyClicks(row.editor.reason, "calm c")
    assert row.editor.reason.text() == "calm c"
    assert not page.judgement.overrides


def test_another_level_instead_is_a_change(open_review: Open) -> None:
    page = open_review()
    row = conduct(page)
    row.set_open(True)
    row.editor.levels[3].click()
    row.editor.reason.setText("swore at a viewer off microphone")
    row.editor.save.click()
    assert row.judged.standing is Standing.CHANGED
    assert row.instructor.text() == "instructor 3"
    assert page.judgement.overrides[0].machine_level == 5
    assert not page.judgement.overrides[0].confirms


@pytest.mark.parametrize("asked_first", [True, False])
def test_who_confirms_is_asked_for_a_name(open_review: Open, asked_first: bool) -> None:
    page = open_review(instructor="" if asked_first else "李老师")
    conduct(page).confirm.click()
    assert bool(page.judgement.overrides) is not asked_first
