"""The voice detector on speech and on what is none."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from simulator.devices.silero_voice import SileroVoice
from simulator.media_port import SoundBlock
from tests.devices.speech.pitches import pitch


def test_speech_is_told_from_the_pause_after_it():
    spoken = pitch("zh_apple_01_k")
    detector = SileroVoice()
    chances = [(block.at, detector.probability(block)) for block in spoken.blocks() if block.at < 24.0]
    pause = spoken.truth["pauses"][0]
    sentence = spoken.truth["sentences"][1]
    inside = [chance for at, chance in chances if sentence["start"] + 0.5 < at < sentence["end"] - 0.5]
    silent = [chance for at, chance in chances if pause["start"] + 0.4 < at < pause["end"] - 0.2]
    assert np.median(inside) > 0.9
    assert max(silent) < 0.35
    assert all(0.0 <= chance <= 1.0 for _, chance in chances)


def test_noise_and_silence_are_no_speech():
    noise = np.random.default_rng(1).normal(0.0, 0.05, 16_000).astype(np.float32)
    for samples in (noise, np.zeros(16_000, dtype=np.float32)):
        assert SileroVoice().probability(SoundBlock(0.0, samples, 16_000)) < 0.35


def test_how_sound_is_cut_does_not_matter():
    spoken = pitch("zh_apple_01_k").samples[:51_200]
    whole = SileroVoice().probability(SoundBlock(0.0, spoken, 16_000))
    pieces = SileroVoice()
    for start in range(0, len(spoken), 333):
        last = pieces.probability(SoundBlock(0.0, spoken[start : start + 333], 16_000))
    assert last == whole


def test_another_rate_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="48000"):
        SileroVoice().probability(SoundBlock(0.0, np.zeros(480, dtype=np.float32), 48_000))


ONE_THREAD = """
import os
from pathlib import Path
import numpy as np
from simulator.devices.silero_voice import SileroVoice
from simulator.media_port import SoundBlock

before = len(list(Path("/proc/self/task").iterdir()))
SileroVoice().probability(SoundBlock(0.0, np.zeros(5120, dtype=np.float32), 16_000))
print(len(list(Path("/proc/self/task").iterdir())) - before, os.environ.get("OMP_THREAD_LIMIT"))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="counts threads as Linux tells them")
def test_the_model_computes_on_one_thread_and_leaves_the_environment_alone():
    told = subprocess.run([sys.executable, "-c", ONE_THREAD], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["0", "None"]
