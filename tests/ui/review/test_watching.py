"""Watching a session: speed with pitch kept, picture by picture, a span over and over, without silences, as viewers saw
it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame, QVideoFrameFormat
from pytestqt.qtbot import QtBot

from simulator.devices.film_file import begins_at
from simulator.devices.recording_file import Encoding, RecordingFile
from simulator.domain.crowd import CommentPosted
from simulator.domain.units import Span
from simulator.live.studio import Studio
from simulator.media_port import SoundBlock, VideoFrame
from simulator.ui.review.frames import Frames
from simulator.ui.review.page import ReviewPage
from simulator.ui.review.player import Player
from simulator.ui.review.repeating import Repeating
from simulator.ui.review.watching import AS_VIEWERS
from tests.ui.review.conftest import FPS, Open, brightness

SECONDS = 8
TIMES = (*(number / 30 for number in range(60)), *(2.0 + number / 12 for number in range(24)), 5.5, 6.0, 6.033, 7.9)
"""A camera that is quick, then slow, then away for a while."""


@pytest.fixture(scope="module")
def irregular(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pictures at ``TIMES``, the n-th one 2 n bright in its middle."""
    file = RecordingFile(tmp_path_factory.mktemp("steps") / "s.mkv", Encoding(quality=10), pictures=True)
    pictures = iter(enumerate(TIMES))
    number, at = next(pictures)
    for block in range(SECONDS * 10):
        file.sound(SoundBlock(block / 10, np.zeros(4800, np.float32), 48_000))
        while at is not None and at < (block + 1) / 10:
            file.picture(VideoFrame(at, np.full((120, 160, 3), 2 * number, np.uint8)))
            number, at = next(pictures, (number, None))
    file.close()
    return file.path


@pytest.fixture
def player(qtbot: QtBot, irregular: Path) -> Player:
    made = Player(irregular, float(SECONDS))
    made.begin_at(begins_at(irregular))
    made.open()
    qtbot.waitUntil(lambda: made._loaded, timeout=10_000)
    yield made
    made.close()


def loaded(qtbot: QtBot, page: ReviewPage) -> ReviewPage:
    qtbot.waitUntil(lambda: page.screen_.has_picture, timeout=20_000)
    return page


def test_every_speed_keeps_the_pitch(player: Player) -> None:
    told = player._player
    assert told is not None
    assert told.pitchCompensationAvailability() is not QMediaPlayer.PitchCompensationAvailability.Unavailable
    for rate in (0.5, 3.0, 1.0):
        player.set_rate(rate)
        assert told.playbackRate() == rate and told.pitchCompensation()


def test_steps_show_one_picture_after_the_other_however_far_apart_they_are(qtbot: QtBot, player: Player) -> None:
    starts: list[float] = []
    player.picture.connect(lambda frame: starts.append(frame.startTime() / 1e6 + player._begins))
    player.seek(1.9)
    qtbot.waitUntil(lambda: bool(starts) and starts[-1] == pytest.approx(1.9, abs=0.002), timeout=10_000)
    first = round(1.9 * 30)
    for wanted in TIMES[first + 1 : first + 8]:
        player.step(1)
        qtbot.waitUntil(lambda wanted=wanted: starts[-1] == pytest.approx(wanted, abs=0.002), timeout=10_000)
    for wanted in reversed(TIMES[first : first + 7]):
        player.step(-1)
        qtbot.waitUntil(lambda wanted=wanted: starts[-1] == pytest.approx(wanted, abs=0.002), timeout=10_000)
    assert not player.playing


def test_a_step_ends_on_the_picture_it_found_whatever_else_was_asked_for() -> None:
    def picture(start: float) -> QVideoFrame:
        frame = QVideoFrame(QVideoFrameFormat(QSize(4, 4), QVideoFrameFormat.PixelFormat.Format_ARGB8888))
        frame.setStartTime(round(start * 1e6))
        frame.setEndTime(round((start + 1 / 30) * 1e6))
        return frame

    frames = Frames()
    frames.shown(picture(20.0))
    asked = [frames.step(1, 20.0), *(frames.shown(picture(20.0)) for _ in range(5))]
    assert asked[-1] is not None and asked[-1] > 20.2, "tries are on their way that lead beyond the next picture"
    back = frames.shown(picture(20.1))
    assert back is not None and 20.1 < back < 20.1 + 1 / 30
    assert frames.shown(picture(20.2)) is None, "what comes late begins nothing"


def test_comma_and_period_step_in_the_page(qtbot: QtBot, open_review: Open) -> None:
    page = loaded(qtbot, open_review())
    page.player.seek(20.0)

    def shows(number: int) -> None:
        frame = page.screen_._frame
        assert frame is not None
        assert brightness(frame.toImage()) == pytest.approx((number * 10 % 100) * 255 / 219, abs=6)

    qtbot.waitUntil(lambda: shows(20 * FPS), timeout=20_000)
    qtbot.keyClick(page, Qt.Key.Key_Period)
    qtbot.waitUntil(lambda: shows(20 * FPS + 1), timeout=20_000)
    qtbot.keyClick(page, Qt.Key.Key_Comma)
    qtbot.waitUntil(lambda: shows(20 * FPS), timeout=20_000)


