"""A scenario's file as a draft holds it: only what has a field, and only in that field's shape."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.domain.draft import Field, Kind, Steps, path_to

Tell = Callable[[str], None]
LONGEST_LIST = 500
"""Longer than any list of the schema."""


def fitted(field: Field, value: Any, left_out: Tell, steps: Steps = ()) -> Any:
    """What of ``value`` fits the field, None where nothing does; ``left_out`` is told the path of the rest."""
    shape = _SHAPES.get(field.kind, _scalar)
    made = shape(field, value, left_out, steps)
    if made is None and value is not None:
        left_out(path_to(steps))
    return made


def _scalar(_field: Field, value: Any, _left_out: Tell, _steps: Steps) -> Any:
    return value if isinstance(value, str | int | float) else None


def _group(field: Field, value: Any, left_out: Tell, steps: Steps) -> Any:
    if not isinstance(value, dict):
        return None
    known = {each.name: each for each in field.fields}
    for name in value:
        if name not in known:
            left_out(path_to((*steps, name)))
    made = {
        name: fit
        for name, each in known.items()
        if name in value and (fit := fitted(each, value[name], left_out, (*steps, name))) is not None
    }
    return made or None


def _rows(field: Field, value: Any, left_out: Tell, steps: Steps) -> Any:
    if not isinstance(value, list):
        return None
    for number in range(len(value)):
        if number >= LONGEST_LIST or not isinstance(value[number], dict):
            left_out(path_to((*steps, number)))
    rows = [row for row in value[:LONGEST_LIST] if isinstance(row, dict)]
    return [_group(field, row, left_out, (*steps, number)) or {} for number, row in enumerate(rows)]


def _words(_field: Field, value: Any, _left_out: Tell, _steps: Steps) -> Any:
    return _texts(value)


def _groups(_field: Field, value: Any, _left_out: Tell, _steps: Steps) -> Any:
    made = [_texts(each) for each in value[:LONGEST_LIST]] if isinstance(value, list) else [None]
    return None if None in made else made


def _window(_field: Field, value: Any, _left_out: Tell, _steps: Steps) -> Any:
    right = isinstance(value, list) and len(value) == 2
    return value if right and all(isinstance(each, str | int | float) for each in value) else None


def _fillings(_field: Field, value: Any, left_out: Tell, steps: Steps) -> Any:
    return _named(value, _texts, left_out, steps)


def _weights(_field: Field, value: Any, left_out: Tell, steps: Steps) -> Any:
    return _named(value, lambda each: each if isinstance(each, str | int | float) else None, left_out, steps)


def _titles(_field: Field, value: Any, left_out: Tell, steps: Steps) -> Any:
    def both(each: Any) -> Any:
        right = isinstance(each, dict) and set(each) <= {"zh", "en"}
        return each if right and all(isinstance(words, str) for words in each.values()) else None

    return _named(value, both, left_out, steps)


def _named(value: Any, fit: Callable[[Any], Any], left_out: Tell, steps: Steps) -> Any:
    if not isinstance(value, dict):
        return None
    made = {name: fit(each) for name, each in list(value.items())[:LONGEST_LIST]}
    for name in value:
        if made.get(name) is None:
            left_out(path_to((*steps, name)))
    return {name: each for name, each in made.items() if each is not None}


def _texts(value: Any) -> list[str] | None:
    right = isinstance(value, list) and all(isinstance(each, str) for each in value)
    return list(value[:LONGEST_LIST]) if right else None


_SHAPES: dict[Kind, Callable[[Field, Any, Tell, Steps], Any]] = {
    Kind.GROUP: _group,
    Kind.ROWS: _rows,
    Kind.WORDS: _words,
    Kind.MANY: _words,
    Kind.GROUPS: _groups,
    Kind.WINDOW: _window,
    Kind.FILLINGS: _fillings,
    Kind.WEIGHTS: _weights,
    Kind.TITLES: _titles,
}
