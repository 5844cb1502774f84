"""Two takes beside each other, on real sessions with real recordings."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from simulator.domain.judgement import Override
from simulator.domain.privacy import Act
from simulator.live.studio import Studio
from simulator.review.compare import AnchorKind
from simulator.ui.app import dress
from simulator.ui.compare.choosing import ChooseDialog, Kind, candidates
from simulator.ui.compare.in_step import PICTURE
from simulator.ui.compare.page import ComparePage
from simulator.ui.compare.pair_table import Column, PairRow, PairTable
from simulator.ui.compare.watch import LEAD
from simulator.ui.review.instructor import BLIND
from simulator.ui.review.page import ReviewPage
from simulator.ui.theme import DARK, LIGHT, Theme
from simulator.ui.translations import ScreenLanguage, Translations
from simulator.ui.window import MainWindow
from tests.ui.compare.conftest import TRAINEE, Compare, settled


def row_of(page: ComparePage, about: str) -> PairRow:
    return next(row for table in (page.criteria, page.told) for row in table.pairs.rows if about in row.about)


def cell(table: PairTable, about: str, column: Column) -> QPoint:
    """The middle of a cell, in sight."""
    number = next(n for n, row in enumerate(table.pairs.rows) if row.about == about)
    index = table.pairs.index(number, column)
    table.scrollTo(index)
    return table.visualRect(index).center()


def test_it_opens_from_the_review_room_with_the_earlier_take_first(
    qtbot: QtBot, window: MainWindow, takes: tuple[str, str, str]
) -> None:
    window.open_review(takes[1])
    review = window.page
    assert isinstance(review, ReviewPage)
    qtbot.waitUntil(lambda: review.is_filled, timeout=30_000)
    qtbot.keyClick(review, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    dialog = review.findChild(ChooseDialog)
    assert dialog is not None and dialog.isVisible()
    first = dialog.model.rows[0]
    assert (first.candidate.kind, first.candidate.entry.header.id) == (Kind.EARLIER, takes[0])
    qtbot.waitUntil(lambda: dialog.list.hasFocus())
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    page = window.page
    assert isinstance(page, ComparePage)
    qtbot.waitUntil(lambda: page.compared is not None, timeout=30_000)
    assert [side.entry.header.id for side in page.watch.sides] == [takes[0], takes[1]]
    window.activateWindow()  # the dialog is gone
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert isinstance(window.page, ReviewPage)
    assert window.page.entry.header.id == takes[1]
    settled(qtbot, window)


def test_both_takes_play_and_pause_by_one_key(qtbot: QtBot, compare: Compare) -> None:
    page = compare()
    one, two = (side.player for side in page.watch.sides)
    qtbot.waitUntil(lambda: all(side.screen_.has_picture for side in page.watch.sides), timeout=20_000)
    qtbot.keyClick(page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: one.playing and two.playing and page.watch.step.at > 0.5, timeout=20_000)
    qtbot.keyClick(page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not one.playing and not two.playing)
    assert abs(one.at - two.at) < 0.5
    qtbot.keyClick(page, Qt.Key.Key_Right)
    assert one.at == two.at == page.watch.step.at
    before = page.watch.step.at
    qtbot.keyClick(page, Qt.Key.Key_Period)
    assert one.at == two.at == pytest.approx(before + PICTURE)
    qtbot.mouseClick(page.watch.transport.back_step, Qt.MouseButton.LeftButton)
    assert one.at == two.at == pytest.approx(before)


def test_a_click_on_either_timeline_moves_both(qtbot: QtBot, compare: Compare) -> None:
    page = compare()
    lower = page.watch.timelines[1]
    at = QPoint(round(lower.across(30.0)), round(lower.room.center().y()))
    qtbot.mouseClick(lower, Qt.MouseButton.LeftButton, pos=at)
    assert page.watch.step.at == pytest.approx(30.0, abs=1)
    assert page.watch.sides[0].player.at == pytest.approx(30.0, abs=1)


def test_timelines_stand_on_one_scale(compare: Compare) -> None:
    page = compare()
    upper, lower = page.watch.timelines
    assert upper.across(30.0) == pytest.approx(lower.across(30.0), abs=1)
    page.watch.play_both("price", 30.0, 50.0)
    page.watch.step.pause()
    assert upper.across(30.0) == pytest.approx(lower.across(50.0), abs=1)
    assert upper.across(0.0) > lower.across(0.0)
    for timeline in (upper, lower):
        assert timeline.moment_at(timeline.across(40.0)) == pytest.approx(40.0, abs=0.5)


def test_levels_stand_beside_each_other_with_their_difference(
    studio: Studio, compare: Compare, takes: tuple[str, str, str]
) -> None:
    word = Override(criterion="A1", level=1, machine_level=2, reason="late", instructor="王老师", at_utc="2026-11-05")
    studio.store.judge(takes[0], word)
    again = Override(criterion="A1", level=4, machine_level=2, reason="", instructor="王老师", at_utc="2026-11-06")
    studio.store.judge(takes[1], again)
    page = compare()
    row = row_of(page, "A1 ")
    assert row.one == "●○○○○ 1 ✎"
    assert row.two == "●●●●○ 4 ✎"
    assert row.difference == "▲ +3"
    covered = row_of(page, "B1 ")
    assert covered.difference.startswith("▲"), "three facts more were told"
    assert "late" in row.tips[1]
    assert page.criteria.pairs.rows[0].about == "Total"


def test_the_same_fact_is_found_in_both(qtbot: QtBot, compare: Compare) -> None:
    page = compare()
    page.pages.buttons["told"].click()
    price = next(row for row in page.told.pairs.rows if row.about == "Price")
    assert price.at_one is not None and price.at_two is not None
    assert "(right)" in price.one
    untold = [row for row in page.told.pairs.rows if row.one == "not told" and row.at_two is not None]
    assert untold, "what was left out in the first take was told in the second"
    qtbot.mouseClick(page.told.viewport(), Qt.MouseButton.LeftButton, pos=cell(page.told, "Price", Column.TWO))
    assert page.watch.sides[1].player.at == pytest.approx(max(0.0, price.at_two - LEAD), abs=0.3)
    qtbot.waitUntil(lambda: page.watch.step.playing)
    page.watch.step.pause()


def test_enter_on_a_row_lays_the_clocks_on_it(qtbot: QtBot, compare: Compare) -> None:
    page = compare()
    qtbot.keyClick(page, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    number = next(n for n, row in enumerate(page.told.pairs.rows) if row.about == "Price")
    row = page.told.pairs.rows[number]
    assert row.at_one is not None and row.at_two is not None
    page.told.setFocus()
    page.told.setCurrentIndex(page.told.pairs.index(number, Column.ABOUT))
    qtbot.keyClick(page.told, Qt.Key.Key_Return)
    step = page.watch.step
    assert page.watch.anchors[-1].kind is AnchorKind.SAID
    assert page.watch.lay_on.currentText().endswith("Price")
    assert step.clocks.leads[1] - step.clocks.leads[0] == pytest.approx(row.at_one - row.at_two)
    step.pause()
    page.watch.lay_on.setFocus()
    qtbot.keyClick(page.watch.lay_on, Qt.Key.Key_Home)
    qtbot.keyClick(page.watch.lay_on, Qt.Key.Key_Return)
    page.watch.lay_on.activated.emit(page.watch.lay_on.currentIndex())
    assert step.clocks.leads == (0.0, 0.0)


def test_arrow_keys_go_from_cell_to_cell_in_a_table(qtbot: QtBot, compare: Compare) -> None:
    page = compare()
    page.criteria.setFocus()
    before = page.watch.step.at
    page.criteria.setCurrentIndex(page.criteria.pairs.index(3, 0))
    qtbot.keyClick(page.criteria, Qt.Key.Key_Right)
    assert page.criteria.currentIndex().column() == 1
    assert page.watch.step.at == before


def test_the_sound_is_one_session_s(qtbot: QtBot, compare: Compare) -> None:
    page = compare()
    one, two = page.watch.sides
    assert (one.player.silent, two.player.silent) == (True, False)
    qtbot.keyClick(page, Qt.Key.Key_S)
    assert (one.player.silent, two.player.silent) == (False, True)
    assert one.sound.isChecked() and not two.sound.isChecked()


def test_a_session_without_a_recording_is_compared_all_the_same(compare: Compare, takes: tuple[str, str, str]) -> None:
    page = compare(one=takes[2])
    assert page.watch.sides[0].screen_.words
    assert page.watch.step.can_play
    assert TRAINEE in page.watch.sides[1].name


def test_while_marking_blind_no_level_is_told(studio: Studio, compare: Compare, takes: tuple[str, str, str]) -> None:
    studio.store.keep_setting(BLIND, True)
    word = Override(criterion="A1", level=4, machine_level=2, reason="x", instructor="王老师", at_utc="2026-11-05")
    studio.store.judge(takes[1], word)
    page = compare()
    row = row_of(page, "A1 ")
    assert row.one == "hidden (blind)"
    assert row.two == "●●●●○ 4 ✎", "a level of one's own is known"
    assert row_of(page, "B1 ").two == "hidden (blind)"
    assert page.criteria.pairs.rows[0].one == "–"


def test_who_looked_at_both_is_in_the_access_log(studio: Studio, compare: Compare, takes: tuple[str, str, str]) -> None:
    page = compare()
    assert {each.session for each in studio.store.accesses() if each.until_utc is None} == set(takes[:2])
    page.close()
    looks = [each for each in studio.store.accesses() if each.act is Act.OPENED]
    assert {each.session for each in looks} == set(takes[:2])
    assert all(each.until_utc is not None and each.instructor == "王老师" for each in looks)


def test_a_scenarios_reference_is_offered(studio: Studio, takes: tuple[str, str, str]) -> None:
    store = studio.store
    entry = store.session(takes[1])
    found, reference = candidates(store, entry)
    assert [(each.kind, each.entry.header.id) for each in found] == [(Kind.EARLIER, takes[0])]
    assert reference is None
    store.name_reference("S01", takes[2], "王老师")
    found, reference = candidates(store, entry)
    assert [each.kind for each in found] == [Kind.EARLIER, Kind.REFERENCE]
    assert reference is not None and reference.session == takes[2]
    later, _ = candidates(store, store.session(takes[0]))
    assert [each.kind for each in later] == [Kind.REFERENCE, Kind.LATER]


@pytest.mark.parametrize("tokens", [DARK, LIGHT])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("language", list(ScreenLanguage))
def test_nothing_runs_out_of_the_lab_screen(
    qapp: object, translations: Translations, compare: Compare, tokens: object, scale: float, language: ScreenLanguage
) -> None:
    look = Theme(tokens, scale)  # type: ignore[arg-type]
    dress(qapp, look)  # type: ignore[arg-type]
    translations.use(language)
    page = compare(look=look, language=language)
    assert page.minimumSizeHint().width() <= 1366
    assert page.minimumSizeHint().height() <= 768
    for table in (page.criteria, page.told, page.figures):
        assert table.pairs.rows
