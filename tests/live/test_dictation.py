"""A note is spoken through the program's own microphone, here a file that stands for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.devices.clock import HandClock
from simulator.devices.voice_file import voice_length
from simulator.live.dictation import Dictation
from simulator.media_port import Clock, SoundBlock
from simulator.ports import DeviceError
from tests.deviceless import studio_in
from tests.media_files import tone, write_sound


class Mouth:
    """A microphone that gives as many blocks as it is asked to, and then waits."""

    exact = True

    def __init__(self, blocks: int, said: threading.Event) -> None:
        self._left = blocks
        self._said = said
        self._closed = threading.Event()

    def read(self) -> SoundBlock:
        if self._left == 0:
            self._said.set()
            self._closed.wait(0.05)
            raise EOFError
        self._left -= 1
        return SoundBlock(0.0, tone(0.1, 48_000), 48_000)

    def close(self) -> None:
        self._closed.set()


def spoken(tmp_path: Path, blocks: int, longest: float = 120.0) -> tuple[Dictation, Path]:
    """A dictation that heard so many blocks of a tenth of a second."""
    said = threading.Event()
    studio = studio_in(tmp_path / "data")

    def microphone(_address: str, _clock: Clock, _zero: float, _fast: bool) -> Mouth:
        return Mouth(blocks, said)

    part = tmp_path / "note.part.ogg"
    dictation = Dictation(replace(studio.equipment, microphone=microphone), HandClock(), "mic:", part, longest)
    assert said.wait(20)
    studio.store.close()
    return dictation, part


def test_what_was_said_is_kept_with_its_length(tmp_path: Path) -> None:
    dictation, part = spoken(tmp_path, 25)
    assert dictation.level is not None and dictation.level.rms_dbfs > -20
    assert dictation.stop() == pytest.approx(2.5)
    assert dictation.stop() == pytest.approx(2.5), "a second call does nothing"
    assert voice_length(part) == pytest.approx(2.5, abs=0.1)


def test_no_more_than_the_longest_is_taken(tmp_path: Path) -> None:
    dictation, part = spoken(tmp_path, 40, longest=1.5)
    assert dictation.full
    assert dictation.stop() == pytest.approx(1.5)
    assert voice_length(part) == pytest.approx(1.5, abs=0.1)


def test_nothing_heard_leaves_nothing(tmp_path: Path) -> None:
    dictation, part = spoken(tmp_path, 0)
    with pytest.raises(DeviceError) as caught:
        dictation.stop()
    assert caught.value.code == "voice_empty"
    assert not part.exists()


def test_a_file_stands_for_the_microphone(tmp_path: Path) -> None:
    sound = write_sound(tmp_path / "said.wav", [tone(1.0, 48_000)], 48_000)
    studio = studio_in(tmp_path / "data")
    clock = HandClock(time=100.0)
    opened: list[float] = []
    real: Callable[..., object] = studio.equipment.microphone

    def microphone(address: str, clock: Clock, zero: float, _fast: bool) -> object:
        opened.append(zero)
        return real(address, clock, zero, True)

    equipment = replace(studio.equipment, microphone=microphone)  # type: ignore[arg-type]
    dictation = Dictation(equipment, clock, f"file:{sound}", tmp_path / "note.part.ogg")
    assert dictation._thread.ended.wait(20)
    assert opened == [100.0] and dictation.full
    assert dictation.stop() == pytest.approx(1.0, abs=0.05)
    studio.store.close()
