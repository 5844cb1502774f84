"""The cabin on a scripted session: every figure comes from it, every key reaches it."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from simulator.domain.compliance import Severity
from simulator.domain.crowd import (
    CardClicked,
    OrderPaid,
    OrderPlaced,
    StockChanged,
    Viewer,
)
from simulator.domain.desk import ProductPinned
from simulator.domain.events import VoiceStarted, VoiceStopped
from simulator.domain.findings import FactTold, FillerSaid, QuestionAnswered, RuleBroken, Support
from simulator.domain.units import Currency, Money, Span
from simulator.media_port import Health
from simulator.ports import Caption
from simulator.ui.cabin.page import CabinPage
from simulator.ui.cabin.product_dialog import CouponDialog, ProductDialog
from simulator.ui.dialogs import Message
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from tests.ui.cabins import Open, at, counted, texts
from tests.ui.scripted import CHANCE, ScriptedSession, ScriptedStudio, comment, phrase


def test_before_anything_was_counted_there_are_dashes(open_cabin: Open) -> None:
    page, _, studio = open_cabin()
    studio.state = Health()
    page._on_tick()
    figures = page.figures
    unmeasured = (figures.online, figures.conversion, figures.dwell, figures.answered)
    assert [each.value for each in unmeasured] == ["–"] * 4
    assert page.bar.fps.whole == "camera – fps"
    assert page.bar.caption.whole == "captions – s"


def test_figures_are_the_sessions_own(open_cabin: Open) -> None:
    yuan = Money(3990, Currency.CNY)
    orders = [
        OrderPlaced(at=3.0, order=f"o{n}", viewer=Viewer("v", "云朵", "x"), product="orange", price=yuan, cause=CHANCE)
        for n in range(2)
    ]
    paid = OrderPaid(at=4.0, order="o0")
    page, session, _ = open_cabin(
        [counted(1.0, 120), CardClicked(at=2.0, product="orange", count=40, cause=CHANCE), *orders, paid]
    )
    at(page, session, 5.0)
    assert page.figures.online.value == "120"
    assert page.figures.gmv.value == "¥39.90"
    assert page.figures.conversion.value == "5.0%"


def test_no_number_stands_on_the_page_that_the_session_did_not_give(open_cabin: Open) -> None:
    """A session in which nothing happened shows no digit but its clock, its plan, its prices and its keys."""
    page, session, studio = open_cabin()
    studio.state = Health()
    page._on_tick()
    scenario = session.scenario
    known = f"{scenario.id} {scenario.title.en} " + " ".join(
        f"{product.name} {product.link_no} {product.counter_stock} {product.price}" for product in scenario.products
    )
    known += " 00:00 08:00 {told} 0 of 39 said 1 of 5 0 characters fillers 0 dropped 0 ¥0"
    for text in texts(page):
        for number in re.findall(r"\d[\d,.:]*", text):
            assert number in known, text


def test_a_fact_ticks_itself_off(open_cabin: Open) -> None:
    page, session, _ = open_cabin([ProductPinned(at=1.0, product="orange")])
    at(page, session, 1.0)
    first = session.cues[0]
    assert page.cue_card.model.next_number == 0
    session._script.append(
        FactTold(at=2.0, said=Span(1, 2), product="orange", fact=first.fact.id, quality=1.0, quote="x")
    )
    at(page, session, 2.0)
    assert page.cue_card.model.told == 1
    assert page.cue_card.model.next_number == 1
    assert "1 of 13" in page.cue_card.heading.whole


def test_pace_fillers_and_silence_are_told(open_cabin: Open) -> None:
    page, session, _ = open_cabin(
        [
            VoiceStarted(at=1.0),
            phrase(5.0, "我们这个橙子很甜很好吃", 3.0),
            FillerSaid(at=5.0, said=Span(4, 5), weight=1.0, quote="嗯"),
            VoiceStopped(at=5.0),
        ]
    )
    at(page, session, 9.2)
    words = page.pace._words.whole
    assert "220 characters/min" in words
    assert "fillers 1" in words
    assert "silent for 4 s" in words
    assert page.pace._dots.level is not None


def test_a_breach_is_named_and_another_wording_offered(open_cabin: Open) -> None:
    broken = RuleBroken(
        at=3.0,
        said=Span(2, 3),
        id="r1",
        category="absolute_terms",
        pattern="p",
        severity=Severity.S3,
        support=Support.NOT_CHECKED,
        quote="全网最低价",
    )
    page, session, _ = open_cabin([broken])
    at(page, session, 3.0)
    assert page.hint.isVisible()
    assert any("全网最低价" in text for text in texts(page))
    assert any("今天直播间的到手价" in text for text in texts(page))
    at(page, session, 60.0)
    assert not page.hint.isVisible()


def test_a_question_waits_and_is_answered(open_cabin: Open) -> None:
    answer = QuestionAnswered(
        at=8.0, said=Span(6, 8), topic=None, category="price", comments=("c1",), quality=1.0, quote="三十九块九"
    )
    page, session, _ = open_cabin([comment(1, 2.0, "多少钱", asks=True), answer])
    at(page, session, 3.0)
    assert page.chat.oldest_open is not None
    assert page.shelf.pin_comment.dead == ""
    at(page, session, 9.0)
    assert page.chat.oldest_open is None
    assert "No question waits" in page.shelf.pin_comment.dead


def test_the_shelf_shows_price_stock_and_clicks(open_cabin: Open) -> None:
    page, session, _ = open_cabin(
        [
            StockChanged(at=1.0, product="orange", left=60, counter=64),
            CardClicked(at=1.0, product="orange", count=1904, cause=CHANCE),
        ]
    )
    at(page, session, 2.0)
    assert "¥39.90 · stock 64 · clicks 1,904" in [row._state.whole for row in page.shelf._rows]


KEYS = [
    (Qt.Key.Key_1, "ProductPinned"),
    (Qt.Key.Key_3, "ProductPinned"),
    (Qt.Key.Key_N, "SegmentStarted"),
]


@pytest.mark.parametrize(("key", "event"), KEYS)
def test_a_key_reaches_the_session(qtbot: QtBot, open_cabin: Open, key: Qt.Key, event: str) -> None:
    page, session, _ = open_cabin()
    qtbot.keyClick(page, key)
    assert session.done == [event]


def test_keys_that_need_a_product_on_show(qtbot: QtBot, open_cabin: Open) -> None:
    page, session, _ = open_cabin()
    qtbot.keyClick(page, Qt.Key.Key_C)
    qtbot.keyClick(page, Qt.Key.Key_T)
    assert session.done == []
    qtbot.keyClick(page, Qt.Key.Key_1)
    at(page, session, 1.0)
    qtbot.keyClick(page, Qt.Key.Key_T)
    qtbot.keyClick(page, Qt.Key.Key_C)
    dialog = page.findChild(CouponDialog)
    assert dialog is not None
    qtbot.keyClick(dialog.length, Qt.Key.Key_Return)
    at(page, session, 2.0)
    assert session.done == ["ProductPinned", "CountdownStarted", "CouponSent"]
    face = page._face.face(session, session.figures)  # type: ignore[arg-type]
    assert face.card is not None
    assert (face.card.price, face.card.before, face.card.sold_out) == ("¥36.90", "¥39.90", False)
    assert face.closings == ("countdown 00:29", "coupon 00:59")
    session.desk.mark_sold_out(session.scenario.products[0].id)
    at(page, session, 2.5)
    gone = page._face.face(session, session.figures).card  # type: ignore[arg-type]
    assert gone is not None and gone.sold_out and gone.state == "sold out"
    qtbot.keyClick(page, Qt.Key.Key_1)
    at(page, session, 3.0)
    assert session.done[-1] == "ProductUnpinned"


def test_a_demonstration_begins_and_ends_with_one_key(qtbot: QtBot, open_cabin: Open) -> None:
    page, session, _ = open_cabin()
    qtbot.keyClick(page, Qt.Key.Key_D)
    assert session.desk.demonstrating_since is not None
    at(page, session, 4.0)
    assert page.shelf.demonstration.isChecked()
    qtbot.keyClick(page, Qt.Key.Key_D)
    assert session.done == ["DemonstrationMarked"]


def test_space_pauses_wherever_the_focus_is(qtbot: QtBot, open_cabin: Open) -> None:
    page, session, _ = open_cabin()
    page.shelf.lucky_bag.setFocus()
    qtbot.keyClick(page.shelf.lucky_bag, Qt.Key.Key_Space)
    assert session.paused
    assert session.done == []
    assert "PAUSED" in page.bar.clock.whole
    qtbot.keyClick(page, Qt.Key.Key_Space)
    assert not session.paused


def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot, open_cabin: Open) -> None:
    page, session, _ = open_cabin()
    page.shelf.next_segment.setFocus()
    qtbot.keyClick(page.shelf.next_segment, Qt.Key.Key_Return)
    assert session.done == ["SegmentStarted"]


def test_a_price_is_changed_in_a_dialog(qtbot: QtBot, open_cabin: Open) -> None:
    page, session, _ = open_cabin()
    qtbot.keyClick(page, Qt.Key.Key_R)
    dialog = page.findChild(ProductDialog)
    assert dialog is not None
    dialog.product.setCurrentIndex(1)
    assert dialog.amount.text() == "24.90"
    dialog.amount.setText("19.9")
    dialog.accept()
    at(page, session, 1.0)
    assert session.shelf[1].price == Money(1990, Currency.CNY)


def test_what_was_sold_out_is_sold_again_once_more_came_in(qtbot: QtBot, open_cabin: Open) -> None:
    page, session, _ = open_cabin()
    session.desk.mark_sold_out(session.shelf[1].product.id)
    at(page, session, 1.0)
    assert session.shelf[1].sold_out
    qtbot.keyClick(page, Qt.Key.Key_A)
    dialog = page.findChild(ProductDialog)
    assert dialog is not None and dialog.focusWidget() is dialog.amount
    dialog.product.setCurrentIndex(1)
    dialog.amount.setText("30")
    dialog.accept()
    assert session.done == ["SoldOutMarked", "StockAdded"]
    at(page, session, 2.0)
    assert not session.shelf[1].sold_out


def test_off_air_asks_first(qtbot: QtBot, open_cabin: Open) -> None:
    page, session, _ = open_cabin()
    qtbot.keyClick(page, Qt.Key.Key_F10)
    question = page.findChild(Message)
    assert question is not None and session.on_air
    question.reject()
    assert session.on_air
    qtbot.waitUntil(lambda: page.findChild(Message) is None)
    with qtbot.waitActive(page):
        page.activateWindow()
    qtbot.keyClick(page, Qt.Key.Key_F10)
    question = page.findChild(Message)
    assert question is not None
    with qtbot.waitSignal(page.went_off_air):
        question.accept()
    assert not session.on_air
    assert not page._tick.isActive()


def test_a_lost_camera_is_always_in_sight(open_cabin: Open) -> None:
    page, session, studio = open_cabin()
    assert not page.bar.faults.isVisible()
    studio.state = Health(faults=(("camera", "lost"), ("microphone", "busy")))
    studio.frame = None
    at(page, session, 1.0)
    page._on_picture()
    assert page.bar.faults.isVisible()
    assert page.bar.faults.whole == "⚠ camera lost · microphone in use elsewhere"
    assert page.phone._without.startswith("camera lost")


def test_the_unconfirmed_tail_stays_until_its_phrase_comes(open_cabin: Open) -> None:
    page, session, _ = open_cabin([phrase(10.0, "我们的橙子很甜")])
    session.caption = Caption("我们的橙子", 8.0)
    at(page, session, 8.0)
    assert (page.phone._face.caption, page.phone._face.tail) == ("", "我们的橙子")
    session.caption = Caption("我们的橙子很", 8.0)
    page._on_picture()
    assert page.phone._face.tail == "我们的橙子很", "words come with the pictures, not with the drum"
    session.caption = None
    at(page, session, 9.0)
    assert page.phone._face.tail == "我们的橙子很"
    at(page, session, 10.0)
    assert (page.phone._face.caption, page.phone._face.tail) == ("我们的橙子很甜", "")


def test_a_session_from_a_file_ends_with_it(qtbot: QtBot, theme: Theme) -> None:
    session, studio = ScriptedSession(), ScriptedStudio()
    told: list[float] = []
    page = CabinPage(
        session,  # type: ignore[arg-type]
        studio,  # type: ignore[arg-type]
        theme,
        ScreenLanguage.EN,
        beat=told.append,
        to_the_end=True,
    )
    qtbot.addWidget(page)
    at(page, session, 2.0)
    assert session.on_air and told[-1] == 2.0
    studio.source_ended = True
    with qtbot.waitSignal(page.went_off_air):
        page._on_tick()
