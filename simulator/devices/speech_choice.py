"""Which recogniser a language gets on this machine."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.devices.engine import Engine
from simulator.devices.models import ModelShelf
from simulator.devices.recogniser_process import ProcessRecogniser
from simulator.devices.vosk_recogniser import VoskEngine
from simulator.devices.whisper_transcriber import WhisperTranscriber
from simulator.devices.whisper_utterance import WhisperUtteranceEngine
from simulator.domain.language import Language


@dataclass(frozen=True, slots=True)
class LiveChoice:
    """The engine that hears live, or None; ``reason`` is an id."""

    engine: Engine | None
    reason: str
    """vosk_installed | only_whisper_installed | no_model"""
    model: str | None
    """The model's id."""


def live_choice(language: Language, shelf: ModelShelf) -> LiveChoice:
    """Vosk where a Vosk model of the language is installed, else Whisper by the utterance, else nothing."""
    vosk = shelf.find("vosk", language.value)
    if vosk and vosk.path:
        return LiveChoice(VoskEngine(vosk.path, language), "vosk_installed", vosk.id)
    whisper = shelf.find("whisper", language.value)
    if whisper and whisper.path:
        return LiveChoice(WhisperUtteranceEngine(whisper.path, language), "only_whisper_installed", whisper.id)
    return LiveChoice(None, "no_model", None)


def live_recogniser(language: Language, shelf: ModelShelf) -> ProcessRecogniser | None:
    """A recogniser that begins to load its model at once in its own process; None where there is no model."""
    engine = live_choice(language, shelf).engine
    return ProcessRecogniser(engine) if engine else None


def final_transcriber(language: Language, shelf: ModelShelf) -> WhisperTranscriber | None:
    """What makes the transcript that is scored; None where no Whisper model is installed."""
    whisper = shelf.find("whisper", language.value)
    return WhisperTranscriber(whisper.path) if whisper and whisper.path else None
