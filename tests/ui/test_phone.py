"""The phone: what viewers see."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.domain.desk import Loss, StreamCut, StreamRestored
from simulator.media_port import VideoFrame
from simulator.metrics.room import RoomFigures
from simulator.ui.cabin.chat_bubbles import MOST_TEXT_LINES, ChatBubbles
from simulator.ui.cabin.layers import Part
from simulator.ui.cabin.overlays import CardFace, PhoneFace, paint_top
from simulator.ui.cabin.phone import Phone
from simulator.ui.cabin.phone_face import PhoneState
from simulator.ui.models import ChatModel
from simulator.ui.picture import covering, image_of
from simulator.ui.theme import Theme
from tests.ui.scripted import comment, picture, shop

FULL = PhoneFace(
    host="Orchard",
    likes="12 likes",
    online="online 1",
    closings=("lucky bag 02:41",),
    toast="A is buying",
    news="+3 came in",
    card=CardFace(
        product=shop().products[0],
        title="Oranges",
        state="on show · 32 left",
        price="¥34.9",
        before="¥39.9",
        action="Buy",
    ),
    caption="we picked these",
    tail=" this morning",
)


class Painted(QObject):
    """Where a widget was asked to paint."""

    def __init__(self, phone: Phone) -> None:
        super().__init__(phone)
        self.rooms: list[QRect] = []
        phone.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.rooms.append(event.rect())
        return False

    def wait(self) -> None:
        """Let what was asked for be painted."""
        QApplication.processEvents()


def halves() -> VideoFrame:
    """Left half blue, right half red."""
    pixels = np.zeros((160, 90, 3), np.uint8)
    pixels[:, :45, 0] = 255
    pixels[:, 45:, 2] = 255
    return VideoFrame(0.0, pixels)


@pytest.mark.parametrize(("mirrored", "left"), [(False, "#0000ff"), (True, "#ff0000")])
def test_the_picture_is_shown_as_it_is_or_as_in_a_mirror(qtbot, theme: Theme, mirrored: bool, left: str) -> None:
    phone = Phone(theme, ChatModel(), mirrored=mirrored)
    qtbot.addWidget(phone)
    phone.resize(270, 480)
    phone.show_frame(halves())
    shot = phone.grab().toImage()
    assert shot.pixelColor(60, 240).name() == left


def test_a_wide_picture_fills_the_phone_with_its_middle() -> None:
    image = QImage(1280, 720, QImage.Format.Format_RGB32)
    part = covering(image, QRectF(0, 0, 360, 640))
    assert part == QRectF((1280 - 405) / 2, 0, 405, 720)


def test_a_picture_is_seen_without_copying_its_pixels() -> None:
    frame = halves()
    image = image_of(frame)
    assert image.pixelColor(10, 10).name() == "#0000ff"
    frame.pixels[10, 10] = (0, 255, 0)
    assert image.pixelColor(10, 10).name() == "#00ff00"


def test_part_of_a_picture_with_gaps_in_memory_is_copied() -> None:
    whole = halves()
    image = image_of(VideoFrame(0.0, whole.pixels[::2, ::2]))
    assert (image.width(), image.height()) == (45, 80)
    assert image.pixelColor(5, 5).name() == "#0000ff"


def test_without_a_camera_the_phone_says_why(qtbot, theme: Theme) -> None:
    phone = Phone(theme, ChatModel())
    qtbot.addWidget(phone)
    phone.resize(270, 480)
    phone.show_frame(None, "")
    blank = phone.grab().toImage()
    phone.show_frame(None, "camera lost")
    assert phone.grab().toImage() != blank


def bubbles(theme: Theme, chat: ChatModel, now: float) -> ChatBubbles:
    made = ChatBubbles(theme, chat)
    canvas = QImage(320, 300, QImage.Format.Format_ARGB32)
    painter = QPainter(canvas)
    made.paint(painter, QRectF(0, 0, 320, 300), now)
    painter.end()
    return made


def test_the_newest_comment_stands_lowest_and_can_be_clicked(theme: Theme) -> None:
    chat = ChatModel()
    chat.add([comment(1, 0.0, "first"), comment(2, 1.0, "second")])
    painted = bubbles(theme, chat, 2.0)
    assert painted.comment_at(QPointF(20, 290)) == "c2"
    assert painted.comment_at(QPointF(20, 255)) == "c1"
    assert painted.comment_at(QPointF(20, 20)) is None


def test_a_waiting_question_counts_its_seconds(theme: Theme) -> None:
    chat = ChatModel()
    chat.add([comment(1, 10.0, "how much?", asks=True)])
    made = ChatBubbles(theme, chat)
    assert made._suffix(chat.rows[0], 28.4) == "waiting 18 s"


@pytest.mark.parametrize("text", ["长" * 5000, "a" * 5000, "👨‍👩‍👧" * 300, "e" + "\u0301" * 1000, "word " * 500])
def test_a_long_comment_stays_within_two_lines(theme: Theme, text: str) -> None:
    chat = ChatModel()
    chat.add([comment(1, 0.0, text, asks=True)])
    made = ChatBubbles(theme, chat)
    layout, width, _ = made._layout(chat.rows[0], 320, 5.0)
    assert layout.lineCount() <= MOST_TEXT_LINES
    assert width <= 320
    last = layout.lineAt(layout.lineCount() - 1)
    assert last.textStart() + last.textLength() == len(layout.text().encode("utf-16-le")) // 2


@pytest.fixture
def chat() -> ChatModel:
    return ChatModel()


@pytest.fixture
def phone(qtbot: QtBot, theme: Theme, chat: ChatModel) -> Phone:
    """A phone on the screen, with everything on it, painted."""
    made = Phone(theme, chat, clock=lambda: 100.0)
    qtbot.addWidget(made)
    made.resize(390, 690)
    with qtbot.waitExposed(made):
        made.show()
    made.show_frame(picture())
    chat.add([comment(number, 0.0, "x") for number in range(20)])
    made.show_face(FULL, 1.0)
    made.grab()
    made.layers.painted.clear()
    made.fitted = 0
    return made


def test_a_flood_of_comments_is_painted_once_a_turn_and_nothing_else_is(phone: Phone, chat: ChatModel) -> None:
    for number in range(500):
        chat.add([comment(100 + number, 0.0, "x")])
    phone.grab()
    assert phone.layers.painted == {Part.CHAT: 1}
    assert phone.fitted == 0, "the camera picture is not scaled for a comment"


def test_a_second_of_a_full_room_stays_within_the_budget_of_repaints(phone: Phone, chat: ChatModel) -> None:
    """30 pictures, 10 ticks, 50 comments, likes at every tick."""
    shown = 0
    for beat in range(30):
        phone.show_frame(picture(0.01 * beat))
        if beat % 3 == 0:
            chat.add([comment(1000 + 5 * beat + each, 1.0, "nice") for each in range(5)])
            shown += 1
            phone.show_face(replace(FULL, hearts=7 * shown), 1.0 + shown / 10)
        phone.grab()
    assert phone.fitted == 30
    assert phone.layers.painted == {Part.CHAT: 10}


def test_each_part_is_painted_when_it_changes_and_no_other(phone: Phone) -> None:
    for changed, part in (
        (replace(FULL, caption="more"), Part.CAPTION),
        (replace(FULL, caption="more", online="online 2"), Part.TOP),
        (replace(FULL, caption="more", online="online 2", toast="B is buying"), Part.TOAST),
        (replace(FULL, caption="more", online="online 2", toast="B is buying", news="+2 came in"), Part.NEWS),
    ):
        phone.layers.painted.clear()
        phone.show_face(changed, 1.0)
        phone.grab()
        assert phone.layers.painted == {part: 1}


def test_equal_faces_need_no_painting(phone: Phone, chat: ChatModel) -> None:
    phone.show_face(replace(FULL), 1.5)
    phone.show_face(replace(FULL), 2.0)
    phone.grab()
    assert not phone.layers.painted, "nobody waits: a second changes nothing"
    chat.add([comment(999, 2.0, "how much?", asks=True)])
    phone.grab()
    phone.show_face(replace(FULL), 3.0)
    phone.grab()
    assert phone.layers.painted == {Part.CHAT: 2}, "a question counts its seconds"


def test_a_change_of_the_chat_repaints_the_chats_place_only(phone: Phone, chat: ChatModel) -> None:
    painted = Painted(phone)
    chat.add([comment(999, 2.0, "x")])
    painted.wait()
    place = phone.place_of(Part.CHAT).translated(phone.screen_room.topLeft())
    assert painted.rooms and all(place.adjusted(-5, -5, 5, 5).contains(QRectF(each)) for each in painted.rooms)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
@pytest.mark.parametrize("height", [480, 640, 690, 900])
def test_chat_never_covers_the_face_and_always_has_room(qtbot: QtBot, theme: Theme, scale: float, height: int) -> None:
    phone = Phone(replace(theme, scale=scale), ChatModel())
    qtbot.addWidget(phone)
    phone.resize(round(height * 9 / 16), height)
    phone.grab()
    phone.show_face(FULL, 1.0)
    room, chat, toast = phone.screen_room, phone.place_of(Part.CHAT), phone.place_of(Part.TOAST)
    assert toast.top() >= (0.38 if height > 480 else 0.36) * room.height()
    assert chat.right() <= 0.80 * room.width()
    assert chat.height() >= phone._bubbles.height_of(2) - 1
    assert chat.bottom() < phone.place_of(Part.CARD).top() < phone.place_of(Part.CAPTION).top()
    assert toast.bottom() <= phone.place_of(Part.NEWS).top() + 0.1 <= chat.top() + 0.2


def test_latency_runs_from_the_moment_of_the_picture_to_the_end_of_painting(phone: Phone) -> None:
    phone.latencies.clear()
    phone.show_frame(picture(99.98))
    phone.grab()
    phone.grab()
    assert list(phone.latencies) == [pytest.approx(0.02)], "once a picture, however often it is painted"


def test_a_muted_viewers_line_and_the_chosen_line_look_different(phone: Phone, chat: ChatModel) -> None:
    before = phone.grab().toImage()
    chat.move_cursor(-1)
    chosen = phone.grab().toImage()
    assert chosen != before
    chat.place_cursor(None)
    assert phone.grab().toImage() == before
    chat.mute(chat.rows[-1].comment.viewer.id)
    assert phone.grab().toImage() != before


def test_the_chosen_comment_is_never_out_of_sight(theme: Theme) -> None:
    chat = ChatModel()
    chat.add([comment(number, 0.0, f"line {number}") for number in range(100)])
    for chosen in ("c99", "c60", "c0"):
        chat.place_cursor(chosen)
        made = bubbles(theme, chat, 2.0)
        assert chosen in {comment for _, comment in made._places}
        assert len(made._places) >= 5, "what came after it stands below it"


def test_where_there_is_no_room_for_the_pinned_and_the_chosen_the_chosen_is_seen(theme: Theme) -> None:
    chat = ChatModel()
    chat.add([comment(number, 0.0, f"line {number}") for number in range(9)])
    chat.pin("c2")
    chat.place_cursor("c6")
    made = ChatBubbles(theme, chat)
    canvas = QImage(320, 40, QImage.Format.Format_ARGB32)
    painter = QPainter(canvas)
    made.paint(painter, QRectF(0, 0, 320, 40), 1.0)
    painter.end()
    assert [comment for _, comment in made._places] == ["c6"]


@pytest.mark.parametrize(("wide", "beside"), [(380, True), (180, False), (110, False)])
def test_the_viewers_stand_beside_the_host_or_below_on_a_narrow_phone(theme: Theme, wide: int, beside: bool) -> None:
    canvas = QImage(wide, 200, QImage.Format.Format_RGB32)
    canvas.fill(QColor("#ff00ff"))
    painter = QPainter(canvas)
    paint_top(painter, theme, QRectF(0, 0, wide, 200), replace(FULL, host="A name of any length", closings=()))
    painter.end()
    pixels = np.frombuffer(canvas.bits(), np.uint8).reshape(200, wide, 4)
    painted = (pixels[..., 1] > 0) | (pixels[..., 0] < 255)
    high = theme.px(30) + 14
    if beside:
        assert painted[high // 2, wide - 12] and not painted[high // 2].all(), "at the right, apart from the host"
    assert not painted[high + 4].any(), "what stands below the host is apart from it"
    assert painted[high + 10 :].any() != beside


@pytest.mark.usefixtures("qapp")
def test_a_stream_that_stands_still_for_viewers_is_told() -> None:
    state, now = PhoneState(shop()), SimpleNamespace(now=5.0, unconfirmed="", shelf=(), demonstrating_since=None)
    figures = RoomFigures(shop()).figures()
    state.take(StreamCut(at=1.0, loss=Loss.SOUND))
    assert not state.face(now, figures).stuck, "the picture goes on without sound"
    state.take(StreamCut(at=2.0, loss=Loss.STREAM))
    assert "stand still" in state.face(now, figures).stuck
    state.take(StreamRestored(at=4.0))
    assert not state.face(now, figures).stuck
