"""The cabin on a scripted session: every figure comes from it, every key reaches it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from simulator.domain.compliance import Severity
from simulator.domain.crowd import (
    CardClicked,
    IncidentClosed,
    IncidentOpened,
    OrderPaid,
    OrderPlaced,
    RoomCounted,
    StockChanged,
    Viewer,
)
from simulator.domain.desk import IncidentDecided, ProductPinned
from simulator.domain.events import Event, VoiceStarted, VoiceStopped, WentLive
from simulator.domain.findings import FactTold, FillerSaid, QuestionAnswered, RuleBroken, Support
from simulator.domain.scenario import Incident
from simulator.domain.units import Currency, Money, Span
from simulator.ports import Caption, Health
from simulator.ui.app import dress
from simulator.ui.cabin.page import CabinPage
from simulator.ui.cabin.product_dialog import ProductDialog
from simulator.ui.dialogs import Message
from simulator.ui.theme import DARK, Theme
from simulator.ui.translations import ScreenLanguage, Translations
from tests.ui.scripted import CHANCE, ScriptedSession, ScriptedStudio, comment, phrase, shop

Open = Callable[..., tuple[CabinPage, ScriptedSession, ScriptedStudio]]


@pytest.fixture
def open_cabin(qtbot: QtBot, theme: Theme) -> Open:
    def opened(
        script: Sequence[Event] = (), look: Theme = theme, **changes: object
    ) -> tuple[CabinPage, ScriptedSession, ScriptedStudio]:
        session = ScriptedSession([WentLive(at=0.0), *script], replace(shop(), **changes))  # type: ignore[arg-type]
        studio = ScriptedStudio()
        page = CabinPage(session, studio, look, ScreenLanguage.EN)  # type: ignore[arg-type]
        qtbot.addWidget(page)
        page._tick.stop()
        page._picture.stop()
        page.resize(1366, 700)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.setFocus()
        return page, session, studio

    return opened


def at(page: CabinPage, session: ScriptedSession, moment: float) -> None:
    session.now = moment
    page._on_tick()


def counted(moment: float, online: int) -> RoomCounted:
    zero = dict.fromkeys(
        ("entered", "left", "comments", "questions", "waiting", "likes", "follows", "clicks", "orders", "paid"), 0
    )
    return RoomCounted(at=moment, online=online, attention=0.5, trust=0.5, discontent=0.0, **zero)


def texts(page: CabinPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


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
    assert page.shelf.pin_comment.isEnabled()
    at(page, session, 9.0)
    assert page.chat.oldest_open is None
    assert not page.shelf.pin_comment.isEnabled()


def test_an_incident_is_shown_with_its_time_and_gives_way(open_cabin: Open) -> None:
    incident = Incident(id="i1", kind="out_of_stock", at=2.0, lines=("怎么下不了单",))
    page, session, _ = open_cabin([IncidentOpened(at=2.0, incident="i1", kind="out_of_stock")], incidents=(incident,))
    at(page, session, 12.0)
    assert page.incident.isVisible()
    assert page.incident.heading.whole == "Incident · deal with it within 00:35"
    assert any("怎么下不了单" in text for text in texts(page))
    at(page, session, 60.0)
    assert not page.incident.isVisible()


def stock_out(*events: Event, kind: str = "out_of_stock") -> tuple[list[Event], tuple[Incident, ...]]:
    incident = Incident(id="i1", kind=kind, at=2.0, lines=("怎么下不了单",))
    return [IncidentOpened(at=2.0, incident="i1", kind=kind), *events], (incident,)


def choices(page: CabinPage) -> list[str]:
    """What can be chosen, as it is printed on the buttons."""
    return [button.text() for button in page.incident.choices if button.isVisible()]


def test_choices_stand_on_the_panel_with_their_keys(open_cabin: Open) -> None:
    script, incidents = stock_out()
    page, session, _ = open_cabin(script, incidents=incidents)
    at(page, session, 3.0)
    assert choices(page) == [
        "F1   Mark it sold out, say when, show another",
        "F2   Say the last few are going fast",
        "F3   Wait until somebody cancels",
    ]
    assert page.incident.choices[1].accessibleName() == "Choice 2: Say the last few are going fast"


def test_an_incident_is_decided_by_key_and_only_once(qtbot: QtBot, open_cabin: Open) -> None:
    script, incidents = stock_out()
    page, session, _ = open_cabin(script, incidents=incidents)
    qtbot.keyClick(page, Qt.Key.Key_F1)
    assert session.done == [], "nothing is open yet"
    at(page, session, 3.0)
    qtbot.keyClick(page, Qt.Key.Key_F3)
    at(page, session, 4.0)
    qtbot.keyClick(page, Qt.Key.Key_F1)
    assert session.done == ["IncidentDecided"]
    assert choices(page) == []
    assert {"You chose: Wait until somebody cancels", "It goes on."} <= set(texts(page))
    assert page.incident.heading.whole == "Incident · deal with it within 00:43"


def test_an_incident_is_decided_by_mouse_and_one_sees_what_came_of_it(qtbot: QtBot, open_cabin: Open) -> None:
    script, incidents = stock_out(IncidentClosed(at=3.2, incident="i1", handled=True))
    page, session, _ = open_cabin(script, incidents=incidents)
    at(page, session, 3.0)
    qtbot.mouseClick(page.incident.choices[0], Qt.MouseButton.LeftButton)
    at(page, session, 3.2)
    assert session.done == ["IncidentDecided"]
    assert {"You chose: Mark it sold out, say when, show another", "✓ Dealt with."} <= set(texts(page))
    at(page, session, 10.0)
    assert not page.incident.isVisible()


@pytest.mark.parametrize(
    ("decided", "words"), [(1, "✗ That made it worse."), (None, "✗ Not dealt with in time."), (2, "It goes on.")]
)
def test_what_came_of_an_incident_is_told_afterwards(open_cabin: Open, decided: int | None, words: str) -> None:
    end: list[Event] = [IncidentClosed(at=4.1, incident="i1", handled=False)] if decided != 2 else []
    taken = [] if decided is None else [IncidentDecided(at=4.0, incident="i1", choice=decided)]
    script, incidents = stock_out(*taken, *end)
    page, session, _ = open_cabin(script, incidents=incidents)
    at(page, session, 3.0)
    assert not {"That made it worse", "Dealt with"} & set(" ".join(texts(page)).split("."))
    at(page, session, 4.5)
    assert words in texts(page)


def test_the_second_incident_waits_its_turn(qtbot: QtBot, open_cabin: Open) -> None:
    script, incidents = stock_out(IncidentOpened(at=2.5, incident="i2", kind="troll_wave"))
    page, session, _ = open_cabin(script, incidents=incidents)
    at(page, session, 3.0)
    assert page.incident.heading.whole == "Incident · deal with it within 00:44 · 1 more"
    assert "Sold out" in page.incident._name.whole
    qtbot.keyClick(page, Qt.Key.Key_F3)
    at(page, session, 4.0)
    assert choices(page) == [], "one sees first what was chosen"
    at(page, session, 9.5)
    assert page.incident._name.whole == "Troll wave"
    assert len(choices(page)) == 3


def test_the_digits_still_put_products_on_show(qtbot: QtBot, open_cabin: Open) -> None:
    script, incidents = stock_out()
    page, session, _ = open_cabin(script, incidents=incidents)
    at(page, session, 3.0)
    qtbot.keyClick(page, Qt.Key.Key_1)
    assert session.done == ["ProductPinned"]


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
    (Qt.Key.Key_B, "LuckyBagOpened"),
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
    qtbot.keyClick(page, Qt.Key.Key_C)
    qtbot.keyClick(page, Qt.Key.Key_T)
    at(page, session, 2.0)
    assert session.done == ["ProductPinned", "CouponSent", "CountdownStarted"]
    face = page._face.face(session, session.figures)  # type: ignore[arg-type]
    assert face.card is not None
    assert (face.card.price, face.card.before) == ("¥36.90", "¥39.90")
    assert face.closings == ("countdown 00:29", "coupon 00:59")
    qtbot.keyClick(page, Qt.Key.Key_1)
    at(page, session, 3.0)
    assert session.done[-1] == "ProductUnpinned"


def test_a_demonstration_begins_and_ends_with_one_key(qtbot: QtBot, open_cabin: Open) -> None:
    page, session, _ = open_cabin()
    qtbot.keyClick(page, Qt.Key.Key_D)
    assert session.demonstrating_since is not None
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
    page.shelf.lucky_bag.setFocus()
    qtbot.keyClick(page.shelf.lucky_bag, Qt.Key.Key_Return)
    assert session.done == ["LuckyBagOpened"]


def test_a_price_is_changed_in_a_dialog(qtbot: QtBot, open_cabin: Open) -> None:
    page, session, _ = open_cabin()
    qtbot.keyClick(page, Qt.Key.Key_R)
    dialog = page.findChild(ProductDialog)
    assert dialog is not None
    dialog.product.setCurrentIndex(1)
    assert dialog.price.value() == 24.9
    dialog.price.setValue(19.9)
    dialog.accept()
    at(page, session, 1.0)
    assert session.shelf[1].price == Money(1990, Currency.CNY)


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
    session.caption = None
    at(page, session, 9.0)
    assert page.phone._face.tail == "我们的橙子"
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


@pytest.mark.parametrize("kind", ["out_of_stock", "competitor_price"])
@pytest.mark.parametrize("language", ScreenLanguage)
def test_it_fits_the_usual_lab_screen(
    qapp, open_cabin: Open, translations: Translations, language: ScreenLanguage, kind: str
) -> None:
    translations.use(language)
    script, incidents = stock_out(kind=kind)
    page, session, _ = open_cabin(script, incidents=incidents)
    at(page, session, 3.0)
    qapp.processEvents()  # panels that came or went are laid out
    minimum = page.minimumSizeHint()
    assert minimum.width() <= 1366 and minimum.height() <= 700
    for area in page.findChildren(QScrollArea):
        assert area.widget().minimumSizeHint().height() <= area.viewport().height()


@pytest.mark.parametrize("language", ScreenLanguage)
def test_large_text_is_not_clipped(
    qapp, open_cabin: Open, translations: Translations, language: ScreenLanguage
) -> None:
    translations.use(language)
    look = Theme(DARK, 1.5)
    dress(qapp, look)
    script, incidents = stock_out(counted(1.0, 1286))
    page, session, _ = open_cabin(script, look, incidents=incidents)
    page.resize(1366, 768)
    at(page, session, 2.0)
    qapp.processEvents()  # panels that came or went are laid out
    assert page.minimumSizeHint().width() <= 1366
    for area in page.findChildren(QScrollArea):
        assert area.widget().minimumSizeHint().width() <= area.viewport().width()
    for button in page.findChildren(QAbstractButton):
        if button.isVisible():
            lines = button.text().replace("&&", "&").split("\n")
            needed = max(button.fontMetrics().horizontalAdvance(line) for line in lines)
            assert needed <= button.width(), button.text()
            assert button.fontMetrics().height() * len(lines) <= button.height(), button.text()
