"""The transcript that is scored: Whisper over a whole recording, in a process of its own that can be stopped."""

from __future__ import annotations

import contextlib
import multiprocessing
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.devices.engine import RATE_HZ
from simulator.devices.phrases import phrases
from simulator.devices.recogniser_child import Refused, end_with, step_aside
from simulator.devices.recording_sound import sound_of
from simulator.devices.whisper_words import load_whisper, simplifier, words
from simulator.domain.events import HostSpoke, Word
from simulator.domain.language import Language
from simulator.domain.machine import Fault
from simulator.domain.session import Transcript
from simulator.domain.units import Seconds
from simulator.ports import DeviceError

LONG_SILENCE: Seconds = 5.0
"""Whisper may invent text in silences longer than this: then they are left out. Else they stay, for leaving them
out cost up to 0.03 character errors."""
LONGEST_PIECE = 600 * RATE_HZ
"""Longer recordings are heard in pieces, cut in a silence: the library needs 0.3 MB for each second it is given."""
ENGINE = "whisper"


@dataclass(frozen=True, slots=True)
class _Reached:
    share: float


@dataclass(frozen=True, slots=True)
class _Heard:
    phrases: tuple[HostSpoke, ...]
    length: Seconds
    """Of the recording."""


class WhisperTranscriber:
    """Fulfils ``Transcriber`` with a Whisper model; times are those of the recording's own clock."""

    def __init__(self, model: Path) -> None:
        self.engine = ENGINE
        self._model = model

    def transcribe(
        self,
        recording: Path,
        language: Language,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool],
    ) -> Transcript:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=_transcribe, args=(self._model, recording, language, theirs), name="transcriber", daemon=True
        )
        process.start()
        theirs.close()
        try:
            heard = _outcome(ours, progress, cancelled)
            return Transcript(engine=ENGINE, final=True, phrases=heard.phrases, heard=heard.length)
        finally:
            process.kill()
            process.join()
            process.close()
            ours.close()


def _outcome(child: Connection, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> _Heard:
    while True:
        if cancelled():
            raise InterruptedError
        try:
            if not child.poll(0.1):
                continue
            message = child.recv()
        except (EOFError, OSError) as error:
            raise DeviceError(Fault.LOST, "transcriber_lost", engine=ENGINE) from error
        match message:
            case _Reached(share):
                progress(share)
            case Refused():
                raise DeviceError(message.fault, message.code, **message.facts)
            case _Heard():
                progress(1.0)
                return message
            case _:
                raise TypeError(f"the transcriber sent a {type(message).__name__}")


def _transcribe(model: Path, recording: Path, language: Language, parent: Connection) -> None:
    """In the child: all phrases, or why there are none."""
    step_aside(10)
    end_with(parent)
    with contextlib.suppress(BrokenPipeError):
        try:
            sound = sound_of(recording)
            heard = transcribed(model, sound, language, lambda share: parent.send(_Reached(share)))
        except DeviceError as error:
            parent.send(Refused(error.fault, error.code, error.facts))
            return
        parent.send(_Heard(heard, len(sound) / RATE_HZ))


def transcribed(
    model: Path, sound: NDArray[np.float32], language: Language, progress: Callable[[float], None]
) -> tuple[HostSpoke, ...]:
    """Every phrase in this 16 kHz sound, heard with five beams."""
    spoken = spoken_stretches(sound)
    if not spoken:
        return ()
    loaded = load_whisper(model)
    simplified = simplifier(language)
    heard: list[Word] = []
    for first, last in pieces(spoken, len(sound), LONGEST_PIECE):
        segments, _ = loaded.transcribe(
            sound[first:last],
            language=language.value,
            beam_size=5,
            word_timestamps=True,
            vad_filter=longest_silence(spoken, len(sound)) > LONG_SILENCE,
        )
        kept: list[Any] = []
        for segment in segments:
            kept.append(segment)
            progress(min(1.0, (first + segment.end * RATE_HZ) / len(sound)))
        heard += words(kept, language, simplified, first / RATE_HZ)
    return phrases(heard, language, ENGINE)


def spoken_stretches(sound: NDArray[np.float32]) -> list[tuple[int, int]]:
    """First and last sample of each stretch in which somebody speaks."""
    if not len(sound):
        return []
    from faster_whisper.vad import get_speech_timestamps

    return [(stretch["start"], stretch["end"]) for stretch in get_speech_timestamps(sound)]


def longest_silence(spoken: Sequence[tuple[int, int]], length: int) -> Seconds:
    """The longest stretch in which nobody speaks, in seconds."""
    starts = [*(start for start, _ in spoken), length]
    ends = [0, *(end for _, end in spoken)]
    return max(start - end for start, end in zip(starts, ends, strict=True)) / RATE_HZ


def pieces(spoken: Sequence[tuple[int, int]], length: int, longest: int) -> list[tuple[int, int]]:
    """First and last sample of pieces of at most ``longest`` samples, as far as there are silences to cut in."""
    cuts = [0]
    for (_, before), (after, _) in pairwise(spoken):
        middle = (before + after) // 2
        following = next((start for start, _ in spoken if start > after), length)
        if following - cuts[-1] > longest:
            cuts.append(middle)
    return list(pairwise([*cuts, length]))
