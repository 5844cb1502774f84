"""How much later the picture comes is found by a clap, kept for the pair, and put right in what is recorded."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from simulator.devices.clock import HandClock
from simulator.live.booking import Booking
from simulator.live.clap import MOST, Clap, ClapWatch, keep_picture_delay, picture_delay
from simulator.live.streams import Streams
from simulator.media_port import SoundBlock, VideoFrame
from simulator.storage.store import SqliteStore
from tests.avsync import beeps, lit, measure, schedule
from tests.devices.test_recorder import grey, recorder
from tests.live.test_looking import studio_in
from tests.perception.test_clap import RATE_HZ, clapped, room

ZERO = 100.0
"""Clock time of the first sample."""


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    return SqliteStore(tmp_path)


def fed(watch: ClapWatch, *, at: float | None, pictures_until: float) -> None:
    """Four seconds of blocks of 10 ms whose stamps wobble, and 30 pictures a second, each as bright as its number."""
    sound = room(4, 1) if at is None else clapped(room(4, 1), at, 1, 0.9)
    step = RATE_HZ // 100
    for number in range(len(sound) // step):
        wobble = 0.012 * np.sin(number / 7)
        block = sound[number * step : (number + 1) * step]
        watch.sound(SoundBlock(ZERO + number / 100 + wobble, block, RATE_HZ))
    for number in range(round(30 * pictures_until)):
        watch.picture(VideoFrame(ZERO + number / 30, np.full((720, 1280, 3), number, np.uint8)))


def test_the_pictures_around_a_clap_are_offered_small() -> None:
    watch = ClapWatch()
    fed(watch, at=1.5, pictures_until=4)
    found = watch.found()
    assert isinstance(found, Clap)
    assert found.heard_at == pytest.approx(ZERO + 1.5, abs=0.003)
    assert [each.pixels[0, 0, 0] for each in found.pictures] == list(range(40, 58))
    assert found.pictures[0].pixels.shape[0] <= 200


def test_a_clap_is_found_only_once_its_pictures_are_there() -> None:
    watch = ClapWatch()
    fed(watch, at=1.5, pictures_until=1.6)
    assert watch.found() is None
    watch.picture(VideoFrame(ZERO + 1.95, np.zeros((9, 16, 3), np.uint8)))
    assert watch.found() is not None


def test_silence_is_no_clap() -> None:
    watch = ClapWatch()
    assert watch.found() is None
    fed(watch, at=None, pictures_until=4)
    assert watch.found() is None
    assert watch.listened == pytest.approx(4.0)


def test_a_delay_is_kept_for_its_pair_of_devices(store: SqliteStore) -> None:
    keep_picture_delay(store, "camera:0", "mic:A", 0.08)
    keep_picture_delay(store, "camera:0", "mic:B", -0.05)
    assert picture_delay(store, "camera:0", "mic:A") == 0.08
    assert picture_delay(store, "camera:0", "mic:B") == -0.05
    assert picture_delay(store, "camera:1", "mic:A") == 0.0
    assert picture_delay(store, None, "mic:A") == picture_delay(store, "camera:0", None) == 0.0


def test_no_delay_is_longer_than_devices_have(store: SqliteStore) -> None:
    keep_picture_delay(store, "camera:0", "mic:A", 7.0)
    assert picture_delay(store, "camera:0", "mic:A") == MOST


@pytest.mark.parametrize("rubbish", [7, "x", ["a"], {"camera:0 | mic:A": "x"}, {"camera:0 | mic:A": 9.0}])
def test_rubbish_in_the_setting_is_no_delay(store: SqliteStore, rubbish: object) -> None:
    store.keep_setting("devices.picture_delay", rubbish)
    assert picture_delay(store, "camera:0", "mic:A") == 0.0
    keep_picture_delay(store, "camera:0", "mic:A", 0.1)
    assert picture_delay(store, "camera:0", "mic:A") == 0.1


@pytest.mark.parametrize(("known", "left_ms"), [(0.0, -80.0), (0.08, 0.0)])
def test_a_recording_puts_right_what_is_known_of_its_camera(tmp_path: Path, known: float, left_ms: float) -> None:
    clock = HandClock()
    studio = studio_in(tmp_path, clock)
    booking = Booking(scenario="S01", trainee="小雨", camera=None, microphone=None, seed=7, record=False)
    session = studio.open_session(booking, clock, None)
    kept = recorder(tmp_path / "late.mkv")
    streams = Streams(session, studio.equipment, kept, None, aside=False, picture_delay=known)
    session.go_live(0.0)
    events = schedule(14.0)
    for number in range(14 * 30):
        taken = number / 30
        kept.sound(SoundBlock(taken, beeps(events, taken, 1600, 48_000), 48_000))
        streams.picture(grey(taken + 0.08, 235 if lit(events, taken) else 40))  # this camera is 80 ms late
    sync = measure(kept.close())
    streams.looking.close()
    assert sync.events >= 6
    assert sync.median_ms == pytest.approx(left_ms, abs=20), "a picture is 33 ms long"
    studio.close_devices()
    studio.store.close()
