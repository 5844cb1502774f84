"""A clap stands out of a room and of speech; speech alone is none."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from simulator.perception.clap import clap_heard

RATE_HZ = 48_000
SPEECH = Path(__file__).parents[1] / "speech" / "zh_apple_01_k.flac"


def room(seconds: float, seed: int, dbfs: float = -55.0) -> NDArray[np.float32]:
    noise = np.random.default_rng(seed).standard_normal(round(seconds * RATE_HZ))
    return (10 ** (dbfs / 20) * noise).astype(np.float32)


def clap(seed: int, loud: float) -> NDArray[np.float32]:
    """A burst of noise that is loudest after half a millisecond and gone after fifty."""
    count = round(0.08 * RATE_HZ)
    shape = np.exp(-np.arange(count) / (0.006 * RATE_HZ))
    shape[:24] *= np.linspace(0, 1, 24)
    burst = shape * np.random.default_rng(seed).standard_normal(count)
    return (loud * burst / np.abs(burst).max()).astype(np.float32)


def clapped(sound: NDArray[np.float32], at: float, seed: int, loud: float) -> NDArray[np.float32]:
    made, burst, first = sound.copy(), clap(seed, loud), round(at * RATE_HZ)
    made[first : first + len(burst)] += burst
    return np.clip(made, -1, 1)


@pytest.fixture(scope="module")
def speech() -> NDArray[np.float32]:
    resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE_HZ)
    with av.open(str(SPEECH)) as file:
        parts = [part.to_ndarray()[0] for frame in file.decode(audio=0) for part in resampler.resample(frame)]
    return np.concatenate(parts)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("loud", [0.6, 0.95])
def test_a_clap_in_a_quiet_room_is_found_to_two_milliseconds(seed: int, loud: float) -> None:
    at = 1.0 + 0.23 * seed
    assert clap_heard(clapped(room(4, seed), at, seed, loud), RATE_HZ) == pytest.approx(at, abs=0.002)


def test_a_clap_is_found_at_16_khz_too() -> None:
    sound = clapped(room(4, 1), 2.0, 1, 0.9)[::3]
    assert clap_heard(sound, RATE_HZ // 3) == pytest.approx(2.0, abs=0.003)


def test_speech_is_no_clap(speech: NDArray[np.float32]) -> None:
    stretches = [speech[at : at + 4 * RATE_HZ] for at in range(0, len(speech) - 4 * RATE_HZ, 4 * RATE_HZ)]
    assert len(stretches) > 10
    assert [clap_heard(each, RATE_HZ) for each in stretches] == [None] * len(stretches)


def test_a_clap_after_speech_is_found(speech: NDArray[np.float32]) -> None:
    sound = np.concatenate([speech[: 2 * RATE_HZ], room(1, 5)])
    assert clap_heard(clapped(sound, 2.5, 5, 0.9), RATE_HZ) == pytest.approx(2.5, abs=0.002)


@pytest.mark.parametrize("sound", [room(4, 2), np.zeros(RATE_HZ, np.float32), np.zeros(0, np.float32), room(0.01, 3)])
def test_nothing_stands_out_of_a_room_or_of_nothing(sound: NDArray[np.float32]) -> None:
    assert clap_heard(sound, RATE_HZ) is None
