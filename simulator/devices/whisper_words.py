"""What every use of Whisper shares: loading it, and its words as ours."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from simulator.domain.events import Word
from simulator.domain.language import Language
from simulator.domain.machine import Fault
from simulator.domain.units import Seconds, Span
from simulator.ports import DeviceError

REQUIRED_FILES = ("model.bin", "config.json", "tokenizer.json")
VOCABULARIES = ("vocabulary.json", "vocabulary.txt")
EARLY: Seconds = 0.10
"""Whisper's word starts are early by this constant; with it their median error is 0.03 s."""

_FULL_WIDTH = str.maketrans(",?!;:", "，？！；：")


def missing_files(folder: Path) -> tuple[str, ...]:
    """What a Whisper model lacks."""
    missing = [name for name in REQUIRED_FILES if not (folder / name).is_file()]
    if not any((folder / name).is_file() for name in VOCABULARIES):
        missing.append(" | ".join(VOCABULARIES))
    return tuple(missing)


def load_whisper(folder: Path) -> Any:
    """A ``WhisperModel`` of eight-bit integers on two threads, from this folder and nowhere else."""
    missing = missing_files(folder)
    if missing:
        # Without its tokenizer the library would fetch one.
        raise DeviceError(Fault.UNREADABLE, "model_incomplete", path=str(folder), missing=missing)
    import ctranslate2
    from faster_whisper import WhisperModel
    from tqdm import tqdm

    # Its own lock is a semaphore of the system, which a child process that is ended would leave behind.
    tqdm.set_lock(threading.RLock())
    ctranslate2.set_random_seed(1)
    try:
        return WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=2, local_files_only=True)
    except Exception as error:  # RuntimeError, ValueError or the tokenizer's own bare Exception.
        raise DeviceError(Fault.UNREADABLE, "model_damaged", path=str(folder)) from error


def simplifier(language: Language) -> Callable[[str], str]:
    """Traditional characters to simplified where Chinese is spoken: Whisper mixes both."""
    if language is not Language.ZH:
        return str
    import opencc

    converter = opencc.OpenCC("t2s")

    def simplified(text: str) -> str:
        return str(converter.convert(text))

    return simplified


def words(segments: Iterable[Any], language: Language, simplified: Callable[[str], str], offset: Seconds) -> list[Word]:
    """The segments' words in order, starting ``EARLY`` later and never before the last one's start."""
    found: list[Word] = []
    for segment in segments:
        pieces = segment.words or ()
        texts = _whole([str(each.word) for each in pieces], simplified)
        for text, each in zip(texts, pieces, strict=True):
            begins_word = text.startswith(" ")
            text = text.strip()
            if language is Language.ZH:
                text = _punctuated(text)
            if not text:
                continue
            earliest = found[-1].said.start if found else offset
            start = max(earliest, offset + float(each.start) + EARLY)
            said = Span(start, max(start, offset + float(each.end)))
            confidence = round(float(each.probability), 4)
            if found and _continues(found[-1].text, text, begins_word, language):
                last = found.pop()
                if not any(map(str.isalnum, text)):
                    said, confidence = last.said, last.confidence or 0.0
                both = Span(last.said.start, max(last.said.end, said.end))
                found.append(Word(last.text + text, both, min(last.confidence or 0.0, confidence)))
            elif any(map(str.isalnum, text)):
                found.append(Word(text, said, confidence))
    return found


def _continues(last: str, text: str, begins_word: bool, language: Language) -> bool:
    """Whether a piece belongs to the word before it: marks, and what Whisper cuts out of numbers and English words."""
    if not any(map(str.isalnum, text)):
        return True
    if begins_word:
        return False
    return language is Language.EN or (last[-1].isascii() and text[0].isascii() and last[-1] not in ",!?;:")


def _whole(texts: list[str], simplified: Callable[[str], str]) -> list[str]:
    """Simplified as one text, for single characters are ambiguous, and cut again at the same places."""
    together = "".join(texts)
    converted = simplified(together)
    if len(converted) != len(together):
        return [simplified(text) for text in texts]
    cut: list[str] = []
    place = 0
    for text in texts:
        cut.append(converted[place : place + len(text)])
        place += len(text)
    return cut


def _punctuated(text: str) -> str:
    """Chinese marks for the Latin ones Whisper writes after Chinese characters."""
    body = text.rstrip(",?!;:")
    if body and not body[-1].isascii():
        return body + text[len(body) :].translate(_FULL_WIDTH)
    return text
