"""A microphone's samples on the session's clock: where they belong, without holes."""

import numpy as np
import pytest

from simulator.live.clocked_sound import ClockedSound
from simulator.media_port import SoundBlock
from tests.avsync import beeps, onsets, schedule

RATE_HZ = 48_000


def clocked(ppm: float, seconds: float, *, lose: dict[float, float] | None = None, start: float = 0.013):
    """What is made of a microphone off by ``ppm`` with wobbling stamps, that loses ``lose[at]`` seconds at ``at``."""
    sound, chance, out = ClockedSound(), np.random.default_rng(4), []
    events, rate_hz, lost = schedule(seconds), RATE_HZ * (1 + ppm * 1e-6), dict(lose or {})
    at = start
    while at < seconds:
        for when in [when for when in lost if at > when]:
            at += lost.pop(when)
        late = chance.exponential(0.02) if chance.random() < 0.01 else 0.0
        wobble = 0.010 * np.sin(2 * np.pi * at / 23) + chance.normal(0, 0.003) + late
        out.append(sound.push(SoundBlock(at + wobble, beeps(events, at, 480, rate_hz), RATE_HZ)))
        at += 480 / rate_hz
    out.append(sound.flush())
    blocks = [block for block in out if block is not None]
    return sound, blocks, events


def joined(blocks: list[SoundBlock]) -> np.ndarray:
    """All samples; the blocks must follow each other from 0 on."""
    made = 0
    for block in blocks:
        assert round(block.at * RATE_HZ) == made
        made += len(block.samples)
    return np.concatenate([block.samples for block in blocks])


def errors_ms(blocks: list[SoundBlock], events: list[float]) -> np.ndarray:
    heard = np.array(onsets(joined(blocks), RATE_HZ))
    near = [heard[np.argmin(np.abs(heard - event))] - event for event in events]
    return np.array(near) * 1000


@pytest.mark.parametrize("ppm", [300, -300, 0])
def test_a_drifting_microphone_is_heard_at_the_right_time_for_a_minute(ppm):
    sound, blocks, events = clocked(ppm, 60.0)
    errors = errors_ms(blocks, events)
    assert np.abs(errors).max() < 20
    assert abs(np.median(errors[-10:])) < 8
    assert sound.gaps == 0


def test_the_stream_is_as_long_as_the_time_that_passed_not_as_the_samples_that_came():
    _, blocks, _ = clocked(300, 30.0)
    assert len(joined(blocks)) / RATE_HZ == pytest.approx(30.0, abs=0.03)


@pytest.mark.parametrize(("lost", "gaps"), [({10.0: 0.08}, 1), ({10.0: 5.0}, 1), ({8.0: 0.3, 20.0: 1.0}, 2)])
def test_lost_samples_become_silence_and_what_follows_stays_in_place(lost, gaps):
    sound, blocks, events = clocked(100, 30.0, lose=lost)
    assert sound.gaps == gaps
    inside = [event for event in events if not any(at - 0.2 < event < at + hole + 0.2 for at, hole in lost.items())]
    assert np.abs(errors_ms(blocks, inside)).max() < 25


def test_a_microphone_that_starts_late_is_preceded_by_silence():
    _, blocks, events = clocked(0, 12.0, start=4.0)
    assert np.all(joined(blocks)[: round(3.9 * RATE_HZ)] == 0)
    assert np.abs(errors_ms(blocks, [event for event in events if event > 4.2])).max() < 20


def test_what_was_heard_in_the_countdown_is_left_out():
    _, blocks, events = clocked(200, 12.0, start=-3.0)
    assert blocks[0].at == 0
    assert np.abs(errors_ms(blocks, events)).max() < 20


def test_silence_fills_the_stream_while_the_microphone_is_gone_and_the_rest_goes_on_in_place():
    sound, events, out = ClockedSound(), schedule(20.0), []

    def listen(begin: float, end: float) -> None:
        for k in range(round((end - begin) * 100)):
            at = begin + k / 100
            out.append(sound.push(SoundBlock(at, beeps(events, at, 480, RATE_HZ), RATE_HZ)))

    listen(0.0, 8.0)
    out.extend(sound.fill(until) for until in (8.5, 9.0, 9.5, 10.0))
    assert sound.position == pytest.approx(10.0)
    listen(10.4, 20.0)
    out.append(sound.flush())
    blocks = [block for block in out if block is not None]
    assert sound.gaps == 1
    samples = joined(blocks)
    assert np.all(samples[round(8.05 * RATE_HZ) : round(10.35 * RATE_HZ)] == 0)
    assert len(samples) / RATE_HZ == pytest.approx(20.0, abs=0.02)
    kept = [event for event in events if not 7.8 < event < 10.6]
    assert np.abs(errors_ms(blocks, kept)).max() < 10


def test_sound_itself_is_not_harmed():
    sound, wave = ClockedSound(), np.sin(2 * np.pi * 440 * np.arange(5 * RATE_HZ) / RATE_HZ).astype(np.float32)
    out = [sound.push(SoundBlock(k / 100, wave[k * 480 : k * 480 + 480], RATE_HZ)) for k in range(500)]
    samples = np.concatenate([block.samples for block in out if block is not None])
    assert np.abs(samples - wave[: len(samples)])[RATE_HZ:].max() < 0.002
