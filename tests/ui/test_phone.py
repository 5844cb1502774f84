"""The phone: what viewers see."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from simulator.media_port import VideoFrame
from simulator.ui.cabin.chat_bubbles import MOST_TEXT_LINES, ChatBubbles
from simulator.ui.cabin.overlays import PhoneFace
from simulator.ui.cabin.phone import Phone
from simulator.ui.models import ChatModel
from simulator.ui.picture import covering, image_of
from simulator.ui.theme import Theme
from tests.ui.scripted import comment


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


def test_a_flood_of_comments_is_painted_once_a_turn(qtbot, theme: Theme) -> None:
    chat = ChatModel()
    phone = Phone(theme, chat)
    qtbot.addWidget(phone)
    phone.resize(270, 480)
    with qtbot.waitExposed(phone):
        phone.show()
    painted: list[int] = []
    paint = phone._painted_overlay

    def counted(room: QRectF) -> object:
        painted.append(1)
        return paint(room)

    phone._painted_overlay = counted  # type: ignore[assignment,method-assign]
    for number in range(500):
        chat.add([comment(number, 0.0, "x")])
    phone.grab()
    assert len(painted) == 1


def test_equal_faces_need_no_painting(qtbot, theme: Theme) -> None:
    phone = Phone(theme, ChatModel())
    qtbot.addWidget(phone)
    phone.resize(270, 480)
    phone.show_face(PhoneFace(host="x"), 1.0)
    phone.grab()
    before = phone._overlay
    phone.show_face(PhoneFace(host="x"), 1.5)
    assert phone._overlay is before
    phone.show_face(PhoneFace(host="x"), 2.0)
    assert phone._overlay is None
