"""The transcript that is scored: Whisper over a whole recording, in a process of its own that can be stopped."""

from __future__ import annotations

import contextlib
import multiprocessing
from collections.abc import Callable
from dataclasses import dataclass
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
from simulator.domain.events import Fault, HostSpoke
from simulator.domain.language import Language
from simulator.domain.session import Transcript
from simulator.domain.units import Seconds
from simulator.ports import DeviceError

LONG_SILENCE: Seconds = 5.0
"""Whisper may invent text in silences longer than this: then they are left out. Else they stay, for leaving them
out cost up to 0.03 character errors."""
ENGINE = "whisper"


@dataclass(frozen=True, slots=True)
class _Reached:
    share: float


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
            return Transcript(engine=ENGINE, final=True, phrases=_outcome(ours, progress, cancelled))
        finally:
            process.kill()
            process.join()
            process.close()
            ours.close()


def _outcome(
    child: Connection, progress: Callable[[float], None], cancelled: Callable[[], bool]
) -> tuple[HostSpoke, ...]:
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
            case _:
                progress(1.0)
                heard: tuple[HostSpoke, ...] = message
                return heard


def _transcribe(model: Path, recording: Path, language: Language, parent: Connection) -> None:
    """In the child: all phrases, or why there are none."""
    step_aside(10)
    end_with(parent)
    with contextlib.suppress(BrokenPipeError):
        try:
            heard = transcribed(model, sound_of(recording), language, lambda share: parent.send(_Reached(share)))
        except DeviceError as error:
            parent.send(Refused(error.fault, error.code, error.facts))
            return
        parent.send(heard)


def transcribed(
    model: Path, sound: NDArray[np.float32], language: Language, progress: Callable[[float], None]
) -> tuple[HostSpoke, ...]:
    """Every phrase in this 16 kHz sound, heard with five beams."""
    longest = longest_silence(sound)
    if longest is None:
        return ()
    loaded = load_whisper(model)
    segments, _ = loaded.transcribe(
        sound,
        language=language.value,
        beam_size=5,
        word_timestamps=True,
        vad_filter=longest > LONG_SILENCE,
    )
    length = len(sound) / RATE_HZ
    kept: list[Any] = []
    for segment in segments:
        kept.append(segment)
        progress(min(1.0, segment.end / length))
    return phrases(words(kept, language, simplifier(language), 0.0), language, ENGINE)


def longest_silence(sound: NDArray[np.float32]) -> Seconds | None:
    """The longest stretch without speech in seconds; None where nobody speaks at all."""
    from faster_whisper.vad import get_speech_timestamps

    spoken = get_speech_timestamps(sound) if len(sound) else []
    if not spoken:
        return None
    edges = [0, *(edge for stretch in spoken for edge in (stretch["start"], stretch["end"])), len(sound)]
    gaps = [after - before for before, after in zip(edges[::2], edges[1::2], strict=True)]
    return float(max(gaps)) / RATE_HZ
