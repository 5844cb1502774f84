"""How to come by devices: what a studio is handed, real or scripted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from simulator.domain.language import Language
from simulator.domain.machine import Fault
from simulator.domain.units import Seconds
from simulator.media_port import (
    Camera,
    Clock,
    DeviceName,
    EncodingChoice,
    FaceFinder,
    LoudnessMeter,
    Microphone,
    Recorder,
    VoiceFile,
)
from simulator.ports import DeviceError, Recogniser, Rewording, Transcriber, VoiceDetector


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingState:
    """Which recogniser a language gets here, and why: "vosk", "whisper", or None with the reason's id."""

    engine: str | None
    reason: str


def no_voice_file(path: Path) -> VoiceFile:
    """Where nothing can write down what is spoken."""
    raise DeviceError(Fault.MISSING, "voice_unwritable", file=str(path))


@dataclass(frozen=True, slots=True, kw_only=True)
class Equipment:
    """Factories of devices. An address is "camera:0", "mic:NAME" or "file:PATH".

    ``fast`` sources hand out their content as quickly as it is asked for; otherwise a file plays in real time from
    ``zero`` on the clock.
    """

    cameras: Callable[[], tuple[DeviceName, ...]]
    microphones: Callable[[], tuple[DeviceName, ...]]
    camera: Callable[[str, Clock, Seconds, bool], Camera]
    """(address, clock, zero, fast)"""
    microphone: Callable[[str, Clock, Seconds, bool], Microphone]
    """(address, clock, zero, fast)"""
    recorder: Callable[[Path, bool, bool], Recorder]
    """(final path, whether pictures will come, whether to wait rather than drop)"""
    recogniser: Callable[[Language], Recogniser | None]
    hearing: Callable[[Language], HearingState]
    transcriber: Callable[[Language], Transcriber | None]
    detector: Callable[[], VoiceDetector]
    faces: Callable[[], FaceFinder | None]
    whole: Callable[[str], None]
    """Read the sound file at this address to its end; raise ContentError when it is cut off. Slow."""
    prepare: Callable[[], None]
    """What is worth doing once before the first session, like trying the encoder. Slow; safe on any thread."""
    rewording: Callable[[Language], Rewording | None]
    """Says viewers' lines in other words; None where nobody asked for that."""
    recover: Callable[[Path], Path | None]
    """Finish a recording that a crash cut off: the whole file, or None where nothing is left."""
    loudness: Callable[[], LoudnessMeter | None] = lambda: None
    """Measures loudness by EBU R 128; None where nothing can."""
    processor: Callable[[], Seconds | None] = lambda: None
    """Processor time of the program and what it started, so far; None where nothing can tell."""
    encoding: Callable[[], EncodingChoice | None] = lambda: None
    """The quality of recordings and why; None as long as it was not tried. At once; on the store's thread."""
    try_encoder: Callable[[], EncodingChoice | None] = lambda: None
    """Measure anew what this machine can encode; ``encoding`` gives the outcome too. Takes seconds; any thread."""
    voice_file: Callable[[Path], VoiceFile] = no_voice_file
    """A file for a spoken note. Raise DeviceError where it cannot be written."""
    voice_length: Callable[[Path], Seconds | None] = lambda _: None
    """How long such a file plays, though it may have been cut off; None where nothing of it can be read."""
