"""Recordings that are gone, damaged, cut short or of another session: each is told, and the rest is usable."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from simulator.devices.media_file import open_media
from simulator.devices.recording_file import Encoding, RecordingFile
from simulator.devices.recovery import part_of, recover
from simulator.live.studio import Studio
from simulator.media_port import SoundBlock, VideoFrame
from simulator.ui.review.page import ReviewPage
from simulator.ui.review.player import Trouble
from tests.ui.review.conftest import Open


def film(path: Path, seconds: int, title: str) -> Path:
    """A recording by the program's own recorder."""
    file = RecordingFile(path, Encoding(preset="ultrafast"), pictures=True, title=title)
    for number in range(seconds * 10):
        at = number / 10
        file.picture(VideoFrame(at, np.full((120, 160, 3), number % 200, np.uint8)))
        file.sound(SoundBlock(at, np.zeros(4800, np.float32), 48_000))
    file.close()
    return path


def told(qtbot: QtBot, page: ReviewPage, trouble: Trouble) -> str:
    qtbot.waitUntil(lambda: page.player.trouble is trouble, timeout=20_000)
    return page.screen_.words


def is_usable(qtbot: QtBot, page: ReviewPage) -> None:
    """Seeking by evidence, transcript and timeline goes on."""
    page.player.seek(0.0)
    qtbot.keyClick(page, Qt.Key.Key_BracketRight)
    assert page.player.at > 0
    at = page.transcript.list.moments.rows[1].at
    page.transcript.list.clicked.emit(page.transcript.list.moments.index(1))
    assert page.player.at == at
    page.screen_.grab()


def test_a_recording_of_another_session_is_not_played(
    qtbot: QtBot, open_review: Open, studio: Studio, session_id: str
) -> None:
    film(studio.store.recording_path(session_id), 5, "20260101-000000-ffff")
    page = open_review()
    assert "another session" in told(qtbot, page, Trouble.OTHER_SESSION)
    assert not page.transport.play_button.isEnabled() and not page.player.playing
    assert not page.screen_.has_picture
    is_usable(qtbot, page)


def test_a_recording_cut_short_plays_as_far_as_it_goes(
    qtbot: QtBot, open_review: Open, studio: Studio, session_id: str
) -> None:
    film(studio.store.recording_path(session_id), 20, session_id)
    page = open_review()
    assert "ends at 00:20" in told(qtbot, page, Trouble.CUT_SHORT)
    assert page.transport.play_button.isEnabled()
    qtbot.waitUntil(lambda: page.screen_.has_picture, timeout=20_000)
    page.player.seek(60.0)
    assert page.player.at == 60.0 and page.player.beyond
    assert page.screen_._shown_image() is None, "no picture stands for what was not recorded"
    page.player.play()
    assert not page.player.playing
    page.player.seek(10.0)
    assert page.screen_._shown_image() is not None
    page.player.play()
    qtbot.waitUntil(lambda: page.player.at > 10.3, timeout=20_000)
    page.player.pause()
    is_usable(qtbot, page)


@pytest.mark.parametrize("bad", [b"", b"this is no film" * 99, b"\x1a\x45\xdf\xa3" + bytes(4000)])
def test_an_unplayable_recording_is_told(
    qtbot: QtBot, open_review: Open, studio: Studio, session_id: str, bad: bytes
) -> None:
    studio.store.recording_path(session_id).write_bytes(bad)
    page = open_review()
    assert "damaged" in told(qtbot, page, Trouble.UNREADABLE)
    is_usable(qtbot, page)


def test_a_recording_that_goes_away_while_it_is_open_is_no_end(
    qtbot: QtBot, open_review: Open, studio: Studio, session_id: str
) -> None:
    page = open_review()
    qtbot.waitUntil(lambda: page.screen_.has_picture, timeout=20_000)
    studio.store.recording_path(session_id).unlink()
    is_usable(qtbot, page)


def test_a_recording_bears_its_session_also_when_it_was_mended(tmp_path: Path) -> None:
    whole = film(tmp_path / "s1.mkv", 2, "s1")
    with open_media(whole) as container:
        assert container.metadata["title"] == "s1"
    shutil.move(whole, part_of(whole))
    recover(part_of(whole))
    with open_media(whole) as container:
        assert container.metadata["title"] == "s1"
