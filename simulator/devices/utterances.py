"""Sound cut into utterances at the silences between them."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from simulator.devices.engine import RATE_HZ
from simulator.devices.silero_model import CHUNK, SileroVoiceActivityDetector

VOICED = 0.5
UNVOICED = 0.35
"""Silero's own thresholds: speech begins above the first and goes on until below the second."""
SILENCE = round(0.45 * RATE_HZ / CHUNK)
"""Chunks of silence that end an utterance: at 0.38 s two of four Chinese pitches came out 0.02 to 0.03 worse."""
SHORT_SILENCE = round(0.20 * RATE_HZ / CHUNK)
"""The shortest that ends one."""
SOON, SOON_SILENCE = round(1.5 * RATE_HZ / CHUNK), round(0.30 * RATE_HZ / CHUNK)
"""From 1.5 s on a silence of 0.3 s will do,"""
SOONER = round(2.5 * RATE_HZ / CHUNK)
"""and from 2.5 s on one of 0.2 s: a caption should not wait for the end of a long breath."""
CONTEXT = round(7.0 * RATE_HZ / CHUNK)
"""Utterances of so much sound before one are heard with it: short ones by themselves are heard worse."""
APART = round(1.0 * RATE_HZ / CHUNK)
"""After a longer silence what was said before is no help."""
LONGEST = round(6.0 * RATE_HZ / CHUNK)
"""An utterance without any silence is cut here at the latest, where the voice was weakest in its last stretch."""
HURRIED_LONGEST = round(4.0 * RATE_HZ / CHUNK)
"""The same where the machine cannot keep up."""
LAST_STRETCH = round(3.0 * RATE_HZ / CHUNK)
BEFORE = round(0.30 * RATE_HZ / CHUNK)
"""Chunks kept before the voice was noticed."""
AFTER = round(0.20 * RATE_HZ / CHUNK)
"""Chunks of silence kept after the voice: in more of it Whisper says its last words again."""
SHORTEST = round(0.20 * RATE_HZ / CHUNK)
"""Fewer voiced chunks are a click or a breath."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A stretch of speech; ``start`` is the sample of the stream it begins at."""

    start: int
    samples: NDArray[np.float32]
    voiced: int
    """The sample of the stream where the last voice in it ended."""
    context: NDArray[np.float32] = field(default_factory=lambda: np.zeros(0, dtype=np.float32))
    """The sound right before it, of the utterances before; to be heard with it, and not to be told again."""


class Utterances:
    """Cuts a contiguous stream of 16 kHz sound, alike however it comes in pieces."""

    def __init__(self) -> None:
        self._detector = SileroVoiceActivityDetector()
        self._rest = np.zeros(0, dtype=np.float32)
        self._chunks: list[NDArray[np.float32]] = []
        """Before an utterance the last 0.3 s, within one all of it."""
        self._voices: list[float] = []
        self._past: deque[NDArray[np.float32]] = deque(maxlen=CONTEXT)
        """What lies before the chunks."""
        self._before: deque[tuple[int, int]] = deque(maxlen=8)
        """Where the last utterances began and ended, in samples."""
        self._speaking = False
        self._hurried = False
        self._silent = 0
        self._fed = 0
        """Samples the detector has seen."""

    @property
    def speaking(self) -> bool:
        return self._speaking

    @property
    def begins(self) -> int:
        """The sample from which on sound is still needed."""
        return self._fed - CHUNK * len(self._chunks)

    def accept(self, samples: NDArray[np.float32], *, hurried: bool = False) -> list[Utterance]:
        """The utterances that ended in these samples; ``hurried`` ones are cut sooner."""
        self._hurried = hurried
        samples = np.concatenate((self._rest, samples))
        whole = len(samples) - len(samples) % CHUNK
        self._rest = samples[whole:]
        ended: list[Utterance] = []
        for start in range(0, whole, CHUNK):
            utterance = self._hear(samples[start : start + CHUNK])
            if utterance:
                ended.append(utterance)
        return ended

    def finish(self) -> list[Utterance]:
        """What was being said when the sound ended."""
        if not self._speaking:
            return []
        if len(self._rest):
            self._chunks.append(self._rest)
            self._voices.append(VOICED)
            self._fed += CHUNK
        utterance = self._cut(len(self._chunks))
        return [utterance] if utterance else []

    def _hear(self, chunk: NDArray[np.float32]) -> Utterance | None:
        voice = self._detector.process_samples(chunk.tolist())
        self._fed += CHUNK
        self._chunks.append(chunk)
        self._voices.append(voice)
        if not self._speaking:
            if voice < VOICED:
                self._past.extend(self._chunks[:-BEFORE])
                del self._chunks[:-BEFORE], self._voices[:-BEFORE]
                return None
            self._speaking = True
            self._silent = 0
            return None
        self._silent = self._silent + 1 if voice < UNVOICED else 0
        length = len(self._chunks)
        enough = SILENCE if length < SOON else SOON_SILENCE if length < SOONER else SHORT_SILENCE
        if self._silent >= enough:
            return self._cut(length)
        if length >= (HURRIED_LONGEST if self._hurried else LONGEST):
            last = self._voices[-LAST_STRETCH:]
            return self._cut(length - LAST_STRETCH + int(np.argmin(last)))
        return None

    def _cut(self, length: int) -> Utterance | None:
        """End the utterance after so many chunks; what follows begins the next."""
        start, context = self.begins, self._context()
        chunks, voices = self._chunks[:length], self._voices[:length]
        ended_in_silence = length == len(self._chunks)
        self._chunks, self._voices = self._chunks[length:], self._voices[length:]
        if ended_in_silence:
            # Its silence may be the breath before the next one.
            self._chunks, self._voices = chunks[-BEFORE:], voices[-BEFORE:]
        self._past.extend(chunks[:-BEFORE] if ended_in_silence else chunks)
        self._speaking = not ended_in_silence
        self._silent = 0
        if sum(voice >= VOICED for voice in voices) < SHORTEST:
            return None
        last = max(place for place, voice in enumerate(voices) if voice >= UNVOICED) + 1
        samples = np.concatenate(chunks[: last + AFTER])
        self._before.append((start, start + len(samples)))
        return Utterance(start, samples, start + CHUNK * last, context)

    def _context(self) -> NDArray[np.float32]:
        """The sound of the utterances that lie right before the chunks, whole ones only."""
        begins = since = self.begins
        for start, end in reversed(self._before):
            if since - end > CHUNK * APART or begins - start > CHUNK * CONTEXT:
                break
            since = start
        if since == begins:
            return np.zeros(0, dtype=np.float32)
        return np.concatenate(self._past)[since - begins :]
