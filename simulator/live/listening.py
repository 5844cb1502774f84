"""The path of sound: into the recording, to the recogniser, measured."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from simulator.domain.events import Event, IslandHeard, SoundMeasured
from simulator.domain.units import Seconds
from simulator.live.clocked_sound import ClockedSound
from simulator.live.resample import Resampler
from simulator.live.timeline import TimeLine
from simulator.media_port import Level, LoudnessMeter, LoudnessNow, Recorder, SoundBlock
from simulator.perception.islands import Islands
from simulator.perception.sound import measure_sound
from simulator.perception.voice import VoiceTracker
from simulator.ports import Recogniser, VoiceDetector

LATENCY: Seconds = 0.3
"""What is measured of sound takes effect this long after it was heard, so that a late thread changes nothing."""
HEARD_RATE_HZ = 16_000


class Listening:
    """Takes the microphone's blocks on its thread; ``at`` of a block is clock time."""

    def __init__(
        self,
        timeline: TimeLine,
        post: Callable[[Event], None],
        recorder: Recorder | None,
        recogniser: Recogniser | None,
        detector: VoiceDetector | None,
        loudness: LoudnessMeter | None = None,
    ) -> None:
        self._timeline = timeline
        self._post = post
        self._recorder = recorder
        self._recogniser = recogniser
        self._detector = detector
        self._loudness = loudness
        self._clocked = ClockedSound()
        self._resampler = Resampler(HEARD_RATE_HZ)
        self._voice = VoiceTracker()
        self._islands = Islands(HEARD_RATE_HZ)
        self._second: list[NDArray[np.float32]] = []
        self._speech: list[float] = []
        self._measured: Seconds = 0.0
        self._lock = threading.Lock()

    @property
    def gaps(self) -> int:
        return self._clocked.gaps

    def take(self, block: SoundBlock, *, exact: bool = False) -> None:
        """Take a block; ``exact`` ones follow each other on a clock that is right and are not resampled."""
        at = self._timeline.session_time(block.at)
        if at is None:
            return
        with self._lock:
            moved = SoundBlock(at, block.samples, block.rate_hz)
            self._pass_on(moved if exact else self._clocked.push(moved))

    def fill(self, until: Seconds) -> None:
        """Silence up to a moment, while the microphone is gone."""
        with self._lock:
            self._pass_on(self._clocked.fill(until))

    def finish(self) -> None:
        """No more sound comes."""
        with self._lock:
            self._pass_on(self._clocked.flush())
            rest = self._resampler.flush()
            if rest is not None:
                self._hear(rest)

    def _pass_on(self, block: SoundBlock | None) -> None:
        if block is None or not len(block.samples):
            return
        if self._recorder is not None:
            self._recorder.sound(block)
        if self._loudness is not None:
            self._loudness.take(block)
        heard = self._resampler.push(block)
        if heard is not None:
            self._hear(heard)

    def _hear(self, block: SoundBlock) -> None:
        if self._recogniser is not None:
            self._recogniser.feed(block)
        end = block.at + len(block.samples) / block.rate_hz
        if self._detector is not None:
            probability = self._detector.probability(block)
            self._speech.append(probability)
            for change in self._voice.take(end, probability, LATENCY):
                self._post(change)
            for said in self._islands.take(block.samples, block.at, probability):
                self._post(IslandHeard(at=max(end, said.end) + LATENCY, said=said))
        self._second.append(block.samples)
        if end - self._measured >= 1.0:
            samples = np.concatenate(self._second)
            measured = measure_sound(end + LATENCY, samples, tuple(self._speech))
            self._post(measured if self._loudness is None else with_loudness(measured, self._loudness.now()))
            self._second, self._speech, self._measured = [], [], end


def with_loudness(measured: SoundMeasured, loudness: LoudnessNow) -> SoundMeasured:
    """A second of sound with what the loudness meter shows at its end; hundredths are more than anybody hears."""
    return replace(
        measured,
        momentary_lufs=_hundredths(loudness.momentary_lufs),
        short_term_lufs=_hundredths(loudness.short_term_lufs),
        integrated_lufs=_hundredths(loudness.integrated_lufs),
        range_lu=_hundredths(loudness.range_lu),
        true_peak_dbtp=_hundredths(loudness.true_peak_dbtp),
    )


def _hundredths(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def level_of(samples: NDArray[np.float32]) -> Level | None:
    """How loud a block is, in dB relative to full scale; None for an empty one."""
    if not len(samples):
        return None
    floor = 1e-6
    rms = float(np.sqrt(np.mean(np.square(samples, dtype=np.float64))))
    peak = float(np.max(np.abs(samples)))
    return Level(20 * float(np.log10(max(rms, floor))), 20 * float(np.log10(max(peak, floor))))
