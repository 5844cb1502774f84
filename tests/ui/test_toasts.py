"""Toasts that gather, hearts that rise and come to rest, and nothing that moves where nothing should."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.domain.crowd import Followed, ViewersEntered
from simulator.domain.desk import CommentPinned, CommentUnpinned, ViewerMuted
from simulator.ui.app import dress
from simulator.ui.cabin.layers import Part
from simulator.ui.cabin.overlays import PhoneFace
from simulator.ui.cabin.phone import Phone
from simulator.ui.cabin.toasts import HEART_S, MOST_HEARTS, SLIDE_S, Gathered, Hearts, Slides
from simulator.ui.models import ChatModel
from simulator.ui.theme import Theme
from tests.ui.cabins import Open, at
from tests.ui.scripted import CHANCE, comment


def test_the_first_are_told_at_once_and_those_who_come_meanwhile_together() -> None:
    came = Gathered()
    assert not came.turn(0.0)
    came.take(2)
    assert came.turn(1.0) and came.shown == 2
    for _ in range(5):
        came.take(3)
    assert came.turn(3.9) and came.shown == 2
    assert came.turn(4.0) and came.shown == 15
    assert not came.turn(7.0)


def test_hearts_are_few_however_many_likes_there_are_and_end() -> None:
    hearts = Hearts()
    for tick in range(100):
        hearts.add(500, tick / 100)
    assert hearts.count == MOST_HEARTS
    assert hearts.moving(1.0)
    hearts.moving(2.0 + HEART_S)
    assert hearts.count == 0
    assert not hearts.moving(2.0 + HEART_S)


def test_what_slides_arrives_and_is_then_forgotten() -> None:
    slides = Slides()
    assert slides.far("card", 0.0) == 1.0
    slides.begin("card", 10.0)
    assert [round(slides.far("card", 10.0 + share * SLIDE_S), 2) for share in (0, 0.5, 1)] == [0.0, 0.87, 1.0]
    assert slides.moving(10.0 + SLIDE_S) == ("card",), "once more, where it stands"
    assert slides.moving(10.0 + SLIDE_S) == ()


@pytest.fixture
def now() -> list[float]:
    return [100.0]


def shown_phone(qtbot: QtBot, theme: Theme, now: list[float]) -> Phone:
    phone = Phone(theme, ChatModel(), clock=lambda: now[0])
    qtbot.addWidget(phone)
    phone.resize(390, 690)
    with qtbot.waitExposed(phone):
        phone.show()
    return phone


def test_the_one_timer_runs_while_something_moves_and_stops(qtbot: QtBot, theme: Theme, now: list[float]) -> None:
    phone = shown_phone(qtbot, theme, now)
    assert not phone._beat.isActive()
    phone.show_face(PhoneFace(hearts=5, news="+3 came in"), 1.0)
    assert phone._beat.isActive() and phone._beat.interval() >= 33
    phone._on_beat()
    assert phone._beat.isActive()
    now[0] += 10
    phone._on_beat()
    phone._on_beat()
    assert not phone._beat.isActive()


def test_nothing_moves_where_motion_is_off(qtbot: QtBot, theme: Theme, now: list[float]) -> None:
    phone = shown_phone(qtbot, replace(theme, motion=False), now)
    phone.show_face(PhoneFace(hearts=5, news="+3 came in", toast="A is buying"), 1.0)
    assert not phone._beat.isActive()
    assert phone._hearts.count == 0
    phone.grab()
    assert phone.layers.painted[Part.NEWS] == 1, "it is told all the same"


def test_who_came_in_and_who_follows_is_told_by_number(open_cabin: Open) -> None:
    page, session, _ = open_cabin(
        [
            ViewersEntered(at=2.0, count=12, cause=CHANCE),
            ViewersEntered(at=2.2, count=4, cause=CHANCE),
            Followed(at=3.0, count=3, cause=CHANCE),
        ]
    )
    told = []
    for moment in (2.0, 2.2, 3.0, 5.0, 8.0, 12.0):
        at(page, session, moment)
        told.append(page.phone._face.news)
    assert told[3].startswith("3 new follower")
    assert [*told[:3], *told[4:]] == ["+12 came in", "+12 came in", "+12 came in", "+4 came in", ""]


def test_a_comment_is_unpinned_and_a_viewer_muted_on_the_phone(open_cabin: Open) -> None:
    page, session, _ = open_cabin(
        [
            comment(1, 1.0, "a"),
            comment(2, 1.0, "b"),
            CommentPinned(at=2.0, comment="c1"),
            ViewerMuted(at=3.0, viewer="v2"),
            CommentUnpinned(at=4.0),
        ]
    )
    at(page, session, 3.0)
    assert page.chat.pinned is not None and page.chat.pinned.comment.id == "c1"
    assert [line.muted for line in page.chat.rows] == [False, True]
    at(page, session, 4.0)
    assert page.chat.pinned is None


def test_what_is_painted_is_there_for_screen_readers(open_cabin: Open) -> None:
    page, session, _ = open_cabin([comment(1, 1.0, "how much", asks=True, name="Tom")])
    at(page, session, 1.0)
    twin = page.phone.twin
    assert twin.chat.isVisible() and twin.chat.accessibleName() == "Chat"
    assert twin.chat.model().index(0, 0).data() == "Tom: how much (waiting)"
    assert twin.card.accessibleName() == "No product on show"
    session.desk.pin_product("orange")
    at(page, session, 2.0)
    assert "¥39.90" in twin.card.accessibleName()
    page.chat.move_cursor(-1)
    assert twin.chat.accessibleDescription() == "Tom: how much (waiting)"


@pytest.mark.parametrize("scale", [1.75, 2.0])
def test_very_large_text_brings_tabs_whose_keys_all_work(qtbot: QtBot, open_cabin: Open, scale: float) -> None:
    look = Theme(scale=scale)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app, look)
    page, session, _ = open_cabin(look=look)
    at(page, session, 1.0)
    assert page.shelf.lucky_bag.isVisible(), "beside what is seen, not hidden: else its key were dead"
    qtbot.keyClick(page, "1")
    assert session.done == ["ProductPinned"]
    assert page.shelf.visibleRegion().isEmpty() and not page.run_of_show.visibleRegion().isEmpty()
    page.shelf.lucky_bag.setFocus()
    assert not page.shelf.visibleRegion().isEmpty(), "the page with the focus comes to the front"
    assert page.run_of_show.visibleRegion().isEmpty()
