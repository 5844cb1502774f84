"""A recording whose quality was lowered in the middle plays in the review room, before, across and after the change."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtMultimedia import QVideoFrame
from pytestqt.qtbot import QtBot

from simulator.devices.recording_file import Encoding, RecordingFile
from simulator.media_port import SoundBlock, VideoFrame
from simulator.ui.review.player import Player, Trouble

FPS = 30
SECONDS = 6
CHANGE = 97
"""The first picture in the lower quality: 3.23 s."""


def grey(at: float) -> int:
    """How bright the pictures of a second are."""
    return 40 + 30 * int(at)


@pytest.fixture(scope="module")
def lowered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = RecordingFile(tmp_path_factory.mktemp("lowered") / "session.mkv", Encoding(), pictures=True)
    for number in range(FPS * SECONDS):
        if number == CHANGE:
            assert file.lower()
        at = number / FPS
        file.picture(VideoFrame(at, np.full((360, 640, 3), grey(at), np.uint8)))
        file.sound(SoundBlock(at, np.zeros(1600, np.float32), 48_000))
    file.close()
    return file.path


@pytest.fixture
def shown(qtbot: QtBot, lowered: Path) -> tuple[Player, list[int]]:
    """The player, and how bright each picture it showed was."""
    player = Player(lowered, float(SECONDS))
    seen: list[int] = []

    def look(frame: QVideoFrame) -> None:
        seen.append(frame.toImage().pixelColor(320, 180).lightness())

    player.picture.connect(look)
    player.open()
    qtbot.waitUntil(lambda: player._loaded, timeout=10_000)
    yield player, seen
    player.close()


def near(seen: list[int], at: float) -> bool:
    return bool(seen) and abs(seen[-1] - grey(at)) <= 5


def test_it_is_sought_back_and_forth_across_the_change(shown, qtbot: QtBot) -> None:
    player, seen = shown
    for at in (5.2, 1.2, 4.2, 2.5, 3.1, 3.6):
        player.seek(at)
        qtbot.waitUntil(lambda at=at: near(seen, at), timeout=10_000)
    assert player.trouble is not Trouble.UNREADABLE


def test_it_plays_across_the_change_to_the_end(shown, qtbot: QtBot) -> None:
    player, seen = shown
    player.seek(2.2)
    qtbot.waitUntil(lambda: near(seen, 2.2), timeout=10_000)
    player.play()
    for at in (3.5, 4.5, 5.5):
        qtbot.waitUntil(lambda at=at: any(abs(each - grey(at)) <= 5 for each in seen), timeout=20_000)
    steps = [each for each, before in zip(seen[1:], seen, strict=False) if abs(each - before) > 15]
    assert all(later > earlier for earlier, later in pairwise(steps)), "never back"
    assert player.trouble is not Trouble.UNREADABLE
