"""Trust: figures by criterion, what is behind them, and a study's files, in a real window over a real store."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QHeaderView
from pytestqt.qtbot import QtBot

from simulator.domain.agreement import Between
from simulator.domain.judgement import Basis, Override
from simulator.domain.session import SessionHeader
from simulator.live.studio import Studio
from simulator.ui.dialogs import Message
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from simulator.ui.trust.model import Column, TrustModel, TrustRow
from simulator.ui.trust.view import TrustView
from tests.ui.scripted import header

EVIL = "<b>粗</b>&amp;"
LEVELS = (1, 2, 3, 4, 5)


def say(
    studio: Studio, session: str, criterion: str, machine: int, level: int, by: str = "王老师", **more: object
) -> None:
    rubric = studio.library.default_rubric()
    word = Override(
        criterion=criterion,
        level=level,
        machine_level=machine,
        reason="x",
        instructor=by,
        at_utc="2026-11-23T10:00:00+00:00",
        basis=Basis(rubric=rubric.id, version=rubric.version, engine="0.5.0 whisper-base", value=1.0),
    )
    studio.store.judge(session, replace(word, **more))  # type: ignore[arg-type]


@pytest.fixture
def judged(studio: Studio) -> Studio:
    """Thirty sessions of six trainees: A1 is agreed on, A2 is anybody's guess, A3 has seven pairs."""
    scenario = studio.library.scenario("S01")
    for number in range(30):
        trainee = studio.store.trainee(EVIL if number % 6 == 0 else f"学员{number % 6}")
        made: SessionHeader = replace(header(scenario, number), id=f"s-{number:02d}", trainee=trainee.id)
        studio.store.begin(made, scenario)
        level = LEVELS[number * 7 % 5]
        say(studio, made.id, "A1", level, level, blind=number < 3)
        say(studio, made.id, "A2", LEVELS[number % 5], LEVELS[(number * number + 1) % 5])
        if number < 7:
            say(studio, made.id, "A3", 3, 4)
    return studio


@pytest.fixture
def view(qtbot: QtBot, judged: Studio, theme: Theme) -> TrustView:
    return opened(qtbot, judged, theme)


