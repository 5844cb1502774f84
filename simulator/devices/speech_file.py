"""Speech in a file: plain text, an annotated pitch (``speech-pitch/1``) or a recogniser's words (``asr-words/1``)."""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator.domain.events import HostSpoke, Word
from simulator.domain.language import Language
from simulator.domain.session import REACTION
from simulator.domain.units import Seconds, Span
from simulator.ports import ContentError

LARGEST = 16 * 1024 * 1024
"""Bytes."""
LATEST: Seconds = 86_400.0
PHRASE_GAP: Seconds = 0.5
"""A pause this long ends a phrase."""
SPOKEN: dict[Language, Seconds] = {Language.ZH: 0.22, Language.EN: 0.36}
"""How long a character or a word takes where the file gives no times (ours: 270 characters, 165 words a minute)."""
_PIECES = {Language.ZH: re.compile(r"[A-Za-z0-9.]*[A-Za-z0-9]|[^\s]"), Language.EN: re.compile(r"\S+")}
_HAN = re.compile(r"[㐀-鿿]")
_MARKS = re.compile(r"[\W_]+")
_SENTENCE = "。.!?！？"
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Speech:
    """Phrases with times, and where in the file's text each word stands."""

    language: Language
    text: str
    phrases: tuple[HostSpoke, ...]
    timed: bool
    """Whether the times are the file's own."""
    starts: tuple[Seconds, ...]
    places: tuple[tuple[int, int], ...]

    @property
    def end(self) -> Seconds:
        return self.phrases[-1].said.end if self.phrases else 0.0

    def place(self, said: Span) -> tuple[int, int] | None:
        """The characters of the text that were said then."""
        if not self.places:
            return None
        first = max(0, bisect_right(self.starts, said.start + 1e-6) - 1)
        last = max(first + 1, bisect_left(self.starts, said.end - 1e-6))
        return self.places[first][0], self.places[min(last, len(self.places)) - 1][1]


def read_speech(path: Path) -> Speech:
    """The speech of a file; raise ContentError that says what is wrong with it and where."""
    try:
        if path.is_dir():
            raise ContentError("content_is_folder", file=str(path))
        if path.stat().st_size > LARGEST:
            raise ContentError("content_too_big", file=str(path), limit=LARGEST)
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise ContentError("content_missing", file=str(path)) from error
    except OSError as error:
        raise ContentError("content_unreadable", file=str(path), why=error.strerror or str(error)) from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError("speech_not_text", file=str(path)) from error
    if not text.strip():
        raise ContentError("content_empty", file=str(path))
    if text.lstrip()[:1] == "{":
        return _of_json(text, path)
    return _spread(text, _language(text))


def _of_json(text: str, path: Path) -> Speech:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ContentError("speech_wrong", [str(error)], file=str(path)) from error
    match content.get("schema"):
        case "speech-pitch/1":
            return _pitch(content, path)
        case "asr-words/1":
            words, mistakes = _words(content.get("words"), "words", leading=4)
            _refuse(mistakes, path)
            return _timed([(str(each[0]), float(each[1]), float(each[2]), each[3]) for each in words])
        case found:
            raise ContentError(
                "speech_wrong", [f"schema: {found!r} is not speech-pitch/1 or asr-words/1"], file=str(path)
            )


def _pitch(content: dict[str, Any], path: Path) -> Speech:
    text = content.get("text")
    if not isinstance(text, str) or not text.strip():
        raise ContentError("speech_wrong", ["text: not a text"], file=str(path))
    language = Language.EN if str(content.get("language", ""))[:2] == "en" else _language(text)
    if not content.get("tokens"):
        return _spread(text, language)
    tokens, mistakes = _words(content["tokens"], "tokens", leading=4, place=True)
    _refuse(mistakes, path)
    words: list[tuple[str, int, int, Seconds, Seconds]] = []
    for at, token in enumerate(tokens):
        stop = int(tokens[at + 1][1]) if at + 1 < len(tokens) else len(text)
        start = int(token[1])
        if not 0 <= start < stop <= len(text):
            raise ContentError("speech_wrong", [f"tokens[{at}]: {start} is no place in the text"], file=str(path))
        words.append(
            (text[start:stop].strip(), start, start + len(text[start:stop].rstrip()), float(token[2]), float(token[3]))
        )
    return _made(language, text, words, timed=True)


