"""Two players on one clock, with real recordings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from simulator.review.compare import Clocks
from simulator.ui.compare.in_step import APART, InStep, TwinPlayer
from tests.media_files import tone, write_video

ONE, TWO = 12.0, 9.0
FPS = 10


@pytest.fixture(scope="module")
def recordings(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("recordings")
    made = []
    for name, length in (("one", ONE), ("two", TWO)):
        path = folder / f"{name}.mkv"
        write_video(path, [number / FPS for number in range(round(length * FPS))], sound=tone(length, 48_000))
        made.append(path)
    return made[0], made[1]


@pytest.fixture
def step(qtbot: QtBot, recordings: tuple[Path, Path]) -> Iterator[InStep]:
    players = TwinPlayer(recordings[0], ONE), TwinPlayer(recordings[1], TWO)
    made = InStep(*players)
    for player in players:
        player.open()
    qtbot.waitUntil(lambda: all(player._loaded for player in players), timeout=20_000)
    yield made
    for player in players:
        player.close()


def test_both_play_pause_and_seek_together(qtbot: QtBot, step: InStep) -> None:
    one, two = step.players
    said: list[bool] = []
    step.playing_changed.connect(said.append)
    step.seek(2.0)
    assert (one.at, two.at) == (2.0, 2.0)
    step.toggle()
    qtbot.waitUntil(lambda: one.playing and two.playing and step.at > 3.0, timeout=20_000)
    assert abs(one.at - two.at) < 2 * APART
    step.toggle()
    qtbot.waitUntil(lambda: not one.playing and not two.playing)
    assert said == [True, False]
    step.seek(5.0)
    assert (one.at, two.at, step.at) == (5.0, 5.0, 5.0)


def test_clocks_laid_on_something_else_keep_the_first_where_it_is(step: InStep) -> None:
    step.seek(4.0)
    step.lay(Clocks(0.0, 3.0, 12.0))
    one, two = step.players
    assert (step.at, one.at, two.at) == (4.0, 4.0, 1.0)
    step.lay(Clocks(2.0, 0.0, 14.0))
    assert (step.at, one.at, two.at) == (6.0, 4.0, 6.0)


def test_a_session_begins_when_its_clock_does(qtbot: QtBot, step: InStep) -> None:
    one, two = step.players
    step.lay(Clocks(0.0, 2.0, 12.0))
    step.seek(1.2)
    step.play()
    qtbot.waitUntil(lambda: one.playing, timeout=20_000)
    assert not two.playing
    assert two.at == 0.0
    qtbot.waitUntil(lambda: two.playing, timeout=20_000)
    assert step.at >= 2.0


def test_the_end_of_the_shorter_is_not_the_end(qtbot: QtBot, step: InStep) -> None:
    one, two = step.players
    step.seek(8.4)
    step.play()
    qtbot.waitUntil(lambda: one.playing and not two.playing and step.at > 9.3, timeout=20_000)
    assert step.playing
    qtbot.waitUntil(lambda: not step.playing, timeout=20_000)
    assert step.at > ONE - 1


def test_a_session_without_a_recording_is_moved_along(qtbot: QtBot, recordings: tuple[Path, Path]) -> None:
    recorded, bare = TwinPlayer(recordings[0], ONE), TwinPlayer(None, 30.0)
    step = InStep(bare, recorded)
    recorded.open()
    qtbot.waitUntil(lambda: recorded._loaded, timeout=20_000)
    step.seek(1.0)
    step.play()
    qtbot.waitUntil(lambda: recorded.playing and step.at > 2.0, timeout=20_000)
    assert abs(bare.at - recorded.at) < 2 * APART
    step.pause()
    step.seek(25.0)
    assert (bare.at, recorded.at) == (25.0, recorded.length)
    recorded.close()


def test_two_sessions_without_recordings_still_share_a_clock() -> None:
    step = InStep(TwinPlayer(None, 10.0), TwinPlayer(None, 20.0))
    assert not step.can_play
    moved: list[float] = []
    step.moved.connect(moved.append)
    step.seek(15.0)
    step.play()
    assert not step.playing
    assert [player.at for player in step.players] == [10.0, 15.0]
    assert moved == [15.0]


def test_one_is_heard_at_a_time(step: InStep) -> None:
    one, two = step.players
    assert isinstance(one, TwinPlayer) and isinstance(two, TwinPlayer)
    one.set_silent(True)
    assert (one.silent, two.silent) == (True, False)
    one._use_sound()  # a device that came back
    if one._output is not None:
        assert one._output.isMuted()
