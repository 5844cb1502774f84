"""The recogniser's stream: 16 kHz, in place, without a hole."""

import numpy as np
import pytest

from simulator.live.resample import Resampler
from simulator.media_port import SoundBlock
from tests.media_files import tone


def resampled(samples: np.ndarray, rate_hz: int, block: int, start: float = 0.0) -> tuple[np.ndarray, list[SoundBlock]]:
    stage = Resampler(16_000)
    out = [
        stage.push(SoundBlock(start + k / rate_hz, samples[k : k + block], rate_hz))
        for k in range(0, len(samples), block)
    ]
    blocks = [made for made in [*out, stage.flush()] if made is not None]
    return np.concatenate([made.samples for made in blocks]), blocks


@pytest.mark.parametrize(
    ("rate_hz", "block"), [(48_000, 480), (48_000, 4_811), (44_100, 441), (8_000, 80), (16_000, 160)]
)
def test_any_rate_becomes_16_khz_of_the_same_length_pitch_and_loudness(rate_hz, block):
    samples, blocks = resampled(tone(2.0, rate_hz, hz=440), rate_hz, block)
    assert len(samples) == pytest.approx(32_000, abs=20)
    assert np.argmax(np.abs(np.fft.rfft(samples[:32_000]))) / 2 == pytest.approx(440, abs=1)
    assert np.abs(samples[1_000:-1_000]).max() == pytest.approx(0.3, rel=0.03)
    assert all(made.rate_hz == 16_000 for made in blocks)


def test_blocks_follow_each_other_from_the_first_ones_time():
    _, blocks = resampled(tone(1.0, 48_000), 48_000, 480, start=7.0)
    ends = [7.0, *(made.at + len(made.samples) / 16_000 for made in blocks)]
    assert [made.at for made in blocks] == pytest.approx(ends[:-1])


def test_a_click_keeps_its_place():
    click = np.zeros(48_000, np.float32)
    click[24_000] = 1.0
    samples, _ = resampled(click, 48_000, 480)
    assert int(np.argmax(samples)) == pytest.approx(8_000, abs=1)


def test_what_16_khz_cannot_carry_is_taken_out_instead_of_folded_down():
    samples, _ = resampled(tone(1.0, 48_000, hz=12_000), 48_000, 480)
    assert np.abs(samples[500:-500]).max() < 0.003
