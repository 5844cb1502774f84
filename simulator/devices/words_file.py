"""The file that ``--transcript`` names: a JSON list of ``{text, start_s, end_s}``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from simulator.domain.events import Word
from simulator.domain.units import Seconds, Span
from simulator.ports import ContentError

LARGEST = 64 * 1024 * 1024
"""Bytes; twelve hours of words are a tenth of it."""
LATEST: Seconds = 86_400.0
_FIELDS = {"text", "start_s", "end_s"}
_SHOWN = 50
"""Mistakes told at most."""


def read_words(path: Path) -> tuple[Word, ...]:
    """The words in order of their starts; raise ContentError with every mistake and where it stands."""
    try:
        if path.stat().st_size > LARGEST:
            raise ContentError("transcript_too_large", path=str(path))
        content = json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise ContentError("transcript_unreadable", path=str(path)) from error
    except (ValueError, RecursionError) as error:
        raise ContentError("transcript_not_json", [str(error)], path=str(path)) from error
    if not isinstance(content, list):
        raise ContentError("transcript_wrong", ["$: not a list"], path=str(path))
    mistakes: list[str] = []
    words: list[Word] = []
    latest = 0.0
    for place, entry in enumerate(content):
        where = f"$[{place}]"
        found = _mistakes(entry)
        if not found and entry["start_s"] < latest:
            found = [f"start_s: {entry['start_s']} is before the last word's {latest}"]
        mistakes += [f"{where}.{mistake}" for mistake in found]
        if not found:
            latest = float(entry["start_s"])
            words.append(Word(entry["text"].strip(), Span(latest, float(entry["end_s"])), None))
        if len(mistakes) >= _SHOWN:
            break
    if mistakes:
        raise ContentError("transcript_wrong", mistakes, path=str(path))
    return tuple(words)


def _mistakes(entry: Any) -> list[str]:
    if not isinstance(entry, dict):
        return ["not an object"]
    mistakes = [f"{name}: missing" for name in sorted(_FIELDS - entry.keys())]
    mistakes += [f"{name}: unknown" for name in sorted(entry.keys() - _FIELDS)]
    text = entry.get("text", "-")
    if not isinstance(text, str) or not text.strip():
        mistakes.append("text: not a text")
    for name in ("start_s", "end_s"):
        value = entry.get(name, 0)
        if isinstance(value, bool) or not isinstance(value, int | float):
            mistakes.append(f"{name}: not a number")
        elif not 0 <= value <= LATEST:
            mistakes.append(f"{name}: not a time from 0 to {LATEST:.0f} s")
    if not mistakes and entry["end_s"] < entry["start_s"]:
        mistakes.append(f"end_s: {entry['end_s']} is before start_s")
    return mistakes
