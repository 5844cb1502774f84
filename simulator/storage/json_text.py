"""Reads a JSON file that nobody vouches for: limits first, then every trap of the format with its path."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator.ports import ContentError
from simulator.storage.mistakes import Mistake, path_of, shortened
from simulator.storage.reading import read

MAX_BYTES = 4 * 2**20
"""No content file of ours comes near 1 MiB; parsing 4 MiB takes well under a second."""
MAX_DEPTH = 40
MAX_DIGITS = 15
"""Longer whole numbers do not fit a float exactly, and none has a meaning here."""

_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)
"""A whole string or one bracket; an unclosed string runs to the end, so that no input is scanned twice."""
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class _Refused:
    """Stands in the parsed tree for a value that may not be there, until its path is known."""

    code: str
    found: str


class _Object(dict[str, Any]):
    """A parsed object that remembers which of its keys came twice."""

    twice: tuple[str, ...] = ()


def read_object(path: Path, limit: int = MAX_BYTES) -> tuple[dict[str, Any], list[Mistake]]:
    """The object in the file, with the mistakes of the format found in it; raise ContentError when there is none."""
    return object_of(read(path, limit), str(path))


def object_of(raw: bytes, file: str) -> tuple[dict[str, Any], list[Mistake]]:
    """The same for bytes already read; ``file`` is named in the error."""
    text = _text_of(raw, file)
    _refuse_depth(text, file)
    try:
        tree = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=lambda word: _Refused("not_a_number", word),
            parse_float=_real,
            parse_int=_whole,
        )
    except json.JSONDecodeError as error:
        raise ContentError(
            "content_not_json", file=file, line=error.lineno, column=error.colno, why=error.msg
        ) from error
    if not isinstance(tree, dict):
        raise ContentError("content_not_object", file=file)
    mistakes = list(_mistakes(tree, ()))
    return tree, mistakes


def _text_of(raw: bytes, file: str) -> str:
    if not raw.strip():
        raise ContentError("content_empty", file=file)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ContentError("content_encoding", file=file, encoding="UTF-16")
    if b"\0" in raw:
        half = raw[0::2].count(0) > len(raw) // 6 or raw[1::2].count(0) > len(raw) // 6
        raise ContentError("content_encoding", file=file, encoding="UTF-16" if half else "NUL")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        raw.decode("gb18030")
        encoding = "GBK"
    except UnicodeDecodeError:
        encoding = "?"
    raise ContentError("content_encoding", file=file, encoding=encoding)


def _refuse_depth(text: str, file: str) -> None:
    depth = 0
    for token in _TOKEN.finditer(text):
        mark = token.group()
        if mark in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                raise ContentError("content_too_deep", file=file, limit=MAX_DEPTH)
        elif mark in "]}":
            depth -= 1


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    made = _Object(pairs)
    if len(made) < len(pairs):
        seen: set[str] = set()
        made.twice = tuple(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
    return made


def _real(text: str) -> float | _Refused:
    number = float(text)
    if not math.isfinite(number):
        return _Refused("not_a_number", shortened(text))
    if number == 0 and text.startswith("-"):
        return _Refused("minus_zero", shortened(text))
    return number


def _whole(text: str) -> int | _Refused:
    if len(text.lstrip("-")) > MAX_DIGITS:
        return _Refused("too_large", shortened(text, 24))
    if text == "-0":
        return _Refused("minus_zero", text)
    return int(text)


def _mistakes(value: Any, steps: tuple[int | str, ...]) -> Iterator[Mistake]:
    if isinstance(value, _Refused):
        yield Mistake(path_of(steps), value.code, value.found)
    elif isinstance(value, str):
        if _SURROGATE.search(value):
            yield Mistake(path_of(steps), "lone_surrogate")
        if "\0" in value:
            yield Mistake(path_of(steps), "nul")
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _mistakes(each, (*steps, index))
    elif isinstance(value, dict):
        for key in getattr(value, "twice", ()):
            yield Mistake(path_of((*steps, key)), "same_key_twice")
        for key, each in value.items():
            if _SURROGATE.search(key) or "\0" in key:
                yield Mistake(path_of(steps), "lone_surrogate" if _SURROGATE.search(key) else "nul")
            else:
                yield from _mistakes(each, (*steps, key))
