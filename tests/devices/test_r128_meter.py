"""Loudness against the minimum requirements of EBU Tech 3341 and 3342: within 0.1 LU (range: 1 LU)."""

import numpy as np
import pytest

from simulator.devices.r128_meter import R128Meter
from simulator.media_port import LoudnessNow, SoundBlock

RATE_HZ = 48_000


def sine(dbfs: float, seconds: float, hz: float = 1000.0) -> np.ndarray:
    moments = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    return (10 ** (dbfs / 20) * np.sin(2 * np.pi * hz * moments)).astype(np.float32)


def metered(*parts: np.ndarray, block: int = 2400) -> LoudnessNow:
    meter, sound = R128Meter(), np.concatenate(parts)
    for at in range(0, len(sound), block):
        meter.take(SoundBlock(at / RATE_HZ, sound[at : at + block], RATE_HZ))
    return meter.now()


@pytest.mark.parametrize(
    ("parts", "integrated"),
    [
        ([sine(-23, 20)], -23.0),
        ([sine(-33, 20)], -33.0),
        ([sine(-36, 10), sine(-23, 60), sine(-36, 10)], -23.0),
        ([sine(-72, 10), sine(-36, 10), sine(-23, 60), sine(-36, 10), sine(-72, 10)], -23.0),
        ([sine(-26, 20), sine(-20, 20.1), sine(-26, 20)], -23.0),
    ],
    ids=["tech 3341 case 1", "case 2", "case 3", "case 4", "case 5"],
)
def test_integrated_loudness(parts, integrated):
    assert metered(*parts).integrated_lufs == pytest.approx(integrated, abs=0.1)


def test_momentary_and_short_term_show_what_is_now():
    shown = metered(sine(-20, 5), sine(-30, 4))
    assert shown.momentary_lufs == pytest.approx(-30, abs=0.1)
    assert shown.short_term_lufs == pytest.approx(-30, abs=0.1)


@pytest.mark.parametrize(
    ("parts", "wide"),
    [
        ([sine(-20, 20), sine(-30, 20)], 10),
        ([sine(-20, 20), sine(-15, 20)], 5),
        ([sine(-40, 20), sine(-20, 20)], 20),
        ([sine(-50, 20), sine(-35, 20), sine(-20, 20), sine(-35, 20), sine(-50, 20)], 15),
    ],
    ids=["tech 3342 case 1", "case 2", "case 3", "case 4"],
)
def test_loudness_range(parts, wide):
    assert metered(*parts).range_lu == pytest.approx(wide, abs=1)


def test_the_true_peak_lies_between_the_samples():
    """Tech 3341 case 15: a sine of a quarter of the rate, half of full scale, whose samples all miss the peak."""
    moments = np.arange(RATE_HZ * 2)
    fade = np.clip(moments / 4800, 0, 1)
    missed = (fade * 0.5 * np.sin(2 * np.pi * moments / 4 + np.pi / 4)).astype(np.float32)
    assert np.abs(missed).max() < 0.36
    peak = metered(missed).true_peak_dbtp
    assert peak is not None
    assert -6.4 <= peak <= -5.8


def test_how_the_sound_is_cut_changes_nothing():
    sound = sine(-23, 3), sine(-30, 2.3)
    assert metered(*sound, block=441) == metered(*sound, block=9_999)


def test_silence_has_no_loudness():
    nothing = LoudnessNow(None, None, None, None, None)
    assert R128Meter().now() == nothing
    assert metered(np.zeros(RATE_HZ * 5, np.float32)) == nothing
