"""A short voiced sound between silences is an island; words that hang together, clicks and hum are none."""

import numpy as np
import pytest

from simulator.domain.units import Span
from simulator.perception.islands import Islands

RATE_HZ = 16_000
CHANCE = np.random.default_rng(8)


def heard(*sounds: tuple[float, float], length: float = 6.0, block: int = 800, voice: float = 1.0) -> list[Span]:
    """A tone in each of these stretches, faint noise everywhere."""
    sound = CHANCE.normal(0, 0.0005, round(length * RATE_HZ)).astype(np.float32)
    moments = np.arange(len(sound)) / RATE_HZ
    for start, end in sounds:
        inside = (moments >= start) & (moments < end)
        sound[inside] += 0.1 * np.sin(2 * np.pi * 200 * moments[inside]).astype(np.float32)
    islands = Islands(RATE_HZ)
    found: list[Span] = []
    for at in range(0, len(sound), block):
        found += islands.take(sound[at : at + block], at / RATE_HZ, voice)
    return found


def test_an_island_is_told_with_its_time():
    (island,) = heard((1.0, 2.0), (3.0, 3.3), (4.0, 5.0))
    assert island.start == pytest.approx(3.0, abs=0.02)
    assert island.end == pytest.approx(3.3, abs=0.02)


def test_speech_that_runs_on_a_click_and_a_long_sound_are_none():
    assert heard((1.0, 2.0), (2.05, 2.4), (2.45, 4.0)) == []
    assert heard((2.0, 2.05)) == []
    assert heard((2.0, 3.2)) == []


def test_what_is_no_voice_is_no_island():
    assert heard((3.0, 3.3), voice=0.2) == []


def test_how_the_sound_is_cut_moves_nothing():
    stretches = ((1.0, 2.0), (3.0, 3.3), (4.0, 5.0))
    first, second = heard(*stretches, block=512)[0], heard(*stretches, block=3_200)[0]
    assert first.start == pytest.approx(second.start, abs=0.02)
    assert first.end == pytest.approx(second.end, abs=0.02)
