"""The host's left side: the teleprompter follows the voice and the keys, questions are read aloud, exams go without."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.domain.compliance import Severity
from simulator.domain.desk import ReadAloud
from simulator.domain.events import VoiceStarted, VoiceStopped
from simulator.domain.findings import FactTold, RuleBroken, Support
from simulator.domain.language import Language
from simulator.domain.machine import QualityLowered
from simulator.domain.session import Mode
from simulator.domain.units import Span
from simulator.live.script_text import planned_script
from simulator.ports import Caption, Heard
from simulator.ui.cabin.page import CabinPage
from simulator.ui.cabin.reading_aloud import BREATH, TOO_OLD, ReadingAloud
from simulator.ui.cabin.wrapping import wrapped
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from tests.ui.cabins import Open, at, counted, texts
from tests.ui.scripted import ScriptedSession, ScriptedStudio, comment, phrase, shop

SCRIPT = (
    "# 开场\n大家好，我是小满，今天带来自己家种的脐橙。\n先说清楚，我是合作社的员工。\n一箱五公斤，三十九块九包邮。"
)


def hear(page: CabinPage, session: ScriptedSession, moment: float, text: str) -> None:
    session.hearing.take(Heard(phrases=(phrase(moment, text),)), moment)
    at(page, session, moment)


def with_script(qtbot: QtBot, theme: Theme, mode: Mode = Mode.PRACTICE) -> tuple[CabinPage, ScriptedSession]:
    session = ScriptedSession((), shop())
    session.header = replace(session.header, mode=mode)
    studio = ScriptedStudio()
    studio.store.settings[f"script.t1.{session.scenario.id}"] = SCRIPT
    page = CabinPage(session, studio, theme, ScreenLanguage.EN)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page._tick.stop()
    page._picture.stop()
    page.resize(1366, 768)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.setFocus()
    return page, session


def test_f7_puts_the_teleprompter_in_the_cue_cards_place_and_back(open_cabin: Open) -> None:
    page, _, _ = open_cabin()
    host = page.host
    assert host.cue_card.isVisible()
    assert not host.prompter.isVisible()
    QTest.keyClick(page, Qt.Key.Key_F7)
    assert host.prompter.isVisible()
    assert not host.cue_card.isVisible()
    assert page.pace.isVisible(), "pace stays in sight"
    QTest.keyClick(page, Qt.Key.Key_F7)
    assert host.cue_card.isVisible()
    assert page.pace.isVisible()


def test_an_own_script_is_followed_by_tail_and_phrase(qtbot: QtBot, theme: Theme) -> None:
    page, session = with_script(qtbot, theme)
    prompter = page.host.prompter.prompter
    assert prompter.lines[0] == "# 开场"
    session.caption = Caption("大家好我是小满今天", 1.0, 3.0)
    at(page, session, 3.0)
    assert prompter.place.line == 1
    assert prompter.place.said >= 8
    hear(page, session, 5.0, "大家好我是小满今天带来自己家种的脐橙")
    session.caption = None
    at(page, session, 5.2)
    assert prompter.place.line == 2, "before the room has reacted to the phrase"
    assert "先说清楚" in page.host.prompter._view.accessibleDescription()


def test_page_keys_turn_the_script_by_hand_past_remarks(qtbot: QtBot, theme: Theme) -> None:
    page, session = with_script(qtbot, theme)
    QTest.keyClick(page, Qt.Key.Key_F7)
    place = page.host.prompter.prompter
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    assert place.place.line == 3
    QTest.keyClick(page, Qt.Key.Key_PageUp)
    assert place.place.line == 2
    hear(page, session, 5.0, "先说清楚我是合作社的员工")
    assert place.place.line == 3


def test_without_an_own_script_plan_and_cues_are_shown_and_told_cues_left_behind(open_cabin: Open) -> None:
    scenario = shop()
    lines, cues = planned_script(scenario)
    assert lines[0] == f"# {scenario.run_of_show[0].name}"
    assert all(lines[cue.first : cue.after] for cue in cues)
    product = scenario.products[0]
    first = cues[0]
    told = FactTold(at=4.0, product=first.product, fact=first.fact, said=Span(2, 3), quality=1.0, quote="x")
    page, session, _ = open_cabin([told])
    session.desk.start_segment(next(each.id for each in scenario.run_of_show if each.product == product.id))
    at(page, session, 1.0)
    prompter = page.host.prompter.prompter
    assert prompter.place.line in range(first.first - 1, first.after)
    prompter.go_to(first.first)
    at(page, session, 5.0)
    assert prompter.place.line == first.after


def test_an_exam_shows_the_own_notes_and_neither_cues_nor_hints_nor_follows(qtbot: QtBot, theme: Theme) -> None:
    page, session = with_script(qtbot, theme, Mode.EXAM)
    assert page.host.notes.isVisible()
    assert not page.host.cue_card.isVisible() and not page.host.prompter.isVisible()
    assert not page.host.prompter_key.isVisible()
    QTest.keyClick(page, Qt.Key.Key_F7)
    assert not page.host.cue_card.isVisible() and not page.host.prompter.isVisible()
    before = page.host.prompter.prompter.place
    hear(page, session, 5.0, "大家好我是小满今天带来自己家种的脐橙")
    assert page.host.prompter.prompter.place == before
    broken = RuleBroken(
        at=5.0,
        said=Span(3, 4),
        id="r1",
        category="absolute_terms",
        pattern="p",
        severity=Severity.S3,
        support=Support.NOT_CHECKED,
        quote="全网最低价",
    )
    page.hint.show_breach(broken, None)
    assert not page.hint.isVisible()


def test_it_is_said_when_captions_lag_and_not_before_or_after(open_cabin: Open) -> None:
    page, session, _ = open_cabin()
    for behind, visible in ((2.0, False), (4.4, True), (2.0, True), (0.4, False)):
        session.behind = behind
        at(page, session, session.now + 1)
        assert page.host.lag.isVisible() is visible
    session.behind = 4.4
    at(page, session, 9.0)
    assert "The captions are 4 s behind: the computer is busy." in texts(page)


def reads(reader: ReadingAloud) -> bool:
    return reader.reading


def switched_on(page: CabinPage) -> bool:
    return page.host.aloud.on


@pytest.fixture
def aloud(qapp: QApplication) -> tuple[ReadingAloud, list[ReadAloud]]:
    told: list[ReadAloud] = []
    made = ReadingAloud(Language.EN, told.append, qapp, engine="mock")  # type: ignore[arg-type]
    made.switch(True)
    return made, told


def test_nothing_is_read_before_it_is_switched_on(qapp: QApplication) -> None:
    told: list[object] = []
    made = ReadingAloud(Language.EN, told.append, qapp, engine="mock")
    question = comment(1, 1.0, "How much?", asks=True)
    made.take(question)
    made.follow(2.0, [question])
    assert told == []
    assert not made.reading


def test_an_open_question_is_read_in_a_pause_of_the_host(aloud: tuple[ReadingAloud, list[ReadAloud]]) -> None:
    reader, told = aloud
    question, chat = comment(1, 1.0, "How much is it?", asks=True), comment(2, 1.0, "hello")
    reader.take(VoiceStarted(at=0.5))
    reader.take(question)
    reader.take(chat)
    reader.follow(2.0, [question])
    assert told == [], "never over the host"
    reader.take(VoiceStopped(at=3.0))
    reader.follow(3.0 + BREATH / 2, [question])
    assert told == [], "a breath is no pause"
    reader.follow(3.0 + BREATH, [question])
    assert [(each.comment, each.at) for each in told] == [("c1", 3.0 + BREATH)]
    assert told[0].length >= 2.0
    assert reads(reader)
    reader.take(VoiceStarted(at=4.0))
    assert not reads(reader), "the host begins: the voice stops at once"
    reader.close()


def test_one_waits_a_newer_one_takes_its_place_and_what_is_answered_or_old_is_not_read(
    aloud: tuple[ReadingAloud, list[ReadAloud]],
) -> None:
    reader, told = aloud
    first, second = comment(1, 1.0, "How much?", asks=True), comment(2, 2.0, "From where?", asks=True)
    reader.take(first)
    reader.take(second)
    reader.follow(2.5, [first, second])
    assert [each.comment for each in told] == ["c2"]
    reader.take(VoiceStarted(at=3.0))
    third = comment(3, 3.0, "Shipping?", asks=True)
    reader.take(third)
    reader.take(VoiceStopped(at=4.0))
    reader.follow(6.0, [first])
    assert len(told) == 1, "answered meanwhile"
    fourth = comment(4, 7.0, "Colour?", asks=True)
    reader.take(fourth)
    reader.follow(7.0 + TOO_OLD + 0.1, [fourth])
    assert len(told) == 1, "too old"
    reader.close()


def test_f8_reads_and_says_that_headphones_are_needed(open_cabin: Open) -> None:
    page, _, _ = open_cabin()
    key = page.host.aloud_key
    key.setEnabled(True)  # whether or not this machine has a voice
    page.host.aloud._engine, page.host.aloud._language = (
        "mock",
        Language.EN,
    )  # Qt's own voice for tests knows no Chinese
    QTest.keyClick(page, Qt.Key.Key_F8)
    assert key.isChecked()
    assert switched_on(page)
    assert any("headphones" in text for text in texts(page))
    QTest.keyClick(page, Qt.Key.Key_F8)
    assert not switched_on(page)
    assert not any("headphones" in text for text in texts(page))


def test_a_voice_that_fails_is_said_and_the_key_goes_dead(open_cabin: Open) -> None:
    page, _, _ = open_cabin()
    page.host.aloud._engine = "mock"  # which knows no Chinese
    page.host.aloud_key.setEnabled(True)
    QTest.keyClick(page, Qt.Key.Key_F8)
    assert not page.host.aloud_key.isChecked()
    assert not page.host.aloud_key.isEnabled()
    assert any("does not work" in text for text in texts(page))


def test_curves_are_chosen_by_mouse_and_key_and_remembered(open_cabin: Open) -> None:
    page, session, studio = open_cabin([counted(float(moment), 50 + moment) for moment in range(1, 9)])
    for moment in range(1, 9):
        at(page, session, float(moment))
    figures = page.figures
    assert figures._curves.accessibleName() == "online 58, GMV 0"
    QTest.mouseClick(figures.comments, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert figures.chosen == ("gmv", "comments")
    assert studio.store.settings["ui.curves"] == ["gmv", "comments"]
    assert figures.comments.accessibleDescription() == "drawn as a curve"
    figures.dwell.setFocus()
    QTest.keyClick(figures.dwell, Qt.Key.Key_Return)
    assert figures.chosen == ("comments", "dwell")
    seen = set()
    for _ in range(5):
        QTest.keyClick(page, Qt.Key.Key_G)
        seen |= set(figures.chosen)
    assert seen == {"online", "gmv", "conversion", "dwell", "comments"}


def test_a_kept_choice_of_curves_comes_back_and_nonsense_does_not(qtbot: QtBot, theme: Theme) -> None:
    for kept, chosen in ((["dwell"], ("dwell",)), (["gibberish", 4], ("online", "gmv")), ("x", ("online", "gmv"))):
        session, studio = ScriptedSession(), ScriptedStudio()
        studio.store.settings["ui.curves"] = kept
        page = CabinPage(session, studio, theme, ScreenLanguage.EN)  # type: ignore[arg-type]
        qtbot.addWidget(page)
        page._stop()
        assert page.figures.chosen == chosen


@pytest.mark.parametrize(
    ("text", "lone"),
    [("净重 5 公斤一箱（十斤），上下不超过 3%", "3%"), ("小满管三亩脐橙，果子经村里的合作社发货。", "货。")],
)
def test_no_word_stands_alone_on_the_last_line(theme: Theme, text: str, lone: str) -> None:
    """At every width at which a plain layout would leave a short end alone."""
    font = theme.font(16)
    for width in range(150, 330, 5):
        layout, _ = wrapped(text, font, width)
        last = layout.lineAt(layout.lineCount() - 1)
        end = text[last.textStart() : last.textStart() + last.textLength()].strip()
        if layout.lineCount() > 1 and width >= 180:
            assert end != lone, width
    assert "\N{NO-BREAK SPACE}" in wrapped("能放 20 天", font, 300)[0].text()


def test_a_lowered_quality_is_said_for_half_a_minute_and_stays_in_the_figures(open_cabin: Open) -> None:
    page, session, studio = open_cabin([QualityLowered(at=5.0, was="veryfast", now="ultrafast")])
    at(page, session, 4.0)
    assert not page.host.plainer.isVisible()
    at(page, session, 5.1)
    assert page.host.plainer.isVisible()
    assert "The computer is busy: the picture is recorded more simply from here on (ultrafast)." in texts(page)
    at(page, session, 34.0)
    assert page.host.plainer.isVisible()
    at(page, session, 36.0)
    assert not page.host.plainer.isVisible()
    studio.state = replace(studio.state, quality="ultrafast")
    at(page, session, 36.1)
    QTest.keyClick(page, Qt.Key.Key_F12)
    assert "ultrafast" in texts(page)
