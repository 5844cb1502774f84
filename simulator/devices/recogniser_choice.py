"""Which recogniser a language gets on this machine."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from simulator.assets import assets_folder
from simulator.devices.engine import Engine
from simulator.devices.models import ModelEntry, ModelShelf, read_manifest
from simulator.devices.recogniser_process import ProcessRecogniser
from simulator.devices.vosk_recogniser import VoskEngine
from simulator.devices.whisper_transcriber import WhisperTranscriber
from simulator.devices.whisper_utterance import WhisperUtteranceEngine
from simulator.domain.language import Language


@dataclass(frozen=True, slots=True)
class LiveEngine:
    """What hears live in a language: "vosk", "whisper" or None, and why, as an id."""

    engine: str | None
    reason: str
    """vosk_installed | only_whisper_installed | no_model | model_damaged"""
    model: ModelEntry | None


@dataclass(frozen=True, slots=True)
class LiveRecogniser:
    """The live recogniser, already loading its model in its own process, or None and why."""

    recogniser: ProcessRecogniser | None
    reason: str


def shelf_of(folder: Path) -> ModelShelf:
    """The models of this folder that the manifest knows."""
    return ModelShelf(folder, read_manifest(assets_folder() / "models.json"))


def live_engine(language: Language, folder: Path) -> LiveEngine:
    """Vosk where a Vosk model of the language is installed, else Whisper by the utterance, else nothing."""
    shelf = shelf_of(folder)
    for engine, reason in (("vosk", "vosk_installed"), ("whisper", "only_whisper_installed")):
        found = shelf.find(engine, language.value)
        if found:
            return LiveEngine(engine, reason, found)
    return LiveEngine(None, "model_damaged" if shelf.damaged(language.value) else "no_model", None)


def live_recogniser(language: Language, folder: Path) -> LiveRecogniser:
    """A recogniser for what ``live_engine`` chose."""
    choice = live_engine(language, folder)
    engine: Engine
    if choice.model is None or choice.model.path is None:
        return LiveRecogniser(None, choice.reason)
    if choice.engine == "vosk":
        engine = VoskEngine(choice.model.path, language)
    else:
        engine = WhisperUtteranceEngine(choice.model.path, language)
    return LiveRecogniser(ProcessRecogniser(engine), choice.reason)


def transcriber(language: Language, folder: Path) -> WhisperTranscriber | None:
    """What makes the transcript that is scored; None where no Whisper model is installed."""
    found = shelf_of(folder).find("whisper", language.value)
    return WhisperTranscriber(found.path) if found and found.path else None
