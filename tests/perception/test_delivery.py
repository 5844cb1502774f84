"""Fillers, silences, voice, sound and picture."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from simulator.domain.events import HostSpoke, VoiceStarted, VoiceStopped, WentOffAir, Word
from simulator.domain.findings import FillerSaid, HostWasSilent
from simulator.domain.units import Span
from simulator.perception.picture import glance
from simulator.perception.sound import RATE_HZ, measure_sound
from simulator.perception.voice import VoiceTracker


def fillers(stage: Any, text: str, **how: Any) -> list[tuple[str, float]]:
    return [(each.quote, each.weight) for each in stage.only(FillerSaid, stage.say(text, **how))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("嗯，我是小满", [("嗯", 1.0)]),
        ("那个，大家看一下", [("那个", 0.5)]),
        ("然后，我们的果园", [("然后", 0.5)]),
        ("然后我们慢慢地变甜", []),
        ("这个额度很高", []),
        ("大家看那个橙子", []),
    ],
)
def test_a_filler_counts_when_it_is_set_off(chinese: Any, text: str, found: list[tuple[str, float]]) -> None:
    assert fillers(chinese(), text) == found


def test_a_doubtful_syllable_standing_alone_is_a_hesitation(chinese: Any) -> None:
    assert fillers(chinese(), "红，库存一百二十箱", confidence=0.3) == [("红", 1.0)]
    assert fillers(chinese(), "好，库存一百二十箱", confidence=0.9) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("um my name is Lily", [("um", 1.0)]),
        ("So, uh, let me cut one", [("So", 0.5), ("uh", 1.0)]),
        ("it is raw, you know, nothing added", [("you know", 0.5)]),
        ("I like it so much", []),
    ],
)
def test_an_english_filler_counts_when_it_is_set_off(english: Any, text: str, found: list[tuple[str, float]]) -> None:
    assert fillers(english(), text) == found


def test_silences_are_noted_before_between_and_after(chinese: Any) -> None:
    stage = chinese()
    words = (Word("大家", Span(2.0, 2.4), 0.9), Word("好", Span(2.9, 3.1), 0.9), Word("今天", Span(4.6, 5.0), 0.9))
    spoke = HostSpoke(at=6.5, said=Span(2.0, 5.0), text="大家好今天", words=words, engine="t")
    silent = stage.only(HostWasSilent, stage.take(spoke, WentOffAir(at=8.0)))
    assert [each.said for each in silent] == [Span(0.0, 2.0), Span(3.1, 4.6), Span(5.0, 8.0)]
    assert silent[-1].at == 8.0


def test_a_gap_under_a_second_is_no_silence(chinese: Any) -> None:
    stage = chinese()
    stage.say("大家好", at=0.5)
    assert stage.only(HostWasSilent, stage.say("今天卖脐橙", at=2.0)) == []


def changes(probabilities: list[float], step: float = 0.032) -> list[tuple[str, float]]:
    tracker = VoiceTracker()
    found = []
    for at, probability in enumerate(probabilities, start=1):
        for change in tracker.take(at * step, probability, 0.3):
            found.append((type(change).__name__, round(change.at, 3)))
    return found


def test_a_voice_starts_and_stops_with_patience() -> None:
    assert changes([0.9] * 10 + [0.1] * 20) == [("VoiceStarted", 0.428), ("VoiceStopped", 1.036)]


def test_a_click_is_no_voice_and_a_gap_no_end() -> None:
    assert changes([0.1] * 5 + [0.9] * 2 + [0.1] * 20) == []
    assert [name for name, _ in changes([0.9] * 10 + [0.1] * 8 + [0.9] * 10)] == [VoiceStarted.__name__]
    assert [name for name, _ in changes([0.9] * 10 + [0.4] * 40)] == ["VoiceStarted"], "between the thresholds"
    assert VoiceStopped.__name__ not in [name for name, _ in changes([0.9] * 10)]


def voice(hz: float, loud: float = 0.1) -> np.ndarray:
    time = np.arange(RATE_HZ) / RATE_HZ
    return (loud * sum(np.sin(2 * np.pi * hz * each * time) / each for each in range(1, 6))).astype(np.float32)


@pytest.mark.parametrize("hz", [70.0, 110.0, 220.0, 330.0, 450.0])
def test_the_pitch_of_a_voice_is_found_without_octave_errors(hz: float) -> None:
    measured = measure_sound(1.0, voice(hz), [0.9] * 31)
    assert len(measured.pitch_hz) >= 20
    assert measured.pitch_hz == pytest.approx((hz,) * len(measured.pitch_hz), rel=0.01)


def test_noise_has_no_pitch_and_silence_no_level_of_speech() -> None:
    noise = np.random.default_rng(7).normal(0, 0.05, RATE_HZ).astype(np.float32)
    assert len(measure_sound(1.0, noise, [0.9] * 31).pitch_hz) <= 1
    quiet = measure_sound(1.0, np.zeros(RATE_HZ, dtype=np.float32), [0.0] * 31)
    assert quiet.speech_dbfs is None
    assert quiet.noise_dbfs == -96.0
    assert quiet.pitch_hz == ()


def test_levels_are_of_the_voiced_and_of_the_quiet_part() -> None:
    sine = np.sin(2 * np.pi * 200 * np.arange(RATE_HZ) / RATE_HZ).astype(np.float32)
    sound = np.concatenate([0.1 * sine[: RATE_HZ // 2], 0.001 * sine[RATE_HZ // 2 :]])
    measured = measure_sound(1.0, sound, [0.9] * 10 + [0.1] * 10)
    assert measured.speech_dbfs == pytest.approx(-23.0, abs=0.1)
    assert measured.noise_dbfs == pytest.approx(-63.0, abs=0.1)
    assert measured.clipped == 0.0


def test_samples_at_full_scale_are_clipped() -> None:
    sound = np.clip(voice(200, loud=5.0), -1, 1)
    assert measure_sound(1.0, sound, [0.9]).clipped > 0.3


def test_a_second_without_a_detector_is_neither_speech_nor_pitched() -> None:
    measured = measure_sound(1.0, voice(200), ())
    assert (measured.speech_dbfs, measured.pitch_hz) == (None, ())
    assert measured.noise_dbfs is not None


def test_a_picture_is_measured_in_brightness_and_sharpness() -> None:
    grey = np.full((720, 1280, 3), 128, dtype=np.uint8)
    even = glance(1.0, grey, (), None)
    assert (even.luma, even.too_dark, even.too_bright, even.sharpness) == (
        pytest.approx(128.0), 0.0, 0.0, pytest.approx(0.0, abs=1e-3),
    )  # fmt: skip
    half = grey.copy()
    half[:360] = 0
    half[360:] = 255
    split = glance(1.0, half, None, None)
    assert (split.too_dark, split.too_bright) == (pytest.approx(0.5), pytest.approx(0.5))
    assert split.sharpness > even.sharpness
    assert not split.looked_for


def test_green_is_brighter_than_blue() -> None:
    blue, green = np.zeros((2, 90, 160, 3), dtype=np.uint8)
    blue[..., 0] = 200
    green[..., 1] = 200
    assert glance(0, green, None, None).luma > 4 * glance(0, blue, None, None).luma
