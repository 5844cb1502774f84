"""Blind marking, and the caution beside criteria the machine agrees poorly on."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from simulator.domain.agreement import Sample
from simulator.domain.judgement import Basis, Override
from simulator.live.studio import Studio
from simulator.ui.review.instructor import BLIND, NameDialog
from simulator.ui.review.page import ReviewPage
from tests.ui.review.conftest import Open


def give(page: ReviewPage, criterion: str, level: int) -> None:
    row = page.scorecard.rows[criterion]
    row.set_open(True)
    row.editor.levels[level].click()
    row.editor.reason.setText("seen and heard")
    row.editor.save.click()


def told(page: ReviewPage, criterion: str) -> bool:
    """Whether anything on the row tells a level."""
    row = page.scorecard.rows[criterion]
    return any(part.isVisible() for part in (row.dots, row.measured, row.links, row.instructor))


def test_nothing_tells_a_level_until_one_was_given(open_review: Open, studio: Studio) -> None:
    studio.store.keep_setting(BLIND, True)
    page = open_review()
    assert page.session is not None
    assert not any(told(page, criterion) for criterion in page.scorecard.rows)
    for row in page.scorecard.rows.values():  # whatever else a row may come to hold
        seen = row.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        assert len([each for each in seen if each.isVisible()]) == len(("name", "set", "hidden until …"))
    assert not page.score.isVisible() and not page.bar.score.isVisible()
    assert page.blind.isVisible() and not page.bar.sign.isEnabled() and not page.bar.export.isEnabled()
    assert not any("points" in heading.whole for heading, _ in page.scorecard._dimensions.values())
    give(page, "B1", 5)
    row = page.scorecard.rows["B1"]
    assert row.dots.isVisible() and (row.measured.isVisible() or row.links.isVisible())
    assert row.dots.level == row.judged.mark.level and row.instructor.isVisible()
    assert not told(page, "A1")
    kept = studio.store.judgement(page.entry.header.id).overrides[-1]
    card = page.session.marked.scorecard
    assert kept.blind and kept.machine_level == row.judged.mark.level
    assert kept.basis == Basis(
        rubric=card.rubric,
        version=card.version,
        engine=page.session.marked.engine,
        value=row.judged.mark.measurement.value,
    )
    give(page, "B1", 4)
    assert not studio.store.judgement(page.entry.header.id).overrides[-1].blind


def test_after_the_last_level_the_score_appears(open_review: Open, studio: Studio) -> None:
    studio.store.keep_setting(BLIND, True)
    page = open_review()
    for criterion in page.scorecard.rows:
        give(page, criterion, 3)
    assert page.score.isVisible() and not page.blind.isVisible() and page.bar.sign.isEnabled()
    (blind,) = {word.blind for word in studio.store.judgement(page.entry.header.id).overrides}
    assert blind
    assert all(told(page, criterion) for criterion in page.scorecard.rows)


def test_another_instructors_levels_stay_hidden_too(open_review: Open, studio: Studio) -> None:
    session = studio.store.sessions()[0].header.id
    word = Override(
        criterion="A1", level=5, machine_level=3, reason="r", instructor="李老师", at_utc="2026-11-23T10:00:00+00:00"
    )
    studio.store.judge(session, word)
    studio.store.keep_setting(BLIND, True)
    page = open_review()
    row = page.scorecard.rows["A1"]
    row.set_open(True)
    assert row.editor.said == () and not row.instructor.isVisible()
    assert not any(button.isChecked() for button in row.editor.levels.values())
    give(page, "A1", 2)
    assert len(row.editor.said) == 2 and "李老师" in row.editor.said[1]


def test_who_wants_to_see_everything_is_not_blind_any_more(open_review: Open, studio: Studio) -> None:
    studio.store.keep_setting(BLIND, True)
    page = open_review()
    page.blind.lift.click()
    assert page.score.isVisible() and told(page, "A1") and page.bar.sign.isEnabled()
    give(page, "B1", 2)
    assert not studio.store.judgement(page.entry.header.id).overrides[-1].blind


def test_blind_is_chosen_where_the_instructor_says_who_he_is(open_review: Open, studio: Studio) -> None:
    page = open_review()
    assert told(page, "A1") and not page.blind.isVisible()
    page.bar.name.click()
    dialog = page.findChild(NameDialog)
    dialog.blind.click()
    dialog.keep.click()
    assert studio.store.setting(BLIND) is True
    assert told(page, "A1")  # what was seen is not blind: from the next session on
    give(page, "B1", 2)
    assert not studio.store.judgement(page.entry.header.id).overrides[-1].blind


def test_a_criterion_the_machine_agrees_poorly_on_says_so(qtbot: QtBot, open_review: Open, studio: Studio) -> None:
    session = studio.store.sessions()[0].header.id
    marked = studio.marking.again(session)
    card = marked.scorecard
    basis = Basis(rubric=card.rubric, version=card.version, engine=marked.engine, value=1.0)
    for number in range(25):
        word = Override(
            criterion="A1",
            level=1 + (number * number + 1) % 5,
            machine_level=1 + number % 5,
            reason="r",
            instructor=f"教师{number}",
            at_utc="2026-11-23T10:00:00+00:00",
            basis=basis,
        )
        studio.store.judge(session, word)
        studio.store.judge(session, replace(word, criterion="A2", level=word.machine_level or 1))
    assert len(list(studio.store.pairs(Sample(rubric=card.rubric), "A1"))) == 25
    page = open_review()
    rows = page.scorecard.rows
    qtbot.waitUntil(rows["A1"].caution.isVisible, timeout=10_000)
    assert rows["A1"].caution.whole.startswith("⚑ the machine agrees poorly here (κ ")
    assert rows["A1"].caution.whole.endswith(", 25 pairs)")
    assert not rows["A2"].caution.isVisible() and not rows["B1"].caution.isVisible()
