"""A spoken note is written as it is spoken: what was said before a kill is there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import av
import numpy as np
import pytest

import simulator
from simulator.devices.voice_file import OggVoice, voice_length
from simulator.media_port import SoundBlock
from simulator.ports import DeviceError
from tests.media_files import tone

CHILD = Path(__file__).with_name("voice_child.py")
SECOND = 1.0


def loudest_hz(path: Path) -> float:
    """The strongest tone of a file's sound."""
    with av.open(str(path)) as container:
        pieces = [frame.to_ndarray().reshape(-1) for frame in container.decode(audio=0)]
    sound = np.concatenate(pieces).astype(np.float64)
    power = np.abs(np.fft.rfft(sound * np.hanning(len(sound))))
    return float(np.argmax(power) * 48_000 / len(sound))


@pytest.mark.parametrize("rate_hz", [48_000, 16_000])
def test_what_was_spoken_is_in_the_file(tmp_path: Path, rate_hz: int) -> None:
    path = tmp_path / "a.ogg"
    voice = OggVoice(path)
    sound = tone(3.0, rate_hz)
    for first in range(0, len(sound), rate_hz // 100):
        voice.write(SoundBlock(first / rate_hz, sound[first : first + rate_hz // 100], rate_hz))
    voice.close()
    length = voice_length(path)
    assert length == pytest.approx(3.0, abs=0.1)
    assert loudest_hz(path) == pytest.approx(440, abs=5)
    assert path.stat().st_size < 60_000, "about 16 kB for four seconds"


def test_a_note_without_a_sound_has_no_length(tmp_path: Path) -> None:
    OggVoice(tmp_path / "none.ogg").close()
    assert voice_length(tmp_path / "none.ogg") is None
    assert voice_length(tmp_path / "missing.ogg") is None
    (tmp_path / "text.ogg").write_text("not a sound")
    assert voice_length(tmp_path / "text.ogg") is None


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(DeviceError) as caught:
        voice = OggVoice(tmp_path / "no" / "such" / "folder.ogg")
        voice.write(SoundBlock(0.0, tone(1.0, 48_000), 48_000))
    assert caught.value.code == "voice_unwritable"


@pytest.mark.parametrize("blocks", [15, 47, 120])
def test_a_kill_costs_the_last_second_at_most(tmp_path: Path, blocks: int) -> None:
    path = tmp_path / "killed.ogg"
    root = str(Path(simulator.__file__).parent.parent)
    child = subprocess.Popen(
        [sys.executable, str(CHILD), str(path)], env={**os.environ, "PYTHONPATH": root}, stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    with child.stdout as said:
        handed = [float(said.readline()) for _ in range(blocks)][-1]
        child.kill()
        handed = max([handed, *(float(line) for line in said.read().splitlines() if line.endswith((b"0", b"5")))])
    child.wait(timeout=30)
    length = voice_length(path)
    assert length is not None and length >= handed - SECOND, (length, handed)
    assert loudest_hz(path) == pytest.approx(440, abs=5), "and it can be heard"
