"""Live phrases through Whisper: each utterance at its end, in a window no longer than it needs."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.devices.engine import RATE_HZ, Found, Hearing
from simulator.devices.phrases import phrases
from simulator.devices.utterances import Utterance, Utterances
from simulator.devices.whisper_words import EARLY, load_whisper, simplifier, words
from simulator.domain.events import HostSpoke, Word
from simulator.domain.language import Language
from simulator.domain.units import Seconds
from simulator.ports import Caption

MARGIN_FRAMES = 150
"""Frames of 10 ms beyond the utterance that the encoder sees, instead of always 30 s."""
FASTEST = {Language.ZH: 9.0, Language.EN: 5.0}
"""Characters or words a second beyond which a text is made up rather than heard."""
TOKENS_PER_SECOND = 15
"""More than any speech needs; a text that loops is stopped there instead of after 448 tokens and 5 s of computing."""
BEAM, HURRIED_BEAM = 5, 1
"""Ways of hearing that are followed side by side; one takes a sixth less computing and hears a little worse."""
HURRIED: Seconds = 4.0
"""With more sound than this waiting, it is heard with the small beam, in shorter utterances and without the sound
before them, until it is caught up. An utterance by itself makes up to 2 s wait."""
CAUGHT_UP: Seconds = 1.0
MADE_UP = 1.33
"""A text this many times faster even in the full window is dropped: nobody speaks so."""
REPETITIVE = 2.2
"""Compression ratio of a text that loops."""
DOUBTFUL = -1.0
"""Mean log probability below which Whisper guesses."""


@dataclass(frozen=True, slots=True)
class WhisperUtteranceEngine:
    """Which Whisper model to load for live phrases."""

    model: Path
    language: Language

    @property
    def name(self) -> str:
        return "whisper"

    @property
    def patience(self) -> Seconds:
        """Two passes over 12 s of speech take 3 s on an idle machine."""
        return 20.0

    def load(self) -> Hearing:
        return WhisperHearing(load_whisper(self.model), self.language)


class WhisperHearing:
    """One stream through a loaded Whisper model."""

    def __init__(self, model: Any, language: Language) -> None:
        self._model = model
        self._language = language
        self._simplified = simplifier(language)
        self._utterances = Utterances()
        self._hurried = False
        self.redone = 0
        """Utterances that needed the full window."""

    def accept(self, samples: NDArray[np.float32], behind: Seconds = 0.0) -> Found:
        self._hurried = behind > (CAUGHT_UP if self._hurried else HURRIED)
        ended = self._utterances.accept(samples, hurried=self._hurried)
        # An activity mark without words: the text comes with the end of the utterance.
        caption = Caption("", self._utterances.begins / RATE_HZ) if self._utterances.speaking else None
        return Found(caption, self._heard(ended), self._utterances.begins)

    def finish(self) -> Found:
        return Found(None, self._heard(self._utterances.finish()), self._utterances.begins)

    def _heard(self, utterances: list[Utterance]) -> tuple[HostSpoke, ...]:
        heard: list[HostSpoke] = []
        for utterance in utterances:
            found = phrases(self._words(utterance), self._language, "whisper")
            # None of them can be known before the utterance ended, however fast the machine is.
            heard += [replace(phrase, at=found[-1].said.end) for phrase in found]
        return tuple(heard)

    def _words(self, utterance: Utterance) -> list[Word]:
        begins = utterance.start / RATE_HZ
        samples, offset = utterance.samples, begins
        if not self._hurried:
            samples = np.concatenate((utterance.context, samples))
            offset -= len(utterance.context) / RATE_HZ
        length = len(samples) / RATE_HZ
        with trimmed_window():
            segments = self._decode(samples)
        if self._suspect(segments, length, 1.0):
            self.redone += 1
            segments = self._decode(samples)
            if self._suspect(segments, length, MADE_UP):
                return []
        heard = words(segments, self._language, self._simplified, offset)
        # What begins after the voice ended was made up from silence; what lies before was told already.
        return [
            word
            for word in heard
            if word.said.start < utterance.voiced / RATE_HZ + EARLY and (word.said.start + word.said.end) / 2 >= begins
        ]

    def _decode(self, samples: NDArray[np.float32]) -> list[Any]:
        # No prompt: with a list of products Chinese utterances came out at 0.6 to 0.9 character errors. One
        # temperature: the fallback ones draw lots, and the same sound must give the same words.
        segments, _ = self._model.transcribe(
            samples,
            language=self._language.value,
            beam_size=HURRIED_BEAM if self._hurried else BEAM,
            temperature=0.0,
            word_timestamps=True,
            condition_on_previous_text=False,
            max_new_tokens=round(TOKENS_PER_SECOND * len(samples) / RATE_HZ) + 10,
        )
        return list(segments)

    def _suspect(self, segments: list[Any], length: Seconds, tolerance: float) -> bool:
        text = "".join(segment.text for segment in segments).strip()
        if not text:
            return tolerance == 1.0
        if self._language.length(text) > tolerance * FASTEST[self._language] * length:
            return True
        if any(segment.compression_ratio > REPETITIVE for segment in segments):
            return True
        return tolerance == 1.0 and any(segment.avg_logprob < DOUBTFUL for segment in segments)


@contextlib.contextmanager
def trimmed_window() -> Iterator[None]:
    """Let faster-whisper encode the utterance and ``MARGIN_FRAMES``, not 30 s: five times less work.

    The library has no setting for it, so its own padding function is replaced while this lasts; the version is pinned
    and a test fails when the function moves.
    """
    import faster_whisper.transcribe as library

    padded = library.pad_or_trim

    @functools.wraps(padded)
    def trimmed(array: Any, length: int = 3000, *, axis: int = -1) -> Any:
        return padded(array, min(length, array.shape[axis] + MARGIN_FRAMES), axis=axis)

    library.pad_or_trim = trimmed
    try:
        yield
    finally:
        library.pad_or_trim = padded