def test_a_span_is_gone_round_in(qtbot: QtBot, player: Player) -> None:
    repeating = Repeating(player)
    seen: list[float] = []
    player.moved.connect(seen.append)
    repeating.set_span(Span(3.0, 4.0))
    player.seek(3.2)
    player.play()
    qtbot.waitUntil(lambda: any(at > 3.8 for at in seen), timeout=20_000)
    seen.clear()
    qtbot.waitUntil(lambda: any(at < 3.5 for at in seen) and any(at > 3.8 for at in seen), timeout=20_000)
    assert max(seen) < 4.4
    repeating.set_looping(False)
    qtbot.waitUntil(lambda: max(seen) > 4.5, timeout=20_000)


def test_a_span_at_the_end_of_the_recording_is_gone_round_in_too(qtbot: QtBot, player: Player) -> None:
    repeating = Repeating(player)
    repeating.set_span(Span(7.0, 20.0))
    seen: list[float] = []
    player.seek(7.2)
    player.moved.connect(seen.append)
    player.play()
    qtbot.waitUntil(lambda: any(at > 7.6 for at in seen), timeout=20_000)
    seen.clear()
    qtbot.waitUntil(lambda: any(at < 7.3 for at in seen), timeout=20_000)


def test_ends_of_a_span_are_set_one_by_one(player: Player) -> None:
    repeating = Repeating(player)
    repeating.begin(2.0)
    assert repeating.span is None and repeating.begins == 2.0
    repeating.end(5.0)
    assert repeating.span == Span(2.0, 5.0) and repeating.looping
    repeating.begin(3.0)
    assert repeating.span == Span(3.0, 5.0)
    repeating.end(4.0)
    assert repeating.span == Span(3.0, 4.0)
    repeating.begin(6.0)
    assert repeating.span is None, "behind the old end it begins anew"
    repeating.end(6.2)
    assert repeating.span is None, "too short to be heard"


def test_silences_are_jumped_over(qtbot: QtBot, player: Player) -> None:
    repeating = Repeating(player)
    seen: list[float] = []
    repeating.set_skipping(True)
    assert not repeating.skipping, "there is none yet"
    repeating.show_quiet((Span(1.0, 5.0),))
    repeating.set_skipping(True)
    player.seek(0.5)
    player.moved.connect(seen.append)
    player.play()
    qtbot.waitUntil(lambda: bool(seen) and seen[-1] > 5.3, timeout=20_000)
    assert not [at for at in seen if 1.5 < at < 4.9]


def test_keys_set_the_span_and_what_is_left_out(qtbot: QtBot, open_review: Open) -> None:
    page = loaded(qtbot, open_review())
    row, repeating = page.watching.row, page.watching.repeating
    page.player.seek(10.0)
    qtbot.keyClick(page, Qt.Key.Key_I)
    page.player.seek(20.0)
    qtbot.keyClick(page, Qt.Key.Key_O)
    assert repeating.span == Span(10.0, 20.0) and row.loop.isChecked()
    assert "00:10–00:20" in row.loop.text()
    qtbot.keyClick(page, Qt.Key.Key_L)
    assert not repeating.looping
    assert repeating.can_skip, "the pitch has rests"
    qtbot.keyClick(page, Qt.Key.Key_S)
    assert repeating.skipping
    line = page.timeline
    qtbot.keyClick(page, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert line.view.zoom > 1 and row.less.isEnabled()
    qtbot.keyClick(page, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert line.view.is_whole
    page.notes.text.setFocus()
    page.tabs["notes"].click()
    qtbot.keyClicks(page.notes.text, "iols,.v")
    assert page.notes.text.text() == "iols,.v" and repeating.span == Span(10.0, 20.0)


def test_chat_and_card_stand_over_the_picture_as_viewers_saw_them(
    qtbot: QtBot, open_review: Open, studio: Studio
) -> None:
    page = loaded(qtbot, open_review())
    assert page.session is not None
    assert page.screen_.as_viewers, "it is so at first"
    comment = next(each for each in page.session.log.only(CommentPosted) if each.text.startswith("多少钱一箱"))
    page.player.pause()
    screen = page.screen_
    assert screen.stand is not None
    chat = QRectF(screen.stand.place)
    chat.setTop(chat.center().y())

    def look(at: float) -> np.ndarray:
        page.player.seek(at)
        qtbot.waitUntil(lambda: page.player.at == at)
        image = screen.grab(chat.toRect()).toImage().convertToFormat(screen.grab().toImage().Format.Format_RGB32)
        return np.frombuffer(image.constBits(), np.uint8).copy()

    assert not np.array_equal(look(comment.at + 0.05), look(comment.at - 0.05))
    qtbot.keyClick(page, Qt.Key.Key_V)
    assert not screen.as_viewers and studio.store.setting(AS_VIEWERS) is False
    page.close()
    again = open_review()
    assert not again.screen_.as_viewers and not again.watching.row.sight.isChecked()


def test_a_click_on_any_lane_goes_there(qtbot: QtBot, open_review: Open) -> None:
    page = open_review()
    line = page.timeline
    for number, (_, strip) in enumerate(line.strips()):
        at = 15.0 + 7 * number
        place = QPointF(line.across(at), strip.center().y())
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=place.toPoint())
        assert page.player.at == pytest.approx(at, abs=1.5)
