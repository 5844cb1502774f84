"""Sentences for what went wrong below, by its code: each names the thing and the remedy."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from simulator.domain.machine import Device, Fault
from simulator.ports import Mendable
from simulator.ui.plain import shown
from simulator.ui.sentences_calibration import calibration_sentences
from simulator.ui.sentences_content import content_sentences
from simulator.ui.sentences_devices import device_sentences
from simulator.ui.sentences_models import model_sentences
from simulator.ui.sentences_storage import storage_sentences

translate = QCoreApplication.translate

LONGEST_FACT = 160
MEGABYTE = 10**6


class _Facts(dict[str, str]):
    """Facts of an error, plain and short; one that is not told is a question mark."""

    def __missing__(self, key: str) -> str:
        alike = ("path", "file", "folder", "id")
        return next((self[name] for name in alike if key in alike and name in self), "?")


def sentences() -> dict[str, str]:
    """Every wording, by code, in the language of the screen."""
    return {
        **device_sentences(),
        **content_sentences(),
        **storage_sentences(),
        **model_sentences(),
        **calibration_sentences(),
    }


def sentence(error: Mendable) -> str:
    """What went wrong and what to do about it."""
    wording = sentences().get(error.code)
    if wording is None:
        wording = translate("sentences", "Something is not as it should be ({code}).")
    facts = _Facts({name: _worded(name, fact) for name, fact in error.facts.items()}, code=error.code)
    return wording.format_map(facts)


def _worded(name: str, fact: object) -> str:
    if name in ("needed", "free", "bytes", "allowed") and isinstance(fact, int | float):
        return f"{fact / MEGABYTE:,.0f} MB"
    if isinstance(fact, PurePath):
        fact = str(fact)
    return shown(str(fact), LONGEST_FACT)


def device(name: str) -> str:
    """What a device is called."""
    names = {
        Device.CAMERA: translate("sentences", "camera"),
        Device.MICROPHONE: translate("sentences", "microphone"),
        Device.RECOGNISER: translate("sentences", "captions"),
        Device.RECORDER: translate("sentences", "recording"),
        Device.LOG: translate("sentences", "data folder"),
    }
    return next((words for each, words in names.items() if each == name), shown(name, 20))


def fault(device_name: str, kind: str) -> str:
    """That a device does not work, and how: "camera lost"."""
    states = {
        Fault.MISSING: translate("sentences", "{device} not found"),
        Fault.BUSY: translate("sentences", "{device} in use elsewhere"),
        Fault.BLOCKED: translate("sentences", "{device} blocked by the system"),
        Fault.LOST: translate("sentences", "{device} lost"),
        Fault.FROZEN: translate("sentences", "{device} frozen"),
        Fault.UNREADABLE: translate("sentences", "{device} not readable"),
        Fault.DISK_FULL: translate("sentences", "{device} stopped: disk full"),
        Fault.SLOW: translate("sentences", "{device} too slow"),
        Fault.MUTED: translate("sentences", "{device} silent: is it switched off?"),
    }
    state = next((words for each, words in states.items() if each == kind), translate("sentences", "{device} failed"))
    return state.format(device=device(device_name))


def hearing(engine: str | None, reason: str) -> str:
    """Which recogniser will listen, and what that means."""
    if reason == "model_damaged":
        return translate("sentences", 'The speech model of this language is damaged: mend it with "bolian models".')
    match engine:
        case "vosk":
            return translate("sentences", "Captions: Vosk, word by word while you speak.")
        case "whisper":
            return translate("sentences", "Captions: Whisper, sentence by sentence, a moment after you said it.")
        case _:
            return translate(
                "sentences", 'No speech recogniser is installed for this language: install one with "bolian models".'
            )
