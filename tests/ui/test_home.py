"""Home: choose, check, go live, look back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from simulator.domain.session import Ending, Mode
from simulator.live.studio import Studio
from simulator.ports import SessionEntry
from simulator.ui.dialogs import Message
from simulator.ui.setup.page import SHOWN, HomePage
from simulator.ui.theme import LIGHT, Theme
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import Label
from tests.ui.scripted import ScriptedStudio, entry

Open = Callable[..., tuple[HomePage, ScriptedStudio]]


@pytest.fixture
def open_home(qtbot: QtBot, theme: Theme) -> Open:
    def opened(sessions: Sequence[SessionEntry] = (), **settings: object) -> tuple[HomePage, ScriptedStudio]:
        studio = ScriptedStudio(sessions)
        studio.store.settings.update({name.replace("_", ".", 1): value for name, value in settings.items()})
        page = HomePage(studio, theme, ScreenLanguage.EN)  # type: ignore[arg-type]
        qtbot.addWidget(page)
        page.resize(1366, 720)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page, studio

    return opened


def test_what_was_chosen_last_is_chosen_again(open_home: Open) -> None:
    page, _ = open_home(ui_scenario="S03", ui_trainee="王晓梅", ui_second="阿强", ui_desk_person="小李")
    assert page.who.scenario is not None and page.who.scenario.id == "S03"
    assert page.who.name == "王晓梅"
    assert (page.people.second, page.people.desk_person) == ("阿强", "小李")


def test_what_is_assumed_about_the_audience_is_said(open_home: Open) -> None:
    page, studio = open_home()
    scenario = page.who.scenario
    assert scenario is not None
    preset = studio.library.presets()[scenario.crowd.preset]
    words = [label.text() for label in page.who.findChildren(Label) if label.isVisibleTo(page)]
    assert any(preset.name["en"] in text and "assumptions" in text for text in words)
    for assumption in preset.assumptions:
        assert any(assumption.text["en"] in text for text in words)


def test_nobody_goes_live_without_a_name(open_home: Open) -> None:
    page, _ = open_home()
    assert not page.start.isEnabled()
    page.who.trainee.setEditText("   ")
    assert not page.start.isEnabled()
    page.who.trainee.setEditText("🍊")
    assert page.start.isEnabled()


def test_the_whole_way_by_keyboard(qtbot: QtBot, open_home: Open) -> None:
    page, studio = open_home()
    page.setFocus()
    qtbot.keyClicks(page.who.trainee.lineEdit(), "Xiao Man")
    qtbot.keyClick(page.who.list, Qt.Key.Key_Down)
    qtbot.keyClicks(page.people.others["second"].lineEdit(), "A Qiang")
    qtbot.keyClicks(page.people.others["desk"].lineEdit(), "Xiao Li")
    page.people.seed.setFocus()
    qtbot.keyClicks(page.people.seed, "7x2")
    with qtbot.waitSignal(page.check_asked) as asked:
        qtbot.keyClick(page, Qt.Key.Key_F9)
    (chosen,) = asked.args
    assert (chosen.scenario.id, chosen.trainee, chosen.seed) == (page.who.model.rows[1].id, "Xiao Man", 72)
    assert (chosen.second, chosen.desk_person, chosen.mode) == ("A Qiang", "Xiao Li", Mode.PRACTICE)
    assert studio.store.settings["ui.trainee"] == "Xiao Man"


def test_no_seed_is_drawn(qtbot: QtBot, open_home: Open) -> None:
    page, _ = open_home(ui_trainee="a")
    with qtbot.waitSignal(page.check_asked) as asked:
        page.start.click()
    assert asked.args[0].seed is None


def test_an_exam_needs_its_number(qtbot: QtBot, open_home: Open) -> None:
    page, _ = open_home(ui_trainee="a")
    qtbot.keyClick(page.people.kind, Qt.Key.Key_Down)
    assert page.people.mode is Mode.EXAM
    assert not page.start.isEnabled()
    qtbot.keyClicks(page.people.seed, "71")
    with qtbot.waitSignal(page.check_asked) as asked:
        page.start.click()
    assert (asked.args[0].mode, asked.args[0].seed) == (Mode.EXAM, 71)


def test_a_paper_is_sat_once(qtbot: QtBot, open_home: Open) -> None:
    one = entry(1, Ending.SCORED, 70.0)
    sat = replace(one, header=replace(one.header, mode=Mode.EXAM, seed=71))
    page, _ = open_home([sat], ui_trainee=sat.trainee.name, ui_scenario=sat.header.scenario)
    qtbot.keyClick(page.people.kind, Qt.Key.Key_Down)
    qtbot.keyClicks(page.people.seed, "71")
    with qtbot.assertNotEmitted(page.check_asked):
        page.start.click()
    assert "retake" in page.trouble.whole and page.trouble.isVisible()
    page.people.seed.setText("72")
    with qtbot.waitSignal(page.check_asked):
        page.start.click()


def test_a_locked_paper_brings_its_own_scenario(qtbot: QtBot, theme: Theme, studio: Studio) -> None:
    library, store = studio.library, studio.store
    paper = store.lock_exam_paper(library.scenario("S03"), library.taxonomy(), seed=5, preparation=600.0)
    page = HomePage(studio, theme, ScreenLanguage.EN)
    qtbot.addWidget(page)
    page.who.choose("S01", "小雨")
    page.people.kind.setCurrentIndex(1)
    page.people._on_kind(1)
    qtbot.keyClicks(page.people.seed, "e0009")
    page.start.click()
    assert "E0009" in page.trouble.whole and paper.number in page.trouble.whole
    page.people.seed.setText(paper.number.lower())
    with qtbot.waitSignal(page.check_asked) as asked:
        page.start.click()
    first = asked.args[0]
    assert (first.scenario, first.seed) == (paper.sat(), paper.seed)
    assert (first.paper, first.preparation) == (paper.number, 600.0)
    page.people.sitting.setCurrentIndex(1)
    with qtbot.waitSignal(page.check_asked) as asked:
        page.start.click()
    assert asked.args[0].seed == paper.retake_seed != paper.seed


def test_the_fact_card_is_not_open_at_home(open_home: Open) -> None:
    page, _ = open_home()
    scenario = page.who.scenario
    assert scenario is not None
    shown = {label.whole for label in page.findChildren(Label)}
    for fact in scenario.products[0].facts:
        assert not any(fact.cue in words for words in shown)


def past() -> list[SessionEntry]:
    return [
        entry(4, Ending.ON_AIR, None),
        entry(3, Ending.OFF_AIR, None),
        entry(2, Ending.SCORED, 58.2),
        entry(1, Ending.SCORED, 76.4),
    ]


def test_a_session_cut_off_is_offered_first(qtbot: QtBot, open_home: Open) -> None:
    page, _ = open_home(past())
    assert page.past._cut.whole.startswith("1 session ended unexpectedly")
    assert not page.past.review.isEnabled()
    with qtbot.waitSignal(page.finish_asked) as asked:
        page.past.finish.click()
    assert asked.args == [past()[0].header.id]


def test_a_scored_session_is_opened_with_enter(qtbot: QtBot, open_home: Open) -> None:
    page, _ = open_home(past())
    page.past.list.setCurrentIndex(page.past.model.index(2))
    assert not page.past.finish.isVisible()
    page.past.list.setFocus()
    with qtbot.waitSignal(page.review_asked) as asked:
        qtbot.keyClick(page.past.list, Qt.Key.Key_Return)
    assert asked.args == [past()[2].header.id]


def test_erasing_asks_first(open_home: Open) -> None:
    page, studio = open_home(past())
    page.past.erase.click()
    question = page.findChild(Message)
    assert question is not None and studio.store.erased == []
    question.accept()
    assert studio.store.erased == [past()[0].header.id]
    assert page.past.model.rowCount() == 3


def test_states_are_worded(open_home: Open) -> None:
    page, _ = open_home(past())
    model = page.past.model
    assert [model.state_of(row) for row in model.rows] == ["cut off", "not scored yet", "58.2", "76.4, signed"]


def test_language_and_look_can_be_chosen(qtbot: QtBot, open_home: Open) -> None:
    page, _ = open_home()
    boxes = {box.accessibleName(): box for box in page.findChildren(QComboBox)}
    with qtbot.waitSignal(page.language_chosen) as chosen:
        boxes["Language of the screen"].activated.emit(0)
    assert chosen.args == [ScreenLanguage.ZH_CN]
    with qtbot.waitSignal(page.theme_chosen) as chosen:
        boxes["Colours"].activated.emit(1)
    assert chosen.args == [Theme(LIGHT, 1.0)]
    with qtbot.waitSignal(page.theme_chosen) as chosen:
        boxes["Text size"].activated.emit(2)
    assert chosen.args[0].scale == 1.5


def test_older_sessions_come_as_one_goes_down(qtbot: QtBot, open_home: Open) -> None:
    many = [entry(number, Ending.SCORED, 70.0) for number in range(SHOWN + 30)]
    many.append(entry(999, Ending.ON_AIR, None))
    page, _ = open_home(many)
    assert page.past.model.rowCount() == SHOWN + 1, "the newest, and one that was cut off long ago"
    assert page.past.entry is not None and page.past.entry.header.id == many[-1].header.id
    qtbot.keyClick(page.past.list, Qt.Key.Key_End)
    ids = [each.header.id for each in page.past.model.rows]
    assert len(ids) == len(set(ids)) == len(many)
    page.refresh_sessions()
    assert [each.header.id for each in page.past.model.rows] == ids