def opened(qtbot: QtBot, studio: Studio, theme: Theme, language: ScreenLanguage = ScreenLanguage.EN) -> TrustView:
    made = TrustView(studio, theme, language)
    qtbot.addWidget(made)
    made.resize(1366, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    counted(qtbot, made)
    return made


def counted(qtbot: QtBot, view: TrustView) -> None:
    qtbot.waitUntil(lambda: not view.counting.is_active, timeout=10_000)


def row_of(view: TrustView, criterion: str) -> TrustRow:
    return next(row for row in view.model.rows if row.id == criterion)


def words(view: TrustView, criterion: str, column: Column) -> str:
    number = [row.id for row in view.model.rows].index(criterion)
    return str(view.model.index(number, column).data())


def test_the_model_follows_the_rules_of_models(qtmodeltester, view: TrustView) -> None:
    model = TrustModel()
    model.replace(view.model.rows)
    qtmodeltester.check(model)


def test_every_criterion_says_how_far_it_is_agreed_on(view: TrustView) -> None:
    assert len(view.model.rows) == len(view._rubric.criteria)
    assert words(view, "A1", Column.KAPPA).startswith("1.00 (0.8")
    assert words(view, "A1", Column.EXACT) == "100%"
    assert words(view, "A2", Column.KAPPA).endswith("agrees poorly")
    assert words(view, "A3", Column.KAPPA) == "not enough (7 of 20)"
    assert words(view, "A3", Column.BIAS) == "–" and words(view, "A3", Column.PAIRS) == "7"
    assert words(view, "B1", Column.KAPPA) == "not enough (0 of 20)"


def test_it_says_what_the_figures_do_not(view: TrustView) -> None:
    assert "3 of 67 pairs are blind" in view.caution.whole
    assert "upper bound" in view.caution.whole
    assert "1 criterion agrees poorly" in view.caution.whole or "agree poorly" in view.caution.whole


def test_a_row_shows_the_levels_against_each_other_and_the_sessions_apart(qtbot: QtBot, view: TrustView) -> None:
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert view.details.heading.whole.startswith("A2")
    assert view.details.verdict.whole.startswith("Agrees poorly")
    found = row_of(view, "A2").found
    assert found is not None
    apart = sum(count for i, row in enumerate(found.table) for j, count in enumerate(row) if i != j)
    shown = view.details.model.rows
    assert len(shown) == apart
    widths = [abs(each.pair.one - each.pair.other) for each in shown]
    assert widths == sorted(widths, reverse=True) and widths[-1] >= 1
    assert any(each.trainee == EVIL for each in shown)


def test_a_cell_is_chosen_by_keyboard_and_lists_its_sessions(qtbot: QtBot, view: TrustView) -> None:
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    grid = view.details.grid
    grid.setFocus()
    for _ in range(2):
        qtbot.keyClick(grid, Qt.Key.Key_Down)
        qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert grid.cell == (2, 2)
    assert {(each.pair.one, each.pair.other) for each in view.details.model.rows} == {(3, 3)}
    assert view.details.which.whole == "machine 3, instructor 3: 6"
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert grid.cell is None and not view.details.list.isVisible()


def test_a_session_is_opened_in_the_review_room(qtbot: QtBot, view: TrustView) -> None:
    view.table.selectRow(1)
    view.details.list.setFocus()
    asked = view.details.model.rows[0].pair.session
    with qtbot.waitSignal(view.review_asked) as signal:
        view.details.open.click()
    assert signal.args == [asked]


def test_filters_narrow_what_is_counted(qtbot: QtBot, view: TrustView) -> None:
    view.filters.whose.setCurrentIndex(1)
    view.filters.changed.emit()
    counted(qtbot, view)
    assert words(view, "A1", Column.PAIRS) == "3"
    assert "Blind levels only" in view.caution.whole
    view.filters.scenario.setCurrentIndex(view.filters.scenario.findData("S03"))
    view.filters.changed.emit()
    counted(qtbot, view)
    assert words(view, "A1", Column.PAIRS) == "0"
    assert view.details.model.rows == ()


def test_two_instructors_are_held_against_each_other(qtbot: QtBot, judged: Studio, theme: Theme) -> None:
    for number in range(20):
        say(judged, f"s-{number:02d}", "A1", 3, LEVELS[number % 5], by="李老师")
    view = opened(qtbot, judged, theme)
    view.filters.whose.setCurrentIndex(2)
    view.filters.changed.emit()
    assert view.filters.sample.between is Between.ASSESSORS
    counted(qtbot, view)
    assert words(view, "A1", Column.PAIRS) == "20"
    assert view.details.grid.accessibleName().startswith("Pairs by level: first down")


def test_everything_has_a_name_and_is_reached_by_keyboard(view: TrustView) -> None:
    parts = [part for kind in (QComboBox, QAbstractButton, QAbstractItemView) for part in view.findChildren(kind)]
    parts += [view.details.grid]
    for part in parts:
        if not part.isVisible() or part.parent() is None or isinstance(part.parent(), QComboBox):
            continue
        if isinstance(part, QHeaderView) or part.metaObject().className().startswith("QTableCorner"):
            continue
        assert part.accessibleName(), part
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus, part
    assert "machine 1, instructor 1" in view.details.grid.accessibleDescription()


def test_nothing_judged_yet_says_how_to_begin(qtbot: QtBot, studio: Studio, theme: Theme) -> None:
    view = opened(qtbot, studio, theme)
    assert view.caution.whole.startswith("No pairs yet.")
    assert words(view, "A1", Column.KAPPA) == "not enough (0 of 20)"


def test_a_study_is_written_and_a_place_that_cannot_be_is_said(view: TrustView, tmp_path: Path) -> None:
    view.export_to(tmp_path)
    folder = tmp_path / "bolian-agreement"
    assert {each.name for each in folder.iterdir()} == {"pairs.csv", "assessors.csv", "summary.json", "README.md"}
    summary = json.loads((folder / "summary.json").read_text("utf-8"))
    assert summary["machine"]["criteria"][0]["pairs"] == 30
    view.findChild(Message).accept()
    blocked = tmp_path / "blocked"
    blocked.write_text("a file")
    view.export_to(blocked)
    assert view.trouble.isVisible() and str(blocked) in view.trouble.whole


def test_it_stands_in_chinese_too_and_fits_the_lab_screen(
    qtbot: QtBot, judged: Studio, theme: Theme, translations: object
) -> None:
    translations.use(ScreenLanguage.ZH_CN)  # type: ignore[attr-defined]
    view = opened(qtbot, judged, theme, ScreenLanguage.ZH_CN)
    assert words(view, "A3", Column.KAPPA) == "数据不足（7/20）"
    assert view.minimumSizeHint().width() <= 1366