def _words(content: Any, name: str, leading: int, place: bool = False) -> tuple[list[list[Any]], list[str]]:
    """Lists of a text, numbers and times, and what is wrong with them."""
    if not isinstance(content, list) or not content:
        return [], [f"{name}: not a list of words"]
    mistakes: list[str] = []
    latest = 0.0
    for at, each in enumerate(content):
        wrong = not isinstance(each, list) or len(each) < leading or not isinstance(each[0], str)
        times = [] if wrong else (each[2:4] if place else each[1:3])
        if wrong or not all(_is_time(time) for time in times) or (place and not isinstance(each[1], int)):
            mistakes.append(f"{name}[{at}]: not [text, start, end, …] with times from 0 to {LATEST:.0f} s")
        elif times[0] < latest - 1e-6 or times[1] < times[0] - 1e-6:
            mistakes.append(f"{name}[{at}]: its times run backwards")
        else:
            latest = float(times[0])
        if len(mistakes) >= _SHOWN:
            break
    return content, mistakes


def _is_time(value: Any) -> bool:
    return (
        not isinstance(value, bool) and isinstance(value, int | float) and math.isfinite(value) and 0 <= value <= LATEST
    )


def _refuse(mistakes: list[str], path: Path) -> None:
    if mistakes:
        raise ContentError("speech_wrong", mistakes, file=str(path))


def _language(text: str) -> Language:
    """Chinese where a tenth of the letters are."""
    letters = sum(each.isalpha() for each in text)
    return Language.ZH if len(_HAN.findall(text)) * 10 >= max(letters, 1) else Language.EN


def _timed(words: list[tuple[str, Seconds, Seconds, Any]]) -> Speech:
    joined = "".join(each[0] for each in words)
    language = _language(joined)
    placed: list[tuple[str, int, int, Seconds, Seconds]] = []
    text = ""
    for word, start, end, _ in words:
        shown = word.strip()
        if not shown:
            continue
        if text and language is Language.EN and shown[0] not in ".,!?'’":
            text += " "
        placed.append((shown, len(text), len(text) + len(shown), start, max(start, end)))
        text += shown
    return _made(language, text, placed, timed=True)


def _spread(text: str, language: Language) -> Speech:
    """A text said evenly; marks belong to the word before."""
    words: list[tuple[str, int, int, Seconds, Seconds]] = []
    at = 0.0
    for found in _PIECES[language].finditer(text):
        if not _MARKS.sub("", found.group()):
            if words:
                word, start, _, begins, ends = words[-1]
                words[-1] = (word + found.group(), start, found.end(), begins, ends)
                at += 0.1
            continue
        words.append((found.group(), *found.span(), at, at + SPOKEN[language]))
        at += SPOKEN[language]
    return _made(language, text, words, timed=False)


def _made(language: Language, text: str, words: list[tuple[str, int, int, Seconds, Seconds]], timed: bool) -> Speech:
    phrases: list[HostSpoke] = []
    current: list[Word] = []
    space = " " if language is Language.EN else ""
    for word, _, _, start, end in words:
        if current and (start - current[-1].said.end >= PHRASE_GAP or current[-1].text.rstrip()[-1:] in _SENTENCE):
            phrases.append(_phrase(current))
            current = []
        current.append(Word(space + word, Span(start, end), None))
    if current:
        phrases.append(_phrase(current))
    starts = tuple(start for _, _, _, start, _ in words)
    return Speech(language, text, tuple(phrases), timed, starts, tuple((start, end) for _, start, end, _, _ in words))


def _phrase(words: list[Word]) -> HostSpoke:
    said = Span(words[0].said.start, max(words[0].said.start, words[-1].said.end))
    text = "".join(word.text for word in words).strip()
    return HostSpoke(at=said.end + REACTION, said=said, text=text, words=tuple(words), engine="file")
